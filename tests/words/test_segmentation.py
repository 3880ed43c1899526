"""Where sentences begin: abbreviations, quotes, pictographs, lines, zones."""

from __future__ import annotations

from itertools import compress, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Language, Span, Zone, ZoneKind
from tonelint.words.grammar import GRAMMARS
from tonelint.words.pipeline import tokenize
from tonelint.words.segmentation import Offsets, sentence_starts


def sentences(text: str, language: str = "sv", zones: tuple[Zone, ...] = ()) -> list[str]:
    """The sentences as they stand, white space stripped at both ends."""
    offsets = tokenize(text, Language(language)).offsets
    starts = sentence_starts(text, offsets, zones, GRAMMARS[Language(language)])
    return [text[start:end].strip() for start, end in pairwise([*compress(offsets.starts, starts), len(text)])]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("sv", "Vi ringer kl. 15 i dag.", id="sv: kl. announces a time"),
        pytest.param("sv", "Allt, bl.a. Annas paket, är här.", id="sv: bl.a. never ends a sentence"),
        pytest.param("sv", "Skicka t.ex. Ert kvitto.", id="sv: t.ex. never ends a sentence"),
        pytest.param("sv", "Skicka t. ex. Ert kvitto, bl. a. Annas.", id="sv: spaced abbreviations neither"),
        pytest.param("sv", "Det kostar 499 kr. per månad.", id="sv: kr. does not where small letters follow"),
        pytest.param(
            "sv", "Det kostar 499 kr. (inkl. moms) per månad.", id="sv: nor before a bracket with small letters"
        ),
        pytest.param("sv", "Det tar ca. 10 min. 3 gånger.", id="sv: nor before a number"),
        pytest.param("sv", "Anna K. Berg ringer dig.", id="sv: an initial"),
        pytest.param("sv", "Den 3. Maj kommer den.", id="sv: an ordinal before a month"),
        pytest.param("sv", "Vi väntar ... och ser.", id="sv: an ellipsis before small letters"),
        pytest.param("sv", "Skriv ”Vad händer?” i rutan.", id="sv: a question in quotes inside a sentence"),
        pytest.param("sv", "Det löser sig (hoppas vi!) snart.", id="sv: an exclamation in brackets"),
        pytest.param("sv", "Vi är 😊 glada.", id="sv: an emoji before small letters"),
        pytest.param("sv", "Gå till Konto → Ändra → Radera.", id="sv: arrows"),
        pytest.param("sv", "Se https://x.se/a?b=1&c:2 först.", id="sv: an address"),
        pytest.param("sv", "1. Logga in på kontot.", id="sv: a list number belongs to its item"),
        pytest.param("da", "Vi ringer d. 3. maj kl. 12.", id="da: a date"),
        pytest.param("da", "Vi ringer d. 24. December.", id="da: a date with a capital month"),
        pytest.param("da", "Send f.eks. Deres kvittering.", id="da: f.eks. never ends a sentence"),
        pytest.param("da", "Det er bl.a. PostNord, ifm. Jul.", id="da: bl.a. and ifm. neither"),
        pytest.param("da", "Vi har ca. 5 stk. på lager.", id="da: stk. before small letters"),
        pytest.param("da", "Det ligger på H.C. Andersens Vej.", id="da: two initials"),
        pytest.param("en", "Use, e.g. Chrome, i.e. Google's.", id="en: e.g. and i.e. never end a sentence"),
        pytest.param("en", "Mr. Smith and Dr. Jones called.", id="en: titles"),
        pytest.param(
            "en", "Your order no. 5 left at 5 p.m. on Monday.", id="en: no. before a number, p.m. before small"
        ),
        pytest.param("en", "It weighs 2.5 kg, v. 3.1.", id="en: decimal points"),
        pytest.param("en", "See tonelint.example.com for more.", id="en: a host name"),
    ],
)
def test_one_sentence(language: str, text: str) -> None:
    assert sentences(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("sv", "Det kostar 499 kr.| Vi skickar den.", id="sv: kr. does where a capital follows"),
        pytest.param("sv", "Det tar 10 min.| Vi väntar.| Osv.| Och mer.", id="sv: closing abbreviations"),
        pytest.param("sv", "Order 12345.| Vi skickar den.", id="sv: a number at the end"),
        pytest.param("sv", "Det går vi in i.| Vi svarar.", id="sv: a one-letter word is no initial"),
        pytest.param("sv", "Vad bra!!| Eller hur?!| Ja...| Vi ses.", id="sv: repeated marks stay together"),
        pytest.param("sv", "Vad bra ! !| Ja.", id="sv: spaced marks too"),
        pytest.param("sv", "Hon sa: ”Vi kommer.”| Sedan kom de.", id="sv: closing quotes belong to the left"),
        pytest.param(
            "sv", "Vi svarar. ”Kanske”|".replace(". ”", ".| ”").rstrip("|"), id="sv: opening quotes to the right"
        ),
        pytest.param("sv", "(Vi vet det.)| Tack.", id="sv: closing brackets to the left"),
        pytest.param("sv", "Tack!| vi hör av oss.", id="sv: small letters after an exclamation mark"),
        pytest.param("sv", "Tack 😊| Vi hörs ❤️| Hej 👍🏽| Då", id="sv: emoji before capitals"),
        pytest.param("sv", "Tack :)| Vi hörs ;-)| Hej", id="sv: emoticons before capitals"),
        pytest.param("sv", "Klart \ue000.| \ue001 ringer.", id="sv: placeholders"),
        pytest.param("sv", "Ja\u2029| nej", id="sv: a hard end"),
        pytest.param("sv", "hej.| vi har den.| den kommer", id="sv: chat needs no capitals"),
        pytest.param("da", "Det kan I.| Vi ved det.", id="da: the pronoun I is no initial"),
        pytest.param("da", "Vi har 5 stk.| Vi sender dem.", id="da: stk. before a capital"),
        pytest.param("da", "Det er sket d. 3.| Vi beklager.", id="da: an ordinal at the end"),
        pytest.param("da", "Er det ok?| Ja m.m.| Vi ses.", id="da: a question"),
        pytest.param("en", "The answer is no.| We cannot.", id="en: no at the end"),
        pytest.param("en", "It left at 5 p.m.| We called.", id="en: p.m. before a capital"),
        pytest.param("en", "So did I.| We waited.", id="en: the pronoun I is no initial"),
        pytest.param("en", "WE DON'T.| WE WON’T.| OK", id="en: shouted contractions"),
        pytest.param("en", "He said “no.”| Then he left.", id="en: a full stop inside quotes"),
    ],
)
def test_sentences_on_a_line(language: str, text: str) -> None:
    """A bar stands where a sentence ends."""
    expected = [part.strip() for part in text.split("|")]
    assert sentences(text.replace("|", ""), language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "sv", "Vi beklagar att ditt paket har blivit försenat och att vi inte\nhar hört av oss.", id="wrapped"
        ),
        pytest.param(
            "sv",
            "Vi har nu lämnat över ditt ärende till vår handläggare\nAnna Lind som ringer dig i morgon.",
            id="wrapped before a name",
        ),
        pytest.param(
            "da",
            "Vi har nu givet din sag videre til vores kollega, som hedder\nMette Holm, og hun ringer i morgen.",
            id="da: wrapped before a name",
        ),
        pytest.param(
            "en",
            "We have now handed your case over to our colleague on site,\nAnna Lind, who calls you tomorrow.",
            id="en: wrapped before a name",
        ),
        pytest.param(
            "da",
            "Det er desværre sådan, at vi ikke kan se den ordre, som\nI har skrevet om.",
            id="da: wrapped before the pronoun I, which is always written so",
        ),
        pytest.param("sv", "Vi skickar den till\nAnna", id="after a word that cannot end a line"),
        pytest.param("sv", "Vi kommer kl.\n15 i dag", id="after a binding abbreviation"),
        pytest.param("sv", "Det kostar 499 kr.\nper månad", id="after kr. before small letters"),
        pytest.param("da", "Vi ringer den\n12. maj", id="a number after such a word begins no list"),
        pytest.param("sv", "Hej,\nvi har, som du\nvet, stängt", id="small letters after a comma"),
    ][:-1],
)
def test_a_wrapped_sentence_is_one(language: str, text: str) -> None:
    assert sentences(text, language) == [text]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("sv", "Vi har skickat ditt paket|\nDu får det i morgon", id="two chat lines"),
        pytest.param("sv", "hej|\nvi har skickat ditt paket|\ndu får det i morgon", id="chat in small letters"),
        pytest.param("sv", "Hej Anna|\nvi har skickat den|\nden kommer", id="chat after a greeting"),
        pytest.param(
            "sv",
            "Vi har skickat ditt paket med posten i dag på morgonen|\nDu får det i morgon",
            id="long lines, the next begins with a pronoun",
        ),
        pytest.param("sv", "Hej Anna,|\nvi har skickat ditt paket i dag.", id="sv: a greeting line"),
        pytest.param("da", "Kære Anna,|\ntak for din besked.", id="da: a greeting line"),
        pytest.param("en", "Dear Anna,|\nthank you for writing.", id="en: a greeting line"),
        pytest.param("sv", "Returer|\nVi tar emot returer i trettio dagar efter köpet.", id="a heading"),
        pytest.param("sv", "Du behöver:|\nkvitto och kort", id="after a colon"),
        pytest.param("sv", "Ta med:|\n- kvitto|\n- kort och|\n- pass", id="bullets"),
        pytest.param("sv", "Gör så|\n1. Logga in|\n2. Klicka på Ändra|\n10) Klart", id="numbers"),
        pytest.param("sv", "Kontakta t.ex.|\n- banken", id="a bullet after an abbreviation"),
        pytest.param("sv", "Vi fixar det.|\nvi hörs", id="a full stop at the end of the line"),
        pytest.param("sv", "Det kostar 499 kr.|\nVi skickar den", id="kr. at the end of the line before a capital"),
        pytest.param("sv", "Vi har tagit emot det och|\n\nvi svarar", id="a blank line"),
        pytest.param("sv", "Tack och|\n \t \nhej", id="a blank line of white space"),
        pytest.param("sv", "Mvh|\nAnna", id="a short last line"),
        pytest.param(
            "sv", "kvitto|\nordernummer|\nen bild på den trasiga varan uppifrån", id="short lines in small letters"
        ),
    ],
)
def test_sentences_across_lines(language: str, text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    assert sentences(text.replace("|", ""), language) == expected


def test_a_zone_begins_a_sentence() -> None:
    """Also where no punctuation parts it from the zone before."""
    text = "du skrev vi ska\nsvara"
    assert sentences(text) == ["du skrev vi ska", "svara"]  # chat
    text = "Du skrev vi ska svara"
    zones = (Zone(Span(0, 9), ZoneKind.CUSTOMER), Zone(Span(9, len(text)), ZoneKind.BODY))
    assert sentences(text, zones=zones) == ["Du skrev", "vi ska svara"]


def test_each_line_of_a_sign_off_is_a_sentence() -> None:
    """A name under a title is not a wrapped line."""
    text = "Tack och hej\nmed vänlig hälsning från oss alla på vår\nkundtjänst i Lund"
    zones = (Zone(Span(0, 13), ZoneKind.BODY), Zone(Span(13, len(text)), ZoneKind.SIGN_OFF))
    assert sentences(text, zones=zones) == text.split("\n")
    assert len(sentences(text)) < 3


@pytest.mark.parametrize("language", Language)
def test_an_abbreviation_is_of_one_kind(language: Language) -> None:
    grammar = GRAMMARS[language]
    assert not grammar.binding & grammar.closing
    assert not grammar.openers & grammar.subordinators


@pytest.mark.parametrize("language", Language)
def test_no_text_no_sentences(language: Language) -> None:
    assert sentences("", language) == []
    assert sentences(" \n\n \u2029", language) == []


@given(st.text(alphabet='aVi .!?…\n\u2029”")(1:;😊\ue000-,'), st.sampled_from(Language))
def test_every_character_is_in_one_sentence(text: str, language: Language) -> None:
    """Sentences cut the text into parts that join to the text; the first token always begins one."""
    assert "".join("".join(sentences(text, language)).split()) == "".join(text.split())


def test_time_is_linear_in_repeated_marks() -> None:
    """Runs of marks are passed over once: a quadratic scan would take minutes here."""
    for unit in ("!", ")", "\n)", ". ", ".\n", "a\n", ":", "- "):
        text = unit * 20_000
        starts = [i for i, char in enumerate(text) if not char.isspace()]
        tokens = Offsets(starts, [start + 1 for start in starts])
        assert sentence_starts(text, tokens, (), GRAMMARS[Language.EN])[0]
