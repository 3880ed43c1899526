"""Zendesk: tickets with their comments, as its exports write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.fields import filled, is_true, mappings, messages, oldest_first
from tonelint.reading.helpdesks.known import Known
from tonelint.reading.helpdesks.threads import Message, Speaker, message, replies
from tonelint.reading.markup import read_html, read_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.shapes import Text

_FIELDS = {"plain_body": read_plain, "body": read_plain, "html_body": read_html}
_SPEAKERS = {"agent": Speaker.COMPANY, "admin": Speaker.COMPANY, "end-user": Speaker.CUSTOMER}


def ticket(value: Value) -> list[Text] | None:
    """A ticket with its comments; the ticket may stand beside them too."""
    beside = value.get("ticket")
    return _replies(beside if beside and beside.is_mapping else value, value.get("comments"), _roles(value))


def tickets(value: Value) -> list[Text] | None:
    """Tickets, and beside them the users that wrote in them."""
    inner = mappings(value.get("tickets"))
    if not any(item.get("comments") for item in inner):
        return None
    roles = _roles(value)
    return [text for item in inner for text in _replies(item, item.get("comments"), roles) or ()]


def _replies(ticket: Value, list_of_comments: Value | None, roles: Mapping[str, str]) -> list[Text] | None:
    comments = messages(list_of_comments, "author_id", "public") if list_of_comments else []
    if not any(filled(comment, _FIELDS) for comment in comments):
        return None
    requester = ticket.text_at("requester_id") or _text_at(ticket, "requester", "id")
    thread = [
        message(comment, _speaker(comment, requester, roles), _FIELDS)
        for comment in oldest_first(comments, "created_at")
    ]
    return list(replies([*_description(ticket, requester, thread), *thread]))


def _description(ticket: Value, requester: str, thread: list[Message]) -> list[Message]:
    """What the customer wrote to open the ticket, where the comments do not begin with it."""
    description = ticket.get("description")
    is_agents = bool(requester) and ticket.text_at("submitter_id") not in {"", requester}
    first = thread[0]
    is_there = first.speaker is Speaker.CUSTOMER or (
        description is not None and first.value is not None and first.value.text.strip() == description.text.strip()
    )
    return [] if is_agents or is_there else [Message(description, Speaker.CUSTOMER, read_plain)]


def _speaker(comment: Value, requester: str, roles: Mapping[str, str]) -> Speaker:
    """Who wrote a comment; nobody where neither the requester nor the author's role is known."""
    author = comment.text_at("author_id")
    if not is_true(comment, "public") or author == "-1" or comment.text_at("type") not in {"", "Comment"}:
        return Speaker.NOBODY
    if author == requester:
        return Speaker.CUSTOMER
    role = roles.get(author) or _text_at(comment, "author", "role")
    return _SPEAKERS.get(role, Speaker.COMPANY if requester else Speaker.NOBODY)


def _roles(value: Value) -> dict[str, str]:
    """The roles of the users that are listed in a mapping, by their numbers."""
    return {user.text_at("id"): user.text_at("role") for user in mappings(value.get("users"))}


def _text_at(value: Value, *path: str) -> str:
    found = value.at(*path)
    return found.text if found else ""


KNOWN = (
    Known.by(tickets, "tickets", "users", signs=("author_id",)),
    Known.by(ticket, "comments", signs=("author_id",)),
)
