"""From labelled files to rule files with fitted evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.errors import UsageError
from tonelint.tuning.fit import Settings, fit
from tonelint.tuning.rows import table
from tonelint.tuning.write import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tonelint.labelled import Labelled
    from tonelint.rulebook.rules import Rule
    from tonelint.rulebook.ruleset import Ruleset

SMALLEST_CORPUS = 50
"""Fewer labelled replies or sentences tell nothing."""


def tune(
    records: Sequence[Labelled], ruleset: Ruleset, text_of: Callable[[Rule], str], settings: Settings | None = None
) -> dict[str, str]:
    """Fit the evidence of a ruleset to labelled replies and sentences.

    Args:
        records: what careful readers labelled.
        ruleset: the rules; those that weigh evidence are fitted.
        text_of: gives the text of a rule's file.
        settings: how the weights are fitted.

    Returns:
        By rule id, the new text of its file.

    Raises:
        UsageError: where there is too little to learn from, or two rules of a category weigh evidence.
    """
    if len(records) < SMALLEST_CORPUS:
        raise UsageError(f"{len(records)} labelled replies and sentences are too few to fit weights to")
    rules: dict[str, Rule] = {}
    for rule in ruleset.rules:
        if any(wording.evidence for wording in rule.wordings.values()):
            if rule.category.value in rules:
                raise UsageError(f"{rules[rule.category.value].id} and {rule.id} weigh evidence for one category")
            rules[rule.category.value] = rule
    fitted = fit(table(records, ruleset), sorted(rules), settings or Settings())
    return {rule.id: rewritten(text_of(rule), fitted[category]) for category, rule in sorted(rules.items())}
