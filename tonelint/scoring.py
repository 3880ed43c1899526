"""Holding findings against labels: precision, recall, F1 and false alarms, by language and category.

A finding is right when a label of its category lies on one of its lines; of missing-apology, which is said of the
whole reply, any line will do. Each label is found at most once, and further findings on it are neither right nor wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tonelint.judging.judge import OF_WHOLE_REPLY
from tonelint.lint import lint_source
from tonelint.model import Category, Language, Severity, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tonelint.labelled import Label, Labelled
    from tonelint.model import Finding
    from tonelint.rulebook.ruleset import Ruleset

CORE = (Category.BLAME_SHIFTING, Category.OWNERSHIP_REFUSAL, Category.STALLING, Category.MISSING_APOLOGY)
"""The categories that matter most to a customer."""


@dataclass
class Tally:
    """How many findings were right and wrong, and how many labels were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of findings that are right; 1 where there is none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of labels that were found; 1 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0

    def add(self, other: Tally) -> None:
        """Add the counts of another tally to this one."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed


@dataclass
class Score:
    """What scoring came to.

    Attributes:
        tallies: by language and category.
        clean: how many replies of each language bear no label.
        alarmed: in how many of those something was found.
    """

    tallies: defaultdict[tuple[Language, Category], Tally] = field(default_factory=lambda: defaultdict(Tally))
    clean: Counter[Language] = field(default_factory=Counter)
    alarmed: Counter[Language] = field(default_factory=Counter)

    def summed(self, languages: Iterable[Language], categories: Iterable[Category]) -> Tally:
        """The tallies of several languages and categories as one."""
        total = Tally()
        categories = tuple(categories)
        for language in languages:
            for category in categories:
                total.add(self.tallies[language, category])
        return total


def score(records: Sequence[Labelled], findings: Mapping[tuple[str, str], Sequence[Finding]], at: Severity) -> Score:
    """Score findings against labels.

    Args:
        records: labelled replies.
        findings: of each record, by its author and id, what was found.
        at: findings below this severity are left out.
    """
    result = Score()
    for record in records:
        heard = [finding for finding in findings[record.author, record.id] if finding.severity >= at]
        wrong = _tally(record, heard, result)
        result.clean[record.language] += not record.labels
        result.alarmed[record.language] += not record.labels and wrong
    return result


def _tally(record: Labelled, findings: Iterable[Finding], result: Score) -> bool:
    """Count the findings in one reply; whether any is wrong."""
    left = [label for label in record.labels if label.category in set(Category)]
    found: list[Label] = []
    wrong = False
    for finding in sorted(findings, key=lambda finding: (finding.line, finding.column)):
        tally = result.tallies[record.language, Category(finding.category)]
        label = next((label for label in left if _fits(label, finding)), None)
        if label:
            left.remove(label)
            found.append(label)
            tally.right += 1
        elif not any(_fits(label, finding) for label in found):
            tally.wrong += 1
            wrong = True
    for label in left:
        result.tallies[record.language, Category(label.category)].missed += 1
    return wrong


def _fits(label: Label, finding: Finding) -> bool:
    lines = range(finding.line, finding.end_line + 1)
    return label.category == finding.category and (finding.category in OF_WHOLE_REPLY or label.line in lines)


def alarms(
    records: Iterable[Labelled], findings: Mapping[tuple[str, str], Sequence[Finding]]
) -> tuple[Counter[str], Counter[str]]:
    """How often each rule, and each cue of a rule that weighs evidence, speaks in replies that bear no label."""
    rules: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for record in records:
        for finding in findings[record.author, record.id] if not record.labels else ():
            rules[finding.rule] += 1
            cues.update(f"{finding.rule}: {cue}" for cue in finding.cues)
    return rules, cues


def findings_in(records: Iterable[Labelled], ruleset: Ruleset) -> dict[tuple[str, str], tuple[Finding, ...]]:
    """Lint labelled replies as they would be linted as files of their own: what language they are in is told anew."""
    return {
        (record.author, record.id): lint_source(Source(record.file_name, record.text + "\n"), ruleset).findings
        for record in records
    }
