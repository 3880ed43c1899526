"""A pattern as a tree of values, as it is written: word classes by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator


SHAPES = frozenset({"number", "name", "placeholder", "person-placeholder", "time-placeholder"})
"""The word classes that are built in: told by the look of a word."""


class PartOfSpeech(StrEnum):
    """How the entries of a word class are inflected."""

    NOUNS = "nouns"
    VERBS = "verbs"
    ADJECTIVES = "adjectives"
    WORDS = "words"
    """Not at all."""


class NotationError(ValueError):
    """A pattern that cannot be read.

    Attributes:
        column: 1-based column in the pattern at which it went wrong.
    """

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word; ``exact`` keeps its capitals."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """Any word that ends with ``text``."""

    text: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Any word that begins with ``text``."""

    text: str


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Any form of any of the entries, words or phrases of one part of speech; only word classes hold it."""

    part: PartOfSpeech
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassRef:
    """Any entry of a word class; ``column`` is where the pattern names it (1-based)."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Nought to ``most`` words of any kind inside the clause; ``column`` is where it stands (1-based, not compared)."""

    most: int
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Boundary:
    """No word, but a place where a clause begins or ends: ``^`` and ``$``."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """Its items one after the other; empty means nothing at all."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of its options."""

    options: tuple[Sequence, ...]


Leaf: TypeAlias = Word | Ending | Beginning | Lemmas | ClassRef | Gap | Boundary
Node: TypeAlias = Leaf | Sequence | Choice


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern.

    Attributes:
        text: as written.
        body: what must be found.
    """

    text: str
    body: Sequence

    def leaves(self) -> Iterator[Leaf]:
        """The parts that have no parts, from left to right; those of an any-order group once for each order."""
        waiting: list[Node] = [self.body]
        while waiting:
            match waiting.pop():
                case Sequence(items=parts) | Choice(options=parts):
                    waiting += reversed(parts)
                case leaf:
                    yield leaf

    def class_references(self) -> set[ClassRef]:
        """Where the pattern names word classes."""
        if "<" not in self.text:
            return set()
        return {leaf for leaf in self.leaves() if isinstance(leaf, ClassRef)}


def must_hold_a_word(node: Node) -> bool:
    """Whether every match of the node contains at least one word or class entry."""
    if isinstance(node, Sequence):
        return any(must_hold_a_word(item) for item in node.items)
    if isinstance(node, Choice):
        return all(must_hold_a_word(option) for option in node.options)
    return not isinstance(node, Gap | Boundary)


def edge_gap(node: Node, *, at_end: bool) -> Gap | None:
    """A gap with which a match of the node may begin (or end); None where there is none."""
    if isinstance(node, Gap):
        return node
    if isinstance(node, Choice):
        return next((gap for option in node.options if (gap := edge_gap(option, at_end=at_end))), None)
    if isinstance(node, Sequence):
        for item in reversed(node.items) if at_end else node.items:
            if gap := edge_gap(item, at_end=at_end):
                return gap
            if must_hold_a_word(item):
                break
    return None
