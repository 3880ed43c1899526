"""What ``tonelint config`` shows: each value in force with its origin, as text or as one JSON object."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from tonelint.model import Severity
from tonelint.reporters.terminal import visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tonelint.configuration.overview import Entry, Overview, RuleEntry

FORMAT_VERSION = 1

_WIDEST = 60
_NONE = {"language": "as replies declare or show", "exclude": "nothing", "overrides": "none", "allow": "nothing"}


def render_config_text(overview: Overview) -> str:
    """An overview to be read."""
    return "\n".join(visible(line).rstrip() for line in _lines(overview)) + "\n"


def render_config_json(overview: Overview) -> str:
    """An overview as indented JSON; keys never change their meaning within a format version."""
    document = {
        "version": FORMAT_VERSION,
        "configuration": overview.path or None,
        "extends": list(overview.extends),
        "file": overview.file or None,
        "excluded_by": overview.excluded_by,
        "settings": [entry._asdict() for entry in overview.entries],
        "rules": [
            {
                "rule": rule.id,
                "in_force": rule.is_on,
                "origin": rule.origin,
                "severity": rule.severity,
                "usual_severity": rule.usual,
                "severity_origin": rule.severity_origin,
            }
            for rule in overview.rules
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _lines(overview: Overview) -> Iterator[str]:
    yield f"configuration: {overview.path or 'none; everything is as it comes'}"
    for path in overview.extends:
        yield f"extends: {path}"
    if overview.file:
        yield f"file: {overview.file}"
        yield f"linted: {'yes' if overview.excluded_by is None else f'no, left out by {overview.excluded_by}'}"
    yield ""
    yield from _table(row for entry in overview.entries for row in _rows(entry))
    yield ""
    yield from _rules(overview.rules, is_full=bool(overview.file))


def _rules(rules: Sequence[RuleEntry], *, is_full: bool) -> Iterator[str]:
    """The rules in force, summed up; all of them, or only those of which something was said; and those that are off."""
    on = [rule for rule in rules if rule.is_on]
    counts = Counter(rule.severity for rule in on)
    severities = ", ".join(f"{counts[each.label]} {each.label}" for each in reversed(Severity))
    yield f"{len(on)} of {len(rules)} rules are in force ({severities})"
    listed = [rule for rule in on if is_full or rule.severity_origin != "default"]
    rows = [(f"  {rule.severity}", _changed(rule), rule.severity_origin) for rule in listed]
    yield from _table([*rows, *(("  off", rule.id, rule.origin) for rule in rules if not rule.is_on)])


def _changed(rule: RuleEntry) -> str:
    return rule.id if rule.severity == rule.usual else f"{rule.id} (otherwise {rule.usual})"


def _rows(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """A value with its key and origin; a mapping takes a row for each of its keys."""
    if isinstance(entry.value, dict):
        key, origin = entry.key, entry.origin
        for name, value in entry.value.items():
            yield key, f"{name}: {_listed(value)}", origin
            key = origin = ""
    else:
        yield entry.key, _NONE.get(entry.key, "none") if entry.value is None else str(entry.value), entry.origin


def _listed(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    return ", ".join(value) if isinstance(value, list) else str(value)


def _table(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Rows in columns; a cell that is far wider than the others shifts only its own row."""
    rows = list(rows)
    widths = [min(max((width(row[column]) for row in rows), default=0), _WIDEST) for column in range(2)]
    for first, second, origin in rows:
        yield f"{_padded(first, widths[0])}  {_padded(second, widths[1])}  {origin}"


def _padded(text: str, to: int) -> str:
    return text + " " * (to - width(text))
