"""YAML front matter: where it ends, and the language that it declares."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tonelint.reading.language_tags import language_of_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from tonelint.model import Tongue
    from tonelint.reading.prose import Rendering
    from tonelint.textmap import MappedText

_OPENING = re.compile(r"---[ \t]*+\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*+(?:\n|\Z)", re.MULTILINE)
_LANGUAGE_LINE = re.compile(r"^(?i:lang|language)[ \t]*+:(.*+)$", re.MULTILINE)
_VALUE = re.compile(r"""[ \t]+(?:"([^"]*+)"|'([^']*+)'|([^\s"'#][^\s#]*+))(?:[ \t]++(?:\#.*+)?+)?+""")


class FrontMatter(NamedTuple):
    """The end of the front matter, 0 where there is none, and the language that it declares, if any."""

    end: int
    language: Tongue | None


def front_matter(text: str) -> FrontMatter:
    """Finds the front matter of a text.

    Args:
        text: with line feeds as line breaks. Front matter stands between ``---`` on the very first line and the next
            line of ``---`` or ``...``.

    Returns:
        Its end, and the language of its first key ``lang`` or ``language`` at the left margin: None where the key is
        missing or its value names no language.
    """
    opening = _OPENING.match(text)
    closing = opening and _CLOSING.search(text, opening.end())
    if not (opening and closing):
        return FrontMatter(0, None)
    line = _LANGUAGE_LINE.search(text, opening.end(), closing.start())
    return FrontMatter(closing.end(), _language(line[1]) if line else None)


def below_front_matter(markup: Callable[[MappedText], Rendering], text: MappedText) -> Rendering:
    """A text read without its front matter, in the language that the markup or else the front matter declares.

    Args:
        markup: what the text below the front matter is written in.
        text: the text, normalised, with its template syntax replaced.
    """
    matter = front_matter(text.text)
    rendering = markup(text.cut(matter.end, len(text.text)) if matter.end else text)
    return replace(rendering, language=rendering.language or matter.language)


def _language(value: str) -> Tongue | None:
    scalar = _VALUE.fullmatch(value)
    return language_of_tag(next(filter(None, scalar.groups()), "")) if scalar else None
