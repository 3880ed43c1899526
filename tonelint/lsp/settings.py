"""The settings that hold for a file of the editor: those that the command line would find from the file's folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.configuration import Configuration, check_names
from tonelint.configuration_file import configuration
from tonelint.errors import TonelintError
from tonelint.ignoring import Ignoring
from tonelint.rulebook.ruleset import bundled, bundled_folder, load
from tonelint.task import Task

if TYPE_CHECKING:
    from tonelint.errors import Fault
    from tonelint.model import Finding, Source
    from tonelint.reading import ReadOptions
    from tonelint.rulebook.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file is linted with.

    Attributes:
        task: the rules, and what the team has decided.
        is_excluded: whether the team leaves the file out.
    """

    task: Task
    is_excluded: bool = False

    @property
    def folder(self) -> str:
        """The absolute path of the folder from which patterns of files start; or ``.``."""
        return self.task.configuration.folder

    @property
    def reading(self) -> ReadOptions:
        """What the team says of its files."""
        return self.task.configuration.reading


@dataclass(frozen=True, slots=True)
class Linted:
    """What linting a text came to.

    Attributes:
        findings: in the order of their places.
        faults: what could not be read.
        ruleset: all rules that there are.
    """

    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]
    ruleset: Ruleset


def settings_for(path: Path | None) -> Settings:
    """The settings for a file, by the configuration in its folder or above.

    Args:
        path: the file; None for a text that has no file yet, which is taken for one in the working directory.

    Raises:
        TonelintError: the configuration, or a rule that it names, is wrong.
    """
    decided = configuration(start=path.parent if path else None)
    ruleset = _ruleset(decided.rule_folders)
    check_names(decided, ruleset)
    task = _task(decided, ruleset)
    # What git ignores is linted when somebody opens it; what the team excludes is not, whoever asks.
    is_excluded = path and Ignoring(task.exclusion).excluded_on_the_way(path.as_posix(), is_folder=False)
    return Settings(task, bool(is_excluded))


@lru_cache(maxsize=8)
def _task(decided: Configuration, ruleset: Ruleset) -> Task:
    """What is done with the files of a configuration; kept, since compiling its rules takes long."""
    return Task(decided, ruleset)


@lru_cache(maxsize=8)
def _ruleset(folders: tuple[str, ...]) -> Ruleset:
    """The shipped rules with folders of rules on top; kept, since they take long to read."""
    return load((bundled_folder(), *map(Path, folders))) if folders else bundled()


class KeptSettings:
    """The settings of files, read once and kept; of a configuration that has gone wrong, those that were right."""

    def __init__(self) -> None:
        self._fresh: dict[Path | None, tuple[Settings, TonelintError | None]] = {}
        self._right: dict[Path | None, Settings] = {}

    def of(self, path: Path | None) -> tuple[Settings, TonelintError | None]:
        """The settings for a file, and what is wrong with its configuration now.

        Args:
            path: the file; None for a text that has no file yet.

        Returns:
            The settings. Where they cannot be read, the last ones that could, or else those of a team that has said
            nothing; and the error that tells why.
        """
        fresh = self._fresh
        if path not in fresh:
            try:
                self._right[path] = settings_for(path)
                fresh[path] = self._right[path], None
            except TonelintError as error:
                fresh[path] = self._right.get(path, Settings(_task(Configuration(), bundled()))), error
        return fresh[path]

    def forget(self) -> None:
        """Read the settings again when they are next asked for."""
        self._fresh = {}
        _ruleset.cache_clear()


def lint(source: Source, settings: Settings) -> Linted:
    """Lint a text of the editor."""
    ruleset = settings.task.ruleset
    if settings.is_excluded:
        return Linted((), (), ruleset)
    result = settings.task.lint(source)
    return Linted(result.findings, result.errors, ruleset)
