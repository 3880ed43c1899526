"""What is in force and where it comes from: for ``tonelint config``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tonelint.configuration.layer import Profile
from tonelint.configuration.patterns import from_folder
from tonelint.upkeep import UPKEEP_RULES, WITHOUT_REASON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tonelint.configuration.combined import Configuration
    from tonelint.configuration.layer import Allowed, Decisions, Layer, Override, StatedFields
    from tonelint.configuration.stated import Stated
    from tonelint.rulebook.choice import Choice, Ruling
    from tonelint.rulebook.rules import Rule
    from tonelint.rulebook.ruleset import Ruleset
    from tonelint.upkeep import UpkeepRule

DEFAULT = "default"
"""Where a value comes from that nobody has stated."""


class Entry(NamedTuple):
    """A value in force.

    Attributes:
        key: the key of the configuration under which it stands, or would.
        value: a text, number or mapping; None where there is none.
        origin: where it comes from: ``tonelint.yaml:3``, ``default`` or ``profile strict``.
    """

    key: str
    value: Any
    origin: str = DEFAULT


class RuleEntry(NamedTuple):
    """A rule, in force or not.

    Attributes:
        id: its id.
        is_on: whether it is in force.
        origin: what decided that: ``default``, or ``ignore, tonelint.yaml:3``.
        severity: what its findings weigh, as users write it.
        usual: what they weigh where nothing is said.
        severity_origin: what decided on the severity.
    """

    id: str
    is_on: bool
    origin: str
    severity: str
    usual: str
    severity_origin: str


@dataclass(frozen=True, slots=True)
class Overview:
    """A configuration in force, as a whole or for a file.

    Attributes:
        path: the file that states it; empty where there is none.
        extends: the files that it builds on, those that give way to the others first.
        entries: its values.
        rules: all rules.
        file: the file for which this holds; empty for the configuration as a whole.
        excluded_by: what leaves that file out; None where it is not left out.
    """

    path: str
    extends: tuple[str, ...]
    entries: tuple[Entry, ...]
    rules: tuple[RuleEntry, ...]
    file: str = ""
    excluded_by: str | None = None


def overview(
    configuration: Configuration,
    ruleset: Ruleset,
    file: str = "",
    *,
    excluded_by: str | None = None,
    added_rules: Sequence[str] = (),
) -> Overview:
    """What is in force, as a whole or for a file.

    Args:
        configuration: the configuration.
        ruleset: all rules, those that are not in force too.
        file: a file, as reports show it; it need not exist. Empty for the configuration as a whole.
        excluded_by: what leaves the file out, if anything does.
        added_rules: folders of rules that the command line names.
    """
    overrides = configuration.overrides_of(file) if file else configuration.overrides
    decisions = [layer.decisions for layer in configuration.layers]
    settings = configuration.base
    if file:
        settings = configuration.settings(file)
        decisions += [override.decisions for override in overrides]
    entries = [
        *_of_runs(configuration),
        _language(decisions),
        _apology_rules(decisions, settings.choice),
        *(() if file else _of_search(configuration, added_rules)),
        *_of_files(configuration, overrides, file),
    ]
    rules = _rules(settings.choice, decisions, ruleset, configuration)
    extends = tuple(layer.path for layer in configuration.layers[:-1])
    return Overview(configuration.path, extends, tuple(entries), tuple(rules), file, excluded_by)


def _of_runs(configuration: Configuration) -> Iterator[Entry]:
    """What holds for a run as a whole."""
    layers = configuration.layers
    profile = configuration.profile
    yield Entry("profile", profile.value, _last_origin(layer.profile for layer in layers))
    usual = DEFAULT if profile is Profile.DEFAULT else f"profile {profile.value}"
    fail_on = configuration.fail_on.label if configuration.fail_on else "never"
    yield Entry("fail-on", fail_on, _last_origin((layer.fail_on for layer in layers), usual))
    yield Entry("max", configuration.most, _last_origin(layer.most for layer in layers))
    yield Entry("baseline", configuration.baseline or None, _last_origin(layer.baseline for layer in layers))


def _language(decisions: Sequence[Decisions]) -> Entry:
    stated = [each.language for each in decisions if each.language]
    return Entry("language", stated[-1].value.value, str(stated[-1].place)) if stated else Entry("language", None)


def _apology_rules(decisions: Sequence[Decisions], choice: Choice) -> Entry:
    value = "off" if choice.apology_rules is False else "on"
    return Entry("apology-rules", value, _last_origin(each.apology_rules for each in decisions))


def _of_search(configuration: Configuration, added_rules: Iterable[str]) -> Iterator[Entry]:
    """Where rules are read from, and which files are not linted."""
    layers, here = configuration.layers, configuration.reading.here
    folders = [
        Entry("rules", from_folder(layer.folder, each.value, here), str(each.place))
        for layer in layers
        for each in layer.rules
    ]
    yield from _or_none("rules", [*folders, *(Entry("rules", each, "command line") for each in added_rules)])
    yield from _or_none("exclude", _texts(layers, "exclude", lambda layer: layer.exclude))


def _of_files(configuration: Configuration, overrides: Iterable[Override], file: str) -> Iterator[Entry]:
    """What is stated of files; where one is named, only what concerns it."""
    layers = configuration.layers

    def concerns(patterns: Sequence[Stated[str]]) -> bool:
        return not file or configuration.is_named(file, (pattern.value for pattern in patterns))

    fields = [_fields(each) for layer in layers for each in layer.fields if concerns(each.files)]
    allow = [_allowed(each) for layer in layers for each in layer.allow if not each.files or concerns(each.files)]
    yield from _or_none("fields", fields[:1] if file else fields)
    yield from _or_none("company-addresses", _texts(layers, "company-addresses", lambda layer: layer.company_addresses))
    yield from _or_none("overrides", [_override(each) for each in overrides])
    yield from _or_none("allow", allow)


def _or_none(key: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    return entries or [Entry(key, None)]


def _texts(layers: Iterable[Layer], key: str, get: Callable[[Layer], Iterable[Stated[str]]]) -> list[Entry]:
    return [Entry(key, each.value, str(each.place)) for layer in layers for each in get(layer)]


def _fields(stated: StatedFields) -> Entry:
    fields = stated.fields
    single = {"language": fields.language, "customer": fields.customer, "id": fields.id}
    value = {"files": list(fields.files), "reply": list(fields.reply)}
    return Entry("fields", {**value, **{key: name for key, name in single.items() if name}}, str(stated.place))


def _override(override: Override) -> Entry:
    decisions = override.decisions
    value: dict[str, Any] = {"files": [each.value for each in override.files]}
    if decisions.language:
        value["language"] = decisions.language.value.value
    if decisions.select:
        value["select"] = [each.value for each in decisions.select]
    if decisions.ignore:
        value["ignore"] = [each.value for each in decisions.ignore]
    if decisions.severity:
        value["severity"] = {name.value: severity.label for name, severity in decisions.severity}
    if decisions.apology_rules:
        value["apology-rules"] = "on" if decisions.apology_rules.value else "off"
    return Entry("overrides", value, str(override.place))


def _allowed(allowed: Allowed) -> Entry:
    value: dict[str, Any] = {"rule": [each.value for each in allowed.rules]}
    if allowed.files:
        value["files"] = [each.value for each in allowed.files]
    if allowed.location:
        value["location"] = allowed.location
    if allowed.reason:
        value["reason"] = allowed.reason
    return Entry("allow", value, str(allowed.place))


def _rules(
    choice: Choice, decisions: Sequence[Decisions], ruleset: Ruleset, configuration: Configuration
) -> Iterator[RuleEntry]:
    rules: tuple[Rule | UpkeepRule, ...] = (*ruleset.origin.rules, *UPKEEP_RULES)
    for each in rules:
        ruling = choice.ruling(each.id, each.category)
        is_on, origin = ruling.is_on, _decided_by(ruling, decisions)
        if each is WITHOUT_REASON and is_on and not configuration.needs_reasons:
            is_on, origin = False, f"profile {configuration.profile.value}"
        severity = choice.severity(each.id, each.category, each.severity)
        weighed_by = choice.weighed_by(each.id, each.category)
        names = (name for every in decisions for name, _ in every.severity if name.value == weighed_by)
        yield RuleEntry(each.id, is_on, origin, severity.label, each.severity.label, _last_origin(names))


def _decided_by(ruling: Ruling, decisions: Sequence[Decisions]) -> str:
    """The key that decided on a rule, and its place."""
    stated: list[Stated[Any] | None] = []
    for each in decisions:
        if ruling.key == "apology-rules":
            stated.append(each.apology_rules)
        elif ruling.key:
            names = each.select if ruling.key == "select" else each.ignore
            stated += [name for name in names if ruling.name in {name.value, ""}]
    key = "not selected" if ruling.key == "select" and not ruling.is_on else ruling.key
    return f"{key}, {_last_origin(stated)}" if ruling.key else DEFAULT


def _last_origin(stated: Iterable[Stated[Any] | None], usual: str = DEFAULT) -> str:
    """The place of the last value that is stated."""
    return next((str(each.place) for each in reversed([*stated]) if each), usual)
