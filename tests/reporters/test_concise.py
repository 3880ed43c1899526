"""One line a finding, as editors and grep read it."""

from __future__ import annotations

from dataclasses import replace

from tests.reporters.runs import ALL, EMPTY, ONE, WARNING
from tonelint.reporters.concise import render_concise
from tonelint.reporters.run import Run, Style


def test_nothing_found_is_empty() -> None:
    assert render_concise(EMPTY, Style()) == ""


def test_one_line_a_finding() -> None:
    assert render_concise(ONE, Style()) == (
        "mail/a.txt:2:1: warning [blame-shifting/should-have-known] Tells the customer what they should have known.\n"
    )
    assert len(render_concise(ALL, Style()).splitlines()) == 3


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in render_concise(Run((replace(WARNING, path="\x1b.txt"),)), Style())
