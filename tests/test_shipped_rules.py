"""The rules that come with tonelint hold their own examples, in all three languages."""

from __future__ import annotations

import pytest

from tonelint.examples import failures
from tonelint.model import Category, Language
from tonelint.rulebook.ruleset import bundled

RULES = {rule.id: rule for rule in bundled().rules}
FEWEST_EXAMPLES = 3


@pytest.mark.parametrize("rule_id", RULES)
def test_a_rule_holds_its_examples(rule_id: str) -> None:
    """It reports what it says it flags, and passes what it says it passes."""
    assert [str(failure) for failure in failures(bundled(), [RULES[rule_id]])] == []


@pytest.mark.parametrize("rule_id", RULES)
def test_a_rule_speaks_all_languages_with_examples(rule_id: str) -> None:
    """Every rule stands in Swedish, Danish and English, each with examples of both kinds."""
    counts = {
        language: min(len(wording.flags), len(wording.passes)) for language, wording in RULES[rule_id].wordings.items()
    }
    assert counts.keys() == set(Language)
    assert min(counts.values()) >= FEWEST_EXAMPLES


def test_every_category_has_rules() -> None:
    """No category is only promised."""
    assert {rule.category for rule in RULES.values()} == set(Category)


def test_word_classes_have_the_same_names_in_all_languages() -> None:
    """Whoever knows the classes of one language knows those of all."""
    names = [set(bundled().classes[language]) for language in Language]
    assert names[0] == names[1] == names[2]
