"""Labelled replies as rows to fit weights to: each sentence with its labels and all that may be a cue in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from tonelint.judging.evidence import surroundings
from tonelint.judging.guards import OWN_WORDS, Message, Passage
from tonelint.labelled import PROBLEM_NAMED, Labelled
from tonelint.lint import opening_of
from tonelint.matching.cues import CueFinder
from tonelint.matching.matcher import Matcher
from tonelint.model import Category, Language, Source, Span, ZoneKind
from tonelint.notation.parser import parse
from tonelint.notation.patterns import SHAPES, NotationError
from tonelint.reading.formats.text import markup_of_path
from tonelint.reading.markup import read_plain, rendered
from tonelint.replies.zones import find_zones, greeting_end
from tonelint.rulebook.evidence import Where
from tonelint.textmap import MappedText
from tonelint.words.tokens import forms_of, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.rulebook.ruleset import Ruleset

STEM = 5
"""How many letters of a word's beginning and ending may be a cue: enough for most stems and compound heads."""

LEADING = frozenset(
    "we our you your customer self-do other-customers third-party third-trades internal-others department colleague "
    "system technical-systems not nobody-nothing".split()
)
"""The classes whose pairs with another class of the clause may be cues: who acts, and negation."""

ZONES = (ZoneKind.BODY, ZoneKind.SIGN_OFF)

_APOLOGY = "<apology>"


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a labelled reply.

    Attributes:
        record: which reply it stands in.
        zone: which part of it.
        lines: the first and the last line on which it stands.
        labels: the categories of which its wording was labelled.
        places: what may be a cue in and around it, by where it stands.
        silent_on: categories of which it tells nothing either way.
    """

    record: Labelled
    zone: ZoneKind
    lines: tuple[int, int]
    labels: frozenset[str]
    places: frozenset[tuple[Where, str]]
    silent_on: frozenset[str]


def rows_of(record: Labelled, ruleset: Ruleset) -> Iterator[Row]:
    """The sentences of the body and the lines of the sign-off of a labelled reply."""
    source = Source(record.file_name, record.text)
    beginnings = list(_label_beginnings(record))
    if rendering := rendered(MappedText.of(source.text), markup_of_path(source.path) or read_plain):
        text, zones = rendering.text.text, find_zones(rendering.text.text)
        words = read_words(text, record.language, zones, [Span(0, len(text))])
        found = _matcher(ruleset, record.language).read(words)
        cues_there = _finder(ruleset, record.language).find(found.words, found.sought)
        passage = Passage(record.language, words, found)
        message = Message((passage,), opening_of([passage], greeting_end(text, zones)))
        told = zip(words.sentences, cues_there, strict=True)
        apologises = any(_APOLOGY in cues for sentence, cues in told if sentence.zone in OWN_WORDS)
        mentioned = False
        parts = ((zone, part) for zone in ZONES for part in surroundings(message, passage, cues_there, zone))
        for zone, (index, cues) in parts:
            sentence = words.sentences[index]
            span = rendering.text.source_span(words.spans[sentence.first].start, words.spans[sentence.last - 1].end)
            labels = frozenset(category for at, category in beginnings if span.start <= at < span.end)
            silent = apologises or mentioned
            places = frozenset((where, text) for where, text in cues if where is Where.FACT or _is_cue(text))
            lines = source.position(span.start).line, source.position(span.end).line
            yield Row(record, zone, lines, labels, places, _MISSING if silent and record.whole else frozenset())
            mentioned = mentioned or Category.MISSING_APOLOGY in labels


_MISSING = frozenset({Category.MISSING_APOLOGY.value})


@cache
def _is_cue(text: str) -> bool:
    """Whether a rule could name it: numbers and placeholders are heard as classes, never by themselves."""
    try:
        parse(text)
    except NotationError:
        return False
    return text[0] in "<{" or not any(map(str.isdigit, text))


def _label_beginnings(record: Labelled) -> Iterator[tuple[int, str]]:
    """Where the wording of each label begins in the text, and its category; a problem named calls for an apology."""
    lines = record.text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for label in record.labels:
        at = starts[label.line - 1] + lines[label.line - 1].index(label.span)
        before = len(label.span) - len(label.span.lstrip(" \"'“”»«*_-–([>"))
        yield at + before, Category.MISSING_APOLOGY.value if label.category == PROBLEM_NAMED else label.category


@lru_cache(maxsize=8)
def _matcher(ruleset: Ruleset, language: Language) -> Matcher:
    """A matcher that finds every class, and whatever longer patterns the rules have for cues."""
    classes = ruleset.classes[language]
    cues = [*ruleset.cues(language), *(parse(f"<{name}>") for name in (*classes, *SHAPES))]
    return Matcher((), (), classes, lambda words: forms_of(words, language), ruleset.forms[language].of, cues)


@lru_cache(maxsize=8)
def _finder(ruleset: Ruleset, language: Language) -> CueFinder:
    """A finder of all that may become a cue."""
    lemmas = _matcher(ruleset, language).lemmas
    return CueFinder(lemmas, beginnings=(STEM,), endings=(STEM,), leading=LEADING)


def table(records: Iterable[Labelled], ruleset: Ruleset) -> list[Row]:
    """The rows of all records, in order."""
    return [row for record in records for row in rows_of(record, ruleset)]
