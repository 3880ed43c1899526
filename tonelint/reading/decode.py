"""From the bytes of a file to a source, or to a reason why it is not text.

A byte-order mark decides, then strict UTF-8, then Windows-1252 with a notice. Nothing is guessed from frequencies:
detectors take short Swedish and Danish files for Central European ones.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tonelint.errors import Fault, ReadError
from tonelint.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

FALLBACK_NOTICE = "not UTF-8, read as Windows-1252"

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Bytes without a character in Windows-1252, and controls that no text editor writes.
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LAST_LETTER = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_MARKED_AS = "begins as {} (by its byte-order mark) but does not go on so"
_SAVE_AS_UTF8 = "save it as UTF-8, or leave it out of the check"
_LEAVE_OUT = "leave it out of the check, or save its text as UTF-8"


def decode(data: bytes, path: str) -> Source:
    """Reads bytes as text.

    Args:
        data: the whole file; UTF-8 with or without a byte-order mark, UTF-16 with one, or Windows-1252.
        path: as reports shall show it.

    Returns:
        The source, without its byte-order mark; with a notice where Windows-1252 had to be assumed.

    Raises:
        ReadError: the bytes are not text in any of these encodings.
    """
    if data.startswith(_UTF16_MARKS):
        return _marked(data, "utf-16", "UTF-16", path)
    if data.startswith(codecs.BOM_UTF8):
        return _marked(data, "utf-8-sig", "UTF-8", path)
    if (nul := data.find(b"\0")) >= 0:
        raise _not_text(f"not text (a NUL byte): {_LEAVE_OUT}", path, data, nul)
    try:
        return Source(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        wrong = f"not UTF-8 (byte 0x{data[error.start]:02X}"
        if _Share().of(data).is_utf8:
            raise _not_text(
                f"{wrong} here), as the rest of the file is: {_SAVE_AS_UTF8}", path, data, error.start
            ) from None
        if sign := _NOT_TEXT.search(data):
            message = f"{wrong}) and not Windows-1252 (byte 0x{sign[0][0]:02X} here): {_SAVE_AS_UTF8}"
            raise _not_text(message, path, data, sign.start()) from None
    return Source(path, data.decode("cp1252"), FALLBACK_NOTICE)


@dataclass(slots=True)
class _Share:
    """How much of some bytes beyond ASCII is UTF-8, and how much is not."""

    letters: int = 0
    others: int = 0

    def of(self, data: bytes) -> _Share:
        """With more bytes counted in."""
        letters = _UTF8_LETTER.findall(data)
        self.letters += len(letters)
        self.others += len(_BEYOND_ASCII.findall(data)) - sum(map(len, letters))
        return self

    def of_whole_letters(self, data: bytes) -> bytes:
        """Count bytes in, but for a letter that may go on in the next ones, which is given back."""
        last = _LAST_LETTER.search(data)
        rest = last[0] if last else b""
        self.of(data[: len(data) - len(rest)])
        return rest

    @property
    def is_utf8(self) -> bool:
        """Whether these are the bytes of UTF-8, a few of which are wrong. In other encodings few look like its own."""
        return self.letters > 0 and self.letters >= self.others


def decode_mail(data: bytes, path: str) -> Source:
    """Reads bytes as mail, each part of which has an encoding of its own: what is not UTF-8 is kept byte by byte.

    Args:
        data: the whole file.
        path: as reports shall show it.

    Returns:
        The source; each byte that is not UTF-8 is a lone surrogate in it, which the codec's error handler
        ``surrogateescape`` turns back.
    """
    return Source(path, data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape"))


class Encoding(NamedTuple):
    """How the bytes of a file are to be read.

    Attributes:
        codec: the name of Python's codec.
        notice: something the user should know about the choice, or empty.
    """

    codec: str
    notice: str = ""


def encoding_of(chunks: Iterable[bytes]) -> Encoding:
    """How a file that is too large to be held is to be read; the same choice as ``decode`` makes.

    Args:
        chunks: the whole file, in pieces of three bytes or more. Some bytes may be wrong in any encoding.
    """
    utf8 = codecs.getincrementaldecoder("utf-8")()
    share = _Share()
    is_utf8, rest = True, b""
    for number, chunk in enumerate(chunks):
        if number == 0 and chunk.startswith(_UTF16_MARKS):
            return Encoding("utf-16")
        if number == 0 and chunk.startswith(codecs.BOM_UTF8):
            return Encoding("utf-8-sig")
        rest = share.of_whole_letters(rest + chunk)
        is_utf8 = is_utf8 and _decodes(utf8, chunk)
    share.of(rest)
    is_utf8 = is_utf8 and _decodes(utf8, b"", final=True)
    return Encoding("utf-8-sig") if is_utf8 or share.is_utf8 else Encoding("cp1252", FALLBACK_NOTICE)


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _marked(data: bytes, codec: str, name: str, path: str) -> Source:
    """The source of bytes whose byte-order mark names their encoding."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        message = f"{_MARKED_AS.format(name)}: {_SAVE_AS_UTF8}"
        raise ReadError(Fault(path, message)) from None
    if "\0" in text:
        raise ReadError(Fault(path, f"not text (a NUL character): {_LEAVE_OUT}"))
    return Source(path, text)


def _not_text(message: str, path: str, data: bytes, offset: int) -> ReadError:
    """The error that points at a byte; columns count bytes, as nothing better is known of such a file."""
    before = data[:offset]
    line_start = max(before.rfind(b"\n"), before.rfind(b"\r")) + 1
    line = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
    return ReadError(Fault(path, message, line, offset - line_start + 1))
