"""Directives in the comments of YAML: which ``#`` begins a comment, and which values it speaks of.

A comment on a line of its own speaks of what begins below it, a key with its value or an item of a list, however much
there is in that. One behind something speaks of the value that begins on its line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tonelint.data.nodes import Kind
from tonelint.directives import NOWHERE, Verb, read_directive
from tonelint.model import Source, Span
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tonelint.data.nodes import Node, Tree
    from tonelint.directives import Directive

_COMMENT = re.compile(r"(?<!\S)#[#\ \t]*+(?P<content>[Tt]onelint[^\r\n]*+)")
_DASH = re.compile(r"(?:[\s\]},]|#[^\r\n]*+)*+-")
_TO_LINE_END = re.compile(r"[^\r\n]*+")
_BLOCKS = frozenset("|>")


def yaml_directives(text: str, trees: Iterable[Tree]) -> tuple[Directive, ...]:
    """The directives in the comments of a YAML file, in order.

    Args:
        text: the file's content.
        trees: the values in it.
    """
    values = _Values(text, trees)
    mapped = MappedText.of(text)
    directives = []
    for found in _COMMENT.finditer(text):
        comment = Span(*found.span())
        if values.is_text(comment.start):
            continue
        if directive := read_directive(mapped, comment, Span(*found.span("content"))):
            directives.append(replace(directive, covers=values.covered(directive.verb, comment)))
    return tuple(directives)


class _Values:
    """Where the values of a file stand.

    Args:
        text: the file's content.
        trees: the values.
    """

    def __init__(self, text: str, trees: Iterable[Tree]) -> None:
        nodes = [node for tree in trees for node in _nodes(tree.root)]
        ends: dict[int, int] = {}
        for node in reversed(nodes):
            ends[id(node)] = max([node.end, *(ends[id(child)] for child in node.children[-1:])])
        # Keys with their values and items of lists; of those that begin at one place, the outermost first.
        entries = sorted(_entries(text, nodes, ends), key=lambda entry: (entry.start, -entry.end))
        self._source = Source("", text)
        self._entries = entries
        self._starts = [entry.start for entry in entries]
        self._texts = sorted(_written(text, node) for node in nodes if node.kind is Kind.TEXT)

    def is_text(self, offset: int) -> bool:
        """Whether an offset stands in a text, where ``#`` begins no comment."""
        before = self._text_before(offset)
        return before is not None and offset < before.end

    def covered(self, verb: Verb | None, comment: Span) -> Span:
        """The offsets at which findings begin that a directive permits by itself.

        Args:
            verb: what the directive does.
            comment: where its comment stands.
        """
        if verb is Verb.FILE:
            return Span(0, len(self._source.text))
        if verb is not Verb.LINE:
            return NOWHERE
        line = self._source.line_span(comment.start).start
        if self._source.text[line : comment.start].strip():
            return self._behind(line, comment.start)
        below = bisect_left(self._starts, comment.end)
        return self._entries[below] if below < len(self._entries) else NOWHERE

    def _behind(self, line: int, comment: int) -> Span:
        """What a comment speaks of that stands behind something on a line: what begins there, or at least ends."""
        last = bisect_left(self._starts, comment) - 1
        if last >= 0 and self._starts[last] >= line:
            return Span(line, self._entries[last].end)
        before = self._text_before(line)
        return Span(before.start, comment) if before and before.end > line else NOWHERE

    def _text_before(self, offset: int) -> Span | None:
        """The last text that begins at or before an offset."""
        at = bisect_right(self._texts, offset, key=lambda text: text.start) - 1
        return self._texts[at] if at >= 0 else None


def _nodes(root: Node) -> Iterator[Node]:
    """A node and all below it, in the order in which they stand."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.children)


def _entries(text: str, nodes: Sequence[Node], ends: dict[int, int]) -> Iterator[Span]:
    for node in nodes:
        if node.kind is Kind.MAPPING:
            for key, value in zip(node.children[::2], node.children[1::2], strict=True):
                yield Span(key.start, ends[id(value)])
        before = node.start
        for item in node.children if node.kind is Kind.LIST else ():
            dash = _DASH.match(text, before, item.start)
            yield Span(dash.end() - 1 if dash else item.start, ends[id(item)])
            before = ends[id(item)]


def _written(text: str, node: Node) -> Span:
    """Where the words of a text stand; of a block, from behind its header, which may end with a comment."""
    if node.style not in _BLOCKS:
        return Span(node.start, node.end)
    header = _TO_LINE_END.match(text, node.start, node.end)
    return Span(header.end() if header else node.start, node.end)
