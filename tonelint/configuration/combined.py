"""The configuration in force: the layers of all files as one, and what it comes to for a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from tonelint.configuration.layer import NO_SETTINGS, Profile, Settings
from tonelint.configuration.patterns import from_folder
from tonelint.model import Severity
from tonelint.reading import NO_OPTIONS, ReadOptions
from tonelint.reading.globs import as_named, stands_for
from tonelint.upkeep import WITHOUT_REASON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tonelint.configuration.layer import Layer, Override
    from tonelint.configuration.stated import Stated
    from tonelint.permissions import Permission
    from tonelint.reading.globs import RealFolder
    from tonelint.rulebook.choice import Choice

T = TypeVar("T")

_FAIL_ON = {Profile.DEFAULT: Severity.WARNING, Profile.STRICT: Severity.INFO}


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a team has decided.

    Patterns of files are relative to ``folder``; rule folders and the baseline are paths as reports show them.

    Attributes:
        reading: what it says of its files.
        path: the file that says so; empty where there is none.
        folder: the absolute path of the folder in which that file stands; or ``.``.
        layers: what its files state, those that are extended first.
        rule_folders: folders of rules on top of the shipped ones; a later one wins.
        base: what holds for all files.
        overrides: what holds for some; a later one wins.
        asked: what the command line asks for, which wins over everything.
        profile: the profile.
        fail_on: the severity from which findings fail a run; None for never.
        most: how many such findings are put up with.
        baseline: the file of known findings, or empty.
        exclude: patterns of files to leave out, as in ``.gitignore``.
        allow: faults that are put up with.
    """

    reading: ReadOptions = NO_OPTIONS
    path: str = ""
    folder: str = "."
    layers: tuple[Layer, ...] = ()
    rule_folders: tuple[str, ...] = ()
    base: Settings = NO_SETTINGS
    overrides: tuple[Override, ...] = ()
    asked: Settings = NO_SETTINGS
    profile: Profile = Profile.DEFAULT
    fail_on: Severity | None = Severity.WARNING
    most: int = 0
    baseline: str = ""
    exclude: tuple[str, ...] = ()
    allow: tuple[Permission, ...] = ()

    def settings(self, path: str) -> Settings:
        """The language and the rules that hold for a file.

        Args:
            path: as reports show it.
        """
        settings = self.base
        for override in self.overrides_of(path):
            settings = settings.then(override.settings)
        return settings if self.asked == NO_SETTINGS else settings.then(self.asked)

    @property
    def limit(self) -> Choice:
        """What holds for every file: rules that it leaves out need not be looked for at all."""
        return self.asked.choice if self.overrides else self.base.choice.then(self.asked.choice)

    def overrides_of(self, path: str) -> Sequence[Override]:
        """The overrides that name a file, in their order."""
        return [each for each in self.overrides if self.is_named(path, (pattern.value for pattern in each.files))]

    def is_named(self, path: str, patterns: Iterable[str]) -> bool:
        """Whether one of some glob patterns of the configuration stands for a file."""
        return stands_for(
            patterns, path, folder=self.folder, here=self.reading.here, real_folder=self.reading.real_folder
        )

    def permissions_of(self, path: str) -> tuple[Permission, ...]:
        """The faults that are put up with in a file."""
        return tuple(each for each in self.allow if not each.files or self.is_named(path, each.files))

    def upkeep(self, settings: Settings) -> dict[str, Severity]:
        """What is said about permissions: the ids in force (see ``tonelint.upkeep``), with their severities."""
        in_force = settings.choice.upkeep()
        if not self.needs_reasons:
            in_force.pop(WITHOUT_REASON.id, None)
        return in_force

    @property
    def needs_reasons(self) -> bool:
        """Whether a permission without a reason is a finding."""
        return self.profile is Profile.STRICT

    def asking(self, settings: Settings) -> Configuration:
        """The same with what the command line asks for, on top of what was asked for already."""
        return replace(self, asked=self.asked.then(settings))

    @property
    def names(self) -> list[Stated[str]]:
        """All rules and categories that its files name, in the order of their places."""
        return [name for layer in self.layers for name in sorted(layer.names(), key=lambda name: name.place)]

    @property
    def globs(self) -> list[Stated[str]]:
        """The glob patterns of its own file. Those of extended files are shared, and need not stand for anything."""
        return list(self.layers[-1].globs()) if self.layers else []

    @property
    def exclusions(self) -> list[Stated[str]]:
        """The patterns of files to leave out of its own file."""
        return list(self.layers[-1].exclude) if self.layers else []


def combined(layers: Sequence[Layer], here: str, real_folder: RealFolder = as_named) -> Configuration:
    """The configuration that some layers make.

    Args:
        layers: at least one; a later one wins, and the last is the file in force.
        here: the absolute path of the working directory.
        real_folder: says where folders really are.
    """
    last = layers[-1]
    base = NO_SETTINGS
    for layer in layers:
        base = base.then(layer.decisions.settings)
    profile = _last([layer.profile for layer in layers], Profile.DEFAULT)
    baselines = [(layer.folder, layer.baseline.value) for layer in layers if layer.baseline]
    return Configuration(
        _reading(layers, here, real_folder),
        last.path,
        last.folder,
        tuple(layers),
        rule_folders=tuple(
            dict.fromkeys(from_folder(layer.folder, each.value, here) for layer in layers for each in layer.rules)
        ),
        base=base,
        overrides=tuple(each for layer in layers for each in layer.overrides),
        profile=profile,
        fail_on=_last([layer.fail_on for layer in layers], _FAIL_ON[profile]),
        most=_last([layer.most for layer in layers], 0),
        baseline=from_folder(*baselines[-1], here) if baselines else "",
        exclude=tuple(each.value for layer in layers for each in layer.exclude),
        allow=tuple(each.permission(last.folder) for layer in layers for each in layer.allow),
    )


def _reading(layers: Sequence[Layer], here: str, real_folder: RealFolder) -> ReadOptions:
    folder = layers[-1].folder
    fields = (replace(each.fields, folder=folder) for layer in layers for each in layer.fields)
    addresses = (each.value.casefold() for layer in layers for each in layer.company_addresses)
    return ReadOptions(tuple(fields), tuple(dict.fromkeys(addresses)), here, real_folder)


def _last(stated: Iterable[Stated[T] | None], default: T) -> T:
    """The last value that is stated."""
    return next((each.value for each in reversed([*stated]) if each), default)
