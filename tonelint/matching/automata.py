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
    from collections.abc import Mapping

    from tonelint.matching.trees import Tree

ANY = -1
"""What a move of a gap takes: any word."""


class Place(IntEnum):
    """Where a word must stand in its clause."""

    ANYWHERE = 0
    INSIDE = 1
    """It does not open a clause: no gap leaves its clause."""
    OPENING = 2
    """It opens a clause: one begins or ends just before it."""

    def and_also(self, other: Place) -> Place | None:
        """The place that meets both demands; None where they contradict each other."""
        if self is Place.ANYWHERE or self is other:
            return other
        return self if other is Place.ANYWHERE else None


Step: TypeAlias = tuple[Place, int]
"""Where the word of a move must stand, and the next state."""


@dataclass(frozen=True, eq=False, slots=True)
class Automaton:
    """A compiled tree; equal only to itself.

    Attributes:
        moves: of each state, by what they take: the number of a predicate, or ``ANY``. A match begins in state 0.
        phrases: of each state, the moves that take a phrase of a word class, by the name of the class.
        final: the states in which a match may end, each with where the word after it must stand.
    """

    moves: tuple[Mapping[int, tuple[Step, ...]], ...]
    phrases: tuple[Mapping[str, tuple[Step, ...]], ...]
    final: Mapping[int, tuple[Place, ...]]


def build(tree: Tree, numbers: Mapping[Predicate, int]) -> Automaton:
    """The automaton of a tree.

    Args:
        tree: what it is to take.
        numbers: of the predicates in the tree.
    """
    builder = _Builder(numbers)
    last = builder.add(tree, builder.state())
    return builder.without_empty_moves(last)


class _Builder:
    """Grows states; an empty move may say where the word after it must stand."""

    def __init__(self, numbers: Mapping[Predicate, int]) -> None:
        self.numbers = numbers
        self.moves: list[list[tuple[int | str, Place, int]]] = []
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
            what = self.numbers[tree] if isinstance(tree, Predicate) else tree.name
            self.moves[start].append((what, Place.ANYWHERE, end))
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
        all_moves: list[dict[int, tuple[Step, ...]]] = []
        all_phrases: list[dict[str, tuple[Step, ...]]] = []
        final = {}
        for state in range(len(self.moves)):
            reached = self._closure(state)
            if places := tuple(place for place, here in reached if here == last):
                final[state] = places
            steps: defaultdict[int | str, dict[Step, None]] = defaultdict(dict)
            for outer, here in reached:
                for what, own, target in self.moves[here]:
                    if (met := outer.and_also(own)) is not None:
                        steps[what][met, target] = None
            all_moves.append({what: tuple(each) for what, each in steps.items() if isinstance(what, int)})
            all_phrases.append({what: tuple(each) for what, each in steps.items() if isinstance(what, str)})
        return Automaton(tuple(all_moves), tuple(all_phrases), final)

    def _closure(self, state: int) -> dict[tuple[Place, int], None]:
        """The states that empty moves lead to, each with where the next word must stand."""
        reached = {(Place.ANYWHERE, state): None}
        waiting = [(Place.ANYWHERE, state)]
        while waiting:
            outer, here = waiting.pop()
            for own, there in self.empty[here]:
                place = outer.and_also(own)
                if place is not None and (place, there) not in reached:
                    reached[place, there] = None
                    waiting.append((place, there))
        return reached
