"""Workflow commands: the worst first, every character escaped, and nothing lost that GitHub has no room for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.reporters.runs import ALL, EMPTY, ERROR, HOSTILE_TEXTS, INFO, ONE, WARNING, hostile
from tonelint.errors import Fault
from tonelint.reporters.github import MOST, render_github
from tonelint.reporters.run import Run, Style

PLAIN = Style(summary=False)
ANNOTATION = re.compile(r"::(error|warning|notice) ([^:]*)::([^\r\n]*)")
UNESCAPED = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def lines(run: Run, style: Style = PLAIN) -> list[str]:
    return render_github(run, style).split("\n")[:-1]


def unescaped(text: str) -> str:
    """What GitHub makes of it; the sign that escapes as the last."""
    for escape, char in UNESCAPED.items():
        text = text.replace(escape, char)
    return text


def test_nothing_found_is_a_summary() -> None:
    assert lines(EMPTY) == []
    assert lines(EMPTY, Style()) == ["2 files read, nothing found."]


def test_an_annotation_has_a_place_a_title_and_advice() -> None:
    (line,) = lines(ONE)
    assert line == (
        "::warning file=mail/a.txt,line=2,col=1,endLine=2,endColumn=17,title=blame-shifting/should-have-known"
        "::Tells the customer what they should have known."
        "%0ASkriv vad som gäller: ”Fristen gick ut i går, men jag …”"
    )


def test_columns_are_left_out_where_a_finding_spans_lines() -> None:
    """GitHub takes them only within a line."""
    (line,) = lines(Run((replace(WARNING, end_line=4),)))
    assert line.startswith("::warning file=mail/a.txt,line=2,endLine=4,title=")


def test_the_worst_comes_first() -> None:
    """What could not be done, errors, warnings, hints; with as much of a place as there is."""
    kinds = [line.partition(",title=")[0] for line in lines(ALL)]
    assert kinds == [
        "::error file=b.md,line=3,col=4",
        "::error file=c.md",
        "::error file=mail/a.txt,line=2,col=1,endLine=2,endColumn=17",
        "::warning file=mail/a.txt,line=2,col=1,endLine=2,endColumn=17",
        "::notice file=mail/a.txt,line=2,col=18,endLine=2,endColumn=17",
    ]
    assert lines(ALL)[1] == "::error file=c.md,title=tonelint::no such file or folder"


def test_what_github_has_no_room_for_is_counted_and_listed() -> None:
    """Ten of a kind are shown; errors of the run are of the kind of errors."""
    faults = tuple(Fault(f"{number}.md", "not text", number, 1) for number in range(1, 3))
    run = Run((*[INFO] * (MOST + 1), *[WARNING] * MOST, *[replace(ERROR, path="::error::x##[error]y")] * MOST), faults)
    found = lines(run)
    assert [sum(line.startswith(f"::{kind} ") for line in found) for kind in ("error", "warning", "notice")] == [
        MOST
    ] * 3
    assert found[3 * MOST :] == [
        "::group::2 more errors, 1 more notice (GitHub shows 10 of a kind for each step)",
        *["- ::error::x# #[error]y:2:1: error [hostility/threat] Tells the customer what they should have known."] * 2,
        "- mail/a.txt:2:18: info [stalling/soon] Tells the customer what they should have known.",
        "::endgroup::",
    ]


def test_errors_beyond_the_room_are_listed_with_their_places() -> None:
    """Of a file as a whole no line is named."""
    faults = [Fault("a.csv", "not text", number, 2) for number in range(1, MOST + 2)]
    found = lines(Run(errors=(*faults, Fault("b.csv", "no such file or folder"))))
    assert found[MOST + 1 : -1] == ["- a.csv:11:2: error not text", "- b.csv: error no such file or folder"]


@pytest.mark.parametrize("text", [*HOSTILE_TEXTS, "a:b,c%d\r\ne", "100 %25 :, \n"])
def test_every_text_comes_through(text: str) -> None:
    """One command a line, whose properties are what they were; of messages, what steers a terminal is replaced."""
    found = lines(hostile(text))
    assert len(found) == 3
    for line, file in zip(found, (text, f"{text}.txt", "mail/a.txt"), strict=True):
        match = ANNOTATION.fullmatch(line)
        assert match
        properties = dict(each.split("=", 1) for each in match[2].split(","))
        assert unescaped(properties["file"]) == file
        assert not re.search("[\x00-\x1f]", match[3])


def test_the_summary_stands_at_the_end() -> None:
    assert lines(ONE, Style())[-2:] == [
        "1 finding in 1 file; the run fails: 1 at or above --fail-on warning",
        "by category: blame-shifting 1",
    ]
