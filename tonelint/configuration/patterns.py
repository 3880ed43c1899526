"""Patterns and paths in a configuration: which can never come to anything, and which files they stand for."""

from __future__ import annotations

import posixpath
from pathlib import PurePath

from tonelint.ignore_patterns import PatternError, compile_pattern
from tonelint.reading import FORMATS


def wrong_glob(pattern: str, *, of_data: bool = False) -> str:
    """Why no file that tonelint reads has such a name; empty where some may have.

    Args:
        pattern: a glob pattern.
        of_data: whether it stands for files of data only.
    """
    if pattern.startswith("/"):
        return "an absolute path; patterns start from the folder of the configuration"
    if "\\" in pattern:
        return 'folders are separated by "/" in patterns'
    if ".." in pattern.split("/"):
        return '".." is not known in patterns; they start from the folder of the configuration and stay below it'
    if "{" in pattern:
        return "braces are not known in patterns; write a list of patterns"
    suffix = "" if pattern.endswith("/") else PurePath(pattern).suffix.lower()
    known = [each for each, form in FORMATS.items() if form.is_data or not of_data]
    if not suffix[1:].isalpha() or suffix in known:
        return ""
    if of_data:
        return f'files named "{suffix}" are no data; data are {", ".join(known)}'
    return f'tonelint does not read files named "{suffix}"; it reads {", ".join(known)}'


def wrong_exclusion(pattern: str) -> str:
    """Why a pattern leaves nothing out; empty where it may."""
    try:
        compile_pattern(pattern)
    except PatternError as error:
        return str(error)
    return ""


def wrong_path(path: str) -> str:
    """Why no file or folder on the disk is called so; empty where one may be."""
    return "not an address: copy what stands there to the disk and name its path" if "://" in path else ""


def from_folder(folder: str, path: str, here: str) -> str:
    """A path that is written relative to a folder, as reports show it: relative to the working directory or absolute.

    Args:
        folder: an absolute path.
        path: as it is written.
        here: the absolute path of the working directory.
    """
    absolute = posixpath.normpath(posixpath.join(folder, path))
    if absolute == here:
        return "."
    return absolute.removeprefix(here.rstrip("/") + "/")
