"""Zendesk's macros, triggers and dynamic content beyond the samples."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import value_of
from tonelint.model import Foreign, Language
from tonelint.reading.helpdesks import texts


def found(*actions: tuple[str, Any]) -> list[str]:
    data = {"title": "T", "actions": [{"field": field, "value": value} for field, value in actions]}
    return [text.value.text for text in texts(value_of(data))]


@pytest.mark.parametrize("channel", ["channel:all", "all", "web", "chat"])
def test_a_comment_may_stand_behind_its_channel(channel: str) -> None:
    assert found(("comment_value", [channel, "Hi"])) == ["Hi"]


@pytest.mark.parametrize(
    "value", ["", None, [], ["channel:all"], ["channel:all", ""], ["all", "Hi", "Hi"], {"a": "Hi"}]
)
def test_a_comment_of_another_form_is_left_alone(value: Any) -> None:
    assert found(("comment_value", value)) == []


@pytest.mark.parametrize(("is_public", "expected"), [(True, ["Hi"]), ("true", ["Hi"]), (False, []), ("false", [])])
def test_the_comment_of_a_note_is_internal(is_public: Any, expected: list[str]) -> None:
    assert found(("comment_value", "Hi"), ("comment_mode_is_public", is_public)) == expected


def test_a_note_may_change_the_subject_all_the_same() -> None:
    assert found(("comment_mode_is_public", False), ("comment_value", "Hi"), ("subject", "Order")) == ["Order"]


def test_of_a_comment_with_and_without_markup_the_one_with_it_counts() -> None:
    assert found(("comment_value", "Hi"), ("comment_value_html", "<p>Hi</p>")) == ["<p>Hi</p>"]


@pytest.mark.parametrize("field", ["side_conversation", "side_conversation_ticket", "side_conversation_slack"])
def test_side_conversations_go_to_others(field: str) -> None:
    assert found((field, ["Subject", "Hi", "a@example.com"]), ("comment_value", "Hello")) == ["Hello"]


@pytest.mark.parametrize("recipient", ["requester", "requester_id", "requester_and_ccs", "end_user"])
def test_a_notification_to_the_customer_is_a_subject_and_a_body(recipient: str) -> None:
    assert found(("notification_user", [recipient, "Order", "Hi"])) == ["Order", "Hi"]
    assert found(("deflection", [recipient, "Order", "Hi"])) == ["Order", "Hi"]
    assert found(("notification_sms_user", [recipient, "4711", "Hi"])) == ["Hi"]


@pytest.mark.parametrize("recipient", ["assignee_id", "all_agents", "current_user", "agent", "360001", ""])
def test_a_notification_to_anybody_else_is_internal(recipient: str) -> None:
    assert found(("notification_user", [recipient, "Order", "Hi"])) == []
    assert found(("notification_sms_user", [recipient, "4711", "Hi"])) == []


def test_a_notification_to_a_group_or_a_system_is_internal() -> None:
    hook = ("notification_webhook", ["requester_id", "Order", "Hi"])
    group = ("notification_group", ["requester_id", "Order", "Hi"])
    assert found(hook, group, ("comment_value", "Hello")) == ["Hello"]


@pytest.mark.parametrize(
    ("value", "expected"), [(["requester_id", "Order"], ["Order"]), (["requester_id"], []), ("Hi", [])]
)
def test_a_notification_may_lack_its_body(value: Any, expected: list[str]) -> None:
    assert found(("notification_user", value)) == expected


def test_actions_without_a_field_are_of_another_product() -> None:
    data = {"actions": [{"field": "comment_value", "value": "Hi"}, {"type": "comment_value", "value": "Hi"}]}
    assert list(texts(value_of(data))) == []


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("sv", Language.SV),
        ("da-dk", Language.DA),
        ("en-US", Language.EN),
        ("de", Foreign("de")),
        ("", None),
        (None, None),
    ],
)
def test_the_language_of_dynamic_content_is_that_of_its_locale(locale: str | None, language: Any) -> None:
    variant = {"content": "Hi", "locale_id": 1, "locale": locale, "default": True}
    (text,) = texts(value_of({"name": "Greeting", "variants": [variant]}))
    assert text.language == language


@pytest.mark.parametrize("content", ["", " ", None, ["Hi"]])
def test_a_variant_without_words_is_none(content: Any) -> None:
    assert list(texts(value_of({"variants": [{"content": content, "locale_id": 1, "default": True}]}))) == []


@pytest.mark.parametrize("lost", ["content", "locale_id", "default"])
def test_variants_of_something_else_are_left_alone(lost: str) -> None:
    variant = {"content": "Hi", "locale_id": 1, "default": True}
    other = {key: value for key, value in variant.items() if key != lost}
    assert list(texts(value_of({"variants": [variant, other]}))) == []
