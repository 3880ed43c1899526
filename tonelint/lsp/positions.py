"""Places in the text of an editor, which counts lines from 0 and columns in the units that it has agreed upon."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import Position, PositionEncodingKind, Range, TextDocumentContentChangePartial

from tonelint.model import LINE_ENDING, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lsprotocol.types import TextDocumentContentChangeEvent


class _Unit(NamedTuple):
    """What an editor counts: pieces of so many bytes of a codec."""

    codec: str
    size: int


_UNITS = {
    PositionEncodingKind.Utf8: _Unit("utf-8", 1),
    PositionEncodingKind.Utf16: _Unit("utf-16-le", 2),
    PositionEncodingKind.Utf32: _Unit("utf-32-le", 4),
}


@dataclass(frozen=True, slots=True)
class Lines:
    """A text by its lines. Lines end as the protocol has it: in CR LF, LF or CR, and in no other character.

    Attributes:
        text: the text of the editor.
        encoding: what the editor counts columns in.
    """

    text: str
    encoding: PositionEncodingKind = PositionEncodingKind.Utf16
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(ending.end() for ending in LINE_ENDING.finditer(self.text)))
        object.__setattr__(self, "_starts", starts)

    def span(self, line: int) -> Span:
        """The offsets of a line, counted from 0, without its ending; of one after the last, the end of the text."""
        if line >= len(self._starts):
            return Span(len(self.text), len(self.text))
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def line_of(self, offset: int) -> int:
        """The line, from 0, in which an offset stands."""
        return bisect_right(self._starts, offset) - 1

    def position(self, offset: int) -> Position:
        """The place of an offset, as the editor counts."""
        line = self.line_of(offset)
        return Position(line, self._units(self._starts[line], offset))

    def range(self, span: Span) -> Range:
        """The place of a span, as the editor counts."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a place.

        A column after the end of a line is its end, and one inside a character the beginning of that.
        """
        start, end = self.span(position.line)
        offsets = range(start, end + 1)
        return start + bisect_right(offsets, position.character, key=lambda offset: self._units(start, offset)) - 1

    def offset_of(self, line: int, column: int) -> int:
        """The offset of a place that is counted as reports do: from 1, and in code points."""
        start, end = self.span(line - 1)
        return min(start + column - 1, end)

    def _units(self, start: int, end: int) -> int:
        unit = _UNITS[self.encoding]
        return len(self.text[start:end].encode(unit.codec, "surrogatepass")) // unit.size


def changed(text: str, changes: Iterable[TextDocumentContentChangeEvent], encoding: PositionEncodingKind) -> str:
    """A text after changes, each of which counts in what the ones before have left.

    Args:
        text: what the editor showed before.
        changes: new texts for parts of it, or for the whole.
        encoding: what the editor counts columns in.
    """
    for change in changes:
        if isinstance(change, TextDocumentContentChangePartial):
            lines = Lines(text, encoding)
            start, end = lines.offset(change.range.start), lines.offset(change.range.end)
            text = text[:start] + change.text + text[max(start, end) :]
        else:
            text = change.text
    return text
