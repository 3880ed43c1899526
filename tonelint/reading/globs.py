"""Glob patterns for paths with forward slashes, where ``**`` stands for folders."""

from __future__ import annotations

import posixpath
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDERS = "**"


def glob_matches(pattern: str, path: str) -> bool:
    """Whether a path is one that a pattern stands for; upper and lower case differ.

    Args:
        pattern: ``*``, ``?`` and ``[…]`` stand for characters of one name, ``**`` for any number of folders; a pattern
            that ends in a slash stands for everything below.
        path: relative to the folder that the pattern starts from.
    """
    wanted, names = _parts(pattern), path.split("/")
    part = name = 0
    folders_part, folders_end = -1, 0  # the last "**" met, and where the names that it stands for end so far
    while name < len(names):
        if part < len(wanted) and wanted[part] == _FOLDERS:
            folders_part, folders_end = part, name
            part += 1
        elif part < len(wanted) and fnmatchcase(names[name], wanted[part]):
            part, name = part + 1, name + 1
        elif folders_part >= 0:
            # Only the last "**" need be tried with one name more: the parts before it have their names already.
            folders_end += 1
            part, name = folders_part + 1, folders_end
        else:
            return False
    return all(rest == _FOLDERS for rest in wanted[part:])


def stands_for(patterns: Iterable[str], path: str, *, folder: str, here: str) -> bool:
    """Whether one of some glob patterns stands for a file.

    Args:
        patterns: relative to the folder.
        path: the file, as reports show it.
        folder: the absolute path of the folder that the patterns start from, or ``.`` for the working directory.
        here: the absolute path of the working directory, from which relative paths of files start; or ``.``.
    """
    absolute, folder = posixpath.normpath(posixpath.join(here, path)), posixpath.normpath(folder)
    if folder == ".":
        below = absolute
    elif absolute.startswith(folder.rstrip("/") + "/"):
        below = absolute[len(folder.rstrip("/")) + 1 :]
    else:
        return False
    return not below.startswith(("/", "../")) and any(glob_matches(pattern, below) for pattern in patterns)


def _parts(pattern: str) -> list[str]:
    parts = [part for part in pattern.split("/") if part not in {"", "."}]
    return [*parts, _FOLDERS] if pattern.endswith("/") else parts
