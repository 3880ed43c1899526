"""The settings of a file in the editor: those of the nearest configuration, and the last good ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import RULE, write_files
from tonelint.errors import ConfigurationError
from tonelint.lsp.settings import KeptSettings, Settings, lint, settings_for
from tonelint.model import Language, Severity, Source
from tonelint.rulebook.ruleset import bundled

if TYPE_CHECKING:
    from pathlib import Path

BLAME = "Du borde ha läst villkoren innan du beställde."
SHOULD = "blame-shifting/should-have-known"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, ""),
        ({"pyproject.toml": "[tool.ruff]\n"}, ""),
        ({"tonelint.yaml": "ignore: [stalling]\n"}, "tonelint.yaml"),
        ({"mail/.tonelint.yaml": "ignore: [stalling]\n", "tonelint.yaml": "max: 1\n"}, "mail/.tonelint.yaml"),
        ({"mail/pyproject.toml": "[tool.ruff]\n", "tonelint.yaml": "max: 1\n"}, "tonelint.yaml"),
        ({"mail/pyproject.toml": "[tool.tonelint]\nmax = 1\n", "tonelint.yaml": "max: 2\n"}, "mail/pyproject.toml"),
        ({"mail/.git/HEAD": "", "tonelint.yaml": "max: 1\n"}, ""),
    ],
)
def test_the_nearest_configuration_up_to_the_repository_holds(
    tmp_path: Path, files: dict[str, str | bytes], found: str
) -> None:
    write_files(tmp_path, {".git/HEAD": "", "mail/a.txt": "", **files})
    decided = settings_for(tmp_path / "mail" / "a.txt").task.configuration
    assert decided.path == (f"{tmp_path.as_posix()}/{found}" if found else "")


def test_without_a_configuration_the_shipped_rules_hold(tmp_path: Path) -> None:
    write_files(tmp_path, {".git/HEAD": ""})
    settings = settings_for(tmp_path / "a.txt")
    assert settings.task.ruleset is bundled()
    assert not settings.is_excluded


def test_what_the_configuration_says_of_a_file_holds_for_it(tmp_path: Path) -> None:
    text = (
        f"severity: {{{SHOULD}: info}}\n"
        "overrides:\n  - {files: 'off/*', ignore: [blame-shifting]}\n"
        f"allow:\n  - {{rule: {SHOULD}, files: 'allowed/a.txt', reason: agreed}}\n"
    )
    write_files(tmp_path, {".git/HEAD": "", "tonelint.yaml": text})

    def found(name: str) -> list[tuple[str, Severity]]:
        linted = lint(Source(str(tmp_path / name), BLAME), settings_for(tmp_path / name))
        return [(each.rule, each.severity) for each in linted.findings]

    assert found("off/a.txt") == found("allowed/a.txt") == []
    assert found("a.txt") == found("allowed/b.txt") == [(SHOULD, Severity.INFO)]


def test_files_of_one_configuration_share_what_is_compiled(tmp_path: Path) -> None:
    write_files(tmp_path, {".git/HEAD": "", "tonelint.yaml": "ignore: [stalling]\n"})
    kept = KeptSettings()
    before = kept.of(tmp_path / "a.txt")[0].task
    assert kept.of(tmp_path / "b.txt")[0].task is before
    kept.forget()
    assert kept.of(tmp_path / "a.txt")[0].task is before


def test_of_what_is_left_out_nothing_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, {".git/HEAD": "", "tonelint.yaml": "exclude: ['*.txt']\n"})
    assert lint(Source("a.txt", BLAME), settings_for(tmp_path / "a.txt")).findings == ()


def test_own_rules_are_read_again_only_when_they_are_forgotten(tmp_path: Path) -> None:
    write_files(tmp_path, {".git/HEAD": "", "tonelint.yaml": "rules: [own]\n", "own/stalling/own.yaml": RULE})
    kept = KeptSettings()
    before, _ = kept.of(tmp_path / "a.txt")
    assert kept.of(tmp_path / "b.txt")[0].task is before.task
    write_files(tmp_path, {"own/stalling/own.yaml": RULE.replace("that it will be soon", "soon")})
    assert kept.of(tmp_path / "a.txt")[0] is before
    kept.forget()
    assert kept.of(tmp_path / "a.txt")[0].task.ruleset.rule("stalling/own").summary == "Says soon."


@pytest.mark.parametrize(
    "broken",
    ["ignor: [stalling]\n", "ignore: [stallin]\n", "rules: [nowhere]\n", "a: [\n"],
)
def test_of_a_configuration_that_has_gone_wrong_the_last_good_one_holds(tmp_path: Path, broken: str) -> None:
    def language(settings: Settings) -> Language | None:
        return settings.task.configuration.base.language

    write_files(tmp_path, {".git/HEAD": "", "tonelint.yaml": "language: da\n"})
    kept = KeptSettings()
    good, error = kept.of(tmp_path / "a.txt")
    assert (language(good), error) == (Language.DA, None)
    write_files(tmp_path, {"tonelint.yaml": broken})
    kept.forget()
    still, error = kept.of(tmp_path / "a.txt")
    assert still is good
    assert isinstance(error, ConfigurationError)
    new, error = kept.of(tmp_path / "b.txt")
    assert (new.task.ruleset, language(new)) == (bundled(), None)
    assert error
    write_files(tmp_path, {"tonelint.yaml": "language: sv\n"})
    kept.forget()
    mended, error = kept.of(tmp_path / "a.txt")
    assert (language(mended), error) == (Language.SV, None)
