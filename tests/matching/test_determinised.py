"""The one automaton of many patterns forgets without losing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.matching.test_matcher import CLASSES, words_of
from tonelint.matching import determinised
from tonelint.matching.matcher import Matcher
from tonelint.model import Language
from tonelint.notation.parser import parse
from tonelint.words.tokens import forms_of

if TYPE_CHECKING:
    import pytest

TEXT = "Då borde du ha läst det. Alla bussbolaget hade kollat upp det, så ni borde ha vetat. Du borde nog."
PATTERNS = ["{<you> … <ought>} [nog] ha", "<many-firms>", "<noticed> det", "<ought> nog $"]


def matches() -> dict[str, tuple[object, ...]]:
    matcher = Matcher(map(parse, PATTERNS), [], CLASSES, lambda words: forms_of(words, Language.SV))
    matcher.read(words_of(TEXT))
    return dict(matcher.read(words_of(TEXT)).sought)


def test_what_is_found_does_not_depend_on_how_much_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no room for states, everything is worked out afresh, to the same end."""
    remembered = matches()
    monkeypatch.setattr(determinised, "MOST_STATES", 0)
    assert remembered.keys() == set(PATTERNS)
    assert matches() == remembered
