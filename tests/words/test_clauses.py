"""Where clauses begin: punctuation, conjunctions, and what interrupts a clause without ending it."""

from __future__ import annotations

import pytest

from tonelint.model import Language, Span
from tonelint.words.tokens import read_words


def clauses(text: str, language: str) -> str:
    """The words, lower-cased, with a bar before each clause but the first."""
    words = read_words(text, Language(language), (), (Span(0, len(text)),))
    return "".join(
        (" | " if begins else " ") + norm for norm, begins in zip(words.norms, words.clause_starts, strict=True)
    )[3:]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("sv", "Vi lovar att göra allt", id="sv: infinitive att"),
        pytest.param("da", "Vi lover at gøre alt", id="da: infinitive at"),
        pytest.param("en", "We lost that parcel and forgot it", id="en: that before a noun, and before a verb"),
        pytest.param("sv", "Vi kan dock därför inte hjälpa dig", id="sv: adverbs open no clause"),
        pytest.param("da", "Vi kan dog derfor ikke hjælpe dig", id="da: adverbs open no clause"),
        pytest.param("da", "Er der sket en fejl", id="da: der after its verb"),
        pytest.param("en", "We are so sorry for the delay before Friday", id="en: so, for and before inside a clause"),
        pytest.param("sv", "Vi ber om ursäkt för det här", id="sv: prepositions"),
        pytest.param("da", "Vi beklager meget for den lange ventetid i dag og i går", id="da: prepositions"),
        pytest.param("sv", "Vi kan, tyvärr, inte hjälpa dig", id="sv: one word between commas"),
        pytest.param("sv", "Du får, tyvärr, ingen ersättning", id="sv: one word between commas before a noun"),
        pytest.param("sv", "Vi, tyvärr, kan inte", id="sv: after the subject alone"),
        pytest.param("sv", "Det är, trots allt, vårt fel", id="sv: two words between commas"),
        pytest.param("da", "Vi kan desværre, ærlig talt, ikke hjælpe", id="da: two words between commas"),
        pytest.param("en", "We are, after all, here", id="en: two words between commas"),
        pytest.param("sv", "Vi kan (tyvärr) inte hjälpa dig", id="one word in brackets"),
        pytest.param("sv", "Vi kan – tyvärr – inte hjälpa dig", id="one word between dashes"),
        pytest.param("sv", "Skicka vara(n) till du/ni mån–fre med e-post", id="sv: marks inside words"),
        pytest.param("en", "Your on-time item(s) you/we sent", id="en: marks inside words"),
        pytest.param("sv", "Det kostar 1,5 kr 14:30 för kund- och order", id="sv: marks inside numbers"),
    ],
)
def test_one_clause(language: str, text: str) -> None:
    assert "|" not in clauses(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sv", "Vi vet att du väntar", "vi vet | att du väntar"),
        ("da", "Vi ved at du venter", "vi ved | at du venter"),
        ("da", "Vi ved at I venter", "vi ved | at i venter"),
        ("en", "We know that you waited", "we know | that you waited"),
        ("sv", "Vi vet att\ndu väntar", "vi vet | att du väntar"),
        ("sv", "Vi ringer och du svarar", "vi ringer | och du svarar"),
        ("en", "We called and you answered", "we called | and you answered"),
        ("sv", "Vi ringer när det går men inte nu", "vi ringer | när det går | men inte nu"),
        ("da", "Vi ringer hvis det går", "vi ringer | hvis det går"),
        ("en", "We call because it works", "we call | because it works"),
        ("sv", "Vi vet, du väntar; det är: fel", "vi vet | du väntar | det är | fel"),
        ("sv", "Det är klart (se bilagan här nedan) nu", "det är klart | se bilagan här nedan | nu"),
        ("sv", "Det är fel – vi vet", "det är fel | vi vet"),
        ("sv", "Det är fel - vi vet", "det är fel | vi vet"),
        ("en", "A refund—we know", "a refund | we know"),
        ("sv", "Tja ... vi vet", "tja | vi vet"),
        ("sv", "Du ringde, vi svarade, sedan blev det tyst", "du ringde | vi svarade | sedan blev det tyst"),
        ("sv", "Vi har inte paketet, ring banken, de vet", "vi har inte paketet | ring banken | de vet"),
        ("sv", "Vi vet det, men, du borde", "vi vet det | men | du borde"),
        ("sv", "Ja, tyvärr, vi kan inte", "ja | tyvärr | vi kan inte"),
        ("sv", "Vi kan inte hjälpa dig, tyvärr.", "vi kan inte hjälpa dig | tyvärr"),
        ("sv", "Vi kan inte, när vi vill, hjälpa", "vi kan inte | när vi vill | hjälpa"),
        ("sv", "Vi kan inte, kära vän där, hjälpa", "vi kan inte | kära vän där | hjälpa"),
        ("sv", "Tack. Vi vet", "tack | vi vet"),
        ("en", "It took (s) long", "it took s long"),
        ("sv", "Vi vet,", "vi vet"),
    ],
)
def test_clauses(language: str, text: str, expected: str) -> None:
    assert clauses(text, language) == expected
