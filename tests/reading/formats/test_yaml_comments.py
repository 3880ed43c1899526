"""Directives in the comments of YAML: which signs begin a comment, and which values it speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.data.nodes import DataError
from tonelint.data.yaml import parse_yaml
from tonelint.reading.formats.yaml_comments import yaml_directives

FILE = """\
macros: # tonelint: allow macros
  # tonelint: allow first
  - title: foo # tonelint: allow title
    body: | # tonelint: allow header
      ett # tonelint: allow no
      # tonelint: allow no

      två

  # tonelint: allow second
  # - and why
  -
    # tonelint: allow pair
    title: "a # tonelint: allow no
      bar" # tonelint: allow ending
    body: >-
      tre

      fyra
# tonelint: allow other
other: {a: fem sex, b: 'sju'} # tonelint: allow flow
plain: a#tonelint:allow no
# tonelint: allow nothing
"""


def covered(text: str) -> dict[str, str]:
    """What each directive covers, by its first name."""
    directives = yaml_directives(text, parse_yaml(text))
    return {each.names[0].text: text[slice(*each.covers)] for each in directives}


def test_a_sign_inside_a_text_begins_no_comment() -> None:
    assert "no" not in covered(FILE)


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        pytest.param("macros", "macros: #", "fyra\n", id="behind a key: all that stands under it"),
        pytest.param("first", "- title: foo", "två\n", id="above an item: the item"),
        pytest.param("second", "-\n    # tonelint: allow pair", "fyra\n", id="whatever stands between"),
        pytest.param("title", "- title: foo", "foo", id="behind a text: the text"),
        pytest.param("header", "body: |", "två\n", id="behind the sign of a block: the block"),
        pytest.param("pair", 'title: "a', 'bar"', id="above a key: the key and its value"),
        pytest.param("ending", '"a # tone', 'bar"', id="behind the end of a text: the text"),
        pytest.param("other", "other: {", "'sju'", id="above a mapping in braces"),
        pytest.param("flow", "other: {", "'sju'", id="behind it"),
        pytest.param("nothing", "", "", id="at the end"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_comment_speaks_of_a_value(name: str, begins: str, ends: str, ending: str) -> None:
    found = covered(FILE.replace("\n", ending))[name].replace("\r\n", "\n").strip(" ")
    assert found.startswith(begins)
    assert found.rstrip("\n").endswith(ends.rstrip("\n"))


def test_allow_file_speaks_of_the_file_wherever_it_stands() -> None:
    text = "a: ett\n# tonelint: allow-file stalling\nb: två\n"
    assert covered(text) == {"stalling": text}


@pytest.mark.parametrize("text", ["- - a b\n  - c\n- d\n", "- [a, b]\n- d\n", "- &x !y a b\n- d\n", "- - - a\n- - d\n"])
def test_of_lists_in_lists_the_outermost_item_is_meant(text: str) -> None:
    head, _, tail = text.rpartition("\n- ")
    assert covered(f"# tonelint: allow x\n{head}\n# tonelint: allow y\n- {tail}") == {
        "x": head.rstrip("]"),
        "y": f"- {tail}".rstrip("\n"),
    }


_VALUES = st.sampled_from(
    ["ett", '"två # x"', "'tre'", "|\n    fyra\n    fem", ">-\n    sex\n\n    sju", "[a, b]", "{c: d}"]
)


@given(st.lists(st.tuples(_VALUES, st.booleans()), min_size=1, max_size=6))
def test_a_comment_covers_the_value_below_it_and_no_other(values: list[tuple[str, bool]]) -> None:
    entries = [(f"key{number}: {value}", marked) for number, (value, marked) in enumerate(values)]
    text = "".join(f"# tonelint: allow n{n}\n" * marked + entry + "\n" for n, (entry, marked) in enumerate(entries))
    found = covered(text)
    assert set(found) == {f"n{number}" for number, (_, marked) in enumerate(entries) if marked}
    for name, part in found.items():
        entry = entries[int(name[1:])][0]
        assert part.rstrip("\n") == entry.rstrip("]}")


@given(st.text(st.sampled_from("ab:-# \n|>\"'[]{},&*!?"), max_size=40), st.integers(0, 40))
def test_whatever_the_file_a_comment_changes_none_of_its_values(text: str, at: int) -> None:
    """So that what is taken for a comment is one: the values stay the same without it."""
    text = text[:at] + " # tonelint: allow x\n" + text[at:]
    try:
        trees = parse_yaml(text)
    except DataError:
        return
    for directive in yaml_directives(text, trees):
        without = (
            text[: directive.comment.start] + " " * len(text[slice(*directive.comment)]) + text[directive.comment.end :]
        )
        try:
            again = parse_yaml(without)
        except DataError:
            continue
        assert [words(tree.root) for tree in again] == [words(tree.root) for tree in trees]


def words(root: object) -> list[str]:
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        found.append(getattr(node, "text", ""))
        waiting += getattr(node, "children", ())
    return found
