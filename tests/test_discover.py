"""From paths to files: folders, patterns, what is left out, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tonelint.discover import find_files
from tonelint.reading import FORMATS


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


def test_the_hook_names_every_format() -> None:
    """What pre-commit passes on is what a folder would be searched for."""
    (hook,) = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    pattern = re.compile(hook["files"])
    assert [suffix for suffix in FORMATS if not pattern.search(f"mail{suffix}")] == []
    assert not any(map(pattern.search, ("mail.py", "mail.txt.bak", "json", "README")))


def test_the_documentation_names_every_format() -> None:
    text = (Path(__file__).parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [suffix for suffix in FORMATS if f"`{suffix}`" not in text] == []
