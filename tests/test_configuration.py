"""A configuration file: everything that may stand in one, and every way in which it can be wrong."""

from __future__ import annotations

import json

import pytest

from tests.helpers import pointed_at
from tonelint.configuration import Configuration, Profile, Settings, combined, read_layer
from tonelint.errors import ConfigurationError
from tonelint.model import Language, Severity
from tonelint.permissions import Permission
from tonelint.reading import Fields, ReadOptions
from tonelint.rulebook.choice import Choice

WHOLE = """\
extends: shared/tone.yaml
profile: strict
rules: [tone-rules, ../rules]
select: [stalling, hostility/scorn, missing-apology]
ignore: [stalling/forwarded]
severity:
  stalling: error
  hostility/scorn: info
language: sv
apology-rules: off
fail-on: never
max: 12
baseline: tone/known.json
exclude: ["drafts/", "!drafts/ready.md"]
fields:
  - files: "exports/*.csv"
    reply: svar
  - files: [a.json, "b/**/*.yaml"]
    reply: ["answers[].text", '"a.b".*']
    language: locale
    customer: question
    id: number
company-addresses: ["@Example.se", help@example.dk]
overrides:
  - files: "**/*.da.md"
    language: da
  - {files: [old/, "mail/*.txt"], select: hostility, ignore: [faceless], severity: {faceless: info}, apology-rules: on}
allow:
  - rule: stalling/forwarded
    files: macros.json
    location: macros[3]
    reason: >
      agreed with
      legal
  - rule: [faceless, hostility/scorn]
"""

AS_TOML = """\
[project]
name = "macros"

[tool.tonelint]
extends = ["shared/tone.yaml"]
profile = "strict"
rules = ["tone-rules", "../rules"]
select = ["stalling", "hostility/scorn", "missing-apology"]
ignore = ["stalling/forwarded"]
language = "sv"
apology-rules = "off"
fail-on = "never"
max = 12
baseline = "tone/known.json"
exclude = [
    "drafts/",  # not ready
    "!drafts/ready.md",
]
company-addresses = ["@Example.se", "help@example.dk"]

[tool.tonelint.severity]
stalling = "error"
"hostility/scorn" = "info"

[[tool.tonelint.fields]]
files = "exports/*.csv"
reply = "svar"

[[tool.tonelint.fields]]
files = ["a.json", "b/**/*.yaml"]
reply = ["answers[].text", '"a.b".*']
language = "locale"
customer = "question"
id = "number"

[[tool.tonelint.overrides]]
files = "**/*.da.md"
language = "da"

[[tool.tonelint.overrides]]
files = ["old/", "mail/*.txt"]
select = "hostility"
ignore = ["faceless"]
severity = {faceless = "info"}
apology-rules = "on"

[[tool.tonelint.allow]]
rule = "stalling/forwarded"
files = "macros.json"
location = "macros[3]"
reason = "agreed with legal"

[[tool.tonelint.allow]]
rule = ["faceless", "hostility/scorn"]

[tool.other]
x = 1
"""


def read(text: str, path: str = "tonelint.yaml") -> Configuration:
    layer = read_layer(path, text, "/team")
    assert layer
    return combined([layer], "/team/mail")


@pytest.mark.parametrize(
    ("path", "text", "lines"),
    [
        pytest.param("../tonelint.yaml", WHOLE, (29, 35), id="YAML"),
        pytest.param("../pyproject.toml", AS_TOML, (47, 53), id="TOML"),
    ],
)
def test_everything_that_may_be_said(path: str, text: str, lines: tuple[int, int]) -> None:
    configuration = read(text, path)
    first, second = configuration.overrides
    severities = {"stalling": Severity.ERROR, "hostility/scorn": Severity.INFO}
    select = ["stalling", "hostility/scorn", "missing-apology"]
    assert configuration == Configuration(
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
        path,
        "/team",
        configuration.layers,
        rule_folders=("/team/tone-rules", "/rules"),
        base=Settings(Language.SV, Choice.of(select, ["stalling/forwarded"], severities, apology_rules=False)),
        overrides=(first, second),
        profile=Profile.STRICT,
        fail_on=None,
        most=12,
        baseline="/team/tone/known.json",
        exclude=("drafts/", "!drafts/ready.md"),
        allow=(
            Permission(
                ("stalling/forwarded",),
                "agreed with legal",
                ("macros.json",),
                "macros[3]",
                "/team",
                path,
                lines[0],
            ),
            Permission(("faceless", "hostility/scorn"), "", folder="/team", path=path, line=lines[1]),
        ),
    )
    assert first.settings == Settings(Language.DA)
    later = Choice.of(["hostility"], ["faceless"], {"faceless": Severity.INFO}, apology_rules=True)
    assert second.settings == Settings(None, later)
    assert [each.value for each in configuration.layers[0].extends] == ["shared/tone.yaml"]


@pytest.mark.parametrize("text", ["", "\n", "\ufeff# nothing yet\r\n\n  # select: [stalling]", "{}\n"])
def test_a_file_in_which_nothing_is_decided_is_a_configuration(text: str) -> None:
    """As ``tonelint init`` writes it, once somebody has put the last line behind a ``#``."""
    decided = read(text)
    assert (decided.path, decided.base, decided.fail_on, decided.overrides) == (
        "tonelint.yaml",
        Settings(),
        Severity.WARNING,
        (),
    )


def test_a_table_in_which_nothing_is_decided_is_a_configuration() -> None:
    assert read_layer("pyproject.toml", "[tool.tonelint]\n", "/team") is not None


@pytest.mark.parametrize("location", ["macros[3].actions[0].value", 'a["b c"]', "row 7, column reply", 'msgid "a [b"'])
def test_locations_are_those_that_reports_show(location: str) -> None:
    (permission,) = read(f"allow: [{{rule: stalling, location: {json.dumps(location)}}}]\n").allow
    assert permission.location == location


@pytest.mark.parametrize("location", ["macros[", "macros[x]", "macros]", 'a["b', 'msgid "a'])
def test_a_location_that_no_report_shows_is_refused(location: str) -> None:
    with pytest.raises(ConfigurationError, match="no location: reports show them"):
        read(f"allow: [{{rule: stalling, location: {json.dumps(location)}}}]\n")


def test_a_toml_file_without_the_table_holds_no_configuration() -> None:
    assert read_layer("pyproject.toml", '[project]\nname = "tonelint"\n', "/team") is None


@pytest.mark.parametrize(
    ("text", "pointed", "message"),
    [
        pytest.param("fields: [\n", "", "not YAML", id="broken"),
        pytest.param("- select\n", "- select", "a mapping is wanted here, not a list", id="a list"),
        pytest.param("field: []\n", "field", 'unknown key "field"; did you mean "fields"', id="an unknown key"),
        pytest.param("company-addresses: &a [b@c.se]\n", "&a [b@", "anchors are not used here", id="an anchor"),
        pytest.param("extends: []\n", "[]", "the list is empty", id="extends nothing"),
        pytest.param("extends: [https://example.com/tone.yaml]\n", "https:", "not an address", id="extends an address"),
        pytest.param("profile: strikt\n", "strikt", 'unknown profile "strikt"; did you mean "strict"', id="no profile"),
        pytest.param("rules: {a: b}\n", "{a: b}", "a text is wanted here, not a mapping", id="rules in a mapping"),
        pytest.param("rules: ['']\n", "']", "the text is empty", id="an empty folder"),
        pytest.param("select: []\n", "[]", "the list is empty", id="nothing selected"),
        pytest.param("select: [[a]]\n", "[a]]", "a text is wanted here, not a list", id="a list in a list"),
        pytest.param("select: [faceless]\nignore: [stalling, faceless]\n", "faceless]",
                     '"faceless" is selected in line 1; one of the two is not needed', id="selected and ignored"),
        pytest.param("severity: [error]\n", "[error]", "a mapping is wanted here, not a list", id="severities listed"),
        pytest.param("severity: {}\n", "{}", "the mapping is empty", id="no severity"),
        pytest.param("severity:\n  stalling: eror\n", "eror",
                     'unknown severity "eror"; did you mean "error"? allowed: info, warning, error', id="no severity"),
        pytest.param("language: no\n", "no", 'unknown language "no"; allowed: sv, da, en', id="another language"),
        pytest.param("language: [sv]\n", "[sv]", "a text is wanted here, not a list", id="languages"),
        pytest.param("apology-rules: false\n", "false", 'unknown apology-rules "false"; allowed: on, off',
                     id="neither on nor off"),
        pytest.param("fail-on: fatal\n", "fatal", 'unknown fail-on "fatal"; allowed: info, warning, error, never',
                     id="no threshold"),
        pytest.param("max: -1\n", "-1", 'a whole number from 0 is wanted here, not "-1"', id="less than none"),
        pytest.param("max: 1.5\n", "1.5", 'a whole number from 0 is wanted here, not "1.5"', id="half a finding"),
        pytest.param("max: all\n", "all", 'a whole number from 0 is wanted here, not "all"', id="no number"),
        pytest.param("max: [1]\n", "[1]", "a text is wanted here, not a list", id="numbers"),
        pytest.param("max:\n", "", "the text is empty", id="no most"),
        pytest.param("baseline: [a.json]\n", "[a.json]", "a text is wanted here, not a list", id="baselines"),
        pytest.param("exclude: ['# drafts']\n", "# drafts", "begins with # is a comment", id="a comment"),
        pytest.param("exclude: ['!']\n", "!'", "the pattern names nothing", id="a sign alone"),
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
        pytest.param("fields:\n  - {files: 'a\\b.json', reply: a}\n", "a\\b", 'folders are separated by "/"',
                     id="backslashes"),
        pytest.param("fields:\n  - {files: ../a.json, reply: a}\n", "../a", '".." is not known', id="the folder above"),
        pytest.param("fields:\n  - {files: a.md, reply: a}\n", "a.md", 'files named ".md" are no data', id="no data"),
        pytest.param('company-addresses: ["@"]\n', '@"', "is no mail address", id="an address of nobody"),
        pytest.param("company-addresses: [example.se]\n", "example.se", "is no mail address", id="no address"),
        pytest.param("overrides: {files: a.md}\n", "{files", "a list of mappings is wanted here", id="one override"),
        pytest.param("overrides:\n  - language: sv\n", "language", 'the key "files" is missing', id="of no files"),
        pytest.param("overrides:\n  - files: a.md\n", "files: a.md",
                     "nothing is said of these files; allowed: language, select, ignore, severity, apology-rules",
                     id="of files nothing"),
        pytest.param("overrides:\n  - {files: a.docx, language: sv}\n", "a.docx",
                     'tonelint does not read files named ".docx"', id="files that are not read"),
        pytest.param("overrides:\n  - {files: a.md, fail-on: info}\n", "fail-on", 'unknown key "fail-on"',
                     id="what cannot be overridden"),
        pytest.param("overrides:\n  - {files: a.md, select: a, ignore: a}\n", "a}",
                     '"a" is selected in line 2; one of the two is not needed', id="an override at odds with itself"),
        pytest.param("allow:\n  - files: a.md\n", "files", 'the key "rule" is missing', id="allows no rule"),
        pytest.param("allow:\n  - {rule: a, reason: ''}\n", "'}", "the text is empty", id="an empty reason"),
        pytest.param("allow:\n  - {rule: a, file: a.md}\n", "file", 'did you mean "files"', id="a slip there"),
        pytest.param("allow:\n  - {rule: a, files: /a.md}\n", "/a.md", "an absolute path", id="an absolute permission"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(text: str, pointed: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(text)
    (fault,) = caught.value.faults
    assert fault.path == "tonelint.yaml"
    assert message in fault.message
    assert pointed_at(text, fault).startswith(pointed)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        pytest.param("[tool.tonelint]\nmax = \n", 2, 7, "not TOML: Invalid value", id="broken"),
        pytest.param("[tool.tonelint\n", 1, 15, "not TOML: ", id="a header without an end"),
        pytest.param("[tool]\ntonelint = 3\n", 2, 12, "a mapping is wanted here, not a text", id="no table"),
        pytest.param("[[tool.tonelint]]\n", 1, 1, "a mapping is wanted here, not a list", id="a list of tables"),
        pytest.param("[tool.tonelint]\n\nignroe = ['a']\n", 3, 1, 'did you mean "ignore"', id="an unknown key"),
        pytest.param("[tool.tonelint]\nmax = 1\n\n[tool.tonelint.severty]\na = 'b'\n", 4, 16,
                     'did you mean "severity"', id="an unknown table"),
        pytest.param("[tool.tonelint]\nmax = true\n", 2, 7, 'a whole number from 0 is wanted here, not "true"',
                     id="no number"),
        pytest.param("[tool.tonelint]\nselect = [\n  'a',\n  3,\n  [],\n]\n", 5, 3,
                     "a text is wanted here, not a list", id="an item of a list"),
        pytest.param("[tool.tonelint.severity]\n'stalling/soon' = 'fatal'\n", 2, 20, 'unknown severity "fatal"',
                     id="no severity"),
        pytest.param("[[tool.tonelint.allow]]\nrule = 'a'\n[[tool.tonelint.allow]]\nfiles = 'a.md'\n", 3, 1,
                     'the key "rule" is missing', id="a missing key"),
        pytest.param('[tool.tonelint]\nexclude = ["""\n# x"""]\n', 2, 12, "begins with # is a comment", id="a block"),
        pytest.param('[tool.tonelint]\r\nmax = 1\r\nexclude = ["#"]\r\n', 3, 13, "begins with # is a comment",
                     id="Windows line endings"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_toml_is_said_at_its_place(text: str, line: int, column: int, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(text, "pyproject.toml")
    (fault,) = caught.value.faults
    assert message in fault.message
    assert (fault.path, fault.line, fault.column) == ("pyproject.toml", line, column)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ConfigurationError) as caught:
        read("a: 1\nfields:\n  - files: x\nmax: x\nb: 2\n")
    assert [fault.line for fault in caught.value.faults] == [1, 3, 4, 5]


@pytest.mark.parametrize("pattern", ["mail.d/", "**", "v1.2/*", "*.[jt]son", "a/**/b*.HTML", "macros"])
def test_patterns_that_may_stand_for_files_are_taken(pattern: str) -> None:
    """A folder may have a name that ends like that of a file."""
    assert read(f"overrides:\n  - {{files: '{pattern}', language: sv}}\n").globs[0].value == pattern
