"""Readers: from a file to the messages and texts that a human reads in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import MappingProxyType

from tonelint.errors import Fault
from tonelint.model import Language
from tonelint.reading.document import Document, Fields, ReadOptions
from tonelint.reading.formats.text import MARKUPS, TEMPLATES, markup_of_path, read_text
from tonelint.reading.language_tags import language_of_path
from tonelint.reading.prose import Prose

__all__ = ["FORMATS", "Document", "Fields", "Prose", "ReadOptions", "Reader", "format_of", "is_known", "read"]

Reader = Callable[[Document, ReadOptions], Iterator[Prose | Fault]]
"""Reads a file: gives the messages in it in order, and what is wrong with parts of it that can be left out.

Raises ReadError where the rest cannot be read; what came before counts.
"""


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

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        **dict.fromkeys((*MARKUPS, *sorted(TEMPLATES)), _TEXT),
    }
)
"""The format of a file by the suffix of its name in lower case."""


def format_of(path: str) -> Format:
    """The format that a file's name tells; plain text where it tells none."""
    return FORMATS.get(_suffix(path), _TEXT)


def is_known(path: str) -> bool:
    """Whether a file's name tells a format: not that of a template of something that is no text (``app.conf.j2``)."""
    suffixes = PurePath(path).suffixes
    is_template = _suffix(path) in TEMPLATES
    return _suffix(path) in FORMATS and (not is_template or len(suffixes) == 1 or markup_of_path(path) is not None)


def read(document: Document, options: ReadOptions = ReadOptions()) -> Iterator[Prose | Fault]:  # noqa: B008 - frozen
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
