"""One JSON object: version, findings, errors and summary."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tonelint.model import Severity
from tonelint.reporters.run import shown_location

if TYPE_CHECKING:
    from tonelint.model import Finding
    from tonelint.reporters.run import Run, Style

FORMAT_VERSION = 1


def render_json(run: Run, style: Style) -> str:
    """The run as indented JSON; keys never change their meaning within a format version."""
    severities = Counter(finding.severity for finding in run.findings)
    categories = Counter(finding.category.value for finding in run.findings)
    document = {
        "version": FORMAT_VERSION,
        "findings": [_finding(finding, style) for finding in run.findings],
        "errors": [
            {"path": fault.path, "line": fault.line, "column": fault.column, "message": fault.message}
            for fault in run.errors
        ],
        "summary": {
            "files": run.files,
            "findings": len(run.findings),
            "by_severity": {severity.label: severities[severity] for severity in Severity},
            "by_category": dict(sorted(categories.items())),
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, style: Style) -> dict[str, Any]:
    fields = asdict(finding)
    del fields["why"], fields["snippet"]  # the one is said by ``tonelint explain``, the other shown by the file
    fields["severity"] = finding.severity.label
    fields["excerpt"] = finding.excerpt if style.excerpts else ""
    fields["cues"] = list(finding.cues) if style.excerpts else []  # they are words of the reply too
    if finding.location:
        fields["location"] = shown_location(finding, style)
    else:
        del fields["location"]  # said of structured data alone
    return fields
