"""Patterns with their word classes put in: trees of word predicates.

What a class holds in single words becomes one predicate, wherever the class is named; its entries of several words
become a phrase, which is compiled once and referred to by name. So a class of a thousand words costs a pattern nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tonelint.notation.patterns import (
    SHAPES,
    Beginning,
    Boundary,
    Choice,
    ClassRef,
    Ending,
    Gap,
    Lemmas,
    Node,
    PartOfSpeech,
    Pattern,
    Sequence,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tonelint.words.tokens import Form


@dataclass(frozen=True, slots=True)
class Predicate:
    """What one word may be: in any of these sets of norms, exact texts, endings, beginnings or shapes."""

    norms: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()
    shapes: frozenset[str] = frozenset()

    def __or__(self, other: Predicate) -> Predicate:
        return Predicate(
            self.norms | other.norms,
            self.texts | other.texts,
            self.endings | other.endings,
            self.beginnings | other.beginnings,
            self.shapes | other.shapes,
        )


NOTHING = Predicate()
PARTICLE_GAP = Gap(2)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Any entry of several words of a class."""

    name: str


@dataclass(frozen=True, slots=True)
class Run:
    """Trees one after the other."""

    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Fork:
    """One of several trees; an empty run among them means that nothing will do."""

    options: tuple[Tree, ...]


Tree: TypeAlias = Predicate | Phrase | Gap | Boundary | Run | Fork


class Resolver:
    """Puts word classes into patterns.

    Args:
        classes: the word classes of one language, without circles.
        forms_of: splits literal words as the text is split.
        inflected: gives the forms of a lemma, itself among them.

    Attributes:
        phrases: what the phrases of the classes met so far are.
    """

    def __init__(
        self,
        classes: Mapping[str, tuple[Pattern, ...]],
        forms_of: Callable[[str], tuple[Form, ...]],
        inflected: Callable[[str], tuple[str, ...]] = lambda lemma: (lemma,),
    ) -> None:
        self._classes = classes
        self._forms_of = forms_of
        self._inflected = inflected
        self._resolved: dict[str, Tree] = {}
        self.phrases: dict[str, Tree] = {}

    def tree(self, node: Node) -> Tree:
        """The tree of a node."""
        match node:
            case Word() | Ending() | Beginning():
                return self._literal(node)
            case Lemmas():
                return self._lemmas(node)
            case ClassRef(name):
                return self._class(name)
            case Sequence(items):
                return _run([self.tree(item) for item in items])
            case Choice(options):
                return self._choice(options)
            case Gap() | Boundary():
                return node

    def _literal(self, node: Word | Ending | Beginning) -> Tree:
        match node:
            case Word(text, exact=True):
                return _run([Predicate(texts=frozenset({form.text})) for form in self._forms_of(text)])
            case Word(text):
                return _run([Predicate(norms=frozenset({form.norm})) for form in self._forms_of(text)])
            case Ending(text):
                return Predicate(endings=frozenset({text}))
            case Beginning(text):
                return Predicate(beginnings=frozenset({text}))

    def _choice(self, options: Iterable[Sequence]) -> Tree:
        """A fork in which the literal words are one predicate; classes keep theirs, which other patterns share."""
        words = NOTHING
        others: list[Tree] = []
        for option in options:
            tree = self.tree(option)
            if isinstance(tree, Predicate) and not isinstance(option.items[0], ClassRef | Choice):
                words |= tree
            else:
                others += tree.options if isinstance(tree, Fork) else (tree,)
        return _fork(words, others)

    def _lemmas(self, lemmas: Lemmas) -> Tree:
        """The forms of single words as one predicate, and the phrases."""
        words: set[str] = set()
        phrases: list[Tree] = []
        for first, *rest in inflected_parts(lemmas, self._forms_of, self._inflected):
            if rest:
                gap = (PARTICLE_GAP,) if lemmas.part is PartOfSpeech.VERBS else ()
                phrases.append(Run((Predicate(first), *gap, *map(Predicate, rest))))
            else:
                words |= first
        return _fork(Predicate(frozenset(words)) if words else NOTHING, phrases)

    def _class(self, name: str) -> Tree:
        if name in SHAPES:
            return Predicate(shapes=frozenset({name}))
        if name not in self._resolved:
            words = NOTHING
            phrases: list[Tree] = []
            for entry in self._classes[name]:
                tree = self.tree(entry.body)
                for part in tree.options if isinstance(tree, Fork) else (tree,):
                    if isinstance(part, Predicate):
                        words |= part
                    else:
                        phrases.append(part)
            if phrases:
                self.phrases[name] = _fork(NOTHING, phrases)
            self._resolved[name] = _fork(words, [Phrase(name)] if phrases else [])
        return self._resolved[name]


def inflected_parts(
    lemmas: Lemmas, forms_of: Callable[[str], tuple[Form, ...]], inflected: Callable[[str], tuple[str, ...]]
) -> Iterator[list[frozenset[str]]]:
    """What may stand for each word of each entry.

    Of a verb's phrase the first word is inflected, and up to two words may stand before what belongs to it: Swedish
    and Danish put subject and adverb there. Of other phrases it is the last word.
    """
    for entry in lemmas.entries:
        norms = [form.norm for word in entry.split() for form in forms_of(word)]
        at = {PartOfSpeech.VERBS: 0, PartOfSpeech.WORDS: -1}.get(lemmas.part, len(norms) - 1)
        yield [frozenset(inflected(norm) if i == at else (norm,)) for i, norm in enumerate(norms)]


def _run(items: list[Tree]) -> Tree:
    return items[0] if len(items) == 1 else Run(tuple(items))


def _fork(words: Predicate, others: Iterable[Tree]) -> Tree:
    options = dict.fromkeys([*([words] if words != NOTHING else []), *others])
    return Fork(tuple(options)) if len(options) > 1 else next(iter(options))


def predicates(tree: Tree) -> Iterator[Predicate]:
    """The predicates in a tree, those of its phrases left out."""
    match tree:
        case Predicate():
            yield tree
        case Run(parts) | Fork(parts):
            for part in parts:
                yield from predicates(part)


def beginnings(tree: Tree, phrases: Mapping[str, Tree], known: dict[str, frozenset[Predicate]]) -> frozenset[Predicate]:
    """The predicates that may hold of the first word of a match.

    Args:
        tree: a pattern; no match of it is empty.
        phrases: what the phrases in it are.
        known: what has been found out of phrases before; added to.
    """
    match tree:
        case Predicate():
            return frozenset({tree})
        case Phrase(name):
            if name not in known:
                known[name] = beginnings(phrases[name], phrases, known)
            return known[name]
        case Fork(options):
            return frozenset().union(*(beginnings(option, phrases, known) for option in options))
        case Run(items):
            first: frozenset[Predicate] = frozenset()
            for item in items:
                first |= beginnings(item, phrases, known)
                if not _may_be_empty(item):
                    break
            return first
        case _:
            return frozenset()


def _may_be_empty(tree: Tree) -> bool:
    match tree:
        case Run(items):
            return all(map(_may_be_empty, items))
        case Fork(options):
            return any(map(_may_be_empty, options))
        case _:
            return isinstance(tree, Gap | Boundary)
