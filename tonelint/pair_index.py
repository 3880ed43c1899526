"""Under which two words to look a pattern up.

Each match of a pattern contains both words of at least one of its pairs, so a sentence without such a pair need not
be searched for it. The rarer word comes first; words that many patterns name are taken to be common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tonelint.automata import Fork, Predicate, Run, Tree
from tonelint.notation import Boundary, Gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tonelint.automata import PredicateTable

PairIndex: TypeAlias = "Mapping[int, Mapping[int, frozenset[int]]]"
"""Number of the rarer predicate → number of the other → numbers of the patterns."""

_SHAPE_COST = {"number": 400, "name": 400, "placeholder": 50, "person-placeholder": 20, "time-placeholder": 20}
_ENDING_COST = 10
_T = TypeVar("_T")


def pair_index(trees: Iterable[Tree], table: PredicateTable) -> PairIndex:
    """The index of patterns, numbered in the order of their trees; a single word is paired with itself."""
    costs = _Costs(table)
    index: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, tree in enumerate(trees):
        for pair in costs.pairs(tree) or ():
            rare, other = sorted(pair, key=costs.cost)
            index[table.number(rare)][table.number(other)].add(number)
    return {rare: {other: frozenset(group) for other, group in others.items()} for rare, others in index.items()}


class _Costs:
    """How often a predicate is likely to hold, guessed from how many predicates name its words."""

    def __init__(self, table: PredicateTable) -> None:
        self._named = Counter(norm for predicate in table.ids for norm in predicate.norms)
        self._known: dict[Predicate, int] = {}

    def cost(self, predicate: Predicate) -> int:
        # Squared: one word that forty patterns name ("not") is met more often than forty that one pattern names.
        if predicate not in self._known:
            self._known[predicate] = (
                sum(self._named[norm] ** 2 for norm in predicate.norms)
                + len(predicate.texts)
                + _ENDING_COST * len(predicate.endings)
                + sum(_SHAPE_COST[shape] for shape in predicate.shapes)
            )
        return self._known[predicate]

    def cover(self, tree: Tree) -> tuple[Predicate, ...] | None:
        """Predicates of which every match contains at least one, the cheapest such set found; None where none is."""
        match tree:
            case Predicate():
                return (tree,)
            case Gap() | Boundary():
                return None
            case Run(items):
                covers = [cover for item in items if (cover := self.cover(item))]
                return min(covers, key=self._sum, default=None)
            case Fork(options):
                return _all_of(self.cover(option) for option in options)

    def pairs(self, tree: Tree) -> tuple[tuple[Predicate, Predicate], ...] | None:
        """Pairs of which every match contains at least one whole; None where a match may be empty."""
        match tree:
            case Predicate():
                return ((tree, tree),)
            case Gap() | Boundary():
                return None
            case Run(items):
                covered = sorted(
                    ((cover, item) for item in items if (cover := self.cover(item))),
                    key=lambda pair: self._sum(pair[0]),
                )
                if len(covered) < 2:
                    return self.pairs(covered[0][1]) if covered else None
                return tuple(product(covered[0][0], covered[1][0]))
            case Fork(options):
                return _all_of(self.pairs(option) for option in options)

    def _sum(self, cover: tuple[Predicate, ...]) -> int:
        return sum(map(self.cost, cover))


def _all_of(parts: Iterable[tuple[_T, ...] | None]) -> tuple[_T, ...] | None:
    """The parts joined, without repeats; None where one of them is None."""
    joined: dict[_T, None] = {}
    for part in parts:
        if part is None:
            return None
        joined |= dict.fromkeys(part)
    return tuple(joined)
