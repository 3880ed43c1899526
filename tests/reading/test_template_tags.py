"""The scan for template tags."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from tests.reading.template_signs import IN_TAGS, SIGNS, TEMPLATES
from tonelint.reading import template_tags
from tonelint.reading.template_roles import ROLES, Inside
from tonelint.reading.template_tags import find_tags

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_the_first_reading_stands_for_those_that_a_tag_lacks() -> None:
    tag, other = find_tags('{{ a | default: "b" }}{{ c }}')
    assert tag.reading(1) != tag.reading(0)
    assert other.reading(1) == other.reading(0)


def test_each_kind_of_tag_has_a_role() -> None:
    assert template_tags._TAG.groupindex.keys() - {"comment"} == ROLES.keys()


@given(TEMPLATES)
def test_tags_stand_in_order_with_their_texts_inside(text: str) -> None:
    done = 0
    for tag in find_tags(text):
        assert done <= tag.start < tag.end <= len(text)
        assert tag.readings
        for inside in tag.readings:
            at = tag.start
            for start, end in inside.texts if isinstance(inside, Inside) else ():
                assert at < start <= end < tag.end
                at = end
        done = tag.end


class _Counting:
    """A pattern that counts how often it is tried."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.attempts = pattern, 0

    def match(self, text: str, start: int) -> re.Match[str] | None:
        self.attempts += 1
        return self.pattern.match(text, start)


@pytest.mark.parametrize("sign", [sign for sign in SIGNS + IN_TAGS if not sign.isspace()])
def test_twice_the_text_is_at_most_twice_the_work(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Attempts are counted; the next test shows that each of them is bounded."""
    attempts = []
    for size in (500, 1000):
        counting = _Counting(template_tags._TAG)
        with monkeypatch.context() as patch:
            patch.setattr(template_tags, "_TAG", counting)
            list(find_tags(sign * size))
        attempts.append(counting.attempts)
    assert attempts[1] <= 2 * attempts[0] + 2


def repetitions(parsed: object) -> Iterator[tuple[str, int]]:
    """The repetitions in a parsed pattern: the name of the operation, and how often it repeats at most."""
    nodes = getattr(parsed, "data", parsed)
    for node in nodes if isinstance(nodes, list | tuple) else ():
        if isinstance(node, tuple) and "REPEAT" in str(node[0]):
            yield str(node[0]), int(node[1][1])
        yield from repetitions(node)


def test_no_attempt_looks_ahead_without_bound_or_goes_back_over_more_than_three_steps() -> None:
    found = list(repetitions(_parser.parse(template_tags._TAG.pattern, re.VERBOSE)))
    assert len(found) > 20
    assert max(most for _, most in found) <= 4000
    assert {kind for kind, most in found if most > 3} == {"POSSESSIVE_REPEAT"}
