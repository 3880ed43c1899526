"""Mails saved one by one (``.eml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.errors import Fault, ReadError
from tonelint.reading.mail.correspondence import is_company
from tonelint.reading.mail.message import NO_MAIL, company_prose, mail_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.reading.document import Document, ReadOptions
    from tonelint.reading.prose import Prose


def read_mail(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    """The text of a mail, as one message; header and subject are not read.

    A mail that no address of the company sent is a customer's and is left alone. What the mail quotes stays in the
    text, marked as it is.

    Args:
        document: a mail, decoded as UTF-8 with ``surrogateescape``.
        options: the addresses of the company; without any, every mail is the company's.

    Returns:
        The message, nothing where the mail has no words; and faults where a part of it cannot be read.

    Raises:
        ReadError: the file is no mail.
    """
    source = document.whole()
    if not source.text.strip():
        return
    mail = mail_in(source)
    if mail is None:
        raise ReadError(Fault(source.path, NO_MAIL, source.first_line, 1))
    if is_company(mail.fields, options.company_addresses):
        yield from company_prose(source, mail)
