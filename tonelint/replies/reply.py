"""One company message, as it is taken apart before its words are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tonelint.model import Language, Zone
    from tonelint.textmap import MappedText


@dataclass(frozen=True, slots=True)
class Reply:
    """One company message inside a source: the unit for language, for absence rules and for counting.

    Attributes:
        text: what a human would read, each character with its place in the source.
        zones: whose words stand where in ``text``.
        language: the language that the source declares, or None.
    """

    text: MappedText
    zones: tuple[Zone, ...]
    language: Language | None = None
