"""Which of many predicates hold of a word, without asking each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tonelint.matching.looks import Look
    from tonelint.matching.trees import Predicate


class Inverted:
    """Predicates by the words, endings and shapes that they name; remembers the words it has met.

    Args:
        predicates: each with its number.
    """

    def __init__(self, predicates: Mapping[Predicate, int]) -> None:
        self._by_norm: defaultdict[str, set[int]] = defaultdict(set)
        self._by_text: defaultdict[str, set[int]] = defaultdict(set)
        self._by_ending: defaultdict[str, set[int]] = defaultdict(set)
        self._by_shape: defaultdict[str, set[int]] = defaultdict(set)
        for predicate, number in predicates.items():
            for entries, named in (
                (self._by_norm, predicate.norms),
                (self._by_text, predicate.texts),
                (self._by_ending, predicate.endings),
                (self._by_shape, predicate.shapes),
            ):
                for word in named:
                    entries[word].add(number)
        self._ending_lengths = sorted({len(ending) for ending in self._by_ending})
        self._known: dict[Look, frozenset[int]] = {}

    def of(self, look: Look) -> frozenset[int]:
        """The numbers of the predicates that hold of a word."""
        if look not in self._known:
            none: set[int] = set()
            self._known[look] = frozenset(
                self._by_norm.get(look.norm, none)
                | self._by_text.get(look.text, none)
                | none.union(*(self._by_ending.get(look.norm[-length:], none) for length in self._ending_lengths))
                | none.union(*(self._by_shape.get(shape, none) for shape in look.shapes))
            )
        return self._known[look]
