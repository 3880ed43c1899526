"""Chatwoot: who wrote a message, and what is a canned response."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import NOTHING, REPLY, answers, found


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"message_type": 1}, REPLY),
        ({"message_type": "outgoing"}, REPLY),
        ({"message_type": "outgoing", "private": True}, NOTHING),
        ({"message_type": 1, "sender": {"type": "user"}}, REPLY),
        ({"message_type": 1, "sender": {"type": "agent_bot"}}, NOTHING),
        ({"message_type": 0}, NOTHING),
        ({"message_type": "incoming"}, NOTHING),
        ({"message_type": 2}, NOTHING),
        ({"message_type": "template"}, NOTHING),
    ],
)
def test_chatwoot_tells_who_wrote_a_message(more: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    opening = {"message_type": 0, "content": "Help", "private": False}
    messages = [opening, {"content": "Hi", "private": False} | more]
    assert answers(messages) == expected
    assert answers({"inbox_id": 1, "messages": messages, "last_non_activity_message": messages[-1]}) == expected


@pytest.mark.parametrize("beside", ["private", "inbox_id"])
def test_a_message_of_chatwoot_is_private_or_not_or_has_an_inbox(beside: str) -> None:
    opening = {"message_type": 0, "content": "Help", "private": False}
    assert answers([opening, {"message_type": 1, "content": "Hi", beside: False}]) == REPLY
    assert answers([opening, {"message_type": 1, "content": "Hi"}]) == []


@pytest.mark.parametrize("lost", ["short_code", "content"])
def test_a_canned_response_of_chatwoot_has_a_short_code(lost: str) -> None:
    canned = {"short_code": "hi", "content": "Hi"}
    assert found(canned) == ["Hi"]
    assert found(canned | {lost: ""}) == []
