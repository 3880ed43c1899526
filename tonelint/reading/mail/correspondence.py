"""Who wrote a mail, and which mail it answers."""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

MOST_REMEMBERED = 500
"""How many mails of customers are remembered; an answer further off than that goes without its question."""

LONGEST_REMEMBERED = 8_000
"""How many characters are remembered of each."""

LONGEST_SENDER = 1_000
"""How many characters of a sender are looked at."""

_QUOTED_NAME = re.compile(r'"(?:[^"\\]|\\.)*+"')
_ADDRESS = re.compile(r'(?<![^\s<>"(),:;])[^\s<>"(),:;@]++@[^\s<>"(),:;@]++')
_IN_BRACKETS = re.compile(r"<[^<>]*+>")
_IDENTITY = re.compile(r"<[^<>\s]++>")


def is_company(fields: Mapping[str, str], addresses: Collection[str]) -> bool:
    """Whether the company wrote a mail.

    Args:
        fields: the fields of its header.
        addresses: the addresses, or domains with an ``@`` in front, that the company writes from, in any case. Where
            there are none, every mail is the company's.
    """
    if not addresses:
        return True
    own = {address.strip().lower() for address in addresses}
    senders = (found.lower() for found in _addresses(fields.get("from") or fields.get("sender", "")))
    return any(sender in own or sender[sender.index("@") :] in own for sender in senders)


class Correspondence:
    """What customers wrote lately, by the identities of their mails."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, str] = OrderedDict()

    def remember(self, fields: Mapping[str, str], text: str) -> None:
        """Keeps the beginning of a customer's mail, without what it quotes; the oldest one is forgotten for it."""
        identity = _IDENTITY.search(fields.get("message-id", ""))
        if not identity:
            return
        lines = text[:LONGEST_REMEMBERED].split("\n")
        self._texts[identity[0]] = "\n".join(line for line in lines if not line.startswith(">"))
        if len(self._texts) > MOST_REMEMBERED:
            self._texts.popitem(last=False)

    def question(self, fields: Mapping[str, str]) -> str:
        """What the customer wrote in the mail that one answers, or else latest in the same thread; or empty."""
        return next((self._texts[identity] for identity in _answered(fields) if identity in self._texts), "")


def _addresses(value: str) -> Iterator[str]:
    """The addresses of a field; a name in front of one in brackets may look like one and is none."""
    unnamed = _QUOTED_NAME.sub(" ", value[:LONGEST_SENDER])
    told = " ".join(_IN_BRACKETS.findall(unnamed)) or unnamed
    return (found[0] for found in _ADDRESS.finditer(told))


def _answered(fields: Mapping[str, str]) -> Iterator[str]:
    """The mails that one refers to, the nearest first."""
    yield from _IDENTITY.findall(fields.get("in-reply-to", ""))
    yield from reversed(_IDENTITY.findall(fields.get("references", "")))
