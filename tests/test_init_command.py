"""``tonelint init``: what it writes, where, and when it refuses."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.helpers import write_files
from tonelint.cli.init import init
from tonelint.configuration_file import check_patterns, configuration
from tonelint.errors import ConfigurationError
from tonelint.model import Language

SV = "Hej {{ kund.namn }}!\n\nVi beklagar att paketet är försenat, och vi skickar ett nytt i dag.\n"
DA = "Hej {{ kunde.navn }}!\n\nVi beklager, at pakken er forsinket, og vi sender en ny i dag.\n"
EN = "Hi {{ customer.first_name }}!\n\nWe are sorry that it is late, and we are sending you a new one today.\n"
MACROS = '{"macros": [{"title": "Late", "actions": [{"field": "comment_value", "value": "We are sorry it is late."}]}]}'
OWN = """\
svar:
  - namn: sen
    text: Vi beklagar att ditt paket är försenat. Vi skickar ett nytt till dig redan i dag.
  - namn: borta
    text: Vi har letat efter paketet i tre dagar och inte funnit det. Pengarna kommer i morgon.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    write_files(
        tmp_path,
        {
            "mallar/sv/sen.md": SV, "mallar/da/sen.md": DA, "mallar/en/late.html": f"<p>{EN}</p>",
            "mallar/kvitto.sv.md": SV, "makron/zendesk.json": MACROS, "data/svar.yaml": OWN,
            "build/sv/a.md": EN, ".gitignore": "build/\n", "package.json": "{}",
        },
    )  # fmt: skip
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(init, arguments)


def refused(*arguments: str) -> str:
    """What is said where nothing is written; `main` ends with 2 then."""
    result = run(*arguments)
    assert isinstance(result.exception, ConfigurationError)
    return str(result.exception)


def test_the_configuration_can_be_read_at_once(folder: Path) -> None:
    """What git ignores has no part in it, and no language is firm before somebody has said so."""
    assert run().exit_code == 0
    decided = configuration()
    assert {decided.settings(path).language for path in ("mallar/sv/a.md", "x.sv.md", "b.md")} == {None}
    assert "build/" not in (folder / "tonelint.yaml").read_text(encoding="utf-8")


def test_the_patterns_of_its_overrides_all_match(folder: Path) -> None:
    run()
    written = (folder / "tonelint.yaml").read_text(encoding="utf-8")
    before, overrides, after = re.split(r"^(#overrides:\n(?:# .*\n)+)", written, flags=re.MULTILINE)
    uncommented = before + re.sub("^#", "", overrides, flags=re.MULTILINE) + after
    (folder / "tonelint.yaml").write_text(uncommented, encoding="utf-8")
    decided = configuration()
    assert decided.settings("mallar/sv/a.md").language is Language.SV
    check_patterns(decided)


def test_it_is_no_file_of_data_itself(folder: Path) -> None:
    """A second run sees what the first has seen."""
    before = run("--print").output
    run()
    assert run("--print").output == before


def test_what_was_seen_is_said(folder: Path) -> None:
    output = run().output
    assert output.startswith("written: tonelint.yaml\n\n5 files to lint: 3 .md, 1 .html, 1 .json\n")
    assert 'data/svar.yaml: sentences, but no reply in a known shape; see "fields" in tonelint.yaml\n' in output
    assert '#    reply: "svar[].text"\n#    id: "namn"\n' in (folder / "tonelint.yaml").read_text(encoding="utf-8")


def test_printing_writes_nothing(folder: Path) -> None:
    result = run("--print")
    assert result.output.startswith("# The configuration of tonelint")
    assert not (folder / "tonelint.yaml").exists()


@pytest.mark.parametrize("name", ["tonelint.yaml", ".tonelint.yaml"])
def test_a_configuration_that_is_there_is_left_alone(folder: Path, name: str) -> None:
    (folder / name).write_text("profile: strict\n", encoding="utf-8")
    message = refused()
    assert message.startswith(f"{name}: a configuration is here already; --force writes over it")
    assert (folder / name).read_text(encoding="utf-8") == "profile: strict\n"
    assert run("--print").exit_code == 0


def test_a_refusal_ends_with_2_on_the_command_line(folder: Path) -> None:
    (folder / "tonelint.yaml").write_text("profile: strict\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "tonelint", "init"], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: tonelint.yaml: a configuration is here already; --force")


@pytest.mark.parametrize("name", ["tonelint.yaml", ".tonelint.yaml"])
def test_force_writes_over_the_one_that_is_there(folder: Path, name: str) -> None:
    """Under its own name: two configurations in one folder are an error."""
    (folder / name).write_text("profile: strict\n", encoding="utf-8")
    assert run("--force").output.startswith(f"written: {name}\n")
    assert configuration().path == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_table_in_a_project_file_is_never_written_over(folder: Path, encoding: str) -> None:
    (folder / "pyproject.toml").write_text('[tool.tonelint]\nprofile = "strict"\n', encoding=encoding)
    assert refused("--force") == "pyproject.toml: it holds a table [tool.tonelint] already; take that out first"


@pytest.mark.parametrize("text", ["[tool.other]\n", "[tool", "tool = 3\n", "x = 'tonelint'\n"])
def test_a_project_file_without_the_table_is_none(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    assert run().exit_code == 0


def test_a_link_is_replaced_and_not_followed(folder: Path) -> None:
    outside = folder.parent / f"{folder.name}-outside.yaml"
    outside.write_text("profile: strict\n", encoding="utf-8")
    (folder / "tonelint.yaml").symlink_to(outside)
    assert "already" in refused()
    run("--force")
    assert outside.read_text(encoding="utf-8") == "profile: strict\n"
    assert not (folder / "tonelint.yaml").is_symlink()


def test_a_link_to_nothing_is_something_that_is_there(folder: Path) -> None:
    (folder / "tonelint.yaml").symlink_to(folder / "missing")
    assert "already" in refused()


def test_a_folder_of_that_name_is_not_replaced(folder: Path) -> None:
    (folder / "tonelint.yaml").mkdir()
    assert "tonelint.yaml: cannot be written: " in refused("--force")
    assert left_over(folder) == []


def test_a_folder_that_may_not_be_written_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be allowed everything, so the refusal is made up."""

    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    assert refused() == "tonelint.yaml: cannot be written: Permission denied; --print prints what would be written"
    assert left_over(folder) == []


def test_the_file_may_be_read_by_those_who_may_read_new_files(folder: Path) -> None:
    before = os.umask(0o022)
    try:
        run()
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "tonelint.yaml").stat().st_mode) == 0o644


def test_an_empty_folder_gets_a_configuration_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "no file with replies was found here" in run().output
    assert configuration().path == "tonelint.yaml"


def test_files_that_are_large_are_not_looked_into(folder: Path) -> None:
    """They take long to read; they are counted, and linted later like others."""
    (folder / "large.md").write_text("Vi beklagar. " * 100_000, encoding="utf-8")
    assert "(7 of 8 files were looked into)" in run().output


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".tonelint-")]
