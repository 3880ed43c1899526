"""What is wrong with configurations: told once, shown until it is mended."""

from __future__ import annotations

from pathlib import Path

from tonelint.errors import ConfigurationError, Fault
from tonelint.lsp.troubles import Troubles

HERE = Path.cwd()
WRONG = ConfigurationError(Fault("tonelint.yaml", "unknown key", 3, 3, "😀ignor: []"))
OTHER = ConfigurationError(Fault("/elsewhere/tonelint.yaml", "no such folder"))
URI = (HERE / "tonelint.yaml").as_uri()


def test_what_is_right_says_nothing() -> None:
    troubles = Troubles()
    assert troubles.take_in([None, None]) == ([], [])
    assert troubles.diagnostics(URI) == []


def test_what_is_wrong_is_told_once_and_shown_at_its_place_until_it_is_mended() -> None:
    troubles = Troubles()
    assert troubles.take_in([WRONG, None, WRONG]) == ([str(WRONG)], [URI])
    (shown,) = troubles.diagnostics(URI)
    assert (shown.message, shown.range.start.line, shown.range.start.character) == ("unknown key", 2, 3)
    assert shown.range.end.character == 11
    assert troubles.take_in([WRONG, OTHER]) == ([str(OTHER)], ["file:///elsewhere/tonelint.yaml"])
    assert troubles.take_in([OTHER]) == ([], [URI])
    assert troubles.diagnostics(URI) == []
    assert troubles.take_in([WRONG, OTHER]) == ([str(WRONG)], [URI])
