"""Zendesk: macros, triggers, automations, and dynamic content. Help-center articles are no replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import has, is_false, mappings
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.shapes import Text
from tonelint.reading.language_tags import language_of_tag
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.data.nodes import Value

_COMMENTS = {"comment_value_html": read_html, "comment_value": read_plain}
# Of side conversations, which go to third parties, nothing is read.
_MAILS = frozenset({"notification_user", "deflection"})
_SHORT_MESSAGES = "notification_sms_user"
_TWEET = "tweet_requester"
_SUBJECT = "subject"
_TELLING = (*_COMMENTS, *sorted(_MAILS), _SHORT_MESSAGES, _TWEET)
_CUSTOMERS = frozenset({"requester", "requester_id", "requester_and_ccs", "end_user"})


def rule(value: Value) -> list[Text] | None:
    """A macro, trigger or automation: its comments, subjects and mails to the requester."""
    actions = mappings(value.get("actions"))
    fields = [action.text_at("field") for action in actions]
    if not all(fields) or set(_TELLING).isdisjoint(fields):
        return None
    spoken = _spoken(fields, actions)
    return [
        text
        for field, action in zip(fields, actions, strict=True)
        if field not in _COMMENTS or field == spoken
        for text in _texts(field, action.get("value"))
        if text.value.text.strip()
    ]


def dynamic_content(value: Value) -> list[Text] | None:
    """An item of dynamic content: its variants, one for each language."""
    variants = mappings(value.get("variants"))
    if not variants or not all(_is_variant(variant) for variant in variants):
        return None
    return [
        Text(content, language=language_of_tag(variant.text_at("locale")))
        for variant in variants
        if (content := variant.get("content")) and content.text.strip()
    ]


def _spoken(fields: list[str], actions: list[Value]) -> str:
    """The field of the comments that a customer gets: those with markup, where the same stand there without as well."""
    for field, action in zip(fields, actions, strict=True):
        if field == "comment_mode_is_public" and is_false(action, "value"):
            return ""
    return next((field for field in _COMMENTS if field in fields), "")


def _texts(field: str, value: Value | None) -> Iterator[Text]:
    """What an action tells a customer."""
    if value is None:
        return
    items = list(value.items())
    if field in _COMMENTS:
        # A text, or a list of the channel and a text.
        comment = items[1] if len(items) == 2 else value
        yield Text(comment, _COMMENTS[field])
    elif field in {_SUBJECT, _TWEET}:
        yield Text(value, read_plain, is_whole=field == _TWEET)
    elif items and items[0].text in _CUSTOMERS:
        # The recipient, the subject (of short messages, the sender's number) and the body.
        if field in _MAILS:
            yield from (Text(subject, read_plain, is_whole=False) for subject in items[1:2])
        if field in {*_MAILS, _SHORT_MESSAGES}:
            yield from map(Text, items[2:3])


def _is_variant(variant: Value) -> bool:
    return has(variant, "default") and has(variant, "locale", "locale_id") and has(variant, "content")


KNOWN = (
    Known.by(rule, "actions", signs=_TELLING),
    Known.by(dynamic_content, "variants"),
)
