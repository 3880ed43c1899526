"""Findings, and what cannot be read, as diagnostics of the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import Diagnostic, DiagnosticSeverity, Range

from tonelint.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lsprotocol.types import Position

    from tonelint.errors import Fault
    from tonelint.lsp.documents import OpenDocument
    from tonelint.lsp.positions import Lines
    from tonelint.model import Finding

SOURCE = "tonelint"
UNREADABLE = "unreadable"
"""The code of what is no finding: a file, or a part of one, that cannot be read."""

_SEVERITIES: Mapping[Severity, DiagnosticSeverity] = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnostic(finding: Finding, document: OpenDocument) -> Diagnostic:
    """A finding in a document: what it is, and what to write instead.

    Its ``data`` tells it again: the rule, the language of the words and their fingerprint.
    """
    return Diagnostic(
        document.lines.range(span_of(finding, document)),
        f"{finding.message}\n{finding.advice}",
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        data={"rule": finding.rule, "language": finding.language, "fingerprint": finding.fingerprint},
    )


def span_of(finding: Finding, document: OpenDocument) -> Span:
    """The offsets of a finding in the text of the editor."""
    return Span(
        _offset(document, finding.line, finding.column), _offset(document, finding.end_line, finding.end_column)
    )


def is_touched(span: Span, place: Range, lines: Lines) -> bool:
    """Whether a place of the editor, perhaps just a cursor, touches some words."""
    return lines.offset(place.start) <= span.end and span.start <= lines.offset(place.end)


def is_at(span: Span, position: Position, lines: Lines) -> bool:
    """Whether a place of the editor lies in some words."""
    return is_touched(span, Range(position, position), lines)


def unreadable(fault: Fault, lines: Lines) -> Diagnostic:
    """What cannot be read in a text: from the place where it went wrong to the end of the line, or its first line."""
    line = max(fault.line - 1, 0)
    end = lines.span(line).end
    start = min(lines.offset_of(line + 1, max(fault.column, 1)), end)
    return Diagnostic(
        lines.range(Span(start, end)),
        fault.message,
        severity=DiagnosticSeverity.Error,
        code=UNREADABLE,
        source=SOURCE,
    )


def _offset(document: OpenDocument, line: int, column: int) -> int:
    return document.lines.offset_of(line, column + document.mark * (line == 1))
