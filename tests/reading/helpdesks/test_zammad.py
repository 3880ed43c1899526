"""Zammad: who wrote an article, and what is a text module."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import NOTHING, REPLY, answers, found


@pytest.mark.parametrize(
    ("more", "is_module"),
    [
        ({"note": "", "active": True}, True),
        ({"foreign_id": "1"}, True),
        ({"content": "Hi #{ticket.customer.firstname}"}, True),
        ({"note": ""}, False),
        ({"active": True}, False),
        ({"content": "Hi #{name}"}, False),
    ],
)
def test_a_text_module_of_zammad_has_a_note_or_placeholders(more: dict[str, Any], is_module: bool) -> None:
    data = {"name": "Hello", "keywords": "hello", "content": "Hi"} | more
    assert found(data) == ([data["content"]] if is_module else [])


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, REPLY),
        ({"type": "note"}, REPLY),
        ({"type": "phone"}, NOTHING),
        ({"internal": True}, NOTHING),
        ({"sender": "Customer"}, NOTHING),
        ({"sender": "System"}, NOTHING),
    ],
)
def test_zammad_tells_who_wrote_an_article(more: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """A note that is not internal is shown to the customer."""
    opening = {"sender": "Customer", "internal": False, "type": "email", "body": "Help"}
    article = {"sender": "Agent", "internal": False, "type": "email", "body": "Hi"}
    assert answers([opening, article | more]) == expected


@pytest.mark.parametrize("sender", ["agent", "ann@example.com", ""])
def test_articles_of_zammad_have_its_three_senders(sender: str) -> None:
    articles = [{"sender": name, "internal": False, "body": "Hi"} for name in ("Customer", sender)]
    assert answers(articles) == answers(articles[1:]) == []


def test_messages_of_many_tickets_do_not_answer_each_other() -> None:
    first = {"sender": "Customer", "internal": False, "body": "Help", "ticket_id": 1}
    second = {"sender": "Agent", "internal": False, "body": "Hi", "ticket_id": 2}
    assert answers([first, second]) == [("Hi", "")]


def test_a_message_by_itself_answers_nothing() -> None:
    """So it stands on a line of JSON Lines or in a row."""
    assert answers({"sender": "Agent", "internal": False, "body": "Hi", "ticket_id": 2}) == [("Hi", "")]
