"""JSON with the place of every value, which the standard library does not tell.

The grammar is that of RFC 8259, with the words ``NaN`` and ``Infinity`` that many programs write, as ``json.loads``
reads it; but a lone surrogate becomes a replacement character, and the depth and number of values are bounded. Values
are built without recursion, so that no file can nest too deep for Python.
"""

from __future__ import annotations

import re

from tonelint.data.nodes import MOST_NODES, TOO_MANY, DataError, Kind, Node, Tree
from tonelint.data.scalars import SURROGATE_PAIR, character
from tonelint.textmap import Edit, MappedText

MOST_NESTED = 200
"""How deep lists and mappings may stand in one another; exports need ten."""

_SPACE = re.compile(r"[ \t\n\r]*+")
_CONTENT = re.compile(r'(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_WORD = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][-+]?[0-9]++)?+|true|false|null|NaN|-?Infinity")
_REPLACED = re.compile(rf"\\(?:{SURROGATE_PAIR}|u[0-9a-fA-F]{{4}}|.)|[\ud800-\udfff]")
_CLOSING = {"{": "}", "[": "]"}


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
        self._count = 0
        self._open: list[tuple[int, list[Node]]] = []

    def root(self) -> Node:
        node: Node | None = None
        while not node:
            node = self._opened() or self._scalar()
            while node and self._open:
                node = self._closed(node)
        if self._next():
            raise self._error("the file should end after its first value")
        return node

    def _opened(self) -> Node | None:
        """Goes into lists and objects; an empty one is a value by itself."""
        while (sign := self._next()) in ("{", "["):
            start = self._at
            self._at += 1
            if len(self._open) == MOST_NESTED:
                raise DataError(f"lists and objects stand more than {MOST_NESTED} deep", start)
            if self._takes(_CLOSING[sign]):
                return _collection(self._text, start, [])
            self._open.append((start, [self._key()] if sign == "{" else []))
        return None

    def _closed(self, node: Node) -> Node | None:
        """Puts a value into the list or object that is open; gives that one where it ends here."""
        start, children = self._open[-1]
        children.append(node)
        self._count += 1
        if self._count > MOST_NODES:
            raise DataError(TOO_MANY, node.start)
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
        key = self._string()
        if not self._takes(":"):
            raise self._error('":" is wanted here, between a key and its value')
        return key

    def _scalar(self) -> Node:
        if self._next() == '"':
            return self._string()
        found = _WORD.match(self._text, self._at)
        if not found:
            raise self._error("a value is wanted here")
        self._at = found.end()
        return Node(Kind.NOTHING if found[0] == "null" else Kind.TEXT, *found.span(), found[0])

    def _string(self) -> Node:
        start = self._at
        self._at = _end(_CONTENT, self._text, start + 1)
        if self._text[self._at : self._at + 1] != '"':
            raise self._broken_string(start)
        self._at += 1
        content = self._text[start + 1 : self._at - 1]
        return Node(Kind.TEXT, start, self._at, _REPLACED.sub(_character, content), '"')

    def _next(self) -> str:
        """The sign that stands next."""
        self._at = _end(_SPACE, self._text, self._at)
        return self._text[self._at : self._at + 1]

    def _takes(self, sign: str) -> bool:
        there = self._next() == sign
        self._at += there
        return there

    def _broken_string(self, start: int) -> DataError:
        wrong = self._text[self._at : self._at + 1]
        if not wrong:
            return DataError("not JSON: the text that begins here is never closed", start)
        reasons = {
            "\\": 'JSON knows no such escape; write "\\\\" for a backslash',
            "\n": 'a line ends inside a text; write "\\n", or close the text',
        }
        code = f"{ord(wrong):04X}"
        reason = reasons.get(wrong, f'the character U+{code} cannot stand in a text; write "\\u{code}"')
        return DataError(f"not JSON: {reason}", self._at)

    def _error(self, wanted: str) -> DataError:
        sign = self._text[self._at : self._at + 1]
        found = f'"{sign}" stands there' if sign.isprintable() else f"the character U+{ord(sign):04X} stands there"
        return DataError(f"not JSON: {wanted}, and {found if sign else 'the text ends'}", self._at)


def _collection(text: str, start: int, children: list[Node]) -> Node:
    return Node(Kind.MAPPING if text[start] == "{" else Kind.LIST, start, start + 1, children=tuple(children))


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where a pattern that may match nothing ends."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _character(found: re.Match[str]) -> str:
    """What an escape stands for; a lone surrogate stands for no character and could not be written anywhere."""
    return character(found[0]) if found[0][0] == "\\" else "\ufffd"


def _mapped(node: Node, text: str) -> MappedText:
    """The value of a text with the place of each character."""
    if node.style != '"':
        return MappedText.of(text).cut(node.start, node.end)
    content = MappedText.of(text).cut(node.start + 1, node.end - 1)
    return content.replaced(Edit(*found.span(), _character(found)) for found in _REPLACED.finditer(content.text))
