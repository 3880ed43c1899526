"""A checker finds all that is wrong in a file, each fault once, and names places and remedies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import faults_of, pointed_at
from tonelint.data.checker import Checker, shortened, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from tonelint.data.nodes import Node


def checked(text: str, walk: Callable[[Checker, Node], object]) -> list[tuple[str, str]]:
    """Where the faults of a walk over a text point, and their messages."""
    checker = Checker("x.yaml", text)
    root = checker.compose()
    assert root is not None
    walk(checker, root)
    return [(pointed_at(text, fault), fault.message) for fault in checker.faults]


def test_a_file_without_faults_is_passed() -> None:
    checker = Checker("x.yaml", "a: b")
    root = checker.compose()
    assert root is not None
    found = checker.mapping(root, required=("a",))
    assert checker.text(found["a"][1]) == "b"
    checker.finish()


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_file_is_a_fault(text: str) -> None:
    checker = Checker("x.yaml", text)
    assert checker.compose() is None
    (fault,) = faults_of(checker.finish)
    assert (fault.path, fault.line, fault.column, fault.message) == ("x.yaml", 1, 1, "the file is empty")


def test_what_is_not_yaml_is_a_fault_with_its_line() -> None:
    checker = Checker("x.yaml", "a: b\nc: 'd' e\n")
    assert checker.compose() is None
    (fault,) = faults_of(checker.finish)
    assert (fault.line, fault.column, fault.excerpt) == (2, 8, "c: 'd' e")


def test_a_fault_behind_the_last_line_has_no_excerpt() -> None:
    checker = Checker("x.yaml", "a: 'b\n")
    assert checker.compose() is None
    (fault,) = faults_of(checker.finish)
    assert (fault.line, fault.column, fault.excerpt) == (2, 1, "")


def test_faults_come_in_the_order_of_the_file() -> None:
    checker = Checker("x.yaml", "a\nb\n")
    for place in ((2, 1), (1, 2), (1, 1)):
        checker.fault_at(*place, "wrong")
    assert [(fault.line, fault.column) for fault in faults_of(checker.finish)] == [(1, 1), (1, 2), (2, 1)]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("a: 1\nb: 2", [], id="the keys that must and may be there"),
        pytest.param("b: 2", [("b: 2", 'the key "a" is missing')], id="a missing key"),
        pytest.param("a: 1\nc: 2", [("c: 2", 'unknown key "c"; allowed: a, b')], id="an unknown key"),
        pytest.param(
            "a: 1\n'A ': 2", [("A ': 2", 'unknown key "A "; did you mean "a"? allowed: a, b')], id="a key in quotes"
        ),
        pytest.param("a: 1\nb: 2\na: 3", [("a: 3", 'the key "a" stands here twice')], id="a key twice"),
        pytest.param("a: 1\n'': 2", [("': 2", "the text is empty")], id="an empty key"),
        pytest.param(
            "a: 1\n[b]: 2",
            [("[b]: 2", "a text is wanted here, not a list; a text that begins with [ or { stands in quotes")],
            id="a list for a key",
        ),
        pytest.param("[a]", [("[a]", "a mapping is wanted here, not a list")], id="a list"),
        pytest.param("{}", [("{}", 'the key "a" is missing')], id="an empty mapping"),
    ],
)
def test_mappings(text: str, faults: list[tuple[str, str]]) -> None:
    assert checked(text, lambda checker, root: checker.mapping(root, required=("a",), optional=("b",))) == faults


def test_an_unknown_key_is_not_handed_on() -> None:
    """Nor is the second of two alike."""
    checker = Checker("x.yaml", "a: 1\nc: 2\na: 3")
    root = checker.compose()
    assert root is not None
    found = checker.mapping(root, optional=("a",))
    assert {key: node.text for key, (_, node) in found.items()} == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("{x: 1, y: 2}", [], id="any keys"),
        pytest.param("{}", [("{}", "the mapping is empty")], id="no keys"),
        pytest.param("{x: 1, x: 2}", [("x: 2}", 'the key "x" stands here twice')], id="a key twice"),
        pytest.param("text", [("text", "a mapping is wanted here, not a text")], id="a text"),
    ],
)
def test_mappings_with_open_keys(text: str, faults: list[tuple[str, str]]) -> None:
    assert checked(text, lambda checker, root: checker.mapping(root, optional=None)) == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("[a, b]", [], id="texts"),
        pytest.param("[]", [("[]", "the list is empty")], id="an empty list"),
        pytest.param("a", [("a", "a list of texts is wanted here, not a text")], id="a text"),
        pytest.param(
            "[a, '', \" \"]", [('\', " "]', "the text is empty"), (' "]', "the text is empty")], id="empty texts"
        ),
        pytest.param("- a\n-\n", [("", "the text is empty")], id="nothing"),
        pytest.param(
            "- [a] \n- {b c}",
            [
                ("[a] ", "a text is wanted here, not a list; a text that begins with [ or { stands in quotes"),
                ("{b c}", "a text is wanted here, not a mapping; a text that begins with [ or { stands in quotes"),
            ],
            id="patterns without quotes",
        ),
    ],
)
def test_lists_of_texts(text: str, faults: list[tuple[str, str]]) -> None:
    assert checked(text, lambda checker, root: checker.texts(root)) == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param("red", [], id="one of them"),
        pytest.param("Blu", [("Blu", 'unknown colour "Blu"; did you mean "blue"? allowed: red, blue')], id="another"),
        pytest.param("' '", [(" '", "the text is empty")], id="an empty text"),
        pytest.param(
            "[red]",
            [("[red]", "a text is wanted here, not a list; a text that begins with [ or { stands in quotes")],
            id="a list",
        ),
    ],
)
def test_one_of_a_closed_set(text: str, faults: list[tuple[str, str]]) -> None:
    assert checked(text, lambda checker, root: checker.one_of(root, "colour", ["red", "blue"])) == faults


def test_an_alias_is_complained_of_once() -> None:
    """Whatever it stands for: what kind it has is not known."""

    def walk(checker: Checker, root: Node) -> None:
        found = checker.mapping(root, optional=None)
        checker.text(found["b"][1])
        checker.texts(found["c"][1])
        checker.mapping(found["d"][1], optional=None)
        checker.one_of(found["e"][1], "colour", ["red"])

    text = "a: &x 1\nb: *x\nc: *x\nd: *x\ne: *x\n"
    assert [message for _, message in checked(text, walk)] == [
        "anchors are not used here: &x",
        *["aliases are not used here: *x"] * 4,
    ]


def test_a_fault_points_into_a_text() -> None:
    """The offset counts in the value, not in the line."""
    text = "- 'it''s here'"
    assert checked(text, lambda checker, root: checker.fault(root.children[0], "wrong", 5)) == [("here'", "wrong")]


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        pytest.param("a: |\n  one\n  two\n", 0, "one", id="the first line of a block"),
        pytest.param("a: |\n  one\n  two\n", 1, "two", id="a later line"),
        pytest.param("a: |\n\n  one\n\n  two\n", 3, "two", id="empty lines are counted, the first too"),
        pytest.param("a: |\n  one\n    two\n", 1, "two", id="a line that is indented further, where its words begin"),
        pytest.param("a: |-\n  one\n  two", 1, "two", id="a block without a last line break"),
        pytest.param("a: | # remark\n  one\n  two\n", 1, "two", id="a remark behind the bar"),
        pytest.param("a:\n  |\n  one\n  two\n", 1, "two", id="the bar on a line of its own"),
        pytest.param("b: x\na: |\n  one\n  two\nc: y\n", 1, "two", id="a block between others"),
        pytest.param("a: |\r\n  one\r\n  two\r\n", 1, "two", id="Windows line endings"),
        pytest.param("a: >\n  one\n  two\n", 1, ">", id="of a folded text, its start"),
        pytest.param("a: 'one\n\n  two'\n", 1, "one", id="of a text in quotes too"),
        pytest.param("a: one\n\n  two\n", 1, "one", id="and of a plain one"),
    ],
)
def test_a_fault_points_to_a_line_of_a_block(text: str, number: int, place: str) -> None:
    def walk(checker: Checker, root: Node) -> None:
        checker.fault_in_block(checker.mapping(root, optional=None)["a"][1], number, "wrong")

    assert checked(text, walk) == [(place, "wrong")]


def test_a_fault_in_a_block_shows_its_line() -> None:
    checker = Checker("x.yaml", "a: |\n  one\n  two\n")
    root = checker.compose()
    assert root is not None
    checker.fault_in_block(root.children[1], 1, "wrong")
    (fault,) = faults_of(checker.finish)
    assert (fault.line, fault.column, fault.excerpt) == (3, 3, "  two")


@pytest.mark.parametrize(
    ("found", "allowed", "message"),
    [
        pytest.param("x", ["red", "blue"], 'unknown hue "x"; allowed: red, blue', id="nothing near"),
        pytest.param("rde", ["red"], 'unknown hue "rde"; did you mean "red"? allowed: red', id="the nearest"),
        pytest.param("RED", ["Red"], 'unknown hue "RED"; did you mean "Red"? allowed: Red', id="other capitals"),
        pytest.param("a\nb", ["red"], 'unknown hue "a b"; allowed: red', id="a name of two lines on one"),
    ],
)
def test_unknown_names_get_the_nearest(found: str, allowed: list[str], message: str) -> None:
    assert unknown("hue", found, allowed) == message


def test_of_many_allowed_names_thirty_are_shown() -> None:
    message = unknown("hue", "x", [f"h{number}" for number in range(31)])
    assert message.endswith("h28, h29, …")


def test_long_texts_are_shortened() -> None:
    assert shortened("a" * 80) == "a" * 80
    assert shortened("a" * 81) == "a" * 79 + "…"
    assert shortened("a\nb ") == "a b "
