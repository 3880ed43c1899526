"""Reading rule and word-class files: YAML in, checked values out, every fault with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.automata import SHAPES
from tonelint.errors import Fault, RuleError
from tonelint.model import Category, Language, Severity, ZoneKind
from tonelint.nodes import Checker, unknown
from tonelint.notation import Choice, ClassRef, NotationError, Pattern, Sequence, parse
from tonelint.rules import Guard, Rule, Scope, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import yaml

    from tonelint.notation import Node

Classes = dict[str, tuple[Pattern, ...]]
"""Word classes of one language by name."""

RULE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RULE_KEYS = ("summary", "why", "severity")
_WORDING_KEYS = ("advice", "find", "flags", "passes")
_OPTIONAL_WORDING_KEYS = ("given", "unless", "hint-if", "hints")


def read_rule(path: str, rule_id: str, text: str, classes: Mapping[Language, Classes]) -> Rule:
    """Read one rule file.

    Args:
        path: the file's name, for errors.
        rule_id: ``category/name``, from the file's folder and name.
        text: its content.
        classes: the word classes by language.

    Raises:
        RuleError: with every fault of the file.
    """
    reader = _RuleReader(path, text, classes)
    rule = reader.rule(rule_id, text)
    reader.checker.finish()
    assert rule is not None  # noqa: S101  (a rule that could not be read has left a fault)
    return rule


class ClassFile:
    """One file of word classes, read but not yet held against the other files of its language.

    Args:
        path: the file's name, for errors.
        text: its content.

    Attributes:
        classes: its word classes by name.

    Raises:
        RuleError: with every fault of the file that shows without the other files.
    """

    def __init__(self, path: str, text: str) -> None:
        self._checker = checker = Checker(path, text)
        self._keys: dict[str, yaml.Node] = {}
        self._entries: dict[str, list[tuple[yaml.Node, Pattern]]] = {}
        root = checker.compose(text)
        for name, (key, value) in checker.mapping(root, optional=None).items() if root else ():
            if not RULE_NAME.fullmatch(name) or name in SHAPES:
                checker.fault(key, f'"{name}" cannot name a class: lower-case words joined by hyphens, none built in')
            self._keys[name] = key
            self._entries[name] = list(_parsed(checker, value, in_class=True))
        checker.finish()
        self.classes: Classes = {
            name: tuple(pattern for _, pattern in entries) for name, entries in self._entries.items()
        }

    def check(self, classes: Classes) -> None:
        """Hold the file against all classes of its language.

        Raises:
            RuleError: with every name of a class that does not exist and every class defined by itself.
        """
        for name, entries in self._entries.items():
            for node, pattern in entries:
                _check_names(self._checker, node, pattern, classes)
            if _leads_to_itself(name, classes):
                self._checker.fault(self._keys[name], f"the class <{name}> is defined by itself")
        self._checker.finish()


class _RuleReader:
    """Walks the nodes of one rule file."""

    def __init__(self, path: str, text: str, classes: Mapping[Language, Classes]) -> None:
        self.path = path
        self.checker = Checker(path, text)
        self.classes = classes

    def rule(self, rule_id: str, text: str) -> Rule | None:
        checker = self.checker
        root = checker.compose(text)
        if root is None:
            return None
        languages = [language.value for language in Language]
        entries = checker.mapping(root, required=_RULE_KEYS, optional=("in", *languages))
        wordings = {
            Language(key): self._wording(node, Language(key)) for key, (_, node) in entries.items() if key in languages
        }
        if not wordings:
            checker.fault(root, f"a rule needs at least one language: {', '.join(languages)}")
        severity = zone = None
        if "severity" in entries:
            severity = checker.one_of(entries["severity"][1], "severity", [s.label for s in Severity])
        if "in" in entries:
            zone = checker.one_of(entries["in"][1], "zone", [kind.value for kind in ZoneKind])
        values = {key: checker.text(entries[key][1]).strip() for key in ("summary", "why") if key in entries}
        if checker.faults:
            return None
        return Rule(
            id=rule_id,
            category=Category(rule_id.split("/", maxsplit=1)[0]),
            summary=values["summary"],
            why=" ".join(values["why"].split()),
            severity=Severity[str(severity).upper()],
            zone=ZoneKind(zone or ZoneKind.BODY),
            wordings=wordings,
            path=self.path,
        )

    def _wording(self, node: yaml.Node, language: Language) -> Wording:
        checker = self.checker
        entries = checker.mapping(node, required=_WORDING_KEYS, optional=_OPTIONAL_WORDING_KEYS)
        guards = {
            key: tuple(self._guards(entries[key][1], language)) if key in entries else ()
            for key in ("given", "unless", "hint-if")
        }
        examples = {
            key: tuple(text for _, text in checker.texts(entries[key][1])) if key in entries else ()
            for key in ("flags", "passes", "hints")
        }
        return Wording(
            advice=checker.text(entries["advice"][1]).strip() if "advice" in entries else "",
            find=tuple(self._patterns(entries["find"][1], language)) if "find" in entries else (),
            given=guards["given"],
            unless=guards["unless"],
            hint_if=guards["hint-if"],
            flags=examples["flags"],
            passes=examples["passes"],
            hints=examples["hints"],
        )

    def _guards(self, node: yaml.Node, language: Language) -> Iterator[Guard]:
        allowed = [scope.value for scope in Scope]
        for key, (key_node, value) in self.checker.mapping(node, optional=None).items():
            names = [name.strip() for name in key.split("+")]
            for name in names:
                if name not in allowed:
                    self.checker.fault(key_node, unknown("scope", name, allowed))
            patterns = tuple(self._patterns(value, language))
            yield Guard(tuple(Scope(name) for name in names if name in allowed), patterns)

    def _patterns(self, node: yaml.Node, language: Language) -> Iterator[Pattern]:
        for item, pattern in _parsed(self.checker, node, in_class=False):
            _check_names(self.checker, item, pattern, self.classes.get(language, {}))
            yield pattern


def _parsed(checker: Checker, node: yaml.Node, *, in_class: bool) -> Iterator[tuple[yaml.Node, Pattern]]:
    for item, text in checker.texts(node):
        try:
            pattern = parse(text)
        except NotationError as error:
            if text.strip():  # an empty text has been complained of already
                checker.fault(item, f"{error} (in the pattern: {text})", error.column - 1)
            continue
        if in_class and (pattern.opens_clause or pattern.ends_clause):
            checker.fault(item, '"^" and "$" belong to the patterns of rules, not to a class')
        yield item, pattern


def _check_names(checker: Checker, item: yaml.Node, pattern: Pattern, classes: Classes) -> None:
    for reference in sorted(class_names(pattern.body), key=lambda reference: reference.column):
        if reference.name not in SHAPES and reference.name not in classes:
            allowed = sorted({*classes, *SHAPES})
            checker.fault(item, unknown("word class", reference.name, allowed), reference.column - 1)


def class_names(node: Node) -> set[ClassRef]:
    """The word classes that a node names."""
    match node:
        case ClassRef():
            return {node}
        case Sequence(items=parts) | Choice(options=parts):
            return set().union(*map(class_names, parts))
        case _:
            return set()


def _leads_to_itself(name: str, classes: Classes) -> bool:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        for entry in classes.get(waiting.pop(), ()):
            new = {reference.name for reference in class_names(entry.body)} - seen
            seen |= new
            waiting += new
    return name in seen


def rule_id_of(path: str) -> str:
    """The id that a rule file's path gives: its folder and its name without suffix.

    Raises:
        RuleError: where the folder is not a category or the name is not lower-case ASCII words joined by hyphens.
    """
    folder, name = re.split(r"[\\/]", path)[-2:]
    name = name.rsplit(".", 1)[0]
    if folder not in set(Category):
        raise RuleError(Fault(path, unknown("category", folder, list(Category)) + " (a rule stands in its folder)"))
    if not RULE_NAME.fullmatch(name):
        raise RuleError(Fault(path, f'"{name}" cannot name a rule: lower-case ASCII words joined by hyphens'))
    return f"{folder}/{name}"
