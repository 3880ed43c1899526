"""YAML as nodes with their places. The only module that imports PyYAML.

The nodes are built from PyYAML's events, without recursion, so that no file can nest too deep for Python. Of YAML only
mappings, lists and texts are taken: anchors, aliases, tags and second documents would hide what a file says, so they
are faults.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_NESTED = 10
"""How deep lists and mappings may stand in one another; a rule needs five."""

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader reads seven times as fast
_NOT_IN_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BREAKS = "\n\r\x85\u2028\u2029"
_SPACE = rf"[ \t{_BREAKS}]+"
_PIECES = {  # what stands for one piece of a scalar's value in its source, by the scalar's style
    '"': re.compile(rf"\\(?:x..|u.{{4}}|U.{{8}}|\r?[{_BREAKS}][ \t]*|.)|{_SPACE}|.", re.DOTALL),
    "'": re.compile(rf"''|{_SPACE}|.", re.DOTALL),
    "": re.compile(rf"{_SPACE}|.", re.DOTALL),
}


class Kind(StrEnum):
    """What a node is, as messages name it."""

    MAPPING = "a mapping"
    LIST = "a list"
    TEXT = "a text"
    NOTHING = "nothing"
    ALIAS = "an alias"


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file and where it stands.

    Attributes:
        kind: what it is. Every scalar is a text, whatever YAML takes it for: ``no`` and ``3`` are words here.
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


class YamlError(ValueError):
    """A text that is not YAML, or more of YAML than is taken.

    Attributes:
        index: the offset in the text at which it went wrong.
    """

    def __init__(self, message: str, index: int) -> None:
        super().__init__(message)
        self.index = index


def compose(text: str, refuse: Callable[[int, str], None]) -> Node | None:
    """The root node of a YAML text; None where it holds nothing.

    Args:
        text: the file's content.
        refuse: told the offset and the reason of each anchor, alias and tag; the nodes are built nevertheless.

    Raises:
        YamlError: where the text is not YAML, is nested too deep or holds a second document.
    """
    if found := _NOT_IN_YAML.search(text):
        raise YamlError(f"not YAML: the character U+{ord(found[0]):04X} cannot stand there", found.start())
    try:
        return _root(text, refuse)
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text) from error


def _root(text: str, refuse: Callable[[int, str], None]) -> Node | None:
    around: list[tuple[Any, list[Node]]] = [(None, [])]
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        index = event.start_mark.index
        if isinstance(event, yaml.DocumentStartEvent) and around[0][1]:
            raise YamlError("a second document begins; a file holds one", index)
        if isinstance(event, yaml.NodeEvent):
            _check(event, refuse)
        if isinstance(event, yaml.CollectionStartEvent):
            around.append((event, []))
        elif isinstance(event, yaml.CollectionEndEvent):
            opening, children = around.pop()
            around[-1][1].append(_node(opening, tuple(children)))
        elif isinstance(event, yaml.NodeEvent):
            around[-1][1].append(_node(event))
        if len(around) > MOST_NESTED:
            raise YamlError(f"lists and mappings stand {MOST_NESTED} deep or deeper", index)
    return next(iter(around[0][1]), None)


def _check(event: Any, refuse: Callable[[int, str], None]) -> None:
    index, tag = event.start_mark.index, getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        refuse(index, f"aliases are not used in rule files: *{event.anchor}")
    elif event.anchor is not None:
        refuse(index, f"anchors are not used in rule files: &{event.anchor}")
    if tag is not None:
        refuse(index, f'tags are not used in rule files: {tag}; put a text that begins with "!" in quotes')


def _node(event: Any, children: tuple[Node, ...] = ()) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        kind = Kind.TEXT if event.value or event.style else Kind.NOTHING
        return Node(kind, start, end, event.value, event.style or "")
    kinds = {yaml.MappingStartEvent: Kind.MAPPING, yaml.SequenceStartEvent: Kind.LIST}
    return Node(kinds.get(type(event), Kind.ALIAS), start, end, children=children)


def _explained(error: yaml.MarkedYAMLError, text: str) -> YamlError:
    """PyYAML's error with where the thing began, and what people who write patterns trip over."""
    mark, context = error.problem_mark, error.context_mark
    index = mark.index if mark else 0
    message = f"not YAML: {error.problem}"
    if mark and context and context.line != mark.line:
        message += f" {error.context} that begins in line {context.line + 1}"
    if text[index : index + 1] == "\t":
        return YamlError(f"{message}; this is a tab: indent with spaces", index)
    return YamlError(f"{message}; a text with signs of YAML, such as [ {{ : # % @, stands in quotes", index)


def index_in(node: Node, text: str, offset: int) -> int:
    """The index into the file of a character of a text; of other nodes and block scalars, their start.

    Args:
        node: a node of the file.
        text: the file's content.
        offset: which character of the node's text.
    """
    if node.kind is not Kind.TEXT or node.style in {"|", ">"}:
        return node.start
    here = node.start + len(node.style)
    for piece in _PIECES[node.style].finditer(text, here, node.end - len(node.style)):
        if offset <= 0:
            break
        length = _value_length(piece[0])
        here = piece.end() if length <= offset else here + offset
        offset -= length
    return here


def _value_length(piece: str) -> int:
    """How many characters of a scalar's value a piece of its source stands for: escapes and folded lines shrink."""
    breaks = len((piece + "x").splitlines()) - 1
    if piece[0] == "\\" or piece == "''":
        return 0 if breaks else 1
    return max(1, breaks - 1) if breaks else len(piece)
