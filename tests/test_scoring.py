"""Findings held against labels: what is right, wrong and missed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.judging.test_judge import rule, wording
from tests.reporters.runs import WARNING
from tonelint.labelled import Label, Labelled
from tonelint.model import Category, Language, Severity
from tonelint.rulebook.ruleset import Ruleset
from tonelint.scoring import CORE, Score, Tally, alarms, findings_in, score

if TYPE_CHECKING:
    from tonelint.model import Finding

STALLING, APOLOGY = Category.STALLING, Category.MISSING_APOLOGY


def record(*labels: tuple[int, str], name: str = "a", language: Language = Language.SV, text: str = "") -> Labelled:
    return Labelled(name, "sv-x", language, text, tuple(Label(line, category, "") for line, category in labels))


def finding(
    line: int, category: Category = STALLING, *, column: int = 1, end: int = 0, severity: Severity = Severity.WARNING
) -> Finding:
    return replace(WARNING, line=line, end_line=end or line, column=column, category=category, severity=severity)


def scored(labelled: Labelled, *findings: Finding, at: Severity = Severity.INFO) -> Score:
    return score([labelled], {(labelled.author, labelled.id): findings}, at)


def counts(result: Score, category: Category = STALLING, language: Language = Language.SV) -> tuple[int, int, int]:
    tally = result.tallies[language, category]
    return tally.right, tally.wrong, tally.missed


@pytest.mark.parametrize(
    ("labels", "findings", "expected"),
    [
        pytest.param([], [], (0, 0, 0), id="nothing labelled, nothing found"),
        pytest.param([2], [], (0, 0, 1), id="missed"),
        pytest.param([], [(2, 2)], (0, 1, 0), id="wrong"),
        pytest.param([2], [(2, 2)], (1, 0, 0), id="right"),
        pytest.param([2], [(3, 3)], (0, 1, 1), id="on another line, both wrong and missed"),
        pytest.param([3], [(2, 4)], (1, 0, 0), id="on one of the finding's lines"),
        pytest.param([4], [(2, 4)], (1, 0, 0), id="on the finding's last line"),
        pytest.param([5], [(2, 4)], (0, 1, 1), id="after the finding's last line"),
        pytest.param([2], [(2, 2), (2, 2)], (1, 0, 0), id="a further finding on the label is neither right nor wrong"),
        pytest.param([2, 2], [(2, 2)], (1, 0, 1), id="of two labels on a line, one is missed"),
        pytest.param([2, 2], [(2, 2), (2, 2)], (2, 0, 0), id="two labels on a line, two findings"),
        pytest.param([2, 2], [(2, 2)] * 3, (2, 0, 0), id="two labels on a line, three findings"),
        pytest.param([2, 3], [(2, 3)], (1, 0, 1), id="a finding finds one label"),
    ],
)
def test_findings_are_held_against_the_labels_of_their_lines(
    labels: list[int], findings: list[tuple[int, int]], expected: tuple[int, int, int]
) -> None:
    """Each label is found at most once: right, wrong, missed."""
    labelled = record(*((line, "stalling") for line in labels))
    assert counts(scored(labelled, *(finding(line, end=end) for line, end in findings))) == expected


def test_a_finding_of_another_category_is_wrong_and_the_label_missed() -> None:
    """Each is counted in its own category."""
    result = scored(record((2, "stalling")), finding(2, Category.HOSTILITY))
    assert (counts(result), counts(result, Category.HOSTILITY)) == ((0, 0, 1), (0, 1, 0))


@pytest.mark.parametrize(
    ("labels", "lines", "expected"),
    [
        pytest.param([], [4], (0, 1, 0), id="no apology is missing"),
        pytest.param([9], [], (0, 0, 1), id="missed"),
        pytest.param([9], [4], (1, 0, 0), id="on any line"),
        pytest.param([9], [4, 9], (1, 0, 0), id="said twice"),
    ],
)
def test_missing_apology_is_right_on_any_line(
    labels: list[int], lines: list[int], expected: tuple[int, int, int]
) -> None:
    """It is said of the whole reply."""
    labelled = record(*((line, "missing-apology") for line in labels))
    assert counts(scored(labelled, *(finding(line, APOLOGY) for line in lines)), APOLOGY) == expected


def test_labels_that_only_sentences_carry_are_not_scored() -> None:
    """No finding can be of their kind, so none is missed."""
    result = scored(record((1, "problem-named"), (1, "apology")))
    assert (result.summed(Language, Category), result.clean[Language.SV]) == (Tally(), 0)


@pytest.mark.parametrize(
    ("at", "expected"),
    [(Severity.INFO, (1, 1, 0)), (Severity.WARNING, (1, 0, 0)), (Severity.ERROR, (0, 0, 1))],
)
def test_findings_below_the_severity_are_left_out(at: Severity, expected: tuple[int, int, int]) -> None:
    """What they would have found is missed."""
    findings = finding(2), finding(7, severity=Severity.INFO)
    assert counts(scored(record((2, "stalling")), *findings, at=at)) == expected


@pytest.mark.parametrize(
    ("labels", "lines", "clean", "alarmed"),
    [
        pytest.param([], [], 1, 0, id="clean and quiet"),
        pytest.param([], [2, 3], 1, 1, id="clean but alarmed, once a reply"),
        pytest.param([2], [3], 0, 0, id="not clean, though the alarm is false"),
    ],
)
def test_a_reply_without_labels_is_clean(labels: list[int], lines: list[int], clean: int, alarmed: int) -> None:
    """Where something is found in it, it is alarmed."""
    result = scored(record(*((line, "stalling") for line in labels)), *map(finding, lines))
    assert (result.clean[Language.SV], result.alarmed[Language.SV]) == (clean, alarmed)


def test_a_hint_alarms_only_where_hints_count() -> None:
    hint = finding(1, severity=Severity.INFO)
    assert [scored(record(), hint, at=at).alarmed[Language.SV] for at in (Severity.INFO, Severity.WARNING)] == [1, 0]


def test_replies_are_counted_by_their_language() -> None:
    """And summed over languages and categories as wanted."""
    swedish, danish = record((1, "stalling")), record((1, "hostility"), name="b", language=Language.DA)
    result = score([swedish, danish], {("sv-x", "a"): [finding(1)], ("sv-x", "b"): [finding(1)]}, Severity.INFO)
    assert counts(result) == (1, 0, 0)
    assert counts(result, language=Language.DA) == (0, 1, 0)
    assert result.summed([Language.DA], Category) == Tally(0, 1, 1)
    assert result.summed(Language, CORE) == Tally(1, 1, 0)
    assert result.summed(Language, Category) == Tally(1, 1, 1)


@pytest.mark.parametrize(
    ("tally", "expected"),
    [
        pytest.param(Tally(), (1, 1, 1), id="nothing to find and nothing found is perfect"),
        pytest.param(Tally(right=3, wrong=1, missed=3), (0.75, 0.5, 0.6), id="some of each"),
        pytest.param(Tally(wrong=2), (0, 1, 0), id="only false alarms"),
        pytest.param(Tally(missed=2), (1, 0, 0), id="all missed"),
    ],
)
def test_precision_recall_and_f1(tally: Tally, expected: tuple[float, float, float]) -> None:
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx(expected)


def test_labelled_replies_are_linted_as_files_of_their_own() -> None:
    """A macro as Markdown, in which code is not read; the language is told anew, whatever the record says."""
    plain = record(text="The parcel is red, and we will send it to you.\n\n```\nred\n```", language=Language.DA)
    macro = replace(plain, id="b", markdown=True)
    ruleset = Ruleset((rule("stalling/x", wording("red")),), {language: {} for language in Language})
    found = findings_in([plain, macro], ruleset)
    lines = {key: [(finding.line, finding.language) for finding in findings] for key, findings in found.items()}
    assert lines == {("sv-x", "a"): [(1, Language.EN), (4, Language.EN)], ("sv-x", "b"): [(1, Language.EN)]}


def test_alarms_are_counted_in_clean_replies_alone() -> None:
    """By rule, and by cue of the rules that weigh evidence."""
    labelled = [record((1, "stalling"), name="faulty"), record(name="clean")]
    told = replace(finding(1), cues=("snart", "<we>"))
    rules, cues = alarms(labelled, {("sv-x", "faulty"): [told], ("sv-x", "clean"): [told, finding(2)]})
    assert rules == {WARNING.rule: 2}
    assert cues == {f"{WARNING.rule}: snart": 1, f"{WARNING.rule}: <we>": 1}
