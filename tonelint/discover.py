"""From the paths that a user names to the files to lint."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.errors import Fault
from tonelint.reading import FORMATS, is_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SKIPPED_FOLDERS = {"node_modules", "__pycache__", "venv"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to lint.

    Attributes:
        path: where it is, in the words of the user.
        is_named: whether the user named it; otherwise it stood in a folder or matched a pattern.
    """

    path: Path
    is_named: bool


def find_files(paths: Iterable[str]) -> tuple[list[Found], list[Fault]]:
    """The files that paths stand for, each once, in the order named and sorted within a folder.

    Args:
        paths: files, folders (searched for the formats that tonelint reads, hidden ones left out) and glob patterns.

    Returns:
        The files, and a fault for each path that stands for nothing that can be read.
    """
    files: dict[str, Found] = {}
    faults: list[Fault] = []
    for name in paths:
        is_pattern = glob.has_magic(name) and not os.path.exists(name)
        expanded = _matches(name) if is_pattern else [name]
        if not expanded:
            faults.append(Fault(name, "no file matches this pattern"))
        for path in map(Path, expanded):
            if name and path.is_dir():
                found = list(_walk(path))
            elif is_pattern and not is_known(path.name):
                continue
            elif fault := _unreadable(path, name):
                faults.append(fault)
                continue
            else:
                found = [path]
            for each in found:
                files.setdefault(os.path.abspath(each), Found(each, is_named=found == [path] and not is_pattern))
    return list(files.values()), faults


def _matches(pattern: str) -> list[str]:
    """What a glob pattern stands for, hidden files and the folders of tools left out unless it names them."""
    skipped = _SKIPPED_FOLDERS.difference(Path(pattern).parts)
    return [path for path in sorted(glob.glob(pattern, recursive=True)) if skipped.isdisjoint(Path(path).parts)]


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS)
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and is_known(name) and path.is_file():
                yield path


def _unreadable(path: Path, name: str) -> Fault | None:
    if not name:
        return Fault('""', "an empty path; name a file or folder, or leave paths out for the current folder")
    if not path.exists():
        return Fault(str(path), "no such file or folder")
    if not path.is_file():
        return Fault(str(path), "not a regular file")
    if path.suffix.lower() not in FORMATS:
        known = ", ".join(FORMATS)
        return Fault(str(path), f'tonelint does not read "{path.suffix or path.name}" files; it reads {known}')
    return None
