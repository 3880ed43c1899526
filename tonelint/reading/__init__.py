"""Readers: from a file to the messages and texts that a human reads in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType

from tonelint.errors import Fault
from tonelint.model import Language, Source
from tonelint.reading.decode import decode, decode_mail
from tonelint.reading.document import NO_OPTIONS, Document, Fields, ReadOptions
from tonelint.reading.formats.text import MARKUPS, TEMPLATES, is_other_template, read_text
from tonelint.reading.language_tags import language_of_path
from tonelint.reading.prose import Prose

__all__ = [
    "FORMATS",
    "NO_OPTIONS",
    "Document",
    "Fields",
    "Prose",
    "ReadOptions",
    "decoded",
    "format_of",
    "is_known",
    "read",
]

Reader = Callable[[Document, ReadOptions], Iterator[Prose | Fault]]
"""Reads a file: gives the messages in it in order, and what is wrong with parts of it that can be left out.

Raises ReadError where the rest cannot be read; what came before counts.
"""


def _when_met(module: str, name: str) -> Reader:
    """A reader that is imported when a file of its format is met: all together take longer to load than many a run.

    Args:
        module: its module in ``tonelint.reading.formats``.
        name: what it is called there.
    """

    def read(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
        reader: Reader = getattr(import_module(f"tonelint.reading.formats.{module}"), name)
        return reader(document, options)

    return read


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        read: its reader.
        is_mail: whether each part of a file has an encoding of its own.
        is_data: whether a file may well hold no reply at all, since others use the format too.
    """

    read: Reader
    is_mail: bool = False
    is_data: bool = False


_TEXT = Format(read_text)
_NOT_FOR_READERS = Format(lambda document, options: iter(()), is_data=True)

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        **dict.fromkeys((*MARKUPS, *sorted(TEMPLATES)), _TEXT),
        **dict.fromkeys((".json", ".arb"), Format(_when_met("trees", "read_json"), is_data=True)),
        **dict.fromkeys((".yaml", ".yml"), Format(_when_met("trees", "read_yaml"), is_data=True)),
        **dict.fromkeys((".jsonl", ".ndjson"), Format(_when_met("trees", "read_jsonl"), is_data=True)),
        **dict.fromkeys((".csv", ".tsv"), Format(_when_met("tables", "read_table"), is_data=True)),
        **dict.fromkeys((".po", ".pot"), Format(_when_met("po", "read_po"), is_data=True)),
        **dict.fromkeys((".xlf", ".xliff"), Format(_when_met("xliff", "read_xliff"), is_data=True)),
        ".eml": Format(_when_met("mail", "read_mail"), is_mail=True),
        ".mbox": Format(_when_met("mbox", "read_mbox"), is_mail=True),
    }
)
"""The format of a file by the suffix of its name in lower case."""


def format_of(path: str) -> Format:
    """The format that a file's name tells; plain text where it tells none."""
    return _NOT_FOR_READERS if is_other_template(path) else FORMATS.get(_suffix(path), _TEXT)


def is_known(path: str) -> bool:
    """Whether a file's name tells a format, and not that it is a template of something that is no text."""
    return _suffix(path) in FORMATS and not is_other_template(path)


def decoded(data: bytes, path: str) -> Source:
    """The bytes of a whole file as a source, decoded as its format asks.

    Raises:
        ReadError: they are not text.
    """
    return (decode_mail if format_of(path).is_mail else decode)(data, path)


def read(document: Document, options: ReadOptions = NO_OPTIONS) -> Iterator[Prose | Fault]:
    """The messages and texts of a file, read as its name says.

    Args:
        document: the file.
        options: what its team says of its files.

    Returns:
        Prose in the order of the file, and what is wrong with parts that were left out.

    Raises:
        ReadError: the file, or the rest of it, cannot be read.
    """
    by_name = language_of_path(document.path)
    for found in format_of(document.path).read(document, options):
        if isinstance(found, Prose) and isinstance(by_name, Language) and not found.language:
            yield replace(found, language=by_name)
        else:
            yield found


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()
