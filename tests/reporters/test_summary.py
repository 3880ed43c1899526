"""The summary says what was found, what that means for the run, and what is not shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reporters.runs import ALL, BESIDE, ELSEWHERE, EMPTY, INFO, ONE, UPKEEP, WARNING
from tonelint.model import Severity
from tonelint.reporters.run import Run, Style
from tonelint.reporters.summary import count, summary_lines

FINE = Run(files=1)
HINT = Run((INFO,), files=1)


@pytest.mark.parametrize(
    ("run", "style", "expected"),
    [
        pytest.param(EMPTY, Style(), "2 files read, nothing found.", id="nothing"),
        pytest.param(FINE, Style(), "1 file read, nothing found.", id="nothing in one file"),
        pytest.param(
            replace(FINE, known=1), Style(), "1 file read, nothing to report.", id="nothing but what is known"
        ),
        pytest.param(
            ONE,
            Style(exit_zero=True),
            "1 finding in 1 file; the run would fail but for --exit-zero: 1 at or above --fail-on warning",
            id="forgiven",
        ),
        pytest.param(
            ONE, Style(), "1 finding in 1 file; the run fails: 1 at or above --fail-on warning", id="one, which fails"
        ),
        pytest.param(
            HINT, Style(), "1 finding in 1 file; the run passes: it is not at or above --fail-on warning", id="one hint"
        ),
        pytest.param(
            Run((INFO, INFO), files=3),
            Style(),
            "2 findings in 1 of 3 files; the run passes: none is at or above --fail-on warning",
            id="hints",
        ),
        pytest.param(
            ALL,
            Style(),
            "3 findings in 1 of 2 files; the run fails: 2 at or above --fail-on warning, 1 below it",
            id="some above, some below",
        ),
        pytest.param(
            ALL,
            Style(fail_on=Severity.INFO),
            "3 findings in 1 of 2 files; the run fails: 3 at or above --fail-on info",
            id="all above",
        ),
        pytest.param(
            ALL, Style(fail_on=None), "3 findings in 1 of 2 files; the run passes (--fail-on never)", id="never"
        ),
        pytest.param(
            ALL,
            Style(fail_on=Severity.WARNING, most=2),
            "3 findings in 1 of 2 files; the run passes: 2 at or above --fail-on warning, "
            "where --max 2 allows 2; 1 below it",
            id="as many as are allowed",
        ),
        pytest.param(
            ALL,
            Style(most=1, fail_on=Severity.INFO),
            "3 findings in 1 of 2 files; the run fails: 3 at or above --fail-on info, where --max 1 allows 1",
            id="more than are allowed",
        ),
    ],
)
def test_the_first_line_tells_the_verdict_and_its_numbers(run: Run, style: Style, expected: str) -> None:
    assert summary_lines(run, style)[0] == expected


def test_categories_are_counted_in_their_order() -> None:
    """Those about permissions as the last."""
    run = Run((UPKEEP, INFO, WARNING, INFO), files=1)
    assert summary_lines(run, Style())[1:] == ["by category: blame-shifting 1, stalling 2, suppression 1"]


@pytest.mark.parametrize(
    ("run", "style", "expected"),
    [
        pytest.param(FINE, Style(), [], id="nothing more to say"),
        pytest.param(
            replace(FINE, errors=ALL.errors[:1]),
            Style(),
            ["1 error: not everything could be linted (exit code 2)"],
            id="an error",
        ),
        pytest.param(
            replace(FINE, suppressed=(BESIDE, ELSEWHERE)),
            Style(),
            ["2 permitted (--show-suppressed lists them)"],
            id="permitted",
        ),
        pytest.param(
            replace(FINE, suppressed=(BESIDE,)), Style(suppressed=True), ["1 permitted"], id="permitted, and listed"
        ),
        pytest.param(replace(FINE, known=120), Style(), ["120 known from the baseline"], id="known"),
        pytest.param(
            replace(FINE, known=120, gone=4),
            Style(),
            ["120 known from the baseline; 4 of its entries are gone (tonelint baseline --prune removes them)"],
            id="known and gone",
        ),
        pytest.param(
            replace(FINE, known=1, gone=1),
            Style(),
            ["1 known from the baseline; 1 of its entries is gone (tonelint baseline --prune removes it)"],
            id="one of each",
        ),
        pytest.param(
            replace(FINE, gone=2),
            Style(),
            ["2 entries of the baseline are gone (tonelint baseline --prune removes them)"],
            id="all gone",
        ),
        pytest.param(
            replace(FINE, gone=1),
            Style(),
            ["1 entry of the baseline is gone (tonelint baseline --prune removes it)"],
            id="the only one gone",
        ),
        pytest.param(replace(FINE, unchanged=7), Style(), ["7 in unchanged lines, left out"], id="unchanged lines"),
    ],
)
def test_what_is_not_shown_is_told(run: Run, style: Style, expected: list[str]) -> None:
    assert summary_lines(run, style)[1:] == expected


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (0, "file", "0 files"),
        (1, "file", "1 file"),
        (2, "file", "2 files"),
        (1, "entry", "1 entry"),
        (2, "entry", "2 entries"),
    ],
)
def test_count(number: int, noun: str, expected: str) -> None:
    assert count(number, noun) == expected
