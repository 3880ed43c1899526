"""Which predicates hold of a word: its signature."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tonelint.model import ZoneKind
from tonelint.notation.patterns import Ending, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tonelint.matching.automata import Symbols
    from tonelint.notation.patterns import Pattern
    from tonelint.words.tokens import Sentence, Words

_SHAPE_OF_PLACEHOLDER = {"\ue000": "", "\ue001": "person-placeholder", "\ue002": "time-placeholder"}

Signature: TypeAlias = frozenset[int]
"""The numbers of the predicates that hold of a word."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of all word classes, whether or not a pattern uses them: what is in no class may be a name."""

    words: frozenset[str]
    endings: tuple[str, ...]

    @classmethod
    def of(cls, classes: Mapping[str, tuple[Pattern, ...]]) -> Lexicon:
        """The lexicon of the word classes of a language."""
        leaves = [leaf for entries in classes.values() for entry in entries for leaf in entry.leaves()]
        words = frozenset(leaf.text.casefold() for leaf in leaves if isinstance(leaf, Word))
        return cls(words, tuple(leaf.text for leaf in leaves if isinstance(leaf, Ending)))

    def holds(self, norm: str) -> bool:
        """Whether a word class names the word."""
        return norm in self.words or norm.endswith(self.endings)


class Signatures:
    """Tells signatures, and remembers them word by word."""

    def __init__(self, symbols: Symbols, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_norm: defaultdict[str, set[int]] = defaultdict(set)
        self._by_text: defaultdict[str, set[int]] = defaultdict(set)
        self._by_ending: defaultdict[str, set[int]] = defaultdict(set)
        self._by_shape: defaultdict[str, set[int]] = defaultdict(set)
        for predicate, number in symbols.predicates.items():
            for words, entries in (
                (predicate.norms, self._by_norm),
                (predicate.texts, self._by_text),
                (predicate.endings, self._by_ending),
                (predicate.shapes, self._by_shape),
            ):
                for word in words:
                    entries[word].add(number)
        self._ending_lengths = sorted({len(ending) for ending in self._by_ending})
        self._known: dict[tuple[str, str, bool], Signature] = {}

    def of(self, words: Words, sentence: Sentence) -> list[Signature]:
        """The signature of each word of a sentence."""
        first, last = sentence.first, sentence.last
        opens = sentence.zone is not ZoneKind.SIGN_OFF  # in a sign-off a name may open the line
        known = self._known
        signatures = []
        for text, norm in zip(words.texts[first:last], words.norms[first:last], strict=True):
            key = text, norm, opens
            if key not in known:
                known[key] = self._signature(*key)
            signatures.append(known[key])
            opens = False
        return signatures

    def _signature(self, text: str, norm: str, opens: bool) -> Signature:
        numbers = self._by_norm.get(norm, set()) | self._by_text.get(text, set())
        for length in self._ending_lengths:
            numbers |= self._by_ending.get(norm[-length:], set())
        for shape in self._shapes(text, norm, opens):
            numbers |= self._by_shape.get(shape, set())
        return frozenset(numbers)

    def _shapes(self, text: str, norm: str, opens: bool) -> Iterator[str]:
        placeholder = next((char for char in text if char in _SHAPE_OF_PLACEHOLDER), None)
        if placeholder:
            yield "placeholder"
            yield _SHAPE_OF_PLACEHOLDER[placeholder]
        elif any(char.isdigit() for char in norm):
            yield "number"
        elif not opens and text[0].isupper() and not text.isupper() and not self._lexicon.holds(norm):
            yield "name"
