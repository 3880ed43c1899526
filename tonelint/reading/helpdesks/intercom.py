"""Intercom: macros and conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import mappings, oldest_first, text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.threads import Message, Speaker, message, replies
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_SPEAKERS = {
    "admin": Speaker.COMPANY,
    "user": Speaker.CUSTOMER,
    "lead": Speaker.CUSTOMER,
    "contact": Speaker.CUSTOMER,
}
# Who closes, opens or assigns a conversation may write in the same breath.
_SPOKEN = frozenset({"comment", "open", "close", "assignment", "quick_reply"})


def macro(value: Value) -> list[Text] | None:
    """A macro, with its text once as a template and once as HTML."""
    if value.text_at("type") != "macro" or not value.text_at("name"):
        return None
    return text_in(value, {"body_text": read_plain, "body": read_html}) or None


def conversation(value: Value) -> list[Text] | None:
    """A conversation: its opening, and what was said since."""
    parts = value.at("conversation_parts", "conversation_parts")
    if not parts or not parts.is_list or not all(part.get("author") for part in parts.items()):
        return None
    opening = value.get("source")
    spoken = [_message(part, is_spoken=part.text_at("part_type") in _SPOKEN) for part in _in_order(parts)]
    return list(replies([*([_message(opening)] if opening else []), *spoken]))


def _in_order(parts: Value) -> list[Value]:
    return oldest_first(mappings(parts), "created_at")


def _message(part: Value, *, is_spoken: bool = True) -> Message:
    """A part of a conversation: HTML, or plain text where it was exported so."""
    author = part.at("author", "type")
    speaker = _SPEAKERS.get(author.text, Speaker.NOBODY) if author and is_spoken else Speaker.NOBODY
    return message(part, speaker, {"body": None})


KNOWN = (
    Known.by(macro, "body_text", "type"),
    Known.by(macro, "available_on", "type"),
    Known.by(macro, "visible_to", "type"),
    Known.by(conversation, "conversation_parts"),
)
