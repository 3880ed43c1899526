"""Transfer encodings: what bytes they stand for, and where each of them stands."""

from __future__ import annotations

import base64 as library
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Span
from tonelint.reading.mail.transfer import base64, octets, quoted_printable
from tonelint.textmap import MappedText


def base64_of(source: str) -> tuple[str, int | None]:
    text, broken_at = base64(source, Span(0, len(source)))
    return text.text, broken_at


@given(data=st.binary())
def test_octets_are_the_bytes_of_the_file(data: bytes) -> None:
    text = octets(MappedText.of(data.decode("utf-8", "surrogateescape")))
    assert text.text.encode("latin-1") == data


@given(data=st.binary(max_size=40))
def test_each_octet_stands_for_the_character_whose_bytes_it_belongs_to(data: bytes) -> None:
    source = data.decode("utf-8", "surrogateescape")
    text = octets(MappedText.of(source))
    for at in range(len(text.text)):
        start, end = text.source_span(at, at + 1)
        assert end == start + 1
        assert text.text[at] in source[start].encode("utf-8", "surrogateescape").decode("latin-1")


@pytest.mark.parametrize(
    ("encoded", "plain"),
    [
        ("Hej du!", "Hej du!"),
        ("K=C3=A4nga", "K\xc3\xa4nga"),
        ("K=c3=a4nga", "K\xc3\xa4nga"),
        ("en lang=\nrad", "en langrad"),
        ("en lang=\r\nrad", "en langrad"),
        ("en lang=\rrad", "en langrad"),
        ("en lang= \t\r\nrad", "en langrad"),
        ("ord \t\r\nord  ", "ord\r\nord"),
        ("ord=20\r\nord", "ord \r\nord"),
        ("ord =", "ord "),
        ("1+1=2 och =ZZ, =4", "1+1=2 och =ZZ, =4"),
        ("=====", "===="),
    ],
)
def test_quoted_printable(encoded: str, plain: str) -> None:
    """What is no code is kept as it stands; blanks at the end of a line were added on the way."""
    assert quoted_printable(MappedText.of(encoded)).text == plain


@given(encoded=st.text("=ABcd01 9g\n").filter(lambda text: "==" not in text))
def test_quoted_printable_is_read_as_by_the_standard_library(encoded: str) -> None:
    trimmed = "\n".join(line.rstrip(" ") for line in encoded.split("\n"))
    library_text = quopri.decodestring(trimmed.encode()).decode("latin-1")
    assert quoted_printable(MappedText.of(encoded)).text == library_text


@given(data=st.binary(), ending=st.sampled_from(["\n", "\r\n", "\r"]))
def test_each_octet_of_quoted_printable_stands_for_its_code(data: bytes, ending: str) -> None:
    encoded = quopri.encodestring(data, quotetabs=True).decode("ascii").replace("\n", ending)
    text = quoted_printable(MappedText.of(encoded))
    for at, octet in enumerate(text.text):
        written = encoded[slice(*text.source_span(at, at + 1))]
        assert octet in (written, chr(int(written[1:], 16)) if written[0] == "=" else "")


@given(data=st.binary(), cuts=st.lists(st.integers(0, 400)), ending=st.sampled_from(["\n", "\r\n", " ", "\t"]))
def test_base64_is_read_whatever_breaks_its_lines(data: bytes, cuts: list[int], ending: str) -> None:
    encoded = library.b64encode(data).decode()
    for cut in sorted({cut for cut in cuts if cut <= len(encoded)}, reverse=True):
        encoded = encoded[:cut] + ending + encoded[cut:]
    text, broken_at = base64(encoded, Span(0, len(encoded)))
    assert text.text.encode("latin-1") == data
    assert broken_at is None
    for at in range(len(data)):
        group = encoded[slice(*text.source_span(at, at + 1))]
        assert library.b64decode(group) == data[at - at % 3 : at - at % 3 + 3]
        assert group == group.strip()


@pytest.mark.parametrize(
    ("encoded", "plain", "broken_at"),
    [
        ("", "", None),
        ("SGVq", "Hej", None),
        ("SGVqIQ", "Hej!", None),  # without its padding, or cut off
        ("SGVqI", "Hej", None),  # cut off inside a byte
        ("SGVqIQ=\n=\n-- \nSent av listan", "Hej!", None),  # a server's footer
        ("SGVq-SGVq", "Hej", 4),
        ("SGVq\n\nä", "Hej", 6),
        ("Det är ingen kod.", "\r\xeb", 4),
    ],
)
def test_base64_that_is_cut_off_or_broken(encoded: str, plain: str, broken_at: int | None) -> None:
    assert base64_of(encoded) == (plain, broken_at)


@given(source=st.text("SGVq=+/- \n"))
def test_no_base64_is_too_broken_to_be_read(source: str) -> None:
    text, _ = base64(source, Span(0, len(source)))
    assert sum(piece.end - piece.start for piece in text.pieces) == len(text.text)
