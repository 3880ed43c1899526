"""Transfer encodings (RFC 2045): from the characters of a mail to the bytes of a text, each byte with its place.

Bytes are carried as characters up to U+00FF, so that they are a ``MappedText`` too.
"""

from __future__ import annotations

import re
from binascii import a2b_base64
from typing import TYPE_CHECKING

from tonelint.textmap import Edit, MappedText, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.model import Span

_ESCAPED_BYTES = re.compile("[\udc80-\udcff]+|[^\x00-\x7f\udc80-\udcff]")
# White space that ends a line was added on the way. It is looked for from its first character only, to stay linear.
_QUOTED = re.compile(r"=(?P<code>[0-9A-Fa-f]{2})|=[ \t]*+(?:\r\n?|\n|\Z)|(?<![ \t])[ \t]++(?=[\r\n]|\Z)")
_DIGITS = re.compile(r"[A-Za-z0-9+/]++")
_NO_DIGIT = re.compile(r"[^A-Za-z0-9+/ \t\r\n\f\v]")
_PADDING = re.compile(r"=(?:[ \t\r\n]*+=)?+")


def octets(text: MappedText) -> MappedText:
    """The bytes of a text that was decoded as UTF-8 with ``surrogateescape``."""
    return text.replaced(
        Edit(*found.span(), found[0].encode("utf-8", "surrogateescape").decode("latin-1"))
        for found in _ESCAPED_BYTES.finditer(text.text)
    )


def quoted_printable(encoded: MappedText) -> MappedText:
    """The bytes that quoted-printable stands for; an equals sign that means nothing is kept as it stands.

    Args:
        encoded: the bytes of the mail.
    """
    return encoded.replaced(
        Edit(*found.span(), chr(int(found["code"], 16)) if found["code"] else "")
        for found in _QUOTED.finditer(encoded.text)
    )


def base64(source: str, span: Span) -> tuple[MappedText, int | None]:
    """The bytes that base64 stands for, up to its end or the first character that is no part of it.

    What follows the padding is left out, since servers add footers there; a last digit that makes no byte, too.

    Args:
        source: the mail.
        span: the offsets of the encoded text.

    Returns:
        The bytes, each standing for its group of four digits, and the offset of the character that broke them off.
    """
    stop = _NO_DIGIT.search(source, *span)
    end = stop.start() if stop else span.end
    padding = _PADDING.match(source, end, span.end)
    digits = "".join(_DIGITS.findall(source, span.start, end))
    usable = len(digits) - (len(digits) % 4 == 1)
    data = a2b_base64(digits[:usable] + "=" * (-usable % 4))
    pieces = tuple(_groups(source, span.start, end, padding.end() if padding else end))
    return MappedText(data.decode("latin-1"), pieces), end if stop and not padding else None


def _groups(source: str, start: int, end: int, padded_end: int) -> Iterator[Piece]:
    """The pieces of decoded base64: three bytes for four digits, also where a line ends between these."""
    length = 0
    begun: list[int] = []  # the offsets of the digits of a group that began on an earlier line
    for run in _DIGITS.finditer(source, start, end):
        at, run_end = run.span()
        if begun:
            taken = min(4 - len(begun), run_end - at)
            begun += range(at, at + taken)
            at += taken
            if len(begun) < 4:
                continue
            yield Piece(length, length + 3, begun[0], at, is_copy=False)
            length += 3
        whole_end = run_end - (run_end - at) % 4
        for group in range(at, whole_end, 4):
            yield Piece(length, length + 3, group, group + 4, is_copy=False)
            length += 3
        begun = [*range(whole_end, run_end)]
    if len(begun) > 1:
        yield Piece(length, length + len(begun) - 1, begun[0], max(begun[-1] + 1, padded_end), is_copy=False)
