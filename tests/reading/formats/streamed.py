"""A document that gives its lines once, and tells how many have been asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.model import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from tonelint.errors import Fault


@dataclass
class Streamed:
    """A document of lines, as many as there may be.

    Attributes:
        asked: how many lines have been given.
    """

    path: str
    texts: Iterable[str]
    notice: str = ""
    faults: tuple[Fault, ...] = ()
    asked: int = 0

    def whole(self) -> Source:
        """It is never to be held as a whole."""
        raise AssertionError

    def holds(self, words: Collection[str]) -> bool:
        """Nobody asks that of what is read line by line."""
        raise AssertionError

    def lines(self) -> Iterator[Source]:
        """Its lines, one by one."""
        for number, text in enumerate(self.texts, start=1):
            self.asked = number
            yield Source(self.path, text, first_line=number)
