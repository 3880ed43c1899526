"""Structured data as nodes that know where they stand, and a view of them that knows its location."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tonelint.textmap import MappedText

LONGEST_KEY = 60
"""The most characters of a key that a location shows: catalogues may have whole sentences for keys."""

MOST_NODES = 1_000_000
"""The most values of a document that is read: they take more memory than its text does."""

TOO_MANY = f"more than {MOST_NODES:,} values; split the file"

_PLAIN_KEY = re.compile(r"[^\W\d][\w-]*")


class Kind(StrEnum):
    """What a node is, as messages name it."""

    MAPPING = "a mapping"
    LIST = "a list"
    TEXT = "a text"
    NOTHING = "nothing"
    ALIAS = "an alias"


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands.

    Attributes:
        kind: what it is. Every scalar is a text, whatever YAML or JSON take it for: ``no``, ``true`` and ``3`` are
            words here.
        start: the offset in the file at which it begins.
        end: the offset at which it ends (of mappings and lists: their opening).
        text: the value of a text.
        style: how a text is written: ``"``, ``'``, ``|``, ``>`` or empty for plain.
        children: the items of a list; the keys and values of a mapping, in turn.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    style: str = ""
    children: tuple[Node, ...] = ()


class DataError(ValueError):
    """A text that is not the data that it should be.

    Attributes:
        index: the offset in the text at which it went wrong.
    """

    def __init__(self, message: str, index: int) -> None:
        super().__init__(message)
        self.index = index


@dataclass(frozen=True, slots=True)
class Tree:
    """The values of a document.

    Attributes:
        root: the outermost value.
        mapped: gives the value of a text with the place of each character in the file.
    """

    root: Node
    mapped: Callable[[Node], MappedText]


@dataclass(frozen=True, slots=True)
class Value:
    """A value and its location: the way to it from the root, as reports show it (``macros[3].actions[0].value``).

    Attributes:
        node: the value.
        location: empty for the root; of a row of a table, its number ("row 7").
    """

    node: Node
    location: str = ""

    @property
    def text(self) -> str:
        """The words of a text, ``true`` and ``3`` among them; empty for anything else."""
        return self.node.text if self.node.kind is Kind.TEXT else ""

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return self.node.kind is Kind.LIST

    @property
    def is_mapping(self) -> bool:
        """Whether it is a mapping."""
        return self.node.kind is Kind.MAPPING

    @property
    def is_quoted(self) -> bool:
        """Whether it is a text by its quotes or blocks, and so no number, truth value or date."""
        return self.node.kind is Kind.TEXT and bool(self.node.style)

    @property
    def keys(self) -> list[str]:
        """The keys of a mapping, in order; nothing for anything else."""
        return [key.text for key in self.node.children[::2]] if self.is_mapping else []

    def get(self, key: str) -> Value | None:
        """What stands under a key of a mapping; None where nothing does. Of a key that stands twice, the last."""
        children = self.node.children if self.is_mapping else ()
        for at in range(len(children) - 2, -1, -2):
            if children[at].text == key:
                return Value(children[at + 1], self._below(key))
        return None

    def text_at(self, key: str) -> str:
        """The words under a key; empty where there are none."""
        value = self.get(key)
        return value.text if value else ""

    def at(self, *keys: str) -> Value | None:
        """What stands under a key of what stands under a key …; None where nothing does."""
        value: Value | None = self
        for key in keys:
            value = value.get(key) if value else None
        return value

    def entries(self) -> Iterator[tuple[str, Value]]:
        """The keys and values of a mapping, in order; nothing for anything else."""
        if self.is_mapping:
            for key, value in zip(self.node.children[::2], self.node.children[1::2], strict=True):
                yield key.text, Value(value, self._below(key.text))

    def items(self) -> Iterator[Value]:
        """The items of a list, in order; nothing for anything else."""
        if self.is_list:
            for number, item in enumerate(self.node.children):
                yield Value(item, f"{self.location}[{number}]")

    def _below(self, key: str) -> str:
        if len(key) > LONGEST_KEY:
            key = key[:LONGEST_KEY] + "…"
        if self.location.startswith("row "):
            return f"{self.location}, column {_quoted(key)}"
        if _PLAIN_KEY.fullmatch(key):
            return f"{self.location}.{key}" if self.location else key
        return f'{self.location}["{_escaped(key)}"]'


def _quoted(name: str) -> str:
    return name if _PLAIN_KEY.fullmatch(name) else f'"{_escaped(name)}"'


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
