"""Looking up spans that stand in order and do not overlap."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tonelint.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans have an offset in common."""
    return one.start < other.end and other.start < one.end


def touched(spans: Sequence[Span], span: Span) -> Span | None:
    """The last of some spans that a span overlaps; None where it overlaps none.

    Args:
        spans: in order and apart.
        span: looked for among them.
    """
    before = bisect_left(spans, span.end, key=lambda each: each.start)
    return spans[before - 1] if before and span.start < spans[before - 1].end else None


def holding(spans: Sequence[Span], offset: int) -> Span | None:
    """The one of some spans that an offset stands in; None where it stands in none."""
    return touched(spans, Span(offset, offset + 1))
