"""Words as symbols: words of which the same predicates hold are one and the same to every pattern."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from tonelint.matching.looks import MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tonelint.matching.looks import Look
    from tonelint.matching.trees import Predicate


class Vocabulary:
    """Numbers the symbols, and remembers words it has met.

    Attributes:
        symbol: gives the symbol of a word.

    Args:
        numbers: the predicates of all patterns, numbered.
    """

    def __init__(self, numbers: Mapping[Predicate, int]) -> None:
        self._by_norm: defaultdict[str, set[int]] = defaultdict(set)
        self._by_text: defaultdict[str, set[int]] = defaultdict(set)
        self._by_ending: defaultdict[str, set[int]] = defaultdict(set)
        self._by_beginning: defaultdict[str, set[int]] = defaultdict(set)
        self._by_shape: defaultdict[str, set[int]] = defaultdict(set)
        for predicate, number in numbers.items():
            for entries, named in (
                (self._by_norm, predicate.norms),
                (self._by_text, predicate.texts),
                (self._by_ending, predicate.endings),
                (self._by_beginning, predicate.beginnings),
                (self._by_shape, predicate.shapes),
            ):
                for word in named:
                    entries[word].add(number)
        self._ending_lengths = sorted({len(ending) for ending in self._by_ending})
        self._beginning_lengths = sorted({len(beginning) for beginning in self._by_beginning})
        self.symbol = lru_cache(maxsize=MOST_WORDS)(self._symbol)
        self._symbols: dict[frozenset[int], int] = {}
        self._predicates: list[frozenset[int]] = []

    def _symbol(self, look: Look) -> int:
        predicates = self._holding(look)
        if predicates not in self._symbols:
            self._symbols[predicates] = len(self._predicates)
            self._predicates.append(predicates)
        return self._symbols[predicates]

    def predicates(self, symbol: int) -> frozenset[int]:
        """The numbers of the predicates that hold of the words of a symbol."""
        return self._predicates[symbol]

    def _holding(self, look: Look) -> frozenset[int]:
        none: set[int] = set()
        return frozenset(
            self._by_norm.get(look.norm, none)
            | self._by_text.get(look.text, none)
            | none.union(*(self._by_ending.get(look.norm[-length:], none) for length in self._ending_lengths))
            | none.union(*(self._by_beginning.get(look.norm[:length], none) for length in self._beginning_lengths))
            | none.union(*(self._by_shape.get(shape, none) for shape in look.shapes))
        )
