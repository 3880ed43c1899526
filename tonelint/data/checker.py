"""Checked reading of YAML files: all complaints of a file at once.

A :class:`Checker` walks the nodes of a file, collects what is wrong and goes on, so that one run shows everything there
is to mend.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from tonelint.data.nodes import DataError, Kind, Node
from tonelint.data.strict import compose, index_in
from tonelint.errors import Fault, RuleError, TonelintError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Checker:
    """Reads the nodes of one YAML file and collects faults.

    Args:
        path: the file's name, for the faults.
        text: its content.
        error: what ``finish`` raises.
    """

    def __init__(self, path: str, text: str, error: type[TonelintError] = RuleError) -> None:
        self.path = path
        self._error = error
        self.faults: list[Fault] = []
        self._text = text
        self._lines = text.splitlines()

    def compose(self) -> Node | None:
        """The root node; None, with a fault noted, where the text is not YAML or empty."""
        try:
            root = compose(self._text, self._fault_at_index)
        except DataError as error:
            self._fault_at_index(error.index, str(error))
            return None
        if root is None:
            self.fault_at(1, 1, "the file is empty")
        return root

    def fault(self, node: Node, message: str, offset: int = 0) -> None:
        """Note a fault at a node, ``offset`` characters into the value of a scalar."""
        self._fault_at_index(index_in(node, self._text, offset), message)

    def fault_in_block(self, node: Node, number: int, message: str) -> None:
        """Note a fault in a line (from 0) of a block text (``|``); in a text of another style, at its start."""
        if node.style != "|":
            self.fault(node, message)
            return
        line = len((self._text[: node.start] + "x").splitlines()) + 1 + number
        content = self._lines[line - 1] if line <= len(self._lines) else ""
        self.fault_at(line, len(content) - len(content.lstrip()) + 1, message)

    def _fault_at_index(self, index: int, message: str) -> None:
        before = (self._text[:index] + "x").splitlines()
        self.fault_at(len(before), len(before[-1]), message)

    def fault_at(self, line: int, column: int, message: str) -> None:
        """Note a fault at a 1-based place."""
        excerpt = self._lines[line - 1] if line <= len(self._lines) else ""
        self.faults.append(Fault(self.path, message, line, column, excerpt))

    def finish(self) -> None:
        """Raise all faults noted so far.

        Raises:
            TonelintError: of the kind that was asked for, where there are any.
        """
        if self.faults:
            raise self._error(*sorted(self.faults, key=lambda fault: (fault.line, fault.column)))

    def mapping(
        self, node: Node, *, required: Sequence[str] = (), optional: Iterable[str] | None = ()
    ) -> dict[str, tuple[Node, Node]]:
        """A mapping's keys with their key and value nodes.

        Args:
            node: what should be a mapping.
            required: keys that must be there.
            optional: keys that may be there; None allows any.
        """
        if not self._is_a(Kind.MAPPING, node):
            return {}
        if not node.children and not required:
            self.fault(node, "the mapping is empty")
        found: dict[str, tuple[Node, Node]] = {}
        allowed = None if optional is None else [*required, *optional]
        for key_node, value_node in zip(node.children[::2], node.children[1::2], strict=True):
            key = self.text(key_node)
            if key in found:
                self.fault(key_node, f'the key "{key}" stands here twice')
            elif allowed is None or key in allowed:
                found[key] = (key_node, value_node)
            elif key.strip():  # an empty key has been complained of already
                self.fault(key_node, unknown("key", key, allowed))
        for key in required:
            if key not in found:
                self.fault(node, f'the key "{key}" is missing')
        return found

    def text(self, node: Node) -> str:
        """A scalar as text, whatever YAML takes it for: ``no`` and ``3`` are words here. Empty where it is none."""
        if node.kind is not Kind.NOTHING and not self._is_a(Kind.TEXT, node):
            return ""
        if not node.text.strip():
            self.fault(node, "the text is empty")
        return node.text

    def texts(self, node: Node) -> list[tuple[Node, str]]:
        """A list of texts with their nodes; at least one."""
        return [(item, self.text(item)) for item in self.items(node, "texts")]

    def items(self, node: Node, of_what: str) -> Sequence[Node]:
        """The nodes in a list; at least one.

        Args:
            node: what should be a list.
            of_what: what it should be a list of, as messages say it.
        """
        if not self._is_a(Kind.LIST, node, f" of {of_what}"):
            return []
        if not node.children:
            self.fault(node, "the list is empty")
        return node.children

    def one_of(self, node: Node, what: str, allowed: Iterable[str]) -> str | None:
        """A text out of a closed set; None, with a fault noted, where it is another."""
        value = self.text(node)
        allowed = list(allowed)
        if value in allowed:
            return value
        if value.strip():
            self.fault(node, unknown(what, value, allowed))
        return None

    def _is_a(self, kind: Kind, node: Node, of_what: str = "") -> bool:
        """Whether a node is of a kind; where it is another, a fault is noted (an alias has one already)."""
        if node.kind not in {kind, Kind.ALIAS}:
            quotes = "; a text that begins with [ or { stands in quotes" if kind is Kind.TEXT else ""
            self.fault(node, f"{kind}{of_what} is wanted here, not {node.kind}{quotes}")
        return node.kind is kind


def unknown(what: str, found: str, allowed: Iterable[str]) -> str:
    """The message for a name that is not known: what was found, the nearest, and what is allowed."""
    names = {name.casefold(): name for name in allowed}
    near = difflib.get_close_matches(found.casefold(), names, n=1)
    hint = f'did you mean "{names[near[0]]}"? ' if near else ""
    most = 12 if near else 30  # whoever is told the nearest need not be told them all
    shown = ", ".join(list(names.values())[:most]) + (", …" if len(names) > most else "")
    return f'unknown {what} "{shortened(found)}"; {hint}allowed: {shown}'


def shortened(text: str) -> str:
    """A text on one line of at most eighty characters, to be quoted in a message."""
    line = " ".join(text.splitlines())
    return line if len(line) <= 80 else line[:79] + "…"
