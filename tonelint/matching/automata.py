"""Trees as small automata.

A tree becomes a non-deterministic automaton without cycles (gaps are bounded), by the construction of
Thompson (1968); the empty moves are removed once, when it is built.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from tonelint.matching.trees import Fork, Phrase, Predicate, Run
from tonelint.notation.patterns import Boundary, Gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tonelint.matching.trees import Tree


class Place(IntEnum):
    """Where the word of a move must stand in its clause."""

    ANYWHERE = 0
    INSIDE = 1
    """It does not open a clause: no gap leaves its clause."""
    OPENING = 2
    """It opens a clause: one begins or ends just before it."""


Step: TypeAlias = tuple[Place, int]
"""Where the word of a move must stand, and the next state."""

Move: TypeAlias = "tuple[Predicate | Phrase | None, Place, int]"
"""What a move takes (None: any word), where its first word must stand, the next state."""

_MOST_LITERALS = 64
"""Predicates of more norms are asked one by one: there are few of them, and they are shared."""


@dataclass(frozen=True, slots=True)
class State:
    """The moves that lead out of a state.

    Attributes:
        literal: by the norm that they take, so that a thousand alternatives cost as little as one.
        others: those that take something else.
    """

    literal: Mapping[str, tuple[Step, ...]]
    others: tuple[Move, ...]

    @classmethod
    def of(cls, moves: Iterable[Move]) -> State:
        """Sort moves by what they take."""
        literal: defaultdict[str, list[Step]] = defaultdict(list)
        others: list[Move] = []
        for what, place, target in moves:
            if isinstance(what, Predicate) and what.is_plain and len(what.norms) <= _MOST_LITERALS:
                for norm in what.norms:
                    literal[norm].append((place, target))
            else:
                others.append((what, place, target))
        return cls({norm: tuple(steps) for norm, steps in literal.items()}, tuple(others))


@dataclass(frozen=True, slots=True)
class Automaton:
    """A compiled tree.

    Attributes:
        states: the first of them is where a match begins.
        final: the states in which a match may end.
        final_at_boundary: those in which it may end where a clause ends.
    """

    states: tuple[State, ...]
    final: frozenset[int]
    final_at_boundary: frozenset[int]


def build(tree: Tree) -> Automaton:
    """The automaton of a tree."""
    builder = _Builder()
    last = builder.add(tree, builder.state())
    return builder.without_empty_moves(last)


class _Builder:
    """Grows states; an empty move may say where the word after it must stand."""

    def __init__(self) -> None:
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
        if isinstance(tree, Predicate | Phrase):
            self.moves[start].append((tree, Place.ANYWHERE, end))
        return end

    def _skip(self, most: int, start: int) -> list[int]:
        """States that take nought to ``most`` words of any kind, the first of them ``start``."""
        states = [start]
        for _ in range(most):
            states.append(self.state())
            self.moves[states[-2]].append((None, Place.INSIDE, states[-1]))
        return states

    def without_empty_moves(self, last: int) -> Automaton:
        """The automaton with its empty moves followed once and for all; ``last`` is where a match ends."""
        states = []
        final: dict[Place, set[int]] = {place: set() for place in Place}
        for state in range(len(self.moves)):
            reached = self._closure(state)
            for place, here in reached:
                if here == last:
                    final[place].add(state)
            moves = {
                (id(what), met, target): (what, met, target)
                for outer, here in reached
                for what, own, target in self.moves[here]
                if (met := _both(outer, own)) is not None
            }
            states.append(State.of(moves.values()))
        return Automaton(tuple(states), frozenset(final[Place.ANYWHERE]), frozenset(final[Place.OPENING]))

    def _closure(self, state: int) -> dict[tuple[Place, int], None]:
        """The states that empty moves lead to, each with where the next word must stand."""
        reached = {(Place.ANYWHERE, state): None}
        waiting = [(Place.ANYWHERE, state)]
        while waiting:
            outer, here = waiting.pop()
            for own, there in self.empty[here]:
                place = _both(outer, own)
                if place is not None and (place, there) not in reached:
                    reached[place, there] = None
                    waiting.append((place, there))
        return reached


def _both(one: Place, other: Place) -> Place | None:
    """The place that meets both demands; None where they contradict each other."""
    if one is Place.ANYWHERE or one is other:
        return other
    return one if other is Place.ANYWHERE else None
