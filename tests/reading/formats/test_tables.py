"""Tables: which cells are replies, where they stand, and what is said of broken rows."""

from __future__ import annotations

import csv
import io
from itertools import chain, cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.formats.streamed import Streamed
from tonelint.errors import Fault, ReadError
from tonelint.files import File
from tonelint.model import Foreign, Language, Source
from tonelint.reading.decode import decode
from tonelint.reading.document import Fields, ReadOptions
from tonelint.reading.formats.parts import MOST_FAULTS
from tonelint.reading.formats.tables import read_table
from tonelint.reading.prose import Prose

if TYPE_CHECKING:
    from tonelint.reading.document import Document

SAMPLES = Path(__file__).parents[2] / "samples" / "tables"
NO_OPTIONS = ReadOptions()


def fields(*reply: str, files: str = "*", language: str = "", customer: str = "", name: str = "") -> ReadOptions:
    return ReadOptions((Fields((files,), reply, language=language, customer=customer, id=name),))


def found(document: Document, options: ReadOptions = NO_OPTIONS) -> tuple[list[Prose], list[Fault]]:
    """The prose and the faults of a table, an error at its end among them."""
    proses: list[Prose] = []
    faults: list[Fault] = []
    try:
        for each in read_table(document, options):
            if isinstance(each, Fault):
                faults.append(each)
            else:
                proses.append(each)
    except ReadError as error:
        faults += error.faults
    return proses, faults


def table(text: str, options: ReadOptions = NO_OPTIONS, path: str = "a.csv") -> tuple[list[Prose], list[Fault]]:
    return found(Source(path, text), options)


def words(text: str, options: ReadOptions = NO_OPTIONS, path: str = "a.csv") -> list[str]:
    proses, faults = table(text, options, path)
    assert faults == []
    return [prose.rendering.text.text for prose in proses]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "svar\n",
        "id;namn;text\n1;Bo;Hej\n",
        "id;namn;text\n1;Bo;Hej;x;y\n2\n",
        'id;namn;text\n1;"Bo;Hej\n',
        '"id;namn\n',
        "ticket_id,author,message\n1,Bo,Hej\n",
        "id,svar\n1,\n2,200\n3,–\n",
    ],
)
def test_tables_without_replies_are_left_alone(text: str) -> None:
    assert table(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id,svar\n1,Hej\n", ["Hej"]),
        ("id;SVAR;;\n1;Hej;;;;\n", ["Hej"]),
        (";;\n\nid;svar\n1;Hej\n", ["Hej"]),
        ("sep=|\nid|reply\n1|Hi, all; of you\n", ["Hi, all; of you"]),
        ("svar\nHej, du; där\n\nHej igen\n", ["Hej, du; där", "Hej igen"]),
        ('id,svar\n1,"Hej ""du""\r\noch du"\n', ['Hej "du"\noch du']),
        ("id,svar\n1,Hej <b>d&aring;</b>\n", ["Hej då"]),
        ("short_code,content\nhej,**Hej** du\n", ["Hej du"]),
        ("svar,reply\nHej,Hi\n", ["Hej", "Hi"]),
    ],
)
def test_replies(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_helpdesk_knows_its_rows_before_their_headings_are_asked() -> None:
    """What a customer wrote is no reply, whatever its column is called."""
    header = "id,incoming,private,body_text,reply\n"
    assert words(f"{header}1,true,false,Var är den?,x\n2,false,false,Här.,x\n3,false,true,Obs!,x\n") == ["Här."]


def test_headings_are_compared_as_keys_and_shown_as_they_are() -> None:
    (prose,), _ = table("Short code;CONTENT\nhej;Hej du\n")
    assert prose.location == "row 1, column CONTENT"


def test_helpdesks_are_not_asked_forever() -> None:
    """A table of which they know no row is not read to its end."""
    document = Streamed("a.csv", ["id,text\n", *["1,Hej\n"] * 1000])
    assert found(document) == ([], [])
    assert document.asked < 200


def test_what_stands_beside_a_reply() -> None:
    (prose,), _ = table("språk;fråga;svar\nda-DK;<p>Hvor er den?</p>;Her.\n")
    assert (prose.language, prose.customer, prose.is_whole) == (Language.DA, "Hvor er den?", True)
    (prose,), _ = table("lang;answer\nde;Hallo\n")
    assert prose.language == Foreign("de")


def test_a_language_in_the_heading_counts_before_the_column() -> None:
    proses, _ = table("lang;svar_da;svar\nsv;Hej;Hejsan\n")
    assert [prose.language for prose in proses] == [Language.DA, Language.SV]


def test_rows_count_from_the_first_below_the_headings() -> None:
    """Empty lines are no rows; rows of empty cells are."""
    proses, _ = table("id,svar\n\n1,ett\n,\n2,två\n")
    assert [prose.location for prose in proses] == ["row 1, column svar", "row 3, column svar"]


class TestFields:
    def test_the_columns_that_a_team_names_are_read_and_no_others(self) -> None:
        options = fields("Ut text", language="l", customer="in", name="nr")
        (prose,), faults = table("nr,in,Ut text,l,svar\n7,Hur?,Så.,da,Hej\n", options)
        assert faults == []
        assert prose.rendering.text.text == "Så."
        assert prose.location == 'row 1, column "Ut text" (id 7)'
        assert (prose.language, prose.customer) == (Language.DA, "Hur?")

    @pytest.mark.parametrize("name", ["Text [ut]", "text [UT] ", '"Text [ut]"'])
    def test_a_heading_may_differ_in_case_or_be_quoted_as_in_paths(self, name: str) -> None:
        assert words("id,Text [ut]\n1,Hej\n", fields(name)) == ["Hej"]

    def test_the_heading_that_is_written_just_so_comes_first(self) -> None:
        assert words("TEXT,text\nja,nej\n", fields("text")) == ["nej"]

    def test_columns_are_read_in_the_order_of_the_file(self) -> None:
        assert words("a,b\nja,nej\n", fields("b", "a")) == ["ja", "nej"]

    def test_a_column_that_is_missing_is_a_fault(self) -> None:
        proses, faults = table("\nnr,text\n1,Hej\n", fields("text", "brev", customer="kund"))
        assert [prose.rendering.text.text for prose in proses] == ["Hej"]
        assert faults == [
            Fault("a.csv", f'no column is called "{name}"; the table has the columns "nr", "text"', 2, 1)
            for name in ("brev", "kund")
        ]

    def test_without_any_of_the_columns_nothing_is_read(self) -> None:
        proses, faults = table("svar\nHej\n", fields('"a'))
        assert proses == []
        assert [fault.message for fault in faults] == ['no column is called ""a"; the table has the column "svar"']

    def test_other_files_are_read_as_ever(self) -> None:
        assert words("text,svar\nja,nej\n", fields("text", files="b.csv")) == ["nej"]


class TestBrokenRows:
    def test_a_row_with_too_few_cells_is_named_and_left_out_without_a_reply(self) -> None:
        proses, faults = table("id,svar,datum\n1\n2,Hej\n")
        assert [prose.location for prose in proses] == ["row 2, column svar"]
        assert faults == [
            Fault("a.csv", "1 cell in row 1 below the headings, of which there are 3", 2, 1),
            Fault("a.csv", "2 cells in row 2 below the headings, of which there are 3", 3, 1),
        ]

    def test_a_row_with_too_many_cells_is_named_and_read(self) -> None:
        proses, faults = table("id\tsvar\n1\tHej\tdu\n")
        assert len(proses) == 1
        advice = "a cell with a tab in it is written in double quotes"
        assert faults == [Fault("a.csv", f"3 cells in row 1 below the headings, of which there are 2; {advice}", 2, 1)]

    def test_only_the_first_are_named(self) -> None:
        _, faults = table("id,svar\n" + "1,Hej,du\n" * (MOST_FAULTS + 5))
        assert [fault.line for fault in faults] == [*range(2, MOST_FAULTS + 2), 0]
        assert faults[-1].message.startswith("15 rows have more or fewer cells than the first; only the first 10")

    def test_columns_in_the_order_of_the_team_keep_their_cells(self) -> None:
        proses, _ = table("a,b,c\nja,nej\n", fields("c", "b", "a"))
        assert [(prose.location, prose.rendering.text.text) for prose in proses] == [
            ("row 1, column a", "ja"),
            ("row 1, column b", "nej"),
        ]

    @pytest.mark.parametrize(
        ("text", "line", "column"),
        [
            ('id,svar\n1,Hej\n2,"Hej\n3,då\n', 3, 3),
            ('id,svar\r\n1,"a\r\nb"\r\n2,"c\r\n', 4, 3),
            ('id,"svar\n1,Hej\n', 1, 4),
        ],
    )
    def test_a_quote_that_is_never_closed(self, text: str, line: int, column: int) -> None:
        """What stood before it is read."""
        proses, faults = table(text)
        assert [prose.location for prose in proses] == ["row 1, column svar"] * (line > 1)
        assert [(fault.line, fault.column) for fault in faults] == [(line, column)]
        assert "is never closed" in faults[0].message

    def test_other_faults_are_named_beside_a_quote_that_is_never_closed(self) -> None:
        _, faults = table('id,svar\n1\n2,"Hej\n')
        assert [fault.line for fault in faults] == [2, 3]


CELLS = st.text(st.sampled_from('a"å,;\t|\r\n 👋\u00a0é'), max_size=12)


@given(
    before=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=3),
    cell=st.tuples(CELLS, CELLS),
    delimiter=st.sampled_from(",;\t|"),
    # Of line breaks, Python quotes only those of the kind that end its rows.
    layout=st.sampled_from(
        [(csv.QUOTE_MINIMAL, "\r\n"), *((csv.QUOTE_ALL, ending) for ending in ("\n", "\r\n", "\r"))]
    ),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_planted_word_is_found_at_its_line_and_column(
    *,
    before: list[tuple[str, str, str]],
    cell: tuple[str, str],
    delimiter: str,
    layout: tuple[int, str],
    codec: str,
) -> None:
    written = io.StringIO(newline="")
    quoting, ending = layout
    writer = csv.writer(written, delimiter=delimiter, quoting=quoting, lineterminator=ending)  # type: ignore[arg-type]
    writer.writerows([("id", "svar", "datum"), *before, ("x", f"{cell[0]}märket{cell[1]}", "y")])
    text = written.getvalue()

    proses, faults = found(decode(text.encode(codec), "a.csv"))

    assert faults == []
    prose = proses[-1]
    start = prose.rendering.text.text.index("märket")
    span = prose.rendering.text.source_span(start, start + len("märket"))
    above = text[: text.index("märket")].replace("\r\n", "\n").replace("\r", "\n")
    assert prose.source.position(span.start) == (above.count("\n") + 1, len(above) - above.rfind("\n"))
    assert prose.source.text[slice(*span)] == "märket"
    assert prose.location == f"row {len(before) + 1}, column svar"


@given(text=st.lists(st.sampled_from(["id", "svar", ",", ";", '"', "\n", "\r\n", "text", "Hej"])).map("".join))
def test_any_table_is_read_or_its_faults_are_told(text: str) -> None:
    for fault in table(text)[1]:
        assert fault.message
        assert fault.line <= len(text.splitlines())


def test_one_row_is_held_at_a_time() -> None:
    """However long the table is, a reply is given before the rows behind it are asked for."""
    document = Streamed("a.csv", chain(["id,svar\n"], cycle(['1,"Hej\n', 'du"\n'])))
    proses = read_table(document, NO_OPTIONS)
    for number in range(1, 50):
        prose = next(proses)
        assert isinstance(prose, Prose)
        assert (prose.location, prose.source.first_line) == (f"row {number}, column svar", 2 * number)
        assert document.asked == 2 * number + 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "utskick-excel.csv",
            [
                ("row 1, column Svar", 3, 79, "Hej Marie,", "Jonas 🛋️", Language.SV),
                ("row 2, column Svar", 11, 29, "Hej! Kvittot", "i det här mejlet.", Language.SV),
                ("row 4, column Svar", 13, 8, "Hi Tom, your refund", "sent today.", Language.EN),
            ],
        ),
        (
            "besvarelser.tsv",
            [
                ("row 1, column Besvarelse", 2, 73, "Hej Søren.", "klar torsdag kl. 15.", Language.DA),
                ("row 2, column Besvarelse", 3, 64, "Hej Else.\nNej, og det", "sendt pengene i dag.", Language.DA),
            ],
        ),
        (
            "macros.csv",
            [
                ("row 1, column text", 2, 16, "Hi ", "tomorrow before noon.", None),
                ("row 2, column text", 5, 17, "Hello!", "new one fits.", None),
            ],
        ),
        (
            "three-languages.csv",
            [
                ("row 1, column svar_sv", 2, 7, "Förlåt", "försenade.", Language.SV),
                ("row 1, column svar_da", 2, 36, "Undskyld", "forsinkede.", Language.DA),
                ("row 1, column svar_en", 2, 68, "Sorry", "late.", Language.EN),
            ],
        ),
        ("customers.csv", []),
    ],
)
def test_samples(name: str, expected: list[tuple[str, int, int, str, str, Language | None]]) -> None:
    proses, faults = found(File(name, SAMPLES / name))
    assert faults == []
    assert len(proses) == len(expected)
    for prose, (location, line, column, first, last, language) in zip(proses, expected, strict=True):
        text = prose.rendering.text
        start = text.text.index(first)
        assert prose.location == location
        assert prose.source.position(text.source_span(start, start + 1).start) == (line, column)
        assert not text.text[:start].strip()
        assert text.text.strip().endswith(last)
        assert prose.language == language
