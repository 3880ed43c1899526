"""Data in a shape of a team's own: where the sentences stand in a file in which no reply is known."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tonelint.data.json import parse_json
from tonelint.data.nodes import DataError, Kind, Node, Value
from tonelint.errors import ReadError
from tonelint.model import Language
from tonelint.reading.field_paths import PathError, compile_path
from tonelint.reading.formats.csv_records import UnclosedQuoteError, delimited, read_records
from tonelint.reading.formats.foreign import is_commented, is_file_template, is_of_tool
from tonelint.reading.language_tags import language_of_tag
from tonelint.replies.language import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.reading import Document

_LEAST_WORDS = 5  # of a sentence
_LEAST_CHARACTERS = 100  # of all sentences of a file
_MOST_VALUES = 2_000
_MOST_ROWS = 20
_MOST_CHARACTERS = 300  # of a text that are read to tell its language
_ALIKE = 2  # so many values of one kind under different names are entries of one list, written as a mapping
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]?(?:\s|$)")
_SIGNS = re.compile(r'[.\[\]*"]')
_TO_ESCAPE = re.compile(r'["\\]')
_LANGUAGE_KEYS = frozenset("language locale lang språk sprak sprog".split())
_ID_KEYS = ("id", "key", "slug", "name", "title", "namn", "navn", "titel", "rubrik", "overskrift")


class OwnShape(NamedTuple):
    """Where sentences stand in a file, as ``fields`` of the configuration says it.

    Attributes:
        path: the file; or a pattern of several that are alike.
        reply: the path of the sentences; of a table, the heading.
        language: the key beside them that tells their language, or empty.
        id: the key beside them that names them, or empty.
        characters: how long they are in all.
    """

    path: str
    reply: str
    language: str
    id: str
    characters: int


def own_shape(document: Document) -> OwnShape | None:
    """Where most sentences of a file stand that are in one of the three languages; None where there are hardly any.

    Args:
        document: a file in which no reply is known; of other formats than JSON, YAML and tables nothing is said.
    """
    suffix = document.path.rpartition(".")[2].lower()
    if is_of_tool(document.path):
        return None
    seen = _Seen()
    try:
        for value in _values(document, suffix):
            seen.add(value)
    except (DataError, ReadError, UnclosedQuoteError):
        return None
    for reply, characters in seen.characters.most_common(1):
        if characters >= _LEAST_CHARACTERS and _is_path(reply):
            return OwnShape(document.path, reply, *seen.beside.get(reply, ("", "")), characters)
    return None


def _is_path(text: str) -> bool:
    """Whether it can be written into a configuration; a file may be one sentence, or have keys of white space."""
    try:
        return bool(compile_path(text)) and bool(text.strip()) and text.isprintable()
    except PathError:
        return False


def _values(document: Document, suffix: str) -> Iterator[Value]:
    if suffix in {"json", "yaml", "yml"}:
        text = document.whole().text
        if is_commented(text) or is_file_template(text):
            return
        if suffix == "json":
            yield Value(parse_json(text).root)
        else:
            from tonelint.data.yaml import parse_yaml

            yield from (Value(tree.root) for tree in parse_yaml(text))
    elif suffix in {"jsonl", "ndjson"}:
        for line in islice(document.lines(), _MOST_ROWS):
            yield Value(parse_json(line.text.rstrip("\r\n")).root)
    elif suffix in {"csv", "tsv"}:
        yield from _rows(document)


def _rows(document: Document) -> Iterator[Value]:
    """The rows of a table as mappings from its headings."""
    delimiter, lines = delimited(document.path, document.lines())
    headings: list[str] = []
    for record in islice(read_records(lines, delimiter), _MOST_ROWS):
        cells = [record.text(cell) for cell in record.cells]
        if not headings:
            headings = [cell.strip() for cell in cells]
            continue
        nodes = [
            Node(Kind.TEXT, 0, 0, text)
            for heading, cell in zip(headings, cells, strict=False)
            if heading
            for text in (heading, cell)
        ]
        yield Value(Node(Kind.MAPPING, 0, 0, children=tuple(nodes)))


@dataclass(slots=True)
class _Seen:
    """Sentences by where they stand.

    Attributes:
        characters: how long those at a path are in all.
        beside: the keys of language and name beside those at a path.
    """

    characters: Counter[str] = field(default_factory=Counter)
    beside: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, root: Value) -> None:
        """Look through a value."""
        unread: list[tuple[str, Value]] = [("", root)]
        for _ in range(_MOST_VALUES):
            if not unread:
                break
            path, value = unread.pop()
            if value.is_mapping:
                unread += self._mapping(path, value)
            elif value.is_list:
                unread += [(f"{path}[]", item) for item in value.items()]
            elif _is_prose(value.text):
                self.characters[path] += len(value.text)

    def _mapping(self, path: str, mapping: Value) -> Iterator[tuple[str, Value]]:
        entries = list(mapping.entries())
        below = [value for _, value in entries]
        shapes = {frozenset(value.keys) for value in below if value.is_mapping}
        are_alike = len(below) >= _ALIKE and len(shapes) == 1 and all(value.is_mapping for value in below)
        if are_alike or sum(_is_prose(value.text) for value in below) > _ALIKE:
            yield from ((_joined(path, "*"), value) for value in below)
            return
        beside = _language_key(entries), next((key for key in _ID_KEYS if mapping.text_at(key)), "")
        for key, value in entries:
            to = _joined(path, _quoted(key))
            self.beside.setdefault(to, beside)
            yield to, value


@lru_cache(maxsize=_MOST_VALUES)
def _is_prose(text: str) -> bool:
    """Whether a text is a sentence in one of the three languages."""
    if len(text.split(maxsplit=_LEAST_WORDS)) < _LEAST_WORDS or not _SENTENCE_END.search(text):
        return False
    return any(run.language for run in languages(text[:_MOST_CHARACTERS]))


def _language_key(entries: list[tuple[str, Value]]) -> str:
    keys = (
        key
        for key, value in entries
        if key.casefold() in _LANGUAGE_KEYS and isinstance(language_of_tag(value.text), Language)
    )
    return next(keys, "")


def _joined(path: str, step: str) -> str:
    return f"{path}.{step}" if path else step


def _quoted(key: str) -> str:
    """A key as a path holds it; see ``tonelint.reading.field_paths``."""
    escaped = _TO_ESCAPE.sub(r"\\\g<0>", key)
    return f'"{escaped}"' if _SIGNS.search(key) else key
