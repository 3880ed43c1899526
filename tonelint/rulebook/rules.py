"""Rules as values: what to look for, why, and under which conditions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tonelint.model import Category, Language, Severity, ZoneKind
    from tonelint.notation.patterns import Pattern
    from tonelint.rulebook.evidence import Evidence


class Scope(StrEnum):
    """Where a guard looks, seen from a match."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    BEFORE = "before"
    AFTER = "after"
    PREVIOUS = "previous"
    NEXT = "next"
    MESSAGE = "message"
    SIGN_OFF = "sign-off"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Guard:
    """Holds where any of its patterns stands in any of its scopes."""

    scopes: tuple[Scope, ...]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A rule in one language.

    Attributes:
        advice: a worded alternative, in that language.
        find: the patterns, any of which is a match; none where the rule weighs evidence.
        given: guards that must all hold.
        unless: guards that make a match harmless.
        hint_if: guards that make a finding a hint.
        flags: example replies in which the rule reports.
        passes: example replies in which it does not.
        hints: example replies in which it reports a hint.
        evidence: the cues that add up, where the rule is of that kind.
    """

    advice: str
    find: tuple[Pattern, ...] = ()
    given: tuple[Guard, ...] = ()
    unless: tuple[Guard, ...] = ()
    hint_if: tuple[Guard, ...] = ()
    flags: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    evidence: Evidence | None = None

    def guard_patterns(self) -> Iterable[Pattern]:
        """The patterns of all guards."""
        for guard in (*self.given, *self.unless, *self.hint_if):
            yield from guard.patterns


@dataclass(frozen=True, eq=False, slots=True)
class Rule:
    """What to look for and why, in up to three languages. Equal only to itself: an id is unique in a ruleset.

    Attributes:
        id: ``category/name``.
        category: the kind of fault.
        summary: what it finds, in one sentence.
        why: why it matters; the first sentence stands alone.
        severity: how much a finding weighs.
        zone: where it looks.
        wordings: by language.
        path: the file it was read from.
        is_own: whether it is a team's own and not shipped; then evidence does not doubt what it finds.
    """

    id: str
    category: Category
    summary: str
    why: str
    severity: Severity
    zone: ZoneKind
    wordings: Mapping[Language, Wording]
    path: str
    is_own: bool = False

    def number_of_examples(self) -> int:
        """How many examples the rule carries, in all its languages."""
        return sum(len(wording.flags) + len(wording.passes) + len(wording.hints) for wording in self.wordings.values())
