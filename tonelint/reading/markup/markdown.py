"""Markdown: CommonMark with tables, and YAML front matter.

markdown-it gives the blocks, by their lines. What stands inside a block is found here, since its inline tokens carry no
positions.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Span
from tonelint.reading.markup.front_matter import front_matter
from tonelint.reading.markup.html_blocks import with_html
from tonelint.reading.markup.inline import inline_edits, label_key
from tonelint.reading.placeholders import BRANCH, PLACEHOLDER
from tonelint.reading.prose import Rendering
from tonelint.textmap import Edit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from markdown_it.token import Token

    from tonelint.textmap import MappedText

# Markers of quotes and list items before a line's content; single steps, so that the pattern is linear.
_MARKERS = re.compile(r"(?:[ \t>]|(?:[-+*]|\d{1,9}+[.)])(?=[ \t]|$))*+", re.MULTILINE)
_EMPTY_ITEM = re.compile(r"[ \t>]*+(?:[-+*]|\d{1,9}+[.)])[ \t>]*+")
_NOT_QUOTE = re.compile(r"[^>]++")
_CHECKBOX = re.compile(r"\[[ xX]\][ \t]++")
_LINE_BREAK = re.compile(r"\n")
_PIPE = re.compile(r"\\.|\|")
_DEFINITION = re.compile(
    r"""
    \[ (?!\^) (?P<label> (?: [^\[\]\\\n] | \\. ){1,999}+ ) \]: [ \t]*+
    (?: <[^<>\n]*+> | [^\s<]\S*+ )
    (?: [ \t]++ (?: "[^"\n]*+" | '[^'\n]*+' | \([^()\n]*+\) ) )?+ [ \t]*+
    """,
    re.VERBOSE,
)
# White space to Python that is none to Markdown: it would be stripped from the content that the parser reports.
_OTHER_SPACE = re.compile(r"[^\S \t\n]")


class _Block(NamedTuple):
    """Lines of a text that belong together.

    Attributes:
        kind: ``text`` (a paragraph or heading), ``row`` (of a table), ``html``, ``definition`` (of a link), or
            ``unread`` (code, thematic breaks, underlines).
        first: its first line, from 0.
        after: the line after its last.
        contents: what stands on each of its lines without markers; of a definition, the label; of HTML that stands
            in no quote or list, all of it.
    """

    kind: str
    first: int
    after: int
    contents: tuple[Span, ...] = ()


def read_markdown(text: MappedText) -> Rendering:
    """The text without its markup.

    Quoted lines keep their ``>``. Code, thematic breaks, link targets and definitions, HTML tags, comments and front
    matter are left out; inline code and autolinks are words of unknown content. No sentence runs out of a heading,
    list item or table cell.

    Args:
        text: Markdown, normalised, with its template syntax replaced.

    Returns:
        The text, in the language that the front matter declares.
    """
    matter = front_matter(text.text)
    if matter.end:
        text = text.replaced([Edit(0, matter.end, "")])
    lines = _lines(text.text)
    blocks = list(_blocks(text.text, lines))
    edits = list(_disjoint(_edits(text.text, lines, blocks)))
    html = [content for block in blocks if block.kind == "html" for content in block.contents]
    code = tuple(text.source_span(*span) for span in _code(text.text, lines, blocks, edits) if span.start < span.end)
    text, parts = with_html(text, edits, html)
    return Rendering(text, matter.language, parts, code=code)


def _code(text: str, lines: Sequence[Span], blocks: Iterable[_Block], edits: Iterable[Edit]) -> Iterator[Span]:
    """Where code stands, and other lines that are not read."""
    yield from (Span(lines[each.first].start, lines[each.after - 1].end) for each in blocks if each.kind == "unread")
    yield from (Span(edit.start, edit.end) for edit in edits if edit.new == PLACEHOLDER and text[edit.start] == "`")


def _disjoint(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in order; of two that overlap the one that begins first, as in a link that runs over a line break."""
    done = 0
    for edit in sorted(edits):
        if edit.start >= done:
            yield edit
            done = edit.end


def _edits(text: str, lines: Sequence[Span], blocks: Sequence[_Block]) -> Iterator[Edit]:
    """The edits of all blocks; of those of HTML, of what stands around it."""
    labels = {label_key(text[slice(*block.contents[0])]) for block in blocks if block.kind == "definition"}
    belongs = {line for block in blocks for line in range(block.first, block.after)}
    for block in blocks:
        match block.kind:
            case "text":
                yield from _text_edits(text, lines, block, labels)
            case "row":
                yield from _row_edits(text, lines, block, labels)
            case "html":
                yield from _html_edits(text, lines, block)
            case _:
                yield from (_dropped(text, line) for line in lines[block.first : block.after] if line.start < len(text))
    for number, line in enumerate(lines):
        if number not in belongs and _EMPTY_ITEM.fullmatch(text, *line):
            yield _dropped(text, line)


def _lines(text: str) -> list[Span]:
    """The lines of a text, without their breaks."""
    starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]
    return [Span(start, after - 1) for start, after in pairwise([*starts, len(text) + 1])]


def _tokens(text: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt  # takes a tenth of a second, which other formats need not wait for

    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join", "reference"])
    return parser.parse(_OTHER_SPACE.sub(PLACEHOLDER, text))


def _blocks(text: str, lines: Sequence[Span]) -> Iterator[_Block]:
    tokens = _tokens(text)
    table_end = 0
    for index, token in enumerate(tokens):
        first, after = token.map or (0, 0)
        match token.type:
            case "fence" | "code_block" | "hr":
                yield _Block("unread", first, after)
            case "html_block":
                yield _html(text, lines, token)
            case "table_open":
                table_end = after
                yield from (_row(text, lines, number) for number in range(first, after) if number != first + 1)
                yield _Block("unread", first + 1, first + 2)
            case "heading_open" if token.markup in ("-", "="):
                yield _Block("unread", after - 1, after)
            case "inline" if first >= table_end:
                if tokens[index - 1].markup.startswith("#"):
                    yield _heading(text, lines, first, tokens[index - 1].markup, token.content)
                else:
                    in_item = index > 1 and tokens[index - 2].type == "list_item_open"
                    yield from _paragraph(text, lines, token, in_item=in_item)


def _heading(text: str, lines: Sequence[Span], number: int, markup: str, content: str) -> _Block:
    line = lines[number]
    start = text.index(markup, line.start) + len(markup)
    start += len(text[start : line.end]) - len(text[start : line.end].lstrip(" \t"))
    return _Block("text" if content else "unread", number, number + 1, (Span(start, start + len(content)),))


def _row(text: str, lines: Sequence[Span], number: int) -> _Block:
    line = lines[number]
    markers = _MARKERS.match(text, *line)
    return _Block("row", number, number + 1, (Span(markers.end() if markers else line.start, line.end),))


def _html(text: str, lines: Sequence[Span], token: Token) -> _Block:
    first, after = token.map or (0, 0)
    contents: tuple[Span, ...] = (Span(lines[first].start, lines[after - 1].end),)
    if token.level:
        found = [(line, _MARKERS.match(text, *line)) for line in lines[first:after]]
        contents = tuple(Span(markers.end() if markers else line.start, line.end) for line, markers in found)
    return _Block("html", first, after, contents)


def _paragraph(text: str, lines: Sequence[Span], token: Token, *, in_item: bool) -> Iterator[_Block]:
    """The link definitions that a paragraph begins with, and what follows them."""
    first, after = token.map or (0, 0)
    contents = []
    for line, content in zip(lines[first:after], token.content.split("\n"), strict=True):
        end = line.start + len(text[slice(*line)].rstrip(" \t"))
        contents.append(Span(end - len(content.strip(" \t")), end))
    while contents and (definition := _DEFINITION.fullmatch(text, *contents[0])):
        yield _Block("definition", first, first + 1, (Span(*definition.span("label")),))
        first += 1
        del contents[0]
    if contents:
        if in_item and (box := _CHECKBOX.match(text, *contents[0])):
            contents[0] = Span(box.end(), contents[0].end)
        yield _Block("text", first, after, tuple(contents))


def _text_edits(text: str, lines: Sequence[Span], block: _Block, labels: Collection[str]) -> Iterator[Edit]:
    for line, content in zip(lines[block.first : block.after], block.contents, strict=True):
        yield from _marker_edits(text, line.start, content.start)
    start, end = block.contents[0].start, block.contents[-1].end
    yield from inline_edits(text, start, end, labels)
    last = lines[block.after - 1]
    if end < last.end:
        yield Edit(end, last.end, "")  # the closing signs of a heading, trailing blanks
    yield from _hard_end(text, lines, block.after)


def _html_edits(text: str, lines: Sequence[Span], block: _Block) -> Iterator[Edit]:
    if len(block.contents) == block.after - block.first:
        for line, content in zip(lines[block.first : block.after], block.contents, strict=True):
            yield from _marker_edits(text, line.start, content.start)
    yield from _hard_end(text, lines, block.after)


def _row_edits(text: str, lines: Sequence[Span], block: _Block, labels: Collection[str]) -> Iterator[Edit]:
    start, end = block.contents[0]
    yield from _marker_edits(text, lines[block.first].start, start)
    pipes = [found.start() for found in _PIPE.finditer(text, start, end) if found[0] == "|"]
    cells = [Span(before + 1, after) for before, after in pairwise([start - 1, *pipes, end])]
    blank = [not text[slice(*cell)].strip(" \t") for cell in cells]
    for number, cell in enumerate(cells):
        if number:
            at_edge = (number == 1 and blank[0]) or (number == len(cells) - 1 and blank[-1])
            yield Edit(cell.start - 1, cell.start, "" if at_edge else BRANCH)
        yield from inline_edits(text, *cell, labels)
    yield from _hard_end(text, lines, block.after)


def _marker_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    """Drops what stands before a line's content, but for the marks of a quote and the spaces after them."""
    for found in _NOT_QUOTE.finditer(text, start, end):
        kept = " " if found.start() > start else ""
        if found[0] != kept:
            yield Edit(*found.span(), kept)


def _hard_end(text: str, lines: Sequence[Span], after: int) -> Iterator[Edit]:
    """Ends the sentence at the end of a block, unless an empty line does so."""
    if after < len(lines) and text[slice(*lines[after])].strip(" \t"):
        yield Edit(lines[after].start - 1, lines[after].start, BRANCH + "\n")


def _dropped(text: str, line: Span) -> Edit:
    return Edit(line.start, min(line.end + 1, len(text)), "")
