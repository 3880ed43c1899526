"""What the editor offers on a finding: to permit it where it stands, and to show the advice."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol.types import CodeAction, CodeActionKind, Command, TextEdit, WorkspaceEdit

from tonelint.errors import ReadError
from tonelint.lsp.comments import REASON, insertions
from tonelint.lsp.diagnostics import diagnostic
from tonelint.lsp.hover import explained
from tonelint.lsp.settings import lint
from tonelint.model import Span, Upkeep
from tonelint.reading import Prose, read

if TYPE_CHECKING:
    from tonelint.lsp.comments import Insertion
    from tonelint.lsp.documents import OpenDocument
    from tonelint.lsp.settings import Linted, Settings
    from tonelint.model import Finding, Source

SHOW = "tonelint.show"
SELECT = "tonelint.select"
"""Commands of the server: show a message; select a place in a file. Their arguments are made here."""

LONGEST_TRIED = 100_000
"""The most characters of a file in which permissions are tried out: it is linted once more for each."""

_BLANKS = re.compile(r"[ \t]+")


def permission(finding: Finding, document: OpenDocument, linted: Linted, settings: Settings) -> Insertion | None:
    """The comment that permits a finding; it has been tried.

    Args:
        finding: what to permit.
        document: where it was found.
        linted: all that was found there.
        settings: what it was linted with.

    Returns:
        The comment, and where to insert it; None where none works without changing what readers of the file read, or
        where that cannot be known in good time.
    """
    if isinstance(finding.category, Upkeep) or len(document.lines.text) > LONGEST_TRIED:
        return None
    words = _words(document.source, settings)
    for insertion in insertions(finding, document):
        source = document.with_text(insertion.applied(document.lines.text)).source
        if _words(source, settings) == words and _is_permitted(finding, linted, lint(source, settings)):
            return insertion
    return None


def entry(finding: Finding, document: OpenDocument, settings: Settings) -> str:
    """What permits a finding in the configuration; empty where nothing could: of what has no file.

    Args:
        finding: what to permit.
        document: where it was found.
        settings: what it was linted with.
    """
    if not document.path or isinstance(finding.category, Upkeep):
        return ""
    name = Path(os.path.relpath(document.path, settings.folder)).as_posix()
    lines = ["allow:", f"  - rule: {finding.rule}", f"    files: {_quoted(name)}"]
    if finding.location:
        lines.append(f"    location: {_quoted(finding.location)}")
    return "\n".join([*lines, f"    reason: {_quoted(REASON)}"])


def actions(
    finding: Finding, document: OpenDocument, result: tuple[Linted, Settings], insertion: Insertion | None
) -> list[CodeAction]:
    """What to offer on a finding.

    Args:
        finding: what was found.
        document: where.
        result: all that was found there, and what it was linted with.
        insertion: the comment that permits it, if there is one.
    """
    linted, settings = result
    shown = [diagnostic(finding, document)]
    offer = partial(CodeAction, kind=CodeActionKind.QuickFix, diagnostics=shown)
    advice = Command("Show advice", SHOW, arguments=[explained(finding, linted.ruleset).message()])
    offered = [offer(f"Show advice on {finding.rule}", command=advice)]
    if insertion:
        edit = TextEdit(document.lines.range(Span(insertion.offset, insertion.offset)), insertion.text)
        edits = WorkspaceEdit(changes={document.uri: [edit]})
        title = f"Allow {finding.rule} here, with a reason …"
        offered.insert(0, offer(title, edit=edits, command=_select_reason(document, insertion)))
    elif permitting := entry(finding, document, settings):
        command = Command("Show the entry", SHOW, arguments=[permitting])
        offered.append(offer(f"Show how tonelint.yaml allows {finding.rule} here", command=command))
    return offered


def _quoted(text: str) -> str:
    """A text as YAML has it in quotes, whatever stands in it."""
    return json.dumps(text, ensure_ascii=False)


def _select_reason(document: OpenDocument, insertion: Insertion) -> Command:
    """Selects the reason of a comment once that has been inserted, so that it is written over."""
    after = document.with_text(insertion.applied(document.lines.text))
    start = insertion.offset + insertion.reason
    place = after.lines.range(Span(start, start + len(REASON)))
    start_and_end = [place.start.line, place.start.character, place.end.line, place.end.character]
    return Command("Write the reason", SELECT, arguments=[document.uri, start_and_end])


def _is_permitted(finding: Finding, before: Linted, after: Linted) -> bool:
    """Whether a finding is gone, and nothing else has come."""
    found = Counter((each.rule, each.excerpt) for each in before.findings)
    left = Counter((each.rule, each.excerpt) for each in after.findings)
    key = finding.rule, finding.excerpt
    return left <= found and left[key] < found[key] and len(after.faults) <= len(before.faults)


def _words(source: Source, settings: Settings) -> list[str]:
    """What is read in a file, text by text; blanks are all alike, line ends are not."""
    texts = []
    with suppress(ReadError):  # what comes before the place where it cannot be read counts
        for found in read(source, settings.reading):
            if isinstance(found, Prose):
                lines = _BLANKS.sub(" ", found.rendering.text.text).split("\n")
                texts.append("\n".join(line.strip() for line in lines))
    return texts
