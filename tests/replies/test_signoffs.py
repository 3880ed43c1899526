from __future__ import annotations

import pytest

from tonelint.replies.signoffs import is_closing, is_contact, is_legal, is_name, is_prose, unphrased_signature


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Vi återkommer i morgon.",
        "Tack för att du väntade",
        "Vänligen skicka en bild",
        "Hälsningar kan lämnas i kassan",
        "Thanks for waiting",
        "Best regards to your mother from all of us here in the shop",
        "Tack",
        "Ha det fint!",
        "Thanks,",
        "Vi ses",
        "Anna Ek",
        "-----",
        "Mvh " + "Anna Ek, " * 9,
    ],
)
def test_a_sentence_or_an_ambiguous_phrase_by_itself_closes_nothing(line: str) -> None:
    assert not is_closing(line, ())


@pytest.mark.parametrize(
    "line",
    [
        "Med vänlig hälsning",
        "Vänliga hälsningar,",
        "Soliga sommarhälsningar!",
        "Mvh",
        "M.v.h.",
        "Hälsar",
        "Allt gott,",
        "Högaktningsfullt",
        "Med venlig hilsen",
        "De bedste hilsner",
        "Kærlig hilsen",
        "Vennlig hilsen",
        "Kh",
        "Kind regards,",
        "With best wishes",
        "Best",
        "Cheers,",
        "Yours sincerely",
        "Sincerely yours,",
        "Warmly,",
        "Med vänlig hälsning / Kind regards",
        "Mvh Anna",
        "Hilsen Mette",
        "Kh \ue001",
        "Kind regards, Anna Lee",
        "Vänliga hälsningar från Anna på Volthuset",
        "--",
    ],
)
def test_a_closing_phrase_closes_alone_or_with_a_name(line: str) -> None:
    assert is_closing(line, ())


@pytest.mark.parametrize(
    "line",
    [
        "Thanks,",
        "Ha det fint!",
        "Allt gott",
        "Trevlig helg",
        "Hav en god dag",
        "God tur videre",
        "Glædelig jul",
        "Gott nytt år!",
        "Season's greetings,",
        "Merry Christmas!",
        "See you soon,",
        "Ciao",
    ],
)
def test_an_ambiguous_phrase_closes_above_names(line: str) -> None:
    assert is_closing(line, ["Anna Ek", "Granit Bredband", "tfn 08-555 17 30"])


def test_a_short_line_that_ends_in_a_comma_closes_above_names() -> None:
    assert is_closing("Onwards and upwards,", ["Anna Lee"])
    assert not is_closing("Onwards and upwards", ["Anna Lee"])


@pytest.mark.parametrize(
    "below", [["Anna"] * 7, ["och hör av dig sedan."], ["08-555 17 30"], ["Anna Ek", "Vi ska laga den."]]
)
def test_an_ambiguous_phrase_does_not_close_above_anything_else(below: list[str]) -> None:
    assert not is_closing("Ha det fint", below)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "vi ses",
        "Vi ses på torsdag",
        "Nej, tyvärr",
        "Ja, absolut",
        "Tack Malin",
        "Kontakta Postnord",
        "Ring vår support",
        "Din order är på väg",
        "Malin, du hör av mig",
        "Anna Ek!",
        "Anna Ek,",
        "Kontakt: Anna Ek",
        "Order 88213",
        "SKÄRPNING NU",
        "Volvo V70, den som vi har kvar på lagret",
        "Anna " * 13,
    ],
)
def test_what_may_be_a_sentence_is_no_name(line: str) -> None:
    assert not is_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "Anna",
        "Dag Norén",
        "P. J. Aldous",
        "Josefin Ahl, Granit Bredband",
        "Pia, veterinärsköterska",
        "Ellie, customer lead at Nibbl",
        "Linus på Mumsbud",
        "**Anna Ek**",
        "\ue001",
        "\ue001, \ue000",
        "Invoicely Support Desk",
        "The Platepals Care Team",
        "the Petalpost gang",
        "Barn- och utbildningsförvaltningen",
        "Alla vi på Volthuset",
        "Dine hjælpere hos Fjordvarme",
        "Your friends at Nibbl",
        "Fennick Software Ltd.",
    ],
)
def test_a_person_team_company_or_placeholder_is_a_name(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line", ["tfn 08-555 17 30", "(216) 555-0177", "anna@post.example", "Storgatan 1, 111 22 Lund"]
)
def test_a_telephone_number_or_an_address_is_a_contact_and_no_name(line: str) -> None:
    assert is_contact(line)
    assert not is_name(line)


def test_a_sentence_with_a_number_is_no_contact() -> None:
    assert not is_contact("Ring mig på 08-555 17 30.")


@pytest.mark.parametrize(
    ("block", "is_only_block", "count"),
    [
        pytest.param(["Vi lagar den i dag."], False, 0, id="a sentence is no signature"),
        pytest.param(["Vi lagar den i dag", "Anna Ek"], False, 0, id="a name that goes on with a sentence"),
        pytest.param(["Prata med", "\ue001"], False, 0, id="a placeholder that goes on with a sentence"),
        pytest.param(["Det är \ue001", "Anna Ek"], False, 0, id="a name below a placeholder that ends a sentence"),
        pytest.param(["Absolut!", "Perfekt"], True, 0, id="the last word of a chat"),
        pytest.param(["Anna Ek", "Granit"], True, 0, id="names that nothing stands above"),
        pytest.param(["Ta med:", "- Pass"], False, 0, id="the item of a list"),
        pytest.param(["- Pass", "- Biljett"], False, 0, id="the last of several items"),
        pytest.param(["Den är klar.", "tfn 08-555 17 30"], False, 0, id="a telephone number without a name"),
        pytest.param(["Anna", "Vi ska laga den"], False, 0, id="a name with a clause below"),
        pytest.param(["Anna", "lagar nycklar."], False, 0, id="a name with a sentence below"),
        pytest.param(["Anna", "lagar alla sorters nycklar åt folk"], False, 0, id="a name with too long a line below"),
        pytest.param(["Josefin Ahl, Granit Bredband"], False, 1, id="a name in a block of its own"),
        pytest.param(["Anna Ek", "kundansvarig, Smakilen"], False, 2, id="a role in small letters below a name"),
        pytest.param(["Invoicely Support Desk"], False, 1, id="a team"),
        pytest.param(["Hör av dig om du kör fast!", "Melker", "Lyra Mobil"], False, 2, id="names below a sentence"),
        pytest.param(["Den är klar.", "Lone, kundeservice"], True, 1, id="a name with a role below a sentence alone"),
        pytest.param(["Den är klar.", "Anna", "tfn 08-555 17 30"], False, 2, id="a number below a name"),
        pytest.param(["Den är klar", "/Anna"], True, 1, id="a stroke and a name"),
        pytest.param(["// Anna på Volthuset"], False, 1, id="two strokes"),
        pytest.param(["Den är klar.", "- Anna"], True, 1, id="a dash"),
    ],
)
def test_names_at_the_end_of_a_block_sign_it(block: list[str], is_only_block: bool, count: int) -> None:
    assert unphrased_signature(block, is_only_block=is_only_block) == count


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Anna Ek", False),
        ("Granit Bredband, kundtjänst, tfn 08-555 17 30", False),
        ("PS Glöm inte nyckeln", True),
        ("P.S. Glöm inte nyckeln", True),
        ("Vi stänger klockan fem på fredag.", True),
        ("Hur gick det?", False),
        ("en två tre fyra fem sex sju åtta nio tio elva tolv tretton", True),
    ],
)
def test_under_a_closing_phrase_a_sentence_is_prose(line: str, expected: bool) -> None:
    assert is_prose(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("P.S. Ring mig gärna på 08-555 17 30.", False),
        ("Det går inte att svara på detta mejl.", False),
        ("Granit Bredband AB, org.nr 556677-8899", True),
        ("CVR 12 34 56 78", True),
        ("Registered in England, company no. 123456", True),
        ("This e-mail is confidential and intended only for the addressee.", True),
        ("Denne mail kan indeholde fortrolige oplysninger.", True),
        ("Läs om hur vi behandlar personuppgifter.", True),
    ],
)
def test_legal_text_is_told_by_what_it_speaks_of(line: str, expected: bool) -> None:
    assert is_legal(["Granit", line]) is expected
