"""What the report lists: replies with the findings in them, and findings that stand in no reply."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tonelint.model import Finding, MarkedReply, Span
    from tonelint.reporters.run import Run


class Numbered(NamedTuple):
    """A finding with its number in the report, and its number among those that it is listed with; both from 1."""

    number: int
    turn: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Entry:
    """Findings that are listed together.

    Attributes:
        path: their file.
        numbered: the findings, at least one.
        reply: the reply in which they stand; None where they stand in none, or it is not known.
        spans: where each of them stands in the text of the reply.
    """

    path: str
    numbered: tuple[Numbered, ...]
    reply: MarkedReply | None = None
    spans: tuple[Span, ...] = ()


def entries(run: Run) -> tuple[Entry, ...]:
    """The replies with those of their findings that the run reports; then, file by file, all other findings."""
    left = dict.fromkeys(run.findings, True)
    numbers = count(1)

    def numbered(findings: Sequence[Finding]) -> tuple[Numbered, ...]:
        return tuple(Numbered(next(numbers), turn, finding) for turn, finding in enumerate(findings, start=1))

    listed = []
    for reply in run.replies:
        marks = [mark for mark in reply.marks if left.pop(mark.finding, False)]
        if marks:
            spans = tuple(mark.span for mark in marks)
            listed.append(Entry(reply.path, numbered([mark.finding for mark in marks]), reply, spans))
    by_file = defaultdict(list)
    for finding in left:
        by_file[finding.path].append(finding)
    listed += (Entry(path, numbered(findings)) for path, findings in by_file.items())
    return tuple(listed)
