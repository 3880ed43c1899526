"""Folders of rules: later ones replace what earlier ones hold, and nothing in them is passed over in silence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers import RULE, faults_of, write_files
from tonelint.errors import RuleError, UsageError
from tonelint.model import Language
from tonelint.notation.parser import parse
from tonelint.rulebook import ruleset as module
from tonelint.rulebook.choice import Choice
from tonelint.rulebook.ruleset import bundled, bundled_folder, load, rules_at

if TYPE_CHECKING:
    from tonelint.rulebook.ruleset import Ruleset

SV = "words/sv.yaml"


def ids(ruleset: Ruleset) -> list[str]:
    return [rule.id for rule in ruleset.rules]


def with_find(pattern: str) -> str:
    return RULE.replace("[snart]", f'["{pattern}"]')


def messages(tmp_path: Path, files: dict[str, str | bytes]) -> list[str]:
    """The faults of one folder, without its path."""
    folder = write_files(tmp_path, files)
    return [str(fault).splitlines()[0].removeprefix(f"{folder}/") for fault in faults_of(lambda: load((folder,)))]


def test_rules_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    folder = write_files(
        tmp_path,
        {"stalling/soon.yaml": RULE, "stalling/later.yml": RULE, "hostility/soon.yaml": RULE, SV: "we: [vi]"},
    )
    ruleset = load((folder,))
    assert ids(ruleset) == ["hostility/soon", "stalling/later", "stalling/soon"]
    assert ruleset.classes == {Language.SV: {"we": (parse("vi"),)}, Language.DA: {}, Language.EN: {}}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"stalling/soon.yaml": RULE.encode("utf-8-sig")}, id="a byte-order mark"),
        pytest.param({"stalling/soon.yaml": RULE.replace("\n", "\r\n")}, id="Windows line endings"),
        pytest.param({"stalling/soon.yaml": RULE, "README.md": "x", "stalling/notes.md": "x"}, id="notes beside rules"),
        pytest.param(
            {"stalling/soon.yaml": RULE, ".git/x.yaml": "x", "stalling/.soon.yaml.swp": "x", "stalling/.x.yaml": "x"},
            id="hidden files",
        ),
    ],
)
def test_what_editors_and_systems_leave_does_no_harm(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    ruleset = load((write_files(tmp_path, files),))
    assert ids(ruleset) == ["stalling/soon"]
    assert ruleset.rules[0].summary == "Says that it will be soon."


def test_a_later_folder_replaces_rules_by_id_and_adds_others(tmp_path: Path) -> None:
    first = write_files(tmp_path / "first", {"stalling/soon.yaml": RULE, "stalling/later.yaml": RULE})
    second = write_files(tmp_path / "second", {"stalling/soon.yml": with_find("strax"), "hostility/new.yaml": RULE})
    ruleset = load((first, second))
    assert ids(ruleset) == ["hostility/new", "stalling/later", "stalling/soon"]
    assert ruleset.rule("stalling/soon").wordings[Language.SV].find == (parse("strax"),)
    assert ruleset.rule("stalling/soon").path == str(second / "stalling/soon.yml")


def test_a_later_folder_replaces_classes_by_name_and_adds_others(tmp_path: Path) -> None:
    """The rules and classes of an earlier folder see the new entries."""
    first = write_files(
        tmp_path / "first", {SV: "we: [vi]\nall: ['<we> alla']", "stalling/soon.yaml": with_find("<we> <all>")}
    )
    second = write_files(
        tmp_path / "second", {SV: "we: [bolaget]\nnew: ['<all>']", "stalling/x.yaml": with_find("<new>")}
    )
    classes = load((first, second)).classes[Language.SV]
    assert classes == {"we": (parse("bolaget"),), "all": (parse("<we> alla"),), "new": (parse("<all>"),)}


def test_a_folder_may_hold_word_classes_only(tmp_path: Path) -> None:
    assert load((write_files(tmp_path, {SV: "we: [vi]"}),)).rules == ()


def test_a_folder_named_twice_is_read_once(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"stalling/soon.yaml": ""})
    assert len(faults_of(lambda: load((folder, folder)))) == 1


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"README.md": "x"}, ["neither rules nor word classes here"], id="a folder without rules"),
        pytest.param({"rules/stalling/soon.yaml": RULE}, ["rules: not read: unknown folder"], id="the folder above"),
        pytest.param(
            {"staling/soon.yaml": RULE},
            ['staling: not read: unknown folder "staling"; did you mean "stalling"?'],
            id="a misspelt category",
        ),
        pytest.param(
            {"Words/sv.yaml": "we: [vi]"},
            ['Words: not read: unknown folder "Words"; did you mean "words"?'],
            id="words in capitals",
        ),
        pytest.param(
            {"soon.yaml": RULE},
            ["soon.yaml: not read; rules stand in <category>/<name>.yaml"],
            id="a rule outside a category",
        ),
        pytest.param(
            {"stalling/more/soon.yaml": RULE}, ["stalling/more: not read; rules stand in"], id="a folder in a category"
        ),
        pytest.param(
            {"stalling/soon.YAML": RULE}, ["stalling/soon.YAML: not read; rules stand in"], id="a suffix in capitals"
        ),
        pytest.param(
            {"stalling/soon.yaml.txt": RULE}, ["stalling/soon.yaml.txt: not read; rules"], id="a second suffix"
        ),
        pytest.param(
            {"words/more/sv.yaml": "we: [vi]"}, ["words/more: not read; rules stand in"], id="a folder in words"
        ),
        pytest.param(
            {"stalling/soon.yaml/x": ""},
            ["stalling/soon.yaml: cannot be read: Is a directory"],
            id="a folder named as a rule",
        ),
        pytest.param(
            {"stalling/Soon.yaml": RULE}, ['stalling/Soon.yaml: "Soon" cannot name a rule'], id="a wrong name"
        ),
        pytest.param(
            {"stalling/a.yaml": RULE, "stalling/a.yml": RULE},
            ["stalling/a.yml: the rule stalling/a has a file already: a.yaml"],
            id="two files of one rule",
        ),
        pytest.param(
            {SV: "we: [vi]", "words/sv.yml": "we: [oss]"},
            ["words/sv.yml: the language sv has a file already: sv.yaml"],
            id="two files of one language",
        ),
        pytest.param(
            {"words/nb.yaml": "we: [vi]"},
            ['words/nb.yaml: unknown language "nb"; allowed: sv, da, en'],
            id="another language",
        ),
        pytest.param(
            {"words/SV.yaml": "we: [vi]"},
            ['words/SV.yaml: unknown language "SV"; did you mean "sv"?'],
            id="a language in capitals",
        ),
        pytest.param(
            {"stalling/soon.yaml": RULE.encode("latin-1")},
            ["stalling/soon.yaml:5:12: not UTF-8: byte 0xE4; save the file as UTF-8"],
            id="Latin-1",
        ),
        pytest.param(
            {"stalling/soon.yaml": RULE.encode("utf-16")}, ["stalling/soon.yaml:1:1: not UTF-8: byte 0xFF"], id="UTF-16"
        ),
        pytest.param(
            {SV: b"we: [vi, \xff]", "stalling/soon.yaml": with_find("<we>")},
            ["words/sv.yaml:1:10: not UTF-8"],
            id="classes that cannot be decoded, once",
        ),
        pytest.param(
            {SV: "we: [", "stalling/soon.yaml": with_find("<we>")},
            ["words/sv.yaml:1:6: not YAML"],
            id="classes that are not YAML, once",
        ),
        pytest.param(
            {SV: "we: [',']", "stalling/soon.yaml": with_find("<we>")},
            ['words/sv.yaml:1:7: "," is never'],
            id="a wrong entry, once",
        ),
        pytest.param(
            {SV: "we: [',']", "stalling/soon.yaml": with_find("<us>")},
            ['words/sv.yaml:1:7: "," is never', 'stalling/soon.yaml:6:11: unknown word class "us"'],
            id="classes and rules at once",
        ),
        pytest.param(
            {"words/da.yaml": "we: [vi]", "stalling/soon.yaml": with_find("<we>")},
            ['stalling/soon.yaml:6:11: unknown word class "we"'],
            id="a class of another language",
        ),
        pytest.param(
            {"stalling/a.yaml": "", "hostility/b.yaml": "x", "more/c.yaml": RULE, SV: "A: [x]"},
            [
                "more: not read",
                'words/sv.yaml:1:1: "A" cannot name',
                "stalling/a.yaml:1:1: the file is empty",
                "hostility/b.yaml:1:1: a mapping",
            ],
            id="all faults of all files",
        ),
    ],
)
def test_a_wrong_folder_is_refused(tmp_path: Path, files: dict[str, str | bytes], expected: list[str]) -> None:
    found = messages(tmp_path, files)
    assert len(found) == len(expected)
    assert all(start in line for line, start in zip(found, expected, strict=True))


def test_the_excerpt_of_a_file_that_is_not_utf_8_is_what_could_be_read(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"stalling/soon.yaml": RULE.encode("latin-1")})
    (fault,) = faults_of(lambda: load((folder,)))
    assert fault.excerpt == "  advice: S"


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    """A file and what does not exist; both are named."""
    folder = write_files(tmp_path, {"x.yaml": RULE})
    faults = faults_of(lambda: load((folder / "x.yaml", folder / "none")))
    assert [fault.path for fault in faults] == [str(folder / "x.yaml"), str(folder / "none")]
    assert all(fault.message.startswith("not a folder; rules stand in") for fault in faults)


def test_a_circle_may_run_through_two_folders(tmp_path: Path) -> None:
    """Each folder alone is right; both files are named."""
    first = write_files(tmp_path / "first", {SV: "a: ['<b>']\nb: [ord]"})
    second = write_files(tmp_path / "second", {SV: "b: ['<a>']\na: [ord]"})
    third = write_files(tmp_path / "third", {SV: "b: ['<a>']\nc: ['<b>']"})
    load((first, second))
    with pytest.raises(RuleError) as caught:
        load((first, third))
    assert [(fault.path, fault.message) for fault in caught.value.faults] == [
        (str(first / SV), "the class <a> is defined by itself"),
        (str(first / SV), "the class <b> is defined by itself"),
        (str(third / SV), "the class <b> is defined by itself"),
    ]


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"stalling/a.yaml": RULE})
    (folder / "stalling/b.yaml").symlink_to(folder / "none")
    (fault,) = faults_of(lambda: load((folder,)))
    assert fault.message == "cannot be read: No such file or directory"


@pytest.fixture
def three(tmp_path: Path) -> Ruleset:
    files: dict[str, str | bytes] = dict.fromkeys(("stalling/a.yaml", "stalling/b.yaml", "hostility/c.yaml"), RULE)
    return load((write_files(tmp_path, files),))


def test_a_rule_is_found_by_its_id(three: Ruleset) -> None:
    assert three.rule("stalling/b").id == "stalling/b"
    with pytest.raises(UsageError, match='unknown rule "stalling/bb"; did you mean "stalling/b"'):
        three.rule("stalling/bb")


def test_the_sought_patterns_of_a_language_are_those_of_finds_not_of_guards(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {"stalling/a.yaml": RULE + "  unless: {next: [i dag]}\n"})
    ruleset = load((folder,))
    assert list(ruleset.sought(Language.SV)) == [parse("snart")]
    assert list(ruleset.sought(Language.DA)) == []


def test_the_cues_of_a_language_are_the_patterns_of_its_evidence(tmp_path: Path) -> None:
    """Of all rules that weigh evidence, wherever the cue stands; facts are no patterns."""
    evidence = "evidence: |\n  +1 strax\n  +1 next: i dag\n  -1 fact: long\nsv:\n  evidence: |\n    +1 kanske\n"
    thresholds = "  warn-at: 2\n  hint-at: 1\n  doubt-at: 0\n  deny-at: -1\n"
    weighing = RULE.replace("sv:\n", evidence).replace("  find: [snart]\n", thresholds)
    ruleset = load((write_files(tmp_path, {"stalling/a.yaml": weighing, "stalling/b.yaml": RULE}),))
    assert set(ruleset.cues(Language.SV)) == {parse("strax"), parse("i dag"), parse("kanske")}
    assert list(ruleset.cues(Language.DA)) == []
    assert list(ruleset.sought(Language.SV)) == [parse("snart")]
    assert list(ruleset.narrowed(Choice.of(["stalling/b"])).cues(Language.SV)) == []


# --- tables of inflected forms ---------------------------------------------------------------------------------------

FORMS = "words/sv.forms.txt"


def test_without_tables_no_forms_are_known(tmp_path: Path) -> None:
    ruleset = load((write_files(tmp_path, {SV: "we: [vi]"}),))
    assert set(ruleset.forms) == set(Language)
    assert ruleset.forms[Language.SV].of("kund") == ("kund",)


def test_tables_of_forms_are_read_by_language(tmp_path: Path) -> None:
    """With or without a byte-order mark, and kept when rules are left out."""
    folder = write_files(
        tmp_path,
        {
            SV: "customer: {nouns: kund}",
            FORMS: "kund: kunden\n",
            "words/da.forms.txt": "kunde: kunden kunder\n".encode("utf-8-sig"),
        },
    )
    ruleset = load((folder,)).narrowed()
    assert ruleset.forms[Language.SV].of("kund") == ("kund", "kunden")
    assert ruleset.forms[Language.DA].of("kunde") == ("kunde", "kunden", "kunder")
    assert "kund" not in ruleset.forms[Language.EN]


def test_of_two_folders_the_later_ones_line_counts(tmp_path: Path) -> None:
    """Whether or not the earlier table ends in a line break; lemmas that it lacks keep their line."""
    first = write_files(tmp_path / "first", {SV: "a: {nouns: 'kund, gäst'}", FORMS: "kund: kunden\ngäst: gästen"})
    second = write_files(tmp_path / "second", {SV: "b: [vi]", FORMS: "kund: kunders\n"})
    forms = load((first, second)).forms[Language.SV]
    assert forms.of("kund") == ("kund", "kunders")
    assert forms.of("gäst") == ("gäst", "gästen")
    assert load((second, first)).forms[Language.SV].of("kund") == ("kund", "kunden")


def test_the_classes_of_a_later_folder_know_the_forms_of_an_earlier_one(tmp_path: Path) -> None:
    first = write_files(tmp_path / "first", {SV: "a: [vi]", FORMS: "kund: kunden\n"})
    second = write_files(tmp_path / "second", {SV: "b: {nouns: 'kund, gäst'}"})
    (fault,) = faults_of(lambda: load((first, second)))
    assert (fault.path, fault.message.split(":")[0]) == (str(second / SV), 'no forms of "gäst" are known')


def test_a_table_of_forms_that_cannot_be_decoded_is_refused(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {SV: "a: [vi]", FORMS: "kund: kunden\ngäst: gästen\n".encode("latin-1")})
    (fault,) = faults_of(lambda: load((folder,)))
    assert (fault.path, fault.line, fault.column) == (str(folder / FORMS), 2, 2)
    assert fault.message == "not UTF-8: byte 0xE4; save the file as UTF-8"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in place of the shipped rules."""
    folder = write_files(tmp_path / "shipped", {"stalling/soon.yaml": RULE, "hostility/c.yaml": RULE, SV: "we: [vi]"})
    monkeypatch.setattr(module, "bundled_folder", lambda: folder)
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A user's folder of rules, which uses a shipped class."""
    return write_files(
        tmp_path / "own", {"stalling/a.yaml": with_find("<we>"), "stalling/soon.yaml": RULE, "hostility/b.yaml": RULE}
    )


@pytest.mark.parametrize(
    ("paths", "named"),
    [
        pytest.param([], ["hostility/c", "stalling/soon"], id="no path means the shipped rules"),
        pytest.param(["shipped"], ["hostility/c", "stalling/soon"], id="the folder of the shipped rules"),
        pytest.param(["shipped/hostility"], ["hostility/c"], id="a shipped category"),
        pytest.param(["own"], ["hostility/b", "stalling/a", "stalling/soon"], id="an own folder"),
        pytest.param(["own/stalling"], ["stalling/a", "stalling/soon"], id="an own category"),
        pytest.param(["own/stalling/a.yaml"], ["stalling/a"], id="a file"),
        pytest.param(["own/stalling/a.yaml", "own/hostility/b.yaml"], ["hostility/b", "stalling/a"], id="two files"),
        pytest.param(
            ["own/hostility", "shipped/hostility/c.yaml"], ["hostility/b", "hostility/c"], id="own and shipped"
        ),
    ],
)
@pytest.mark.usefixtures("shipped", "own")
def test_the_rules_at_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], named: list[str]
) -> None:
    """Paths count from the working directory; the shipped rules are always in force beside them."""
    monkeypatch.chdir(tmp_path)
    ruleset, rules = rules_at([Path(path) for path in paths])
    assert [rule.id for rule in rules] == named
    assert {"hostility/c", "stalling/soon"} <= set(ids(ruleset))


def test_a_shipped_rule_that_is_replaced_is_not_at_its_path(shipped: Path, own: Path) -> None:
    _, rules = rules_at([own / "hostility", shipped])
    assert [rule.id for rule in rules] == ["hostility/b", "hostility/c"]


def test_shipped_rules_named_by_another_path_are_read_once(shipped: Path) -> None:
    write_files(shipped, {"stalling/wrong.yaml": ""})
    assert len(faults_of(lambda: rules_at([shipped / "stalling" / ".."]))) == 1


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("own/stalling/notes.md", "no rule here; rules stand in", id="a file of notes"),
        pytest.param("own/none", "not a folder; rules stand in", id="what does not exist"),
        pytest.param("loose.yaml", "unknown category", id="a file outside a folder of rules"),
    ],
)
@pytest.mark.usefixtures("shipped")
def test_paths_without_rules_are_refused(tmp_path: Path, own: Path, path: str, message: str) -> None:
    write_files(own, {"words/sv.yaml": "own: [egen]", "stalling/notes.md": "x", "../loose.yaml": RULE})
    (fault,) = faults_of(lambda: rules_at([tmp_path / path]))
    assert fault.path == str(tmp_path / path)
    assert fault.message.startswith(message)


@pytest.mark.parametrize("path", ["words", "words/sv.yaml"])
@pytest.mark.usefixtures("shipped")
def test_word_classes_are_tried_by_the_rules_of_their_folder(own: Path, path: str) -> None:
    write_files(own, {"words/sv.yaml": "own: [egen]"})
    _, rules = rules_at([own / path])
    assert [rule.id for rule in rules] == ["hostility/b", "stalling/a", "stalling/soon"]


@pytest.mark.usefixtures("shipped")
def test_word_classes_by_themselves_are_tried_by_the_shipped_rules(tmp_path: Path) -> None:
    """They change what these find."""
    _, rules = rules_at([write_files(tmp_path / "classes", {"words/sv.yaml": "own: [egen]"})])
    assert [rule.id for rule in rules] == ["hostility/c", "stalling/soon"]


@pytest.mark.usefixtures("shipped")
def test_the_rules_of_the_configuration_are_tried_without_paths_and_in_force_with_them(
    tmp_path: Path, own: Path
) -> None:
    _, rules = rules_at([], [own])
    assert [rule.id for rule in rules] == ["hostility/b", "stalling/a", "stalling/soon"]
    other = write_files(tmp_path / "other", {"stalling/d.yaml": RULE})
    ruleset, rules = rules_at([other], [own])
    assert [rule.id for rule in rules] == ["stalling/d"]
    assert {"hostility/b", "stalling/a"} <= set(ids(ruleset))


def test_rules_of_a_team_are_told_from_shipped_ones(shipped: Path, own: Path) -> None:
    ruleset = load((shipped, own))
    assert {rule.id for rule in ruleset.rules if rule.is_own} == {"hostility/b", "stalling/a", "stalling/soon"}


def test_the_shipped_rules_load() -> None:
    """They stand beside the package or in it, without fault, and are read once."""
    assert (bundled_folder() / "words").is_dir()
    assert bundled().rules
    assert all(bundled().classes.values())
    assert bundled() is bundled()


def test_the_rules_in_a_wheel_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "__file__", str(tmp_path / "tonelint" / "rulebook" / "ruleset.py"))
    assert bundled_folder() == tmp_path / "rules"
    (tmp_path / "tonelint" / "_rules").mkdir(parents=True)
    assert bundled_folder() == tmp_path / "tonelint" / "_rules"
