"""XLIFF 1.2 and 2.0 (.xlf, .xliff): the translations of a translation agency's files, with their places.

Follows the OASIS standards "XLIFF Version 1.2" and "XLIFF Version 2.0". The parser tells where each tag and run of
text begins, as a byte of the text in UTF-8; what lies between two runs of text is what an edit replaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.parsers import expat

from tonelint.directives import SIGN
from tonelint.errors import Fault, ReadError
from tonelint.model import Foreign, Tongue
from tonelint.reading.catalogues import entry_prose
from tonelint.reading.formats.xliff_targets import CODES, LINE_BREAKS, LONGEST_CODE, VALUES, Unit, value_of
from tonelint.reading.language_tags import language_of_path, language_of_tag
from tonelint.reading.placeholders import BRANCH
from tonelint.reading.prose import TOO_LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.directives import Directive
    from tonelint.model import Source
    from tonelint.reading.document import Document, ReadOptions
    from tonelint.reading.prose import Prose

MOST_NESTED = 200
"""How deep elements may stand in one another; translations need twenty."""

_CHUNK = 2**20
_UNITS = frozenset({"trans-unit", "unit"})
_HOLDERS = frozenset({"trans-unit", "segment", "ignorable"})
"""The elements whose targets are translations; others hold suggestions and what has been before."""

_UNTRANSLATED = frozenset({"initial", "new", "needs-translation"})
_LONGEST_NAME = 60

_Attributes = Mapping[str, str]


class _RefusedError(Exception):
    """Valid XML that is not read: the reason, and the byte at which it stands."""


def read_xliff(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    """The translations of an XLIFF file, unit by unit.

    What is marked as not translated yet is left out, as are suggestions beside a translation, and everything that the
    file says is in a foreign language.

    Args:
        document: the file. Its encoding has been dealt with, whatever its first line says.
        options: not needed.

    Raises:
        ReadError: it is no XML, declares entities, or nests deeper than ``MOST_NESTED``.
    """
    del options
    source = document.whole()
    if not source.text.strip():
        return
    by_path = language_of_path(source.path)
    comments = _directives(source.text)
    walker = _Walker(source)
    try:
        while not walker.is_done:
            error = walker.go_on()
            for unit in walker.units:
                language = unit.language or by_path
                if isinstance(language, Foreign):
                    continue
                if unit.is_too_long:
                    yield Fault(source.path, TOO_LONG, *source.position(unit.start))
                else:
                    for prose in entry_prose(source, unit.mapped(source.text), unit.name, language):
                        yield replace(prose, comments=comments) if comments else prose
            walker.units.clear()
            if error:
                raise ReadError(error)
    finally:
        walker.let_go()


def _directives(text: str) -> tuple[Directive, ...]:
    if SIGN not in text:
        return ()
    from tonelint.reading.formats.xliff_notes import xliff_directives  # few files have directives

    return xliff_directives(text)


class _Walker:
    """Goes through a file, a part at a time.

    Attributes:
        units: the units that have been found and not been taken yet.
        is_done: whether the end has been reached.
    """

    def __init__(self, source: Source) -> None:
        self.units: list[Unit] = []
        self.is_done = False
        self._source = source
        # A lone surrogate is no character of XML; the parser shall say so, and where.
        self._data = source.text.encode("utf-8", "surrogatepass")
        self._fed = self._byte = self._char = 0
        self._open: list[str] = []
        self._language: Tongue | None = None
        self._unit = Unit("", None)
        self._state = self._holder = ""
        # Of the target and each element in it: whether its text is for readers. Empty outside targets.
        self._is_kept: list[bool] = []
        self._is_literal = False
        self._parser = expat.ParserCreate("utf-8")
        self._handle(is_on=True)

    def go_on(self) -> Fault | None:
        """Reads the next part of the file; gives what is wrong, where it cannot be read any further."""
        chunk = self._data[self._fed : self._fed + _CHUNK]
        self._fed += _CHUNK
        self.is_done = self._fed >= len(self._data)
        try:
            self._parser.Parse(chunk, self.is_done)
        except expat.ExpatError as error:
            return self._fault(f"not XML: {expat.ErrorString(error.code)}", self._parser.ErrorByteIndex)
        except _RefusedError as error:
            return self._fault(*error.args)
        return None

    def let_go(self) -> None:
        """Breaks the circle of parser and walker, so that the file's text is freed at once."""
        self._handle(is_on=False)

    def _fault(self, message: str, index: int) -> Fault:
        offset = len(self._data[: max(index, 0)].decode("utf-8", "ignore"))
        return Fault(self._source.path, message, *self._source.position(offset))

    def _handle(self, *, is_on: bool) -> None:
        parser = self._parser
        parser.StartElementHandler = self._start if is_on else None
        parser.EndElementHandler = self._end if is_on else None
        parser.StartCdataSectionHandler = (lambda: self._mark(is_literal=True)) if is_on else None
        parser.EndCdataSectionHandler = (lambda: self._mark(is_literal=False)) if is_on else None
        parser.CommentHandler = (lambda _: self._mark()) if is_on else None
        parser.ProcessingInstructionHandler = (lambda _target, _data: self._mark()) if is_on else None
        parser.SkippedEntityHandler = (lambda _name, _is_parameter: self._mark(code=[])) if is_on else None
        parser.CharacterDataHandler = None
        parser.EntityDeclHandler = self._refuse if is_on else None

    def _start(self, tag: str, attributes: _Attributes) -> None:
        name = tag.rpartition(":")[2]
        self._open.append(name)
        if len(self._open) > MOST_NESTED:
            message = f"elements stand more than {MOST_NESTED} deep in one another"
            raise _RefusedError(message, self._parser.CurrentByteIndex)
        if self._is_kept:
            self._start_inline(name, attributes)
        elif name in {"xliff", "file"}:
            told = attributes.get("trgLang") or attributes.get("target-language")
            self._language = language_of_tag(told) if told else self._language
        elif name in _UNITS:
            self._state = self._holder = ""
            self._unit = Unit(f'{name} "{attributes.get("id", "")[:_LONGEST_NAME]}"', self._language)
        elif name in _HOLDERS:
            self._state = attributes.get("state", "")
        elif name == "target":
            self._start_target("".join(self._open[-2:-1]), attributes)

    def _start_target(self, holder: str, attributes: _Attributes) -> None:
        if holder not in _HOLDERS or _UNTRANSLATED.intersection((self._state, attributes.get("state"))):
            return
        unit = self._unit
        unit.language = language_of_tag(attributes.get("xml:lang", "")) or unit.language
        if unit.start < 0:
            unit.start = unit.done = self._offset()
        # The segments of a unit are sentences. Where the space between them is no target of its own, it is lost.
        unit.gap = " " if self._holder == holder == "segment" else ""
        self._holder = holder
        self._is_kept.append(True)
        self._parser.CharacterDataHandler = self._characters

    def _start_inline(self, name: str, attributes: _Attributes) -> None:
        is_kept = self._is_kept[-1]
        if is_kept or name == "sub":
            self._unit.close_gap(self._offset(), BRANCH if name == "sub" else "")
        if is_kept and LINE_BREAKS.intersection((attributes.get("ctype"), attributes.get("subType"))):
            self._unit.gap = "\n"
        elif is_kept and name in VALUES:
            self._unit.code = [value_of(name, attributes)]
        self._is_kept.append(name == "sub" or (is_kept and name not in CODES))

    def _end(self, tag: str) -> None:
        name = self._open.pop()
        if self._is_kept:
            was_kept = self._is_kept.pop()
            if was_kept:
                self._unit.close_gap(self._offset(), BRANCH if name == "sub" else "")
            if not self._is_kept:
                self._parser.CharacterDataHandler = None
        elif name in _UNITS:
            if self._unit.start >= 0:
                self.units.append(self._unit)
            self._unit = Unit("", None)

    def _characters(self, data: str) -> None:
        if self._is_kept[-1]:
            start = self._offset()
            is_reference = not self._is_literal and self._source.text[start] == "&"
            self._unit.read(data, start, self._source.text, is_reference=is_reference)
        elif self._unit.code is not None and len(self._unit.code) < LONGEST_CODE:
            self._unit.code.append(data[:LONGEST_CODE])

    def _mark(self, *, is_literal: bool = False, code: list[str] | None = None) -> None:
        """Passes something between runs of text: the edge of a CDATA section, a comment, an entity nobody declares."""
        self._is_literal = is_literal
        if self._is_kept and self._is_kept[-1]:
            self._unit.close_gap(self._offset())
            self._unit.code = code

    def _refuse(self, name: str, *_: object) -> None:
        message = f"an entity ({name}) is declared here; write its text out where it is used, since none is expanded"
        raise _RefusedError(message, self._parser.CurrentByteIndex)

    def _offset(self) -> int:
        """The parser's place as an offset of the text; it only goes forward."""
        index = self._parser.CurrentByteIndex
        self._char += len(self._data[self._byte : index].decode("utf-8", "surrogatepass"))
        self._byte = index
        return self._char
