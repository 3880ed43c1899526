"""Finding patterns in the words of a reply: those that rules look for all at once, those of guards when asked.

Every sought pattern is entered in one index under two words that each of its matches contains, with the distances that
it allows between them. A sentence is looked up once; only patterns both of whose words stand in it so are run, as
small automata, from the places where they can begin. So the cost follows what a sentence holds, not how many rules
there are. Guards matter only around a match, so their patterns are run there and nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from tonelint.matching.automata import build
from tonelint.matching.inverted import Inverted
from tonelint.matching.looks import Lexicon, Looks
from tonelint.matching.pair_index import Pairing, pair_index
from tonelint.matching.search import Match, Search
from tonelint.matching.trees import Resolver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tonelint.matching.automata import Automaton
    from tonelint.matching.looks import Look
    from tonelint.matching.trees import Predicate
    from tonelint.notation.patterns import Pattern
    from tonelint.words.tokens import Form, Sentence, Words

Matches: TypeAlias = "Mapping[str, tuple[Match, ...]]"
"""By a pattern's text, all places where it matches, by first and last word."""


class Matcher:
    """The patterns of one language.

    Args:
        sought: the patterns that rules look for; equal ones are found once.
        classes: the word classes of the language.
        forms_of: splits literal words as the text is split.
        common: words that are met often; only speed depends on them.
    """

    def __init__(
        self,
        sought: Iterable[Pattern],
        classes: Mapping[str, tuple[Pattern, ...]],
        forms_of: Callable[[str], tuple[Form, ...]],
        common: frozenset[str] = frozenset(),
    ) -> None:
        self._resolver = Resolver(classes, forms_of)
        self._sought = tuple({pattern.text: pattern for pattern in sought}.values())
        self._pairing = Pairing(self._resolver.phrases, common)
        self._index = pair_index((self._resolver.tree(pattern.body) for pattern in self._sought), self._pairing)
        self._looks = Looks(Lexicon.of(classes))
        self._index_words = Inverted(self._index.predicates)
        self._compiled: dict[str, tuple[Automaton, Predicate | None]] = {}
        self._phrases: dict[str, Automaton] = {}

    def read(self, words: Words) -> Found:
        """What is found in the words of a passage. A match never leaves its sentence, a gap never its clause."""
        search = Search(words, self._looks.of(words), self._phrase)
        found: defaultdict[str, list[Match]] = defaultdict(list)
        for sentence in words.sentences:
            for number, beginnings in self._candidates(search.looks[sentence.first : sentence.last]):
                pattern = self._sought[number]
                automaton, _ = self._compile(pattern)
                places = [sentence.first + offset for offset in sorted(beginnings)]
                found[pattern.text] += search.matches(automaton, sentence, places)
        return Found(search, {text: tuple(matches) for text, matches in found.items() if matches}, self._compile)

    def _candidates(self, looks: Sequence[Look]) -> Iterator[tuple[int, set[int]]]:
        """The sought patterns both of whose index words stand in reach in a sentence, and where they may begin."""
        places: defaultdict[int, list[int]] = defaultdict(list)
        for offset, look in enumerate(looks):
            for number in self._index_words.of(look):
                places[number].append(offset)
        beginnings: defaultdict[int, set[int]] = defaultdict(set)
        for rare in self._index.anchors.keys() & places.keys():
            others = self._index.anchors[rare]
            for other in others.keys() & places.keys():
                for pattern, ahead, back in others[other]:
                    for place in places[rare]:
                        if any(ahead.least <= far - place <= ahead.most for far in places[other]):
                            beginnings[pattern].update(range(max(0, place - back.most), place - back.least + 1))
        yield from beginnings.items()

    def _compile(self, pattern: Pattern) -> tuple[Automaton, Predicate | None]:
        """A pattern's automaton, made when it is first needed, and what holds of one word of every match at least."""
        if pattern.text not in self._compiled:
            tree = self._resolver.tree(pattern.body)
            self._compiled[pattern.text] = build(tree), self._pairing.cover(tree)
        return self._compiled[pattern.text]

    def _phrase(self, name: str) -> Automaton:
        if name not in self._phrases:
            self._phrases[name] = build(self._resolver.phrases[name])
        return self._phrases[name]


class Found:
    """What patterns match in the words of a passage.

    Attributes:
        sought: the matches of the patterns that rules look for.
    """

    def __init__(
        self, search: Search, sought: Matches, compiled: Callable[[Pattern], tuple[Automaton, Predicate | None]]
    ) -> None:
        self.sought = sought
        self._search = search
        self._compiled = compiled
        self._known: dict[tuple[str, int], list[Match]] = {}

    def stands_in(self, pattern: Pattern, sentence: Sentence, first: int, last: int) -> bool:
        """Whether a pattern matches in a sentence, wholly between words ``first`` and ``last`` (exclusive)."""
        key = pattern.text, sentence.first
        if key not in self._known:
            self._known[key] = self._matches(pattern, sentence)
        return any(first <= match.first and match.last <= last for match in self._known[key])

    def _matches(self, pattern: Pattern, sentence: Sentence) -> list[Match]:
        automaton, cover = self._compiled(pattern)
        norms = self._search.words.norms[sentence.first : sentence.last]
        if cover and cover.is_plain and cover.norms.isdisjoint(norms):
            return []
        return self._search.matches(automaton, sentence, range(sentence.first, sentence.last))
