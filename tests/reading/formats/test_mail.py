"""Mails saved one by one: what is read of them, and where it stands."""

from __future__ import annotations

import base64
import quopri
import re
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import Fault, ReadError
from tonelint.model import Language, Position, Source
from tonelint.reading.decode import decode_mail
from tonelint.reading.document import ReadOptions
from tonelint.reading.formats.mail import read_mail
from tonelint.reading.prose import Prose


def prose_of(data: bytes, *addresses: str) -> Prose | None:
    """The one message of a mail that is read without a fault; None where there is none."""
    found = list(read_mail(decode_mail(data, "svar.eml"), ReadOptions(company_addresses=addresses)))
    assert [item for item in found if isinstance(item, Fault)] == []
    assert len(found) <= 1
    return next((item for item in found if isinstance(item, Prose)), None)


def place(prose: Prose, words: str) -> Position:
    """Where words of a message stand in its file."""
    at = prose.rendering.text.text.index(words)
    return prose.source.position(prose.rendering.text.source_span(at, at + len(words)).start)


FAULT = "Det är ditt eget fel."
ENCODINGS = st.sampled_from(
    [
        ("utf-8", "8bit"), ("utf-8", "quoted-printable"), ("utf-8", "base64"), ("iso-8859-1", "8bit"),
        ("iso-8859-1", "quoted-printable"), ("iso-8859-15", "base64"), ("windows-1252", "8bit"),
    ]
)  # fmt: skip
LINES = st.lists(
    st.text("abc åäöæøÅÉ€😀.,>=-_", max_size=120) | st.sampled_from(["", "--gräns", ".", "> citat", "å" * 60]),
    max_size=6,
)
LAYOUTS = st.lists(st.sampled_from(["html", "file", "picture", "mail", "signed"]), max_size=3, unique=True)
ENDINGS = st.sampled_from(["\r\n", "\n", "\r"])


def mail_of(text: str, charset: str, encoding: str, layout: list[str]) -> str:
    """A mail as the standard library writes it, with the text in its subject and attachments, too."""
    mail = EmailMessage(policy=SMTP)
    mail.set_content(text, charset=charset, cte=encoding)
    if "html" in layout:
        mail.add_alternative(f"<p>{FAULT}</p>", subtype="html", cte="8bit")
    if "picture" in layout:
        mail.make_mixed()
        mail.attach(attachment(b"\x89PNG", "image", "png"))
    if "file" in layout:
        mail.add_attachment(text, filename="svar.txt", cte="quoted-printable")
    if "mail" in layout:
        forwarded = EmailMessage(policy=SMTP)
        forwarded.set_content(FAULT, cte="8bit")
        mail.add_attachment(forwarded)
    if "signed" in layout:
        inner, mail = mail, EmailMessage(policy=SMTP)
        mail["Content-Type"] = "multipart/signed"
        mail.attach(inner)
        mail.attach(attachment(b"0", "application", "pgp-signature"))
    mail["Subject"] = FAULT
    return mail.as_bytes().decode("utf-8", "surrogateescape")


def attachment(data: bytes, kind: str, subtype: str) -> EmailMessage:
    part = EmailMessage(policy=SMTP)
    part.set_content(data, kind, subtype)
    return part


def written(raw: str, charset: str, encoding: str) -> int:
    """The offset at which the fault stands in the first text of a mail, told without the code under test."""
    octets = FAULT.encode(charset)
    if encoding == "base64":
        return written_in_base64(raw, octets)
    if encoding == "8bit":
        pattern = re.escape(octets.decode("utf-8", "surrogateescape"))
    else:
        codes = (f"(?:{re.escape(chr(octet))}|={octet:02X})" for octet in octets)
        pattern = "(?:=(?:\\r\\n|\\r|\\n))*".join(codes)
    found = re.search(pattern, raw)
    assert found
    return found.start()


def written_in_base64(raw: str, octets: bytes) -> int:
    """The same in base64: the first of the four digits that hold the first byte."""
    places = [found.start() for found in re.finditer("[A-Za-z0-9+/]", raw)]
    digits = "".join(raw[at] for at in places)
    for behind in range(3):  # so many bytes stand in digits that began in front
        whole = octets[behind : len(octets) - (len(octets) - behind) % 3]
        at = digits.find(base64.b64encode(whole).decode(), digits.index("base64"))
        if at >= 0:
            return places[at - 4 * bool(behind)]
    raise AssertionError(raw)


def says(source: str, character: str, charset: str, encoding: str) -> bool:
    """Whether a slice of a mail stands for a character."""
    data = source.encode("utf-8", "surrogateescape")
    if encoding != "8bit":
        unbroken = re.sub(rb"\r\n?", b"\n", data)
        data = base64.b64decode(data) if encoding == "base64" else quopri.decodestring(unbroken)
    text = data.decode(charset, "ignore")
    return character in text or (character == "\n" and "\r" in text)


@given(
    before=LINES, after=LINES, lead=st.sampled_from(["", "Hej, ", "å" * 40 + " "]), encoding=ENCODINGS, layout=LAYOUTS,
    ending=ENDINGS,
)  # fmt: skip
def test_a_planted_fault_is_found_where_it_stands(
    before: list[str], after: list[str], lead: str, encoding: tuple[str, str], layout: list[str], ending: str
) -> None:
    """In any character set, transfer encoding, layout and with any line ends; and so is every other character."""
    charset, transfer = encoding
    text = "\n".join([*before, lead + FAULT, *after]).encode(charset, "ignore").decode(charset)
    raw = mail_of(text, charset, transfer, layout).replace("\r\n", ending)
    prose = prose_of(raw.encode("utf-8", "surrogateescape"))
    assert prose is not None
    rendering = prose.rendering.text
    assert rendering.text.rstrip() == text.rstrip()
    assert place(prose, FAULT) == prose.source.position(written(raw, charset, transfer))
    for at, character in enumerate(rendering.text):
        assert says(raw[slice(*rendering.source_span(at, at + 1))], character, charset, transfer)


def test_a_mail_in_utf_16_is_read() -> None:
    body = base64.encodebytes("Hej!\r\nDet är klart.\r\n".encode("utf-16")).decode()
    prose = prose_of(f"Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n{body}".encode())
    assert prose is not None
    assert prose.rendering.text.text == "Hej!\nDet är klart.\n"


@pytest.mark.parametrize(
    "front", ["", "\n\r\n", "From a@b.se Mon Mar  3 10:00:00 2025\n", ">From a@b.se\r\n", "\ufeff"]
)
def test_what_stands_in_front_of_the_header_is_skipped(front: str) -> None:
    prose = prose_of(f"{front}From: a@b.se\nContent-Type: text/plain; charset=utf-8\n\nDet är klart.\n".encode())
    assert prose is not None
    assert prose.rendering.text.text == "Det är klart.\n"


@pytest.mark.parametrize("text", ["", " \n\n", "From: a@b.se\n", "From: a@b.se\n\n \n", "Content-Type: image/png\n\nx"])
def test_a_mail_without_words_holds_no_message(text: str) -> None:
    assert prose_of(text.encode()) is None


@pytest.mark.parametrize("text", ["Hej Anna!\n\nDet är klart.\n", "\n\n Indraget: text\n", "<p>Hej!</p>\n", "\0\0\0"])
def test_a_file_without_a_header_is_no_mail(text: str) -> None:
    with pytest.raises(ReadError, match=r"svar\.eml:1:1: a mail begins with header lines such as"):
        prose_of(text.encode())


def test_a_customers_mail_is_left_alone() -> None:
    mail = b"From: Anna <anna@example.se>\n\nDet ar ert eget fel.\n"
    assert prose_of(mail, "support@skoboden.example", "@skoboden.dk") is None
    assert prose_of(mail, "@example.se") is not None
    assert prose_of(mail) is not None
    broken = b"From: Anna <anna@example.se>\nContent-Type: multipart/mixed\n\n"
    assert prose_of(broken, "support@skoboden.example") is None


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("Content-Language: da", Language.DA),
        ("Content-Language: da-DK\nX-Mailer: x", Language.DA),
        ("Content-Language: sv, da", None),
        ("Accept-Language: da-DK\nContent-Language: en-US", None),
    ],
)
def test_the_language_of_a_mail(header: str, language: Language | None) -> None:
    """Beside Accept-Language stands the language of the sender's mail program."""
    prose = prose_of(f"{header}\n\nVi er i gang.\n".encode())
    assert prose is not None
    assert (prose.language, prose.rendering.language) == (language, None)


def test_a_part_that_cannot_be_read_hides_no_other() -> None:
    raw = (
        "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Transfer-Encoding: base64\n\n*\n--a\n\nHej!\n--a--\n"
    )
    prose, fault = read_mail(Source("svar.eml", raw), ReadOptions())
    assert isinstance(prose, Prose)
    assert prose.rendering.text.text == "Hej!"
    assert isinstance(fault, Fault)
    assert (fault.line, fault.column) == (6, 1)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_a_mail_or_none(data: bytes) -> None:
    """Whatever stands in a file, it is read or refused."""
    for head in (b"", b"A: b\n\n", b"Content-Type: text/html\n\n", b"Content-Transfer-Encoding: base64\n\n"):
        source = decode_mail(head + data, "svar.eml")
        try:
            found = list(read_mail(source, ReadOptions()))
        except ReadError:
            assert not head
            continue
        for prose in found:
            if isinstance(prose, Prose):
                text = prose.rendering.text
                assert text.source_span(0, len(text.text)).end <= len(source.text)
