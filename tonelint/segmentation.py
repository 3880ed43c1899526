"""Where sentences and clauses begin, decided from the tokens, the white space between them and the line layout.

Pure functions over token texts and offsets, so that they can be read and tested without any pipeline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.model import ZoneKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tonelint.grammar import Grammar
    from tonelint.model import Span, Zone

HARD_END = "\u2029"
"""Ends a sentence wherever it stands: between the branches of a template, between table cells."""

CLAUSE_PUNCTUATION = frozenset(",;:()[]–—-/…") | {"--", "..."}
CLOSING_MARKS = frozenset("\"'”’»)]*_")
TERMINALS = frozenset({".", "!", "?", "…", "...", "..", "!!", "??", "?!", "!?", "!!!"})

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LIST_MARKER = re.compile(r"(?:[-*•–+>#|]|\d{1,3}[.)]|[a-z]\))\s")
_NO_HARD_WRAP_BELOW = 45  # columns: nobody wraps prose tighter, so a shorter line was ended on purpose


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: where it stands and how wide the block of lines around it is."""

    start: int
    end: int
    block_width: int
    chat: bool


def sentence_starts(text: str, tokens: Sequence[Span], zones: Sequence[Zone], grammar: Grammar) -> list[bool]:
    """Whether each token begins a sentence.

    Args:
        text: the reply's text; lines end in a line feed.
        tokens: the offsets of its tokens, in order, white space left out.
        zones: the zones that cover the text; no sentence crosses from one into the next.
        grammar: of the language the text is read in.
    """
    lines = _lines(text)
    zone_starts = {zone.span.start: zone.kind for zone in zones}
    starts = [True] * len(tokens)
    zone, line = ZoneKind.BODY, 0
    zone_edges = sorted(zone_starts)
    edge = 0
    for i, token in enumerate(tokens):
        crossed = False
        while edge < len(zone_edges) and zone_edges[edge] <= token.start:
            zone, crossed, edge = zone_starts[zone_edges[edge]], True, edge + 1
        previous_line = line
        while line + 1 < len(lines) and lines[line + 1].start <= token.start:
            line += 1
        if i == 0 or crossed:
            continue
        between = text[tokens[i - 1].end : token.start]
        if HARD_END in between or _BLANK_LINE.search(between):
            continue
        left = _sentence_left(text, tokens, i, grammar)
        if line != previous_line:
            starts[i] = zone is ZoneKind.SIGN_OFF or _line_ends_sentence(
                text, lines, previous_line, line, left, grammar
            )
        else:
            starts[i] = left.ends and _may_begin(text[token.start], left, lines[line].chat)
    return starts


def clause_starts(words: Sequence[str], sentence_starts: Sequence[bool], grammar: Grammar) -> list[bool]:
    """Whether each token begins a clause.

    A clause begins with a sentence, after clause punctuation, and at a conjunction; one that may also stand inside
    a clause (``och``, ``at``, ``that``) counts where a subject follows it.

    Args:
        words: the tokens, lower-cased.
        sentence_starts: whether each begins a sentence.
        grammar: of their language.
    """
    starts = list(sentence_starts)
    for i, word in enumerate(words):
        opens = word in grammar.openers and i + 1 < len(words) and words[i + 1] in grammar.subjects
        starts[i] |= opens or word in grammar.subordinators or (i > 0 and words[i - 1] in CLAUSE_PUNCTUATION)
    return starts


@dataclass(frozen=True, slots=True)
class _Left:
    """What stands before a possible sentence boundary: whether it can end a sentence, and how surely."""

    ends: bool
    surely: bool
    word: str


def _sentence_left(text: str, tokens: Sequence[Span], i: int, grammar: Grammar) -> _Left:
    """Judge the tokens before token ``i``, looking through closing quotes and brackets."""
    last = i - 1
    while last > 0 and text[tokens[last].start : tokens[last].end] in CLOSING_MARKS:
        last -= 1
    token = text[tokens[last].start : tokens[last].end]
    if token in TERMINALS and token != ".":
        return _Left(ends=True, surely=token not in {"…", "...", ".."}, word=token)
    if token != "." and not token.endswith("."):
        return _Left(ends=_is_pictograph(token), surely=False, word=token.casefold())
    word = token[:-1] or text[tokens[last - 1].start : tokens[last - 1].end] if last or token[:-1] else ""
    word = word.casefold().rstrip(".")
    glued = token == "." and last > 0 and tokens[last - 1].end != tokens[last].start
    if not glued and (word in grammar.binding or (len(word) == 1 and word.isalpha())):
        return _Left(ends=False, surely=False, word=word)
    return _Left(ends=True, surely=False, word=word)


def _may_begin(first: str, left: _Left, chat: bool) -> bool:
    """Whether a sentence may begin with this character on the same line as ``left``."""
    return left.surely or chat or not first.islower()


def _line_ends_sentence(
    text: str, lines: Sequence[Line], previous: int, current: int, left: _Left, grammar: Grammar
) -> bool:
    """Whether the line break between two lines with words ends a sentence, or merely wraps it."""
    line, following = lines[previous], lines[current]
    after = text[following.start : following.end].lstrip()
    if left.ends or text[line.start : line.end].rstrip().endswith(":") or _LIST_MARKER.match(after):
        return True
    if left.word in grammar.dangling:
        return False
    before = text[line.start : line.end].rstrip()
    first_word = after.split(maxsplit=1)[0]
    wrapped = len(before) + 1 + len(first_word) > line.block_width
    if after[0].islower():
        return line.chat or not (wrapped or before.endswith((",", "-", "–")))
    return not (wrapped and len(before) >= _NO_HARD_WRAP_BELOW)


def _lines(text: str) -> list[Line]:
    """The lines of a text, each with the width of its block and whether the reply is typed as chat.

    A reply whose first line begins with a small letter is typed as chat: there a line break ends a sentence.
    """
    chat = text.lstrip()[:1].islower()
    lines: list[Line] = []
    block: list[tuple[int, int]] = []
    start = 0
    for raw in [*text.split("\n"), ""]:
        end = start + len(raw)
        if raw.strip():
            block.append((start, end))
        if not raw.strip() or end >= len(text):
            width = max((stop - begin for begin, stop in block), default=0)
            lines += [Line(begin, stop, width, chat) for begin, stop in block]
            block = []
        start = end + 1
    return lines


def _is_pictograph(token: str) -> bool:
    return token[:1] > "\u2190" and not token[:1].isalnum() and not "\ue000" <= token[:1] <= "\uf8ff"
