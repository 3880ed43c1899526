"""A rule in words, from its own fields: what, why, then per language the advice and the examples."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from tonelint.language_names import IN_THEMSELVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.rulebook.evidence import Evidence
    from tonelint.rulebook.rules import Rule

_COLUMNS = 100
_HEADINGS = {
    "sv": ("Råd", "Reagerar på", "Släpper igenom", "Ger bara en vink"),
    "da": ("Råd", "Reagerer på", "Lader passere", "Giver kun et hint"),
    "en": ("Advice", "Reports", "Lets pass", "Merely hints at"),
}

_EVIDENCE_HEADINGS = {
    "sv": ("Vikter som läggs ihop; vink från {hint_at:.2f}, fynd från {warn_at:.2f}", "Talar för", "Talar emot"),
    "da": ("Vægte, der lægges sammen; hint fra {hint_at:.2f}, fund fra {warn_at:.2f}", "Taler for", "Taler imod"),
    "en": (
        "Weights that add up; a hint from {hint_at:.2f}, a finding from {warn_at:.2f}",
        "Speak for it",
        "Speak against it",
    ),
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
        yield f"## {IN_THEMSELVES[language]}"
        yield from textwrap.wrap(f"{advice}: {wording.advice}", _COLUMNS)
        if wording.evidence:
            yield from _evidence(wording.evidence, *_EVIDENCE_HEADINGS[language])
        for heading, examples in zip(headings, (wording.flags, wording.passes, wording.hints), strict=True):
            if examples:
                yield f"{heading}:"
                yield from (textwrap.indent(example.strip(), "    ").replace("    ", "  - ", 1) for example in examples)


def _evidence(evidence: Evidence, sums: str, speaking_for: str, speaking_against: str) -> Iterator[str]:
    """All cues with their weights, the weightiest first, several a line."""
    yield sums.format(hint_at=evidence.hint_at, warn_at=evidence.warn_at)
    cues = sorted(evidence.cues, key=lambda cue: (-abs(cue.weight), str(cue)))
    for heading, sign in ((speaking_for, 1), (speaking_against, -1)):
        listed = " · ".join(f"{cue} {cue.weight:+.2f}" for cue in cues if cue.weight * sign > 0)
        if listed:
            yield f"{heading}:"
            yield from textwrap.wrap(listed, _COLUMNS, initial_indent="    ", subsequent_indent="    ")
