"""From the bytes of a file to a source, or to a reason why it is not text.

A byte-order mark decides, then strict UTF-8, then Windows-1252 with a notice. Nothing is guessed from frequencies:
detectors take short Swedish and Danish files for Central European ones.
"""

from __future__ import annotations

import codecs
import re

from tonelint.errors import Fault, ReadError
from tonelint.model import Source

FALLBACK_NOTICE = "not UTF-8, read as Windows-1252"

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Bytes without a character in Windows-1252, and controls that no text editor writes.
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
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
        if sign := _NOT_TEXT.search(data):
            message = (
                f"not UTF-8 (byte 0x{data[error.start]:02X}) and not Windows-1252 (byte 0x{sign[0][0]:02X} here): "
            )
            raise _not_text(message + _SAVE_AS_UTF8, path, data, sign.start()) from None
    return Source(path, data.decode("cp1252"), FALLBACK_NOTICE)


def _marked(data: bytes, codec: str, name: str, path: str) -> Source:
    """The source of bytes whose byte-order mark names their encoding."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        message = f"begins as {name} (by its byte-order mark) but does not go on so: {_SAVE_AS_UTF8}"
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
