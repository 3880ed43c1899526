"""A text of YAML is read as PyYAML reads it, and each of its characters knows where it stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tonelint.data.nodes import DataError, Kind, Node
from tonelint.data.scalars import BREAKS, character, decoded, mapped
from tonelint.data.yaml import parse_yaml
from tonelint.model import Span
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator

AWKWARD = "ab å😀 \t\n\r'\"\\:#-,?[]{}&*!|>%@`~=\x00\x07\x85\xa0\u2028\u2029\ufeff"
SOUP = [
    *(
        "a",
        "b c",
        "å😀",
        "#x",
        ",",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "\\",
        "\t",
        "\\\n",
        "\\\r\n \n",
        '\\"',
        "\\x41",
        "\\ud83d",
    ),
    *(
        "- ",
        "? ",
        ": ",
        "|\n",
        "|2-\n",
        ">\n  ",
        ">+\n",
        "&a ",
        "*a",
        "!t ",
        "!!str ",
        "---\n",
        "...\n",
        "\u2028",
        "\x85",
    ),
    *("\n", "\n\n", "\n ", " ", "  ", "\n  ", "\r\n", "\r\n  ", "\n\t", "'x'", '"y\\n"', '"\\ud83d\\ude00"'),
]
OPENINGS = ["", "a: |2\n  ", "a: >\n  ", '- "', "- '", "- x", "- |+1\n", "- >-1\n  "]

values = st.recursive(
    st.text() | st.text(AWKWARD) | st.text("ab \n"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(AWKWARD), inner, max_size=3),
    max_leaves=6,
)
layouts = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "default_flow_style": st.sampled_from([True, False, None]),
        "width": st.integers(5, 80),
        "allow_unicode": st.booleans(),
        "indent": st.integers(2, 9),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)
endings = st.sampled_from(["\n", "\r\n", "\r", "\x85"])
blanks = st.text(" ", max_size=4)


def texts(node: Node) -> Iterator[Node]:
    """The texts below a node, itself included."""
    if node.kind is Kind.TEXT:
        yield node
    for child in node.children:
        yield from texts(child)


def all_texts(text: str) -> list[Node]:
    return [node for tree in parse_yaml(text) for node in texts(tree.root)]


def assert_decoded(text: str, node: Node) -> None:
    """The value is PyYAML's, and each part of it stands for a part of the file that says it."""
    found = decoded(node, text)
    assert found.text == node.text
    assert mapped(node, text) == found
    for piece in found.pieces:
        source = text[piece.source_start : piece.source_end]
        assert says(source, found.text[piece.start : piece.end], node.style), (source, node)


def says(source: str, value: str, style: str) -> bool:
    """Whether a part of a file says a part of a value, told without the code under test."""
    if source == value:
        return True
    if style == "'" and source == "''":
        return value == "'"
    if style == '"' and source.startswith("\\u"):
        halves = source.encode().decode("unicode_escape").encode("utf-16", "surrogatepass")
        return halves.decode("utf-16", "replace") == value
    if style == '"' and source.startswith("\\"):
        return bool(yaml.safe_load(f'"{source}"') == value)
    breaks = sum(source.replace("\r\n", "\n").count(sign) for sign in BREAKS)
    return not source.strip(" \t" + BREAKS) and (value == " " or (not value.strip(BREAKS) and len(value) <= breaks))


@given(values, layouts)
def test_what_pyyaml_writes_is_read_with_its_places(value: object, layout: dict[str, Any]) -> None:
    """In whatever style, width and indentation: the way out for texts that cannot be placed is never taken."""
    text = yaml.safe_dump(value, **layout)
    try:
        nodes = all_texts(text)
    except DataError:  # PyYAML writes some texts so that it cannot read them back
        with pytest.raises(yaml.YAMLError):
            yaml.safe_load(text)
        nodes = []
    for node in nodes:
        assert_decoded(text, node)


@given(st.sampled_from(OPENINGS), st.lists(st.sampled_from(SOUP), max_size=14).map("".join))
def test_what_looks_like_yaml_is_read_with_its_places(opening: str, soup: str) -> None:
    text = opening + soup + opening[-1:] * opening.endswith(("'", '"'))
    try:
        nodes = all_texts(text)
    except DataError:
        nodes = []
    for node in nodes:
        assert_decoded(text, node)


@st.composite
def block_texts(draw: st.DrawFn) -> str:
    """A block text with one @ in it, below other things or by itself."""
    ending = draw(endings)
    context, floor = draw(
        st.sampled_from([("", 0), ("--- ", 0), ("- ", 0), ("a: ", 0), ("- - ", 2), (f"a:{ending}  b: ", 2)])
    )
    more = draw(st.integers(1, 4))
    words = st.builds(str.__add__, blanks, st.sampled_from(["ord", "två ord", "# ord", "\tord", "😀 ", "- a: b"]))
    others = st.lists(words | blanks, max_size=4)
    lines = [*draw(others), draw(blanks) + "ord @ ord", *draw(others)]
    needs_indicator = next(line for line in lines if line)[0] in " \t"
    indicator = str(more) if needs_indicator or draw(st.booleans()) else ""
    chomping = draw(st.sampled_from(["", "-", "+"]))
    signs = indicator + chomping if draw(st.booleans()) else chomping + indicator
    header = draw(st.sampled_from("|>")) + signs + draw(st.sampled_from(["", " ", " # re-mark +"]))
    indented = [" " * (floor + more) + line if line else " " * draw(st.integers(0, floor + more)) for line in lines]
    last = draw(st.sampled_from(["", ending, ending + ending]))
    return context + header + ending + ending.join(indented) + last


@given(block_texts())
def test_a_character_of_a_block_text_is_found_under_any_layout(text: str) -> None:
    (node,) = [node for node in all_texts(text) if "@" in node.text]
    assert_decoded(text, node)
    offset = node.text.index("@")
    assert mapped(node, text).source_span(offset, offset + 1).start == text.index("@")


@st.composite
def inline_texts(draw: st.DrawFn) -> str:
    """A plain text or one in quotes, with one @ in it, in blocks or brackets."""
    quote = draw(st.sampled_from(["", "'", '"']))
    ending = draw(endings)
    line = st.builds("{}{}{}    ".format, blanks, st.just(ending), blanks)
    fold = st.lists(line, min_size=1, max_size=3).map("".join)
    escapes = {
        '"': ["\\xe5", "\\u00e5", "\\U0001F600", "\\n", "\\\\", '\\"', "\\ud83d\\ude00", f"\\{ending}  "],
        "'": ["''"],
    }
    words = st.sampled_from(["ord", "😀", "å-ä", *escapes.get(quote, [])])
    parts = st.lists(words | st.just(" ") | fold, max_size=5).map("".join)
    content = f"x{draw(parts)}@{draw(parts)}x"
    return draw(
        st.sampled_from(["- {}", "a: {}", "[y, {}, z]", "{{y: {}, z: w}}", "- - {}", "[&a {}]", "- !t &a {}"])
    ).format(quote + content + quote)


@given(inline_texts())
def test_a_character_of_another_text_is_found_under_any_layout(text: str) -> None:
    (node,) = [node for node in all_texts(text) if "@" in node.text]
    assert_decoded(text, node)
    offset = node.text.index("@")
    assert mapped(node, text).source_span(offset, offset + 1) == Span(text.index("@"), text.index("@") + 1)


LETTERS = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
}
SIGNS = {" ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
CODES = {"x41": "A", "u00e5": "å", "U0001F600": "😀", r"ud83d\ude00": "😀", r"uD83D\uDE00": "😀"}
LONE_HALVES = {"ud83d": "\ufffd", "ude00": "\ufffd", "U0000d83d": "\ufffd"}


@pytest.mark.parametrize(("code", "value"), (LETTERS | SIGNS | CODES | LONE_HALVES).items(), ids=ascii)
def test_an_escape_is_the_place_of_its_character(code: str, value: str) -> None:
    escape = f"\\{code}"
    text = f'- "a{escape}b"'
    (node,) = all_texts(text)
    assert node.text == f"a{value}b"
    assert mapped(node, text).source_span(1, 2) == Span(4, 4 + len(escape))
    assert character(escape) == value


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        pytest.param("- får", "år", "år", id="a plain text"),
        pytest.param("- 'it''s'", "'", "''", id="a quotation mark in single quotes"),
        pytest.param("- '\\u00e5'", "\\", "\\", id="a backslash in single quotes"),
        pytest.param("- ett\n  två", " ", "\n  ", id="a folded line break"),
        pytest.param("- 'ett \r\n\ttvå'", " ", " \r\n\t", id="a folded line break with blanks around it"),
        pytest.param("- ett\n\n  två", "\n", "\n\n  ", id="a blank line"),
        pytest.param("- ett\u2028  två", "\u2028", "\u2028  ", id="a line separator, which is kept"),
        pytest.param('- "ett\\\n  två"', "två", "två", id="behind an escaped line break"),
        pytest.param('- "ett\\\n\n  två"', "\n", "\\\n\n  ", id="a blank line behind an escaped line break"),
        pytest.param("- |\n  ett\n  två\n", "\n", "\n", id="a line break of a literal text"),
        pytest.param("- |\n  ett\n   två\n", " två", " två", id="a line that is indented further"),
        pytest.param("- |  # så\n  ett\n", "ett", "ett", id="behind a remark"),
        pytest.param("- |2\n    ett\n", "  ett", "  ett", id="an indentation that is told"),
        pytest.param("- >\n  ett\n  två", " ", "\n", id="a line break of a folded text"),
        pytest.param("- >\n  ett\n\n  två", "\n", "\n", id="a blank line of a folded text"),
        pytest.param("- >\n  ett\n   två\n  tre", "\n ", "\n   ", id="a line of a folded text that is not folded"),
        pytest.param("- |\r\n  ett\r\n  två\r\n", "\ntvå", "\r\n  två", id="Windows line endings"),
    ],
)
def test_a_part_of_a_value_stands_for_a_part_of_the_file(text: str, part: str, source: str) -> None:
    (node,) = all_texts(text)
    start = node.text.index(part)
    assert text[slice(*mapped(node, text).source_span(start, start + len(part)))] == source


@pytest.mark.parametrize(
    ("header", "value"),
    [
        pytest.param("|", "\nett\n två\n\ntre\n", id="literal"),
        pytest.param("|-", "\nett\n två\n\ntre", id="literal without the last line break"),
        pytest.param("|+", "\nett\n två\n\ntre\n\n\n", id="literal with all line breaks"),
        pytest.param(">", "\nett\n två\n\ntre\n", id="folded: around lines indented further, line breaks stay"),
        pytest.param(">2+", "\nett\n två\n\ntre\n\n\n", id="both indicators"),
        pytest.param("|-2 # remark", "\nett\n två\n\ntre", id="in another order, with a remark"),
    ],
)
def test_block_texts(header: str, value: str) -> None:
    text = f"- {header}\n \n  ett\n   två\n \n  tre\n\n  \n"
    (node,) = all_texts(text)
    assert node.text == decoded(node, text).text == value


@pytest.mark.parametrize("value", ["", "   \n", " \n  \n"], ids=["nothing", "a line of blanks", "two lines of blanks"])
def test_block_texts_without_words(value: str) -> None:
    text = "- |2\n" + "".join(f"  {line}\n" for line in value.splitlines())
    (node,) = all_texts(text)
    assert node.text == decoded(node, text).text == value


def test_a_value_that_the_file_does_not_say_stands_for_the_whole_text() -> None:
    text = '- "abc"'
    node = Node(Kind.TEXT, 2, 7, "xyz", '"')
    assert mapped(node, text) == MappedText.standing_for("xyz", Span(2, 7))


@pytest.mark.parametrize("text", ["~", "null", "[a]", "{a: b}"])
def test_what_is_no_text_has_no_value(text: str) -> None:
    node = parse_yaml(f"[{text}]")[0].root.children[0]
    assert mapped(node, text) == MappedText("", ())
