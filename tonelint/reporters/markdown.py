"""Markdown for the summary of a workflow step or a comment on a merge request.

Whatever is not tonelint's own (paths, words of replies, reasons) stands in code, where it can neither become markup nor
call for somebody by ``@name``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tonelint.reporters.run import shown_location, shown_message
from tonelint.reporters.statistics import HEADINGS, NO_LANGUAGE, table, tables
from tonelint.reporters.summary import count, headline, remarks
from tonelint.reporters.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.errors import Fault
    from tonelint.model import Finding, Suppressed
    from tonelint.reporters.run import Run, Style
    from tonelint.reporters.statistics import Table

_LONGEST_EXCERPT = 300  # characters; faults are shorter, and a page is to be read
_MARKUP = re.compile(r"[\\`*_{}\[\]|~]")
_REFERENCE = re.compile(r"([@#!$%])(?=\w)")
_BACKTICKS = re.compile("`+")


class _Block(NamedTuple):
    """A part of the page that is shown whole or not at all.

    Attributes:
        text: without empty lines around it.
        rank: what must go first where there is no room has the highest.
        is_entry: whether it is counted when it is left out.
    """

    text: str
    rank: int = 0
    is_entry: bool = False


_OF_ERROR, _OF_FINDING, _OF_SUPPRESSED = 1, 5, 6  # a finding's rank falls with its severity: 2, 3 or 4


def render_markdown(run: Run, style: Style) -> str:
    """The run as a page: verdict, numbers, findings file by file, each with its reason and advice folded away."""
    return _joined(_blocks(run, style))


def markdown_within(run: Run, style: Style, most: int) -> str:
    """The same page, of at most so many bytes in UTF-8.

    What does not fit is left out, the findings that weigh least first, and a closing line says how much that is; where
    there is no room for anything, nothing comes out.
    """
    blocks = list(_blocks(run, style))
    if _size(page := _joined(blocks)) <= most:
        return page
    closing = "*… and {} more, left out here because there is no room for them.*"
    room = most - _size(closing) - 20  # the number, and line endings
    kept = set()
    for index in sorted(range(len(blocks)), key=lambda at: blocks[at].rank):
        room -= _size(blocks[index].text) + 2
        if room < 0:
            break
        kept.add(index)
    left_out = sum(block.is_entry for index, block in enumerate(blocks) if index not in kept)
    page = _joined([*(blocks[index] for index in sorted(kept)), _Block(closing.format(left_out))])
    return page if _size(page) <= most else ""


def _joined(blocks: Iterator[_Block] | list[_Block]) -> str:
    return "\n\n".join(block.text for block in blocks) + "\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _blocks(run: Run, style: Style) -> Iterator[_Block]:
    yield _Block(f"## tonelint: {_verdict(run, style)}")
    if style.summary:
        yield _Block(escaped(headline(run, style)))
        if others := list(remarks(run, style)):
            yield _Block("\n".join(f"- {escaped(line)}" for line in others))
        if run.findings:
            yield _Block(_table(table(run, "category")))
    if run.errors:
        yield _Block("### Errors", _OF_ERROR)
        yield from (_Block(_error(fault), _OF_ERROR, is_entry=True) for fault in run.errors)
    for path, findings in groupby(run.findings, key=lambda finding: finding.path):
        in_file = list(findings)
        yield _Block(f"### {in_code(path)}", min(map(_rank, in_file)))
        yield from (_Block(_entry(finding, style), _rank(finding), is_entry=True) for finding in in_file)
    if style.suppressed and run.suppressed:
        yield _Block("### Permitted", _OF_SUPPRESSED)
        yield from (_Block(_permitted(each, style), _OF_SUPPRESSED, is_entry=True) for each in run.suppressed)
    if style.statistics and run.findings:
        yield _Block("### Statistics")
        told = "category" if style.summary else ""  # it stands above
        yield from (_Block(_table(each)) for each in tables(run) if each.by != told)


def _rank(finding: Finding) -> int:
    return _OF_FINDING - finding.severity


def _verdict(run: Run, style: Style) -> str:
    verdict = "the run fails" if run.is_failed(style) else "the run passes" if run.findings else "nothing found"
    return f"{verdict}, and not everything could be linted" if run.errors else verdict


def _entry(finding: Finding, style: Style) -> str:
    """A finding as an item of a list; what it says for itself is folded away."""
    lines = [f"- {_head(finding, style)}: {escaped(shown_message(finding, style))}"]
    if style.excerpts and finding.excerpt.strip():
        lines += ["", f"  {in_code(_shortened(finding.excerpt))}"]
    advice = [escaped(finding.why), "", f"→ {escaped(finding.advice)}"]
    lines += ["", "  <details><summary>Why, and what to write instead</summary>", ""]
    lines += [f"  {line}".rstrip() for line in advice]
    return "\n".join([*lines, "", "  </details>"])


def _permitted(suppressed: Suppressed, style: Style) -> str:
    finding = suppressed.finding
    reason = in_code(suppressed.reason) if suppressed.reason.strip() else "no reason given"
    place = in_code(f"{suppressed.path}:{suppressed.line}")
    return f"- {in_code(finding.path)}, {_head(finding, style)}: permitted in {place}: {reason}"


def _head(finding: Finding, style: Style) -> str:
    location = f" at {in_code(shown_location(finding, style))}" if finding.location else ""
    return f"**line {finding.line}** {finding.severity.label} {in_code(finding.rule)}{location}"


def _error(fault: Fault) -> str:
    return f"- {in_code(fault.place)}: {escaped(fault.message)}"


def _table(table: Table) -> str:
    rows, more = table.shown()
    lines = [f"| {table.by} | " + " | ".join(HEADINGS) + " |", "|---|" + "--:|" * len(HEADINGS)]
    for row in rows:
        name = in_code(row.name or NO_LANGUAGE).replace("|", "\\|")  # a table is cut at these even within code
        lines.append(f"| {name} | " + " | ".join(map(str, row.numbers)) + " |")
    return "\n".join(lines) + (f"\n\n… and {count(more, 'more file')}" if more else "")


def in_code(text: str) -> str:
    """A text on one line as code, in which nothing is markup."""
    line = visible(" ".join(text.split())) or " "
    fence = "`" * (max(map(len, _BACKTICKS.findall(line)), default=0) + 1)
    space = " " if line[0] == "`" or line[-1] == "`" else ""
    return f"{fence}{space}{line}{space}{fence}"


@lru_cache(maxsize=1024)  # findings of a rule say the same, again and again
def escaped(text: str) -> str:
    """A text on one line as prose: no markup, no HTML, and no reference to people or issues."""
    line = _REFERENCE.sub("\\1\u200b", visible(" ".join(text.split())))
    return _MARKUP.sub(r"\\\g<0>", line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1] + "…"
