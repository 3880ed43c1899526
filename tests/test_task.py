"""What the decisions of a team come to when files are linted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import RULE, write_files
from tonelint.check import StandardInput, check_paths
from tonelint.configuration_file import configuration
from tonelint.model import Severity
from tonelint.rulebook.ruleset import Ruleset, load
from tonelint.task import Task

if TYPE_CHECKING:
    from pathlib import Path

    from tonelint.configuration import Settings
    from tonelint.reporters.run import Run

TEXT = "Vi har fått din fråga och återkommer snart.\n"


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    """Two rules that hear the same word."""
    return load((write_files(tmp_path_factory.mktemp("rules"), {"stalling/soon.yaml": RULE, "faceless/a.yaml": RULE}),))


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_files(tmp_path, {"a.txt": TEXT, "mail/b.txt": TEXT})


def run(ruleset: Ruleset, *paths: str, asked: Settings | None = None, keep_replies: bool = False) -> Run:
    decided = configuration()
    task = Task(decided.asking(asked) if asked else decided, ruleset, keep_replies=keep_replies)
    return check_paths(paths or (".",), task, stdin=StandardInput(bytes))


def found(run: Run) -> list[tuple[str, int, str]]:
    return [(finding.path, finding.line, finding.rule) for finding in run.findings]


def test_all_rules_hold_where_nothing_is_decided(ruleset: Ruleset, team: Path) -> None:
    both = ["faceless/a", "stalling/soon"]
    assert found(run(ruleset)) == [(path, 1, rule) for path in ("a.txt", "mail/b.txt") for rule in both]


def test_rules_differ_from_file_to_file(ruleset: Ruleset, team: Path) -> None:
    overrides = "overrides:\n  - files: mail/\n    select: [faceless]\n    severity: {faceless: error}\n"
    write_files(team, {"tonelint.yaml": f"ignore: [faceless]\n{overrides}"})
    run_ = run(ruleset)
    assert found(run_) == [("a.txt", 1, "stalling/soon"), ("mail/b.txt", 1, "faceless/a")]
    assert [finding.severity for finding in run_.findings] == [Severity.WARNING, Severity.ERROR]


def test_the_language_differs_from_file_to_file(ruleset: Ruleset, team: Path) -> None:
    """The rules are Swedish."""
    write_files(team, {"tonelint.yaml": "language: sv\noverrides: [{files: mail/, language: en}]\n"})
    assert {path for path, _, _ in found(run(ruleset))} == {"a.txt"}


def test_what_is_permitted_is_kept_apart_with_its_reason(ruleset: Ruleset, team: Path) -> None:
    allow = "allow:\n  - rule: stalling\n    files: mail/*\n    reason: agreed\n"
    write_files(team, {"tonelint.yaml": f"ignore: [faceless]\n{allow}"})
    run_ = run(ruleset)
    assert found(run_) == [("a.txt", 1, "stalling/soon")]
    (permitted,) = run_.suppressed
    assert (permitted.finding.path, permitted.reason, permitted.path, permitted.line) == (
        "mail/b.txt",
        "agreed",
        "tonelint.yaml",
        3,
    )


UNUSED = "allow: [{rule: stalling, files: c.txt, reason: agreed}]\n"


@pytest.mark.parametrize("paths", [(".",), ("mail/..",), ("a.txt", ".")])
def test_a_permission_of_the_configuration_that_is_not_needed_is_told(
    ruleset: Ruleset, team: Path, paths: tuple[str, ...]
) -> None:
    """Where the folder of the configuration is linted: all files that it may be about."""
    write_files(
        team, {"tonelint.yaml": f"ignore: [faceless]\n{UNUSED}", "c.txt": "Vi har fått din fråga och svarar i dag.\n"}
    )
    assert ("tonelint.yaml", 2, "suppression/unused") in found(run(ruleset, *paths))


def test_a_folder_above_that_of_the_configuration_holds_all_its_files_too(
    ruleset: Ruleset, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(team, {"below/tonelint.yaml": UNUSED, "below/c.txt": "Vi har fått din fråga och svarar i dag.\n"})
    monkeypatch.chdir(team / "below")
    assert ("tonelint.yaml", 1, "suppression/unused") in found(run(ruleset, ".."))


@pytest.mark.parametrize("paths", [("a.txt", "c.txt"), ("mail",), (".", "missing.txt")])
def test_a_run_on_some_of_the_files_tells_of_no_unused_permission(
    ruleset: Ruleset, team: Path, paths: tuple[str, ...]
) -> None:
    """As a hook before commits does, which names what has changed."""
    write_files(team, {"tonelint.yaml": UNUSED, "c.txt": "Vi har fått din fråga och svarar i dag.\n"})
    assert not [rule for _, _, rule in found(run(ruleset, *paths)) if rule.startswith("suppression")]


def test_the_strict_profile_asks_permissions_of_the_configuration_for_reasons(ruleset: Ruleset, team: Path) -> None:
    write_files(team, {"tonelint.yaml": "profile: strict\nallow: [{rule: [stalling, faceless]}]\n"})
    assert found(run(ruleset)) == [("tonelint.yaml", 2, "suppression/without-reason")]


DIRECTIVE = f"<!-- tonelint: allow stalling/soon -- agreed -->\n{TEXT}"


def test_a_comment_may_name_a_rule_that_this_run_does_not_look_for(ruleset: Ruleset, team: Path) -> None:
    """It is neither unknown nor unused for that."""
    write_files(team, {"tonelint.yaml": "select: [faceless]\n", "c.md": DIRECTIVE})
    assert found(run(ruleset, "c.md")) == [("c.md", 2, "faceless/a")]


def test_findings_about_permissions_can_be_left_out(ruleset: Ruleset, team: Path) -> None:
    write_files(team, {"c.md": DIRECTIVE.replace("snart", "i dag")})
    assert found(run(ruleset, "c.md")) == [("c.md", 1, "suppression/unused")]
    write_files(team, {"tonelint.yaml": "ignore: [suppression]\n"})
    assert found(run(ruleset, "c.md")) == []


def test_replies_are_kept_where_they_are_asked_for(ruleset: Ruleset, team: Path) -> None:
    assert run(ruleset).replies == ()
    assert [reply.text for reply in run(ruleset, keep_replies=True).replies] == [TEXT, TEXT]


def test_a_run_in_which_no_rule_is_in_force_says_so(ruleset: Ruleset, team: Path) -> None:
    """It finds nothing, and nobody should take that for praise."""
    write_files(team, {"tonelint.yaml": "ignore: [stalling, faceless]\n"})
    run_ = run(ruleset)
    assert run_.findings == ()
    assert [notice for notice in run_.notices if notice.startswith("no rule is in force")]


def test_files_of_data_without_replies_are_not_counted(ruleset: Ruleset, team: Path) -> None:
    """The configuration itself is one."""
    write_files(team, {"tonelint.yaml": "max: 3\n", "package.json": '{"name": "x"}'})
    assert run(ruleset).files == 2
