"""Values with the place where a configuration states them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from tonelint.errors import Fault

T = TypeVar("T")


class Place(NamedTuple):
    """Where something stands in a configuration file.

    Attributes:
        path: the file, as reports show it.
        line: from 1.
        column: from 1, in code points.
        excerpt: the line.
    """

    path: str
    line: int
    column: int
    excerpt: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"

    def fault(self, message: str) -> Fault:
        """Something wrong there."""
        return Fault(self.path, message, self.line, self.column, self.excerpt)


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value, and where it is stated."""

    value: T
    place: Place
