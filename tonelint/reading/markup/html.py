"""HTML and MJML, as mail templates hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reading.markup.inline import html_edits
from tonelint.reading.prose import Rendering

if TYPE_CHECKING:
    from tonelint.textmap import MappedText


def read_html(text: MappedText) -> Rendering:
    """The text without its tags."""
    return Rendering(text.replaced(html_edits(text.text, 0, len(text.text))))
