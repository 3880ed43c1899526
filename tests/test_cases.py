"""Whole replies modelled on real ones: each fault on its line, nothing else, and nothing in those that were well done.

A case is a Markdown file: front matter with `lang`, `story`, `expect` (a list of "LINE category") and perhaps `hints`
(what may be reported as a mere hint) and `missed` (what is expected and not heard yet), then the reply, its first line
being line 1.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tonelint import Category, Severity, lint_text

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))

Places = set[tuple[int, str]]


def read_case(path: Path) -> tuple[dict[str, list[str]], str]:
    _, front, reply = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), reply


def places(listed: list[str]) -> Places:
    """What a case lists, as pairs; of missing-apology, which is said of the whole reply, the line does not count."""
    pairs = (entry.split() for entry in listed)
    return {(0 if category == Category.MISSING_APOLOGY else int(line), category) for line, category in pairs}


def reported(reply: str, at_least: Severity) -> Places:
    return places([f"{f.line} {f.category}" for f in lint_text(reply) if f.severity >= at_least])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_faults_of_a_case_are_reported_on_their_lines(path: Path) -> None:
    """Every expected fault is reported, as a hint at least, but for those that are known to be missed."""
    case, reply = read_case(path)
    missed = places(case.get("missed", []))
    assert places(case["expect"]) - reported(reply, Severity.INFO) == missed


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nothing_else_is_reported_in_a_case(path: Path) -> None:
    """No warning but those expected, no hint but those expected or allowed."""
    case, reply = read_case(path)
    assert reported(reply, Severity.WARNING) <= places(case["expect"])
    assert reported(reply, Severity.INFO) <= places(case["expect"]) | places(case.get("hints", []))
