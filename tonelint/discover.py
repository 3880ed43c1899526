"""From the paths that a user names to the files to lint."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.errors import Fault
from tonelint.files import absolute_path
from tonelint.ignoring import NOTHING_EXCLUDED, Ignoring, repository_of
from tonelint.reading import FORMATS, is_known
from tonelint.reading.globs import glob_matches
from tonelint.real_folders import RealFolders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tonelint.ignoring import Exclusion

    _Note = Callable[[OSError], None]

TOOL_FOLDERS = frozenset({"node_modules", "__pycache__", "venv"})
"""Folders that are passed over wherever they stand: what is in them was written by others."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to lint.

    Attributes:
        path: where it is, in the words of the user.
        is_named: whether the user named it; otherwise it stood in a folder or matched a pattern.
    """

    path: Path
    is_named: bool


def find_files(
    paths: Iterable[str], exclusion: Exclusion = NOTHING_EXCLUDED, *, force: bool = False
) -> tuple[list[Found], list[Fault]]:
    """The files that paths stand for, each once, in the order named and sorted within a folder.

    What a user names is searched, be it a file, a folder, or the folder that a pattern begins with: what leaves files
    out counts below it. ``tonelint check drafts/`` lints drafts although the configuration excludes ``drafts/``.

    Args:
        paths: files, folders (searched for the formats that tonelint reads, hidden ones left out) and glob patterns.
            Links to folders are followed only where they are named. A file of several names comes by the first one;
            where they stand in one folder, by one that is no link's.
        exclusion: what the configuration excludes. It is left out, as is what git ignores.
        force: whether what the configuration excludes, and files of kinds that are not read, are left out where they
            are named, too: other programs name whatever has changed. That nothing is left then is no fault.

    Returns:
        The files, and a fault for each path that stands for nothing that can be read, and for each folder that cannot
        be looked into.
    """
    faults: list[Fault] = []
    search = _Search(Ignoring(exclusion), force, faults)
    files, real_folders = dict[str, Found](), RealFolders()
    for name in paths:
        found = search.found(name)
        if isinstance(found, Fault):
            faults.append(found)
            continue
        by_path = {each.path: each for each in found}
        for real, path in real_folders.files(by_path).items():
            files.setdefault(real, by_path[path])
    return list(files.values()), list(dict.fromkeys(faults))


def excluded_by(path: Path, exclusion: Exclusion = NOTHING_EXCLUDED) -> str | None:
    """What leaves a file out where it is found in a folder, in words to follow "left out by"; None where nothing does.

    Args:
        path: the file; it need not exist.
        exclusion: what the configuration excludes.
    """
    absolute = absolute_path(path)
    folder, here = os.path.dirname(absolute), absolute_path(Path())
    start = repository_of(folder) or (here if f"{folder}/".startswith(f"{here}/") else folder)
    if reason := Ignoring(exclusion).reason_on_the_way(absolute, start):
        return f"the pattern {reason}"
    *folders, name = absolute.removeprefix(start).strip("/").split("/")
    for each in folders:
        if _is_passed_over(each):
            return f'the folder "{each}", which is {"hidden" if each.startswith(".") else "passed over everywhere"}'
    if name.startswith("."):
        return f'its name "{name}", which is that of a hidden file'
    if is_known(name) or os.path.isdir(path):
        return None
    return f'its name "{name}", which tells no format that tonelint reads'


def is_excluded(path: Path, exclusion: Exclusion) -> bool:
    """Whether the configuration excludes a file, or a folder around it; it need not exist."""
    return bool(Ignoring(exclusion).excluded_on_the_way(absolute_path(path), is_folder=False))


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for files.

    Attributes:
        ignoring: says what is left out.
        force: whether that is left out where it is named, too.
        faults: takes a fault for each folder that cannot be looked into.
    """

    ignoring: Ignoring
    force: bool
    faults: list[Fault]

    def found(self, name: str) -> list[Found] | Fault:
        """What a path stands for, or why it stands for nothing."""
        if not name:
            return Fault('""', "an empty path; name a file or folder, or leave paths out for the current folder")
        if glob.has_magic(name) and not os.path.exists(name):
            return self._matching(name)
        path = Path(name)
        if not os.path.exists(path):  # asked so, a folder that may not be looked into, or a name too long, is no error
            return Fault(str(path), "no such file or folder")
        if self._is_refused(path):
            return []
        if os.path.isdir(path):
            return [Found(each, is_named=False) for each in self._in(path)]
        return _unreadable(path) or [Found(path, is_named=True)]

    def _is_refused(self, path: Path) -> bool:
        """Whether a file or folder is left out although it is named: excluded, or of a kind that is not read."""
        if not self.force:
            return False
        if os.path.isfile(path) and path.suffix.lower() not in FORMATS:
            return True
        return bool(self.ignoring.excluded_on_the_way(absolute_path(path), is_folder=os.path.isdir(path)))

    def _in(self, folder: Path) -> Iterator[Path]:
        """The files in a folder and below."""
        start = absolute_path(folder)
        for parent, names in _below(folder, self.ignoring, _is_passed_over, self._note):
            known = [name for name in names if is_known(name) and not _is_passed_over(name)]
            here = absolute_path(parent).rstrip("/") if known else ""
            for name in known:
                path = f"{here}/{name}"
                if os.path.isfile(path) and not self.ignoring.reason(path, start, is_folder=False):
                    yield parent / name

    def _matching(self, pattern: str) -> list[Found] | Fault:
        """The files that a glob pattern stands for, and those in the folders that it stands for."""
        folder, parts = _parted(pattern)
        if self._is_refused(folder):
            return []
        start = absolute_path(folder)
        found: list[Path] = []
        for path in sorted(_expanded(folder, parts, self.ignoring, self._note), key=str):
            is_folder = os.path.isdir(path)
            if not (is_folder or is_known(path.name)):
                continue
            if self.ignoring.reason(absolute_path(path), start, is_folder=is_folder):
                continue
            if is_folder:
                found += self._in(path) if not path.is_symlink() else ()
            elif os.path.isfile(path):
                found.append(path)
        # It is a fault that no file matches, but none that those which match are left out.
        if not found and not any(_expanded(folder, parts)):
            return Fault(pattern, "no file matches this pattern")
        return [Found(file, is_named=False) for file in found]

    def _note(self, error: OSError) -> None:
        self.faults.append(Fault(str(Path(error.filename)), f"cannot be looked into: {error.strerror}"))


def _parted(pattern: str) -> tuple[Path, tuple[str, ...]]:
    """A glob pattern as the folder that it begins with and the parts below, of which the first has a sign in it."""
    parts = Path(pattern).parts
    first = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:first]), parts[first:]


def _expanded(
    folder: Path, parts: tuple[str, ...], ignoring: Ignoring | None = None, note: _Note | None = None
) -> Iterator[Path]:
    """The files and folders that a pattern stands for, hidden ones and tool folders left out unless it names them."""
    pattern = "/".join(parts)
    hidden = [part for part in parts if part.startswith(".")]

    def is_passed_over(name: str) -> bool:
        if name.startswith("."):
            return not any(fnmatchcase(name, part) for part in hidden)
        return name in TOOL_FOLDERS and name not in parts

    deepest = None if "**" in parts else len(parts)
    for parent, names in _below(folder, ignoring, is_passed_over, note, deepest=deepest):
        for name in names:
            path = parent / name
            if not is_passed_over(name) and glob_matches(pattern, path.relative_to(folder).as_posix()):
                yield path


def _below(
    folder: Path,
    ignoring: Ignoring | None,
    is_passed_over: Callable[[str], bool],
    note: _Note | None,
    *,
    deepest: int | None = None,
) -> Iterator[tuple[Path, list[str]]]:
    """The folders from one folder down, each with the sorted names of what is in it.

    Args:
        folder: where to begin; links to folders below it are not followed.
        ignoring: says what is left out and not entered; None for nothing.
        is_passed_over: whether a folder of that name is not entered either.
        note: takes the error where a folder cannot be looked into.
        deepest: how many folders deep to go, the first counted; None for all.
    """
    start = absolute_path(folder)
    for parent, folders, names in os.walk(folder, onerror=note):
        path = Path(parent)
        yield path, sorted([*folders, *names])
        is_deepest = deepest is not None and len(path.relative_to(folder).parts) + 1 >= deepest
        here = absolute_path(path).rstrip("/")
        folders[:] = sorted(
            name
            for name in folders
            if not (is_deepest or is_passed_over(name))
            and not (ignoring and ignoring.reason(f"{here}/{name}", start, is_folder=True))
        )


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or name in TOOL_FOLDERS


def _unreadable(path: Path) -> Fault | None:
    if not os.path.isfile(path):
        return Fault(str(path), "not a regular file")
    if path.suffix.lower() not in FORMATS:
        known = ", ".join(FORMATS)
        return Fault(str(path), f'tonelint does not read "{path.suffix or path.name}" files; it reads {known}')
    return None
