"""Whether the rules and categories that a configuration names exist; known only when its rules have been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.data.checker import unknown
from tonelint.errors import ConfigurationError

if TYPE_CHECKING:
    from tonelint.configuration.combined import Configuration
    from tonelint.rulebook.ruleset import Ruleset


def check_names(configuration: Configuration, ruleset: Ruleset) -> None:
    """Make sure that every rule and category that a configuration names exists.

    Args:
        configuration: the configuration in force.
        ruleset: the shipped rules, with the configuration's own on top.

    Raises:
        ConfigurationError: with every name that does not.
    """
    if not configuration.names:
        return
    names = ruleset.names
    known = set(names)
    faults = [
        name.place.fault(unknown("rule or category", name.value, names))
        for name in configuration.names
        if name.value not in known
    ]
    if faults:
        raise ConfigurationError(*faults)
