"""Headings: which columns of a table hold texts for customers."""

from __future__ import annotations

import pytest

from tonelint.model import Language
from tonelint.reading.formats.headings import (
    Columns,
    ReplyColumn,
    is_named_for_replies,
    known_columns,
    speaks_of_replies,
)


@pytest.mark.parametrize(
    ("headings", "path"),
    [
        (["id", "text"], "export.csv"),
        (["title", "body", "language", "category"], "news.csv"),
        (["ticket_id", "author", "message"], "tickets.csv"),
        (["reply_id", "replied_at", "answer count", "response_time", "svar id"], "stats.csv"),
        (["text"], "survey_responses.csv"),
        (["text"], "smaller.csv"),
        (["kundens svar"], "enkät.csv"),
        (["reply_de", "svar_fi"], "a.csv"),
        ([], "svar.csv"),
        ([""], "svar.csv"),
    ],
)
def test_columns_of_other_things_are_left_alone(headings: list[str], path: str) -> None:
    assert known_columns(headings, path) is None


@pytest.mark.parametrize(
    "heading",
    [
        "reply", "Answer", "RESPONSE", "reply text", "reply_text", "replyText", "agent_reply", "Company-reply",
        "svar", "Svartext", "svarsmall", "Svar till kund", "VÅRT SVAR", "utgående meddelande", "malltext",
        "besvarelse", "Svartekst", "svar til kunden", "Vores svar", "skabelontekst", "*Svar:",
    ],
)  # fmt: skip
def test_some_headings_say_themselves_that_replies_stand_below(heading: str) -> None:
    assert known_columns(["id", heading], "a.csv") == Columns((ReplyColumn(1),))


@pytest.mark.parametrize("heading", ["text", "Body", "message", "content", "meddelande", "besked", "tekst", "innehåll"])
@pytest.mark.parametrize(
    ("beside", "path"),
    [
        ("shortcut", "a.csv"),
        ("Short code", "a.csv"),
        ("macro_name", "a.csv"),
        ("Mall", "a.csv"),
        ("skabelonnavn", "a.csv"),
        ("id", "macros.csv"),
        ("id", "data/standardsvar.csv"),
        ("id", "canned_responses-2026.tsv"),
        ("id", "saved-replies.export.csv"),
        ("id", "Svarsmallar.csv"),
        ("id", "emailTemplates.csv"),
        ("id", "skabeloner.csv"),
    ],
)
def test_common_headings_count_beside_a_telling_one_or_in_a_telling_file(heading: str, beside: str, path: str) -> None:
    assert known_columns([beside, heading], path) == Columns((ReplyColumn(1),))


def test_a_common_heading_does_not_count_beside_one_that_says_more() -> None:
    assert known_columns(["text", "svar"], "macros.csv") == Columns((ReplyColumn(1),))


def test_of_a_text_with_and_without_html_one_is_read() -> None:
    assert known_columns(["macro", "body_html", "body"], "a.csv") == Columns((ReplyColumn(2),))
    assert known_columns(["macro", "body_html"], "a.csv") == Columns((ReplyColumn(1),))


def test_a_heading_may_name_the_language() -> None:
    columns = known_columns(["key", "svar_sv", "svar (dansk)", "Reply EN"], "a.csv")
    assert columns == Columns(
        (ReplyColumn(1, Language.SV), ReplyColumn(2, Language.DA), ReplyColumn(3, Language.EN)),
    )


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["customer", "reply", "language"], Columns((ReplyColumn(1),), language=2, customer=0)),
        (["svar", "Språk", "Kundens fråga"], Columns((ReplyColumn(0),), language=1, customer=2)),
        (["Henvendelse", "Besvarelse", "sprog"], Columns((ReplyColumn(1),), language=2, customer=0)),
        (["question", "question", "answer"], Columns((ReplyColumn(2),), customer=0)),
    ],
)
def test_the_columns_beside(headings: list[str], expected: Columns) -> None:
    assert known_columns(headings, "a.csv") == expected


@pytest.mark.parametrize("path", ["a/macros.json", "Makron.yaml", "auto-replies.yml", "textmoduler.csv", "mallar.json"])
def test_files_named_for_replies(path: str) -> None:
    assert is_named_for_replies(path)


@pytest.mark.parametrize(
    "path", ["", "macros/data.json", "a.macros", "responses.json", "templating.yml", "microsvar.csv"]
)
def test_files_named_for_other_things(path: str) -> None:
    assert not is_named_for_replies(path)


@pytest.mark.parametrize(("line", "expected"), [('id;"Svar', True), ("reply", True), ('a,b,"c', False), ("", False)])
def test_a_heading_row_that_cannot_be_read(line: str, expected: bool) -> None:
    assert speaks_of_replies(line) is expected
