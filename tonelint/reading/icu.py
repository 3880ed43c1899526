"""ICU MessageFormat, as translation catalogues hold it: ``{count, plural, one {# ärende} other {# ärenden}}``.

The syntax is that of ICU 4.8 and later (unicode-org.github.io/icu, "Formatting Messages"): an apostrophe quotes only
before a syntax character, and two are always one apostrophe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span
from tonelint.reading.placeholder_kinds import kind_of
from tonelint.reading.placeholders import BRANCH, PLACEHOLDER, TIME, template_edits
from tonelint.reading.templates import readings
from tonelint.textmap import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tonelint.textmap import MappedText

MOST_READINGS = 12
"""The branches of a message that would need more readings are read together."""

_DEEPEST = 20
_SIGN = re.compile(
    r"\{\s*+[\w.-]++\s*+,\s*+(?:plural|select|selectordinal|number|date|time|duration|ordinal|spellout)\b|(?<=\w)''(?=\w)|'[{}]"
)
_DOUBLE = re.compile("''")
_MARK = re.compile(r"[{}#']")
_QUOTED = re.compile(r"'(?P<inside>(?:[^']|'')*+)(?P<closed>')?+")
_ARGUMENT = re.compile(r"\{\s*+(?P<name>[\w.-]++)\s*+(?:,\s*+(?P<type>\w++)\s*+(?P<style>,)?+)?+")
_STYLE = re.compile(r"(?:[^{}']|'[^']*+(?:'|\Z)|\{[^{}]*+\})*+\}")
_ARGUMENT_END = re.compile(r"\s*+\}")
_OFFSET = re.compile(r"\s*+offset:\s*+-?+\d++")
_SELECTOR = re.compile(r"\s*+(?P<key>=-?+\d++|[\w.-]++)\s*+\{")
_PLURAL = frozenset({"plural", "selectordinal"})
_CHOICES = _PLURAL | {"select"}
_TIMES = frozenset({"date", "time", "duration"})


class _Branch(NamedTuple):
    """One of the texts of a choice: its place, what is in it to be edited, and how many readings it needs."""

    span: Span
    parts: Sequence[Edit | _Choice]
    readings: int


class _Choice(NamedTuple):
    """An argument that shows one of several texts; the branch that mostly counts stands first."""

    start: int
    end: int
    branches: tuple[_Branch, ...]

    @property
    def readings(self) -> int:
        return sum(branch.readings for branch in self.branches)


class _NotIcuError(Exception):
    """The text is no message in ICU's syntax."""


@dataclass(slots=True)
class _Open:
    """A message whose end has not been met: the whole, or a branch of a choice.

    ``done`` are the branches before it, and ``other`` tells which of them mostly counts: -1 is the last.
    """

    is_plural: bool = False
    choice_start: int = 0
    start: int = 0
    key: str = ""
    parts: list[Edit | _Choice] = field(default_factory=list)
    done: list[_Branch] = field(default_factory=list)
    other: int = -1


def icu_readings(text: MappedText) -> Iterator[tuple[MappedText, tuple[Span, ...]]]:
    """A message of a catalogue with its syntax replaced, once for each of the texts that it may show.

    In the main reading every choice shows its branch ``other``, or the last. Each further reading takes one other
    branch of every choice: as many readings as the choice with the most branches needs, not one for each combination.
    A text without ICU's syntax, or with a fault in it, is read as an ordinary template.

    Args:
        text: a message, normalised.

    Yields:
        A text, and the source offsets of the branches that are new in it; nothing of the first reading.
    """
    try:
        parts = _parse(text.text) if _SIGN.search(text.text) else None
    except _NotIcuError:
        parts = None
    if parts is None:
        yield from readings(text)
        return
    needed = _readings_of(parts)
    for number in range(needed) if needed <= MOST_READINGS else (0, None):
        new: list[Span] = []
        edited = text.replaced(list(_edits(parts, number, new)))
        within = tuple(text.source_span(*span) for span in new if span.start < span.end)
        if within or number == 0:
            yield edited.replaced(template_edits(edited.text)), within


def _readings_of(parts: Sequence[Edit | _Choice]) -> int:
    return max((part.readings for part in parts if isinstance(part, _Choice)), default=1)


def _edits(parts: Sequence[Edit | _Choice], number: int | None, new: list[Span]) -> Iterator[Edit]:
    """The edits that leave one reading; of the number None all branches that are not in the main one.

    ``new`` takes up where the texts stand that are in no reading before. Recursion goes as deep as the message nests.
    """
    for part in parts:
        if isinstance(part, Edit):
            yield part
            continue
        done, sign = part.start, ""
        for branch, inner, is_new in _taken(part, number):
            yield Edit(done, branch.span.start, sign)
            if is_new:
                new.append(branch.span)
            yield from _edits(branch.parts, inner, [] if is_new else new)
            done, sign = branch.span.end, BRANCH
        yield Edit(done, part.end, "")


def _taken(choice: _Choice, number: int | None) -> Iterator[tuple[_Branch, int | None, bool]]:
    """The branches that a choice shows in a reading, the reading's number inside each, and whether it is new."""
    if number is None:
        yield from sorted((branch, None, index > 0) for index, branch in enumerate(choice.branches))
        return
    inner = number if number < choice.readings else 0
    for index, branch in enumerate(choice.branches):
        if inner < branch.readings:
            yield branch, inner, index > 0 and inner == 0
            return
        inner -= branch.readings


def _parse(text: str) -> Sequence[Edit | _Choice]:
    """The parts of a message that are more than text.

    Raises:
        _NotIcuError: the text is no message.
    """
    stack = [_Open()]
    at = 0
    while mark := _MARK.search(text, at):
        start, at = mark.span()
        match mark[0]:
            case "'":
                at = _apostrophe(text, start, stack[-1])
            case "#" if stack[-1].is_plural:
                stack[-1].parts.append(Edit(start, at, PLACEHOLDER))
            case "{":
                at = _argument(text, start, stack)
            case "}":
                at = _branch_end(text, start, stack)
    if len(stack) > 1:
        raise _NotIcuError
    return stack[0].parts


def _apostrophe(text: str, start: int, message: _Open) -> int:
    """Resolves an apostrophe, and what it quotes; returns the offset after it."""
    following = text[start + 1 : start + 2]
    if following == "'":
        message.parts.append(Edit(start, start + 2, "'"))
        return start + 2
    quoted = _QUOTED.match(text, start)
    if not quoted or following not in ({"{", "}", "#"} if message.is_plural else {"{", "}"}):
        return start + 1
    message.parts.append(Edit(start, start + 1, ""))
    message.parts += (Edit(*double.span(), "'") for double in _DOUBLE.finditer(text, *quoted.span("inside")))
    if quoted["closed"]:
        message.parts.append(Edit(*quoted.span("closed"), ""))
    return quoted.end()


def _argument(text: str, start: int, stack: list[_Open]) -> int:
    """Reads an argument, or a choice up to its first branch; returns the offset after what was read."""
    found = _ARGUMENT.match(text, start)
    if not found:
        raise _NotIcuError
    kind = found["type"]
    if kind in _CHOICES:
        offset = _OFFSET.match(text, found.end())
        return _selector(text, offset.end() if offset else found.end(), stack, _Open(kind in _PLURAL, start))
    end = (_STYLE if found["style"] else _ARGUMENT_END).match(text, found.end())
    if not end:
        raise _NotIcuError
    stack[-1].parts.append(Edit(start, end.end(), TIME if kind in _TIMES else kind_of(found["name"])))
    return end.end()


def _selector(text: str, at: int, stack: list[_Open], message: _Open) -> int:
    """Opens a branch; returns the offset at which its text begins."""
    found = _SELECTOR.match(text, at)
    if not found or len(stack) > _DEEPEST:
        raise _NotIcuError
    message.key, message.start = found["key"], found.end()
    stack.append(message)
    return found.end()


def _branch_end(text: str, end: int, stack: list[_Open]) -> int:
    """Closes a branch, and its choice where no other follows; returns the offset after what was read."""
    message = stack.pop()
    if not stack:
        raise _NotIcuError
    branch = _Branch(Span(message.start, end), message.parts, _readings_of(message.parts))
    if message.key == "other":
        message.other = len(message.done)
    message.done.append(branch)
    closing = _ARGUMENT_END.match(text, end + 1)
    if not closing:
        return _selector(text, end + 1, stack, replace(message, parts=[]))
    main = message.done.pop(message.other)
    stack[-1].parts.append(_Choice(message.choice_start, closing.end(), (main, *message.done)))
    return closing.end()
