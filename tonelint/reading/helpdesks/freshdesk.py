"""Freshdesk and Freshservice: canned responses, tickets and their conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import by_thread, has, is_true, messages, oldest_first, text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.threads import Message, Speaker, by_flag, message, replies
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_CANNED = {"content_html": read_html, "content": read_plain}
_DESCRIPTION = {"description_text": read_plain, "description": read_html}
_BODY = {"body_text": read_plain, "body": read_html}
# The number of the channel of tickets that the company opens by writing to a customer.
_OUTBOUND_MAIL = "10"


def canned_response(value: Value) -> list[Text] | None:
    """A canned response, whose text stands there twice, with and without markup."""
    return text_in(value, _CANNED) if has(value, "folder_id", "visibility") else None


def ticket(value: Value) -> list[Text] | None:
    """A ticket: its description, and the conversations about it."""
    conversations = value.get("conversations")
    parts = messages(conversations, "incoming", "private") if conversations else []
    if not parts:
        return None
    is_ours = value.text_at("source") == _OUTBOUND_MAIL
    opening = message(value, Speaker.COMPANY if is_ours else Speaker.CUSTOMER, _DESCRIPTION)
    return list(replies([opening, *_thread(parts)]))


def conversations(value: Value) -> list[Text] | None:
    """Conversations of one or many tickets without the tickets."""
    parts = messages(value, "incoming", "private")
    if not any(has(part, *_BODY) for part in parts):
        return None
    return [text for thread in by_thread(parts, "ticket_id") for text in replies(_thread(thread))]


def _thread(parts: list[Value]) -> list[Message]:
    return [message(part, _speaker(part), _BODY) for part in oldest_first(parts, "created_at")]


def _speaker(part: Value) -> Speaker:
    if is_true(part, "private"):
        return Speaker.NOBODY
    return by_flag(part, "incoming", Speaker.CUSTOMER, Speaker.COMPANY)


KNOWN = (
    Known.by(canned_response, "content_html", "title"),
    Known.by(ticket, "conversations", signs=("incoming",)),
    Known.by(conversations, "incoming", "private"),
)
