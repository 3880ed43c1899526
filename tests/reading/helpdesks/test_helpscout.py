"""Help Scout, and FreeScout with it: who wrote a thread, and what is a saved reply."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import NOTHING, REPLY, answers, found


@pytest.mark.parametrize(
    ("kind", "author", "state", "expected"),
    [
        ("message", "user", "published", REPLY),
        ("reply", "user", None, REPLY),
        ("chat", "user", "published", REPLY),
        ("beaconchat", "customer", "published", NOTHING),
        ("customer", "customer", "published", NOTHING),
        ("note", "user", "published", NOTHING),
        ("phone", "user", "published", NOTHING),
        ("lineitem", "user", "published", NOTHING),
        ("message", "user", "draft", NOTHING),
        ("message", "user", "hidden", NOTHING),
        ("message", "user", "underreview", NOTHING),
    ],
)
def test_help_scout_tells_who_wrote_a_thread(
    kind: str, author: str, state: str | None, expected: list[tuple[str, str]]
) -> None:
    opening = {"type": "customer", "createdBy": {"type": "customer"}, "body": "Help"}
    thread = {"type": kind, "state": state, "createdBy": {"type": author}, "body": "Hi"}
    assert answers({"threads": [opening, thread]}) == expected


def test_a_customer_of_help_scout_may_write_in_a_chat() -> None:
    threads = [("beaconchat", "customer", "Help"), ("chat", "user", "Hi")]
    data = [{"type": kind, "createdBy": {"type": author}, "body": words} for kind, author, words in threads]
    assert answers(data) == REPLY


@pytest.mark.parametrize("author", [{}, {"type": "robot"}, "ann", None])
def test_threads_of_help_scout_are_by_users_and_customers(author: Any) -> None:
    opening = {"type": "customer", "createdBy": {"type": "customer"}, "body": "Help"}
    assert answers({"threads": [opening, {"type": "message", "createdBy": author, "body": "Hi"}]}) == []


@pytest.mark.parametrize(
    ("more", "is_reply"),
    [
        ({"chatText": ""}, True),
        ({"text": "Hi {%customer.firstName,fallback=there%}"}, True),
        ({"text": "Hi {% user.firstName %}"}, True),
        ({"text": "Hi {% if customer %}"}, False),
        ({"mailbox_id": 1}, True),
        ({"mailboxId": 1}, True),
        ({}, False),
    ],
)
def test_a_saved_reply_is_told_by_more_than_a_name_and_a_text(more: dict[str, Any], is_reply: bool) -> None:
    data = {"name": "Hello", "text": "Hi"} | more
    assert found([data]) == ([data["text"]] if is_reply else [])


@pytest.mark.parametrize("name", ["savedReplies", "saved_replies", "saved-replies"])
def test_a_list_of_saved_replies_says_that_it_is_one(name: str) -> None:
    assert found({name: [{"name": "Hello", "text": "Hi"}]}) == ["Hi"]
    assert found({name: [{"name": "Hello", "text": "Hi"}, {"title": "Other"}]}) == []
    assert found({name: [{"text": "Hi"}]}) == []
    assert found({name: [{"name": "Hello"}]}) == []
    assert found({name: ["Hi"]}) == []
