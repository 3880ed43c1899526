"""Reading files of word classes, and checking patterns against them."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from tonelint.data.checker import Checker, shortened, unknown
from tonelint.data.nodes import Kind
from tonelint.notation.literals import shown
from tonelint.notation.parser import CLASS_NAME, parse
from tonelint.notation.patterns import SHAPES, ClassRef, Lemmas, NotationError, PartOfSpeech, Pattern, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tonelint.data.nodes import Node
    from tonelint.notation.patterns import Leaf
    from tonelint.rulebook.forms import Forms

Classes = dict[str, tuple[Pattern, ...]]
"""Word classes of one language by name."""

_NOT_IN_LEMMAS = re.compile(r"[^\w\s,'’&./+-]|(?<![^\s,])[_'’./-]+(?![^\s,])")  # the latter are no words alone

MOST_CLASSES_DEEP, MOST_WORDS = 10, 100_000
"""Through how many classes a class may lead, and to how many words it may unfold: what can still be compiled."""


class ClassFile:
    """One file of word classes, read but not yet held against the other files of its language.

    Args:
        path: the file's name, for errors.
        text: its content.

    Attributes:
        classes: its word classes by name, with the entries that could be read.
    """

    def __init__(self, path: str, text: str) -> None:
        self._checker = checker = Checker(path, text)
        self._keys: dict[str, Node] = {}
        self._entries: dict[str, list[tuple[Node, Pattern]]] = {}
        root = checker.compose()
        for name, (key, value) in checker.mapping(root, optional=None).items() if root else ():
            if name in SHAPES:
                checker.fault(key, f'"{name}" is built in and cannot be defined')
            elif name.strip() and not CLASS_NAME.fullmatch(name):
                named = shortened(name)
                checker.fault(key, f'"{named}" cannot name a class: lower-case ASCII words joined by hyphens')
            self._keys[name] = key
            self._entries[name] = list(
                _read_lemmas(checker, value) if value.kind is Kind.MAPPING else read_patterns(checker, value)
            )
        self.classes: Classes = {
            name: tuple(pattern for _, pattern in entries) for name, entries in self._entries.items()
        }

    def check(self, classes: Classes, forms: Forms) -> None:
        """Hold the file against all classes of its language.

        Raises:
            RuleError: with every fault of the file: what is wrong in itself, names a class that does not exist,
                defines a class by itself or unfolds without measure.
        """
        for entries in self._entries.values():
            for node, pattern in entries:
                check_names(self._checker, node, pattern, classes)
                _check_lemmas(self._checker, node, pattern, forms)
        leads_to = {name: _class_names(entries) for name, entries in classes.items()}
        try:
            order = tuple(TopologicalSorter(leads_to).static_order())
        except CycleError:
            wrong = {name: "is defined by itself" for name in self._keys if _leads_to_itself(name, leads_to)}
        else:
            wrong = _too_large(order, classes, leads_to)
        for name in wrong.keys() & self._keys.keys():
            self._checker.fault(self._keys[name], f"the class <{name}> {wrong[name]}")
        self._checker.finish()


def _read_lemmas(checker: Checker, node: Node) -> Iterator[tuple[Node, Pattern]]:
    """A class that is given by lemmas: a mapping of parts of speech to texts of entries parted by commas."""
    for key, (_, value) in checker.mapping(node, optional=[part.value for part in PartOfSpeech]).items():
        text = checker.text(value)
        entries = tuple(" ".join(entry.split()).casefold() for entry in text.split(","))
        if "" in entries and text.strip():
            checker.fault(value, "an entry is empty: two commas in a row, or one at the end")
        elif found := _NOT_IN_LEMMAS.search(text):
            checker.fault(value, f"{shown(found[0])} has no place here: entries are plain words, parted by commas")
        elif text.strip():
            yield value, Pattern(f"{key}: {shortened(text)}", Sequence((Lemmas(PartOfSpeech(key), entries),)))


def read_patterns(checker: Checker, node: Node) -> Iterator[tuple[Node, Pattern]]:
    """The patterns of a list with their nodes; those that cannot be read leave a fault."""
    for item, text in checker.texts(node):
        try:
            yield item, parse(text)
        except NotationError as error:
            if text.strip():  # an empty text has been complained of already
                checker.fault(item, f"{error} (in the pattern: {shortened(text)})", error.column - 1)


def check_names(checker: Checker, item: Node, pattern: Pattern, classes: Classes) -> None:
    """Note a fault for each place where a pattern names a class that does not exist."""
    for reference, problem in unknown_names(pattern, classes):
        checker.fault(item, problem, reference.column - 1)


def unknown_names(pattern: Pattern, classes: Classes) -> Iterator[tuple[ClassRef, str]]:
    """Where a pattern names a class that does not exist, and what is wrong with that."""
    for reference in pattern.class_references():
        if reference.name not in SHAPES and reference.name not in classes:
            yield reference, unknown("word class", reference.name, sorted({*classes, *SHAPES}))


def _check_lemmas(checker: Checker, item: Node, pattern: Pattern, forms: Forms) -> None:
    """Note a fault for each lemma whose forms no table lists: it would silently stand for itself alone."""
    for leaf in pattern.leaves():
        for lemma in inflected_words(leaf) if isinstance(leaf, Lemmas) else ():
            if lemma not in forms:
                checker.fault(
                    item, f'no forms of "{lemma}" are known: write them out under "words", or add them to the table'
                )


def inflected_words(lemmas: Lemmas) -> Iterator[str]:
    """The words of which forms are wanted: single words, the first of a verb's phrase, the last of any other."""
    if lemmas.part is not PartOfSpeech.WORDS:
        for entry in lemmas.entries:
            yield entry.split()[0 if lemmas.part is PartOfSpeech.VERBS else -1]


def _class_names(patterns: Iterable[Pattern]) -> set[str]:
    return {reference.name for pattern in patterns for reference in pattern.class_references()}


def _leads_to_itself(name: str, leads_to: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        new = leads_to.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return name in seen


def _too_large(order: Iterable[str], classes: Classes, leads_to: Mapping[str, set[str]]) -> dict[str, str]:
    """The classes that unfold without measure, though those that they name do not, and how.

    Args:
        order: all names, each after those that it leads to.
        classes: the classes.
        leads_to: the names that a class names.
    """
    depths: dict[str, int] = {}
    words: dict[str, int] = {}
    found: dict[str, str] = {}
    for name in order:
        leaves = [leaf for pattern in classes.get(name, ()) for leaf in pattern.leaves()]
        depths[name] = 1 + max((depths[other] for other in leads_to.get(name, ())), default=0)
        words[name] = sum(_size(leaf, words) for leaf in leaves) or 1
        if depths[name] == MOST_CLASSES_DEEP + 1:
            found[name] = f"leads to its words through more than {MOST_CLASSES_DEEP} classes"
        elif words[name] > MOST_WORDS >= max((words[other] for other in leads_to.get(name, ())), default=0):
            found[name] = f"unfolds to more than {MOST_WORDS} words"
    return found


def _size(leaf: Leaf, words: Mapping[str, int]) -> int:
    match leaf:
        case ClassRef(name):
            return words[name]
        case Lemmas(entries=entries):
            return len(entries)
        case _:
            return 1
