"""Edited text remembers its places: through any chain of edits, each character that survives stands for itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Span
from tonelint.textmap import Edit, MappedText, Piece, encodable


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits in order, not overlapping, of non-empty ranges; their new text is in capitals, so that it shows."""
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    pairs = list(pairwise(cuts))
    chosen = [pair for pair in pairs if draw(st.booleans())]
    return [Edit(start, end, draw(st.text(alphabet="XYZ", max_size=4))) for start, end in chosen]


@st.composite
def chains(draw: st.DrawFn) -> tuple[str, MappedText, list[Span | None]]:
    """A source of distinct characters, what a chain of edits makes of it, and where each character must come from.

    The expected places are kept by a model that is too simple to be wrong: a list with one entry a character.
    """
    source = "".join(map(chr, range(0x4E00, 0x4E00 + draw(st.integers(0, 30)))))
    mapped = MappedText.of(source)
    places: list[Span | None] = [Span(i, i + 1) for i in range(len(source))]
    for _ in range(draw(st.integers(0, 4))):
        edits = draw(edits_of(len(mapped.text)))
        mapped = mapped.replaced(edits)
        for start, end, new in reversed(edits):
            places[start:end] = [None] * len(new)
    return source, mapped, places


@given(chains())
def test_a_surviving_character_stands_for_itself(chain: tuple[str, MappedText, list[Span | None]]) -> None:
    source, mapped, places = chain
    assert len(mapped.text) == len(places)
    for offset, place in enumerate(places):
        if place:
            assert mapped.source_span(offset, offset + 1) == place
            assert mapped.text[offset] == source[place.start]
        else:
            assert mapped.text[offset] in "XYZ"


@given(chains(), st.data())
def test_spans_are_in_order_and_inside_the_source(
    chain: tuple[str, MappedText, list[Span | None]], data: st.DataObject
) -> None:
    """A longer stretch of text stands for a stretch of source that holds those of its parts."""
    source, mapped, places = chain
    if not mapped.text:
        return
    start = data.draw(st.integers(0, len(mapped.text) - 1))
    end = data.draw(st.integers(start + 1, len(mapped.text)))
    whole = mapped.source_span(start, end)
    assert 0 <= whole.start < whole.end <= len(source)
    for place in filter(None, places[start:end]):
        assert whole.start <= place.start < place.end <= whole.end


@given(chains())
def test_pieces_stand_in_order_and_cover_the_text(chain: tuple[str, MappedText, list[Span | None]]) -> None:
    _, mapped, _ = chain
    assert [piece.start for piece in mapped.pieces] == [0, *(piece.end for piece in mapped.pieces)][
        : len(mapped.pieces)
    ]
    assert not mapped.text or mapped.pieces[-1].end == len(mapped.text)
    assert all(piece.start < piece.end for piece in mapped.pieces)
    for left, right in pairwise(mapped.pieces):  # parts of one replacement may stand for the same source
        assert left.source_start <= right.source_start
        assert left.source_end <= right.source_end


def test_no_edits_change_nothing() -> None:
    text = MappedText.of("hej")
    assert text.replaced([]) is text


def test_an_empty_source_has_no_pieces() -> None:
    assert MappedText.of("") == MappedText("", ())


@pytest.mark.parametrize(
    ("edit", "start", "end", "span"),
    [
        pytest.param(Edit(2, 5, "x"), 2, 3, (2, 5), id="a replaced part stands for the whole of what it replaces"),
        pytest.param(Edit(2, 3, "xyz"), 3, 4, (2, 3), id="so does each character of a longer one"),
        pytest.param(Edit(2, 5, "x"), 3, 4, (5, 6), id="what follows is moved, not changed"),
        pytest.param(Edit(2, 5, ""), 1, 3, (1, 6), id="a dropped part lies inside a span across it"),
        pytest.param(Edit(2, 5, ""), 1, 2, (1, 2), id="but not in one before it"),
        pytest.param(Edit(2, 5, "x"), 1, 4, (1, 6), id="a span across a replaced part holds all of it"),
    ],
)
def test_source_span(edit: Edit, start: int, end: int, span: tuple[int, int]) -> None:
    assert MappedText.of("abcdefgh").replaced([edit]).source_span(start, end) == Span(*span)


def test_an_edit_of_an_edited_part_stands_for_the_first_source() -> None:
    text = MappedText.of("a&amp;b").replaced([Edit(1, 6, "&")]).replaced([Edit(0, 2, "!")])
    assert text.text == "!b"
    assert text.source_span(0, 1) == Span(0, 6)


def test_an_edit_of_equal_length_goes_character_by_character() -> None:
    text = MappedText.of("abcd").replaced([Edit(1, 3, "xy")])
    assert [text.source_span(offset, offset + 1) for offset in range(4)] == [
        Span(offset, offset + 1) for offset in range(4)
    ]


def test_a_part_of_a_replacement_still_stands_for_the_whole() -> None:
    """Three characters for two; when one is cut off, the two left are no copy of the two."""
    text = MappedText.of("abcd").replaced([Edit(1, 3, "xyz")]).replaced([Edit(1, 2, "")])
    assert text.text == "ayzd"
    assert text.source_span(1, 2) == text.source_span(2, 3) == Span(1, 3)
    assert text.pieces[1] == Piece(1, 3, 1, 3, is_copy=False)


@given(chains(), st.data())
def test_a_cut_keeps_the_places(chain: tuple[str, MappedText, list[Span | None]], data: st.DataObject) -> None:
    _, mapped, _ = chain
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    part = mapped.cut(start, end)
    assert part.text == mapped.text[start:end]
    for offset in range(len(part.text)):
        assert part.source_span(offset, offset + 1) == mapped.source_span(start + offset, start + offset + 1)


@given(chains(), st.data())
def test_parts_joined_again_are_the_whole(
    chain: tuple[str, MappedText, list[Span | None]], data: st.DataObject
) -> None:
    _, mapped, _ = chain
    at = data.draw(st.integers(0, len(mapped.text)))
    joined = MappedText.joined([mapped.cut(0, at), mapped.cut(at, len(mapped.text))])
    assert joined.text == mapped.text
    for offset in range(len(joined.text)):
        assert joined.source_span(offset, offset + 1) == mapped.source_span(offset, offset + 1)


def test_every_character_of_a_text_may_stand_for_the_same_source() -> None:
    text = MappedText.standing_for("abc", Span(4, 9))
    assert [text.source_span(offset, offset + 1) for offset in range(3)] == [Span(4, 9)] * 3
    assert MappedText.standing_for("", Span(4, 9)) == MappedText("", ())


def test_lone_surrogates_are_replaced_so_that_a_text_can_be_encoded() -> None:
    assert encodable("na\udcefve 🙂") == "na\ufffdve 🙂"
