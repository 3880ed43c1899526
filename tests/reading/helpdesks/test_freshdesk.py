"""Freshdesk: who wrote a conversation, and what is a canned response."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import NOTHING, REPLY, answers, found


@pytest.mark.parametrize(
    ("incoming", "private", "expected"),
    [
        (False, False, REPLY),
        (False, None, REPLY),
        (False, True, NOTHING),
        (True, False, NOTHING),
        (None, False, NOTHING),
    ],
)
def test_freshdesk_tells_who_wrote_a_conversation(incoming: Any, private: Any, expected: list[tuple[str, str]]) -> None:
    opening = {"incoming": True, "private": False, "body_text": "Help"}
    conversation = {"incoming": incoming, "private": private, "body_text": "Hi"}
    assert answers([opening, conversation]) == expected
    assert answers({"description_text": "Help", "conversations": [conversation]}) == expected


def test_a_freshdesk_ticket_may_be_a_mail_of_the_company() -> None:
    conversation = {"incoming": False, "private": False, "body_text": "Bye"}
    data = {"source": 10, "description_text": "Hi", "conversations": [conversation]}
    assert answers(data) == [("Hi", ""), ("Bye", "")]


@pytest.mark.parametrize(("beside", "is_canned"), [("folder_id", True), ("visibility", True), ("author", False)])
def test_a_freshdesk_response_has_a_folder_or_a_visibility(beside: str, is_canned: bool) -> None:
    assert found({"title": "A", "content_html": "Hi", beside: 1}) == (["Hi"] if is_canned else [])
