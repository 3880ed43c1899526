"""Permissions of the configuration: faults that a team puts up with in data that can hold no comments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Permission:
    """An entry of ``allow:`` in the configuration.

    Attributes:
        names: the rules or categories that it permits.
        reason: why, in the words of whoever permitted it.
        files: glob patterns of the files in which it holds, relative to ``folder``; none for all files.
        location: where it holds inside structured data: this value and all below it; empty for everywhere.
        folder: the folder that the patterns start from: an absolute path, or ``.`` for the working directory.
        path: the configuration file in which it stands, as reports show it.
        line: its line there, from 1.
    """

    names: tuple[str, ...]
    reason: str
    files: tuple[str, ...] = ()
    location: str = ""
    folder: str = "."
    path: str = ""
    line: int = 0
