"""One line a finding: ``path:line:column: severity [rule] message``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reporters.terminal import visible

if TYPE_CHECKING:
    from tonelint.reporters.run import Run, Style


def render_concise(run: Run, style: Style) -> str:
    """The findings, a line each; empty where there are none."""
    del style  # one line has nothing to leave out
    return "".join(
        f"{visible(finding.path)}:{finding.line}:{finding.column}: "
        f"{finding.severity.label} [{finding.rule}] {finding.message}\n"
        for finding in run.findings
    )
