"""Finding all patterns of a language in the words of a reply at once.

Every pattern is entered in one index under two words that each of its matches contains (a pair of predicates, the
rarer one first), with the distances that it allows between them. A sentence is looked up once; only patterns both of
whose words stand in it so are run, as small automata, from the places where they can begin. So the cost follows what
a sentence holds, not how many rules there are.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tonelint.matching.automata import ANY, Automaton, Place, Symbols, build
from tonelint.matching.pair_index import pair_index
from tonelint.matching.signatures import Lexicon, Signatures
from tonelint.matching.trees import Resolver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tonelint.matching.signatures import Signature
    from tonelint.notation.patterns import Pattern
    from tonelint.words.tokens import Form, Sentence, Words


class Match(NamedTuple):
    """A pattern found at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int


Matches: TypeAlias = "Mapping[str, tuple[Match, ...]]"
"""By a pattern's text, all places where it matches, by first and last word."""


class Matcher:
    """All patterns of one language, compiled and indexed.

    Args:
        patterns: the patterns to find; equal ones are found once.
        classes: the word classes that they name.
        forms_of: splits literal words as the text is split.
        common: words that are met often; only speed depends on them.
    """

    def __init__(
        self,
        patterns: Iterable[Pattern],
        classes: Mapping[str, tuple[Pattern, ...]],
        forms_of: Callable[[str], tuple[Form, ...]],
        common: frozenset[str] = frozenset(),
    ) -> None:
        resolver, symbols = Resolver(classes, forms_of), Symbols()
        trees = {pattern.text: resolver.tree(pattern.body) for pattern in patterns}
        self._texts = tuple(trees)
        self._automata = [build(tree, symbols) for tree in trees.values()]
        self._phrases = {name: build(tree, symbols) for name, tree in resolver.phrases.items()}
        self._phrase_of = {number: self._phrases[name] for name, number in symbols.phrases.items()}
        self._beginnings = [self._first_predicates(automaton) for automaton in self._automata]
        self._index = pair_index(trees.values(), resolver.phrases, symbols, common)
        self._indexed = frozenset(self._index).union(*self._index.values())
        self._index_words: dict[Signature, Signature] = {}
        self._signatures = Signatures(symbols, Lexicon.of(classes))

    def find(self, words: Words) -> Matches:
        """All matches of all patterns. A match never leaves its sentence, a gap never its clause."""
        found: defaultdict[str, list[Match]] = defaultdict(list)
        for sentence in words.sentences:
            signatures = self._signatures.of(words, sentence)
            search = _Search(self._phrase_of, words, sentence, signatures)
            for number, offset in self._candidates(signatures):
                first = sentence.first + offset
                found[self._texts[number]] += [
                    Match(first, last) for last in search.ends(self._automata[number], first)
                ]
        return {text: tuple(sorted(matches)) for text, matches in found.items() if matches}

    def _candidates(self, signatures: Sequence[Signature]) -> set[tuple[int, int]]:
        """Which patterns may begin at which word of the sentence: those with both index words in reach."""
        places: defaultdict[int, list[int]] = defaultdict(list)
        for offset, signature in enumerate(signatures):
            if signature not in self._index_words:
                self._index_words[signature] = signature & self._indexed
            for predicate in self._index_words[signature]:
                places[predicate].append(offset)
        candidates: set[tuple[int, int]] = set()
        for rare in self._index.keys() & places.keys():
            others = self._index[rare]
            for other in others.keys() & places.keys():
                for pattern, ahead, back in others[other]:
                    beginnings = self._beginnings[pattern]
                    for place in places[rare]:
                        if any(ahead.least <= far - place <= ahead.most for far in places[other]):
                            candidates.update(
                                (pattern, first)
                                for first in range(max(0, place - back.most), place - back.least + 1)
                                if not beginnings.isdisjoint(signatures[first])
                            )
        return candidates

    def _first_predicates(self, automaton: Automaton) -> Signature:
        """The predicates with which a match may begin."""
        predicates: set[int] = set()
        for symbol, _, _ in automaton.moves[0]:
            phrase = self._phrase_of.get(symbol)
            predicates |= self._first_predicates(phrase) if phrase else {symbol}
        return frozenset(predicates)


class _Search:
    """Runs automata in one sentence; a phrase is run once from each place, whoever asks."""

    def __init__(
        self, phrases: Mapping[int, Automaton], words: Words, sentence: Sentence, signatures: Sequence[Signature]
    ) -> None:
        self._phrases = phrases
        self._words = words
        self._sentence = sentence
        self._signatures = signatures
        self._known: dict[tuple[int, int], list[int]] = {}

    def ends(self, automaton: Automaton, first: int) -> list[int]:
        """Where a match that begins at word ``first`` may end (exclusive), rising."""
        ends = []
        reached: dict[int, set[int]] = {first: {0}}
        for index in range(first, self._sentence.last + 1):
            states = reached.pop(index, None)
            if not states:
                if not reached:
                    break
                continue
            if not automaton.final.isdisjoint(states) or (
                not automaton.final_at_boundary.isdisjoint(states) and self._words.ends_clause(index)
            ):
                ends.append(index)
            if index < self._sentence.last:
                self._step(automaton, states, index, reached)
        return ends

    def _step(self, automaton: Automaton, states: set[int], index: int, reached: dict[int, set[int]]) -> None:
        """Follow the moves that word ``index`` allows."""
        signature = self._signatures[index - self._sentence.first]
        opens_clause = self._words.clause_starts[index]
        for state in states:
            for symbol, place, target in automaton.moves[state]:
                if place and (place == Place.OPENING) != opens_clause:
                    continue
                if symbol >= ANY:
                    if symbol == ANY or symbol in signature:
                        reached.setdefault(index + 1, set()).add(target)
                else:
                    for end in self._phrase_ends(symbol, index):
                        reached.setdefault(end, set()).add(target)

    def _phrase_ends(self, symbol: int, index: int) -> list[int]:
        key = symbol, index
        if key not in self._known:
            self._known[key] = self.ends(self._phrases[symbol], index)
        return self._known[key]
