"""A team's configuration: what it may say, and every way in which it can be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import pointed_at, write_files
from tonelint.configuration import Configuration, read_configuration
from tonelint.configuration_file import configuration
from tonelint.errors import ConfigurationError
from tonelint.reading import Fields, ReadOptions

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
fields:
  - files: "exports/*.csv"
    reply: svar
  - files: [a.json, "b/**/*.yaml"]
    reply: ["answers[].text", '"a.b".*']
    language: locale
    customer: question
    id: number
company-addresses: ["@Example.se", help@example.dk]
"""


def test_everything_that_may_be_said() -> None:
    assert read_configuration("tonelint.yaml", WHOLE, "/team", "/team/mail") == Configuration(
        ReadOptions(
            (
                Fields(("exports/*.csv",), ("svar",), "/team"),
                Fields(
                    ("a.json", "b/**/*.yaml"), ("answers[].text", '"a.b".*'), "/team", "locale", "question", "number"
                ),
            ),
            ("@example.se", "help@example.dk"),
            "/team/mail",
        ),
        "tonelint.yaml",
    )


@pytest.mark.parametrize(
    ("text", "pointed", "message"),
    [
        pytest.param("", "", "the file is empty", id="nothing"),
        pytest.param("fields: [\n", "", "not YAML", id="broken"),
        pytest.param("field: []\n", "field", 'unknown key "field"; did you mean "fields"', id="an unknown key"),
        pytest.param("fields: []\n", "[]", "the list is empty", id="an empty list"),
        pytest.param("fields: x\n", "x", "a list of mappings is wanted here, not a text", id="no list"),
        pytest.param("fields:\n  - reply: x\n", "reply: x", 'the key "files" is missing', id="no files"),
        pytest.param("fields:\n  - files: x\n", "files: x", 'the key "reply" is missing', id="no reply"),
        pytest.param(
            "fields:\n  - {files: x, reply: y, langauge: z}\n", "langauge", 'did you mean "language"', id="a slip"
        ),
        pytest.param("fields:\n  - {files: x, reply: 'a[b]'}\n", "a[b]'", '"a[b]" is no path', id="no path"),
        pytest.param("fields:\n  - {files: '', reply: a}\n", "', reply", "the text is empty", id="an empty pattern"),
        pytest.param("fields:\n  - {files: /a.json, reply: a}\n", "/a.json", "an absolute path", id="an absolute path"),
        pytest.param("fields:\n  - {files: '{a,b}.json', reply: a}\n", "{a,b}", "braces are not known", id="braces"),
        pytest.param("fields:\n  - {files: a.md, reply: a}\n", "a.md", 'files named ".md" are no data', id="no data"),
        pytest.param('company-addresses: ["@"]\n', '@"', "is no mail address", id="an address of nobody"),
        pytest.param("company-addresses: [example.se]\n", "example.se", "is no mail address", id="no address"),
        pytest.param("company-addresses: &a [b@c.se]\n", "&a [b@", "anchors are not used here", id="an anchor"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(text: str, pointed: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_configuration("tonelint.yaml", text, "/team", "/team")
    (fault,) = caught.value.faults
    assert fault.path == "tonelint.yaml"
    assert message in fault.message
    assert pointed_at(text, fault).startswith(pointed)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_configuration("tonelint.yaml", "a: 1\nfields:\n  - files: x\nb: 2\n", "/team", "/team")
    assert [fault.line for fault in caught.value.faults] == [1, 3, 4]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "mail").mkdir()
    monkeypatch.chdir(tmp_path / "repository" / "mail")
    return tmp_path


def found(named: Path | None = None) -> str:
    return configuration(named).path


def test_none_is_needed(folder: Path) -> None:
    assert configuration() == Configuration()


def test_the_nearest_is_found_in_the_repository(folder: Path) -> None:
    """Above the root of the repository there is none that counts."""
    text = "company-addresses: ['@example.se']\n"
    write_files(folder, {"tonelint.yaml": text})
    assert found() == ""
    write_files(folder, {"repository/.tonelint.yaml": text})
    assert found() == (folder / "repository" / ".tonelint.yaml").as_posix()
    write_files(folder, {"repository/tonelint.yaml": text})
    assert found() == (folder / "repository" / "tonelint.yaml").as_posix()
    write_files(folder, {"repository/mail/tonelint.yaml": text})
    assert found() == "tonelint.yaml"
    assert found(folder / "tonelint.yaml") == (folder / "tonelint.yaml").as_posix()


def test_patterns_start_from_the_folder_of_the_file(folder: Path) -> None:
    write_files(folder, {"repository/tonelint.yaml": "fields: [{files: 'mail/*.json', reply: a}]\n"})
    reading = configuration().reading
    assert reading.fields[0].folder == (folder / "repository").as_posix()
    assert reading.here == (folder / "repository" / "mail").as_posix()


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"^gone\.yaml: cannot be read: No such file"):
        configuration(folder / "repository" / "mail" / "gone.yaml")
    write_files(folder, {"repository/mail/tonelint.yaml": b"\xe5\xff"})
    with pytest.raises(ConfigurationError, match=r"^tonelint\.yaml: not UTF-8"):
        configuration()
