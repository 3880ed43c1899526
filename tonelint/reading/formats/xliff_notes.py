"""Directives in the notes of XLIFF; each speaks of the unit that it stands in.

Notes are the format's own comments, which translation tools keep. Those of XML are often lost on the way, and may not
hold the two hyphens in front of a reason.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from tonelint.directives import NOWHERE, Verb, read_directive
from tonelint.model import Span
from tonelint.spans import holding
from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tonelint.directives import Directive

# What stands in comments of XML and in CDATA sections is passed over: no note begins there.
_PART = re.compile(
    r"""
      <!-- (?: [^-] | -(?!->) )*+ (?: --> | \Z )
    | <!\[CDATA\[ (?: [^\]] | \](?!\]>) )*+ (?: \]\]> | \Z )
    | < (?:[\w.-]++:)?+ (?P<unit> trans-unit | unit ) (?=[\s>])
    | </ (?:[\w.-]++:)?+ (?P<end> trans-unit | unit ) \s*+ >
    | < (?:[\w.-]++:)?+ note (?:\s[^<>]*+)?+ > \s*+ (?P<note> [Tt]onelint [^<]*+ )
    """,
    re.VERBOSE,
)
_REFERENCE = re.compile(r"&\#?\w{1,31};")


def xliff_directives(text: str) -> tuple[Directive, ...]:
    """The directives in the notes of a file, in order.

    Args:
        text: the file's content.
    """
    units: list[Span] = []
    notes: list[Span] = []
    start = 0
    for part in _PART.finditer(text):
        if part["unit"]:
            start = part.start()
        elif part["end"]:
            units.append(Span(start, part.start()))
        elif part["note"]:
            notes.append(Span(*part.span("note")))
    return tuple(_directives(text, notes, units))


def _directives(text: str, notes: Iterable[Span], units: Sequence[Span]) -> Iterator[Directive]:
    source = MappedText.of(text)
    for note in notes:
        written = source.cut(*note)
        words = written.replaced(Edit(*found.span(), unescape(found[0])) for found in _REFERENCE.finditer(written.text))
        whole = Span(0, len(words.text))
        if not (directive := read_directive(words, whole, whole)):
            continue
        covers = NOWHERE
        if directive.verb is Verb.FILE:
            covers = Span(0, len(text))
        elif directive.verb is Verb.LINE:
            covers = holding(units, note.start) or NOWHERE
        yield replace(directive, covers=covers)
