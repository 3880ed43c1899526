"""The header of a mail or part."""

from __future__ import annotations

import email
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.mail.headers import (
    LONGEST_VALUE,
    ContentType,
    Header,
    content_type,
    is_attachment,
    read_header,
    transfer_encoding,
)


def header(text: str) -> Header:
    return read_header(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("", {}, ""),
        ("\nHej!", {}, "Hej!"),
        ("Hej!\n", {}, "Hej!\n"),
        ("From: a@b.se\n\nHej!", {"from": "a@b.se"}, "Hej!"),
        ("FROM : a@b.se\r\n\r\nHej!", {"from": "a@b.se"}, "Hej!"),
        ("From: a@b.se\r\rHej!", {"from": "a@b.se"}, "Hej!"),
        ("From: a@b.se", {"from": "a@b.se"}, ""),
        ("From:\r\n Anna\r\n\t<a@b.se>\r\n\r\n", {"from": "Anna\t<a@b.se>"}, ""),
        ("From: a@b.se\nFrom: c@d.se\n\n", {"from": "a@b.se"}, ""),
        ("Subject: x\nX-Y: z\n\nHej!", {}, "Hej!"),
        ("From: a@b.se\nHej, detta är text.\n", {"from": "a@b.se"}, "Hej, detta är text.\n"),
        ("From: a@b.se\n--gräns: 1\n", {"from": "a@b.se"}, "--gräns: 1\n"),
    ],
)
def test_header(text: str, fields: dict[str, str], body: str) -> None:
    """It ends with a blank line, or with the first line that is no field."""
    found = header(text)
    assert found.fields == fields
    assert text[found.end :] == body


def test_a_field_of_any_length_is_cut() -> None:
    found = header("References: " + "<a@b> " * 200_000 + "\nFrom: a@b.se\n\n")
    assert len(found.fields["references"]) < LONGEST_VALUE
    assert found.fields["from"] == "a@b.se"


@pytest.mark.parametrize(
    ("value", "content"),
    [
        ("text/html", ContentType("text/html")),
        ("TEXT/Plain; Charset=UTF-8", ContentType("text/plain", "UTF-8")),
        ('text/plain; charset="utf-8" ; format=Flowed; DelSp=YES', ContentType("text/plain", "utf-8", "", True, True)),
        ('multipart/mixed; boundary="a;b= c "', ContentType("multipart/mixed", "", "a;b= c")),
        ("multipart/mixed; boundary*0=ab; boundary*1=cd", ContentType("multipart/mixed", "", "abcd")),
        ("text", ContentType()),
        ("", ContentType()),
        ("text/plain; charset*=a\0b''x", ContentType("text/plain")),
    ],
)  # fmt: skip
def test_content_type(value: str, content: ContentType) -> None:
    assert content_type({"content-type": value}) == content


PARAMETERS = st.tuples(
    st.sampled_from(["charset", "boundary", "format", "name", "x"]),
    st.text("abcÅ-_.; =/\t", min_size=1, max_size=12).map(str.strip).filter(bool),
)


@given(
    kind=st.sampled_from(["text/plain", "Text/HTML", "multipart/mixed", "image/png"]),
    parameters=st.lists(PARAMETERS, max_size=4, unique_by=lambda parameter: parameter[0]),
)
def test_content_type_is_what_the_standard_library_reads(kind: str, parameters: list[tuple[str, str]]) -> None:
    value = kind
    for name, text in parameters:
        value += f'; {name}="{text}"'
    library = email.message_from_string(f"Content-Type: {value}\n\n")
    found = content_type({"content-type": value})
    assert found.kind == library.get_content_type()
    assert found.charset == str(library.get_param("charset", "")).strip()
    assert found.boundary == (library.get_boundary() or "")


@given(value=st.text("a;=*0'\"%/\\() \0\udce4å", max_size=40))
def test_no_content_type_is_too_broken_to_be_read(value: str) -> None:
    assert content_type({"content-type": "text/plain;" + value}).kind == "text/plain"
    is_attachment({"content-type": value, "content-disposition": value})


@pytest.mark.parametrize(
    ("fields", "is_file"),
    [
        ({}, False),
        ({"content-disposition": "inline"}, False),
        ({"content-type": "text/plain; charset=utf-8"}, False),
        ({"content-disposition": "Attachment"}, True),
        ({"content-disposition": 'attachment; filename="villkor.txt"'}, True),
        ({"content-disposition": "inline; filename*=utf-8''%C3%A5.txt"}, True),
        ({"content-type": 'text/plain; name="villkor.txt"'}, True),
    ],
)
def test_a_part_with_a_file_name_is_an_attachment(fields: dict[str, str], *, is_file: bool) -> None:
    assert is_attachment(fields) is is_file


@pytest.mark.parametrize(
    ("value", "encoding"),
    [
        ("Quoted-Printable", "quoted-printable"),
        (" base64 (so it is)", "base64"),
        ('"8bit";', "8bit"),
        ("", ""),
    ],
)
def test_transfer_encoding(value: str, encoding: str) -> None:
    assert transfer_encoding({"content-transfer-encoding": value}) == encoding


def test_the_library_unfolds_as_we_do() -> None:
    raw = 'Content-Type: multipart/mixed;\r\n\tboundary="a b"\r\n\r\n'
    library = email.message_from_string(raw, policy=default)
    assert content_type(header(raw).fields).boundary == library.get_boundary() == "a b"
