"""Inline syntax of Markdown and HTML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.markup.inline import inline_edits, label_key
from tonelint.reading.placeholders import BRANCH, PLACEHOLDER
from tonelint.textmap import MappedText

SIGNS = ("*", "**", "***", "_", "__", "~~", "`", "``", "[", "]", "![", "](", ")", "<", ">", "<b>", "<br>", "<script>")
MARKUP = st.lists(st.sampled_from([*SIGNS, "</script>", "\\", "&amp;", "&", "a", " ", "\n", ".", "(b 'c'"])).map(
    "".join
)


def reading(text: str, *labels: str) -> str:
    left = MappedText.of(text).replaced(inline_edits(text, 0, len(text), labels)).text
    return left.replace(PLACEHOLDER, "¤").replace(BRANCH, "¶")


@pytest.mark.parametrize(
    "text",
    [
        "snake_case_ord och _a",
        "2 * 3 * 4, 5*, *6",
        "a ** b ** c",
        "*a**b*",
        "~5 och ~~ 6",
        "`a",
        "``a`",
        "a < b > c <3",
        "&bogus; & &amp &#;",
        "\\a \\å",
        "[a] (b) [c] ] [",
        "[a](b c)",
        "[a](<b)",
        "[a](b 'c)",
        "[a](b(c(d)))",
    ],
)
def test_signs_without_a_partner_stay(text: str) -> None:
    assert reading(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("*a* _b_ **c** __d__ ***e*** ~~f~~", "a b c d e f"),
        ("**a *b* c** *d **e***", "a b c d e"),
        ("a*b*c", "abc"),
        ("**”Hej”**, sa hon", "”Hej”, sa hon"),
        ("*a\nb*", "a\nb"),
        ("`a *b*` ``c`d`` *e*", "¤ ¤ e"),
        ("\\`a` \\*b\\* \\[c\\]", "`a` *b* [c]"),
        ("a\\\nb", "a\nb"),
        ("[a *b*](u) [c](<u v> 'd)') [e](u\n(f)) [](u(v)\\))", "a b c e "),
        ('![a](u.png "t") [![b](c)](d)', "a b"),
        ("<https://x.se/a_b_> <a@b.se>", "¤ ¤"),
        ("a<b>b</b>c <a href='x*y*'>d</a> <!x> <?y>", "abc d  "),
        ("a<br>b<BR />\nc", "a\nb\nc"),
        ("a<p>b</p>", "a¶b¶"),
        ("&aring;&nbsp;&amp;&#246;&#xF8;an&shy;svar&NewLine;", "å &öøansvar\n"),
    ],
)
def test_markup_leaves_its_words(text: str, left: str) -> None:
    assert reading(text) == left


def test_references_link_where_their_label_is_defined() -> None:
    assert reading("[a][B  c] [b C][] [b c] [d][e] [a](u)", label_key("b c")) == "a b C b c [d][e] a"


def test_a_label_longer_than_allowed_is_none() -> None:
    label = "a" * 1000
    assert reading(f"[{label}]", label) == f"[{label}]"


@given(MARKUP, st.integers(0, 5), st.integers(0, 5))
def test_edits_are_in_order_within_the_bounds_and_only_drop_or_decode(text: str, head: int, tail: int) -> None:
    start, end = min(head, len(text)), max(min(head, len(text)), len(text) - tail)
    done = start
    for edit in inline_edits(text, start, end, {"a"}):
        assert done <= edit.start < edit.end <= end
        assert edit.new in {"", PLACEHOLDER, "&", "\n"}
        done = edit.end


@given(MARKUP)
def test_words_outside_code_and_tags_are_kept(text: str) -> None:
    words = re.sub(r"&amp;|[`<>()]", "", text)
    left = reading(words)
    assert left.count("a") == words.count("a")
