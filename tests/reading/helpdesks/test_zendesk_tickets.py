"""Zendesk's tickets beyond the samples: who wrote what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.reading.helpdesks.values import answers, value_of
from tonelint.reading.helpdesks import texts
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.reading.markup import Markup


def comment(author: int, words: str, **more: Any) -> dict[str, Any]:
    return {"author_id": author, "public": True, "plain_body": words, **more}


@pytest.mark.parametrize(
    ("more", "is_reply"),
    [
        ({}, True),
        ({"type": "Comment"}, True),
        ({"type": "VoiceComment"}, False),
        ({"public": False}, False),
        ({"public": "false"}, False),
        ({"public": None}, False),
        ({"author_id": -1}, False),
        ({"author_id": 1}, False),
        ({"author_id": 3}, False),
        ({"author_id": 4}, True),
        ({"author": {"role": "end-user"}}, False),
        ({"author": {"role": "agent"}}, True),
    ],
)
def test_a_reply_is_public_and_neither_by_the_requester_nor_another_customer(
    more: dict[str, Any], is_reply: bool
) -> None:
    users = [{"id": 3, "role": "end-user"}, {"id": 4, "role": "admin"}]
    data = {"requester_id": 1, "comments": [comment(1, "Help"), comment(2, "Hi") | more], "users": users}
    assert answers(data) == ([("Hi", "Help")] if is_reply else [])


@pytest.mark.parametrize(
    "data",
    [
        {"comments": [comment(1, "Help"), comment(2, "Hi")]},
        {"comments": [comment(1, "Help"), comment(2, "Hi")], "users": [{"id": 9, "role": "agent"}]},
    ],
)
def test_where_nobody_is_known_nothing_is_taken_for_the_companys(data: Any) -> None:
    """A customer's words must not be judged; better to say nothing."""
    assert answers(data) == []


def test_a_ticket_may_stand_beside_its_comments() -> None:
    assert answers({"ticket": {"requester_id": 1}, "comments": [comment(1, "Help"), comment(2, "Hi")]}) == [
        ("Hi", "Help")
    ]


@pytest.mark.parametrize(
    ("more", "first", "customer"),
    [
        ({}, 2, "Help"),
        ({"submitter_id": 1}, 2, "Help"),
        ({"submitter_id": 2}, 2, ""),
        ({"description": " Hi "}, 2, ""),
        ({"description": None}, 2, ""),
        ({}, 1, "Hi"),
    ],
)
def test_the_description_opens_a_ticket_unless_the_comments_do(more: dict[str, Any], first: int, customer: str) -> None:
    """It is the agent's where the agent opened the ticket, and the first comment once more where that is the same."""
    ticket = {"requester_id": 1, "description": "Help"} | more
    comments = [comment(first, "Hi"), comment(2, "Bye")]
    assert answers(ticket | {"comments": comments})[-1] == ("Bye", customer)


def test_comments_are_put_in_order() -> None:
    comments = [comment(2, "Hi", created_at="2026-01-02"), comment(1, "Help", created_at="2026-01-01")]
    assert answers({"requester_id": 1, "comments": comments}) == [("Hi", "Help")]


@pytest.mark.parametrize(
    ("field", "markup"), [("plain_body", read_plain), ("body", read_plain), ("html_body", read_html)]
)
def test_only_one_field_of_a_comment_is_html(field: str, markup: Markup) -> None:
    (text,) = texts(value_of({"requester_id": 1, "comments": [{"author_id": 2, "public": True, field: "Hi"}]}))
    assert text.markup is markup


def test_the_description_is_plain_text() -> None:
    data = {"requester_id": 1, "description": "1 &lt; 2", "comments": [comment(2, "Hi")]}
    assert answers(data) == [("Hi", "1 &lt; 2")]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"plain_body": "a", "body": "b", "html_body": "c"}, "a"),
        ({"body": "b", "html_body": "c"}, "b"),
        ({"plain_body": "", "html_body": "c"}, "c"),
    ],
)
def test_the_plain_text_of_a_comment_counts_first(fields: dict[str, str], expected: str) -> None:
    comments = [{"author_id": 2, "public": True, **fields}]
    assert answers({"requester_id": 1, "comments": comments}) == [(expected, "")]


def test_tickets_without_comments_are_walked_as_any_other_data() -> None:
    assert answers({"tickets": [{"id": 1, "requester_id": 1}], "users": [{"id": 1, "role": "agent"}]}) == []
