"""The rules in force: those that come with tonelint, and a user's own folders of rules on top."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.data.checker import unknown
from tonelint.errors import Fault, RuleError, UsageError
from tonelint.model import Category, Language, Upkeep
from tonelint.rulebook.choice import EVERYTHING
from tonelint.rulebook.folders import LAYOUT, WORDS, strays, text_of, yaml_files
from tonelint.rulebook.forms import Forms
from tonelint.rulebook.rulefile import read_rule, rule_id_of
from tonelint.rulebook.wordclasses import ClassFile
from tonelint.upkeep import UPKEEP_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tonelint.notation.patterns import Pattern
    from tonelint.rulebook.choice import Choice
    from tonelint.rulebook.rules import Rule, Wording
    from tonelint.rulebook.wordclasses import Classes


@dataclass(frozen=True, eq=False, slots=True)
class Ruleset:
    """Rules and the word classes that they use. Equal only to itself, so that compiled forms can be kept by it.

    Attributes:
        rules: in order of their ids.
        classes: the word classes by language.
        forms: of each language, the inflected forms of lemmas.
    """

    rules: tuple[Rule, ...]
    classes: Mapping[Language, Classes]
    forms: Mapping[Language, Forms] = field(default_factory=lambda: dict.fromkeys(Language, Forms()))
    _origin: Ruleset | None = field(default=None, repr=False)
    _names: tuple[str, ...] = field(default=(), repr=False)

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id.

        Raises:
            UsageError: where there is none, with the nearest.
        """
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        same_name = [rule.id for rule in self.rules if rule.id.endswith(f"/{rule_id}")]
        if same_name:
            raise UsageError(f'unknown rule "{rule_id}"; did you mean "{same_name[0]}"?')
        raise UsageError(unknown("rule", rule_id, [rule.id for rule in self.rules]))

    @property
    def origin(self) -> Ruleset:
        """The ruleset that this one was narrowed from, or itself: what is compiled of that one serves this one too."""
        return self._origin or self

    def check(self, choice: Choice) -> None:
        """Make sure that a choice names only what there is.

        Raises:
            UsageError: where a name is neither a rule nor a category.
        """
        for name in sorted(choice.names):
            if name not in self.names:
                raise UsageError(unknown("rule or category", name, self.names))

    def narrowed(self, choice: Choice = EVERYTHING) -> Ruleset:
        """The ruleset with only the rules that a choice leaves in force, with its severities; it passes ``check``."""
        self.check(choice)
        rules = tuple(_weighed(rule, choice) for rule in self._in_force(choice))
        return replace(self, rules=rules, _origin=self.origin, _names=tuple(self.names))

    def limited(self, choice: Choice) -> Ruleset:
        """The ruleset without rules that a choice leaves out for good, as an origin of its own: less is compiled."""
        rules = tuple(self._in_force(choice))
        if len(rules) == len(self.rules):
            return self
        return replace(self, rules=rules, _origin=None, _names=tuple(self.names))

    def _in_force(self, choice: Choice) -> Iterator[Rule]:
        return (rule for rule in self.rules if choice.ruling(rule.id, rule.category).is_on)

    @property
    def names(self) -> Sequence[str]:
        """What a choice may name: categories and rules, in force or not, and what is said about permissions."""
        upkeep = (*Upkeep, *(each.id for each in UPKEEP_RULES))
        return self._names or (*Category, *(rule.id for rule in self.rules), *upkeep)

    def sought(self, language: Language) -> Iterator[Pattern]:
        """The patterns that the rules look for in a language."""
        for wording in self._wordings(language):
            yield from wording.find

    def guards(self, language: Language) -> Iterator[Pattern]:
        """The patterns of the rules' guards in a language."""
        for wording in self._wordings(language):
            yield from wording.guard_patterns()

    def cues(self, language: Language) -> Iterator[Pattern]:
        """The patterns of the rules' evidence in a language."""
        return (cue for wording in self._wordings(language) if wording.evidence for cue in wording.evidence.patterns())

    def _wordings(self, language: Language) -> Iterator[Wording]:
        return (rule.wordings[language] for rule in self.rules if language in rule.wordings)


def _weighed(rule: Rule, choice: Choice) -> Rule:
    """A rule with the severity that a choice gives it; the same rule where it is its own."""
    severity = choice.severity(rule.id, rule.category, rule.severity)
    return rule if severity is rule.severity else replace(rule, severity=severity)


def bundled_folder() -> Path:
    """Where the rules that come with tonelint stand: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


@cache
def bundled() -> Ruleset:
    """The rules that come with tonelint."""
    return load((bundled_folder(),))


def rules_at(paths: Sequence[Path], own: Sequence[Path] = ()) -> tuple[Ruleset, tuple[Rule, ...]]:
    """The ruleset that folders of rules or single rule files make with the shipped one, and which rules to try.

    Args:
        paths: folders of rules, or categories or files in such a folder; none for all of ``own``, else for the shipped
            rules.
        own: folders of rules that a team has in force anyway.

    Returns:
        The ruleset; and the rules that the paths hold, or where they hold only word classes, those that may use them.

    Raises:
        RuleError: with every fault of every file, or where a path holds no rule.
    """
    shipped = bundled_folder()
    paths = [path.absolute() for path in paths or own] or [shipped]
    folders = dict.fromkeys([*(path.absolute() for path in own), *(_folder_of(path) for path in paths)])
    ruleset = load((shipped, *(folder for folder in folders if folder.resolve() != shipped.resolve())))
    tried = [_tried(path).resolve() for path in paths]
    named = tuple(
        rule for rule in ruleset.rules if any(Path(rule.path).resolve().is_relative_to(path) for path in tried)
    )
    if not named and any((path / WORDS).is_dir() for path in tried):
        return ruleset, ruleset.rules  # word classes alone change what the shipped rules find
    if not named:
        raise RuleError(Fault(str(paths[0]), f"no rule here; {LAYOUT}"))
    return ruleset, named


def _tried(path: Path) -> Path:
    """Where the rules stand that a path names: word classes are tried by the rules of their folder, which use them."""
    inner = path.parent if path.is_file() else path
    return inner.parent if inner.name == WORDS else path


def _folder_of(path: Path) -> Path:
    """The folder of rules that a path names, or in which the category or rule file that it names stands."""
    if path.is_file():
        if path.parent.name != WORDS:
            rule_id_of(str(path))  # a file elsewhere must not make a folder of rules of its surroundings
        return path.parent.parent
    return path.parent if path.name in {*Category, WORDS} else path


def load(folders: Iterable[Path]) -> Ruleset:
    """Read folders of rules; what a later folder holds replaces what has the same id or class name before it.

    Raises:
        RuleError: with every fault of every file.
    """
    folders = tuple(dict.fromkeys(folders))
    faults: list[Fault] = []
    for folder in folders:
        faults += strays(folder) if folder.is_dir() else [Fault(str(folder), f"not a folder; {LAYOUT}")]
    forms = {language: Forms(_form_tables(folders, language)) for language in Language}
    classes, unread = _load_classes(folders, forms, faults)
    # Where a file of word classes cannot be read, every rule that names a class of it would only repeat that.
    known = {language: entries for language, entries in classes.items() if language not in unread}
    rules: dict[str, Rule] = {}
    shipped = bundled_folder()
    for folder in folders:
        seen: dict[str, Path] = {}
        for path in yaml_files(folder, Category):
            with _collecting(faults):
                rule_id = rule_id_of(str(path))
                _check_single(path, seen.setdefault(rule_id, path), f"the rule {rule_id}")
                rules[rule_id] = read_rule(str(path), rule_id, text_of(path), known, is_own=folder != shipped)
    if faults:
        raise RuleError(*faults)
    return Ruleset(tuple(rules[key] for key in sorted(rules)), classes, forms)


def _form_tables(folders: Iterable[Path], language: Language) -> str:
    """The lines of all folders' tables of inflected forms in a language; a later one's come last."""
    paths = (folder / WORDS / f"{language.value}.forms.txt" for folder in folders)
    return "\n".join(text_of(path) for path in paths if path.is_file())


def _load_classes(
    folders: Iterable[Path], forms: Mapping[Language, Forms], faults: list[Fault]
) -> tuple[dict[Language, Classes], set[Language]]:
    """The word classes of all folders, and the languages of which a file could not be read at all."""
    classes: dict[Language, Classes] = {language: {} for language in Language}
    files: list[tuple[Language, ClassFile]] = []
    unread: list[Language] = []
    for folder in folders:
        seen: dict[str, Path] = {}
        for path in yaml_files(folder, (WORDS,)):
            with _collecting(faults):
                if path.stem not in set(Language):
                    raise RuleError(Fault(str(path), unknown("language", path.stem, list(Language))))
                _check_single(path, seen.setdefault(path.stem, path), f"the language {path.stem}")
                language = Language(path.stem)
                unread.append(language)
                file = ClassFile(str(path), text_of(path))
                files.append((language, file))
                classes[language].update(file.classes)
                if file.classes:
                    unread.remove(language)
    for language, file in files:
        with _collecting(faults):
            file.check(classes[language], forms[language])
    return classes, set(unread)


def _check_single(path: Path, first: Path, what: str) -> None:
    if path != first:
        raise RuleError(Fault(str(path), f"{what} has a file already: {first.name}; one of the two is not needed"))


@contextmanager
def _collecting(faults: list[Fault]) -> Iterator[None]:
    """Add the faults of a RuleError to a list and go on, so that one bad file does not hide another."""
    try:
        yield
    except RuleError as error:
        faults += error.faults
