"""Characters that look alike made alike."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.normalise import normalised
from tonelint.textmap import MappedText

FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Hej Åsa,\n\tblåbärsgrød – “på” 5 %\n", id="composed letters, tabs, dashes and quotes"),
        pytest.param(f"{FAMILY} 1️⃣ ❤️", id="emoji with joiners, variation selectors and key caps"),
        pytest.param("q\u0323\u0307", id="marks that compose with nothing"),
        pytest.param("q\u0307\u0323", id="marks in another order that compose with nothing"),
    ],
)
def test_what_has_no_variants_stays(text: str) -> None:
    assert normalised(MappedText.of(text)).text == text


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        pytest.param("a\r\nb\rc\nd\r\r\ne", "a\nb\nc\nd\n\ne", id="CRLF and CR are line feeds"),
        pytest.param("a\u00a0b\u202fc\u3000d\u2009e", "a b c d e", id="every space is a space"),
        pytest.param("an\u00adsvar\u200b\ufeff", "ansvar", id="what is not seen is dropped"),
        pytest.param("A\u030asa a\u0308r hos oss", "Åsa är hos oss", id="letters are composed"),
        pytest.param("u\u0323\u0308", "ụ\u0308", id="of several marks those that compose"),
        pytest.param("\u212bsa", "Åsa", id="signs that are letters become letters"),
        pytest.param("\u00a0\u030a", " \u030a", id="a mark on a space stays"),
    ],
)
def test_variants_become_one(text: str, normal: str) -> None:
    assert normalised(MappedText.of(text)).text == normal


def test_a_composed_letter_stands_for_its_whole_cluster_and_the_rest_for_itself() -> None:
    text = normalised(MappedText.of("x\r\nA\u030asa"))
    assert [tuple(text.source_span(at, at + 1)) for at in range(5)] == [(0, 1), (1, 3), (3, 5), (5, 6), (6, 7)]


@given(st.text(st.sampled_from("aåÅöqu\u030a\u0308\u0323\u0301 \u00a0\u00ad\u200b\r\n\u200d👩é")))
def test_every_piece_is_equivalent_to_its_source(source: str) -> None:
    text = normalised(MappedText.of(source))
    for piece in text.pieces:
        new, old = text.text[piece.start : piece.end], source[piece.source_start : piece.source_end]
        if old in {"\r", "\r\n"}:
            assert new == "\n"
        elif old == "\u00a0":
            assert new == " "
        else:
            assert unicodedata.normalize("NFC", new) == unicodedata.normalize("NFC", old)
    assert not set(text.text) & set("\r\u00a0\u00ad\u200b")


@given(st.text())
def test_normalising_twice_is_normalising_once(source: str) -> None:
    once = normalised(MappedText.of(source)).text
    again = normalised(MappedText.of(once)).text
    assert again == once or set(source) & set("\u00ad\u200b\ufeff")


def test_a_pile_of_marks_is_cut_as_unicode_allows() -> None:
    """Composing is quadratic in the marks of one letter, so that a cluster must be bounded."""
    pile = "a" + "\u0316\u0300" * 5000
    assert normalised(MappedText.of(pile)).text.endswith(pile[31:])
