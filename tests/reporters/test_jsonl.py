"""Each line is an object with a type."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.reporters.runs import ALL, BESIDE, EMPTY, HOSTILE_TEXTS, hostile
from tonelint.reporters.json import render_json
from tonelint.reporters.jsonl import render_jsonl
from tonelint.reporters.run import Run, Style

EVERYTHING = Style(statistics=True, suppressed=True)


def lines(run: Run, style: Style | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in render_jsonl(run, style or Style()).splitlines()]


def test_nothing_found_is_a_summary() -> None:
    (summary,) = lines(EMPTY)
    assert (summary["type"], summary["version"], summary["files"], summary["failed"]) == ("summary", 1, 2, False)


def test_every_line_tells_its_type() -> None:
    """Findings in their order, then errors, the summary as the last."""
    assert [line["type"] for line in lines(ALL)] == ["finding"] * 3 + ["error"] * 2 + ["summary"]
    run = replace(ALL, suppressed=(BESIDE,))
    assert [line["type"] for line in lines(run, EVERYTHING)] == [
        *["finding"] * 3, "suppressed", *["error"] * 2, "statistics", "summary"
    ]  # fmt: skip


def test_lines_hold_what_the_json_report_holds() -> None:
    run = replace(ALL, suppressed=(BESIDE,))
    report = json.loads(render_json(run, EVERYTHING))
    found = lines(run, EVERYTHING)
    for line in found:
        del line["type"]
    whole = [*report["findings"], *report["suppressed"], *report["errors"], report["statistics"]]
    assert found == [*whole, {"version": report["version"], **report["summary"]}]


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, "\x85 \u2028 \u2029 \x0b \x0c \x1c"])
def test_no_text_ends_a_line(text: str) -> None:
    """Whatever a program takes for a line ending; Python knows ten."""
    found = lines(hostile(text), EVERYTHING)
    assert [line["type"] for line in found] == ["finding", "finding", "suppressed", "error", "statistics", "summary"]
    assert found[0]["path"] == f"{text}.txt"
