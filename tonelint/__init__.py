"""tonelint: a linter for the tone of outgoing customer-support replies in Swedish, Danish and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tonelint.model import Category, Finding, Language, Severity
from tonelint.version import __version__

if TYPE_CHECKING:
    from tonelint.lint import lint_text

__all__ = ["Category", "Finding", "Language", "Severity", "__version__", "lint_text"]


def __getattr__(name: str) -> Any:
    """Load ``lint_text`` when it is first asked for: the command line's help and errors do without it (PEP 562)."""
    if name == "lint_text":
        from tonelint.lint import lint_text

        return lint_text
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
