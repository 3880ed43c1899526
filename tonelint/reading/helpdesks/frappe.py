"""Frappe Helpdesk: saved replies and mail templates, as its fixtures keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import is_true, text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_REPLIES = frozenset({"HD Canned Response", "HD Saved Reply"})


def document(value: Value) -> list[Text] | None:
    """A document by its type: a saved reply or a mail template."""
    kind = value.text_at("doctype")
    if kind in _REPLIES:
        return text_in(value, {"message": read_html, "response": read_html, "answer": read_html})
    if kind != "Email Template":
        return None
    body = "response_html" if is_true(value, "use_html") else "response"
    return [*text_in(value, {"subject": read_plain}, is_whole=False), *text_in(value, {body: read_html})]


KNOWN = (Known.by(document, "doctype"),)
