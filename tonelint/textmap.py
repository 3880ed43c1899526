"""Text that remembers where each of its characters came from.

A reader turns a source into the text that a human would read by a chain of edits: line endings, combining letters,
placeholders, markup, entities. Every edit keeps the places, so positions are carried, never searched for again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Piece(NamedTuple):
    """A run of text and the run of source that it stands for, both as half-open offsets.

    In a copy each character stands for one character; otherwise each stands for the whole run of source.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    is_copy: bool


class Edit(NamedTuple):
    """The replacement of ``start:end`` of a text by ``new``; an empty ``new`` drops it."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text and the pieces that say which source offsets its characters stand for.

    The pieces stand in order, do not overlap, and cover the text.
    """

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, source: str) -> MappedText:
        """The source itself, every character standing for itself."""
        length = len(source)
        return cls(source, (Piece(0, length, 0, length, is_copy=True),) if length else ())

    @classmethod
    def joined(cls, parts: Iterable[MappedText]) -> MappedText:
        """Texts one after the other; their sources are one and the same."""
        texts: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for part in parts:
            texts.append(part.text)
            pieces += (piece._replace(start=piece.start + length, end=piece.end + length) for piece in part.pieces)
            length += len(part.text)
        return cls("".join(texts), tuple(pieces))

    @classmethod
    def standing_for(cls, text: str, source: Span) -> MappedText:
        """A text each of whose characters stands for the whole of some source."""
        return cls(text, (Piece(0, len(text), *source, is_copy=False),) if text else ())

    def cut(self, start: int, end: int) -> MappedText:
        """``text[start:end]``, with the same places."""
        return MappedText(self.text[start:end], tuple(self._cut(start, end, 0)))

    def source_span(self, start: int, end: int) -> Span:
        """The source offsets that ``text[start:end]`` stands for; ``start < end``."""
        first = self._piece_at(start)
        last = self._piece_at(end - 1)
        source_start = first.source_start + (start - first.start if first.is_copy else 0)
        source_end = last.source_start + (end - last.start) if last.is_copy else last.source_end
        return Span(source_start, source_end)

    def replaced(self, edits: Iterable[Edit]) -> MappedText:
        """This text with the edits made.

        Args:
            edits: in order and not overlapping, each of a non-empty range of ``text``.
        """
        texts: list[str] = []
        pieces: list[Piece] = []
        length = done = 0
        for edit in edits:
            kept = self._cut(done, edit.start, length)
            pieces += kept
            texts += (self.text[done : edit.start], edit.new)
            length += edit.start - done
            if edit.new:
                source = self.source_span(edit.start, edit.end)
                # As many characters as before, each of them still one of the source: they are changed one by one.
                is_copy = len(edit.new) == edit.end - edit.start == source.end - source.start
                pieces.append(Piece(length, length + len(edit.new), *source, is_copy))
                length += len(edit.new)
            done = edit.end
        if not texts:
            return self
        pieces += self._cut(done, len(self.text), length)
        return MappedText("".join(texts) + self.text[done:], tuple(pieces))

    def _piece_at(self, offset: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1]

    def _cut(self, start: int, end: int, at: int) -> list[Piece]:
        """The pieces of ``text[start:end]``, moved so that they begin at ``at``."""
        if start >= end:
            return []
        cut = []
        shift = at - start
        first = bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1
        for index in range(first, len(self.pieces)):
            piece = self.pieces[index]
            if piece.start >= end:
                break
            low, high = max(start, piece.start), min(end, piece.end)
            # Told from the piece itself: looking it up again would make long texts slow.
            skipped, left = (low - piece.start, piece.end - high) if piece.is_copy else (0, 0)
            source = (piece.source_start + skipped, piece.source_end - left)
            cut.append(Piece(low + shift, high + shift, *source, piece.is_copy))
        return cut


def encodable(text: str) -> str:
    """A text with a replacement for each lone surrogate, which stands for a byte that is no text."""
    return _LONE_SURROGATE.sub("\ufffd", text)
