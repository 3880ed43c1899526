"""From labelled sentences to rule files that work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import write_files
from tonelint.errors import UsageError
from tonelint.labelled import Label, Labelled
from tonelint.lint import lint_source
from tonelint.model import Language, Severity, Source
from tonelint.rulebook.ruleset import Ruleset, load
from tonelint.tuning.tune import SMALLEST_CORPUS, tune

if TYPE_CHECKING:
    from pathlib import Path

    from tonelint.rulebook.rules import Rule

WEIGHS = """\
summary: Puts off.
why: Nobody can plan with it.
severity: warning
evidence: |
  +1.00 fact: short
en:
  advice: Say which day.
  evidence: |
    +1.00 soon
  warn-at: 9
  hint-at: 9
  doubt-at: -9
  deny-at: -9
  flags: [Soon.]
  passes: [Today.]
"""
SENTENCES = (
    ("The {} will come some time soon.", "stalling"),
    ("We sent the {} to you today.", ""),
    ("Your {} leaves on Monday.", ""),
)
THINGS = ("parcel", "order", "letter", "ticket", "table", "lamp")


@pytest.fixture
def ruleset(tmp_path: Path) -> Ruleset:
    return load((write_files(tmp_path, {"stalling/implied.yaml": WEIGHS}),))


def records(*, whole: bool = True) -> list[Labelled]:
    """Ninety replies of one sentence each, by five authors."""
    return [
        Labelled(
            f"{thing}-{category}-{sentence}",
            f"en-{author}",
            Language.EN,
            sentence.format(thing),
            (Label(1, category, sentence.format(thing)),) if category else (),
            whole,
        )
        for author in "abcde"
        for thing in THINGS
        for sentence, category in SENTENCES
    ]


def text_of(rule: Rule) -> str:
    return WEIGHS


@pytest.mark.parametrize("whole", [True, False], ids=["whole replies", "sentences by themselves"])
def test_tuned_rules_tell_what_they_were_shown(ruleset: Ruleset, tmp_path: Path, whole: bool) -> None:
    """Also in sentences that they were not shown."""
    ((rule_id, text),) = tune(records(whole=whole), ruleset, text_of).items()
    tuned = load((write_files(tmp_path / "tuned", {f"{rule_id}.yaml": text}),))
    severities = [
        [finding.severity for finding in lint_source(Source("a.txt", reply), tuned, Language.EN).findings]
        for reply in ("The chair will come some time soon.", "We sent the chair to you today.")
    ]
    assert severities == [[Severity.WARNING], []]


def test_tuning_twice_gives_the_same(ruleset: Ruleset, tmp_path: Path) -> None:
    """Whatever weights stood there before."""
    first = tune(records(), ruleset, text_of)
    again = load((write_files(tmp_path / "again", {f"{rule_id}.yaml": text for rule_id, text in first.items()}),))
    assert tune(records(), again, lambda rule: first[rule.id]) == first


def test_rules_that_weigh_nothing_are_left_alone(tmp_path: Path) -> None:
    """So where no rule weighs evidence, nothing is fitted."""
    strict = WEIGHS.partition("evidence")[0] + "en: {advice: Say, find: [soon], flags: [Soon.], passes: [Today.]}\n"
    files = {"stalling/implied.yaml": WEIGHS, "stalling/soon.yaml": strict}
    assert list(tune(records(), load((write_files(tmp_path / "1", files),)), text_of)) == ["stalling/implied"]
    assert tune(records(), load((write_files(tmp_path / "2", {"stalling/soon.yaml": strict}),)), text_of) == {}


def test_too_few_records_are_refused(ruleset: Ruleset) -> None:
    """They tell nothing."""
    few = records()[: SMALLEST_CORPUS - 1]
    with pytest.raises(UsageError, match="49 labelled replies and sentences are too few"):
        tune(few, ruleset, text_of)
    assert tune(records()[:SMALLEST_CORPUS], ruleset, text_of)


def test_two_rules_of_a_category_that_weigh_evidence_are_refused(tmp_path: Path) -> None:
    """Each sum would hold the other's; in two zones they do not meet."""
    other = {"stalling/implied.yaml": WEIGHS, "stalling/other.yaml": WEIGHS}
    with pytest.raises(UsageError, match="stalling/implied and stalling/other weigh evidence for one category"):
        tune(records(), load((write_files(tmp_path / "1", other),)), text_of)
    other["stalling/other.yaml"] = WEIGHS.replace("evidence:", "in: sign-off\nevidence:", 1)
    assert "stalling/implied" in tune(records(), load((write_files(tmp_path / "2", other),)), text_of)
