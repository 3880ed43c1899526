"""The structure of a mail (MIME, RFC 2046): its parts and parts of parts, with their offsets.

The standard library builds the same structure without places. Here the lines that may stand between parts are looked
at once, in order, whatever is nested in what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tonelint.model import Span
from tonelint.reading.mail.headers import ContentType, content_type, read_header

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_NESTED = 50
"""How deep parts may stand in one another; forwarded mail with pictures needs five."""

MOST_PARTS = 1_000
"""How many parts are looked at; a mail with a file for every day of a year has fewer."""

_SAVE_AGAIN = "save it again from the mail program, or leave it out of the check"
_NO_BOUNDARY = f"this mail is said to have several parts, but not what stands between them (no boundary); {_SAVE_AGAIN}"
_BOUNDARY_MISSING = f"the line that should stand between the parts of this mail is missing (--{{}}); {_SAVE_AGAIN}"
_TOO_DEEP = f"the parts of this mail stand more than {MOST_NESTED} deep in one another; leave it out of the check"
_TOO_MANY = f"this mail has more than {MOST_PARTS:,} parts; leave it out of the check"

# The hyphens stand in front of the look behind, since they are what is quickly searched for.
_DASHED_LINE = re.compile(r"--(?<![^\r\n]--)(?P<token>[^\r\n]*+)(?P<ending>\r\n?|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Entity:
    """A mail, or a part of one.

    Attributes:
        start: where its header begins.
        body: the offsets of its content, without the line break in front of a boundary.
        fields: of its header, by names in lower case.
        content: what it says of its content.
        parts: what it is made of, where it has parts.
        problem: why its parts are not known, or not all of them; empty where they are.
    """

    start: int
    body: Span
    fields: Mapping[str, str]
    content: ContentType
    parts: tuple[Entity, ...] = ()
    problem: str = ""

    @property
    def is_multipart(self) -> bool:
        """Whether it is said to have parts."""
        return self.content.kind.startswith("multipart/")

    def entities(self) -> Iterator[Entity]:
        """It and all its parts, in the order of the mail."""
        waiting = [self]
        while waiting:
            entity = waiting.pop()
            yield entity
            waiting += reversed(entity.parts)


def parse_mail(text: str, start: int = 0) -> Entity:
    """The structure of a mail.

    A part that is broken holds everything up to the boundary of a part that it stands in, as for mail programs.

    Args:
        text: the mail.
        start: where its header begins.
    """
    return _Parser(text).mail(start)


@dataclass(slots=True)
class _Open:
    """An entity whose end has not been met."""

    start: int
    body_start: int
    fields: Mapping[str, str]
    content: ContentType
    is_entered: bool
    parts: list[Entity] = field(default_factory=list)
    problem: str = ""

    def closed(self, end: int) -> Entity:
        body = Span(self.body_start, max(self.body_start, end))
        problem = self.problem
        if self.is_entered and not self.parts:
            problem = problem or _BOUNDARY_MISSING.format(self.content.boundary)
        return Entity(self.start, body, self.fields, self.content, tuple(self.parts), problem)


class _Parser:
    """Walks over the dashed lines of a mail; the entities that are open stand in one another in a stack."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Open] = []
        self._depths: dict[str, int] = {}  # of the open multiparts by their boundaries; of one boundary the outermost
        self._count = 0

    def mail(self, start: int) -> Entity:
        at = self._begin(start)
        root = self._open[0]
        while self._depths and (line := _DASHED_LINE.search(self._text, at)):
            depth, is_last = self._boundary(line["token"])
            at = line.end()
            if depth is None:
                continue
            self._close_above(depth + 1, self._before_break(line.start()))
            if is_last:
                self._leave(depth)
            elif self._count == MOST_PARTS:
                self._open[depth].problem = _TOO_MANY
                break
            else:
                at = self._begin(at)
        self._close_above(1, len(self._text))
        return root.closed(len(self._text))

    def _begin(self, start: int) -> int:
        """Opens the entity whose header begins here; gives the offset of its body."""
        header = read_header(self._text, start, len(self._text))
        content = content_type(header.fields)
        opened = _Open(start, header.end, header.fields, content, is_entered=False)
        if content.kind.startswith("multipart/"):
            if not content.boundary:
                opened.problem = _NO_BOUNDARY
            elif len(self._open) == MOST_NESTED:
                opened.problem = _TOO_DEEP
            else:
                opened.is_entered = True
                self._depths.setdefault(content.boundary, len(self._open))
        self._open.append(opened)
        self._count += 1
        return header.end

    def _boundary(self, token: str) -> tuple[int | None, bool]:
        """Of which open multipart a dashed line is the boundary, and whether it ends its parts."""
        token = token.rstrip(" \t")
        if token in self._depths:
            return self._depths[token], False
        return self._depths.get(token.removesuffix("--")), True

    def _close_above(self, depth: int, end: int) -> None:
        """Closes the open entities from a depth on; each becomes a part of the one that it stands in."""
        while len(self._open) > depth:
            if self._open[-1].is_entered:
                self._leave(len(self._open) - 1)
            entity = self._open.pop().closed(end)
            self._open[-1].parts.append(entity)

    def _leave(self, depth: int) -> None:
        """Forgets the boundary of an open multipart, behind whose last part only an epilogue follows."""
        boundary = self._open[depth].content.boundary
        if self._depths.get(boundary) == depth:
            del self._depths[boundary]

    def _before_break(self, line_start: int) -> int:
        """The offset in front of the line break that stands before a line, which belongs to the boundary."""
        if self._text[line_start - 2 : line_start] == "\r\n":
            return line_start - 2
        return line_start - 1 if line_start else 0
