"""Template syntax, replaced by what a reader of the sent message would meet in its place.

A placeholder becomes one private-use character, a word of unknown content. What only steers the template vanishes.
Between two branches stands a hard end, so that both are read and no sentence runs from one into the other.

The scan is linear: every form is matched from its opening sign by possessive patterns of bounded length that stop at
the next opening sign, and a comment's end is looked for only where one is known to follow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tonelint.reading.placeholder_kinds import PERSON, PLACEHOLDER, TIME, kind_of
from tonelint.textmap import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["BRANCH", "PERSON", "PLACEHOLDER", "TIME", "template_edits"]

BRANCH = "\u2029"
"""Stands between the branches of a template; a sentence ends here."""

_VANISHES = ""

_COMMENT_ENDS: Mapping[str, str] = {
    "{#": "#}",  # Jinja, Twig
    "{{!--": "--}}",  # Handlebars
    "{{!": "}}",  # Mustache
    "{{/*": "*/}}",  # Go
    "<%#": "%>",  # ERB
    "<!--": "-->",
}
_COMMENT_BLOCK_END = re.compile(r"\{%[-+]?\s{0,9}+endcomment\s{0,9}+[-+]?%\}")

_OPENER = re.compile(r"[{<#%$\[(*]")
# Alternatives in order of precedence; each has one group, whose name says how to read what it holds.
_TAG = re.compile(
    r"""
      (?P<comment>      \{\{!-- | \{\{! | \{\{/\* | \{\# | <%\# | <!-- )
    | \{\{ (?P<value>   (?: [^{}] | \{[^{}]{0,200}+\} ){0,400}+ ) \}\}         # Liquid, Jinja, Handlebars, Twig, Go
    | \{% (?P<statement>(?: [^{%] | \{(?!%) | %(?!\}) ){1,600}+ ) %\}          # Liquid, Jinja, Twig, Help Scout
    | <% (?P<code>      (?: [^<%] | <(?!%) | %(?!>) ){1,600}+ ) %>             # ERB, EJS
    | [#%$]\{ (?P<interpolated> [\w.|' :()\[\]-]{1,100}+ ) \}                  # Zammad, osTicket, Rails, JavaScript
    | %\( (?P<named>    \w{1,60}+ ) \)[sdif]                                   # gettext, Python
    | (?<![\w%])(?<!\d\ )% (?P<positional> (?:\d{1,2}+\$)?+[sd@] ) (?!\w)      # printf
    | \[\[ (?P<doubled> [^\[\]\n]{1,100}+ ) \]\] (?!\()                        # HubSpot
    | \(\( (?P<notify>  [\w\ .'-]{1,100}+ ) \)\)                               # GOV.UK Notify
    | \*\| (?P<merge>   [\w:.\ ]{1,100}+ ) \|\*                                # Mailchimp
    | <attribute\b (?P<attribute> [^<>]{0,300}+ ) > (?:</attribute>)?          # Intercom
    | (?<![\w%])% (?P<percent> [^\W\d][\w.-]{2,40}+ ) % (?![\w%])              # Hubhus
    | (?<![\]\w])\[ (?P<capitals> [^\W\d_][^\[\]\n]{1,60}+ ) \] (?! [(\[] | :\ {0,9}+(?:<|/|https?:|mailto:) )
    | (?<![{$\#%\\])\{ (?P<braced> [^\W\d][\w.-]{0,40}+ (?:\ [\w.-]{1,40}+){0,3} | \d{1,2}+ ) \}(?!\})
    """,
    re.VERBOSE,
)
_KEY = re.compile(r"""\bkey=["']([^"'<>]*)""")
_FIRST_WORD = re.compile(r"[\s~+-]*+([\w.]+)")
_ALLOWED_IN_CAPITALS = re.compile(r"[\w /'.:&-]+")
_TO_LINE_END = re.compile(r"[ \t]*+(?:\r\n?|\n|\Z)")

_BRANCHING = frozenset({"else", "elsif", "elif", "elseif", "when", "empty", "plural"})
_WITH_OUTPUT = frozenset({"echo", "include", "render", "trans", "translate", "url", "now", "cycle"})
_GO_STEERING = frozenset({"if", "with", "range", "end", "endif", "else"})
_STICKS_TO_WORD = ".,;:!?…)]”’"


class _Tag(NamedTuple):
    """Template syntax at a place, and what replaces it."""

    start: int
    end: int
    new: str


def template_edits(text: str) -> list[Edit]:
    """The edits that leave of a template what its reader will see.

    Placeholders become ``PLACEHOLDER``, ``PERSON`` or ``TIME``; tags between branches become ``BRANCH``. Other tags
    and comments vanish: with their line where nothing else stands on it, and otherwise so that the words around them
    neither run together nor drift apart.

    Args:
        text: a template or an ordinary text, with any line endings.

    Returns:
        Edits in order, not overlapping.
    """
    edits: list[Edit] = []
    vanishing: _Tag | None = None
    for tag in _tags(text):
        if vanishing and (tag.new != _VANISHES or text[vanishing.end : tag.start].strip(" \t")):
            edits.append(_vanished(text, vanishing, edits[-1].end if edits else 0))
            vanishing = None
        if tag.new != _VANISHES:
            edits.append(Edit(*tag))
        else:
            vanishing = _Tag(vanishing.start, tag.end, _VANISHES) if vanishing else tag
    if vanishing:
        edits.append(_vanished(text, vanishing, edits[-1].end if edits else 0))
    return edits


def _vanished(text: str, tag: _Tag, floor: int) -> Edit:
    """The edit for a tag, or several with only blanks between, that has nothing to say.

    ``floor`` is where the edit before ends.
    """
    before = text[floor : tag.start].rstrip(" \t")
    line_start = floor + len(before)
    line_end = _TO_LINE_END.match(text, tag.end)
    if line_end and (line_start == 0 or text[line_start - 1] in "\r\n"):
        return Edit(line_start, line_end.end(), "")
    blank_before = tag.start == 0 or text[tag.start - 1].isspace()
    after = text[tag.end : tag.end + 1]
    if blank_before:
        return Edit(tag.start, tag.end + (after == " "), "")
    return Edit(tag.start, tag.end, "" if not after or after.isspace() or after in _STICKS_TO_WORD else " ")


def _tags(text: str) -> Iterator[_Tag]:
    last_end = {start: text.rfind(end) for start, end in _COMMENT_ENDS.items()}
    block_ends = [found.end() for found in _COMMENT_BLOCK_END.finditer(text)]
    at = 0
    while opener := _OPENER.search(text, at):
        start = opener.start()
        at = start + 1
        if not (found := _TAG.match(text, start)):
            continue
        kind, content, end = found.lastgroup or "", found[found.lastgroup or 0], found.end()
        if kind == "comment":
            if last_end[content] >= end:
                at = text.index(_COMMENT_ENDS[content], end) + len(_COMMENT_ENDS[content])
                yield _Tag(start, at, _VANISHES)
        elif (new := _REPLACEMENTS[kind](content)) is not None:
            at = end
            if kind == "statement" and _first_word(content) == "comment":
                closing = bisect_right(block_ends, end)
                at = block_ends[closing] if closing < len(block_ends) else end
            yield _Tag(start, at, new)


def _first_word(content: str) -> str:
    word = _FIRST_WORD.match(content)
    return word[1] if word else ""


def _of_value(content: str) -> str:
    """For ``{{ … }}``: a value, or steering as Handlebars and Go write it."""
    content = content.strip("~-& \t\n")
    word = _first_word(content)
    if content.startswith("^") or word == "else":
        return BRANCH
    if content.startswith(("#", "/")) or word in _GO_STEERING:
        return _VANISHES
    return kind_of(content)


def _of_statement(content: str) -> str:
    """For ``{% … %}``: steering, with two exceptions: tags with output, and Help Scout's values."""
    word = _first_word(content)
    if word in _BRANCHING:
        return BRANCH
    return kind_of(content) if "." in word or word in _WITH_OUTPUT else _VANISHES


def _of_code(content: str) -> str:
    """For ``<% … %>``: a value after ``=`` (and ``-`` in EJS), otherwise steering."""
    word = _first_word(content.lstrip("}- \t\n"))
    if word in _BRANCHING:
        return BRANCH
    is_value = content.startswith("=") or (
        content.startswith("-") and word not in {"if", "unless", "end", "for", "case"}
    )
    return kind_of(content) if is_value else _VANISHES


def _of_merge(content: str) -> str | None:
    """For ``*|…|*``: a merge tag, or Mailchimp's steering."""
    word = content.partition(":")[0]
    if word in {"ELSE", "ELSEIF"}:
        return BRANCH
    return _VANISHES if word in {"IF", "IFNOT", "END"} else _of_name(content.lower())


def _of_attribute(content: str) -> str:
    """For Intercom's ``<attribute key="…"/>``."""
    key = _KEY.search(content)
    return kind_of(key[1]) if key else PLACEHOLDER


def _of_capitals(content: str) -> str | None:
    """For ``[…]``: a placeholder only where it is written in capitals."""
    shouted = content.isupper() and sum(map(str.isalpha, content)) > 1 and _ALLOWED_IN_CAPITALS.fullmatch(content)
    return kind_of(content.lower()) if shouted else None


def _of_name(content: str) -> str | None:
    """For signs that also stand in ordinary text: a placeholder only where they hold a name."""
    return kind_of(content) if any(map(str.isalnum, content)) else None


_REPLACEMENTS: Mapping[str, Callable[[str], str | None]] = {
    "value": _of_value,
    "statement": _of_statement,
    "code": _of_code,
    "interpolated": _of_name,
    "named": kind_of,
    "positional": kind_of,
    "doubled": _of_name,
    "notify": _of_name,
    "merge": _of_merge,
    "attribute": _of_attribute,
    "percent": kind_of,
    "capitals": _of_capitals,
    "braced": kind_of,
}
"""By the names of the groups of ``_TAG``: what replaces a tag that holds this; None where it is no tag after all."""
