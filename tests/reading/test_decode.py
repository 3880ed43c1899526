"""From bytes to a source."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import ReadError
from tonelint.reading.decode import FALLBACK_NOTICE, decode, encoding_of

WORDS = "Hej Åsa,\r\nblåbärsgrød – “på” fredag"
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(WORDS.encode(), id="UTF-8 is read as it stands"),
        pytest.param(codecs.BOM_UTF8 + WORDS.encode(), id="a UTF-8 byte-order mark is no part of the text"),
        pytest.param(codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), id="UTF-16 with a mark, little end first"),
        pytest.param(codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), id="UTF-16 with a mark, big end first"),
    ],
)
def test_a_marked_or_utf8_file_is_read_without_a_notice(data: bytes) -> None:
    source = decode(data, "svar.txt")
    assert (source.path, source.text, source.notice) == ("svar.txt", WORDS, "")


def test_an_empty_file_is_an_empty_source() -> None:
    assert decode(b"", "tom.txt").text == ""


def test_what_is_not_utf8_is_read_as_windows_1252_and_said_so() -> None:
    source = decode(WORDS.encode("cp1252"), "gammal.txt")
    assert (source.text, source.notice) == (WORDS, FALLBACK_NOTICE)


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        pytest.param(b"ab\r\nc\0d", 2, 2, "NUL", id="a NUL byte, at its line and column"),
        pytest.param("hej".encode("utf-16-le"), 1, 2, "NUL", id="UTF-16 without a mark"),
        pytest.param(b"\xe5\rb\n\x81", 3, 1, "0x81", id="a byte that Windows-1252 does not define"),
        pytest.param(b"\x89PNG\r\n\x1a\n", 2, 1, "0x1A", id="control bytes in what is not UTF-8"),
        pytest.param("läst å".encode()[:-1], 1, 7, "0xC3", id="UTF-8 that breaks off in a letter"),
        pytest.param("läst på\nå".encode() + b"\xe5", 2, 3, "0xE5", id="a letter of another encoding in UTF-8"),
        pytest.param(codecs.BOM_UTF8 + b"\xe5", 0, 0, "begins as UTF-8", id="a UTF-8 mark before something else"),
        pytest.param(codecs.BOM_UTF16_LE + b"a", 0, 0, "begins as UTF-16", id="half a UTF-16 unit"),
        pytest.param(codecs.BOM_UTF32_LE + "a".encode("utf-32-le"), 0, 0, "NUL", id="UTF-32"),
    ],
)
def test_what_is_not_text_is_refused_with_its_path_and_a_remedy(data: bytes, line: int, column: int, says: str) -> None:
    with pytest.raises(ReadError) as refused:
        decode(data, "bild.txt")
    (fault,) = refused.value.faults
    assert (fault.path, fault.line, fault.column) == ("bild.txt", line, column)
    assert says in fault.message
    assert "UTF-8" in fault.message


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"hej", id="ASCII"),
        pytest.param(WORDS.encode(), id="UTF-8"),
        pytest.param(WORDS.encode() + b"\xe5", id="UTF-8 with a letter of another encoding"),
        pytest.param(codecs.BOM_UTF8 + b"\xe5", id="a UTF-8 mark"),
        pytest.param(WORDS.encode("cp1252"), id="Windows-1252"),
        pytest.param("ÅÄÖ ”VÅRÄ”".encode("cp1252"), id="Windows-1252 with bytes that could be UTF-8"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0", id="UTF-16"),
    ],
)
@pytest.mark.parametrize("size", [4, 7, 100])
def test_a_file_read_piece_by_piece_is_read_in_the_encoding_of_the_whole(data: bytes, size: int) -> None:
    codec, notice = encoding_of(data[start : start + size] for start in range(0, len(data), size))
    try:
        source = decode(data, "a.csv")
    except ReadError:
        assert (codec, notice) == ("utf-8-sig", "")
    else:
        assert (data.decode(codec), notice) == (source.text, source.notice)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_text_comes_back(text: str, codec: str) -> None:
    expected = text.removeprefix("\ufeff") if codec == "utf-8" else text
    assert decode(text.encode(codec), "x").text == expected


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(ReadError):
        source = decode(data, "x")
        assert "\0" not in source.text
        assert (source.notice == "") or source.text.encode("cp1252") == data
