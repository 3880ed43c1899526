"""Reading rule files: YAML in, checked values out, every fault with its place."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from math import nan
from typing import TYPE_CHECKING, TypeAlias

from tonelint.data.checker import Checker, shortened, unknown
from tonelint.data.nodes import Kind
from tonelint.errors import Fault, RuleError
from tonelint.model import Category, Language, Severity, ZoneKind
from tonelint.rulebook.evidence import Evidence, merged, read_cues
from tonelint.rulebook.rules import Guard, Rule, Scope, Wording
from tonelint.rulebook.wordclasses import check_names, read_patterns, unknown_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tonelint.data.nodes import Node
    from tonelint.notation.patterns import Pattern
    from tonelint.rulebook.evidence import Cue
    from tonelint.rulebook.wordclasses import Classes

RULE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_RULE_KEYS = ("summary", "why", "severity")
_WORDING_KEYS = ("advice", "flags", "passes")
_STRICT_KEYS, _EVIDENCE_KEYS = ("find",), ("warn-at", "hint-at", "doubt-at", "deny-at")
_GUARD_KEYS = ("given", "unless", "hint-if")
_EXAMPLE_KEYS = ("flags", "passes", "hints")
_Entries: TypeAlias = "Mapping[str, tuple[Node, Node]]"


def read_rule(path: str, rule_id: str, text: str, classes: Mapping[Language, Classes], *, is_own: bool = False) -> Rule:
    """Read one rule file.

    Args:
        path: the file's name, for errors.
        rule_id: ``category/name``, from the file's folder and name.
        text: its content.
        classes: the word classes by language; the names of classes of a language that is missing here are not checked.
        is_own: whether it is a team's own and not shipped.

    Raises:
        RuleError: with every fault of the file.
    """
    reader = _RuleReader(path, text, classes)
    rule = reader.rule(rule_id)
    reader.checker.finish()
    assert rule is not None  # noqa: S101  (a rule that could not be read has left a fault)
    return replace(rule, is_own=True) if is_own else rule


class _RuleReader:
    """Walks the nodes of one rule file."""

    def __init__(self, path: str, text: str, classes: Mapping[Language, Classes]) -> None:
        self.path = path
        self.checker = Checker(path, text)
        self.classes = classes

    def rule(self, rule_id: str) -> Rule | None:
        checker = self.checker
        root = checker.compose()
        if root is None:
            return None
        languages = [language.value for language in Language]
        entries = checker.mapping(root, required=_RULE_KEYS, optional=("in", "evidence", *languages))
        weighs = "evidence" in entries
        shared = (
            self._cues(entries["evidence"][1], [Language(key) for key in entries if key in languages]) if weighs else {}
        )
        wordings = {
            Language(key): self._wording(node, Language(key), shared if weighs else None)
            for key, (_, node) in entries.items()
            if key in languages
        }
        if not wordings and root.kind is Kind.MAPPING:
            checker.fault(root, f"a rule needs at least one language: {', '.join(languages)}")
        severity = zone = None
        if "severity" in entries:
            severity = checker.one_of(entries["severity"][1], "severity", [s.label for s in Severity])
        if "in" in entries:
            zone = checker.one_of(entries["in"][1], "zone", [kind.value for kind in ZoneKind])
        summary, why = self._line(entries, "summary"), self._line(entries, "why")
        if checker.faults:
            return None
        return Rule(
            id=rule_id,
            category=Category(rule_id.split("/", maxsplit=1)[0]),
            summary=summary,
            why=why,
            severity=Severity[str(severity).upper()],
            zone=ZoneKind(zone or ZoneKind.BODY),
            wordings=wordings,
            path=self.path,
        )

    def _line(self, entries: _Entries, key: str) -> str:
        """A text on one line, as reports show it."""
        return " ".join(self.checker.text(entries[key][1]).split()) if key in entries else ""

    def _wording(self, node: Node, language: Language, shared: dict[str, Cue] | None) -> Wording:
        weighs = shared is not None
        required = (*_WORDING_KEYS, *(_EVIDENCE_KEYS if weighs else _STRICT_KEYS))
        optional = (*_GUARD_KEYS, "hints", *(("evidence",) if weighs else ()))
        entries = self.checker.mapping(node, required=required, optional=optional)
        for key, other in (("hints", "hint-if"), ("hint-if", "hints")):
            if key in entries and other not in entries and not weighs:
                self.checker.fault(entries[key][0], f'"{key}" goes with "{other}", which is missing')
        guards = {key: tuple(self._guards(entries[key][1], language)) if key in entries else () for key in _GUARD_KEYS}
        examples = self._examples(entries)
        return Wording(
            advice=self._line(entries, "advice"),
            find=tuple(self._patterns(entries["find"][1], language)) if "find" in entries else (),
            evidence=None if shared is None else self._evidence(entries, language, shared),
            given=guards["given"],
            unless=guards["unless"],
            hint_if=guards["hint-if"],
            flags=examples["flags"],
            passes=examples["passes"],
            hints=examples["hints"],
        )

    def _evidence(self, entries: _Entries, language: Language, shared: dict[str, Cue]) -> Evidence:
        own = self._cues(entries["evidence"][1], [language]) if "evidence" in entries else {}
        sums = [self._number(entries, key) for key in _EVIDENCE_KEYS]
        for (higher, lower), keys in zip(pairwise(sums), pairwise(_EVIDENCE_KEYS), strict=True):
            if lower > higher and keys[1] in entries:
                self.checker.fault(entries[keys[1]][1], f'"{keys[1]}" is higher than "{keys[0]}"')
        return Evidence(tuple(merged(shared, own)), *sums)

    def _number(self, entries: _Entries, key: str) -> float:
        """A number; where a fault has been noted, one that is neither higher nor lower than another."""
        text = self.checker.text(entries[key][1]) if key in entries else ""
        if text.strip() and not _NUMBER.fullmatch(text):
            self.checker.fault(entries[key][1], f'a number is wanted here, not "{shortened(text)}"')
        return float(text) if _NUMBER.fullmatch(text) else nan

    def _cues(self, node: Node, languages: Iterable[Language]) -> dict[str, Cue]:
        """The cues of a table by their texts; each class that they name is known in all these languages."""
        cues, problems = read_cues(self.checker.text(node))
        for number, problem in problems:
            self.checker.fault_in_block(node, number, problem)
        for number, cue in cues:
            for language in (language for language in languages if language in self.classes):
                for _, problem in unknown_names(cue.pattern, self.classes[language]):
                    self.checker.fault_in_block(node, number, f"{problem} ({language})")
        return {str(cue): cue for _, cue in cues}

    def _examples(self, entries: _Entries) -> dict[str, tuple[str, ...]]:
        """The examples by key; none may stand twice, for it would prove nothing or contradict itself."""
        examples: dict[str, tuple[str, ...]] = {}
        seen: dict[str, str] = {}
        for key in _EXAMPLE_KEYS:
            found = self.checker.texts(entries[key][1]) if key in entries else []
            examples[key] = tuple(text for _, text in found)
            for node, text in found:
                if text.strip() in seen:
                    self.checker.fault(node, f'this example stands in "{seen[text.strip()]}" already')
                elif text.strip():  # an empty text has been complained of already
                    seen[text.strip()] = key
        return examples

    def _guards(self, node: Node, language: Language) -> Iterator[Guard]:
        allowed = [scope.value for scope in Scope]
        seen: set[frozenset[str]] = set()
        for key, (key_node, value) in self.checker.mapping(node, optional=None).items():
            names = [name.strip() for name in key.split("+")] if key else []
            for name in names:
                if name not in allowed:
                    self.checker.fault(key_node, unknown("scope", name, allowed))
            if len(set(names)) < len(names) or frozenset(names) in seen:
                self.checker.fault(key_node, f'scopes stand here twice: "{key}"')
            seen.add(frozenset(names))
            patterns = tuple(self._patterns(value, language))
            yield Guard(tuple(Scope(name) for name in names if name in allowed), patterns)

    def _patterns(self, node: Node, language: Language) -> Iterator[Pattern]:
        for item, pattern in read_patterns(self.checker, node):
            if language in self.classes:
                check_names(self.checker, item, pattern, self.classes[language])
            yield pattern


def rule_id_of(path: str) -> str:
    """The id that a rule file's path gives: its folder and its name without suffix.

    Raises:
        RuleError: where the folder is not a category or the name is not lower-case ASCII words joined by hyphens.
    """
    folder, name = ["", *re.split(r"[\\/]", path)][-2:]
    name = name.rsplit(".", 1)[0]
    if folder not in set(Category):
        raise RuleError(Fault(path, unknown("category", folder, list(Category)) + " (a rule stands in its folder)"))
    if not RULE_NAME.fullmatch(name):
        raise RuleError(Fault(path, f'"{name}" cannot name a rule: lower-case ASCII words joined by hyphens'))
    return f"{folder}/{name}"
