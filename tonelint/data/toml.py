"""TOML with the place of every value, which the standard library does not tell.

``tomllib`` decides what is TOML and what a text or number stands for. A file that it has accepted is gone through once
more for the places, which needs no checks of its own then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from tonelint.data.nodes import DataError, Kind, Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_NESTED = 10
"""How deep lists and tables may stand in one another; a configuration needs four."""

_BLANKS = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SCALAR = re.compile(
    r"""
      (?P<block>\"{3}(?:[^"\\]++|\\[\s\S]|\"{1,2}+(?!"))*+\"{3,5}+|'{3}(?:[^']++|'{1,2}+(?!'))*+'{3,5}+)
    | (?P<quoted>"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')
    | (?P<bare>[^\s,\]}\#]++(?:[ ]\d\d:[^\s,\]}\#]++)?+)  # a date and its time may stand apart
    """,
    re.VERBOSE,
)
_KEY = re.compile(r"(?P<quoted>\"(?:[^\"\\\n]++|\\.)*+\"|'[^'\n]*+')|(?P<bare>[\w-]++)", re.ASCII)
_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_CLOSING = {"{": "}", "[": "]"}


@dataclass(slots=True)
class _List:
    start: int
    items: list[_Value] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    start: int
    entries: dict[str, tuple[Node, _Value]] = field(default_factory=dict)

    def at(self, keys: Sequence[Node]) -> _Table:
        """The table that dotted keys lead to, made where there is none; of a list of tables the last."""
        table = self
        for key in keys:
            _, below = table.entries.setdefault(key.text, (key, _Table(key.start)))
            if isinstance(below, _List):
                below = below.items[-1]
            if not isinstance(below, _Table):  # which tomllib would not have accepted
                raise DataError("not TOML: a table is wanted here", key.start)
            table = below
        return table

    def put(self, keys: Sequence[Node], value: _Value) -> None:
        """Set what stands under dotted keys."""
        self.at(keys[:-1]).entries[keys[-1].text] = keys[-1], value


_Value: TypeAlias = Node | _List | _Table


def compose_table(text: str, *names: str) -> Node | None:
    """A table of a TOML file as a node, as YAML's mappings are; None where there is none.

    Args:
        text: the file's content.
        names: the way to the table from the root.

    Returns:
        A mapping, or what stands in its place. Numbers, dates and truth values are texts, as they are in YAML's nodes.

    Raises:
        DataError: the text is not TOML, or lists and tables are nested too deep.
    """
    import tomllib

    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _explained(str(error), text) from error
    except RecursionError as error:
        raise DataError("lists and tables stand too deep in one another", 0) from error
    value: _Value = _Scanner(text).root()
    for name in names:
        if not isinstance(value, _Table) or name not in value.entries:
            return None
        value = value.entries[name][1]
    return _frozen(value)


class _Scanner:
    """Walks over a TOML text without fault and builds what it meets."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def root(self) -> _Table:
        root = current = _Table(0)
        while sign := self._next():
            if sign == "[":
                current = self._header(root)
            else:
                keys = self._keys()
                current.put(keys, self._value())
        return root

    def _header(self, root: _Table) -> _Table:
        """The table that a line in brackets opens."""
        start = self._at
        is_list = self._text.startswith("[[", start)
        self._at += 1 + is_list
        keys = self._keys()
        self._at += is_list
        outer, name = root.at(keys[:-1]), keys[-1]
        opened: _List | _Table = _List(start) if is_list else _Table(start)
        _, there = outer.entries.setdefault(name.text, (name, opened))
        if is_list and isinstance(there, _List):
            there.items.append(_Table(start))
        return outer.at([name])

    def _keys(self) -> list[Node]:
        """Dotted keys, and the sign that ends them."""
        keys = []
        ending = "."
        while ending == ".":
            self._next()
            found = _KEY.match(self._text, self._at)
            if not found:  # which tomllib would not have accepted
                raise DataError("not TOML: a key is wanted here", self._at)
            keys.append(_scalar(found))
            self._at = found.end()
            ending = self._next()
            self._at += 1
        return keys

    def _value(self) -> _Value:
        around: list[tuple[_List | _Table, list[Node]]] = []
        value: _Value | None = None
        while value is None:
            value = self._opened(around) or self._leaf()
            while value is not None and around:
                value = self._closed(value, around)
        return value

    def _opened(self, around: list[tuple[_List | _Table, list[Node]]]) -> _Value | None:
        """Goes into lists and inline tables; an empty one is a value by itself."""
        while (sign := self._next()) in _CLOSING:
            opened = _List(self._at) if sign == "[" else _Table(self._at)
            self._at += 1
            if self._takes(_CLOSING[sign]):
                return opened
            around.append((opened, self._keys() if sign == "{" else []))
        return None

    def _leaf(self) -> Node:
        found = _SCALAR.match(self._text, self._at)
        if not found:  # which tomllib would not have accepted
            raise DataError("not TOML: a value is wanted here", self._at)
        self._at = found.end()
        return _scalar(found)

    def _closed(self, value: _Value, around: list[tuple[_List | _Table, list[Node]]]) -> _Value | None:
        """Puts a value into the list or table that is open; gives that one where it ends here."""
        opened, keys = around[-1]
        if isinstance(opened, _List):
            opened.items.append(value)
        else:
            opened.put(keys, value)
        closing = "]" if isinstance(opened, _List) else "}"
        if self._takes(",") and self._next() != closing:
            around[-1] = opened, [] if isinstance(opened, _List) else self._keys()
            return None
        self._at += 1
        around.pop()
        return opened

    def _next(self) -> str:
        """The sign that stands next."""
        if found := _BLANKS.match(self._text, self._at):
            self._at = found.end()
        return self._text[self._at : self._at + 1]

    def _takes(self, sign: str) -> bool:
        there = self._next() == sign
        self._at += there
        return there


def _scalar(found: re.Match[str]) -> Node:
    """A text, number, date or truth value; of quoted keys and texts, what they stand for."""
    raw = found[0]
    if found.lastgroup == "bare":
        return Node(Kind.TEXT, *found.span(), raw)
    style = "|" if found.lastgroup == "block" else raw[0]
    return Node(Kind.TEXT, *found.span(), _meant(raw), style)


def _meant(raw: str) -> str:
    """The text that is written in quotes."""
    if "\\" not in raw and raw[1] != raw[0]:
        return raw[1:-1]
    import tomllib

    return str(tomllib.loads(f"text = {raw}")["text"])


def _frozen(value: _Value, depth: int = 0) -> Node:
    """A value as a node; never more than ``MOST_NESTED`` calls deep."""
    if isinstance(value, Node):
        return value
    if depth == MOST_NESTED:
        raise DataError(f"lists and tables stand {MOST_NESTED} deep or deeper", value.start)
    children = value.items if isinstance(value, _List) else _alternating(value)
    kind = Kind.LIST if isinstance(value, _List) else Kind.MAPPING
    nodes = tuple(_frozen(child, depth + 1) for child in children)
    return Node(kind, value.start, value.start + 1, children=nodes)


def _alternating(table: _Table) -> Iterator[_Value]:
    """The keys and values of a table, in turn."""
    for key, value in table.entries.values():
        yield key
        yield value


def _explained(message: str, text: str) -> DataError:
    """The error of ``tomllib`` with its place as an offset."""
    place = _PLACE.search(message)
    reason = f"not TOML: {_PLACE.sub('', message)}"
    if not place or not place["line"]:
        return DataError(reason, len(text))
    before = sum(len(line) + 1 for line in text.split("\n")[: int(place["line"]) - 1])
    return DataError(reason, before + int(place["column"]) - 1)
