"""The version of tonelint, its one place."""

__version__ = "0.1.0"
