"""Plain text."""

from __future__ import annotations

import pytest

from tonelint.reading.markup import read_plain, rendered
from tonelint.reading.placeholders import BRANCH, PERSON
from tonelint.reading.prose import Rendering
from tonelint.textmap import MappedText


@pytest.mark.parametrize(
    "text", ["", " \r\n\t\n", "\u00a0\u200b", "{# bara en kommentar #}", "{% if x %}\n{% endif %}"]
)
def test_a_text_without_words_has_no_reading(text: str) -> None:
    assert rendered(MappedText.of(text), read_plain) is None


def test_markup_is_ordinary_text() -> None:
    text = "# *Hej* `du` &amp; <b>\n> citat\n---\nlang: sv\n---\n"
    assert rendered(MappedText.of(text), read_plain) == Rendering(MappedText.of(text))


def test_a_template_is_read_as_its_reader_will_see_it() -> None:
    text = "Hej {{customer.first_name}},\r\n{% if late %}\r\nDet är sent.{% else %}Allt är bra.\r\n{% endif %}\r\n"
    rendering = rendered(MappedText.of(text), read_plain)
    assert rendering
    assert rendering.text.text == f"Hej {PERSON},\nDet är sent.{BRANCH}Allt är bra.\n"
    assert rendering.text.source_span(4, 5) == (4, 4 + len("{{customer.first_name}}"))
