"""Inline syntax of Markdown, and HTML's within it, as edits that leave the words.

Follows CommonMark 0.31.2 (spec.commonmark.org) where it matters to a reader of the text; of two rare readings of nested
delimiters the simpler one is taken. Every pattern is possessive and stops at the next opening sign, so that the scan
is linear.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.reading.markup.elements import SEPARATING
from tonelint.reading.normalise import composed
from tonelint.reading.placeholders import BRANCH, PLACEHOLDER
from tonelint.textmap import Edit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_MARK = re.compile(
    r"""
      (?P<escape>     \\[!-/:-@\[-`{-~\n] )
    | (?P<code>       `++ )
    | (?P<autolink>   <(?: [A-Za-z][A-Za-z0-9+.-]{1,31}+:[^\s<>]*+ | [\w.!\#$%&'*+/=?^{|}~-]++@[\w.-]++ )> )
    | (?P<open>       !?\[ )
    | (?P<close>      \] )
    | (?P<delimiter>  \*++ | _++ | ~~ )
    | (?P<line_break> <[bB][rR][\s/]*+> [ \t]*+ \n?+ )
    | (?P<tag>        </?[A-Za-z][^<>]*+> | <[!?][^<>]*+> )
    | (?P<entity>     &(?: \#\d{1,7}+ | \#[xX][0-9a-fA-F]{1,6}+ | [A-Za-z][A-Za-z0-9]{1,31}+ ); )
    """,
    re.VERBOSE,
)
_CODE_FENCE = re.compile(r"`++")
_TARGET = re.compile(
    r"""
    \( \s*+
    (?: <[^<>\n]*+> | (?!<) (?: [^\s()\\] | \\\S | \( (?: [^\s()\\] | \\\S )*+ \) )*+ )
    (?: \s++ (?: "(?:[^"\\]|\\.)*+" | '(?:[^'\\]|\\.)*+' | \((?:[^()\\]|\\.)*+\) ) )?+
    \s*+ \)
    """,
    re.VERBOSE | re.DOTALL,
)
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
_LONGEST_LABEL = 999  # the limit of CommonMark
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*+)")


@dataclass(slots=True)
class _Run:
    """What is left of a run of ``*``, ``_`` or ``~~`` while its delimiters find their partners."""

    sign: str
    start: int
    left: int
    length: int
    opens: bool
    closes: bool


def inline_edits(text: str, start: int, end: int, labels: Collection[str]) -> list[Edit]:
    """The edits that leave of a paragraph, heading or cell what its reader will see.

    Args:
        text: the text that holds it.
        start: where its content begins.
        end: where its content ends.
        labels: the labels of the document's link definitions, as ``label_key`` gives them.

    Returns:
        Edits in order, not overlapping, within ``start:end``.
    """
    fences = _code_fences(text, start, end)
    edits: list[Edit] = []
    openings: list[re.Match[str]] = []
    runs: list[_Run] = []
    at = start
    while found := _MARK.search(text, at, end):
        at = found.end()
        match found.lastgroup:
            case "code":
                closers = fences.get(at - found.start(), [])
                closer = bisect_right(closers, found.start())
                if closer < len(closers):
                    at += closers[closer] - found.start()
                    edits.append(Edit(found.start(), at, PLACEHOLDER))
            case "open":
                openings.append(found)
            case "close":
                if openings and (
                    after := _link_end(text, (opening := openings.pop()).end(), found.start(), end, labels)
                ):
                    edits += (Edit(*opening.span(), ""), Edit(found.start(), after, ""))
                    at = after
            case "delimiter":
                runs.append(_run(text, found, start, end))
            case _:
                edits += _simple_edits(found)
    return sorted([*edits, *_emphasis_edits(runs)])


def label_key(label: str) -> str:
    """The label of a link definition in the form in which labels are compared."""
    return " ".join(label.split()).casefold()


def _code_fences(text: str, start: int, end: int) -> Mapping[int, list[int]]:
    """Where runs of back-ticks begin, by their length; code ends at the next run as long as the one before it."""
    fences: defaultdict[int, list[int]] = defaultdict(list)
    for fence in _CODE_FENCE.finditer(text, start, end):
        fences[fence.end() - fence.start()].append(fence.start())
    return fences


def _simple_edits(found: re.Match[str]) -> Iterator[Edit]:
    """The edits for a sign that needs no partner."""
    start, end = found.span()
    match found.lastgroup:
        case "escape":
            yield Edit(start, start + 1, "")
        case "autolink":
            yield Edit(start, end, PLACEHOLDER)
        case "line_break":
            yield Edit(start, end, "\n")
        case "tag":
            yield Edit(start, end, BRANCH if _tag_name(found[0]) in SEPARATING else "")
        case _:
            decoded = html.unescape(found[0])
            if decoded != found[0]:
                yield Edit(start, end, composed(decoded))


def _tag_name(tag: str) -> str:
    name = _TAG_NAME.match(tag)
    return name[1].lower() if name else ""


def _link_end(text: str, label_start: int, close: int, end: int, labels: Collection[str]) -> int:
    """Where the link or image ends whose text ends at ``close``; 0 where there is none."""
    if target := _TARGET.match(text, close + 1, end):
        return target.end()
    if not labels or close - label_start > _LONGEST_LABEL:
        return 0
    reference = _REFERENCE.match(text, close + 1, end)
    label = (reference and reference[1]) or text[label_start:close]
    if label_key(label) not in labels:
        return 0
    return reference.end() if reference else close + 1


def _run(text: str, found: re.Match[str], start: int, end: int) -> _Run:
    """A run with what its neighbours let it do (CommonMark, "left-flanking" and "right-flanking")."""
    before = text[found.start() - 1] if found.start() > start else " "
    after = text[found.end()] if found.end() < end else " "
    opens = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
    closes = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
    sign, length = found[0][0], found.end() - found.start()
    if sign == "_":
        opens, closes = (
            opens and (not closes or _is_punctuation(before)),
            closes and (not opens or _is_punctuation(after)),
        )
    return _Run(sign, found.start(), length, length, opens, closes)


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _emphasis_edits(runs: Iterable[_Run]) -> Iterator[Edit]:
    """Drops the delimiters that have a partner; closers look no further back than to the last opener of their sign."""
    openers: defaultdict[str, list[_Run]] = defaultdict(list)
    for run in runs:
        stack = openers[run.sign]
        while run.closes and run.left and stack and _pair(stack[-1], run):
            opener = stack[-1]
            used = min(2, opener.left, run.left)
            opener.left -= used
            yield Edit(opener.start + opener.left, opener.start + opener.left + used, "")
            yield Edit(run.start, run.start + used, "")
            run.start += used
            run.left -= used
            if not opener.left:
                stack.pop()
        if run.opens and run.left:
            stack.append(run)


def _pair(opener: _Run, closer: _Run) -> bool:
    """Whether two runs may belong together (CommonMark, "the sum of the lengths is not a multiple of 3")."""
    if not (opener.closes or closer.opens) or opener.sign == "~":
        return True
    return (opener.length + closer.length) % 3 != 0 or opener.length % 3 == closer.length % 3 == 0
