"""Ways to show what a run came to. A reporter is a function from a :class:`Run` and a :class:`Style` to text."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tonelint.reporters.run import Run, Style

    Reporter = Callable[[Run, Style], str]


def _when_asked_for(name: str) -> Reporter:
    """A reporter that is imported when it is first used: who wants text should not wait for SARIF to load.

    Args:
        name: the format; ``tonelint.reporters.<name>`` holds its ``render_<name>``.
    """

    def render(run: Run, style: Style) -> str:
        reporter: Reporter = getattr(import_module(f"tonelint.reporters.{name}"), f"render_{name}")
        return reporter(run, style)

    return render


FORMATS = ("text", "concise", "json", "jsonl", "github", "gitlab", "junit", "sarif", "markdown", "html")
"""The names of all formats, as users write them."""

REPORTERS: Mapping[str, Reporter] = MappingProxyType({name: _when_asked_for(name) for name in FORMATS})
"""The reporter of each format by its name."""
