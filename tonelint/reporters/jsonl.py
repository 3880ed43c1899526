"""One JSON object a line, each with its ``type``: finding, suppressed, error, statistics, and a summary as the last."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tonelint.reporters.json import FORMAT_VERSION, error_fields, finding_fields, summary_fields, suppressed_fields
from tonelint.reporters.statistics import statistics_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.reporters.run import Run, Style

# JSON may hold these as they are, but many programs take them for the end of a line.
_LINE_ENDS = re.compile("[\x7f-\x9f\u2028\u2029]")


def render_jsonl(run: Run, style: Style) -> str:
    """The run line by line; the lines hold what the objects of the format ``json`` hold."""
    return "".join(_line(each) for each in _objects(run, style))


def _objects(run: Run, style: Style) -> Iterator[dict[str, Any]]:
    for finding in run.findings:
        yield {"type": "finding", **finding_fields(finding, style)}
    for suppressed in run.suppressed if style.suppressed else ():
        yield {"type": "suppressed", **suppressed_fields(suppressed, style)}
    for fault in run.errors:
        yield {"type": "error", **error_fields(fault)}
    if style.statistics:
        yield {"type": "statistics", **statistics_of(run)}
    yield {"type": "summary", "version": FORMAT_VERSION, **summary_fields(run, style)}


def _line(fields: dict[str, Any]) -> str:
    text = json.dumps(fields, ensure_ascii=False)
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
