"""What a shape is told by before it is tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Shape, Text


@dataclass(frozen=True, slots=True)
class Known:
    """A shape of mappings, or of lists of messages that answer each other; a ``Shape`` itself.

    Attributes:
        shape: recognises a value that has the keys.
        keys: the keys that such a mapping always has; of a list, its first item.
        signs: words of which at least one stands in every file with such a value.
    """

    shape: Shape
    keys: frozenset[str]
    signs: tuple[str, ...]

    @classmethod
    def by(cls, shape: Shape, *keys: str, signs: tuple[str, ...] = ()) -> Known:
        """A shape by its keys; the first of them is its sign, where no others are given."""
        return cls(shape, frozenset(keys), signs or keys[:1])

    def __call__(self, value: Value) -> Iterable[Text] | None:
        """The texts for customers in a value; None where it is of another shape."""
        return self.shape(value) if self.keys <= keys_of(value) else None


def keys_of(value: Value) -> frozenset[str]:
    """The keys of a mapping or, of a list, those of its first item."""
    first = next(value.items(), None) if value.is_list else value
    return frozenset(first.keys) if first else frozenset()
