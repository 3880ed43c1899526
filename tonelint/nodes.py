"""Checked reading of YAML: values with their places, and all complaints of a file at once.

PyYAML's ``compose`` gives every node its line and column; a :class:`Checker` walks the nodes, collects what is wrong
and goes on, so that one run shows everything there is to mend.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import yaml

from tonelint.errors import Fault, RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader reads seven times as fast


class Checker:
    """Reads the nodes of one YAML file and collects faults.

    Args:
        path: the file's name, for the faults.
        text: its content.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self._lines = text.splitlines()

    def compose(self, text: str) -> yaml.Node | None:
        """The root node; None, with a fault noted, where the text is not YAML or empty."""
        try:
            root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self.fault_at(line, column, f"not YAML: {error.problem or error.context}")
            return None
        except yaml.YAMLError as error:
            self.fault_at(1, 1, f"not YAML: {str(error).splitlines()[0]}")
            return None
        if root is None:
            self.fault_at(1, 1, "the file is empty")
        return root

    def fault(self, node: yaml.Node, message: str, offset: int = 0) -> None:
        """Note a fault at a node, ``offset`` columns into a scalar that stands on one line."""
        mark = node.start_mark
        if isinstance(node, yaml.ScalarNode) and node.style in {"'", '"'}:
            offset += 1
        on_one_line = node.end_mark.line == mark.line
        self.fault_at(mark.line + 1, mark.column + 1 + (offset if on_one_line else 0), message)

    def fault_at(self, line: int, column: int, message: str) -> None:
        """Note a fault at a 1-based place."""
        excerpt = self._lines[line - 1] if line <= len(self._lines) else ""
        self.faults.append(Fault(self.path, message, line, column, excerpt))

    def finish(self) -> None:
        """Raise all faults noted so far.

        Raises:
            RuleError: where there are any.
        """
        if self.faults:
            raise RuleError(*sorted(self.faults, key=lambda fault: (fault.line, fault.column)))

    def mapping(
        self, node: yaml.Node, *, required: Iterable[str] = (), optional: Iterable[str] | None = ()
    ) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """A mapping's keys with their key and value nodes.

        Args:
            node: what should be a mapping.
            required: keys that must be there.
            optional: keys that may be there; None allows any.
        """
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, f"a mapping is wanted here, not {_kind(node)}")
            return {}
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        allowed = None if optional is None else [*required, *optional]
        for key_node, value_node in node.value:
            key = self.text(key_node)
            if allowed is not None and key not in allowed:
                self.fault(key_node, unknown("key", key, allowed))
            elif key in found:
                self.fault(key_node, f'the key "{key}" stands here twice')
            else:
                found[key] = (key_node, value_node)
        for key in required:
            if key not in found:
                self.fault(node, f'the key "{key}" is missing')
        return found

    def text(self, node: yaml.Node) -> str:
        """A scalar as text, whatever YAML takes it for: ``no`` and ``3`` are words here. Empty where it is none."""
        if not isinstance(node, yaml.ScalarNode):
            self.fault(node, f"a text is wanted here, not {_kind(node)}")
            return ""
        if not node.value.strip():
            self.fault(node, "the text is empty")
        return str(node.value)

    def texts(self, node: yaml.Node) -> list[tuple[yaml.Node, str]]:
        """A list of texts with their nodes; at least one."""
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, f"a list of texts is wanted here, not {_kind(node)}")
            return []
        if not node.value:
            self.fault(node, "the list is empty")
        return [(item, self.text(item)) for item in node.value]

    def one_of(self, node: yaml.Node, what: str, allowed: Iterable[str]) -> str | None:
        """A text out of a closed set; None, with a fault noted, where it is another."""
        value = self.text(node)
        allowed = list(allowed)
        if value in allowed:
            return value
        if value:
            self.fault(node, unknown(what, value, allowed))
        return None


def unknown(what: str, found: str, allowed: Iterable[str]) -> str:
    """The message for a name that is not known: what was found, the nearest, and what is allowed."""
    allowed = list(allowed)
    near = difflib.get_close_matches(found, allowed, n=1)
    hint = f'did you mean "{near[0]}"? ' if near else ""
    shown = ", ".join(allowed[:30]) + (", …" if len(allowed) > 30 else "")
    return f'unknown {what} "{found}"; {hint}allowed: {shown}'


def _kind(node: yaml.Node) -> str:
    kinds = {yaml.MappingNode: "a mapping", yaml.SequenceNode: "a list", yaml.ScalarNode: "a text"}
    return kinds[type(node)]
