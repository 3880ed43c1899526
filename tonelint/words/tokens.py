"""The words of a reply, which patterns are matched against: punctuation, white space, other languages left out."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate, compress, pairwise
from operator import ne
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span
from tonelint.words.pipeline import is_plain, run_pipeline, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tonelint.model import Language, Zone, ZoneKind


class Form(NamedTuple):
    """A word as it stands, and as patterns see it: lower-cased, contractions resolved, without a final full stop."""

    text: str
    norm: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of words (``first`` to ``last``, exclusive) in one zone."""

    first: int
    last: int
    zone: ZoneKind


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language in a reply, as parallel columns; punctuation is left out.

    Attributes:
        texts: each word as it stands.
        norms: each word as patterns see it: lower-cased, contractions resolved, without a final full stop.
        spans: their offsets in the reply's text.
        clause_starts: whether a clause begins at the word.
        sentences: the sentences, in order, covering all words.
    """

    texts: tuple[str, ...]
    norms: tuple[str, ...]
    spans: tuple[Span, ...]
    clause_starts: tuple[bool, ...]
    sentences: tuple[Sentence, ...]

    def ends_clause(self, index: int) -> bool:
        """Whether a clause ends just before word ``index``."""
        return index >= len(self.texts) or self.clause_starts[index] or self.texts[index] in {"?", "!"}


def read_words(text: str, language: Language, zones: Sequence[Zone], spans: Iterable[Span]) -> Words:
    """The words of ``text`` that stand inside ``spans``, read in ``language``.

    Where a sentence or a clause begins at a token that is left out, it begins at the next word.

    Args:
        text: a reply's text.
        language: the language of those spans.
        zones: the zones that cover the text, in order.
        spans: which parts of the text are in that language, in order.
    """
    reading = run_pipeline(text, language, zones)
    all_looks, (starts, ends) = reading.tokens.looks, reading.tokens.offsets
    parts = [range(bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans]
    kept = [i for part in parts for i in part if all_looks[i].is_word]
    looks = [all_looks[i] for i in kept]
    offsets = zip([starts[i] for i in kept], [ends[i] for i in kept], strict=True)
    begins_sentence = _firsts_of_runs(reading.sentence_starts, kept)
    firsts = list(compress(range(len(kept)), begins_sentence))
    return Words(
        texts=tuple([look.text for look in looks]),
        norms=tuple([look.norm for look in looks]),
        spans=tuple(map(_as_span, offsets)),
        clause_starts=_firsts_of_runs(reading.clause_starts, kept),
        sentences=tuple(
            Sentence(first, last, reading.zones[kept[first]]) for first, last in pairwise([*firsts, len(kept)])
        ),
    )


@cache
def forms_of(words: str, language: Language) -> tuple[Form, ...]:
    """The words of a pattern, split and normalised as those of a text."""
    if is_plain(words, language):
        return (Form(words, words.casefold()),)
    return tuple(Form(look.text, look.norm) for look in tokenize(words, language).looks if look.is_word)


_as_span = partial(tuple.__new__, Span)  # what ``Span._make`` does, without a Python call for each word


def _firsts_of_runs(starts: Iterable[bool], kept: Iterable[int]) -> tuple[bool, ...]:
    """Of runs that begin at ``starts``, whether each kept token is the first one kept of its run."""
    numbers = list(accumulate(starts))  # from 1, as the first token begins a run
    runs = [numbers[i] for i in kept]
    return tuple(map(ne, runs, [0, *runs]))
