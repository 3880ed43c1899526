"""The configuration of a team: ``tonelint.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from tonelint.data.checker import Checker
from tonelint.data.nodes import Kind
from tonelint.errors import ConfigurationError
from tonelint.reading import FORMATS
from tonelint.reading.document import NO_OPTIONS, Fields, ReadOptions
from tonelint.reading.field_paths import PathError, compile_path

if TYPE_CHECKING:
    from tonelint.data.nodes import Node

FILE_NAMES = ("tonelint.yaml", ".tonelint.yaml")
"""The names under which a configuration is found, in the working directory and the folders above it."""

_ADDRESS = re.compile(r"[^@\s]*@[^@\s]+")
_SINGLE = ("language", "customer", "id")


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a team has decided.

    Attributes:
        reading: what it says of its files.
        path: the file that says so; empty where there is none.
    """

    reading: ReadOptions = NO_OPTIONS
    path: str = ""


def read_configuration(path: str, text: str, folder: str, here: str) -> Configuration:
    """Read a configuration file.

    Args:
        path: as messages show it.
        text: its content.
        folder: the absolute path of the folder in which it stands, which its patterns start from.
        here: the absolute path of the working directory.

    Raises:
        ConfigurationError: with every fault of the file.
    """
    checker = Checker(path, text, ConfigurationError)
    root = checker.compose()
    keys = checker.mapping(root, optional=["fields", "company-addresses"]) if root else {}
    fields: tuple[Fields, ...] = ()
    addresses: tuple[str, ...] = ()
    if "fields" in keys:
        fields = tuple(_fields(checker, item, folder) for item in checker.items(keys["fields"][1], "mappings"))
    if "company-addresses" in keys:
        addresses = tuple(_address(checker, item) for item in _texts(checker, keys["company-addresses"][1]))
    checker.finish()
    return Configuration(ReadOptions(fields, addresses, here), path)


def _fields(checker: Checker, node: Node, folder: str) -> Fields:
    keys = checker.mapping(node, required=["files", "reply"], optional=_SINGLE)
    texts = {key: _texts(checker, keys[key][1]) if key in keys else [] for key in ("files", "reply")}
    for item in texts["files"]:
        if wrong := _never_matches(item.text):
            checker.fault(item, wrong)
    for item in texts["reply"]:
        try:
            compile_path(item.text)
        except PathError as error:
            checker.fault(item, str(error))
    single = {key: checker.text(keys[key][1]) for key in _SINGLE if key in keys}
    files, replies = (tuple(item.text for item in texts[key]) for key in ("files", "reply"))
    return Fields(files, replies, folder, **single)


def _never_matches(pattern: str) -> str:
    """Why no file of data has such a name; empty where some may have."""
    if pattern.startswith("/"):
        return "an absolute path; patterns start from the folder of this file"
    if "{" in pattern:
        return "braces are not known in patterns; write a list of patterns"
    suffix = PurePath(pattern).suffix.lower()
    if suffix[1:].isalpha():
        known = [each for each, form in FORMATS.items() if form.is_data]
        return "" if suffix in known else f'files named "{suffix}" are no data; data are {", ".join(known)}'
    return ""


def _texts(checker: Checker, node: Node) -> list[Node]:
    """A text, or a list of texts."""
    items = checker.items(node, "texts") if node.kind is Kind.LIST else [node]
    return [item for item in items if checker.text(item)]


def _address(checker: Checker, node: Node) -> str:
    if not _ADDRESS.fullmatch(node.text):
        checker.fault(
            node, f'"{node.text}" is no mail address; write help@example.se, or @example.se for all of a domain'
        )
    return node.text.casefold()
