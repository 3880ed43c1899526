"""What may be a cue in a sentence, told by its text; the automata of the patterns are the oracle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.test_lemmas import as_they_stand, forms, in_swedish, lemma_class, plain_words
from tests.matching.test_matcher import words_of
from tonelint.matching.cues import CueFinder, class_pair, is_of_lemmas, pair_text, to_match
from tonelint.matching.lemmas import LemmaIndex
from tonelint.matching.matcher import Matcher
from tonelint.model import Language
from tonelint.notation.parser import parse
from tonelint.notation.patterns import Lemmas, PartOfSpeech
from tonelint.words.tokens import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

CLASSES = {
    "we": (parse("vi"), parse("vi alla")),
    "you": lemma_class(Lemmas(PartOfSpeech.WORDS, ("du", "ni"))),
    "say": lemma_class(Lemmas(PartOfSpeech.VERBS, ("säga", "säga upp"))),
    "dismiss": lemma_class(Lemmas(PartOfSpeech.VERBS, ("säga upp",))),
    "mixed": (*lemma_class(Lemmas(PartOfSpeech.NOUNS, ("kund",))), parse("gäst")),
}


def found(text: str, *cues: str, language: Language = Language.SV) -> list[set[str]]:
    """Which of some cues stand in each sentence of a text."""
    matcher = Matcher([], [], CLASSES, lambda words: forms_of(words, language), forms, map(parse, cues))
    return [set(cues) & there for there in matcher.read(words_of(text, language)).cues]


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        pytest.param("kund", "Kunden ringer.", id="a longer word"),
        pytest.param("=Ni", "Har ni tid?", id="other capitals than an exact word's"),
        pytest.param("^ vi", "Nu kan vi.", id="a word that opens no clause"),
        pytest.param("kund~", "En stamkund och en kun.", id="a word that holds a beginning further on"),
        pytest.param("~bolaget", "Bolagets bil.", id="a word that holds an ending further back"),
        pytest.param("vi kan", "Vi nog kan.", id="words with another between them"),
        pytest.param("vi kan", "Kan vi?", id="neighbours in the other order"),
        pytest.param("vi kan", "Det vet vi. Kan du?", id="neighbours in two sentences"),
        pytest.param("<we>", "Du kan.", id="no word of a class"),
        pytest.param("<say>", "Vi sade.", id="no form of a lemma"),
        pytest.param("<number>", "Vi ringer på torsdag.", id="no word of the shape"),
        pytest.param("{<we> …12 <you>}", "Vi ringer.", id="one class of a pair"),
        pytest.param("{<we> …12 <you>}", "Vi ringer. Du svarar.", id="a pair in two sentences"),
        pytest.param("{<we> …12 <you>}", "Vi ringer, men du svarar inte.", id="a pair in two clauses"),
        pytest.param("{<we> …12 <you>}", "Vi a b c d e f g h i j k l m du.", id="a pair too far apart"),
        pytest.param("{<dismiss> …12 <we>}", "Säger vi upp.", id="a pair that overlaps"),
        pytest.param("{<we> …12 <we>}", "Vi ringer.", id="a class paired with itself, once"),
        pytest.param("{<we> …3 <you>}", "Vi a b c d du.", id="a pair with a narrower gap, too far apart"),
    ],
)
def test_is_quiet(cue: str, text: str) -> None:
    assert not any(found(text, cue))


@pytest.mark.parametrize(
    ("cue", "text", "sentences"),
    [
        pytest.param("tyvärr", "Nej. TYVÄRR.", [1], id="a word, in capitals or not"),
        pytest.param("Tyvärr", "Ja, tyvärr.", [0], id="a word written with a capital"),
        pytest.param("t.ex.", "Du, t.ex. jag.", [0], id="an abbreviation, whose norm lacks the full stop"),
        pytest.param("=Ni", "Har Ni tid?", [0], id="an exact word"),
        pytest.param("^ vi", "Nu, vi kan. Vi vet. Nu vi.", [0, 1], id="a word that opens a clause"),
        pytest.param("^  Vi", "Vi vet.", [0], id="written with a capital and two spaces"),
        pytest.param("kan $", "Vi kan. Kan vi?", [0], id="a word that ends a clause"),
        pytest.param("kund~", "Kunder. Kund. KUNDTJÄNST.", [0, 1, 2], id="a beginning, and the bare word"),
        pytest.param("Kund~", "Kunder.", [0], id="a beginning written with a capital"),
        pytest.param("~bolaget", "Bussbolaget. Bolaget.", [0, 1], id="an ending, and the bare word"),
        pytest.param("vi kan", "Nu vi, kan du? Vi kan.", [0, 1], id="neighbours, punctuation left out"),
        pytest.param("Vi kan", "Vi kan.", [0], id="neighbours written with a capital"),
        pytest.param("vi kan nu", "Vi kan. Vi kan nu.", [1], id="three words"),
        pytest.param("vi …1 kan", "Vi nog kan.", [0], id="a gap"),
        pytest.param("<we>", "Du. Vi. Vi alla.", [1, 2], id="a class of patterns"),
        pytest.param("<say>", "Jag sa. Sa han upp?", [0, 1], id="a class of lemmas"),
        pytest.param("<mixed>", "Kunden. Gäst.", [0, 1], id="a class of both"),
        pytest.param("<number>", "Den 15. Du.", [0], id="a built-in class"),
        pytest.param("<we> <say>", "Vi säger.", [0], id="classes side by side"),
        pytest.param("{<we> …12 <you>}", "Vi ber dig nu du. Du, vi.", [0], id="a pair in a clause"),
        pytest.param("{<we> …12 <you>}", "Vi du. Du vi.", [0, 1], id="a pair side by side, in any order"),
        pytest.param("{<we> …12 <you>}", "Vi a b c d e f g h i j k l du.", [0], id="a pair as far apart as may be"),
        pytest.param("{<you> …12 <say>}", "Jo, men du säger det.", [0], id="a pair in the second clause"),
        pytest.param("{<dismiss> …12 <we>}", "Säger vi upp vi.", [0], id="a pair, though another overlaps"),
        pytest.param("{<we> …12 <number>}", "Vi ringer 15.", [0], id="a pair with a built-in class"),
        pytest.param("{<we> …12 <mixed>}", "Vi ringer kunden. Vi är gäst.", [0, 1], id="a pair with a class of both"),
        pytest.param("{<we> …12 <we>}", "Vi vet att vi kan. Vi alla vi.", [1], id="a class paired with itself"),
        pytest.param("{<we>  …12 <you>}", "Vi du.", [0], id="a pair with white space of its own"),
        pytest.param("{<we> …3 <you>}", "Vi a du.", [0], id="a pair with a narrower gap"),
        pytest.param("{<we> …12 <you> …12 <say>}", "Vi du sa.", [0], id="three classes in any order"),
        pytest.param("{<we> …12 <you>} nu", "Vi du nu. Vi du.", [0], id="a pair that goes on"),
    ],
)
def test_finds(cue: str, text: str, sentences: list[int]) -> None:
    """In these sentences and in no others."""
    assert [number for number, there in enumerate(found(text, cue)) if there] == sentences


def test_contractions_are_read_as_their_words() -> None:
    """A cue may be written in either way, with either apostrophe."""
    cues = ["can not", "can't", "can’t", "cannot", "don't"]
    assert found("We can't do it. We cannot. We can.", *cues, language=Language.EN) == [set(cues[:4])] * 2 + [set()]


def test_all_cues_of_a_sentence_are_found_at_once() -> None:
    cues = ["vi", "^ vi", "<we>", "<you>", "{<we> …12 <you>}", "{<you> …12 <we>}", "vi ber", "~ber", "inte"]
    assert found("Vi ber att du ringer. Inte du.", *cues)[1] == {"<you>", "inte"}
    assert found("Vi ber du.", *cues) == [set(cues) - {"inte"}]


# --- what a finder is asked for --------------------------------------------------------------------------------------


def all_found(finder: CueFinder, text: str) -> set[str]:
    """All that a finder finds in a text of one sentence."""
    (there,) = finder.find(words_of(text), {})
    return set(there)


LEMMAS = LemmaIndex(CLASSES, in_swedish, forms)
ALWAYS = {"du", "säger", "det", "^ du", "<you>", "<say>"}


@pytest.mark.parametrize(
    ("cues", "more"),
    [
        pytest.param([], set(), id="words and classes always"),
        pytest.param(["=De", "<we>", "vi …2 du", "^ vi"], set(), id="nothing for cues that patterns find"),
        pytest.param(["abcd~"], {"säge~"}, id="beginnings of the length of one"),
        pytest.param(["abcd~", "bcde~", "abcde~"], {"säge~", "säger~"}, id="of each length"),
        pytest.param(["~ab"], {"~du", "~er", "~et"}, id="endings of the length of one"),
        pytest.param(["~abc", "~abcde"], {"~ger", "~det", "~säger"}, id="endings of each length"),
        pytest.param(["a b"], {"du säger", "säger det"}, id="neighbours"),
        pytest.param(["a b c"], set(), id="no neighbours for three words"),
        pytest.param(["{<say> …12 <you>}"], {"{<say> …12 <you>}"}, id="a pair, led by the class that it names first"),
        pytest.param(["{<you> …12 <we>}"], set(), id="no other pair of the class that leads"),
        pytest.param(["{<you> …11 <say>}"], set(), id="no pair of another gap"),
    ],
)
def test_a_finder_finds_what_its_cues_ask_for(cues: list[str], more: set[str]) -> None:
    """Anything else would cost time."""
    finder = CueFinder.for_cues(map(parse, cues), LEMMAS)
    assert all_found(finder, "Du säger det.") == ALWAYS | more


def test_a_finder_may_find_all_that_can_become_a_cue() -> None:
    """All pairs that certain classes lead, all beginnings and endings of a length."""
    finder = CueFinder(LEMMAS, beginnings=(5, 5), endings=(5,), neighbours=True, leading=frozenset({"you", "we"}))
    assert all_found(finder, "Du säger det.") == ALWAYS | {
        "säger~",
        "~säger",
        "du säger",
        "säger det",
        "{<you> …12 <say>}",
    }


def test_a_finder_takes_the_matches_of_classes_for_pairs() -> None:
    """Whatever else was sought is found by its text alone."""
    words = words_of("Vi ber. Då kan vi be du.")
    matches = Matcher([parse("<we>"), parse("vi be <you>"), parse("<we> ber")], [], CLASSES, in_swedish, forms).read(
        words
    )
    finder = CueFinder(LEMMAS, leading=frozenset({"we"}))
    first, second = finder.find(words, matches.sought)
    assert {text for text in first if not text.isalpha()} == {"^ vi", "<we>", "<we> ber"}
    assert {text for text in second if not text.isalpha()} == {
        "^ då",
        "<we>",
        "<you>",
        "vi be <you>",
        "{<we> …12 <you>}",
    }


def test_no_words_have_no_cues() -> None:
    assert found("…", "vi", "{<we> …12 <you>}") == []


# --- which cues need a pattern ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cue", "names"),
    [
        pytest.param("{<a> …12 <b>}", ("a", "b"), id="a pair"),
        pytest.param("{<b> …12 <number>}", ("b", "number"), id="with a built-in class"),
        pytest.param("{<a> …12 <a>}", None, id="a class with itself"),
        pytest.param("{<a> …11 <b>}", None, id="a narrower gap"),
        pytest.param("{<a> <b>}", None, id="no gap"),
        pytest.param("{<a> …12 b}", None, id="a word for a class"),
        pytest.param("{<a> …12 <b> …12 <c>}", None, id="three"),
        pytest.param("{<a> …12 <b>} c", None, id="a pair and more"),
        pytest.param("(<a> …12 <b>)", None, id="one order"),
        pytest.param("(<a> …12 <b>|c)", None, id="one order, and another pattern"),
        pytest.param("<a> …12 <b>", None, id="one order without brackets"),
        pytest.param("{ <a> …12 <b> }", None, id="other white space, by which no sentence tells it"),
        pytest.param("<a>", None, id="one class"),
    ],
)
def test_a_pair_of_classes_is_told_by_its_shape(cue: str, names: tuple[str, str] | None) -> None:
    assert class_pair(parse(cue)) == names
    assert names is None or pair_text(*names) == cue


@pytest.mark.parametrize(
    ("cue", "texts"),
    [
        pytest.param("vi", [], id="a word"),
        pytest.param("^ vi", [], id="a word that opens a clause"),
        pytest.param("kund~", [], id="a beginning"),
        pytest.param("~bolaget", [], id="an ending"),
        pytest.param("vi kan", [], id="neighbours"),
        pytest.param("<you>", [], id="a class of lemmas"),
        pytest.param("<we>", ["<we>"], id="a class of patterns"),
        pytest.param("<mixed>", ["<mixed>"], id="a class of both"),
        pytest.param("<number>", ["<number>"], id="a built-in class"),
        pytest.param("{<you> …12 <say>}", [], id="a pair of classes of lemmas"),
        pytest.param("{<we> …12 <say>}", ["<we>"], id="a pair, of which one is of patterns"),
        pytest.param("{<we> …12 <number>}", ["<we>", "<number>"], id="a pair, of which both are"),
        pytest.param("{<we> …12 <we>}", ["{<we> …12 <we>}"], id="a class with itself"),
        pytest.param("=Ni", ["=Ni"], id="an exact word"),
        pytest.param("vi =Ni", ["vi =Ni"], id="an exact neighbour"),
        pytest.param("vi $", ["vi $"], id="a word that ends a clause"),
        pytest.param("$ vi", ["$ vi"], id="a bound written in the other way"),
        pytest.param("vi kan nu", ["vi kan nu"], id="three words"),
        pytest.param("vi …2 kan", ["vi …2 kan"], id="a gap"),
        pytest.param("(vi|du)", ["(vi|du)"], id="a choice"),
        pytest.param("<you> <say>", ["<you> <say>"], id="classes side by side"),
        pytest.param("Vi", ["Vi"], id="a word written as no norm is"),
        pytest.param("~Bolaget", ["~Bolaget"], id="an ending written as no norm is"),
        pytest.param("vi  kan", ["vi  kan"], id="neighbours with white space of their own"),
        pytest.param("t.ex.", ["t.ex."], id="an abbreviation, whose norm lacks the full stop"),
    ],
)
def test_only_what_look_up_cannot_find_is_matched(cue: str, texts: list[str]) -> None:
    assert list(to_match(parse(cue), CLASSES, in_swedish)) == texts


def test_a_class_is_of_lemmas_where_all_its_entries_are() -> None:
    assert {name for name, entries in CLASSES.items() if is_of_lemmas(entries)} == {"you", "say", "dismiss"}


# --- the automaton as the oracle -------------------------------------------------------------------------------------

_words = st.sampled_from("abcde")
_entries = st.lists(st.lists(_words, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3, unique=True)
_of_lemmas = st.builds(Lemmas, st.sampled_from(PartOfSpeech), _entries.map(tuple)).map(lemma_class)
_of_patterns = _entries.map(lambda entries: tuple(map(parse, entries)))
_classes = st.fixed_dictionaries(dict.fromkeys("xyz", _of_lemmas | _of_patterns))
_clauses = st.lists(_words, min_size=1, max_size=18)
_texts = st.lists(_clauses, min_size=1, max_size=3)
PAIRS = [pair_text(first, second) for first in "xyz" for second in "xyz" if first != second]


def as_one_clause_each(sentences: Iterable[list[str]]) -> list[list[tuple[str, bool]]]:
    return [[(word, not index) for index, word in enumerate(sentence)] for sentence in sentences]


@settings(max_examples=300, deadline=None)
@given(_classes, _texts)
def test_finds_the_pairs_that_the_automaton_finds(classes: dict[str, tuple], texts: list[list[str]]) -> None:
    """For random classes and sentences of one clause, exactly the pairs whose patterns match there."""
    words = plain_words(as_one_clause_each(texts))
    pairs = [parse(text) for text in PAIRS]
    sought = Matcher(pairs, [], classes, as_they_stand).read(words).sought
    expected = [
        {text for text, matches in sought.items() for match in matches if sentence.first <= match.first < sentence.last}
        for sentence in words.sentences
    ]
    by_look_up = Matcher([], [], classes, as_they_stand, cues=pairs).read(words).cues
    assert [set(PAIRS) & there for there in by_look_up] == expected


CUES = ["a", "^ a", "a b", "abcd~", "~cd", "~d", "a $", "a …1 b", "<x>", "a <y>", *PAIRS[:2]]
_long_words = st.sampled_from(["a", "b", "cd", "abcd", "abcde", "bcd"])


@settings(max_examples=200, deadline=None)
@given(
    _classes, st.lists(st.lists(st.tuples(_long_words, st.booleans()), min_size=1, max_size=6), min_size=1, max_size=3)
)
def test_every_cue_is_found_where_its_pattern_matches(
    classes: dict[str, tuple], sentences: list[list[tuple[str, bool]]]
) -> None:
    """Whichever way it is found; of pairs, those in one clause are held to it above."""
    words = plain_words(sentences)
    cues = [parse(text) for text in CUES if text not in PAIRS]
    sought = Matcher(cues, [], classes, as_they_stand).read(words).sought
    expected = [
        {text for text, matches in sought.items() for match in matches if sentence.first <= match.first < sentence.last}
        for sentence in words.sentences
    ]
    found_there = Matcher([], [], classes, as_they_stand, cues=map(parse, CUES)).read(words).cues
    assert [{cue.text for cue in cues} & there for there in found_there] == expected
