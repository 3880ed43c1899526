"""The readings of a template: as it is mostly sent, and with what stands in for values that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.placeholders import template_edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.model import Span
    from tonelint.textmap import MappedText


def readings(text: MappedText) -> Iterator[tuple[MappedText, tuple[Span, ...]]]:
    """A normalised text with its template syntax replaced, and again with its fallback texts in place.

    Yields:
        A text, and the source offsets of what is new in it; nothing of the first, in which everything is.
    """
    yield text.replaced(template_edits(text.text)), ()
