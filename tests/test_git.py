"""What git tells of changes, asked in real repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers import write_files
from tonelint.changes import EVERY_LINE
from tonelint.errors import UsageError
from tonelint.git import changes_since

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = """\
[core]
    quotePath = true
    pager = false
[color]
    ui = always
    diff = always
[diff]
    noprefix = true
    mnemonicPrefix = true
    external = false
    relative = true
    renames = false
    context = 9
    interHunkContext = 20
    wordRegex = .
    colorMoved = zebra
    submodule = log
    orderFile = missing
    algorithm = patience
    suppressBlankEmpty = true
    wsErrorHighlight = all
    ignoreSubmodules = none
[diff "shout"]
    textconv = tr a-z A-Z <
    command = false
[status]
    showUntrackedFiles = no
    relativePaths = true
"""


GIT = shutil.which("git") or "git"


@pytest.fixture(autouse=True)
def hermetic(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "test@example.se")
    for scope in ("GLOBAL", "SYSTEM"):
        monkeypatch.setenv(f"GIT_CONFIG_{scope}", os.devnull)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: a repository with one commit, on main."""
    folder = write_files(tmp_path / "repo", {"a.md": "ett\ntvå\ntre\n", "mail/b.md": "1\n2\n3\n4\n"})
    monkeypatch.chdir(folder)
    git("init", "--quiet", "--initial-branch=main")
    commit()
    return folder


def git(*arguments: str, folder: Path | None = None) -> None:
    subprocess.run([GIT, *arguments], cwd=folder, check=True, capture_output=True)


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message=x")


def changed(revision: str = "main", folder: Path | None = None) -> dict[str, list[tuple[int, int]] | str]:
    """The changed lines by path below the top folder; "new" for all of a file."""
    changes = changes_since(revision, folder)
    return {
        os.path.relpath(path, changes.root): "new"
        if ranges == EVERY_LINE
        else [(first, last) for first, last in ranges]
        for path, ranges in changes.files.items()
    }


def error(revision: str, folder: Path | None = None) -> str:
    with pytest.raises(UsageError) as caught:
        changes_since(revision, folder)
    return caught.value.faults[0].message


def test_without_changes_no_line_has_changed(repository: Path) -> None:
    assert changed() == {}
    assert changed("HEAD") == {}


def test_changes_count_whether_staged_or_not(repository: Path) -> None:
    write_files(repository, {"a.md": "ett\n2\ntre\n"})
    git("add", "a.md")
    write_files(repository, {"a.md": "ett\n2\ntre\nfyra\n", "mail/b.md": "1\n3\n4\n"})
    assert changed("HEAD") == {"a.md": [(2, 2), (4, 4)]}


def test_committed_changes_count_from_where_the_branch_left(repository: Path) -> None:
    """What main has got since then is none of this branch's business."""
    git("switch", "--quiet", "--create=topic")
    write_files(repository, {"a.md": "ett\ntvå\ntre\nfyra\n"})
    commit()
    git("switch", "--quiet", "main")
    write_files(repository, {"mail/b.md": "1\n2\n3\n4\n5\n"})
    commit()
    git("switch", "--quiet", "topic")
    assert changed("main") == {"a.md": [(4, 4)]}


def test_without_a_common_history_the_revision_itself_is_compared_with(repository: Path) -> None:
    git("switch", "--quiet", "--orphan=other")
    write_files(repository, {"a.md": "ett\ntvå\n3\n"})
    commit()
    assert changed("main") == {"a.md": [(3, 3)]}


@pytest.mark.parametrize("is_known", [False, True])
def test_files_that_git_does_not_know_are_new(repository: Path, *, is_known: bool) -> None:
    write_files(repository, {".gitignore": "build/\n"})
    commit()
    write_files(repository, {"mail/new.md": "1\n2\n", "build/x.md": "1\n"})
    if is_known:
        git("add", "--intent-to-add", "mail/new.md")
    assert changed() == {"mail/new.md": [(1, 2)] if is_known else "new"}
    assert changed(folder=repository / "mail") == changed()


def test_a_renamed_file_has_the_lines_that_changed(repository: Path) -> None:
    git("mv", "mail/b.md", "c.md")
    write_files(repository, {"c.md": "1\n2\n3\n4\n5\n"})
    assert changed() == {"c.md": [(5, 5)]}


def test_deleted_files_have_no_lines(repository: Path) -> None:
    (repository / "a.md").unlink()
    git("rm", "mail/b.md")
    assert changed() == {}


@pytest.mark.parametrize(
    "name", ["med mellanslag.md", 'citat".md', "tabb\t.md", "rad\nslut.md", "åäö æø.md", "a b/c\\d.md", "-x.md", " .md"]
)
def test_names_of_every_kind(repository: Path, name: str) -> None:
    write_files(repository, {name: "ett\n"})
    assert changed() == {name: "new"}
    commit()
    write_files(repository, {name: "ett\ntvå\n"})
    assert changed() == {name: [(2, 2)]}


def test_names_that_are_not_utf_8(repository: Path) -> None:
    name = os.fsdecode(b"r\xe4knm\xe4rke.md")
    try:
        write_files(repository, {name: "ett\n"})
    except OSError:
        pytest.skip("no such names here")
    commit()
    write_files(repository, {name: "två\n"})
    assert changed() == {name: [(1, 1)]}


def test_the_configuration_of_the_user_makes_no_difference(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"hostile": HOSTILE})
    write_files(repository, {".gitattributes": "a.md diff=shout\nmail/d.md binary\n", "mail/d.md": "1\n"})
    commit()
    git("mv", "mail/b.md", "mail/å ä.md")
    write_files(repository, {"a.md": "\n2\n3\n", "mail/å ä.md": "1\n2\n3\n4\n5\n", "mail/d.md": "1\n2\n", "n.md": "x"})
    expected = {"a.md": [(1, 3)], "mail/å ä.md": [(5, 5)], "mail/d.md": [(2, 2)], "n.md": "new"}
    assert changed("HEAD") == expected
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "hostile"))
    for name, value in {"GIT_EXTERNAL_DIFF": "false", "GIT_DIFF_OPTS": "-u7", "LC_ALL": "sv_SE.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    assert changed("HEAD") == expected
    assert changed("HEAD", repository / "mail") == expected


@pytest.mark.parametrize(
    "content",
    [pytest.param("ett\ntvå\nfyra\n".encode("utf-16"), id="UTF-16"), pytest.param(b"1\r2\r3\n4\n", id="lone CR")],
)
def test_files_whose_lines_git_counts_otherwise_have_changed_as_a_whole(repository: Path, content: bytes) -> None:
    write_files(repository, {"x.txt": content})
    commit()
    assert changed() == {}
    write_files(repository, {"x.txt": content.replace(b"4", b"5").replace(b"f", b"g")})
    assert changed() == {"x.txt": "new"}


def test_line_endings_are_no_changes(repository: Path) -> None:
    write_files(repository, {"a.md": "ett\r\ntvå\r\ntre\r\n", "mail/b.md": "1\n2\n3\n4"})
    assert changed() == {}
    commit()
    write_files(repository, {"a.md": "ett\ntvå\ntre\nfyra", "mail/b.md": "1\n2\n3\n4\n5\n"})
    assert changed("HEAD") == {"a.md": [(4, 4)], "mail/b.md": [(5, 5)]}


def test_a_link_does_not_stand_for_the_file_that_it_leads_to(repository: Path) -> None:
    (repository / "link.md").symlink_to("a.md")
    (repository / "nowhere.md").symlink_to("missing.md")
    git("add", "--all")
    assert not changes_since("main").touches(str(repository / "a.md"), 1, 3)


def test_files_with_conflicts_have_the_lines_of_both_sides(repository: Path) -> None:
    git("switch", "--quiet", "--create=topic")
    write_files(repository, {"a.md": "ett\n2\ntre\n"})
    commit()
    git("switch", "--quiet", "main")
    write_files(repository, {"a.md": "ett\nII\ntre\n"})
    commit()
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "topic")
    assert changed("HEAD") == {"a.md": [(2, 2), (4, 6)]}


def test_submodules_are_left_out(repository: Path, tmp_path: Path) -> None:
    other = write_files(tmp_path / "other", {"s.md": "ett\n"})
    git("init", "--quiet", folder=other)
    git("add", "--all", folder=other)
    git("commit", "--quiet", "--message=x", folder=other)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "sub")
    commit()
    write_files(repository, {"sub/s.md": "två\n"})
    assert changed() == {}


def test_a_repository_reached_by_a_link_is_told_by_its_real_path(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(repository)
    write_files(repository, {"a.md": "1\n"})
    changes = changes_since("main", tmp_path / "link")
    assert changes.root == os.path.realpath(repository)
    assert changes.touches(os.path.realpath(tmp_path / "link" / "a.md"), 1, 1)


@pytest.mark.parametrize(
    ("revision", "part"),
    [
        ("mian", 'no revision "mian"; did you mean "main"?'),
        ("topic", 'no revision "topic"; did you mean "origin/topic"?'),
        ("--cached", 'no revision "--cached"'),
        ("-n", 'no revision "-n"'),
        ("^main", 'did you mean "main"?'),
        ("", 'no revision ""'),
        ("main..topic", "name one revision, not a range"),
        ("main:a.md", 'no revision "main:a.md"'),
        ("zzzzzz", "fetch-depth: 0"),
    ],
)
def test_what_is_no_revision_is_said_with_the_nearest(repository: Path, revision: str, part: str) -> None:
    git("update-ref", "refs/remotes/origin/topic", "HEAD")
    assert part in error(revision)


def test_a_shallow_clone_is_told_what_it_lacks(repository: Path, tmp_path: Path) -> None:
    git("switch", "--quiet", "--create=topic")
    write_files(repository, {"a.md": "ett\n"})
    commit()
    shallow = tmp_path / "shallow"
    git("clone", "--quiet", "--depth=1", f"file://{repository}", str(shallow))
    unknown = error("HEAD~1", shallow)
    assert 'no revision "HEAD~1"' in unknown
    assert "fetch-depth: 0" in unknown
    git("fetch", "--quiet", "--depth=1", "origin", "main:main", folder=shallow)
    assert changed("HEAD", shallow) == {}
    write_files(repository, {"a.md": "två\n"})
    commit()
    git("fetch", "--quiet", "--depth=1", "origin", "topic:later", folder=shallow)
    lacking = error("later", shallow)
    assert 'does not reach back to where "later" was left' in lacking
    assert "fetch-depth: 0" in lacking


def test_outside_a_repository_git_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plain").mkdir()
    assert "git, which says: not a git repository" in error("main", tmp_path / "plain")


def test_without_git_it_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "not installed or not on the PATH" in error("main")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(st.booleans(), st.integers(0, 3)), min_size=1, max_size=25))
def test_lines_that_were_written_anew_are_those_that_have_changed(
    repository: Path, edits: list[tuple[bool, int]]
) -> None:
    """Of lines that are all different, those that were not there before are the changed ones."""
    old, new, expected = [], [], set()
    for number, (is_kept, written) in enumerate(edits):
        old.append(f"- {number}")
        new += [f"- {number}"] * is_kept
        for each in range(written):
            new.append(f"+ {number}.{each}")
            expected.add(len(new))
    write_files(repository, {"x.md": "\n".join(old)})
    git("add", "x.md")
    git("commit", "--quiet", "--allow-empty", "--message=x")
    write_files(repository, {"x.md": "\n".join(new)})
    changes = changes_since("HEAD")
    path = os.path.realpath("x.md")
    assert {line for line in range(1, len(new) + 1) if changes.touches(path, line, line)} == expected
