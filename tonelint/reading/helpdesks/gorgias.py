"""Gorgias: macros and the messages of tickets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import (
    by_thread,
    has,
    is_false,
    mappings,
    messages,
    oldest_first,
    text_in,
)
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.threads import Message, Speaker, by_flag, message, replies
from tonelint.reading.language_tags import language_of_tag
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_NOTE = "internal-note"
_RESPONSE = "setResponseText"
_BODY = {"body_text": read_plain, "body_html": read_html}
_STRIPPED = {"stripped_text": read_plain, "stripped_html": read_html}
# Quotes are stripped, and sign-offs with them: good for what a customer says, while replies are judged with theirs.
_OF_COMPANY = {**_BODY, **_STRIPPED}
_OF_CUSTOMER = {**_STRIPPED, **_BODY}


def macro(value: Value) -> list[Text] | None:
    """A macro: the responses among its actions, each of which stands there twice, with and without markup."""
    actions = mappings(value.get("actions"))
    responses = [action.get("arguments") for action in actions if action.text_at("name") == _RESPONSE]
    if not responses:
        return None
    language = language_of_tag(value.text_at("language"))
    return [text for response in responses if response for text in text_in(response, _BODY, language=language)]


def ticket_messages(value: Value) -> list[Text] | None:
    """The messages of one or many tickets."""
    parts = messages(value, "from_agent")
    if not any(has(part, *_OF_COMPANY) for part in parts):
        return None
    threads = by_thread(oldest_first(parts, "created_datetime"), "ticket_id")
    return [text for thread in threads for text in replies(map(_message, thread))]


def _message(part: Value) -> Message:
    is_note = _NOTE in {part.text_at("channel"), part.text_at("via")} or is_false(part, "public")
    if is_note:
        return Message(None, Speaker.NOBODY)
    speaker = by_flag(part, "from_agent", Speaker.COMPANY, Speaker.CUSTOMER)
    return message(part, speaker, _OF_COMPANY if speaker is Speaker.COMPANY else _OF_CUSTOMER)


KNOWN = (
    Known.by(macro, "actions", signs=(_RESPONSE,)),
    Known.by(ticket_messages, "from_agent"),
)
