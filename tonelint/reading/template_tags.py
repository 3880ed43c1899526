"""Template tags: where they stand, and what their reader meets in their place.

The scan is linear: every form is matched from its opening sign by possessive patterns of bounded length that stop at
the next opening sign, and a comment's end is looked for only where one is known to follow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span
from tonelint.reading.template_roles import ROLES, VANISHES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tonelint.reading.template_roles import Reading

_COMMENT_ENDS: Mapping[str, str] = {
    "{#": "#}",  # Jinja, Twig
    "{{!--": "--}}",  # Handlebars
    "{{!": "}}",  # Mustache
    "{{/*": "*/}}",  # Go
    "<%#": "%>",  # ERB
    "<!--": "-->",
}
# Blocks that nobody reads: comments, and code.
_UNREAD_BLOCK = re.compile(r"[-+~\s]*+(comment|doc|schema|javascript|stylesheet|style)\b")
_UNREAD_BLOCK_END = re.compile(r"\{%[-+~]?\s{0,9}+end(comment|doc|schema|javascript|stylesheet|style)\s{0,9}+[-+~]?%\}")

_OPENER = re.compile(r"[{<#%$\[(*]")
# Alternatives in order of precedence; each has one group, whose name says how to read what it holds.
_TAG = re.compile(
    r"""
      (?P<comment>      \{\{!-- | \{\{! | \{\{/\* | \{\# | <%\# | <!-- )
    | \{\{\{\{ (?P<raw> [/\w\ .-]{1,60}+ ) \}\}\}\}                            # Handlebars
    | \{\{ (?P<value>   (?: [^{}] | \{[^{}]{0,200}+\} ){0,2000}+ ) \}\}        # Liquid, Jinja, Handlebars, Twig, Go
    | \{% (?P<statement>(?: [^{%] | \{(?!%) | %(?!\}) ){1,4000}+ ) %\}         # Liquid, Jinja, Twig, Help Scout
    | (?P<escaped>      <%% )                                                  # ERB
    | <% (?P<code>      (?: [^<%] | <(?!%) | %(?!>) ){1,4000}+ ) %>            # ERB, EJS
    | [#%$]\{ (?P<interpolated> [\w.|' :()\[\]"?,+&-]{1,200}+ ) \}             # Zammad, osTicket, Rails, JavaScript
    | %\( (?P<named>    \w{1,60}+ ) \)[sdif]                                   # gettext, Python
    | (?<![\w%])(?<!\d\ )% (?P<positional> (?:\d{1,2}+\$)?+[sd@] ) (?!\w)      # printf
    | \[\[ (?P<doubled> [^\[\]\n]{1,100}+ ) \]\] (?!\()                        # HubSpot
    | \(\( (?P<notify>  [\w\ .'-]{1,100}+ ) \)\)                               # GOV.UK Notify
    | \*\| (?P<merge>   [\w:.\ ]{1,100}+ ) \|\*                                # Mailchimp
    | <attribute\b (?P<attribute> [^<>]{0,300}+ ) > (?:</attribute>)?          # Intercom
    | (?<![\w%])% (?P<percent> [^\W\d][\w.-]{2,40}+ ) % (?![\w%])              # Hubhus
    | \[ (?P<fallback>  [\w.]{1,60}+ ,\ ?+fallback= [^\[\]\n]{0,200}+ ) \] (?!\()  # Campaign Monitor
    | (?<![\]\w])\[ (?P<capitals> [^\W\d_][^\[\]\n]{1,60}+ ) \] (?! [(\[] | :\ {0,9}+(?:<|/|https?:|mailto:) )
    | (?<![{$\#%\\])\{ (?P<braced> [!$]?+ [^\W\d][\w.-]{0,40}+ (?:\ [\w.-]{1,40}+){0,3} | \d{1,2}+ ) \}(?!\})
    """,
    re.VERBOSE,
)


class Tag(NamedTuple):
    """Template syntax at a place.

    Attributes:
        start: the offset of its opening sign.
        end: the offset after its closing sign.
        readings: what may stand in its place, the main reading first; offsets of texts are those of the template.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]

    def reading(self, number: int) -> Reading:
        """What stands in its place in a reading of the template: where it has no such, what mostly does."""
        return self.readings[number if number < len(self.readings) else 0]


def find_tags(text: str) -> Iterator[Tag]:
    """The tags of a template, in order and not overlapping.

    Args:
        text: a template or an ordinary text, with any line endings.
    """
    last_end = {start: text.rfind(end) for start, end in _COMMENT_ENDS.items()}
    block_ends = _unread_block_ends(text)
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
                yield Tag(start, at, (VANISHES,))
        elif readings := ROLES[kind](content):
            at = end
            if kind == "statement" and (block := _UNREAD_BLOCK.match(content)):
                ends = block_ends[block[1]]
                closing = bisect_right(ends, end)
                at = ends[closing] if closing < len(ends) else end
            yield Tag(start, at, tuple(_moved(reading, found.start(kind)) for reading in readings))


def _unread_block_ends(text: str) -> Mapping[str, list[int]]:
    """Where blocks that nobody reads end, by their names."""
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for found in _UNREAD_BLOCK_END.finditer(text):
        ends[found[1]].append(found.end())
    return ends


def _moved(reading: Reading, by: int) -> Reading:
    if isinstance(reading, str):
        return reading
    return reading._replace(texts=tuple(Span(start + by, end + by) for start, end in reading.texts))
