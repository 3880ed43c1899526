"""Glob patterns for paths."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.globs import glob_matches, place_below, stands_for


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


LINKS = {"/team": "/data/team", "/link": "/data/team", "/mail": "/data/team/mail", "/data/team/shop": "/shop"}
"""Where links lead to, by their own real paths."""


def real_folder(path: str) -> str:
    """A folder without the links on the way to it."""
    real = ""
    for name in path.split("/")[1:]:
        real = LINKS.get(f"{real}/{name}", f"{real}/{name}")
    return real


@pytest.mark.parametrize(
    ("path", "below"),
    [
        pytest.param("/other/a.md", None, id="elsewhere"),
        pytest.param("/teams/a.md", None, id="a longer name"),
        pytest.param("/shop/a.md", None, id="where a link inside leads to"),
        pytest.param("/data/a.md", None, id="above"),
        pytest.param("/a.md", None, id="at the root"),
        pytest.param("/data/team", None, id="a file of the folder's name"),
        pytest.param("a.md", None, id="a relative path"),
        pytest.param("/team/mail/a.md", "mail/a.md", id="by the same name"),
        pytest.param("/data/team/mail/a.md", "mail/a.md", id="by its real name"),
        pytest.param("/link/mail/a.md", "mail/a.md", id="by another link"),
        pytest.param("/mail/old/a.md", "mail/old/a.md", id="by a link to a folder inside"),
        pytest.param("/team/shop/a.md", "shop/a.md", id="a link inside keeps its name"),
        pytest.param("/team/", "", id="the folder"),
        pytest.param("/data/team/", "", id="the folder by its real name"),
        pytest.param("/mail/", "mail", id="a folder inside, by a link"),
    ],
)
def test_where_a_file_lies_below_a_folder(path: str, below: str | None) -> None:
    assert place_below("/team", path, real_folder) == below


@pytest.mark.parametrize(
    ("path", "is_named"),
    [("/other/mail/a.md", False), ("/link/a.md", False), ("/link/mail/a.md", True), ("../link/mail/a.md", True)],
)
def test_patterns_know_a_file_by_whatever_links_it_was_reached(path: str, is_named: bool) -> None:
    found = stands_for(["mail/*"], path, folder="/team", here="/elsewhere", real_folder=real_folder)
    assert found == is_named
    assert not stands_for(["mail/*"], path, folder="/team", here="/elsewhere")  # by its name alone it lies elsewhere


NAMES = st.sampled_from(["team", "data", "mail", "link", "shop", "a"])


@given(names=st.lists(NAMES, min_size=1, max_size=5), folder=st.sampled_from(["/", "/team", "/data/team", "/link"]))
def test_a_folder_has_one_place_by_all_of_its_names(names: list[str], folder: str) -> None:
    """The real path of what lies below a folder is that of its place there; nothing below it is overlooked."""
    path = "/" + "/".join(names)
    below = place_below(folder, path, real_folder)
    if below is None:
        assert not real_folder(path.rpartition("/")[0]).startswith(real_folder(folder))
    else:
        assert real_folder(f"{folder.rstrip('/')}/{below}") == real_folder(path)
