"""Catalogues of gettext (.po, .pot), with the place of every character of a translation.

The grammar is that of GNU gettext's manual, "The Format of PO Files". A file with faults is read as far as it can be:
what goes wrong costs the entry that it stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tonelint.directives import SIGN
from tonelint.errors import Fault, ReadError
from tonelint.model import Foreign, Span, Tongue
from tonelint.reading.catalogues import entry_prose
from tonelint.reading.formats.po_strings import SPACE, STRING, has_gap, said, written
from tonelint.reading.language_tags import language_of_path, language_of_tag
from tonelint.reading.prose import LONGEST_TEXT, TOO_LONG, Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.directives import Directive
    from tonelint.model import Language, Source
    from tonelint.reading.document import Document, ReadOptions

MOST_FAULTS = 10
"""After so many faults the file is given up."""

_KEYWORD = r"(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?+|domain)(?![\w\[])"
_PART = re.compile(
    rf"""
      (?P<space>     (?:{SPACE}++|\#(?![,=~])[^\r\n]*+)++ )   # and comments that say nothing of the entry's use
    | (?P<comment>   \#[,=~][^\r\n]*+ )
    | (?P<statement> {_KEYWORD}{SPACE}*+ (?P<strings> {STRING}(?:{SPACE}*+{STRING})*+ ) )
    """,
    re.VERBOSE,
)
_ONE_STRING = re.compile(STRING)
_KEYWORD_ALONE = re.compile(_KEYWORD + SPACE + "*+")
_NO_TEXT = re.compile(rf'""(?:{SPACE}*+"")*+')
_NEXT_ENTRY = re.compile(r"(?<![^\r\n])[ \t]*+(?:msgctxt|msgid(?!_)|#)")

_LANGUAGE_LINE = re.compile(r"^Language:[ \t]*+(\S++)", re.MULTILINE | re.IGNORECASE)


class _Comment(NamedTuple):
    """Comments, or one line of flags, or one of an obsolete entry."""

    text: str


class _Statement(NamedTuple):
    """A keyword, where it stands, and the strings after it, from the first quote to the last."""

    keyword: str
    start: int
    strings: Span


class _Problem(NamedTuple):
    """What is wrong at an offset."""

    start: int
    message: str


_Part = _Comment | _Statement | _Problem


@dataclass(slots=True)
class _Entry:
    """A message and its translations, as far as they have been read."""

    context: _Statement | None = None
    id: _Statement | None = None
    translations: list[_Statement] = field(default_factory=list)
    is_fuzzy: bool = False


def read_po(document: Document, options: ReadOptions) -> Iterator[Prose | Fault]:
    """The translations of a gettext catalogue, but for entries that are fuzzy or obsolete, and so not in use.

    The language is that of the header, or else of the path; of a catalogue in a foreign language nothing is read.

    Args:
        document: the file.
        options: not needed.

    Raises:
        ReadError: there have been ``MOST_FAULTS`` faults.
    """
    del options
    source = document.whole()
    language = language_of_path(source.path)
    comments = _directives(source.text)
    faults = 0
    for entry in _entries(source.text):
        if isinstance(entry, _Problem):
            faults += 1
            yield Fault(source.path, entry.message, *source.position(entry.start))
            if faults == MOST_FAULTS:
                raise ReadError(
                    Fault(source.path, f"{faults} faults, and the rest is not read: is it a gettext catalogue?")
                )
        elif _is_header(entry, source.text):
            language = _header_language(said(source.text, entry.translations[0].strings).text) or language
        elif not (entry.is_fuzzy or isinstance(language, Foreign)):
            for found in _read(entry, source, language):
                yield replace(found, comments=comments) if comments and isinstance(found, Prose) else found


def _directives(text: str) -> tuple[Directive, ...]:
    if SIGN not in text:
        return ()
    from tonelint.reading.formats.po_comments import po_directives  # few files have directives

    return po_directives(text)


def _read(entry: _Entry, source: Source, language: Language | None) -> Iterator[Prose | Fault]:
    """The translations of an entry that is in use."""
    for statement in entry.translations:
        strings = statement.strings
        if strings.end - strings.start > LONGEST_TEXT:
            yield Fault(source.path, TOO_LONG, *source.position(strings.start))
        elif has_gap(source.text, strings):
            text = said(source.text, strings)
            yield from entry_prose(source, text, _location(source.text, entry, statement), language)


def _is_header(entry: _Entry, text: str) -> bool:
    return not entry.context and entry.id is not None and _NO_TEXT.fullmatch(text, *entry.id.strings) is not None


def _header_language(header: str) -> Tongue | None:
    line = _LANGUAGE_LINE.search(header)
    return language_of_tag(line[1]) if line else None


def _location(text: str, entry: _Entry, statement: _Statement) -> str:
    names = [f'{part.keyword} "{written(text, part.strings)}"' for part in (entry.context, entry.id) if part]
    return " ".join([*names, statement.keyword] if statement.keyword != "msgstr" else names)


def _entries(text: str) -> Iterator[_Entry | _Problem]:
    """The entries of a catalogue in order, and what is wrong between them."""
    entry = _Entry()
    for part in _parts(text):
        if entry.translations and _begins_another(part):
            yield entry
            entry = _Entry()
        if problem := _problem(entry, part):
            yield problem
            entry = _Entry()
        _take(entry, part)
    if entry.translations:
        yield entry
    elif problem := _unfinished(entry):
        yield problem


def _begins_another(part: _Part) -> bool:
    return isinstance(part, _Comment) or part[0] in {"msgctxt", "msgid", "domain"}


def _problem(entry: _Entry, part: _Part) -> _Problem | None:
    """What is wrong with a part where it stands; nothing for most."""
    if isinstance(part, _Problem):
        return part
    if isinstance(part, _Comment) or part.keyword == "domain":
        return None
    if part.keyword in {"msgctxt", "msgid"}:
        return _unfinished(entry) if entry.id or part.keyword == "msgctxt" else None
    if not entry.id:
        return _Problem(part.start, f"{part.keyword} without a msgid before it")
    repeats = any(other.keyword == part.keyword for other in entry.translations)
    return _Problem(part.start, f"{part.keyword} stands here twice for one msgid") if repeats else None


def _unfinished(entry: _Entry) -> _Problem | None:
    last = entry.id or entry.context
    return _Problem(last.start, f"{last.keyword} without a msgstr after it") if last else None


def _take(entry: _Entry, part: _Part) -> None:
    if isinstance(part, _Comment):
        if part.text.startswith("#~"):
            entry.is_fuzzy = False
        elif part.text.startswith(("#,", "#=")):
            entry.is_fuzzy |= "fuzzy" in re.split(r"[,\s]+", part.text[2:])
    elif isinstance(part, _Statement):
        if part.keyword == "msgctxt":
            entry.context = part
        elif part.keyword == "msgid":
            entry.id = part
        elif part.keyword.startswith("msgstr") and entry.id:
            entry.translations.append(part)


def _parts(text: str) -> Iterator[_Part]:
    at = 0
    while at < len(text):
        if found := _PART.match(text, at):
            at = found.end()
            if found.lastgroup == "statement":
                yield _Statement(found["keyword"], found.start(), Span(*found.span("strings")))
            elif "#" in found[0]:
                yield _Comment(found[0])
        else:
            yield _problem_at(text, at)
            following = _NEXT_ENTRY.search(text, at + 1)
            at = following.start() if following else len(text)


def _problem_at(text: str, at: int) -> _Problem:
    """Why nothing of a catalogue stands at an offset."""
    if keyword := _KEYWORD_ALONE.match(text, at):
        if text[keyword.end() : keyword.end() + 1] != '"':
            return _Problem(at, f"{keyword['keyword']} without a text in double quotes after it")
        at = keyword.end()
    if text[at] != '"':
        return _Problem(at, 'text outside the quotes; a quotation mark inside a text is written \\"')
    if _ONE_STRING.match(text, at):
        return _Problem(at, "a text in quotes without a msgid or msgstr before it")
    return _Problem(at, "a text that is never closed; a double quote should end it on the same line")
