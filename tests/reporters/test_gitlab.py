"""The code quality report has what GitLab asks for, and tells every finding from every other."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.reporters.runs import ALL, EMPTY, ERROR, INFO, UPKEEP, WARNING
from tonelint.reporters.gitlab import render_gitlab
from tonelint.reporters.run import Run, Style

if TYPE_CHECKING:
    from tonelint.errors import Fault


def report(*findings: Any, errors: tuple[Fault, ...] = ()) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(render_gitlab(Run(findings, errors), Style()))
    return entries


def test_nothing_found_is_an_empty_list() -> None:
    assert render_gitlab(EMPTY, Style()) == "[]\n"


def test_a_finding_has_what_gitlab_asks_for() -> None:
    (entry,) = report(replace(WARNING, path="./mail/a.txt", end_line=3))
    assert len(entry.pop("fingerprint")) == 32
    assert entry == {
        "description": f"{WARNING.message} {WARNING.advice}",
        "check_name": "blame-shifting/should-have-known",
        "severity": "major",
        "location": {"path": "mail/a.txt", "lines": {"begin": 2, "end": 3}},
    }


def test_severities() -> None:
    assert [entry["severity"] for entry in report(INFO, WARNING, ERROR)] == ["info", "major", "critical"]


def test_what_could_not_be_done_is_reported_too() -> None:
    """At the first line, where it is said of a file as a whole; once, where it is said twice."""
    not_text, missing = (entry for entry in report(errors=(*ALL.errors, ALL.errors[0])))
    assert not_text["location"] == {"path": "b.md", "lines": {"begin": 3, "end": 3}}
    assert missing["location"] == {"path": "c.md", "lines": {"begin": 1, "end": 1}}
    assert {not_text["check_name"], missing["check_name"]} == {"tonelint/error"}
    assert {not_text["severity"], missing["severity"]} == {"critical"}


def test_fingerprints_are_unique_and_outlive_a_move() -> None:
    """GitLab shows only the first of two that are alike, even where two findings coincide."""
    before = report(WARNING, WARNING, UPKEEP, replace(WARNING, path="b.txt"), errors=ALL.errors)
    assert len({entry["fingerprint"] for entry in before}) == len(before)
    moved = [replace(each, line=each.line + 40, end_line=each.end_line + 40) for each in (WARNING, WARNING, UPKEEP)]
    assert [entry["fingerprint"] for entry in report(*moved)] == [entry["fingerprint"] for entry in before[:3]]
