"""The texts for customers that stand inside template tags, as string literals or after ``fallback=``.

What stands between the signs of a tag is called its content. Its strings are found first and blanked, so that the
patterns that say what a string is for never meet what is written in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STRING = re.compile(
    r"""
      (?P<quote> ["'`] | &quot; | &\#0?39; )
      (?P<inside> (?: (?!(?P=quote)) [^\\] | \\.?+ )*+ )
      (?P<closed> (?P=quote) )?+
    """,
    re.VERBOSE | re.DOTALL,
)
_S = '"\0*+"'  # a blanked string

_CALL = (
    r"(?:_{1,2}e? | t | tr | trans | translate | n?gettext | i18n | localize | I18n\.t | \$t | s?printf | print | echo)"
)
# A string at the very beginning of a value, possibly the first argument of a call that gives it back translated.
_LITERAL = re.compile(
    rf'[\s~=&({{-]*+ (?: (?P<call> {_CALL} | link_to | button_to | mail_to ) (?: \s*+\(\s*+ | \s++ ) )?+ (?=")',
    re.VERBOSE,
)
_END = re.compile(r"[)}\s;~-]*+")
_CONDITION = re.compile(r"\s++(?:if|unless)\b")
_CONCATENATED = re.compile(r"\s*+[~+]\s*+[^\s~+]|\s++\.\s")
_PASSED_ON = re.compile(r"\s*+(?:\|(?!\|)|%)|\.\w")
# A choice between two strings, of which the first is read first.
_BOTH_STRINGS = re.compile(
    rf'[^?"]*+ (?: {_S} [^?"]*+ ){{0,4}}+ \?\s*+ (?={_S} \s*+:\s*+ {_S} [)}}\s;-]*+ \Z)', re.VERBOSE
)

# What stands before a text that is shown in place of something else. Each pattern ends before the string.
_BEFORE_OTHER_TEXT = tuple(
    re.compile(pattern, re.VERBOSE | re.DOTALL)
    for pattern in (
        r'\b(?: default | defaultValue | default_if_none | fallback )\b \s*+ [:=(]?+ \s*+ (?=")',
        r'\|\s*+d\(\s*+ (?=")',  # Jinja
        r'(?: \bor\b | \|\| | \?\? | \?: | \? | \belse\b | \bthen\b ) [\s(]*+ (?=")',
        r'\? [^?:]*+ : \s*+ (?=")',
        rf"\A [\s({{-]*+ (?: or | default | fallback | coalesce ) [\s(] .* (?= {_S} [)\s-]*+ \Z)",  # Go, Handlebars
        rf'\b (?: personalization_token | ngettext | trans(?:late)? | t )\(\s*+ {_S} \s*+,\s*+ (?=")',
        rf'\.(?:get|fetch)\( [^"(),]*+ (?:{_S})?+ \s*+,\s*+ (?=")',
        r'\A\s*+ (?:var|data): [\w.]++ : (?=")',  # Mailjet
        r'\A\s*+ insert\s++ [\w.]++ \s++ (?=")',  # SendGrid
    )
)
_BARE = re.compile(r",[ ]?+fallback=(?P<text>[^\"']*+)\Z")  # Help Scout, Campaign Monitor
_COMPARED_BEFORE = re.compile(r"(?:[=!<>]=\s*+|\b(?:contains|when|case|in)\s++|\w\[\s*+)\Z")
_COMPARED_AFTER = re.compile(r"\s*+[=!]=")
_LONGEST_COMPARISON = 40
_SENDGRID = "default="

_PROPER_WORD = re.compile(r"(?<![%\w])[^\W\d_]{2}")  # and no sign in the pattern of a date
_HAS_WORD = re.compile(r"\w")


class Shown(NamedTuple):
    """The texts that a value may show, as offsets of the content of its tag.

    Attributes:
        first: the text that it shows to begin with; None where that is of unknown content.
        others: the texts that it shows instead where a value is missing or a condition does not hold; in order.
        tail: what else it shows after ``first``, as it is written; or empty.
    """

    first: Span | None
    others: tuple[Span, ...]
    tail: str = ""


NOTHING_SHOWN = Shown(None, ())


class _Strings(NamedTuple):
    """A content whose strings are blanked, and what is inside them, by the offsets of their opening quotes."""

    blanked: str
    inside: Mapping[int, Span]

    def has_words(self, content: str, start: int) -> bool:
        """Whether the string that begins at an offset holds several words."""
        inside = content[slice(*self.inside[start])]
        return len(inside.split(maxsplit=1)) > 1 and _PROPER_WORD.search(inside) is not None


def shown_texts(content: str) -> Shown:
    """The texts that a value shows.

    A string that is passed on to a filter or to a translation counts only where it holds several words: a single one
    is the name of a text rather than the text.

    Args:
        content: what stands between the signs of a tag with output.
    """
    bare = _BARE.search(content)
    if bare and _HAS_WORD.search(bare["text"]):
        return Shown(None, (Span(*bare.span("text")),))
    strings = _strings(content)
    if not strings.inside:
        return NOTHING_SHOWN
    first, tail = _first(content, strings)
    others = (_trimmed(content, strings.inside[start]) for start in sorted(set(_other_starts(strings)) - {first}))
    return Shown(
        strings.inside[first] if first is not None else None,
        tuple(text for text in others if _HAS_WORD.search(content, *text)),
        tail,
    )


def kept_texts(content: str) -> tuple[Span, ...]:
    """The strings of several words in a tag that keeps or passes them on, and compares them with nothing.

    Args:
        content: what stands between the signs of a tag such as ``{% assign greeting = "…" %}``.
    """
    strings = _strings(content)
    return tuple(
        inside
        for start, inside in strings.inside.items()
        if strings.has_words(content, start)
        and not _COMPARED_BEFORE.search(strings.blanked, max(0, start - _LONGEST_COMPARISON), start)
        and not _COMPARED_AFTER.match(strings.blanked, _after(strings, start))
    )


def without_strings(content: str) -> str:
    """The content of a tag with its strings blanked: what is left names the value."""
    return _strings(content).blanked


def _strings(content: str) -> _Strings:
    parts: list[str] = []
    inside: dict[int, Span] = {}
    done = 0
    for string in _STRING.finditer(content):
        if string["closed"] is None:
            break  # an apostrophe
        parts += (content[done : string.start()], '"', "\0" * (len(string[0]) - 2), '"')
        inside[string.start()] = Span(*string.span("inside"))
        done = string.end()
    return _Strings("".join(parts) + content[done:], inside)


def _after(strings: _Strings, start: int) -> int:
    return strings.blanked.index('"', start + 1) + 1


def _first(content: str, strings: _Strings) -> tuple[int | None, str]:
    """Where the string begins that a value shows first, and what follows it; None where it begins with none."""
    blanked = strings.blanked
    literal = _LITERAL.match(blanked)
    if literal and literal.end() in strings.inside:
        start = literal.end()
        after = _after(strings, start)
        if literal["call"] or _PASSED_ON.match(blanked, after):
            return (start if strings.has_words(content, start) else None), ""
        if _END.fullmatch(blanked, after) or _CONDITION.match(blanked, after):
            return start, ""
        if _CONCATENATED.match(blanked, after):
            return start, blanked[after:]
    both = _BOTH_STRINGS.match(blanked)
    return (both.end() if both and both.end() in strings.inside else None), ""


def _other_starts(strings: _Strings) -> Iterator[int]:
    for pattern in _BEFORE_OTHER_TEXT:
        for found in pattern.finditer(strings.blanked):
            if found.end() in strings.inside:  # and no closing quote
                yield found.end()


def _trimmed(content: str, text: Span) -> Span:
    is_named = content.startswith(_SENDGRID, *text)
    return Span(text.start + len(_SENDGRID), text.end) if is_named else text
