"""Directives: what is written behind ``tonelint:`` in a comment to permit a fault, as values with their places.

``tonelint: allow NAME[, NAME] -- reason`` permits on one line, ``allow-begin`` and ``allow-end`` around a block, and
``allow-file`` everywhere. What is written otherwise is kept along with what is wrong with it, so that nobody believes
in a permission that is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tonelint.textmap import MappedText

SIGN = "onelint"
"""What stands in every text with a directive in it, however its first letter is written."""

NOWHERE = Span(0, 0)
"""What a directive covers that permits nothing by itself."""

_SIGN = re.compile(r"\s*+[Tt]onelint\s*+:")
# Written so, it would be taken for a directive by its writer, and for an ordinary comment by tonelint.
_WITHOUT_COLON = re.compile(r"\s*+(?P<sign>[Tt]onelint)[\s-]++(?:allow|disable|enable|ignore|permit|suppress)\b")
_REASON = re.compile(r"(?<!\S)--(?!\S)")
_WORD = re.compile(r"[^\s,]++")
_NAME = re.compile(r"[A-Za-z0-9][\w-]*+(?:/[\w-]++)?+")


class Verb(StrEnum):
    """What a directive does."""

    LINE = "allow"
    BEGIN = "allow-begin"
    END = "allow-end"
    FILE = "allow-file"


class Word(NamedTuple):
    """A word of a directive and its place in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that permits faults, or is meant to.

    Attributes:
        verb: what it does; None where that is not understood.
        names: the rules and categories that it names, whether there are such or not.
        reason: why, on one line; perhaps empty.
        place: the word at which it is reported as a whole: its verb, or what is wrong with it.
        comment: the source offsets of the comment.
        problem: what is wrong with how it is written; empty where nothing is.
        covers: the source offsets at which a finding begins that ``allow`` or ``allow-file`` permits.
    """

    verb: Verb | None
    names: tuple[Word, ...]
    reason: str
    place: Word
    comment: Span
    problem: str = ""
    covers: Span = NOWHERE


def read_directive(text: MappedText, comment: Span, content: Span) -> Directive | None:
    """The directive that a comment holds; None where it is a comment like any other.

    Args:
        text: what the comment stands in.
        comment: the offsets of the comment, with its signs; not empty.
        content: what is written in it, without them.
    """
    place = text.source_span(*comment)
    sign = _SIGN.match(text.text, *content)
    if not sign:
        found = _WITHOUT_COLON.match(text.text, *content)
        if not found:
            return None
        word = Word(found["sign"], text.source_span(*found.span("sign")))
        return Directive(None, (), "", word, place, "a colon is missing; write `tonelint: allow RULE -- reason`")
    separator = _REASON.search(text.text, sign.end(), content.end)
    said = Span(sign.end(), separator.start() if separator else content.end)
    words = [Word(found[0], text.source_span(*found.span())) for found in _WORD.finditer(text.text, *said)]
    reason = " ".join(text.text[separator.end() : content.end].split()) if separator else ""
    sign_word = Word(sign[0].strip(), text.source_span(sign.end() - len(sign[0].lstrip()), sign.end()))
    verb = Verb(words[0].text) if words and words[0].text in set(Verb) else None
    names = _names(words[1:]) if verb else ()
    problem, at = _problem(verb, words, len(names))
    return Directive(verb, names, reason, at or (words[0] if words else sign_word), place, problem)


def _names(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words up to the first that can be no name."""
    count = next((number for number, word in enumerate(words) if not _NAME.fullmatch(word.text)), len(words))
    return tuple(words[:count])


def _problem(verb: Verb | None, words: Sequence[Word], names: int) -> tuple[str, Word | None]:
    """What is wrong with the words of a directive, of which so many are names, and at which word."""
    known = ", ".join(Verb)
    if not words:
        return f"nothing follows `tonelint:`; there are {known}", None
    if verb is None:
        return f'"{words[0].text}" is no directive; there are {known}', words[0]
    if names < len(words) - 1:
        wrong = words[names + 1]
        return f'"{wrong.text}" is no name of a rule; a reason stands behind ` -- `', wrong
    if not names and verb is not Verb.END:
        return f"names no rule; write `tonelint: {verb} RULE -- reason`", None
    return "", None
