"""The values that travel through tonelint: frozen, complete when made, free of any library."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tonelint.errors import Fault

LINE_ENDING = re.compile(r"\r\n|\r|\n")
"""What ends a line of a file."""


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


class Upkeep(StrEnum):
    """What is said about the upkeep of permissions, beside the nine faults of replies."""

    SUPPRESSION = "suppression"


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
    """A place in a file: line and column from 1, the column in code points."""

    line: int
    column: int


class Foreign(NamedTuple):
    """A language that tonelint does not judge, by the name or tag that tells it."""

    name: str


Tongue = Language | Foreign
"""The language of a text, whether it is judged or not."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a reply's text by speaker or role. Zones of a reply stand in order and cover it."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Source:
    """A file or standard input, decoded once; or some lines of it that are read by themselves.

    Attributes:
        path: as reports show it.
        text: every character; line endings as they stand, without a byte-order mark. Of mail, bytes that are not UTF-8
            are kept as lone surrogates (Python's ``surrogateescape``), since each part has an encoding of its own.
        notice: something the user should know about how it was read, or empty.
        first_line: the number that its first line has in the file.
    """

    path: str
    text: str
    notice: str = ""
    first_line: int = 1
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(ending.end() for ending in LINE_ENDING.finditer(self.text)))
        object.__setattr__(self, "_line_starts", starts)

    def position(self, offset: int) -> Position:
        """The line and column in the file of an offset into ``text``."""
        index = bisect_right(self._line_starts, offset) - 1
        return Position(self.first_line + index, offset - self._line_starts[index] + 1)

    def line_span(self, offset: int) -> Span:
        """The offsets of the line that an offset stands in, without its line ending."""
        starts = self._line_starts
        index = bisect_right(starts, offset) - 1
        end = starts[index + 1] if index + 1 < len(starts) else len(self.text)
        return Span(starts[index], starts[index] + len(self.text[starts[index] : end].rstrip("\r\n")))

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Nothing: what cannot be decoded is no source."""
        return ()

    def whole(self) -> Source:
        """The source itself; see ``tonelint.reading.document.Document``."""
        return self

    def holds(self, words: Collection[str]) -> bool:
        """Whether one of some words stands in it."""
        return any(word in self.text for word in words)

    def lines(self) -> Iterator[Source]:
        """Each line by itself, with its line ending."""
        for number, (start, end) in enumerate(pairwise((*self._line_starts, len(self.text)))):
            if start < end:
                yield Source(self.path, self.text[start:end], first_line=self.first_line + number)


class Snippet(NamedTuple):
    """A line, cut to what surrounds some words in it, and the offsets of the words."""

    text: str
    start: int
    end: int


NO_SNIPPET = Snippet("", 0, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's verdict at a place in a source; complete when made.

    Lines and columns count from 1, columns in code points; the end is exclusive.

    Attributes:
        language: of the words in question; None where the finding is about upkeep.
        excerpt: the words in question as their reader sees them, placeholders as they are written.
        snippet: the line that they stand in.
        location: where they stand inside structured data (``macros[3].actions[0].value``); empty elsewhere.
        cues: what added up to the finding, the weightiest first; nothing where a pattern was found.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    category: Category | Upkeep
    severity: Severity
    language: Language | None
    message: str
    why: str
    advice: str
    excerpt: str
    fingerprint: str
    snippet: Snippet = NO_SNIPPET
    location: str = ""
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is permitted.

    Attributes:
        finding: what was found.
        reason: why it is permitted, in the words of whoever permitted it; perhaps empty.
        path: the file in which the permission stands, as reports show it.
        line: its line there, from 1.
    """

    finding: Finding
    reason: str
    path: str
    line: int


class Mark(NamedTuple):
    """Where a finding stands in the text of a reply."""

    span: Span
    finding: Finding


@dataclass(frozen=True, slots=True)
class MarkedReply:
    """A reply with what was found in it, for reports that show replies whole.

    Attributes:
        path: its file, as reports show it.
        line: the line of the file, from 1, in which it begins.
        location: where it stands inside structured data, or empty.
        text: its words as their reader sees them, placeholders as they are written.
        marks: the findings with their offsets in ``text``, in the order of their places; they may overlap.
    """

    path: str
    line: int
    location: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A paragraph that was left alone, and why."""

    path: str
    line: int
    reason: str
