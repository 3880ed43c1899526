"""YAML as nodes with their places. The only module that imports PyYAML.

The nodes are built from PyYAML's events, without recursion, so that no file can nest too deep for Python. What an alias
stands for is read once, where its anchor stands: aliases cannot make a file larger than it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

import yaml

from tonelint.data.nodes import MOST_NODES, TOO_MANY, DataError, Kind, Node, Tree
from tonelint.data.scalars import BREAKS, decoded, mapped
from tonelint.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_NESTED = 200
"""How deep lists and mappings may stand in one another; exports need ten."""

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader reads seven times as fast
_BYTE_ORDER_MARK = "\ufeff"
_NOT_IN_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALF = re.compile(r"(\\u|\\U0000)[dD](?=[89a-fA-F][0-9a-fA-F]{2})")
_PROPERTIES = re.compile(rf"(?:[&!][^ \t{BREAKS}]*+(?:[ \t{BREAKS}]|#[^{BREAKS}]*+)*+){{1,2}}")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


class Extra(StrEnum):
    """What a YAML file may hold besides one document of mappings, lists and texts."""

    ANCHOR = "anchor"
    ALIAS = "alias"
    TAG = "tag"
    DOCUMENT = "another document"


def parse_yaml(text: str) -> list[Tree]:
    """The values of a YAML text: a tree for each document that holds any.

    Anchors are read past, aliases and merge keys (``<<``) are nodes without content, and a tag changes nothing: what
    stands behind it is read as it is written.

    Args:
        text: the file's content, with or without a byte-order mark.

    Raises:
        DataError: the text is not YAML, or is nested ``MOST_NESTED`` deep.
    """
    roots = compose(text, MOST_NESTED, lambda *_: None)
    return [Tree(root, partial(mapped, text=text)) for root in roots if root.kind is not Kind.NOTHING]


def compose(text: str, most_nested: int, heed: Callable[[Extra, str, int], None]) -> list[Node]:
    """The root nodes of a YAML text, one a document.

    Args:
        text: the file's content.
        most_nested: at which depth of lists and mappings the file is refused.
        heed: told of each anchor, alias, tag and further document, with its name and the offset at which it stands.

    Raises:
        DataError: the text is not YAML, or is nested too deep.
    """
    if found := _NOT_IN_YAML.search(text):
        raise DataError(f"not YAML: the character U+{ord(found[0]):04X} cannot stand there", found.start())
    return _Composer(text, most_nested, heed).roots()


class _Composer:
    """Builds nodes of PyYAML's events; the arguments are those of ``compose``."""

    def __init__(self, text: str, most_nested: int, heed: Callable[[Extra, str, int], None]) -> None:
        self._text = text
        self._most_nested = most_nested
        self._heed = heed
        # The loaders disagree on whether a byte-order mark counts, so they are not shown it.
        self._shift = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
        # Nor on escapes of half a character (surrogates): they read others in their place, which are put right again.
        self._readable = _HALF.sub(r"\1e", text)

    def roots(self) -> list[Node]:
        around: list[tuple[Any, list[Node]]] = [(None, [])]
        for count, event in enumerate(self._events()):
            if count > MOST_NODES:
                raise DataError(TOO_MANY, self._index(event.start_mark))
            if isinstance(event, yaml.DocumentStartEvent) and around[0][1]:
                self._heed(Extra.DOCUMENT, "", self._index(event.start_mark))
            if isinstance(event, yaml.NodeEvent):
                self._tell(event)
            if isinstance(event, yaml.CollectionStartEvent):
                around.append((event, []))
            elif isinstance(event, yaml.CollectionEndEvent):
                opening, children = around.pop()
                around[-1][1].append(self._collection(opening, children))
            elif isinstance(event, yaml.NodeEvent):
                around[-1][1].append(self._leaf(event))
            if len(around) > self._most_nested:
                message = f"lists and mappings stand {self._most_nested} deep or deeper"
                raise DataError(message, self._index(event.start_mark))
        return around[0][1]

    def _events(self) -> Iterator[Any]:
        index = 0
        try:
            for event in yaml.parse(self._readable[self._shift :], Loader=_Loader):
                index = self._index(event.end_mark)
                yield event
        except yaml.MarkedYAMLError as error:
            raise self._explained(error) from error
        except (ValueError, OverflowError) as error:  # of the pure loader, which knows no place here
            raise DataError("not YAML: found invalid Unicode character escape code", index) from error

    def _tell(self, event: Any) -> None:
        index: int = self._index(event.start_mark)
        tag: str | None = getattr(event, "tag", None)
        is_alias = isinstance(event, yaml.AliasEvent)
        if event.anchor is not None:
            self._heed(Extra.ALIAS if is_alias else Extra.ANCHOR, event.anchor, index)
        if tag is not None:
            self._heed(Extra.TAG, tag, index)

    def _collection(self, opening: Any, children: list[Node]) -> Node:
        kind = Kind.MAPPING if isinstance(opening, yaml.MappingStartEvent) else Kind.LIST
        return Node(kind, self._index(opening.start_mark), self._index(opening.end_mark), children=tuple(children))

    def _leaf(self, event: Any) -> Node:
        start, end = self._index(event.start_mark), self._index(event.end_mark)
        if isinstance(event, yaml.AliasEvent):
            return Node(Kind.ALIAS, start, end)
        if (event.anchor or event.tag) and (properties := _PROPERTIES.match(self._text, start, end)):
            start = properties.end()
        kind = Kind.TEXT if event.style or event.value not in _NULL else Kind.NOTHING
        return self._with_halves(Node(kind, start, end, event.value, event.style or ""))

    def _with_halves(self, node: Node) -> Node:
        """A node with the escapes that the loader was not shown."""
        place = slice(node.start, node.end)
        if self._readable[place] == self._text[place]:
            return node
        is_sure = decoded(node, self._readable).text == node.text
        return replace(node, text=decoded(node, self._text).text) if is_sure else node

    def _explained(self, error: yaml.MarkedYAMLError) -> DataError:
        """PyYAML's error with where the thing began, and what people who write YAML trip over."""
        index = self._index(error.problem_mark) if error.problem_mark else 0
        message = f"not YAML: {error.problem}"
        if error.problem_mark and error.context_mark:
            source = Source("", self._text)
            begun = source.position(self._index(error.context_mark)).line
            if begun != source.position(index).line:
                message += f" {error.context} that begins in line {begun}"
        if self._text[index : index + 1] == "\t":
            return DataError(f"{message}; this is a tab: indent with spaces", index)
        return DataError(f"{message}; a text with signs of YAML, such as [ {{ : # % @, stands in quotes", index)

    def _index(self, mark: Any) -> int:
        index: int = mark.index
        return index + self._shift
