"""Patterns of a configuration that match nothing, and what was meant."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import write_files
from tonelint import unmatched as module
from tonelint.configuration.stated import Place, Stated
from tonelint.errors import Fault
from tonelint.ignore_patterns import compile_pattern
from tonelint.reading.globs import glob_matches
from tonelint.unmatched import unmatched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FILES = (
    "templates/late.md", "templates/sv/sen.md", "templates/sv/old/retur.txt", "exports/macros.json", "README.md",
    "node_modules/x/readme.txt", ".git/config", ".github/reply.html", "build/page.html", ".gitignore",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path, dict.fromkeys(_FILES, "build/\n"))
    (tmp_path / "empty").mkdir()
    return tmp_path


def messages(folder: Path, *patterns: str, is_exclusion: bool = False) -> list[str]:
    stated = [Stated(text, Place("tonelint.yaml", 1, 1)) for text in patterns]
    faults = unmatched(str(folder), exclusions=stated) if is_exclusion else unmatched(str(folder), stated)
    return [fault.message for fault in faults]


@pytest.mark.parametrize(
    "pattern",
    [
        "README.md", "*.md", "templates/*.md", "templates/**", "templates/", "templates/**/*.txt", "**/*.json", "**",
        "t*/sv/*.md", "./templates/late.md", ".github/*", "build/**", "node_modules/**/*.txt", "templates/[ls]*",
    ],
)  # fmt: skip
def test_a_glob_that_matches_a_file_is_no_fault(folder: Path, pattern: str) -> None:
    """Hidden files and those that git ignores are files, too."""
    assert messages(folder, pattern) == []


@pytest.mark.parametrize(
    "pattern",
    [
        "late.md", "*.md", "sv/", "/templates/", "templates/sv", "old", "!old/", "**/old/*.txt", "node_modules/",
        ".git", "build/", "/README.md", "templates/**", "empty/", "*.t?t", "node_modules/x/", "sen.md  ",
    ],
)  # fmt: skip
def test_an_exclusion_that_matches_a_file_or_folder_is_no_fault(folder: Path, pattern: str) -> None:
    assert messages(folder, pattern, is_exclusion=True) == []


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("templats/**", 'no file matches "templats/**"; did you mean "templates/**"?'),
        ("Templates/*.md", 'no file matches "Templates/*.md"; did you mean "templates/*.md"?'),
        ("templates/svv/*.md", 'no file matches "templates/svv/*.md"; did you mean "templates/sv/*.md"?'),
        ("templates/lata.md", 'no file matches "templates/lata.md"; did you mean "templates/late.md"?'),
        ("templates", 'no file matches "templates"; did you mean "templates/**"?'),
        ("templates/*.txt", 'no file matches "templates/*.txt"; did you mean "templates/**/*.txt"?'),
        ("*.json", 'no file matches "*.json"; did you mean "**/*.json"?'),
        ("sen.md", 'no file matches "sen.md"; did you mean "**/sen.md"?'),
        ("templates/*.eml", 'no file matches "templates/*.eml"'),
        ("empty/**", 'no file matches "empty/**"'),
        ("**/*.csv", 'no file matches "**/*.csv"'),
        ("**/config", 'no file matches "**/config"'),
        ("x/y/z", 'no file matches "x/y/z"'),
    ],
)
def test_a_glob_that_matches_no_file_is_a_fault(folder: Path, pattern: str, message: str) -> None:
    assert messages(folder, pattern) == [message]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("templats/", 'nothing matches "templats/"; did you mean "templates/"?'),
        ("/templats", 'nothing matches "/templats"; did you mean "/templates"?'),
        ("!retor.txt", 'nothing matches "!retor.txt"; did you mean "!retur.txt"?'),
        ("templates/svv/", 'nothing matches "templates/svv/"; did you mean "templates/sv/"?'),
        ("late.md/", 'nothing matches "late.md/"'),
        ("templates/late.md/", 'nothing matches "templates/late.md/"'),
        ("*.csv", 'nothing matches "*.csv"'),
        ("/late.md", 'nothing matches "/late.md"'),
    ],
)
def test_an_exclusion_that_matches_nothing_is_a_fault(folder: Path, pattern: str, message: str) -> None:
    assert messages(folder, pattern, is_exclusion=True) == [message]


def test_faults_stand_where_the_patterns_are_stated(folder: Path) -> None:
    """In the order given; patterns that match stand between them."""
    globs = [
        Stated("**/*.csv", Place("a.yaml", 7, 5, "- '**/*.csv'")),
        Stated("*.md", Place("a.yaml", 8, 5)),
    ]
    exclusions = [Stated("drafts/", Place("a.yaml", 2, 11, "exclude: [drafts/]"))]
    assert unmatched(str(folder), globs, exclusions) == [
        Fault("a.yaml", 'no file matches "**/*.csv"', 7, 5, "- '**/*.csv'"),
        Fault("a.yaml", 'nothing matches "drafts/"', 2, 11, "exclude: [drafts/]"),
    ]


def test_one_pattern_twice_is_two_faults(folder: Path) -> None:
    assert len(messages(folder, "*.csv", "*.csv")) == 2


def test_the_walk_ends_when_all_have_matched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And does not begin where the literal beginning of a pattern says where to look."""
    seen: list[str] = []
    walk = os.walk

    def noted(top: str) -> Iterator[tuple[str, list[str], list[str]]]:
        for each in walk(top):
            seen.append(os.path.relpath(each[0], folder))
            yield each

    monkeypatch.setattr(os, "walk", noted)
    assert messages(folder, "*.md", "templates/sv/*.md", "**/late.md") == []
    assert seen == [".", ".github", "build", "empty", "exports", "templates", "templates/sv"]


def test_where_there_are_too_many_files_nothing_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_QUESTIONS", 3)
    assert messages(folder, "**/*.csv") == []


_parts = st.lists(st.sampled_from(["a", "b", "*", "**", "a*", "[ab]"]), min_size=1, max_size=3).map("/".join)


@settings(max_examples=60, deadline=None)
@given(
    pattern=_parts, first=st.sampled_from(["", "/", "!"]), last=st.sampled_from(["", "/"]), is_exclusion=st.booleans()
)
def test_a_pattern_is_a_fault_where_it_matches_none_of_all_paths(
    tmp_path_factory: pytest.TempPathFactory, pattern: str, first: str, last: str, *, is_exclusion: bool
) -> None:
    """Whatever is tried first and however early the walk ends."""
    folder = tmp_path_factory.getbasetemp() / "tree"
    write_files(folder, {"a/b/a": "", "b/ab": "", "ab": ""})
    paths = {path.relative_to(folder).as_posix(): path.is_dir() for path in folder.rglob("*")}
    text = f"{first if is_exclusion else ''}{pattern}{last}"
    if is_exclusion:
        matches = any(compile_pattern(text).matches(path, is_folder=is_dir) for path, is_dir in paths.items())
    else:
        matches = any(glob_matches(text, path) for path, is_dir in paths.items() if not is_dir)
    assert bool(messages(folder, text, is_exclusion=is_exclusion)) is not matches
