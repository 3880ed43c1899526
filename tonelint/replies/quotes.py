"""Which lines of a reply are the customer's, quoted by the company.

A quote is told by ``>`` or by what mail programs write above it: a separator, an address block, a line that says who
wrote when. The last must hold nothing but a date or address, a name and the verb, since a company also writes "Den 3
mars skrev du följande:" in its own words; a reply taken for a quote would go unjudged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile(r"[ \t]{0,3}>")
_REPLY_DELIMITER = re.compile(r"\s*##-.*-##\s*")
_RULE = re.compile(r"\s*_{5,}\s*")
_SEPARATOR = re.compile(
    r"\W*(?:(?:original|forwarded) message|originalmeddelande|(?:ursprungligt|vidarebefordrat) (?:meddelande|brev|mejl)"
    r"|(?:oprindelig|videresendt|opprinnelig) (?:meddelelse|besked|mail|melding))\W*",
    re.IGNORECASE,
)
_FROM = "from från fra".split()
_TITLE = "sent skickat sendt subject ämne emne".split()
_OTHER = "date datum dato to till til cc kopia kopi".split()
_KEY = re.compile(rf"\s*\**({'|'.join(_FROM + _TITLE + _OTHER)})\s*:", re.IGNORECASE)
_LEAST_KEYS, _MOST_KEYS = 3, 8

_ADDRESS = re.compile(r"<?\b[\w.+-]{1,64}@[\w.-]{1,255}>?")
_MONTH = r"(?:jan|feb|mar|apr|ma[ijy]|jun|jul|aug|sep|o[ck]t|nov|de[cs])[a-z]{0,6}\b\.?"
_DATE = re.compile(
    r"\ue002|\b\d{4}-\d\d-\d\d\b|\b\d\d?-\d\d?-\d{4}\b|\b\d{1,2}[./]\s?\d{1,2}(?:[./-]\s?\d{2,4})?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|:e|\.)?\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}}\b)?"
    rf"|\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}}\b)?",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:skrev|wrote|svarade|svarede|svarte|replied|skreiv)\b", re.IGNORECASE)
_CONNECTIVES = frozenset(
    "den d on at the kl klockan klokken på om am pm cet cest utc gmt via von van de der af av"
    " mån tis tir tirs ons tor tors fre lör lør sön søn mon tue wed thu fri sat sun".split()
)
_DAY = re.compile(r"\w{2,8}(?:dag|day)")
_WRITER = re.compile(r"[^\W\d_][\w'’-]*|[\ue000\ue001]")
_NOT_NAMES = frozenset("du ni jag vi i de jeg you we they he she it hon han hun kunden customer".split())
_NAME_WORDS = 6
_INTRODUCTION = 160
"""The longest line, in characters, that introduces a quote."""


def customer_lines(lines: Sequence[str]) -> list[bool]:
    """Tell for each line of a reply whether it is the customer's, the headers of quotes included.

    Below a header, the ``>`` lines that follow it are; where none do, everything to the end.
    """
    quoted = [bool(_MARK.match(line)) for line in lines]
    at = 0
    while at < len(lines):
        end = at if quoted[at] else _header_end(lines, at)
        if end == at:
            at += 1
            continue
        quoted[at:end] = [True] * (end - at)
        own_delimiter = _REPLY_DELIMITER.fullmatch(lines[at]) and not any(line.strip() for line in lines[:at])
        if not own_delimiter and not _quote_follows(lines, end):
            quoted[at:] = [True] * (len(lines) - at)
            break
        at = end
    return quoted


def _quote_follows(lines: Sequence[str], at: int) -> bool:
    """Whether the first line with anything on it, from ``at`` on, begins with ``>``."""
    return bool(_MARK.match(next((line for line in lines[at:] if line.strip()), "")))


def _header_end(lines: Sequence[str], at: int) -> int:
    """The line after the quote header that begins at a line; that line itself where none does."""
    line = lines[at]
    if _REPLY_DELIMITER.fullmatch(line) or _is_attribution(line):
        return at + 1
    keys_end = _keys_end(lines, at + 1)
    if _SEPARATOR.fullmatch(line) or (_RULE.fullmatch(line) and keys_end > at + 2):
        return keys_end
    if _KEY.match(line) and keys_end >= at + _LEAST_KEYS and _is_mail_header(lines, at, keys_end):
        return keys_end
    if _is_introduction(line) and _quote_follows(lines, at + 1):
        return at + 1
    if at + 1 < len(lines) and _is_wrapped_attribution(line, lines[at + 1]):
        return at + 2
    return at


def _keys_end(lines: Sequence[str], at: int) -> int:
    limit = min(len(lines), at + _MOST_KEYS)
    while at < limit and _KEY.match(lines[at]):
        at += 1
    return at


def _is_mail_header(lines: Sequence[str], start: int, end: int) -> bool:
    """Whether keys are those of a quoted mail: not of a journey from here to there, nor the reply's own at its top."""
    keys = {key[1].lower() for key in map(_KEY.match, lines[start:end]) if key}
    is_mail = bool(keys.intersection(_FROM)) and (
        bool(keys.intersection(_TITLE)) or any("@" in line for line in lines[start:end])
    )
    return is_mail and any(line.strip() for line in lines[:start])


def _is_wrapped_attribution(line: str, following: str) -> bool:
    return following.rstrip().endswith(":") and bool(_DATE.search(line)) and _is_attribution(f"{line} {following}")


def _is_introduction(line: str) -> bool:
    """Whether a line may introduce the ``>`` lines below: one clause, up to a colon, about writing or with a date."""
    told = line.strip()
    return (
        told.endswith(":")
        and len(told) <= _INTRODUCTION
        and bool(_VERB.search(told) or _DATE.search(told) or _ADDRESS.search(told))
    )


def _is_attribution(line: str) -> bool:
    """Whether a line says who wrote when, and nothing else."""
    if not _is_introduction(line) or not _VERB.search(line):
        return False
    date, address = _DATE.search(line), _ADDRESS.search(line)
    if not (date or address):
        return False
    if date and address and address[0].startswith("<"):
        return True
    rest = _VERB.sub(" ", _ADDRESS.sub(" ", _DATE.sub(" ", line)))
    names = [word for word in _WRITER.findall(rest) if not _is_connective(word.lower())]
    return (
        len(names) <= _NAME_WORDS
        and (bool(names) or bool(address))
        and all(not name[0].islower() and name.lower() not in _NOT_NAMES for name in names)
    )


def _is_connective(word: str) -> bool:
    return word in _CONNECTIVES or bool(_DAY.fullmatch(word))
