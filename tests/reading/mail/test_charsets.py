"""Character sets: which characters bytes stand for, and where each of them stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.mail.charsets import decoded, reread
from tonelint.textmap import MappedText

NORDIC = "Kära Åse – vi løste «det» på två dagar."
CHARSETS = (
    "utf-8", "UTF8", "us-ascii", "iso-8859-1", "ISO_8859-15", "latin1", "windows-1252", "cp1250", "koi8-r", "macintosh",
    "utf-16", "utf-16le", "utf-16-be", "utf-32", "utf-7", "utf-8-sig", "shift_jis", "iso-2022-jp", "gb18030", "big5",
    "euc-kr", "hz", "cp500", "ibm850",
)  # fmt: skip


def of(data: bytes) -> MappedText:
    return MappedText.of(data.decode("latin-1"))


@pytest.mark.parametrize("charset", CHARSETS)
@given(text=st.text("abc åäöæøÅ+~\\€\r\n日本ж😀", max_size=30))
def test_what_the_standard_library_encodes_is_read_again(charset: str, text: str) -> None:
    """Each character also stands for bytes that say it."""
    kept = text.encode(charset, "ignore").decode(charset)
    data = kept.encode(charset)
    if charset in {"us-ascii", "iso-8859-1", "latin1"}:
        kept = kept.encode("cp1252", "ignore").decode("cp1252")
    mapped = decoded(of(data), charset)
    assert mapped.text.removeprefix("\ufeff") == kept
    for at, character in enumerate(mapped.text):
        start, end = mapped.source_span(at, at + 1)
        if "2022" not in charset and charset not in {"hz", "utf-16", "utf-32"}:  # whose bytes depend on those before
            assert character in data[start:end].decode(charset)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"K\xc3\xa4ra", "", "Kära"),
        (b"K\xe4ra", "", "Kära"),
        (b"K\xc3\xa4ra", "us-ascii", "Kära"),
        (b"K\xe4ra \x96", "us-ascii", "Kära –"),
        (b"K\xe4ra", "x-unknown", "Kära"),
        (b"K\xe4ra", "zlib", "Kära"),
        (b"K\xe4ra", "idna", "Kära"),
        (b"K\xe4ra", "a\0b", "Kära"),
        (b"10 \x80", "iso-8859-1", "10 €"),
        (b"10 \xa4", "iso-8859-15", "10 €"),
        (b"K\xe4ra", "iso-8859-8-i", "Kהra"),
        (b"K\xe4ra", "utf-8", "K\ufffdra"),
        (b"K\xe4ra \xc3\xa4", "utf-8", "K\ufffdra ä"),
        (b"\xed\xa0\x80\xc0\xaf\xf5", "utf-8", "\ufffd" * 6),
        (b"a\x81b", "windows-1252", "a\ufffdb"),
        (b"a\x00b", "utf-16-le", "a\ufffd"),
        (b"K+AOU-ra +AOU och 1+-1 +", "utf-7", "Kåra å och 1+1 +"),
        (b"\xfe\xff\x00K\x00\xe5", "utf-16", "Kå"),
        (b"K\x00\xe5\x00", "utf-16", "Kå"),
        (b"\x1b&&&&&&&&Hej", "iso-2022-jp", "\ufffdHej"),  # a control sequence that never ends
    ],
)
def test_charset(data: bytes, charset: str, text: str) -> None:
    """Where a character set is unknown, UTF-8 is tried; a byte that says nothing becomes a replacement character."""
    assert decoded(of(data), charset).text == text


@given(text=st.text(max_size=30), charset=st.sampled_from(["utf-8", "", "us-ascii", "iso-8859-1", "shift_jis"]))
def test_reading_again_what_was_read_as_utf_8_is_reading_its_bytes(text: str, charset: str) -> None:
    data = text.encode()
    assert reread(MappedText.of(text), charset).text == decoded(of(data), charset).text


@given(data=st.binary(max_size=30), charset=st.sampled_from([*CHARSETS, ""]))
def test_any_bytes_can_be_read(data: bytes, charset: str) -> None:
    source = data.decode("utf-8", "surrogateescape")
    text = reread(MappedText.of(source), charset)
    assert text.text == decoded(of(data), charset).text
    for at in range(len(text.text)):
        start, end = text.source_span(at, at + 1)
        assert 0 <= start < end <= len(source)
