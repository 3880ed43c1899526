"""The shapes of words, by which the built-in classes are told."""

from __future__ import annotations

import pytest

from tonelint.matching.looks import Lexicon, Looks
from tonelint.model import Span, ZoneKind
from tonelint.notation.parser import parse
from tonelint.words.tokens import Sentence, Words

LEXICON = Lexicon.of({"firm": tuple(map(parse, ["PostNord", "~bolaget", "=DHL"]))})


def shapes(*texts: str, zone: ZoneKind = ZoneKind.BODY) -> list[set[str]]:
    norms = tuple(text.casefold() for text in texts)
    spans = tuple(Span(index, index + 1) for index in range(len(texts)))
    words = Words(texts, norms, spans, (True,) * len(texts), (Sentence(0, len(texts), zone),))
    return [set(look.shapes) for look in Looks(LEXICON).of(words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("anna", set(), id="a word in small letters is no name"),
        pytest.param("SMS", set(), id="a word in capitals is no name"),
        pytest.param("PostNord", set(), id="a word of a class is no name"),
        pytest.param("Bussbolaget", set(), id="a word with an ending of a class is no name"),
        pytest.param("Anna", {"name"}, id="a capitalised word of no class is a name"),
        pytest.param("14:30", {"number"}, id="digits make a number"),
        pytest.param("B2B", {"number"}, id="digits in a word too"),
        pytest.param("\ue000", {"placeholder"}, id="any placeholder"),
        pytest.param("\ue001s", {"placeholder", "person-placeholder"}, id="a placeholder with an ending"),
    ],
)
def test_the_shapes_of_a_word(text: str, expected: set[str]) -> None:
    assert shapes("x", text)[1] == expected


def test_the_first_word_is_a_name_only_in_a_sign_off() -> None:
    """Elsewhere every sentence begins with a capital."""
    assert shapes("Anna") == [set()]
    assert shapes("Anna", zone=ZoneKind.SIGN_OFF) == [{"name"}]
