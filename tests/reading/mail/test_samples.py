"""Mails as programs write them: whose words are found, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.reading.formats.test_mail import place, prose_of
from tonelint.model import Language, ZoneKind
from tonelint.replies.zones import find_zones

if TYPE_CHECKING:
    from tonelint.reading.prose import Prose

SAMPLES = Path(__file__).parents[2] / "samples" / "mail"


def zone(prose: Prose, kind: ZoneKind) -> str:
    """The words of a message in zones of a kind, on one line."""
    text = prose.rendering.text.text
    return " ".join("".join(text[slice(*zone.span)] for zone in find_zones(text) if zone.kind is kind).split())


class Sample(NamedTuple):
    """What is found in a sample: some words with their place, the company's own words, the signature, the quotation."""

    name: str
    words: str
    line: int
    column: int
    body: str
    sign_off: str = ""
    customer: str = ""
    language: Language | None = None


MAILS = (
    Sample(
        "apple-mail-en.eml", "sorry for", 35, 46,
        "Hi Tom, We sent you the wrong lid. This is the one that fits your pot: It leaves here tomorrow morning."
        " I’m sorry for the bother.",
        "Ruth",
        "> On 3 Mar 2025, at 14:02, Tom Hale <tom.hale@example.com> wrote: > > The lid rattles. Do you people never"
        " check what you pack? > > Tom",
    ),
    Sample(
        "attachment-da.eml", "Kvitteringen", 15, 36,
        "Hej Ulla Vi kan ikke gøre mere ved den sag. Kvitteringen er vedhæftet.",
        "De bedste hilsner Havehjørnet",
    ),
    Sample(
        "base64-sv.eml", "vet inte", 10, 69,
        "Hej Per! Boken är slut hos förlaget 😕 och vi vet inte när den kommer in. Vi återkommer när vi vet mer.",
        "Hälsningar Bokhuset",
    ),
    Sample("content-language-da.eml", "Vi er", 12, 1, "Hej Anna Vi er i gang.", "Mvh Te & Tid", language=Language.DA),
    Sample(
        "flowed-sv.eml", "om du hade", 15, 1,
        "Hej Eva! Vi ser att fakturan redan har gått till inkasso, och det hade du sluppit om du hade betalat i tid."
        " Hör av dig om något är oklart.",
        "-- Linnelådan hej@linneladan.example",
        "Den 2025-03-06 kl. 20:11, skrev Eva: > Jag har aldrig fått någon faktura, och nu kommer det ett krav från ett"
        " bolag som jag inte har hört talas om.",
        Language.SV,
    ),
    Sample(
        "gmail-sv.eml", "du borde ha läst", 18, 33,
        "Hej Karin, tack för att du hörde av dig. Ditt paket har blivit kvar på terminalen i Borlänge, och du borde ha"
        " läst spårningen innan du ringde till oss. Vi skickar ett nytt i dag.",
        "Vänliga hälsningar Johan Berg Fjällboden",
        "Den mån 3 mars 2025 kl 14:02 skrev Karin Lund <karin.lund@example.com>: > Hej! > > Jag väntar fortfarande på"
        " mina kängor. Det är under all kritik att ingen svarar. > > /Karin",
    ),
    Sample(
        "html-only-en.eml", "them", 12, 2,
        "Dear Priya, Delays are the network operator’s fault, so please take it up with them.",
        "Kind regards Northwind Rail",
    ),
    Sample(
        "nested-alternative-sv.eml", "dig till", 27, 74,
        "Hej Sara, rummet som du bokade fanns tyvärr inte kvar, så vi har flyttat dig till ett annat. Något annat finns"
        " inte att få, och avboka kan du inte göra.",
        "Med vänlig hälsning Hotell Sjöglimt",
    ),
    Sample(
        "outlook-da.eml", "Du må selv", 20, 36,
        "Kære Mette Det er desværre ikke vores bord. Du må selv tage fat i fragtmanden.",
        "Venlig hilsen Søren Holm Kundeservice Lampehuset ApS",
        "________________________________ Fra: Mette Kjær <mette@example.dk> Sendt: 3. marts 2025 10:41"
        " Til: Lampehuset <kundeservice@lampehuset.example> Emne: Knust skærm Hej Lampen kom i to stykker."
        " Hvad gør I ved det? Mette",
    ),
    Sample(
        "qp-latin1-da.eml", "der står", 12, 6,
        "Hej Jens Det er din egen skyld, at kæden sprang: du skulle have smurt den, sådan som der står i hæftet.",
        "Mvh Cykelstalden",
    ),
)  # fmt: skip


def test_every_sample_is_looked_at() -> None:
    assert [sample.name for sample in MAILS] == sorted(path.name for path in SAMPLES.glob("*.eml"))


@pytest.mark.parametrize("sample", MAILS, ids=[sample.name for sample in MAILS])
def test_sample(sample: Sample) -> None:
    """Whose words are found, and where some of them stand in the file."""
    prose = prose_of((SAMPLES / sample.name).read_bytes())
    assert prose is not None
    assert (zone(prose, ZoneKind.BODY), zone(prose, ZoneKind.SIGN_OFF)) == (sample.body, sample.sign_off)
    assert zone(prose, ZoneKind.CUSTOMER) == sample.customer
    assert place(prose, sample.words) == (sample.line, sample.column)
    assert (prose.language, prose.location, prose.customer) == (sample.language, "", "")
