"""The readings of a template: as it is mostly sent, and with what stands in for values that are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tonelint.model import Span
from tonelint.reading.placeholders import edits_of_reading
from tonelint.reading.template_roles import Inside
from tonelint.reading.template_tags import find_tags
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tonelint.reading.template_tags import Tag

Syntax = Callable[[MappedText], Iterator[tuple[MappedText, tuple[Span, ...]]]]
"""Reads the template syntax of a normalised text, as ``readings`` does."""


def readings(text: MappedText) -> Iterator[tuple[MappedText, tuple[Span, ...]]]:
    """A normalised text with its template syntax replaced, and again with its fallback texts in place.

    Of several fallback texts in one tag each has a reading; the first ones of all tags are read together.

    Yields:
        A text, and the source offsets of what is new in it; nothing of the first, in which everything is.
    """
    tags = list(find_tags(text.text))
    for number in range(max((len(tag.readings) for tag in tags), default=1)):
        edited = text.replaced(edits_of_reading(text.text, tags, number))
        yield edited, tuple(text.source_span(*span) for span in _new_texts(tags, number))


def _new_texts(tags: Iterable[Tag], number: int) -> Iterator[Span]:
    """The texts that stand in this reading only."""
    for tag in tags:
        if 0 < number < len(tag.readings) and isinstance(inside := tag.readings[number], Inside):
            yield from inside.texts
