"""Readers: from a file to the messages and texts that a human reads in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import MappingProxyType

from tonelint.errors import Fault
from tonelint.model import Language
from tonelint.reading.document import NO_OPTIONS, Document, Fields, ReadOptions
from tonelint.reading.formats.text import MARKUPS, TEMPLATES, is_other_template, read_text
from tonelint.reading.language_tags import language_of_path
from tonelint.reading.prose import Prose

__all__ = ["FORMATS", "NO_OPTIONS", "Document", "Fields", "Prose", "ReadOptions", "format_of", "is_known", "read"]

Reader = Callable[[Document, ReadOptions], Iterator[Prose | Fault]]
"""Reads a file: gives the messages in it in order, and what is wrong with parts of it that can be left out.

Raises ReadError where the rest cannot be read; what came before counts.
"""


# What reads a format is imported when a file of it is met: together they take longer to load than many a run takes.


def _read_json(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    from tonelint.reading.formats.trees import read_json

    return read_json(document, options)


def _read_yaml(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    from tonelint.reading.formats.trees import read_yaml

    return read_yaml(document, options)


def _read_jsonl(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    from tonelint.reading.formats.trees import read_jsonl

    return read_jsonl(document, options)


def _read_table(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    from tonelint.reading.formats.tables import read_table

    return read_table(document, options)


def _read_po(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    from tonelint.reading.formats.po import read_po

    return read_po(document, options)


def _read_xliff(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    from tonelint.reading.formats.xliff import read_xliff

    return read_xliff(document, options)


def _read_mail(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    from tonelint.reading.formats.mail import read_mail

    return read_mail(document, options)


def _read_mbox(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    from tonelint.reading.formats.mbox import read_mbox

    return read_mbox(document, options)


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
        **dict.fromkeys((".json", ".arb"), Format(_read_json, is_data=True)),
        **dict.fromkeys((".yaml", ".yml"), Format(_read_yaml, is_data=True)),
        **dict.fromkeys((".jsonl", ".ndjson"), Format(_read_jsonl, is_data=True)),
        **dict.fromkeys((".csv", ".tsv"), Format(_read_table, is_data=True)),
        **dict.fromkeys((".po", ".pot"), Format(_read_po, is_data=True)),
        **dict.fromkeys((".xlf", ".xliff"), Format(_read_xliff, is_data=True)),
        ".eml": Format(_read_mail, is_mail=True),
        ".mbox": Format(_read_mbox, is_mail=True),
    }
)
"""The format of a file by the suffix of its name in lower case."""


def format_of(path: str) -> Format:
    """The format that a file's name tells; plain text where it tells none."""
    return _NOT_FOR_READERS if is_other_template(path) else FORMATS.get(_suffix(path), _TEXT)


def is_known(path: str) -> bool:
    """Whether a file's name tells a format, and not that it is a template of something that is no text."""
    return _suffix(path) in FORMATS and not is_other_template(path)


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
