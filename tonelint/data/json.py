"""JSON with the place of every value, which the standard library does not tell.

The grammar is that of RFC 8259, read strictly, as ``json.loads`` reads it with three exceptions: the words ``NaN`` and
``Infinity`` are refused, a lone surrogate becomes a replacement character, and nesting is bounded. Values are built
without recursion, so that no file can nest too deep for Python.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.data.nodes import DataError, Kind, Node, Tree
from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_NESTED = 200
"""How deep lists and mappings may stand in one another; exports need ten."""

_SPACE = re.compile(r"[ \t\n\r]*+")
_SCALAR = re.compile(
    r"""
      "(?P<content> (?: [^"\\\x00-\x1f]++ | \\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}) )*+ )"
    | -?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][-+]?[0-9]++)?+ (?![\w.+-])
    | (?:true|false|null)\b
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_BROKEN_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CLOSING = {"{": "}", "[": "]"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_json(text: str) -> Tree:
    """The values of a JSON text.

    Args:
        text: one JSON value, with white space around it.

    Raises:
        DataError: the text is not JSON, or nests deeper than ``MOST_NESTED``.
    """
    root = _Parser(text).root()
    return Tree(root, lambda node: _mapped(node, text))


class _Parser:
    """Walks over a text and builds nodes of what it meets."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._open: list[tuple[int, list[Node]]] = []

    def root(self) -> Node:
        while True:
            node = self._opened() or self._scalar()
            while node and self._open:
                node = self._closed(node)
            if node:
                break
        self._skip_space()
        if self._at < len(self._text):
            raise self._error("the file should end after its first value")
        return node

    def _opened(self) -> Node | None:
        """Goes into lists and objects; an empty one is a value by itself."""
        while (sign := self._next()) in ("{", "["):
            start = self._at
            self._at += 1
            if self._takes(_CLOSING[sign]):
                return _collection(self._text, start, [])
            if len(self._open) == MOST_NESTED:
                raise DataError(f"lists and objects stand more than {MOST_NESTED} deep", start)
            self._open.append((start, [self._key()] if sign == "{" else []))
        return None

    def _closed(self, node: Node) -> Node | None:
        """Puts a value into the list or object that is open; gives that one where it ends here."""
        start, children = self._open[-1]
        children.append(node)
        sign = self._text[start]
        if self._takes(","):
            if sign == "{":
                children.append(self._key())
            return None
        if not self._takes(_CLOSING[sign]):
            raise self._error(f'"," or "{_CLOSING[sign]}" is wanted here')
        self._open.pop()
        return _collection(self._text, start, children)

    def _key(self) -> Node:
        if self._next() != '"':
            raise self._error("a key in double quotes is wanted here")
        key = self._scalar()
        if not self._takes(":"):
            raise self._error('":" is wanted here, between a key and its value')
        return key

    def _scalar(self) -> Node:
        self._skip_space()
        found = _SCALAR.match(self._text, self._at)
        if not found:
            raise self._bad_scalar()
        self._at = found.end()
        if found["content"] is not None:
            return Node(Kind.TEXT, *found.span(), _unescaped(found["content"]), '"')
        return Node(Kind.NOTHING if found[0] == "null" else Kind.TEXT, *found.span(), found[0])

    def _next(self) -> str:
        self._skip_space()
        return self._text[self._at : self._at + 1]

    def _takes(self, sign: str) -> bool:
        there = self._next() == sign
        self._at += there
        return there

    def _skip_space(self) -> None:
        if space := _SPACE.match(self._text, self._at):
            self._at = space.end()

    def _bad_scalar(self) -> DataError:
        sign = self._text[self._at : self._at + 1]
        if sign == '"' and (start := _BROKEN_STRING.match(self._text, self._at)):
            wrong = self._text[start.end() : start.end() + 1]
            reasons = {"": "a text that is never closed", "\\": "no escape of JSON", "\n": "a line break inside a text"}
            reason = reasons.get(wrong, f"the character U+{ord(wrong or ' '):04X} inside a text")
            return DataError(f"not JSON: {reason}", self._at if not wrong else start.end())
        return self._error("a value is wanted here")

    def _error(self, wanted: str) -> DataError:
        found = "the file ends" if self._at >= len(self._text) else f'"{self._text[self._at]}" stands there'
        return DataError(f"not JSON: {wanted}, and {found}", self._at)


def _collection(text: str, start: int, children: list[Node]) -> Node:
    return Node(Kind.MAPPING if text[start] == "{" else Kind.LIST, start, start + 1, children=tuple(children))


def _unescaped(content: str) -> str:
    return _ESCAPE.sub(lambda escape: _character(escape[0]), content) if "\\" in content else _whole(content)


def _character(escape: str) -> str:
    """The character that an escape stands for."""
    if escape[1] != "u":
        return _LETTERS.get(escape[1], escape[1])
    units = [int(unit, 16) for unit in escape.split("\\u")[1:]]
    if len(units) == 2:
        return chr(0x10000 + ((units[0] - 0xD800) << 10) + (units[1] - 0xDC00))
    return _whole(chr(units[0]))


def _whole(text: str) -> str:
    """A text without lone surrogates, which stand for no character and cannot be written anywhere."""
    return _SURROGATE.sub("\ufffd", text)


def _mapped(node: Node, text: str) -> MappedText:
    """The value of a text with the place of each character."""
    if node.style != '"':
        return MappedText.of(text).cut(node.start, node.end)
    content = MappedText.of(text).cut(node.start + 1, node.end - 1)
    return content.replaced(_edits(content.text))


def _edits(content: str) -> Iterator[Edit]:
    for escape in _ESCAPE.finditer(content):
        yield Edit(*escape.span(), _character(escape[0]))
