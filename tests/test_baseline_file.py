"""The baseline on the disk: how it names files, what it takes for gone, and how it is written."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers import write_files
from tests.reporters.runs import WARNING
from tonelint.baseline import Baseline, Entry, render_baseline
from tonelint.baseline_file import BaselineFile, read_baseline
from tonelint.errors import ConfigurationError

if TYPE_CHECKING:
    from tonelint.model import Finding


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with two files and a baseline that knows a fault in each and in one that is gone."""
    monkeypatch.chdir(tmp_path)
    entries = [Entry(path, WARNING.rule, "aaaa") for path in ("a.md", "gone.md", "mail/b.md")]
    content = render_baseline(Baseline(dict.fromkeys(entries, 1)))
    return write_files(tmp_path, {"a.md": "", "mail/b.md": "", "b.json": content})


def found(*paths: str) -> list[Finding]:
    return [replace(WARNING, path=path, fingerprint="aaaa") for path in paths]


def always(path: str, rule: str) -> bool:
    return True


def named(file: BaselineFile, path: str) -> str:
    (entry,) = file.today(found(path)).counts
    return entry.path


@pytest.mark.parametrize(
    ("where", "path", "expected"),
    [
        (".", "a.md", "a.md"),
        (".", "./mail/../mail/b.md", "mail/b.md"),
        ("mail", "b.md", "mail/b.md"),
        ("mail", "../a.md", "a.md"),
        ("..", "{folder}/a.md", "a.md"),
        (".", "{folder}/mail/b.md", "mail/b.md"),
        (".", "../other/c.md", "../other/c.md"),
        (".", "åäö c.md", "åäö c.md"),
        (".", os.fsdecode(b"r\xe4.md"), "r\ufffd.md"),
    ],
)
def test_files_are_named_from_the_folder_of_the_baseline(
    folder: Path, monkeypatch: pytest.MonkeyPatch, where: str, path: str, expected: str
) -> None:
    """A run in a subfolder agrees with one in the top folder."""
    monkeypatch.chdir(folder / where)
    assert named(read_baseline(folder / "b.json"), path.format(folder=folder)) == expected


def test_links_to_folders_make_no_difference(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(folder)
    assert named(read_baseline(link / "b.json"), "mail/b.md") == "mail/b.md"
    assert named(read_baseline(folder / "b.json"), str(link / "mail" / "b.md")) == "mail/b.md"


def test_known_findings_are_left_out_wherever_the_run_takes_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "mail")
    applied = read_baseline(Path("../b.json")).apply(found("../a.md", "b.md", "new.md"), ["../a.md", "b.md"], always)
    assert [finding.path for finding in applied.new] == ["new.md"]
    assert applied.known == 2


@pytest.mark.parametrize(
    ("linted", "gone"),
    [
        pytest.param([], ["gone.md"], id="nothing linted: what is no longer there"),
        pytest.param(["a.md"], ["a.md", "gone.md"], id="a file linted"),
        pytest.param(["a.md", "mail/b.md", "new.md"], ["a.md", "gone.md", "mail/b.md"], id="all linted"),
    ],
)
def test_gone_is_what_was_looked_for_and_what_is_no_longer_there(
    folder: Path, linted: list[str], gone: list[str]
) -> None:
    applied = read_baseline(folder / "b.json").apply([], linted, always)
    assert [entry.path for entry in applied.gone.counts] == gone


def test_faults_of_rules_that_were_not_looked_for_are_not_gone(folder: Path) -> None:
    """Rules may be in force in some files only; they are asked about by the paths that reports show."""
    asked = []

    def in_force(path: str, rule: str) -> bool:
        asked.append((path, rule))
        return path == "a.md"

    applied = read_baseline(folder / "b.json").apply([], ["./a.md", "a.md", "mail/b.md"], in_force)
    assert {entry.path for entry in applied.gone.counts} == {"a.md", "gone.md"}
    assert ("mail/b.md", WARNING.rule) in asked


def test_a_file_that_cannot_be_looked_at_is_not_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> None:
        raise PermissionError

    file = read_baseline(folder / "b.json")
    monkeypatch.setattr("tonelint.baseline_file.os.stat", refuse)
    assert file.apply([], [], always).gone == Baseline()


def test_a_file_whose_name_is_not_text_is_not_gone(folder: Path) -> None:
    file = read_baseline(folder / "b.json")
    known = replace(file, baseline=file.today(found(os.fsdecode(b"r\xe4.md"))))
    assert known.apply([], [], always).gone == Baseline()


def test_writing_the_same_leaves_the_file_alone(folder: Path) -> None:
    file = read_baseline(folder / "b.json")
    os.utime(folder / "b.json", (1, 1))
    assert not file.write(file.baseline)
    assert (folder / "b.json").stat().st_mtime == 1


def test_a_checkout_with_other_line_endings_is_the_same(folder: Path) -> None:
    text = (folder / "b.json").read_bytes().replace(b"\n", b"\r\n")
    write_files(folder, {"b.json": b"\xef\xbb\xbf" + text})
    file = read_baseline(folder / "b.json")
    assert not file.write(file.baseline)


def test_writing_replaces_the_file_and_keeps_its_permissions(folder: Path) -> None:
    (folder / "b.json").chmod(0o640)
    assert read_baseline(folder / "b.json").write(Baseline())
    assert (folder / "b.json").read_bytes() == render_baseline(Baseline()).encode()
    assert (folder / "b.json").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(folder)) == ["a.md", "b.json", "mail"]


def test_a_link_stays_one(folder: Path) -> None:
    (folder / "mail" / "link.json").symlink_to("../b.json")
    file = read_baseline(folder / "mail" / "link.json")
    assert named(file, "a.md") == "a.md"
    assert file.write(Baseline())
    assert (folder / "mail" / "link.json").is_symlink()
    assert (folder / "b.json").read_text() == render_baseline(Baseline())


def test_what_cannot_be_written_leaves_everything_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = (folder / "b.json").read_bytes()
    file = read_baseline(folder / "b.json")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ConfigurationError, match=r"b\.json: cannot be written: No space left on device"):
        file.write(Baseline())
    assert (folder / "b.json").read_bytes() == before
    assert sorted(os.listdir(folder)) == ["a.md", "b.json", "mail"]


def test_a_folder_that_is_not_there_is_said(folder: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"new/b\.json: cannot be written: its folder does not exist"):
        read_baseline(Path("new/b.json"), may_be_missing=True).write(Baseline())


def test_a_new_baseline_is_empty(folder: Path) -> None:
    file = read_baseline(folder / "new.json", may_be_missing=True)
    assert file.baseline == Baseline()
    assert file.write(Baseline())
    assert read_baseline(folder / "new.json").baseline == Baseline()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such file; `tonelint baseline` writes it"),
        (b"\xff", "not UTF-8, and so not a baseline"),
        (b"{}", 'the key "version" is missing'),
    ],
)
def test_what_is_no_baseline_is_an_error_that_names_the_file(folder: Path, content: bytes | None, message: str) -> None:
    write_files(folder, {"x.json": content} if content is not None else {})
    with pytest.raises(ConfigurationError) as caught:
        read_baseline(folder / "x.json")
    (fault,) = caught.value.faults
    assert fault.path == "x.json"
    assert message in fault.message


def test_a_folder_is_no_baseline(folder: Path) -> None:
    with pytest.raises(ConfigurationError, match="mail: cannot be read"):
        read_baseline(folder / "mail")
