"""What a run says about itself, and how findings are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporters.runs import ALL, EMPTY, ERROR, INFO, UPKEEP, WARNING
from tonelint.model import Severity
from tonelint.reporters.run import Run, Style, fingerprints, shown_location, shown_message


@pytest.mark.parametrize(
    ("run", "style", "failing", "is_failed"),
    [
        pytest.param(EMPTY, Style(), 0, False, id="nothing found"),
        pytest.param(Run((INFO,)), Style(), 0, False, id="below the threshold"),
        pytest.param(Run((WARNING,)), Style(), 1, True, id="at the threshold"),
        pytest.param(ALL, Style(), 2, True, id="above it too"),
        pytest.param(ALL, Style(fail_on=Severity.INFO), 3, True, id="a low threshold"),
        pytest.param(ALL, Style(fail_on=None), 0, False, id="no threshold"),
        pytest.param(ALL, Style(most=2), 2, False, id="as many as are put up with"),
        pytest.param(ALL, Style(most=1), 2, True, id="more than are put up with"),
    ],
)
def test_what_fails_a_run(run: Run, style: Style, failing: int, is_failed: bool) -> None:
    assert run.failing(style.fail_on) == failing
    assert run.is_failed(style) is is_failed


def test_a_message_about_a_permission_quotes_only_where_words_may_be_shown() -> None:
    """A rule's message is its own words, and is always shown."""
    assert shown_message(UPKEEP, Style()) == UPKEEP.message
    assert shown_message(UPKEEP, Style(excerpts=False)) == "Permits a rule or category that does not exist."
    assert shown_message(WARNING, Style(excerpts=False)) == WARNING.message


def test_a_location_quotes_only_where_words_may_be_shown() -> None:
    inside = replace(WARNING, location='macros[3]["Du borde \\" ha"].value, column "Svar"')
    assert shown_location(inside, Style()) == inside.location
    assert shown_location(inside, Style(excerpts=False)) == 'macros[3]["…"].value, column "…"'


def test_fingerprints_outlive_a_move() -> None:
    """Lines, columns and messages do not count; the file and the words do."""
    moved = replace(WARNING, line=90, end_line=91, column=7, message="Said better.", severity=Severity.INFO)
    other_file, other_words = replace(WARNING, path="b.txt"), replace(WARNING, fingerprint="1")
    assert fingerprints([WARNING]) == fingerprints([moved])
    assert len({*fingerprints([WARNING, other_file, other_words])}) == 3


@given(st.lists(st.sampled_from([WARNING, INFO, ERROR, UPKEEP, replace(WARNING, path="\ud800")]), max_size=20))
def test_fingerprints_are_unique(findings: list) -> None:
    """However many findings are alike."""
    unique = fingerprints(findings)
    assert len(set(unique)) == len(unique) == len(findings)


def test_equal_findings_keep_the_fingerprints_that_they_have_together() -> None:
    """One more of a kind changes none of the others."""
    assert fingerprints([WARNING, ERROR, UPKEEP])[:2] == fingerprints([WARNING, ERROR])
