"""Files that are one message: plain text, Markdown, HTML, and templates around these."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from tonelint.errors import Fault, ReadError
from tonelint.reading.language_tags import language_of_tag
from tonelint.reading.markup import markup_by_look, read_html, read_markdown, read_plain, renderings
from tonelint.reading.markup.front_matter import below_front_matter
from tonelint.reading.prose import LONGEST_TEXT, TOO_LONG, Prose
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tonelint.reading.document import Document, ReadOptions
from tonelint.reading.markup import Markup

MARKUPS: Mapping[str, Markup] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mjml": read_html,
}
"""The markup of a file by its suffix."""

TEMPLATES = frozenset(
    ".liquid .j2 .jinja .jinja2 .hbs .handlebars .mustache .erb .ejs .eta .njk .twig .tmpl .tpl".split()
)
"""The suffixes of templates; what they are templates of is told by the suffix before (``welcome.html.erb``)."""


def read_text(document: Document, options: ReadOptions) -> Iterator[Prose]:
    """The whole file as one message, in the markup that its name tells; else in HTML where it looks so."""
    del options
    source = document.whole()
    if len(source.text) > LONGEST_TEXT:
        raise ReadError(Fault(source.path, TOO_LONG))
    markup = markup_of_path(source.path) or markup_by_look(source.text)
    for rendering in renderings(MappedText.of(source.text), partial(below_front_matter, markup)):
        yield Prose(source, rendering)


def markup_of_path(path: str) -> Markup | None:
    """The markup that a file's name tells, the suffixes of templates left out; None where it tells none."""
    suffixes = [suffix.lower() for suffix in PurePath(path).suffixes]
    while suffixes and suffixes[-1] in TEMPLATES:
        suffixes.pop()
    return MARKUPS.get(suffixes[-1]) if suffixes else None


def is_other_template(path: str) -> bool:
    """Whether a file's name says that it is a template of something that is no text (``app.conf.j2``).

    Before the suffix of a template may also stand a language (``late.sv.liquid``) or a number (``late.2.liquid``).
    """
    suffixes = [suffix.lower() for suffix in PurePath(path).suffixes]
    if not suffixes or suffixes[-1] not in TEMPLATES or markup_of_path(path):
        return False
    inner = next((suffix[1:] for suffix in reversed(suffixes) if suffix not in TEMPLATES), "")
    return inner.isalpha() and language_of_tag(inner) is None
