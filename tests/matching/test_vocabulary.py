"""Words of which the same predicates hold are one symbol."""

from __future__ import annotations

from tonelint.matching.looks import Look
from tonelint.matching.trees import Predicate
from tonelint.matching.vocabulary import Vocabulary

NUMBERS = {
    Predicate(norms=frozenset({"we", "i"})): 0,
    Predicate(norms=frozenset({"we"}), endings=frozenset({"ing"})): 1,
    Predicate(texts=frozenset({"I"})): 2,
    Predicate(shapes=frozenset({"number"})): 3,
}


def look(text: str, *shapes: str) -> Look:
    return Look(text, text.lower(), frozenset(shapes))


def test_unknown_words_are_one_symbol() -> None:
    """The thousands of words that no pattern names behave as one."""
    vocabulary = Vocabulary(NUMBERS)
    assert vocabulary.symbol(look("parcel")) == vocabulary.symbol(look("lost"))
    assert vocabulary.predicates(vocabulary.symbol(look("parcel"))) == frozenset()


def test_a_symbol_tells_the_predicates_that_hold() -> None:
    """By norm, exact text, ending and shape."""
    vocabulary = Vocabulary(NUMBERS)
    found = [
        vocabulary.predicates(vocabulary.symbol(each))
        for each in (look("We"), look("I"), look("i"), look("waiting"), look("15", "number"))
    ]
    assert found == [{0, 1}, {0, 2}, {0}, {1}, {3}]
