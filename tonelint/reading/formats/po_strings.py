"""The strings of gettext catalogues: what they say, and where each character of that stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.model import Span

SPACE = r"[ \t\r\n\f\v]"
"""Pattern of what may stand between the parts of a catalogue."""

STRING = r'"(?:[^"\\\r\n]++|\\[^\r\n])*+"'
"""Pattern of a string with its quotes; several in a row say one text."""

# What stands between the outer quotes of strings. Escapes come first, so that no quote of theirs ends a string.
_SIGN = re.compile(rf'(?P<bytes>(?:\\(?:x[0-9a-fA-F]{{1,2}}|[0-7]{{1,3}}))++)|\\.|(?P<seam>"{SPACE}*+")')
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3}))")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\\": "\\", '"': '"'}
_GAP = re.compile(r"[\s\\]")
_LONGEST_NAME = 60


def said(text: str, strings: Span) -> MappedText:
    """What strings say, with the place of each character.

    Args:
        text: the catalogue.
        strings: from the first quote of the first string to the last quote of the last.
    """
    content = MappedText.of(text).cut(strings.start + 1, strings.end - 1)
    return content.replaced(_edits(content.text))


def written(text: str, strings: Span) -> str:
    """What strings say as it is written, cut short for a report; the arguments are those of ``said``."""
    start = text[strings.start + 1 : strings.end - 1][: 10 * _LONGEST_NAME]
    name = _SIGN.sub(lambda sign: "" if sign["seam"] else sign[0], start)
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + "…"


def has_gap(text: str, strings: Span) -> bool:
    """Whether strings may say more than one word; cheap, and never wrongly no. The arguments are those of ``said``."""
    return _GAP.search(text, *strings) is not None


def _edits(content: str) -> Iterator[Edit]:
    for sign in _SIGN.finditer(content):
        if sign["seam"]:
            yield Edit(*sign.span(), "")
        elif sign["bytes"]:
            yield from _byte_edits(sign)
        elif new := _CONTROLS.get(sign[0][1]):
            yield Edit(*sign.span(), new)


def _byte_edits(sign: re.Match[str]) -> Iterator[Edit]:
    """The characters that a run of bytes by number stands for: UTF-8, and where it is none, Latin-1."""
    escapes = list(_BYTE.finditer(sign.string, *sign.span()))
    data = bytes(int(escape[1], 16) if escape[1] else int(escape[2], 8) & 255 for escape in escapes)
    try:
        text, codec = data.decode(), "utf-8"
    except UnicodeDecodeError:
        text, codec = data.decode("latin-1"), "latin-1"
    done = 0
    for char in text:
        first, done = done, done + len(char.encode(codec))
        yield Edit(escapes[first].start(), escapes[done - 1].end(), char)
