"""Directives in the comments of a text: which of them count, and the lines that they cover.

A comment is whatever is left out as one when the text is read: of HTML, and of every template language. It counts
unless it is a sample in code, or stands in words that somebody else wrote.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tonelint.directives import NOWHERE, Verb, read_directive
from tonelint.model import Span
from tonelint.reading.placeholder_kinds import STAND_INS
from tonelint.reading.template_tags import find_tags
from tonelint.spans import holding
from tonelint.textmap import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tonelint.directives import Directive
    from tonelint.reading.prose import Rendering
    from tonelint.textmap import MappedText

_OPENING = re.compile(
    r"""
    (?: (?P<html> <!-- )
      | \{\{~?+!(?:--)?+ | \{\{/\*                     # Handlebars, Mustache; Go
      | \{\# | \{%[-+~]?+\s*+\#                         # Jinja, Twig; Liquid
      | <%\#                                            # ERB, EJS
      | (?P<block> \{%[-+~]?+\s*+comment\b[^%]*+%\} )   # Liquid, Twig, Django
    )
    [-+~\s]*+ (?=[Tt]onelint)
    """,
    re.VERBOSE,
)
_CLOSING_SIGNS = "-+~*/ \t\n"  # what may stand in front of the last two signs of a comment
_VERBATIM = re.compile(r"\{%[-+~]?+\s*+(?P<end>end)?+(?:raw|verbatim)\b")
_LINE_BREAK = re.compile(r"\n")
_WORD = re.compile(rf"\w++|[{STAND_INS}]")
_MARK = "\uf8ff"  # stands in the place of a comment, to see what is read there


class _Comment(NamedTuple):
    """Where a comment stands, and what is written in it."""

    span: Span
    content: Span


def directives_in(
    text: MappedText, rendering: Rendering, read: Callable[[MappedText], Rendering]
) -> tuple[Directive, ...]:
    """The directives in the comments of a text, in order.

    Args:
        text: the text as it is written, normalised.
        rendering: how it is mostly read, without its comments.
        read: gives the same for any text of its kind.
    """
    comments = list(_comments(text.text))
    if not comments:
        return ()
    marked = read(text.replaced(Edit(*each.span, _MARK) for each in comments))
    lines = _Lines(text, rendering)
    directives = []
    for span, content in _said_by_company(text, comments, marked):
        if found := read_directive(text, span, content):
            directives.append(replace(found, covers=lines.covered(found.verb, span)))
    return tuple(directives)


def _comments(text: str) -> Iterator[_Comment]:
    """The comments that speak of tonelint."""
    verbatim = list(_VERBATIM.finditer(text))
    starts = [found.start() for found in verbatim]
    for start, end, _ in find_tags(text):
        opening = _OPENING.match(text, start, end)
        if not opening:
            continue
        before = bisect_left(starts, start) - 1
        if before >= 0 and not verbatim[before]["end"] and not opening["html"]:
            continue  # in such a block, template syntax is text
        content_end = text.rfind("{%", opening.end(), end) if opening["block"] else end - 2
        if content_end > opening.end():
            stripped = len(text[opening.end() : content_end].rstrip(_CLOSING_SIGNS))
            yield _Comment(Span(start, end), Span(opening.end(), opening.end() + stripped))


def _said_by_company(text: MappedText, comments: Iterable[_Comment], marked: Rendering) -> Iterator[_Comment]:
    """The comments that stand neither in code nor in lines that are quoted.

    Args:
        text: what they stand in.
        comments: all of them.
        marked: the text, read with a mark in the place of each comment.
    """
    quoted = set(_quoted_marks(marked.text))
    code = sorted(marked.code)
    for comment in comments:
        place = text.source_span(*comment.span).start
        if place not in quoted and not holding(code, place):
            yield comment


def _quoted_marks(marked: MappedText) -> Iterator[int]:
    """The source offsets of the marks in quoted lines."""
    start = 0
    for line in marked.text.split("\n"):
        at = line.find(_MARK) if line.lstrip().startswith(">") else -1
        while at >= 0:
            yield marked.source_span(start + at, start + at + 1).start
            at = line.find(_MARK, at + 1)
        start += len(line) + 1


class _Lines:
    """The lines of a text by the source offsets at which they begin, and on which of them words stand.

    What stands on a line is told by where it begins in the source: of a text in base64, nothing else is exact.

    Args:
        text: the text as it is written, normalised.
        rendering: how it is mostly read.
    """

    def __init__(self, text: MappedText, rendering: Rendering) -> None:
        self._offsets = [0, *(found.end() for found in _LINE_BREAK.finditer(text.text))]
        self._offsets = [offset for offset in self._offsets if offset < len(text.text)]
        self._starts = [text.source_span(offset, offset + 1).start for offset in self._offsets]
        self._starts.append(text.source_span(len(text.text) - 1, len(text.text)).end)
        words = rendering.text
        self._words = sorted(words.source_span(*found.span()).start for found in _WORD.finditer(words.text))

    def covered(self, verb: Verb | None, comment: Span) -> Span:
        """Where findings begin that a directive permits by itself.

        Args:
            verb: what the directive does.
            comment: the offsets of its comment in the text.

        Returns:
            Source offsets: of the comment's own lines where words stand on them, else of the next line with words; of
            the whole text where the directive asks for that.
        """
        if verb is Verb.FILE:
            return Span(self._starts[0], self._starts[-1])
        if verb is not Verb.LINE:
            return NOWHERE
        first = bisect_right(self._offsets, comment.start) - 1
        after = bisect_right(self._offsets, comment.end - 1)
        at = bisect_left(self._words, self._starts[first])
        if at == len(self._words):
            return NOWHERE
        if self._words[at] >= self._starts[after]:
            first = bisect_right(self._starts, self._words[at]) - 1
            after = first + 1
        return Span(self._starts[first], self._starts[after])
