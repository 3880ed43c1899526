"""The edge to the disk: from the paths a user names to sources."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.errors import Fault, ReadError
from tonelint.reading import READERS
from tonelint.reading.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.model import Source

_SKIPPED_FOLDERS = {"node_modules", "__pycache__", "venv"}


def find_files(paths: Iterable[str]) -> tuple[list[Path], list[Fault]]:
    """The files that paths stand for, each once, in the order named and sorted within a folder.

    Args:
        paths: files, folders (searched for the formats that tonelint reads, hidden ones left out) and glob patterns.

    Returns:
        The files, and a fault for each path that stands for nothing that can be read.
    """
    files: dict[str, Path] = {}
    faults: list[Fault] = []
    for name in paths:
        is_pattern = glob.has_magic(name) and not os.path.exists(name)
        expanded = _matches(name) if is_pattern else [name]
        if not expanded:
            faults.append(Fault(name, "no file matches this pattern"))
        for path in map(Path, expanded):
            if name and path.is_dir():
                found = list(_walk(path))
            elif is_pattern and not _is_known(path):
                continue
            elif fault := _unreadable(path, name):
                faults.append(fault)
                continue
            else:
                found = [path]
            for each in found:
                files.setdefault(os.path.abspath(each), each)
    return list(files.values()), faults


def load(path: Path) -> Source:
    """Read and decode a file.

    Raises:
        ReadError: where it cannot be read or is not text; names the file.
    """
    shown = shown_path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(Fault(shown, f"cannot be read: {error.strerror}")) from error
    return decode(data, shown)


def shown_path(path: Path) -> str:
    """A path as reports show it: relative to the working directory where it lies below it, with forward slashes."""
    absolute = Path(os.path.abspath(path))
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def _matches(pattern: str) -> list[str]:
    """What a glob pattern stands for, hidden files and the folders of tools left out unless it names them."""
    skipped = _SKIPPED_FOLDERS.difference(Path(pattern).parts)
    return [path for path in sorted(glob.glob(pattern, recursive=True)) if skipped.isdisjoint(Path(path).parts)]


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS)
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and _is_known(path) and path.is_file():
                yield path


def _is_known(path: Path) -> bool:
    return path.suffix.lower() in READERS


def _unreadable(path: Path, name: str) -> Fault | None:
    if not name:
        return Fault('""', "an empty path; name a file or folder, or leave paths out for the current folder")
    if not path.exists():
        return Fault(str(path), "no such file or folder")
    if not path.is_file():
        return Fault(str(path), "not a regular file")
    if not _is_known(path):
        known = ", ".join(READERS)
        return Fault(str(path), f'tonelint does not read "{path.suffix or path.name}" files; it reads {known}')
    return None
