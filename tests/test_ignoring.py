"""What is left out: the patterns of git and of the configuration, held against git itself."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers import write_files
from tonelint.discover import find_files
from tonelint.ignore_patterns import PatternError, compile_pattern
from tonelint.ignoring import Exclusion, Ignoring

if TYPE_CHECKING:
    from collections.abc import Mapping

_GIT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},  # a hook of git sets some
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
_NAMES = ("a", "b", "ab", "a.md", "b.md", "å.md")
_PARTS = (
    *_NAMES,
    "*",
    "**",
    "***",
    "a*",
    "*.md",
    "?",
    "[ab]",
    "[!a]",
    "\\a",
    "a**b",
    "*b*",
    "[a-z]*.md",
)


def git(root: Path, *arguments: str) -> list[str]:
    """What git answers, item by item."""
    done = subprocess.run(["git", *arguments], cwd=root, env=_GIT, capture_output=True, check=False)  # noqa: S607
    return [item for item in done.stdout.decode().split("\0") if item]


def seen_by_git(root: Path) -> list[str]:
    """The Markdown files that git would add."""
    return sorted(path for path in git(root, "ls-files", "-z", "-o", "--exclude-standard") if path.endswith(".md"))


def found(root: Path, start: str = "", exclusion: Exclusion | None = None) -> list[str]:
    """The files that are found in a folder, relative to the root."""
    files, faults = find_files([str(root / start)], exclusion or Exclusion("", ()))
    assert not faults
    return sorted(file.path.relative_to(root).as_posix() for file in files)


def excluded(root: Path, *patterns: str) -> Exclusion:
    return Exclusion(root.as_posix(), patterns)


_pattern = st.builds(
    lambda parts, first, last, negated: f"{negated}{first}{'/'.join(parts)}{last}",
    st.lists(st.sampled_from(_PARTS), min_size=1, max_size=3),
    st.sampled_from(["", "", "/"]),
    st.sampled_from(["", "", "/", " "]),
    st.sampled_from(["", "", "!"]),
)
_patterns = st.lists(_pattern | st.sampled_from(["", "# a", "/", "!"]), max_size=4).map("\n".join)
_path = st.lists(st.sampled_from(_NAMES), min_size=1, max_size=4).map("/".join)


def _made(root: Path, paths: list[str], patterns: Mapping[str, str]) -> None:
    for path in paths:
        if not any(parent.is_file() for parent in (root / path).parents) and not (root / path).is_dir():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).touch()
    for path, text in patterns.items():
        if (root / path).parent.is_dir():
            (root / path).write_text(text, encoding="utf-8")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    paths=st.lists(_path, min_size=1, max_size=8),
    patterns=st.dictionaries(st.sampled_from(["", "a/", "b/", "a/b/", "ab/a/"]), _patterns, max_size=4),
    own=_patterns,
)
def test_git_sees_the_same_files(paths: list[str], patterns: dict[str, str], own: str) -> None:
    """On any tree with any patterns, from the root and from each folder that git looks into."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        git(root, "init", "--quiet")
        _made(root, paths, {**{f"{home}.gitignore": text for home, text in patterns.items()}, ".git/info/exclude": own})
        seen = seen_by_git(root)
        assert found(root) == seen
        for start in {parent.as_posix() for path in seen for parent in PurePosixPath(path).parents}:
            below = "" if start == "." else f"{start}/"
            assert found(root, start) == [path for path in seen if path.startswith(below)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(paths=st.lists(_path, min_size=1, max_size=8), patterns=st.lists(_pattern, min_size=1, max_size=4))
def test_exclude_means_what_a_gitignore_file_means(paths: list[str], patterns: list[str]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _made(root, paths, {})
        by_configuration = found(root, exclusion=excluded(root, *patterns))
        (root / ".gitignore").write_text("\n".join(patterns), encoding="utf-8")
        assert found(root) == by_configuration


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    return tmp_path


def test_without_patterns_nothing_is_left_out(repository: Path) -> None:
    write_files(repository, {"a.md": "", "b/c.md": "", "b/.gitignore": "\n# nothing\n"})
    assert found(repository) == ["a.md", "b/c.md"]


def test_only_what_is_listed_is_let_in(repository: Path) -> None:
    """The idiom of listing what is wanted: everything is left out, then folders and some files let in."""
    write_files(repository, {"a.md": "", "b/c.md": "", "b/d.txt": "", ".gitignore": "*\n!*/\n!*.md\n"})
    assert found(repository) == ["a.md", "b/c.md"]


def test_nothing_is_let_in_below_a_folder_that_is_left_out(repository: Path) -> None:
    write_files(repository, {"a/b.md": "", "c/d.md": "", ".gitignore": "a/\n!a/b.md\n", "a/.gitignore": "!b.md\n"})
    assert found(repository) == ["c/d.md"]


def test_patterns_above_the_folder_that_is_searched_count_up_to_the_root(repository: Path) -> None:
    write_files(repository, {".gitignore": "old.md\n", "a/b/old.md": "", "a/b/new.md": ""})
    assert found(repository, "a/b") == ["a/b/new.md"]


def test_a_folder_that_is_named_is_searched_though_git_ignores_it(repository: Path) -> None:
    write_files(repository, {".gitignore": "build/\n*.txt\n", "build/a.md": "", "build/b.txt": ""})
    assert found(repository) == []
    assert found(repository, "build") == ["build/a.md"]


def test_a_repository_inside_another_goes_by_its_own_rules(repository: Path) -> None:
    write_files(repository, {".gitignore": "a.md\n", "inner/a.md": "", "inner/b.md": "", "inner/.gitignore": "b.md\n"})
    git(repository / "inner", "init", "--quiet")
    assert found(repository) == ["inner/a.md"]


def test_outside_a_repository_only_files_from_the_start_down_count(tmp_path: Path) -> None:
    write_files(tmp_path, {".gitignore": "*.md\n", "a/.gitignore": "x.md\n", "a/x.md": "", "a/y.md": ""})
    assert found(tmp_path, "a") == ["a/y.md"]
    assert found(tmp_path) == []


def test_a_further_work_tree_shares_the_patterns_of_its_repository(repository: Path) -> None:
    write_files(repository, {"a.md": ""})
    git(repository, "add", "a.md")
    git(repository, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "a")
    git(repository, "worktree", "add", "--quiet", "tree")
    write_files(repository, {".git/info/exclude": "b.md\n", "tree/b.md": "", "tree/c.md": ""})
    assert seen_by_git(repository / "tree") == ["c.md"]
    assert found(repository / "tree") == ["a.md", "c.md"]


def test_lines_end_in_any_way_and_a_byte_order_mark_is_no_pattern(repository: Path) -> None:
    (repository / ".gitignore").write_bytes("\ufeffa.md\r\nb.md  \r\nmellan rum.md".encode())
    write_files(repository, {"a.md": "", "b.md": "", "mellan rum.md": "", "c.md": ""})
    assert found(repository) == seen_by_git(repository) == ["c.md"]


def test_a_link_instead_of_a_gitignore_file_is_not_followed(repository: Path) -> None:
    write_files(repository, {"patterns": "a.md\n", "a.md": ""})
    (repository / ".gitignore").symlink_to(repository / "patterns")
    assert found(repository) == seen_by_git(repository) == ["a.md"]


def test_bytes_that_are_no_text_spoil_one_pattern(repository: Path) -> None:
    (repository / ".gitignore").write_bytes(b"\xff\xfe*\na.md\n")
    write_files(repository, {"a.md": "", "b.md": ""})
    assert found(repository) == ["b.md"]


def test_the_configuration_counts_from_its_own_folder(repository: Path) -> None:
    write_files(repository, {"old/a.md": "", "team/old/b.md": "", "team/c.md": ""})
    anchored = Exclusion((repository / "team").as_posix(), ("/old/",))
    assert found(repository, exclusion=anchored) == ["old/a.md", "team/c.md"]


def test_exclude_takes_back_nothing_that_git_ignores(repository: Path) -> None:
    write_files(repository, {".gitignore": "a.md\n", "a.md": "", "b.md": ""})
    assert found(repository, exclusion=excluded(repository, "*.md", "!a.md", "!b.md")) == ["b.md"]


def test_a_reason_names_the_pattern_and_its_place(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    write_files(repository, {"a/.gitignore": "# old\n\n*.bak.md\n", "a/x.bak.md": ""})
    ignoring = Ignoring(excluded(repository, "drafts/"))
    root = repository.as_posix()
    assert str(ignoring.reason(f"{root}/a/x.bak.md", root, is_folder=False)) == '"*.bak.md" in a/.gitignore:3'
    assert str(ignoring.reason(f"{root}/drafts", root, is_folder=True)) == '"drafts/" in "exclude" of the configuration'
    assert ignoring.reason(f"{root}/drafts", root, is_folder=False) is None
    assert ignoring.reason(f"{root}/drafts/a.md", root, is_folder=False) is None
    assert str(ignoring.reason_on_the_way(f"{root}/drafts/a.md", root)).startswith('"drafts/"')


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("# drafts", "is a comment; write \\#"),
        ("", "names nothing"),
        ("/", "names nothing"),
        ("!", "names nothing"),
        ("drafts\\", "ends in a backslash"),
        ("[z-a]", "range in brackets"),
        ("reply[1.md", 'a "[" is never closed'),
    ],
)
def test_a_pattern_that_can_match_nothing_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(PatternError) as error:
        compile_pattern(pattern)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("pattern", "path"), [("\\#a", "#a"), ("\\!a", "!a"), ("!!a*", "!ab"), ("a\\*", "a*"), ("a\\ ", "a "), ("å?", "åö")]
)
def test_signs_may_be_written(pattern: str, path: str) -> None:
    assert compile_pattern(pattern).matches(path, is_folder=False)
