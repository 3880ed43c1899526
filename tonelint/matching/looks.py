"""What a word looks like to a pattern: its form, its norm and its shapes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import ZoneKind
from tonelint.notation.patterns import Ending, Lemmas, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tonelint.notation.patterns import Pattern
    from tonelint.words.tokens import Words

MOST_WORDS = 1 << 14
"""How many words are remembered: a bound on memory, above what the texts of one company hold."""

_SHAPES_OF_PLACEHOLDERS = {
    "\ue000": ("placeholder",),
    "\ue001": ("placeholder", "person-placeholder"),
    "\ue002": ("placeholder", "time-placeholder"),
}


class Look(NamedTuple):
    """A word as it stands, its norm, and the built-in classes that it belongs to by its shape."""

    text: str
    norm: str
    shapes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of all word classes, whether or not a pattern uses them: what is in no class may be a name."""

    words: frozenset[str]
    endings: tuple[str, ...]

    @classmethod
    def of(
        cls,
        classes: Mapping[str, tuple[Pattern, ...]],
        inflected: Callable[[str], tuple[str, ...]] = lambda lemma: (lemma,),
    ) -> Lexicon:
        """The lexicon of the word classes of a language; of phrases of lemmas, only the first word is in it."""
        leaves = [leaf for entries in classes.values() for entry in entries for leaf in entry.leaves()]
        words = {leaf.text.casefold() for leaf in leaves if isinstance(leaf, Word)}
        for lemma in (entry.split()[0] for leaf in leaves if isinstance(leaf, Lemmas) for entry in leaf.entries):
            words.update(inflected(lemma))
        return cls(frozenset(words), tuple(leaf.text for leaf in leaves if isinstance(leaf, Ending)))

    def holds(self, norm: str) -> bool:
        """Whether a word class names the word."""
        return norm in self.words or norm.endswith(self.endings)


class Looks:
    """Tells the looks of words, and remembers them.

    Args:
        lexicon: which words are no names.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._look = lru_cache(maxsize=MOST_WORDS)(self._work_out)

    def of(self, words: Words) -> list[Look]:
        """The look of each word of a passage."""
        looks = []
        look = self._look
        for sentence in words.sentences:
            opens = sentence.zone is not ZoneKind.SIGN_OFF  # in a sign-off a name may open the line
            for index in range(sentence.first, sentence.last):
                looks.append(look(words.texts[index], words.norms[index], opens))
                opens = False
        return looks

    def _work_out(self, text: str, norm: str, opens: bool) -> Look:
        return Look(text.replace("’", "'"), norm, frozenset(self._shapes(text, norm, opens)))

    def _shapes(self, text: str, norm: str, opens: bool) -> Iterator[str]:
        placeholder = next((char for char in text if char in _SHAPES_OF_PLACEHOLDERS), None)
        if placeholder:
            yield from _SHAPES_OF_PLACEHOLDERS[placeholder]
        elif any(char.isdigit() for char in norm):
            yield "number"
        elif not opens and text[0].isupper() and not text.isupper() and not self._lexicon.holds(norm):
            yield "name"
