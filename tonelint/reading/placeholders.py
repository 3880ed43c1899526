"""Template syntax, replaced by what a reader of the sent message would meet in its place.

A placeholder becomes one private-use character, a word of unknown content. What only steers the template vanishes.
Between two branches stands a hard end, so that both are read and no sentence runs from one into the other. A string
that a tag shows is read where it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.reading.placeholder_kinds import BRANCH, PERSON, PLACEHOLDER, TIME
from tonelint.reading.template_roles import VANISHES, Inside
from tonelint.reading.template_tags import Tag, find_tags
from tonelint.textmap import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.model import Span

__all__ = ["BRANCH", "PERSON", "PLACEHOLDER", "TIME", "edits_of_reading", "template_edits"]

_TO_LINE_END = re.compile(r"[ \t]*+(?:\r\n?|\n|\Z)")
_STICKS_TO_WORD_BEFORE = ".,;:!?…)]”’\"'/"
_STICKS_TO_WORD_AFTER = "([“‘„«\"'/="
# The target of a link in Markdown up to a tag inside it: a blank there would break the link.
_TARGET_BEGINS = re.compile(r"\]\([^\s()]*+\Z")
_TARGET_GOES_ON = re.compile(r"[^\s()]*+")
# The name of an element before attributes that a value gives: the name would become another.
_ELEMENT_NAME_ENDS = re.compile(r"<[A-Za-z][\w-]{0,20}+\Z")
_ESCAPE = re.compile(
    r"""\\(?:(?P<sign>["'`\\])|(?P<line>n)|u(?:[dD][89abAB][0-9a-fA-F]{2}\\u(?=[dD][c-fC-F]))?[0-9a-fA-F]{4})"""
)


def template_edits(text: str) -> list[Edit]:
    """The edits that leave of a template what its reader will mostly see.

    Placeholders become ``PLACEHOLDER``, ``PERSON`` or ``TIME``; tags between branches become ``BRANCH``. Of a tag that
    shows a string, the string is left. Other tags and comments vanish: with their line where nothing else stands on it,
    and otherwise so that the words around them neither run together nor drift apart.

    Args:
        text: a template or an ordinary text, with any line endings.

    Returns:
        Edits in order, not overlapping.
    """
    return edits_of_reading(text, find_tags(text), 0)


def edits_of_reading(text: str, tags: Iterable[Tag], number: int) -> list[Edit]:
    """The edits that leave one of the readings of a template.

    Args:
        text: the template.
        tags: its tags, as ``find_tags`` gives them.
        number: which of the readings of each tag counts; 0 is the main one.

    Returns:
        Edits in order, not overlapping.
    """
    edits: list[Edit] = []
    vanishing: Tag | None = None
    in_target = False
    done = 0
    for tag in tags:
        gap = text[done : tag.start]
        in_target = bool(_TARGET_BEGINS.search(gap) or (in_target and _TARGET_GOES_ON.fullmatch(gap)))
        done = tag.end
        reading = VANISHES if in_target and tag.reading(number) == BRANCH else tag.reading(number)
        if vanishing and (reading != VANISHES or gap.strip(" \t")):
            edits.append(_vanished(text, vanishing, edits[-1].end if edits else 0))
            vanishing = None
        if isinstance(reading, Inside):
            edits += _inside_edits(text, tag, reading)
        elif reading != VANISHES:
            edits.append(Edit(tag.start, tag.end, " " * bool(_ELEMENT_NAME_ENDS.search(gap)) + reading))
        elif in_target:
            edits.append(Edit(tag.start, tag.end, ""))
        else:
            vanishing = Tag(vanishing.start, tag.end, tag.readings) if vanishing else tag
    if vanishing:
        edits.append(_vanished(text, vanishing, edits[-1].end if edits else 0))
    return edits


def _vanished(text: str, tag: Tag, floor: int) -> Edit:
    """The edit for a tag, or several with only blanks between, that has nothing to say.

    ``floor`` is where the edit before ends.
    """
    line_start = floor + len(text[floor : tag.start].rstrip(" \t"))
    line_end = _TO_LINE_END.match(text, tag.end)
    if line_end and (line_start == 0 or text[line_start - 1] in "\r\n"):
        return Edit(line_start, line_end.end(), "")
    before, after = text[tag.start - 1 : tag.start], text[tag.end : tag.end + 1]
    if not before or before.isspace():
        return Edit(tag.start, tag.end + (after == " "), "")
    is_close = not after or after.isspace() or after in _STICKS_TO_WORD_BEFORE or before in _STICKS_TO_WORD_AFTER
    return Edit(tag.start, tag.end, "" if is_close else " ")


def _inside_edits(text: str, tag: Tag, inside: Inside) -> Iterator[Edit]:
    """The edits that leave of a tag the texts inside it."""
    done = tag.start
    sign = BRANCH if inside.apart else ""
    for span in inside.texts:
        yield Edit(done, span.start, sign)
        yield from _string_edits(text, span)
        done, sign = span.end, BRANCH
    yield Edit(done, tag.end, BRANCH if inside.apart else inside.tail)


def _string_edits(text: str, string: Span) -> Iterator[Edit]:
    """The edits that leave of a string what it says: escapes resolved, placeholders replaced by stand-ins."""
    content = text[slice(*string)]
    # A string inside a tag inside a string is not looked for.
    tags = (
        tag._replace(
            readings=tuple(reading if isinstance(reading, str) else PLACEHOLDER for reading in tag.readings[:1])
        )
        for tag in find_tags(content)
    )
    done = 0
    for edit in edits_of_reading(content, tags, 0):
        yield from _unescaped(text, string.start + done, string.start + edit.start)
        yield Edit(string.start + edit.start, string.start + edit.end, edit.new)
        done = edit.end
    yield from _unescaped(text, string.start + done, string.end)


def _unescaped(text: str, start: int, end: int) -> Iterator[Edit]:
    for found in _ESCAPE.finditer(text, start, end):
        new = found["sign"] or ("\n" if found["line"] else _decoded(found[0]))
        yield Edit(*found.span(), new)


def _decoded(escape: str) -> str:
    r"""The character of ``\u00e5``, or of a surrogate pair written so; of half a pair the replacement character."""
    units = escape.encode("ascii").decode("unicode_escape")
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
