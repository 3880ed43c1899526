"""SARIF 2.1.0, which code scanning services read; https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html."""

from __future__ import annotations

import json
import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from tonelint.model import Severity
from tonelint.reporters.markdown import escaped
from tonelint.reporters.run import fingerprints, rule_summary, shown_location, shown_message
from tonelint.reporters.summary import count
from tonelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tonelint.errors import Fault
    from tonelint.model import Finding, Suppressed
    from tonelint.reporters.run import Run, Style

MOST_RESULTS = 25_000
"""How many results GitHub takes; a file with more is refused as a whole."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
_PRIORITIES = {Severity.INFO: "recommendation", Severity.WARNING: "warning", Severity.ERROR: "error"}


class _Entry(NamedTuple):
    """A finding to show, with the permission that it has."""

    finding: Finding
    fingerprint: str
    permitted: Suppressed | None


def render_sarif(run: Run, style: Style) -> str:
    """The run as one SARIF run. Columns are in code points and the end is exclusive, as SARIF has them too."""
    entries = _entries(run, style)
    kept = _worst(entries)
    rules = _rules(entry.finding for entry in kept)
    places = {rule["id"]: index for index, rule in enumerate(rules)}
    document = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "tonelint", "version": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(run, len(entries) - len(kept))],
                "results": [_result(entry, places[entry.finding.rule], style) for entry in kept],
            }
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _entries(run: Run, style: Style) -> list[_Entry]:
    permissions: list[Suppressed | None] = [None] * len(run.findings)
    findings = list(run.findings)
    if style.suppressed:
        permissions += run.suppressed
        findings += [each.finding for each in run.suppressed]
    return [_Entry(*entry) for entry in zip(findings, fingerprints(findings), permissions, strict=True)]


def _worst(entries: Sequence[_Entry]) -> Sequence[_Entry]:
    """As many as GitHub takes, in their order; those that are left out weigh least or are permitted."""
    if len(entries) <= MOST_RESULTS:
        return entries
    indices = range(len(entries))
    worst = sorted(indices, key=lambda at: (entries[at].permitted is not None, -entries[at].finding.severity))
    return [entries[at] for at in sorted(worst[:MOST_RESULTS])]


def _rules(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The rules that found something, in order of their ids."""
    of_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        of_rule.setdefault(finding.rule, []).append(finding)
    return [_rule(name, of_rule[name]) for name in sorted(of_rule)]


def _rule(name: str, findings: Sequence[Finding]) -> dict[str, Any]:
    """A rule as its findings tell it; they may be hints, so that the weightiest tells its level."""
    first = findings[0]
    severity = max(finding.severity for finding in findings)
    advice = {finding.language: finding.advice for finding in findings}
    languages = sorted(language.value for language in advice if language)
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.replace("/", "-").split("-")),
        "shortDescription": {"text": rule_summary(first)},
        "fullDescription": {"text": first.why},
        "help": _help(name, first.why, {language or "": text for language, text in sorted(advice.items(), key=str)}),
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {
            "tags": [first.category.value, *languages],
            "problem.severity": _PRIORITIES[severity],
        },
    }


def _help(rule: str, why: str, advice: Mapping[str, str]) -> dict[str, str]:
    """Why a rule matters and what to write instead, by language."""
    told = f"tonelint explain {rule}"
    text = [why, *((f"{language}: " if language else "") + said for language, said in advice.items())]
    markdown = [
        escaped(why),
        *((f"**{language}:** " if language else "") + escaped(said) for language, said in advice.items()),
    ]
    return {
        "text": "\n\n".join([*text, f"{told} shows examples."]),
        "markdown": "\n\n".join([*markdown, f"`{told}` shows examples."]),
    }


def _result(entry: _Entry, rule_index: int, style: Style) -> dict[str, Any]:
    finding = entry.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{shown_message(finding, style)} {finding.advice}"},
        "locations": [_location(finding, style)],
        "partialFingerprints": {"primaryLocationLineHash": f"{entry.fingerprint}:1"},
    }
    if style.suppressed:  # a run that tells permissions tells them of every result
        result["suppressions"] = [_suppression(entry.permitted)] if entry.permitted else []
    return result


def _location(finding: Finding, style: Style) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    if style.excerpts and finding.excerpt:
        region["snippet"] = {"text": finding.excerpt}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(finding.path), "region": region}}
    if finding.location:
        location["logicalLocations"] = [{"fullyQualifiedName": shown_location(finding, style)}]
    return location


def _suppression(permitted: Suppressed) -> dict[str, Any]:
    in_source = permitted.path == permitted.finding.path
    suppression: dict[str, Any] = {
        "kind": "inSource" if in_source else "external",
        "location": _place(permitted.path, permitted.line),
    }
    if permitted.reason:
        suppression["justification"] = permitted.reason
    return suppression


def _invocation(run: Run, left_out: int) -> dict[str, Any]:
    """How the run went: what could not be done, what the user should know, and what there was no room for."""
    return {
        "executionSuccessful": not run.errors,
        "toolExecutionNotifications": list(_notifications(run, left_out)),
    }


def _notifications(run: Run, left_out: int) -> Iterator[dict[str, Any]]:
    yield from map(_of_fault, run.errors)
    if left_out:
        said = f"{count(left_out, 'more result')} left out, those that weigh least: GitHub takes {MOST_RESULTS:,}."
        yield {"level": "warning", "message": {"text": said}}
    for notice in run.notices:
        yield {"level": "note", "message": {"text": notice}}


def _of_fault(fault: Fault) -> dict[str, Any]:
    location = _place(fault.path, fault.line, fault.column)
    return {"level": "error", "message": {"text": fault.message}, "locations": [location]}


def _place(path: str, line: int = 0, column: int = 0) -> dict[str, Any]:
    """A place in a file; of a file as a whole, where there is no line."""
    place: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if line:
        place["region"] = {"startLine": line, **({"startColumn": column} if column else {})}
    return {"physicalLocation": place}


def _artifact(path: str) -> dict[str, str]:
    """A path as a URI: a relative one starts from where tonelint was run, which must be the root of the repository."""
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    # A colon in the first part would read as the scheme of a URI; so it is encoded, as all but slashes is.
    return {"uri": quote(os.fsencode(path)), "uriBaseId": "%SRCROOT%"}
