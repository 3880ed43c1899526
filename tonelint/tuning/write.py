"""Writing fitted evidence into rule files: tables and thresholds are replaced, all else stays as it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.model import Language
from tonelint.rulebook.evidence import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.tuning.fit import Feature, Fitted

_KEY = re.compile(r"(?P<indent> *)(?P<key>[a-z-]+):(?P<rest>.*)")
_NO_CUE = "# no cue tells enough"  # a text without anything in it is a fault of a rule file


def rewritten(text: str, fitted: Fitted) -> str:
    """The text of a rule file with its evidence replaced.

    Args:
        text: a rule file that weighs evidence.
        fitted: its new weights and thresholds.
    """
    return "\n".join(_lines(text.splitlines(), fitted)) + "\n" * text.endswith("\n")


def _lines(lines: Iterable[str], fitted: Fitted) -> Iterator[str]:
    language: Language | None = None
    inside: int | None = None  # the indentation of the table that is left out
    for line in lines:
        match = _KEY.match(line)
        indent = len(line) - len(line.lstrip())
        if inside is not None and (not line.strip() or indent > inside):
            continue
        inside = None
        if match and not match["indent"]:
            language = Language(match["key"]) if match["key"] in set(Language) else None
        if match and match["key"] == "evidence":
            inside = indent
            yield f"{match['indent']}evidence: |"
            yield from (f"{match['indent']}  {cue}" for cue in _table(fitted, language) or [_NO_CUE])
        elif match and match["key"] in fitted.thresholds and language:
            yield f"{match['indent']}{match['key']}: {fitted.thresholds[match['key']] - fitted.base[language]:.2f}"
        else:
            yield line


def _table(fitted: Fitted, language: Language | None) -> list[str]:
    """The cues of a language, or those of all languages, the weightiest first."""
    own = [(weight, _text(feature)) for feature, weight in fitted.weights.items() if feature.language is language]
    return [f"{weight:+.2f} {text}" for weight, text in sorted(own, key=lambda cue: (-cue[0], cue[1]))]


def _text(feature: Feature) -> str:
    return feature.text if feature.where is Where.HERE else f"{feature.where}: {feature.text}"
