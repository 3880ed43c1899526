"""The YAML of rule files and configurations: mappings, lists and texts, with their places.

Of YAML no more is taken: anchors, aliases, tags and second documents would hide what a file says, so they are faults.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.data import yaml
from tonelint.data.nodes import DataError, Kind, Node
from tonelint.data.scalars import mapped

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_NESTED = 10
"""How deep lists and mappings may stand in one another; a rule needs five."""

_REASONS = {
    yaml.Extra.ANCHOR: "anchors are not used here: &{}",
    yaml.Extra.ALIAS: "aliases are not used here: *{}",
    yaml.Extra.TAG: 'tags are not used here: {}; put a text that begins with "!" in quotes',
}


def compose(text: str, refuse: Callable[[int, str], None]) -> Node | None:
    """The root node of a YAML text; None where it holds nothing.

    Args:
        text: the file's content.
        refuse: told the offset and the reason of each anchor, alias and tag; the nodes are built nevertheless.

    Raises:
        DataError: where the text is not YAML, is nested too deep or holds a second document.
    """

    def heed(extra: yaml.Extra, name: str, index: int) -> None:
        if extra is yaml.Extra.DOCUMENT:
            raise DataError("a second document begins; a file holds one", index)
        refuse(index, _REASONS[extra].format(name))

    if (index := text.find("\ufeff")) >= 0:  # nobody sees it, and no word with it in it would ever be found
        raise DataError("not YAML: the character U+FEFF cannot stand there", index)
    return next(iter(yaml.compose(text, MOST_NESTED, heed)), None)


def index_in(node: Node, text: str, offset: int) -> int:
    """The index into the file of a character of a text; of other nodes and block texts, their start.

    Args:
        node: a node of the file.
        text: the file's content.
        offset: which character of the node's text.
    """
    if node.kind is not Kind.TEXT or node.style in {"|", ">"}:
        return node.start
    if offset >= len(node.text):
        return node.end - len(node.style)
    return mapped(node, text).source_span(offset, offset + 1).start
