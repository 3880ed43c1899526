"""What a reader returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tonelint.model import Language
    from tonelint.textmap import MappedText


@dataclass(frozen=True, slots=True)
class Prose:
    """A text that a human reads, out of a source.

    Attributes:
        text: the characters, each with its place in the source. Lines end in line feeds, spaces are ordinary spaces,
            letters are composed; placeholders are single private-use characters, and U+2029 ends a sentence.
        language: the language that the source declares for it, or None.
    """

    text: MappedText
    language: Language | None = None
