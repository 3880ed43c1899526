"""Patterns of a configuration that stand for nothing: a slip, or what is left of a folder that has been renamed.

A pattern is tried where its literal beginning says; only for those that begin with a sign, or may match at any depth,
the folder is walked, once for all of them, and no further than until each has matched. Git's folder and those of
installed packages are not entered unless a pattern begins with them. What git ignores counts, as does what is hidden.
"""

from __future__ import annotations

import difflib
import os
import re
from dataclasses import dataclass, field
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from tonelint.configuration.stated import Stated
from tonelint.ignore_patterns import PatternError, compile_pattern
from tonelint.reading.globs import glob_matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tonelint.errors import Fault

MOST_QUESTIONS = 500_000
"""How often at most a pattern is held against a name; then those that are left count as matched, since nobody knows."""

_MOST_NAMES = 5_000  # that are kept to suggest one of them
_LEAST_LIKENESS = 0.75  # with less, "late.md" were near to "readme.md"
_NOT_ENTERED = frozenset({".git", "node_modules"})
_SIGN = re.compile(r"[*?\[\\]")


def unmatched(folder: str, globs: Iterable[Stated[str]] = (), exclusions: Iterable[Stated[str]] = ()) -> list[Fault]:
    """Faults of the patterns that match nothing, in the order in which they are given.

    Args:
        folder: the folder that the patterns start from.
        globs: glob patterns of files that are well formed; of others it is said elsewhere what is wrong with them.
        exclusions: likewise, patterns as ``.gitignore`` files hold them, which may match folders too.
    """
    sought = [_Sought.of(each) for each in globs]
    sought += [_Sought.of(each, is_exclusion=True) for each in exclusions]
    walk = _Walk(folder)
    by_base: dict[tuple[str, ...], list[_Sought]] = {}
    for each in sought:
        by_base.setdefault(each.base, []).append(each)
    unmet = list(chain.from_iterable(walk.unmet(base, group) for base, group in by_base.items()))
    return [_fault(each, walk) for each in sought if each in unmet]


@dataclass(frozen=True, slots=True)
class _Sought:
    """A pattern to be found.

    Attributes:
        stated: the pattern, and where it is stated.
        is_exclusion: whether it is written as in ``.gitignore`` files; else it is a glob pattern of files.
        parts: between its slashes.
        matches: whether it matches a path, given whether that is a folder.
        base: the parts that it begins with and that hold no sign, without the last: where to look for it.
        deepest: of how many parts its matches are at most; None for any number.
        is_anywhere: whether it is the name of something that may stand at any depth.
    """

    stated: Stated[str]
    is_exclusion: bool
    parts: tuple[str, ...]
    matches: Callable[[str, bool], bool]
    base: tuple[str, ...]
    deepest: int | None
    is_anywhere: bool

    @classmethod
    def of(cls, stated: Stated[str], *, is_exclusion: bool = False) -> _Sought:
        """A pattern, taken apart."""
        body = stated.value.rstrip().removeprefix("!") if is_exclusion else stated.value
        parts = tuple(part for part in body.split("/") if part not in {"", "."})
        is_anywhere = is_exclusion and "/" not in body.removesuffix("/")
        is_of_all_below = not is_exclusion and body.endswith("/")
        literal = () if is_anywhere else takewhile(_is_literal, parts)
        base = tuple(literal)[: len(parts) if is_of_all_below else max(len(parts) - 1, 0)]
        is_deep = is_anywhere or is_of_all_below or any("**" in part for part in parts)
        matches = _excludes(stated.value) if is_exclusion else _stands_for(stated.value)
        return cls(stated, is_exclusion, parts, matches, base, None if is_deep else len(parts), is_anywhere)


def _is_literal(part: str) -> bool:
    return not _SIGN.search(part)


def _stands_for(glob: str) -> Callable[[str, bool], bool]:
    return lambda path, is_folder: not is_folder and glob_matches(glob, path)


def _excludes(pattern: str) -> Callable[[str, bool], bool]:
    try:
        compiled = compile_pattern(pattern)
    except PatternError:
        return lambda path, is_folder: True
    return lambda path, is_folder: compiled.matches(path, is_folder=is_folder)


@dataclass(slots=True)
class _Walk:
    """Looks for what patterns match, and remembers names on the way.

    Attributes:
        folder: what the patterns start from.
        names: of files and folders that were met; not all of them where there are very many.
    """

    folder: str
    names: set[str] = field(default_factory=set)
    _questions: int = 0

    def unmet(self, base: tuple[str, ...], sought: Sequence[_Sought]) -> list[_Sought]:
        """Those that match nothing in the folder that their base names."""
        left = list(sought)

        def goes_below(depth: int) -> bool:
            return any(each.deepest is None or depth < each.deepest for each in left)

        for path, is_folder in self._below(os.path.join(self.folder, *base), goes_below):
            self._questions += len(left)
            left = [each for each in left if not each.matches(path, is_folder)]
            if not left or self._questions > MOST_QUESTIONS:
                return []
        return left

    def _below(self, top: str, goes_below: Callable[[int], bool]) -> Iterator[tuple[str, bool]]:
        """Paths below a folder, with forward slashes, each with whether it is a folder."""
        for parent, folders, names in os.walk(top):
            below = os.path.relpath(parent, self.folder).replace(os.sep, "/")
            prefix = "" if below == "." else f"{below}/"
            if len(self.names) < _MOST_NAMES:
                self.names.update(folders, names)
            yield from ((prefix + name, True) for name in sorted(folders))
            yield from ((prefix + name, False) for name in sorted(names))
            depth = prefix.count("/") + 1
            folders[:] = sorted(set(folders) - _NOT_ENTERED) if goes_below(depth) else []


def _fault(sought: _Sought, walk: _Walk) -> Fault:
    what = "nothing" if sought.is_exclusion else "no file"
    near = _nearest(sought, walk)
    hint = f'; did you mean "{near}"?' if near else ""
    return sought.stated.place.fault(f'{what} matches "{sought.stated.value}"{hint}')


def _nearest(sought: _Sought, walk: _Walk) -> str:
    """The pattern as it may have been meant; empty where nobody can tell."""
    text = sought.stated.value
    if sought.is_anywhere:
        return _with(text, sought.parts[0], walk.names)
    here = walk.folder
    for part in takewhile(_is_literal, sought.parts):
        if not os.path.exists(os.path.join(here, part)):
            return _deeper(sought, walk) or _with(text, part, _names_in(here))
        here = os.path.join(here, part)
    if len(sought.parts) > len(sought.base) and os.path.isdir(os.path.join(walk.folder, *sought.parts)):
        return "" if sought.is_exclusion else f"{text}/**"
    return _deeper(sought, walk)


def _with(text: str, part: str, names: Iterable[str]) -> str:
    """The pattern with the name that is nearest to one of its parts; empty where none is near."""
    plain = sorted(name for name in names if _is_literal(name) and name != part) if _is_literal(part) else []
    folded = {name.casefold(): name for name in plain}
    near = difflib.get_close_matches(part.casefold(), folded, n=1, cutoff=_LEAST_LIKENESS)
    return re.sub(rf"(?<![^/!]){re.escape(part)}(?![^/])", lambda _: folded[near[0]], text, count=1) if near else ""


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _deeper(sought: _Sought, walk: _Walk) -> str:
    """A glob pattern with ``**`` in front of its last part, where it then matches a file."""
    if sought.is_exclusion or sought.deepest is None:
        return ""
    *before, last = sought.stated.value.split("/")
    text = "/".join([*before, "**", last])
    deeper = _Sought.of(Stated(text, sought.stated.place))
    return "" if walk.unmet(deeper.base, [deeper]) else text
