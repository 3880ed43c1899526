"""Labelled replies as rows: the sentences, their labels, and all that may be a cue in and around them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tonelint.labelled import Label, Labelled
from tonelint.model import Language, ZoneKind
from tonelint.notation.parser import parse
from tonelint.rulebook.evidence import Where
from tonelint.rulebook.ruleset import Ruleset
from tonelint.tuning.rows import Row, rows_of, table

CLASSES = {"apology": (parse("sorry"),), "we": (parse("we"),), "colour": (parse("red"), parse("dark red"))}
RULESET = Ruleset((), dict.fromkeys(Language, CLASSES))
REPLY = """\
Hi Anna,

We are late. It is red
and blue.

> It was black.

Call us.

Kind regards,
Jo Jones
"""


def record(text: str = REPLY, *labels: tuple[int, str, str], whole: bool = True) -> Labelled:
    return Labelled("a", "en-x", Language.EN, text, tuple(Label(*label) for label in labels), whole)


def body(labelled: Labelled) -> list[Row]:
    return [row for row in rows_of(labelled, RULESET) if row.zone is ZoneKind.BODY]


def heard(row: Row, where: Where = Where.HERE) -> set[str]:
    return {text for place, text in row.places if place is where}


def test_every_sentence_of_the_companys_own_is_a_row_with_its_lines() -> None:
    """First the body with its greeting, then the sign-off; never what the customer wrote."""
    rows = [(row.zone.value, row.lines) for row in rows_of(record(), RULESET)]
    assert rows[:4] == [("body", (1, 1)), ("body", (3, 3)), ("body", (3, 4)), ("body", (8, 8))]
    assert {zone for zone, _ in rows[4:]} == {"sign-off"}


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param([], [[], [], [], []], id="none"),
        pytest.param([(3, "stalling", "late")], [[], ["stalling"], [], []], id="the sentence that holds the wording"),
        pytest.param([(4, "stalling", "blue")], [[], [], ["stalling"], []], id="by the line on which it begins"),
        pytest.param(
            [(3, "stalling", "late. It is")], [[], ["stalling"], [], []], id="a wording over two sentences: the first"
        ),
        pytest.param([(3, "stalling", " It is")], [[], [], ["stalling"], []], id="a space before it does not count"),
        pytest.param(
            [(3, "stalling", "We"), (3, "hostility", "are")], [[], ["hostility", "stalling"], [], []], id="two on one"
        ),
        pytest.param([(3, "stalling", "We"), (3, "stalling", "late")], [[], ["stalling"], [], []], id="one twice"),
        pytest.param(
            [(3, "problem-named", "late")], [[], ["missing-apology"], [], []], id="a problem calls for an apology"
        ),
        pytest.param([(6, "stalling", "black")], [[], [], [], []], id="what the customer wrote"),
    ],
)
def test_a_row_bears_the_labels_whose_wording_begins_in_it(
    labels: list[tuple[int, str, str]], expected: list[list[str]]
) -> None:
    """Whatever else stands on the line."""
    assert [sorted(row.labels) for row in body(record(REPLY, *labels))] == expected


def test_a_row_holds_all_that_may_be_a_cue() -> None:
    """Words, five letters of their beginnings and endings, clause openings, classes, and pairs of some classes."""
    (row,) = body(record("Sadly, we painted it dark red."))
    words = {"sadly", "we", "painted", "it", "dark", "red"}
    parts = {"sadly~", "~sadly", "paint~", "~inted"}
    assert heard(row) == words | parts | {"^ sadly", "^ we"} | {"<we>", "<colour>", "{<we> …12 <colour>}"}


def test_numbers_and_placeholders_are_heard_as_classes_alone() -> None:
    """By themselves they are of one reply."""
    (row,) = body(record("It costs 50 for {{name}} today."))
    assert {"<number>", "<person-placeholder>", "costs", "today"} <= heard(row)
    assert {text for text in heard(row) if "50" in text or not text.isprintable()} == set()


def test_a_row_knows_its_surroundings() -> None:
    """The sentences before and after, the whole message, and what it is."""
    _, before, row, after = body(record())
    assert "late" in heard(row, Where.PREVIOUS)
    assert "call" in heard(row, Where.NEXT)
    assert {"anna", "late", "red", "call", "jones"} <= heard(row, Where.MESSAGE)
    assert "black" not in heard(row, Where.MESSAGE)
    facts = [heard(each, Where.FACT) for each in (before, row, after)]
    assert facts == [{"opening", "short", "answers"}, {"short", "answers"}, {"closing", "short", "answers"}]


@pytest.mark.parametrize(
    ("text", "problem", "expected"),
    [
        pytest.param("We are late. It is red. Call us.", [], [0, 0, 0], id="no problem is named"),
        pytest.param(
            "We are late. It is red. Call us.", [1], [0, 0, 1], id="it is, after the sentence that is labelled"
        ),
        pytest.param(
            "We are late. It is red. We are sorry.", [], [1, 1, 1], id="it is, where the reply apologises anywhere"
        ),
        pytest.param(
            "We are late.\n\n> So sorry.\n\nIt is red.", [], [0, 0], id="where only the customer does, it is not"
        ),
    ],
)
def test_a_whole_reply_is_silent_on_missing_apologies_it_cannot_tell(
    text: str, problem: list[int], expected: list[int]
) -> None:
    """A problem that is named and apologised for, or named before, bears no label: that says nothing of its wording."""
    labels = [(1, "missing-apology", "red")] * bool(problem)
    silent = [row.silent_on for row in body(record(text, *labels))]
    assert silent == [{"missing-apology"} if each else set() for each in expected]


def test_a_sentence_by_itself_is_silent_on_nothing() -> None:
    """It was labelled for what it says, whatever a reply around it would say."""
    labelled = record("We are sorry that it is red.", (1, "problem-named", "red"), whole=False)
    assert [(sorted(row.labels), sorted(row.silent_on)) for row in body(labelled)] == [(["missing-apology"], [])]


def test_a_macro_is_read_as_markdown() -> None:
    """Its lines are those of the file."""
    labelled = record("# Late\n\n```\ncode\n```\n\nIt is **red**.", (7, "stalling", "**red"))
    rows = body(replace(labelled, markdown=True))
    assert [(row.lines, sorted(row.labels)) for row in rows] == [((1, 1), []), ((7, 7), ["stalling"])]


def test_a_table_holds_the_rows_of_all_records_in_order() -> None:
    """A text without words has none."""
    records = [replace(record(f"It is {name}."), id=name) for name in ("b", "a")]
    assert [row.record.id for row in table([records[0], record("\n"), records[1]], RULESET)] == ["b", "a"]
