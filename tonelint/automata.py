"""Patterns as small automata over word predicates.

A pattern's tree, with its word classes put in, becomes a non-deterministic automaton without cycles (gaps are
bounded), by the construction of Thompson (1968); the empty moves are removed once, when it is built.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from tonelint.notation import Boundary, Choice, ClassRef, Ending, Gap, Node, Pattern, Sequence, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tonelint.tokens import Form

SHAPES = frozenset({"number", "name", "placeholder", "person-placeholder", "time-placeholder"})
"""The word classes that are built in: told by the look of a word."""

ANY = -1
"""The predicate of a gap: holds of every word."""


class Place(IntEnum):
    """Where the word of a move must stand in its clause."""

    ANYWHERE = 0
    INSIDE = 1
    """It does not open a clause: no gap leaves its clause."""
    OPENING = 2
    """It opens a clause: one begins or ends just before it."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What one word may be: in any of these sets of norms, exact texts, endings or shapes."""

    norms: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    shapes: frozenset[str] = frozenset()

    def __or__(self, other: Predicate) -> Predicate:
        return Predicate(
            self.norms | other.norms,
            self.texts | other.texts,
            self.endings | other.endings,
            self.shapes | other.shapes,
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Trees one after the other."""

    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Fork:
    """One of several trees; an empty run among them means that nothing will do."""

    options: tuple[Tree, ...]


Move: TypeAlias = tuple[int, Place, int]
Tree: TypeAlias = Predicate | Gap | Boundary | Run | Fork


@dataclass(frozen=True, slots=True)
class Automaton:
    """A compiled pattern.

    Attributes:
        edges: for each state, its moves: (predicate or ``ANY``, where the word must stand, next state).
            State 0 is the first.
        final: the states in which a match may end.
        final_at_boundary: those in which it may end where a clause ends.
    """

    edges: tuple[tuple[Move, ...], ...]
    final: frozenset[int]
    final_at_boundary: frozenset[int]


class Resolver:
    """Puts word classes into patterns.

    Args:
        classes: the word classes of one language, without circles.
        forms_of: splits literal words as the text is split.
    """

    def __init__(self, classes: Mapping[str, tuple[Pattern, ...]], forms_of: Callable[[str], tuple[Form, ...]]) -> None:
        self._classes = classes
        self._forms_of = forms_of
        self._resolved: dict[str, Tree] = {}

    def tree(self, node: Node) -> Tree:
        """The tree of a node; single words of a choice become one predicate."""
        match node:
            case Word(text, exact=True):
                return _run(tuple(Predicate(texts=frozenset({form.text})) for form in self._forms_of(text)))
            case Word(text):
                return _run(tuple(Predicate(norms=frozenset({form.norm})) for form in self._forms_of(text)))
            case Ending(text):
                return Predicate(endings=frozenset({text}))
            case ClassRef(name):
                return self._class(name)
            case Sequence(items):
                return _run(tuple(self.tree(item) for item in items))
            case Choice(options):
                return _fork([self.tree(option) for option in options])
            case Gap() | Boundary():
                return node

    def _class(self, name: str) -> Tree:
        if name in SHAPES:
            return Predicate(shapes=frozenset({name}))
        if name not in self._resolved:
            self._resolved[name] = _fork([self.tree(entry.body) for entry in self._classes[name]])
        return self._resolved[name]


def _run(items: tuple[Tree, ...]) -> Tree:
    return items[0] if len(items) == 1 else Run(items)


def _fork(options: list[Tree]) -> Tree:
    """A fork in which all that is a single word is one predicate."""
    flat: list[Tree] = []
    single = Predicate()
    for option in options:
        for tree in option.options if isinstance(option, Fork) else (option,):
            if isinstance(tree, Predicate):
                single |= tree
            elif tree not in flat:
                flat.append(tree)
    if single != Predicate():
        flat.insert(0, single)
    return flat[0] if len(flat) == 1 else Fork(tuple(flat))


@dataclass(slots=True)
class PredicateTable:
    """Numbers predicates, equal ones alike."""

    ids: dict[Predicate, int] = field(default_factory=dict)

    def number(self, predicate: Predicate) -> int:
        """The predicate's number, from 0."""
        return self.ids.setdefault(predicate, len(self.ids))


def build(tree: Tree, table: PredicateTable) -> Automaton:
    """The automaton of a resolved pattern."""
    builder = _Builder(table)
    last = builder.add(tree, builder.state())
    return builder.without_empty_moves(last)


class _Builder:
    """Grows states; an empty move may say where the word after it must stand."""

    def __init__(self, table: PredicateTable) -> None:
        self.table = table
        self.moves: list[list[Move]] = []
        self.empty: list[list[tuple[Place, int]]] = []

    def state(self) -> int:
        self.moves.append([])
        self.empty.append([])
        return len(self.moves) - 1

    def add(self, tree: Tree, start: int) -> int:
        """Add the states of a tree behind ``start`` and return the state that follows it."""
        if isinstance(tree, Run):
            for item in tree.items:
                start = self.add(item, start)
            return start
        ends = [self.add(option, start) for option in tree.options] if isinstance(tree, Fork) else []
        skipped = self._skip(tree.most, start) if isinstance(tree, Gap) else []
        end = self.state()
        for option_end in ends:
            self.empty[option_end].append((Place.ANYWHERE, end))
        for state in skipped:
            self.empty[state].append((Place.INSIDE, end))
        if isinstance(tree, Boundary):
            self.empty[start].append((Place.OPENING, end))
        if isinstance(tree, Predicate):
            self.moves[start].append((self.table.number(tree), Place.ANYWHERE, end))
        return end

    def _skip(self, most: int, start: int) -> list[int]:
        """States that take nought to ``most`` words of any kind, the first of them ``start``."""
        states = [start]
        for _ in range(most):
            states.append(self.state())
            self.moves[states[-2]].append((ANY, Place.INSIDE, states[-1]))
        return states

    def without_empty_moves(self, last: int) -> Automaton:
        """The automaton with its empty moves followed once and for all; ``last`` is where a match ends."""
        edges = []
        final: dict[Place, set[int]] = {place: set() for place in Place}
        for state in range(len(self.moves)):
            reached = self._closure(state)
            for place, here in reached:
                if here == last:
                    final[place].add(state)
            moves = {
                (predicate, met, target)
                for outer, here in reached
                for predicate, own, target in self.moves[here]
                if (met := _both(outer, own)) is not None
            }
            edges.append(tuple(sorted(moves)))
        return Automaton(tuple(edges), frozenset(final[Place.ANYWHERE]), frozenset(final[Place.OPENING]))

    def _closure(self, state: int) -> set[tuple[Place, int]]:
        """The states that empty moves lead to, each with where the next word must stand."""
        reached = {(Place.ANYWHERE, state)}
        waiting = [(Place.ANYWHERE, state)]
        while waiting:
            outer, here = waiting.pop()
            for own, there in self.empty[here]:
                place = _both(outer, own)
                if place is not None and (place, there) not in reached:
                    reached.add((place, there))
                    waiting.append((place, there))
        return reached


def _both(one: Place, other: Place) -> Place | None:
    """The place that meets both demands; None where they contradict each other."""
    if one is Place.ANYWHERE or one is other:
        return other
    return one if other is Place.ANYWHERE else None
