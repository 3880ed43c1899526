"""What several tests need: rule files written to a folder, and the faults of an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tonelint.errors import Fault, RuleError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

RULE = """\
summary: Says that it will be soon.
why: Soon is no time. Nobody can plan with it.
severity: warning
sv:
  advice: Säg vilken dag.
  find: [snart]
  flags: [Det kommer snart.]
  passes: [Det kommer i dag.]
"""
"""A rule file without fault, for ``stalling/…``."""


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files (path below the folder → content) and return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def faults_of(call: Callable[[], object]) -> tuple[Fault, ...]:
    """The faults of the RuleError that a call raises."""
    with pytest.raises(RuleError) as caught:
        call()
    return caught.value.faults


def pointed_at(text: str, fault: Fault) -> str:
    """What stands in a text from the place of a fault to the end of that line."""
    return [*text.splitlines(), ""][fault.line - 1][fault.column - 1 :]
