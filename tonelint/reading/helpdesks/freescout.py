"""FreeScout: saved replies, as its database keeps them. Its conversations are written as Help Scout's are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.markup import read_html

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text


def saved_reply(value: Value) -> list[Text] | None:
    """A saved reply of a mailbox."""
    return text_in(value, {"text": read_html}) or None if value.text_at("name") else None


KNOWN = tuple(Known.by(saved_reply, mailbox, "name", "text") for mailbox in ("mailbox_id", "mailboxId"))
