"""Replies with what was found in them, for reports that show replies whole."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tonelint.model import Mark, MarkedReply, Span
from tonelint.placing import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    borders = sorted(
        {first, len(text.text), *(min(max(at, first), len(text.text)) for span, _ in placed for at in span)}
    )
    shown: dict[int, int] = {first: 0}  # where each border stands once placeholders are written out
    parts = []
    for start, end in pairwise(borders):
        parts.append(as_written(text, Span(start, end), prose.source))
        shown[end] = shown[start] + len(parts[-1])
    marks = [Mark(Span(shown[max(start, first)], shown[max(end, first)]), finding) for (start, end), finding in placed]
    line = prose.source.position(text.source_span(first, first + 1).start).line
    marks.sort(key=lambda mark: mark.span)
    return MarkedReply(prose.source.path, line, prose.location, "".join(parts), tuple(marks))
