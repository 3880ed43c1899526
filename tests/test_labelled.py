"""Both formats of labelled files, and every fault with its line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tonelint.errors import ReadError
from tonelint.labelled import Label, Labelled, read_labelled
from tonelint.model import Language

REPLY: dict[str, Any] = {"id": "a", "lang": "en", "text": "Hi,\n\nSoon it is.", "labels": []}
LABEL: dict[str, Any] = {"line": 3, "category": "stalling", "span": "Soon"}
HEADER = "label\tregister\tsentence\n"


def lines(*replies: object) -> str:
    return "".join(json.dumps(reply, ensure_ascii=False) + "\n" for reply in replies)


def faults(path: str, text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ReadError) as caught:
        read_labelled(path, path.rsplit(".", 1)[0], text)
    assert {fault.path for fault in caught.value.faults} == {path}
    return [(fault.line, fault.column, fault.message) for fault in caught.value.faults]


def test_a_reply_is_read_with_its_labels() -> None:
    """The author is the file's; keys that are not known are passed over."""
    reply = REPLY | {"labels": [LABEL, LABEL | {"line": 1, "category": "faceless", "span": "Hi"}], "domain": "ferry"}
    labels = Label(3, "stalling", "Soon"), Label(1, "faceless", "Hi")
    assert read_labelled("en-x.jsonl", "en-x", lines(reply)) == [
        Labelled("a", "en-x", Language.EN, "Hi,\n\nSoon it is.", labels)
    ]


def test_a_macro_is_markdown_and_other_channels_are_not() -> None:
    """A reply without a channel is plain text."""
    replies = [REPLY, REPLY | {"id": "b", "channel": "email"}, REPLY | {"id": "c", "channel": "macro"}]
    assert [record.markdown for record in read_labelled("x.jsonl", "x", lines(*replies))] == [False, False, True]


def test_empty_lines_between_replies_are_passed_over() -> None:
    """So are line endings of Windows."""
    text = f"\n{lines(REPLY)}\r\n  \n{lines(REPLY | {'id': 'b'})}".replace("}\n", "}\r\n")
    assert [record.id for record in read_labelled("x.jsonl", "x", text)] == ["a", "b"]


def test_only_a_line_feed_ends_a_line() -> None:
    """JSON lets other separators stand in a text as they are, and people's texts hold them."""
    text = "Soon\u2028it\x85is.\x0c"
    (record,) = read_labelled("x.jsonl", "x", lines(REPLY | {"text": text[:-1]}))
    assert record.text == text[:-1]
    (record,) = read_labelled("en-x.tsv", "en-x", f"{HEADER}stalling\tformal\t{text}\n")
    assert record.text == text


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        pytest.param('{"id": }', 8, "not JSON: Expecting value", id="not JSON"),
        pytest.param("[]", 1, "a JSON object is wanted", id="no object"),
        *(
            pytest.param(
                lines({other: REPLY[other] for other in REPLY if other != key}),
                1,
                f'the key "{key}" is missing',
                id=f"no {key}",
            )
            for key in REPLY
        ),
        *(
            pytest.param(lines(REPLY | {key: 7}), 1, f'"{key}" is no text', id=f"{key} is no text")
            for key in ("id", "text")
        ),
        pytest.param(lines(REPLY | {"lang": "no"}), 1, "'no' is not a valid Language", id="another language"),
        *(
            pytest.param(
                lines(REPLY | {"labels": [{other: LABEL[other] for other in LABEL if other != key}]}),
                1,
                f'the key "{key}" is missing',
                id=f"a label without {key}",
            )
            for key in LABEL
        ),
        pytest.param(
            lines(REPLY | {"labels": [LABEL | {"category": "rude"}]}),
            1,
            "'rude' is not a valid Category",
            id="no category",
        ),
        pytest.param(
            lines(REPLY | {"labels": [LABEL | {"category": "apology"}]}),
            1,
            "'apology' is not a valid",
            id="of sentences",
        ),
        *(
            pytest.param(
                lines(REPLY | {"labels": [LABEL | wrong]}),
                1,
                f'"{(LABEL | wrong)["span"]}" does not stand in line {(LABEL | wrong)["line"]} of the text',
                id=f"a span that is not there: {wrong}",
            )
            for wrong in ({"line": 0}, {"line": 1}, {"line": 4}, {"line": -1}, {"span": "soon"})
        ),
        pytest.param(lines(REPLY | {"id": "first"}), 1, 'the id "first" stands here twice', id="an id twice"),
    ],
)
def test_a_fault_of_a_reply_is_named_with_its_line(line: str, column: int, message: str) -> None:
    """The column is told where JSON itself is wrong."""
    ((at, on, what),) = faults("x.jsonl", f"{lines(REPLY | {'id': 'first'})}\n{line}")
    assert (at, on) == (3, column)
    assert message in what


def test_all_faults_of_a_file_are_named() -> None:
    """One does not hide another."""
    assert [line for line, _, _ in faults("x.jsonl", "{\n" + lines(REPLY, 7, REPLY))] == [1, 3, 4]


def test_sentences_are_read_after_a_header() -> None:
    """The language is the beginning of the file's name; the id tells the line; the whole sentence is the wording."""
    text = f"{HEADER}stalling\teveryday\tSnart.\n\nclean\tformal\tI dag.\n"
    assert read_labelled("sv-x.tsv", "sv-x", text) == [
        Labelled("sv-x:2", "sv-x", Language.SV, "Snart.", (Label(1, "stalling", "Snart."),), whole=False),
        Labelled("sv-x:4", "sv-x", Language.SV, "I dag.", (), whole=False),
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param("clean", [], id="no fault"),
        pytest.param("stalling+hostility", ["stalling", "hostility"], id="several"),
        pytest.param("problem-named", ["problem-named"], id="a problem named"),
        pytest.param("apology+stalling", ["apology", "stalling"], id="an apology"),
    ],
)
def test_a_sentence_may_bear_several_labels(names: str, expected: list[str]) -> None:
    """Two of them are of sentences alone: a problem named, and an apology."""
    (record,) = read_labelled("da-1.tsv", "da-1", f"{HEADER}{names}\tformal\tVi ser på det.")
    assert [label.category for label in record.labels] == expected


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("rude\tformal\tSoon.", id="an unknown label"),
        pytest.param("stalling+rude\tformal\tSoon.", id="an unknown label beside a known one"),
        pytest.param("\tformal\tSoon.", id="no label"),
        pytest.param("stalling\tformal", id="no sentence"),
        pytest.param("stalling\tformal\t ", id="an empty sentence"),
        pytest.param("Soon.", id="a sentence alone"),
    ],
)
def test_a_fault_of_a_sentence_is_named_with_its_line(line: str) -> None:
    """What a line must be is said."""
    ((at, column, message),) = faults("en-1.tsv", f"{HEADER}clean\tformal\tToday.\n{line}\n")
    assert (at, column) == (3, 1)
    assert message == "not label<tab>register<tab>sentence with known labels"


def test_sentences_in_a_file_without_a_language_are_refused() -> None:
    """Once, whatever stands in it."""
    ((line, _, message),) = faults("no-1.tsv", f"{HEADER}rude\tformal\tSnart.\n")
    assert (line, "begins with its language" in message) == (0, True)


@pytest.mark.parametrize(("path", "text"), [("x.jsonl", ""), ("x.jsonl", "\n"), ("en.tsv", ""), ("en.tsv", HEADER)])
def test_a_file_without_a_record_is_a_fault(path: str, text: str) -> None:
    """It would silently be passed over."""
    assert faults(path, text) == [(0, 0, "no labelled reply or sentence in this file")]
