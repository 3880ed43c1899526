"""The report for the browser: one page that needs nothing else, on which everything is text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporters.runs import ALL, EMPTY, ERROR, INFO, ONE, WARNING
from tonelint.errors import Fault
from tonelint.model import Language, Mark, MarkedReply, Severity, Snippet, Span, Suppressed, Unjudged, Upkeep
from tonelint.reporters.html import render_html
from tonelint.reporters.html.entries import entries
from tonelint.reporters.html.markup import joined, shown, tag
from tonelint.reporters.html.segments import segments
from tonelint.reporters.run import Run, Style

TEXT = "Hej!\n\nDu borde ha läst villkoren. Det kommer snart.\n"
TWO_OF_WARNING = "2 findings are of severity warning or above"
UPKEEP = replace(
    WARNING,
    rule="suppression/unused",
    category=Upkeep.SUPPRESSION,
    language=None,
    message="Permits nothing.",
    advice="",
    snippet=Snippet("# tonelint: allow stalling", 2, 26),
)


class Page(HTMLParser):
    """A page, parsed: its elements with their attributes, and the text of some of them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.marked: list[tuple[tuple[str, ...], str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((name, dict(attrs)))
        self.texts.setdefault(name, []).append("")
        if name not in ("meta", "input"):
            self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name

    def handle_data(self, text: str) -> None:
        for name in set(self.open):
            self.texts[name][-1] += text
        if "blockquote" in self.open:
            numbers = (self.elements[-1][1].get("data-of") or "") if self.open[-1] == "mark" else ""
            self.marked.append((tuple(numbers.split()), text))

    def found(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for each, attributes in self.elements if each == name]

    def text(self, name: str) -> str:
        (text,) = self.texts[name]
        return text


def marked(text: str, *spans: tuple[int, int]) -> Run:
    """A run with one reply, and a finding at each of some places in it."""
    findings = tuple(replace(WARNING, line=1 + number) for number in range(len(spans)))
    marks = tuple(Mark(Span(*span), finding) for span, finding in zip(spans, findings, strict=True))
    return Run(findings, files=1, replies=(MarkedReply("mail/a.txt", 1, "", text, marks),))


def words_of(page: str) -> str:
    """All words of a page, styles and script left out, with single spaces."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_nothing_found() -> None:
    page = render_html(EMPTY, Style())
    assert Page(page).text("h1") == "Nothing to mend"
    assert "Passed: no finding is of severity warning or above ( --fail-on warning )" in words_of(page)
    assert {"article", "form", "mark"}.isdisjoint(Page(page).texts)


@pytest.mark.parametrize(
    ("run", "headline"),
    [
        (marked(TEXT, (6, 22)), "1 reply has something to mend"),
        (replace(marked(TEXT, (6, 22)), replies=marked(TEXT, (6, 22)).replies * 2), "1 reply has something to mend"),
        (ONE, "1 finding to mend in 1 file"),
        (Run((WARNING, replace(WARNING, path="b.txt"))), "2 findings to mend in 2 files"),
        (Run(known=3), "Nothing new to mend"),
        (Run(errors=(Fault("a", "not text"),)), "Nothing was found, but not everything could be read"),
    ],
)
def test_the_headline_says_what_there_is_to_mend(run: Run, headline: str) -> None:
    page = Page(render_html(run, Style()))
    assert page.text("h1") == headline
    assert page.text("title") == f"{headline} – tonelint"


@pytest.mark.parametrize(
    ("style", "verdict"),
    [
        (Style(), f"Failed: {TWO_OF_WARNING} ( --fail-on warning )."),
        (Style(fail_on=Severity.ERROR), "Failed: 1 finding is of severity error ( --fail-on error )."),
        (Style(fail_on=None), "Passed: no finding fails the run, whatever it is ( --fail-on never )."),
        (Style(most=1), f"Failed: {TWO_OF_WARNING}, where at most 1 may be ( --fail-on warning --max 1 )."),
        (Style(most=2), f"Passed: {TWO_OF_WARNING}, where at most 2 may be ( --fail-on warning --max 2 )."),
    ],
)
def test_the_verdict_says_what_failed_the_run_and_by_which_threshold(style: Style, verdict: str) -> None:
    assert f"{verdict} 2 errors: not everything could be done." in words_of(render_html(ALL, style))


def test_a_reply_is_shown_whole_with_its_findings() -> None:
    page = Page(render_html(marked(TEXT, (6, 22), (34, 50)), Style()))
    assert page.text("blockquote") == TEXT
    assert [words for numbers, words in page.marked if numbers] == ["Du borde ha läst", "Det kommer snart"]
    notes = [attributes for attributes in page.found("li") if "data-category" in attributes]
    assert [note["id"] for note in notes] == ["f1", "f2"]
    assert {"mail/a.txt:1", "mail/a.txt:1:1", "mail/a.txt:2:1"} <= set(page.texts["code"])


def test_marks_and_advice_point_to_each_other() -> None:
    page = Page(render_html(marked(TEXT, (6, 22), (6, 22), (10, 30), (0, 0)), Style()))
    links = {attributes["href"] for attributes in page.found("a")} - {"#main"}
    identifiers = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    assert links <= {f"#{identifier}" for identifier in identifiers}
    assert links == {f"#{kind}{number}" for kind in "fm" for number in range(1, 5)} | {"#r1"}


def test_words_of_two_findings_are_marked_for_both_and_by_the_graver() -> None:
    reply = MarkedReply("a", 1, "", "ett två tre", (Mark(Span(0, 7), INFO), Mark(Span(4, 11), ERROR)))
    page = Page(render_html(Run((INFO, ERROR), replies=(reply,)), Style()))
    assert page.marked == [(("1",), "ett "), (("1", "2"), "två"), (("2",), " tre")]
    assert [attributes["class"] for attributes in page.found("mark")] == ["info", "error", "error"]


def test_only_what_the_run_reports_is_marked() -> None:
    """A finding may be permitted, known from the baseline, or below another that stands in the same reply."""
    run = marked(TEXT, (6, 22), (34, 50))
    page = Page(render_html(replace(run, findings=run.findings[1:]), Style()))
    assert [words for numbers, words in page.marked if numbers] == ["Det kommer snart"]
    assert "article" not in Page(render_html(replace(run, findings=()), Style())).texts


def test_findings_outside_of_replies_are_listed_with_their_lines() -> None:
    run = marked(TEXT, (6, 22))
    page = Page(render_html(replace(run, findings=(*run.findings, UPKEEP)), Style()))
    assert page.texts["blockquote"] == [TEXT, "# tonelint: allow stalling"]
    assert "Found outside of replies" in page.texts["h2"]
    assert [attributes["data-language"] for attributes in page.found("li") if "data-language" in attributes] == [
        "sv",
        "none",
    ]


def test_languages_are_declared_where_they_change() -> None:
    """So that a screen reader pronounces the words as they are spoken."""
    english = replace(WARNING, language=Language.EN, advice="Say when.")
    reply = MarkedReply("a", 1, "", "ett two", (Mark(Span(0, 3), WARNING), Mark(Span(4, 7), english)))
    page = Page(render_html(Run((WARNING, english), replies=(reply,)), Style()))
    declared = [(name, attributes["lang"]) for name, attributes in page.elements if "lang" in attributes]
    assert [each for each in declared if each[0] != "a"] == [
        ("html", "en"),
        ("blockquote", "sv"),
        ("mark", "en"),
        ("p", "sv"),
        ("p", "en"),
    ]
    assert {language for name, language in declared if name == "a"} == {"en"}


def test_charts_have_their_numbers_as_text() -> None:
    run = replace(ALL, findings=(*ALL.findings, UPKEEP))
    words = words_of(render_html(run, Style()))
    assert "Findings by category blame-shifting 1 hostility 1 stalling 1 suppression 1" in words
    assert "Findings by severity error 1 warning 2 info 1" in words
    assert "Findings by language Swedish 3 no language 1" in words
    assert "Findings by file mail/a.txt 4" in words


def test_of_many_files_the_last_are_folded_away() -> None:
    findings = tuple(replace(WARNING, path=f"{number:02}.txt") for number in range(14))
    page = Page(render_html(Run((*findings, replace(WARNING, path="13.txt", line=9))), Style()))
    files = [attributes["value"] for attributes in page.found("input") if attributes["name"] == "file"]
    assert files == ["13.txt", *(f"{number:02}.txt" for number in range(13))]
    assert page.text("summary") == "4 more"


def test_errors_notes_and_what_was_left_alone_are_told() -> None:
    run = Run(
        errors=(Fault("b.yaml", "not a mapping", 3, 4, "- du borde"), Fault("c.md", "no such file")),
        notices=("a.txt: read as windows-1252",),
        unjudged=(Unjudged("a.txt", 7, "in German"),),
        known=12,
        gone=2,
        unchanged=3,
    )
    words = words_of(render_html(run, Style()))
    for told in (
        "b.yaml:3:4 not a mapping - du borde",
        "c.md no such file",
        "a.txt: read as windows-1252",
        "a.txt:7 in German",
        "known from the baseline 12",
        "gone since the baseline 2",
        "in lines that have not changed 3",
    ):
        assert told in words


def test_long_lists_of_what_was_left_alone_are_folded_away() -> None:
    def summaries(number: int) -> list[str]:
        run = Run(unjudged=tuple(Unjudged("a.txt", line, "in German") for line in range(number)))
        return Page(render_html(run, Style())).texts.get("summary", [])

    assert summaries(20) == []
    assert summaries(21) == ["Show all 21"]


def test_what_is_permitted_is_listed_where_it_is_asked_for() -> None:
    permitted = (Suppressed(WARNING, "agreed with legal", "tonelint.yaml", 12), Suppressed(INFO, "", "a.txt", 1))
    run = Run(suppressed=permitted)
    words = words_of(render_html(run, Style(suppressed=True)))
    assert "mail/a.txt:2:1 blame-shifting/should-have-known Du borde ha läst agreed with legal" in words
    assert "Permitted in tonelint.yaml:12" in words
    assert "No reason is given." in words
    quiet = words_of(render_html(run, Style()))
    assert "agreed with legal" not in quiet
    assert "permitted 2" in quiet


def test_each_rule_is_explained_once() -> None:
    page = render_html(Run((WARNING, replace(WARNING, line=7), INFO)), Style())
    assert page.count('id="r1"') == page.count('id="r2"') == 1
    assert "blame-shifting/should-have-known 2 findings" in words_of(page)


def test_no_excerpts_keeps_all_words_of_replies_out() -> None:
    """Out of attributes and script too; places, rules and advice stay."""
    finding = replace(
        WARNING,
        excerpt="SECRET",
        snippet=Snippet("SECRET", 0, 6),
        cues=("SECRET",),
        location='texts["SECRET"].body',
    )
    reply = MarkedReply("mail/a.txt", 1, 'texts["SECRET"].body', "Hej SECRET", (Mark(Span(4, 10), finding),))
    other = replace(finding, line=9)
    run = Run(
        (finding, other),
        (Fault("b.yaml", "not a mapping", 3, 4, "SECRET"),),
        replies=(reply,),
        suppressed=(Suppressed(finding, "reason", "a", 1),),
    )
    assert render_html(run, Style(suppressed=True)).count("SECRET") >= 8
    page = render_html(run, Style(suppressed=True, excerpts=False))
    assert "SECRET" not in page
    for kept in ("mail/a.txt:2:1", "mail/a.txt:9:1", "texts[&quot;…&quot;].body", WARNING.advice, WARNING.rule):
        assert kept in page


def test_the_page_asks_for_nothing() -> None:
    """Styles and script stand in it, and the policy lets just these be used."""
    page = Page(render_html(marked(TEXT, (6, 22)), Style()))
    (policy,) = (each["content"] for each in page.found("meta") if "http-equiv" in each)
    assert policy
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; "
        r"base-uri 'none'; form-action 'none'",
        policy,
    )
    assert {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}.isdisjoint(page.texts)
    for name, attributes in page.elements:
        assert not {"src", "srcset", "style", "action", "background"} & attributes.keys(), name
        assert not [key for key in attributes if key.startswith("on")]
        assert (attributes.get("href") or "#").startswith("#")
    assert "http" not in page.text("style") + page.text("script")
    assert not re.search(r"url\(|@import", page.text("style"))


def test_the_first_thing_that_is_said_is_the_encoding() -> None:
    assert render_html(EMPTY, Style()).startswith('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">')


def test_the_page_says_who_made_it() -> None:
    """So reports can be told from other pages that lie beside them."""
    metas = Page(render_html(EMPTY, Style())).found("meta")
    assert [each["content"] for each in metas if each.get("name") == "generator"] == ["tonelint"]


def test_the_same_run_gives_the_same_page() -> None:
    run = marked(TEXT, (6, 22), (10, 30))
    assert render_html(run, Style()) == render_html(replace(run), Style())


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>]]>--><!--&lt;\u2028\u202e\0\x1b\ud800é"


def test_whatever_a_run_holds_is_text() -> None:
    finding = replace(
        WARNING,
        path=HOSTILE,
        rule=HOSTILE,
        message=HOSTILE,
        why=HOSTILE,
        advice=HOSTILE,
        cues=(HOSTILE,),
        location=HOSTILE,
        snippet=Snippet(HOSTILE, 3, 9),
        excerpt=HOSTILE,
    )
    reply = MarkedReply(HOSTILE, 1, HOSTILE, HOSTILE, (Mark(Span(1, 9), finding), Mark(Span(3, 30), finding)))
    run = Run(
        (finding, replace(finding, line=3)),
        (Fault(HOSTILE, HOSTILE, 1, 1, HOSTILE),),
        notices=(HOSTILE,),
        unjudged=(Unjudged(HOSTILE, 1, HOSTILE),),
        suppressed=(Suppressed(finding, HOSTILE, HOSTILE, 1),),
        replies=(reply,),
    )
    rendered = render_html(run, Style(suppressed=True))
    assert rendered.encode()
    page = Page(rendered)
    assert len(page.found("script")) == 1
    assert not page.found("img")
    assert not re.search("[\0-\x08\x0b-\x1f]", rendered)
    assert page.texts["blockquote"][0] == shown(HOSTILE)


def test_what_no_page_can_hold_is_replaced_character_by_character() -> None:
    assert shown("a\0\x1b\x7f\x85\ud800\ufffeb") == "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdb"
    assert shown("å\t\r\n\u2028\u202e😀") == "å\t\r\n\u2028\u202e😀"


def test_elements_escape_everything_but_elements() -> None:
    assert tag("p", "a < b", tag("b", "&"), class_="x", data_of='"', hidden="", id=None) == (
        '<p class="x" data-of="&quot;" hidden>a &lt; b<b>&amp;</b></p>'
    )
    assert tag("input", value=3) == '<input value="3">'
    assert joined(["<", tag("i"), "\r"]) == "&lt;<i></i>&#13;"


TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\r\n\t<>&\"'\u2028"), max_size=30)
PLACES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=6)


@given(st.integers(0, 30), PLACES)
def test_segments_follow_one_another_and_know_their_marks(length: int, places: list[list[int]]) -> None:
    marks = [Span(*(min(at, length) for at in place)) for place in places]
    found = list(segments(length, marks))
    assert "".join("." * (each.span.end - each.span.start) for each in found) == "." * length
    assert all(one.span.end == other.span.start for one, other in pairwise(found))
    for each in found:
        for at in range(*each.span):
            assert set(each.covering) == {index for index, mark in enumerate(marks) if mark.start <= at < mark.end}
    ending = [(index, each.span.end) for each in found for index in each.ending]
    assert sorted(ending) == [(index, mark.end) for index, mark in enumerate(marks)]


@given(TEXTS, PLACES)
def test_the_text_of_a_reply_is_shown_exactly(text: str, places: list[list[int]]) -> None:
    """Whatever stands in it and however its marks overlap; each mark holds its words."""
    spans = sorted({(min(start, len(text)), min(end, len(text))) for start, end in places})
    if not spans:
        spans = [(0, 0)]
    run = marked(text, *spans)
    page = Page(render_html(run, Style()))
    assert page.text("blockquote") == shown(text)
    for number, span in enumerate(spans, start=1):
        words = "".join(words for numbers, words in page.marked if str(number) in numbers)
        assert words == shown(text[slice(*span)])


def test_entries_hold_every_finding_once() -> None:
    run = marked(TEXT, (6, 22), (34, 50))
    twice = replace(run, findings=(*run.findings, UPKEEP), replies=run.replies * 2)
    listed = entries(twice)
    assert [each.finding for entry in listed for each in entry.numbered] == [*run.findings, UPKEEP]
    assert [each.number for entry in listed for each in entry.numbered] == [1, 2, 3]
    assert [each.turn for entry in listed for each in entry.numbered] == [1, 2, 1]
