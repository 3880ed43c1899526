"""Word classes put into patterns: shared predicates, phrases by name, and with which words a match may begin."""

from __future__ import annotations

import pytest

from tonelint.matching.trees import Fork, Phrase, Predicate, Resolver, Run, beginnings, predicates
from tonelint.notation.parser import parse
from tonelint.words.tokens import Form

CLASSES = {
    name: tuple(map(parse, entries))
    for name, entries in {"firm": ["dhl", "~bolaget"], "carrier": ["<firm>", "the post", "ups"]}.items()
}
FIRM = Predicate(norms=frozenset({"dhl"}), endings=frozenset({"bolaget"}))
CARRIER = Predicate(norms=frozenset({"dhl", "ups"}), endings=frozenset({"bolaget"}))


def literal(*norms: str) -> Predicate:
    return Predicate(norms=frozenset(norms))


def resolver() -> Resolver:
    return Resolver(CLASSES, lambda words: tuple(Form(word, word) for word in words.split()))


@pytest.mark.parametrize(
    ("pattern", "tree"),
    [
        pytest.param("a", literal("a"), id="a word is a predicate"),
        pytest.param("=A", Predicate(texts=frozenset({"A"})), id="an exact word keeps its capitals"),
        pytest.param("~a", Predicate(endings=frozenset({"a"})), id="an ending"),
        pytest.param("<number>", Predicate(shapes=frozenset({"number"})), id="a built-in class is a shape"),
        pytest.param("(a|b)", literal("a", "b"), id="a choice of words is one predicate"),
        pytest.param("<carrier>", Fork((CARRIER, Phrase("carrier"))), id="a class is its words and its phrases"),
        pytest.param("(a|<firm>)", Fork((literal("a"), FIRM)), id="a class in a choice stays itself"),
        pytest.param("a b", Run((literal("a"), literal("b"))), id="a run"),
    ],
)
def test_patterns_become_trees(pattern: str, tree: object) -> None:
    assert resolver().tree(parse(pattern).body) == tree


def test_the_phrases_of_a_class_are_kept_once() -> None:
    """However many patterns name the class, its entries of several words are one tree."""
    each = resolver()
    each.tree(parse("<carrier> a <carrier>").body)
    assert each.phrases == {"carrier": Run((literal("the"), literal("post")))}


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        pytest.param("a b", {literal("a")}, id="the first word"),
        pytest.param("[a] b c", {literal("a"), literal("b")}, id="what follows an optional word too"),
        pytest.param("^ a", {literal("a")}, id="a boundary takes no word"),
        pytest.param("{a … b} c", {literal("a"), literal("b")}, id="either part of an any-order group"),
        pytest.param("<carrier> a", {CARRIER, literal("the")}, id="the words of a class and its phrases' first"),
    ],
)
def test_a_match_begins_with_one_of_its_beginnings(pattern: str, first: set[Predicate]) -> None:
    each = resolver()
    assert beginnings(each.tree(parse(pattern).body), each.phrases, {}) == first


def test_the_predicates_of_a_tree_are_all_of_its_own() -> None:
    """Those of phrases are left out: they are counted once, with the phrase."""
    tree = resolver().tree(parse("a [b] <carrier>").body)
    assert set(predicates(tree)) == {literal("a"), literal("b"), CARRIER}
