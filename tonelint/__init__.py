"""tonelint: a linter for the tone of outgoing customer-support replies in Swedish, Danish and English."""

from __future__ import annotations

from tonelint.lint import lint_text
from tonelint.model import Category, Finding, Language, Severity
from tonelint.version import __version__

__all__ = ["Category", "Finding", "Language", "Severity", "__version__", "lint_text"]
