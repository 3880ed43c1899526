"""What holds for several products alike, and for the smallest of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import REPLY, answers, found, value_of
from tonelint.reading.helpdesks import texts
from tonelint.reading.markup import read_html


@pytest.mark.parametrize("doctype", ["HD Canned Response", "HD Saved Reply"])
def test_frappe_says_what_a_document_is(doctype: str) -> None:
    assert found({"doctype": doctype, "title": "Hello", "message": "Hi"}) == ["Hi"]


@pytest.mark.parametrize(
    ("customers", "companys", "key"),
    [
        ({"incoming": True, "private": False}, {"incoming": False, "private": False}, "body"),
        ({"is_inbound": True}, {"is_inbound": False}, "body"),
        ({"from_agent": False}, {"from_agent": True}, "body_html"),
    ],
)
def test_a_message_without_a_text_does_not_break_a_thread(
    customers: dict[str, Any], companys: dict[str, Any], key: str
) -> None:
    assert answers([customers | {key: "Help"}, customers, companys | {key: "Hi"}]) == REPLY


@pytest.mark.parametrize(
    "reply",
    [
        {"doctype": "HD Saved Reply", "response": "Hi&nbsp;there"},
        {"doctype": "HD Saved Reply", "answer": "Hi&nbsp;there"},
        {"incoming": False, "private": False, "body": "Hi&nbsp;there"},
        {"conversations": [{"incoming": False, "private": False}], "source": 10, "description": "Hi&nbsp;there"},
        {"from_agent": True, "stripped_html": "Hi&nbsp;there"},
    ],
)
def test_html_is_known_where_it_stands_for_lack_of_plain_text(reply: dict[str, Any]) -> None:
    (text,) = texts(value_of(reply))
    assert text.markup is read_html
