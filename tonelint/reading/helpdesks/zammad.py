"""Zammad: text modules and the articles of tickets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import by_thread, has, is_true, messages, oldest_first, text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.threads import Message, Speaker, message, replies
from tonelint.reading.language_tags import language_of_tag
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_PLACEHOLDER = re.compile(r"#\{(?:ticket|user|config)\.")
_SPEAKERS = {"Agent": Speaker.COMPANY, "Customer": Speaker.CUSTOMER, "System": Speaker.NOBODY}
_MARKUPS = {"text/html": read_html, "text/plain": read_plain}
# What an agent writes down of a call is sent to nobody.
_UNSENT = frozenset({"phone"})


def text_module(value: Value) -> list[Text] | None:
    """A text module."""
    is_module = (
        (has(value, "note") and has(value, "active"))
        or has(value, "foreign_id")
        or _PLACEHOLDER.search(value.text_at("content"))
    )
    if not is_module or not value.text_at("name"):
        return None
    return text_in(value, {"content": read_html}, language=language_of_tag(value.text_at("locale")))


def articles(value: Value) -> list[Text] | None:
    """Articles of one or many tickets."""
    parts = messages(value, "internal", "sender", "body")
    if not parts or any(part.text_at("sender") not in _SPEAKERS for part in parts):
        return None
    threads = by_thread(oldest_first(parts, "created_at"), "ticket_id")
    return [text for thread in threads for text in replies(map(_message, thread))]


def _message(article: Value) -> Message:
    is_unsent = is_true(article, "internal") or article.text_at("type") in _UNSENT
    speaker = Speaker.NOBODY if is_unsent else _SPEAKERS[article.text_at("sender")]
    kind = article.text_at("content_type").partition(";")[0].strip().lower()
    return message(article, speaker, {"body": _MARKUPS.get(kind)})


KNOWN = (
    Known.by(text_module, "keywords", "name", "content"),
    Known.by(articles, "internal", "sender", "body"),
)
