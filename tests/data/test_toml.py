"""TOML with the place of every value: what tomllib reads, where it stands."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.data.nodes import DataError, Kind, Node
from tonelint.data.toml import MOST_NESTED, compose_table


def plain(node: Node | None) -> Any:
    """A node as a value of Python, every scalar a text."""
    if node is None:
        return None
    if node.kind is Kind.MAPPING:
        pairs = zip(node.children[::2], node.children[1::2], strict=True)
        return {key.text: plain(value) for key, value in pairs}
    return [plain(child) for child in node.children] if node.kind is Kind.LIST else node.text


def shown(value: Any) -> Any:
    """A value of tomllib, every scalar a text."""
    if isinstance(value, dict):
        return {key: shown(below) for key, below in value.items()}
    if isinstance(value, list):
        return [shown(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("[tool.other]\nx = 1\n", None, id="another table"),
        pytest.param('[tool.other]\nx = """\n[tool.t]\na = 1\n"""\n', None, id="a header inside a text"),
        pytest.param("tool = 3\n", None, id="a number where tables are"),
        pytest.param("[tool.t]\n", {}, id="an empty table"),
        pytest.param("[tool]\nt = 3\n", "3", id="a number in its place"),
        pytest.param("[tool.t]\na = 'x'\n", {"a": "x"}, id="a table"),
        pytest.param("[tool]\nt.a = 'x'\nt.b = true\n", {"a": "x", "b": "true"}, id="dotted keys"),
        pytest.param("tool = {t = {a = 'x', b.c = 1}}\n", {"a": "x", "b": {"c": "1"}}, id="inline tables"),
        pytest.param("[tool.t.s]\n'a/b' = \"x\"\n[tool.t]\nc = 1\n", {"s": {"a/b": "x"}, "c": "1"}, id="below first"),
        pytest.param("[[tool.t.o]]\na = 1\n[[tool.t.o]]\na = 2\n[tool.t.o.s]\nb = 3\n",
                     {"o": [{"a": "1"}, {"a": "2", "s": {"b": "3"}}]}, id="a list of tables"),
        pytest.param("[tool.t]\na = [ # one\n  'x', # two ]\n\n  'y',\n]\n", {"a": ["x", "y"]}, id="a list on lines"),
        pytest.param("[tool.t]\na = []\nb = {}\n", {"a": [], "b": {}}, id="empty lists and tables"),
        pytest.param("[tool.t]\na = \"\\u00e5\\\"\\n]\"\nb = ''\n", {"a": 'å"\n]', "b": ""}, id="escapes"),
        pytest.param('[tool.t]\na = """\nx""y"""""\nb = 1\n', {"a": 'x""y""', "b": "1"}, id="quotes at the end"),
        pytest.param("[tool.t]\na = '''x''\\'''\nb = 1\n", {"a": "x''\\", "b": "1"}, id="a literal block"),
        pytest.param("[tool.t]\na = 1979-05-27 07:32:00 # then\nb = 1\n",
                     {"a": "1979-05-27 07:32:00", "b": "1"}, id="a date and a time"),
        pytest.param("[tool.t]\r\na = [\r\n 'x',\r\n]\r\n", {"a": ["x"]}, id="Windows line endings"),
    ],
)  # fmt: skip
def test_a_table_is_what_tomllib_reads(text: str, expected: Any) -> None:
    assert plain(compose_table(text, "tool", "t")) == expected


@pytest.mark.parametrize(
    ("text", "index"),
    [
        pytest.param("[tool.t]\na = \n", 13, id="no value"),
        pytest.param("[tool.t]\r\na = 1\r\nb = ?\r\n", 21, id="no value, after Windows line endings"),
        pytest.param("[tool.t]\na = [1\n", 16, id="a list without an end"),
    ],
)
def test_what_is_no_toml_is_refused_at_its_place(text: str, index: int) -> None:
    with pytest.raises(DataError, match=r"^not TOML: ") as caught:
        compose_table(text, "tool", "t")
    assert caught.value.index == index


@pytest.mark.parametrize("text", ["[tool.t]\na = 1\na = 2\n", "[tool.t]\n[tool.t]\n", "[tool.t]\na.b = 1\na = 2\n"])
def test_what_stands_twice_is_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"^not TOML: "):
        compose_table(text, "tool", "t")


@pytest.mark.parametrize("depth", [MOST_NESTED, 100_000])
def test_what_nests_too_deep_is_refused(depth: int) -> None:
    with pytest.raises(DataError, match="deep"):
        compose_table(f"[tool.t]\na = {'[' * depth}{']' * depth}\n", "tool", "t")


def test_tables_that_nest_too_deep_are_refused() -> None:
    with pytest.raises(DataError, match="deep"):
        compose_table(f"[tool.t]\n{'.'.join('a' * (MOST_NESTED + 1))} = 1\n", "tool", "t")


def test_a_list_of_many_lines_is_read_once() -> None:
    """Ten thousand lines would take minutes if each were tried with all before it."""
    lines = "".join(f"  'x{number}',\n" for number in range(10_000))
    table = compose_table(f"[tool.t]\na = [\n{lines}]\n", "tool", "t")
    assert table
    assert len(table.children[1].children) == 10_000


NAMES = st.sampled_from(["a", "b-c", "d_1", "select", "fail-on"])
BLANK = st.sampled_from(["", "", "\n", '# [tool.t] x = 1 "\n', "  \n", "\n\n"])
WORDS = st.text(st.sampled_from("aå😀 ]}#,='\"\\[{."), max_size=8)


@st.composite
def scalars(draw: st.DrawFn) -> str:
    """A value of one line or more, as TOML."""
    words = draw(WORDS)
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    literal = words.replace("'", "")
    return draw(
        st.sampled_from(
            [
                f'"{escaped}"', f"'{literal}'", f'"""{escaped}"""', f'"""\n{escaped}\n# x = 1\n"""', f"'''{literal}'''",
                f"'''\n[a]\n{literal}\n'''", "12", "-0.5", "true", "1979-05-27 07:32:00", "07:32:00",
            ]
        )
    )  # fmt: skip


@st.composite
def values(draw: st.DrawFn, depth: int = 0) -> str:
    """A value, perhaps of several lines, as TOML."""
    kind = draw(st.integers(0, 3 if depth < 3 else 1))
    if kind < 2:
        return draw(scalars())
    inner = draw(st.lists(values(depth + 1), max_size=3))
    if kind == 2:
        space = st.sampled_from(["", " ", "\n", " # ] }\n  "])
        return "[" + ",".join(draw(space) + item + draw(space) for item in inner) + draw(space) + "]"
    return "{" + ", ".join(f"k{number} = {item}" for number, item in enumerate(inner)) + "}"


@st.composite
def files(draw: st.DrawFn) -> tuple[str, dict[str, int]]:
    """A file with statements in its table among others, and the line of each of its keys."""
    text = draw(BLANK) + draw(st.sampled_from(["", 'top = """\n[tool.t]\n"""\n', "[other]\nx = [\n1]\n"]))
    lines: dict[str, int] = {}
    is_table = draw(st.booleans())
    if is_table:
        text += draw(st.sampled_from(["[tool.t]", "[ tool . 't' ]", '["tool".t] # [x]'])) + "\n"
        around = ""
    else:
        text += "[tool]\n"
        around = draw(st.sampled_from(["t.", "t . ", "'t'."]))
    for number, name in enumerate(draw(st.lists(NAMES, min_size=1, max_size=6))):
        text += draw(BLANK)
        key = f"{name}{number}"
        lines[key] = text.count("\n") + 1
        quoted = draw(st.sampled_from([key, f"'{key}'", f'"{key}"']))
        text += f"{around}{quoted} = {draw(values())}{draw(st.sampled_from(['', ' # x = [']))}\n"
    for number in range(draw(st.integers(0, 3))):
        text += draw(BLANK)
        lines.setdefault("tables", text.count("\n") + 1)
        text += f"[[tool.t.tables]]\nz{number} = {draw(values())}\n"
    text += draw(st.sampled_from(["", "[tool.u]\na = 1\n"]))
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return text, lines


@given(files())
def test_each_key_has_the_line_in_which_it_stands(written: tuple[str, dict[str, int]]) -> None:
    """However the file is laid out; and the values are those of tomllib."""
    text, lines = written
    table = compose_table(text, "tool", "t")
    assert table is not None
    assert plain(table) == shown(tomllib.loads(text)["tool"]["t"])
    assert {key.text: text.count("\n", 0, key.start) + 1 for key in table.children[::2]} == lines


@given(files())
def test_each_text_stands_where_its_source_is(written: tuple[str, dict[str, int]]) -> None:
    """What stands from a value's start to its end means the value."""
    text, _ = written
    pending = [compose_table(text, "tool", "t")]
    while pending:
        node = pending.pop()
        assert node is not None
        if node.kind is Kind.TEXT:
            source = text[node.start : node.end]
            assert source == node.text or shown(tomllib.loads(f"x = {source}"))["x"] == node.text
        else:
            assert text[node.start] in "[{'\"st"  # its opening, or the key that makes it
        pending += node.children
