"""Tables as records: what the standard library reads, with places."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Source
from tonelint.reading.formats.csv_records import LARGEST_RECORD, UnclosedQuoteError, delimited, read_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.reading.formats.csv_records import Record

DELIMITERS = ",;\t|"
WRITTEN = st.lists(
    st.sampled_from(
        ['"', '"', '""', *DELIMITERS, *DELIMITERS, "a", "å", "👩‍👩‍👧", " ", "\n", "\r\n", "\r", "\u2028", "\x0c"]
    ),
    max_size=30,
).map("".join)


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    records = read_records(Source("a.csv", text).lines(), delimiter)
    return [[record.text(cell) for cell in record.cells] for record in records]


@pytest.mark.parametrize("delimiter", DELIMITERS)
@given(text=WRITTEN)
def test_records_are_those_of_the_standard_library(delimiter: str, text: str) -> None:
    """But for a quote that is never closed, which the standard library closes at the end of the file."""
    expected = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    found = [[record.text(cell) for cell in record.cells] for record in records_of(text, delimiter)]
    assert found == (expected[:-1] if is_unclosed(text, delimiter) else expected)


def records_of(text: str, delimiter: str) -> Iterator[Record]:
    """The records before a quote that is never closed."""
    try:
        yield from read_records(Source("a.csv", text).lines(), delimiter)
    except UnclosedQuoteError:
        return


def is_unclosed(text: str, delimiter: str) -> bool:
    """Whether the standard library takes a further line for a part of the last cell."""
    *_, last = csv.reader(io.StringIO(f"{text}\nEND", newline=""), delimiter=delimiter)
    return last != ["END"]


@pytest.mark.parametrize("delimiter", DELIMITERS)
@given(text=WRITTEN)
def test_every_character_of_a_cell_stands_where_it_is_written(delimiter: str, text: str) -> None:
    for record in records_of(text, delimiter):
        for cell in record.cells:
            mapped = record.mapped(cell)
            assert mapped.text == record.text(cell)
            for index, character in enumerate(mapped.text):
                written = record.source.text[slice(*mapped.source_span(index, index + 1))]
                assert written in {character, '""' if character == '"' else character}


@given(text=WRITTEN)
def test_the_lines_of_a_record_are_those_of_the_file(text: str) -> None:
    lines = [line.text for line in Source("a.csv", text).lines()]
    for record in records_of(text, ","):
        first = record.source.first_line - 1
        assert "".join(lines[first:]).startswith(record.source.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\r\n", []),
        ("a,b", [["a", "b"]]),
        ("a,b,\n", [["a", "b", ""]]),
        ("a\n\n\nb\n", [["a"], ["b"]]),
        ('""\n', [[""]]),
        ('"Hej\n""du""",x\r\ny,z', [['Hej\n"du"', "x"], ["y", "z"]]),
        ('5" rör,"b"c"d,e', [['5" rör', 'bc"d', "e"]]),
        (' "a,b"', [[' "a', 'b"']]),
    ],
)
def test_records(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


def test_a_quote_that_is_never_closed_is_named_where_it_opens() -> None:
    with pytest.raises(UnclosedQuoteError) as caught:
        rows('a,"b"\n1,"två\ntre\n')
    assert caught.value.position == (2, 3)
    assert caught.value.first_line == '1,"två\n'


def test_no_more_than_a_bounded_record_is_held() -> None:
    """However long the file is, its lines are not asked for once the bound has been passed."""
    line, asked = "x" * 1023 + "\n", 0

    def lines() -> Iterator[Source]:
        nonlocal asked
        yield Source("a.csv", '"öppen\n')
        for number in range(2, 10 * LARGEST_RECORD):
            asked += 1
            yield Source("a.csv", line, first_line=number)

    with pytest.raises(UnclosedQuoteError):
        list(read_records(lines(), ","))
    assert asked == LARGEST_RECORD // len(line)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.csv", "id,svar\n", ","),
        ("a.csv", "id;svar;kund, namn\n", ";"),
        ("a.csv", "id\tsvar\n", "\t"),
        ("a.csv", "id|svar\n", "|"),
        ("a.csv", "svar\nHej, du; där\n", "\t"),
        ("a.csv", '"a;b;c;d",e\n', ","),
        ("a.csv", '"a\n;;;;\nb",e\n', ","),
        ("a.csv", "\n\nid;svar\n", ";"),
        ("a.csv", "id;b,c\n", ";"),
        ("a.csv", "", "\t"),
        ("a.csv", '"a;b,c\n', "\t"),
        ("a.tsv", "a,b,c\n", "\t"),
        ("a.TAB", "a,b,c\n", "\t"),
        ("a.csv", "sep=;\na,b,c\n", ";"),
        ("a.tsv", "SEP=^\r\na,b,c\n", "^"),
        ("a.csv", "sep=\t\na,b,c\n", "\t"),
        ("a.csv", "sep=a;b;c;d\n", ";"),
    ],
)
def test_delimiter(path: str, text: str, expected: str) -> None:
    assert delimited(path, Source(path, text).lines())[0] == expected


def test_the_line_that_names_the_delimiter_is_no_row() -> None:
    _, lines = delimited("a.csv", Source("a.csv", "sep=;\na;b\nc;d\n").lines())
    assert [(line.first_line, line.text) for line in lines] == [(2, "a;b\n"), (3, "c;d\n")]


@given(text=WRITTEN)
def test_no_line_is_lost_in_looking_for_the_delimiter(text: str) -> None:
    source = Source("a.csv", text)
    assert list(delimited("a.csv", source.lines())[1]) == list(source.lines())
