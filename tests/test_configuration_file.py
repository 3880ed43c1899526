"""The configuration on the disk: where it is looked for, and what it extends."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.helpers import write_files
from tonelint.configuration import Configuration, Profile
from tonelint.configuration_file import configuration
from tonelint.errors import ConfigurationError
from tonelint.model import Language, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from tonelint.errors import Fault

TABLE = "[tool.tonelint]\nmax = 1\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, with the working directory in a folder of it."""
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "mail").mkdir()
    monkeypatch.chdir(tmp_path / "repository" / "mail")
    return tmp_path


def found(named: Path | None = None) -> str:
    return configuration(named).path


def faults(named: Path | None = None) -> tuple[Fault, ...]:
    with pytest.raises(ConfigurationError) as caught:
        configuration(named)
    return caught.value.faults


def test_none_is_needed(folder: Path) -> None:
    assert configuration() == Configuration()


def test_the_nearest_is_found_in_the_repository(folder: Path) -> None:
    """Above the root of the repository there is none that counts."""
    text = "company-addresses: ['@example.se']\n"
    write_files(folder, {"tonelint.yaml": text})
    assert found() == ""
    write_files(folder, {"repository/.tonelint.yaml": text})
    assert found() == (folder / "repository" / ".tonelint.yaml").as_posix()
    write_files(folder, {"repository/mail/pyproject.toml": TABLE})
    assert found() == "pyproject.toml"
    assert found(folder / "tonelint.yaml") == (folder / "tonelint.yaml").as_posix()


def test_one_may_be_looked_for_elsewhere(folder: Path) -> None:
    """Its patterns start from its folder; paths of files still start from the working directory."""
    write_files(folder, {"repository/tonelint.yaml": "overrides: [{files: chat/, language: da}]\n"})
    write_files(folder, {"repository/chat/x/a.md": "", "repository/mail/tonelint.yaml": "max: 1\n"})
    read = configuration(start=folder / "repository" / "chat" / "x")
    assert read.path == (folder / "repository" / "tonelint.yaml").as_posix()
    assert read.settings("../chat/x/a.md").language is Language.DA


@pytest.mark.parametrize("text", ["", '[project]\nname = "x"\n', '[project]\ndependencies = ["tonelint"]\n'])
def test_a_pyproject_that_says_nothing_of_tonelint_is_passed_over(folder: Path, text: str) -> None:
    write_files(folder, {"repository/mail/pyproject.toml": text, "repository/pyproject.toml": TABLE})
    assert found() == (folder / "repository" / "pyproject.toml").as_posix()
    write_files(folder, {"repository/mail/tonelint.yaml": "max: 1\n"})
    assert found() == "tonelint.yaml"


def test_the_broken_toml_of_others_is_passed_over(folder: Path) -> None:
    """It is told by those who read it."""
    write_files(folder, {"repository/mail/pyproject.toml": "[project\n"})
    assert configuration() == Configuration()


def test_two_in_one_folder_are_one_too_many(folder: Path) -> None:
    """Neither may silently count for nothing."""
    write_files(folder, {"repository/mail/tonelint.yaml": "max: 1\n", "repository/mail/pyproject.toml": TABLE})
    assert [str(fault) for fault in faults()] == [
        "pyproject.toml: a second configuration beside tonelint.yaml; put both in one file"
    ]
    write_files(folder, {"repository/mail/.tonelint.yaml": "max: 1\n"})
    assert [fault.path for fault in faults()] == [".tonelint.yaml", "pyproject.toml"]


@pytest.mark.parametrize("name", ["tonelint.yml", ".tonelint.yml", "tonelint.toml", ".tonelint.toml"])
def test_one_under_a_name_that_is_not_looked_for_is_told_of(folder: Path, name: str) -> None:
    """It may not silently count for nothing either. Where a configuration is named, or nearer, none is looked for."""
    write_files(folder, {f"repository/{name}": "max: 1\n"})
    (fault,) = faults()
    assert str(fault).endswith(
        f"repository/{name}: not read under this name; a configuration is called tonelint.yaml,"
        " or stands in pyproject.toml"
    )
    write_files(folder, {"repository/mail/tonelint.yaml": "max: 1\n"})
    assert found() == "tonelint.yaml"


def test_paths_start_from_the_folder_of_the_file(folder: Path) -> None:
    text = "fields: [{files: 'mail/*.json', reply: a}]\nrules: [own, mail/rules, mail]\nbaseline: mail/known.json\n"
    write_files(folder, {"repository/tonelint.yaml": text, "repository/own/x": "", "repository/mail/rules/x": ""})
    read = configuration()
    root = (folder / "repository").as_posix()
    assert read.reading.fields[0].folder == read.folder == root
    assert read.reading.here == f"{root}/mail"
    assert read.rule_folders == (f"{root}/own", "rules", ".")
    assert read.baseline == "known.json"


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"^gone\.yaml: cannot be read: No such file"):
        configuration(folder / "repository" / "mail" / "gone.yaml")
    write_files(folder, {"repository/mail/tonelint.yaml": b"\xe5\xff"})
    with pytest.raises(ConfigurationError, match=r"^tonelint\.yaml: not UTF-8"):
        configuration()


def test_a_toml_file_that_is_named_must_hold_the_table(folder: Path) -> None:
    write_files(folder, {"repository/mail/other.toml": "[tool.tonelnt]\nmax = 1\n"})
    path = folder / "repository" / "mail" / "other.toml"
    assert [str(fault) for fault in faults(path)] == ["other.toml: no table [tool.tonelint] in this file"]


def test_a_folder_of_rules_that_is_not_there_is_said_at_its_line(folder: Path) -> None:
    write_files(folder, {"repository/mail/tonelint.yaml": "rules:\n  - gone\n  - ../../gone\n"})
    above = (folder / "gone").as_posix()
    assert [(each.line, each.column, each.message) for each in faults()] == [
        (2, 5, "no such folder: gone"),
        (3, 5, f"no such folder: {above}"),
    ]


SHARED = """\
profile: strict
rules: [rules]
select: [stalling]
ignore: [stalling/forwarded]
severity: {stalling: info, hostility: error}
language: sv
max: 3
baseline: known.json
exclude: [old/]
fields: [{files: 'a/*.json', reply: a}]
company-addresses: ['@example.se']
overrides: [{files: 'da/*.md', language: da}]
allow: [{rule: faceless, files: 'a/*.json'}]
"""
OWN = """\
extends: [../shared/tone.yaml]
rules: [rules]
select: [hostility]
ignore: [hostility/scorn]
severity: {stalling: warning}
max: 0
exclude: [new/]
fields: [{files: 'b/*.json', reply: b}]
company-addresses: ['@example.dk', '@EXAMPLE.se']
overrides: [{files: 'b/*.md', language: en}]
allow: [{rule: stalling, files: 'b/*.json'}]
"""


def test_lists_grow_and_values_are_replaced_by_those_of_the_file_that_extends(folder: Path) -> None:
    """Patterns count from the folder of the file in force, rules and baseline from that of the file that names them."""
    write_files(
        folder,
        {
            "repository/shared/tone.yaml": SHARED,
            "repository/shared/rules/x": "",
            "repository/mail/tonelint.yaml": OWN,
            "repository/mail/rules/x": "",
        },
    )
    read = configuration()
    root = (folder / "repository").as_posix()
    assert read.path == "tonelint.yaml"
    assert [layer.path for layer in read.layers] == [f"{root}/shared/tone.yaml", "tonelint.yaml"]
    assert read.profile is Profile.STRICT
    assert read.fail_on is Severity.INFO
    assert read.rule_folders == (f"{root}/shared/rules", "rules")
    assert read.baseline == f"{root}/shared/known.json"
    assert read.most == 0
    assert read.exclude == ("old/", "new/")
    assert read.base.language is Language.SV
    assert read.base.choice.select == frozenset({"hostility"})
    assert read.base.choice.ignore == {"stalling/forwarded", "hostility/scorn"}
    assert dict(read.base.choice.severities) == {"stalling": Severity.WARNING, "hostility": Severity.ERROR}
    assert read.reading.company_addresses == ("@example.se", "@example.dk")
    assert {(each.files, each.folder) for each in read.reading.fields} == {
        (("a/*.json",), f"{root}/mail"),
        (("b/*.json",), f"{root}/mail"),
    }
    assert [each.names for each in read.allow] == [("faceless",), ("stalling",)]
    assert read.settings("da/x.md").language is Language.DA
    assert read.settings("b/x.md").language is Language.EN
    assert [each.value for each in read.globs] == ["b/*.json", "b/*.md", "b/*.json"]
    assert [each.value for each in read.exclusions] == ["new/"]


def test_what_two_files_extend_counts_once_and_gives_way_to_both(folder: Path) -> None:
    write_files(
        folder,
        {
            "repository/mail/tonelint.yaml": "extends: [a.yaml, pack/b.toml]\n",
            "repository/mail/a.yaml": "extends: base.yaml\nmax: 2\nlanguage: da\n",
            "repository/mail/pack/b.toml": '[tool.tonelint]\nextends = "../base.yaml"\nlanguage = "en"\n',
            "repository/mail/base.yaml": "max: 1\nlanguage: sv\nexclude: [old/]\n",
        },
    )
    read = configuration()
    assert [layer.path for layer in read.layers] == ["base.yaml", "a.yaml", "pack/b.toml", "tonelint.yaml"]
    assert (read.most, read.base.language, read.exclude) == (2, Language.EN, ("old/",))


@pytest.mark.parametrize(
    ("files", "place", "message"),
    [
        pytest.param({"tonelint.yaml": "max: 1\nextends:\n  - gone.yaml\n"}, "tonelint.yaml:3:5",
                     "no such file: gone.yaml", id="missing"),
        pytest.param({"tonelint.yaml": "extends: [., ]\n"}, "tonelint.yaml:1:11",
                     "a folder; name the file in it", id="a folder"),
        pytest.param({"tonelint.yaml": "extends: a.toml\n", "a.toml": ""}, "tonelint.yaml:1:10",
                     "no table [tool.tonelint] in a.toml", id="a table missing"),
        pytest.param({"tonelint.yaml": "extends: tonelint.yaml\n"}, "tonelint.yaml:1:10",
                     "extends itself in a circle: tonelint.yaml → tonelint.yaml", id="itself"),
        pytest.param(
            {"tonelint.yaml": "extends: a.yaml", "a.yaml": "extends: p/b.yaml", "p/b.yaml": "extends:\n- ../a.yaml\n"},
            "p/b.yaml:2:3", "extends itself in a circle: a.yaml → p/b.yaml → a.yaml", id="a circle"),
        pytest.param({"tonelint.yaml": "extends: a.yaml\n", "a.yaml": "max: 1\nmost: 2\n"}, "a.yaml:2:1",
                     'unknown key "most"', id="a fault in what is extended"),
    ],
)  # fmt: skip
def test_what_cannot_be_extended_is_said_at_its_line(
    folder: Path, files: dict[str, str | bytes], place: str, message: str
) -> None:
    write_files(folder / "repository" / "mail", files)
    (fault,) = faults()
    assert f"{fault.path}:{fault.line}:{fault.column}" == place
    assert message in fault.message


def test_a_chain_of_many_files_is_read(folder: Path) -> None:
    """However long it is."""
    names = [f"{number}.yaml" for number in range(1500)]
    texts = [f"extends: {name}\n" for name in names[1:]] + ["max: 7\n"]
    write_files(folder / "repository" / "mail", dict(zip(names, texts, strict=True)))
    os.symlink(folder / "repository" / "mail" / "0.yaml", folder / "repository" / "mail" / "tonelint.yaml")
    assert configuration().most == 7
