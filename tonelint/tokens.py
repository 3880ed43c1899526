"""Words, clauses and sentences of a reply, by spaCy pipelines. The only module that imports spaCy, on first need.

The pipelines are ``spacy.blank`` tokenizers with three components of tonelint's own (zones, sentences, clauses);
no trained model is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tonelint.grammar import GRAMMARS, SPOKEN_MARKS
from tonelint.model import Language, Span, Zone, ZoneKind
from tonelint.segmentation import clause_starts, sentence_starts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc, Token


_FULL_STOP_AFTER_PLACEHOLDER = r"(?<=[\ue000-\uf8ff])\."  # spaCy splits a full stop off letters only
_CONTRACTED = frozenset({"am", "are", "can", "have", "not", "shall", "will"})


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

    Args:
        text: a reply's text.
        language: the language of those spans.
        zones: the zones that cover the text.
        spans: which parts of the text are in that language, in order.
    """
    pipeline = _pipeline(language)
    doc = pipeline.make_doc(text)
    doc.user_data["zones"] = zones
    doc = pipeline(doc)
    return _columns(doc, language, tuple(spans))


@cache
def norms_of(words: str, language: Language) -> tuple[str, ...]:
    """The words of a pattern as they look in ``Words.norms``."""
    doc = _pipeline(language).make_doc(words)
    return tuple(_norm(token, language) for token in doc if _is_word(token))


def _columns(doc: Doc, language: Language, spans: Sequence[Span]) -> Words:
    """Keep the word tokens inside ``spans``; carry a dropped token's sentence or clause start to the next word."""
    texts: list[str] = []
    norms: list[str] = []
    offsets: list[Span] = []
    clauses: list[bool] = []
    sentences: list[Sentence] = []
    first, zone = 0, ZoneKind.BODY
    new_sentence = new_clause = True
    inside = iter(spans)
    span = next(inside, None)
    for token, zone_here, opens_clause in zip(
        doc, doc.user_data["token_zones"], doc.user_data["clause_starts"], strict=True
    ):
        new_sentence = new_sentence or bool(token.is_sent_start)
        new_clause = new_clause or opens_clause
        while span is not None and token.idx >= span.end:
            span = next(inside, None)
        if span is None or token.idx < span.start or not _is_word(token):
            continue
        if new_sentence and len(texts) > first:
            sentences.append(Sentence(first, len(texts), zone))
            first = len(texts)
        if new_sentence:
            zone = zone_here
        texts.append(token.text)
        norms.append(_norm(token, language))
        offsets.append(Span(token.idx, token.idx + len(token)))
        clauses.append(new_clause or new_sentence)
        new_sentence = new_clause = False
    if len(texts) > first:
        sentences.append(Sentence(first, len(texts), zone))
    return Words(tuple(texts), tuple(norms), tuple(offsets), tuple(clauses), tuple(sentences))


def _is_word(token: Token) -> bool:
    text = token.text
    return text in SPOKEN_MARKS or any(char.isalnum() or "\ue000" <= char <= "\uf8ff" for char in text)


def _norm(token: Token, language: Language) -> str:
    norm = token.text.casefold().replace("’", "'")
    if language is Language.EN:
        # spaCy resolves contractions in NORM ("ca" + "n't" is "can" + "not"); its other norms rewrite too much.
        norm = "have" if norm == "'ve" else token.norm_ if token.norm_ in _CONTRACTED else norm
    return norm.rstrip(".") or token.text


@cache
def _pipeline(language: Language) -> Pipeline:
    """The pipeline of a language: a blank tokenizer and the three components, registered on first use."""
    import spacy
    from spacy.language import Language as SpacyLanguage

    components: dict[str, Callable[[Doc], Doc]] = {
        "tonelint_zones": _mark_zones,
        "tonelint_sentences": _mark_sentences,
        "tonelint_clauses": _mark_clauses,
    }
    pipeline = spacy.blank(language.value)
    suffixes = [*(pipeline.Defaults.suffixes or ()), _FULL_STOP_AFTER_PLACEHOLDER]
    pipeline.tokenizer.suffix_search = spacy.util.compile_suffix_regex(suffixes).search
    pipeline.max_length = 2**62  # spaCy's limit is meant for trained components; ours need a few bytes a token
    for name, component in components.items():
        if not SpacyLanguage.has_factory(name):
            SpacyLanguage.component(name, func=component)
        pipeline.add_pipe(name)
    return pipeline


def _mark_zones(doc: Doc) -> Doc:
    """Note each token's zone in ``user_data["token_zones"]``."""
    kinds: list[ZoneKind] = []
    zones: Sequence[Zone] = doc.user_data["zones"]
    index = 0
    for token in doc:
        while index + 1 < len(zones) and token.idx >= zones[index].span.end:
            index += 1
        kinds.append(zones[index].kind if zones else ZoneKind.BODY)
    doc.user_data["token_zones"] = kinds
    return doc


def _mark_sentences(doc: Doc) -> Doc:
    """Set ``is_sent_start`` of every token; white space belongs to the sentence before it."""
    tokens = [token for token in doc if not token.is_space]
    spans = [Span(token.idx, token.idx + len(token)) for token in tokens]
    starts = sentence_starts(doc.text, spans, doc.user_data["zones"], _grammar(doc))
    for token in doc:
        token.is_sent_start = False
    for token, start in zip(tokens, starts, strict=True):
        token.is_sent_start = start
    return doc


def _mark_clauses(doc: Doc) -> Doc:
    """Note in ``user_data["clause_starts"]`` whether each token begins a clause."""
    words = [token.lower_ for token in doc]
    sentences = [bool(token.is_sent_start) for token in doc]
    doc.user_data["clause_starts"] = clause_starts(words, sentences, _grammar(doc))
    return doc


def _grammar(doc: Doc) -> Any:
    return GRAMMARS[Language(doc.lang_)]
