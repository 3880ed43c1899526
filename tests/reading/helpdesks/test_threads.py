"""What a reply of a thread answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.helpdesks.values import value_of
from tonelint.reading.helpdesks.threads import MOST_CONTEXT, Message, Speaker, message, replies
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.reading.markup import Markup

SPEAKERS = {"c": Speaker.COMPANY, "k": Speaker.CUSTOMER, "n": Speaker.NOBODY}


def said(speaker: str, words: str, markup: Markup | None = None) -> Message:
    return Message(value_of(words), SPEAKERS[speaker], markup)


def answered(*thread: Message) -> list[tuple[str, str]]:
    return [(text.value.text, text.customer) for text in replies(thread)]


@pytest.mark.parametrize(
    ("thread", "expected"),
    [
        ("", []),
        ("k1", []),
        ("n1", []),
        ("c1", [("1", "")]),
        ("k1 c2", [("2", "1")]),
        ("c1 k2", [("1", "")]),
        ("k1 k2 c3", [("3", "1\n\n2")]),
        ("k1 c2 k3 c4", [("2", "1"), ("4", "3")]),
        ("k1 c2 c3", [("2", "1"), ("3", "1")]),
        ("k1 c2 k3 k4 c5 c6", [("2", "1"), ("5", "3\n\n4"), ("6", "3\n\n4")]),
        ("k1 n2 k3 c4", [("4", "1\n\n3")]),
        ("k1 c2 n3 k4 c5", [("2", "1"), ("5", "4")]),
    ],
)
def test_a_reply_answers_what_the_customer_said_since_the_last_one(
    thread: str, expected: list[tuple[str, str]]
) -> None:
    assert answered(*(said(turn[0], turn[1:]) for turn in thread.split())) == expected


@given(st.lists(st.tuples(st.sampled_from("ckn"), st.integers(0, 99).map(str))))
def test_any_thread_is_read_as_its_definition_says(turns: list[tuple[str, str]]) -> None:
    """Before each reply, the latest run of the customer's messages that no message of the company breaks."""
    expected = []
    for index, (speaker, words) in enumerate(turns):
        if speaker == "c":
            before = [turn for turn in turns[:index] if turn[0] != "n"]
            while before and before[-1][0] == "c":
                before.pop()
            run: list[str] = []
            while before and before[-1][0] == "k":
                run.insert(0, before.pop()[1])
            expected.append((words, "\n\n".join(run)))
    assert answered(*(said(*turn) for turn in turns)) == expected


def test_a_customers_markup_is_taken_away() -> None:
    thread = said("k", "<p>Bord &amp; stol<br>saknas</p>", read_html), said("c", "Hej")
    assert answered(*thread) == [("Hej", "Bord & stol\nsaknas")]


def test_a_customers_plain_text_keeps_its_angle_brackets() -> None:
    thread = said("k", "Status <b> saknas</b>", read_plain), said("c", "Hej")
    assert answered(*thread) == [("Hej", "Status <b> saknas</b>")]


@pytest.mark.parametrize(("words", "seen"), [("<div>Hej</div>", "Hej"), ("a < b &amp; c", "a < b &amp; c")])
def test_unknown_markup_is_told_by_its_look(words: str, seen: str) -> None:
    assert answered(said("k", words), said("c", "Hej")) == [("Hej", seen)]


@pytest.mark.parametrize("blank", ["", " \n\t"])
def test_a_message_without_words_breaks_nothing(blank: str) -> None:
    thread = said("k", "1"), said("c", blank), said("k", blank), said("k", "2"), said("c", "3")
    assert answered(*thread) == [("3", "1\n\n2")]


def test_a_message_without_a_text_breaks_nothing() -> None:
    assert answered(said("k", "1"), Message(None, Speaker.COMPANY), said("c", "2")) == [("2", "1")]


def test_only_the_latest_words_are_kept() -> None:
    thread = said("k", "a" * MOST_CONTEXT), said("k", "b" * 10), said("c", "Hej")
    ((_, customer),) = answered(*thread)
    assert customer == "a" * (MOST_CONTEXT - 12) + "\n\n" + "b" * 10


def test_a_reply_keeps_its_own_markup() -> None:
    (text,) = replies([said("c", "Hej", read_html)])
    assert text.markup is read_html


def test_a_message_is_the_first_of_its_fields_that_has_words() -> None:
    fields = {"plain": read_plain, "html": read_html}
    value = value_of({"html": "<p>Hej</p>", "plain": " "})
    assert message(value, Speaker.COMPANY, fields) == (value.get("html"), Speaker.COMPANY, read_html)


def test_a_message_without_any_of_its_fields_has_no_text() -> None:
    assert message(value_of({"body": None}), Speaker.COMPANY, {"body": None}) == (None, Speaker.COMPANY, None)
