"""Where a comment that permits a finding may stand: proposals, the best first; whether one works is tried elsewhere."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from tonelint.data.nodes import DataError, Kind
from tonelint.data.yaml import parse_yaml
from tonelint.lsp.diagnostics import span_of
from tonelint.lsp.markup_places import around
from tonelint.model import LINE_ENDING
from tonelint.reading.formats.text import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tonelint.data.nodes import Node
    from tonelint.lsp.documents import OpenDocument
    from tonelint.model import Finding

REASON = "reason"
"""What stands where the user is to write the reason."""

_HTML = ("<!-- ", " -->")
_COMMENTS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys((".md", ".markdown", ".html", ".htm", ".xhtml", ".mjml"), _HTML),
    ".liquid": ("{% comment %}", "{% endcomment %}"),
    **dict.fromkeys((".j2", ".jinja", ".jinja2", ".njk", ".twig"), ("{# ", " #}")),
    **dict.fromkeys((".hbs", ".handlebars", ".mustache"), ("{{!-- ", " --}}")),
    **dict.fromkeys((".erb", ".ejs"), ("<%# ", " %>")),
    **dict.fromkeys((".yaml", ".yml", ".po", ".pot"), ("# ", "")),
}
"""What stands around a comment, by the suffix of the file's name."""

_MARKDOWN = frozenset({".md", ".markdown"})
_YAML = frozenset({".yaml", ".yml"})
_OF_LINES = _YAML | {".po", ".pot"}
_BLANKS = re.compile(r"[ \t]*+")
_OF_LIST = re.compile(r"[-*+>#]|\d{1,9}[.)]")
_HARD_BREAK = re.compile(r"(?:[ \t]++|\\)\Z")


class Insertion(NamedTuple):
    """A comment to insert.

    Attributes:
        offset: where, in the text of the editor.
        text: the comment, with its line ending where it stands on a line of its own.
        reason: at which of its characters the reason begins.
    """

    offset: int
    text: str
    reason: int

    @property
    def is_line(self) -> bool:
        """Whether it is a line of its own."""
        return self.text.endswith(("\n", "\r"))

    def applied(self, text: str) -> str:
        """A text with the comment in it."""
        return text[: self.offset] + self.text + text[self.offset :]


def insertions(finding: Finding, document: OpenDocument) -> Iterator[Insertion]:
    """The places where a comment may permit a finding, the best first; none where the format has no comments."""
    suffixes = [suffix.lower() for suffix in PurePath(document.name).suffixes]
    outer = suffixes[-1] if suffixes else ""
    inner = next((suffix for suffix in reversed(suffixes) if suffix not in TEMPLATES), "")
    signs = _COMMENTS.get(outer) or _COMMENTS.get(inner)
    if not signs:
        return
    comment = f"{signs[0]}tonelint: allow {finding.rule} -- {REASON}{signs[1]}"
    span = span_of(finding, document)
    line = document.lines.line_of(span.start)
    if outer in _OF_LINES:
        above = _key_line(document, span.start) if outer in _YAML else _entry_line(document, line)
        if above is not None:
            yield _above(document, above, comment)
        return
    for place in _in_order(document, span.end, line, inner, comment):
        here = around(document.lines.text, place.offset)
        if (here.takes_comments or signs is not _HTML) and (here.takes_lines or not place.is_line):
            yield place


def _in_order(document: OpenDocument, end: int, line: int, markup: str, comment: str) -> list[Insertion]:
    """The places at a line, the best first.

    On a line of its own a comment is seen best, but in plain text and inside a paragraph, list or table that line would
    be one more, or part what belongs together.

    Args:
        document: the file.
        end: the offset after the words.
        line: the line in which they begin, from 0.
        markup: the suffix that tells the markup.
        comment: the comment.
    """
    above, beside = _above(document, line, comment), _beside(document, line, comment)
    if markup in _MARKDOWN and _words(document, line).startswith("|"):
        border = document.lines.text.find("|", end, document.lines.span(line).end)
        return [_insertion(border, "", comment, " ")] if border >= 0 else []
    if markup in _COMMENTS and not _is_inside(document, line, markup):
        return [above, beside]
    return [beside, above]


def _is_inside(document: OpenDocument, line: int, markup: str) -> bool:
    """Whether a line of Markdown belongs to the one above, or a comment above it would part a list."""
    if markup not in _MARKDOWN:
        return False
    words = _words(document, line)
    return bool(_OF_LIST.match(words)) or (line > 0 and bool(_words(document, line - 1)))


def _words(document: OpenDocument, line: int) -> str:
    """A line without the blanks around it."""
    start, end = document.lines.span(line)
    return document.lines.text[start:end].strip()


def _above(document: OpenDocument, line: int, comment: str) -> Insertion:
    """On a line of its own above a line, indented as that is."""
    text, start = document.lines.text, document.lines.span(line).start
    start += document.mark * (line == 0)
    indentation = _BLANKS.match(text, start)
    ending = LINE_ENDING.search(text)
    return _insertion(start, indentation[0] if indentation else "", comment, ending[0] if ending else "\n")


def _beside(document: OpenDocument, line: int, comment: str) -> Insertion:
    """At the end of a line, but before what breaks it in Markdown."""
    start, end = document.lines.span(line)
    found = _HARD_BREAK.search(document.lines.text[start:end])
    return _insertion(start + found.start() if found else end, " ", comment, "")


def _insertion(offset: int, before: str, comment: str, after: str) -> Insertion:
    return Insertion(offset, before + comment + after, len(before) + comment.rindex(f"-- {REASON}") + 3)


def _entry_line(document: OpenDocument, line: int) -> int:
    """The line with which the entry of a catalogue begins, comments left out."""
    start = line
    while start > 0 and (words := _words(document, start - 1)) and not words.startswith("#"):
        start -= 1
    return start


def _key_line(document: OpenDocument, offset: int) -> int | None:
    """The line of YAML in which the key of a text begins, or the text itself where it has none.

    Args:
        document: the file.
        offset: where something stands in the text.

    Returns:
        The line, from 0; None where the text is not found.
    """
    try:
        trees = parse_yaml(document.lines.text)
    except DataError:
        return None
    heads = [start for tree in trees for start in _heads(tree.root, offset)]
    return document.lines.line_of(heads[0]) if heads else None


def _heads(root: Node, offset: int) -> Iterator[int]:
    """Where the keys begin whose text holds an offset; of an item of a list, where it begins itself."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        children = node.children
        keys = children[::2] if node.kind is Kind.MAPPING else children
        values = children[1::2] if node.kind is Kind.MAPPING else children
        for key, value in zip(keys, values, strict=True):
            if value.kind is Kind.TEXT and value.start <= offset < max(value.end, value.start + 1):
                yield key.start
        waiting += children
