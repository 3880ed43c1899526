"""Looking up spans finds what looking at each of them would."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Span
from tonelint.spans import holding, overlap, touched

OFFSETS = st.integers(0, 30)
APART = st.lists(OFFSETS, unique=True, max_size=12).map(
    lambda borders: [Span(*pair) for pair in list(pairwise(sorted(borders)))[::2]]
)


@given(APART, OFFSETS, OFFSETS)
def test_the_last_span_that_overlaps_is_found(spans: list[Span], one: int, other: int) -> None:
    span = Span(min(one, other), max(one, other))
    overlapped = [each for each in spans if overlap(each, span)]
    assert touched(spans, span) == (overlapped[-1] if overlapped else None)


@given(APART, OFFSETS)
def test_the_span_around_an_offset_is_found(spans: list[Span], offset: int) -> None:
    assert holding(spans, offset) == next((each for each in spans if offset in range(*each)), None)
