"""Help Scout: saved replies and the threads of conversations, which FreeScout writes in the same way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import has, mappings, messages, oldest_first, text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.threads import Speaker, message, replies
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_PLACEHOLDER = re.compile(r"\{%\s?(?:customer|user|mailbox|conversation)\.")
_LISTS = ("savedReplies", "saved_replies", "saved-replies")
_SPEAKERS = {"message": Speaker.COMPANY, "reply": Speaker.COMPANY, "customer": Speaker.CUSTOMER}
_CHATS = frozenset({"chat", "beaconchat"})
_AUTHORS = {"user": Speaker.COMPANY, "customer": Speaker.CUSTOMER}
_UNSENT = frozenset({"draft", "hidden", "underreview"})


def saved_reply(value: Value) -> list[Text] | None:
    """A saved reply by itself: with a text for chats beside that for mail, or with placeholders."""
    is_reply = has(value, "chatText") or _PLACEHOLDER.search(value.text_at("text"))
    return _texts(value) if is_reply else None


def saved_replies(value: Value) -> list[Text] | None:
    """A list of saved replies that is called so."""
    replies = [reply for key in _LISTS for reply in mappings(value.get(key))]
    named = [reply for reply in replies if reply.text_at("name") and has(reply, "text", "chatText")]
    return [text for reply in named for text in _texts(reply)] if named and len(named) == len(replies) else None


def threads(value: Value) -> list[Text] | None:
    """The threads of a conversation, the newest of which stands first."""
    parts = messages(value, "createdBy", "type")
    authors = [part.at("createdBy", "type") for part in parts if part.text_at("type") in {*_SPEAKERS, *_CHATS}]
    if not authors or not all(author and author.text in _AUTHORS for author in authors):
        return None
    return list(
        replies(message(part, _speaker(part), {"body": read_html}) for part in oldest_first(parts, "createdAt"))
    )


def _texts(reply: Value) -> list[Text]:
    return [*text_in(reply, {"text": read_html}), *text_in(reply, {"chatText": read_plain})]


def _speaker(part: Value) -> Speaker:
    kind, author = part.text_at("type"), part.at("createdBy", "type")
    if part.text_at("state") in _UNSENT:
        return Speaker.NOBODY
    if kind in _CHATS and author:
        return _AUTHORS.get(author.text, Speaker.NOBODY)
    return _SPEAKERS.get(kind, Speaker.NOBODY)


KNOWN = (
    Known.by(saved_reply, "text", "name", signs=("chatText", "{%")),
    *(Known.by(saved_replies, name) for name in _LISTS),
    Known.by(threads, "createdBy", "type"),
)
