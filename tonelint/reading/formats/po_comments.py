"""Directives in the translators' comments (``# …``) of gettext catalogues; each speaks of the entry below it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from tonelint.directives import NOWHERE, Verb, read_directive
from tonelint.model import Span
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.directives import Directive

# A string never runs over the end of a line, so that a line that begins with "#" is a comment.
_COMMENT = re.compile(r"(?<![^\r\n])[ \t]*+#[ \t]++(?P<content>[Tt]onelint[^\r\n]*+)")
_TRANSLATION = re.compile(r"(?<![^\r\n])[ \t]*+(?:msgstr|\#(?:(?P<obsolete>~)|,[^\r\n]*?\b(?P<fuzzy>fuzzy)\b))")
_NEXT_ENTRY = re.compile(r"(?<![^\r\n])[ \t]*+(?:msgctxt|msgid(?!_)|#)")


def po_directives(text: str) -> tuple[Directive, ...]:
    """The directives in the comments of a catalogue, in order.

    Those above an entry that is not in use, being fuzzy or obsolete, are left out: nothing is looked for in it.

    Args:
        text: the catalogue.
    """
    return tuple(_directives(text))


def _directives(text: str) -> Iterator[Directive]:
    mapped = MappedText.of(text)
    entries = _Entries(text)
    for found in _COMMENT.finditer(text):
        directive = read_directive(mapped, Span(*found.span()), Span(*found.span("content")))
        if directive and directive.verb is Verb.LINE:
            if (entry := entries.below(found.end())) is not None:
                yield replace(directive, covers=entry)
        elif directive:
            yield replace(directive, covers=Span(0, len(text)) if directive.verb is Verb.FILE else NOWHERE)


class _Entries:
    """Where the entries of a catalogue stand.

    Args:
        text: the catalogue.
    """

    def __init__(self, text: str) -> None:
        self._translations = list(_TRANSLATION.finditer(text))
        self._starts = [*(found.start() for found in _NEXT_ENTRY.finditer(text)), len(text)]

    def below(self, comment: int) -> Span | None:
        """The translations of the entry below a comment; None of one that is not in use.

        Args:
            comment: where the comment ends.
        """
        at = bisect_left(self._translations, comment, key=lambda found: found.start())
        if at == len(self._translations):
            return NOWHERE
        translation = self._translations[at]
        if translation["obsolete"] or translation["fuzzy"]:
            return None
        following = bisect_left(self._starts, translation.end())
        return Span(translation.start(), self._starts[following])
