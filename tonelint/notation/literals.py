"""The literal words of patterns: what can be a word of a reply, and how it is compared."""

from __future__ import annotations

import re
import unicodedata

from tonelint.notation.patterns import Beginning, Ending, NotationError, Word
from tonelint.words.grammar import SPOKEN_MARKS

SHORTEST_BEGINNING = 4
"""Fewer letters begin too many words that have nothing in common."""

_NEVER_IN_A_WORD = (
    (re.compile(r"\.\.+"), "{} is not a gap; a gap is written …"),
    (re.compile(r"(?<=.)[~=]"), "{} stands only right before a word"),
    (
        re.compile(r"[^\w\u0300-\u036f'’./&+@:?!%~=-]|^[./@:](?=.)|(?<=.)[/@:]$"),
        "{} is never part of a word of a reply; leave it out, neighbours match across it",
    ),
    (re.compile(r"[?!%](?=[^\W_])"), "{} is a word by itself; put a space after it"),
)
_AFTER_PREFIX = {  # what may follow ~ and =: an ending ends in a letter or digit, as the norms of words do
    "~": re.compile(r"[^\W_](?:[\w\u0300-\u036f'’./&-]*[\w\u0300-\u036f])?"),
    "=": re.compile(r"[^\W_][\w\u0300-\u036f'’./&-]*"),
}


def literal(word: str, column: int) -> Word | Ending | Beginning:
    """The value of a literal word, ``~ending``, ``begin~`` or ``=Exact`` word.

    Args:
        word: as the pattern writes it, without white space or brackets.
        column: where it stands in the pattern (1-based).

    Raises:
        NotationError: where no word of a reply can look so.
    """
    if word.isalpha():  # as nearly all are; told first because there are thousands
        return Word(_folded(word))
    if word.endswith("~") and len(word) > 1:
        return _beginning(word[:-1], column)
    for never, message in _NEVER_IN_A_WORD:
        if found := never.search(word):
            raise NotationError(message.format(shown(found[0])), column + found.start())
    if word[0] in _AFTER_PREFIX:
        rest = unicodedata.normalize("NFC", word[1:])
        if not _AFTER_PREFIX[word[0]].fullmatch(rest) or not any(map(str.isalpha, rest)):
            raise NotationError(f'"{word[0]}" needs a word of letters right after it', column)
        return Word(rest.replace("’", "'"), exact=True) if word[0] == "=" else Ending(_folded(rest))
    if not any(map(str.isalnum, word)) and not SPOKEN_MARKS.issuperset(word):
        marks = " ".join(sorted(SPOKEN_MARKS))
        raise NotationError(f"{shown(word)} is never a word of a reply; of signs only {marks} are", column)
    return Word(_folded(word))


def _beginning(word: str, column: int) -> Beginning:
    if not word.isalpha() or len(word) < SHORTEST_BEGINNING:
        raise NotationError(f'"~" needs at least {SHORTEST_BEGINNING} letters before it, and nothing else', column)
    return Beginning(_folded(word))


def shown(sign: str) -> str:
    """A sign in quotation marks, and by its name where it cannot be seen."""
    if len(sign) == 1 and unicodedata.category(sign)[0] in "CZM":
        return f"U+{ord(sign):04X} ({unicodedata.name(sign, 'a sign without name')})"
    return f'"{sign}"'


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'")
