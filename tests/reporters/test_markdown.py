"""The page for step summaries and comments, as a Markdown parser reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reporters.runs import ALL, BESIDE, ELSEWHERE, EMPTY, ERROR, HOSTILE_TEXTS, INFO, ONE, WARNING, hostile
from tonelint.reporters.markdown import escaped, in_code, markdown_within, render_markdown
from tonelint.reporters.run import Run, Style
from tonelint.reporters.terminal import visible

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
EVERYTHING = Style(statistics=True, suppressed=True)
DETAILS = {"<details><summary>Why, and what to write instead</summary>", "</details>"}


def tokens(page: str) -> list[tuple[str, str]]:
    """All tokens of a page with what they hold, those of its lines too."""
    found = []
    for block in PARSER.parse(page):
        found.append((block.type, block.content.strip()))
        found += [(each.type, each.content) for each in block.children or ()]
    return found


def contents(page: str, kind: str) -> list[str]:
    return [content for each, content in tokens(page) if each == kind]


def tables(page: str) -> list[str]:
    return re.findall(r"^\| (\w+) \| findings", page, re.MULTILINE)


def headings(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.startswith("#")]


@pytest.mark.parametrize(
    ("run", "style", "heading"),
    [
        pytest.param(EMPTY, Style(), "## tonelint: nothing found", id="nothing"),
        pytest.param(ONE, Style(), "## tonelint: the run fails", id="fails"),
        pytest.param(Run((INFO,)), Style(), "## tonelint: the run passes", id="below the threshold"),
        pytest.param(ONE, Style(most=1), "## tonelint: the run passes", id="put up with"),
        pytest.param(ALL, Style(), "## tonelint: the run fails, and not everything could be linted", id="errors too"),
    ],
)
def test_the_headline_tells_the_verdict(run: Run, style: Style, heading: str) -> None:
    assert render_markdown(run, style).splitlines()[0] == heading


def test_nothing_found_is_two_lines() -> None:
    assert render_markdown(EMPTY, Style()) == "## tonelint: nothing found\n\n2 files read, nothing found.\n"
    assert render_markdown(EMPTY, Style(summary=False)) == "## tonelint: nothing found\n"


def test_a_finding_has_line_rule_words_and_advice() -> None:
    page = render_markdown(ONE, Style(summary=False))
    assert page == (
        "## tonelint: the run fails\n\n"
        "### `mail/a.txt`\n\n"
        "- **line 2** warning `blame-shifting/should-have-known`: Tells the customer what they should have known.\n\n"
        "  `Du borde ha läst`\n\n"
        "  <details><summary>Why, and what to write instead</summary>\n\n"
        "  A customer who is told off stops listening. Lewicki et al. (2016).\n\n"
        "  → Skriv vad som gäller: ”Fristen gick ut i går, men jag …”\n\n"
        "  </details>\n"
    )
    assert set(contents(page, "html_block")) == DETAILS


def test_findings_stand_below_their_files() -> None:
    run = Run((WARNING, INFO, replace(WARNING, path="b.md", location="macros[3].value")), files=2)
    page = render_markdown(run, Style())
    assert headings(page)[1:] == ["### `mail/a.txt`", "### `b.md`"]
    assert page.count("\n- **line") == 3
    assert "- **line 2** warning `blame-shifting/should-have-known` at `macros[3].value`: " in page


def test_the_summary_holds_a_table_of_categories() -> None:
    page = render_markdown(replace(ALL, known=3), Style())
    assert page.splitlines()[2:12] == [
        "3 findings in 1 of 2 files; the run fails: 2 at or above --fail-on warning, 1 below it",
        "",
        "- 2 errors: not everything could be linted (exit code 2)",
        "- 3 known from the baseline",
        "",
        "| category | findings | error | warning | info |",
        "|---|--:|--:|--:|--:|",
        "| `blame-shifting` | 1 | 0 | 1 | 0 |",
        "| `hostility` | 1 | 1 | 0 | 0 |",
        "| `stalling` | 1 | 0 | 0 | 1 |",
    ]
    assert "### Errors\n\n- `b.md:3:4`: not text\n\n- `c.md`: no such file or folder\n" in page


def test_what_is_permitted_and_statistics_stand_where_they_are_asked_for() -> None:
    run = replace(ONE, suppressed=(BESIDE, ELSEWHERE))
    assert headings(render_markdown(run, Style()))[1:] == ["### `mail/a.txt`"]
    page = render_markdown(run, EVERYTHING)
    assert headings(page)[1:] == ["### `mail/a.txt`", "### Permitted", "### Statistics"]
    assert (
        "- `mail/a.txt`, **line 5** warning `blame-shifting/should-have-known`: "
        "permitted in `mail/a.txt:4`: `agreed with legal`\n" in page
    )
    assert "permitted in `tonelint.yaml:12`: no reason given\n" in page
    assert tables(page) == ["category", "rule", "language", "file"]
    assert tables(render_markdown(run, Style(statistics=True, summary=False))) == [
        "rule", "category", "language", "file"
    ]  # fmt: skip


def test_long_lists_of_files_are_cut() -> None:
    run = Run(tuple(replace(WARNING, path=f"{number}.txt") for number in range(22)), files=22)
    assert render_markdown(run, EVERYTHING).endswith("\n\n… and 2 more files\n")


def test_long_words_are_cut() -> None:
    page = render_markdown(Run((replace(WARNING, excerpt="ord " * 200),), files=1), Style())
    assert max(map(len, page.splitlines())) < 400


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_text_becomes_markup(text: str) -> None:
    """A page has the shape that it has with harmless words, and no HTML but our own."""
    harmless, page = (render_markdown(hostile(each), EVERYTHING) for each in ("harmless", text))
    kinds = (
        "code_inline",
        "text",
        "softbreak",
        "text_special",
    )  # how many texts a line is read as depends on its signs

    def shape(page: str) -> list[str]:
        return [kind for kind, _ in tokens(page) if kind not in kinds]

    assert shape(page) == shape(harmless)
    assert len(contents(page, "code_inline")) == len(contents(harmless, "code_inline"))
    assert set(contents(page, "html_block")) == DETAILS
    assert contents(page, "html_inline") == []


@given(st.text())
def test_code_holds_a_text_on_one_line(text: str) -> None:
    """Whatever stands in it, backticks too; what would steer a terminal is replaced."""
    code = in_code(text)
    assert "\n" not in code
    assert contents(code, "code_inline") == [visible(" ".join(text.split())) or " "]


@given(st.text())
def test_prose_is_read_as_it_was(text: str) -> None:
    """Nothing in it is markup; a space of no width parts what could call for a person."""
    page = PARSER.render(f"a {escaped(text)} b")
    assert page.startswith("<p>a ")
    assert page.endswith(" b</p>\n")
    read = page.removeprefix("<p>a ").removesuffix(" b</p>\n")
    assert "<" not in read
    shown = unescape(read)
    assert shown.replace("\u200b", "") == visible(" ".join(text.split())).replace("\u200b", "")
    assert not re.search(r"[@#!$%]\w", shown)


@pytest.mark.parametrize("text", ["@anna", "a@b.se", "#12", "<b>", "&lt;", "[a](b)", "~~no~~", "a | b", "*a* _b_"])
def test_prose_shows_the_same_signs(text: str) -> None:
    """A reader sees what was written."""
    (inline,) = [token for token in PARSER.parse(f"a {escaped(text)}") if token.type == "inline"]
    assert "".join(child.content for child in inline.children or ()).replace("\u200b", "") == f"a {text}"


def test_a_page_that_fits_is_whole() -> None:
    page = render_markdown(ALL, EVERYTHING)
    assert markdown_within(ALL, EVERYTHING, len(page.encode())) == page


def test_a_page_that_does_not_fit_keeps_the_worst_and_counts_the_rest() -> None:
    """In their order, below their files; the limit is one of bytes."""
    many = tuple(replace(INFO, path="å.txt", line=number) for number in range(1, 200))
    run = Run((*many, ERROR), files=2)
    page = markdown_within(run, Style(), 3000)
    assert 2000 < len(page.encode()) <= 3000
    assert headings(page)[1:] == ["### `å.txt`", "### `mail/a.txt`"]
    assert "`hostility/threat`" in page
    left_out = 200 - page.count("\n- **line")
    assert page.splitlines()[-1] == f"*… and {left_out} more, left out here because there is no room for them.*"


@pytest.mark.parametrize("most", [-5, 0, 10, 100, 200, 400, 800])
def test_a_page_is_never_larger_than_its_room(most: int) -> None:
    """Where there is room for nothing, nothing comes out."""
    page = markdown_within(ALL, EVERYTHING, most)
    assert len(page.encode()) <= max(0, most)
    assert not page or page.startswith(("## tonelint", "*… and"))
