"""Ways to show what a run came to. A reporter is a function from a :class:`Run` and a :class:`Style` to text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reporters.concise import render_concise
from tonelint.reporters.json import render_json
from tonelint.reporters.text import render_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tonelint.reporters.run import Run, Style

REPORTERS: Mapping[str, Callable[[Run, Style], str]] = {
    "text": render_text,
    "concise": render_concise,
    "json": render_json,
}
