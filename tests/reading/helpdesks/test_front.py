"""Front: what is a template."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import found


@pytest.mark.parametrize(
    ("more", "is_template"),
    [
        ({"is_available_for_all_inboxes": True}, True),
        ({"is_inbox_specific": False}, True),
        ({"inbox_ids": None}, True),
        ({"folder_id": "fol_1"}, True),
        ({"id": "rsp_1"}, True),
        ({"_links": {"self": "https://api2.frontapp.com/message_templates/1"}}, True),
        ({"_links": {"self": "https://example.com/1"}}, False),
        ({"id": "msg_1"}, False),
        ({}, False),
    ],
)
def test_a_template_of_front_is_told_by_its_inboxes_folder_or_number(more: dict[str, Any], is_template: bool) -> None:
    data = {"name": "Hello", "subject": "Order", "body": "Hi"} | more
    assert found(data) == (["Order", "Hi"] if is_template else [])
