"""A rule in words, from its own fields: what, why, then per language the advice and the examples."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.rulebook.rules import Rule

_COLUMNS = 100
_NAMES = {"sv": "Svenska", "da": "Dansk", "en": "English"}
_HEADINGS = {
    "sv": ("Råd", "Reagerar på", "Släpper igenom", "Ger bara en vink"),
    "da": ("Råd", "Reagerer på", "Lader passere", "Giver kun et hint"),
    "en": ("Advice", "Reports", "Lets pass", "Merely hints at"),
}


def render_explanation(rule: Rule) -> str:
    """The manual page of a rule."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity.label}; looks in: {rule.zone})"
    yield ""
    yield f"What: {rule.summary}"
    yield from textwrap.wrap(f"Why: {rule.why}", _COLUMNS)
    for language, wording in rule.wordings.items():
        advice, *headings = _HEADINGS[language]
        yield ""
        yield f"## {_NAMES[language]}"
        yield from textwrap.wrap(f"{advice}: {wording.advice}", _COLUMNS)
        for heading, examples in zip(headings, (wording.flags, wording.passes, wording.hints), strict=True):
            if examples:
                yield f"{heading}:"
                yield from (textwrap.indent(example.strip(), "    ").replace("    ", "  - ", 1) for example in examples)
