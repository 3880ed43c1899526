"""Patterns as small automata over word predicates.

A pattern's tree, with its word classes put in, becomes a non-deterministic automaton without cycles (gaps are
bounded), by the construction of Thompson (1968); the empty moves are removed once, when it is built.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from tonelint.notation import Choice, ClassRef, Ending, Gap, Node, Pattern, Sequence, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SHAPES = frozenset({"number", "name", "placeholder", "person-placeholder", "time-placeholder"})
"""The word classes that are built in: told by the look of a word."""

ANY = -1
"""The predicate of a gap: holds of every word."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What one word may be: in any of these sets of norms, exact texts, endings or shapes."""

    norms: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    shapes: frozenset[str] = frozenset()

    def __or__(self, other: Predicate) -> Predicate:
        return Predicate(
            self.norms | other.norms,
            self.texts | other.texts,
            self.endings | other.endings,
            self.shapes | other.shapes,
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Trees one after the other."""

    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Fork:
    """One of several trees; an empty run among them means that nothing will do."""

    options: tuple[Tree, ...]


Tree: TypeAlias = Predicate | Gap | Run | Fork


@dataclass(frozen=True, slots=True)
class Automaton:
    """A compiled pattern.

    Attributes:
        edges: for each state, its moves: (predicate or ``ANY``, whether the word must not open a clause, next state).
        final: the states in which a match may end. State 0 is the first.
        opens_clause: a match begins where a clause begins.
        ends_clause: a match ends where a clause ends.
    """

    edges: tuple[tuple[tuple[int, bool, int], ...], ...]
    final: frozenset[int]
    opens_clause: bool
    ends_clause: bool


class Resolver:
    """Puts word classes into patterns.

    Args:
        classes: the word classes of one language, without circles.
        norms_of: splits and normalises literal words as the text's words are.
    """

    def __init__(self, classes: Mapping[str, tuple[Pattern, ...]], norms_of: Callable[[str], tuple[str, ...]]) -> None:
        self._classes = classes
        self._norms_of = norms_of
        self._resolved: dict[str, Tree] = {}

    def tree(self, node: Node) -> Tree:
        """The tree of a node; single words of a choice become one predicate."""
        match node:
            case Word(text, exact=True):
                return Predicate(texts=frozenset({text}))
            case Word(text):
                return _run(tuple(Predicate(norms=frozenset({norm})) for norm in self._norms_of(text)))
            case Ending(text):
                return Predicate(endings=frozenset({text}))
            case ClassRef(name):
                return self._class(name)
            case Sequence(items):
                return _run(tuple(self.tree(item) for item in items))
            case Choice(options):
                return _fork([self.tree(option) for option in options])
            case Gap():
                return node

    def _class(self, name: str) -> Tree:
        if name in SHAPES:
            return Predicate(shapes=frozenset({name}))
        if name not in self._resolved:
            self._resolved[name] = _fork([self.tree(entry.body) for entry in self._classes[name]])
        return self._resolved[name]


def _run(items: tuple[Tree, ...]) -> Tree:
    return items[0] if len(items) == 1 else Run(items)


def _fork(options: list[Tree]) -> Tree:
    """A fork in which all that is a single word is one predicate."""
    flat: list[Tree] = []
    single = Predicate()
    for option in options:
        for tree in option.options if isinstance(option, Fork) else (option,):
            if isinstance(tree, Predicate):
                single |= tree
            elif tree not in flat:
                flat.append(tree)
    if single != Predicate():
        flat.insert(0, single)
    return flat[0] if len(flat) == 1 else Fork(tuple(flat))


@dataclass(slots=True)
class PredicateTable:
    """Numbers predicates, equal ones alike."""

    ids: dict[Predicate, int] = field(default_factory=dict)

    def number(self, predicate: Predicate) -> int:
        """The predicate's number, from 0."""
        return self.ids.setdefault(predicate, len(self.ids))


def build(pattern: Pattern, tree: Tree, table: PredicateTable) -> Automaton:
    """The automaton of a pattern whose body has been resolved to ``tree``."""
    builder = _Builder(table)
    last = builder.add(tree, builder.state())
    return Automaton(*builder.without_empty_moves(last), pattern.opens_clause, pattern.ends_clause)


class _Builder:
    """Grows states; ``within`` on an empty move says that the word after it must not open a clause."""

    def __init__(self, table: PredicateTable) -> None:
        self.table = table
        self.moves: list[list[tuple[int, bool, int]]] = []
        self.empty: list[list[tuple[bool, int]]] = []

    def state(self) -> int:
        self.moves.append([])
        self.empty.append([])
        return len(self.moves) - 1

    def add(self, tree: Tree, start: int) -> int:
        """Add the states of a tree behind ``start`` and return the state that follows it."""
        if isinstance(tree, Run):
            for item in tree.items:
                start = self.add(item, start)
            return start
        if isinstance(tree, Predicate):
            end = self.state()
            self.moves[start].append((self.table.number(tree), False, end))
            return end
        if isinstance(tree, Gap):
            return self._add_gap(tree.most, start)
        ends = [self.add(option, start) for option in tree.options]
        end = self.state()
        for option_end in ends:
            self.empty[option_end].append((False, end))
        return end

    def _add_gap(self, most: int, start: int) -> int:
        skipped = [start]
        for _ in range(most):
            skipped.append(self.state())
            self.moves[skipped[-2]].append((ANY, True, skipped[-1]))
        end = self.state()
        for state in skipped:
            self.empty[state].append((True, end))
        return end

    def without_empty_moves(self, last: int) -> tuple[tuple[tuple[tuple[int, bool, int], ...], ...], frozenset[int]]:
        """The moves of every state with empty moves followed, and the states from which ``last`` is reached so."""
        edges, final = [], set()
        for state in range(len(self.moves)):
            reached = {(False, state)}
            waiting = [(False, state)]
            while waiting:
                within, here = waiting.pop()
                new = {(within or crossed, there) for crossed, there in self.empty[here]} - reached
                reached |= new
                waiting += new
            if any(here == last for _, here in reached):
                final.add(state)
            moves = {
                (predicate, within or own, target)
                for within, here in reached
                for predicate, own, target in self.moves[here]
            }
            edges.append(tuple(sorted(moves)))
        return tuple(edges), frozenset(final)
