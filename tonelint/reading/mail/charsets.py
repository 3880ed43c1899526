"""Character sets: from the bytes of a text to its characters, each character with its place."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tonelint.reading.mail.transfer import octets
from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator

_REPLACEMENT = "\ufffd"
_NO_CHARACTERS = re.compile("[\udc80-\udcff]+")
_TAIL = "[\x80-\xbf]"
_UTF8 = re.compile(
    f"[\xc2-\xdf]{_TAIL}|\xe0[\xa0-\xbf]{_TAIL}|[\xe1-\xec\xee\xef]{_TAIL}{{2}}|\xed[\x80-\x9f]{_TAIL}"
    f"|\xf0[\x90-\xbf]{_TAIL}{{2}}|[\xf1-\xf3]{_TAIL}{{3}}|\xf4[\x80-\x8f]{_TAIL}{{2}}|[\x80-\xff]"
)
_UTF7_RUN = re.compile(r"\+[A-Za-z0-9+/]*+-?")
_SINGLE_BYTE = re.compile(r"cp125\d|iso8859-\d{1,2}|koi8-[rtu]|mac-\w+|tis-620")
# What mail programs write in fact where they say so, as browsers know too.
_MEANT = {"iso8859-1": "cp1252", "iso8859-9": "cp1254"}
# Without such a mark the codec fails; programs that leave it out write the byte order of common processors.
_ORDER_MARKS = {"utf-16": ("\xff\xfe", "\xfe\xff"), "utf-32": ("\xff\xfe\0\0", "\0\0\xfe\xff")}
# Not sets of characters, though Python files them with these; the last but one takes quadratic time.
_NO_CHARSETS = frozenset({"undefined", "unicode-escape", "raw-unicode-escape", "punycode", "idna"})
_LONGEST_NAME = 40


def reread(text: MappedText, charset: str) -> MappedText:
    """The characters of a text that was decoded as UTF-8 with ``surrogateescape``, whatever it is in.

    Args:
        text: the text; UTF-8 is not decoded again, so that long texts take no longer than they must.
        charset: as for ``decoded``.
    """
    codec = _codec(charset)
    if codec == "utf-8" or (codec is None and not _NO_CHARACTERS.search(text.text)):
        broken = _NO_CHARACTERS.finditer(text.text)
        return text.replaced(Edit(*found.span(), _REPLACEMENT * len(found[0])) for found in broken)
    return decoded(octets(text), charset)


def decoded(encoded: MappedText, charset: str) -> MappedText:
    """The characters that bytes stand for; a byte that stands for none becomes U+FFFD.

    Args:
        encoded: the bytes, as characters up to U+00FF.
        charset: its name in any spelling. Where it is empty, unknown or ASCII, bytes that are not ASCII are read as
            UTF-8 where they are that throughout, else as Windows-1252.
    """
    codec = _codec(charset)
    if codec is None:
        codec = "utf-8" if _is_utf8(encoded.text) else "cp1252"
    if codec == "utf-8":
        return encoded.replaced(_utf8_edits(encoded.text))
    if _SINGLE_BYTE.fullmatch(codec):
        return MappedText(encoded.text.translate(_table(codec)), encoded.pieces)
    return encoded.replaced(_utf7_edits(encoded.text) if codec == "utf-7" else _edits(encoded.text, codec))


@lru_cache(maxsize=128)
def _codec(charset: str) -> str | None:
    """The name of Python's codec, None where there is none that is of use."""
    name = charset.strip().lower()
    try:
        codec = codecs.lookup(name[:_LONGEST_NAME].removesuffix("-i")).name
        b"a".decode(codec, "replace")  # fails where it does not decode bytes to characters
    except (LookupError, ValueError):
        return None
    return None if codec == "ascii" or codec.replace("_", "-") in _NO_CHARSETS else _MEANT.get(codec, codec)


@lru_cache(maxsize=16)
def _table(codec: str) -> str:
    return bytes(range(256)).decode(codec, "replace")


def _is_utf8(octets: str) -> bool:
    return all(len(found[0]) > 1 for found in _UTF8.finditer(octets))


def _utf8_edits(octets: str) -> Iterator[Edit]:
    for found in _UTF8.finditer(octets):
        sequence = found[0]
        new = sequence.encode("latin-1").decode("utf-8") if len(sequence) > 1 else _REPLACEMENT
        yield Edit(*found.span(), new)


def _utf7_edits(octets: str) -> Iterator[Edit]:
    """The runs of encoded characters; Python's decoder holds each back to its end, in quadratic time byte by byte."""
    for found in _UTF7_RUN.finditer(octets):
        run = found[0].removesuffix("-") + "-"
        yield Edit(*found.span(), run.encode("latin-1").decode("utf-7", "replace"))


def _edits(octets: str, codec: str) -> Iterator[Edit]:
    """What a codec of any kind makes of each byte or run of bytes."""
    if not octets.startswith(_ORDER_MARKS.get(codec, "")):
        codec += "-le"
    decoder = codecs.getincrementaldecoder(codec)("replace")
    start = 0
    for at, octet in enumerate(octets.encode("latin-1")):
        if new := _decoded(decoder, bytes((octet,))):
            if new != octets[start : at + 1]:
                yield Edit(start, at + 1, new)
            start = at + 1
    if start < len(octets):
        yield Edit(start, len(octets), _decoded(decoder, b"", final=True))


def _decoded(decoder: codecs.IncrementalDecoder, data: bytes, *, final: bool = False) -> str:
    """What a decoder makes of more bytes; some fail at control sequences that never end, even where told to replace."""
    try:
        return decoder.decode(data, final)
    except UnicodeError:
        decoder.reset()
        return _REPLACEMENT
