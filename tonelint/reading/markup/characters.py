"""What stands between the tags of HTML: words, white space, references to characters."""

from __future__ import annotations

import html
import re
from enum import Enum, auto
from html.entities import html5
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span
from tonelint.reading.normalise import composed
from tonelint.reading.placeholders import BRANCH

if TYPE_CHECKING:
    from collections.abc import Iterator

# Joiners, direction marks and the like: mail templates fill their preview text with them.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff"
_JOINER = "\u200d"  # holds a sequence of pictographs together; alone it is nothing
_NO_BREAK_SPACE = "\u00a0"

_REFERENCE = r"""
      (?P<number>    &\#(?: \d{1,20}+ (?!\d) | [xX][0-9a-fA-F]{1,20}+ (?![0-9a-fA-F]) );?+ )
    | (?P<name>      &[A-Za-z][A-Za-z0-9]{1,31}+;?+ )
    | (?P<sign>      & )
"""
_RUN = re.compile(
    rf"""
      (?P<words>     [^\s&{_INVISIBLE}{_JOINER}] [^\s&{_INVISIBLE}]*+
                     (?: [ ] [^\s&{_INVISIBLE}{_JOINER}] [^\s&{_INVISIBLE}]*+ )*+ )
    | (?P<branch>    {BRANCH} )
    | (?P<blank>     [^\S{BRANCH}]++ )
    | (?P<invisible> [{_INVISIBLE}{_JOINER}]++ )
    | {_REFERENCE}
    """,
    re.VERBOSE,
)
_PREFORMATTED_RUN = re.compile(
    rf"""
      (?P<words>     [^\n&{BRANCH}{_INVISIBLE}]++ )
    | (?P<branch>    {BRANCH} )
    | (?P<line>      \n )
    | (?P<invisible> [{_INVISIBLE}]++ )
    | {_REFERENCE}
    """,
    re.VERBOSE,
)
_UNSEEN = re.compile(f"[{_INVISIBLE}{_JOINER}]")


class RunKind(Enum):
    """What a run of characters is to the layout."""

    WORDS = auto()
    BLANK = auto()
    FIXED_BLANK = auto()  # a space that cannot break; it fills a line that would else be empty
    LINE_BREAK = auto()
    BRANCH = auto()


class Run(NamedTuple):
    """Characters at a place that are of one kind; ``new`` is what they stand for, None where it is themselves."""

    kind: RunKind
    start: int
    end: int
    new: str | None = None


def runs(text: str, span: Span, *, is_preformatted: bool = False) -> Iterator[Run]:
    """The characters of a part of a text, references decoded as ``html.unescape`` does; invisible ones left out.

    Args:
        text: normalised HTML.
        span: a part of it without tags.
        is_preformatted: whether its white space counts as it stands.
    """
    pattern = _PREFORMATTED_RUN if is_preformatted else _RUN
    at = span.start
    while found := pattern.match(text, at, span.end):
        at = found.end()
        match found.lastgroup:
            case "words" | "sign":
                yield Run(RunKind.WORDS, *found.span())
            case "blank":
                yield Run(RunKind.BLANK, found.start(), found.start() + 1, " ")
            case "line":
                yield Run(RunKind.LINE_BREAK, *found.span())
            case "branch":
                yield Run(RunKind.BRANCH, *found.span())
            case "number" | "name":
                run = _decoded(found, is_preformatted=is_preformatted)
                at = run.end
                if run.new != "":
                    yield run


def decoded(text: str) -> str:
    """A short text without its places: references decoded, white space collapsed, invisible characters left out."""
    return "".join(text[run.start : run.end] if run.new is None else run.new for run in runs(text, Span(0, len(text))))


def _decoded(found: re.Match[str], *, is_preformatted: bool) -> Run:
    """What a reference stands for; nothing is an empty text."""
    start, end = found.span()
    decoded: str | None
    if found["number"]:
        decoded = html.unescape(found["number"])
    else:
        # Without a semicolon the longest known name counts: "&aringr" is "år".
        name = found["name"][1:]
        length = next((length for length in range(len(name), 1, -1) if name[:length] in html5), 0)
        decoded = html5[name[:length]] if length else None
        end = start + 1 + length
    if decoded is None:
        return Run(RunKind.WORDS, start, end)
    if decoded == _NO_BREAK_SPACE and not is_preformatted:
        return Run(RunKind.FIXED_BLANK, start, end, " ")
    return _run_of(_UNSEEN.sub("", composed(decoded)), start, end, is_preformatted=is_preformatted)


def _run_of(new: str, start: int, end: int, *, is_preformatted: bool) -> Run:
    if new == BRANCH:
        return Run(RunKind.BRANCH, start, end)
    if new == "\n" and is_preformatted:
        return Run(RunKind.LINE_BREAK, start, end)
    if new.isspace() and not is_preformatted:
        return Run(RunKind.BLANK, start, end, " ")
    return Run(RunKind.WORDS, start, end, new)
