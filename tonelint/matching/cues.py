"""What may be a cue in a sentence: its words, how they begin and end, word classes, pairs of them, longer patterns.

Each is told by its text in the notation of patterns, so that a sentence is a set of texts, and weighing it is look-up.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from tonelint.matching.lemmas import Occurrence
from tonelint.notation.parser import WIDEST_GAP
from tonelint.notation.patterns import Beginning, Boundary, Choice, ClassRef, Ending, Gap, Lemmas, Sequence, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tonelint.matching.determinised import Match
    from tonelint.matching.lemmas import LemmaIndex
    from tonelint.notation.patterns import Pattern
    from tonelint.words.tokens import Form, Sentence, Words


class CueFinder:
    """Finds what may be a cue.

    Args:
        lemmas: the lemma classes of the language.
        beginnings: the lengths of beginnings of words that are wanted.
        endings: the lengths of endings that are wanted.
        neighbours: whether pairs of neighbouring words are wanted.
        leading: the classes of which pairs with another class in the clause are wanted.
        wanted: which of those pairs.
    """

    def __init__(
        self,
        lemmas: LemmaIndex,
        *,
        beginnings: Iterable[int] = (),
        endings: Iterable[int] = (),
        neighbours: bool = False,
        leading: frozenset[str] = frozenset(),
        wanted: Callable[[tuple[str, str]], bool] = lambda _: True,
    ) -> None:
        self._lemmas = lemmas
        self._beginnings = tuple(sorted(set(beginnings)))
        self._endings = tuple(sorted(set(endings)))
        self._neighbours = neighbours
        self._leading = leading
        self._wanted = wanted

    @classmethod
    def for_cues(cls, cues: Iterable[Pattern], lemmas: LemmaIndex) -> CueFinder:
        """A finder of what these cues ask for."""
        patterns = list(cues)
        shapes = [pattern.body.items for pattern in patterns]
        leaves = [items[0] for items in shapes if len(items) == 1]
        pairs = {pair for pattern in patterns if (pair := class_pair(pattern))}
        return cls(
            lemmas,
            beginnings=(len(leaf.text) for leaf in leaves if isinstance(leaf, Beginning)),
            endings=(len(leaf.text) for leaf in leaves if isinstance(leaf, Ending)),
            neighbours=any(len(items) == 2 and all(isinstance(item, Word) for item in items) for items in shapes),
            leading=frozenset(first for first, _ in pairs),
            wanted=pairs.__contains__,
        )

    def find(self, words: Words, sought: Mapping[str, Iterable[Match]]) -> tuple[frozenset[str], ...]:
        """The texts of what stands in each sentence.

        Args:
            words: the words of a passage.
            sought: what patterns match in them, by their texts.
        """
        firsts = [sentence.first for sentence in words.sentences]
        found: list[set[str]] = [set() for _ in firsts]
        occurrences: list[list[Occurrence]] = [[] for _ in firsts]
        for text, matches in sought.items():
            for match in matches:
                number = bisect_right(firsts, match.first) - 1
                found[number].add(text)
                if text[0] == "<" and text.find(">") == len(text) - 1:
                    occurrences[number].append(Occurrence(*match, text[1:-1]))
        for number, sentence in enumerate(words.sentences):
            occurrences[number] += self._lemmas.occurrences(words, sentence)
            found[number].update(self._of_words(words, sentence))
            found[number].update(f"<{occurrence.name}>" for occurrence in occurrences[number])
            found[number].update(self._pairs(words, occurrences[number]))
        return tuple(map(frozenset, found))

    def _of_words(self, words: Words, sentence: Sentence) -> Iterator[str]:
        norms = words.norms[sentence.first : sentence.last]
        yield from norms
        for index, norm in enumerate(norms, sentence.first):
            if words.clause_starts[index]:
                yield f"^ {norm}"
            for length in self._beginnings:
                if len(norm) >= length:
                    yield f"{norm[:length]}~"
            for length in self._endings:
                if len(norm) >= length:
                    yield f"~{norm[-length:]}"
        if self._neighbours:
            yield from map(" ".join, pairwise(norms))

    def _pairs(self, words: Words, occurrences: Iterable[Occurrence]) -> Iterator[str]:
        """Pairs of classes that stand apart in one clause, in any order."""
        by_clause: dict[int, list[Occurrence]] = {}
        clause = 0
        for occurrence in sorted(occurrences):
            clause = next((i for i in range(occurrence.first, clause, -1) if words.clause_starts[i]), clause)
            by_clause.setdefault(clause, []).append(occurrence)
        for together in by_clause.values():
            for leader in (occurrence for occurrence in together if occurrence.name in self._leading):
                for other in together:
                    apart = max(leader.first, other.first) - min(leader.last, other.last)
                    pair = leader.name, other.name
                    if 0 <= apart <= WIDEST_GAP and leader.name != other.name and self._wanted(pair):
                        yield pair_text(*pair)


def pair_text(first: str, second: str) -> str:
    """The pattern of a pair of classes in any order within a clause."""
    return f"{{<{first}> …{WIDEST_GAP} <{second}>}}"


def class_pair(pattern: Pattern) -> tuple[str, str] | None:
    """The names of the classes, where a cue is a pair of two classes in any order within a clause."""
    match pattern.body.items:
        case (Choice((Sequence((ClassRef(first), Gap(gap), ClassRef(second))), *_)),) if (
            gap == WIDEST_GAP and first != second
        ):
            return (first, second) if pattern.text == pair_text(first, second) else None
        case _:
            return None


def to_match(
    pattern: Pattern, classes: Mapping[str, Iterable[Pattern]], forms_of: Callable[[str], tuple[Form, ...]]
) -> Iterator[str]:
    """The texts of the patterns that must be matched for a cue to be found; none where look-up finds it."""
    plain = pattern.text.removeprefix("^ ").strip("~")
    match pattern.body.items:
        case (Word(exact=False) | Beginning() | Ending(),) | (Word(exact=False) | Boundary(), Word(exact=False)) if (
            " ".join(form.norm for form in forms_of(plain)) == plain  # else no sentence tells it by this text
        ):
            return
        case (ClassRef(name),):
            names: tuple[str, ...] = (name,)
        case _:
            names = class_pair(pattern) or ()
            if not names:
                yield pattern.text
    yield from (f"<{name}>" for name in names if name not in classes or not is_of_lemmas(classes[name]))


def is_of_lemmas(entries: Iterable[Pattern]) -> bool:
    """Whether a word class is given by lemmas alone."""
    return all(isinstance(item, Lemmas) for entry in entries for item in entry.body.items)
