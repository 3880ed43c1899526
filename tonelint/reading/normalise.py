"""Characters that look alike made alike, so that no later stage needs to know their variants."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator

# The combining marks of alphabets; a cluster is cut at 30 marks, the limit of the Stream-Safe Text Format (UAX #15).
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_VARIANT = re.compile(
    rf"""
      (?P<line_break> \r\n? )
    | (?P<invisible>  [\u00ad\u200b\ufeff]+ )      # soft hyphen, zero-width space, byte-order mark
    | (?P<space>      [\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000] )
    | (?P<letter>     [^\r\n{_MARKS}][{_MARKS}]{{1,30}} | [\u2126\u212a\u212b] )
    """,
    re.VERBOSE,
)


def normalised(text: MappedText) -> MappedText:
    """The text with one kind of line break, one kind of space, and composed letters.

    CRLF and CR become line feeds; Unicode's other spaces become a space; soft hyphens, zero-width spaces and byte-order
    marks are dropped; a letter followed by combining marks becomes the composed letter (Unicode's NFC), with the
    place of the whole cluster.

    """
    return text.replaced(_edits(text.text))


def composed(text: str) -> str:
    """A short text normalised, without its places."""
    return normalised(MappedText.of(text)).text


def _edits(text: str) -> Iterator[Edit]:
    for found in _VARIANT.finditer(text):
        start, end = found.span()
        match found.lastgroup:
            case "line_break":
                yield Edit(start, end, "\n")
            case "invisible":
                yield Edit(start, end, "")
            case "space":
                yield Edit(start, end, " ")
            case _:
                composed = unicodedata.normalize("NFC", found[0])
                # Marks that only change places stay: as many characters as before would each claim its own place.
                if len(composed) < len(found[0]) or len(found[0]) == 1:
                    yield Edit(start, end, composed)
