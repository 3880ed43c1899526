"""The pattern notation of rules: from a line of text to a tree.

The notation is described in ``docs/notation.md``. Parsing needs neither spaCy nor the word classes; whether a class
exists is decided where patterns and classes meet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING, NoReturn, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT_GAP, WIDEST_GAP, MOST_PARTS = 4, 12, 4

_SIGN = re.compile(
    r"\s+"
    r"|(?P<cls><[^<>\s]*>?)"
    r"|…(?P<gap>\d*)"
    r"|(?P<sign>[()\[\]{}|^$])"
    r"|(?P<word>[^\s()\[\]{}|<>^$…]+)"
    r"|(?P<stray>.)"
)
_CLASS_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NEVER_A_WORD = re.compile(r"[,;\"“”«»]|:$|^[^\w~=?!%&+]+$")
_CLOSER = {"(": ")", "[": "]", "{": "}"}


class NotationError(ValueError):
    """A pattern that cannot be read.

    Attributes:
        column: 1-based column in the pattern at which it went wrong.
    """

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word; ``exact`` keeps its capitals."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """Any word that ends with ``text``."""

    text: str


@dataclass(frozen=True, slots=True)
class ClassRef:
    """Any entry of a word class; ``column`` is where the pattern names it (1-based)."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Nought to ``most`` words of any kind inside the clause."""

    most: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """Its items one after the other; empty means nothing at all."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of its options."""

    options: tuple[Sequence, ...]


Node: TypeAlias = Word | Ending | ClassRef | Gap | Sequence | Choice


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern.

    Attributes:
        text: as written.
        body: what must be found.
        opens_clause: it begins where a clause begins.
        ends_clause: it ends where a clause ends.
    """

    text: str
    body: Sequence
    opens_clause: bool = False
    ends_clause: bool = False

    def leaves(self) -> Iterator[Word | Ending | ClassRef | Gap]:
        """The parts that have no parts, from left to right; those of an any-order group once for each order."""
        waiting: list[Node] = [self.body]
        while waiting:
            match waiting.pop():
                case Sequence(items=parts) | Choice(options=parts):
                    waiting += reversed(parts)
                case leaf:
                    yield leaf


def parse(text: str) -> Pattern:
    """Read one pattern.

    Raises:
        NotationError: naming the column, what was found and what is allowed.
    """
    return _Parser(text).pattern()


class _Parser:
    """Recursive descent over the signs of one pattern."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.signs = [match for match in _SIGN.finditer(text) if not match[0].isspace()]
        self.at = 0

    def pattern(self) -> Pattern:
        opens = self._take("^")
        body = self._sequence(())
        ends = self._take("$")
        if self.at < len(self.signs):
            sign = self._here()
            if sign in {"^", "$"}:
                self._fail(f'"{sign}" stands only at the {"start" if sign == "^" else "end"} of a pattern')
            self._fail(f'"{sign}" has no partner')
        if not _must_hold_a_word(body):
            self._fail("a pattern needs at least one word or <class> outside … and […]", column=1)
        return Pattern(self.text, body, opens, ends)

    def _sequence(self, closers: tuple[str, ...]) -> Sequence:
        """Items up to a closing sign, a bar or the end; gaps must stand between items."""
        items: list[Node] = []
        while self.at < len(self.signs) and self._here() not in {*closers, ")", "]", "}", "|", "^", "$"}:
            if self._is_gap() and (isinstance(items and items[-1], Gap) or not any(map(_must_hold_a_word, items))):
                self._fail("a gap stands between two words")
            items.append(self._item())
        for index, item in enumerate(items):
            if isinstance(item, Gap) and not any(map(_must_hold_a_word, items[index:])):
                self._fail("a gap stands between two words", back=1)
        return Sequence(tuple(items))

    def _item(self) -> Node:
        match = self.signs[self.at]
        sign = match[0]
        self.at += 1
        if match["word"]:
            return self._word(match["word"])
        if match["cls"]:
            return self._class(match["cls"])
        if match["gap"] is not None:
            return self._gap(match["gap"])
        if sign == "(":
            return self._choice(sign, optional=False)
        if sign == "[":
            return self._choice(sign, optional=True)
        if sign == "{":
            return self._any_order()
        return self._fail(f'"{sign}" has no meaning here; the signs are < > ( | ) [ ] {{ }} … ~ = ^ $', back=1)

    def _word(self, word: str) -> Node:
        found = _NEVER_A_WORD.search(word)
        if found:
            self._fail(f'"{found[0]}" is never a word of a reply; leave it out, neighbours match across it', back=1)
        if word[0] in "~=":
            rest = unicodedata.normalize("NFC", word[1:])
            if not rest.isalpha():
                self._fail(f'"{word[0]}" needs a word of letters right after it', back=1)
            return Ending(rest.casefold()) if word[0] == "~" else Word(rest, exact=True)
        return Word(unicodedata.normalize("NFC", word).casefold().replace("’", "'"))

    def _class(self, sign: str) -> ClassRef:
        name = sign[1:-1]
        if not sign.endswith(">") or not _CLASS_NAME.fullmatch(name):
            self._fail(f'"{sign}" is not a class; write <name>, lower-case words joined by hyphens', back=1)
        return ClassRef(name, self._column(back=1))

    def _gap(self, digits: str) -> Gap:
        most = int(digits[:3]) if digits else DEFAULT_GAP
        if not 1 <= most <= WIDEST_GAP:
            self._fail(f"a gap is 1 to {WIDEST_GAP} words wide", back=1)
        return Gap(most)

    def _choice(self, opener: str, *, optional: bool) -> Choice:
        start = self.at - 1
        options = [self._sequence((_CLOSER[opener],))]
        while self._take("|"):
            options.append(self._sequence((_CLOSER[opener],)))
        self._close(opener, start)
        if not all(option.items for option in options):
            self._fail("an empty alternative; write [ ] for what may be missing", column=self._column_of(start))
        return Choice((*options, Sequence(()))) if optional else Choice(tuple(options))

    def _any_order(self) -> Choice:
        start = self.at - 1
        items = self._sequence(("}",)).items
        self._close("{", start)
        gaps = [item for item in items if isinstance(item, Gap)]
        parts = [item for item in items if not isinstance(item, Gap)]
        if not 2 <= len(parts) <= MOST_PARTS:
            self._fail(f"{{ }} holds two to {MOST_PARTS} parts", column=self._column_of(start))
        if gaps and (len(gaps) != len(parts) - 1 or len(set(gaps)) > 1):
            self._fail("the gaps in { } are all alike or all missing", column=self._column_of(start))
        between = gaps[:1]
        return Choice(tuple(Sequence(tuple(_joined(order, between))) for order in permutations(parts)))

    def _close(self, opener: str, start: int) -> None:
        if not self._take(_CLOSER[opener]):
            self._fail(f'"{opener}" is not closed by "{_CLOSER[opener]}"', column=self._column_of(start))

    def _here(self) -> str:
        return self.signs[self.at][0]

    def _is_gap(self) -> bool:
        return self.signs[self.at]["gap"] is not None

    def _take(self, sign: str) -> bool:
        taken = self.at < len(self.signs) and self._here() == sign
        self.at += taken
        return taken

    def _column_of(self, index: int) -> int:
        return self.signs[index].start() + 1 if index < len(self.signs) else len(self.text) + 1

    def _column(self, back: int = 0) -> int:
        return self._column_of(self.at - back)

    def _fail(self, message: str, *, back: int = 0, column: int | None = None) -> NoReturn:
        raise NotationError(message, self._column(back) if column is None else column)


def _joined(parts: tuple[Node, ...], between: list[Gap]) -> list[Node]:
    joined: list[Node] = [parts[0]]
    for part in parts[1:]:
        joined += [*between, part]
    return joined


def _must_hold_a_word(node: Node) -> bool:
    """Whether every match of the node contains at least one word or class entry."""
    if isinstance(node, Sequence):
        return any(_must_hold_a_word(item) for item in node.items)
    if isinstance(node, Choice):
        return all(_must_hold_a_word(option) for option in node.options)
    return not isinstance(node, Gap)
