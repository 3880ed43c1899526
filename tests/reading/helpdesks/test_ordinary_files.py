"""Nothing is found in the ordinary files of a repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.helpdesks.ordinary import JSON, ROWS, YAML
from tests.reading.helpdesks.values import value_of
from tonelint.data.nodes import Kind, Node, Value
from tonelint.data.yaml import parse_yaml
from tonelint.reading.helpdesks import SHAPES, texts

if TYPE_CHECKING:
    from collections.abc import Iterator


def row_of(cells: dict[str, str]) -> Value:
    nodes = (Node(Kind.TEXT, 0, 0, cell, '"') for pair in cells.items() for cell in pair)
    return Value(Node(Kind.MAPPING, 0, 0, children=tuple(nodes)), "row 1")


def all_within(value: Value) -> Iterator[Value]:
    yield value
    for inner in (*value.items(), *(entry for _, entry in value.entries())):
        yield from all_within(inner)


def known_within(value: Value) -> list[str]:
    """Where some shape takes a value for its own, even one in which it finds nothing."""
    return [inner.location for inner in all_within(value) for shape in SHAPES if shape(inner) is not None]


@pytest.mark.parametrize("name", JSON)
def test_nothing_is_found_in_ordinary_json(name: str) -> None:
    value = value_of(JSON[name])
    assert list(texts(value)) == []
    assert known_within(value) == []


@pytest.mark.parametrize("name", YAML)
def test_nothing_is_found_in_ordinary_yaml(name: str) -> None:
    (tree,) = parse_yaml(YAML[name])
    assert list(texts(Value(tree.root))) == []
    assert known_within(Value(tree.root)) == []


@pytest.mark.parametrize("name", ROWS)
def test_no_shape_takes_an_ordinary_row_for_its_own(name: str) -> None:
    """A row that a shape takes for its own is left alone by others, even where no text is found in it."""
    assert [known for known in SHAPES if known(row_of(ROWS[name])) is not None] == []
