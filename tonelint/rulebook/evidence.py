"""Evidence: cues that add up. A table of weights in a rule file, one cue a line, read and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from tonelint.notation.parser import parse
from tonelint.notation.patterns import NotationError, Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LINE = re.compile(r"(?P<weight>[+-]?\d+(?:\.\d+)?)\s+(?:(?P<where>[a-z]+):\s+)?(?P<cue>\S.*)")


class Where(StrEnum):
    """Where a cue stands, seen from the sentence that is judged."""

    HERE = "here"
    PREVIOUS = "previous"
    NEXT = "next"
    MESSAGE = "message"
    FACT = "fact"


class Fact(StrEnum):
    """What a sentence is, whatever its words."""

    OPENING = "opening"
    """The first sentence of the reply's body after any greeting."""
    CLOSING = "closing"
    """The last sentence of the body."""
    SHORT = "short"
    """At most five words."""
    LONG = "long"
    """Twenty words or more."""
    ANSWERS = "answers"
    """The reply quotes the customer."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Something that speaks for or against a fault, and how much.

    Attributes:
        where: where it stands.
        pattern: what stands there; of a fact, its name as the pattern's text.
        weight: what it adds; negative where it speaks against the fault.
    """

    where: Where
    pattern: Pattern
    weight: float

    def __str__(self) -> str:
        return self.pattern.text if self.where is Where.HERE else f"{self.where}: {self.pattern.text}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Cues, and what sums of their weights in a sentence mean.

    Attributes:
        cues: no two the same.
        warn_at: the sum from which the rule finds a fault, with its own severity.
        hint_at: the sum from which it gives a hint.
        doubt_at: the sum below which what a strict rule of the category finds in the sentence is but a hint.
        deny_at: the sum below which it is nothing.
    """

    cues: tuple[Cue, ...]
    warn_at: float
    hint_at: float
    doubt_at: float
    deny_at: float

    def patterns(self) -> Iterator[Pattern]:
        """What stands in sentences; facts are no patterns."""
        return (cue.pattern for cue in self.cues if cue.where is not Where.FACT)


Problem: TypeAlias = tuple[int, str]
"""The number of a line, from 0, and what is wrong with it."""


def read_cues(text: str) -> tuple[list[tuple[int, Cue]], list[Problem]]:
    """Read a table of cues, ``weight [where:] cue`` a line.

    Returns:
        The cues with the numbers of their lines, and what was wrong.
    """
    cues: dict[str, tuple[int, Cue]] = {}
    problems = []
    for number, line in enumerate(text.splitlines()):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            cue = _cue(line.strip())
        except ValueError as error:
            problems.append((number, str(error)))
            continue
        if str(cue) in cues:
            problems.append((number, f'the cue "{cue}" stands here twice'))
        cues[str(cue)] = number, cue
    return list(cues.values()), problems


def _cue(line: str) -> Cue:
    match = _LINE.fullmatch(line)
    if not match:
        raise ValueError('a line of evidence is "weight cue" or "weight where: cue", such as "+0.8 next: <offer>"')
    if match["where"] and match["where"] not in set(Where):
        raise ValueError(f'unknown place "{match["where"]}"; allowed: {", ".join(Where)}')
    where = Where(match["where"] or Where.HERE)
    if where is not Where.FACT:
        try:
            return Cue(where, parse(match["cue"]), float(match["weight"]))
        except NotationError as error:
            raise ValueError(f"{error} (in the cue: {match['cue']})") from error
    if match["cue"] not in set(Fact):
        raise ValueError(f'unknown fact "{match["cue"]}"; allowed: {", ".join(Fact)}')
    return Cue(where, Pattern(match["cue"], parse("fact").body), float(match["weight"]))


def merged(shared: Mapping[str, Cue], own: Mapping[str, Cue]) -> Iterator[Cue]:
    """The cues of one language: its own, and those that all languages share; one in both has both weights."""
    for text in sorted(shared.keys() | own.keys()):
        cues = [table[text] for table in (shared, own) if text in table]
        yield Cue(cues[0].where, cues[0].pattern, sum(cue.weight for cue in cues))
