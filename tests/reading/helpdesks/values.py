"""Values of data and of sample files, for the tests of helpdesks."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tonelint.data.json import parse_json
from tonelint.data.nodes import Kind, Node, Value
from tonelint.data.yaml import parse_yaml
from tonelint.reading.helpdesks import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

REPLY, NOTHING = [("Hi", "Help")], list[tuple[str, str]]()
"""What is found in a thread in which the customer says "Help": a reply "Hi", or none."""

SAMPLES = Path(__file__).parents[2] / "samples" / "helpdesks"


def value_of(data: Any) -> Value:
    """Some data as a JSON file holds them."""
    return Value(parse_json(json.dumps(data, ensure_ascii=False)).root)


def answers(data: Any) -> list[tuple[str, str]]:
    """The texts that are found in some data, each with what it answers."""
    return [(text.value.text, text.customer) for text in texts(value_of(data))]


def found(data: Any) -> list[str]:
    """The texts that are found in some data."""
    return [words for words, _ in answers(data)]


def values_in(path: Path) -> Iterator[Value]:
    """The values of a sample, one for each line, document or row."""
    text = path.read_text(encoding="utf-8")
    match path.suffix:
        case ".json":
            yield Value(parse_json(text).root)
        case ".jsonl":
            yield from (Value(parse_json(line).root) for line in text.splitlines())
        case ".yaml":
            yield from (Value(tree.root) for tree in parse_yaml(text))
        case _:
            yield from _rows(text)


def _rows(text: str) -> Iterator[Value]:
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    headings, *rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    for number, row in enumerate(rows, start=1):
        nodes = (Node(Kind.TEXT, 0, 0, cell, '"') for pair in zip(headings, row, strict=True) for cell in pair)
        yield Value(Node(Kind.MAPPING, 0, 0, children=tuple(nodes)), f"row {number}")
