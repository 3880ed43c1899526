"""From verdicts on a reply to findings with their places in the file."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right, insort
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tonelint.judging.judge import OF_WHOLE_REPLY
from tonelint.model import Finding, Snippet, Span
from tonelint.reading.placeholder_kinds import STAND_INS
from tonelint.spans import overlap, touched
from tonelint.textmap import encodable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tonelint.judging.judge import Verdict
    from tonelint.model import Category, Language, Severity, Source
    from tonelint.reading import Prose
    from tonelint.rulebook.rules import Rule
    from tonelint.suppressing.complaints import Complaint
    from tonelint.textmap import MappedText
    from tonelint.upkeep import UpkeepRule

LONGEST_SNIPPET = 100
"""How many characters of a line a snippet shows; of long words in question, twice as many."""

_NEAR = 250  # characters of a very long line that count as its own
_BEFORE = 20  # characters of a long line shown before the words in question
_STAND_INS = re.compile(f"[{STAND_INS}]")


class _Told(NamedTuple):
    """What a finding says, in words.

    Attributes:
        line: the words that tell it again: of a fault, those of its line.
    """

    message: str
    advice: str
    excerpt: str
    line: str
    snippet: Snippet
    language: Language | None = None
    cues: tuple[str, ...] = ()


class Placer:
    """Completes the verdicts on the replies of one source; a fault met in two readings of a text is one finding.

    Args:
        path: the source's path, as reports show it.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._findings: dict[tuple[str, int, int], Finding] = {}
        self._equal_lines: Counter[str] = Counter()
        self._permitted: set[tuple[str, int, int]] = set()
        self._told: defaultdict[Category, list[Span]] = defaultdict(list)  # by the readings so far of one text

    def place(self, verdicts: Iterable[Verdict], text: MappedText, prose: Prose) -> list[tuple[Span, Finding]]:
        """Take in the verdicts on a reply.

        Args:
            verdicts: with offsets of ``text``.
            text: the reply, mapped to ``prose.source``.
            prose: what the reply was made of.

        Returns:
            Those that are new, as findings with their offsets in ``text``.
        """
        placed = []
        within = prose.rendering.within
        if not within:
            self._told.clear()
        for verdict in verdicts:
            span = text.source_span(*verdict.span)
            category = verdict.rule.category
            if within and (not touched(within, span) or self._is_told(category, span)):
                continue
            insort(self._told[category], span)
            key = (verdict.rule.id, *prose.source.position(span.start))
            if key not in self._findings:
                self._findings[key] = self._finding(verdict, text, span, prose)
                placed.append((verdict.span, self._findings[key]))
        return placed

    def complain(self, complaint: Complaint, severity: Severity, prose: Prose) -> Finding:
        """Take in what is wrong with a permission.

        Args:
            complaint: what is wrong, and at which word.
            severity: what it weighs.
            prose: the text in which the permission stands, or beside which.
        """
        rule, (excerpt, span) = complaint.rule, complaint.word
        source = prose.source
        is_as_written = source.text[slice(*span)] == excerpt
        line = _cut(source.text, source.line_span(span.start), span) if is_as_written else None
        snippet = line or Snippet(excerpt, 0, len(excerpt))
        told = _Told(complaint.message, rule.advice, excerpt, complaint.told, snippet)
        finding = self._made(rule, severity, span, prose, told)
        return self._findings.setdefault(_key(finding), finding)

    def permit(self, finding: Finding) -> None:
        """Take out a finding that is permitted; it keeps its turn among equal ones, and is not found again."""
        self._permitted.add(_key(finding))

    def findings(self) -> tuple[Finding, ...]:
        """All findings so far but for those that are permitted, in the order of their places."""
        left = (finding for key, finding in self._findings.items() if key not in self._permitted)
        return tuple(sorted(left, key=lambda finding: (finding.line, finding.column)))

    def _is_told(self, category: Category, span: Span) -> bool:
        """Whether a reading before has told of the fault: of a place in one category once, of the whole reply once."""
        told = self._told[category]
        at = bisect_right(told, span)
        return (bool(told) and category in OF_WHOLE_REPLY) or any(
            overlap(each, span) for each in told[max(0, at - 1) : at + 1]
        )

    def _finding(self, verdict: Verdict, text: MappedText, span: Span, prose: Prose) -> Finding:
        rule, source = verdict.rule, prose.source
        excerpt = as_written(text, verdict.span, source)
        told = _Told(
            rule.summary,
            rule.wordings[verdict.language].advice,
            excerpt,
            _line_at(text.text, verdict.span.start),
            _snippet(text, verdict.span, source, span, excerpt),
            verdict.language,
            verdict.cues,
        )
        return self._made(rule, verdict.severity, span, prose, told)

    def _made(self, rule: Rule | UpkeepRule, severity: Severity, span: Span, prose: Prose, told: _Told) -> Finding:
        """A finding at source offsets of a text."""
        start, end = prose.source.position(span.start), prose.source.position(span.end)
        return Finding(
            path=self._path,
            line=start.line,
            column=start.column,
            end_line=end.line,
            end_column=end.column,
            rule=rule.id,
            category=rule.category,
            severity=severity,
            language=told.language,
            message=told.message,
            why=rule.why,
            advice=told.advice,
            excerpt=told.excerpt,
            fingerprint=self._fingerprint(rule.id, told.line),
            snippet=told.snippet,
            location=prose.location,
            cues=told.cues,
        )

    def _fingerprint(self, rule: str, line: str) -> str:
        """Tells a fault of a file again after others have moved it: by the words of its line, however laid out.

        Equal faults of a file are told apart by their turn (``-2``), never by their line numbers.
        """
        fault = f"{rule}\0{' '.join(line.casefold().split())}"
        digest = hashlib.sha256(fault.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._equal_lines[digest] += 1
        turn = self._equal_lines[digest]
        return digest if turn == 1 else f"{digest}-{turn}"


def _key(finding: Finding) -> tuple[str, int, int]:
    return finding.rule, finding.line, finding.column


def as_written(text: MappedText, span: Span, source: Source) -> str:
    """The words of a reply as their reader sees them, placeholders as they are written.

    Args:
        text: the reply.
        span: which part of it.
        source: what its places are places in.
    """

    def written(stand_in: re.Match[str]) -> str:
        return source.text[slice(*text.source_span(stand_in.start(), stand_in.end()))]

    matches = _STAND_INS.finditer(text.text, *span)
    words, done = "", span.start
    for found in matches:
        words += text.text[done : found.start()] + written(found)
        done = found.end()
    return encodable(words + text.text[done : span.end])


def _snippet(text: MappedText, span: Span, source: Source, source_span: Span, excerpt: str) -> Snippet:
    """The line of the file, where the words stand there as they are read; else the line of the reply."""
    if source.text[slice(*source_span)] == excerpt:
        return _cut(source.text, source.line_span(source_span.start), source_span)
    line = _line(text.text, span)
    before = as_written(text, Span(line.start, span.start), source)
    after = as_written(text, Span(span.end, max(span.end, line.end)), source)
    shown = before + excerpt + after
    return _cut(shown, Span(0, len(shown)), Span(len(before), len(before) + len(excerpt)))


def _line(text: str, span: Span) -> Span:
    """The line in which a span begins; of a very long one, as mail templates without line breaks have, what is near."""
    first, last = max(0, span.start - _NEAR), min(len(text), span.end + _NEAR)
    start, end = text.rfind("\n", first, span.start) + 1, text.find("\n", span.start, last)
    return Span(start or first, last if end < 0 else end)


def _line_at(text: str, offset: int) -> str:
    return text[slice(*_line(text, Span(offset, offset)))]


def _cut(text: str, line: Span, words: Span) -> Snippet:
    """A line, cut to fit around the words; of words over several lines, those on the first."""
    start, end = words.start, min(words.end, line.end)
    first, last = line
    if last - first > LONGEST_SNIPPET:
        first = max(first, min(start - _BEFORE, last - LONGEST_SNIPPET))
        last = min(last, max(first + LONGEST_SNIPPET, min(end, first + 2 * LONGEST_SNIPPET)))
    end = min(end, last)
    before = "…" * (first > line.start) + text[first:start]
    shown = encodable(before + text[start:last] + "…" * (last < line.end))
    return Snippet(shown, len(before), len(before) + end - start)
