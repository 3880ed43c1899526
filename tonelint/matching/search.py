"""Running automata in the words of one passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tonelint.matching.automata import Place
from tonelint.matching.trees import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tonelint.matching.automata import Automaton
    from tonelint.matching.looks import Look
    from tonelint.words.tokens import Sentence, Words


class Match(NamedTuple):
    """A pattern found at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int


class Search:
    """Runs automata from any word of a passage; a phrase is run once from each place, whoever asks.

    Args:
        words: of the passage.
        looks: of each of them.
        phrase: gives the automaton of the phrases of a word class.
    """

    def __init__(self, words: Words, looks: Sequence[Look], phrase: Callable[[str], Automaton]) -> None:
        self.words = words
        self.looks = looks
        self._phrase = phrase
        self._phrase_ends: dict[tuple[str, int], list[int]] = {}

    def matches(self, automaton: Automaton, sentence: Sentence, beginnings: Iterable[int]) -> list[Match]:
        """The matches in a sentence that begin at one of these words, by first and last word."""
        return [Match(first, last) for first in beginnings for last in self._ends(automaton, first, sentence)]

    def _ends(self, automaton: Automaton, first: int, sentence: Sentence) -> list[int]:
        """Where a match that begins at word ``first`` may end (exclusive), rising."""
        ends = []
        reached: dict[int, set[int]] = {first: {0}}
        index = first
        while reached:
            states = reached.pop(index, None)
            if states:
                if not automaton.final.isdisjoint(states) or (
                    not automaton.final_at_boundary.isdisjoint(states) and self.words.ends_clause(index)
                ):
                    ends.append(index)
                if index < sentence.last:
                    self._step(automaton, states, index, sentence, reached)
            index += 1
        return ends

    def _step(
        self, automaton: Automaton, states: set[int], index: int, sentence: Sentence, reached: dict[int, set[int]]
    ) -> None:
        """Follow the moves that word ``index`` allows."""
        look = self.looks[index]
        barred = Place.INSIDE if self.words.clause_starts[index] else Place.OPENING
        for number in states:
            state = automaton.states[number]
            for place, target in state.literal.get(look.norm, ()):
                if place != barred:
                    reached.setdefault(index + 1, set()).add(target)
            for what, place, target in state.others:
                if place == barred:
                    continue
                if isinstance(what, Phrase):
                    for end in self._ends_of_phrase(what.name, index, sentence):
                        reached.setdefault(end, set()).add(target)
                elif what is None or what.holds(look):
                    reached.setdefault(index + 1, set()).add(target)

    def _ends_of_phrase(self, name: str, index: int, sentence: Sentence) -> list[int]:
        key = name, index
        if key not in self._phrase_ends:
            self._phrase_ends[key] = self._ends(self._phrase(name), index, sentence)
        return self._phrase_ends[key]
