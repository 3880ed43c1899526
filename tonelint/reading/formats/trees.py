"""JSON, JSON Lines and YAML: replies where a team says that they stand, in catalogues, or in a helpdesk's shape."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from tonelint.data.json import parse_json
from tonelint.data.nodes import DataError, Value
from tonelint.directives import SIGN
from tonelint.errors import Fault, ReadError
from tonelint.reading.catalogues import catalogue_texts, may_be_catalogue
from tonelint.reading.fields import FieldTexts, fields_of
from tonelint.reading.formats.foreign import is_commented, is_file_template, is_of_tool
from tonelint.reading.formats.headings import is_named_for_replies
from tonelint.reading.formats.parts import FewFaults, proses
from tonelint.reading.helpdesks import TELLING, texts
from tonelint.reading.icu import icu_readings
from tonelint.reading.prose import Prose
from tonelint.reading.templates import readings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tonelint.data.nodes import Tree
    from tonelint.directives import Directive
    from tonelint.model import Source
    from tonelint.reading.document import Document, ReadOptions

_SIGNS = tuple(sorted(TELLING))


def read_json(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    """The replies in a JSON file; one with a value on each line is read as JSON Lines."""
    return _read_whole(document, options, _parse_json)


def read_yaml(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    """The replies in a YAML file."""
    from tonelint.data.yaml import parse_yaml

    return _read_whole(document, options, parse_yaml)


def read_jsonl(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    """The replies in a file with a JSON value on each line; one line is held at a time.

    Lines that are broken are left out, and named at the end of a file for us: other programs keep their logs so.
    """
    wanted = _wanted(document.path, options)
    broken = FewFaults()
    is_for_us = bool(wanted)
    for line in document.lines():
        is_telling = bool(wanted) or _is_telling(line.text)
        if not is_telling and _is_json_or_blank(line.text):
            continue
        try:
            tree = parse_json(line.text.rstrip("\r\n"))
        except DataError as error:
            if line.text.strip():
                broken.add(_fault(line, error))
                is_for_us = is_for_us or is_telling
            continue
        value = Value(tree.root)
        for text in wanted.of(value) if wanted else texts(value):
            is_for_us = True
            yield from proses(text, tree.mapped(text.value.node), line)
    if is_for_us:
        yield from broken.told(document.path, "lines are not JSON")
    yield from wanted.never_met() if wanted else ()


def _read_whole(
    document: Document, options: ReadOptions, parse: Callable[[str], list[Tree]]
) -> Iterator[Prose | Fault]:
    wanted = _wanted(document.path, options)
    if not wanted and is_of_tool(document.path):
        return
    try:
        source = document.whole()
    except ReadError:
        if wanted or is_named_for_replies(document.path) or document.holds(_SIGNS):
            raise
        return
    if not (wanted or _may_hold_replies(source)):
        return
    try:
        trees = parse(source.text)
    except DataError as error:
        if parse is _parse_json and _is_line_of_json(source.text[: error.index]):
            yield from read_jsonl(source, options)
        elif wanted or _should_be_data(source):
            raise ReadError(_fault(source, error)) from None
        return
    comments = () if parse is _parse_json else _directives(source.text, trees)
    for tree in trees:
        for found in _of_tree(tree, source, wanted):
            yield replace(found, comments=comments) if comments and isinstance(found, Prose) else found
    yield from wanted.never_met() if wanted else ()


def _directives(text: str, trees: list[Tree]) -> tuple[Directive, ...]:
    if SIGN not in text:
        return ()
    from tonelint.reading.formats.yaml_comments import yaml_directives  # few files have directives

    return yaml_directives(text, trees)


def _parse_json(text: str) -> list[Tree]:
    return [parse_json(text)]


def _wanted(path: str, options: ReadOptions) -> FieldTexts | None:
    fields = fields_of(path, options)
    return FieldTexts(fields, path) if fields else None


def _of_tree(tree: Tree, source: Source, wanted: FieldTexts | None) -> Iterator[Prose | Fault]:
    root = Value(tree.root)
    entries = None if wanted else catalogue_texts(source.path, tree)
    found = entries if entries is not None else wanted.of(root) if wanted else texts(root)
    for text in found:
        mapped = tree.mapped(text.value.node)
        yield from proses(text, mapped, source, readings if entries is None else icu_readings)


def _may_hold_replies(source: Source) -> bool:
    """Whether it is worth parsing a file, and worth telling that it is broken; cheap."""
    if not source.text.strip():
        return False
    path, text = source.path, source.text
    return _is_telling(text) or is_named_for_replies(path) or may_be_catalogue(path, text)


def _should_be_data(source: Source) -> bool:
    """Whether a file that is no JSON or YAML is meant to be, and not something that looks like it."""
    is_dialect = is_commented(source.text) and not is_named_for_replies(source.path)
    return not (is_dialect or is_file_template(source.text))


def _is_telling(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def _is_json_or_blank(text: str) -> bool:
    """Whether a line need not be named as broken; the standard library is the fastest to tell."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return not text.strip()
    return True


def _is_line_of_json(text: str) -> bool:
    """Whether one line holds a JSON value, and no other line anything."""
    line = text.strip()
    return bool(line) and "\n" not in line and _is_json_or_blank(line)


def _fault(source: Source, error: DataError) -> Fault:
    return Fault(source.path, str(error), *source.position(error.index))
