"""The forms of lemmas: those that people write are there, those that only dictionaries list are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import write_files
from tonelint.model import Language
from tonelint.notation.patterns import PartOfSpeech
from tonelint.rulebook.wordclasses import ClassFile
from tonelint.tuning.inflect import forms, lemmas_of, main, table

if TYPE_CHECKING:
    from pathlib import Path

LEMMAS = {
    Language.SV: """
vänta: väntar väntade väntat väntas väntad
skicka: skickar skickade skickat skickas skickades skickats skickad
beklaga: beklagar beklagade beklagat
ersätta: ersätter ersatte ersatt ersätts ersattes
återbetala: återbetalar återbetalade återbetalat återbetalas återbetalades
skriva: skriver skrev skrivit skrivs skriv
få: får fick fått
gå: går gick gått
se: ser såg sett ses
kund: kunden kunder kunderna kundens kundernas
fråga: frågar frågade frågan frågor frågorna
ärende: ärendet ärenden ärendena ärendets
meddelande: meddelandet meddelanden meddelandena
kundtjänst: kundtjänsten kundtjänstens
gäst: gästen gäster gästerna
paket: paketet paketen
stor: stora stort större störst största
dålig: dåliga dåligt sämre sämst sämsta
""",
    Language.DA: """
vente: venter ventede ventet vent
sende: sender sendte sendt sendes send
beklage: beklager beklagede beklaget
erstatte: erstatter erstattede erstattet erstattes
oprette: opretter oprettede oprettet oprettes
fortsætte: fortsætter fortsatte
betale: betaler betalte betalt betales
skrive: skriver skrev skrevet skrives
få: får fik fået
gå: går gik gået
se: ser set ses
kunde: kunden kunder kunderne kundens
sag: sagen sager sagerne sagens
billet: billetten billetterne billettens
gæst: gæsten gæster gæsterne
spørgsmål: spørgsmålet spørgsmålene
stor: store stort større størst største
dårlig: dårlige dårligt dårligere dårligst
""",
    Language.EN: """
wait: waits waited waiting
send: sends sent sending
stop: stops stopped stopping
try: tries tried trying
apologise: apologises apologised apologising
refund: refunds refunded refunding
pay: pays paid paying
write: writes wrote written writing
get: gets got getting
see: sees saw seen seeing
go: goes went going
be: am is are was were been being
nouns customer: customers
nouns company: companies
nouns box: boxes
nouns day: days
nouns child: children
adjectives late: later latest
adjectives easy: easier easiest
""",
}
NOT_WRITTEN = {
    Language.SV: "skicka: skicke skicken skickom; gå: gingo; vänta: väntandes väntaden; dyr: dyre dyres",
    Language.DA: "sende: sendtet sendtetes; vente: ventetes ventetene ventedes; stor: storest",
    Language.EN: "nouns refund: refunding refunded; adjectives late: lates lated; nouns box: boxing boxed",
}
WRITTEN = [
    pytest.param(language, *line.split(": "), id=f"{language.value}: {line.partition(':')[0]}")
    for language, lines in LEMMAS.items()
    for line in lines.strip().splitlines()
]
OBSOLETE = [
    pytest.param(language, *line.split(": "), id=f"{language.value}: {line.partition(':')[0]}")
    for language, lines in NOT_WRITTEN.items()
    for line in lines.split("; ")
]


def forms_of(lemma: str, language: Language) -> set[str]:
    """The forms of a lemma, which may stand after its part of speech."""
    part, _, word = lemma.rpartition(" ")
    return set(forms(word, language, PartOfSpeech(part or "verbs")))


@pytest.mark.parametrize(("language", "lemma", "expected"), WRITTEN)
def test_forms_that_people_write_are_there(language: Language, lemma: str, expected: str) -> None:
    """What looks like an obsolete ending may be that of the lemma."""
    assert set(expected.split()) - forms_of(lemma, language) == set()


@pytest.mark.parametrize(("language", "lemma", "unwanted"), OBSOLETE)
def test_forms_that_nobody_writes_are_not(language: Language, lemma: str, unwanted: str) -> None:
    """Plural verbs of old and declined participles; nor, in English, forms of another part of speech."""
    assert set(unwanted.split()) & forms_of(lemma, language) == set()


@pytest.mark.parametrize("language", Language)
def test_forms_are_letters_in_order_without_the_lemma(language: Language) -> None:
    """Each once."""
    for word in ("problem", "be"):
        found = forms(word, language)
        assert list(found) == sorted(set(found) - {word})
        assert all(map(str.isalpha, found))


@pytest.mark.parametrize(
    ("language", "lemma", "expected"),
    [
        pytest.param(Language.SV, "zombiefaktura", "zombiefakturan zombiefakturor", id="sv, a compound"),
        pytest.param(Language.DA, "zombiebetale", "zombiebetaler zombiebetalt", id="da, a compound"),
        pytest.param(Language.SV, "zlompa", "zlompar zlompade zlompat", id="sv, a verb"),
        pytest.param(Language.SV, "zlomp", "zlompen zlompar zlompt", id="sv, another word"),
        pytest.param(Language.DA, "zlompe", "zlomper zlompede zlompet", id="da, a verb"),
        pytest.param(Language.DA, "zlomp", "zlompen zlomper zlompet", id="da, another word"),
        pytest.param(Language.EN, "zlomp", "zlomps zlomped zlomping", id="en, a verb"),
        pytest.param(Language.EN, "zlompify", "zlompifies zlompified zlompifying", id="en, a verb with y"),
        pytest.param(Language.EN, "nouns zlompy", "zlompies", id="en, a noun"),
        pytest.param(Language.EN, "adjectives zlompy", "", id="en, an adjective has no forms"),
    ],
)
def test_words_that_no_dictionary_lists_are_inflected_all_the_same(
    language: Language, lemma: str, expected: str
) -> None:
    """As the known word in which a compound ends, else by the regular endings."""
    found = forms_of(lemma, language)
    assert set(expected.split()) - found == set()


CLASSES = """\
delay:
  nouns: delay, time of day
  words: late
try: {verbs: "try, give up"}
plain: [soon]
"""


def test_the_words_of_lemma_classes_are_inflected() -> None:
    """The first of a verb's phrase, the last of a noun's; what is no lemma is left alone."""
    file = ClassFile("en.yaml", CLASSES)
    lemmas = {(word, part.value) for word, part in lemmas_of(file)}
    assert lemmas >= {("delay", "nouns"), ("try", "verbs"), ("give", "verbs")}
    assert not {"late", "soon", "up"} & {word for word, _ in lemmas}
    lines = table(file, Language.EN).splitlines()
    assert lines == sorted(lines)
    assert {"delay: delays", "try: tried triedst tries triest trieth trying"} <= set(lines)


def test_tables_are_written_beside_the_word_classes(tmp_path: Path) -> None:
    """One a language."""
    main(write_files(tmp_path, {f"{language}.yaml": "delay: {nouns: problem}\n" for language in Language}))
    first = {language: (tmp_path / f"{language}.forms.txt").read_text("utf-8") for language in Language}
    assert first[Language.EN] == "problem: problems\n"
    assert " problemet " in first[Language.SV]
