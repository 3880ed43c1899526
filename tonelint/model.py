"""The values that travel through tonelint: frozen, complete when made, free of any library."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

_LINE_ENDING = re.compile(r"\r\n|\r|\n")


class Language(StrEnum):
    """A language that tonelint judges, by its ISO 639-1 code."""

    SV = "sv"
    DA = "da"
    EN = "en"


class Category(StrEnum):
    """The nine kinds of fault."""

    BLAME_SHIFTING = "blame-shifting"
    OWNERSHIP_REFUSAL = "ownership-refusal"
    STALLING = "stalling"
    MISSING_APOLOGY = "missing-apology"
    NON_APOLOGY = "non-apology"
    HOSTILITY = "hostility"
    OBSTRUCTION = "obstruction"
    OVERPROMISE = "overpromise"
    FACELESS = "faceless"


class Severity(IntEnum):
    """How much a finding weighs; comparable."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name as users write it: ``info``, ``warning`` or ``error``."""
        return self.name.lower()


class ZoneKind(StrEnum):
    """Whose words a part of a reply holds, and in what role."""

    BODY = "body"
    CUSTOMER = "customer"
    SIGN_OFF = "sign-off"
    FOOTER = "footer"


class Span(NamedTuple):
    """A half-open range of offsets, in code points."""

    start: int
    end: int


class Position(NamedTuple):
    """A place in a source: line and column from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a reply's text by speaker or role. Zones of a reply stand in order and cover it."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Source:
    """A file or standard input, decoded once.

    Attributes:
        path: as reports show it.
        text: every character of the file; line endings as they stand, without a byte-order mark.
        notice: something the user should know about how it was read, or empty.
    """

    path: str
    text: str
    notice: str = ""
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(ending.end() for ending in _LINE_ENDING.finditer(self.text)))
        object.__setattr__(self, "_line_starts", starts)

    def position(self, offset: int) -> Position:
        """The line and column of an offset into ``text``."""
        index = bisect_right(self._line_starts, offset) - 1
        return Position(index + 1, offset - self._line_starts[index] + 1)

    def line_text(self, line: int) -> str:
        """The 1-based line, without its line ending."""
        starts = self._line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's verdict at a place in a source; complete when made.

    Lines and columns count from 1, columns in code points; the end is exclusive. ``cues`` are those that added up to
    the finding, the weightiest first; none where a pattern was found.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    category: Category
    severity: Severity
    language: Language
    message: str
    why: str
    advice: str
    excerpt: str
    fingerprint: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A paragraph that was left alone, and why."""

    path: str
    line: int
    reason: str
