"""HubSpot: snippets, mail templates and the messages of conversations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import by_thread, messages, oldest_first, text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.threads import Message, Speaker, message, replies
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_TOKENS = ("contact.", "company.", "deal.", "ticket.", "owner.", "sender.", "personalization_token(")
_TOKEN = re.compile(rf"\{{\{{ ?(?:{'|'.join(map(re.escape, _TOKENS))})")
_SPEAKERS = {"INCOMING": Speaker.CUSTOMER, "OUTGOING": Speaker.COMPANY}
_BODY = {"text": read_plain, "richText": read_html}


def snippet(value: Value) -> list[Text] | None:
    """A snippet: a text with a shortcut."""
    return text_in(value, {"body": None}) or None if value.text_at("name") and value.text_at("shortcut") else None


def template(value: Value) -> list[Text] | None:
    """A mail template, which is told by the tokens in it; its keys are those of many other things."""
    if not any(_TOKEN.search(value.text_at(key)) for key in ("subject", "body")):
        return None
    return [*text_in(value, {"subject": read_plain}, is_whole=False), *text_in(value, {"body": None})]


def thread_messages(value: Value) -> list[Text] | None:
    """Messages of one or many threads; comments among them are the team's own."""
    parts = messages(value, "conversationsThreadId", "type")
    if not any(part.text_at("direction") in _SPEAKERS for part in parts):
        return None
    threads = by_thread(oldest_first(parts, "createdAt"), "conversationsThreadId")
    return [text for thread in threads for text in replies(map(_message, thread))]


def _message(part: Value) -> Message:
    is_message = part.text_at("type") == "MESSAGE"
    return message(part, _SPEAKERS.get(part.text_at("direction") if is_message else "", Speaker.NOBODY), _BODY)


KNOWN = (
    Known.by(snippet, "shortcut", "name", "body"),
    Known.by(template, "subject", "name", "body", signs=_TOKENS),
    Known.by(thread_messages, "conversationsThreadId", "type"),
)
