"""Finding all patterns of a language in the words of a reply at once.

Every pattern is entered in one index under two words that each of its matches contains (a pair of predicates, the
rarer one first). A sentence is looked up once; only patterns both of whose words stand in it are run, as small
automata, from the places where they can begin. So the cost follows what a sentence holds, not how many rules there are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tonelint.automata import ANY, Automaton, Place, PredicateTable, Resolver, build
from tonelint.model import ZoneKind
from tonelint.notation import Ending, Word
from tonelint.pair_index import pair_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tonelint.notation import Pattern
    from tonelint.tokens import Form, Sentence, Words

_SHAPE_OF_PLACEHOLDER = {"\ue000": "", "\ue001": "person-placeholder", "\ue002": "time-placeholder"}
_Signature: TypeAlias = frozenset[int]


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
    """

    def __init__(
        self,
        patterns: Iterable[Pattern],
        classes: Mapping[str, tuple[Pattern, ...]],
        forms_of: Callable[[str], tuple[Form, ...]],
    ) -> None:
        resolver = Resolver(classes, forms_of)
        table = PredicateTable()
        trees = {pattern.text: resolver.tree(pattern.body) for pattern in patterns}
        self._automata = [build(tree, table) for tree in trees.values()]
        self._texts = list(trees)
        self._beginnings = [
            frozenset(predicate for predicate, _, _ in automaton.edges[0]) for automaton in self._automata
        ]
        self._signatures = _Signatures(table, _Lexicon.of(classes))
        self._index = pair_index(trees.values(), table)

    def find(self, words: Words) -> Matches:
        """All matches of all patterns. A match never leaves its sentence, a gap never its clause."""
        found: defaultdict[str, list[Match]] = defaultdict(list)
        for sentence in words.sentences:
            signatures = self._signatures.of(words, sentence)
            for number in self._candidates(signatures):
                found[self._texts[number]] += self._run(number, words, sentence, signatures)
        return {text: tuple(matches) for text, matches in found.items() if matches}

    def _candidates(self, signatures: list[_Signature]) -> set[int]:
        """The patterns of which both index words stand in the sentence."""
        present = frozenset[int]().union(*signatures)
        candidates: set[int] = set()
        for rare in self._index.keys() & present:
            seconds = self._index[rare]
            for second in seconds.keys() & present:
                candidates |= seconds[second]
        return candidates

    def _run(self, number: int, words: Words, sentence: Sentence, signatures: list[_Signature]) -> Iterator[Match]:
        automaton, beginnings = self._automata[number], self._beginnings[number]
        for offset, signature in enumerate(signatures):
            first = sentence.first + offset
            if beginnings.isdisjoint(signature):
                continue
            for last in _ends(automaton, words, first, sentence, signatures):
                yield Match(first, last)


def _ends(
    automaton: Automaton, words: Words, first: int, sentence: Sentence, signatures: list[_Signature]
) -> Iterator[int]:
    """Where a match that begins at word ``first`` may end (exclusive), rising."""
    states = {0}
    for index in range(first, sentence.last):
        signature, opens_clause = signatures[index - sentence.first], words.clause_starts[index]
        states = {
            target
            for state in states
            for predicate, place, target in automaton.edges[state]
            if (predicate == ANY or predicate in signature) and (not place or (place == Place.OPENING) == opens_clause)
        }
        if not states:
            return
        if not automaton.final.isdisjoint(states) or (
            not automaton.final_at_boundary.isdisjoint(states) and words.ends_clause(index + 1)
        ):
            yield index + 1


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words of all word classes, whether or not a pattern uses them: what is in no class may be a name."""

    words: frozenset[str]
    endings: tuple[str, ...]

    @classmethod
    def of(cls, classes: Mapping[str, tuple[Pattern, ...]]) -> _Lexicon:
        leaves = [leaf for entries in classes.values() for entry in entries for leaf in entry.leaves()]
        words = frozenset(leaf.text.casefold() for leaf in leaves if isinstance(leaf, Word))
        return cls(words, tuple(leaf.text for leaf in leaves if isinstance(leaf, Ending)))

    def holds(self, norm: str) -> bool:
        return norm in self.words or norm.endswith(self.endings)


class _Signatures:
    """Which predicates hold of a word, remembered word by word."""

    def __init__(self, table: PredicateTable, lexicon: _Lexicon) -> None:
        self._lexicon = lexicon
        self._by_norm: defaultdict[str, set[int]] = defaultdict(set)
        self._by_text: defaultdict[str, set[int]] = defaultdict(set)
        self._by_ending: defaultdict[str, set[int]] = defaultdict(set)
        self._by_shape: defaultdict[str, set[int]] = defaultdict(set)
        for predicate, number in table.ids.items():
            for words, entries in (
                (predicate.norms, self._by_norm),
                (predicate.texts, self._by_text),
                (predicate.endings, self._by_ending),
                (predicate.shapes, self._by_shape),
            ):
                for word in words:
                    entries[word].add(number)
        self._ending_lengths = sorted({len(ending) for ending in self._by_ending})
        self._known: dict[tuple[str, str, bool], _Signature] = {}

    def of(self, words: Words, sentence: Sentence) -> list[_Signature]:
        """The signature of each word of a sentence."""
        first, last = sentence.first, sentence.last
        known = self._known
        signatures = []
        opening = sentence.zone is not ZoneKind.SIGN_OFF  # in a sign-off a name opens the line
        for key in zip(
            words.texts[first:last], words.norms[first:last], (opening, *[False] * (last - first - 1)), strict=True
        ):
            if key not in known:
                known[key] = self._signature(*key)
            signatures.append(known[key])
        return signatures

    def _signature(self, text: str, norm: str, opening: bool) -> _Signature:
        numbers = self._by_norm.get(norm, set()) | self._by_text.get(text, set())
        for length in self._ending_lengths:
            numbers |= self._by_ending.get(norm[-length:], set())
        for shape in self._shapes(text, norm, opening):
            numbers |= self._by_shape.get(shape, set())
        return frozenset(numbers)

    def _shapes(self, text: str, norm: str, opening: bool) -> Iterator[str]:
        placeholder = next((char for char in text if char in _SHAPE_OF_PLACEHOLDER), None)
        if placeholder:
            yield "placeholder"
            yield _SHAPE_OF_PLACEHOLDER[placeholder]
        elif any(char.isdigit() for char in norm):
            yield "number"
        elif not opening and text[0].isupper() and not text.isupper() and not self._lexicon.holds(norm):
            yield "name"
