"""From paths to files: folders, patterns, what is left out, and what is refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from tonelint.discover import excluded_by, find_files
from tonelint.ignoring import NOTHING_EXCLUDED, Exclusion
from tonelint.reading import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.md", "a.txt", "A.TXT", "sub/c.markdown", "sub/deep/d.text", "other.py", "none", ".hidden.md", ".git/e.md",
        "node_modules/f.md", "__pycache__/g.md", "venv/h.md",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Hej", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    files, faults = find_files(paths)
    assert not faults
    return [file.path.as_posix() for file in files]


def fault(path: str) -> str:
    files, faults = find_files([path])
    assert not files
    assert [each.path for each in faults] == [path]
    return faults[0].message


def test_a_folder_holds_its_readable_files_sorted(folder: Path) -> None:
    """Hidden ones, tool folders and other formats are passed over in silence; capitals in a suffix do not matter."""
    assert found(".") == ["A.TXT", "a.txt", "b.md", "sub/c.markdown", "sub/deep/d.text"]


def test_a_named_file_is_read_though_hidden(folder: Path) -> None:
    assert found(".hidden.md", ".git") == [".hidden.md", ".git/e.md"]


def test_each_file_comes_once_in_the_order_named(folder: Path) -> None:
    assert found("sub", "b.md", ".", "b.md") == ["sub/c.markdown", "sub/deep/d.text", "b.md", "A.TXT", "a.txt"]


def test_one_file_under_several_names_comes_once(folder: Path) -> None:
    """A relative and an absolute path are the same file."""
    assert found("a.txt", str(folder / "a.txt"), "sub/../a.txt") == ["a.txt"]


def test_a_pattern_that_matches_one_other_format_only_is_no_error(folder: Path) -> None:
    """A pattern means what it means however many files it matches."""
    assert found("*.py") == []


def test_an_empty_path_is_refused(folder: Path) -> None:
    """It is an unset variable in a script far more often than the current folder."""
    (each,) = find_files([""])[1]
    assert "empty path" in each.message


def test_patterns_are_expanded_and_sorted(folder: Path) -> None:
    assert found("*.md") == ["b.md"]
    assert found("**/*.[mt]*") == ["a.txt", "b.md", "sub/c.markdown", "sub/deep/d.text"]


def test_a_pattern_passes_over_other_formats(folder: Path) -> None:
    assert found("*") == ["A.TXT", "a.txt", "b.md", "sub/c.markdown", "sub/deep/d.text"]


def test_a_pattern_may_name_a_tool_folder(folder: Path) -> None:
    assert found("venv/*.md") == ["venv/h.md"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "reply[1].md").write_text("Hej", encoding="utf-8")
    assert found("reply[1].md") == ["reply[1].md"]


def test_what_cannot_be_read_is_said(folder: Path) -> None:
    assert fault("missing.md") == "no such file or folder"
    assert fault("*.nothing") == "no file matches this pattern"
    assert fault("other.py").startswith('tonelint does not read ".py" files; it reads .txt, .text, .md')
    assert '"none"' in fault("none")
    assert fault("/dev/null") == "not a regular file"


def test_no_fault_hides_another_path(folder: Path) -> None:
    files, faults = find_files(["missing.md", "b.md", "other.py"])
    assert [file.path.name for file in files] == ["b.md"]
    assert len(faults) == 2


@pytest.mark.parametrize("path", [".", "**/*"])
def test_a_folder_that_cannot_be_looked_into_is_a_fault(
    folder: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may hold anything. Whoever runs the tests may be allowed everything, so the refusal is made up."""
    scan = os.scandir

    def refuse(name: str) -> Iterator[os.DirEntry[str]]:
        if os.path.basename(name) == "deep":
            raise PermissionError(13, "Permission denied", name)
        return scan(name)

    monkeypatch.setattr(os, "scandir", refuse)
    files, faults = find_files([path, "sub"])
    assert "sub/c.markdown" in [file.path.as_posix() for file in files]
    assert [(each.path, each.message) for each in faults] == [("sub/deep", "cannot be looked into: Permission denied")]
    assert find_files([path, "sub"], without(folder, "deep/"))[1] == []


def test_a_file_is_named_only_by_its_own_path(folder: Path) -> None:
    """What stands in a folder or matches a pattern was not asked for by name."""
    files, _ = find_files(["b.md", "sub", "*.txt"])
    assert [(file.path.name, file.is_named) for file in files] == [
        ("b.md", True), ("c.markdown", False), ("d.text", False), ("a.txt", False),
    ]  # fmt: skip


def test_templates_of_what_is_no_text_are_passed_over(folder: Path) -> None:
    for name in ("nginx.conf.j2", "mail.html.erb", "reply.liquid", "reply.sv.liquid", "reply.v2.liquid"):
        (folder / name).write_text("Hej", encoding="utf-8")
    assert found("*.j2", "*.erb", "*.liquid") == ["mail.html.erb", "reply.liquid", "reply.sv.liquid", "reply.v2.liquid"]
    assert found("nginx.conf.j2") == ["nginx.conf.j2"]


@pytest.mark.parametrize("path", ["a.txt", "."])
def test_the_library_for_patterns_is_imported_only_where_it_is_needed(folder: Path, path: str) -> None:
    """Not for a file that is named, nor for patterns without signs; it costs more than many a run of a hook."""
    (folder / ".gitignore").write_text("*.log\n" if path == "a.txt" else "build/\n/sub/deep\n", encoding="utf-8")
    code = f"import sys, tonelint.discover as d; d.find_files([{path!r}]); print('pathspec' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"False\n"


def test_the_hook_names_every_format() -> None:
    """What pre-commit passes on is what a folder would be searched for."""
    hooks = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (hook,) = (each for each in hooks if each["id"] == "tonelint")
    pattern = re.compile(hook["files"])
    assert [suffix for suffix in FORMATS if not pattern.search(f"mail{suffix}")] == []
    assert not any(map(pattern.search, ("mail.py", "mail.txt.bak", "json", "README")))


def test_the_documentation_names_every_format() -> None:
    text = (Path(__file__).parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [suffix for suffix in FORMATS if f"`{suffix}`" not in text] == []


def without(folder: Path, *patterns: str) -> Exclusion:
    return Exclusion(folder.as_posix(), patterns)


def left(exclusion: Exclusion, *paths: str, force: bool = False) -> list[str]:
    files, faults = find_files(paths, exclusion, force=force)
    assert not faults
    return [file.path.as_posix() for file in files]


def test_what_the_configuration_excludes_is_not_found(folder: Path) -> None:
    """Neither in folders nor by patterns."""
    exclusion = without(folder, "deep/", "*.TXT")
    assert left(exclusion, ".") == ["a.txt", "b.md", "sub/c.markdown"]
    assert left(exclusion, "sub", "*.T*") == ["sub/c.markdown"]
    assert left(exclusion, "**/*.t*") == ["a.txt"]
    assert left(exclusion, "*") == ["a.txt", "b.md", "sub/c.markdown"]


def test_what_is_named_is_searched_though_it_is_excluded(folder: Path) -> None:
    """A file, a folder, and the folder that a pattern begins with; below these the patterns count again."""
    exclusion = without(folder, "sub/", "b.md", "*.text")
    assert left(exclusion, ".") == ["A.TXT", "a.txt"]
    assert left(exclusion, "b.md", "sub") == ["b.md", "sub/c.markdown"]
    assert left(exclusion, "sub/*") == ["sub/c.markdown"]


def test_force_leaves_out_what_is_named_too(folder: Path) -> None:
    """That nothing is left is no fault: whoever passes on what has changed cannot know."""
    exclusion = without(folder, "sub/", "b.md", "*.py")
    assert left(exclusion, "a.txt", force=True) == ["a.txt"]
    assert left(exclusion, "b.md", "sub", "sub/c.markdown", "sub/deep", "sub/*.md", "other.py", force=True) == []


def test_force_goes_by_the_configuration_alone(folder: Path) -> None:
    """What git tracks in spite of a pattern is none of the files that it ignores."""
    (folder / ".gitignore").write_text("b.md\n", encoding="utf-8")
    assert left(NOTHING_EXCLUDED, ".", force=True) == ["A.TXT", "a.txt", "sub/c.markdown", "sub/deep/d.text"]
    assert left(NOTHING_EXCLUDED, "b.md", force=True) == ["b.md"]


def test_force_hides_no_missing_file(folder: Path) -> None:
    _, faults = find_files(["missing.md"], without(folder, "*.md"), force=True)
    assert [each.message for each in faults] == ["no such file or folder"]


def test_a_pattern_whose_files_are_all_left_out_is_no_error(folder: Path) -> None:
    assert left(without(folder, "*.md"), "*.md") == []


def test_links_in_circles_are_harmless(folder: Path) -> None:
    """Two of them would else be followed to and fro, in every order."""
    for name in ("sub/deep/up", "sub/deep/top"):
        (folder / name).symlink_to(folder / "sub")
    assert found("sub") == ["sub/c.markdown", "sub/deep/d.text"]
    assert found("sub/**/*.text", "sub/*/*") == ["sub/deep/d.text"]
    assert found("sub/deep/up") == ["sub/deep/up/c.markdown", "sub/deep/up/deep/d.text"]


def test_a_pattern_finds_hidden_files_that_it_names(folder: Path) -> None:
    (folder / ".github").mkdir()
    (folder / ".github" / "reply.md").write_text("Hej", encoding="utf-8")
    assert found(".*.md") == [".hidden.md"]
    assert found(".[g]ithub/*.md") == [".github/reply.md"]
    assert fault("**/reply.md") == "no file matches this pattern"


def test_a_name_that_no_file_can_have_is_missing(folder: Path) -> None:
    """Whoever passes a text instead of a file reads that, and no traceback."""
    assert fault("Hej Anna, " * 500) == "no such file or folder"


def test_what_leaves_a_file_out_is_said(folder: Path) -> None:
    (folder / "sub" / ".gitignore").write_text("deep\n", encoding="utf-8")
    exclusion = without(folder, "b.md")
    assert excluded_by(Path("a.txt"), exclusion) is None
    assert excluded_by(folder / "b.md", exclusion) == 'the pattern "b.md" in "exclude" of the configuration'
    assert excluded_by(Path("sub/deep/d.text")) == 'the pattern "deep" in sub/.gitignore:1'
    assert excluded_by(Path("venv/h.md")) == 'the folder "venv", which is passed over everywhere'
    assert excluded_by(Path(".git/e.md")) == 'the folder ".git", which is hidden'
    assert excluded_by(Path(".hidden.md")) == 'its name ".hidden.md", which is that of a hidden file'
    assert excluded_by(Path("other.py")) == 'its name "other.py", which tells no format that tonelint reads'
    assert excluded_by(Path("sub")) is None


@pytest.mark.parametrize("start", [".", "sub", "**/*", "sub/*"])
def test_what_is_left_out_is_what_is_not_found(folder: Path, start: str) -> None:
    """The reason that is given for a file and the search agree, where nothing on the way is named."""
    (folder / ".git" / "info").mkdir()
    (folder / ".gitignore").write_text("*.txt\n!a.txt\n", encoding="utf-8")
    exclusion = without(folder, "/sub/*/d.*")
    files = [path for path in folder.rglob("*.*") if path.is_file()]
    expected = [path for path in files if not excluded_by(path, exclusion)]
    below = folder / start.partition("*")[0]
    assert {folder / path for path in left(exclusion, start)} == {
        path for path in expected if path.is_relative_to(below)
    }


def test_a_folder_that_is_reached_twice_is_searched_once(folder: Path) -> None:
    """Its files come by the first name."""
    Path("link").symlink_to("sub")
    once = ["link/c.markdown", "link/deep/d.text"]
    assert found("link", "sub") == found("link", str(folder / "sub")) == found("link/*", "link", "sub/**/*") == once
    assert found("sub", "link") == ["sub/c.markdown", "sub/deep/d.text"]


@pytest.mark.parametrize("link", ["0.md", "c.md", "sub/b.md"])
def test_a_link_is_passed_over_beside_its_file(folder: Path, link: str) -> None:
    """Whichever name comes first in the order of a folder, or of the files of a pattern."""
    Path(link).symlink_to(folder / "b.md")
    assert found(".") == ["A.TXT", "a.txt", "b.md", "sub/c.markdown", "sub/deep/d.text"]
    assert found("**/*.md") == ["b.md"]


def test_of_links_to_one_file_the_first_comes(folder: Path) -> None:
    Path("x").mkdir()
    Path("x/2.md").symlink_to("../b.md")
    Path("x/1.md").symlink_to("2.md")
    Path("x/hidden.md").symlink_to("../.hidden.md")
    assert found("x") == ["x/1.md", "x/hidden.md"]
    assert found("x", "b.md") == ["x/1.md", "x/hidden.md"]


def test_of_names_that_a_user_gives_the_first_counts(folder: Path) -> None:
    Path("link.md").symlink_to("b.md")
    assert found("link.md", "b.md", ".") == ["link.md", "A.TXT", "a.txt", "sub/c.markdown", "sub/deep/d.text"]


def test_files_of_equal_content_are_several(folder: Path) -> None:
    """So are the names that the disk itself gives to one file: no name is the right one."""
    Path("copy.md").hardlink_to("b.md")
    assert found("*.md") == ["b.md", "copy.md"]


def test_what_the_configuration_excludes_is_left_out_by_whatever_links_it_is_reached(folder: Path) -> None:
    """The folder of the configuration may be named by a link, or the path of the file."""
    Path("real/mail/old").mkdir(parents=True)
    for path in ("real/a.md", "real/mail/b.md", "real/mail/old/c.md"):
        Path(path).write_text("Hej", encoding="utf-8")
    Path("link").symlink_to("real")
    Path("inside").symlink_to("real/mail")
    exclusion = without(folder / "link", "old/", "/a.md")
    for start in ("link", "real", str(folder / "real")):
        assert left(exclusion, start) == [f"{start}/mail/b.md"]
    assert left(exclusion, "inside") == ["inside/b.md"]
    assert left(exclusion, "inside/old") == ["inside/old/c.md"]  # named, and so searched
    refused = ["real/a.md", "link/a.md", "inside/old/c.md", "inside/old", "real/mail/old"]
    assert left(exclusion, *refused, force=True) == []
    assert excluded_by(folder / "inside/old/c.md", exclusion) == 'the pattern "old/" in "exclude" of the configuration'
    assert excluded_by(folder / "inside/b.md", exclusion) is None
