"""The content of one part of a mail: from its body as it was sent to its characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tonelint.errors import Fault
from tonelint.reading.mail.charsets import decoded, reread
from tonelint.reading.mail.flowed import unflowed
from tonelint.reading.mail.headers import transfer_encoding
from tonelint.reading.mail.transfer import base64, octets, quoted_printable
from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from tonelint.model import Source
    from tonelint.reading.mail.mime import Entity

LARGEST_TEXT = 2 * 2**20
"""The most characters of a mail that one text may take, as it is encoded; a long thread takes a fifth of it."""

_UUENCODED = frozenset({"x-uuencode", "uuencode", "x-uue", "uue"})
_ARMOURED_FROM = re.compile(r"(?<![^\r\n])>(?=>*+From )")
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_LEAST_READABLE = 4
"""Where more than one character in so many stands for no letter or sign, a text is not what it is said to be."""

_SAVE_AGAIN = "save the mail again from the mail program, or leave it out of the check"
_TOO_LARGE = f"a text of more than {LARGEST_TEXT // 2**20} MB in a mail; leave it out of the check"
_UUENCODED_TEXT = f"a text in uuencode, which is not read; {_SAVE_AGAIN}"
_NOT_BASE64 = f"base64 breaks off here, and the rest of this text is not read; {_SAVE_AGAIN}"
_NOT_TEXT = f"this is no text in the character set that the mail names ({{}}); {_SAVE_AGAIN}"


class Content(NamedTuple):
    """What stands in a part of a mail.

    Attributes:
        text: its characters with their places; None where they cannot be read.
        fault: what is wrong with it, or None.
    """

    text: MappedText | None
    fault: Fault | None = None


def content_of(source: Source, entity: Entity, *, is_armoured: bool) -> Content:
    """The characters of a part, whose lines end in line breaks of any kind.

    Args:
        source: what the offsets of the part are offsets in.
        entity: the part.
        is_armoured: whether lines that begin with "From ", or with ``>`` and "From ", have one more ``>`` in front.
    """
    start, end = entity.body
    encoding = transfer_encoding(entity.fields)
    if end - start > LARGEST_TEXT:
        return Content(None, fault_at(source, start, _TOO_LARGE))
    if encoding in _UUENCODED:
        return Content(None, fault_at(source, start, _UUENCODED_TEXT))
    fault = None
    if encoding == "base64":
        encoded, broken_at = base64(source.text, entity.body)
        text = decoded(encoded, entity.content.charset)
        if broken_at is not None:
            fault = fault_at(source, broken_at, _NOT_BASE64)
    else:
        text = _spelt_out(source, entity, encoding, is_armoured=is_armoured)
    if len(_UNREADABLE.findall(text.text)) * _LEAST_READABLE > len(text.text):
        return Content(None, fault or fault_at(source, start, _NOT_TEXT.format(entity.content.charset or "none")))
    if entity.content.is_flowed and entity.content.kind == "text/plain":
        text = unflowed(text, deletes_space=entity.content.deletes_space)
    return Content(text, fault)


def fault_at(source: Source, offset: int, message: str) -> Fault:
    """A fault at an offset of a source."""
    return Fault(source.path, message, *source.position(offset))


def _spelt_out(source: Source, entity: Entity, encoding: str, *, is_armoured: bool) -> MappedText:
    """The characters of a part that is not base64; an encoding that is unknown changes nothing, as the usual do not."""
    text = MappedText.of(source.text).cut(*entity.body)
    if is_armoured:
        text = text.replaced(Edit(*found.span(), "") for found in _ARMOURED_FROM.finditer(text.text))
    if encoding == "quoted-printable":
        return decoded(quoted_printable(octets(text)), entity.content.charset)
    return reread(text, entity.content.charset)
