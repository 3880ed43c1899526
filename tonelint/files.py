"""Files on the disk as documents: read whole or line by line, never more of them at once than can be held."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.errors import Fault, ReadError
from tonelint.model import Source
from tonelint.reading import decoded, format_of
from tonelint.reading.decode import encoding_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from io import BufferedReader

LARGEST_FILE = 32 * 2**20
"""The most bytes of a file that is read whole. A mail template has thousands; an export is better read line by line."""

LONGEST_LINE = 8 * 2**20
"""The most characters of a line where a file is read line by line."""

MOST_FAULTS = 10
"""After so many lines with bytes that are no text a file is given up."""

_CHUNK = 2**20
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")


@dataclass(slots=True)
class File:
    """A file on the disk; see ``tonelint.reading.document.Document``.

    Attributes:
        path: as reports show it.
        real_path: where it stands.
        notice: how it was decoded, where the user should know.
        faults: the lines with bytes that are no text, which are read without these; the first few.
    """

    path: str
    real_path: Path
    notice: str = field(default="", init=False)
    faults: list[Fault] = field(default_factory=list, init=False)

    def whole(self) -> Source:
        """All of it, decoded."""
        try:
            with self.real_path.open("rb") as stream:
                data = stream.read(LARGEST_FILE + 1)
        except OSError as error:
            raise self._unreadable(error) from error
        if len(data) > LARGEST_FILE:
            most = f"more than {LARGEST_FILE // 2**20} MB; split it, or export it as JSON Lines (.jsonl) or CSV"
            raise ReadError(Fault(self.path, f"too large to be read at once: {most}"))
        source = decoded(data, self.path)
        self.notice = source.notice
        return source

    def holds(self, words: Collection[str]) -> bool:
        """Whether one of some words of ASCII stands in it."""
        wanted = [word.encode() for word in words]
        overlap = max(map(len, wanted))
        seen = b""
        try:
            with self.real_path.open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    seen = seen[-overlap:] + chunk
                    if any(word in seen for word in wanted):
                        return True
        except OSError as error:
            raise self._unreadable(error) from error
        return False

    def lines(self) -> Iterator[Source]:
        """Its lines one by one, decoded."""
        try:
            with self.real_path.open("rb") as stream:
                yield from self._lines(stream)
        except OSError as error:
            raise self._unreadable(error) from error
        except UnicodeDecodeError as error:  # UTF-16, which alone is not looked through beforehand
            raise ReadError(Fault(self.path, "begins as UTF-16 but does not go on so: save it as UTF-8")) from error

    def _lines(self, stream: BufferedReader) -> Iterator[Source]:
        is_mail = format_of(self.path).is_mail
        if is_mail:
            codec = "utf-8"
        else:
            codec, self.notice = encoding_of(iter(lambda: stream.read(_CHUNK), b""))
            stream.seek(0)
        errors = "strict" if codec == "utf-16" else "surrogateescape"
        text = TextIOWrapper(stream, encoding=codec, errors=errors, newline="")
        number = 1
        while line := text.readline(LONGEST_LINE + 1):
            if len(line) > LONGEST_LINE:
                most = f"a line of more than {LONGEST_LINE:,} characters; is it the format that the file's name says?"
                raise ReadError(Fault(self.path, most, number, 1))
            yield Source(self.path, line if is_mail else self._mended(line, number), first_line=number)
            number += 1

    def _mended(self, line: str, number: int) -> str:
        """A line without what is no text, which is noted."""
        wrong = _NOT_TEXT.search(line)
        if not wrong:
            return line
        what = "a NUL character" if wrong[0] == "\0" else f"byte 0x{ord(wrong[0]) & 0xFF:02X} is in another encoding"
        fault = Fault(self.path, f"not text ({what}): save the file as UTF-8", number, wrong.start() + 1)
        self.faults.append(fault)
        if len(self.faults) > MOST_FAULTS:
            raise ReadError(Fault(self.path, "more such lines follow, and the rest is not read", number, 1))
        return _NOT_TEXT.sub("\ufffd", line)

    def _unreadable(self, error: OSError) -> ReadError:
        return ReadError(Fault(self.path, f"cannot be read: {error.strerror}"))


def shown_path(path: Path) -> str:
    """A path as reports show it: relative to the working directory where it lies below it, with forward slashes."""
    absolute = Path(os.path.abspath(path))
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def absolute_path(path: Path) -> str:
    """The absolute path of a file or folder, with forward slashes; symbolic links are not followed."""
    return Path(os.path.abspath(path)).as_posix()


def real_path(path: str) -> str:
    """The absolute path of a file without symbolic links, from its path as reports show it."""
    return os.path.realpath(path)
