"""Findings as diagnostics: place, words and weight."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lsprotocol.types import DiagnosticSeverity, Position, PositionEncodingKind, Range

from tests.lsp.test_documents import document
from tests.reporters.runs import ERROR, INFO, WARNING
from tonelint.errors import Fault
from tonelint.lint import lint_source
from tonelint.lsp.diagnostics import diagnostic, is_touched, span_of, unreadable
from tonelint.lsp.positions import Lines
from tonelint.model import Finding, Span
from tonelint.rulebook.ruleset import bundled

TEXT = "Hej!\r\n😀 Du borde ha läst\r\nvillkoren."
FOUND = replace(WARNING, line=2, column=3, end_line=3, end_column=10)


@pytest.mark.parametrize(
    ("encoding", "start", "end"),
    [
        (PositionEncodingKind.Utf16, Position(1, 3), Position(2, 9)),
        (PositionEncodingKind.Utf8, Position(1, 5), Position(2, 9)),
        (PositionEncodingKind.Utf32, Position(1, 2), Position(2, 9)),
    ],
)
def test_the_range_is_counted_as_the_editor_counts(
    encoding: PositionEncodingKind, start: Position, end: Position
) -> None:
    opened = replace(document("untitled:a.txt"), lines=Lines(TEXT, encoding))
    assert diagnostic(FOUND, opened).range == Range(start, end)


def test_a_byte_order_mark_moves_the_first_line() -> None:
    found = replace(WARNING, line=1, column=1, end_line=1, end_column=4)
    opened = document("untitled:a.txt", "\ufeffHej!\nHej!")
    assert opened.lines.text[slice(*span_of(found, opened))] == "Hej"
    below = replace(found, line=2, end_line=2)
    assert opened.lines.text[slice(*span_of(below, opened))] == "Hej"


@pytest.mark.parametrize(
    "text",
    [
        "Du borde ha läst villkoren innan du beställde.",
        "\ufeffDu borde ha läst villkoren innan du beställde.",
        "Hej 😀!\r\n\r\n👩‍👩‍👧 Du borde ha läst villkoren innan du beställde.\r\nVi ses!",
        "Hej!\u2028Du borde ha läst villkoren innan du beställde.\rVi ses!",
    ],
)
def test_the_range_of_a_real_finding_holds_its_words(text: str) -> None:
    opened = document("untitled:a.txt", text)
    (found,) = lint_source(opened.source, bundled()).findings
    assert text[slice(*span_of(found, opened))] == found.excerpt


@pytest.mark.parametrize(
    ("finding", "severity"),
    [
        (INFO, DiagnosticSeverity.Information),
        (WARNING, DiagnosticSeverity.Warning),
        (ERROR, DiagnosticSeverity.Error),
    ],
)
def test_a_diagnostic_says_what_is_wrong_and_what_to_write(finding: Finding, severity: DiagnosticSeverity) -> None:
    shown = diagnostic(finding, document("untitled:a.txt", TEXT))
    assert (shown.code, shown.source, shown.severity) == (finding.rule, "tonelint", severity)
    assert shown.message == f"{finding.message}\n{finding.advice}"
    assert shown.code_description is None


@pytest.mark.parametrize(
    ("fault", "start", "end"),
    [
        (Fault("a.yaml", "not YAML", 2, 3), Position(1, 2), Position(1, 6)),
        (Fault("a.yaml", "not YAML", 2, 99), Position(1, 6), Position(1, 6)),
        (Fault("a.yaml", "not YAML", 9, 1), Position(2, 0), Position(2, 0)),
        (Fault("a.yaml", "too large"), Position(0, 0), Position(0, 2)),
    ],
)
def test_what_cannot_be_read_is_shown_to_the_end_of_its_line(fault: Fault, start: Position, end: Position) -> None:
    shown = unreadable(fault, Lines("a:\n  b: c\n"))
    assert shown.range == Range(start, end)
    assert (shown.message, shown.code, shown.severity) == (fault.message, "unreadable", DiagnosticSeverity.Error)


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        ((0, 0), (0, 1), False),
        ((0, 5), (0, 9), False),
        ((0, 0), (0, 2), True),
        ((0, 4), (0, 4), True),
        ((0, 0), (9, 0), True),
    ],
)
def test_a_cursor_at_either_end_touches_the_words(start: tuple[int, int], end: tuple[int, int], touches: bool) -> None:
    place = Range(Position(*start), Position(*end))
    assert is_touched(Span(2, 4), place, Lines("abcdefghijkl")) is touches
