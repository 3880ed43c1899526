"""Every character of the prose stands for its place in the source, in every format."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Source
from tonelint.reading import Prose, read
from tonelint.reading.decode import decode
from tonelint.reading.placeholders import BRANCH, PERSON, PLACEHOLDER, TIME, template_edits

if TYPE_CHECKING:
    from tonelint.textmap import MappedText

PATHS = ["svar.txt", "svar.md"]
FRAGMENTS = (
    "ord", "Hej ", "A\u030asa", "\u00a0", "an\u00adsvar", "👩‍👩‍👧",
    "e\u0301\u0323", "\u2028", "\u200b", "\t", "    ", "\x0c",
    "{{agent.name}}", "{{ x }}", "{eta}", "[NAMN]",
    "{% if x %}", "{% else %}", "{% endif %}", "{# k #}", "{{", "%}",
    "<!-- k -->", "<!--",
    "*", "**", "_", "~~", "`", "``", "[", "](", "](u\n   't')", "][", "]", ")", "![", "\\", "|", "&amp;", "&nbsp;",
    "<b>", "</p>", "<br>", "<div>", "<https://x.se>", "\n", "\r\n", "\r", "\n\n", "\n- ", "\n1. ", "\n# ", "\n> ",
    "\n---\n", "\n===\n", "\n```\n", "\n|-|-|\n", "\n|a|b|\n|-|-|\n",
    "\n[r]: u\n", "---\nlang: sv\n---\n", "\n    kod\n",
)  # fmt: skip
DOCUMENTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=30).map("".join)


def stands_for(new: str, old: str) -> bool:
    """Whether a piece of prose is what its slice of the source says."""
    unspaced = re.sub(r"\s", " ", old)
    if new == old or unicodedata.normalize("NFC", old) == new or html.unescape(old).replace("\u00a0", " ") == new:
        return True
    if new in {PLACEHOLDER, PERSON, TIME, BRANCH} and template_edits(old) == [(0, len(old), new)]:
        return True
    if new == PLACEHOLDER:
        return (old[0] == old[-1] == "`") or (old[0] == "<" and old[-1] == ">")
    if new == "\n":
        return old in {"\r", "\r\n"} or old.lower().startswith("<br")
    if new == " ":
        return unspaced == " " or template_edits(old) != [] or not re.search(r"[^\s#*+.)\d-]|^\S+$", old)
    # An end of a paragraph without its beginning ("</p>") stands for an empty paragraph.
    return new in {BRANCH, BRANCH + "\n", "\n\n"} and (old in {"|", "\n", "\r", "\r\n"} or old[0] == "<")


def texts(source: Source) -> list[MappedText]:
    """The main readings of what stands in a source."""
    proses = [prose for prose in read(source) if isinstance(prose, Prose)]
    return [prose.rendering.text for prose in proses if not prose.rendering.within]


def pieces(text: MappedText, source: str) -> list[tuple[str, str]]:
    """Each piece of a text with its slice of the source; copied runs character by character."""
    pairs: list[tuple[str, str]] = []
    for piece in text.pieces:
        new, old = text.text[piece.start : piece.end], source[piece.source_start : piece.source_end]
        pairs += zip(new, old, strict=True) if piece.is_copy else [(new, old)]
    return pairs


@pytest.mark.parametrize("path", PATHS)
@given(document=DOCUMENTS)
def test_every_piece_of_prose_is_what_its_slice_of_the_source_says(path: str, document: str) -> None:
    for text in texts(Source(path, document)):
        pairs = pieces(text, document)
        assert "".join(new for new, _ in pairs) == text.text
        assert [pair for pair in pairs if not stands_for(*pair)] == []


@pytest.mark.parametrize("path", PATHS)
@given(document=DOCUMENTS)
def test_places_only_go_forward(path: str, document: str) -> None:
    for text in texts(Source(path, document)):
        done = 0
        for piece in text.pieces:
            assert done <= piece.source_start < piece.source_end <= len(document)
            done = piece.source_end


@pytest.mark.parametrize("path", PATHS)
@given(document=st.text())
def test_any_text_is_read(path: str, document: str) -> None:
    assert len(texts(Source(path, document))) <= 1


MARKER = "Zyxmärket"
INLINE = (
    "", "ord ", "A\u030asa ", "ä\u0323 ", "👩‍👩‍👧 ",
    "🇸🇪🏽 ", "5 % ", "2 * 3 ", "\u00a0", "an\u00adsvar ", "{{agent.name}} ", "{x}",
    "%(y)s ",
    "{% if x %}", "{% else %}", "{# k #}", "<!-- k -->", "**fet** ", "_a_ ", "`kod` ", "[länk](u_v) ", "![bild](<u>) ",
    "&aring;", "&nbsp;", "\\*", "<b>b</b>", "<https://x.se> ", "(", "”",
)  # fmt: skip
BLOCKS = (
    [""], ["ord och", "ord"], ["# Rubrik"], ["Rubrik", "====="], ["- ett", "  - två"],
    ["1. ett", "", "   mer"], ["> citat"],
    ["```", "kod", "```"], ["    kod"], ["***"], ["| a | b |", "|---|---|"],
    ["<div>", "<p>a</p>", "</div>"], ["[r]: u"],
    ["{% if x %}"],
    ["{% comment %}", "k", "{% endcomment %}"], ["<!-- k", "", "k -->"],
    ["{{x}} A\u030a 👩‍👩‍👧"], ["<style>a</style>"],
)  # fmt: skip
PREFIXES = ("", "  ", "- ", "10. ", "> ", "> - ", "- > ", "## ", "| a | ", "*", "**", "- [ ] ")
MATTER: tuple[list[str], ...] = (["---", "lang: sv", "title: {{x}}", "---"], [])


@pytest.mark.parametrize("path", PATHS)
@given(
    before=st.lists(st.sampled_from(BLOCKS)),
    after=st.lists(st.sampled_from(BLOCKS)),
    matter=st.sampled_from(MATTER),
    prefix=st.sampled_from(PREFIXES),
    inline=st.lists(st.sampled_from(INLINE), max_size=5),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    decomposed=st.booleans(),
)
def test_a_planted_word_is_found_at_its_line_and_column(
    path: str,
    *,
    before: list[list[str]],
    after: list[list[str]],
    matter: list[str],
    prefix: str,
    inline: list[str],
    ending: str,
    codec: str,
    decomposed: bool,
) -> None:
    marker = unicodedata.normalize("NFD", MARKER) if decomposed else MARKER
    planted = prefix + "Ord " + "".join(inline) + marker + " slut"
    above = matter + [line for block in before for line in [*block, ""]]
    lines = [*above, planted, *(line for block in after for line in ["", *block])]

    source = decode(ending.join(lines).encode(codec), path)

    (text,) = texts(source)
    start = text.text.index(MARKER)
    span = text.source_span(start, start + len(MARKER))
    assert source.text[slice(*span)] == marker
    assert source.position(span.start) == (len(above) + 1, planted.index(marker) + 1)
    assert source.position(span.end) == (len(above) + 1, planted.index(marker) + len(marker) + 1)
