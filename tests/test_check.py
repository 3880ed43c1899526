"""What a check reads, counts and keeps: no source hides another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.helpers import RULE, write_files
from tonelint import files
from tonelint.check import StandardInput, check_paths
from tonelint.configuration import Configuration, Settings
from tonelint.model import Language
from tonelint.reporters.run import Run
from tonelint.rulebook.ruleset import Ruleset, load
from tonelint.task import Task

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    return load((write_files(tmp_path_factory.mktemp("rules"), {"stalling/soon.yaml": RULE}),))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_files(tmp_path, {"a.txt": "Det kommer snart.", "b.md": "Det kommer\n\nsnart.", "c.txt": "Det kom."})


def check(ruleset: Ruleset, *paths: str, stdin: bytes = b"", language: Language | None = Language.SV) -> Run:
    return check_paths(paths, task(ruleset, language), stdin=StandardInput(lambda: stdin))


def task(ruleset: Ruleset, language: Language | None = Language.SV) -> Task:
    return Task(Configuration().asking(Settings(language)), ruleset)


def places(run: Run) -> list[tuple[str, int, int]]:
    return [(finding.path, finding.line, finding.column) for finding in run.findings]


def test_clean_files_are_counted(ruleset: Ruleset, folder: Path) -> None:
    run = check(ruleset, "c.txt")
    assert run == Run(files=1)


def test_a_folder_is_linted_file_by_file(ruleset: Ruleset, folder: Path) -> None:
    run = check(ruleset, ".")
    assert places(run) == [("a.txt", 1, 12), ("b.md", 3, 1)]
    assert run.files == 3


def test_what_cannot_be_read_does_not_hide_the_rest(ruleset: Ruleset, folder: Path) -> None:
    write_files(folder, {"binary.txt": b"\0\1"})
    run = check(ruleset, "missing.txt", "binary.txt", "a.txt", "-", stdin=b"\0")
    assert places(run) == [("a.txt", 1, 12)]
    assert [fault.path for fault in run.errors] == ["missing.txt", "binary.txt", "<stdin>"]
    assert run.files == 1


def test_standard_input_is_read_once_under_its_name(ruleset: Ruleset, folder: Path) -> None:
    run = check_paths(["-", "-"], task(ruleset), stdin=StandardInput(lambda: b"## snart\n", "mail.md"))
    assert places(run) == [("mail.md", 1, 4)]


def test_standard_input_is_left_alone_where_it_is_not_named(ruleset: Ruleset, folder: Path) -> None:
    def refuse() -> bytes:
        raise AssertionError

    assert check_paths(["c.txt"], task(ruleset), stdin=StandardInput(refuse)).files == 1


def test_standard_input_is_left_out_by_its_name_where_that_is_forced(ruleset: Ruleset, folder: Path) -> None:
    """Editors pass on whatever is open, as hooks pass on whatever has changed."""
    configuration = Configuration(folder=folder.as_posix(), exclude=("drafts/",))
    stdin = StandardInput(lambda: b"Det kommer snart.", "drafts/a.txt")
    forced = Task(configuration.asking(Settings(Language.SV)), ruleset, force_exclude=True)
    run = check_paths(["-"], forced, stdin=stdin)
    assert (run.files, len(run.notices)) == (0, 1)
    assert check_paths(["-"], forced, stdin=stdin._replace(name="a.txt")).files == 1
    assert check_paths(["-"], replace(forced, force_exclude=False), stdin=stdin).files == 1


def test_a_guessed_encoding_is_said(ruleset: Ruleset, folder: Path) -> None:
    write_files(folder, {"latin.txt": "Den är här snart.".encode("latin-1")})
    run = check(ruleset, "latin.txt")
    assert places(run) == [("latin.txt", 1, 12)]
    assert run.notices == ("latin.txt: not UTF-8, read as Windows-1252",)


def test_nothing_to_read_is_said(ruleset: Ruleset, folder: Path) -> None:
    (folder / "empty").mkdir()
    assert check(ruleset, "empty").notices == ("no file that tonelint reads was found",)
    assert check(ruleset, "missing.txt").notices == ()


def test_paragraphs_in_other_languages_are_named(ruleset: Ruleset, folder: Path) -> None:
    text = "Wir haben Ihre Bestellung leider noch nicht erhalten und bitten Sie um ein wenig Geduld."
    write_files(folder, {"de.txt": text})
    run = check(ruleset, "de.txt", language=None)
    assert [(left.path, left.line) for left in run.unjudged] == [("de.txt", 1)]


def test_progress_passes_over_every_source(ruleset: Ruleset, folder: Path) -> None:
    seen: list[int] = []

    def progress(steps):  # type: ignore[no-untyped-def]
        seen.append(len(steps))
        return steps

    run = check_paths([".", "-"], task(ruleset), stdin=StandardInput(lambda: b""), progress=progress)
    assert seen == [4]
    assert run.files == 4


def test_data_without_replies_is_told_of_where_it_was_named(ruleset: Ruleset, folder: Path) -> None:
    """A hook names every file that has changed, most of which are no business of ours: several are one note."""
    write_files(folder, {"data/package.json": "{}", "data/app.conf.j2": "snart", "data/t.csv": "a,b\n1,snart\n"})
    assert check(ruleset, "data").notices == ("no file with replies was found",)
    (notice,) = check(ruleset, "data/package.json").notices
    assert notice.startswith("data/package.json: no reply in any shape that tonelint knows; see docs/formats.md")
    run = check(ruleset, "data/package.json", "data/app.conf.j2", "data/t.csv", "a.txt")
    (notice,) = run.notices
    assert notice.startswith("3 files hold no reply in any shape")
    assert [left.path for left in run.unjudged] == ["data/package.json", "data/app.conf.j2", "data/t.csv"]
    assert len(run.findings) == 1


def test_a_file_that_breaks_off_keeps_what_was_found_before(ruleset: Ruleset, folder: Path) -> None:
    write_files(folder, {"t.csv": 'reply\nDet kommer snart.\n"Det', "z.txt": "snart"})
    run = check(ruleset, "t.csv", "z.txt")
    assert places(run) == [("t.csv", 2, 12), ("z.txt", 1, 1)]
    assert [(fault.path, fault.line, fault.column) for fault in run.errors] == [("t.csv", 3, 1)]


def test_data_too_large_to_hold_is_an_error_only_where_it_may_hold_replies(
    ruleset: Ruleset, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repository may well keep maps and measurements of any size, in any encoding."""
    monkeypatch.setattr(files, "LARGEST_FILE", 40)
    write_files(folder, {"map.json": '{"type": "Feature"}' + " " * 40, "b.json": '{"comment_value": 1}' + " " * 40})
    write_files(folder, {"binary.json": b"\0" * 20})
    assert [fault.path for fault in check(ruleset, "map.json", "b.json", "binary.json").errors] == ["b.json"]
