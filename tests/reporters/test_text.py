"""The report for people: words underlined, reasons and advice given, no colour where none is wanted."""

from __future__ import annotations

from dataclasses import replace

import click

from tests.reporters.runs import ALL, BESIDE, ELSEWHERE, EMPTY, ERROR, INFO, ONE, UPKEEP, WARNING
from tonelint.model import Snippet
from tonelint.reporters.run import Run, Style
from tonelint.reporters.text import render_text


def test_nothing_found() -> None:
    assert render_text(EMPTY, Style()) == "2 files read, nothing found.\n"
    assert render_text(EMPTY, Style(summary=False)) == ""


def test_a_finding_shows_place_words_reason_and_advice() -> None:
    assert render_text(ONE, Style()) == (
        "mail/a.txt:2:1 warning blame-shifting/should-have-known\n"
        "    Du borde ha läst villkoren.\n"
        "    ^^^^^^^^^^^^^^^^\n"
        "  Tells the customer what they should have known. A customer who is told off stops listening.\n"
        "  → Skriv vad som gäller: ”Fristen gick ut i går, men jag …”\n"
        "\n"
        "1 finding in 1 file; the run fails: 1 at or above --fail-on warning\n"
        "  by category: blame-shifting 1\n"
    )


def test_the_summary_stands_at_the_end() -> None:
    assert render_text(replace(ALL, suppressed=(BESIDE,)), Style()).splitlines()[-4:] == [
        "3 findings in 1 of 2 files; the run fails: 2 at or above --fail-on warning, 1 below it",
        "  by category: blame-shifting 1, stalling 1, hostility 1",
        "  2 errors: not everything could be linted (exit code 2)",
        "  1 permitted (--show-suppressed lists them)",
    ]


def test_what_is_permitted_is_listed_with_its_reason_where_it_is_asked_for() -> None:
    run = replace(EMPTY, suppressed=(BESIDE, ELSEWHERE))
    assert render_text(run, Style(suppressed=True)) == (
        "2 permitted:\n"
        "mail/a.txt:5:1 warning blame-shifting/should-have-known\n"
        "  permitted in mail/a.txt:4: agreed with legal\n"
        "mail/a.txt:6:18 info stalling/soon\n"
        "  permitted in tonelint.yaml:12, without a reason\n"
        "\n"
        "2 files read, nothing to report.\n"
        "  2 permitted\n"
    )
    assert render_text(EMPTY, Style(suppressed=True)) == render_text(EMPTY, Style())


def test_statistics_stand_before_the_summary_where_they_are_asked_for() -> None:
    """And without it too."""
    blocks = render_text(ONE, Style(statistics=True)).split("\n\n")
    assert [block.split("  ")[0] for block in blocks[1:-1]] == ["by rule", "by category", "by language", "by file"]
    assert "by rule" in render_text(ONE, Style(statistics=True, summary=False))
    assert render_text(EMPTY, Style(statistics=True)) == render_text(EMPTY, Style())


def test_no_excerpts_keeps_all_words_of_the_reply_out() -> None:
    assert "borde" not in render_text(ONE, Style(excerpts=False))
    assert "^" not in render_text(ONE, Style(excerpts=False))


def test_colour_is_only_added() -> None:
    """Each severity has its own colour; without it the text is the same, without control characters."""
    plain, coloured = render_text(ALL, Style()), render_text(ALL, Style(colour=True))
    assert click.unstyle(coloured) == plain
    assert "\x1b" not in plain
    for finding, code in ((INFO, 36), (WARNING, 33), (ERROR, 31)):
        assert f"\x1b[{code}m{finding.severity.label}" in coloured


def test_marks_stand_under_wide_characters() -> None:
    """Two columns for each of 漢字, so that the marks stand below them in a terminal."""
    wide = replace(WARNING, snippet=Snippet("Hej 漢字!", 4, 6))
    lines = render_text(Run((wide,), files=1), Style()).splitlines()
    assert lines[1:3] == ["    Hej 漢字!", "        ^^^^"]


def test_the_location_inside_data_is_told() -> None:
    """Quoted keys and message ids may hold words of the reply, and are left out with them."""
    inside = replace(WARNING, location='macros[3]["Sen leverans"].value')
    assert render_text(Run((inside,)), Style()).splitlines()[0] == (
        'mail/a.txt:2:1 warning blame-shifting/should-have-known (macros[3]["Sen leverans"].value)'
    )
    assert '(macros[3]["…"].value)' in render_text(Run((inside,)), Style(excerpts=False)).splitlines()[0]


def test_control_characters_do_not_reach_the_terminal() -> None:
    reason = replace(BESIDE, reason="\x1b[2J", path="\x1b.txt")
    assert "\x1b" not in render_text(
        Run((replace(UPKEEP, message="\x1b"),), suppressed=(reason,)), Style(suppressed=True)
    )
    hostile = replace(
        WARNING, path="a\x1b[2J.txt", location="b\x1b[2J", snippet=Snippet("Du\x1b[31m \u202eborde", 0, 2)
    )
    report = render_text(Run((hostile,)), Style())
    assert not {"\x1b", "\u202e"} & set(report)
    assert "Du\ufffd[31m \ufffdborde" in report
