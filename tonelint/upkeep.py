"""The findings that are about permissions themselves: written wrongly, in vain, for nothing, or without a reason.

They stand beside the rules: they have ids, severities and explanations as rules have, but nothing that they look for
in the words of a reply.
"""

from __future__ import annotations

from typing import NamedTuple

from tonelint.model import Severity, Upkeep


class UpkeepRule(NamedTuple):
    """What may be wrong with a permission.

    Attributes:
        id: ``suppression/<name>``, as a rule's id is written.
        summary: one line on what it finds.
        why: why it matters.
        advice: what to do.
        severity: what its findings weigh where the configuration says nothing else.
    """

    id: str
    summary: str
    why: str
    advice: str
    severity: Severity = Severity.WARNING

    @property
    def category(self) -> Upkeep:
        """The category, as a rule has one."""
        return Upkeep.SUPPRESSION


UNKNOWN_RULE = UpkeepRule(
    "suppression/unknown-rule",
    "Permits a rule or category that does not exist.",
    "A permission that names no rule permits nothing: the fault that it was written for is still reported.",
    "Correct the name; `tonelint rules` lists all of them.",
)
INVALID = UpkeepRule(
    "suppression/invalid",
    "A comment begins with `tonelint:` and is written in a way that tonelint does not understand.",
    "Whoever wrote it believes that something is permitted, and it is not.",
    "Write `tonelint: allow RULE -- reason`, or `allow-begin` and `allow-end`, or `allow-file`.",
)
UNMATCHED = UpkeepRule(
    "suppression/unmatched",
    "A block of permission begins and never ends, or ends and never began.",
    "A block without an end would permit faults in everything that is written after it.",
    "Write `tonelint: allow-end` after the last line of the block, or remove the one that is left over.",
)
UNUSED = UpkeepRule(
    "suppression/unused",
    "Permits a fault that is not there.",
    "A permission that has outlived its fault hides the next fault that somebody writes in the same place.",
    "Remove the permission.",
)
WITHOUT_REASON = UpkeepRule(
    "suppression/without-reason",
    "Permits a fault without saying why.",
    "Whoever reads the permission in a year must know whether it still holds, and whom to ask.",
    "Write the reason: `tonelint: allow RULE -- reason`.",
)

UPKEEP_RULES = (INVALID, UNKNOWN_RULE, UNMATCHED, UNUSED, WITHOUT_REASON)
"""All of them, in order of their ids."""


def upkeep_rule(rule_id: str) -> UpkeepRule | None:
    """The one of that id; None where there is none."""
    return next((rule for rule in UPKEEP_RULES if rule.id == rule_id), None)
