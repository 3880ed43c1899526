"""Finding patterns in the words of a reply: those that rules look for at once, those of guards around a match."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeAlias

from tonelint.matching.automata import build
from tonelint.matching.cues import CueFinder, to_match
from tonelint.matching.determinised import Determinised, Match
from tonelint.matching.lemmas import LemmaIndex
from tonelint.matching.letters import Restorer
from tonelint.matching.looks import Lexicon, Looks
from tonelint.matching.trees import Predicate, Resolver, beginnings, predicates
from tonelint.matching.vocabulary import Vocabulary
from tonelint.notation.parser import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tonelint.matching.automata import Automaton
    from tonelint.matching.trees import Tree
    from tonelint.model import ZoneKind
    from tonelint.notation.patterns import Pattern
    from tonelint.words.tokens import Form, Sentence, Words

Matches: TypeAlias = "Mapping[str, tuple[Match, ...]]"
"""By a pattern's text, all places where it matches, by first and last word."""


class Matcher:
    """The patterns of one language.

    Args:
        sought: the patterns that rules look for.
        guards: the patterns that are asked for around a match.
        classes: the word classes of the language.
        forms_of: splits literal words as the text is split.
        inflected: gives the forms of a lemma.
        cues: the patterns of evidence.
    """

    def __init__(
        self,
        sought: Iterable[Pattern],
        guards: Iterable[Pattern],
        classes: Mapping[str, tuple[Pattern, ...]],
        forms_of: Callable[[str], tuple[Form, ...]],
        inflected: Callable[[str], tuple[str, ...]] = lambda lemma: (lemma,),
        cues: Iterable[Pattern] = (),
    ) -> None:
        resolver = Resolver(classes, forms_of, inflected)
        self._cues = tuple({cue.text: cue for cue in cues}.values())  # most stand in several rules
        matched = dict.fromkeys(text for cue in self._cues for text in to_match(cue, classes, forms_of))
        self._sought = {pattern.text: resolver.tree(pattern.body) for pattern in (*sought, *map(parse, matched))}
        self._lemma_index = partial(LemmaIndex, classes, forms_of, inflected)
        self._guards = {pattern.text: resolver.tree(pattern.body) for pattern in guards}
        self._phrase_trees = resolver.phrases
        self._numbers: dict[Predicate, int] = {}
        for tree in (*self._sought.values(), *self._guards.values(), *self._phrase_trees.values()):
            for predicate in predicates(tree):
                self._numbers.setdefault(predicate, len(self._numbers))
        self._vocabulary = Vocabulary(self._numbers)
        self._looks = Looks(Lexicon.of(classes, inflected))
        self._phrases: dict[str, Automaton] = {}
        self._find_sought = self._determinised(self._sought)

    def read(self, words: Words) -> Found:
        """What is found in the words of a passage. A match never leaves its sentence, a gap never its clause."""
        words = self._restorer.restored(words)
        symbols = map(self._vocabulary.symbol, self._looks.of(words))
        keys = [2 * symbol + opens for symbol, opens in zip(symbols, words.clause_starts, strict=True)]
        texts = tuple(self._sought)
        sought: defaultdict[str, list[Match]] = defaultdict(list)
        for sentence in words.sentences:
            for number, matches in self._find_sought.find(words, keys, sentence).items():
                sought[texts[number]] += matches
        return Found({text: tuple(matches) for text, matches in sought.items()}, self, words, keys)

    def guards_in(self, words: Words, keys: Sequence[int], sentence: Sentence) -> Matches:
        """The matches of all guards in a sentence."""
        texts = tuple(self._guards)
        found = self._find_guards.find(words, keys, sentence)
        return {texts[number]: tuple(matches) for number, matches in found.items()}

    def cues_in(self, words: Words, sought: Matches) -> tuple[frozenset[str], ...]:
        """What may be a cue in each sentence, by the texts of cues."""
        return self._find_cues.find(words, sought)

    @cached_property
    def _restorer(self) -> Restorer:
        matched = (norm for predicate in self._numbers for norm in predicate.norms)
        return Restorer((*matched, *(self.lemmas.words() if self._cues else ())))

    @cached_property
    def lemmas(self) -> LemmaIndex:
        """The lemma classes of the language."""
        return self._lemma_index()

    @cached_property
    def _find_cues(self) -> CueFinder:
        return CueFinder.for_cues(self._cues, self.lemmas)

    @cached_property
    def _find_guards(self) -> Determinised:
        return self._determinised(self._guards)

    def _determinised(self, trees: Mapping[str, Tree]) -> Determinised:
        """Trees as one automaton, each of them compiled when a word is met with which it may begin."""
        numbered = list(trees.values())
        compiled: dict[int, Automaton] = {}

        def automaton(number: int) -> Automaton:
            if number not in compiled:
                compiled[number] = build(numbered[number], self._numbers)
            return compiled[number]

        first: defaultdict[int, list[int]] = defaultdict(list)
        known: dict[str, frozenset[Predicate]] = {}
        for number, tree in enumerate(numbered):
            for predicate in beginnings(tree, self._phrase_trees, known):
                first[self._numbers[predicate]].append(number)
        return Determinised(first, automaton, self._phrase, self._vocabulary)

    def _phrase(self, name: str) -> Automaton:
        if name not in self._phrases:
            self._phrases[name] = build(self._phrase_trees[name], self._numbers)
        return self._phrases[name]


class Found:
    """What patterns match in the words of a passage; guards are tried when asked for, and what was found is kept.

    Attributes:
        sought: the matches of the patterns that rules look for, and of evidence.
        words: the words, those typed without their letters restored.
    """

    def __init__(self, sought: Matches, matcher: Matcher, words: Words, keys: Sequence[int]) -> None:
        self.sought = sought
        self._matcher = matcher
        self.words = words
        self._keys = keys
        self._guards: dict[int, Matches] = {}
        self._in_zones: dict[tuple[str, frozenset[ZoneKind]], bool] = {}

    @cached_property
    def cues(self) -> tuple[frozenset[str], ...]:
        """Of each sentence, the texts of what may be a cue in it."""
        return self._matcher.cues_in(self.words, self.sought)

    def stands_in_zones(self, guard: Pattern, zones: frozenset[ZoneKind]) -> bool:
        """Whether a guard's pattern matches in any sentence of these zones; worked out once."""
        key = guard.text, zones
        if key not in self._in_zones:
            self._in_zones[key] = any(
                self.stands_in(guard, sentence, sentence.first, sentence.last)
                for sentence in self.words.sentences
                if sentence.zone in zones
            )
        return self._in_zones[key]

    def stands_in(self, guard: Pattern, sentence: Sentence, first: int, last: int) -> bool:
        """Whether a guard's pattern matches in a sentence, wholly between words ``first`` and ``last`` (exclusive)."""
        if sentence.first not in self._guards:
            self._guards[sentence.first] = self._matcher.guards_in(self.words, self._keys, sentence)
        matches = self._guards[sentence.first].get(guard.text, ())
        return any(first <= match.first and match.last <= last for match in matches)
