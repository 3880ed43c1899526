"""The JSON Schemas take what the readers take, and refuse, at the same place, what these refuse."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.helpers import RULE
from tonelint.cli.schema import schema as schema_command
from tonelint.configuration import read_layer
from tonelint.configuration.reader import KEYS
from tonelint.errors import TonelintError
from tonelint.model import Language
from tonelint.notation.parser import parse
from tonelint.notation.patterns import NotationError
from tonelint.rulebook.evidence import read_cues
from tonelint.rulebook.forms import Forms
from tonelint.rulebook.rulefile import read_rule
from tonelint.rulebook.ruleset import bundled_folder
from tonelint.rulebook.wordclasses import ClassFile
from tonelint.schemas import SCHEMAS
from tonelint.schemas.rule import CUES, PATTERN
from tonelint.schemas.words import LEMMAS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema import ValidationError

DOCS = Path(__file__).parents[1] / "docs"
FENCED_YAML = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
VALIDATORS = {name: Draft202012Validator(schema()) for name, schema in SCHEMAS.items()}

WEIGHING = """\
summary: Words that together put the customer off.
why: What has no day is heard as never.
severity: warning
evidence: |
  # cues of all languages
  +1.02 <vague-time>
  -0.61 next: <definite-time>
  -0.3 fact: opening
sv:
  advice: Nämn dagen.
  warn-at: 4.41
  hint-at: "0.36"
  doubt-at: -0.20
  deny-at: -2
  flags: [Vi hörs framöver.]
  passes: [Vi hörs i dag.]
"""


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: by the core schema of YAML 1.2, in which ``no`` and ``on`` are texts."""


EditorLoader.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_form})$"), list(_first))


def load(text: str) -> Any:
    return yaml.load(text, EditorLoader)  # noqa: S506  (a kind of SafeLoader)


def read(kind: str, text: str) -> None:
    """Have tonelint itself read a file of a kind."""
    if kind == "rule":
        read_rule("stalling/soon.yaml", "stalling/soon", text, {})
    elif kind == "words":
        file = ClassFile("words/sv.yaml", text)
        lemmas = re.findall(r"[^\W\d_]+", text)
        file.check(file.classes, Forms("\n".join(f"{lemma}: {lemma}" for lemma in lemmas)))
    else:
        read_layer("tonelint.yaml", text, "/team")


def errors(kind: str, text: str) -> list[ValidationError]:
    return list(VALIDATORS[kind].iter_errors(load(text)))


def places(kind: str, text: str) -> list[str]:
    return sorted("/".join(map(str, error.absolute_path)) for error in errors(kind, text))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_one(kind: str) -> None:
    schema = SCHEMAS[kind]()
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("kind", SCHEMAS)
def test_whatever_may_be_written_is_explained(kind: str) -> None:
    """An editor shows something at every key."""
    silent = [key for key, schema in properties(VALIDATORS[kind].schema) if "description" not in schema]
    assert silent == []


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    """The keys of all mappings in a schema, but for those that only refer to what is explained elsewhere."""
    waiting = [schema]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield from (item for item in each.get("properties", {}).items() if item[1].keys() != {"$ref"})
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_expressions_are_javascript(kind: str) -> None:
    """Editors compile them as JavaScript does, with the flag for Unicode, which is stricter than Python."""
    node = shutil.which("node")
    if not node:
        pytest.skip("node is not here to compile the expressions")
    expressions = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(SCHEMAS[kind]()))
    program = f"for (const each of [{','.join(expressions)}]) new RegExp(each, 'u');"
    done = subprocess.run([node, "-e", program], capture_output=True, encoding="utf-8", check=False)
    assert (len(expressions) > 3, done.returncode) == (True, 0), done.stderr


@pytest.mark.parametrize(
    "path", sorted(bundled_folder().glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_every_shipped_file_is_right(path: Path) -> None:
    kind = "words" if path.parent.name == "words" else "rule"
    assert places(kind, path.read_text(encoding="utf-8")) == []


def documented() -> Iterator[tuple[str, str, str]]:
    """The examples in the documentation that are files of tonelint: where they stand, their kind, their text."""
    for path in sorted(DOCS.glob("*.md")):
        for example in FENCED_YAML.findall(path.read_text(encoding="utf-8")):
            text = re.sub(r"^\w\w: \{ … \}\n", "", example, flags=re.MULTILINE)
            keys = load(text)
            if not isinstance(keys, dict):
                continue
            kind = "rule" if "summary" in keys else "configuration" if keys.keys() <= {*KEYS} else ""
            kind = kind or ("words" if path.name == "notation.md" else "")
            if kind:
                yield f"{path.name}: {next(iter(keys))}", kind, text


EXAMPLES = list(documented())


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for _, kind, text in EXAMPLES], ids=[name for name, _, _ in EXAMPLES]
)
def test_every_example_in_the_documentation_is_right(kind: str, text: str) -> None:
    assert places(kind, text) == []


def test_the_documentation_has_examples_of_each_kind() -> None:
    assert {kind for _, kind, _ in EXAMPLES} == SCHEMAS.keys()


RIGHT = [
    ("rule", RULE),
    ("rule", RULE.replace("[snart]", "[no, true, 3, 1.50, '=De', '{<you> …2 (a|b)} [<adverb>] ~ord korta~ $']")),
    ("rule", RULE + "  unless:\n    sentence+next: [i dag]\n    sign-off + customer: [hej]\n"),
    ("rule", RULE + "  hint-if: {message: [nu]}\n  hints: [Det kommer snart nu.]\n  given: {before: [det]}\n"),
    ("rule", RULE.replace("severity:", "in: sign-off\nseverity:")),
    ("rule", RULE.replace("flags: [Det kommer snart.]", "flags:\n    - |\n      > Hej?\n\n      Det kommer snart.")),
    ("rule", WEIGHING),
    (
        "rule",
        WEIGHING + "  hints: [Framöver.]\n  evidence: |\n    +0.8 framöver\n\n    1 previous: återk~\n    # -.2\n",
    ),
    ("words", "soon: [snart, no, 3, 'inom <number> (dagar|veckor)']\nnot: [inte]\n"),
    ("words", "omit-act:\n  nouns: försummelse, slarv\n  verbs: glömma bort,  hoppa över\n  words: by-pass, 24/7\n"),
    ("configuration", "extends: shared.yaml\nprofile: strict\nrules: [tonelint-rules]\nmax: 3\n"),
    ("configuration", "baseline: known.json\nfail-on: never\nmax: '12'\nlanguage: da\napology-rules: off\n"),
    ("configuration", "select: stalling\nignore: [stalling/soon, suppression]\n"),
    ("configuration", "severity:\n  hostility/threat-2: info\n  faceless: error\n"),
    ("configuration", "exclude: [drafts/, '!drafts/keep.md', '*.{bak}']\ncompany-addresses: ['@example.se', a@b]\n"),
    ("configuration", "fields: [{files: 'a/**/*.json', reply: ['x[].y', z], language: l, customer: c, id: i}]\n"),
    ("configuration", "overrides: [{files: ['[a-z]*.md', b.txt], language: en, select: faceless}]\n"),
    ("configuration", "overrides: [{files: a.md, severity: {stalling: info}}, {files: b.md, apology-rules: on}]\n"),
    ("configuration", "allow: [{rule: [stalling, stalling/soon], files: a.json, location: 'macros[3]'}]\n"),
    ("configuration", "allow:\n- {rule: faceless, reason: Agreed with legal.}\n"),
]


@pytest.mark.parametrize(("kind", "text"), RIGHT)
def test_what_tonelint_reads_is_right(kind: str, text: str) -> None:
    read(kind, text)
    assert places(kind, text) == []


WRONG = [
    ("rule", "", ""),
    ("rule", "[a]", ""),
    ("rule", RULE.replace("summary:", "sumary:"), ""),
    ("rule", RULE.replace("severity: warning\n", ""), ""),
    ("rule", RULE.replace("warning", "warn"), "severity"),
    ("rule", RULE.replace("warning", "2"), "severity"),
    ("rule", RULE.replace("severity:", "in: header\nseverity:"), "in"),
    ("rule", RULE.replace("Says that it will be soon.", "' '"), "summary"),
    ("rule", RULE.replace("Says that it will be soon.", ""), "summary"),
    ("rule", RULE.replace("Says that it will be soon.", "[Says]"), "summary"),
    ("rule", RULE.replace("sv:", "no:"), ""),
    ("rule", RULE[: RULE.index("sv:")], ""),
    ("rule", RULE[: RULE.index("sv:")] + "sv: [snart]\n", "sv"),
    ("rule", RULE.replace("find: [snart]", "find: snart"), "sv/find"),
    ("rule", RULE.replace("find: [snart]", "find: []"), "sv/find"),
    ("rule", RULE.replace("find: [snart]", "find: [a, [b]]"), "sv/find/1"),
    ("rule", RULE.replace("find: [snart]", "find: [a, '<you']"), "sv/find/1"),
    ("rule", RULE.replace("find: [snart]", "find: ['<You> snart']"), "sv/find/0"),
    ("rule", RULE.replace("find: [snart]", "find: [a > b]"), "sv/find/0"),
    ("rule", RULE.replace("  find: [snart]\n", ""), "sv"),
    ("rule", RULE.replace("flags: [Det kommer snart.]", "flags: [Det kommer snart., Det kommer snart.]"), "sv/flags"),
    ("rule", RULE.replace("passes:", "pass:"), "sv"),
    ("rule", RULE + "  hints: [Snart.]\n", "sv"),
    ("rule", RULE + "  warn-at: 2\n", "sv"),
    ("rule", RULE + "  unless: {}\n", "sv/unless"),
    ("rule", RULE + "  unless: {sentense: [a]}\n", "sv/unless"),
    ("rule", RULE + "  unless: {sentence+nxt: [a]}\n", "sv/unless"),
    ("rule", RULE + "  unless: {sentence+next: []}\n", "sv/unless/sentence+next"),
    ("rule", WEIGHING.replace("4.41", "much"), "sv/warn-at"),
    ("rule", WEIGHING.replace("4.41", "true"), "sv/warn-at"),
    ("rule", WEIGHING.replace('  hint-at: "0.36"\n', ""), "sv"),
    ("rule", WEIGHING + "  find: [snart]\n", "sv"),
    ("rule", WEIGHING.replace("+1.02 <", "1,02 <"), "evidence"),
    ("rule", WEIGHING.replace("next:", "nxt:"), "evidence"),
    ("rule", WEIGHING.replace("opening", "start"), "evidence"),
    ("rule", WEIGHING + "  evidence: |\n    snart 1.0\n", "sv/evidence"),
    ("words", "", ""),
    ("words", "Soon: [snart]\n", ""),
    ("words", "number: [ett]\n", ""),
    ("words", "soon: snart\n", "soon"),
    ("words", "soon: []\n", "soon"),
    ("words", "soon: [snart, '<vag tid>']\n", "soon/1"),
    ("words", "omit: {verb: glömma}\n", "omit"),
    ("words", "omit: {verbs: 'glömma,, tappa'}\n", "omit/verbs"),
    ("words", "omit: {verbs: 'glömma [bort]'}\n", "omit/verbs"),
    ("words", "omit: {verbs: [glömma]}\n", "omit/verbs"),
    ("configuration", "profil: strict\n", ""),
    ("configuration", "profile: loose\n", "profile"),
    ("configuration", "rules: []\n", "rules"),
    ("configuration", "rules: {a: b}\n", "rules"),
    ("configuration", "baseline: [a.json]\n", "baseline"),
    ("configuration", "max: -1\n", "max"),
    ("configuration", "max: a few\n", "max"),
    ("configuration", "fail-on: hint\n", "fail-on"),
    ("configuration", "apology-rules: true\n", "apology-rules"),
    ("configuration", "language: no\n", "language"),
    ("configuration", "severity: [stalling]\n", "severity"),
    ("configuration", "severity: {stalling: never}\n", "severity/stalling"),
    ("configuration", "company-addresses: [help@x.se, example.se]\n", "company-addresses/1"),
    ("configuration", "fields: [{files: a.json}]\n", "fields/0"),
    ("configuration", "fields: {files: a.json, reply: b}\n", "fields"),
    ("configuration", "fields: [{files: '/a.json', reply: b}]\n", "fields/0/files"),
    ("configuration", "overrides: [{files: 'a.{md,txt}', language: sv}]\n", "overrides/0/files"),
    ("configuration", "overrides: [{files: a.md}]\n", "overrides/0"),
    ("configuration", "overrides: [{language: sv}]\n", "overrides/0"),
    ("configuration", "allow: [{files: 'a\\b'}]\n", "allow/0 allow/0/files"),
]


@pytest.mark.parametrize(("kind", "text", "place"), WRONG)
def test_what_tonelint_refuses_is_wrong_at_its_place(kind: str, text: str, place: str) -> None:
    with pytest.raises(TonelintError):
        read(kind, text)
    assert [*dict.fromkeys(places(kind, text))] == (place.split() or [""])


@pytest.mark.parametrize("name", ["stallin", "stalling/", "stalling/Soon", "stalling/soon/2", "suppresion"])
@pytest.mark.parametrize("text", ["select: [{}]", "ignore: {}", "severity: {{{}: info}}", "allow: [{{rule: {}}}]"])
def test_a_name_that_no_rule_can_have_is_wrong(text: str, name: str) -> None:
    """Whether a rule of a name exists is known only when the rules are read, and told by tonelint itself."""
    assert errors("configuration", text.format(name))


CLOSED = [
    ("rule", RULE + "zzz: a\n"),
    ("rule", RULE + "  zzz: a\n"),
    ("rule", WEIGHING + "  zzz: a\n"),
    ("rule", RULE + "  unless: {zzz: [a]}\n"),
    ("rule", RULE.replace("warning", "zzz")),
    ("rule", "in: zzz\n" + RULE),
    ("words", "soon: {zzz: a}\n"),
    ("configuration", "zzz: a\n"),
    ("configuration", "profile: zzz\n"),
    ("configuration", "fail-on: zzz\n"),
    ("configuration", "language: zzz\n"),
    ("configuration", "apology-rules: zzz\n"),
    ("configuration", "severity: {stalling: zzz}\n"),
    ("configuration", "fields: [{files: a.json, reply: a, zzz: b}]\n"),
    ("configuration", "overrides: [{files: a.md, language: sv, zzz: a}]\n"),
    ("configuration", "overrides: [{files: a.md, language: zzz}]\n"),
    ("configuration", "allow: [{rule: stalling, zzz: a}]\n"),
]


@pytest.mark.parametrize(("kind", "text"), CLOSED)
def test_schema_and_reader_know_the_same_names(kind: str, text: str) -> None:
    """Each says, of a key or value that neither knows, which are allowed."""
    with pytest.raises(TonelintError) as caught:
        read(kind, text)
    (told,) = [fault.message for fault in caught.value.faults if '"zzz"' in fault.message]
    (error,) = errors(kind, text)
    schema: Any = error.schema
    by_schema = schema["properties"] if error.validator == "additionalProperties" else schema["enum"]
    assert set(by_schema) == set(told.partition("allowed: ")[2].split(", "))


PIECES = """
    vi ÖL <we> <own-step> (a|<b> c) [d] … …8 {<a> … b} ~ord korta~ =De ^ $ 24/7 ? 14:30 <We> < a> .
""".split()
PATTERNS = st.lists(st.sampled_from([*PIECES, "\t", "\n"]), max_size=5).map(" ".join)
CUE_TABLES = st.lists(
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(["+1.25 ", "-3\t", "2  ", "  0.5 ", "# ", ""]),
        st.sampled_from(["", "", "next: ", "here:  ", "fact: ", "nxt: ", "next:"]),
        st.one_of(PATTERNS.filter(lambda text: "\n" not in text), st.sampled_from(["opening", "14:30 x", "a: b", ""])),
        st.sampled_from(["", "  ", "\n", "\n\n\t"]),
    ),
    max_size=3,
).map("\n".join)
ENTRIES = st.lists(st.sampled_from(["glömma", "tappa bort", " Öl", "by-pass ", "24/7", "å.k.", "'n", ""]), min_size=1)


@given(PATTERNS)
def test_no_pattern_that_tonelint_reads_is_wrong(text: str) -> None:
    with suppress(NotationError):
        parse(text)
        assert re.search(PATTERN, text)


@given(CUE_TABLES)
def test_no_evidence_that_tonelint_reads_is_wrong(text: str) -> None:
    assert read_cues(text)[1] or re.search(CUES, text)


@given(ENTRIES.map(",".join))
def test_no_lemmas_that_tonelint_reads_are_wrong(text: str) -> None:
    with suppress(TonelintError):
        read("words", f"omit:\n  words: {json.dumps(text)}\n")
        assert re.search(LEMMAS, text)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_command_prints_a_schema(kind: str) -> None:
    result = CliRunner().invoke(schema_command, [kind])
    assert (result.exit_code, json.loads(result.stdout)) == (0, SCHEMAS[kind]())


@pytest.mark.parametrize("arguments", [[], ["rules"]])
def test_the_command_says_which_schemas_there_are(arguments: list[str]) -> None:
    result = CliRunner().invoke(schema_command, arguments)
    assert result.exit_code == 2
    assert all(kind in result.stderr for kind in SCHEMAS)


def test_a_schema_is_printed_without_spacy() -> None:
    """An editor's settings are refreshed in a moment."""
    program = "import sys, tonelint.schemas; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_every_language_has_a_name() -> None:
    schema = SCHEMAS["rule"]()
    assert {*Language} <= schema["properties"].keys()  # type: ignore[attr-defined]
