"""What one configuration file states, before it is put together with the files that it extends."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tonelint.permissions import Permission
from tonelint.rulebook.choice import EVERYTHING, Choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.configuration.stated import Place, Stated
    from tonelint.model import Language, Severity
    from tonelint.reading import Fields


class Profile(StrEnum):
    """How much a team demands of itself where it says nothing else."""

    DEFAULT = "default"
    STRICT = "strict"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a file; equal settings are equal keys of a cache.

    Attributes:
        language: of all its replies; None where they declare or show it.
        choice: which rules are in force, with which severities.
    """

    language: Language | None = None
    choice: Choice = EVERYTHING

    def then(self, later: Settings) -> Settings:
        """These settings and later ones as one: what is said later counts."""
        return Settings(later.language or self.language, self.choice.then(later.choice))


NO_SETTINGS = Settings()
"""Nothing was said."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is stated of language and rules, for all files or for some.

    Attributes:
        select: the rules and categories in force; none stated means all.
        ignore: those that are not.
        severity: by rule or category, what its findings weigh.
        language: of all replies.
        apology_rules: whether the categories about apologies are in force.
    """

    select: tuple[Stated[str], ...] = ()
    ignore: tuple[Stated[str], ...] = ()
    severity: tuple[tuple[Stated[str], Severity], ...] = ()
    language: Stated[Language] | None = None
    apology_rules: Stated[bool] | None = None

    @property
    def settings(self) -> Settings:
        """The same without places."""
        choice = Choice.of(
            (name.value for name in self.select),
            (name.value for name in self.ignore),
            {name.value: severity for name, severity in self.severity},
            apology_rules=self.apology_rules.value if self.apology_rules else None,
        )
        return Settings(self.language.value if self.language else None, choice)

    def names(self) -> Iterator[Stated[str]]:
        """All rules and categories that are named."""
        yield from self.select
        yield from self.ignore
        yield from (name for name, _ in self.severity)


@dataclass(frozen=True, slots=True)
class Override:
    """What is stated of some files.

    Attributes:
        files: glob patterns.
        decisions: what holds for them.
        place: where the entry begins.
        settings: the decisions without places.
    """

    files: tuple[Stated[str], ...]
    decisions: Decisions
    place: Place
    settings: Settings = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "settings", self.decisions.settings)


@dataclass(frozen=True, slots=True)
class StatedFields:
    """An entry of ``fields``.

    Attributes:
        files: its glob patterns.
        fields: the entry; its folder is set when it is known which configuration is in force.
        place: where it begins.
    """

    files: tuple[Stated[str], ...]
    fields: Fields
    place: Place


@dataclass(frozen=True, slots=True)
class Allowed:
    """An entry of ``allow``.

    Attributes:
        rules: the rules and categories that it permits.
        files: glob patterns; none for all files.
        location: where it holds inside structured data, or empty.
        reason: why, or empty.
        place: where it begins.
    """

    rules: tuple[Stated[str], ...]
    files: tuple[Stated[str], ...]
    location: str
    reason: str
    place: Place

    def permission(self, folder: str) -> Permission:
        """The entry as a permission, its patterns relative to a folder."""
        names, files = (tuple(each.value for each in stated) for stated in (self.rules, self.files))
        return Permission(names, self.reason, files, self.location, folder, self.place.path, self.place.line)


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file states; what it does not state is empty or None.

    Attributes:
        path: the file, as reports show it.
        folder: the absolute path of the folder in which it stands.
        extends: the files that it builds on, as they are written.
        profile: the profile.
        rules: folders of rules, as they are written.
        decisions: of language and rules.
        fail_on: the severity from which findings fail a run; None for never.
        most: how many such findings are put up with.
        baseline: the file of known findings, as it is written.
        exclude: patterns of files to leave out, as in ``.gitignore``.
        fields: where replies stand in files of the team's own shape.
        company_addresses: mail addresses and domains of the company.
        overrides: decisions for some files.
        allow: faults that are put up with.
    """

    path: str
    folder: str
    extends: tuple[Stated[str], ...] = ()
    profile: Stated[Profile] | None = None
    rules: tuple[Stated[str], ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    fail_on: Stated[Severity | None] | None = None
    most: Stated[int] | None = None
    baseline: Stated[str] | None = None
    exclude: tuple[Stated[str], ...] = ()
    fields: tuple[StatedFields, ...] = ()
    company_addresses: tuple[Stated[str], ...] = ()
    overrides: tuple[Override, ...] = ()
    allow: tuple[Allowed, ...] = ()

    def names(self) -> Iterator[Stated[str]]:
        """All rules and categories that it names."""
        yield from self.decisions.names()
        for override in self.overrides:
            yield from override.decisions.names()
        for allowed in self.allow:
            yield from allowed.rules

    def globs(self) -> Iterator[Stated[str]]:
        """All glob patterns of files in it; those of ``exclude`` are of another kind."""
        for fields in self.fields:
            yield from fields.files
        for override in self.overrides:
            yield from override.files
        for allowed in self.allow:
            yield from allowed.files
