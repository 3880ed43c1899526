"""The configuration of a team: ``tonelint.yaml``, or ``[tool.tonelint]`` in ``pyproject.toml``."""

from __future__ import annotations

from tonelint.configuration.combined import Configuration, combined
from tonelint.configuration.layer import Layer, Profile, Settings
from tonelint.configuration.names import check_names
from tonelint.configuration.reader import read_layer

__all__ = ["FILE_NAMES", "Configuration", "Layer", "Profile", "Settings", "check_names", "combined", "read_layer"]

FILE_NAMES = ("tonelint.yaml", ".tonelint.yaml", "pyproject.toml")
"""The names under which a configuration is found, in the working directory and the folders above it."""
