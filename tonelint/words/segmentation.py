"""Where sentences begin, decided from the tokens, the white space between them and the line layout.

Pure functions over offsets, so that they can be read and tested without any pipeline. Only places at which a sentence
can end are looked at, so the cost follows the punctuation, not the words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import Enum, auto
from functools import cached_property
from itertools import islice, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import ZoneKind
from tonelint.words.grammar import EMOTICON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tonelint.model import Zone
    from tonelint.words.grammar import Grammar

HARD_END = "\u2029"
"""Ends a sentence wherever it stands: between the branches of a template, between table cells."""

_CLOSING_MARKS = frozenset("\"'”’»)]*_")
_OPENING_MARKS = "\"'“”„«»‘’([*_"

_POSSIBLE_END = re.compile(f"[.!?…:;=<\n{HARD_END}\u2600-\u27bf\U0001f000-\U0001faff]")
_PICTOGRAPH = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
_MODIFIER = re.compile("[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_BULLET = re.compile(r"(?:[-*•–+>#|]|[a-z]\))\s")
_NUMBERING = re.compile(r"\d{1,3}[.)]\s")
_NO_HARD_WRAP_BELOW = 45  # columns: nobody wraps prose tighter, so a shorter line was ended on purpose
_GREETING_WORDS = 5
_CLOSERS = 4  # how many closing quotes and brackets are looked through


class Offsets(NamedTuple):
    """Where tokens stand, as parallel columns, white space left out; the ends are exclusive."""

    starts: Sequence[int]
    ends: Sequence[int]


def sentence_starts(text: str, tokens: Offsets, zones: Sequence[Zone], grammar: Grammar) -> list[bool]:
    """Whether each token begins a sentence.

    Args:
        text: the reply's text; lines end in a line feed.
        tokens: where its tokens stand.
        zones: the zones that cover the text; no sentence crosses from one into the next.
        grammar: of the language the text is read in.
    """
    starts = [False] * len(tokens.starts)
    for offset in (0, *(zone.span.start for zone in zones)):
        first = bisect_left(tokens.starts, offset)
        if first < len(starts):
            starts[first] = True
    boundaries = _Boundaries(text, tokens, zones, grammar)
    judged = 0
    for end in _POSSIBLE_END.finditer(text):
        i = bisect_left(tokens.starts, end.end(), lo=judged)
        if i == judged:
            continue
        while i < len(starts) and boundaries.belongs_left(i):
            i += 1
        if i < len(starts) and not starts[i]:
            starts[i] = boundaries.is_start(i)
        judged = i
    return starts


class _Stop(Enum):
    """What stands before a possible boundary, by how surely it ends a sentence."""

    NONE = auto()
    BINDING = auto()  # an abbreviation that announces what follows
    CLOSING = auto()  # an abbreviation that may end a sentence
    PLAIN = auto()  # a full stop, an ellipsis, a pictograph
    STRONG = auto()  # a question or exclamation mark


class _Left(NamedTuple):
    """What stands before a possible boundary: its kind, and its last word, case-folded and without full stop."""

    stop: _Stop
    word: str


class _Boundaries:
    """A text with its tokens and layout, to be asked about places in it."""

    def __init__(self, text: str, tokens: Offsets, zones: Sequence[Zone], grammar: Grammar) -> None:
        self._text = text
        self._starts, self._ends = tokens
        self._zones = zones
        self._grammar = grammar

    def belongs_left(self, i: int) -> bool:
        """Whether token ``i`` is a final mark, an emoji's modifier, or a closing mark that hangs on the word before."""
        word = self._word(i)
        if not word.strip(".!?"):
            return "\n" not in self._text[self._ends[i - 1] : self._starts[i]]
        return bool(_MODIFIER.match(word)) or (word in _CLOSING_MARKS and self._ends[i - 1] == self._starts[i])

    def is_start(self, i: int) -> bool:
        """Whether token ``i``, the first after something that can end a sentence, begins one."""
        end, start = self._ends[i - 1], self._starts[i]
        between = self._text[end:start]
        if HARD_END in between or _BLANK_LINE.search(between):
            return True
        left = self._left(i)
        if "\n" not in between:
            return self._may_begin(i, left)
        return self._zone_kind(start) is ZoneKind.SIGN_OFF or self._line_begins_sentence(end, start, left)

    def _left(self, i: int) -> _Left:
        """Judge the tokens before token ``i``, looking through closing quotes and brackets."""
        last = i - 1
        while last > max(0, i - 1 - _CLOSERS) and self._word(last) in _CLOSING_MARKS:
            last -= 1
        word = self._word(last)
        if word[-1] in "!?":  # inside quotes it does not end the sentence around them: "Kan ni hjälpa?" undrar du
            return _Left(_Stop.STRONG if last == i - 1 else _Stop.PLAIN, word)
        if word[-1] not in ".…":
            pictured = _PICTOGRAPH.match(word) or EMOTICON.fullmatch(word) or _MODIFIER.match(word)
            return _Left(_Stop.PLAIN if pictured else _Stop.NONE, word.casefold())
        if word == "." and last and self._ends[last - 1] == self._starts[last]:
            word = self._word(last - 1)
        return self._abbreviation(word, i)

    def _abbreviation(self, word: str, i: int) -> _Left:
        """Judge a word with a full stop: abbreviation, initial, ordinal, or the end."""
        grammar, bare = self._grammar, word.rstrip(".…")
        folded = bare.casefold()
        following = self._word(i)
        initials = bare.isupper() and bare != "I" and all(len(letter) == 1 for letter in bare.split("."))
        if folded in grammar.binding or initials:
            return _Left(_Stop.BINDING, folded)
        if folded in grammar.closing:
            return _Left(_Stop.CLOSING, folded)
        ordinal = (
            bare.isdigit() and len(bare) <= 2 and (following[0].isdigit() or following.casefold() in grammar.months)
        )
        numbering = (
            bare.isdigit() and self._text[self._line_start(self._ends[i - 1]) : self._starts[i]].strip() == f"{bare}."
        )
        return _Left(_Stop.BINDING if ordinal or numbering else _Stop.PLAIN, folded)

    def _may_begin(self, i: int, left: _Left) -> bool:
        """Whether token ``i`` may begin a sentence on the same line as what stands before it."""
        start = self._starts[i]
        first = (self._text[start : start + 1 + _CLOSERS].lstrip(_OPENING_MARKS) or "(")[0]
        match left.stop:
            case _Stop.STRONG:
                return True
            case _Stop.PLAIN:
                return not first.islower() or self._is_chat
            case _Stop.CLOSING:
                return first.isupper() or (self._is_chat and first.isalpha())
            case _:
                return False

    def _line_begins_sentence(self, end: int, start: int, left: _Left) -> bool:
        """Whether the line break between the offsets ``end`` and ``start`` ends a sentence, or merely wraps it."""
        line_start = self._line_start(end)
        before = self._text[line_start:end]
        after = self._text[start : self._line_end(start)]
        lower = after[0].islower()
        if _BULLET.match(after) or left.stop in (_Stop.PLAIN, _Stop.STRONG):
            return True
        if left.stop is _Stop.BINDING:
            return False
        if left.word in self._grammar.dangling and not self._is_chat:
            return self._is_opening(after)
        if _NUMBERING.match(after) or before.endswith(":") or (left.stop is _Stop.CLOSING and not lower):
            return True
        block_start, width = self._block_at(line_start)
        if line_start == block_start and _is_greeting(before, self._grammar):
            return True
        if lower and (self._is_chat or left.stop is _Stop.CLOSING):
            return self._is_chat
        return not self._is_wrapped(before, after, width)

    def _is_wrapped(self, before: str, after: str, width: int) -> bool:
        """Whether a line goes on in the next one: it is a long one, and the next word had no room in it."""
        full = len(before) + 1 + len(after.split(maxsplit=1)[0]) > width
        long = len(before) >= _NO_HARD_WRAP_BELOW
        if after[0].islower():
            return full or long or before.endswith((",", "-", "–"))
        return full and long and not self._is_opening(after)

    def _is_opening(self, line: str) -> bool:
        """Whether a line begins with a function word whose capital says that a sentence begins."""
        first = line.split(maxsplit=1)[0].strip(_OPENING_MARKS + ",.:;!?)")
        word, grammar = first.casefold(), self._grammar
        known = any(
            word in words for words in (grammar.subjects, grammar.subordinators, grammar.openers, grammar.linkers)
        )
        return known and first[0].isupper() and word not in grammar.courteous

    def _word(self, i: int) -> str:
        return self._text[self._starts[i] : self._ends[i]]

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        end = self._text.find("\n", offset)
        return end if end >= 0 else len(self._text)

    def _zone_kind(self, offset: int) -> ZoneKind:
        i = bisect_right(self._zones, offset, key=lambda zone: zone.span.start) - 1
        return self._zones[i].kind if i >= 0 else ZoneKind.BODY

    def _block_at(self, offset: int) -> tuple[int, int]:
        """Where the block of lines around an offset begins, and how wide it is."""
        return self._blocks[bisect_right(self._blocks, offset, key=itemgetter(0)) - 1]

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        starts = [0, *(blank.end() for blank in _BLANK_LINE.finditer(self._text))]
        blocks = (self._text[start:end] for start, end in pairwise([*starts, len(self._text)]))
        return [
            (start, max(len(line.rstrip()) for line in block.split("\n")))
            for start, block in zip(starts, blocks, strict=True)
        ]

    @cached_property
    def _is_chat(self) -> bool:
        """Whether the reply is typed as chat, where a line break ends a sentence and capitals are no sign.

        It is where its first letter is small, that after a greeting without comma or exclamation mark too.
        """
        lines = (line.strip() for line in self._text.split("\n"))
        first, second = [*islice(filter(None, lines), 2), "", ""][:2]
        if first[-1:].isalnum() and _is_greeting(first, self._grammar):
            first = second
        return first[:1].islower()


def _is_greeting(line: str, grammar: Grammar) -> bool:
    """Whether a line is a greeting: few words, the first one of greeting, nothing but a comma at its end."""
    words = line.split()
    return 0 < len(words) <= _GREETING_WORDS and words[0].rstrip(",!").casefold() in grammar.greetings
