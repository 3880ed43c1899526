"""The pattern notation of rules: from a line of text to a tree.

The notation is described in ``docs/notation.md``. Parsing needs neither spaCy nor the word classes; whether a class
exists is decided where patterns and classes meet.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import permutations
from typing import NoReturn

from tonelint.notation.literals import literal, shown
from tonelint.notation.patterns import (
    Boundary,
    Choice,
    ClassRef,
    Gap,
    Node,
    NotationError,
    Pattern,
    Sequence,
    edge_gap,
    must_hold_a_word,
)

DEFAULT_GAP, WIDEST_GAP, MOST_PARTS = 4, 12, 4
MOST_NESTED = 8
"""How deep brackets may stand in one another: more cannot be read, nor compiled without limit."""
MOST_ORDERS_NESTED = 2
"""How deep any-order groups may stand in one another: each unfolds into up to 24 orders."""

CLASS_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

_SIGN = re.compile(
    r"\s+"
    r"|(?P<cls><[^<>\s]*>?)"
    r"|…(?P<gap>\d*)"
    r"|(?P<sign>[()\[\]{}|^$])"
    r"|(?P<word>[^\s()\[\]{}|<>^$…]+)"
    r"|(?P<stray>.)"
)
_CLOSER = {"(": ")", "[": "]", "{": "}"}
_ENDS_SEQUENCE = frozenset(")]}|")


@cache
def parse(text: str) -> Pattern:
    """Read one pattern.

    Raises:
        NotationError: naming the column, what was found and what is allowed.
    """
    if text.isalpha():  # a single plain word, as most entries of word classes are: there are thousands
        return Pattern(text, Sequence((literal(text, 1),)))
    return _Parser(text).pattern()


class _Parser:
    """Recursive descent over the signs of one pattern."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.signs = [match for match in _SIGN.finditer(text) if not match[0].isspace()]
        self.at = 0
        self.open: list[int] = []  # the signs that open the brackets around this place

    def pattern(self) -> Pattern:
        body = self._sequence()
        if self.at < len(self.signs):
            self._fail_at_end_of_sequence()
        if not must_hold_a_word(body):
            self._fail("a pattern needs at least one word or <class> outside … and […]", column=1)
        if "…" in self.text and (gap := edge_gap(body, at_end=False) or edge_gap(body, at_end=True)):
            self._fail("a gap stands between two words, whatever is left out", column=gap.column)
        return Pattern(self.text, body)

    def _sequence(self) -> Sequence:
        """Items up to a closing sign, a bar or the end."""
        items: list[Node] = []
        while self.at < len(self.signs) and self._here() not in _ENDS_SEQUENCE:
            item = self._item()
            if isinstance(item, Gap) and items and isinstance(items[-1], Gap):
                self._fail("two gaps side by side; write one, such as …8", column=item.column)
            if isinstance(item, Boundary) and items and isinstance(items[-1], Boundary):
                self._fail("^ and $ side by side mark one place twice", column=self._column(self.at - 1))
            items.append(item)
            if isinstance(item, Gap | Boundary) and {Gap, Boundary} == {type(neighbour) for neighbour in items[-2:]}:
                self._fail("a gap lies inside a clause, so it cannot touch ^ or $", column=self._column(self.at - 1))
        return Sequence(tuple(items))

    def _item(self) -> Node:
        match = self.signs[self.at]
        sign = match[0]
        self._check_space(match)
        self.at += 1
        if match["word"]:
            return literal(match["word"], match.start() + 1)
        if match["cls"]:
            return self._class(match["cls"], match.start() + 1)
        if match["gap"] is not None:
            return self._gap(match["gap"], match.start() + 1)
        if sign in {"^", "$"}:
            return Boundary()
        if sign in _CLOSER:
            return self._any_order() if sign == "{" else self._choice(optional=sign == "[")
        return self._fail(
            f"{shown(sign)} has no meaning here; the signs are < > ( | ) [ ] {{ }} … ~ = ^ $",
            column=match.start() + 1,
        )

    def _check_space(self, match: re.Match[str]) -> None:
        """A word that touches a bracket or class looks like one word with it, but would be read as two."""
        before = self.signs[self.at - 1] if self.at else None
        if before is None or before.end() < match.start():
            return
        if match["word"] and (before["cls"] or before["gap"] or before[0] in _CLOSER.values()):
            self._fail(f"{shown(match[0])} is a word by itself; put a space before it", column=match.start() + 1)
        if before["word"] and (match["cls"] or match[0] in _CLOSER):
            self._fail(f"{shown(before[0])} is a word by itself; put a space after it", column=match.start() + 1)

    def _class(self, sign: str, column: int) -> ClassRef:
        name = sign[1:-1]
        if not sign.endswith(">") or not CLASS_NAME.fullmatch(name):
            self._fail(f'"{sign}" is not a class; write <name>, lower-case words joined by hyphens', column=column)
        return ClassRef(name, column)

    def _gap(self, digits: str, column: int) -> Gap:
        most = int(digits[:3]) if digits else DEFAULT_GAP
        if not 1 <= most <= WIDEST_GAP or digits.startswith("0"):
            self._fail(f"a gap is 1 to {WIDEST_GAP} words wide", column=column)
        return Gap(most, column)

    def _choice(self, *, optional: bool) -> Choice:
        self._open()
        options = [self._option()]
        while self._take("|"):
            options.append(self._option())
        self._close()
        return Choice((*options, Sequence(()))) if optional else Choice(tuple(options))

    def _option(self) -> Sequence:
        option = self._sequence()
        if not option.items and self.at < len(self.signs) and self._here() in {"|", ")", "]"}:
            self._fail("an empty alternative; write [ ] around what may be missing")
        return option

    def _any_order(self) -> Choice:
        self._open()
        column = self._column(self.open[-1])
        if sum(self.signs[opener][0] == "{" for opener in self.open) > MOST_ORDERS_NESTED:
            self._fail(f"{{ }} stands at most {MOST_ORDERS_NESTED} deep in itself", column=column)
        items = self._sequence().items
        self._close()
        if Boundary() in items:
            self._fail("^ and $ mark a place, which has no order: they stand outside { }", column=column)
        gaps = [item for item in items if isinstance(item, Gap)]
        parts = [item for item in items if not isinstance(item, Gap)]
        if not 2 <= len(parts) <= MOST_PARTS:
            self._fail(f"{{ }} holds two to {MOST_PARTS} parts; put a part of several words in ( )", column=column)
        if gaps and (items[1::2] != tuple(gaps) or len(items) != 2 * len(parts) - 1 or len(set(gaps)) > 1):
            self._fail(
                "in { } the same gap stands between each two parts or none at all; put a part of several words in ( )",
                column=column,
            )
        gap = gaps[:1]
        orders = ([item for part in order for item in (*gap, part)][len(gap) :] for order in permutations(parts))
        return Choice(tuple(Sequence(tuple(order)) for order in orders))

    def _open(self) -> None:
        self.open.append(self.at - 1)
        if len(self.open) > MOST_NESTED:
            self._fail(f"brackets stand more than {MOST_NESTED} deep in one another", column=self._column(self.at - 1))

    def _close(self) -> None:
        opener = self.signs[self.open[-1]][0]
        if not self._take(_CLOSER[opener]):
            self._fail_at_end_of_sequence()
        self.open.pop()

    def _fail_at_end_of_sequence(self) -> NoReturn:
        """Say why the sign here, or the end, cannot stand where it does."""
        opener = self.signs[self.open[-1]][0] if self.open else ""
        if self.at == len(self.signs):
            self._fail(f'"{opener}" is not closed by "{_CLOSER[opener]}"', column=self._column(self.open[-1]))
        sign = self._here()
        if sign == "|":
            self._fail('"|" stands only inside ( ) and [ ]')
        if opener:
            self._fail(f'"{sign}" does not close "{opener}"; "{_CLOSER[opener]}" is wanted first')
        self._fail(f'"{sign}" closes nothing')

    def _here(self) -> str:
        return self.signs[self.at][0]

    def _take(self, sign: str) -> bool:
        taken = self.at < len(self.signs) and self._here() == sign
        self.at += taken
        return taken

    def _column(self, index: int) -> int:
        return self.signs[index].start() + 1 if index < len(self.signs) else len(self.text) + 1

    def _fail(self, message: str, *, column: int | None = None) -> NoReturn:
        raise NotationError(message, self._column(self.at) if column is None else column)
