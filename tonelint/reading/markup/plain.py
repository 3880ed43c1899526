"""Plain text, and whatever is not known to be anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.prose import Rendering

if TYPE_CHECKING:
    from tonelint.textmap import MappedText


def read_plain(text: MappedText) -> Rendering:
    """The text as it stands."""
    return Rendering(text)
