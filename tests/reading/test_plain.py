"""Plain text."""

from __future__ import annotations

import pytest

from tonelint.model import Source
from tonelint.reading.placeholders import BRANCH, PERSON
from tonelint.reading.plain import read_plain


@pytest.mark.parametrize(
    "text", ["", " \r\n\t\n", "\u00a0\u200b", "{# bara en kommentar #}", "{% if x %}\n{% endif %}"]
)
def test_a_source_without_words_has_no_prose(text: str) -> None:
    assert read_plain(Source("svar.txt", text)) == ()


def test_markup_is_ordinary_text() -> None:
    (prose,) = read_plain(Source("svar.txt", "# *Hej* `du` &amp; <b>\n> citat\n---\nlang: sv\n---\n"))
    assert prose.text.text == "# *Hej* `du` &amp; <b>\n> citat\n---\nlang: sv\n---\n"
    assert prose.language is None


def test_a_template_is_read_as_its_reader_will_see_it() -> None:
    text = "Hej {{customer.first_name}},\r\n{% if late %}\r\nDet är sent.{% else %}Allt är bra.\r\n{% endif %}\r\n"
    (prose,) = read_plain(Source("svar.txt", text))
    assert prose.text.text == f"Hej {PERSON},\nDet är sent.{BRANCH}Allt är bra.\n"
    assert prose.text.source_span(4, 5) == (4, 4 + len("{{customer.first_name}}"))
