"""Which rules are in force and how much their findings weigh: what ``select``, ``ignore`` and ``severity`` come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Category, Upkeep
from tonelint.upkeep import UPKEEP_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tonelint.model import Severity

APOLOGY_CATEGORIES = frozenset({Category.MISSING_APOLOGY.value, Category.NON_APOLOGY.value})
"""The categories that ``apology-rules: off`` switches off."""


class Ruling(NamedTuple):
    """Whether a rule is in force.

    Attributes:
        is_on: whether it is.
        key: the key of the configuration that decided (``select``, ``ignore``, ``apology-rules``); empty where nothing
            was said.
        name: the rule or category that stands there; empty where it is off because it was not selected.
    """

    is_on: bool
    key: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was said of rules.

    A rule's own name beats that of its category; of equal names, ``ignore`` beats ``select``.

    Attributes:
        select: the rules and categories in force; None for all.
        ignore: those that are not.
        severities: by name what the findings weigh, in order of the names.
        apology_rules: False switches the categories about apologies off, as if they were ignored; None where nothing
            is said.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severities: tuple[tuple[str, Severity], ...] = ()
    apology_rules: bool | None = None

    @classmethod
    def of(
        cls,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        severities: Mapping[str, Severity] | None = None,
        *,
        apology_rules: bool | None = None,
    ) -> Choice:
        """A choice of names in any order; nothing selected means all."""
        ordered = tuple(sorted((severities or {}).items()))
        return cls(frozenset(select) or None, frozenset(ignore), ordered, apology_rules)

    def then(self, later: Choice) -> Choice:
        """This choice and a later one as one: what is said later counts.

        A later ``select`` replaces an earlier one; names to ignore and severities are added. A rule that was ignored by
        its own name stays so until its own name is selected.
        """
        select = later.select
        if select is None and self.select is not None:
            gone = later.ignore | (APOLOGY_CATEGORIES if later.apology_rules is False else frozenset())
            select = frozenset(name for name in self.select if gone.isdisjoint({name, _category_of(name)}))
        chosen = later.select or frozenset()
        apology_rules = later.apology_rules
        if apology_rules is None and APOLOGY_CATEGORIES.isdisjoint(chosen):
            apology_rules = self.apology_rules
        severities = dict(self.severities) | dict(later.severities)
        return Choice(select, (self.ignore - chosen) | later.ignore, tuple(sorted(severities.items())), apology_rules)

    @property
    def names(self) -> frozenset[str]:
        """All rules and categories that it speaks of."""
        return (self.select or frozenset()) | self.ignore | {name for name, _ in self.severities}

    def ruling(self, rule_id: str, category: Category | Upkeep) -> Ruling:
        """Whether a rule is in force, and what decided it.

        What is said about permissions speaks only of rules in force, so it need not be selected along with them.
        """
        for name in (rule_id, category.value):
            if name in self.ignore:
                return Ruling(is_on=False, key="ignore", name=name)
            if self.apology_rules is False and name in APOLOGY_CATEGORIES:
                return Ruling(is_on=False, key="apology-rules", name=name)
            if self.select is not None and name in self.select:
                return Ruling(is_on=True, key="select", name=name)
        if self.select is None or isinstance(category, Upkeep):
            return Ruling(is_on=True)
        return Ruling(is_on=False, key="select")

    def weighed_by(self, rule_id: str, category: Category | Upkeep) -> str:
        """The name under which the severity of a rule was changed; empty where it was not."""
        changed = {name for name, _ in self.severities}
        return next((name for name in (rule_id, category.value) if name in changed), "")

    def severity(self, rule_id: str, category: Category | Upkeep, usual: Severity) -> Severity:
        """What the findings of a rule weigh.

        Args:
            rule_id: the rule.
            category: its category.
            usual: what they weigh where nothing was said.
        """
        return dict(self.severities).get(self.weighed_by(rule_id, category), usual)

    def upkeep(self) -> dict[str, Severity]:
        """What is said about permissions: the ids that are in force, with their severities."""
        return {
            each.id: self.severity(each.id, each.category, each.severity)
            for each in UPKEEP_RULES
            if self.ruling(each.id, each.category).is_on
        }


EVERYTHING = Choice()
"""All rules, as they come."""


def _category_of(name: str) -> str:
    """The category of a rule by its id; a category's own name."""
    return name.partition("/")[0]
