"""HubSpot: what is a snippet or template."""

from __future__ import annotations

import pytest

from tests.reading.helpdesks.values import found


@pytest.mark.parametrize("lost", ["name", "shortcut", "body"])
def test_a_snippet_of_hubspot_has_a_name_and_a_shortcut(lost: str) -> None:
    snippet = {"name": "Hello", "shortcut": "#hello", "body": "Hi"}
    assert found(snippet) == ["Hi"]
    assert found(snippet | {lost: ""}) == []


@pytest.mark.parametrize(
    ("token", "is_template"),
    [
        ("{{ contact.firstname }}", True),
        ("{{contact.firstname}}", True),
        ("{{ ticket.id }}", True),
        ('{{ personalization_token("contact.firstname", "there") }}', True),
        ("{{ name }}", False),
        ("{contact.name}", False),
    ],
)
def test_a_template_of_hubspot_is_told_by_its_tokens(token: str, is_template: bool) -> None:
    data = {"name": "Hello", "subject": "Order", "body": f"Hi {token}"}
    assert found(data) == (["Order", data["body"]] if is_template else [])
