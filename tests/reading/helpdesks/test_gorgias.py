"""Gorgias: who wrote a message."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import NOTHING, REPLY, answers


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"from_agent": True}, REPLY),
        ({"from_agent": True, "public": True, "channel": "email"}, REPLY),
        ({"from_agent": True, "public": False}, NOTHING),
        ({"from_agent": True, "channel": "internal-note"}, NOTHING),
        ({"from_agent": True, "via": "internal-note"}, NOTHING),
        ({"from_agent": False}, NOTHING),
        ({"from_agent": None}, NOTHING),
    ],
)
def test_gorgias_tells_who_wrote_a_message(more: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert (
        answers([{"from_agent": False, "stripped_text": "Help", "body_text": "Help > Hi"}, {"body_text": "Hi"} | more])
        == expected
    )


def test_what_a_customer_of_gorgias_wrote_is_plain_where_it_was_stripped() -> None:
    customers = {"from_agent": False, "stripped_text": "1 &lt; 2", "body_html": "Help"}
    assert answers([customers, {"from_agent": True, "body_text": "Hi"}]) == [("Hi", "1 &lt; 2")]
