"""The report for people who open it in a browser: replies whole, with what was found marked in their text."""

from __future__ import annotations

from tonelint.reporters.html.page import render_html

__all__ = ["render_html"]
