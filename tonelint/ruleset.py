"""The rules in force: those that come with tonelint, and a user's own folders of rules on top."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.errors import Fault, RuleError, UsageError
from tonelint.model import Category, Language
from tonelint.nodes import unknown
from tonelint.rulefile import ClassFile, read_rule, rule_id_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tonelint.notation import Pattern
    from tonelint.rulefile import Classes
    from tonelint.rules import Rule

_SUFFIXES = {".yaml", ".yml"}
_WORDS = "words"


@dataclass(frozen=True, eq=False, slots=True)
class Ruleset:
    """Rules and the word classes that they use. Equal only to itself, so that compiled forms can be kept by it.

    Attributes:
        rules: in order of their ids.
        classes: the word classes by language.
    """

    rules: tuple[Rule, ...]
    classes: Mapping[Language, Classes]

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id.

        Raises:
            UsageError: where there is none, with the nearest.
        """
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise UsageError(unknown("rule", rule_id, [rule.id for rule in self.rules]))

    def narrowed(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Ruleset:
        """The ruleset with only the rules or categories selected (none: all), less those ignored.

        Raises:
            UsageError: where a name is neither a rule nor a category.
        """
        select, ignore = set(select), set(ignore)
        names = [*Category, *(rule.id for rule in self.rules)]
        for name in sorted(select | ignore):
            if name not in names:
                raise UsageError(unknown("rule or category", name, names))
        kept = tuple(
            rule
            for rule in self.rules
            if (not select or {rule.id, rule.category.value} & select) and not {rule.id, rule.category.value} & ignore
        )
        return replace(self, rules=kept)

    def patterns(self, language: Language) -> Iterator[Pattern]:
        """All patterns of all rules in a language."""
        for rule in self.rules:
            if language in rule.wordings:
                yield from rule.wordings[language].patterns()


def bundled_folder() -> Path:
    """Where the rules that come with tonelint stand: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


@cache
def bundled() -> Ruleset:
    """The rules that come with tonelint."""
    return load((bundled_folder(),))


def rules_at(paths: Sequence[Path]) -> tuple[Ruleset, tuple[Rule, ...]]:
    """The ruleset that folders of rules or single rule files make with the shipped one, and which rules they hold.

    Args:
        paths: folders of rules, or rule files in such a folder; none for the shipped rules.

    Raises:
        RuleError: with every fault of every file, or where a path holds no rule.
    """
    shipped = bundled_folder()
    paths = [path.absolute() for path in paths] or [shipped]
    folders = dict.fromkeys(path.parent.parent if path.is_file() else path for path in paths)
    ruleset = load((shipped, *(folder for folder in folders if folder.resolve() != shipped.resolve())))
    named = tuple(
        rule
        for rule in ruleset.rules
        if any(Path(rule.path).resolve().is_relative_to(path.resolve()) for path in paths)
    )
    if not named:
        raise RuleError(Fault(str(paths[0]), "no rule here; rules stand in <folder>/<category>/<name>.yaml"))
    return ruleset, named


def load(folders: Iterable[Path]) -> Ruleset:
    """Read folders of rules; what a later folder holds replaces what has the same id or class name before it.

    Raises:
        RuleError: with every fault of every file.
    """
    folders = tuple(folders)
    faults: list[Fault] = []
    faults += [
        Fault(str(folder), "not a folder; name one that holds <category>/<rule>.yaml files")
        for folder in folders
        if not folder.is_dir()
    ]
    classes = _load_classes(folders, faults)
    rules: dict[str, Rule] = {}
    for folder in folders:
        for path in _files(folder, Category):
            with _collecting(faults):
                rule_id = rule_id_of(str(path))
                rules[rule_id] = read_rule(str(path), rule_id, _text(path), classes)
        faults += _strays(folder)
    if faults:
        raise RuleError(*faults)
    return Ruleset(tuple(rules[key] for key in sorted(rules)), classes)


def _load_classes(folders: Iterable[Path], faults: list[Fault]) -> dict[Language, Classes]:
    classes: dict[Language, Classes] = {language: {} for language in Language}
    files: list[tuple[Language, ClassFile]] = []
    for folder in folders:
        for path in _files(folder, (_WORDS,)):
            with _collecting(faults):
                if path.stem not in set(Language):
                    raise RuleError(Fault(str(path), unknown("language", path.stem, list(Language))))
                file = ClassFile(str(path), _text(path))
                files.append((Language(path.stem), file))
                classes[Language(path.stem)].update(file.classes)
    for language, file in files:
        with _collecting(faults):
            file.check(classes[language])
    return classes


class _collecting:  # noqa: N801  (reads as a verb: with _collecting(faults): …)
    """Adds the faults of a RuleError to a list and goes on, so that one bad file does not hide another."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, RuleError):
            self.faults += error.faults
            return True
        return False


def _files(folder: Path, names: Iterable[str]) -> list[Path]:
    """The YAML files in the named subfolders, in order."""
    return [
        path
        for name in names
        for path in sorted((folder / name).glob("*"))
        if path.suffix in _SUFFIXES and not path.name.startswith(".")
    ]


def _strays(folder: Path) -> list[Fault]:
    """A fault for each YAML file or folder that would silently be passed over."""
    known = {*Category, _WORDS}
    strays = [
        path
        for path in sorted(folder.glob("*"))
        if not path.name.startswith(".") and (path.suffix in _SUFFIXES or (path.is_dir() and path.name not in known))
    ]
    return [
        Fault(
            str(path),
            f"not read: rules stand in a folder named as their category ({', '.join(Category)}), "
            f"word classes in {_WORDS}",
        )
        for path in strays
    ]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise RuleError(Fault(str(path), f"cannot be read: {reason}")) from error
