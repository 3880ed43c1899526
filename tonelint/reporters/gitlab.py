"""A code quality report of GitLab: a JSON list of what the merge request shows beside its lines."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from tonelint.model import Severity
from tonelint.reporters.run import fingerprints, shown_message

if TYPE_CHECKING:
    from tonelint.errors import Fault
    from tonelint.model import Finding
    from tonelint.reporters.run import Run, Style

_SEVERITIES = {Severity.INFO: "info", Severity.WARNING: "major", Severity.ERROR: "critical"}


def render_gitlab(run: Run, style: Style) -> str:
    """The findings, and what could not be done, as GitLab reads them.

    Fingerprints are unique, since GitLab shows only the first of two that are alike, and hold no line numbers, so that
    a finding that has moved is not taken for a new one.
    """
    findings = zip(run.findings, fingerprints(run.findings), strict=True)
    entries = [_entry(finding, fingerprint, style) for finding, fingerprint in findings]
    # Two errors of a file that say the same differ by their place alone; it counts, or the second would not be shown.
    entries += [_error(fault) for fault in dict.fromkeys(run.errors)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, fingerprint: str, style: Style) -> dict[str, Any]:
    return {
        "description": f"{shown_message(finding, style)} {finding.advice}",
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.path.removeprefix("./"),
            "lines": {"begin": finding.line, "end": finding.end_line},
        },
    }


def _error(fault: Fault) -> dict[str, Any]:
    identity = f"{fault.path}\0{fault.line}\0{fault.column}\0{fault.message}".encode("utf-8", "surrogatepass")
    line = max(1, fault.line)  # of a file as a whole: its first
    return {
        "description": fault.message,
        "check_name": "tonelint/error",
        "fingerprint": hashlib.sha256(identity).hexdigest()[:32],
        "severity": "critical",
        "location": {"path": fault.path.removeprefix("./"), "lines": {"begin": line, "end": line}},
    }
