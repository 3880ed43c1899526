"""What the readers of files with many texts share: from a text to prose, and faults named while they are few."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tonelint.errors import Fault
from tonelint.reading.markup import markup_by_look, renderings
from tonelint.reading.prose import LONGEST_TEXT, TOO_LONG, Prose
from tonelint.reading.templates import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.model import Source
    from tonelint.reading.helpdesks.shapes import Text
    from tonelint.reading.templates import Syntax
    from tonelint.textmap import MappedText

MOST_FAULTS = 10
"""How many faults of one kind are named in a file; a file that is broken throughout has one cause, not thousands."""


def proses(text: Text, mapped: MappedText, source: Source, syntax: Syntax = readings) -> Iterator[Prose | Fault]:
    """A text as its reader will see it, in all its readings; nothing where it has no letters.

    Args:
        text: what its file says of it.
        mapped: its words, with their places in ``source``.
        source: the file, or the lines of it that the text stands on.
        syntax: reads its template syntax.
    """
    node = text.value.node
    if node.end - node.start > LONGEST_TEXT:
        yield Fault(source.path, TOO_LONG, *source.position(node.start))
        return
    if not any(map(str.isalpha, mapped.text)):
        return
    markup = text.markup or markup_by_look(mapped.text)
    for rendering in renderings(mapped, markup, syntax):
        yield Prose(source, rendering, text.language, text.value.location, text.customer, text.is_whole)


@dataclass(slots=True)
class FewFaults:
    """The faults of one kind in a file, the first of which are kept."""

    _kept: list[Fault] = field(default_factory=list)
    _count: int = 0

    def add(self, fault: Fault) -> None:
        """Take in a fault."""
        self._count += 1
        if self._count <= MOST_FAULTS:
            self._kept.append(fault)

    def told(self, path: str, what: str) -> Iterator[Fault]:
        """The faults that were kept, and how many there were in all where that is more.

        Args:
            path: the file.
            what: what they are ("lines are not JSON").
        """
        yield from self._kept
        if self._count > MOST_FAULTS:
            yield Fault(path, f"{self._count:,} {what}; only the first {MOST_FAULTS} are named")
