"""What template tags do, read from what stands between their signs.

A value becomes a stand-in, or the text that it shows. What only steers the template vanishes. Between branches, and
around texts that are kept for later, stands a hard end, so that no sentence runs from one into the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tonelint.reading.placeholder_kinds import BRANCH, PLACEHOLDER, TIME, kind_of
from tonelint.reading.template_texts import kept_texts, shown_texts, without_strings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tonelint.model import Span

VANISHES = ""
MOST_READINGS = 8
"""More texts than so many in one tag are read together."""


class Inside(NamedTuple):
    """Texts inside a tag that are read in its place.

    Attributes:
        texts: where they stand; between several stands a hard end.
        apart: whether they are shown elsewhere, so that hard ends stand around them, too.
        tail: a stand-in for what the tag shows after them, or empty.
    """

    texts: tuple[Span, ...]
    apart: bool = False
    tail: str = ""


Reading = str | Inside
"""What stands in the place of a tag: a sign, nothing, or texts inside the tag."""

Readings = tuple[Reading, ...]
"""The readings of a tag, the main one first. Offsets are those of its content; nothing where it is no tag after all."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# The first words of statements (``{% … %}``), of every language at once: few mean different things in two of them.
_BRANCHING = _set("else elsif elif elseif case when default empty plural pluralize")
_KEPT_BLOCK = _set("capture endcapture endset macro endmacro block")
_KEEPS_TEXTS = _set("assign set with liquid macro call embed component filter do")
_TRANSLATES = _set("trans translate t _")
_SHOWS_TEXT = _set("echo print")
_SHOWS_SOMETHING = _set("include include_relative render section partial module snippet translate url cycle increment")
# The first words of values (``{{ … }}``) that only steer, in Go.
_STEERS_IN_GO = _set("if with range end endif else define block break continue")
# The first words of Ruby and JavaScript that only steer.
_STEERS_IN_CODE = _set("if unless end for while until begin switch do try catch function return")

_FIRST_WORD = re.compile(r"[\s~+-]*+([\w.]+)")
_DELIMITERS = re.compile(r"=[^\s=]++\s++[^\s=]++=\s*+")  # Mustache
_GO_ASSIGNMENT = re.compile(r"\$\w++\s*+:?=(?!=)")
_INLINE_SET = re.compile(r"[^=]*+=")
_AS_VARIABLE = re.compile(r"""["']\s++as\s++\w++[\s+-]*+\Z""")
_TRANSLATED_STRING = re.compile(r"""[\s~+-]*+\w++\s++(?=["'])""")
_BLOCK_OPENS = re.compile(r"(?:\bdo(?:\s*+\|[^|]*+\|)?+|\{(?:\s*+\|[^|]*+\|)?+)[\s_-]*+\Z")
_CODE_ASSIGNMENT = re.compile(r"[\s_-]*+(?:(?:const|let|var)\s++)?+[\w@.]++\s*+=(?![=>])")
_TOKEN_NAME = re.compile(r"""personalization_token\(\s*+["']([^"'\n]*+)""")
_KEY = re.compile(r"""\bkey=["']([^"'<>]*)""")
_ALLOWED_IN_CAPITALS = re.compile(r"[\w /'.:&-]+")


def _first_word(content: str) -> str:
    word = _FIRST_WORD.match(content)
    return word[1] if word else ""


def _shown(content: str, stand_in: str) -> Readings:
    """The readings of a value: its first text or a stand-in, then its other texts."""
    shown = shown_texts(content)
    tail = kind_of(without_strings(shown.tail)) if shown.tail else ""
    main: Reading = Inside((shown.first,), tail=tail) if shown.first else stand_in
    if len(shown.others) >= MOST_READINGS:
        return main, Inside(shown.others)
    return main, *(Inside((text,)) for text in shown.others)


def _kept(content: str, main: str) -> Readings:
    """The readings of a tag that keeps texts for later, or passes them on."""
    texts = kept_texts(content)
    return (main, Inside(texts, apart=True)) if texts else (main,)


def _of_value(content: str) -> Readings:
    """For ``{{ … }}``: a value, or steering as Handlebars, Mustache and Go write it."""
    stripped = content.strip("~-& \t\n")
    word = _first_word(stripped)
    if stripped.startswith("^") or word == "else":
        return (BRANCH,)
    if _GO_ASSIGNMENT.match(stripped) or stripped.startswith("#>"):
        return _kept(content, VANISHES)
    if stripped.startswith(("#", "/", "!", "<")) or word in _STEERS_IN_GO or _DELIMITERS.fullmatch(stripped):
        return (VANISHES,)
    token = _TOKEN_NAME.search(stripped)
    kind = kind_of(token[1] if token else without_strings(stripped))
    return _kept(content, kind) if stripped.startswith(">") else _shown(content, kind)


def _of_statement(content: str) -> Readings:
    """For ``{% … %}``: steering, but for tags with output, those that keep texts, and Help Scout's values."""
    word = _first_word(content)
    if word in _BRANCHING or word in _KEPT_BLOCK or (word == "set" and not _INLINE_SET.match(content)):
        return (BRANCH,) if word != "macro" else (BRANCH, *_kept(content, BRANCH)[1:])
    if "." in word or word in _SHOWS_TEXT:
        return _shown(content, kind_of(without_strings(content)))
    if word in _TRANSLATES and _TRANSLATED_STRING.match(content):
        return _kept(content, VANISHES) if _AS_VARIABLE.search(content) else _shown(content, PLACEHOLDER)
    if word in _SHOWS_SOMETHING:
        return _kept(content, kind_of(without_strings(content)))
    if word == "now":
        return (TIME,)
    return _kept(content, VANISHES) if word in _KEEPS_TEXTS else (VANISHES,)


def _of_code(content: str) -> Readings:
    """For ``<% … %>``: a value after ``=`` (and ``-`` or ``~`` in EJS), otherwise steering."""
    word = _first_word(content.lstrip("}_- \t\n"))
    if word in _BRANCHING:
        return (BRANCH,)
    if word in _STEERS_IN_CODE or _BLOCK_OPENS.search(content) or _DELIMITERS.fullmatch(content):
        return (VANISHES,)
    if content.startswith(("=", "-", "~")) and not (content[0] == "-" and _CODE_ASSIGNMENT.match(content)):
        return _shown(content, kind_of(without_strings(content)))
    return _kept(content, VANISHES)


def _of_interpolated(content: str) -> Readings:
    """For ``#{…}``, ``%{…}`` and ``${…}``."""
    return _shown(content, kind_of(content)) if any(map(str.isalnum, content)) else ()


def _of_attribute(content: str) -> Readings:
    """For Intercom's ``<attribute key="…" default="…"/>``."""
    key = _KEY.search(content)
    return _shown(content, kind_of(key[1]) if key else PLACEHOLDER)


def _of_merge(content: str) -> Readings:
    """For ``*|…|*``: a merge tag, or Mailchimp's steering."""
    word = content.partition(":")[0]
    if word in {"ELSE", "ELSEIF"}:
        return (BRANCH,)
    return (VANISHES,) if word in {"IF", "IFNOT", "END"} else _of_name(content.lower())


def _of_capitals(content: str) -> Readings:
    """For ``[…]``: a placeholder only where it is written in capitals."""
    shouted = content.isupper() and sum(map(str.isalpha, content)) > 1 and _ALLOWED_IN_CAPITALS.fullmatch(content)
    return (kind_of(content.lower()),) if shouted else ()


def _of_name(content: str) -> Readings:
    """For signs that also stand in ordinary text: a placeholder only where they hold a name."""
    return (kind_of(content),) if any(map(str.isalnum, content)) else ()


ROLES: Mapping[str, Callable[[str], Readings]] = {
    "raw": lambda _: (VANISHES,),
    "value": _of_value,
    "statement": _of_statement,
    "escaped": lambda _: ("<%",),
    "code": _of_code,
    "interpolated": _of_interpolated,
    "named": _of_name,
    "positional": lambda _: (PLACEHOLDER,),
    "doubled": _of_name,
    "notify": _of_name,
    "merge": _of_merge,
    "attribute": _of_attribute,
    "percent": _of_name,
    "fallback": lambda content: _shown(content, kind_of(content)),
    "capitals": _of_capitals,
    "braced": _of_name,
}
"""How to read what a tag holds, by the kinds of tags that ``template_tags`` tells apart."""
