from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.replies.quotes import customer_lines

ANSWER = "Vi skickar en ny i dag."
QUOTE = "Var är min nyckel?"


def told(text: str) -> str:
    """The lines of a text as one letter each: ``c`` the customer's, ``.`` the company's."""
    return "".join("c" if is_customer else "." for is_customer in customer_lines(text.split("\n")))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(ANSWER, id="a plain answer"),
        pytest.param(
            "Hej Anna,\n\nDu skrev följande:\nnyckeln saknas.", id="the company retells what the customer wrote"
        ),
        pytest.param("Den 3 mars skrev du till oss:\nnyckeln saknas.", id="so with a date"),
        pytest.param("Din kollega skrev 3 mars 2026 följande:\nkom i tid.", id="so about a colleague"),
        pytest.param("Du skrev 3 mars:\nkom i tid.", id="so with a pronoun that looks like a name"),
        pytest.param("On 3 March you wrote:\nthe key is missing.", id="so in English"),
        pytest.param(
            "Den 3 mars skrev Anna att nyckeln saknas.\nDet stämmer.", id="a sentence about a writer has no colon"
        ),
        pytest.param("Den 3 mars skrev:\nnågon.", id="a date and a verb without a writer"),
        pytest.param("Anna skrev:\nnyckeln saknas.", id="a writer without date or address, no quote below"),
        pytest.param(
            "Den 3 mars mejlade du kundtjanst@x.example och skrev följande:\nnyckeln saknas.",
            id="the company's sentence with date and address",
        ),
        pytest.param("Din resa:\nFrån: Lund\nTill: Ystad\nDatum: 3 mars", id="a journey from here to there"),
        pytest.param("Om fakturan:\nFrån: Lund\nÄmne: faktura", id="two keys are too few"),
        pytest.param("Till: Anna\nFrån: Kundtjänst\nÄmne: din nyckel\n\nHej!", id="the reply's own header at its top"),
        pytest.param("________________\nTack för i år.", id="a rule without an address block"),
        pytest.param("________________\nTill: alla som väntar", id="a rule with a single key below"),
        pytest.param("Vi kommer den 3 mars\noch behöver följande:\nen nyckel.", id="a date above a line with a colon"),
        pytest.param("Den 3 mars skrev Anna\nVi svarade.", id="a writer and a date without a colon"),
        pytest.param("Fredag 3 mars, Lund:\nvi har öppet.", id="a date and a place without a verb"),
        pytest.param("Din kollega på <lager@x.example> skrev följande:\nkom i tid.", id="an address without a date"),
        pytest.param("Gå till Konto -> Inställningar\n  Fler > Sparade", id="arrows and menu paths inside a line"),
    ],
)
def test_the_companys_own_words_are_no_quote(text: str) -> None:
    assert "c" not in told(text)


@pytest.mark.parametrize(
    "header",
    [
        "Den 3 mars 2026 kl. 09.12 skrev Anna Ek <anna.ek@post.example>:",
        "Den tis 3 mars 2026 kl 09:12 skrev anna ek <anna@post.example>:",
        "Den 3 mars skrev Anna:",
        "tisdag 3 mars 2026 09:12:35 CET, skrev Anna Ek:",
        "Anna Ek skrev 2026-03-03:",
        "2026-03-03 09:12 skrev Anna Ek:",
        "anna@post.example skrev:",
        "Den 3. marts 2026 skrev Anna:",
        "Den tirs. 3. mar. 2026 kl. 09.12 skrev Anna Bech-Friis:",
        "Anna Bech <anna@post.example> skrev den 3. marts 2026 kl. 09.12:",
        "On Tue, 3 March 2026 at 09:12, Anna wrote:",
        "On March 3rd, 2026 at 9:12 AM, Anna O'Neil <anna@post.example> wrote:",
        "On 3 Mar Anna Lee wrote:",
        "Den 3. mars 2026 kl. 09:12 skrev Anna:",
        "Den 03-03-2026 kl. 09:12 skrev Anna Bech:",
        "På tirsdag 3. mars 2026 skrev Anna:",
        "Den \ue002 skrev \ue001:",
        "-----Original Message-----",
        "-----Ursprungligt meddelande-----",
        "-------- Originalmeddelande --------",
        "-----Oprindelig meddelelse-----",
        "-----Opprinnelig melding-----",
        "---------- Forwarded message ---------",
        "##- Skriv ditt svar ovanför denna rad -##",
        "________________\nFrom: Anna\nSubject: key",
        "-----Original Message-----\nFrom: Anna\nSent: 3 March 2026",
        "Från: Anna Ek\nSkickat: den 3 mars 2026 09:12\nTill: Kundtjänst\nÄmne: nyckel",
        "Fra: Anna\nSendt: 3. marts 2026\nEmne: nøgle",
        "*From:* Anna\n*Date:* 3 March\n*To:* support@x.example",
        "On Tuesday, 3 March 2026 at 09:12, Anna Lindqvist\n<anna@post.example> wrote:",
        "Den 3 mars 2026 kl. 09.12 skrev\nAnna Ek:",
    ],
)
def test_everything_below_a_quote_header_is_the_customers_where_no_line_is_marked(header: str) -> None:
    below = f"{header}\n\n{QUOTE}\n\nHälsningar Anna"
    lines = below.count("\n") + 1
    assert told(f"{ANSWER}\n\n{below}") == ".." + "c" * lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"> {QUOTE}\n{ANSWER}", "c.", id="marked lines are the customer's, the answer below is not"),
        pytest.param(f">> a\n  > b\n\n{ANSWER}\n> c", "cc..c", id="answers stand between marked lines"),
        pytest.param(f"Den 3 mars skrev Anna:\n> {QUOTE}\n\n{ANSWER}", "cc..", id="an answer below a marked quote"),
        pytest.param(
            f"{ANSWER}\nDen 3 mars skrev Anna:\n\n> {QUOTE}", ".c.c", id="a blank line before the marked quote"
        ),
        pytest.param(
            f"{ANSWER}\n-----Original Message-----\nFrom: Anna\n> {QUOTE}\n{ANSWER}",
            ".ccc.",
            id="keys above a marked quote",
        ),
        pytest.param(f"Så här skrev du:\n> {QUOTE}\n{ANSWER}", "cc.", id="a line that introduces a marked quote"),
        pytest.param(f"Quoted message, 6 June:\n> {QUOTE}", "cc", id="an introduction may hold just a date"),
        pytest.param(f"Mitt svar:\n> {QUOTE}", ".c", id="a line without verb or date introduces nothing"),
        pytest.param(f"Anna\nDen 3 mars skrev Bo Ek:\n{QUOTE}", ".cc", id="the name above a header is not part of it"),
        pytest.param(
            f"> Den 3 mars skrev Bo:\n\n{ANSWER}", "c..", id="a header inside a marked quote rules only there"
        ),
        pytest.param(f"anna@post.example, igår:\n> {QUOTE}", "cc", id="an introduction may hold just an address"),
        pytest.param(f"Den 3 mars skrev Anna:\n{QUOTE}", "cc", id="a header at the top has the quote below it"),
        pytest.param(f"##- svara här -##\n{ANSWER}", "c.", id="a delimiter at the top has the reply below it"),
        pytest.param(f"On 3 March Anna wrote:\n> a\nOn 2 March Bo wrote:\n{QUOTE}", "cccc", id="a quote below a quote"),
    ],
)
def test_marked_lines_alone_are_the_customers_where_there_are_any(text: str, expected: str) -> None:
    assert told(text) == expected


@given(st.lists(st.sampled_from(["", ANSWER, f"> {QUOTE}", "Den 3 mars skrev Anna:", "Från: A", "Ämne: b", "Till: c"])))
def test_every_marked_line_is_the_customers_and_none_is_lost(lines: list[str]) -> None:
    quoted = customer_lines(lines)
    assert len(quoted) == len(lines)
    assert all(is_customer for line, is_customer in zip(lines, quoted, strict=True) if line.startswith(">"))


@given(st.lists(st.sampled_from(["", "> a", ANSWER, "Hej Anna!", "Mvh", "Anna Ek"])))
def test_without_a_header_marked_lines_are_all_there_is(lines: list[str]) -> None:
    assert customer_lines(lines) == [line.startswith(">") for line in lines]
