"""Which lines of which files have changed, read from a unified diff. Pure; ``tonelint.git`` gets the diff."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tonelint.model import Finding

NEW_SIDE = b"b/"
"""What stands in front of the names of new files in the diffs that are read here."""

_HUNK = re.compile(rb"@@ -[0-9]+(?:,([0-9]+))? \+([0-9]+)(?:,([0-9]+))? @@")
_ESCAPE = re.compile(rb'\\([abtnvfr"\\]|[0-3][0-7]{2})')
_ESCAPED = dict(zip(b'abtnvfr"\\', b'\a\b\t\n\v\f\r"\\', strict=True))


class LineRange(NamedTuple):
    """Lines of a file, from 1, the last one included."""

    first: int
    last: int


EVERY_LINE = (LineRange(1, sys.maxsize),)
"""The lines of a file that is new as a whole."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The lines that have changed in a repository.

    Attributes:
        root: the real path of the repository's top folder.
        files: the real paths of files with their changed lines, in order and apart; other files of the repository have
            none.
    """

    root: str
    files: Mapping[str, tuple[LineRange, ...]]

    def touches(self, path: str, first_line: int, last_line: int) -> bool:
        """Whether one of some lines has changed; of a file outside the repository, which cannot tell, always.

        Args:
            path: the real path of the file, absolute and without symbolic links.
            first_line: from 1.
            last_line: included.
        """
        if not PurePath(path).is_relative_to(self.root):
            return True
        ranges = self.files.get(path, ())
        before = bisect_right(ranges, last_line, key=lambda lines: lines.first)
        return before > 0 and ranges[before - 1].last >= first_line

    def touches_finding(self, path: str, finding: Finding) -> bool:
        """Whether a finding stands in a line that has changed.

        What is said of a reply as a whole (a missing apology) is said at the line that admits the problem, and counts
        by that line: an apology that is struck out elsewhere in the reply does not bring it up.

        Args:
            path: the real path of its file.
            finding: with lines of the file as it stands now.
        """
        ends_before_line = finding.end_column == 1 and finding.end_line > finding.line
        return self.touches(path, finding.line, finding.end_line - ends_before_line)


def changed_lines(diff: Iterable[bytes]) -> dict[bytes, tuple[LineRange, ...]]:
    """The lines that a unified diff adds or changes.

    The names of files are those of the new side; what is deleted, be it a file or lines in one, has no lines there.

    Args:
        diff: its lines without line feeds, as ``git diff --dst-prefix=b/`` writes them, with context or without.

    Returns:
        The names of files, without prefix and unquoted, with their lines, in order and apart.
    """
    files: dict[bytes, list[LineRange]] = {}
    ranges: list[LineRange] = []
    number = old_left = new_left = 0  # the number of the next new line, and how many lines of the hunk are to come
    for line in diff:
        if old_left > 0 or new_left > 0:
            sign = line[:1]
            if sign == b"+":
                _add(ranges, number)
            is_new, is_old = sign not in (b"-", b"\\"), sign not in (b"+", b"\\")
            number, new_left, old_left = number + is_new, new_left - is_new, old_left - is_old
        elif line.startswith(b"+++ "):
            ranges = files.setdefault(_name(line[4:]), [])
        elif hunk := _HUNK.match(line):
            old, first, new = hunk.groups()
            number, old_left, new_left = int(first), int(old or 1), int(new or 1)
    return {name: tuple(ranges) for name, ranges in files.items() if ranges}


def _add(ranges: list[LineRange], number: int) -> None:
    """Add a line after all that are there."""
    if ranges and ranges[-1].last == number - 1:
        ranges[-1] = LineRange(ranges[-1].first, number)
    else:
        ranges.append(LineRange(number, number))


def _name(written: bytes) -> bytes:
    """The name of a new file as git writes it: quoted like a text of C, or with a tab behind it if there are spaces."""
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_character, written.rstrip(b"\t")[1:-1])
    else:
        written = written.removesuffix(b"\t")
    return written.removeprefix(NEW_SIDE)


def _character(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    return bytes([_ESCAPED[sign[0]] if len(sign) == 1 else int(sign, 8)])
