"""From labelled files to rule files with fitted evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.errors import UsageError
from tonelint.tuning.fit import Settings, fit
from tonelint.tuning.rows import ZONES, table
from tonelint.tuning.write import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tonelint.labelled import Labelled
    from tonelint.model import ZoneKind
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
    rules = _weighing(ruleset)
    rows = table(records, ruleset)
    texts = {}
    for zone in ZONES:
        categories = sorted(category for category, there in rules if there is zone)
        fitted = fit([row for row in rows if row.zone is zone], categories, settings or Settings())
        for category, evidence in fitted.items():
            rule = rules[category, zone]
            texts[rule.id] = rewritten(text_of(rule), evidence)
    return texts


def _weighing(ruleset: Ruleset) -> dict[tuple[str, ZoneKind], Rule]:
    """The rules that weigh evidence, by category and zone."""
    rules: dict[tuple[str, ZoneKind], Rule] = {}
    for rule in ruleset.rules:
        if any(wording.evidence for wording in rule.wordings.values()):
            other = rules.setdefault((rule.category.value, rule.zone), rule)
            if other is not rule:
                raise UsageError(f"{other.id} and {rule.id} weigh evidence for one category in one zone")
    return rules
