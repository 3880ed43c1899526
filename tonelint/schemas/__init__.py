"""JSON Schemas of the files that users write: editors complete, explain and check by them while a file is written.

They hold the shape of a file. What needs more than the file, such as whether a word class exists, tonelint says itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.schemas.configuration import configuration_schema
from tonelint.schemas.rule import rule_schema
from tonelint.schemas.words import words_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tonelint.schemas.parts import Schema

SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "rule": rule_schema,
    "words": words_schema,
    "configuration": configuration_schema,
}
"""The schemas by the names that the command line knows them by."""
