"""When to colour, what to hide, how wide characters are."""

from __future__ import annotations

import pytest

from tonelint.reporters.terminal import visible, wants_colour, width


@pytest.mark.parametrize(
    ("environment", "is_terminal", "wanted"),
    [
        pytest.param({}, False, False, id="a pipe is not coloured"),
        pytest.param({}, True, True, id="a terminal is"),
        pytest.param({"TERM": "dumb"}, True, False, id="but not a dumb one"),
        pytest.param({"NO_COLOR": "1"}, True, False, id="NO_COLOR forbids it"),
        pytest.param({"NO_COLOR": ""}, True, True, id="an empty NO_COLOR says nothing"),
        pytest.param({"FORCE_COLOR": "1"}, False, True, id="FORCE_COLOR asks for it"),
        pytest.param({"FORCE_COLOR": ""}, False, False, id="an empty FORCE_COLOR says nothing"),
        pytest.param({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True, id="FORCE_COLOR on a dumb terminal too"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False, id="NO_COLOR wins"),
    ],
)
def test_wants_colour(environment: dict[str, str], is_terminal: bool, wanted: bool) -> None:
    assert wants_colour(environment, is_terminal=is_terminal) is wanted


def test_what_steers_a_terminal_is_replaced() -> None:
    assert visible("åäö 漢 😊\ttab") == "åäö 漢 😊 tab"
    assert visible("\x1b[2J\x07\x9b\u202e\u2066\n") == "\ufffd[2J" + "\ufffd" * 5


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("漢字", 4), ("😊", 2), ("e\u0301", 1), ("a\u200db", 2)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns
