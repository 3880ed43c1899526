"""What stands around a match: the scopes of guards, and whether a guard holds."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tonelint.model import ZoneKind
from tonelint.rulebook.rules import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from tonelint.matching.determinised import Match
    from tonelint.matching.matcher import Found
    from tonelint.model import Language, Span
    from tonelint.rulebook.rules import Guard, Rule, Wording
    from tonelint.words.tokens import Words

OWN_WORDS = frozenset({ZoneKind.BODY, ZoneKind.SIGN_OFF})
"""The zones that hold what the company itself says to this customer."""

_ZONES_OF = {
    Scope.MESSAGE: OWN_WORDS,
    Scope.SIGN_OFF: frozenset({ZoneKind.SIGN_OFF}),
    Scope.CUSTOMER: frozenset({ZoneKind.CUSTOMER}),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one language in a reply, and what was found in them."""

    language: Language
    words: Words
    found: Found

    def sentence_of(self, word: int) -> int:
        """The index of the sentence in which a word stands."""
        return bisect_right(self.words.sentences, word, key=lambda sentence: sentence.first) - 1


class Opening(NamedTuple):
    """The first sentence of a reply's own after any greeting, as offsets of its text, and its language."""

    span: Span
    language: Language


@dataclass(frozen=True, slots=True)
class Message:
    """One reply as the rules see it.

    Attributes:
        passages: by language.
        opening: where what the customer's words give ground for is reported; None where the reply has no words.
    """

    passages: tuple[Passage, ...]
    opening: Opening | None


GuardsOf: TypeAlias = "Callable[[Wording], tuple[Guard, ...]]"
"""Picks the guards of one kind (given, unless, hint-if) out of a rule's wording."""


def any_holds(guards_of: GuardsOf, rule: Rule, message: Message, passage: Passage, match: Match) -> bool:
    """Whether one of a rule's guards of that kind holds around a match."""
    return any(_holds(guard, guards_of, rule, message, passage, match) for guard in _own(guards_of, rule, passage))


def all_hold(guards_of: GuardsOf, rule: Rule, message: Message, passage: Passage, match: Match) -> bool:
    """Whether all of a rule's guards of that kind hold around a match; so they do where there are none."""
    return all(_holds(guard, guards_of, rule, message, passage, match) for guard in _own(guards_of, rule, passage))


def _own(guards_of: GuardsOf, rule: Rule, passage: Passage) -> tuple[Guard, ...]:
    wording = rule.wordings.get(passage.language)
    return guards_of(wording) if wording else ()


def _holds(guard: Guard, guards_of: GuardsOf, rule: Rule, message: Message, passage: Passage, match: Match) -> bool:
    for scope in guard.scopes:
        if scope in _ZONES_OF:
            # What is said of the whole reply may be said in another of its languages, in that language's patterns.
            for other in message.passages:
                guards = (guard,) if other is passage else _own(guards_of, rule, other)
                patterns = (pattern for twin in guards if scope in twin.scopes for pattern in twin.patterns)
                if any(other.found.stands_in_zones(pattern, _ZONES_OF[scope]) for pattern in patterns):
                    return True
        elif _in_region(guard, passage, region(scope, passage, match)):
            return True
    return False


def region(scope: Scope, passage: Passage, match: Match) -> tuple[int, int]:
    """The words (first, last exclusive) that a scope covers, seen from a match; (0, 0) where there are none."""
    words = passage.words
    number = passage.sentence_of(match.first)
    sentence = words.sentences[number]
    match scope:
        case Scope.BEFORE:
            return sentence.first, match.first
        case Scope.AFTER:
            return match.last, sentence.last
        case Scope.CLAUSE:
            first, last = match.first, match.first + 1
            while not words.clause_starts[first]:
                first -= 1
            while last < sentence.last and not words.clause_starts[last]:
                last += 1
            return first, last
        case Scope.PREVIOUS | Scope.NEXT:
            step = -1 if scope is Scope.PREVIOUS else 1
            number += step
            while 0 <= number < len(words.sentences):
                if words.sentences[number].zone is sentence.zone:
                    return words.sentences[number].first, words.sentences[number].last
                number += step
            return 0, 0
        case _:
            return sentence.first, sentence.last


def _in_region(guard: Guard, passage: Passage, region: tuple[int, int]) -> bool:
    first, last = region
    if first == last:
        return False
    sentence = passage.words.sentences[passage.sentence_of(first)]
    return any(passage.found.stands_in(pattern, sentence, first, last) for pattern in guard.patterns)
