"""One company message, as it is taken apart before its words are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.model import Span, Zone, ZoneKind
from tonelint.replies.zones import find_zones
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from tonelint.model import Tongue

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Reply:
    """One company message inside a source: the unit for language, for absence rules and for counting.

    Attributes:
        text: what a human would read, each character with its place in the source.
        zones: whose words stand where in ``text``.
        language: the language that the source declares, or None.
        parts: where it declares other languages.
        is_firm: whether what is declared holds where the words show another of the three languages.
    """

    text: MappedText
    zones: tuple[Zone, ...]
    language: Tongue | None = None
    parts: tuple[tuple[Span, Tongue], ...] = ()
    is_firm: bool = True


def reply_of(
    text: MappedText,
    language: Tongue | None = None,
    parts: tuple[tuple[Span, Tongue], ...] = (),
    *,
    customer: str = "",
    is_firm: bool = True,
) -> Reply:
    """A reply, with what the customer wrote in front of it.

    Args:
        text: the company's message.
        language: the language that the source declares, or None.
        parts: where it declares other languages.
        customer: the customer's message that it answers, or empty. Its characters all stand for the place where the
            reply begins; nothing is ever reported there.
        is_firm: whether what is declared holds where the words show another of the three languages.
    """
    zones = find_zones(text.text)
    if not customer.strip():
        return Reply(text, zones, language, parts, is_firm)
    before = MappedText.standing_for(customer.rstrip() + _BETWEEN, text.source_span(0, 1))
    length = len(before.text)
    return Reply(
        MappedText.joined((before, text)),
        (Zone(Span(0, length), ZoneKind.CUSTOMER), *(Zone(_moved(zone.span, length), zone.kind) for zone in zones)),
        language,
        tuple((_moved(span, length), tongue) for span, tongue in parts),
        is_firm,
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
