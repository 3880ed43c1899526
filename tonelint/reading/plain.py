"""Plain text, and whatever is not known to be anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.normalise import normalised
from tonelint.reading.placeholders import template_edits
from tonelint.reading.prose import Prose

if TYPE_CHECKING:
    from tonelint.model import Source


def read_plain(source: Source) -> tuple[Prose, ...]:
    """The whole source as one prose, its template syntax replaced; nothing where only white space is left."""
    text = normalised(source.text)
    text = text.replaced(template_edits(text.text))
    return (Prose(text),) if text.text.strip() else ()
