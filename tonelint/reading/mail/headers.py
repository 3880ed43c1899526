"""The header of a mail or of one of its parts: the fields that tell how it is to be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from email.message import Message

LONGEST_VALUE = 10_000
"""The characters of a field that are looked at; a long thread refers to a hundred mails."""

LONGEST_PARAMETERS = 1_000
"""The characters of a field with parameters that are looked at: the standard library takes quadratic time."""

_KEPT = frozenset(
    "content-type content-transfer-encoding content-disposition content-language accept-language"
    " from sender message-id in-reply-to references".split()
)
# A line with two hyphens in front stands between two parts, whatever follows.
_FIELD = re.compile(
    r"(?!--) (?P<name> [!-9;-~]++ ) [ \t]*+ :"
    r" (?P<value> [^\r\n]*+ (?: (?:\r\n|\n|\r) [ \t][^\r\n]*+ )*+ ) (?: \r\n?|\n|\Z )",
    re.VERBOSE,
)
_LINE_BREAK = re.compile(r"\r\n?|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")
_COMMENT = re.compile(r"\([^()]*+\)")


class Header(NamedTuple):
    """The fields of a header and the offset behind it.

    Attributes:
        fields: the values of the fields that matter, by their names in lower case, line breaks taken out; of several
            fields of one name the first.
        end: where the body begins.
        is_empty: whether it holds no field at all.
    """

    fields: Mapping[str, str]
    end: int
    is_empty: bool


class ContentType(NamedTuple):
    """What a part says of its content.

    Attributes:
        kind: ``text/plain``, in lower case.
        charset: the character set as it is named, or empty.
        boundary: what stands between its parts, or empty.
        is_flowed: whether a line that ends in a space goes on in the next (RFC 3676).
        deletes_space: whether that space is no part of the text.
    """

    kind: str = "text/plain"
    charset: str = ""
    boundary: str = ""
    is_flowed: bool = False
    deletes_space: bool = False


def read_header(text: str, start: int, end: int) -> Header:
    """The header that begins at an offset.

    It ends with a blank line, or where a line is no field; that line then belongs to the body, as for other readers.

    Args:
        text: the mail.
        start: where the header begins.
        end: the offset behind the mail.
    """
    fields: dict[str, str] = {}
    at = start
    while field := _FIELD.match(text, at, end):
        name = field["name"].lower()
        if name in _KEPT and name not in fields:
            value_start, value_end = field.span("value")
            fields[name] = _LINE_BREAK.sub("", text[value_start : min(value_end, value_start + LONGEST_VALUE)]).strip()
        at = field.end()
    blank = _LINE_BREAK.match(text, at, end)
    return Header(fields, blank.end() if blank else at, at == start)


def content_type(fields: Mapping[str, str]) -> ContentType:
    """What ``Content-Type`` says; plain text where it is missing or makes no sense."""
    value = fields.get("content-type")
    if value is None:
        return ContentType()
    message = _message("Content-Type", value)
    return ContentType(
        message.get_content_type(),
        _parameter(message, "charset").strip(),
        _parameter(message, "boundary").rstrip(),
        _parameter(message, "format").strip().lower() == "flowed",
        _parameter(message, "delsp").strip().lower() == "yes",
    )


def transfer_encoding(fields: Mapping[str, str]) -> str:
    """How the characters are written, in lower case (``quoted-printable``); empty where nothing is said."""
    return _COMMENT.sub("", fields.get("content-transfer-encoding", "")).strip(" \t;\"'").lower()


def is_attachment(fields: Mapping[str, str]) -> bool:
    """Whether a part is a file sent along with the text: it is said to be one, or has a file name."""
    disposition = fields.get("content-disposition", "")
    if disposition and _message("Content-Disposition", disposition).get_content_disposition() == "attachment":
        return True
    named = (("Content-Disposition", disposition, "filename"), ("Content-Type", fields.get("content-type", ""), "name"))
    return any(value and _parameter(_message(name, value), key, name) for name, value, key in named)


def _message(name: str, value: str) -> Message:
    """A field for the standard library to take apart, which fails at bytes that are no text."""
    from email.message import Message

    message = Message()
    message[name] = _SURROGATE.sub("\ufffd", value[:LONGEST_PARAMETERS])
    return message


def _parameter(message: Message, key: str, name: str = "Content-Type") -> str:
    """A parameter of a field; empty where it is missing or cannot be decoded."""
    from email.utils import collapse_rfc2231_value

    try:
        return collapse_rfc2231_value(message.get_param(key, "", name))
    except ValueError:
        return ""
