"""The values of YAML's texts with the place of each character, which PyYAML does not tell.

A text is decoded once more, by edits of its source, in each of the five ways to write one. What comes out is held
against the value that PyYAML read: a place is exact or, should the two ever differ, the whole of the text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tonelint.data.nodes import Kind
from tonelint.model import Span
from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tonelint.data.nodes import Node

BREAKS = "\n\r\x85\u2028\u2029"
"""The characters that end a line in YAML 1.1, which PyYAML reads."""

SURROGATE_PAIR = r"u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
"""A character in two escapes, as a pattern, without its first backslash."""

_BREAK = rf"(?>\r\n|[{BREAKS}])"
_BREAKS = re.compile(_BREAK)
_LINE = re.compile(rf"(?P<words>[^{BREAKS}]*+)(?P<ending>{_BREAK}|\Z)")
_FOLDED = rf"(?P<folded>[ \t]*+(?:{_BREAK}[ \t]*+)++)"
_BLANK = r"[ \t]++"  # taken as a whole, so that no run of blanks is looked through again from its middle
_CHARACTERS = {  # what of a text's source is not copied, by the text's style
    '"': re.compile(
        rf"""
          \\(?P<joined>{_BREAK}[ \t]*+(?:{_BREAK}[ \t]*+)*+)
        | (?P<escape>\\(?:{SURROGATE_PAIR}|x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|.))
        | {_FOLDED}
        | {_BLANK}
        """,
        re.VERBOSE,
    ),
    "'": re.compile(rf"(?P<quote>'')|{_FOLDED}|{_BLANK}"),
    "": re.compile(rf"{_FOLDED}|{_BLANK}"),
}
_ESCAPED = dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))
_HALVES = range(0xD800, 0xE000)


def mapped(node: Node, text: str) -> MappedText:
    """The value of a text with the place of each character in the file.

    An escape is the place of the character that it stands for, a folded line break that of the space it is read as.

    Args:
        node: a node of the file; of anything but a text the value is empty.
        text: the file's content.
    """
    if node.kind is not Kind.TEXT:
        return MappedText.of("")
    found = decoded(node, text)
    return found if found.text == node.text else MappedText.standing_for(node.text, Span(node.start, node.end))


def decoded(node: Node, text: str) -> MappedText:
    """What the source of a text says, whatever the node says: ``mapped`` without its safeguard.

    Escapes of half a character (surrogates) are put together in pairs and replaced by U+FFFD where one stands alone.
    """
    quote = len(node.style) if node.style in _CHARACTERS else 0
    content = MappedText.of(text).cut(node.start + quote, node.end - quote)
    if node.style in _CHARACTERS:
        return content.replaced(_inline_edits(content.text, node.style))
    return content.replaced(_block_edits(content.text, node))


def _inline_edits(content: str, style: str) -> Iterator[Edit]:
    """The edits that read a plain text, or one in quotes."""
    for found in _CHARACTERS[style].finditer(content):
        if found.lastgroup:
            yield Edit(*found.span(), _read(found.lastgroup, found[found.lastgroup]))


def character(escape: str) -> str:
    """The character that an escape of YAML or JSON stands for; U+FFFD for half a character (surrogate) alone.

    Args:
        escape: with its backslash; two escapes where they are the halves of a pair.
    """
    letter, code = escape[1], escape[2:]
    if not code:
        return _ESCAPED.get(letter, letter)
    if "\\" in code:
        high, low = (int(half, 16) for half in code.split("\\u"))
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    number = int(code, 16)
    return "\ufffd" if number in _HALVES else chr(number)


def _read(group: str, source: str) -> str:
    """What a part of a text's source stands for, a group of the patterns above."""
    if group == "quote":
        return "'"
    if group == "escape":
        return character(source)
    first, *others = (_normal(ending) for ending in _BREAKS.findall(source))
    return "".join(others) if group == "joined" else _folded(first, is_alone=not others) + "".join(others)


def _normal(ending: str) -> str:
    """How YAML reads the end of a line."""
    return ending if ending in {"\u2028", "\u2029"} else "\n"


def _folded(ending: str, *, is_alone: bool) -> str:
    """What is left of the end of a line where lines are folded: of several in a row, the first goes."""
    if ending != "\n":
        return ending
    return " " if is_alone else ""


def _block_edits(content: str, node: Node) -> Iterator[Edit]:
    """The edits that read a literal (``|``) or folded (``>``) text from its header on."""
    header, *lines = _LINE.finditer(content)
    indent = _lead([line["words"] for line in lines]) - _lead(_BREAKS.split(node.text))
    yield Edit(0, header.end(), "")
    endings = _Endings(header["words"], [line["words"][indent:] for line in lines])
    for number, line in enumerate(lines):
        words_start = min(line.start() + indent, line.end("words"))
        if line.start() < words_start:
            yield Edit(line.start(), words_start, "")
        if (new := endings.read(number, line["ending"])) != line["ending"]:
            yield Edit(*line.span("ending"), new)


def _lead(lines: Sequence[str]) -> int:
    """How far the first line with words is indented; without any, the longest line."""
    first = next((line for line in lines if line.strip(" ")), None) or max(lines, key=len, default="")
    return len(first) - len(first.lstrip(" "))


class _Endings:
    """What the ends of a block text's lines are read as.

    Args:
        header: the line that opens the block.
        lines: the others, without their indentation; empty ones hold no words.
    """

    def __init__(self, header: str, lines: Sequence[str]) -> None:
        indicators = re.split(r"[ \t#]", header, maxsplit=1)[0]
        self._folds = header[0] == ">"
        self._strips, self._keeps = "-" in indicators, "+" in indicators
        self._lines = lines
        filled = [number for number, line in enumerate(lines) if line]
        self._last = filled[-1] if filled else -1
        self._next = dict(pairwise(filled))

    def read(self, number: int, ending: str) -> str:
        """What the end of a line is read as."""
        normal = _normal(ending) if ending else ""
        if number > self._last:
            return normal if self._keeps else ""
        if number == self._last:
            return "" if self._strips else normal
        following = self._next.get(number)
        if self._folds and following and self._is_flush(number) and self._is_flush(following):
            return _folded(normal, is_alone=following == number + 1)
        return normal

    def _is_flush(self, number: int) -> bool:
        """Whether a line is indented no further than the block; others are not folded."""
        return self._lines[number][0] not in " \t"
