from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Span, Zone, ZoneKind
from tonelint.replies.zones import find_zones, greeting_end

LETTERS = {ZoneKind.BODY: ".", ZoneKind.CUSTOMER: "c", ZoneKind.SIGN_OFF: "s", ZoneKind.FOOTER: "f"}

LINES = [
    "",
    "  ",
    "Hej Anna,",
    "Vi skickar en ny nyckel i dag.",
    "Tack för ditt tålamod",
    "Mvh",
    "Kind regards,",
    "Anna Ek, Granit Bredband",
    "/Anna",
    "P.S. Glöm inte den gamla.",
    "Granit AB, org.nr 556677-8899",
    "tfn 08-555 17 30",
    "> Var är min nyckel?",
    "Den 3 mars skrev Anna:",
    "-----Original Message-----",
    "\ue001",
    "- Pass",
]


def drawn(text: str) -> str:
    """The kind of each line: ``.`` body, ``c`` customer, ``s`` sign-off, ``f`` footer."""
    zones = find_zones(text)
    offset, letters = 0, ""
    for line in text.split("\n"):
        letters += next((LETTERS[zone.kind] for zone in zones if zone.span.start <= offset < zone.span.end), "")
        offset += len(line) + 1
    return letters


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Du borde ha läst villkoren.", id="one sentence"),
        pytest.param("Hej Anna\n\nVi lagar den i dag.", id="a greeting at the top"),
        pytest.param("Dear Ms Ek,\nAnnual Service\n\nWe came on Monday.", id="a greeting above a heading"),
        pytest.param("Hej Leo! Den är klar.\nDu kan hämta den nu\nVi har öppet till nio", id="a chat"),
        pytest.param("hej\nvi kollar på det\nPerfekt", id="a chat that ends in one word"),
        pytest.param("Vi lagar den i dag.\n\nTack för ditt tålamod", id="a last block that could be a sentence"),
        pytest.param("Vi lagar den i dag.\n\nTack!", id="thanks with no name below"),
        pytest.param("Den är klar. /Anna", id="a signature inside the last line"),
        pytest.param("Vi lagar den.\n\nTa med:\n- Pass\n- Biljett", id="a list at the end"),
        pytest.param("Vi lagar den.\n\nDetta mejl kan inte besvaras.", id="a no-reply notice above no signature"),
        pytest.param("Vi är Granit AB, org.nr 556677-8899.\n\nVi lagar den.", id="a company number above no signature"),
        pytest.param("Anna Ek\nGranit", id="names and nothing else"),
        pytest.param("Hej!\n\nAnna Ek", id="a greeting and a name"),
        pytest.param("Du skrev följande:\nnyckeln saknas.", id="the company retells what the customer wrote"),
    ],
)
def test_the_companys_sentences_are_body(text: str) -> None:
    assert set(drawn(text)) == {"."}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A b.\n\nMvh", "..s", id="a closing phrase alone"),
        pytest.param("A b.\nMvh\nAnna Ek\ntfn 08-555 17 30", ".sss", id="a closing phrase to the end of its block"),
        pytest.param("A b.\n\nYours sincerely\n\nP. J. Ek\nOffice Manager", "..ssss", id="the name after a blank line"),
        pytest.param("A b.\n\nMvh / Best regards,\nAnna", "..ss", id="a closing phrase in two languages"),
        pytest.param("A b.\n\nHa det fint!\nAnna", "..ss", id="an ambiguous phrase with a name below"),
        pytest.param("A b.\n\nThanks,\n\nAnna", "..sss", id="an ambiguous phrase with a name below a blank line"),
        pytest.param("A b.\n\nGod dag!\nAnna", "..ss", id="a phrase that greets at the top closes below"),
        pytest.param("> C d.\nMvh Anna", "cs", id="a closing phrase right below a quote"),
        pytest.param("A b.\n\nKlappa hunden från oss!\nAnna Ek", "...s", id="a sentence above a name stays body"),
        pytest.param("A b.\n\nJosefin Ahl, Granit Bredband", "..s", id="a name in the last block"),
        pytest.param("A b.\n\nInvoicely Support Desk", "..s", id="a team in the last block"),
        pytest.param("A b.\n\n\ue001", "..s", id="a placeholder in the last block"),
        pytest.param("A b.\n\n/Anna", "..s", id="a stroke and a name"),
        pytest.param("A b.\n\n-- \nAnna Ek\nVi svarar alltid samma dag.", "..sss", id="all below the mark of mail"),
        pytest.param("A b.\n\n-- \nAnna\n\nVi svarar samma dag.", "..ssss", id="also below a blank line"),
        pytest.param("A b.\n\nMvh\nAnna\n\nAnna Ek AB", "..ssss", id="a company's name below the signature"),
        pytest.param(
            "Hej\n\nA b.\n\nMvh Anna\n\nHello\n\nC d.\n\nCheers, Anna", "....ss....s", id="a mail in two languages"
        ),
    ],
)
def test_a_signature_is_a_sign_off(text: str, expected: str) -> None:
    assert drawn(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A b.\n\nMvh\nAnna\n\nP.S. Ring mig.", "..sss.", id="a postscript is body"),
        pytest.param("A b.\n\nMvh\nAnna\nP.S. Ring mig.", "..ss.", id="also in the block of the signature"),
        pytest.param(
            "A b.\n\nMvh\nAnna\n\nDet går inte att svara på detta mejl.", "..sss.", id="a no-reply notice is body"
        ),
        pytest.param("A b.\n\nMvh\nAnna\n\nGranit AB, org.nr 556677-8899", "..sssf", id="a company number is footer"),
        pytest.param(
            "A b.\n\nMvh\nAnna\nGranit AB, CVR 12345678\nLund", "..ssff", id="also in the block of the signature"
        ),
        pytest.param("A b.\n\nMvh\nAnna\n\nGranit AB\nStorgatan 1, 111 22 Lund", "..sssff", id="an address is footer"),
        pytest.param("A b.\n\nMvh\n\nAnna\ntfn 08-555 17 30", "..ssss", id="a number below a late name is sign-off"),
        pytest.param("A b.\n\nAnna Ek\n\nThis e-mail is confidential.", "..ssf", id="a notice below a name alone"),
        pytest.param("A b.\n\nMvh\nAnna\n\nTack.\n\nConfidential.", "..sss..f", id="a notice below a postscript"),
    ],
)
def test_below_the_signature_small_print_is_footer_and_prose_is_body(text: str, expected: str) -> None:
    assert drawn(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A b.\n\nMvh\nAnna\n\nDen 3 mars skrev Bo:\n> C d.", "..ssscc", id="a quote below the signature"),
        pytest.param("A b.\n\nAnna Ek\n\n-----Original Message-----\nC d.", "..sscc", id="a name above a quote"),
        pytest.param("> C d.\nA b.\n\n> E f.\nG h.\n\nAnna Ek", "c..c..s", id="a signature below the last answer"),
        pytest.param("> C d.\nAnna Ek, Lund\n> E f.\nA b.", "c.c.", id="names between quotes sign nothing"),
        pytest.param("> C d.\n\n> Mvh\n> Bo", "cccc", id="the customer's signature is the customer's"),
    ],
)
def test_a_signature_is_told_beside_quotes(text: str, expected: str) -> None:
    assert drawn(text) == expected


def test_a_zone_ends_where_the_next_line_begins() -> None:
    assert find_zones("A b.\nMvh\n> c") == (
        Zone(Span(0, 5), ZoneKind.BODY),
        Zone(Span(5, 9), ZoneKind.SIGN_OFF),
        Zone(Span(9, 12), ZoneKind.CUSTOMER),
    )


def test_no_text_has_no_zone() -> None:
    assert find_zones("") == ()


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_zones_cover_the_text_in_order_by_whole_lines(text: str) -> None:
    zones = find_zones(text)
    assert "".join(text[zone.span.start : zone.span.end] for zone in zones) == text
    assert all(before.span.end == after.span.start for before, after in pairwise(zones))
    assert all(before.kind is not after.kind for before, after in pairwise(zones))
    assert all(text[zone.span.end - 1] == "\n" for zone in zones[:-1])


@given(st.lists(st.sampled_from(["", "Hej Anna,", "Vi skickar en ny.", "Var det allt?", "Det går inte."]), max_size=9))
def test_plain_sentences_are_never_taken_for_anything_but_body(lines: list[str]) -> None:
    assert all(zone.kind is ZoneKind.BODY for zone in find_zones("\n".join(lines)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param("Vi lagar den i dag.", id="no greeting"),
        pytest.param("Hej Anna, tack för ditt mejl.\nVi lagar den.", id="a greeting that goes on with a sentence"),
        pytest.param("Hej och tack för att du hör av dig!\nVi lagar den.", id="a greeting with more than a name"),
        pytest.param("A.\nB.\nC.\nD.\nE.\nF.\nHej Anna\nG.", id="a greeting far down"),
        pytest.param("> Hej Anna\n\nVi lagar den.", id="the customer's greeting"),
    ],
)
def test_without_a_greeting_on_its_own_line_the_end_is_zero(text: str) -> None:
    assert greeting_end(text, find_zones(text)) == 0


@pytest.mark.parametrize(
    "greeting",
    [
        "Hej!",
        "Hej Anna,",
        "Hej \ue001!",
        "Hejsan Anna-Lena",
        "Hej igen Anna,",
        "God morgon Bo!",
        "Bästa kund,",
        "Kære hr. Bruun",
        "Kære Lis og Ole",
        "Dear Ms. Smith,",
        "Dear Mr and Mrs Ek",
        "Dear Sir or Madam",
        "Hi there",
        "Good morning Anna,",
        "> Var är den?\n\nHej Anna,",
        "Ärende 40-7713\n\nBästa Anna Ek,",
        "Hej Anna\n\n> Var är den?",
        "Hej Anna!\nHi Anna!",
        "Din leverans\n\nGranit\n\nOrder 40-7713\n\nHej Anna!",
    ],
)
def test_the_greeting_ends_where_the_first_line_of_body_begins(greeting: str) -> None:
    text = f"{greeting}\n\nVi lagar den i dag.\nMvh"
    assert text[greeting_end(text, find_zones(text)) :] == "Vi lagar den i dag.\nMvh"


def test_a_greeting_and_nothing_else_ends_with_the_text() -> None:
    assert greeting_end("Hej Anna!\n", find_zones("Hej Anna!\n")) == 10
