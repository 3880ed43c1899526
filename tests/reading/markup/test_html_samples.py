"""Whole mails: templates, and replies as mail programs write them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tonelint.model import Foreign, Language, Source, ZoneKind
from tonelint.reading.markup import read_html, rendered
from tonelint.reading.placeholders import BRANCH, PERSON, PLACEHOLDER
from tonelint.replies.zones import find_zones
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from tonelint.reading.prose import Rendering

SAMPLES = Path(__file__).parents[2] / "samples" / "html"
SHOWN = {ord(BRANCH): "¶", ord(PLACEHOLDER): "¤", ord(PERSON): "☺"}


def sample(name: str) -> tuple[Source, Rendering]:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    rendering = rendered(MappedText.of(text), read_html)
    assert rendering
    return Source(name, text), rendering


def zone(rendering: Rendering, kind: ZoneKind) -> str:
    """The text of one kind of zone, line by line."""
    text = rendering.text.text
    found = "".join(text[slice(*zone.span)] for zone in find_zones(text) if zone.kind is kind)
    return "\n".join(filter(None, found.translate(SHOWN).split("\n")))


TEMPLATE = """\
Din soffa är försenad | Lövhem

Ny leveransdag för order ¤ – välj en tid som passar

Lövhem möbler

Leveransen blir senare än vi lovade

Hej ☺,

Soffan som du beställde den 4 mars har fastnat hos transportören, och vi borde ha hört av oss redan i måndags.
Vi ber om ursäkt för det.

Se var paketet är

Vi har satt tillbaka frakten, 495 kr, på ditt kort.

Du betalar först när soffan står i ditt vardagsrum.

Ny leverans: tisdag 18 mars¶
Tid: mellan 8 och 12

Välj en annan tid

Med vänlig hälsning
☺
Kundservice, Lövhem"""

MJML = """\
Din reklamation af kaffemaskinen

Vi har fundet fejlen – og du får en ny maskine

Bryggeriet på Nørrebro

Kære ☺

Tak, fordi du sendte maskinen ind. Pumpen er defekt, og det er vores fejl, ikke din.

Det sker der nu:

Vi sender en ny maskine i dag.¶
Du får de 149 kr. for fragten retur.

Følg din sag

Åbner din sag i browseren

Gem kvitteringen i tre år.

Sagsnummer

¤

Venlig hilsen
Freja
Kundeservice"""


@pytest.mark.parametrize(("name", "text"), [("leveransbesked.html", TEMPLATE), ("svar-paa-reklamation.mjml", MJML)])
def test_a_template_is_read_as_its_reader_sees_it(name: str, text: str) -> None:
    _, rendering = sample(name)
    assert rendering.text.text.translate(SHOWN) == text


@pytest.mark.parametrize(
    ("name", "words", "line", "column"),
    [
        ("leveransbesked.html", "Din soffa är försenad", 5, 10),
        ("leveransbesked.html", "Ny leveransdag för order", 16, 5),
        ("leveransbesked.html", "välj en tid som passar", 16, 62),
        ("leveransbesked.html", "Lövhem möbler", 22, 69),
        ("leveransbesked.html", "senare än vi lovade", 28, 11),
        ("leveransbesked.html", "vi borde ha hört av oss redan", 33, 15),
        ("leveransbesked.html", "Se var paketet är", 32, 56),
        ("leveransbesked.html", "står i ditt vardagsrum", 39, 50),
        ("leveransbesked.html", "Välj en annan tid", 46, 102),
        ("svar-paa-reklamation.mjml", "du får en ny maskine", 4, 49),
        ("svar-paa-reklamation.mjml", "Bryggeriet på Nørrebro", 14, 63),
        ("svar-paa-reklamation.mjml", "det er vores fejl", 18, 25),
        ("svar-paa-reklamation.mjml", "Åbner din sag i browseren", 28, 57),
        ("svar-paa-reklamation.mjml", "Gem kvitteringen", 32, 57),
        ("reply-in-gmail.html", "You're right", 1, 56),
        ("reply-in-gmail.html", "I refunded £42.50", 1, 221),
        ("reply-in-gmail.html", "This is a joke", 2, 390),
        ("reply-in-gmail.html", "PS: the second receipt", 4, 19),
        ("tva-sprak.html", "Black Friday", 7, 36),
        ("tva-sprak.html", "Breakfast is included", 16, 57),
        ("outlook-svar.html", "Vi kan desværre ikke se, hvornår", 13, 59),
        ("outlook-svar.html", "I har spildt hele min dag", 28, 22),
    ],
)
def test_words_stand_where_they_are_written(name: str, words: str, line: int, column: int) -> None:
    source, rendering = sample(name)
    start = rendering.text.text.index(words)
    assert source.position(rendering.text.source_span(start, start + len(words)).start) == (line, column)


@pytest.mark.parametrize(
    ("name", "kind", "lines"),
    [
        ("leveransbesked.html", ZoneKind.SIGN_OFF, "Med vänlig hälsning\n☺\nKundservice, Lövhem"),
        ("svar-paa-reklamation.mjml", ZoneKind.SIGN_OFF, "Venlig hilsen\nFreja\nKundeservice"),
        (
            "reply-in-gmail.html",
            ZoneKind.BODY,
            (
                "Hi Priya,\nYou're right, and I'm sorry: we charged your card twice on 3 May. 🙁¶\n"
                "I refunded £42.50 this morning — your bank will show it by Thursday.\n"
                "PS: the second receipt is attached."
            ),
        ),
        (
            "reply-in-gmail.html",
            ZoneKind.SIGN_OFF,
            "Best wishes,¶\nTom¶\nCustomer care, Northmoor Outdoor\nnorthmoor.example/help",
        ),
        (
            "reply-in-gmail.html",
            ZoneKind.CUSTOMER,
            (
                "> On Mon, 5 May 2025 at 09:12, Priya Nair <priya@example.com> wrote:\n> Hello,\n"
                "> You took my money twice. This is a joke.\n> Your order has been placed."
            ),
        ),
        ("tva-sprak.html", ZoneKind.SIGN_OFF, "Hälsningar\nHotell Strandgården"),
        (
            "outlook-svar.html",
            ZoneKind.BODY,
            (
                "Hej Søren\nTak for din mail. Vi kan desværre ikke se, hvornår teknikeren har været hos dig.¶\n"
                "Jeg ringer til ham i dag og skriver til dig inden kl. 15."
            ),
        ),
        ("outlook-svar.html", ZoneKind.SIGN_OFF, "Med venlig hilsen¶\nMette Krogh¶\nBredbåndsservice"),
        (
            "outlook-svar.html",
            ZoneKind.CUSTOMER,
            (
                "> Fra: Søren Dahl <soren@example.dk>\n> Sendt: 12. maj 2025 08:41\n"
                "> Til: Kundeservice <hjaelp@example.dk>\n> Emne: Hvorfor kom der ingen?\n> I har spildt hele min dag."
            ),
        ),
    ],
)
def test_whose_words_stand_where_is_told(name: str, kind: ZoneKind, lines: str) -> None:
    _, rendering = sample(name)
    assert zone(rendering, kind) == lines


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("leveransbesked.html", Language.SV),
        ("svar-paa-reklamation.mjml", Language.DA),
        ("reply-in-gmail.html", None),
        ("tva-sprak.html", Language.SV),
        ("outlook-svar.html", None),
    ],
)
def test_languages_of_whole_mails(name: str, language: Language | None) -> None:
    assert sample(name)[1].language == language


def test_languages_of_the_parts_of_a_mail() -> None:
    _, rendering = sample("tva-sprak.html")
    parts = [(rendering.text.text[slice(*part.span)], part.language) for part in rendering.parts]
    assert parts == [
        ("Black Friday", Language.EN),
        (
            "Hello!\n\nYour booking has been cancelled, and you will get the full amount back within five days.",
            Language.EN,
        ),
        (", as we say here.\n\nMap of the hotel", Language.EN),
        ("Breakfast is included.", Language.EN),
        ("Das Frühstück ist inbegriffen.", Foreign("de")),
    ]
