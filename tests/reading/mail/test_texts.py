"""Which parts of a mail are read, and what is said of those that cannot be."""

from __future__ import annotations

import re

import pytest

from tonelint.model import Foreign, Language, Source, Span
from tonelint.reading.mail.content import LARGEST_TEXT
from tonelint.reading.mail.mime import parse_mail
from tonelint.reading.mail.texts import MailText, declared_language, text_of
from tonelint.reading.placeholders import PERSON
from tonelint.reading.prose import Declared

PLAIN = "Content-Type: text/plain; charset=utf-8\n\nRen text.\n"
HTML = "Content-Type: text/html; charset=utf-8\n\n<p>Märkt <b>text</b>.</p>\n"
BLANK = "Content-Type: text/plain\n\n \n\n"
FILE = 'Content-Type: text/plain; name="villkor.txt"\n\nVillkor.\n'
PICTURE = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
FORWARDED = "Content-Type: message/rfc822\n\nContent-Type: text/plain\n\nInget svar.\n"
SIGNATURE = "Content-Type: application/pgp-signature\n\n-----BEGIN PGP SIGNATURE-----\n"


def multipart(kind: str, *parts: str, boundary: str = "=_1") -> str:
    body = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{body}--{boundary}--\n'


def read(raw: str, *, is_armoured: bool = False) -> MailText:
    return text_of(Source("svar.eml", raw), parse_mail(raw), is_armoured=is_armoured)


def words(raw: str) -> str:
    """The text of a mail that is read without a fault, its blanks taken together."""
    found = read(raw)
    assert found.faults == ()
    assert len(found.renderings) <= 1
    return " ".join(" ".join(rendering.text.text for rendering in found.renderings).split())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (PLAIN, "Ren text."),
        (HTML, "Märkt text."),
        ("From: a@b.se\n\nRen text.\n", "Ren text."),
        (BLANK, ""),
        (PICTURE, ""),
        (FILE, "Villkor."),  # the mail itself is no attachment
        (multipart("alternative", PLAIN, HTML), "Ren text."),
        (multipart("alternative", HTML, PLAIN), "Ren text."),
        (multipart("alternative", BLANK, HTML), "Märkt text."),
        (multipart("alternative", PICTURE, HTML), "Märkt text."),
        (multipart("alternative", multipart("related", HTML, PICTURE, boundary="2"), PLAIN), "Ren text."),
        (multipart("alternative", BLANK, multipart("related", HTML, PICTURE, boundary="2")), "Märkt text."),
        (multipart("mixed", multipart("alternative", PLAIN, HTML, boundary="2"), FILE), "Ren text."),
        (multipart("mixed", FILE, PICTURE, FORWARDED), ""),
        (multipart("mixed", "\nUtan huvud.", FORWARDED), "Utan huvud."),
        (multipart("mixed", PLAIN, PICTURE, HTML), "Ren text. Märkt text."),
        (multipart("signed", PLAIN, SIGNATURE), "Ren text."),
        (multipart("encrypted", PLAIN), ""),
        (multipart("report", PLAIN), ""),
        (multipart("digest", PLAIN), ""),
        (multipart("mixed", "Content-Type: text/calendar\n\nSUMMARY:Möte", PLAIN), "Ren text."),
        (multipart("mixed", "Content-Disposition: attachment\n" + multipart("mixed", PLAIN, boundary="2")), ""),
        (multipart("mixed", PLAIN, "Content-Type: multipart/mixed\n\nInget."), "Ren text."),  # enough was read
        ("Content-Type: application/pkcs7-mime\n\nMIAGCSqG\n", ""),
        ("Content-Transfer-Encoding: x-quoted\n\nRen =C3=A4 text.\n", "Ren =C3=A4 text."),
    ],
)
def test_the_text_that_a_reader_is_shown(raw: str, text: str) -> None:
    assert words(raw) == text


def test_texts_around_a_picture_are_one_with_a_blank_line_between() -> None:
    raw = multipart("mixed", PLAIN, PICTURE, "\nMer text.")
    (rendering,) = read(raw).renderings
    assert rendering.text.text == "Ren text.\n\n\nMer text."
    start, end = rendering.text.source_span(10, 12)
    assert raw[start:end].count("--=_1") == 2


def test_texts_declare_their_languages_in_the_text_that_they_make() -> None:
    swedish, danish = "Content-Language: sv\n\nHej!", "Content-Language: da\n\nHej igen!"
    (rendering,) = read(multipart("mixed", swedish, danish)).renderings
    assert rendering.language is None
    assert rendering.parts == (Declared(Span(0, 4), Language.SV), Declared(Span(6, 15), Language.DA))
    (rendering,) = read(multipart("mixed", swedish, swedish)).renderings
    assert (rendering.language, rendering.parts) == (Language.SV, ())


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("sv", Language.SV),
        ("da-DK", Language.DA),
        ("en-GB", Language.EN),
        ("de", Foreign("de")),
        ("sv, da", None),
        ("i-default", None),
        ("", None),
    ],
)
def test_the_language_that_a_header_declares(tag: str, language: Language | Foreign | None) -> None:
    assert declared_language({"content-language": tag}) == language


def test_a_mail_that_is_a_template_has_all_its_readings() -> None:
    raw = "Subject: x\n\nHej {{ customer.name }}, {% if late %}det dröjer{% else %}det är klart{% endif %}.\n"
    assert read(raw).renderings[0].text.text.startswith(f"Hej {PERSON}, det dröjer")


BASE64 = "Content-Type: text/plain; charset={}\nContent-Transfer-Encoding: base64\n\n{}"


@pytest.mark.parametrize(
    ("raw", "line", "column", "message", "text"),
    [
        ("Content-Type: multipart/mixed\n\n--a\n\nHej!\n", 1, 1, "no boundary", ""),
        ("Content-Type: multipart/mixed; boundary=a\n\nHej!\n", 1, 1, "--a", ""),
        (multipart("mixed", "Content-Type: multipart/mixed\n\nHej!\n"), 4, 1, "no boundary", ""),
        (BASE64.format("utf-8", "SGVqIQpI\nSGV*\n"), 5, 4, "base64 breaks off", "Hej! HHe"),
        (BASE64.format("utf-8", "¤"), 4, 1, "base64 breaks off", ""),
        (BASE64.format("utf-8", "/////w=="), 4, 1, "no text in the character set that the mail names (utf-8)", ""),
        ("Content-Type: text/plain\n\n\x00\x01\x02\x03\n", 3, 1, "(none)", ""),
        ("Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n", 3, 1, "uuencode", ""),
        ("Subject: x\n\n" + "Hej! " * (LARGEST_TEXT // 5 + 1), 3, 1, "more than 2 MB", ""),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(raw: str, line: int, column: int, message: str, text: str) -> None:
    found = read(raw)
    (fault,) = found.faults
    assert (fault.path, fault.line, fault.column) == ("svar.eml", line, column)
    assert message in fault.message
    assert " ".join(" ".join(rendering.text.text for rendering in found.renderings).split()) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [(">From oss", "From oss"), (">>From oss", ">From oss"), ("> From oss", "> From oss"), ("a>From b", "a>From b")],
)
def test_a_mailbox_armours_lines_that_begin_with_from(line: str, text: str) -> None:
    raw = f"Subject: x\n\nHej!\n{line}\n"
    (rendering,) = read(raw, is_armoured=True).renderings
    assert rendering.text.text == f"Hej!\n{text}\n"
    at = rendering.text.text.index("From")
    assert raw[slice(*rendering.text.source_span(at, at + 4))] == "From"
    (as_it_stands,) = read(raw).renderings
    assert as_it_stands.text.text == f"Hej!\n{line}\n"


def test_parts_that_nest_without_end_are_read_or_told_in_bounded_time() -> None:
    raw = "".join(f"Content-Type: multipart/alternative; boundary=b{i}\n\n--b{i}\n" for i in range(20_000))
    (fault,) = read(raw + "\nHej!\n").faults
    assert re.search("more than 50 deep", fault.message)
