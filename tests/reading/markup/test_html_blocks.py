"""Blocks of HTML within Markdown."""

from __future__ import annotations

import pytest

from tonelint.model import Language, Source, Span
from tonelint.reading.markup.html_blocks import with_html
from tonelint.reading.markup.markdown import read_markdown
from tonelint.reading.placeholders import BRANCH
from tonelint.textmap import Edit, MappedText


def reading(text: str) -> str:
    return read_markdown(MappedText.of(text)).text.text.replace(BRANCH, "¶")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("<div>\n<p>a &lt; *b*</p>c<br>d\n</div>\n\n*e*", "a < *b*\n\nc\nd\n\ne", id="a block"),
        pytest.param("a\n<div>b\nc</div>\n", "a¶\nb c\n", id="right below a paragraph"),
        pytest.param("<div>\n\n*a*\n\n</div>\nb", "\n\na\n\nb", id="Markdown between tags"),
        pytest.param("<pre>a\n b</pre>\nc", "a\n b¶\nc", id="preformatted text"),
        pytest.param("<p><img alt='a'></p>\n\nb", "a\n\nb", id="an image"),
        pytest.param("> <div>a\n> <b>b</b></div>\n\nc", "> a\n> b\n\nc", id="in a quote"),
        pytest.param("- <div>a</div>\n- b", "a¶\nb", id="in a list"),
        pytest.param("<blockquote>\na\n</blockquote>\n\nb", "> a\n\nb", id="a quote"),
        pytest.param("<style>\np > a { }\n</style>\n\na", "\n\na", id="a style sheet"),
        pytest.param("<div><script>\nx\n</SCRIPT>a<style></div>", "a", id="a script, and a style sheet without end"),
    ],
)
def test_html_in_markdown_is_read_as_html(text: str, left: str) -> None:
    assert reading(text) == left


def test_places_and_languages_of_html_in_markdown() -> None:
    source = Source("svar.md", "---\nlang: sv\n---\n**Hej**\n\n<div lang=en>\n<b>Hi</b> &amp; bye\n</div>\n")
    rendering = read_markdown(MappedText.of(source.text))
    text = rendering.text
    (part,) = rendering.parts
    assert (text.text, rendering.language) == ("Hej\n\nHi & bye\n", Language.SV)
    assert (text.text[slice(*part.span)], part.language) == ("Hi & bye", Language.EN)
    assert source.position(text.source_span(*part.span).start) == (7, 4)


def test_edits_are_made_around_the_blocks() -> None:
    text = MappedText.of("*a*<p>b</p>*c*<i>d</i>")
    read, parts = with_html(text, [Edit(0, 1, ""), Edit(2, 3, " "), Edit(11, 12, "-")], [Span(3, 11), Span(14, 22)])
    assert (read.text, parts) == ("a b-c*d", ())
    assert read.source_span(2, 3) == (6, 7)
