"""Tokens, sentences and clauses by spaCy pipelines. The only module that imports spaCy, on first need.

The pipelines are ``spacy.blank`` tokenizers with three components of tonelint's own (zones, sentences, clauses);
no trained model is needed. Tokens are read from spaCy as columns, all at once, and what tokens of one kind have in
common is worked out once: asking token by token costs several times what tokenizing does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

from tonelint.model import Language, Zone, ZoneKind
from tonelint.words.clauses import clause_starts
from tonelint.words.grammar import EMOTICON, GRAMMARS, SPOKEN_MARKS, Grammar
from tonelint.words.segmentation import Offsets, sentence_starts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

MOST_WORDS = 1 << 15
"""When more different tokens have been met, all are forgotten: spaCy remembers every one for good."""

_MORE_SUFFIXES = (r"(?<=[\ue000-\uf8ff])\.", r"(?<=['’]T)\.")  # spaCy splits a full stop off neither U+E000 nor DON'T
_STRAY_APOSTROPHE = re.compile(r"[´`ʼ‘](?<=[^\W\d_].)(?=[^\W\d_])")  # don´t: the accent key, for want of the right one
_MARKS = re.compile(r"[^\w\s]{40,}+")
_CONTRACTED = frozenset({"am", "are", "can", "have", "not", "shall", "will"})
_NO_CONTRACTIONS = ("id", "wed", "hed")  # spaCy reads "order id" and "Wed 14 May" as "i would" and "we would"
_NOT_A_SENTENCE_START = 2**64 - 1  # -1 in spaCy's columns, which are unsigned


class Look(NamedTuple):
    """What all tokens of the same letters and the same spaCy norm have in common.

    Attributes:
        text: as it stands.
        norm: as patterns see it: lower-cased, contractions resolved, without a final full stop.
        lower: lower-cased but for single letters: Danish ``I`` and ``i`` are two words.
        is_word: whether it is a word, a number, a placeholder or a spoken mark.
        is_space: whether it is white space.
    """

    text: str
    norm: str
    lower: str
    is_word: bool
    is_space: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, white space left out, as parallel columns.

    Attributes:
        places: their indices in the spaCy Doc.
        looks: what they are like.
        offsets: where they stand in the text.
    """

    places: Sequence[int]
    looks: Sequence[Look]
    offsets: Offsets


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens and what the pipeline found out about each of them: its zone, whether a sentence or a clause begins."""

    tokens: Tokens
    zones: Sequence[ZoneKind]
    sentence_starts: Sequence[bool]
    clause_starts: Sequence[bool]


def run_pipeline(text: str, language: Language, zones: Sequence[Zone]) -> Reading:
    """Run the pipeline of a language on a text.

    Args:
        text: any text; lines end in a line feed.
        language: whose tokenizer and grammar to use.
        zones: the zones that cover the text, in order.
    """
    doc = _make_doc(text, language)
    doc.user_data["zones"] = zones
    doc = _pipeline(language)(doc)
    data = doc.user_data
    return Reading(data["tokens"], data["zone_kinds"], data["sentence_starts"], data["clause_starts"])


def tokenize(text: str, language: Language) -> Tokens:
    """The tokens of a text alone."""
    tokens: Tokens = _make_doc(text, language).user_data["tokens"]
    return tokens


def is_plain(word: str, language: Language) -> bool:
    """Whether a word is surely one token as it stands: letters only, and no special case of spaCy's."""
    tokenizer: Any = _pipeline(language).tokenizer
    return word.isalpha() and word not in tokenizer.rules


def _make_doc(text: str, language: Language) -> Doc:
    """Tokenize a text; the Doc carries the text and its columns in ``user_data``."""
    text = _parted(_STRAY_APOSTROPHE.sub("'", text))
    if len(_pipeline(language).vocab) > MOST_WORDS:
        _pipeline.cache_clear()
        _lexicon.cache_clear()
    doc = _pipeline(language).make_doc(text)
    texts, norms, all_starts = doc.to_array(["ORTH", "NORM", "IDX"]).T.tolist()
    all_looks = list(map(_lexicon(language).__getitem__, zip(texts, norms, strict=True)))
    solid = [not look.is_space for look in all_looks]
    places, looks, starts = (list(compress(column, solid)) for column in (range(len(solid)), all_looks, all_starts))
    ends = [start + len(look.text) for start, look in zip(starts, looks, strict=True)]
    doc.user_data |= {"text": text, "tokens": Tokens(places, looks, Offsets(starts, ends))}
    return doc


def _parted(text: str) -> str:
    """The text with blanks in runs of very many marks, off which spaCy would peel one by one, in square time."""
    return _MARKS.sub(lambda run: re.sub(r"(.{19}).", r"\1 ", run[0], flags=re.DOTALL), text)


class _Lexicon(dict[tuple[int, int], Look]):
    """What tokens look like, by spaCy's keys of their text and norm; filled as they are met."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._strings = _pipeline(language).vocab.strings

    def __missing__(self, key: tuple[int, int]) -> Look:
        text, spacy_norm = (self._strings[number] for number in key)
        norm = text.casefold().replace("’", "'")
        if self._language is Language.EN:
            # spaCy resolves contractions in NORM ("ca" + "n't" is "can" + "not"); its other norms rewrite too much.
            norm = "have" if norm == "'ve" else spacy_norm if spacy_norm in _CONTRACTED else norm
        self[key] = look = Look(
            text=text,
            norm=norm.rstrip(".") or text,
            lower=text.lower() if len(text) > 1 else text,
            is_word=text in SPOKEN_MARKS or (any(map(_is_of_words, text)) and not EMOTICON.fullmatch(text)),
            is_space=text.isspace(),
        )
        return look


_lexicon = cache(_Lexicon)


def _is_of_words(char: str) -> bool:
    return char.isalnum() or "\ue000" <= char <= "\uf8ff"


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
    tokenizer: Any = pipeline.tokenizer
    suffixes = [*(pipeline.Defaults.suffixes or ()), *_MORE_SUFFIXES]
    tokenizer.suffix_search = spacy.util.compile_suffix_regex(suffixes).search
    if language is Language.EN:
        _mend_contractions(tokenizer, spacy.symbols.ORTH)
    pipeline.max_length = 2**62  # spaCy's limit is meant for trained components; ours need a few bytes a token
    for name, component in components.items():
        if not SpacyLanguage.has_factory(name):
            SpacyLanguage.component(name, func=component)
        pipeline.add_pipe(name)
    return pipeline


def _mend_contractions(tokenizer: Any, orth: int) -> None:
    """Teach spaCy's English the contractions of shouted words, and which words are none."""
    for word, parts in list(tokenizer.rules.items()):
        if word.islower() and len(parts) > 1 and ("'" in word or "’" in word):
            tokenizer.add_special_case(word.upper(), [part | {orth: part[orth].upper()} for part in parts])
    for word in _NO_CONTRACTIONS:
        for form in (word, word.title()):
            tokenizer.add_special_case(form, [{"ORTH": form}])
    for pronoun in "iI":
        tokenizer.add_special_case(f"{pronoun}m", [{"ORTH": pronoun}, {"ORTH": "m", "NORM": "am"}])


def _mark_zones(doc: Doc) -> Doc:
    """Note each token's zone in ``user_data["zone_kinds"]``."""
    starts = doc.user_data["tokens"].offsets.starts
    kinds = [ZoneKind.BODY] * len(starts)
    for zone in doc.user_data["zones"]:
        first, last = (bisect_left(starts, offset) for offset in zone.span)
        kinds[first:last] = [zone.kind] * (last - first)
    doc.user_data["zone_kinds"] = kinds
    return doc


def _mark_sentences(doc: Doc) -> Doc:
    """Set the sentence starts of the Doc, and note them in ``user_data["sentence_starts"]``."""
    tokens: Tokens = doc.user_data["tokens"]
    starts = sentence_starts(doc.user_data["text"], tokens.offsets, doc.user_data["zones"], _grammar(doc))
    column: Any = doc.to_array("SENT_START")
    column[:] = _NOT_A_SENTENCE_START
    column[list(compress(tokens.places, starts))] = 1
    doc.user_data["sentence_starts"] = starts
    return doc.from_array(["SENT_START"], column)


def _mark_clauses(doc: Doc) -> Doc:
    """Note in ``user_data["clause_starts"]`` whether each token begins a clause."""
    tokens: Tokens = doc.user_data["tokens"]
    words = [look.lower for look in tokens.looks]
    sentences = doc.user_data["sentence_starts"]
    doc.user_data["clause_starts"] = clause_starts(words, tokens.offsets, sentences, _grammar(doc))
    return doc


def _grammar(doc: Doc) -> Grammar:
    return GRAMMARS[Language(doc.lang_)]
