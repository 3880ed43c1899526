"""Files of word classes: every wrong entry and every class that cannot be compiled is refused at its place."""

from __future__ import annotations

import pytest

from tests.helpers import faults_of, pointed_at
from tonelint.notation.parser import parse
from tonelint.rulebook.wordclasses import MOST_CLASSES_DEEP, ClassFile


def faults_in(text: str, others: str = "") -> list[tuple[str, str]]:
    """Where the faults of a file point, and their messages; ``others`` is a second file of the language."""
    file = ClassFile("sv.yaml", text)
    classes = {**(ClassFile("others", others).classes if others else {}), **file.classes}
    return [(pointed_at(text, fault), fault.message) for fault in faults_of(lambda: file.check(classes))]


def test_classes_are_read_with_their_entries() -> None:
    """An entry is a pattern, may name other classes and those that are built in."""
    file = ClassFile("sv.yaml", 'we: [vi, "vi <all>"]\nall: [alla, "<number>", "^ samtliga"]\n')
    assert file.classes == {
        "we": (parse("vi"), parse("vi <all>")),
        "all": (parse("alla"), parse("<number>"), parse("^ samtliga")),
    }
    file.check(file.classes)


def test_a_class_may_name_one_of_another_file() -> None:
    file = ClassFile("sv.yaml", 'we: ["<all>"]')
    file.check({**file.classes, "all": (parse("alla"),)})


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        pytest.param("", "", "the file is empty", id="an empty file"),
        pytest.param("[we]", "[we]", "a mapping is wanted here, not a list", id="a list"),
        pytest.param("{}", "{}", "the mapping is empty", id="no class"),
        pytest.param("we: vi", "vi", "a list of texts is wanted here, not a text", id="a text for a list"),
        pytest.param("we:", "", "a list of texts is wanted here, not nothing", id="nothing for a list"),
        pytest.param("we: []", "[]", "the list is empty", id="an empty list"),
        pytest.param("we: [vi, '']", "']", "the text is empty", id="an empty entry"),
        pytest.param("we: [vi]\nwe: [oss]", "we: [oss]", 'the key "we" stands here twice', id="a class twice"),
        pytest.param("We: [vi]", "We: [vi]", '"We" cannot name a class', id="a name in capitals"),
        pytest.param("att-få: [få]", "att-få: [få]", '"att-få" cannot name a class', id="a name beyond ASCII"),
        pytest.param("<we>: [vi]", "<we>: [vi]", '"<we>" cannot name a class', id="a name in angle brackets"),
        pytest.param(
            "3rd-party: [x]", "3rd-party: [x]", '"3rd-party" cannot name a class', id="a name no pattern could write"
        ),
        pytest.param("we-: [vi]", "we-: [vi]", '"we-" cannot name a class', id="a name that ends in a hyphen"),
        pytest.param("number: [ett]", "number: [ett]", '"number" is built in', id="a name that is built in"),
        pytest.param(
            "we: [vi, 'a <yuo>']\nyou: [du]",
            "<yuo>']",
            'unknown word class "yuo"; did you mean "you"?',
            id="a class that does not exist",
        ),
        pytest.param('we: ["\\"x"]', '\\"x"]', "is never part of a word of a reply", id="a quotation mark"),
        pytest.param('we: ["vi (alla|"]', '(alla|"]', '"(" is not closed by ")"', id="a bracket that is not closed"),
        pytest.param(
            "we: ['<we> alla']", "we: ['<we> alla']", "the class <we> is defined by itself", id="a circle of one"
        ),
    ],
)
def test_a_wrong_file_is_refused(text: str, place: str, message: str) -> None:
    ((found_place, found_message),) = faults_in(text)
    assert found_place == place
    assert message in found_message


def test_all_faults_come_at_once() -> None:
    """Those of the text, of the patterns, of the names and of the circles."""
    text = "A: [a]\nb: ['<c>']\nc: ['<b>', '<d>']\ne: [',', x]\ne: [y]\n"
    assert [message.split(";")[0].split(" (")[0] for _, message in faults_in(text)] == [
        '"A" cannot name a class: lower-case ASCII words joined by hyphens',
        "the class <b> is defined by itself",
        "the class <c> is defined by itself",
        'unknown word class "d"',
        '"," is never part of a word of a reply',
        'the key "e" stands here twice',
    ]


def test_a_pattern_over_two_lines_is_pointed_into() -> None:
    """Long lists are wrapped, and an entry with them."""
    assert faults_in("we: [vi, vi\n  alla <nn>, oss]")[0][0] == "<nn>, oss]"


def test_the_pattern_stands_in_the_message() -> None:
    ((_, message),) = faults_in("we: [vi) alla]")
    assert message == '")" closes nothing (in the pattern: vi) alla)'


def test_a_circle_may_run_through_two_files() -> None:
    assert faults_in("b: ['<a>']", others="a: ['<b>']") == [("b: ['<a>']", "the class <b> is defined by itself")]


def test_a_class_that_leads_to_a_circle_is_not_in_it() -> None:
    assert faults_in("a: ['<b>']\nb: ['x <b>']") == [("b: ['x <b>']", "the class <b> is defined by itself")]


def chain(length: int) -> str:
    return "c1: [ord]\n" + "".join(f"c{n}: ['<c{n - 1}>']\n" for n in range(2, length + 1))


def test_classes_may_lead_through_as_many_as_the_limit() -> None:
    file = ClassFile("sv.yaml", chain(MOST_CLASSES_DEEP))
    file.check(file.classes)


def test_a_longer_chain_is_refused_once() -> None:
    """The next ones follow from it; nothing recurses down the chain."""
    ((place, message),) = faults_in(chain(5_000))
    assert place == f"c{MOST_CLASSES_DEEP + 1}: ['<c{MOST_CLASSES_DEEP}>']"
    assert message == "the class <c11> leads to its words through more than 10 classes"


def test_a_bomb_of_classes_is_refused_once() -> None:
    """Each class names the one before it ten times."""
    text = "c1: [ord]\n" + "".join(f"c{n}: ['{' '.join([f'<c{n - 1}>'] * 10)}']\n" for n in range(2, 10))
    ((place, message),) = faults_in(text)
    assert place.startswith("c7:")
    assert message == "the class <c7> unfolds to more than 100000 words"


def test_classes_of_a_wrong_file_are_known_by_name() -> None:
    """So that rules which use them need not be called wrong too."""
    assert ClassFile("sv.yaml", "we: [',']\nyou: [du]\n").classes == {"we": (), "you": (parse("du"),)}


def test_a_file_that_is_not_yaml_has_no_classes() -> None:
    assert ClassFile("sv.yaml", "we: [").classes == {}
