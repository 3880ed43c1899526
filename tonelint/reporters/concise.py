"""One line a finding: ``path:line:column: severity [rule] message``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reporters.run import shown_message
from tonelint.reporters.terminal import visible

if TYPE_CHECKING:
    from tonelint.model import Finding
    from tonelint.reporters.run import Run, Style


def render_concise(run: Run, style: Style) -> str:
    """The findings, a line each; empty where there are none."""
    return "".join(concise_line(finding, style) + "\n" for finding in run.findings)


def concise_line(finding: Finding, style: Style) -> str:
    """A finding on one line, without a line ending."""
    place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
    return f"{place}: {finding.severity.label} [{finding.rule}] {visible(shown_message(finding, style))}"
