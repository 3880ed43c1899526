"""What a run came to, in a few lines: what was found, whether that fails the run, and what is not shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tonelint.model import Category, Upkeep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.reporters.run import Run, Style


def summary_lines(run: Run, style: Style) -> list[str]:
    """The summary as plain text: what was found and whether it fails the run, the categories, what else to know."""
    by_category = [f"by category: {_by_category(run)}"] if run.findings else []
    return [headline(run, style), *by_category, *remarks(run, style)]


def headline(run: Run, style: Style) -> str:
    """What was found, and whether it fails the run; one line."""
    if not run.findings:
        left_out = run.suppressed or run.known or run.unchanged
        return f"{count(run.files, 'file')} read, nothing {'to report' if left_out else 'found'}."
    return f"{count(len(run.findings), 'finding')} in {_files(run)}; {_verdict(run, style)}"


def _files(run: Run) -> str:
    """In how many of the files something was found."""
    found = len({finding.path for finding in run.findings})
    return count(found, "file") if found >= run.files else f"{found} of {count(run.files, 'file')}"


def _verdict(run: Run, style: Style) -> str:
    """Whether the findings fail the run, and by which numbers."""
    if style.fail_on is None:
        return "the run passes (--fail-on never)"
    failing = run.failing(style.fail_on)
    below = len(run.findings) - failing
    at_or_above = f"at or above --fail-on {style.fail_on.label}"
    if not failing:
        return f"the run passes: {'it is not' if below == 1 else 'none is'} {at_or_above}"
    numbers = f"{failing} {at_or_above}"
    if style.most:
        numbers += f", where --max {style.most} allows {style.most}"
    if below:
        numbers += f"; {below} below it" if style.most else f", {below} below it"
    fails = "would fail but for --exit-zero" if style.exit_zero else "fails"
    return f"the run {fails if run.is_failed(style) else 'passes'}: {numbers}"


def remarks(run: Run, style: Style) -> Iterator[str]:
    """What else there is to know: errors, and findings that are not shown; a line each."""
    if run.errors:
        yield f"{count(len(run.errors), 'error')}: not everything could be linted (exit code 2)"
    if run.suppressed:
        yield f"{len(run.suppressed)} permitted" + ("" if style.suppressed else " (--show-suppressed lists them)")
    if baseline := _baseline(run):
        yield baseline
    if run.unchanged:
        yield f"{run.unchanged} in unchanged lines, left out"


def _by_category(run: Run) -> str:
    numbers = Counter(finding.category for finding in run.findings)
    return ", ".join(f"{each} {numbers[each]}" for each in (*Category, *Upkeep) if numbers[each])


def _baseline(run: Run) -> str:
    """What the baseline holds that is still there, and what is no longer; empty where there is neither."""
    known = f"{run.known} known from the baseline" if run.known else ""
    if not run.gone:
        return known
    entries = f"{known}; {run.gone} of its entries" if known else f"{count(run.gone, 'entry')} of the baseline"
    are, them = ("is", "it") if run.gone == 1 else ("are", "them")
    return f"{entries} {are} gone (tonelint baseline --prune removes {them})"


def count(number: int, noun: str) -> str:
    """A number of things, singular or plural: ``1 file``, ``2 entries``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
