"""What a repository holds, as far as a glance at some of its files tells: replies, languages, data of its own shape.

Nothing is linted: files are read as they are for linting, and the language of their replies is told by their words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from tonelint.errors import ReadError
from tonelint.model import Language
from tonelint.own_shapes import OwnShape, own_shape
from tonelint.reading import Prose, format_of, read
from tonelint.reading.language_tags import language_of_path
from tonelint.replies.language import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tonelint.reading import Document

MOST_PER_FORMAT = 40
"""How many files of a format are looked into."""

MOST_SHAPES = 3
"""How many files of a team's own shape are told of."""

_MOST_REPLIES = 10  # of a file that are read
_MOST_CHARACTERS = 1_000  # of a reply that are read to tell its language
_MOST_FOLDERS = 4  # of one name that are listed one by one
_DOCUMENTATION = re.compile(
    r"(?:readme|changelog|changes|history|news|contributing|code[_-]of[_-]conduct|security|licen[cs]e|notice|authors)"
    r"\.(?:md|markdown|txt|text)",
    re.IGNORECASE,
)
_NOT_PLAIN = frozenset("*?[]{}\\")


class NamedForLanguage(NamedTuple):
    """Files that are named for a language, or stand in a folder that is.

    Attributes:
        language: the language.
        pattern: a glob pattern that stands for them.
        is_told: whether the words of those that were looked into are in that language, too.
    """

    language: Language
    pattern: str
    is_told: bool


@dataclass(frozen=True, slots=True)
class Survey:
    """What was seen.

    Attributes:
        files: how many files there are whose format tonelint reads.
        looked_into: how many of them were looked into.
        with_replies: of these, those with replies in them by suffix, the most frequent first.
        languages: those with replies in a language, by language, the most frequent first.
        named: files that are named for a language, in order of their patterns.
        shapes: data in which no reply is known, but sentences stand; those with the most first.
        documentation: files that are called as the documentation of a repository is.
    """

    files: int
    looked_into: int
    with_replies: tuple[tuple[str, int], ...]
    languages: tuple[tuple[Language, int], ...]
    named: tuple[NamedForLanguage, ...]
    shapes: tuple[OwnShape, ...]
    documentation: tuple[str, ...] = ()

    @property
    def replies(self) -> int:
        """How many files with replies in them were seen."""
        return sum(count for _, count in self.with_replies)


def sample(paths: Sequence[str]) -> list[str]:
    """The files to look into: of each format some, from all over the repository."""
    by_suffix: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        by_suffix[_suffix(path)].append(path)
    chosen = (same[:: -(-len(same) // MOST_PER_FORMAT)] for same in by_suffix.values())
    return sorted(path for same in chosen for path in same)


def survey(paths: Sequence[str], documents: Iterable[Document]) -> Survey:
    """Look into files.

    Args:
        paths: all files whose format tonelint reads, relative to the folder of the configuration.
        documents: those to look into.
    """
    suffixes, told = Counter[str](), Counter[Language]()
    by_path: dict[str, Language | None] = {}
    shapes: list[OwnShape] = []
    looked_into = 0
    for document in documents:
        looked_into += 1
        found = _languages_in(document)
        if found is not None:
            suffixes[_suffix(document.path)] += 1
            told.update(found.keys())
            by_path[document.path] = max(found, key=lambda language: found[language], default=None)
        elif _is_plain(document.path) and (shape := own_shape(document)):
            shapes.append(shape)
    return Survey(
        len(paths),
        looked_into,
        tuple(sorted(suffixes.items(), key=lambda item: (-item[1], item[0]))),
        tuple(sorted(told.items(), key=lambda item: (-item[1], item[0]))),
        tuple(_named(paths, by_path)),
        tuple(_by_folder(shapes, paths)[:MOST_SHAPES]),
        tuple(path for path in paths if _DOCUMENTATION.fullmatch(path)),
    )


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()


def _languages_in(document: Document) -> Counter[Language] | None:
    """How many characters of a file's first replies are in which language; None where it holds none."""
    found: Counter[Language] | None = None
    try:
        for prose in islice(read(document), _MOST_REPLIES):
            if isinstance(prose, Prose):
                found = Counter() if found is None else found
                for run in languages(prose.rendering.text.text[:_MOST_CHARACTERS]):
                    if run.language:
                        found[run.language] += run.span.end - run.span.start
    except ReadError:
        pass  # `tonelint check` says so
    return found if found or (found is not None and not format_of(document.path).is_data) else None


def _by_folder(shapes: Iterable[OwnShape], paths: Iterable[str]) -> list[OwnShape]:
    """Shapes, those with the most sentences first; where all data of a format in a folder is alike, as one."""
    alike: defaultdict[tuple[str, OwnShape], list[OwnShape]] = defaultdict(list)
    for shape in shapes:
        alike[_siblings(shape.path), shape._replace(path="", characters=0)].append(shape)
    number = Counter(map(_siblings, paths))
    merged: list[OwnShape] = []
    for (pattern, _), same in alike.items():
        if 1 < len(same) == number[pattern]:
            merged.append(same[0]._replace(path=pattern, characters=sum(shape.characters for shape in same)))
        else:
            merged += same
    return sorted(merged, key=lambda shape: (-shape.characters, shape.path))


def _siblings(path: str) -> str:
    """The pattern of all files of a format in the folder of one."""
    return (PurePath(path).parent / f"*{PurePath(path).suffix}").as_posix()


def _is_plain(path: str) -> bool:
    """Whether a path can stand in a configuration as a pattern of itself."""
    return _NOT_PLAIN.isdisjoint(path) and path.isprintable()


def _named(paths: Iterable[str], told: dict[str, Language | None]) -> list[NamedForLanguage]:
    """The patterns of files that are named for a language and were seen to hold replies, or are not looked into."""
    agreed: dict[tuple[Language, str], list[bool]] = {}
    for path in paths:
        if (named := _name_of(path)) and path in told:
            agreed.setdefault(named, []).append(told[path] in {None, named[0]})
    folders = Counter((language, pattern.split("/")[-2:][0]) for language, pattern in agreed if _is_folder(pattern))
    merged: dict[tuple[Language, str], list[bool]] = {}
    for (language, pattern), votes in agreed.items():
        name = pattern.split("/")[-2:][0]
        many = _is_folder(pattern) and folders[language, name] > _MOST_FOLDERS
        merged.setdefault((language, f"**/{name}/**" if many else pattern), []).extend(votes)
    return sorted(
        (NamedForLanguage(language, pattern, all(votes)) for (language, pattern), votes in merged.items()),
        key=lambda named: named.pattern,
    )


def _is_folder(pattern: str) -> bool:
    return pattern.endswith("/**")


def _name_of(path: str) -> tuple[Language, str] | None:
    """The language that a file's name, or one of its two nearest folders, tells, and the pattern of all such files."""
    *folders, name = path.split("/")
    if not _is_plain(path):
        return None
    stem = name.split(".")
    for index in range(len(stem) - 2, 0, -1):
        if language := _told_by(stem[index]):
            return language, f"**/*.{'.'.join(stem[index:])}"
    for index in range(len(folders) - 1, max(-1, len(folders) - 3), -1):
        if language := _told_by(folders[index]):
            return language, "/".join([*folders[: index + 1], "**"])
    return None


def _told_by(name: str) -> Language | None:
    language = language_of_path(f"{name}/x")
    return language if isinstance(language, Language) else None
