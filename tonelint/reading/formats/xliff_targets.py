"""The target of a unit of XLIFF as text: what its inline codes leave, and where each character of it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tonelint.reading.markup.elements import SEPARATING
from tonelint.reading.placeholder_kinds import kind_of
from tonelint.reading.placeholders import BRANCH
from tonelint.reading.prose import LONGEST_TEXT
from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tonelint.model import Tongue

VALUES = frozenset({"x", "ph", "it"})
CODES = VALUES | {"bpt", "ept", "bx", "ex", "sc", "ec", "sm", "em", "cp"}
"""What stands in a text for something else: values, and formatting, of which nothing is read."""

LINE_BREAKS = frozenset({"lb", "xlf:lb"})
"""The kinds of code that break a line."""

LONGEST_CODE = 200
"""The most characters of a code that are looked at."""

_HTML_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*+)[^<>]*+>")


@dataclass(slots=True)
class Unit:
    """A unit of translation, while its targets are read.

    Attributes:
        name: the element and its id, as reports show them.
        language: what the file declares.
        start: the offset of its first target, -1 before there is one.
        done: up to where the source is accounted for.
        edits: what replaces tags and references, as offsets of the source.
        gap: what will replace the source from ``done`` to where text goes on.
        code: where a code stands in that gap that has a value: what tells its name.
    """

    name: str
    language: Tongue | None
    start: int = -1
    done: int = 0
    edits: list[Edit] = field(default_factory=list)
    gap: str = ""
    code: list[str] | None = None

    def close_gap(self, end: int, gap: str = "") -> None:
        """Makes the edit for what lies before an offset; what follows there will be replaced by ``gap``."""
        if end > self.done:
            self._replace(end, self.gap if self.code is None else _stand_in("".join(self.code)))
        self.gap, self.code = gap, None

    def read(self, data: str, start: int, text: str, *, is_reference: bool) -> None:
        """Takes a run of text that begins at an offset of the source, as the parser gives it."""
        self.close_gap(start)
        if is_reference:
            self._replace(text.index(";", start) + 1, data)
        elif text[start] == "\r" and not text.startswith("\r\n", start):
            self._replace(start + 1, data)
        else:
            self.done = start + (len(data) if text[start] != "\r" else 2)

    @property
    def is_too_long(self) -> bool:
        """Whether it is no text that somebody wrote; then its edits are not kept."""
        return self.done - self.start > LONGEST_TEXT

    def mapped(self, text: str) -> MappedText:
        """The text of all targets, out of the file's."""
        edits = (Edit(edit.start - self.start, edit.end - self.start, edit.new) for edit in self.edits)
        return MappedText.of(text).cut(self.start, self.done).replaced(edits)

    def _replace(self, end: int, new: str) -> None:
        if self.is_too_long:
            self.edits.clear()
        else:
            self.edits.append(Edit(self.done, end, new))
        self.done = end


def value_of(name: str, attributes: Mapping[str, str]) -> str:
    """What an element that stands for a value tells of that value; empty where it tells nothing."""
    told = attributes.get("equiv-text") or attributes.get("disp") or attributes.get("equiv")
    id_ = attributes.get("id", "") if name == "x" else ""
    if id_.startswith(("START_", "CLOSE_")) and not told:
        return f"<{attributes.get('ctype', '').removeprefix('x-')}>"
    return told or id_


def _stand_in(code: str) -> str:
    """What a reader meets in the place of a code: of tags of HTML the break that they make, and otherwise a value."""
    code = code.strip()[:LONGEST_CODE]
    names = {tag[1].lower() for tag in _HTML_TAG.finditer(code)}
    if not names or _HTML_TAG.sub("", code).strip():
        return kind_of(code)
    return "\n" if "br" in names else BRANCH if names & SEPARATING else ""
