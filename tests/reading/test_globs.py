"""Glob patterns for paths."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.globs import glob_matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.csv", "a.json"),
        ("*.csv", "b/a.csv"),
        ("*.CSV", "a.csv"),
        ("a?c.csv", "a/c.csv"),
        ("svar", "svar/a.csv"),
        ("svar/*.csv", "svar/sv/a.csv"),
        ("svar/**/x.csv", "svar/x.json"),
        ("[!a].csv", "a.csv"),
        ("", "a.csv"),
        ("a.csv", "xa.csv"),
        ("a**.csv", "a/b.csv"),
    ],
)
def test_paths_that_a_pattern_does_not_stand_for(pattern: str, path: str) -> None:
    assert not glob_matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.csv", "a.csv"),
        ("*.csv", "åäö 1.csv"),
        ("?.csv", "å.csv"),
        ("[ab].csv", "b.csv"),
        ("[[]1].csv", "[1].csv"),
        ("./a.csv", "a.csv"),
        ("**/*.csv", "a.csv"),
        ("**/*.csv", "x/y/a.csv"),
        ("svar/**/x.csv", "svar/x.csv"),
        ("svar/**/x.csv", "svar/a/b/x.csv"),
        ("a/**/b/**/c", "a/x/b/y/b/z/c"),
        ("**/a/*/b", "a/a/x/a/y/b"),
        ("svar/", "svar/sv/a.csv"),
        ("svar/**", "svar/sv/a.csv"),
        ("**", "a/b"),
    ],
)
def test_paths_that_a_pattern_stands_for(pattern: str, path: str) -> None:
    assert glob_matches(pattern, path)


def matches_somehow(wanted: list[str], names: list[str]) -> bool:
    """Every way of matching, tried one after the other."""
    if not wanted:
        return not names
    if wanted[0] == "**":
        return any(matches_somehow(wanted[1:], names[number:]) for number in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], wanted[0]) and matches_somehow(wanted[1:], names[1:])


@given(
    wanted=st.lists(st.sampled_from(["**", "**", "*", "a", "b", "?", "a*"]), max_size=6),
    names=st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=6),
)
def test_no_way_of_matching_is_overlooked(wanted: list[str], names: list[str]) -> None:
    assert glob_matches("/".join(wanted), "/".join(names)) == matches_somehow(wanted, names)


def test_many_folders_take_few_steps() -> None:
    assert not glob_matches("**/a/" * 60 + "b", "a/" * 2000 + "c")
