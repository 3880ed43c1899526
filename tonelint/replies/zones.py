"""Whose words stand where in a reply: the company's body, the quoted customer, the signature, the small print.

A zone is made of whole lines. In doubt a line is body: taken for another zone it would go unjudged.
"""

from __future__ import annotations

import re
from itertools import dropwhile, groupby
from typing import TYPE_CHECKING

from tonelint.model import Span, Zone, ZoneKind
from tonelint.replies.quotes import customer_lines
from tonelint.replies.signoffs import (
    SIGNATURE_LINES,
    is_closing,
    is_contact,
    is_legal,
    is_name_or_contact,
    is_prose,
    unphrased_signature,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GREETING = re.compile(
    r"(?:hejsan|hej|hei|heisann|hallå|halløj|hallo|tjena|tja|hi|hello|hey|dear|kære|kjære|kära|käre|bästa|bäste"
    r"|god(?: ?(?:morgon|morgen|dag|kväll|aften|eftermiddag|middag))|good (?:morning|day|afternoon|evening)"
    r"|till|til|att)\b(?P<names>(?:[^.!?,:;]|(?<=[hmd]r|ms|rs|fr)\.){0,60})\W*",
    re.IGNORECASE,
)
_GREETED = frozenset(
    "där du dig igen der there again all alla alle allihop sammen hr herr fru frk fröken mr mrs ms miss dr sir madam"
    " or and och og kund kunde customer valued".split()
)
_GREETED_WORDS = 6
_MAIL_DELIMITER = "-- "
"""What mail programs put above a signature (RFC 3676); nothing but the signature stands below it."""
_OPENING_LINES = 6
"""The greeting is one of the first so many lines: a letter names its subject above, a template its title and logo."""


def find_zones(text: str) -> tuple[Zone, ...]:
    """Tell whose words stand where.

    Args:
        text: a reply as plain text with line feeds between its lines.

    Returns:
        Zones in order, of whole lines, which together cover the text; neighbours differ in kind.
    """
    lines = text.split("\n")
    customer = customer_lines(lines)
    kinds = [ZoneKind.CUSTOMER if is_customer else ZoneKind.BODY for is_customer in customer]
    segments = list(_company_segments(lines, customer))
    for start, end in segments:
        kinds[start:end] = _signed_kinds(lines[start:end], is_last=(start, end) == segments[-1])
    _fill_blank(lines, kinds)
    return tuple(_zones(lines, kinds, len(text)))


def greeting_end(text: str, zones: Sequence[Zone]) -> int:
    """The offset at which the first line of body after the greeting begins.

    Args:
        text: a reply.
        zones: its zones, as ``find_zones`` gives them.

    Returns:
        The offset; 0 where no greeting stands on lines of its own, the text's length where nothing follows it.
    """
    body = [
        (offset, line)
        for zone in zones
        if zone.kind is ZoneKind.BODY
        for offset, line in _offset_lines(text, zone.span)
        if line.strip()
    ]
    first = next((number for number, (_, line) in enumerate(body[:_OPENING_LINES]) if _is_greeting(line)), None)
    if first is None:
        return 0
    following = list(dropwhile(lambda pair: _is_greeting(pair[1]), body[first:]))
    return following[0][0] if following else len(text)


def _offset_lines(text: str, span: Span) -> Iterator[tuple[int, str]]:
    offset = span.start
    for line in text[span.start : span.end].split("\n"):
        yield offset, line
        offset += len(line) + 1


def _is_greeting(line: str) -> bool:
    greeting = _GREETING.fullmatch(line.strip())
    if not greeting:
        return False
    names = greeting["names"].split()
    return len(names) <= _GREETED_WORDS and all(
        not name[0].islower() or name.lower().rstrip(".") in _GREETED for name in names
    )


def _company_segments(lines: Sequence[str], customer: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The runs of lines that are the company's and not all blank, as half-open line numbers."""
    for is_customer, run in groupby(range(len(lines)), key=customer.__getitem__):
        numbers = list(run)
        if not is_customer and any(lines[number].strip() for number in numbers):
            yield numbers[0], numbers[-1] + 1


def _signed_kinds(lines: Sequence[str], *, is_last: bool) -> list[ZoneKind]:
    """The kinds of a run of company lines: body, signature or small print; blank lines count as body."""
    kinds = [ZoneKind.BODY] * len(lines)
    blocks = list(_blocks(lines))
    unphrased = _unphrased_start(lines, blocks) if is_last else None
    closing_end = 0
    is_delimited = False
    for number, (start, end) in enumerate(blocks):
        block = lines[start:end]
        following = lines[slice(*blocks[number + 1])] if number + 1 < len(blocks) else ()
        if closing_end and is_legal(block):
            kinds[start:end] = [ZoneKind.FOOTER] * len(block)
        elif closing_end and is_delimited:
            kinds[start:end] = [ZoneKind.SIGN_OFF] * len(block)
        elif closing_end and all(map(is_name_or_contact, block)):
            names_due = kinds[closing_end - 1] is ZoneKind.SIGN_OFF and is_closing(lines[closing_end - 1], ())
            small_print = not names_due and any(map(is_contact, block))
            kinds[start:end] = [ZoneKind.FOOTER if small_print else ZoneKind.SIGN_OFF] * len(block)
        else:
            first = start + (number == 0 and _is_greeting(lines[start]))
            at = next(
                (at for at in range(first, end) if is_closing(lines[at], _below(lines, at, end) or following)), end
            )
            at = at if unphrased is None else min(at, unphrased)
            if at < end:
                is_delimited = lines[at] == _MAIL_DELIMITER
                kinds[at:end] = _kinds_below(lines[at:end], holds_prose=not is_delimited)
                closing_end = end
    return kinds


def _below(lines: Sequence[str], at: int, end: int) -> Sequence[str]:
    """The lines of a block below one of them, one more than make a signature at most."""
    return lines[at + 1 : min(end, at + 2 + SIGNATURE_LINES)]


def _kinds_below(lines: Sequence[str], *, holds_prose: bool) -> list[ZoneKind]:
    """The kinds of the lines of a block from its closing line on, among which a postscript may stand."""
    kind = ZoneKind.SIGN_OFF
    kinds: list[ZoneKind] = []
    for line in lines:
        if kinds and kind is not ZoneKind.BODY and is_legal([line]):
            kind = ZoneKind.FOOTER
        elif kinds and holds_prose and is_prose(line):
            kind = ZoneKind.BODY
        kinds.append(kind)
    return kinds


def _unphrased_start(lines: Sequence[str], blocks: Sequence[tuple[int, int]]) -> int | None:
    """The line at which a signature without a closing phrase begins, in the last block above any small print."""
    start, end = next(((s, e) for s, e in reversed(blocks) if not is_legal(lines[s:e])), (0, 0))
    if start == end:
        return None
    is_only_block = all(_is_greeting(line) for line in lines[:start] if line.strip())
    count = unphrased_signature(lines[start:end], is_only_block=is_only_block)
    return end - count if count else None


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The runs of lines that are not blank, as half-open line numbers."""
    for is_blank, run in groupby(range(len(lines)), key=lambda number: not lines[number].strip()):
        numbers = list(run)
        if not is_blank:
            yield numbers[0], numbers[-1] + 1


def _fill_blank(lines: Sequence[str], kinds: list[ZoneKind]) -> None:
    """Give blank lines the kind of the line above, at the top of the line below."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    last = kinds[filled[0]] if filled else ZoneKind.BODY
    for number, line in enumerate(lines):
        last = kinds[number] if line.strip() else last
        kinds[number] = last


def _zones(lines: Sequence[str], kinds: Sequence[ZoneKind], length: int) -> Iterator[Zone]:
    start = 0
    for kind, run in groupby(zip(lines, kinds, strict=True), key=lambda pair: pair[1]):
        end = min(length, start + sum(len(line) + 1 for line, _ in run))
        if end > start:
            yield Zone(Span(start, end), kind)
        start = end
