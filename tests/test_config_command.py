"""``tonelint config``: what is in force, and where each value comes from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from tests.helpers import RULE, write_files
from tonelint.cli.project import config
from tonelint.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OWN = """\
extends: shared.yaml
profile: strict
ignore: [hostility, suppression/unused]
exclude: [drafts/]
fields:
  - {files: "mail/*.json", reply: svar, language: locale}
overrides:
  - files: ["mail/", "chat/*.md"]
    language: da
    select: [stalling]
    ignore: [stalling/b]
    severity: {stalling/a: info, hostility: warning}
    apology-rules: on
  - {files: mail/old/, apology-rules: off, select: stalling/b}
allow:
  - {rule: faceless, files: "*.md", location: "macros[3]", reason: agreed with legal}
  - rule: [stalling, hostility]
"""
SHARED = """\
severity: {stalling: error}
rules: [rules]
company-addresses: ["@example.se"]
max: 3
baseline: known.json
"""


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and three rules of its own."""
    rules = dict.fromkeys(("stalling/a.yaml", "stalling/b.yaml", "hostility/c.yaml", "non-apology/d.yaml"), RULE)
    write_files(
        tmp_path, {".git/x": "", "tonelint.yaml": OWN, "shared.yaml": SHARED, "shipped/words/sv.yaml": "we: [vi]"}
    )
    write_files(tmp_path / "rules", rules)
    monkeypatch.setattr("tonelint.rulebook.ruleset.bundled_folder", lambda: tmp_path / "shipped")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def output(*arguments: str) -> str:
    result = CliRunner().invoke(config, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def document(*arguments: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(output("--format", "json", *arguments))
    return found


def settings(*arguments: str) -> list[tuple[str, Any, str]]:
    return [(each["key"], each["value"], each["origin"]) for each in document(*arguments)["settings"]]


def rules(*arguments: str) -> dict[str, tuple[str, str]]:
    """Of each rule its severity, or "off", and where that comes from."""
    return {
        each["rule"]: (each["severity"], each["severity_origin"]) if each["in_force"] else ("off", each["origin"])
        for each in document(*arguments)["rules"]
    }


def test_without_a_configuration_everything_is_as_it_comes(team: Path) -> None:
    (team / "tonelint.yaml").unlink()
    shown = document("--rules", "rules")
    assert (shown["version"], shown["configuration"], shown["extends"], shown["file"]) == (1, None, [], None)
    assert settings("--rules", "rules") == [
        ("profile", "default", "default"),
        ("fail-on", "warning", "default"),
        ("max", 0, "default"),
        ("baseline", None, "default"),
        ("language", None, "default"),
        ("apology-rules", "on", "default"),
        ("rules", "rules", "command line"),
        ("exclude", None, "default"),
        ("fields", None, "default"),
        ("company-addresses", None, "default"),
        ("overrides", None, "default"),
        ("allow", None, "default"),
    ]
    assert {name: severity for name, (severity, _) in rules("--rules", "rules").items()} == {
        "hostility/c": "warning",
        "non-apology/d": "warning",
        "stalling/a": "warning",
        "stalling/b": "warning",
        "suppression/invalid": "warning",
        "suppression/unknown-rule": "warning",
        "suppression/unmatched": "warning",
        "suppression/unused": "warning",
        "suppression/without-reason": "off",
    }


def test_the_configuration_as_a_whole(team: Path) -> None:
    shown = document()
    assert (shown["configuration"], shown["extends"]) == ("tonelint.yaml", ["shared.yaml"])
    assert settings() == [
        ("profile", "strict", "tonelint.yaml:2"),
        ("fail-on", "info", "profile strict"),
        ("max", 3, "shared.yaml:4"),
        ("baseline", "known.json", "shared.yaml:5"),
        ("language", None, "default"),
        ("apology-rules", "on", "default"),
        ("rules", "rules", "shared.yaml:2"),
        ("exclude", "drafts/", "tonelint.yaml:4"),
        ("fields", {"files": ["mail/*.json"], "reply": ["svar"], "language": "locale"}, "tonelint.yaml:6"),
        ("company-addresses", "@example.se", "shared.yaml:3"),
        (
            "overrides",
            {
                "files": ["mail/", "chat/*.md"],
                "language": "da",
                "select": ["stalling"],
                "ignore": ["stalling/b"],
                "severity": {"stalling/a": "info", "hostility": "warning"},
                "apology-rules": "on",
            },
            "tonelint.yaml:8",
        ),
        ("overrides", {"files": ["mail/old/"], "select": ["stalling/b"], "apology-rules": "off"}, "tonelint.yaml:14"),
        (
            "allow",
            {"rule": ["faceless"], "files": ["*.md"], "location": "macros[3]", "reason": "agreed with legal"},
            "tonelint.yaml:16",
        ),
        ("allow", {"rule": ["stalling", "hostility"]}, "tonelint.yaml:17"),
    ]
    assert rules() == {
        "hostility/c": ("off", "ignore, tonelint.yaml:3"),
        "non-apology/d": ("warning", "default"),
        "stalling/a": ("error", "shared.yaml:1"),
        "stalling/b": ("error", "shared.yaml:1"),
        "suppression/invalid": ("warning", "default"),
        "suppression/unknown-rule": ("warning", "default"),
        "suppression/unmatched": ("warning", "default"),
        "suppression/unused": ("off", "ignore, tonelint.yaml:3"),
        "suppression/without-reason": ("warning", "default"),
    }


def test_a_file_under_an_override(team: Path) -> None:
    """Only what concerns the file is shown, later words instead of earlier ones."""
    shown = settings("mail/a.json")
    assert document("mail/a.json")["file"] == "mail/a.json"
    assert [each for each in shown if each[0] not in {"profile", "fail-on", "max", "baseline", "overrides"}] == [
        ("language", "da", "tonelint.yaml:9"),
        ("apology-rules", "on", "tonelint.yaml:13"),
        ("fields", {"files": ["mail/*.json"], "reply": ["svar"], "language": "locale"}, "tonelint.yaml:6"),
        ("company-addresses", "@example.se", "shared.yaml:3"),
        ("allow", {"rule": ["stalling", "hostility"]}, "tonelint.yaml:17"),
    ]
    assert [each[2] for each in shown if each[0] == "overrides"] == ["tonelint.yaml:8"]
    found = rules("mail/a.json")
    assert found["stalling/a"] == ("info", "tonelint.yaml:12")
    assert found["stalling/b"] == ("off", "ignore, tonelint.yaml:11")
    assert found["hostility/c"] == ("off", "ignore, tonelint.yaml:3")
    assert found["non-apology/d"] == ("off", "not selected, tonelint.yaml:10")


def test_a_file_under_two_overrides(team: Path) -> None:
    shown = settings("mail/old/a.md")
    assert [each[2] for each in shown if each[0] == "overrides"] == ["tonelint.yaml:8", "tonelint.yaml:14"]
    assert ("apology-rules", "off", "tonelint.yaml:14") in shown
    found = rules("mail/old/a.md")
    assert found["stalling/a"] == ("off", "not selected, tonelint.yaml:14")
    assert found["stalling/b"] == ("error", "shared.yaml:1")


def test_rules_that_apology_rules_switch_off(team: Path) -> None:
    write_files(team, {"other.yaml": "rules: rules\n\napology-rules: off\n"})
    assert rules("--config", "other.yaml")["non-apology/d"] == ("off", "apology-rules, other.yaml:3")


@pytest.mark.parametrize(
    ("file", "excluded_by"),
    [("a.md", None), ("drafts/a.md", 'the pattern "drafts/" in "exclude" of the configuration')],
)
def test_whether_a_file_is_left_out(team: Path, file: str, excluded_by: str | None) -> None:
    assert document(file)["excluded_by"] == excluded_by
    line = f"linted: no, left out by {excluded_by}" if excluded_by else "linted: yes"
    assert line in output(file).splitlines()


def test_the_text_shows_each_value_and_its_origin(team: Path) -> None:
    """As a whole only rules of which something was said are listed."""
    assert (
        output()
        == """\
configuration: tonelint.yaml
extends: shared.yaml

profile            strict                                        tonelint.yaml:2
fail-on            info                                          profile strict
max                3                                             shared.yaml:4
baseline           known.json                                    shared.yaml:5
language           as replies declare or show                    default
apology-rules      on                                            default
rules              rules                                         shared.yaml:2
exclude            drafts/                                       tonelint.yaml:4
fields             files: mail/*.json                            tonelint.yaml:6
                   reply: svar
                   language: locale
company-addresses  @example.se                                   shared.yaml:3
overrides          files: mail/, chat/*.md                       tonelint.yaml:8
                   language: da
                   select: stalling
                   ignore: stalling/b
                   severity: stalling/a info, hostility warning
                   apology-rules: on
overrides          files: mail/old/                              tonelint.yaml:14
                   select: stalling/b
                   apology-rules: off
allow              rule: faceless                                tonelint.yaml:16
                   files: *.md
                   location: macros[3]
                   reason: agreed with legal
allow              rule: stalling, hostility                     tonelint.yaml:17

7 of 9 rules are in force (2 error, 5 warning, 0 info)
  error  stalling/a (otherwise warning)  shared.yaml:1
  error  stalling/b (otherwise warning)  shared.yaml:1
  off    hostility/c                     ignore, tonelint.yaml:3
  off    suppression/unused              ignore, tonelint.yaml:3
"""
    )


def test_the_text_of_a_file_lists_all_rules(team: Path) -> None:
    assert (
        output("mail/a.json").partition("in force")[2]
        == """\
 (0 error, 4 warning, 1 info)
  info     stalling/a (otherwise warning)  tonelint.yaml:12
  warning  suppression/invalid             default
  warning  suppression/unknown-rule        default
  warning  suppression/unmatched           default
  warning  suppression/without-reason      default
  off      hostility/c                     ignore, tonelint.yaml:3
  off      non-apology/d                   not selected, tonelint.yaml:10
  off      stalling/b                      ignore, tonelint.yaml:11
  off      suppression/unused              ignore, tonelint.yaml:3
"""
    )


def test_what_would_steer_a_terminal_is_made_visible(team: Path) -> None:
    write_files(team, {"other.yaml": 'allow: [{rule: hostility, reason: "\\e[31mred"}]\nrules: rules\n'})
    assert "\x1b" not in output("--config", "other.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("max: many\n", r"^other\.yaml:1:6: a whole number from 0"),
        ("rules: rules\nignore: [stalling/aa]\n", r'^other\.yaml:2:10: unknown rule or category "stalling/aa"'),
    ],
)
def test_a_wrong_configuration_is_refused(team: Path, text: str, message: str) -> None:
    write_files(team, {"other.yaml": text})
    with pytest.raises(ConfigurationError, match=message):
        output("--config", "other.yaml")
