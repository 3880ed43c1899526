"""Readers: from a source to the prose that a human reads in it, by file format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from tonelint.model import Source
from tonelint.reading.markdown import read_markdown
from tonelint.reading.plain import read_plain
from tonelint.reading.prose import Prose

__all__ = ["READERS", "Prose", "Reader", "read"]

Reader = Callable[[Source], tuple[Prose, ...]]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_plain,
        ".text": read_plain,
        ".md": read_markdown,
        ".markdown": read_markdown,
    }
)
"""The reader of each file format, by the suffix of the file's name in lower case."""


def read(source: Source) -> tuple[Prose, ...]:
    """The prose of a source, read as the suffix of its path says; as plain text where that says nothing.

    Returns:
        Prose in the order of the source; nothing for a source without words.
    """
    return READERS.get(PurePath(source.path).suffix.lower(), read_plain)(source)
