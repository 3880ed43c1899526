"""Where the text of HTML stands in its source, under whatever layout."""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Source
from tonelint.reading.decode import decode
from tonelint.reading.markup import read_html, renderings
from tonelint.reading.normalise import composed, normalised
from tonelint.reading.placeholders import BRANCH
from tonelint.textmap import MappedText

INLINE_TAGS = (
    "<b>",
    "</b>",
    "<a href='x>y' title=\"hint &amp; &aring;\">",
    "</a>",
    "<span lang=en>",
    "</span>",
    "<wbr>",
)
BLOCK_TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<br>", "<br/>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</td>",
    "</table>", "<h1>", "</h1>", "<hr>", "<pre>", "</pre>", "<p class=MsoNormal>", "<img alt='bild\nett'>", "<img>",
    "<mj-text>", "</mj-text>", "<td lang='da'>", "<p style='white-space:pre'>",
)  # fmt: skip
QUOTES = ("<blockquote>", "</blockquote>", "<div class=gmail_quote>", "<hr id=stopspelling>")
HIDDEN = ("<p hidden>", "<head>", "<title>", "</title>", "<template>", "</template>", "<i style='font-size:0'>")
TEXTS = (
    "ord", "å", " ", "\n", "  \n ", "&nbsp;", "&aring;", "&ouml", "&#228;", "&lt;", "&zwnj;", "👩‍👩‍👧", "5 < 6", "& ",
    "x\u2028",
)  # fmt: skip
COMMENTS = ("<!-- k -->", "<!--[if mso]>\n<p>k</p><![endif]-->", "<![if !mso]>", "<![endif]>", "<style>p > a</style>")
BROKEN = (
    "<", ">", "&", "&#", "<!--", "<a b='", '"', "</", "<p", "<!", BRANCH, "&#8233;", "<script>", "&#10;", "\u034f",
)  # fmt: skip
SOUP = st.lists(
    st.sampled_from((*INLINE_TAGS, *BLOCK_TAGS, *QUOTES, *HIDDEN, *TEXTS, *COMMENTS, *BROKEN)), max_size=40
).map("".join)


def stands_for(new: str, old: str) -> bool:
    """Whether a piece of text is what its slice of the source says."""
    if new == old:
        return True
    decoded = html.unescape(old)
    is_tag = old[0] == "<" and old[-1] == ">"
    if new in {"> ", "\n\n", "\n", BRANCH + "\n"}:
        return is_tag or decoded == "\n"
    if new == " ":
        return is_tag or decoded.isspace()
    return composed(re.sub("[\u200c\u200d\u034f]", "", decoded)) == new


@given(SOUP)
def test_every_character_stands_for_a_slice_that_says_it(document: str) -> None:
    text = read_html(normalised(MappedText.of(document))).text
    for piece in text.pieces:
        new, old = text.text[piece.start : piece.end], document[piece.source_start : piece.source_end]
        pairs = zip(new, old, strict=True) if piece.is_copy else [(new, old)]
        assert [pair for pair in pairs if not stands_for(*pair)] == []


@given(SOUP)
def test_nothing_is_read_twice(document: str) -> None:
    text = read_html(normalised(MappedText.of(document))).text
    words = sorted(
        (piece.source_start, piece.source_end)
        for piece in text.pieces
        if text.text[piece.start : piece.end].strip(f"> \n{BRANCH}")
    )
    assert all(end <= start for (_, end), (start, _) in pairwise(words))


@given(SOUP)
def test_lines_are_trimmed_and_parts_stand_in_order(document: str) -> None:
    rendering = read_html(MappedText.of(document))
    text = rendering.text.text
    assert "\n\n\n" not in text
    assert "pre" in document or text == text.strip(" \n\u2028")
    done = 0
    for part in rendering.parts:
        assert done <= part.span.start < part.span.end <= len(text)
        done = part.span.end


class Oracle(HTMLParser):
    """All words of HTML, those of attributes apart."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.attributes = ""
        self._is_unread = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_unread = tag == "style"
        self.attributes += "".join(value or "" for name, value in attrs if name in {"alt", "title"})

    def handle_endtag(self, tag: str) -> None:
        self._is_unread = False

    def handle_data(self, data: str) -> None:
        self.words += "" if self._is_unread else data


WELL_FORMED = st.lists(st.sampled_from((*INLINE_TAGS, *BLOCK_TAGS, *TEXTS, *COMMENTS)), max_size=40).map("".join)
BETWEEN_WORDS = re.compile("[\\s\u200c]+")


@given(WELL_FORMED)
def test_no_word_is_lost_or_invented(document: str) -> None:
    """Whatever the order of the tags."""
    oracle = Oracle(document)
    read = BETWEEN_WORDS.sub("", read_html(MappedText.of(document)).text.text)
    assert Counter(read) == Counter(BETWEEN_WORDS.sub("", oracle.words + oracle.attributes))
    if not oracle.attributes:
        assert read == BETWEEN_WORDS.sub("", oracle.words)


MARKER = "Zyxmärket"
BEFORE = (
    "ord ", "<b>fet</b> ", "&aring;&nbsp;", "&Aring ", "👩‍👩‍👧 ", "<!-- k > -->", "<a title='x>y' href=z>l</a> ",
    "A\u030asa ", "<br>", "\n  ", "<p>", "<td lang=en>", "<div>", "{{agent.name}} ", "{% if x %}", "{# k #}", "\u00ad",
    "5 < 6 ", "<img alt='hej &lt; &quot; &#39;'> ", "<blockquote>", "<pre>", "<span>", "&#847;&zwnj;", "\t", "\u00a0",
    "< ", "<style>p > a { }</style>", "<i hidden>nej</i>", "<div class='gmail_quote'>", "<hr>", "<li>", "&bogus; & ",
)  # fmt: skip
AROUND = (
    ("<p>", "</p>"),
    ("<i>", "</i>"),
    ("<img alt='", "'>"),
    ('<a title="å ', '">l</a>'),
    ("<td alt=", ">x"),
    ("", ""),
)


@given(
    before=st.lists(st.sampled_from(BEFORE), max_size=12),
    after=st.lists(st.sampled_from(BEFORE), max_size=5),
    around=st.sampled_from(AROUND),
    above=st.integers(0, 3),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_planted_word_is_found_at_its_line_and_column(
    before: list[str], after: list[str], around: tuple[str, str], above: int, ending: str, codec: str
) -> None:
    left = "<p>rad</p>\n" * above + "<div>x " + "".join(before) + around[0]
    document = left + MARKER + around[1] + "".join(after)

    source = decode(document.replace("\n", ending).encode(codec), "svar.html")

    text = next(renderings(MappedText.of(source.text), read_html)).text
    start = text.text.index(MARKER)
    span = text.source_span(start, start + len(MARKER))
    line, column = left.count("\n") + 1, len(left) - left.rfind("\n")
    assert source.text[slice(*span)] == MARKER
    assert source.position(span.start) == (line, column)
    assert source.position(span.end) == (line, column + len(MARKER))


def test_a_blank_stands_where_the_first_of_them_stands() -> None:
    source = Source("svar.html", "<p>Hej\n   <b> du</b>")
    text = read_html(MappedText.of(source.text)).text
    assert (text.text, source.position(text.source_span(3, 4).start)) == ("Hej du", (1, 7))


def test_a_break_stands_where_its_tag_stands() -> None:
    text = read_html(MappedText.of("Hej <br/> <p> du")).text
    assert (text.text, text.source_span(3, 5)) == ("Hej\n\ndu", (4, 9))
