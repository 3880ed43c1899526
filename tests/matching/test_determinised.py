"""The one automaton of many patterns forgets without losing anything."""

from __future__ import annotations

import pytest

from tests.matching.test_matcher import CLASSES, words_of
from tonelint.matching import determinised
from tonelint.matching.matcher import Matcher
from tonelint.model import Language
from tonelint.notation.parser import parse
from tonelint.words.tokens import forms_of

TEXT = "Då borde du ha läst det. Alla bussbolaget hade kollat upp det, så ni borde ha vetat. Du borde nog."
PATTERNS = ["{<you> … <ought>} [nog] ha", "<many-firms>", "<noticed> det", "<ought> nog $"]


def matches() -> dict[str, tuple[object, ...]]:
    matcher = Matcher(map(parse, PATTERNS), [], CLASSES, lambda words: forms_of(words, Language.SV))
    matcher.read(words_of(TEXT))
    return dict(matcher.read(words_of(TEXT)).sought)


@pytest.mark.parametrize("bound", ["MOST_STATES", "MOST_STEPS"])
def test_what_is_found_does_not_depend_on_how_much_is_remembered(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no room for states or steps, everything is worked out afresh, to the same end."""
    remembered = matches()
    monkeypatch.setattr(determinised, bound, 0)
    assert remembered.keys() == set(PATTERNS)
    assert matches() == remembered
