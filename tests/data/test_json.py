"""JSON is read as the standard library reads it, strictly, and each character of its texts knows its place."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.data.json import MOST_NESTED, parse_json
from tonelint.data.nodes import DataError, Kind, Node, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

SOUP = [
    *("{", "}", "[", "]", ",", ":", '"', "\\", " ", "\n", "\t", "\r\n", "\u2028", "\x00", "\x7f", "\ufeff", "å", "😀"),
    *(
        "0",
        "1",
        "-",
        "+",
        ".",
        "e",
        "E5",
        "01",
        "1.5",
        "-0",
        "true",
        "false",
        "null",
        "NaN",
        "Infinity",
        "'a'",
        "//",
        "x",
    ),
    *(
        '"a"',
        '"å😀"',
        '"\\n"',
        '"\\/"',
        '"\\u00e5"',
        '"\\ud83d\\ude00"',
        '"\\ud83d"',
        '"\\q"',
        '"\\u12"',
        '"a": ',
        "\\u00e5",
    ),
]
IN_A_TEXT = [
    "a",
    "å",
    "😀",
    "\u2028",
    "\x7f",
    '\\"',
    "\\\\",
    "\\/",
    "\\b",
    "\\f",
    "\\n",
    "\\r",
    "\\t",
    "\\u00e5",
    "\\u0000",
]
HALVES = ["\\ud83d", "\\ude00", "\\uD83D", "\\uDE00", "u", "d83d"]

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
layouts = st.fixed_dictionaries(
    {
        "ensure_ascii": st.booleans(),
        "indent": st.none() | st.integers(0, 3) | st.just("\t"),
        "separators": st.sampled_from([(",", ":"), (", ", ": "), (" ,\n", "\t:\r\n")]),
    }
)


def plain(node: Node) -> object:
    """A node as ordinary Python values."""
    if node.kind is Kind.MAPPING:
        return {key.text: plain(value) for key, value in zip(node.children[::2], node.children[1::2], strict=True)}
    if node.kind is Kind.LIST:
        return [plain(child) for child in node.children]
    return node.text if node.style else json.loads(node.text, parse_constant=str)


def texts(node: Node) -> Iterator[Node]:
    if node.kind is Kind.TEXT:
        yield node
    for child in node.children:
        yield from texts(child)


def loaded(text: str) -> Any:
    """What the standard library makes of a text, strictly, lone surrogates replaced.

    Raises:
        ValueError: it is not JSON.
    """
    value = json.loads(text, parse_constant=str)  # by their words, since nothing equals NaN
    return json.loads(re.sub("[\ud800-\udfff]", "\ufffd", json.dumps(value, ensure_ascii=False)))


@given(values, layouts)
def test_what_is_written_in_any_layout_is_read(value: object, layout: dict[str, Any]) -> None:
    assert plain(parse_json(json.dumps(value, **layout)).root) == value


@given(st.text() | st.lists(st.sampled_from(SOUP), max_size=8).map("".join))
def test_what_looks_like_json_is_read_or_refused_as_by_the_standard_library(text: str) -> None:
    try:
        expected = loaded(text)
    except ValueError:
        with pytest.raises(DataError) as caught:
            parse_json(text)
        assert 0 <= caught.value.index <= len(text)
    else:
        assert plain(parse_json(text).root) == expected


@given(values, layouts)
def test_every_node_stands_at_its_place(value: object, layout: dict[str, Any]) -> None:
    text = json.dumps(value, **layout)
    for node in texts(parse_json(text).root):
        written = json.loads(text[node.start : node.end])
        assert node.text == (written if node.style else text[node.start : node.end])


@given(st.lists(st.sampled_from(IN_A_TEXT + HALVES)).map("".join))
def test_each_part_of_a_text_stands_for_what_says_it(content: str) -> None:
    text = f'\n [{{"å": "{content}"}}]'
    tree = parse_json(text)
    _, node = texts(tree.root)
    mapped = tree.mapped(node)
    assert mapped.text == node.text == loaded(f'"{content}"')
    for piece in mapped.pieces:
        source = text[piece.source_start : piece.source_end]
        assert loaded(f'"{source}"') == mapped.text[piece.start : piece.end]
        assert piece.is_copy == (not source.startswith("\\"))


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        pytest.param('["får"]', "år", "år", id="copied letters"),
        pytest.param('["f\\u00e5r"]', "år", "\\u00e5r", id="an escape"),
        pytest.param('["a\\n\\"b"]', '\n"', '\\n\\"', id="two escapes"),
        pytest.param('["\\ud83d\\ude00!"]', "😀", "\\ud83d\\ude00", id="a character in two escapes"),
        pytest.param('["\\\\ud83d"]', "u", "u", id="what only looks like an escape"),
        pytest.param("[ 12.5e3 ]", "5e3", "5e3", id="a number"),
        pytest.param("[true]", "true", "true", id="a truth value"),
    ],
)
def test_a_part_of_a_value_stands_for_a_part_of_the_file(text: str, part: str, source: str) -> None:
    tree = parse_json(text)
    (node,) = tree.root.children
    start = node.text.index(part)
    assert text[slice(*tree.mapped(node).source_span(start, start + len(part)))] == source


@pytest.mark.parametrize("text", ['"a\ud83d"', '"a\\n\ud83d"', '"a\\ud83d"'])
def test_half_a_character_is_replaced(text: str) -> None:
    """In whatever way it is written: it could be printed nowhere."""
    tree = parse_json(text)
    assert tree.mapped(tree.root).text == tree.root.text
    assert tree.root.text[-1] == "\ufffd"


@pytest.mark.parametrize(
    ("text", "kind", "style"),
    [
        pytest.param('"1"', Kind.TEXT, '"', id="a text"),
        pytest.param("1", Kind.TEXT, "", id="a number"),
        pytest.param("false", Kind.TEXT, "", id="a truth value"),
        pytest.param("null", Kind.NOTHING, "", id="null"),
        pytest.param("[null]", Kind.LIST, "", id="a list"),
        pytest.param("{}", Kind.MAPPING, "", id="an object"),
    ],
)
def test_kinds(text: str, kind: Kind, style: str) -> None:
    root = parse_json(text).root
    assert (root.kind, root.style) == (kind, style)


def test_of_a_key_that_stands_twice_the_last_counts() -> None:
    assert Value(parse_json('{"a": "1", "b": "2", "a": "3"}').root).text_at("a") == "3"


@pytest.mark.parametrize(
    ("text", "index", "message"),
    [
        pytest.param("", 0, "a value is wanted here, and the text ends", id="an empty file"),
        pytest.param(" \n", 2, "a value is wanted here, and the text ends", id="a blank file"),
        pytest.param("[1, 2", 5, '"," or "]" is wanted here, and the text ends', id="an open list"),
        pytest.param('{"a": 1', 7, '"," or "}" is wanted here, and the text ends', id="an open object"),
        pytest.param("[1 2]", 3, '"," or "]" is wanted here, and "2" stands there', id="a comma left out"),
        pytest.param("[1,]", 3, 'a value is wanted here, and "]" stands there', id="a comma too many in a list"),
        pytest.param('{"a": 1,}', 8, "a key in double quotes is wanted here", id="a comma too many in an object"),
        pytest.param("{a: 1}", 1, 'a key in double quotes is wanted here, and "a" stands', id="a key without quotes"),
        pytest.param('{"a" 1}', 5, '":" is wanted here, between a key and its value', id="a colon left out"),
        pytest.param("[1}", 2, '"," or "]" is wanted here, and "}" stands there', id="the wrong bracket"),
        pytest.param("1 2", 2, "the file should end after its first value", id="two values"),
        pytest.param("['a']", 1, 'a value is wanted here, and "\'" stands there', id="single quotes"),
        pytest.param("[01]", 2, '"," or "]" is wanted here, and "1" stands there', id="a zero before a number"),
        pytest.param("[1.]", 2, '"," or "]" is wanted here, and "." stands there', id="a number that breaks off"),
        pytest.param("// hej\n1", 0, 'a value is wanted here, and "/" stands there', id="a comment"),
        pytest.param("\x0b1", 0, "a value is wanted here, and the character U+000B stands there", id="a strange blank"),
        pytest.param('["abc', 1, "the text that begins here is never closed", id="an open text"),
        pytest.param('["abc\\', 5, 'no such escape; write "\\\\" for a backslash', id="an open escape"),
        pytest.param('["C:\\q"]', 4, 'no such escape; write "\\\\" for a backslash', id="an unknown escape"),
        pytest.param('["\\u12x4"]', 2, "no such escape", id="an escape that breaks off"),
        pytest.param('["ett\ntvå"]', 5, 'a line ends inside a text; write "\\n", or close the text', id="a line break"),
        pytest.param('["\x00"]', 2, 'U+0000 cannot stand in a text; write "\\u0000"', id="a control character"),
        pytest.param('["ett\ttvå"]', 5, 'U+0009 cannot stand in a text; write "\\u0009"', id="a tab"),
    ],
)
def test_what_is_not_json_is_refused_at_its_place(text: str, index: int, message: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_json(text)
    assert str(caught.value).startswith("not JSON: ")
    assert message in str(caught.value)
    assert caught.value.index == index


@pytest.mark.parametrize("opener", ["[", '{"a":', '[{"a": ', "[\n"])
def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack(opener: str) -> None:
    with pytest.raises(DataError, match=f"lists and objects stand more than {MOST_NESTED} deep") as caught:
        parse_json(opener * 100_000)
    assert caught.value.index < 2000


def test_nesting_that_is_allowed() -> None:
    """A list too many is refused, be it empty."""
    assert parse_json("[" * MOST_NESTED + "]" * MOST_NESTED).root.kind is Kind.LIST
    assert parse_json("[" * MOST_NESTED + "1" + "]" * MOST_NESTED).root.kind is Kind.LIST
    with pytest.raises(DataError):
        parse_json("[" * MOST_NESTED + "[]" + "]" * MOST_NESTED)


def test_more_values_than_can_be_held_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parse_json("[1, 2, 3]")
    monkeypatch.setattr("tonelint.data.json.MOST_NODES", 2)
    with pytest.raises(DataError, match="more than 1,000,000 values"):
        parse_json("[1, 2, 3]")
