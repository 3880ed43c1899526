"""YAML becomes nodes with their places; what would hide the content of a file is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.data.nodes import DataError, Kind, Node
from tonelint.data.strict import MOST_NESTED, compose, index_in


def composed(text: str) -> Node:
    """The root of a text in which nothing is refused."""
    refused: list[tuple[int, str]] = []
    root = compose(text, lambda index, reason: refused.append((index, reason)))
    assert refused == []
    assert root is not None
    return root


def plain(node: Node) -> object:
    """A node as ordinary Python values."""
    if node.kind is Kind.MAPPING:
        return {plain(key): plain(value) for key, value in zip(node.children[::2], node.children[1::2], strict=True)}
    return [plain(child) for child in node.children] if node.kind is Kind.LIST else node.text


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"], ids=["empty", "blank", "a comment"])
def test_a_text_without_content_has_no_root(text: str) -> None:
    assert compose(text, lambda _, reason: pytest.fail(reason)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("no", "no", id="a word that YAML takes for false is a text"),
        pytest.param(
            "[3, ~, 1.5, yes, 2020-01-01]", ["3", "~", "1.5", "yes", "2020-01-01"], id="all scalars are texts"
        ),
        pytest.param("a: {b: [c, 'd']}\ne: |\n  f\n", {"a": {"b": ["c", "d"]}, "e": "f\n"}, id="mappings and lists"),
        pytest.param("---\na: b\n...\n", {"a": "b"}, id="document marks around one document"),
        pytest.param("a:\r\n  - b\r\n", {"a": ["b"]}, id="Windows line endings"),
    ],
)
def test_mappings_lists_and_texts_are_read(text: str, value: object) -> None:
    assert plain(composed(text)) == value


def test_an_empty_value_is_told_from_an_empty_text() -> None:
    nothing, empty = composed("[a: , '']").children
    assert nothing.children[1].kind is Kind.NOTHING
    assert (empty.kind, empty.text, empty.style) == (Kind.TEXT, "", "'")


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        pytest.param("a: &x b", [(3, "anchors are not used here: &x")], id="an anchor"),
        pytest.param("a: &x [b]\nc: *x", [(3, "anchors"), (13, "aliases are not used here: *x")], id="an alias"),
        pytest.param("a: &x {b: c}\nd:\n  <<: *x", [(3, "anchors"), (22, "aliases")], id="a merge key"),
        pytest.param("- !!str b", [(2, "tags are not used here: tag:yaml.org,2002:str")], id="a tag of YAML"),
        pytest.param("- !!python/name:os.system x", [(2, "tags")], id="a tag that would run code"),
        pytest.param(
            "- ! tack", [(2, 'put a text that begins with "!" in quotes')], id="an exclamation mark without quotes"
        ),
    ],
)
def test_anchors_aliases_and_tags_are_refused_at_their_place(text: str, refused: list[tuple[int, str]]) -> None:
    found: list[tuple[int, str]] = []
    compose(text, lambda index, reason: found.append((index, reason)))
    assert [index for index, _ in found] == [index for index, _ in refused]
    assert all(part in reason for (_, reason), (_, part) in zip(found, refused, strict=True))


def test_a_bomb_of_aliases_does_not_grow() -> None:
    """Each level names the one before it nine times; as values that would be nine to the ninth."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    found: list[str] = []
    root = compose("\n".join(lines), lambda _, reason: found.append(reason))
    assert root is not None
    assert len(found) == 10 + 9 * 9
    assert {child.kind for child in root.children[3].children} == {Kind.ALIAS}


@pytest.mark.parametrize(
    ("text", "index", "message"),
    [
        pytest.param("a: 'b", 5, "unexpected end of stream", id="an open quotation mark"),
        pytest.param("a: [b\nc: d", 7, "while parsing a flow sequence that begins in line 1", id="an open list"),
        pytest.param("- [a] b", 6, "stands in quotes", id="a pattern with brackets without quotes"),
        pytest.param("- %a", 2, "stands in quotes", id="a sign that YAML keeps for itself"),
        pytest.param("a: b: c", 4, "mapping values are not allowed", id="two colons"),
        pytest.param("a:\n\tb: c", 3, "this is a tab: indent with spaces", id="a tab"),
        pytest.param('a: "\\q"', 4, "unknown escape", id="an unknown escape"),
        pytest.param("a: b\n---\nc: d", 5, "a second document begins", id="a second document"),
        pytest.param("--- a\n--- b", 6, "a second document begins", id="a second document of one text"),
        pytest.param("%YAML 9.9\n---\na", 0, "incompatible YAML document", id="another version of YAML"),
        pytest.param("åå: \x07", 4, "U+0007 cannot stand there", id="a control character"),
        pytest.param("a: b\ufeff", 4, "U+FEFF cannot stand there", id="a byte-order mark inside"),
        pytest.param("a: \ud800", 3, "U+D800 cannot stand there", id="half a character"),
        pytest.param("{a: " * MOST_NESTED, 4 * (MOST_NESTED - 1), "10 deep or deeper", id="too deep mappings"),
    ],
)
def test_what_is_not_yaml_is_refused_at_its_place(text: str, index: int, message: str) -> None:
    with pytest.raises(DataError) as caught:
        composed(text)
    assert message in str(caught.value)
    assert caught.value.index == index


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack(opener: str) -> None:
    with pytest.raises(DataError, match="10 deep or deeper"):
        composed(opener * 100_000)


@given(st.text() | st.text(alphabet="ab:-,?[]{}#&*!|>'\"%@\\ \t\r\n\x85\u2028\x00"))
def test_any_text_is_composed_or_refused_at_a_place_inside(text: str) -> None:
    indices: list[int] = []
    try:
        compose(text, lambda index, _: indices.append(index))
    except DataError as error:
        indices.append(error.index)
    assert all(0 <= index <= len(text) for index in indices)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- ab @", id="plain"),
        pytest.param("- 'ab @'", id="in single quotes"),
        pytest.param("- 'it''s ''ab'' @'", id="in single quotes with single quotes"),
        pytest.param('- "ab @"', id="in double quotes"),
        pytest.param('- "\\"ab\\" \\u2026 \\x41 \\U0001F600 \\\\ @"', id="behind escapes"),
        pytest.param("[x, ab @, y]", id="in a list in brackets"),
        pytest.param("- ab\n  cd @\n", id="plain, on the second line"),
        pytest.param("- 'ab\n\n\n  cd @'", id="behind blank lines"),
        pytest.param('- "ab\r\n   cd @"', id="behind a Windows line ending"),
        pytest.param('- "ab\\\n   cd @"', id="behind an escaped line ending"),
        pytest.param("- ab   cd @", id="behind several spaces"),
        pytest.param("- å😀 @", id="behind a character outside the first plane"),
    ],
)
def test_a_character_of_a_text_is_found_in_the_file(text: str) -> None:
    """Where the value has its @, the file has it too."""
    node = next(child for child in composed(text).children if "@" in child.text)
    assert text[index_in(node, text, node.text.index("@"))] == "@"


@pytest.mark.parametrize("style", ["{}", "'{}'", '"{}"'], ids=["plain", "single quotes", "double quotes"])
@given(value=st.text(alphabet="ab <>…", min_size=1).map(lambda text: f"x{text}".strip()))
def test_a_text_on_one_line_keeps_its_distances(style: str, value: str) -> None:
    text = "- " + style.format(value)
    (node,) = composed(text).children
    assert [text[index_in(node, text, offset)] for offset in range(len(value))] == list(value)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        pytest.param("- |\n  ab", 2, id="a block text"),
        pytest.param("- >\n  ab", 2, id="a folded block text"),
        pytest.param("- [a]", 2, id="a list"),
        pytest.param("- a: b", 2, id="a mapping"),
        pytest.param("- ", 1, id="nothing"),
    ],
)
def test_what_has_no_characters_is_found_at_its_start(text: str, index: int) -> None:
    (node,) = composed(text).children
    assert index_in(node, text, 1) == index


def test_an_offset_behind_the_text_is_its_end() -> None:
    text = "- 'ab'"
    (node,) = composed(text).children
    assert text[index_in(node, text, 2)] == "'"
