"""Places as editors count them: the range that is shown holds the very words that were found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    PositionEncodingKind,
    Range,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
    TextDocumentContentChangeWholeDocument,
)

from tonelint.lsp.positions import Lines, changed
from tonelint.model import Source, Span

ENCODINGS = list(PositionEncodingKind)
CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
TEXTS = st.text(st.sampled_from("ab å\n\r😀\u0301\u2028\x85\x0c\ud800\udfff"), max_size=40)
"""Letters of every width, line endings, and what others take for line endings."""


def sliced(text: str, place: Range, encoding: PositionEncodingKind) -> bytes:
    """What stands at a place of an editor, by its own way of counting."""
    codec = CODECS[encoding.value]
    size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding.value]
    lines = text.replace("\r\n", "\0\n").replace("\r", "\r\1").replace("\n", "\n\1").replace("\0", "\r").split("\1")
    starts = [sum(len(line.encode(codec, "surrogatepass")) for line in lines[:number]) for number in range(len(lines))]
    start = starts[place.start.line] + place.start.character * size
    end = starts[place.end.line] + place.end.character * size
    return text.encode(codec, "surrogatepass")[start:end]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(st.data())
def test_a_range_holds_the_words_of_its_span(encoding: PositionEncodingKind, data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    words = text[start:end].encode(CODECS[encoding.value], "surrogatepass")
    assert sliced(text, Lines(text, encoding).range(Span(start, end)), encoding) == words


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(st.data())
def test_places_lead_back_to_their_offsets(encoding: PositionEncodingKind, data: st.DataObject) -> None:
    """But for the middle of CR LF, where no cursor can stand."""
    text = data.draw(TEXTS)
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text, encoding)
    if text[max(0, offset - 1) : offset + 1] != "\r\n":
        assert lines.offset(lines.position(offset)) == offset


@given(TEXTS, st.integers(0, 40))
def test_lines_and_columns_are_those_of_reports(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = Source("a.txt", text).position(offset)
    lines = Lines(text)
    assert lines.line_of(offset) == line - 1
    if text[max(0, offset - 1) : offset + 1] != "\r\n":
        assert lines.offset_of(line, column) == offset


@pytest.mark.parametrize(
    ("text", "line", "character", "offset"),
    [
        ("", 0, 0, 0),
        ("ab", 0, 9, 2),
        ("ab\ncd", 0, 9, 2),
        ("ab\r\ncd", 0, 3, 2),
        ("ab\rcd", 1, 1, 4),
        ("ab\u2028cd\nef", 1, 0, 6),
        ("ab", 7, 0, 2),
        ("ab\n", 1, 0, 3),
        ("😀a", 0, 2, 1),
        ("😀a", 0, 1, 0),
    ],
)
def test_a_place_outside_the_text_is_the_nearest_inside(text: str, line: int, character: int, offset: int) -> None:
    assert Lines(text).offset(Position(line, character)) == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(st.data())
def test_a_change_replaces_its_range_and_nothing_else(encoding: PositionEncodingKind, data: st.DataObject) -> None:
    text, new = data.draw(TEXTS), data.draw(TEXTS)
    places = st.integers(0, len(text)).filter(lambda offset: text[max(0, offset - 1) : offset + 1] != "\r\n")
    start, end = sorted(data.draw(st.tuples(places, places)))
    change = TextDocumentContentChangePartial(Lines(text, encoding).range(Span(start, end)), new)
    assert changed(text, [change], encoding) == text[:start] + new + text[end:]


def test_changes_count_in_what_the_ones_before_have_left() -> None:
    changes: list[TextDocumentContentChangeEvent] = [
        TextDocumentContentChangeWholeDocument("😀ab\r\ncd"),
        TextDocumentContentChangePartial(Range(Position(0, 2), Position(0, 3)), ""),
        TextDocumentContentChangePartial(Range(Position(0, 2), Position(1, 1)), "–"),
    ]
    assert changed("old", changes, PositionEncodingKind.Utf16) == "😀–d"
