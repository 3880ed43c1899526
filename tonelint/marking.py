"""Replies with what was found in them, for reports that show replies whole."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tonelint.model import Mark, MarkedReply, Span
from tonelint.placing import as_written
from tonelint.reading.placeholder_kinds import BRANCH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tonelint.model import Finding
    from tonelint.reading import Prose
    from tonelint.textmap import MappedText


def marked_reply(text: MappedText, prose: Prose, placed: Sequence[tuple[Span, Finding]]) -> MarkedReply:
    """A reply as its reader sees it, with its findings.

    Args:
        text: the reply, mapped to ``prose.source``, with what the customer wrote in front where that is known.
        prose: what the reply was made of; only this part is shown.
        placed: the findings with their offsets in ``text``.
    """
    first = len(text.text) - len(prose.rendering.text.text)
    borders = {first, len(text.text)}
    borders.update(max(at, first) for span, _ in placed for at in span)
    borders.update(_around_branches(text.text, first))
    shown: dict[int, int] = {first: 0}  # where each border stands once placeholders are written out
    parts = []
    ending = ""  # the last character so far
    for start, end in pairwise(sorted(borders)):
        if text.text[start] == BRANCH:
            parts.append(_line_break(ending, text.text[end : end + 1]))
        else:
            parts.append(as_written(text, Span(start, end), prose.source))
        shown[end] = shown[start] + len(parts[-1])
        ending = parts[-1][-1:] or ending
    marks = [Mark(Span(shown[max(start, first)], shown[max(end, first)]), finding) for (start, end), finding in placed]
    line = prose.source.position(text.source_span(first, first + 1).start).line
    marks.sort(key=lambda mark: mark.span)
    return MarkedReply(prose.source.path, line, prose.location, "".join(parts), tuple(marks))


def _around_branches(text: str, first: int) -> Iterator[int]:
    """The offsets before and after each sign that parts the branches of a template, so that it is a part by itself."""
    at = text.find(BRANCH, first)
    while at >= 0:
        yield from (at, at + 1)
        at = text.find(BRANCH, at + 1)


def _line_break(before: str, after: str) -> str:
    """What is shown between branches: a new line begins, where none does anyway."""
    return "" if before in ("", "\n") or after in ("", "\n", BRANCH) else "\n"
