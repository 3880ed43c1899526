"""Finding word classes that are given by lemmas: by look-up, at a cost that does not grow with their entries."""

from __future__ import annotations

from collections import defaultdict
from operator import contains
from typing import TYPE_CHECKING, NamedTuple

from tonelint.matching.trees import PARTICLE_GAP, inflected_parts
from tonelint.notation.patterns import Lemmas, PartOfSpeech

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tonelint.notation.patterns import Pattern
    from tonelint.words.tokens import Form, Sentence, Words


class Occurrence(NamedTuple):
    """A word class that stands at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    name: str


class _Tail(NamedTuple):
    """How a phrase goes on after its first two words, and how many words may stand between those."""

    name: str
    rest: tuple[frozenset[str], ...]
    gap: int


class LemmaIndex:
    """The entries of lemma classes by their first words.

    It finds what the automaton of a pattern ``<class>`` would find; a property test holds the two together.

    Args:
        classes: word classes by name; those entries that are no lemmas are left to patterns.
        forms_of: splits words as the text is split.
        inflected: gives the forms of a lemma.
    """

    def __init__(
        self,
        classes: Mapping[str, Iterable[Pattern]],
        forms_of: Callable[[str], tuple[Form, ...]],
        inflected: Callable[[str], tuple[str, ...]],
    ) -> None:
        single: defaultdict[str, set[str]] = defaultdict(set)
        tails: defaultdict[str, defaultdict[str, list[_Tail]]] = defaultdict(lambda: defaultdict(list))
        for name, patterns in classes.items():
            for lemmas in (leaf for pattern in patterns for leaf in pattern.body.items if isinstance(leaf, Lemmas)):
                gap = PARTICLE_GAP.most if lemmas.part is PartOfSpeech.VERBS else 0
                for first, *rest in inflected_parts(lemmas, forms_of, inflected):
                    tail = _Tail(name, tuple(rest[1:]), gap)
                    for word in first:
                        for second in rest[0] if rest else ():
                            tails[word][second].append(tail)
                    for word in first if not rest else ():
                        single[word].add(name)
        self._single = {word: tuple(sorted(names)) for word, names in single.items()}
        self._tails = dict(tails)

    def words(self) -> Iterator[str]:
        """All forms of single words."""
        yield from self._single

    def occurrences(self, words: Words, sentence: Sentence) -> Iterator[Occurrence]:
        """Where entries of lemma classes stand in a sentence."""
        for index in range(sentence.first, sentence.last):
            norm = words.norms[index]
            for name in self._single.get(norm, ()):
                yield Occurrence(index, index + 1, name)
            if norm in self._tails:
                yield from self._phrases_at(words, sentence, index)

    def _phrases_at(self, words: Words, sentence: Sentence, index: int) -> Iterator[Occurrence]:
        norms, opens = words.norms, words.clause_starts
        seconds = self._tails[norms[index]]
        for at in range(index + 1, min(index + 2 + PARTICLE_GAP.most, sentence.last)):
            if at > index + 1 and (opens[at - 1] or opens[at]):
                return  # a gap never leaves its clause
            for name, rest, gap in seconds.get(norms[at], ()):
                last = at + 1 + len(rest)
                if gap and opens[at]:
                    continue  # nor does an empty one
                if at - index - 1 <= gap and last <= sentence.last and all(map(contains, rest, norms[at + 1 : last])):
                    yield Occurrence(index, last, name)
