"""Markdown, block by block."""

from __future__ import annotations

import pytest

from tonelint.model import Language, Source
from tonelint.reading.markup import read_markdown, rendered
from tonelint.reading.placeholders import BRANCH, PERSON, PLACEHOLDER, TIME
from tonelint.textmap import MappedText

SHOWN = {PLACEHOLDER: "¤", PERSON: "☺", TIME: "⏱", BRANCH: "¶"}


def reading(text: str) -> str:
    """The prose of a Markdown text; its signs written so that tables can be read."""
    rendering = rendered(MappedText.of(text), read_markdown)
    return rendering.text.text.translate({ord(sign): shown for sign, shown in SHOWN.items()}) if rendering else ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hej Åsa,\nTack för ditt mejl.\n\nVi ses\n", id="paragraphs"),
        pytest.param("2 * 3 * 4 kr* snake_case_ord a_b 5 < 6 & 7 > 3 ~5", id="signs that mark nothing"),
        pytest.param("Det är klart\n2024. Vi ses", id="a number at the start of a line that begins no list"),
        pytest.param("[sic] [ ] [obs] (se ovan) ![", id="brackets that link nowhere"),
        pytest.param("https://x.se/a_b_c?d=e_f_", id="an address"),
        pytest.param("> citat\n> mer\n\n> > inre\n", id="quotes keep their marks"),
        pytest.param("det kostar `5 kr\n\nhej", id="a back-tick without a partner"),
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    assert reading(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("# Hej\n\n## Du ##\n", "Hej\n\nDu\n", id="headings lose their signs"),
        pytest.param("# Hej\nDu\n", "Hej¶\nDu\n", id="a heading ends a sentence"),
        pytest.param("Hej\ndu\n===\nVi\n---\n", "Hej\ndu¶\nVi¶\n", id="underlined headings"),
        pytest.param("#\n\na\n", "\na\n", id="an empty heading"),
        pytest.param(
            "- ett\n* två\n\n  tre\n+ fyra", "ett¶\ntvå\n\ntre¶\nfyra", id="list items stand on their own lines"
        ),
        pytest.param("1. ett\n   mer\n2) två\n", "ett\nmer¶\ntvå\n", id="numbered items, wrapped lines"),
        pytest.param("Så här:\n- ett\n", "Så här:¶\nett\n", id="a paragraph ends before a list"),
        pytest.param("- a\n  - b\n    - c\n", "a¶\nb¶\nc\n", id="lists in lists"),
        pytest.param("- [ ] ett\n- [x] två\n\n[x] tre", "ett¶\ntvå\n\n[x] tre", id="checkboxes of list items"),
        pytest.param("-\n\na\n", "\na\n", id="an empty item"),
        pytest.param("- > citat\n  > mer\n", "> citat\n> mer\n", id="a quote in an item"),
        pytest.param("> - ett\n> - två\n", "> ett¶\n> två\n", id="items in a quote"),
        pytest.param("> ett\n>\n> två", "> ett¶\n>\n> två", id="paragraphs in a quote"),
        pytest.param("- [a](u\n  't') b `c\n  d` e\n", "a b ¤ e\n", id="links and code over line breaks"),
        pytest.param("> # Hej\n> du\nlat\n", "> Hej¶\n> du\nlat\n", id="a heading in a quote, and a lazy line"),
        pytest.param("a\n\n    kod\n\nb", "a\n\n\nb", id="indented code"),
        pytest.param("a\n```py\nkod\n```\nb\n~~~\nmer", "a¶\nb¶\n", id="fenced code"),
        pytest.param("- ```\n  kod\n  ```\n- a", "a", id="code in an item"),
        pytest.param("a\n***\nb\n\n- - -\nc", "a¶\nb\n\nc", id="thematic breaks"),
        pytest.param("[r]: https://x.se 'titel'\n[s]: <u>\na [b][R] [S] [t]", "a b S [t]", id="link definitions"),
        pytest.param("a\n[r]: u", "a\n[r]: u", id="no definition in the middle of a paragraph"),
        pytest.param("[^1]: Gäller", "[^1]: Gäller", id="a footnote is no definition"),
        pytest.param("|a|b\\|c|\n|-|-|\n|*d*|`e`|\n\nf", "a¶b|c¶\nd¶¤\n\nf", id="table cells"),
        pytest.param("a | b\n--|--\n | c\nd | ", "a ¶ b¶\n c¶\nd  ", id="tables without outer pipes"),
        pytest.param("> | a | b |\n> |---|---|\nc", ">  a ¶ b ¶\nc", id="a table in a quote"),
        pytest.param("<div>\n<p>a &lt; <b>b</b></p>c<br>d\n</div>", "a < b\n\nc\nd", id="blocks of HTML"),
        pytest.param("<style>\np { a }\n</style>\n\na", "\n\na", id="style sheets"),
        pytest.param("<div><script>\nx</SCRIPT>a<style></div>", "a", id="scripts, and a style sheet without end"),
        pytest.param("a\n<!-- b\n\nc -->\nd <!-- e -->f", "a\nd f", id="comments"),
        pytest.param(
            "- {{agent.name}}\n{% if x %}\n- b\n{% else %}\n- c\n{% endif %}", "☺¶\nb\n¶¶\nc\n", id="templates"
        ),
        pytest.param("a\u2028\n\x0b\nb", "a\u2028\n\x0b\nb", id="other white space at the edges of lines"),
        pytest.param("-\ta\n\n\tb", "a\n\nb", id="tabs after markers"),
    ],
)
def test_blocks(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    "text", ["", " \n\n", "---\nlang: sv\n---\n", "```\nkod\n```", "***", "[r]: u", "<!-- a -->", "#"]
)
def test_a_source_without_words_has_no_prose(text: str) -> None:
    assert rendered(MappedText.of(text), read_markdown) is None


def test_front_matter_is_cut_and_declares_the_language() -> None:
    source = Source("svar.md", "---\r\nlang: da-DK\r\n---\r\n# Hej\r\n")
    rendering = rendered(MappedText.of(source.text), read_markdown)
    assert rendering
    assert (rendering.text.text, rendering.language) == ("Hej\n", Language.DA)
    assert source.position(rendering.text.source_span(0, 3).start) == (4, 3)


def test_what_is_nested_too_deeply_to_be_parsed_is_still_read() -> None:
    assert "ordet" in reading("> " * 60 + "ordet")
