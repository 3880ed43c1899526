"""HTML and MJML, as mail templates and mail programs write them.

Read is what somebody sees who gets the mail: the words, the texts of images and hints (``alt``, ``title``), the title,
and the text that an inbox shows beside the subject, which mails hide in their first lines. Left out are comments,
declarations, scripts, style sheets, what else a head holds, and elements that are hidden from everybody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.model import Span, Tongue
from tonelint.reading.language_tags import language_of_tag
from tonelint.reading.markup.characters import decoded
from tonelint.reading.markup.elements import (
    ATTRIBUTES,
    READ_ATTRIBUTES,
    SPACED,
    VOID,
    Content,
    Quote,
    Separation,
    may_stand_in_head,
    separation_of,
    traits_of,
)
from tonelint.reading.markup.layout import Layout, Voice
from tonelint.reading.markup.nesting import Element, Nesting, Reading, State
from tonelint.reading.markup.tags import attributes, tags
from tonelint.reading.placeholder_kinds import STAND_INS
from tonelint.reading.prose import Rendering

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tonelint.reading.markup.elements import Traits
    from tonelint.reading.markup.tags import Tag
    from tonelint.textmap import MappedText

# Word declares the language that its spelling checker is set to, whatever the text is written in.
_BY_WORD = re.compile(r"urn:schemas-microsoft-com:office:word|class=[\"']?Mso", re.IGNORECASE)
_WORD = re.compile(rf"[^\W_]|[{STAND_INS}]")


def read_html(text: MappedText) -> Rendering:
    """The text as it is seen.

    White space collapses as in a browser. Paragraphs, headings, table cells and the like are parted by blank lines;
    lines, as ``<br>``, ``<div>`` and list items make them, by line breaks. ``alt`` and ``title`` are paragraphs of
    their own, after the one in which they stand. What mail programs mark as quoted, and every ``<blockquote>``, begins
    its lines with ``>``.

    Args:
        text: HTML or MJML, normalised, with its template syntax replaced.

    Returns:
        The text, in the language that its root elements declare, and the parts for which others declare one.
    """
    return _Reader(text).read()


class _Reader:
    """Goes through a text once, from tag to tag."""

    def __init__(self, text: MappedText) -> None:
        self._text = text.text
        self._layout = Layout(text)
        self._nesting = Nesting()
        self._language: Tongue | None = None
        self._trusts_languages = _BY_WORD.search(text.text) is None
        self._has_begun = False  # whether words have been read that show in the mail itself
        self._rest_is_quoted = False

    def read(self) -> Rendering:
        at = 0
        for tag in tags(self._text):
            self._say(Span(at, tag.start))
            at = tag.end
            if tag.name == "br":
                self._end_line(tag)
            elif tag.is_end:
                self._end(tag)
            elif tag.name:
                self._start(tag)
        self._say(Span(at, len(self._text)))
        text, parts = self._layout.result()
        return Rendering(text, self._language, tuple(part for part in parts if part.language != self._language))

    def _say(self, span: Span) -> None:
        state = self._nesting.innermost.state
        if state.reading is Reading.TEXT and not state.is_tiny:
            has_words = self._layout.say(span, self._voice(state), is_preformatted=state.is_preformatted)
            self._has_begun |= has_words and not state.is_preview

    def _voice(self, state: State) -> Voice:
        return Voice(state.is_quoted or self._rest_is_quoted, state.language)

    def _end_line(self, tag: Tag) -> None:
        if self._nesting.innermost.state.reading is Reading.TEXT:
            self._layout.end_line(tag.span)

    def _start(self, tag: Tag) -> None:
        spans = attributes(self._text, tag, ATTRIBUTES)
        values = {name: self._text[slice(*span)] for name, span in spans.items()}
        closed = self._nesting.make_room(tag.name)
        if self._nesting.innermost.name == "head" and not may_stand_in_head(tag.name):
            closed += self._nesting.close("head")
        self._leave(tag, closed)
        element = self._element(tag.name, traits_of(tag.name, values))
        if element.state.reading is Reading.TEXT:
            self._layout.separate(tag.span, element.separation)
            if tag.name in SPACED:
                self._layout.leave_blank(tag.span)
            self._say_attributes(tag, spans, element.state)
        if not _is_empty(tag):
            self._nesting.enter(element)

    def _end(self, tag: Tag) -> None:
        closed = self._nesting.close(tag.name)
        self._leave(tag, closed)
        innermost = self._nesting.innermost
        if not closed and innermost.state.reading is Reading.TEXT:
            self._layout.separate(tag.span, separation_of(tag.name))
        if closed and closed[-1].name == "blockquote" and innermost.is_introduction:
            self._nesting.answer()

    def _leave(self, tag: Tag, closed: Iterable[Element]) -> None:
        for element in closed:
            if element.state.reading is Reading.TEXT:
                self._layout.separate(tag.span, element.separation)

    def _element(self, name: str, traits: Traits) -> Element:
        parent = self._nesting.innermost.state
        reading, is_preview = self._reading(traits, parent)
        quote = self._quote(traits) if reading is Reading.TEXT else Quote.NONE
        is_apart = quote is not Quote.NONE or is_preview > parent.is_preview
        separation = Separation.PARAGRAPH if is_apart else traits.separation
        # Templates take the size from the letters of a cell to close the gaps between the blocks in it.
        is_tiny = parent.is_tiny and not separation if traits.is_tiny is None else traits.is_tiny
        state = State(
            reading,
            is_quoted=parent.is_quoted or quote in (Quote.ELEMENT, Quote.INTRODUCTION),
            language=self._declared(traits) or parent.language,
            is_preformatted=parent.is_preformatted if traits.is_preformatted is None else traits.is_preformatted,
            is_tiny=is_tiny and not is_preview,
            is_preview=is_preview,
        )
        return Element(name, state, separation, quote is Quote.INTRODUCTION)

    def _reading(self, traits: Traits, parent: State) -> tuple[Reading, bool]:
        """What is read of an element, and whether the inbox shows it.

        An inbox shows how a mail begins, hidden or not.
        """
        if parent.reading is Reading.NOTHING or traits.content is Content.NOTHING:
            return Reading.NOTHING, False
        if traits.content is Content.TITLE:
            return Reading.TEXT, True
        if parent.reading is Reading.HEAD or traits.content is Content.HEAD:
            return Reading.HEAD, False
        if not traits.is_hidden:
            return Reading.TEXT, parent.is_preview
        is_preview = traits.is_named_preview or not self._has_begun
        return (Reading.TEXT if is_preview else Reading.NOTHING), is_preview

    def _quote(self, traits: Traits) -> Quote:
        """Whose words an element holds; a mail that begins with what looks like the rest of one is no quote."""
        if traits.quote is Quote.REST:
            self._rest_is_quoted |= self._has_begun
            return Quote.REST if self._has_begun else Quote.NONE
        return traits.quote

    def _declared(self, traits: Traits) -> Tongue | None:
        """The language that an element declares for its own part of the text; that of a root is noted."""
        language = language_of_tag(traits.language) if traits.language and self._trusts_languages else None
        if not traits.is_root or self._has_begun:
            return language
        self._language = language or self._language
        return None

    def _say_attributes(self, tag: Tag, spans: Mapping[str, Span], state: State) -> None:
        """Reads what shows where an image does not, and what shows under the pointer."""
        for name, span in sorted(spans.items(), key=lambda item: item[1]):
            if name not in READ_ATTRIBUTES:
                continue
            if _WORD.search(decoded(self._text[slice(*span)])):
                self._layout.say_later(tag.span, span, self._voice(state), has_content=not _is_empty(tag))
            elif name == "alt":  # a pictograph stands in the sentence
                self._layout.say(span, self._voice(state))


def _is_empty(tag: Tag) -> bool:
    return tag.is_empty or tag.name in VOID
