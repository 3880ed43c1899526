"""Under which two words to look a pattern up.

Each match of a pattern contains, for at least one of its pairs, both words at a distance that the pattern allows; so a
sentence without such a pair need not be searched for it, and one with it only near that place. The rarer word of a
pair comes first; function words are taken to be common.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tonelint.matching.trees import Fork, Phrase, Predicate, Run
from tonelint.notation.patterns import Boundary, Gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tonelint.matching.trees import Tree


class Range(NamedTuple):
    """A least and a greatest number of words."""

    least: int
    most: int

    def plus(self, other: Range) -> Range:
        """The words of both."""
        return Range(self.least + other.least, self.most + other.most)


class Anchor(NamedTuple):
    """A pair of words of a pattern.

    Attributes:
        pattern: its number.
        ahead: how many words behind the rarer word the other one stands; below nought where it stands before.
        back: how many words before the rarer word the match begins.
    """

    pattern: int
    ahead: Range
    back: Range


@dataclass(frozen=True, slots=True)
class PairIndex:
    """Where to look for which patterns.

    Attributes:
        predicates: the predicates of all pairs, each with its number.
        anchors: by the number of the rarer predicate, then of the other.
    """

    predicates: Mapping[Predicate, int]
    anchors: Mapping[int, Mapping[int, tuple[Anchor, ...]]]


class _Pair(NamedTuple):
    rare: Predicate
    other: Predicate
    ahead: Range
    back: Range


_HERE = Range(0, 0)
# How often something is met, in rare words: guesses, which decide only how fast a pattern is ruled out.
_COMMON_COST, _ENDING_COST = 200, 10
_SHAPE_COST = {"number": 400, "name": 400, "placeholder": 50, "person-placeholder": 20, "time-placeholder": 20}
_T = TypeVar("_T")


def pair_index(trees: Iterable[Tree], pairing: Pairing) -> PairIndex:
    """The index of patterns, numbered in the order of their trees; a single word is paired with itself."""
    numbers: dict[Predicate, int] = {}
    anchors: defaultdict[int, defaultdict[int, list[Anchor]]] = defaultdict(lambda: defaultdict(list))
    for number, tree in enumerate(trees):
        for pair in pairing.pairs(tree) or ():
            rare, other = (numbers.setdefault(word, len(numbers)) for word in (pair.rare, pair.other))
            anchors[rare][other].append(Anchor(number, pair.ahead, pair.back))
    grouped = {rare: {other: tuple(group) for other, group in others.items()} for rare, others in anchors.items()}
    return PairIndex(numbers, grouped)


class Pairing:
    """Chooses the pairs whose words are likely to be met least often.

    Args:
        phrases: what the phrases in the patterns are.
        common: words that are met often, so that others are the better pairs.
    """

    def __init__(self, phrases: Mapping[str, Tree], common: frozenset[str]) -> None:
        self._phrases = phrases
        self._common = common
        self._costs: dict[Predicate, int] = {}
        self._covers: dict[str, Predicate | None] = {}
        self._lengths: dict[str, Range] = {}

    def pairs(self, tree: Tree) -> tuple[_Pair, ...] | None:
        """Pairs of which every match contains at least one; None where a match may be empty."""
        match tree:
            case Predicate():
                return (_Pair(tree, tree, _HERE, _HERE),)
            case Phrase(name):
                return self.pairs(self._phrases[name])
            case Fork(options):
                return _all_of(self.pairs(option) for option in options)
            case Run(items):
                return self._pairs_of_run(items)
            case _:
                return None

    def _pairs_of_run(self, items: Sequence[Tree]) -> tuple[_Pair, ...] | None:
        """Pairs out of the two rarest items; out of the one where there is only one that cannot be empty."""
        found = ((index, self.cover(item)) for index, item in enumerate(items))
        covers = sorted(((self._cost(cover), index, cover) for index, cover in found if cover), key=itemgetter(0))
        if not covers:
            return None
        (_, first, rare), *rest = covers
        if not rest:
            before = self._length_of(items[:first])
            inner = self.pairs(items[first])
            return inner and tuple(pair._replace(back=before.plus(pair.back)) for pair in inner)
        _, second, other = rest[0]
        ahead = self._distance(items, min(first, second), max(first, second))
        if second < first:
            ahead = Range(-ahead.most, -ahead.least)
        back = self._length_of(items[:first]).plus(Range(0, self._length(items[first]).most - 1))
        return (_Pair(rare, other, ahead, back),)

    def _distance(self, items: Sequence[Tree], left: int, right: int) -> Range:
        """How many words behind a word of the left item a word of the right one may stand."""
        between = self._length_of(items[left + 1 : right])
        reach = self._length(items[left]).most + self._length(items[right]).most - 2
        return between.plus(Range(1, 1 + reach))

    def _length_of(self, items: Iterable[Tree]) -> Range:
        return reduce(Range.plus, map(self._length, items), _HERE)

    def _length(self, tree: Tree) -> Range:
        """How many words a match of a tree takes."""
        match tree:
            case Gap(most):
                return Range(0, most)
            case Boundary():
                return _HERE
            case Phrase(name):
                if name not in self._lengths:
                    self._lengths[name] = self._length(self._phrases[name])
                return self._lengths[name]
            case Run(items):
                return self._length_of(items)
            case Fork(options):
                lengths = [self._length(option) for option in options]
                return Range(min(length.least for length in lengths), max(length.most for length in lengths))
            case _:
                return Range(1, 1)

    def cover(self, tree: Tree) -> Predicate | None:
        """A predicate that holds of at least one word of every match, the rarest found; None where a match is empty."""
        match tree:
            case Predicate():
                return tree
            case Phrase(name):
                if name not in self._covers:
                    self._covers[name] = self.cover(self._phrases[name])
                return self._covers[name]
            case Run(items):
                return min(filter(None, map(self.cover, items)), key=self._cost, default=None)
            case Fork(options):
                covers = [self.cover(option) for option in options]
                return reduce(Predicate.__or__, [cover for cover in covers if cover]) if all(covers) else None
            case _:
                return None

    def _cost(self, predicate: Predicate) -> int:
        if predicate not in self._costs:
            self._costs[predicate] = (
                len(predicate.norms | predicate.texts)
                + _COMMON_COST * len(self._common & predicate.norms)
                + _ENDING_COST * len(predicate.endings)
                + sum(_SHAPE_COST[shape] for shape in predicate.shapes)
            )
        return self._costs[predicate]


def _all_of(parts: Iterable[tuple[_T, ...] | None]) -> tuple[_T, ...] | None:
    """The parts joined, without repeats; None where one of them is None."""
    joined: dict[_T, None] = {}
    for part in parts:
        if part is None:
            return None
        joined |= dict.fromkeys(part)
    return tuple(joined)
