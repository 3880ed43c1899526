"""Words and their columns: what counts as a word, contractions, exact places, zones, languages side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Language, Span, Zone, ZoneKind
from tonelint.words.tokens import Form, Sentence, Words, forms_of, read_words


def words_of(text: str, language: str = "sv") -> Words:
    everything = Span(0, len(text))
    return read_words(text, Language(language), (Zone(everything, ZoneKind.BODY),), (everything,))


@pytest.mark.parametrize(
    ("language", "text", "norms"),
    [
        pytest.param("en", "can't", "can not", id="can't"),
        pytest.param("en", "can’t", "can not", id="can't, curly"),
        pytest.param("en", "cannot", "can not", id="cannot"),
        pytest.param("en", "won't", "will not", id="won't"),
        pytest.param("en", "won’t", "will not", id="won't, curly"),
        pytest.param("en", "shan't", "shall not", id="shan't"),
        pytest.param("en", "didn't", "did not", id="didn't keeps its past"),
        pytest.param("en", "didn’t", "did not", id="didn't, curly"),
        pytest.param("en", "don´t", "do not", id="don't with the accent key"),
        pytest.param("en", "we're", "we are", id="we're"),
        pytest.param("en", "we’re", "we are", id="we're, curly"),
        pytest.param("en", "I'm", "i am", id="I'm"),
        pytest.param("en", "Im sorry", "i am sorry", id="Im"),
        pytest.param("en", "we've", "we have", id="we've"),
        pytest.param("en", "should've", "should have", id="should've"),
        pytest.param("en", "should’ve", "should have", id="should've, curly"),
        pytest.param("en", "I'll", "i will", id="I'll"),
        pytest.param("en", "I'd", "i 'd", id="I'd stays open: had or would"),
        pytest.param("en", "I’d", "i 'd", id="I'd, curly"),
        pytest.param("en", "it's", "it 's", id="it's stays open: is or has"),
        pytest.param("en", "WE CAN'T AND WON’T, DIDN'T.", "we can not and will not did not", id="shouted"),
        pytest.param("en", "order id, Wed 4 May", "order id wed 4 may", id="id and Wed are no contractions"),
        pytest.param("en", "the refund was made", "the refund was made", id="other words keep their form"),
        pytest.param("sv", "Vi KAN inte.", "vi kan inte", id="capitals"),
        pytest.param("sv", "kl. 15, bl.a. 499 kr.", "kl 15 bl.a 499 kr", id="the last full stop of abbreviations"),
        pytest.param("sv", "Hej! Va? 50 % + & - / ( ) ” … ,", "hej ! va ? 50 % + &", id="marks that are spoken"),
        pytest.param("sv", "Hej \ue000, \ue001: \ue002. #\ue000", "hej \ue000 \ue001 \ue002 \ue000", id="placeholders"),
        pytest.param("sv", "tack 😊 :) :D <3 ❤️", "tack", id="emoji and emoticons are no words"),
        pytest.param("sv", "e-post 14:30 1,5", "e-post 14:30 1,5", id="marks inside words"),
        pytest.param("da", "pc'er d. 3. maj", "pc'er d 3 maj", id="da: apostrophes and ordinals"),
    ],
)
def test_norms(language: str, text: str, norms: str) -> None:
    """Patterns see these words, and the words of a pattern are read in the same way."""
    assert " ".join(words_of(text, language).norms) == norms
    assert " ".join(form.norm for form in forms_of(text, Language(language))) == norms


def test_forms_keep_the_text_as_it_stands() -> None:
    assert forms_of("Ni kan’t, I", Language.EN)[0] == Form("Ni", "ni")
    assert forms_of("=", Language.EN) == ()


def test_places_are_exact() -> None:
    """Also after line breaks, several spaces, placeholders and characters outside the basic plane."""
    text = "😊 Hej  Anna,\n\n\tvi can't \ue000.\u2029Ja!"
    words = words_of(text, "en")
    assert [text[start:end] for start, end in words.spans] == list(words.texts)
    assert words.texts == ("Hej", "Anna", "vi", "ca", "n't", "\ue000", "Ja", "!")
    assert words.spans[3] == Span(text.index("can't"), text.index("can't") + 2)
    assert words.spans[0].start == 2


def test_a_dropped_mark_passes_its_start_on() -> None:
    """A sentence that opens with a quotation mark begins, among words, at its first word; so does a clause."""
    words = words_of("Ja. ”Vi vet”, – (du) vet")
    assert [words.texts[sentence.first] for sentence in words.sentences] == ["Ja", "Vi"]
    assert words.clause_starts == (True, True, False, True, True)


def test_sentences_cover_the_words_and_carry_their_zones() -> None:
    text = "Du skrev: var? Vi svarar. Mvh Anna"
    first, second = text.index("Vi"), text.index("Mvh")
    zones = (
        Zone(Span(0, first), ZoneKind.CUSTOMER),
        Zone(Span(first, second), ZoneKind.BODY),
        Zone(Span(second, len(text)), ZoneKind.SIGN_OFF),
    )
    words = read_words(text, Language.SV, zones, (Span(0, len(text)),))
    assert words.sentences == (
        Sentence(0, 4, ZoneKind.CUSTOMER),
        Sentence(4, 6, ZoneKind.BODY),
        Sentence(6, 8, ZoneKind.SIGN_OFF),
    )


def test_only_words_inside_the_spans_are_read() -> None:
    """Another language between two parts is left out, and what begins there begins at the next word read."""
    text = "Vi vet. We know. Vi svarar."
    other = text.index("We"), text.index("Vi svarar")
    words = read_words(text, Language.SV, (), (Span(0, other[0]), Span(other[1], len(text))))
    assert words.texts == ("Vi", "vet", "Vi", "svarar")
    assert [sentence.first for sentence in words.sentences] == [0, 2]
    assert words.clause_starts == (True, False, True, False)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", ["", " \n\n ", "…", "\u2029", "(—)"])
def test_a_text_without_words_has_none(text: str, language: Language) -> None:
    assert words_of(text, language) == Words((), (), (), (), ())


def test_a_clause_ends_before_the_next_and_before_spoken_marks() -> None:
    words = words_of("Vi vet, du också? Ja")
    assert [index for index in range(7) if words.ends_clause(index)] == [0, 2, 4, 5, 6]


@given(st.text(alphabet="aVI kl.1!?,–\n”\")(’'´:😊\ue000-"), st.sampled_from(Language))
def test_columns_agree(text: str, language: Language) -> None:
    """Columns are equally long, places rise, sentences cover all words and each begins a clause."""
    words = words_of(text, language)
    count = len(words.texts)
    assert len(words.norms) == len(words.spans) == len(words.clause_starts) == count
    flat = [offset for span in words.spans for offset in span]
    assert flat == sorted(flat)
    assert [i for sentence in words.sentences for i in range(sentence.first, sentence.last)] == list(range(count))
    assert all(words.clause_starts[sentence.first] for sentence in words.sentences)
    assert all(words.norms)
