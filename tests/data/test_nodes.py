"""A value knows what it is and the way to it from the root."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.data.json import parse_json
from tonelint.data.nodes import Kind, Node, Value
from tonelint.data.yaml import parse_yaml

EXPORT = """
macros:
- title: Försenad leverans
  active: true
  actions: []
- title: &rubrik Återbetalning
  actions:
  - {field: subject, value: Din återbetalning}
  - field: comment_value
    value: Pengarna är på väg.
  note:
- *rubrik
"""


@pytest.fixture
def export() -> Value:
    (tree,) = parse_yaml(EXPORT)
    return Value(tree.root)


def words(text: str) -> Node:
    return Node(Kind.TEXT, 0, 0, text)


def test_a_value_is_found_by_its_keys_and_knows_the_way_to_it(export: Value) -> None:
    macros = export.get("macros")
    assert macros
    second = list(macros.items())[1]
    actions = second.get("actions")
    assert actions
    found = [value for action in actions.items() for value in [action.get("value")] if value]
    assert [(value.location, value.text) for value in found] == [
        ("macros[1].actions[0].value", "Din återbetalning"),
        ("macros[1].actions[1].value", "Pengarna är på väg."),
    ]


def test_what_is_not_there_is_none(export: Value) -> None:
    assert export.get("triggers") is None
    assert export.at("macros", "title") is None
    assert export.at("triggers", "title", "text") is None
    assert export.text_at("triggers") == export.text_at("macros") == ""
    assert export.at() == export


def test_several_keys_lead_further_down() -> None:
    value = Value(parse_json('{"reply": {"body": {"text": "Hej"}}}').root).at("reply", "body", "text")
    assert value
    assert (value.text, value.location) == ("Hej", "reply.body.text")


def test_of_a_key_that_stands_twice_the_last_counts() -> None:
    value = Value(parse_json('{"a": 1, "a": 2}').root)
    assert (value.keys, value.text_at("a")) == (["a", "a"], "2")


@pytest.mark.parametrize(
    ("text", "is_mapping", "is_list", "is_quoted", "words"),
    [
        pytest.param("{a: b}", True, False, False, "", id="a mapping"),
        pytest.param("[a]", False, True, False, "", id="a list"),
        pytest.param("ord", False, False, False, "ord", id="a plain text"),
        pytest.param("true", False, False, False, "true", id="a truth value"),
        pytest.param("'true'", False, False, True, "true", id="a text in quotes"),
        pytest.param("|\n  ord", False, False, True, "ord", id="a block text"),
    ],
)
def test_what_a_value_is(text: str, is_mapping: bool, is_list: bool, is_quoted: bool, words: str) -> None:
    value = Value(parse_yaml(text)[0].root)
    assert (value.is_mapping, value.is_list, value.is_quoted, value.text) == (is_mapping, is_list, is_quoted, words)
    assert bool(value.keys) == bool(list(value.entries())) == is_mapping
    assert bool(list(value.items())) == is_list


@pytest.mark.parametrize("kind", [Kind.NOTHING, Kind.ALIAS])
def test_what_is_no_text_has_no_words(kind: Kind) -> None:
    value = Value(Node(kind, 0, 4, "null"))
    assert (value.text, value.is_quoted, value.keys, list(value.items())) == ("", False, [], [])


@pytest.mark.parametrize(
    ("key", "location"),
    [
        pytest.param("body", "reply.body", id="a name"),
        pytest.param("body_html-2", "reply.body_html-2", id="a name with signs of names"),
        pytest.param("hälsning", "reply.hälsning", id="a name with letters of other alphabets"),
        pytest.param("två ord", 'reply["två ord"]', id="a blank"),
        pytest.param("a.b", 'reply["a.b"]', id="a full stop"),
        pytest.param("1", 'reply["1"]', id="a digit first"),
        pytest.param("", 'reply[""]', id="nothing"),
        pytest.param('"\\\n', 'reply["\\"\\\\\\n"]', id="what would break the quotes or the line"),
    ],
)
def test_odd_keys_stand_in_quotes(key: str, location: str) -> None:
    node = Node(Kind.MAPPING, 0, 0, children=(words(key), words("x")))
    assert [(name, value.location) for name, value in Value(node, "reply").entries()] == [(key, location)]


@pytest.mark.parametrize(("key", "location"), [("body", "body"), ("a b", '["a b"]')])
def test_at_the_root_a_location_begins_without_a_dot(key: str, location: str) -> None:
    node = Node(Kind.MAPPING, 0, 0, children=(words(key), words("x")))
    assert [value.location for _, value in Value(node).entries()] == [location]


@pytest.mark.parametrize(
    ("column", "location"),
    [("reply", "row 7, column reply"), ("Reply text", 'row 7, column "Reply text"'), ('"', 'row 7, column "\\""')],
)
def test_a_cell_is_named_by_its_row_and_column(column: str, location: str) -> None:
    node = Node(Kind.MAPPING, 0, 0, children=(words(column), words("x")))
    cell = Value(node, "row 7").get(column)
    assert cell
    assert cell.location == location


def test_items_of_the_root_are_numbered_from_zero() -> None:
    value = Value(Node(Kind.LIST, 0, 0, children=(words("a"), words("b"))))
    assert [item.location for item in value.items()] == ["[0]", "[1]"]


@given(st.lists(st.text() | st.sampled_from(["a", "b", '"', "]", ".", "row 1"]), min_size=2, max_size=2, unique=True))
def test_two_ways_never_look_the_same(keys: list[str]) -> None:
    node = Node(Kind.MAPPING, 0, 0, children=(words(keys[0]), words("x"), words(keys[1]), words("y")))
    one, other = (value.location for _, value in Value(node, "reply").entries())
    assert one != other
