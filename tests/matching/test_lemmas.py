"""Word classes given by lemmas are found by look-up; the automaton of the pattern ``<class>`` is the oracle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.test_matcher import words_of
from tonelint.matching.lemmas import LemmaIndex, Occurrence
from tonelint.matching.matcher import Matcher
from tonelint.model import Language, Span, ZoneKind
from tonelint.notation.parser import parse
from tonelint.notation.patterns import Lemmas, PartOfSpeech, Pattern, Sequence
from tonelint.words.tokens import Form, Sentence, Words, forms_of

if TYPE_CHECKING:
    from collections.abc import Mapping

NOUNS, VERBS, ADJECTIVES, WORDS = PartOfSpeech
FORMS = {
    "säga": ("säga", "säger", "sa"),
    "ta": ("ta", "tar", "tog"),
    "kund": ("kund", "kunden"),
    "ny": ("ny", "nya"),
}


def lemma_class(*lemmas: Lemmas) -> tuple[Pattern, ...]:
    """The entries of a class, as a file of word classes gives them."""
    return tuple(Pattern(f"{each.part}: {', '.join(each.entries)}", Sequence((each,))) for each in lemmas)


def in_swedish(words: str) -> tuple[Form, ...]:
    return forms_of(words, Language.SV)


def forms(lemma: str) -> tuple[str, ...]:
    return FORMS.get(lemma, (lemma,))


def found(text: str, *lemmas: Lemmas) -> list[str]:
    """What the index finds of one class in a text."""
    index = LemmaIndex({"x": lemma_class(*lemmas)}, in_swedish, forms)
    words = words_of(text)
    return [
        text[words.spans[first].start : words.spans[last - 1].end]
        for sentence in words.sentences
        for first, last, _ in index.occurrences(words, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        pytest.param("Vi sade det.", Lemmas(VERBS, ("säga",)), id="a form that no table lists"),
        pytest.param("Vi säger det.", Lemmas(WORDS, ("säga",)), id="a form of what is not inflected"),
        pytest.param("Kundens bil.", Lemmas(NOUNS, ("kund",)), id="a longer word"),
        pytest.param("Vi säger det.", Lemmas(VERBS, ("säga upp",)), id="the first word of a phrase alone"),
        pytest.param("Vi tar nya vägar upp.", Lemmas(VERBS, ("ta upp till",)), id="a phrase broken off"),
        pytest.param("Vi säger. Upp med dig.", Lemmas(VERBS, ("säga upp",)), id="a phrase does not leave its sentence"),
        pytest.param("Vi säger nu inte det upp.", Lemmas(VERBS, ("säga upp",)), id="three words in a verb's phrase"),
        pytest.param("Vi säger det, upp.", Lemmas(VERBS, ("säga upp",)), id="a gap does not leave its clause"),
        pytest.param("Vi säger, det upp.", Lemmas(VERBS, ("säga upp",)), id="nor begin in another"),
        pytest.param("Vi säger, upp.", Lemmas(VERBS, ("säga upp",)), id="nor is empty between two clauses"),
        pytest.param("Vi tar upp det till dig.", Lemmas(VERBS, ("ta upp till",)), id="a gap after the second word"),
        pytest.param("En ny bra kund.", Lemmas(NOUNS, ("ny kund",)), id="a word in a noun's phrase"),
        pytest.param("Nya kunden.", Lemmas(NOUNS, ("ny kund",)), id="only the last word of it is inflected"),
        pytest.param("Vi säger säga.", Lemmas(VERBS, ("ta säga",)), id="only the first word of a verb's is inflected"),
    ],
)
def test_is_quiet(text: str, lemmas: Lemmas) -> None:
    assert found(text, lemmas) == []


@pytest.mark.parametrize(
    ("text", "lemmas", "occurrences"),
    [
        pytest.param("Säga, SÄGER och sa.", Lemmas(VERBS, ("säga",)), ["Säga", "SÄGER", "sa"], id="every form"),
        pytest.param("Nej, inte jag.", Lemmas(WORDS, ("nej", "inte")), ["Nej", "inte"], id="words as they stand"),
        pytest.param("Vi sa upp dig.", Lemmas(VERBS, ("säga upp",)), ["sa upp"], id="a phrase side by side"),
        pytest.param(
            "Då säger vi upp dig.", Lemmas(VERBS, ("säga upp",)), ["säger vi upp"], id="one word in a verb's phrase"
        ),
        pytest.param(
            "Då säger vi inte upp.", Lemmas(VERBS, ("säga upp",)), ["säger vi inte upp"], id="two words in a verb's"
        ),
        pytest.param("Vi tar nu upp till er.", Lemmas(VERBS, ("ta upp till",)), ["tar nu upp till"], id="three words"),
        pytest.param("Den ny kunden.", Lemmas(NOUNS, ("ny kund",)), ["ny kunden"], id="the last word of a noun's"),
        pytest.param("Kund, nya krav", Lemmas(ADJECTIVES, ("kund ny",)), ["Kund, nya"], id="punctuation is passed"),
        pytest.param(
            "Säger upp upp.", Lemmas(VERBS, ("säga upp",)), ["Säger upp", "Säger upp upp"], id="all that it may be"
        ),
        pytest.param("Sa du? Säger upp.", Lemmas(VERBS, ("säga", "säga upp")), ["Sa", "Säger", "Säger upp"], id="both"),
    ],
)
def test_finds(text: str, lemmas: Lemmas, occurrences: list[str]) -> None:
    assert found(text, lemmas) == occurrences


def test_a_class_may_hold_several_parts_of_speech() -> None:
    assert found("Kunden sa nej.", Lemmas(NOUNS, ("kund",)), Lemmas(VERBS, ("säga",))) == ["Kunden", "sa"]


def test_a_word_may_stand_in_several_classes() -> None:
    """Each is told, with its words; the entries that are no lemmas are left to patterns."""
    index = LemmaIndex(
        {
            "b": lemma_class(Lemmas(NOUNS, ("kund",))),
            "a": (*lemma_class(Lemmas(WORDS, ("kund", "kund vi"))), parse("vi")),
            "c": (parse("kund"),),
        },
        in_swedish,
        forms,
    )
    words = words_of("Kund vi.")
    assert list(index.occurrences(words, words.sentences[0])) == [
        Occurrence(0, 1, "a"),
        Occurrence(0, 1, "b"),
        Occurrence(0, 2, "a"),
    ]


# --- the automaton as the oracle -------------------------------------------------------------------------------------

ALPHABET = "abcd"
_words = st.sampled_from(ALPHABET)
_entries = st.lists(st.lists(_words, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4, unique=True)
_lemmas = st.builds(Lemmas, st.sampled_from(PartOfSpeech), _entries.map(tuple))
_classes = st.fixed_dictionaries(
    {name: st.lists(_lemmas, min_size=1, max_size=2).map(lambda found: lemma_class(*found)) for name in "xyz"}
)
_tables = st.fixed_dictionaries({}, optional={word: st.sets(_words, max_size=2) for word in ALPHABET})
_sentences = st.lists(st.lists(st.tuples(_words, st.booleans()), min_size=1, max_size=9), min_size=1, max_size=3)


def plain_words(sentences: list[list[tuple[str, bool]]]) -> Words:
    """Sentences of words, each with whether a clause begins at it."""
    flat = [word for sentence in sentences for word, _ in sentence]
    clauses = [opens or not index for sentence in sentences for index, (_, opens) in enumerate(sentence)]
    bounds, first = [], 0
    for sentence in sentences:
        bounds.append(Sentence(first, first + len(sentence), ZoneKind.BODY))
        first += len(sentence)
    spans = tuple(Span(2 * index, 2 * index + 1) for index in range(len(flat)))
    return Words(tuple(flat), tuple(flat), spans, tuple(clauses), tuple(bounds))


def as_they_stand(words: str) -> tuple[Form, ...]:
    return tuple(Form(word, word) for word in words.split())


@settings(max_examples=400, deadline=None)
@given(_classes, _tables, _sentences)
def test_finds_what_the_automaton_finds(
    classes: Mapping[str, tuple[Pattern, ...]], table: Mapping[str, set[str]], sentences: list[list[tuple[str, bool]]]
) -> None:
    """For random classes, forms and sentences, exactly the places that patterns ``<class>`` match, and no others."""

    def inflected(lemma: str) -> tuple[str, ...]:
        return lemma, *sorted(table.get(lemma, ()))

    words = plain_words(sentences)
    matcher = Matcher([parse(f"<{name}>") for name in classes], [], classes, as_they_stand, inflected)
    expected = {
        Occurrence(*match, text[1:-1]) for text, matches in matcher.read(words).sought.items() for match in matches
    }
    index = LemmaIndex(classes, as_they_stand, inflected)
    assert {each for sentence in words.sentences for each in index.occurrences(words, sentence)} == expected


def test_the_oracle_tells_a_gap_and_a_clause_boundary() -> None:
    """The automaton takes two words in a verb's phrase, inside the clause; else it would prove nothing."""
    matcher = Matcher([parse("<x>")], [], {"x": lemma_class(Lemmas(VERBS, ("a b",)))}, as_they_stand)
    rows = [
        [("a", True), ("c", False), ("c", False), ("b", False)],
        [("a", True), ("c", False), ("c", False), ("c", False), ("b", False)],
        [("a", True), ("b", True)],
        [("a", True), ("c", True), ("b", False)],
    ]
    assert [len(matcher.read(plain_words([row])).sought.get("<x>", ())) for row in rows] == [1, 0, 0, 0]
