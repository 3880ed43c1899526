"""Where clauses begin, decided from the tokens and where sentences begin.

A pure function over words and offsets; only conjunctions and punctuation are looked at closely.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tonelint.words.grammar import Grammar
    from tonelint.words.segmentation import Offsets

_PARENTHESES = {",": ",", "(": ")", "[": "]", "–": "–", "—": "—", "-": "-", "--": "--"}
_MARKS = frozenset(",;:()[]–—-/…") | {"--", "..", "..."}
_MARKS_WHEN_SPACED = frozenset("-–/([")  # elsewhere they join: on-time, mån–fre, du/ni, item(s)


def clause_starts(
    words: Sequence[str], tokens: Offsets, sentence_starts: Sequence[bool], grammar: Grammar
) -> list[bool]:
    """Whether each token begins a clause.

    A clause begins with a sentence, after clause punctuation, and at a conjunction; one that may also stand inside
    a clause (``och``, ``at``, ``that``) counts where a subject or a pronoun follows it. One or two words set off on
    both sides ("Vi kan, tyvärr, inte …") interrupt a clause without ending it.

    Args:
        words: the tokens, white space left out; lower-cased but for single letters.
        tokens: where they stand.
        sentence_starts: whether each begins a sentence.
        grammar: of their language.
    """
    starts = list(sentence_starts)
    signals = _signals(grammar)
    begun = 0  # where the clause at hand begins
    resumed = 0  # up to where an interruption has been passed over
    for i in [i for i, word in enumerate(words) if starts[i] or word in signals]:
        if starts[i] or _opens(words, i, grammar):
            starts[i] = True
            begun = i
        if words[i] not in _MARKS or i < resumed or i + 1 == len(words) or _joins(words, tokens, i):
            continue
        closing = _closing_of_interruption(words, begun, i, grammar)
        if closing and not any(starts[i + 1 : closing + 2]):
            resumed = closing + 1
        else:
            starts[i + 1] = True
    return starts


@cache
def _signals(grammar: Grammar) -> frozenset[str]:
    """The words and marks at which a clause may begin."""
    return _MARKS | grammar.subordinators | grammar.openers | grammar.linkers


def _opens(words: Sequence[str], i: int, grammar: Grammar) -> bool:
    """Whether word ``i`` is a conjunction that opens a clause here."""
    if words[i] in grammar.subordinators:
        return True
    following = words[i + 1] if i + 1 < len(words) else ""
    if words[i] in grammar.linkers:
        return following in grammar.pronouns
    return words[i] in grammar.openers and following in grammar.subjects


def _joins(words: Sequence[str], tokens: Offsets, i: int) -> bool:
    """Whether the mark ``i`` stands inside a word: on-time, mån–fre, du/ni, item(s)."""
    if words[i] == ")":
        return i > 0 and ("(" in words[i - 1][1:] or (i > 1 and words[i - 2] == "(" and _joins(words, tokens, i - 2)))
    if words[i] not in _MARKS_WHEN_SPACED or i in (0, len(words) - 1):
        return False
    return tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] == tokens.starts[i + 1]


def _closing_of_interruption(words: Sequence[str], begun: int, opening: int, grammar: Grammar) -> int:
    """The mark that closes an interruption of one or two words, 0 where it is none.

    A clause is interrupted only where it has begun ("Vi kan, …", not "Ja, …"), by what is no clause itself
    (", vi svarade,"), and only where it goes on: a long one before a new subject was over (", ring banken, de …").
    """
    before = opening - begun
    if words[opening] not in _PARENTHESES or not (before > 1 or (before and words[begun] in grammar.subjects)):
        return 0
    inside = next((n for n in (1, 2) if words[opening + n + 1 : opening + n + 2] == [_PARENTHESES[words[opening]]]), 0)
    following = opening + inside + 2
    if not inside or following >= len(words) or not all(map(_is_wordlike, words[opening + 1 : opening + inside + 1])):
        return 0
    clausal = _opens(words, opening + 1, grammar) or (inside == 2 and words[opening + 1] in grammar.subjects)
    over = _opens(words, following, grammar) or (
        before > 2 and words[following] in grammar.subjects | grammar.openers | grammar.linkers
    )
    return 0 if clausal or over else opening + inside + 1


def _is_wordlike(word: str) -> bool:
    return word[0].isalnum() or word[0] >= "\ue000"
