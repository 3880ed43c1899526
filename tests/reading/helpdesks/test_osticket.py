"""osTicket: what is a canned response or mail template."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import found, value_of
from tonelint.model import Language
from tonelint.reading.helpdesks import texts


@pytest.mark.parametrize(
    ("more", "is_response"),
    [
        ({"isenabled": 1}, True),
        ({"isenabled": 0}, True),
        ({"response": "Hi %{ticket.name}"}, True),
        ({"notes": ""}, False),
    ],
)
def test_a_canned_response_of_osticket_is_enabled_or_not_or_has_placeholders(
    more: dict[str, Any], is_response: bool
) -> None:
    data = {"title": "Hello", "response": "Hi"} | more
    assert found([data]) == ([data["response"]] if is_response else [])


@pytest.mark.parametrize(
    ("body", "is_for_customers"),
    [
        ("Hi %{recipient.name}", True),
        ("Hi %{recipient.name}, see %{recipient.ticket_link}", True),
        ("See %{ticket.staff_link}", False),
        ("Hi %{assignee.name.first}", False),
        ("Hi there", False),
    ],
)
def test_a_mail_template_of_osticket_has_placeholders_and_no_link_for_the_staff(
    body: str, is_for_customers: bool
) -> None:
    data = {"notes": "", "subject": "Order", "body": body}
    assert found(data) == (["Order", body] if is_for_customers else [])
    assert found(data | {"from": "a@example.com"}) == []


def test_osticket_may_tell_the_language() -> None:
    canned = {"title": "Hej", "response": "Hej %{ticket.name}", "lang": "sv_SE"}
    (text,) = texts(value_of(canned))
    assert text.language is Language.SV
