"""Whether a comment may stand at a place of HTML: not inside a tag, and not where comments are text."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

_TEXT_ONLY = frozenset({"title", "textarea", "script", "style"})
_AS_IT_IS = frozenset({"pre", "textarea"})


class Around(NamedTuple):
    """What is around a place of HTML.

    Attributes:
        takes_comments: whether a comment there is one.
        takes_lines: whether a line more is not seen.
    """

    takes_comments: bool
    takes_lines: bool


def around(text: str, offset: int) -> Around:
    """What is around a place.

    Args:
        text: HTML, or Markdown with some in it; it may be wrong.
        offset: a place in it.
    """
    reader = _Reader(convert_charrefs=False)
    reader.feed(text[:offset])
    is_in_tag = reader.rawdata.startswith("<")
    return Around(not is_in_tag and reader.element not in _TEXT_ONLY, reader.element not in _AS_IT_IS)


class _Reader(HTMLParser):
    """Reads up to a place; ``element`` is the one around it that treats text in a way of its own, or empty."""

    element = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if not self.element and tag in _TEXT_ONLY | _AS_IT_IS:
            self.element = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.element:
            self.element = ""
