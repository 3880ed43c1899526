"""Text laid out as its reader sees it: words, and between them the blank, line break or blank line that parts them.

All that stands in the source between two words is one gap. It becomes one sign, with the place of what made it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tonelint.model import Span, Tongue
from tonelint.reading.markup.characters import RunKind, runs
from tonelint.reading.placeholders import BRANCH
from tonelint.reading.prose import Declared
from tonelint.textmap import MappedText

_QUOTE = "> "
_NOWHERE = Span(0, 0)


class Voice(NamedTuple):
    """Who says some words, and in what language, where that is declared."""

    is_quoted: bool = False
    language: Tongue | None = None


class _Aside(NamedTuple):
    """A text that belongs to a tag, to be read after the paragraph that the tag stands in.

    ``due`` is how many runs of words must have been said before; one more where the tag's own words come first.
    """

    tag: Span
    text: Span
    voice: Voice
    due: int


@dataclass(slots=True)
class _Gap:
    """What has stood since the last words.

    Attributes:
        lines: how many lines have ended; two make a blank line.
        is_hard: whether the sentence ends, too.
        is_filled: whether the line holds a space that cannot break, which makes it one even if it holds nothing else.
        mark: what ended the first line.
        branch: the first hard end of a template.
        blank: the first blank.
    """

    lines: int = 0
    is_hard: bool = False
    is_filled: bool = False
    mark: Span = _NOWHERE
    branch: Span | None = None
    blank: Span | None = None


class Layout:
    """A text that grows from its beginning to its end.

    Args:
        text: the source; all spans are of its text.
    """

    def __init__(self, text: MappedText) -> None:
        self._source = text
        self._texts: list[MappedText] = []
        self._copied = _NOWHERE  # what is to be cut out of the source next
        self._length = 0
        self._runs = 0
        self._gap = _Gap()
        self._asides: list[_Aside] = []
        self._voice = Voice()
        self._parts: list[Declared] = []

    def say(self, span: Span, voice: Voice, *, is_preformatted: bool = False) -> bool:
        """Adds the characters of a part of the source that holds no tags; tells whether there were any words."""
        has_words = False
        for run in runs(self._source.text, span, is_preformatted=is_preformatted):
            place = Span(run.start, run.end)
            match run.kind:
                case RunKind.WORDS:
                    self._say_words(place, run.new, voice)
                    has_words = True
                case RunKind.LINE_BREAK:
                    self.end_line(place)
                case RunKind.BRANCH:
                    self._gap.branch = self._gap.branch or place
                case _:
                    self.leave_blank(place)
                    self._gap.is_filled |= run.kind is RunKind.FIXED_BLANK
        return has_words

    def say_later(self, tag: Span, span: Span, voice: Voice, *, has_content: bool) -> None:
        """Adds the value of an attribute, as a paragraph after the one in which its tag, or its content, stands."""
        self._asides.append(_Aside(tag, span, voice, self._runs + has_content))

    def leave_blank(self, place: Span) -> None:
        """Parts the words on both sides."""
        self._gap.blank = self._gap.blank or place

    def end_line(self, place: Span) -> None:
        """Ends the line, an empty one too."""
        self._end_lines(place, self._gap.lines + 1)

    def separate(self, place: Span, lines: int) -> None:
        """Ends the sentence, and the line (1) or the paragraph (2)."""
        if lines:
            self._end_lines(place, max(lines, self._gap.lines + (self._gap.is_filled and self._gap.lines > 0)))
            self._gap.is_hard = True

    def result(self) -> tuple[MappedText, tuple[Declared, ...]]:
        """All that has been said, and the languages of its parts."""
        self._say_asides(self._runs + 1)
        self._end_copy()
        return MappedText.joined(self._texts), tuple(self._parts)

    def _end_lines(self, place: Span, lines: int) -> None:
        gap = self._gap
        if not gap.lines:
            gap.mark = place
        gap.lines, gap.is_filled = lines, False

    def _say_words(self, place: Span, new: str | None, voice: Voice) -> None:
        lines = self._gap.lines
        if lines == 1 and voice != self._voice:
            lines = 2  # a paragraph has one language and one writer
        if lines > 1 and self._asides:
            self._say_asides(self._runs)
        start = self._length
        if self._length:
            self._say_gap(lines)
            start = start if voice == self._voice else self._length
        if voice.is_quoted and (lines or not self._length):
            self._add(_QUOTE, self._gap.mark)
        if new is None:
            self._copy(place)
        else:
            self._add(new, place)
        self._declare(start, voice)
        self._runs += 1
        self._gap = _Gap()

    def _say_gap(self, lines: int) -> None:
        gap = self._gap
        if lines > 1:
            new, place = "\n\n", gap.mark
        elif lines:
            new, place = (BRANCH if gap.is_hard or gap.branch else "") + "\n", gap.mark
        elif gap.branch:
            new, place = BRANCH, gap.branch
        elif gap.blank:
            new, place = " ", gap.blank
        else:
            return
        self._add(new, place)

    def _say_asides(self, said: int) -> None:
        """Adds the attributes that are due when so many runs of words have been said."""
        waiting = [aside for aside in self._asides if aside.due > said]
        due = [aside for aside in self._asides if aside.due <= said]
        gap, runs_before, self._asides = self._gap, self._runs, []
        for aside in due:
            self._gap = _Gap(lines=2, mark=aside.tag)
            self.say(aside.text, aside.voice)
        self._gap, self._runs, self._asides = gap, runs_before, waiting

    def _declare(self, start: int, voice: Voice) -> None:
        """Notes the language of what has been added since ``start``."""
        if voice.language:
            if self._parts and self._voice.language == voice.language and self._parts[-1].span.end == start:
                start = self._parts.pop().span.start
            self._parts.append(Declared(Span(start, self._length), voice.language))
        self._voice = voice

    def _add(self, new: str, place: Span) -> None:
        self._end_copy()
        self._texts.append(MappedText.standing_for(new, self._source.source_span(*place)))
        self._length += len(new)

    def _copy(self, place: Span) -> None:
        """Adds a part of the source; parts that adjoin are cut out at once."""
        if self._copied.end == place.start:
            self._copied = Span(self._copied.start, place.end)
        else:
            self._end_copy()
            self._copied = place
        self._length += place.end - place.start

    def _end_copy(self) -> None:
        if self._copied.start < self._copied.end:
            self._texts.append(self._source.cut(*self._copied))
        self._copied = _NOWHERE
