"""What a configuration comes to for a file, and whether what it names exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tonelint.configuration import Configuration, Settings, check_names, combined, read_layer
from tonelint.configuration.patterns import from_folder
from tonelint.configuration_file import configuration
from tonelint.errors import ConfigurationError
from tonelint.model import Language, Severity
from tonelint.reading.fields import fields_of
from tonelint.rulebook.choice import Choice
from tonelint.rulebook.ruleset import bundled
from tonelint.upkeep import UPKEEP_RULES, WITHOUT_REASON

if TYPE_CHECKING:
    from pathlib import Path


def read(*texts: str, here: str = "/team") -> Configuration:
    """The configuration of files that each extend the one before."""
    layers = [read_layer(f"{number}.yaml", text, "/team") for number, text in enumerate(texts)]
    return combined([layer for layer in layers if layer], here)


OVERRIDES = """\
language: en
ignore: [faceless]
severity: {stalling: info}
overrides:
  - files: ["da/", "*.da.md"]
    language: da
    severity: {hostility: error}
  - files: da/old/**
    select: [stalling]
    severity: {hostility: warning}
"""


@pytest.mark.parametrize(
    ("path", "language", "select", "severities"),
    [
        pytest.param("a.md", "en", None, {"stalling": 1}, id="no override"),
        pytest.param("old/a.md", "en", None, {"stalling": 1}, id="a folder of the same name elsewhere"),
        pytest.param("a.da.md", "da", None, {"hostility": 3, "stalling": 1}, id="one"),
        pytest.param("/team/da/x/a.md", "da", None, {"hostility": 3, "stalling": 1}, id="an absolute path"),
        pytest.param("/other/da/a.md", "en", None, {"stalling": 1}, id="outside of the folder"),
        pytest.param("da/old/a.md", "da", {"stalling"}, {"hostility": 2, "stalling": 1}, id="two, the later one wins"),
        pytest.param("<stdin>", "en", None, {"stalling": 1}, id="standard input"),
    ],
)
def test_the_settings_of_a_file(path: str, language: str, select: set[str] | None, severities: dict[str, int]) -> None:
    weights = {name: Severity(number) for name, number in severities.items()}
    expected = Settings(Language(language), Choice.of(select or (), ["faceless"], weights))
    assert read(OVERRIDES).settings(path) == expected


def test_patterns_start_from_the_folder_of_the_configuration_wherever_one_stands() -> None:
    below = read(OVERRIDES, here="/team/da/old")
    assert below.settings("a.md").choice.select == frozenset({"stalling"})
    assert below.settings("../a.md").language is Language.DA
    assert below.settings("../../a.md").language is Language.EN
    assert read(OVERRIDES, here="/elsewhere").settings("da/a.md").language is Language.EN


@pytest.mark.parametrize("named", ["real", "link"])
def test_patterns_know_a_file_by_whatever_links_it_was_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """Whether the configuration is named by a link or not; only the link of a file keeps its own name."""
    mail = tmp_path / "real/mail"
    mail.mkdir(parents=True)
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "inside").symlink_to("real/mail")
    (tmp_path / "elsewhere").mkdir()
    text = (
        "overrides: [{files: mail/*.md, ignore: [stalling]}]\n"
        "allow: [{rule: hostility, files: mail/a.md, reason: x}]\n"
        "fields: [{files: mail/*.yaml, reply: a}]"
    )
    (tmp_path / "real/tonelint.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "elsewhere")
    decided = configuration(tmp_path / named / "tonelint.yaml")
    for folder in ("real/mail", "link/mail", "inside"):
        for path in (f"{tmp_path.as_posix()}/{folder}/a.md", f"../{folder}/a.md"):
            assert [len(decided.overrides_of(path)), len(decided.permissions_of(path))] == [1, 1]
            assert fields_of(path.replace(".md", ".yaml"), decided.reading) == decided.reading.fields[0]
    assert not decided.overrides_of("../elsewhere/mail/a.md")
    assert not decided.overrides_of("../mail/a.md")
    (tmp_path / "elsewhere/b.md").symlink_to(mail / "b.md")
    assert not decided.overrides_of("b.md")


def test_files_of_equal_settings_share_a_key() -> None:
    configuration = read(OVERRIDES)
    assert len({configuration.settings(f"{number}.md") for number in range(9)}) == 1
    assert len({configuration.settings(f"da/{number}.md") for number in range(9)}) == 1


def test_the_command_line_wins() -> None:
    asked = Settings(Language.SV, Choice.of(["faceless"], severities={"hostility": Severity.INFO}))
    settings = read(OVERRIDES).asking(asked).settings("da/old/a.md")
    assert settings.language is Language.SV
    assert settings.choice.select == frozenset({"faceless"})
    assert settings.choice.ignore == set()
    assert dict(settings.choice.severities)["hostility"] is Severity.INFO
    assert Configuration().asking(asked).settings("a.md") == asked


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        pytest.param("ignore: [faceless]", Choice.of(["hostility"], ["faceless"]), id="the same for all files"),
        pytest.param(OVERRIDES, Choice.of(["hostility"]), id="overrides may bring back what the base leaves out"),
    ],
)
def test_what_no_file_needs(text: str, limit: Choice) -> None:
    assert read(text).asking(Settings(choice=Choice.of(["hostility"]))).limit == limit


def test_without_a_configuration_nothing_is_said() -> None:
    assert Configuration().settings("a.md") == Settings()
    assert Configuration().globs == []
    assert Configuration().exclusions == []
    check_names(Configuration(), bundled())


@pytest.mark.parametrize(
    ("texts", "fail_on"),
    [
        pytest.param(["max: 1"], Severity.WARNING, id="nothing said"),
        pytest.param(["profile: default"], Severity.WARNING, id="the default profile"),
        pytest.param(["profile: strict"], Severity.INFO, id="the strict profile"),
        pytest.param(["profile: strict\nfail-on: error"], Severity.ERROR, id="what is said beats the profile"),
        pytest.param(["profile: strict", "profile: default"], Severity.WARNING, id="a later profile"),
        pytest.param(["fail-on: never"], None, id="never"),
        pytest.param(["fail-on: never", "fail-on: info"], Severity.INFO, id="a later word"),
    ],
)
def test_from_which_severity_findings_fail_a_run(texts: list[str], fail_on: Severity | None) -> None:
    assert read(*texts).fail_on is fail_on


@pytest.mark.parametrize(("text", "needed"), [("max: 1", False), ("profile: strict", True)])
def test_the_strict_profile_wants_reasons(text: str, needed: bool) -> None:
    configuration = read(text)
    in_force = configuration.upkeep(configuration.settings("a.md"))
    assert configuration.needs_reasons is needed
    assert in_force.keys() == {rule.id for rule in UPKEEP_RULES if needed or rule is not WITHOUT_REASON}


def test_what_is_said_about_permissions_may_be_ignored_for_some_files() -> None:
    configuration = read("overrides:\n  - {files: old/, ignore: suppression/unused, severity: {suppression: info}}\n")
    in_force = configuration.upkeep(configuration.settings("old/a.md"))
    assert "suppression/unused" not in in_force
    assert set(in_force.values()) == {Severity.INFO}
    assert "suppression/unused" in configuration.upkeep(configuration.settings("a.md"))


NAMES = """\
overrides:
  - files: a.md
    select: [faceles]
select: [stalling, suppression]
ignore:
  - stalling/forwardet
severity:
  suppression/unused: error
  hostilty: error
allow:
  - rule: [hostility, stall]
"""


def test_names_that_do_not_exist_are_said_at_their_places() -> None:
    with pytest.raises(ConfigurationError) as caught:
        check_names(read(NAMES), bundled())
    assert [(each.path, each.line, each.column, each.excerpt.strip()) for each in caught.value.faults] == [
        ("0.yaml", 3, 14, "select: [faceles]"),
        ("0.yaml", 6, 5, "- stalling/forwardet"),
        ("0.yaml", 9, 3, "hostilty: error"),
        ("0.yaml", 11, 23, "- rule: [hostility, stall]"),
    ]
    messages = [each.message for each in caught.value.faults]
    assert messages[0].startswith('unknown rule or category "faceles"; did you mean "faceless"')
    assert messages[1].startswith('unknown rule or category "stalling/forwardet"; did you mean "stalling/')
    assert messages[2].startswith('unknown rule or category "hostilty"; did you mean "hostility"')


def test_names_are_told_by_all_files_and_in_toml() -> None:
    layer = read_layer("pyproject.toml", "[tool.tonelint.severity]\nhostility = 'info'\n'stallin' = 'info'\n", "/team")
    first = read_layer("a.yaml", "ignore: [stallin]\n", "/team")
    assert layer
    assert first
    with pytest.raises(ConfigurationError) as caught:
        check_names(combined([first, layer], "/team"), bundled())
    places = [(each.path, each.line, each.column) for each in caught.value.faults]
    assert places == [("a.yaml", 1, 10), ("pyproject.toml", 3, 2)]


def test_all_known_names_are_known() -> None:
    names = ", ".join(bundled().names)
    check_names(read(f"ignore: [{names}]\n"), bundled())


def test_the_patterns_of_its_own_file_have_their_places() -> None:
    """Those of a file that others extend need not stand for anything."""
    configuration = read(
        "exclude: [old/]\noverrides: [{files: a.md, language: sv}]\n",
        "exclude: ['!b', c]\nallow:\n  - {rule: a, files: [b/*.json, c.md]}\n",
    )
    shown = [(each.value, str(each.place), each.place.column) for each in configuration.globs]
    assert shown == [("b/*.json", "1.yaml:3", 23), ("c.md", "1.yaml:3", 33)]
    assert [(each.value, each.place.column) for each in configuration.exclusions] == [("!b", 12), ("c", 17)]
    assert configuration.exclude == ("old/", "!b", "c")


@pytest.mark.parametrize(
    ("folder", "path", "shown"),
    [
        ("/team", "rules", "/team/rules"),
        ("/team/mail", "rules", "rules"),
        ("/team/mail", "../mail/x/./rules", "x/rules"),
        ("/team/mail", "/else/rules", "/else/rules"),
        ("/team", "mail", "."),
        ("/team", "mailing", "/team/mailing"),
    ],
)
def test_a_path_is_shown_from_the_working_directory(folder: str, path: str, shown: str) -> None:
    assert from_folder(folder, path, "/team/mail") == shown
