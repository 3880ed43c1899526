"""Tags, attributes and characters of HTML, held against the standard library."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Span
from tonelint.reading.markup.characters import RunKind, decoded, runs
from tonelint.reading.markup.tags import attributes, tags

NAMES = ("p", "DIV", "a", "o:p", "mj-text", "x1", "h1")
WANTED = ("alt", "title", "x")
VALUES = ("", "a", "a b", "a > b", "<b>", "å/ä", "x=y", "&amp;", "&#38;", "\n", "/", "-->")
ATTRIBUTES = st.one_of(
    st.sampled_from(("alt", "ALT", "title", "x", "disabled")),
    st.builds(
        lambda name, equals, quote, value: f"{name}{equals}{quote}{value}{quote}",
        st.sampled_from(("alt", "Title", "x", "data-x")),
        st.sampled_from(("=", " = ", "\n=")),
        st.sampled_from("\"'"),
        st.sampled_from(VALUES),
    ),
    st.builds(
        lambda name, value: f"{name}={value}", st.sampled_from(("alt", "x")), st.sampled_from(("a", "å1", "b'c"))
    ),
)
TAGS = st.builds(
    lambda opening, name, given, closing: f"{opening}{name}{''.join(' ' + one for one in given)}{closing}",
    st.just("<"),
    st.sampled_from(NAMES),
    st.lists(ATTRIBUTES, max_size=4),
    st.sampled_from((">", " >", "\n>", " />")),
) | st.builds("</{}{}>".format, st.sampled_from(NAMES), st.sampled_from(("", " ", "\n")))
OTHERS = st.sampled_from((
    "ord ", "\n", "ö", "5 < 6", " > ", "'", '"', "=", "<!-- <p> -->", "<!doctype html>", "<?xml ?>",
    "<script>a < '<p>' </script>", "<style>\n</style >",
))  # fmt: skip
DOCUMENTS = st.lists(TAGS | OTHERS, max_size=20).map("".join)


class Reference(HTMLParser):
    """What the standard library finds in well-formed HTML."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.found: list[tuple[str, int, dict[str, str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        wanted: dict[str, str] = {}
        for name, value in attrs:
            if name in WANTED:
                wanted.setdefault(name, value or "")
        self.found.append((tag, self.starts[line - 1] + column, wanted))

    def handle_endtag(self, tag: str) -> None:
        line, column = self.getpos()
        self.found.append((f"/{tag}", self.starts[line - 1] + column, {}))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


@given(DOCUMENTS)
def test_tags_and_attributes_are_those_that_the_standard_library_finds(document: str) -> None:
    found = [
        (
            "/" * tag.is_end + tag.name,
            tag.start,
            {name: html.unescape(document[slice(*span)]) for name, span in attributes(document, tag, WANTED).items()},
        )
        for tag in tags(document)
        if tag.name
    ]
    assert found == Reference(document).found


SIGNS = ("<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!", "<?", "=", "'", '"', "a", " ", "\n", "/", "&")
SOUP = st.lists(st.sampled_from((*SIGNS, "<script>", "</script", "<style", "<p", "x='")), max_size=40).map("".join)


@given(SOUP)
def test_tags_stand_in_order_and_begin_and_end_with_their_signs(document: str) -> None:
    done = 0
    for tag in tags(document):
        assert done <= tag.start < tag.end <= len(document)
        assert document[tag.start] == "<"
        assert tag.name == "" or document[tag.attributes.end] == ">"
        for start, end in attributes(document, tag, WANTED).values():
            assert tag.start < start <= end < tag.end
        done = tag.end


@given(SOUP, SOUP)
def test_what_precedes_a_closed_document_changes_nothing_in_it(before: str, document: str) -> None:
    """Text without signs before HTML moves its tags, and does nothing else."""
    words = before.translate(dict.fromkeys(map(ord, "<>"), "x"))
    moved = [(tag.name, tag.start - len(words), tag.end - len(words)) for tag in tags(words + document)]
    assert moved == [(tag.name, tag.start, tag.end) for tag in tags(document)]


REFERENCES = (
    "&amp;",
    "&amp",
    "&aring;",
    "&aringr",
    "&notit;",
    "&notin;",
    "&bogus;",
    "&#229;",
    "&#xE5",
    "&#xe5g;",
    "&#",
)
ENTITIES = st.lists(st.sampled_from((*REFERENCES, "&", ";", "#", "a", "1", "g", "å", "&&", "&a;", "&ngE;"))).map(
    "".join
)


@given(ENTITIES)
def test_references_are_decoded_as_the_standard_library_does(text: str) -> None:
    assert decoded(text) == html.unescape(text)


@given(ENTITIES)
def test_a_run_stands_for_what_its_slice_decodes_to(text: str) -> None:
    done = 0
    for run in runs(text, Span(0, len(text))):
        assert html.unescape(text[done : run.start]) == ""  # numbers of no characters
        assert html.unescape(text[run.start : run.end]) == (text[run.start : run.end] if run.new is None else run.new)
        done = run.end
    assert html.unescape(text[done:]) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("å b", RunKind.WORDS),
        ("&", RunKind.WORDS),
        ("&amp;", RunKind.WORDS),
        (" \n\t", RunKind.BLANK),
        ("&Tab;", RunKind.BLANK),
        ("&#x2009;", RunKind.BLANK),
        ("&nbsp;", RunKind.FIXED_BLANK),
        ("\u2029", RunKind.BRANCH),
        ("&#8233;", RunKind.BRANCH),
    ],
)
def test_kinds_of_characters(text: str, kind: RunKind) -> None:
    (run,) = runs(text, Span(0, len(text)))
    assert run.kind is kind


@pytest.mark.parametrize("text", ["\u200b\u200d", "&zwj;", "&shy;", "&#8204;", "&#1;"])
def test_invisible_characters_are_none(text: str) -> None:
    assert list(runs(text, Span(0, len(text)))) == []
