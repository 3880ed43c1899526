"""What may be a cue in a sentence: its words, how they begin and end, neighbours, word classes, longer patterns.

Each is told by its text in the notation of patterns, so that a sentence is a set of texts, and weighing it is look-up.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tonelint.notation.patterns import Beginning, Boundary, ClassRef, Ending, Lemmas, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tonelint.matching.determinised import Match
    from tonelint.matching.lemmas import LemmaIndex
    from tonelint.notation.patterns import Pattern
    from tonelint.words.tokens import Sentence, Words


class CueFinder:
    """Finds what may be a cue.

    Args:
        lemmas: the lemma classes of the language.
        beginnings: the lengths of beginnings of words that are wanted.
        endings: the lengths of endings that are wanted.
        pairs: whether pairs of neighbouring words are wanted.
    """

    def __init__(
        self, lemmas: LemmaIndex, *, beginnings: Iterable[int] = (), endings: Iterable[int] = (), pairs: bool = False
    ) -> None:
        self._lemmas = lemmas
        self._beginnings = tuple(sorted(set(beginnings)))
        self._endings = tuple(sorted(set(endings)))
        self._pairs = pairs

    @classmethod
    def for_cues(cls, cues: Iterable[Pattern], lemmas: LemmaIndex) -> CueFinder:
        """A finder of what these cues ask for."""
        shapes = [pattern.body.items for pattern in cues]
        leaves = [items[0] for items in shapes if len(items) == 1]
        return cls(
            lemmas,
            beginnings=(len(leaf.text) for leaf in leaves if isinstance(leaf, Beginning)),
            endings=(len(leaf.text) for leaf in leaves if isinstance(leaf, Ending)),
            pairs=any(len(items) == 2 and all(isinstance(item, Word) for item in items) for items in shapes),
        )

    def find(self, words: Words, sought: Mapping[str, Sequence[Match]]) -> tuple[frozenset[str], ...]:
        """The texts of what stands in each sentence.

        Args:
            words: the words of a passage.
            sought: what patterns match in them, by their texts.
        """
        found = [self._in_sentence(words, sentence) for sentence in words.sentences]
        firsts = [sentence.first for sentence in words.sentences]
        for text, matches in sought.items():
            for match in matches:
                found[bisect_right(firsts, match.first) - 1].add(text)
        return tuple(map(frozenset, found))

    def _in_sentence(self, words: Words, sentence: Sentence) -> set[str]:
        norms = words.norms[sentence.first : sentence.last]
        found = set(norms)
        for index, norm in enumerate(norms, sentence.first):
            if words.clause_starts[index]:
                found.add(f"^ {norm}")
            for length in self._beginnings:
                if len(norm) >= length:
                    found.add(f"{norm[:length]}~")
            for length in self._endings:
                if len(norm) >= length:
                    found.add(f"~{norm[-length:]}")
        if self._pairs:
            found.update(map(" ".join, zip(norms, norms[1:], strict=False)))
        found.update(f"<{name}>" for name in self._lemmas.classes_in(words, sentence))
        return found


def is_looked_up(pattern: Pattern, classes: Mapping[str, Sequence[Pattern]]) -> bool:
    """Whether a cue is found by look-up: all but classes given by patterns, and longer patterns."""
    match pattern.body.items:
        case (Word(exact=False),) | (Beginning(),) | (Ending(),):
            return True
        case (Word(exact=False), Word(exact=False)) | (Boundary(), Word(exact=False)):
            return True
        case (ClassRef(name),):
            return name in classes and is_of_lemmas(classes[name])
        case _:
            return False


def is_of_lemmas(entries: Iterable[Pattern]) -> bool:
    """Whether a word class is given by lemmas alone."""
    return all(isinstance(item, Lemmas) for entry in entries for item in entry.body.items)
