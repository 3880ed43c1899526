"""Word classes put into patterns: shared predicates, phrases by name, and with which words a match may begin."""

from __future__ import annotations

import pytest

from tonelint.matching.trees import (
    PARTICLE_GAP,
    Fork,
    Phrase,
    Predicate,
    Resolver,
    Run,
    beginnings,
    inflected_parts,
    predicates,
)
from tonelint.notation.parser import parse
from tonelint.notation.patterns import Lemmas, PartOfSpeech, Pattern, Sequence
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
        pytest.param("kund~", Predicate(beginnings=frozenset({"kund"})), id="a beginning"),
        pytest.param(
            "(a|~b|kund~)",
            Predicate(frozenset("a"), endings=frozenset("b"), beginnings=frozenset({"kund"})),
            id="a choice of words, endings and beginnings is one predicate",
        ),
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


# --- classes given by lemmas -----------------------------------------------------------------------------------------

FORMS = {"say": ("say", "says", "said"), "word": ("word", "words")}
NOUNS, VERBS, ADJECTIVES, WORDS = PartOfSpeech


def lemma_resolver(*lemmas: Lemmas, others: tuple[str, ...] = ()) -> Resolver:
    """A resolver with one class, ``<x>``, of lemmas and other entries."""
    entries = (*(Pattern(lemma.part, Sequence((lemma,))) for lemma in lemmas), *map(parse, others))
    return Resolver({"x": entries}, _split, _forms)


def _split(words: str) -> tuple[Form, ...]:
    return tuple(Form(word, word.lower()) for word in words.split())


def _forms(lemma: str) -> tuple[str, ...]:
    return FORMS.get(lemma, (lemma,))


@pytest.mark.parametrize(
    ("part", "entry", "parts"),
    [
        pytest.param(VERBS, "say", [{"say", "says", "said"}], id="one word"),
        pytest.param(NOUNS, "unknown", [{"unknown"}], id="a word that no table lists stands for itself"),
        pytest.param(WORDS, "say", [{"say"}], id="words are not inflected"),
        pytest.param(VERBS, "say word", [{"say", "says", "said"}, {"word"}], id="of a verb's phrase the first"),
        pytest.param(NOUNS, "say word", [{"say"}, {"word", "words"}], id="of a noun's phrase the last"),
        pytest.param(ADJECTIVES, "a b word", [{"a"}, {"b"}, {"word", "words"}], id="of an adjective's phrase the last"),
        pytest.param(WORDS, "say word", [{"say"}, {"word"}], id="of other phrases none"),
        pytest.param(NOUNS, "Say WORD", [{"say"}, {"word", "words"}], id="as texts are normalised"),
    ],
)
def test_what_may_stand_for_each_word(part: PartOfSpeech, entry: str, parts: list[set[str]]) -> None:
    assert list(inflected_parts(Lemmas(part, (entry,)), _split, _forms)) == [parts]


@pytest.mark.parametrize(
    ("lemmas", "tree", "phrases"),
    [
        pytest.param(
            Lemmas(VERBS, ("say", "word")),
            literal("say", "says", "said", "word", "words"),
            {},
            id="the forms of all single words are one predicate",
        ),
        pytest.param(
            Lemmas(VERBS, ("say a",)),
            Phrase("x"),
            {"x": Run((literal("say", "says", "said"), PARTICLE_GAP, literal("a")))},
            id="words may stand in a verb's phrase, before what belongs to it",
        ),
        pytest.param(
            Lemmas(VERBS, ("say a b",)),
            Phrase("x"),
            {"x": Run((literal("say", "says", "said"), PARTICLE_GAP, literal("a"), literal("b")))},
            id="but nowhere else in it",
        ),
        pytest.param(
            Lemmas(NOUNS, ("a word",)),
            Phrase("x"),
            {"x": Run((literal("a"), literal("word", "words")))},
            id="a noun's phrase has no gap",
        ),
        pytest.param(
            Lemmas(WORDS, ("a", "a b", "c d")),
            Fork((literal("a"), Phrase("x"))),
            {"x": Fork((Run((literal("a"), literal("b"))), Run((literal("c"), literal("d")))))},
            id="words and phrases side by side",
        ),
    ],
)
def test_lemmas_become_trees(lemmas: Lemmas, tree: object, phrases: dict[str, object]) -> None:
    each = lemma_resolver(lemmas)
    assert each.tree(parse("<x>").body) == tree
    assert each.phrases == phrases


def test_lemmas_stand_beside_other_entries() -> None:
    """All single words of a class are one predicate, however they are given."""
    each = lemma_resolver(Lemmas(NOUNS, ("word",)), Lemmas(WORDS, ("a",)), others=("b", "kund~"))
    assert each.tree(parse("<x>").body) == Predicate(
        norms=frozenset({"word", "words", "a", "b"}), beginnings=frozenset({"kund"})
    )


def test_without_a_table_a_lemma_stands_for_itself() -> None:
    each = Resolver({"x": (Pattern("", Sequence((Lemmas(VERBS, ("say",)),))),)}, _split)
    assert each.tree(parse("<x>").body) == literal("say")
