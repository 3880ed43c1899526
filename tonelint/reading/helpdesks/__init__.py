"""Helpdesks: which values of a product's macros, exports and threads are texts for customers.

Products are told by the shape of their data, never by a file's name, and strictly: what is not surely a reply is left
alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.helpdesks import (
    chatwoot,
    frappe,
    freescout,
    freshdesk,
    front,
    gorgias,
    helpscout,
    hubspot,
    intercom,
    osticket,
    zammad,
    zendesk,
    zendesk_tickets,
)
from tonelint.reading.helpdesks.known import keys_of
from tonelint.reading.helpdesks.shapes import Shape, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.data.nodes import Value

__all__ = ["SHAPES", "TELLING", "Shape", "Text", "texts"]

_KNOWN = (
    *zendesk.KNOWN,
    *zendesk_tickets.KNOWN,
    *intercom.KNOWN,
    *freshdesk.KNOWN,
    *helpscout.KNOWN,
    *gorgias.KNOWN,
    *front.KNOWN,
    *hubspot.KNOWN,
    *zammad.KNOWN,
    *osticket.KNOWN,
    *freescout.KNOWN,
    *chatwoot.KNOWN,
    *frappe.KNOWN,
)

SHAPES: tuple[Shape, ...] = _KNOWN
"""Every shape, in the order in which they are tried; rows of tables are of some of them."""

TELLING: frozenset[str] = frozenset(sign for known in _KNOWN for sign in known.signs)
"""Words of which at least one stands, as it is, in every JSON or YAML file in which a text can be found."""


def texts(value: Value) -> Iterator[Text]:
    """The texts for customers in structured data.

    Args:
        value: the outermost value of a document, or a row of a table.

    Yields:
        Each text once, in the order in which they stand.
    """
    unread = [iter((value,))]
    while unread:
        current = next(unread[-1], None)
        if current is None:
            unread.pop()
        elif (found := _recognised(current)) is not None:
            yield from sorted(found, key=lambda text: text.value.node.start)
        else:
            unread.append(_below(current))


def _recognised(value: Value) -> Iterable[Text] | None:
    """The texts for customers in a value of a known shape; None where its shape is not known."""
    keys = keys_of(value)
    candidates = (known for known in _KNOWN if known.keys <= keys)
    return next((found for known in candidates if (found := known.shape(value)) is not None), None)


def _below(value: Value) -> Iterator[Value]:
    """What may hold more, one level down."""
    if any(child.children for child in value.node.children):
        inner = (entry for _, entry in value.entries()) if value.is_mapping else value.items()
        yield from (entry for entry in inner if entry.node.children)
