"""Which language a paragraph is in: Swedish, Danish, English, or one that tonelint does not judge.

Evidence is counted in bits: a word, or the shape of a word, that speaks for ``n`` of the six known languages adds
``log2(6 / n)`` to each of them, so that a word of many languages weighs little. Danish and Bokmål share most words and
first stand together against the rest; Norwegian is then named only on words that no Dane writes, because Danish taken
for Norwegian would go unjudged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, groupby
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Foreign, Language, Span, Tongue
from tonelint.replies.language_words import FOLDS, SHAPES, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOREIGN = {"nb": "Norwegian", "de": "German", "fi": "Finnish"}
"""The languages that are recognised in order to be left alone."""

INHERITING_WORDS = 4
"""Paragraphs of at most so many words (greetings, sign-offs) inherit: "Hej Anna" is Swedish and Danish alike."""

MARGIN = 2.0
"""The lead in bits at which a paragraph is decided: a little less than one word of a single language."""

LEAST_MARGIN = 0.5
"""The lead at which a text is decided that would else be left alone, for want of any longer paragraph."""

NORWEGIAN_MARGIN = 3.0
"""The bits for Norwegian against Danish at which a text may be called Norwegian: more than any single word gives."""

NORWEGIAN_ODDS = 5.0
"""By how much they must outweigh the bits for Danish against Norwegian."""

FOREIGN_MARGIN = 12.0
"""The lead at which a paragraph is foreign although another language is declared."""

OTHER_MARGIN = 8.0
"""The lead over the declared language at which a paragraph is in another; less, as Danish and Swedish share words."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ADDRESS_MARKS = ("://", "www.", "@")
_SHAPES = tuple((re.compile(shape), frozenset(codes.split())) for shape, codes in SHAPES)
_NO_ONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LanguageRun:
    """Consecutive paragraphs of one language.

    Attributes:
        span: from the first paragraph's start to the last one's end.
        language: the language to judge them by, or None.
        foreign: the name of a language that is not judged, or empty. Where ``language`` is None too, nothing in the
            whole text told the language.
    """

    span: Span
    language: Language | None
    foreign: str = ""


class _Evidence(NamedTuple):
    """Bits for each known language, and those that part Norwegian from Danish and Danish from Norwegian."""

    sv: float = 0.0
    da: float = 0.0
    en: float = 0.0
    nb: float = 0.0
    de: float = 0.0
    fi: float = 0.0
    not_danish: float = 0.0
    not_norwegian: float = 0.0

    @classmethod
    def total(cls, parts: Iterable[_Evidence]) -> _Evidence:
        """The sum of the parts."""
        return cls(*map(sum, zip(*parts, strict=True)))

    def leader(self, margin: float) -> str:
        """The code that leads by the margin, "da" also for Norwegian, or empty."""
        rivals = ((self.sv, "sv"), (max(self.da, self.nb), "da"), (self.en, "en"), (self.de, "de"), (self.fi, "fi"))
        second, first = sorted(rivals)[-2:]
        return first[1] if first[0] - second[0] >= margin else ""

    def is_norwegian(self, margin: float = NORWEGIAN_MARGIN) -> bool:
        """Whether words that only a Norwegian writes stand here, and hardly any that only a Dane writes."""
        return self.not_danish >= max(margin, NORWEGIAN_ODDS * self.not_norwegian)


def paragraphs(text: str) -> list[Span]:
    """The blocks of lines between blank lines, as offsets into ``text``, without the last line's break."""
    spans: list[Span] = []
    start = offset = end = 0
    for line in [*text.split("\n"), ""]:
        if line.strip():
            end = offset + len(line)
        else:
            if end > start:
                spans.append(Span(start, end))
            start = end = offset + len(line) + 1
        offset += len(line) + 1
    return spans


def languages(
    text: str,
    declared: Tongue | None = None,
    parts: Iterable[tuple[Span, Tongue]] = (),
    *,
    is_firm: bool = True,
) -> tuple[LanguageRun, ...]:
    """Tell the language of each paragraph; neighbours of one language form a run.

    Args:
        text: plain text with line feeds between its lines.
        declared: what an option or the source says. Every paragraph then is in it, except those beyond doubt in a
            foreign language.
        parts: what the source says of parts of the text, in order; a paragraph goes by the part that it begins in.
        is_firm: whether one of the three languages that is declared holds for a paragraph that is beyond doubt in
            another of them: so where the user says it, not where a template has been copied from another.

    Returns:
        Runs in order, which together cover every paragraph. A paragraph that tells nothing by itself takes the language
        of the one before it, else of the next that tells.
    """
    spans = paragraphs(text)
    evidence = [_word_evidence(text[start:end]) for start, end in spans]
    told = _told(spans, declared, tuple(parts))
    untold = () if all(told) else _inherited(_detected(evidence), otherwise=_pooled(evidence))
    tongues = [
        _declared(known, _Evidence.total(evidence[i]), is_firm=is_firm) if known else _known_by(untold[i])
        for i, known in enumerate(told)
    ]
    runs = groupby(zip(spans, tongues, strict=True), key=lambda pair: pair[1])
    return tuple(_run(tongue, [span for span, _ in pairs]) for tongue, pairs in runs)


def _told(spans: Sequence[Span], declared: Tongue | None, parts: Sequence[tuple[Span, Tongue]]) -> list[Tongue | None]:
    """What the source says of each paragraph."""
    starts = [part.start for part, _ in parts]
    told = []
    for span in spans:
        index = bisect_right(starts, span.start) - 1
        told.append(parts[index][1] if index >= 0 and span.start < parts[index][0].end else declared)
    return told


def _declared(told: Tongue, evidence: _Evidence, *, is_firm: bool) -> Tongue:
    """The language of a paragraph by what is declared for it, unless its words leave no doubt that it is another."""
    if foreign := _foreign(evidence):
        return Foreign(FOREIGN[foreign])
    code = evidence.leader(MARGIN)
    if is_firm or isinstance(told, Foreign) or code not in set(Language):
        return told
    lead: float = getattr(evidence, code) - getattr(evidence, told.value)
    return Language(code) if lead >= OTHER_MARGIN else told


def _known_by(code: str) -> Tongue | None:
    if code in FOREIGN:
        return Foreign(FOREIGN[code])
    return Language(code) if code else None


def _run(tongue: Tongue | None, spans: Sequence[Span]) -> LanguageRun:
    span = Span(spans[0].start, spans[-1].end)
    return LanguageRun(span, None, tongue.name) if isinstance(tongue, Foreign) else LanguageRun(span, tongue)


def _foreign(evidence: _Evidence) -> str:
    """The foreign language that the words are in beyond doubt, or empty."""
    code = evidence.leader(FOREIGN_MARGIN)
    if code == "da" and evidence.is_norwegian(FOREIGN_MARGIN):
        return "nb"
    return code if code in FOREIGN else ""


def _detected(parts: Sequence[Sequence[_Evidence]]) -> list[str]:
    """The language of each paragraph by its own words; the others may tell whether it is Danish or Norwegian."""
    sums = [_Evidence.total(part if len(part) > INHERITING_WORDS else ()) for part in parts]
    codes = [evidence.leader(MARGIN) for evidence in sums]
    danish = _Evidence.total(evidence for evidence, code in zip(sums, codes, strict=True) if code == "da")
    return [_parted(code, evidence, danish) for code, evidence in zip(codes, sums, strict=True)]


def _parted(code: str, evidence: _Evidence, kin: _Evidence) -> str:
    """The code, with Norwegian told from Danish by the evidence itself or else by that of its kin."""
    if code != "da" or evidence.not_norwegian > evidence.not_danish:
        return code
    return "nb" if evidence.is_norwegian() or kin.is_norwegian() else "da"


def _pooled(parts: Iterable[Sequence[_Evidence]]) -> str:
    """The language of a text whose paragraphs are all too short, by any lead at all."""
    evidence = _Evidence.total(chain.from_iterable(parts))
    return _parted(evidence.leader(LEAST_MARGIN), evidence, evidence)


def _inherited(codes: Sequence[str], otherwise: str) -> list[str]:
    last = next(filter(None, codes), otherwise)
    heirs = []
    for code in codes:
        last = code or last
        heirs.append(last)
    return heirs


def _word_evidence(text: str) -> list[_Evidence]:
    chunks = (chunk for chunk in text.split() if not any(mark in chunk for mark in _ADDRESS_MARKS))
    words = _WORD.findall(" ".join(chunks).replace("’", "'").lower())
    return [_evidence(word) for word in words]


@lru_cache(maxsize=1 << 15)
def _evidence(word: str) -> _Evidence:
    """What one word says: the languages that list it, or else those that its shapes speak for."""
    known_to = _lexicon().get(word)
    groups = [known_to] if known_to else [codes for shape, codes in _SHAPES if shape.search(word)]
    bits = Counter[str]()
    for group in groups:
        bits.update(dict.fromkeys(group, log2(len(WORDS) / len(group))))
    lead = bits["nb"] - bits["da"]
    return _Evidence._make([*(float(bits[code]) for code in WORDS), max(lead, 0.0), max(-lead, 0.0)])


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    """The languages that list a word, also as typed on a keyboard that lacks its letters."""
    tables = [str.maketrans(fold) for fold in FOLDS]
    lexicon: dict[str, frozenset[str]] = {}
    for code, words in WORDS.items():
        for word in words.split():
            for spelling in {word, *(word.translate(table) for table in tables)}:
                lexicon[spelling] = lexicon.get(spelling, _NO_ONE) | {code}
    return lexicon
