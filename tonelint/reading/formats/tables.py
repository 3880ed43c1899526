"""CSV and TSV, row by row: replies in the columns that a team, a helpdesk or the headings say to hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tonelint.data.nodes import Kind, Node, Value
from tonelint.errors import Fault, ReadError
from tonelint.model import Span
from tonelint.reading.field_paths import PathError, compile_path
from tonelint.reading.fields import Beside, fields_of, listed
from tonelint.reading.formats.csv_records import UnclosedQuoteError, delimited, read_records
from tonelint.reading.formats.headings import Columns, ReplyColumn, known_columns, speaks_of_replies
from tonelint.reading.formats.parts import FewFaults, proses
from tonelint.reading.helpdesks import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.reading.document import Document, Fields, ReadOptions
    from tonelint.reading.formats.csv_records import Record
    from tonelint.reading.helpdesks.shapes import Shape, Text
    from tonelint.reading.prose import Prose

_ROWS_TO_ASK = 100
"""How many rows helpdesks are asked about in vain; they go by the headings, which all rows have in common."""

_PLAIN_KEY = re.compile(r"[a-z]\w*+")
_BETWEEN_WORDS = re.compile(r"[\W_]++")
_UNCLOSED = (
    'a quotation mark (") opens a cell here and is never closed, so that nothing below can be read; close it, and write'
    " one that belongs to the text twice"
)


def read_table(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    """The replies in a table whose first row holds headings; one row is held at a time."""
    fields = fields_of(document.path, options)
    delimiter, lines = delimited(document.path, document.lines())
    table: _Table | None = None
    unclosed: Fault | None = None
    try:
        for record in read_records(lines, delimiter):
            if table:
                yield from table.read(record)
            elif not _is_blank(record):
                table = _Table(document.path, delimiter, _headings(record))
                yield from table.choose_columns(fields, record)
            if table and not (table.columns or table.asks_helpdesks):
                return
    except UnclosedQuoteError as error:
        if table.is_for_us if table else (fields or speaks_of_replies(error.first_line)):
            unclosed = Fault(document.path, _UNCLOSED, *error.position)
    if table:
        yield from table.wrong_rows.told(document.path, "rows have more or fewer cells than the first")
    if unclosed:
        raise ReadError(unclosed)


@dataclass(slots=True)
class _Table:
    """A table while it is read.

    Attributes:
        headings: the texts of the first row, without empty ones at its end.
        columns: what its columns hold, where the team or the headings tell it.
        asks_helpdesks: whether helpdesks may know its rows.
        shape: the shape of a helpdesk that the last known row was of, or None.
        rows: how many rows have been read.
        wrong_rows: those with more or fewer cells than headings.
    """

    path: str
    delimiter: str
    headings: list[str]
    columns: Columns | None = None
    asks_helpdesks: bool = True
    shape: Shape | None = None
    rows: int = 0
    wrong_rows: FewFaults = field(default_factory=FewFaults)

    @property
    def is_for_us(self) -> bool:
        """Whether it is known to hold replies, so that its faults matter."""
        return bool(self.columns or self.shape)

    def choose_columns(self, fields: Fields | None, header: Record) -> Iterator[Fault]:
        """Tell from the headings what the columns hold; what the team names and the table lacks is a fault."""
        if not fields:
            self.columns = known_columns(self.headings, self.path)
            return
        self.asks_helpdesks = False
        self.columns, missing = _named_columns(fields, self.headings)
        for name in missing:
            message = f'no column is called "{name}"; the table has {listed(self.headings, "column")}'
            yield Fault(self.path, message, header.source.first_line, 1)

    def read(self, record: Record) -> Iterator[Prose | Fault]:
        """The replies in the next row."""
        self.rows += 1
        if _is_blank(record):
            return
        for text in sorted(self._texts(record), key=lambda text: text.value.node.start):
            node = text.value.node
            yield from proses(text, record.mapped(Span(node.start, node.end)), record.source)
        if self.is_for_us:
            self._note_wrong_row(record)

    def _texts(self, record: Record) -> Iterable[Text]:
        if self.asks_helpdesks:
            if (known := self._known(record)) is not None:
                return known
            self.asks_helpdesks = bool(self.shape) or self.rows < _ROWS_TO_ASK
        return self._in_columns(record, self.columns) if self.columns else ()

    def _known(self, record: Record) -> list[Text] | None:
        """What a helpdesk says of a row whose headings are written as its keys are; None where none knows it."""
        row = self._row(record, range(len(self.headings)))
        shown = {id(value.node): value for _, value in row.entries()}
        children = (_key(node) if number % 2 == 0 else node for number, node in enumerate(row.node.children))
        keyed = replace(row, node=replace(row.node, children=tuple(children)))
        for shape in (self.shape, *SHAPES) if self.shape else SHAPES:
            if (known := shape(keyed)) is not None:
                self.shape = shape
                return [replace(text, value=shown[id(text.value.node)]) for text in known]
        return None

    def _in_columns(self, record: Record, columns: Columns) -> Iterator[Text]:
        replies = [reply for reply in columns.replies if reply.number < len(record.cells)]
        beside = Beside(*(_cell(record, number) for number in (columns.language, columns.customer, columns.id)))
        row = self._row(record, [reply.number for reply in replies])
        for reply, (_, value) in zip(replies, row.entries(), strict=True):
            text = beside.text(value)
            yield replace(text, language=reply.language) if reply.language else text

    def _row(self, record: Record, numbers: Iterable[int]) -> Value:
        """Cells of a row under their headings; every one is a text, in quotes or without."""
        children: list[Node] = []
        for number in numbers:
            if number < len(record.cells):
                cell = record.cells[number]
                children.append(Node(Kind.TEXT, 0, 0, self.headings[number], '"'))
                children.append(Node(Kind.TEXT, *cell, record.text(cell), '"'))
        return Value(Node(Kind.MAPPING, 0, 0, children=tuple(children)), f"row {self.rows}")

    def _note_wrong_row(self, record: Record) -> None:
        wanted, found = len(self.headings), len(record.cells)
        if found < wanted:
            advice = ""
        elif any(record.text(cell).strip() for cell in record.cells[wanted:]):
            advice = f"; a cell with {_named(self.delimiter)} in it is written in double quotes"
        else:
            return
        cells = f"{found} cell{'s' * (found != 1)}"
        message = f"{cells} in row {self.rows} below the headings, of which there are {wanted}{advice}"
        self.wrong_rows.add(Fault(self.path, message, record.source.first_line, 1))


def _is_blank(record: Record) -> bool:
    return not any(record.text(cell).strip() for cell in record.cells)


def _cell(record: Record, number: int | None) -> str:
    return record.text(record.cells[number]) if number is not None and number < len(record.cells) else ""


def _key(heading: Node) -> Node:
    """A heading as a helpdesk writes its keys: "Short code" is ``short_code``."""
    is_plain = _PLAIN_KEY.fullmatch(heading.text)
    return heading if is_plain else replace(heading, text=_BETWEEN_WORDS.sub("_", heading.text).lower())


def _headings(record: Record) -> list[str]:
    headings = [record.text(cell).strip() for cell in record.cells]
    while headings and not headings[-1]:
        headings.pop()
    return headings


def _named_columns(fields: Fields, headings: list[str]) -> tuple[Columns | None, list[str]]:
    """The columns that a team names, None where no reply is among them; and the names that no column has."""
    names = (*fields.reply, *filter(None, (fields.language, fields.customer, fields.id)))
    numbers = {name: _number(name, headings) for name in names}
    replies = tuple(ReplyColumn(number) for name in fields.reply if (number := numbers[name]) is not None)
    beside = (numbers.get(name) for name in (fields.language, fields.customer, fields.id))
    missing = [name for name, number in numbers.items() if number is None]
    return Columns(replies, *beside) if replies else None, missing


def _number(name: str, headings: list[str]) -> int | None:
    """The column of that heading; where none is written just so, one that differs in case, or is what is quoted."""
    folded = [heading.casefold() for heading in headings]
    wanted = name.strip().casefold()
    if name in headings:
        return headings.index(name)
    if wanted in folded:
        return folded.index(wanted)
    return _number(_unquoted(name), headings) if name.startswith('"') else None


def _unquoted(path: str) -> str:
    """The key that a path of one quoted key names."""
    try:
        steps = compile_path(path).steps
    except PathError:
        return ""
    return steps[0].key if len(steps) == 1 else ""


def _named(delimiter: str) -> str:
    return {"\t": "a tab"}.get(delimiter, f'"{delimiter}"')
