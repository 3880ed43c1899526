"""For people: the line with the words underlined, the rule, why it matters, what to write instead, a summary."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING

import click

from tonelint.model import Severity
from tonelint.reporters.run import shown_location, shown_message
from tonelint.reporters.statistics import statistics_lines
from tonelint.reporters.summary import summary_lines
from tonelint.reporters.terminal import visible, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.model import Finding, Snippet, Suppressed
    from tonelint.reporters.run import Run, Style

_COLUMNS = 100
_COLOURS = {Severity.INFO: "cyan", Severity.WARNING: "yellow", Severity.ERROR: "red"}


def render_text(run: Run, style: Style) -> str:
    """The findings one below the other; what is permitted and statistics where asked for; then a summary."""
    blocks = ["\n".join(_block(finding, style)) for finding in run.findings]
    if style.suppressed and run.suppressed:
        permitted = (line for each in run.suppressed for line in _permitted(each, style))
        blocks.append("\n".join([_coloured(f"{len(run.suppressed)} permitted:", style, bold=True), *permitted]))
    if style.statistics and run.findings:
        blocks.append("\n".join(statistics_lines(run)))
    if style.summary:
        blocks.append(_summary(run, style))
    return "\n\n".join(blocks) + "\n" * bool(blocks)


def _block(finding: Finding, style: Style) -> Iterator[str]:
    yield _head(finding, style)
    if style.excerpts and finding.snippet.text:
        shown, under = _underlined(finding.snippet)
        yield f"    {shown}"
        yield f"    {_coloured(under, style, fg=_COLOURS[finding.severity])}"
    yield from _wrapped(f"{visible(shown_message(finding, style))} {_first_sentence(finding.why)}", "  ")
    if finding.cues and style.excerpts:
        yield from _wrapped(f"It adds up: {', '.join(finding.cues)}.", "  ")
    yield from _wrapped(f"→ {finding.advice}", "  ")


def _head(finding: Finding, style: Style) -> str:
    place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
    severity = _coloured(finding.severity.label, style, fg=_COLOURS[finding.severity])
    location = f" ({visible(shown_location(finding, style))})" if finding.location else ""
    return f"{_coloured(place, style, bold=True)} {severity} {finding.rule}{location}"


def _permitted(suppressed: Suppressed, style: Style) -> Iterator[str]:
    """A permitted finding, with the reason and where the permission stands."""
    yield _head(suppressed.finding, style)
    place = f"{visible(suppressed.path)}:{suppressed.line}"
    reason = visible(" ".join(suppressed.reason.split()))
    yield from _wrapped(
        f"permitted in {place}: {reason}" if reason else f"permitted in {place}, without a reason", "  "
    )


def _underlined(snippet: Snippet) -> tuple[str, str]:
    """The line of a finding, and the marks to stand below it."""
    text, start, end = snippet
    before, words, after = (visible(part) for part in (text[:start], text[start:end], text[end:]))
    return before + words + after, " " * width(before) + "^" * max(1, width(words))


def _summary(run: Run, style: Style) -> str:
    """The lines of the summary: green where all is well, the rest indented below the first."""
    first, *others = summary_lines(run, style)
    is_well = not (run.findings or run.errors)
    first = _coloured(first, style, fg="green" if is_well else None, bold=None if is_well else True)
    return "\n".join([first, *(line for other in others for line in _wrapped(other, "  "))])


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s+(?=[^\W\da-zåäöæø])", text, maxsplit=1)[0]  # "et al. 2010" goes on


@lru_cache(maxsize=1024)  # findings of a rule say the same, again and again
def _wrapped(text: str, indent: str) -> tuple[str, ...]:
    further = indent + "  "
    return tuple(
        textwrap.wrap(text, _COLUMNS, initial_indent=indent, subsequent_indent=further, break_long_words=False)
    )


def _coloured(text: str, style: Style, *, fg: str | None = None, bold: bool | None = None) -> str:
    return click.style(text, fg=fg, bold=bold) if style.colour else text
