"""What a terminal needs: colour by the common conventions, widths of characters, no hostile control characters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def wants_colour(environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Whether to colour: NO_COLOR wins, then FORCE_COLOR, then whether the output is a terminal.

    A variable counts where it is set and not empty (no-color.org, force-color.org).
    """
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (is_terminal and environment.get("TERM") != "dumb")


def visible(text: str) -> str:
    """The text with a replacement for every character that would steer the terminal instead of being shown."""
    return "".join("\ufffd" if _steers(char) else char for char in text.replace("\t", " "))


def width(text: str) -> int:
    """How many terminal columns a text takes: wide characters two, combining ones none."""
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _steers(char: str) -> bool:
    # Controls, and the marks that reverse or isolate writing direction.
    return unicodedata.category(char) == "Cc" or char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
