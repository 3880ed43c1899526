"""CSV and TSV as records whose cells know where they stand, which the standard library does not tell.

The grammar is that of ``csv.reader`` with its defaults: a cell that begins with a double quote runs to the next quote
that is not doubled, line breaks and all; anywhere else a quote is a character like others. Unlike there, a quote that
is never closed is an error: it would swallow the rest of the file.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Position, Source, Span
from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST_RECORD = 4 * 2**20
"""The most characters that are held while the end of a quoted cell is looked for."""

_DELIMITERS = "\t;|,"
"""In the order of preference where a heading row can be read by several: the rarest in prose first."""

_LONGEST_HEADING = 2**16
_DELIMITER_OF_SUFFIX = {".tsv": "\t", ".tab": "\t"}
_DELIMITER_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?[,;\t|]*+[\r\n]*+', re.IGNORECASE)
_QUOTED = re.compile(r'(?:[^"]++|"")*+')
_DOUBLED = re.compile(r'""')


class UnclosedQuoteError(ValueError):
    """A quote that opens a cell and is never closed, or not within ``LARGEST_RECORD``.

    Attributes:
        position: where it stands.
        first_line: the first line of its row.
        cells: how many cells of the row begin up to there.
    """

    def __init__(self, position: Position, first_line: str, cells: int) -> None:
        super().__init__("a quotation mark that is never closed")
        self.position = position
        self.first_line = first_line
        self.cells = cells


class Record(NamedTuple):
    """One row of a table.

    Attributes:
        source: the lines that it stands on.
        cells: where its cells stand in these, quotes included.
    """

    source: Source
    cells: tuple[Span, ...]

    def text(self, cell: Span) -> str:
        """What a cell says, without quotes."""
        written = self.source.text[slice(*cell)]
        if not written.startswith('"'):
            return written
        end = _quoted_end(written)
        return written[1:end].replace('""', '"') + written[end + 1 :]

    def mapped(self, cell: Span) -> MappedText:
        """What a cell says, with the place of each character in ``source``."""
        written = MappedText.of(self.source.text).cut(*cell)
        return written.replaced(_edits(written.text))


def read_records(lines: Iterable[Source], delimiter: str) -> Iterator[Record]:
    """The rows of a table, one by one; empty lines are left out.

    Args:
        lines: of the file, each with its line ending.
        delimiter: the character between cells.

    Raises:
        UnclosedQuoteError: the end of a quoted cell was not found.
    """
    held: list[Source] = []
    scan = _Scan(delimiter)
    for line in lines:
        if not held and not line.text.rstrip("\r\n"):
            continue
        held.append(line)
        if scan.ends_with(line):
            yield Record(_joined(held), tuple(scan.cells))
            held, scan = [], _Scan(delimiter)
        elif scan.length > LARGEST_RECORD:
            break
    if held:
        raise UnclosedQuoteError(scan.opened_at, held[0].text, len(scan.cells) + 1)


def delimited(path: str, lines: Iterator[Source]) -> tuple[str, Iterator[Source]]:
    """What stands between the cells of a table, and its lines.

    Excel's first line ``sep=;`` decides and is no row; then the suffix of the file; then whichever of the common
    delimiters cuts the first row into the most cells.

    Args:
        path: the file.
        lines: of the file, each with its line ending; taken over.
    """
    held = _to_end_of_quotes(lines)
    if held and (named := _DELIMITER_LINE.fullmatch(held[0].text)):
        return named[1], chain(held[1:], lines)
    by_suffix = _DELIMITER_OF_SUFFIX.get(PurePath(path).suffix.lower())
    best = by_suffix or max(_DELIMITERS, key=lambda delimiter: _count_cells(held, delimiter))
    return best, chain(held, lines)


def _to_end_of_quotes(lines: Iterator[Source]) -> list[Source]:
    """The lines on which a heading row must end: until something has been read and every quote has its partner."""
    held: list[Source] = []
    quotes = length = 0
    for line in lines:
        held.append(line)
        quotes += line.text.count('"')
        length += len(line.text)
        if (line.text.strip() and quotes % 2 == 0) or length > _LONGEST_HEADING:
            break
    return held


def _count_cells(lines: list[Source], delimiter: str) -> int:
    try:
        return next((len(record.cells) for record in read_records(lines, delimiter)), 0)
    except UnclosedQuoteError as error:
        return error.cells


class _Scan:
    """Finds the cells of one record, line by line, each character once.

    Attributes:
        cells: the cells that have ended.
        length: how many characters have been seen.
        opened_at: where the last quoted cell began.
    """

    def __init__(self, delimiter: str) -> None:
        self.cells: list[Span] = []
        self.length = 0
        self.opened_at = Position(0, 0)
        self._unquoted = _unquoted(delimiter)
        self._cell_start = 0
        self._is_open = False

    def ends_with(self, line: Source) -> bool:
        """Take in the next line; whether the record ends with it."""
        text, before, at = line.text, self.length, 0
        self.length += len(text)
        while True:
            if not self._is_open and text.startswith('"', at):
                self._is_open = True
                self.opened_at = Position(line.first_line, at + 1)
                at += 1
            if self._is_open:
                at = _after(_QUOTED, text, at)
                if at == len(text):
                    return False
                self._is_open = False
                at += 1
            at = _after(self._unquoted, text, at)
            self.cells.append(Span(self._cell_start, before + at))
            if at == len(text) or text[at] in "\r\n":
                return True
            at += 1
            self._cell_start = before + at


@lru_cache(maxsize=16)
def _unquoted(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf"[^\r\n{re.escape(delimiter)}]*+")


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a pattern that always matches ends."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _joined(lines: list[Source]) -> Source:
    if len(lines) == 1:
        return lines[0]
    return Source(lines[0].path, "".join(line.text for line in lines), first_line=lines[0].first_line)


def _quoted_end(written: str) -> int:
    """Where the quote stands that closes a quoted cell."""
    return _after(_QUOTED, written, 1)


def _edits(written: str) -> Iterator[Edit]:
    """What leaves of a cell as it is written what it says."""
    if written.startswith('"'):
        end = _quoted_end(written)
        yield Edit(0, 1, "")
        for doubled in _DOUBLED.finditer(written, 1, end):
            yield Edit(*doubled.span(), '"')
        yield Edit(end, end + 1, "")
