"""One mail of the company: where it begins, its language, and what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.reading.mail.mime import parse_mail
from tonelint.reading.mail.texts import declared_language, text_of
from tonelint.reading.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tonelint.errors import Fault
    from tonelint.model import Source, Tongue
    from tonelint.reading.mail.mime import Entity

NO_MAIL = (
    "a mail begins with header lines such as “From: Anna <anna@example.se>”, and here stand none;"
    " save it again from the mail program, or as .txt"
)
"""What is wrong where ``mail_in`` finds no mail."""

# Mailboxes and some mail programs write an envelope line in front of the header.
_IN_FRONT = re.compile(r"\ufeff?(?:[ \t]*+(?:\r\n?|\n))*+(?:>?From [^\r\n]*+(?:\r\n?|\n))?")
_HEADER_LINE = re.compile(r"[!-9;-~]++[ \t]*+:")


def mail_in(source: Source) -> Entity | None:
    """The mail that a source holds, behind blank lines and an envelope line; None where no header begins there."""
    front = _IN_FRONT.match(source.text)
    start = front.end() if front else 0
    return parse_mail(source.text, start) if _HEADER_LINE.match(source.text, start) else None


def company_prose(
    source: Source, mail: Entity, *, location: str = "", customer: str = "", is_armoured: bool = False
) -> Iterator[Prose | Fault]:
    """What a mail of the company says, and what of it could not be read.

    Args:
        source: what the offsets of the mail are offsets in.
        mail: its structure.
        location: where it stands in its file, or empty.
        customer: what the customer wrote that it answers, or empty.
        is_armoured: as for ``text_of``.
    """
    text = text_of(source, mail, is_armoured=is_armoured)
    language = language_of(mail.fields)
    for rendering in text.renderings:
        yield Prose(source, rendering, language, location, customer)
    yield from text.faults


def language_of(fields: Mapping[str, str]) -> Tongue | None:
    """The language that the header of a mail declares.

    Beside ``Accept-Language`` it is that of the sender's mail program (Outlook writes both), whatever the text is in.
    """
    return None if "accept-language" in fields else declared_language(fields)
