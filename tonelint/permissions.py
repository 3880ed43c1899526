"""Permissions of the configuration: faults that a team puts up with in data that can hold no comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from tonelint.upkeep import UPKEEP_RULES, WITHOUT_REASON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tonelint.model import Finding, Severity, Suppressed

_BORDER = re.compile(r"(?<=.)[.\[ ,]")  # where a location may go on below another: "macros[3]" "macros[3].name"


@dataclass(frozen=True, slots=True)
class Permission:
    """An entry of ``allow:`` in the configuration.

    Attributes:
        names: the rules or categories that it permits.
        reason: why, in the words of whoever permitted it.
        files: glob patterns of the files in which it holds, relative to ``folder``; none for all files.
        location: where it holds inside structured data: this value and all below it; empty for everywhere.
        folder: the folder that the patterns start from: an absolute path, or ``.`` for the working directory.
        path: the configuration file in which it stands, as reports show it.
        line: its line there, from 1.
    """

    names: tuple[str, ...]
    reason: str
    files: tuple[str, ...] = ()
    location: str = ""
    folder: str = "."
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class PermissionPolicy:
    """What a team decides about permissions in a file.

    Attributes:
        severities: what is said about permissions themselves, by the ids of ``tonelint.upkeep``, with what it weighs;
            what is missing is not said.
        permissions: the permissions of the configuration that hold in the file.
    """

    severities: Mapping[str, Severity]
    permissions: tuple[Permission, ...] = ()


USUAL_POLICY = PermissionPolicy(
    MappingProxyType({each.id: each.severity for each in UPKEEP_RULES if each is not WITHOUT_REASON})
)
"""What holds where a team has said nothing: reasons are not asked for."""


class ConfiguredPermissions:
    """The permissions of a configuration that hold in a file, by what they name.

    Args:
        permissions: in the order in which they stand; of two for the same, the first counts.
    """

    def __init__(self, permissions: Iterable[Permission]) -> None:
        self._by_name: dict[tuple[str, str], Permission] = {}
        for permission in permissions:
            for name in permission.names:
                self._by_name.setdefault((name, permission.location), permission)

    def of(self, finding: Finding) -> Permission | None:
        """The permission under which a finding falls, that of the nearest location; None where there is none."""
        if not self._by_name:
            return None
        for location in _around(finding.location):
            for name in (finding.rule, finding.category.value):
                if permission := self._by_name.get((name, location)):
                    return permission
        return None


def unused_permissions(
    permissions: Iterable[Permission], suppressed: Iterable[Suppressed], in_force: Callable[[str], bool]
) -> Iterator[tuple[Permission, str]]:
    """The permissions of the configuration under which nothing fell, each with the name for which that is so.

    A run on some of the files can say nothing of permissions that hold in others, too: the caller asks of those whose
    files were all linted.

    Args:
        permissions: those to ask about.
        suppressed: all findings of the run that are permitted.
        in_force: whether a rule, or every rule of a category, was looked for; of others nobody knows.
    """
    used = {
        (each.path, each.line, name) for each in suppressed for name in (each.finding.rule, each.finding.category.value)
    }
    for permission in permissions:
        for name in permission.names:
            if (permission.path, permission.line, name) not in used and in_force(name):
                yield permission, name


def _around(location: str) -> Iterator[str]:
    """A location and all around it, the nearest first; last the whole file, which is empty."""
    yield location
    for end in reversed([found.start() for found in _BORDER.finditer(location)]):
        yield location[:end]
    if location:
        yield ""
