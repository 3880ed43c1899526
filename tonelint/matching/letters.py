"""Text typed without å, ä, ö, æ and ø: its words are read as those that the rules know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tonelint.words.tokens import Words

_LETTERS = frozenset("åäöæøé")
_FEWEST_WORDS = 12  # shorter texts may do without these letters by chance

# How the letters are typed on a keyboard that lacks them: without their marks, or as two letters.
_TYPED = (str.maketrans("åäöæøé", "aaoaoe"), str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "æ": "ae", "ø": "oe"}))


class Restorer:
    """Gives words typed without their letters back to themselves.

    Args:
        norms: the words that rules and word classes know.
    """

    def __init__(self, norms: Iterable[str]) -> None:
        self._known = frozenset(norms)
        self._meant: dict[str, str] = {}
        for norm in sorted(norm for norm in self._known if not _LETTERS.isdisjoint(norm)):
            for typed in _TYPED:
                self._meant.setdefault(norm.translate(typed), norm)

    def restored(self, words: Words) -> Words:
        """The words with the norms that they are meant to have; as they are, unless none has any of the letters."""
        if len(words.norms) < _FEWEST_WORDS or any(not _LETTERS.isdisjoint(norm) for norm in words.norms):
            return words
        norms = tuple(norm if norm in self._known else self._meant.get(norm, norm) for norm in words.norms)
        return replace(words, norms=norms)
