"""Words of which the same predicates hold are one symbol."""

from __future__ import annotations

import pytest

from tonelint.matching.looks import Look
from tonelint.matching.trees import Predicate
from tonelint.matching.vocabulary import Vocabulary

NUMBERS = {
    Predicate(norms=frozenset({"we", "i"})): 0,
    Predicate(norms=frozenset({"we"}), endings=frozenset({"ing"})): 1,
    Predicate(texts=frozenset({"I"})): 2,
    Predicate(shapes=frozenset({"number"})): 3,
    Predicate(beginnings=frozenset({"wait"})): 4,
    Predicate(norms=frozenset({"is", "are"}), beginnings=frozenset({"wait", "parc"})): 5,
}


def look(text: str, *shapes: str) -> Look:
    return Look(text, text.lower(), frozenset(shapes))


def test_unknown_words_are_one_symbol() -> None:
    """The thousands of words that no pattern names behave as one."""
    vocabulary = Vocabulary(NUMBERS)
    assert vocabulary.symbol(look("letter")) == vocabulary.symbol(look("lost"))
    assert vocabulary.predicates(vocabulary.symbol(look("letter"))) == frozenset()


def test_a_symbol_tells_the_predicates_that_hold() -> None:
    """By norm, exact text, ending, beginning and shape."""
    vocabulary = Vocabulary(NUMBERS)
    found = [
        vocabulary.predicates(vocabulary.symbol(each))
        for each in (look("We"), look("I"), look("i"), look("sing"), look("15", "number"), look("Parcels"))
    ]
    assert found == [{0, 1}, {0, 2}, {0}, {1}, {3}, {5}]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("wai", set(), id="a word shorter than the beginning"),
        pytest.param("await", set(), id="a word that holds it further on"),
        pytest.param("wait", {4, 5}, id="the bare word"),
        pytest.param("Waited", {4, 5}, id="a longer one, in capitals or not"),
        pytest.param("waiting", {1, 4, 5}, id="one that ends in an ending too"),
        pytest.param("are", {5}, id="a form of a lemma, as any norm"),
    ],
)
def test_beginnings_hold_of_what_begins_so(text: str, held: set[int]) -> None:
    vocabulary = Vocabulary(NUMBERS)
    assert vocabulary.predicates(vocabulary.symbol(look(text))) == held


def test_words_of_which_the_same_beginnings_hold_are_one_symbol() -> None:
    vocabulary = Vocabulary(NUMBERS)
    assert vocabulary.symbol(look("waited")) == vocabulary.symbol(look("waits"))
    assert vocabulary.symbol(look("waited")) != vocabulary.symbol(look("parcel"))
