"""Marks that may overlap, as segments that do not: HTML elements can be nested, but cannot overlap."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Segment(NamedTuple):
    """A part of a text over which the marks do not change.

    Attributes:
        span: where it stands.
        covering: the indices of the marks that cover it, in order.
        ending: the indices of those that end where it ends.
    """

    span: Span
    covering: tuple[int, ...]
    ending: tuple[int, ...]


def segments(length: int, marks: Sequence[Span]) -> Iterator[Segment]:
    """Cut a text at the borders of its marks.

    Args:
        length: of the text.
        marks: within the text, in any order; an empty one covers nothing, and ends where it stands.

    Returns:
        Segments that follow one another and cover the text. An empty one in front of them where a mark ends there.
    """
    beginning, ending = defaultdict(list), defaultdict(list)
    for index, (start, end) in enumerate(marks):
        beginning[start].append(index)
        ending[end].append(index)
    if ending[0]:
        yield Segment(Span(0, 0), (), tuple(ending[0]))
    open_marks: set[int] = set()
    for start, end in pairwise(sorted({0, length, *beginning, *ending})):
        open_marks.difference_update(ending[start])
        open_marks.update(index for index in beginning[start] if marks[index].end > start)
        yield Segment(Span(start, end), tuple(sorted(open_marks)), tuple(ending[end]))
