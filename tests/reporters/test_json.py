"""The JSON report has the fields of its contract, no more and no less."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.reporters.runs import ALL, BESIDE, ELSEWHERE, EMPTY, ONE, UPKEEP, WARNING
from tonelint.model import Severity
from tonelint.reporters.json import render_json
from tonelint.reporters.run import Run, Style


def report(run: Run, style: Style | None = None) -> dict[str, Any]:
    rendered = render_json(run, style or Style())
    assert rendered.endswith("}\n")
    document: dict[str, Any] = json.loads(rendered)
    return document


def test_nothing_found_is_still_a_whole_document() -> None:
    assert report(EMPTY) == {
        "version": 1,
        "findings": [],
        "errors": [],
        "summary": {
            "files": 2,
            "findings": 0,
            "by_severity": {"info": 0, "warning": 0, "error": 0},
            "by_category": {},
            "failed": False,
            "failing": 0,
            "fail_on": "warning",
            "max": 0,
            "suppressed": 0,
            "known": 0,
            "gone": 0,
            "unchanged": 0,
        },
    }


def test_a_finding_has_the_fields_of_the_contract() -> None:
    assert report(ONE)["findings"] == [
        {
            "path": "mail/a.txt",
            "line": 2,
            "column": 1,
            "end_line": 2,
            "end_column": 17,
            "rule": "blame-shifting/should-have-known",
            "category": "blame-shifting",
            "severity": "warning",
            "language": "sv",
            "message": "Tells the customer what they should have known.",
            "advice": "Skriv vad som gäller: ”Fristen gick ut i går, men jag …”",
            "excerpt": "Du borde ha läst",
            "fingerprint": "0123456789abcdef",
            "cues": [],
        }
    ]


def test_a_finding_by_evidence_names_its_cues() -> None:
    """In their order, the weightiest first."""
    weighed = replace(WARNING, cues=("<vague-time>", "previous: ska"))
    assert report(Run((weighed,), files=1))["findings"][0]["cues"] == ["<vague-time>", "previous: ska"]


def test_errors_and_counts() -> None:
    document = report(ALL)
    assert document["errors"] == [
        {"path": "b.md", "line": 3, "column": 4, "message": "not text"},
        {"path": "c.md", "line": 0, "column": 0, "message": "no such file or folder"},
    ]
    assert document["summary"] == {
        "files": 2,
        "findings": 3,
        "by_severity": {"info": 1, "warning": 1, "error": 1},
        "by_category": {"blame-shifting": 1, "hostility": 1, "stalling": 1},
        "failed": True,
        "failing": 2,
        "fail_on": "warning",
        "max": 0,
        "suppressed": 0,
        "known": 0,
        "gone": 0,
        "unchanged": 0,
    }


def test_the_verdict_follows_the_threshold_and_what_is_put_up_with() -> None:
    """And what is left out is counted."""
    run = replace(ALL, suppressed=(BESIDE, ELSEWHERE), known=120, gone=4, unchanged=7)
    summary = report(run, Style(fail_on=None, most=5))["summary"]
    numbers = ("failed", "failing", "fail_on", "max", "suppressed", "known", "gone", "unchanged")
    assert [summary[key] for key in numbers] == [False, 0, "never", 5, 2, 120, 4, 7]
    assert report(run, Style(fail_on=Severity.ERROR, most=1))["summary"]["failed"] is False


def test_what_is_permitted_is_listed_where_it_is_asked_for() -> None:
    """A finding with the reason, and where the permission stands."""
    run = replace(EMPTY, suppressed=(BESIDE, ELSEWHERE))
    assert "suppressed" not in report(run)
    beside, elsewhere = report(run, Style(suppressed=True))["suppressed"]
    assert (beside["rule"], beside["line"]) == ("blame-shifting/should-have-known", 5)
    assert (beside["reason"], beside["by"]) == ("agreed with legal", {"path": "mail/a.txt", "line": 4})
    assert (elsewhere["reason"], elsewhere["by"]) == ("", {"path": "tonelint.yaml", "line": 12})


def test_statistics_stand_where_they_are_asked_for() -> None:
    assert "statistics" not in report(ALL)
    assert list(report(ALL, Style(statistics=True))["statistics"]) == [
        "by_rule", "by_category", "by_language", "by_file"
    ]  # fmt: skip


def test_a_finding_about_a_permission_has_no_language() -> None:
    (found,) = report(Run((UPKEEP,), files=1))["findings"]
    assert (found["category"], found["language"]) == ("suppression", None)


def test_excerpts_can_be_kept_out() -> None:
    """The field stays, so that nobody's program breaks; the customer's words are gone from all of the report."""
    rendered = render_json(ONE, Style(excerpts=False))
    assert json.loads(rendered)["findings"][0]["excerpt"] == ""
    assert "borde" not in rendered


def test_letters_are_written_as_they_are() -> None:
    assert "läst" in render_json(ONE, Style())


def test_the_location_is_told_of_what_stands_inside_data_alone() -> None:
    """Without the words that may be in it, where no words of replies are to be shown."""
    inside = replace(WARNING, location='row 7, column "Svar till kund"')
    (found,) = json.loads(render_json(Run((inside,)), Style()))["findings"]
    assert found["location"] == 'row 7, column "Svar till kund"'
    (hidden,) = json.loads(render_json(Run((inside,)), Style(excerpts=False)))["findings"]
    assert hidden["location"] == 'row 7, column "…"'
    (plain,) = json.loads(render_json(Run((WARNING,)), Style()))["findings"]
    assert "location" not in plain
