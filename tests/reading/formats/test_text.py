"""Files that are one message: their markup, and what is no message."""

from __future__ import annotations

import pytest

from tonelint.errors import ReadError
from tonelint.model import Language, Source
from tonelint.reading import Prose, format_of, is_known, read
from tonelint.reading.formats import text as formats_text
from tonelint.reading.placeholders import PLACEHOLDER


def words(path: str, text: str) -> list[str]:
    return [prose.rendering.text.text for prose in read(Source(path, text)) if isinstance(prose, Prose)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("a.txt", "<p>*Hej* {}</p>", id="plain text"),
        pytest.param("a.txt.j2", "<p>*Hej* {}</p>", id="a template of plain text"),
        pytest.param("a.MD", "*Hej* {}", id="Markdown, in which a block of HTML holds no Markdown"),
        pytest.param("a.html", "*Hej* {}", id="HTML"),
        pytest.param("a.html.erb", "*Hej* {}", id="a template of HTML"),
        pytest.param("a.sv.mjml.liquid", "*Hej* {}", id="a template of MJML in a language"),
        pytest.param("a.liquid", "*Hej* {}", id="a template that looks like HTML"),
        pytest.param("-", "*Hej* {}", id="no name, with the looks of HTML"),
    ],
)
def test_the_name_tells_the_markup_and_the_look_where_it_does_not(path: str, expected: str) -> None:
    assert words(path, "<p>*Hej* {}</p>") == [expected]


def test_a_template_without_the_looks_of_html_is_plain() -> None:
    assert words("a.liquid", "*Hej* 5 < 6") == ["*Hej* 5 < 6"]


@pytest.mark.parametrize(
    ("path", "known"),
    [("a.liquid", True), ("a.sv.liquid", True), ("a.2.liquid", True), ("a.html.j2", True), ("a.conf.j2", False)],
)
def test_a_template_of_what_is_no_text_is_for_no_reader(path: str, known: bool) -> None:
    assert is_known(path) is known
    assert bool(words(path, "Hej")) is known
    assert format_of(path).is_data is not known


@pytest.mark.parametrize("path", ["a.txt", "a.html", "a.liquid", "a.md", "a.html.njk"])
def test_front_matter_is_not_read_and_tells_the_language(path: str) -> None:
    text = "---\r\nlang: da\r\nsubject: Hej\r\n---\r\nord {{ x }}"
    (prose,) = [each for each in read(Source(path, text)) if isinstance(each, Prose)]
    assert prose.rendering.text.text.split() == ["ord", PLACEHOLDER]
    assert prose.rendering.language is Language.DA
    start = prose.rendering.text.text.index("ord")
    assert prose.source.position(prose.rendering.text.source_span(start, start + 3).start) == (5, 1)


def test_what_nobody_writes_to_a_customer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats_text, "LONGEST_TEXT", 3)
    assert words("a.txt", "Hej") == ["Hej"]
    with pytest.raises(ReadError, match=r"^a\.txt: a text of more than"):
        words("a.txt", "Hej!")
