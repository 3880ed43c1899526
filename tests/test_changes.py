"""Which lines a diff adds or changes, and whether a finding stands in one of them."""

from __future__ import annotations

import difflib
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporters.runs import WARNING
from tonelint.changes import EVERY_LINE, Changes, LineRange, changed_lines

CHANGES = Changes("/repo", {"/repo/a.md": (LineRange(3, 3), LineRange(7, 9)), "/repo/new.md": EVERY_LINE})


def lines_of(diff: str) -> dict[bytes, tuple[LineRange, ...]]:
    return changed_lines(diff.encode().split(b"\n"))


@pytest.mark.parametrize(
    ("diff", "expected"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("diff --git a/a.md b/a.md\nold mode 100644\nnew mode 100755\n", {}, id="a change of mode"),
        pytest.param(
            "diff --git a/a.md b/b.md\nsimilarity index 100%\nrename from a.md\nrename to b.md\n",
            {},
            id="a file that only has another name",
        ),
        pytest.param("--- a/a.md\n+++ b/a.md\n@@ -4,2 +3,0 @@ text\n-ett\n-två\n", {}, id="lines that are deleted"),
        pytest.param("--- a/a.md\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-ett\n-två\n", {}, id="a file that is deleted"),
        pytest.param("--- a/a.md\n+++ b/a.md\n@@ -2 +2 @@\n-ett\n+två\n", {b"a.md": [(2, 2)]}, id="a line"),
        pytest.param("--- a/a.md\n+++ b/a.md\n@@ -2,0 +3,2 @@\n+ett\n+två\n", {b"a.md": [(3, 4)]}, id="lines added"),
        pytest.param("--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,2 @@\n+ett\n+två\n", {b"a.md": [(1, 2)]}, id="a new file"),
        pytest.param(
            "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-ett\n\\ No newline at end of file\n+två\n"
            "\\ No newline at end of file\n--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n-x\n+y\n",
            {b"a.md": [(1, 1)], b"b.md": [(1, 1)]},
            id="no line feed at the end",
        ),
        pytest.param(
            "--- a/a.md\n+++ b/a.md\n@@ -1,0 +2,2 @@\n++++ b/other.md\n+@@ -1 +9 @@\n@@ -8 +10 @@\n--- a/x\n+x\n",
            {b"a.md": [(2, 3), (10, 10)]},
            id="lines that look like parts of a diff",
        ),
        pytest.param(
            "--- a/a.md\n+++ b/a.md\n@@ -1,5 +1,6 @@\n ett\n-två\n+2\n\n fyra\n+4,5\n fem\n",
            {b"a.md": [(2, 2), (5, 5)]},
            id="lines around them, also empty ones without their space",
        ),
        pytest.param(
            "--- a/å ä.md\t\n+++ b/å ä.md\t\n@@ -0,0 +1 @@\n+x\n", {"å ä.md".encode(): [(1, 1)]}, id="a space"
        ),
        pytest.param(
            '--- /dev/null\n+++ "b/a\\tb\\nc\\"d\\\\ne \\303\\245.md"\t\n@@ -0,0 +1 @@\n+x\n',
            {'a\tb\nc"d\\ne å.md'.encode(): [(1, 1)]},
            id="a name in quotes",
        ),
        pytest.param("--- a/b/b.md\n+++ b/b/b.md\n@@ -0,0 +1 @@\n+x\n", {b"b/b.md": [(1, 1)]}, id="a folder named b"),
        pytest.param("--- a/a.md\r\n+++ b/a.md\n@@ -1 +1 @@\n-x\r\n+y\r\n", {b"a.md": [(1, 1)]}, id="CRLF"),
    ],
)
def test_changed_lines(diff: str, expected: dict[bytes, list[tuple[int, int]]]) -> None:
    assert {name: list(ranges) for name, ranges in lines_of(diff).items()} == expected


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=30), st.integers(0, 4))
def test_lines_that_were_written_anew_are_those_that_have_changed(edits: list[tuple[bool, int]], context: int) -> None:
    """Of lines that are all different, those that were not there before are the changed ones, whatever surrounds them.

    Each edit keeps or deletes a line and writes some lines behind it.
    """
    old, new, expected = [], [], set()
    for number, (is_kept, written) in enumerate(edits):
        old.append(f"- {number}")
        new += [f"- {number}"] * is_kept
        for each in range(written):
            new.append(f"+ {number}.{each}")
            expected.add(len(new))
    diff = list(difflib.unified_diff(old, new, "a/x.md", "b/x.md", n=context, lineterm=""))
    ranges = changed_lines(line.encode() for line in diff).get(b"x.md", ())
    assert {line for first, last in ranges for line in range(first, last + 1)} == expected
    assert all(before.last + 1 < after.first for before, after in pairwise(ranges))


@pytest.mark.parametrize(
    ("path", "first", "last", "expected"),
    [
        ("/repo/a.md", 1, 2, False),
        ("/repo/a.md", 2, 3, True),
        ("/repo/a.md", 3, 3, True),
        ("/repo/a.md", 4, 6, False),
        ("/repo/a.md", 1, 20, True),
        ("/repo/a.md", 8, 8, True),
        ("/repo/a.md", 9, 12, True),
        ("/repo/a.md", 10, 12, False),
        ("/repo/new.md", 10**6, 10**6, True),
        ("/repo/other.md", 1, 1, False),
        ("/repository/other.md", 1, 1, True),  # git knows nothing of it
    ],
)
def test_whether_lines_have_changed(path: str, first: int, last: int, *, expected: bool) -> None:
    assert CHANGES.touches(path, first, last) is expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param((2, 1, 2, 9), False, id="on a line before"),
        pytest.param((2, 1, 3, 1), False, id="up to the end of a line before"),
        pytest.param((2, 1, 3, 2), True, id="into the line"),
        pytest.param((3, 1, 3, 1), True, id="a place without extent"),
        pytest.param((3, 4, 3, 9), True, id="on the line"),
        pytest.param((4, 1, 4, 9), False, id="on a line behind"),
    ],
)
def test_whether_a_finding_stands_in_changed_lines(place: tuple[int, int, int, int], *, expected: bool) -> None:
    line, column, end_line, end_column = place
    finding = replace(WARNING, line=line, column=column, end_line=end_line, end_column=end_column)
    assert CHANGES.touches_finding("/repo/a.md", finding) is expected
