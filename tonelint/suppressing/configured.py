"""What is wrong with the permissions of the configuration, as findings in its file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tonelint.model import Finding, Snippet
from tonelint.permissions import unused_permissions
from tonelint.upkeep import UNUSED, WITHOUT_REASON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tonelint.model import Severity, Suppressed
    from tonelint.permissions import Permission
    from tonelint.upkeep import UpkeepRule


def findings_of_unused(
    permissions: Iterable[Permission],
    suppressed: Iterable[Suppressed],
    in_force: Callable[[str], bool],
    severity: Severity,
) -> list[Finding]:
    """What is said of permissions under which nothing fell, once a run on all of their files is over.

    Args:
        permissions: those of the configuration.
        suppressed: all findings of the run that are permitted.
        in_force: whether a rule, or every rule of a category, was looked for in all files; of others nobody knows
            whether they are permitted for nothing.
        severity: what it weighs.
    """
    return [
        _finding(UNUSED, severity, permission, name, f'Permits "{name}", and there is no such fault where it holds.')
        for permission, name in unused_permissions(permissions, suppressed, in_force)
    ]


def findings_without_reason(permissions: Iterable[Permission], severity: Severity) -> list[Finding]:
    """What is said of permissions without a reason, where reasons are asked for.

    Args:
        permissions: those of the configuration.
        severity: what it weighs.
    """
    return [
        _finding(WITHOUT_REASON, severity, each, each.names[0], f'Permits "{each.names[0]}" without saying why.')
        for each in permissions
        if not each.reason
    ]


def _finding(rule: UpkeepRule, severity: Severity, permission: Permission, name: str, message: str) -> Finding:
    told = "\0".join((rule.id, name, permission.location, *permission.names, *permission.files))
    return Finding(
        path=permission.path,
        line=permission.line,
        column=1,
        end_line=permission.line,
        end_column=1,
        rule=rule.id,
        category=rule.category,
        severity=severity,
        language=None,
        message=message,
        why=rule.why,
        advice=rule.advice if rule is UNUSED else "Write it there: `reason: …`.",
        excerpt=name,
        fingerprint=hashlib.sha256(told.encode()).hexdigest()[:16],
        snippet=Snippet(name, 0, len(name)),
    )
