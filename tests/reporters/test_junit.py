"""JUnit's XML: well-formed whatever stands in it, its counts right, its verdict that of the run."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from tests.reporters.runs import ALL, BESIDE, ELSEWHERE, EMPTY, HOSTILE_TEXTS, ONE, WARNING, hostile
from tonelint.model import Severity
from tonelint.reporters.junit import render_junit
from tonelint.reporters.run import Run, Style

COUNTS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def report(run: Run, style: Style | None = None) -> ET.Element:
    text = render_junit(run, style or Style())
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    root = ET.fromstring(text.encode("utf-8", "surrogatepass"))  # noqa: S314 - our own, made a line above
    for element in (root, *root.iter("testsuite")):  # what a suite says of itself is true
        assert element.get("tests") == str(len(list(element.iter("testcase"))))
        for attribute, tag in COUNTS.items():
            assert element.get(attribute) == str(len(list(element.iter(tag))))
    return root


def outcomes(root: ET.Element) -> dict[str, list[str]]:
    """What became of each case, by its name."""
    return {case.get("name", ""): [child.tag for child in case] for case in root.iter("testcase")}


def text_of(root: ET.Element, tag: str) -> str:
    """The text of the first element of a name."""
    return next(root.iter(tag)).text or ""


def test_a_clean_run_has_a_test_that_passes() -> None:
    """Build servers take a report without tests for a mistake."""
    root = report(EMPTY)
    assert (root.get("tests"), root.get("failures")) == ("1", "0")
    assert outcomes(root) == {"check": ["system-out"]}
    assert text_of(root, "system-out") == "2 files read, nothing found."


def test_a_file_is_a_suite_and_a_finding_a_case() -> None:
    root = report(ONE)
    assert [suite.get("name") for suite in root] == ["tonelint", "mail/a.txt"]
    (case,) = root[1]
    assert case.attrib == {"classname": "mail/a.txt", "name": "blame-shifting/should-have-known [2:1]"}
    (failure,) = case
    assert failure.attrib == {"message": WARNING.message, "type": WARNING.rule}
    assert (failure.text or "").splitlines() == [
        "mail/a.txt:2:1: warning",
        "“Du borde ha läst”",
        WARNING.message,
        WARNING.why,
        f"→ {WARNING.advice}",
    ]


@pytest.mark.parametrize(
    ("style", "failures"),
    [
        pytest.param(Style(), 2, id="at and above the threshold"),
        pytest.param(Style(fail_on=Severity.ERROR), 1, id="a higher threshold"),
        pytest.param(Style(fail_on=None), 0, id="no threshold"),
        pytest.param(Style(most=2), 0, id="as many as are put up with"),
        pytest.param(Style(most=1), 2, id="more than are put up with"),
    ],
)
def test_failures_are_what_fails_the_run(style: Style, failures: int) -> None:
    """The other findings are cases that pass and say what was found."""
    root = report(ALL, style)
    assert root.get("failures") == str(failures)
    found = [tags for name, tags in outcomes(root).items() if "/" in name]
    assert sorted(found) == [["failure"]] * failures + [["system-out"]] * (3 - failures)


def test_what_could_not_be_done_is_an_error() -> None:
    root = report(ALL)
    assert [error.attrib for error in root.iter("error")] == [
        {"message": "not text", "type": "tonelint"},
        {"message": "no such file or folder", "type": "tonelint"},
    ]
    assert [error.text for error in root.iter("error")] == ["b.md:3:4", "c.md"]


def test_what_is_permitted_is_skipped_where_it_is_asked_for() -> None:
    run = replace(EMPTY, suppressed=(BESIDE, ELSEWHERE))
    assert report(run).get("tests") == "1"
    assert [each.get("message") for each in report(run, Style(suppressed=True)).iter("skipped")] == [
        "permitted in mail/a.txt:4: agreed with legal",
        "permitted in tonelint.yaml:12: no reason given",
    ]


def test_the_location_inside_data_is_told() -> None:
    inside = Run((replace(WARNING, location="macros[3].value"),), files=1)
    assert text_of(report(inside), "failure").startswith("mail/a.txt:2:1: warning (macros[3].value)\n")


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_text_breaks_the_xml(text: str) -> None:
    """What XML 1.0 cannot hold is replaced; all else comes through."""
    root = report(hostile(text), Style(suppressed=True))
    shown = next(case.get("classname") for case in root.iter("testcase") if case.find("failure") is not None)
    forbidden = [char for char in text if (ord(char) < 32 and char not in "\t\n") or char in "\ufffe\udce5"]
    expected = "".join("\ufffd" if char in forbidden else char for char in text)
    assert shown == f"{expected}.txt"
