from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Foreign, Language, Span
from tonelint.replies.language import LanguageRun, languages, paragraphs
from tonelint.replies.language_words import SHAPES, WORDS

SV, DA, EN = Language.SV, Language.DA, Language.EN

SWEDISH = "Tack för ditt mejl. Jag har skickat en ny nyckel till dig i dag och den kommer på torsdag."
DANISH = "Tak for din mail. Jeg har sendt en ny nøgle til dig i dag, og den kommer på torsdag."
ENGLISH = "Thank you for your mail. I have sent you a new key today and it will be with you on Thursday."
NORWEGIAN = "Takk for meldingen. Jeg har sendt deg en ny nøkkel i dag, og du får den etter helgen, senest neste uke."

NORWEGIAN_PARAGRAPHS = [
    "Takk for at du tok kontakt. Vi har mottatt meldingen din og svarer deg i løpet av uken.",
    "Vi beklager at pakken har blitt forsinket. Den ble sendt fra lageret vårt i går kveld.",
    "Jeg har sett på saken, og det er dessverre ikke noe mer vi kan gjøre for deg nå.",
    "Unnskyld at du måtte vente så lenge. Jeg ringer deg etter klokken to i morgen.",
    "Har du prøvd å logge inn på nytt? Hvis det ikke hjelper, må du gjerne si fra til meg.",
    "Pengene er satt inn på kontoen deres, og dere ser dem senest i løpet av tre dager.",
    "Hva slags feilmelding får du når du åpner appen? Send meg gjerne et skjermbilde.",
    "Det tar dessverre noen dager før leverandøren svarer oss, men vi følger med på saken.",
    "Vi forstår at dette ikke er bra nok, og vi jobber med å finne ut hva som har skjedd.",
    "Du burde ha lest vilkårene før du bestilte. Der står det hva som gjelder ved avbestilling.",
    "Regningen ble sendt til feil adresse. Du slipper gebyret, og forfallsdatoen er flyttet en uke frem.",
    "Teknikeren kommer til dere på mandag mellom åtte og tolv. Noen må være hjemme og åpne døren.",
    "Abonnementet ditt er avsluttet fra i dag av, og du blir ikke trukket for neste måned.",
    "Dessverre har vi ikke mulighet til å hjelpe deg videre med dette spørsmålet.",
    "Kjolen er på vei tilbake til butikken, og du får pengene så snart vi har sjekket den.",
    "Jeg skjønner godt at du er skuffet. Slik skulle det ikke ha vært, og det tar jeg på meg.",
    "Et øyeblikk, så skal jeg sjekke hvor sendingen befinner seg akkurat nå.",
    "Saken din er videresendt til riktig avdeling. De tar kontakt med deg når de har sett på den.",
    "Ingen av oss visste at heisen sto stille i helgen. Nå er den reparert og virker igjen.",
    "Takk for tålmodigheten. Vi gir deg en rabatt på neste bestilling som et plaster på såret.",
    "Bestillingen din er dessverre ikke mulig å endre nå, siden den allerede er pakket.",
    "Vi har ikke fått noe svar fra deg, og lukker derfor saken. Gi beskjed hvis du trenger mer hjelp.",
    "Er det noe mer du lurer på, må du bare ringe oss. Vi sitter klare ved telefonen hver dag.",
    "Nettet falt ut fordi en gravemaskin kuttet kabelen. Feilen er rettet, og linjen din er oppe igjen.",
    "Me har fått meldinga di og ser på kva som har skjedd. Eg ringer deg når eg veit noko meir frå lageret.",
]

GERMAN_PARAGRAPHS = [
    "Vielen Dank für Ihre Nachricht. Wir haben Ihre Bestellung heute an Sie versendet.",
    "Es tut uns leid, dass Ihr Paket noch nicht angekommen ist. Wir fragen beim Versand nach.",
    "Leider können wir Ihnen in diesem Fall nicht weiterhelfen. Bitte wenden Sie sich an den Hersteller.",
    "Sie erhalten den Betrag innerhalb von fünf Tagen zurück auf Ihr Konto.",
    "Haben Sie das Gerät schon einmal neu gestartet? Wenn nicht, versuchen Sie es bitte.",
    "Der Techniker kommt am Montag zwischen acht und zwölf Uhr zu Ihnen nach Hause.",
    "Ich habe mir die Rechnung angesehen und der Fehler liegt bei uns. Dafür entschuldige ich mich.",
    "Wir melden uns, sobald wir etwas Neues von der Werkstatt wissen.",
    "Das steht so in unseren Bedingungen, denen Sie beim Kauf zugestimmt haben.",
    "Bitte senden Sie uns ein Foto von dem Schaden, damit wir den Fall prüfen können.",
    "Ihre Anfrage wurde an die zuständige Abteilung weitergeleitet und wird dort bearbeitet.",
    "Die Kündigung ist eingegangen. Ihr Vertrag endet zum letzten Tag des Monats.",
    "Wie kann ich dir helfen? Schreib mir einfach deine Bestellnummer.",
    "Auf diese E-Mail können Sie nicht antworten, weil das Postfach nicht gelesen wird.",
    "Aufgrund der vielen Anfragen dauert die Antwort zur Zeit etwas länger als sonst.",
]

FINNISH_PARAGRAPHS = [
    "Kiitos viestistäsi. Olemme vastaanottaneet tilauksesi ja lähetämme sen huomenna.",
    "Pahoittelemme, että paketti on myöhässä. Selvitämme asiaa kuljetusyhtiön kanssa.",
    "Valitettavasti emme voi auttaa tässä asiassa enempää.",
    "Rahat palautetaan tilillesi viiden päivän kuluessa.",
    "Oletko jo kokeillut käynnistää laitteen uudelleen? Jos et, kokeile sitä ensin.",
    "Asentaja tulee luoksesi maanantaina kello kahdeksan ja kahdentoista välillä.",
    "Lasku lähetettiin väärään osoitteeseen. Virhe on meidän, ja eräpäivää on siirretty.",
    "Palaamme asiaan heti, kun meillä on uutta kerrottavaa.",
    "Ehdot ovat nähtävissä verkkosivuillamme, ja hyväksyit ne tilauksen yhteydessä.",
    "Lähetä meille kuva vauriosta, niin voimme käsitellä asian.",
    "Viestisi on välitetty eteenpäin oikealle osastolle.",
    "Sopimuksesi päättyy kuukauden viimeisenä päivänä, eikä sinulta enää veloiteta mitään.",
    "Miten voin auttaa? Kirjoita tähän tilausnumerosi.",
    "Tähän viestiin ei voi vastata, koska postilaatikkoa ei lueta.",
    "Ruuhkan vuoksi vastaaminen kestää nyt tavallista pidempään.",
]

SHORT_SENTENCES = [
    ("Du borde ha läst villkoren.", SV),
    ("Det är tyvärr inte vårt fel.", SV),
    ("Kontakta fraktbolaget i stället.", SV),
    ("Det var inte så farligt.", SV),
    ("Du burde have læst vilkårene.", DA),
    ("Det er desværre ikke vores fejl.", DA),
    ("Kontakt i stedet fragtfirmaet.", DA),
    ("Der er ikke noget at gøre ved det.", DA),
    ("You should have read the terms.", EN),
    ("That is not our fault.", EN),
    ("Contact the carrier instead.", EN),
    ("As already explained, no.", EN),
]

WITHOUT_NORDIC_LETTERS = [
    ("Vi ber om ursakt for att paketet blev forsenat. Det ar pa vag till dig nu.", SV),
    ("Jag aterkommer nar jag vet mer, senast pa fredag.", SV),
    ("Tack foer ditt mejl, vi har tagit emot din fraaga och svarar saa snart vi kan.", SV),
    ("Maste du fraga nagon nar han ar har?", SV),
    ("Vi beklager at pakken er forsinket. Jeg har bedt lageret om at sende en ny til dig.", DA),
    ("Du far pengene tilbage pa din konto inden for tre dage.", DA),
    ("Din sag er sendt videre, og du hoerer fra os, naar vi ved mere.", DA),
    ("We are sorry that your parcel is late. It is on its way to you now.", EN),
]

BILINGUAL = [
    pytest.param((SWEDISH, ENGLISH), (SV, EN), id="a Swedish mail with an English translation below"),
    pytest.param((ENGLISH, SWEDISH), (EN, SV), id="an English mail with a Swedish translation below"),
    pytest.param((DANISH, ENGLISH), (DA, EN), id="a Danish mail with an English translation below"),
    pytest.param((SWEDISH, DANISH), (SV, DA), id="a Swedish mail with a Danish translation below"),
    pytest.param((DANISH, SWEDISH), (DA, SV), id="a Danish mail with a Swedish translation below"),
    pytest.param((SWEDISH, DANISH, ENGLISH), (SV, DA, EN), id="a mail in all three languages"),
]


def judged(text: str, declared: Language | Foreign | None = None) -> list[Language | str | None]:
    return [run.language or run.foreign or None for run in languages(text, declared)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("", [], id="no text has no paragraph"),
        pytest.param("\n \n\t\n", [], id="blank lines alone have none"),
        pytest.param("a\nb", [Span(0, 3)], id="neighbouring lines are one paragraph"),
        pytest.param("a\n\nb", [Span(0, 1), Span(3, 4)], id="a blank line parts two"),
        pytest.param("\na\n \n\nb\n", [Span(1, 2), Span(6, 7)], id="spaces make a line no less blank"),
    ],
)
def test_paragraphs_are_the_blocks_between_blank_lines(text: str, spans: list[Span]) -> None:
    assert paragraphs(text) == spans


@given(st.text(alphabet="ab> \n\t\u2029", max_size=40))
def test_paragraphs_hold_every_visible_character_once_and_no_blank_line(text: str) -> None:
    spans = paragraphs(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(line.strip() for start, end in spans for line in text[start:end].split("\n"))
    assert all(before.end < after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(("text", "language"), [(SWEDISH, SV), (DANISH, DA), (ENGLISH, EN), *SHORT_SENTENCES])
def test_a_sentence_of_ordinary_words_tells_its_language(text: str, language: Language) -> None:
    assert judged(text) == [language]


@pytest.mark.parametrize(("text", "language"), WITHOUT_NORDIC_LETTERS)
def test_text_typed_without_nordic_letters_is_told_all_the_same(text: str, language: Language) -> None:
    assert judged(text) == [language]


@pytest.mark.parametrize("text", NORWEGIAN_PARAGRAPHS)
def test_norwegian_is_named_and_not_judged(text: str) -> None:
    assert judged(text) == ["Norwegian"]


@pytest.mark.parametrize("text", GERMAN_PARAGRAPHS)
def test_german_is_named_and_not_judged(text: str) -> None:
    assert judged(text) == ["German"]


@pytest.mark.parametrize("text", FINNISH_PARAGRAPHS)
def test_finnish_is_named_and_not_judged(text: str) -> None:
    assert judged(text) == ["Finnish"]


@pytest.mark.parametrize(("parts", "expected"), BILINGUAL)
def test_a_mail_in_several_languages_is_split_at_its_paragraphs(
    parts: tuple[str, ...], expected: tuple[Language, ...]
) -> None:
    text = "\n\n".join(f"Hej \ue001!\n\n{part}\n\nMvh\n\ue001" for part in parts)
    runs = languages(text)
    assert [run.language for run in runs] == list(expected)
    assert all(part in text[run.span.start : run.span.end] for run, part in zip(runs, parts, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text, no run"),
        pytest.param("\ue000\n\n12 345", [None], id="placeholders and numbers tell nothing"),
        pytest.param("Hej Anna!", [None], id="a greeting that two languages share tells nothing"),
        pytest.param("Förlåt!", [SV], id="where all paragraphs are short, their words together tell"),
        pytest.param("Undskyld!\n\nDet ordner vi.\n\nMvh", [DA], id="short paragraphs are pooled"),
        pytest.param(f"Hej \ue001!\n\n{DANISH}", [DA], id="a greeting takes the language of what follows"),
        pytest.param(f"{SWEDISH}\n\nMvh\nAnna", [SV], id="a sign-off takes the language of what stands before"),
        pytest.param(f"{ENGLISH}\n\nMed vänlig hälsning", [EN], id="a short foreign sign-off is not another language"),
        pytest.param(
            f"{SWEDISH}\n\nRapport om transport av material Stockholm", [SV], id="an undecided paragraph inherits"
        ),
        pytest.param(
            f"{DANISH}\n\nVi kan se at du har fire stykker.", [DA], id="words of both are Danish among Danish"
        ),
        pytest.param(
            f"{NORWEGIAN}\n\nVi kan se at du har fire stykker.",
            ["Norwegian"],
            id="words of both are Norwegian among Norwegian",
        ),
        pytest.param(
            f"{NORWEGIAN}\n\n{DANISH}", ["Norwegian", DA], id="Danish words are Danish also below a Norwegian paragraph"
        ),
        pytest.param(
            f"{NORWEGIAN}\n\n{DANISH}\n\n{DANISH}",
            ["Norwegian", DA],
            id="Norwegian words are Norwegian above Danish ones",
        ),
        pytest.param(
            f"{NORWEGIAN}\n\nJeg kan se at du har fire og vi har syv.",
            ["Norwegian"],
            id="words of both that no Swede writes are Norwegian among Norwegian",
        ),
        pytest.param(f"{SWEDISH}\n\n{GERMAN_PARAGRAPHS[0]}", [SV, "German"], id="a foreign paragraph stands alone"),
        pytest.param("See https://www.x.de/und/der/die/das for the list", [EN], id="an address is in no language"),
        pytest.param("It isn’t here and we’ll send you another", [EN], id="a curly apostrophe is an apostrophe"),
    ],
)
def test_evidence_is_detected_first_and_inherited_where_there_is_none(
    text: str, expected: list[Language | str | None]
) -> None:
    assert judged(text) == expected


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        pytest.param("Hej Anna!", DA, [DA], id="a greeting is in the declared language"),
        pytest.param("\ue000", SV, [SV], id="so is a placeholder"),
        pytest.param(ENGLISH, SV, [SV], id="another language that is judged does not outweigh the declaration"),
        pytest.param(DANISH, SV, [SV], id="nor is Danish ever Norwegian for that"),
        pytest.param("Det gør vi gerne for deg.", DA, [DA], id="nor does a single Norwegian word"),
        pytest.param("Grüße aus Hamburg", SV, [SV], id="nor do a few German words"),
        pytest.param(f"{DANISH}\n\n{NORWEGIAN}", DA, [DA, "Norwegian"], id="a clearly Norwegian paragraph does"),
        pytest.param(f"{SWEDISH}\n\n{FINNISH_PARAGRAPHS[0]}\n\nMvh", SV, [SV, "Finnish", SV], id="so is a Finnish one"),
    ],
)
def test_a_declared_language_holds_but_for_what_is_clearly_foreign(
    text: str, declared: Language, expected: list[Language | str]
) -> None:
    assert judged(text, declared) == expected


def test_what_a_source_declares_holds_but_for_what_is_clearly_in_another_language() -> None:
    """A template that was copied from another keeps its ``lang``; a greeting tells nothing against it."""
    text = f"Hej Anna!\n\n{DANISH}\n\n{SWEDISH}"
    assert [run.language for run in languages(text, EN, is_firm=False)] == [EN, DA, SV]
    assert [run.language for run in languages(text, EN)] == [EN]
    assert [run.foreign for run in languages(text, Foreign("fi"), is_firm=False)] == ["fi"]


def test_what_is_declared_to_be_foreign_is_left_alone() -> None:
    assert judged(f"{SWEDISH}\n\nHej", Foreign("nb-NO")) == ["nb-NO"]


def test_a_part_goes_by_its_own_declaration() -> None:
    """A paragraph by the part that it begins in; one outside any part by what is declared for all, or by its words."""
    text = f"{SWEDISH}\n\n{ENGLISH}\n\nHej Anna"
    second, third = text.index(ENGLISH), text.index("Hej Anna")
    parts: list[tuple[Span, Language | Foreign]] = [
        (Span(4, 9), EN), (Span(second, second + 10), DA), (Span(third, len(text)), Foreign("fi")),
    ]  # fmt: skip
    for declared, first in ((EN, EN), (None, SV)):
        runs = languages(text, declared, parts)
        assert [run.language or run.foreign for run in runs] == [first, DA, "fi"]


def test_a_run_spans_its_paragraphs_from_first_to_last() -> None:
    text = f"\n{SWEDISH}\n\n{SWEDISH}\n\n{ENGLISH}\n"
    end = len(SWEDISH) * 2 + 3
    assert languages(text) == (
        LanguageRun(Span(1, end), SV),
        LanguageRun(Span(end + 2, end + 2 + len(ENGLISH)), EN),
    )


@given(st.lists(st.sampled_from([SWEDISH, DANISH, ENGLISH, NORWEGIAN, "Mvh", "\ue001", "\ue002 \ue000"]), max_size=6))
def test_runs_cover_every_paragraph_once_and_neighbours_differ(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    runs = languages(text)
    spans = paragraphs(text)
    holders = [[run for run in runs if run.span.start <= start and end <= run.span.end] for start, end in spans]
    assert all(len(found) == 1 for found in holders)
    assert all((a.language, a.foreign) != (b.language, b.foreign) for a, b in pairwise(runs))
    assert not any(run.language and run.foreign for run in runs)


@pytest.mark.parametrize("code", WORDS)
def test_a_language_lists_each_word_once_in_lower_case(code: str) -> None:
    words = WORDS[code].split()
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)


def test_every_shape_speaks_for_known_languages() -> None:
    assert all(set(codes.split()) < set(WORDS) for _, codes in SHAPES)
