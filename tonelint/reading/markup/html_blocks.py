"""Blocks of HTML within other markup."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tonelint.model import Span
from tonelint.reading.markup.html import read_html
from tonelint.reading.prose import Declared
from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from collections.abc import Sequence


def with_html(
    text: MappedText, edits: Sequence[Edit], blocks: Sequence[Span]
) -> tuple[MappedText, tuple[Declared, ...]]:
    """A text with its blocks of HTML read and all else edited.

    Args:
        text: the text.
        edits: the edits of what stands around the blocks, in order, not overlapping.
        blocks: where HTML stands, in order, not overlapping.

    Returns:
        The text, and the languages that the HTML declares for its parts.
    """
    texts: list[MappedText] = []
    parts: list[Declared] = []
    starts = [edit.start for edit in edits]
    done = length = 0
    for block in blocks:
        texts.append(
            _edited(text, edits[bisect_left(starts, done) : bisect_left(starts, block.start)], done, block.start)
        )
        length += len(texts[-1].text)
        rendering = read_html(text.cut(*block))
        texts.append(rendering.text)
        parts += (Declared(Span(start + length, end + length), language) for (start, end), language in rendering.parts)
        length += len(rendering.text.text)
        done = block.end
    texts.append(_edited(text, edits[bisect_left(starts, done) :], done, len(text.text)))
    return MappedText.joined(texts), tuple(parts)


def _edited(text: MappedText, edits: Sequence[Edit], start: int, end: int) -> MappedText:
    """A part of the text with those edits made that lie in it."""
    return text.cut(start, end).replaced(Edit(edit.start - start, edit.end - start, edit.new) for edit in edits)
