"""What a run of ``tonelint check`` came to, as reporters get it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.model import Severity, Upkeep
from tonelint.upkeep import upkeep_rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tonelint.errors import Fault
    from tonelint.model import Finding, MarkedReply, Suppressed, Unjudged


_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"')


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run came to.

    Attributes:
        findings: in order of files and places.
        errors: what could not be done; the rest was.
        files: how many files were linted.
        notices: what the user should know about how files were read.
        unjudged: the paragraphs that were left alone.
        suppressed: findings that are permitted, which are not among ``findings``.
        known: how many findings the baseline holds, which are not among ``findings`` either.
        gone: how many findings of the baseline are no longer there, of the files that were linted.
        unchanged: how many findings stand in lines that have not changed, where only changed ones are asked for.
        replies: the replies in which something was found, whole; nothing unless they were asked for.
    """

    findings: tuple[Finding, ...] = ()
    errors: tuple[Fault, ...] = ()
    files: int = 0
    notices: tuple[str, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    known: int = 0
    gone: int = 0
    unchanged: int = 0
    replies: tuple[MarkedReply, ...] = ()

    def is_failed(self, style: Style) -> bool:
        """Whether the findings fail the run: more of them than are put up with are at or above the threshold."""
        return self.failing(style.fail_on) > style.most

    def failing(self, fail_on: Severity | None) -> int:
        """How many findings are at or above a severity; none where it is None."""
        return sum(fail_on is not None and finding.severity >= fail_on for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is to look.

    Attributes:
        fail_on: the severity from which findings count towards failing the run; None where none does.
        most: how many of those are put up with (``--max``).
        exit_zero: whether the run ends with 0 all the same (``--exit-zero``).
        excerpts: whether the words of replies may be shown.
        colour: whether to colour the text for a terminal.
        summary: whether to end with a summary.
        statistics: whether to count the findings by rule, category, language and file.
        suppressed: whether to list what is permitted, with the reasons.
    """

    fail_on: Severity | None = Severity.WARNING
    most: int = 0
    exit_zero: bool = False
    excerpts: bool = True
    colour: bool = False
    summary: bool = True
    statistics: bool = False
    suppressed: bool = False


def shown_location(finding: Finding, style: Style) -> str:
    """Where a finding stands inside structured data; without what is quoted there where no words may be shown.

    Keys and message ids that are quoted hold words, in many catalogues the words of the text itself.
    """
    return finding.location if style.excerpts else _QUOTED.sub('"…"', finding.location)


def shown_message(finding: Finding, style: Style) -> str:
    """What a finding says; where no words of replies may be shown, without what it quotes.

    The messages of rules are their own words; those about permissions may quote a comment.
    """
    return finding.message if style.excerpts else rule_summary(finding)


def rule_summary(finding: Finding) -> str:
    """What the rule of a finding looks for, in the rule's own words."""
    upkeep = upkeep_rule(finding.rule) if finding.category is Upkeep.SUPPRESSION else None
    return upkeep.summary if upkeep else finding.message


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A fingerprint for each finding, unique among them, by its file and its words and never by its line.

    Findings that are alike in file and words are told apart by their turn.
    """
    turns: Counter[str] = Counter()
    unique = []
    for finding in findings:
        place = f"{finding.path}\0{finding.fingerprint}"
        turns[place] += 1
        turn = f"\0{turns[place]}" if turns[place] > 1 else ""
        unique.append(hashlib.sha256((place + turn).encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return unique
