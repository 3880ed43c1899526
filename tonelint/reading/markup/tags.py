"""Where the tags of HTML stand in a text, and their attributes.

Follows the tokenizer of the HTML standard (html.spec.whatwg.org, "Tokenization") in what is a tag, except where a
browser would lose text: what is opened and never closed (a tag, a comment, a script) is text here. The standard
library's ``html.parser`` cannot do this job: the text that it is given must be free of references, comments, sections
and tags without end before it neither raises, drops text nor takes quadratic time, and to free it takes this scanner.

Every pattern is possessive, and an end that is known to be missing is not looked for again, so that the scan is linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


# Quotes count only where they begin a value, and only if they are closed before the last ``>`` of the text. So every
# tag that begins before it has an end.
_MARKUP = re.compile(
    r"""
    < (?:
        (?P<comment> !-- )
      | (?P<section> !\[CDATA\[ )
      | [!?] [^>]*+ >                                   # a declaration or a processing instruction
      | / (?![A-Za-z]) [^<>]*+ >                        # an end tag of nothing
      | (?P<slash> /?+ ) (?P<name> [A-Za-z][^\s/>]*+ )
        (?P<attributes> (?: [^"'=>]++ | = \s*+ (?: "[^"]*+" | '[^']*+' )?+ | ["'] )*+ ) >
    )
    """,
    re.VERBOSE,
)
_COMMENT_END = re.compile(r"--!?>")
_SECTION_END = "]]>"
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style", "mj-style")}
_ATTRIBUTE = re.compile(
    r"""
    (?P<name> [^\s/=]++ )
    (?: \s*+ = \s*+ (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>\S*+) ) )?+
    """,
    re.VERBOSE,
)


class Tag(NamedTuple):
    """A tag, or something else that is no text.

    Attributes:
        name: the element's name in lower case; empty for a comment, a declaration and the like.
        start: where it begins.
        end: where the text after it begins; what a script or a style sheet holds belongs to its tag.
        attributes: where its attributes stand.
        is_end: whether it closes the element.
        is_empty: whether it closes itself (``<br/>``).
    """

    name: str
    start: int
    end: int
    attributes: Span = Span(0, 0)
    is_end: bool = False
    is_empty: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def tags(text: str) -> Iterator[Tag]:
    """The tags of a text in order, and whatever else in it is no text; what stands between them is."""
    last_end = text.rfind(">") + 1
    unclosed: set[str] = set()
    at = 0
    while found := _MARKUP.search(text, at, last_end):
        at = found.end()
        if found["name"] is None:
            at = _end(text, found, unclosed)
            if at > found.start() + 1:
                yield Tag("", found.start(), at)
        else:
            tag = _tag(text, found, unclosed)
            at = tag.end
            yield tag


def attributes(text: str, tag: Tag, names: Collection[str]) -> dict[str, Span]:
    """Where the values of a tag's attributes stand, without their quotes.

    Args:
        text: what the tag stands in.
        tag: a tag of it.
        names: the attributes that are asked for, in lower case.

    Returns:
        The spans by name; an empty one where an attribute has no value. Of two of a name the first counts.
    """
    values: dict[str, Span] = {}
    for found in _ATTRIBUTE.finditer(text, *tag.attributes):
        name = found["name"].lower()
        if name in names and name not in values:
            group = next((group for group in ("double", "single", "bare") if found[group] is not None), None)
            values[name] = Span(*found.span(group)) if group else Span(found.end(), found.end())
    return values


def _end(text: str, found: re.Match[str], unclosed: set[str]) -> int:
    """Where something ends that is no tag; right behind its first sign where it has no end and is text."""
    if found["comment"]:
        # The signs that open a comment may be part of those that close it: <!-->
        end = _search_end(_COMMENT_END, text, found.start() + 2, unclosed)
        return end or found.start() + 1
    if found["section"]:
        end = -1 if _SECTION_END in unclosed else text.find(_SECTION_END, found.end())
        if end < 0:
            unclosed.add(_SECTION_END)
            return text.index(">", found.end()) + 1
        return end + len(_SECTION_END)
    return found.end()


def _search_end(pattern: re.Pattern[str], text: str, start: int, unclosed: set[str]) -> int:
    """The end of the first match; 0 where there is none, which is then remembered."""
    end = None if pattern.pattern in unclosed else pattern.search(text, start)
    if end is None:
        unclosed.add(pattern.pattern)
        return 0
    return end.end()


def _tag(text: str, found: re.Match[str], unclosed: set[str]) -> Tag:
    name, end = found["name"].lower(), found.end()
    is_end = bool(found["slash"])
    is_empty = not is_end and text[end - 2] == "/"
    if name in _RAW and not (is_end or is_empty):
        name_end = _search_end(_RAW[name], text, end, unclosed)
        end = name_end - len(f"</{name}") if name_end else end
        is_empty = not name_end
    return Tag(name, found.start(), end, Span(*found.span("attributes")), is_end, is_empty)
