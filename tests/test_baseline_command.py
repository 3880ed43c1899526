"""``tonelint baseline``: what it writes, what it keeps, what it drops, and when it leaves everything as it is."""

from __future__ import annotations

import io
import json
import os
import subprocess
from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests.helpers import RULE, write_files
from tonelint.cli import cli, main
from tonelint.cli.baseline import baseline
from tonelint.rulebook.ruleset import bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Tonelint: TypeAlias = "Callable[..., subprocess.CompletedProcess[str]]"

SOON, LATER = "Det kommer snart.\n", "Det kommer strax.\n"
NAME = "tonelint-baseline.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to work in, with replies; the rules stand beside it."""
    rules = {"stalling/soon.yaml": RULE, "stalling/later.yaml": RULE.replace("snart", "strax")}
    write_files(tmp_path / "rules", rules)
    files = {
        "a.txt": SOON + "\n" + SOON,
        "mail/b.md": SOON,
        "fine.txt": "Det kom.\n",
        "tonelint.yaml": "language: sv\n",
    }
    write_files(tmp_path / "work", {".git/HEAD": ""})
    return write_files(tmp_path / "work", files)


@pytest.fixture
def tonelint(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Tonelint]:
    """Runs ``tonelint baseline`` in the folder, with the rules beside it as the shipped ones."""
    monkeypatch.setattr("tonelint.rulebook.ruleset.bundled_folder", lambda: folder.parent / "rules")
    monkeypatch.setitem(cli.commands, "baseline", baseline)
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        bundled.cache_clear()
        monkeypatch.setattr("sys.argv", ["tonelint", "baseline", *arguments])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
        with pytest.raises(SystemExit) as exit_:
            main()
        return subprocess.CompletedProcess(arguments, int(exit_.value.code or 0), *capsys.readouterr())

    yield run
    bundled.cache_clear()


def known(folder: Path, name: str = NAME) -> dict[str, dict[str, int]]:
    """The number of known findings by file and rule."""
    files = json.loads((folder / name).read_bytes())["findings"]
    return {path: {rule: sum(each.values()) for rule, each in rules.items()} for path, rules in files.items()}


def test_without_findings_the_baseline_is_empty(tonelint: Tonelint, folder: Path) -> None:
    result = tonelint("fine.txt")
    assert result.returncode == 0
    assert known(folder) == {}
    assert "known from now on: 0 findings\n" in result.stdout


def test_what_is_found_today_is_written_beside_the_configuration(
    tonelint: Tonelint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "mail")
    result = tonelint("..")
    assert result.returncode == 0
    assert known(folder) == {"a.txt": {"stalling/soon": 2}, "mail/b.md": {"stalling/soon": 1}}
    assert "known from now on: 3 findings in 2 files (3 warning)" in result.stdout
    assert f"put `baseline: {NAME}` into {folder.as_posix()}/tonelint.yaml" in result.stdout
    assert not (folder / "mail" / NAME).exists()


def test_a_run_from_elsewhere_writes_the_same(
    tonelint: Tonelint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tonelint()
    before = (folder / NAME).read_bytes()
    monkeypatch.chdir(folder / "mail")
    assert tonelint("..").stdout.startswith(f"unchanged: {folder.as_posix()}/{NAME}\n")
    monkeypatch.chdir(folder.parent)
    assert tonelint("--config", "work/tonelint.yaml", "work").stdout.startswith(f"unchanged: work/{NAME}\n")
    assert (folder / NAME).read_bytes() == before


def test_without_a_configuration_it_is_written_here(tonelint: Tonelint, folder: Path) -> None:
    (folder / "tonelint.yaml").unlink()
    result = tonelint("--language", "sv", "mail")
    assert known(folder) == {"mail/b.md": {"stalling/soon": 1}}
    assert f"put `baseline: {NAME}` into tonelint.yaml" in result.stdout


def test_the_configuration_names_the_file(tonelint: Tonelint, folder: Path) -> None:
    write_files(folder, {"tonelint.yaml": "language: sv\nbaseline: mail/known.json\n"})
    result = tonelint()
    assert known(folder, "mail/known.json") == {"../a.txt": {"stalling/soon": 2}, "b.md": {"stalling/soon": 1}}
    assert "next:" not in result.stdout


def test_a_pyproject_is_told_in_its_own_way(tonelint: Tonelint, folder: Path) -> None:
    (folder / "tonelint.yaml").unlink()
    write_files(folder, {"pyproject.toml": '[tool.tonelint]\nlanguage = "sv"\n'})
    assert f'put `baseline = "{NAME}"` into pyproject.toml' in tonelint().stdout


def test_output_names_another_file(tonelint: Tonelint, folder: Path) -> None:
    assert tonelint("--output", "known.json").returncode == 0
    assert known(folder, "known.json")
    assert not (folder / NAME).exists()


def test_nothing_changed_is_not_written(tonelint: Tonelint, folder: Path) -> None:
    tonelint()
    before = (folder / NAME).stat()
    result = tonelint()
    assert result.stdout.startswith(f"unchanged: {NAME}\n")
    assert (folder / NAME).stat() == before


def test_writing_anew_says_what_has_changed(tonelint: Tonelint, folder: Path) -> None:
    tonelint()
    write_files(folder, {"a.txt": SOON, "mail/b.md": SOON + LATER, "new.txt": LATER})
    result = tonelint()
    assert known(folder) == {
        "a.txt": {"stalling/soon": 1},
        "mail/b.md": {"stalling/later": 1, "stalling/soon": 1},
        "new.txt": {"stalling/later": 1},
    }
    assert "since before: 2 more, 1 fewer" in result.stdout


def test_other_files_and_rules_keep_what_is_known_of_them(tonelint: Tonelint, folder: Path) -> None:
    """Who lints some files, or by some rules, says nothing about the others."""
    tonelint()
    write_files(folder, {"a.txt": SOON + LATER, "mail/b.md": "Det kom.\n"})
    result = tonelint("--select", "stalling/later", "a.txt")
    assert known(folder) == {"a.txt": {"stalling/later": 1, "stalling/soon": 2}, "mail/b.md": {"stalling/soon": 1}}
    assert "kept: 3 findings that this run was not about" in result.stdout


def test_files_that_are_no_longer_there_are_dropped_whatever_the_paths(tonelint: Tonelint, folder: Path) -> None:
    tonelint()
    (folder / "mail" / "b.md").unlink()
    tonelint("fine.txt")
    assert known(folder) == {"a.txt": {"stalling/soon": 2}}


def test_rules_that_are_no_longer_there_are_dropped(tonelint: Tonelint, folder: Path) -> None:
    tonelint()
    (folder.parent / "rules" / "stalling" / "soon.yaml").unlink()
    tonelint("--prune", "mail")
    assert known(folder) == {"a.txt": {"stalling/soon": 2}}


def test_pruning_drops_what_is_gone_and_adds_nothing(tonelint: Tonelint, folder: Path) -> None:
    tonelint()
    write_files(folder, {"a.txt": SOON, "new.txt": LATER})
    result = tonelint("--prune")
    assert result.returncode == 0
    assert known(folder) == {"a.txt": {"stalling/soon": 1}, "mail/b.md": {"stalling/soon": 1}}
    assert result.stdout == (
        f"written: {NAME}\n  gone: 1 finding; left: 2\n  not in it: 1 finding in 1 file (1 warning)\n"
    )


def test_pruning_keeps_what_the_run_was_not_about(tonelint: Tonelint, folder: Path) -> None:
    tonelint()
    write_files(folder, {"a.txt": LATER, "mail/b.md": LATER})
    tonelint("--prune", "mail")
    assert known(folder) == {"a.txt": {"stalling/soon": 2}}
    tonelint("--prune", "--select", "stalling/later")
    assert known(folder) == {"a.txt": {"stalling/soon": 2}}
    tonelint("--prune")
    assert known(folder) == {}


def test_pruning_what_is_up_to_date_changes_nothing(tonelint: Tonelint, folder: Path) -> None:
    tonelint()
    before = (folder / NAME).read_bytes()
    assert tonelint("--prune").stdout == f"unchanged: {NAME}\n  gone: 0 findings; left: 3\n"
    assert (folder / NAME).read_bytes() == before


def test_there_must_be_something_to_prune(tonelint: Tonelint, folder: Path) -> None:
    result = tonelint("--prune")
    assert result.returncode == 2
    assert f"{NAME}: no such file; `tonelint baseline` writes it" in result.stderr


@pytest.mark.parametrize("prune", [(), ("--prune",)])
def test_what_cannot_be_read_leaves_everything_as_it_was(
    tonelint: Tonelint, folder: Path, prune: tuple[str, ...]
) -> None:
    tonelint()
    before = (folder / NAME).read_bytes()
    write_files(folder, {"a.txt": LATER, "broken.txt": b"\0"})
    result = tonelint(*prune)
    assert result.returncode == 2
    assert "error: broken.txt" in result.stderr
    assert f"{NAME} is left as it was" in result.stderr
    assert (folder / NAME).read_bytes() == before


@pytest.mark.parametrize(
    ("content", "message"),
    [('{"name": "package"}', 'the key "version" is missing'), ("{", "not JSON"), (b"\0\xff", "not UTF-8")],
)
def test_a_file_that_is_no_baseline_is_never_replaced(
    tonelint: Tonelint, folder: Path, content: str | bytes, message: str
) -> None:
    write_files(folder, {"x.json": content})
    before = (folder / "x.json").read_bytes()
    result = tonelint("--output", "x.json")
    assert result.returncode == 2
    assert message in result.stderr
    assert (folder / "x.json").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-",), "standard input has no place"),
        (("missing.txt",), "missing.txt: no such file or folder"),
        (("--select", "stalling/son"), 'did you mean "stalling/soon"?'),
        (("--output", "mail"), "mail: cannot be read as a baseline: it is no file"),
        (("--output", "-"), "a baseline is a file that later runs read; name one: --output tonelint-baseline.json"),
        (("--output", "new/known.json"), "its folder does not exist"),
    ],
)
def test_what_cannot_be_done_is_said(
    tonelint: Tonelint, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = tonelint(*arguments)
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert not (folder / NAME).exists()


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes")
@pytest.mark.parametrize("path", ["/dev/null", "/dev/stdout", "/dev/stderr", "pipe"])
@pytest.mark.parametrize("prune", [(), ("--prune",)])
def test_what_is_no_file_holds_no_baseline(tonelint: Tonelint, folder: Path, path: str, prune: tuple[str, ...]) -> None:
    """Neither is it read, which would wait for ever at a pipe, nor written into."""
    os.mkfifo(folder / "pipe")
    result = tonelint("--output", path, *prune)
    assert result.returncode == 2
    assert result.stdout == ""
    assert f"{path}: cannot be read as a baseline: it is no file that later runs find again" in result.stderr


def test_standard_output_holds_no_baseline(tonelint: Tonelint, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    assert tonelint("--output", "-").returncode == 2
    assert sorted(folder.rglob("*")) == before


def test_permitted_findings_are_not_known(tonelint: Tonelint, folder: Path) -> None:
    write_files(folder, {"mail/b.md": "<!-- tonelint: allow stalling/soon -- agreed -->\n" + SOON})
    tonelint("mail")
    assert known(folder) == {}


def test_the_baseline_holds_no_words_and_no_findings_of_its_own(tonelint: Tonelint, folder: Path) -> None:
    tonelint()
    text = (folder / NAME).read_text(encoding="utf-8")
    assert "kommer" not in text
    assert NAME not in text
    assert tonelint().stdout.startswith("unchanged")
