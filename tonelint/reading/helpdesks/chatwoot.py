"""Chatwoot: canned responses and the messages of conversations, which are written in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import by_thread, has, is_true, messages, oldest_first, text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.threads import Message, Speaker, message, replies
from tonelint.reading.markup import read_markdown, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_SPEAKERS = {
    "0": Speaker.CUSTOMER,
    "incoming": Speaker.CUSTOMER,
    "1": Speaker.COMPANY,
    "outgoing": Speaker.COMPANY,
}
_EVENTS = frozenset({"2", "activity", "3", "template"})
_BOT = "agent_bot"


def canned_response(value: Value) -> list[Text] | None:
    """A canned response."""
    return text_in(value, {"content": read_markdown}) or None if value.text_at("short_code") else None


def conversation(value: Value) -> list[Text] | None:
    """A conversation, which holds its last message twice."""
    inner = value.get("messages")
    return conversation_messages(inner) if inner else None


def conversation_messages(value: Value) -> list[Text] | None:
    """Messages of one or many conversations."""
    parts = messages(value, "message_type", "content")
    kinds = {part.text_at("message_type") for part in parts}
    if not kinds or not kinds <= {*_SPEAKERS, *_EVENTS} or not all(has(part, "private", "inbox_id") for part in parts):
        return None
    threads = by_thread(oldest_first(parts, "created_at"), "conversation_id")
    return [text for thread in threads for text in replies(map(_message, thread))]


def _message(part: Value) -> Message:
    speaker = _SPEAKERS.get(part.text_at("message_type"), Speaker.NOBODY)
    sender = part.at("sender", "type")
    if is_true(part, "private") or (sender and sender.text == _BOT):
        speaker = Speaker.NOBODY
    return message(part, speaker, {"content": read_markdown if speaker is Speaker.COMPANY else read_plain})


KNOWN = (
    Known.by(canned_response, "short_code", "content"),
    Known.by(conversation, "messages", "inbox_id", signs=("message_type",)),
    Known.by(conversation_messages, "message_type", "content"),
)
