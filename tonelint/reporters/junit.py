"""JUnit's XML, which build servers show as tests: a suite for each file, a case for each finding."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from tonelint.reporters.run import shown_location, shown_message
from tonelint.reporters.summary import summary_lines

if TYPE_CHECKING:
    from tonelint.model import Finding, Suppressed
    from tonelint.reporters.run import Run, Style

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render_junit(run: Run, style: Style) -> str:
    """The run as test suites.

    A finding that fails the run is a failure; one that does not, since it is below the threshold or within ``--max``,
    is a case that passes and says what was found; a permitted one, where these are asked for, is skipped, with the
    reason. What could not be done is an error. One case always passes, so that a run without findings has a test too.
    """
    suites = _Suites()
    ET.SubElement(suites.case("tonelint", "tonelint", "check"), "system-out").text = "\n".join(
        summary_lines(run, style)
    )
    failing = style.fail_on if run.is_failed(style) else None
    for finding in run.findings:
        case = suites.case(finding.path, *_names(finding))
        if failing is not None and finding.severity >= failing:
            failure = ET.SubElement(case, "failure", message=shown_message(finding, style), type=finding.rule)
            failure.text = _told(finding, style)
        else:
            ET.SubElement(case, "system-out").text = _told(finding, style)
    for permitted in run.suppressed if style.suppressed else ():
        case = suites.case(permitted.finding.path, *_names(permitted.finding))
        ET.SubElement(case, "skipped", message=_permission(permitted))
    for fault in run.errors:
        case = suites.case(fault.path, fault.path, f"tonelint [{fault.line}:{fault.column}]")
        ET.SubElement(case, "error", message=fault.message, type="tonelint").text = fault.place
    return suites.xml()


class _Suites:
    """The document while it grows."""

    def __init__(self) -> None:
        self._root = ET.Element("testsuites", name="tonelint")
        self._by_name: dict[str, ET.Element] = {}

    def case(self, suite: str, of_class: str, name: str) -> ET.Element:
        """A new case in the suite of a name."""
        if suite not in self._by_name:
            self._by_name[suite] = ET.SubElement(self._root, "testsuite", name=suite)
        return ET.SubElement(self._by_name[suite], "testcase", classname=of_class, name=name)

    def xml(self) -> str:
        """All of it, the cases counted, without the characters that XML cannot hold."""
        for element in (*self._by_name.values(), self._root):
            element.set("tests", str(len(list(element.iter("testcase")))))
            for attribute, tag in _COUNTED.items():
                element.set(attribute, str(len(list(element.iter(tag)))))
        for element in self._root.iter():
            for attribute, value in element.items():
                element.set(attribute, _NOT_XML.sub("\ufffd", value))
            element.text = _NOT_XML.sub("\ufffd", element.text or "") or None
        ET.indent(self._root)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(self._root, encoding="unicode")}\n'


def _names(finding: Finding) -> tuple[str, str]:
    """The class and the name of a finding's case."""
    return finding.path, f"{finding.rule} [{finding.line}:{finding.column}]"


def _told(finding: Finding, style: Style) -> str:
    """A finding in words."""
    location = f" ({shown_location(finding, style)})" if finding.location else ""
    lines = [
        f"{finding.path}:{finding.line}:{finding.column}: {finding.severity.label}{location}",
        shown_message(finding, style),
        finding.why,
        f"→ {finding.advice}",
    ]
    if style.excerpts and finding.excerpt:
        lines.insert(1, f"“{finding.excerpt}”")
    return "\n".join(lines)


def _permission(permitted: Suppressed) -> str:
    return f"permitted in {permitted.path}:{permitted.line}: {permitted.reason or 'no reason given'}"
