"""Many patterns as one automaton, made deterministic as words are met.

From each word on, all patterns advance together: a state stands for all places in all patterns that the words so far
lead to, and a step to the next state is worked out once and then looked up. So the cost of a word does not depend on
how many patterns there are, but for the first time that a word follows a state. This is the lazy subset construction
of RE2 and grep (R. Cox, "Regular Expression Matching in the Wild", 2010), with words for letters.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tonelint.matching.automata import ANY, Automaton, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tonelint.matching.automata import Step
    from tonelint.matching.vocabulary import Vocabulary
    from tonelint.words.tokens import Sentence, Words

MOST_STATES = 30_000
"""When there are more, all are forgotten: a bound on memory that ordinary text does not reach."""

MOST_STEPS = 500_000
"""When more steps between them have been noted, likewise."""


class Match(NamedTuple):
    """A pattern found at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int


Return: TypeAlias = "tuple[Automaton, int, Return | None]"
Thread: TypeAlias = "tuple[Automaton, int, Return | None, Place]"
"""A place in a pattern: automaton and state, where to go on when a phrase ends, where the next word must stand."""


@dataclass(eq=False, slots=True)
class _State:
    """A set of threads.

    Attributes:
        threads: those that can take a word.
        ends: the patterns of which a match ends here.
        ends_at_boundary: those of which one ends here if a clause does.
        following: the next state by symbol and whether the word opens a clause; None where nothing goes on.
    """

    threads: tuple[Thread, ...]
    ends: tuple[int, ...]
    ends_at_boundary: tuple[int, ...]
    following: dict[int, _State | None] = field(default_factory=dict)


class Determinised:
    """Patterns that are found together.

    Args:
        beginnings: by the number of a predicate, the patterns that may begin with a word of which it holds.
        automaton: gives the automaton of a pattern by its number.
        phrase: gives the automaton of the phrases of a word class.
        vocabulary: of the words of all patterns.
    """

    def __init__(
        self,
        beginnings: Mapping[int, Sequence[int]],
        automaton: Callable[[int], Automaton],
        phrase: Callable[[str], Automaton],
        vocabulary: Vocabulary,
    ) -> None:
        self._beginnings = beginnings
        self._automaton = automaton
        self._phrase = phrase
        self._vocabulary = vocabulary
        self._patterns: dict[Automaton, int] = {}
        self._forget()

    def find(self, words: Words, keys: Sequence[int], sentence: Sentence) -> dict[int, list[Match]]:
        """All matches in a sentence, by the number of their pattern, rising.

        Args:
            words: of the passage.
            keys: of each of them, twice its symbol, plus one where it opens a clause.
            sentence: the sentence; a match does not leave it.
        """
        if len(self._states) > MOST_STATES or self._steps > MOST_STEPS:
            self._forget()
        found: defaultdict[int, list[Match]] = defaultdict(list)
        for first in range(sentence.first, sentence.last):
            state = self._start
            for index in range(first, sentence.last):
                key = keys[index]
                following = state.following[key] if key in state.following else self._advance(state, key)
                if following is None:
                    break
                state = following
                for pattern in state.ends:
                    found[pattern].append(Match(first, index + 1))
                if state.ends_at_boundary and words.ends_clause(index + 1):
                    for pattern in state.ends_at_boundary:
                        found[pattern].append(Match(first, index + 1))
        return found

    def _forget(self) -> None:
        self._steps = 0
        self._start = _State((), (), ())
        self._states: dict[tuple[frozenset[Thread], frozenset[tuple[int, Place]]], _State] = {}

    def _advance(self, state: _State, key: int) -> _State | None:
        """Work out, and note, the state that a word leads to."""
        symbol, opens_clause = divmod(key, 2)
        predicates = self._vocabulary.predicates(symbol)
        threads = self._begun(predicates) if state is self._start else state.threads
        barred = Place.INSIDE if opens_clause else Place.OPENING
        reached: dict[Thread, None] = {}
        for automaton, number, back, place in threads:
            if place is barred:
                continue
            for own, target in _steps(automaton.moves[number], predicates):
                if own is not barred:
                    reached[automaton, target, back, Place.ANYWHERE] = None
        self._steps += 1
        state.following[key] = self._state(reached) if reached else None
        return state.following[key]

    def _begun(self, predicates: Iterable[int]) -> Iterable[Thread]:
        """The threads of all patterns that may begin with a word."""
        patterns = {pattern for predicate in predicates for pattern in self._beginnings.get(predicate, ())}
        for pattern in patterns:
            self._patterns[self._automaton(pattern)] = pattern
        return self._closure((self._automaton(pattern), 0, None, Place.ANYWHERE) for pattern in sorted(patterns))[0]

    def _state(self, reached: Iterable[Thread]) -> _State:
        threads, ends = self._closure(reached)
        identity = frozenset(threads), frozenset(ends)
        if identity not in self._states:
            sure = {pattern for pattern, place in ends if place is Place.ANYWHERE}
            maybe = {pattern for pattern, place in ends if place is Place.OPENING} - sure
            self._states[identity] = _State(threads, tuple(sorted(sure)), tuple(sorted(maybe)))
        return self._states[identity]

    def _closure(self, threads: Iterable[Thread]) -> tuple[tuple[Thread, ...], tuple[tuple[int, Place], ...]]:
        """Enter the phrases that may begin and leave those that may end.

        Returns:
            All threads, and the patterns that may end, each with where the next word must then stand.
        """
        all_threads = dict.fromkeys(threads)
        ends: dict[tuple[int, Place], None] = {}
        waiting = list(all_threads)
        while waiting:
            automaton, number, back, place = waiting.pop()
            new: list[Thread] = []
            for own in automaton.final.get(number, ()):
                met = place.and_also(own)
                if met is not None and back is None:
                    ends[self._patterns[automaton], met] = None
                elif met is not None and back is not None:
                    new.append((*back, met))
            for name, steps in automaton.phrases[number].items():
                for own, target in steps:
                    met = place.and_also(own)
                    if met is not None:
                        new.append((self._phrase(name), 0, (automaton, target, back), met))
            fresh = [thread for thread in new if thread not in all_threads]
            all_threads |= dict.fromkeys(fresh)
            waiting += fresh
        return tuple(all_threads), tuple(ends)


def _steps(moves: Mapping[int, Sequence[Step]], predicates: frozenset[int]) -> Iterator[Step]:
    """The steps that a word allows of which the predicates hold."""
    yield from moves.get(ANY, ())
    if len(moves) <= len(predicates):
        for what, steps in moves.items():
            if what in predicates:
                yield from steps
    else:
        for what in predicates:
            yield from moves.get(what, ())
