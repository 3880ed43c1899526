"""The pieces that the schemas are made of.

A schema is a mapping as JSON Schema (draft 2020-12) defines it. Only keywords are used that editors know, or pass over
without harm where they know older drafts alone. Every scalar is a text to the readers of tonelint, whatever YAML takes
it for (``3`` and ``true`` are words), so texts may come as numbers and booleans too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tonelint.model import Category, Upkeep
from tonelint.rulebook.rulefile import RULE_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Schema: TypeAlias = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOT_BLANK = r"\S"
_SCALARS = ["string", "number", "boolean"]


def document(title: str, description: str, content: Schema) -> Schema:
    """A schema that stands by itself: what a whole file holds."""
    return {"$schema": DIALECT, "title": title, "description": description, **content}


def mapping(properties: Mapping[str, Schema], required: Iterable[str] = (), **keywords: object) -> Schema:
    """A mapping with these keys and no others, and not empty."""
    must = {"required": list(required)} if required else {}
    return {
        "type": "object",
        "properties": dict(properties),
        **must,
        "minProperties": 1,
        "additionalProperties": False,
        **keywords,
    }


def text(description: str = "", pattern: str = NOT_BLANK, **keywords: object) -> Schema:
    """A text that is not blank, or matches a pattern somewhere."""
    return {**_described(description), "type": _SCALARS, "pattern": pattern, **keywords}


def one_of(description: str, names: Iterable[str]) -> Schema:
    """A text out of a closed set."""
    return {**_described(description), "enum": list(names)}


def texts(description: str = "", item: Schema | None = None, **keywords: object) -> Schema:
    """A list of texts, at least one."""
    return {**_described(description), "type": "array", "minItems": 1, "items": item or text(), **keywords}


def text_or_texts(description: str, item: Schema | None = None) -> Schema:
    """A text, or a list of texts, at least one. All keywords stand side by side: an editor then names what is wrong."""
    item = item or text()
    return {**item, "description": description, "type": [*_SCALARS, "array"], "minItems": 1, "items": item}


def reference(name: str, description: str = "") -> Schema:
    """What stands under a name in the definitions of the same schema."""
    return {**_described(description), "$ref": f"#/$defs/{name}"}


def mappings(description: str, properties: Mapping[str, Schema], required: Iterable[str], **keywords: object) -> Schema:
    """A list of mappings, at least one; further keywords are about the mappings."""
    item = mapping(properties, required, **keywords)
    return {"description": description, "type": "array", "minItems": 1, "items": item}


def rule_names() -> Schema:
    """The id of a rule, or a category; editors propose the categories."""
    categories = [*Category, *Upkeep]
    return text("", f"^(?:{'|'.join(categories)})(?:/{RULE_NAME.pattern})?$", examples=categories)


def _described(description: str) -> Schema:
    return {"description": description} if description else {}
