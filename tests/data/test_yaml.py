"""YAML becomes nodes with exact places; a file that is none is refused with the place and the reason."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tonelint.data.nodes import DataError, Kind, Node, Value
from tonelint.data.yaml import MOST_NESTED, Extra, compose, parse_yaml

TOKENS = [
    *(
        "a",
        "b c",
        "å😀",
        "-",
        "- ",
        "?",
        "? ",
        ":",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "'x'",
        '"y\\n"',
        '"\\ud83d"',
        "#x",
    ),
    *("|\n", "|2-\n", ">\n  ", ">+\n", "&a ", "*a", "!t ", "!!str ", "---\n", "...\n", "\\", "%", "@", "`", "\x00"),
    *("\n", "\n\n", "\n ", " ", "  ", "\n  ", "\r\n", "\u2028", "\x85", '"\\U00110000"', '"\\UFFFFFFFF"', "~"),
]
soup = st.lists(st.sampled_from(TOKENS), max_size=14).map("".join)


def root(text: str) -> Node:
    (tree,) = parse_yaml(text)
    return tree.root


def plain(node: Node) -> object:
    """A node as ordinary Python values; an alias as an ellipsis."""
    if node.kind is Kind.MAPPING:
        return {plain(key): plain(value) for key, value in zip(node.children[::2], node.children[1::2], strict=True)}
    if node.kind is Kind.LIST:
        return [plain(child) for child in node.children]
    return {Kind.TEXT: node.text, Kind.NOTHING: None, Kind.ALIAS: ...}[node.kind]


def written(node: Node) -> object:
    """A node as ordinary Python values, nothing as it is written."""
    if node.kind is Kind.MAPPING:
        return {
            written(key): written(value) for key, value in zip(node.children[::2], node.children[1::2], strict=True)
        }
    return [written(child) for child in node.children] if node.kind is Kind.LIST else node.text


def read_by(loader: type, text: str) -> list[Node] | None:
    """The roots that one of PyYAML's loaders leads to; None where it refuses the text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tonelint.data.yaml._Loader", loader)
        try:
            return compose(text, MOST_NESTED, lambda *_: None)
        except DataError:
            return None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("", [], id="an empty file"),
        pytest.param("# bara en kommentar\n", [], id="a comment"),
        pytest.param("---\n---\n...\n", [], id="empty documents"),
        pytest.param("a: no\nb: [3, true, 2020-01-01]", [{"a": "no", "b": ["3", "true", "2020-01-01"]}], id="texts"),
        pytest.param(
            "- ~\n- null\n- NULL\n-\n- '~'\n- ''", [[None, None, None, None, "~", ""]], id="nothing, and texts"
        ),
        pytest.param("a: 1\n---\n- b\n---\n---\nc", [{"a": "1"}, ["b"], "c"], id="several documents"),
        pytest.param("a: &x [b]\nc: *x\nd: &y e", [{"a": ["b"], "c": ..., "d": "e"}], id="an alias"),
        pytest.param(
            "a: &x {b: c}\nd:\n  <<: *x\n  e: f", [{"a": {"b": "c"}, "d": {"<<": ..., "e": "f"}}], id="a merge key"
        ),
        pytest.param("a: *x", [{"a": ...}], id="an alias of nothing"),
        pytest.param(
            "- !ruby/sym hej\n- !!str 3\n- !Sub '${x}'\n- !!binary |\n  aGVq\n- !x [a]\n- !<tag:x,2000:y> b",
            [["hej", "3", "${x}", "aGVq\n", ["a"], "b"]],
            id="tags",
        ),
        pytest.param('a: "\\ud83d\\ude00 \\ud83d"', [{"a": "😀 \ufffd"}], id="characters in two escapes"),
        pytest.param(
            "- \\ud83d\n- '\\ud83d'\n- |\n  \\ud83d", [["\\ud83d", "\\ud83d", "\\ud83d"]], id="what only looks so"
        ),
        pytest.param('- "\\\\ud83d\\\\\\ud83d"', [["\\ud83d\\\ufffd"]], id="behind escaped backslashes"),
    ],
)
def test_values(text: str, values: list[object]) -> None:
    assert [plain(tree.root) for tree in parse_yaml(text)] == values


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="nothing"),
        pytest.param("\ufeff", id="a byte-order mark"),
        pytest.param("# å\r\n# 😀\r\n", id="Windows line endings"),
        pytest.param("# a\x85# b\u2028# c\u2029# d\r# e\n", id="every line ending of YAML 1.1"),
        pytest.param("\ufeff# 😀\u2028# å\r\n\r\n", id="all at once"),
        pytest.param("--- å\n---\n", id="another document"),
        pytest.param("%YAML 1.1\n%TAG !x! tag:x,2000:\n---\n", id="directives"),
    ],
)
@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
def test_a_node_stands_where_it_stands_whatever_stands_before(loader: type, before: str) -> None:
    text = before + "😀: 'å\u2028 \x85😀'\nlista: [ett, \"två\\u00e5\", &x !y tre]\n"
    roots = read_by(loader, text)
    assert roots
    node = roots[-1]
    key, value, _, items = node.children
    written = [text[child.start : child.end] for child in (key, value, *items.children)]
    assert written == ["😀", "'å\u2028 \x85😀'", "ett", '"två\\u00e5"', "tre"]
    assert (node.start, text[items.start : items.end]) == (key.start, "[")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- &x ord", id="an anchor"),
        pytest.param("- !x ord", id="a tag"),
        pytest.param("- !x &y  ord", id="both"),
        pytest.param("- &y !<x> # anmärkning\n\n  ord", id="both, on other lines"),
        pytest.param("- !!str\r\n  ord", id="a tag of YAML, on another line"),
    ],
)
def test_a_text_begins_behind_its_anchor_and_tag(text: str) -> None:
    (node,) = root(text).children
    assert text[node.start : node.end] == node.text == "ord"


def test_a_tree_knows_the_place_of_each_character() -> None:
    text = '\ufefftitle: x\nbody: "f\\u00e5r"\n'
    (tree,) = parse_yaml(text)
    body = Value(tree.root).get("body")
    assert body
    assert text[slice(*tree.mapped(body.node).source_span(1, 2))] == "\\u00e5"


@pytest.mark.parametrize(
    ("text", "index", "message"),
    [
        pytest.param("a: 'b", 5, "unexpected end of stream", id="an open quotation mark"),
        pytest.param("\ufeffa: 'b", 6, "unexpected end of stream", id="behind a byte-order mark"),
        pytest.param("a: [b\nc: d", 7, "while parsing a flow sequence that begins in line 1", id="an open list"),
        pytest.param("a: b: c", 4, "mapping values are not allowed", id="two colons"),
        pytest.param("a:\n\tb: c", 3, "this is a tab: indent with spaces", id="a tab"),
        pytest.param("a: @b", 3, "stands in quotes", id="a sign that YAML keeps for itself"),
        pytest.param("a: b\n---\nc: 'd", 14, "unexpected end of stream", id="in a later document"),
        pytest.param("åå: \x07", 4, "U+0007 cannot stand there", id="a control character"),
        pytest.param("a: \ud800", 3, "U+D800 cannot stand there", id="half a character"),
        pytest.param('a: "\\q"', 4, "unknown escape", id="an unknown escape"),
    ],
)
def test_what_is_not_yaml_is_refused_at_its_place(text: str, index: int, message: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_yaml(text)
    assert message in str(caught.value)
    assert caught.value.index == index


def test_where_a_thing_began_is_told_only_of_other_lines() -> None:
    with pytest.raises(DataError) as caught:
        parse_yaml("a: [b, 'c]")
    assert "that begins in line" not in str(caught.value)


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? ", "[{a: ", "[\n", "&a [", "!a ["])
def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack(opener: str) -> None:
    with pytest.raises(DataError, match=f"{MOST_NESTED} deep or deeper"):
        parse_yaml(opener * 100_000)


def test_nesting_that_is_allowed() -> None:
    deep = MOST_NESTED - 1
    assert parse_yaml("[" * deep + "]" * deep)


def test_a_bomb_of_aliases_does_not_grow() -> None:
    """Each level names the one before it nine times; as values that would be nine to the ninth."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    last = root("\n".join(lines)).children[-1]
    assert [child.kind for child in last.children] == [Kind.ALIAS] * 9
    assert not any(child.children for child in last.children)


def test_an_alias_within_what_it_stands_for_does_no_harm() -> None:
    assert plain(root("&a [b, *a]")) == ["b", ...]


def test_what_else_a_file_holds_is_told() -> None:
    told: list[tuple[Extra, str, int]] = []
    compose("- &x !y a\n- *x\n--- b\n---\n", MOST_NESTED, lambda *extra: told.append(extra))
    anchor, tag, alias = (Extra.ANCHOR, "x", 2), (Extra.TAG, "!y", 2), (Extra.ALIAS, "x", 12)
    assert told == [anchor, tag, alias, (Extra.DOCUMENT, "", 15), (Extra.DOCUMENT, "", 21)]


@given(st.text() | soup)
def test_any_text_is_read_or_refused_at_a_place_inside(text: str) -> None:
    index = 0
    try:
        parse_yaml(text)
    except DataError as error:
        index = error.index
    assert 0 <= index <= len(text)


@given(soup)
def test_the_values_are_those_that_pyyaml_makes(text: str) -> None:
    """Held against PyYAML's own way to values, in which every text is one; it follows aliases and refuses many keys."""
    text = text.replace("*a", "a").replace("\\ud83d", "\\ue83d")
    try:
        theirs = list(yaml.load_all(text, yaml.CBaseLoader))
        ours = compose(text, MOST_NESTED, lambda *_: None)
    except (yaml.YAMLError, DataError):
        return
    assert [written(node) for node in ours] == theirs


def without_nothing(node: Node) -> Node:
    """A node in which nothing has no place: in ``{a: }`` the two loaders put it at different sides of the space."""
    if node.kind is Kind.NOTHING:
        return Node(Kind.NOTHING, 0, 0)
    return Node(node.kind, node.start, node.end, node.text, node.style, tuple(map(without_nothing, node.children)))


@given(st.sampled_from(["", "\ufeff", "- ", "a: ", "["]), soup)
def test_both_loaders_lead_to_the_same_nodes(before: str, text: str) -> None:
    """Of what both of them read; the one in Python refuses more, tabs above all."""
    in_c, in_python = read_by(yaml.CSafeLoader, before + text), read_by(yaml.SafeLoader, before + text)
    if in_c is not None and in_python is not None:
        assert list(map(without_nothing, in_c)) == list(map(without_nothing, in_python))


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize("escape", ["\\U00110000", "\\UFFFFFFFF"])
def test_an_escape_of_no_character_is_refused_by_both_loaders(loader: type, escape: str) -> None:
    assert read_by(loader, f'- "{escape}"') is None


def test_more_values_than_can_be_held_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parse_yaml("- 1\n- 2\n- 3\n")
    monkeypatch.setattr("tonelint.data.yaml.MOST_NODES", 2)
    with pytest.raises(DataError, match="more than 1,000,000 values"):
        parse_yaml("- 1\n- 2\n- 3\n")
