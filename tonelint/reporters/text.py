"""For people: the line with the words underlined, the rule, why it matters, what to write instead, a summary."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING

import click

from tonelint.model import Category, Severity
from tonelint.reporters.run import shown_location
from tonelint.reporters.terminal import visible, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.model import Finding, Snippet
    from tonelint.reporters.run import Run, Style

_COLUMNS = 100
_COLOURS = {Severity.INFO: "cyan", Severity.WARNING: "yellow", Severity.ERROR: "red"}


def render_text(run: Run, style: Style) -> str:
    """The findings one below the other, then a summary of what did and did not fail the run."""
    blocks = ["\n".join(_block(finding, style)) for finding in run.findings]
    if style.summary:
        blocks.append(_summary(run, style))
    return "\n\n".join(blocks) + "\n" * bool(blocks)


def _block(finding: Finding, style: Style) -> Iterator[str]:
    colour = _COLOURS[finding.severity]
    place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
    severity = _coloured(finding.severity.label, style, fg=colour)
    location = f" ({visible(shown_location(finding, style))})" if finding.location else ""
    yield f"{_coloured(place, style, bold=True)} {severity} {finding.rule}{location}"
    if style.excerpts and finding.snippet.text:
        shown, under = _underlined(finding.snippet)
        yield f"    {shown}"
        yield f"    {_coloured(under, style, fg=colour)}"
    yield from _wrapped(f"{finding.message} {_first_sentence(finding.why)}", "  ")
    if finding.cues and style.excerpts:
        yield from _wrapped(f"It adds up: {', '.join(finding.cues)}.", "  ")
    yield from _wrapped(f"→ {finding.advice}", "  ")


def _underlined(snippet: Snippet) -> tuple[str, str]:
    """The line of a finding, and the marks to stand below it."""
    text, start, end = snippet
    before, words, after = (visible(part) for part in (text[:start], text[start:end], text[end:]))
    return before + words + after, " " * width(before) + "^" * max(1, width(words))


def _summary(run: Run, style: Style) -> str:
    files = _count(run.files, "file")
    errors = f"; {_count(len(run.errors), 'error')}" if run.errors else ""
    if not run.findings:
        return _coloured(f"{files} read, nothing found{errors}.", style, fg=None if run.errors else "green")
    categories = Counter(finding.category for finding in run.findings)
    by_category = ", ".join(f"{category} {categories[category]}" for category in Category if categories[category])
    threshold = style.fail_on.label if style.fail_on else "never"
    failing = f"{run.failing(style.fail_on) or 'none'} of them failing the run (--fail-on {threshold})"
    found = f"{_count(len(run.findings), 'finding')} in {files}"
    return _coloured(f"{found}, {failing}: {by_category}{errors}", style, bold=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s+(?=[^\W\da-zåäöæø])", text, maxsplit=1)[0]  # "et al. 2010" goes on


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _COLUMNS, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False)


def _coloured(text: str, style: Style, *, fg: str | None = None, bold: bool | None = None) -> str:
    return click.style(text, fg=fg, bold=bold) if style.colour else text
