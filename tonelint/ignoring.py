"""Files that are left out: ``exclude`` of the configuration, and what git ignores, both by git's own rules.

Patterns are asked about one file or folder at a time, from the top down, as git does: of the patterns that match, the
last one in the nearest ``.gitignore`` decides, else those of the folders above, up to the repository's root, else
``.git/info/exclude``. What stands in a folder that is left out is not asked about at all, and so cannot be let in
again. A repository inside another goes by its own rules only.

Outside a repository nothing above the folder that is searched is read, for nothing says where to stop, but the
``.gitignore`` files in it and below are: whoever unpacks an archive, or copies a checkout into a container, expects
the same files. The ignore file of the user's own git settings is not read, so that all machines see the same. Files
that git tracks in spite of a pattern are left out all the same; whoever wants them names them, or adds a ``!`` line.

The patterns of ``exclude`` start from the folder of the configuration, by whatever links a file below it was reached.
They are apart from git's: a ``!`` among them takes back what another of them leaves out, and nothing that git ignores.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tonelint.files import shown_path
from tonelint.ignore_patterns import IgnorePattern, PatternError, compile_pattern
from tonelint.reading.globs import place_below
from tonelint.real_folders import RealFolders

if TYPE_CHECKING:
    from collections.abc import Iterator


class Exclusion(NamedTuple):
    """The ``exclude`` of a configuration.

    Attributes:
        folder: the absolute path of the configuration's folder, with forward slashes; empty where there is none.
        patterns: patterns as ``.gitignore`` files hold them.
    """

    folder: str
    patterns: tuple[str, ...]


NOTHING_EXCLUDED = Exclusion("", ())
"""What a team excludes that has said nothing."""


class Reason(NamedTuple):
    """The pattern that leaves a file out.

    Attributes:
        pattern: as it is written.
        path: the file in which it stands, as reports show it; empty for the configuration.
        line: its line there, from 1; 0 for the configuration.
    """

    pattern: str
    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.path else '"exclude" of the configuration'
        return f'"{self.pattern}" in {where}'


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns that start from one folder, with their reasons, in the order in which they stand."""

    folder: str
    patterns: tuple[tuple[IgnorePattern, Reason], ...]

    def last_match(self, path: str, *, is_folder: bool) -> tuple[IgnorePattern, Reason] | None:
        """The pattern that decides on an absolute path; None where none matches or the path lies elsewhere."""
        home = self.folder.rstrip("/") + "/"
        if not self.patterns or not path.startswith(home):
            return None
        below = path[len(home) :]
        for each in reversed(self.patterns):
            if each[0].matches(below, is_folder=is_folder):
                return each
        return None


class _Here(NamedTuple):
    """What a folder says of what stands in it and below, the weightiest first."""

    lists: tuple[_Patterns, ...]
    is_repository: bool


@dataclass(slots=True)
class Ignoring:
    """Says what is left out. It is made for one run, in which it reads each file of patterns once.

    Attributes:
        exclusion: what the configuration excludes.
    """

    exclusion: Exclusion = NOTHING_EXCLUDED
    _excluded: _Patterns = field(init=False)
    _real_folders: RealFolders = field(default_factory=RealFolders, init=False)
    _here: dict[str, _Here] = field(default_factory=dict, init=False)
    _tops: dict[str, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        patterns = (_compiled(text, Reason(text)) for text in self.exclusion.patterns)
        self._excluded = _Patterns(self.exclusion.folder, tuple(filter(None, patterns)))

    def reason(self, path: str, start: str, *, is_folder: bool) -> Reason | None:
        """Why a file or folder is left out, None where it is not; nothing is said of the folders around it.

        Args:
            path: absolute, with forward slashes.
            start: the folder from which it was found, likewise.
            is_folder: whether it is a folder.
        """
        return self.excluded(path, is_folder=is_folder) or self._ignored(path, start, is_folder=is_folder)

    def excluded(self, path: str, *, is_folder: bool) -> Reason | None:
        """The same, by the configuration alone."""
        return self._excluded_as(self._through_folder(path, is_folder=is_folder), is_folder=is_folder)

    def reason_on_the_way(self, path: str, start: str) -> Reason | None:
        """Why a file is left out, or a folder around it is; None where none is.

        Args:
            path: absolute, with forward slashes.
            start: a folder around it; git's patterns count below it, those of the configuration everywhere.
        """
        if found := self.excluded_on_the_way(path, is_folder=False):
            return found
        inside = start.rstrip("/") + "/"
        below = (each for each in _way_to(path) if each.startswith(inside))
        return next(filter(None, (self._ignored(each, start, is_folder=each != path) for each in below)), None)

    def excluded_on_the_way(self, path: str, *, is_folder: bool) -> Reason | None:
        """The same by the configuration alone, of a file or a folder."""
        path = self._through_folder(path, is_folder=is_folder)
        asked = (self._excluded_as(each, is_folder=is_folder or each != path) for each in _way_to(path))
        return next(filter(None, asked), None)

    def _excluded_as(self, path: str, *, is_folder: bool) -> Reason | None:
        found = self._excluded.last_match(path, is_folder=is_folder)
        return found[1] if found and not found[0].is_negated else None

    def _through_folder(self, path: str, *, is_folder: bool) -> str:
        """The path by which one comes from the configuration's folder to a file or folder in it."""
        folder, patterns = self.exclusion
        if not patterns:
            return path
        below = place_below(folder, f"{path}/" if is_folder else path, self._real_folders)
        return path if below is None else f"{folder.rstrip('/')}/{below}".rstrip("/")

    def _ignored(self, path: str, start: str, *, is_folder: bool) -> Reason | None:
        if start not in self._tops:
            self._tops[start] = repository_of(start) or start
        for folder in folders_around(path):
            here = self._in(folder)
            for patterns in here.lists:
                if found := patterns.last_match(path, is_folder=is_folder):
                    return None if found[0].is_negated else found[1]
            if here.is_repository or folder == self._tops[start]:
                break
        return None

    def _in(self, folder: str) -> _Here:
        if folder not in self._here:
            is_repository = _is_repository(folder)
            paths = [Path(folder, ".gitignore"), *([_info_exclude(Path(folder))] if is_repository else [])]
            lists = (_Patterns(folder, tuple(_read(path))) for path in paths)
            self._here[folder] = _Here(tuple(each for each in lists if each.patterns), is_repository)
        return self._here[folder]


def folders_around(path: str) -> Iterator[str]:
    """The folders around an absolute path, the nearest first."""
    folder = path
    while (above := os.path.dirname(folder)) != folder:
        folder = above
        yield folder


def _way_to(path: str) -> list[str]:
    return [path, *folders_around(path)][::-1]


def repository_of(folder: str) -> str | None:
    """The root of the repository that a folder, given by its absolute path, lies in; None where it lies in none."""
    return next(filter(_is_repository, (folder, *folders_around(folder))), None)


def _is_repository(folder: str) -> bool:
    return os.path.exists(os.path.join(folder, ".git"))


def _info_exclude(root: Path) -> Path:
    """The patterns that belong to one checkout only.

    A submodule, and a further work tree of a repository, has a file ``.git`` that says where git keeps its things; of
    a work tree these say in turn where they are kept for all of them together.
    """
    git = root / ".git"
    if git.is_file():
        git = root / _text(git).removeprefix("gitdir:").strip()
        git /= _text(git / "commondir").strip()
    return git / "info" / "exclude"


def _read(path: Path) -> Iterator[tuple[IgnorePattern, Reason]]:
    """The patterns of a file; none of a symbolic link, which git does not follow there."""
    text = "" if path.is_symlink() else _text(path)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and (compiled := _compiled(line, Reason(line.strip(), shown_path(path), number))):
            yield compiled


def _text(path: Path) -> str:
    """What a file of git's holds; nothing where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="surrogateescape")
    except OSError:
        return ""


def _compiled(text: str, reason: Reason) -> tuple[IgnorePattern, Reason] | None:
    """A pattern with its reason; None where nothing can match it, over which git too passes in silence."""
    try:
        return compile_pattern(text), reason
    except PatternError:
        return None
