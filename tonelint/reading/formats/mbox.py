"""Mailboxes (``.mbox``): mails one after the other, each behind a line that begins with "From "."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.errors import Fault, ReadError
from tonelint.model import Source
from tonelint.reading.mail.correspondence import Correspondence, is_company
from tonelint.reading.mail.message import NO_MAIL, company_prose, mail_in
from tonelint.reading.mail.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.reading.document import Document, ReadOptions
    from tonelint.reading.prose import Prose

LARGEST_MAIL = 32 * 2**20
"""The most characters of a mail that is read, with all its attachments; mail servers take about as much."""

MOST_LINES = 2_000_000
"""The most lines of a mail that is read: the places of lines take more memory than short lines do."""

_NO_MAILBOX = (
    "a mailbox begins with a line such as “From anna@example.se Mon Mar  3 10:00:00 2025”, and this line is none"
)
_SINGLE_MAIL = "; if it is a single mail, name it .eml"
_OTHERWISE = "; export it again as mbox, or name it by the format that it is in"
_TOO_LARGE = (
    f"a mail of more than {LARGEST_MAIL // 2**20} MB or {MOST_LINES:,} lines, attachments included, is not read;"
    " export it without them"
)
# In the text of a mail such lines are to be armoured by a ">", but not all programs do so: hence the date, too.
_DATED = re.compile(r"From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.*\d:\d\d")
_LONGEST_ENVELOPE = 500
_HEADER_LINE = re.compile(r"[!-9;-~]++:")
_UNDATED = re.compile(r"From \S++\s*+")


def read_mbox(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    """The texts of the mails of a mailbox, one by one; never more than one mail is held.

    Mails that no address of the company sent are a customer's. They are left alone, but the company's answers to them
    are given with what they say. ``location`` is "message 3" by the order of all mails; each has a source of its own.

    Args:
        document: a mailbox, decoded as UTF-8 with ``surrogateescape``.
        options: the addresses of the company; without any, every mail is the company's.

    Returns:
        The messages in order, and faults for mails, or parts of them, that cannot be read.

    Raises:
        ReadError: the file is no mailbox.
    """
    customers = Correspondence()
    for number, source in enumerate(_mails(document), 1):
        if isinstance(source, Fault):
            yield source
        elif not (mail := mail_in(source)):
            yield Fault(source.path, NO_MAIL, source.first_line, 1)
        elif is_company(mail.fields, options.company_addresses):
            location, question = f"message {number}", customers.question(mail.fields)
            yield from company_prose(source, mail, location=location, customer=question, is_armoured=True)
        elif readings := text_of(source, mail, is_armoured=True).renderings:
            customers.remember(mail.fields, readings[0].text.text)


def _mails(document: Document) -> Iterator[Source | Fault]:
    """The mails with their envelope lines; a fault in place of one that is too large."""
    lines: list[str] = []
    first_line = size = 0
    was_blank = True
    for line in _from_first_envelope(document):
        if _is_envelope(line.text, follows_blank=was_blank) or not first_line:
            if first_line:
                yield _mail(document.path, lines, first_line, size)
            lines, first_line, size = [], line.first_line, 0
        size += len(line.text) if len(lines) < MOST_LINES else LARGEST_MAIL
        if size > LARGEST_MAIL:
            lines = []
        else:
            lines.append(line.text)
        was_blank = not line.text.strip("\r\n")
    if first_line:
        yield _mail(document.path, lines, first_line, size)


def _mail(path: str, lines: Iterable[str], first_line: int, size: int) -> Source | Fault:
    if size > LARGEST_MAIL:
        return Fault(path, _TOO_LARGE, first_line, 1)
    return Source(path, "".join(lines), first_line=first_line)


def _from_first_envelope(document: Document) -> Iterator[Source]:
    """The lines of a mailbox, without blank ones in front."""
    is_begun = False
    for line in document.lines():
        text = line.text if is_begun else line.text.removeprefix("\ufeff")
        if not is_begun and text.strip():
            if not text.startswith("From "):
                raise ReadError(Fault(document.path, _NO_MAILBOX + _hint(text), line.first_line, 1))
            is_begun = True
        if is_begun:
            yield line


def _hint(text: str) -> str:
    return _SINGLE_MAIL if _HEADER_LINE.match(text) else _OTHERWISE


def _is_envelope(text: str, *, follows_blank: bool) -> bool:
    """Whether a line stands in front of a mail: with a date, or alone with a sender behind a blank line."""
    if not text.startswith("From ") or len(text) > _LONGEST_ENVELOPE:
        return False
    return bool(_DATED.match(text)) or (follows_blank and bool(_UNDATED.fullmatch(text)))
