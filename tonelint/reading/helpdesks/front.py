"""Front: message templates and the messages of conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import by_thread, has, is_true, messages, oldest_first, text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.threads import Message, Speaker, by_flag, message, replies
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_KEYS = ("is_available_for_all_inboxes", "is_inbox_specific", "inbox_ids", "folder_id")
_NUMBER = "rsp_"
_HOST = "frontapp.com"
_BODY = {"text": read_plain, "body": read_html}


def template(value: Value) -> list[Text] | None:
    """A message template: its subject and body."""
    link = value.at("_links", "self")
    is_template = (
        has(value, *_KEYS) or value.text_at("id").startswith(_NUMBER) or (link is not None and _HOST in link.text)
    )
    if not is_template or not value.text_at("name"):
        return None
    return [*text_in(value, {"subject": read_plain}, is_whole=False), *text_in(value, {"body": read_html})]


def conversation_messages(value: Value) -> list[Text] | None:
    """Messages of one or many conversations, the newest of which stands first."""
    parts = messages(value, "is_inbound")
    if not any(has(part, *_BODY) for part in parts):
        return None
    threads = by_thread(oldest_first(parts, "created_at"), "_links", "related", "conversation")
    return [text for thread in threads for text in replies(map(_message, thread))]


def _message(part: Value) -> Message:
    if is_true(part, "is_draft"):
        return Message(None, Speaker.NOBODY)
    return message(part, by_flag(part, "is_inbound", Speaker.CUSTOMER, Speaker.COMPANY), _BODY)


KNOWN = (
    Known.by(template, "subject", "name", "body", signs=(*_KEYS, _NUMBER, _HOST)),
    Known.by(conversation_messages, "is_inbound"),
)
