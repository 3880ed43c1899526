"""Evidence that adds up: the weights of the cues in and around a sentence, summed for each rule."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tonelint.judging.guards import OWN_WORDS
from tonelint.model import ZoneKind
from tonelint.rulebook.evidence import Cue, Fact, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tonelint.judging.guards import Message, Passage
    from tonelint.model import Language
    from tonelint.rulebook.rules import Rule

_Weights: TypeAlias = "Mapping[tuple[Where, str], tuple[tuple[Rule, Cue], ...]]"

_SHORT, _LONG = 5, 20
_DECIMALS = 6  # of a sum; weights and thresholds have two


class Sum(NamedTuple):
    """What the cues in and around a sentence come to for one rule.

    Attributes:
        rule: the rule.
        sentence: the index of the sentence in its passage.
        total: the sum of all weights.
        heard: all cues that were weighed.
    """

    rule: Rule
    sentence: int
    total: float
    heard: tuple[Cue, ...]

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Those that add to the sum, the weightiest first; worked out when asked for, as few sums are reported."""
        return tuple(sorted((cue for cue in self.heard if cue.weight > 0), key=lambda cue: (-cue.weight, str(cue))))


def sums(rules: tuple[Rule, ...], message: Message, passage: Passage) -> Iterator[Sum]:
    """The sums of all rules that weigh evidence, for each sentence of the zones in which they look."""
    for zone in ZoneKind:
        weighing, weights = _weighing(rules, passage.language, zone)
        for number, cues_there in surroundings(message, passage, passage.found.cues, zone) if weighing else ():
            heard: dict[Rule, list[Cue]] = {rule: [] for rule in weighing}
            for place in cues_there:
                for rule, cue in weights.get(place, ()):
                    heard[rule].append(cue)
            for rule, cues in heard.items():
                # The cues come out of sets, whose order changes from run to run, and with it the last digits of a sum.
                total = round(sum(cue.weight for cue in cues), _DECIMALS)
                yield Sum(rule, number, total, tuple(cues))


@lru_cache(maxsize=64)
def _weighing(rules: tuple[Rule, ...], language: Language, zone: ZoneKind) -> tuple[tuple[Rule, ...], _Weights]:
    """The rules that weigh evidence in a zone; and by place and text of a cue, those that weigh it."""
    found: defaultdict[tuple[Where, str], list[tuple[Rule, Cue]]] = defaultdict(list)
    weighing = []
    for rule in rules:
        evidence = rule.wordings[language].evidence if language in rule.wordings else None
        if evidence and rule.zone is zone:
            weighing.append(rule)
            for cue in evidence.cues:
                found[cue.where, cue.pattern.text].append((rule, cue))
    return tuple(weighing), {place: tuple(weighed) for place, weighed in found.items()}


def surroundings(
    message: Message, passage: Passage, cues: Sequence[frozenset[str]], zone: ZoneKind = ZoneKind.BODY
) -> Iterator[tuple[int, Iterator[tuple[Where, str]]]]:
    """The sentences of a zone by their indices, each with all that may be a cue in and around it.

    What may be a cue is told by where it stands and its text. ``message`` is the whole reply, the sentence too.

    Args:
        message: the reply.
        passage: its words in one language.
        cues: of each sentence of the passage, the texts of what may be a cue in it.
        zone: the zone; sentences before and after stand in it too.
    """
    sentences = passage.words.sentences
    inside = [index for index, sentence in enumerate(sentences) if sentence.zone is zone]
    own = frozenset().union(*(cues[i] for i, sentence in enumerate(sentences) if sentence.zone in OWN_WORDS))
    answers = any(other.zone is ZoneKind.CUSTOMER for one in message.passages for other in one.words.sentences)
    for at, index in enumerate(inside):
        texts = {
            Where.HERE: cues[index],
            Where.PREVIOUS: cues[inside[at - 1]] if at else (),
            Where.NEXT: cues[inside[at + 1]] if at + 1 < len(inside) else (),
            Where.MESSAGE: own,
            Where.FACT: frozenset(_facts(message, passage, index, last=at + 1 == len(inside), answers=answers)),
        }
        yield index, ((where, text) for where in Where for text in texts[where])


def _facts(message: Message, passage: Passage, number: int, *, last: bool, answers: bool) -> Iterator[Fact]:
    sentence = passage.words.sentences[number]
    length = sentence.last - sentence.first
    if message.opening and passage.words.spans[sentence.first].start == message.opening.span.start:
        yield Fact.OPENING
    if last:
        yield Fact.CLOSING
    if length <= _SHORT:
        yield Fact.SHORT
    if length >= _LONG:
        yield Fact.LONG
    if answers:
        yield Fact.ANSWERS
