"""Glob patterns for paths with forward slashes, where ``**`` stands for folders."""

from __future__ import annotations

import posixpath
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    RealFolder = Callable[[str], str]
    """Gives the absolute path of a folder without symbolic links, from one that may hold some."""

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


def as_named(folder: str) -> str:
    """A folder's path as it is: for those who know of no symbolic links."""
    return folder


def stands_for(
    patterns: Iterable[str], path: str, *, folder: str, here: str, real_folder: RealFolder = as_named
) -> bool:
    """Whether one of some glob patterns stands for a file.

    Args:
        patterns: relative to the folder.
        path: the file, as reports show it.
        folder: the absolute path of the folder that the patterns start from, or ``.`` for the working directory.
        here: the absolute path of the working directory, from which relative paths of files start; or ``.``.
        real_folder: says where folders really are, so that the file is known by whatever links it was reached.
    """
    absolute, folder = posixpath.normpath(posixpath.join(here, path)), posixpath.normpath(folder)
    below = absolute if folder == "." else place_below(folder, absolute, real_folder)
    if below is None or below.startswith(("/", "../")):
        return False
    return any(glob_matches(pattern, below) for pattern in patterns)


def place_below(folder: str, path: str, real_folder: RealFolder) -> str | None:
    """The path of a file relative to a folder that it lies in, by its name or really; None where it lies elsewhere.

    The first folder on the way to the file that really is the given one, or lies in it, counts. The names after it are
    kept, so that a link inside the given folder goes by its own name, whichever way one came.

    Args:
        folder: absolute, with forward slashes.
        path: likewise; that of a folder ends in a slash, and may then be the given one, which gives an empty path.
        real_folder: says where folders really are.
    """
    named = folder.rstrip("/") + "/"
    if path.startswith(named):
        return path[len(named) :].rstrip("/")
    home = real_folder(folder).rstrip("/") + "/"
    for end in (place for place, sign in enumerate(path) if sign == "/"):
        above = path[:end] if "/" in path[:end] else path[: end + 1]  # the root keeps its slash
        real = real_folder(above).rstrip("/") + "/"
        if real.startswith(home):
            return (real[len(home) :] + path[end + 1 :]).rstrip("/")
    return None


def _parts(pattern: str) -> list[str]:
    parts = [part for part in pattern.split("/") if part not in {"", "."}]
    return [*parts, _FOLDERS] if pattern.endswith("/") else parts
