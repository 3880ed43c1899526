"""One JSON object: version, findings, errors and summary; what is permitted and statistics where they are asked for."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from tonelint.model import Finding, Severity
from tonelint.reporters.run import shown_location, shown_message
from tonelint.reporters.statistics import statistics_of

if TYPE_CHECKING:
    from tonelint.errors import Fault
    from tonelint.model import Suppressed
    from tonelint.reporters.run import Run, Style

FORMAT_VERSION = 1

# The one is said by ``tonelint explain``, the other shown by the file.
_KEYS = [field.name for field in fields(Finding) if field.name not in {"why", "snippet"}]


def render_json(run: Run, style: Style) -> str:
    """The run as indented JSON; keys never change their meaning within a format version."""
    document: dict[str, Any] = {
        "version": FORMAT_VERSION,
        "findings": [finding_fields(finding, style) for finding in run.findings],
        "errors": [error_fields(fault) for fault in run.errors],
        "summary": summary_fields(run, style),
    }
    if style.suppressed:
        document["suppressed"] = [suppressed_fields(each, style) for each in run.suppressed]
    if style.statistics:
        document["statistics"] = statistics_of(run)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def finding_fields(finding: Finding, style: Style) -> dict[str, Any]:
    """A finding as JSON has it."""
    told = {key: getattr(finding, key) for key in _KEYS}
    told["severity"] = finding.severity.label
    told["message"] = shown_message(finding, style)
    told["excerpt"] = finding.excerpt if style.excerpts else ""
    told["cues"] = list(finding.cues) if style.excerpts else []  # they are words of the reply too
    if finding.location:
        told["location"] = shown_location(finding, style)
    else:
        del told["location"]  # said of structured data alone
    return told


def suppressed_fields(suppressed: Suppressed, style: Style) -> dict[str, Any]:
    """A permitted finding: its own fields, the reason, and where the permission stands."""
    by = {"path": suppressed.path, "line": suppressed.line}
    return {**finding_fields(suppressed.finding, style), "reason": suppressed.reason, "by": by}


def error_fields(fault: Fault) -> dict[str, Any]:
    """What could not be done; line and column are 0 where it is said of a file as a whole."""
    return {"path": fault.path, "line": fault.line, "column": fault.column, "message": fault.message}


def summary_fields(run: Run, style: Style) -> dict[str, Any]:
    """What the run came to, in numbers."""
    severities = Counter(finding.severity for finding in run.findings)
    categories = Counter(finding.category.value for finding in run.findings)
    return {
        "files": run.files,
        "findings": len(run.findings),
        "by_severity": {severity.label: severities[severity] for severity in Severity},
        "by_category": dict(sorted(categories.items())),
        "failed": run.is_failed(style),
        "failing": run.failing(style.fail_on),
        "fail_on": style.fail_on.label if style.fail_on else "never",
        "max": style.most,
        "suppressed": len(run.suppressed),
        "known": run.known,
        "gone": run.gone,
        "unchanged": run.unchanged,
    }
