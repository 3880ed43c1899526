"""The schema of files of word classes."""

from __future__ import annotations

from tonelint.notation.parser import CLASS_NAME
from tonelint.notation.patterns import SHAPES, PartOfSpeech
from tonelint.schemas.parts import Schema, document, text
from tonelint.schemas.rule import PATTERN

_SIGNS = r"()\[\]{}|<>…~=^$?!%:;"
_ENTRY = rf"\s*[^\s,{_SIGNS}][^,{_SIGNS}]*"
LEMMAS = f"^{_ENTRY}(?:,{_ENTRY})*$"
"""Entries parted by commas, none empty, without the signs of patterns."""

_PARTS = {
    PartOfSpeech.NOUNS: "Nouns in their dictionary form, parted by commas. Of a phrase the last word is inflected.",
    PartOfSpeech.VERBS: "Verbs in the infinitive, parted by commas. Of a phrase the first word is inflected.",
    PartOfSpeech.ADJECTIVES: "Adjectives in their positive, parted by commas. Of a phrase the last word is inflected.",
    PartOfSpeech.WORDS: "Words and phrases that are not inflected, parted by commas.",
}


def words_schema() -> Schema:
    """The schema of a file of word classes: ``words/<language>.yaml`` in a folder of rules."""
    return document(
        "tonelint word classes",
        "Word classes of one language: words/sv.yaml, words/da.yaml or words/en.yaml. A pattern names a class as "
        f"<class>. Built in, and not to be defined: {', '.join(sorted(SHAPES))}.",
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": f"^{CLASS_NAME.pattern}$", "not": {"enum": sorted(SHAPES)}},
            "additionalProperties": _entries(),
        },
    )


def _entries() -> Schema:
    """What stands under the name of a class; keywords for lists and for mappings stand side by side."""
    return {
        "description": "The entries of the class: a list of patterns, or lemmas by part of speech.",
        "type": ["array", "object"],
        "items": text("An entry: a pattern, mostly one word. It may name other classes.", PATTERN),
        "minItems": 1,
        "properties": {part: text(description, LEMMAS) for part, description in _PARTS.items()},
        "additionalProperties": False,
        "minProperties": 1,
    }
