"""The paths by which a team names the texts in its data: ``answers[].text``, ``items.*.body``, ``[].reply``."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

_STEP = re.compile(
    r"""
      (?P<dot> \. )?+
      (?: (?P<items> \[\] ) | (?P<every> \* ) | "(?P<quoted> (?: [^"\\]++ | \\. )++ )" | (?P<key> [^.\[\]*"]++ ) )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_QUOTE_IT = "a key with any of . [ ] * in it is written in double quotes"


class Into(Enum):
    """What a step goes into."""

    KEY = "one value of a mapping"
    VALUES = "every value of a mapping"
    ITEMS = "every item of a list"


class Step(NamedTuple):
    """One step of a path; ``key`` is empty but for the step to one value of a mapping."""

    into: Into
    key: str = ""


class FieldPath(NamedTuple):
    """The way from a value to the texts in it.

    Attributes:
        text: as the team writes it.
        steps: at least one.
    """

    text: str
    steps: tuple[Step, ...]


class PathError(ValueError):
    """A path that says nothing; its message says where it goes wrong and what is allowed."""


@lru_cache(maxsize=256)
def compile_path(text: str) -> FieldPath:
    """A path as steps.

    Args:
        text: keys joined by dots, ``[]`` for every item of a list, ``*`` for every value of a mapping; a key with a
            dot or another of these signs in it stands in double quotes, in which a backslash goes before a quote or a
            backslash.

    Raises:
        PathError: the text is no path.
    """
    steps: list[Step] = []
    at = 0
    while at < len(text):
        found = _STEP.match(text, at)
        if fault := _fault(text, at, found, is_first=not steps):
            raise PathError(f'"{text}" is no path: at character {at + 1}, {fault}')
        if found:
            steps.append(_step(found))
            at = found.end()
    if not steps:
        raise PathError('an empty path: name the key that the texts stand under, as in "answers[].text"')
    return FieldPath(text, tuple(steps))


def _fault(text: str, at: int, found: re.Match[str] | None, *, is_first: bool) -> str:
    """What is wrong with what stands at an offset, and what is allowed; empty where nothing is."""
    if not found:
        return _unreadable(text[at:])
    if found["items"]:
        return '"[]" follows its key without a dot' if found["dot"] else ""
    if is_first:
        return 'it begins with a dot; a key, "*" or "[]" comes first' if found["dot"] else ""
    return "" if found["dot"] else f"a dot is wanted before the next key; {_QUOTE_IT}"


def _unreadable(rest: str) -> str:
    if rest == ".":
        return "nothing stands behind the dot"
    sign = rest.removeprefix(".")[:1]
    if sign == "[":
        return f'"[]" is wanted, which stands for every item of a list; {_QUOTE_IT}'
    if sign == '"':
        return "a double quote is never closed, or nothing stands inside"
    return f'a key is wanted, and "{sign}" stands there; {_QUOTE_IT}'


def _step(found: re.Match[str]) -> Step:
    if found["items"]:
        return Step(Into.ITEMS)
    if found["every"]:
        return Step(Into.VALUES)
    quoted = found["quoted"]
    return Step(Into.KEY, found["key"] if quoted is None else _ESCAPE.sub(r"\1", quoted))
