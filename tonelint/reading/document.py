"""What a reader is given: a file that it may take whole or line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tonelint.reading.globs import as_named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tonelint.errors import Fault
    from tonelint.model import Source
    from tonelint.reading.globs import RealFolder


class Document(Protocol):
    """A file before it is read; a ``Source`` is one that has been read already."""

    @property
    def path(self) -> str:
        """As reports show it; its name tells the format."""

    @property
    def notice(self) -> str:
        """Something the user should know about how it was decoded, or empty; known once something has been read."""

    @property
    def faults(self) -> Sequence[Fault]:
        """What was wrong with lines that have been read nevertheless."""

    def whole(self) -> Source:
        """All of it.

        Raises:
            ReadError: it cannot be read, is not text, or is too large to be held.
        """

    def holds(self, words: Collection[str]) -> bool:
        """Whether one of some words of ASCII stands in it, whatever else does; it need not be text.

        Raises:
            ReadError: it cannot be read.
        """

    def lines(self) -> Iterator[Source]:
        """Its lines one by one, each with its line ending, so that not all of it need be held.

        Raises:
            ReadError: it cannot be read, is not text, or holds a line too long to be held.
        """


@dataclass(frozen=True, slots=True)
class Fields:
    """Where replies stand in YAML, JSON, CSV or TSV files of a team's own shape.

    Attributes:
        files: glob patterns of the files, relative to ``folder``.
        reply: the paths of the texts: keys joined by dots, ``[]`` for every item of a list, ``*`` for every value of a
            mapping (``answers[].text``); of a table, the heading of the column.
        folder: the folder that the patterns start from: an absolute path, or ``.`` for the working directory.
        language: the key or heading beside a text that tells its language, or empty.
        customer: the one that holds what the customer wrote, or empty.
        id: the one that names the text in reports, or empty.
    """

    files: tuple[str, ...]
    reply: tuple[str, ...]
    folder: str = "."
    language: str = ""
    customer: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a team says of its files.

    Attributes:
        fields: files of its own shape; the first that names a file counts.
        company_addresses: mail addresses, or domains (``@example.se``), that the company writes from. Where there are
            any, mail from other senders is a customer's.
        here: the absolute path of the working directory, from which relative paths of files start; or ``.``.
        real_folder: says where folders really are, so that patterns know a file by whatever links it was reached.
    """

    fields: tuple[Fields, ...] = ()
    company_addresses: tuple[str, ...] = ()
    here: str = "."
    real_folder: RealFolder = as_named


NO_OPTIONS = ReadOptions()
"""What is known of the files of a team that has said nothing."""
