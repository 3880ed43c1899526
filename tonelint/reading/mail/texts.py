"""The text of a mail: which of its parts a reader is shown, and what stands in them.

Shown are the parts in plain text or HTML that are not sent along as files. Of alternatives the one in plain text
counts, HTML where that one is blank. Encrypted parts, forwarded mails, calendars and reports on delivery are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tonelint.model import Span, Tongue
from tonelint.reading.language_tags import language_of_tag
from tonelint.reading.mail.content import content_of, fault_at
from tonelint.reading.mail.headers import is_attachment
from tonelint.reading.markup import read_html, read_plain, renderings
from tonelint.reading.prose import Declared, Rendering
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tonelint.errors import Fault
    from tonelint.model import Source
    from tonelint.reading.mail.mime import Entity
    from tonelint.reading.markup import Markup

_MARKUPS: Mapping[str, Markup] = {"text/plain": read_plain, "text/html": read_html}
_ALTERNATIVE = "multipart/alternative"
_NOT_SHOWN = frozenset({"multipart/encrypted", "multipart/report", "multipart/digest"})
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class MailText:
    """What a mail says.

    Attributes:
        renderings: its text, with further readings where it is a template; none where it has no words.
        faults: what could not be read.
    """

    renderings: tuple[Rendering, ...]
    faults: tuple[Fault, ...]


def text_of(source: Source, mail: Entity, *, is_armoured: bool = False) -> MailText:
    """The text of a mail.

    Several texts, as above and below a picture, are one: the reader is shown one after the other.

    Args:
        source: what the offsets of the mail are offsets in.
        mail: its structure.
        is_armoured: whether lines that begin with "From ", or with ``>`` and "From ", have one more ``>`` in front, as
            in mailboxes.
    """
    texts = _Texts(source, mail, is_armoured=is_armoured)
    shown = texts.shown(mail)
    faults = [*texts.faults]
    broken = next((entity for entity in mail.entities() if entity.problem), None)
    if broken and not shown:
        faults.append(fault_at(source, broken.start, broken.problem))
    return MailText(_joined(shown), tuple(faults))


def declared_language(fields: Mapping[str, str]) -> Tongue | None:
    """The language that ``Content-Language`` tells of a mail or part; None where it tells none, or several."""
    tag = fields.get("content-language", "")
    return None if "," in tag else language_of_tag(tag)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A part that a reader is shown."""

    body: Span
    readings: tuple[Rendering, ...]


class _Texts:
    """Takes the texts out of a mail and gathers what is wrong with them."""

    def __init__(self, source: Source, mail: Entity, *, is_armoured: bool) -> None:
        self._source = source
        self._mail = mail
        self._is_armoured = is_armoured
        self.faults: list[Fault] = []

    def shown(self, entity: Entity) -> list[_Shown]:
        """The texts of a part in order. Calls itself for the parts of parts, whose depth ``MOST_NESTED`` bounds."""
        if entity is not self._mail and is_attachment(entity.fields):
            return []
        if entity.content.kind == _ALTERNATIVE:
            alternatives = sorted(entity.parts, key=lambda part: not _has_plain(part))
            return next(filter(None, map(self.shown, alternatives)), [])
        if entity.is_multipart:
            parts = () if entity.content.kind in _NOT_SHOWN else entity.parts
            return [text for part in parts for text in self.shown(part)]
        readings = self._readings(entity)
        return [_Shown(entity.body, readings)] if readings else []

    def _readings(self, entity: Entity) -> tuple[Rendering, ...]:
        markup = _MARKUPS.get(entity.content.kind)
        if not markup:
            return ()
        text, fault = content_of(self._source, entity, is_armoured=self._is_armoured)
        if fault:
            self.faults.append(fault)
        if not text:
            return ()
        # What the header of the whole mail says is the caller's to judge.
        language = None if entity is self._mail else declared_language(entity.fields)
        return tuple(replace(reading, language=reading.language or language) for reading in renderings(text, markup))


def _has_plain(entity: Entity) -> bool:
    return any(part.content.kind == "text/plain" for part in entity.entities())


def _joined(texts: Sequence[_Shown]) -> tuple[Rendering, ...]:
    """The readings of a text; of several, the main ones as one."""
    if len(texts) < 2:
        return texts[0].readings if texts else ()
    main = [text.readings[0] for text in texts]
    pieces = [main[0].text]
    for (before, after), reading in zip(pairwise(texts), main[1:], strict=True):
        pieces += (MappedText.standing_for(_BETWEEN, Span(before.body.end, after.body.start)), reading.text)
    shared = main[0].language if all(reading.language == main[0].language for reading in main) else None
    directives = tuple(directive for reading in main for directive in reading.directives)
    text, parts = MappedText.joined(pieces), tuple(_declared(main, shared))
    return (Rendering(text, shared, parts, directives=directives),)


def _declared(readings: Sequence[Rendering], shared: Tongue | None) -> Iterator[Declared]:
    """Where texts declare languages, other than the one that they share, in the text that they make together."""
    offset = 0
    for reading in readings:
        length = len(reading.text.text)
        if reading.language and not shared:
            yield Declared(Span(offset, offset + length), reading.language)
        else:
            for span, language in reading.parts:
                yield Declared(Span(span.start + offset, span.end + offset), language)
        offset += length + len(_BETWEEN)
