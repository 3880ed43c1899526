"""From matches to verdicts: which rules speak, whether a guard silences them, and one finding for each fault.

:func:`judge` collects the verdicts of strict rules and of evidence, lets evidence doubt what strict rules find, and
settles what is left.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from tonelint.judging.evidence import Sum, sums
from tonelint.judging.guards import all_hold, any_holds, region
from tonelint.matching.determinised import Match
from tonelint.model import Category, Severity, Span, ZoneKind
from tonelint.rulebook.rules import Scope
from tonelint.spans import touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tonelint.judging.guards import Message, Passage
    from tonelint.model import Language
    from tonelint.rulebook.rules import Rule

OF_WHOLE_REPLY = frozenset({Category.MISSING_APOLOGY})
"""Categories that are said of a reply as a whole: one finding a reply."""


_Weighed: TypeAlias = "Mapping[tuple[Category, int], Sum]"
"""The sums of a passage by category and sentence."""

MOST_CUES_TOLD = 5
"""How many of the cues that added up a finding names: the rest would not be read."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of a place in a reply.

    Attributes:
        rule: which rule.
        language: in which of its languages.
        severity: the rule's, or a hint's.
        span: the place, as offsets of the reply's text.
        clause: the clause in which it begins, likewise; of evidence, the sentence.
        cues: the cues that added up to it, the weightiest first; none where a pattern was found.
        borrowed: the grounds lie in the customer's words; the place is only where the reply begins.
    """

    rule: Rule
    language: Language
    severity: Severity
    span: Span
    clause: Span
    cues: tuple[str, ...] = ()
    borrowed: bool = False


def judge(message: Message, rules: tuple[Rule, ...]) -> list[Verdict]:
    """The verdicts of rules on a message, in order of their places, one for each fault.

    What a strict rule finds needs no evidence for it, but evidence against it makes it a hint, or nothing; and a sum
    speaks only where no strict rule of its category does.
    """
    found: list[Verdict] = []
    weighed: list[Verdict] = []
    for passage in message.passages:
        in_passage = list(sums(rules, message, passage))
        by_place = {(each.rule.category, each.sentence): each for each in in_passage}
        found += _strict_verdicts(rules, message, passage, by_place)
        weighed += _weighed_verdicts(message, passage, in_passage)
    strict = settle(found)
    told: defaultdict[Category, list[Span]] = defaultdict(list)
    for verdict in strict:
        told[verdict.rule.category].append(verdict.span)
    return _in_order([*strict, *settle(verdict for verdict in weighed if not _is_told(verdict, told))])


def _is_told(verdict: Verdict, told: Mapping[Category, Sequence[Span]]) -> bool:
    """Whether a strict rule has found the fault of which evidence speaks.

    Args:
        verdict: what evidence says.
        told: what strict rules have found, by category; in order, and of a category none overlap.
    """
    spans = told.get(verdict.rule.category, ())
    return bool(spans) if verdict.rule.category in OF_WHOLE_REPLY else touched(spans, verdict.span) is not None


def settle(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Keep one verdict for each fault.

    Verdicts of one category that overlap or begin in the same clause speak of one fault: the leftmost is kept, then
    the longest. Of a category that is said of the whole reply, the gravest is kept, the company's own words first.
    """
    kept: list[Verdict] = []
    reach: dict[Category, int] = {}  # where the last verdict of a category ends: they come sorted by their starts
    clauses: set[tuple[Category, Span]] = set()
    for verdict in sorted(verdicts, key=_precedence):
        category = verdict.rule.category
        if category in reach and (
            category in OF_WHOLE_REPLY or verdict.span.start < reach[category] or (category, verdict.clause) in clauses
        ):
            continue
        kept.append(verdict)
        reach[category] = verdict.span.end
        clauses.add((category, verdict.clause))
    return _in_order(kept)


def _in_order(verdicts: Iterable[Verdict]) -> list[Verdict]:
    return sorted(verdicts, key=lambda verdict: (verdict.span, verdict.rule.id))


def _precedence(verdict: Verdict) -> tuple[object, ...]:
    start, end = verdict.span
    if verdict.rule.category in OF_WHOLE_REPLY:
        return (verdict.borrowed, -verdict.severity, start, -end, verdict.rule.id)
    return (False, 0, start, -end, -verdict.severity, verdict.rule.id)


@lru_cache(maxsize=64)
def _finders(rules: tuple[Rule, ...], language: Language) -> Mapping[str, tuple[Rule, ...]]:
    """By a pattern's text, the rules that look for it: so that only rules with a match are gone through."""
    found: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        if language in rule.wordings:
            for pattern in rule.wordings[language].find:
                found[pattern.text].append(rule)
    return {text: tuple(group) for text, group in found.items()}


def _strict_verdicts(
    rules: tuple[Rule, ...], message: Message, passage: Passage, weighed: _Weighed
) -> Iterator[Verdict]:
    """The verdicts of the rules whose patterns were found, their zone right, no guard or evidence against them."""
    finders = _finders(rules, passage.language)
    sentences = passage.words.sentences
    for text, matches in passage.found.sought.items():
        for rule in finders.get(text, ()):
            for match in matches:
                number = passage.sentence_of(match.first)
                if sentences[number].zone is rule.zone:
                    # Evidence was fitted to the shipped rules; of a team's own it knows nothing.
                    against = None if rule.is_own else weighed.get((rule.category, number))
                    most = _most(against, passage.language) if against else Severity.ERROR
                    yield from _verdict(rule, message, passage, match, most)


def _most(against: Sum, language: Language) -> Severity | None:
    """How grave a strict finding may be in a sentence with these cues; None where it is nothing."""
    evidence = against.rule.wordings[language].evidence
    if evidence is None or against.total >= evidence.doubt_at:
        return Severity.ERROR
    return Severity.INFO if against.total >= evidence.deny_at else None


def _verdict(rule: Rule, message: Message, passage: Passage, match: Match, most: Severity | None) -> Iterator[Verdict]:
    place = message, passage, match
    if most is None or not all_hold(attrgetter("given"), rule, *place) or any_holds(attrgetter("unless"), rule, *place):
        return
    hint = any_holds(attrgetter("hint_if"), rule, *place)
    severity = Severity.INFO if hint else min(rule.severity, most)
    yield from _placed(rule, severity, message, passage, match)


def _weighed_verdicts(message: Message, passage: Passage, weighed: Iterable[Sum]) -> Iterator[Verdict]:
    """The verdicts of the rules whose evidence adds up to enough in a sentence, and no guard against them."""
    for each in weighed:
        rule, evidence = each.rule, each.rule.wordings[passage.language].evidence
        if evidence is None or each.total < evidence.hint_at:
            continue
        sentence = passage.words.sentences[each.sentence]
        match = Match(sentence.first, sentence.last)
        place = rule, message, passage, match
        if not all_hold(attrgetter("given"), *place) or any_holds(attrgetter("unless"), *place):
            continue
        certain = each.total >= evidence.warn_at and not any_holds(attrgetter("hint_if"), *place)
        heard = tuple(str(cue) for cue in each.cues[:MOST_CUES_TOLD])
        yield from _placed(rule, rule.severity if certain else Severity.INFO, message, passage, match, heard)


def _placed(
    rule: Rule, severity: Severity, message: Message, passage: Passage, match: Match, cues: tuple[str, ...] = ()
) -> Iterator[Verdict]:
    """The verdict at its place; what the customer's words give ground for is reported where the reply begins."""
    if rule.zone is not ZoneKind.CUSTOMER:
        scope = Scope.SENTENCE if rule.wordings[passage.language].evidence else Scope.CLAUSE
        clause = _span(passage, region(scope, passage, match))
        yield Verdict(rule, passage.language, severity, _span(passage, match), clause, cues)
    elif message.opening:
        span, language = message.opening
        language = language if language in rule.wordings else passage.language
        yield Verdict(rule, language, severity, span, span, cues, borrowed=True)


def _span(passage: Passage, words: Sequence[int]) -> Span:
    first, last = words
    return Span(passage.words.spans[first].start, passage.words.spans[last - 1].end)
