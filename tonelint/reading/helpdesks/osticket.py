"""osTicket: canned responses and mail templates, as its language packs keep them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import has, text_in
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.language_tags import language_of_tag
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_PLACEHOLDER = re.compile(r"%\{\w")
# Alerts to the staff link to the staff's side of a ticket, or name whom it was assigned to.
_FOR_STAFF = re.compile(r"%\{(?:[\w.]{0,60}\.staff_link|assignee|assigner)\b")
_TEMPLATE_KEYS = frozenset({"notes", "subject", "body", "lang", "id", "code_name", "tpl_id"})


def canned_response(value: Value) -> list[Text] | None:
    """A canned response; its notes are the staff's own."""
    is_canned = has(value, "isenabled") or _PLACEHOLDER.search(value.text_at("response"))
    if not is_canned or not value.text_at("title"):
        return None
    return text_in(value, {"response": None}, language=language_of_tag(value.text_at("lang"))) or None


def mail_template(value: Value) -> list[Text] | None:
    """A mail template: its subject and body; nothing of those for the staff."""
    subject, body = value.text_at("subject"), value.text_at("body")
    is_template = body and _TEMPLATE_KEYS.issuperset(value.keys) and _PLACEHOLDER.search(f"{subject}\n{body}")
    if not is_template:
        return None
    if _FOR_STAFF.search(body):
        return []
    language = language_of_tag(value.text_at("lang"))
    return [
        *text_in(value, {"subject": read_plain}, language=language, is_whole=False),
        *text_in(value, {"body": read_html}, language=language),
    ]


KNOWN = (
    Known.by(canned_response, "response", "title"),
    Known.by(mail_template, "notes", "subject", "body", signs=("%{",)),
)
