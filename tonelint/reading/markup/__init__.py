"""Markup: from a text as it is written to the text as its reader will see it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tonelint.directives import SIGN
from tonelint.reading.markup.plain import read_plain
from tonelint.reading.normalise import normalised
from tonelint.reading.prose import Rendering
from tonelint.reading.templates import readings
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.directives import Directive
    from tonelint.reading.templates import Syntax

__all__ = [
    "Markup",
    "looks_like_html",
    "markup_by_look",
    "read_html",
    "read_markdown",
    "read_plain",
    "rendered",
    "renderings",
]

Markup = Callable[[MappedText], Rendering]
"""Reads a normalised text whose template syntax has been replaced."""

_HTML_SIGN = re.compile(
    r"""
      </(?:p|div|span|a|b|strong|i|em|u|td|tr|table|li|ul|ol|h[1-6]|html|body|blockquote|font|center)\s*>
    | <(?:br|hr|p|div)\s*/?>
    | <(?:mjml|blockquote)\b
    | <!doctype\ html
    | <(?:p|div|span|table|html)\s+(?:class|style|dir|id|lang)=
    | <img\s[^<>]{0,500}\balt=
    """,
    re.IGNORECASE | re.VERBOSE,
)


def read_html(text: MappedText) -> Rendering:
    """The text of HTML or MJML as it is seen; see ``tonelint.reading.markup.html``."""
    from tonelint.reading.markup import html  # loaded when HTML is met, and Markdown likewise: most text is neither

    return html.read_html(text)


def read_markdown(text: MappedText) -> Rendering:
    """The text of Markdown without its markup; see ``tonelint.reading.markup.markdown``."""
    from tonelint.reading.markup import markdown

    return markdown.read_markdown(text)


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown markup holds HTML that mail is written in."""
    return _HTML_SIGN.search(text) is not None


def markup_by_look(text: str) -> Markup:
    """The markup of a text of which nothing is told: HTML where it looks so, else plain."""
    return read_html if looks_like_html(text) else read_plain


def renderings(raw: MappedText, markup: Markup, syntax: Syntax = readings) -> Iterator[Rendering]:
    """The readings of a text, the main one first; none where it has no words.

    Args:
        raw: the text as it is written, possibly a template.
        markup: what it is written in.
        syntax: reads its template syntax: ``readings``, or ``tonelint.reading.icu.icu_readings`` for catalogues.
    """
    text = normalised(raw)
    is_main = True
    for template, within in syntax(text):
        rendering = markup(template)
        if not rendering.text.text.strip():
            continue
        if is_main:
            is_main = False
            directives = _directives(text, rendering, markup, syntax)
            # Where the main reading has no words, all of the next is news.
            yield replace(rendering, directives=directives, within=(), code=())
        else:
            yield replace(rendering, within=within, code=())


def _directives(text: MappedText, rendering: Rendering, markup: Markup, syntax: Syntax) -> tuple[Directive, ...]:
    if SIGN not in text.text:
        return ()
    from tonelint.reading.comments import directives_in  # few texts have directives

    return directives_in(text, rendering, lambda marked: markup(next(syntax(marked))[0]))


def rendered(raw: MappedText, markup: Markup) -> Rendering | None:
    """The main reading of a text; None where it has no words."""
    return next(renderings(raw, markup), None)
