"""Workflow commands of GitHub Actions, which show findings beside the lines of a pull request."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from tonelint.model import Severity
from tonelint.reporters.concise import concise_line
from tonelint.reporters.run import shown_message
from tonelint.reporters.summary import count, summary_lines
from tonelint.reporters.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tonelint.errors import Fault
    from tonelint.model import Finding
    from tonelint.reporters.run import Run, Style

MOST = 10
"""How many annotations of a kind GitHub shows for a step of a workflow."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render_github(run: Run, style: Style) -> str:
    """Annotations, the worst first, then as plain lines what GitHub has no room for, then the summary."""
    shown: list[str] = []
    left: list[str] = []
    more: list[str] = []
    for severity in sorted(_COMMANDS, reverse=True):
        faults = run.errors if severity is Severity.ERROR else ()
        findings = [finding for finding in run.findings if finding.severity is severity]
        room = max(0, MOST - len(faults))
        shown += islice(chain(map(_of_fault, faults), (_annotation(each, style) for each in findings)), MOST)
        left += [visible(f"{each.place}: error {each.message}") for each in faults[MOST:]]
        left += [concise_line(finding, style) for finding in findings[room:]]
        if (number := len(faults) + len(findings) - MOST) > 0:
            more.append(count(number, f"more {_COMMANDS[severity]}"))
    lines = [*shown, *_folded(left, more), *(summary_lines(run, style) if style.summary else ())]
    return "".join(f"{line}\n" for line in lines)


def _folded(lines: list[str], numbers: list[str]) -> Iterator[str]:
    """Plain lines of the log, folded below what they are."""
    if lines:
        yield f"::group::{', '.join(numbers)} (GitHub shows {MOST} of a kind for each step)"
        # A line that begins with "::" or holds "##[" would be taken for a command, and file names are not ours.
        yield from (f"- {line.replace('##[', '# #[')}" for line in lines)
        yield "::endgroup::"


def _annotation(finding: Finding, style: Style) -> str:
    place: dict[str, str | int] = {"file": finding.path, "line": finding.line}
    if finding.end_line == finding.line:
        place |= {"col": finding.column, "endLine": finding.line, "endColumn": finding.end_column}
    else:
        place["endLine"] = finding.end_line  # GitHub takes columns only where lines are the same
    message = f"{visible(shown_message(finding, style))}\n{visible(finding.advice)}"
    return _command(_COMMANDS[finding.severity], {**place, "title": finding.rule}, message)


def _of_fault(fault: Fault) -> str:
    place: dict[str, str | int] = {"file": fault.path}
    if fault.line:
        place |= {"line": fault.line, "col": max(1, fault.column)}
    return _command("error", {**place, "title": "tonelint"}, visible(fault.message))


def _command(name: str, properties: Mapping[str, str | int], message: str) -> str:
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {shown}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
