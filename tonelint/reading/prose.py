"""What a reader returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tonelint.directives import Directive
    from tonelint.model import Source, Span, Tongue
    from tonelint.textmap import MappedText


LONGEST_TEXT = 1_000_000
"""The most characters, as they are written, of a text that is read."""

TOO_LONG = f"a text of more than {LONGEST_TEXT:,} characters is left out: nobody writes so much to a customer"
"""What is wrong with a longer one."""


class Declared(NamedTuple):
    """A part of a text whose language its markup declares."""

    span: Span
    language: Tongue


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text as its reader will see it.

    Attributes:
        text: the characters, each with its place in the source. Lines end in line feeds, spaces are ordinary spaces,
            letters are composed; placeholders are single private-use characters, and U+2029 ends a sentence. Quoted
            lines begin with ``>``.
        language: the language that the text declares for itself as a whole, or None.
        parts: where it declares other languages; in order, not overlapping.
        within: where not empty, this is a further reading of a text that has been read already, with other branches or
            fallback texts in place. These stand at the source offsets given here, in order and not overlapping, and
            only what touches them is news.
        directives: what comments in the text permit, in order; only of the main reading.
        code: where code stands in the source, in which nobody says anything; of Markdown only.
    """

    text: MappedText
    language: Tongue | None = None
    parts: tuple[Declared, ...] = ()
    within: tuple[Span, ...] = ()
    directives: tuple[Directive, ...] = ()
    code: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A message or text for customers, out of a source.

    Attributes:
        source: what the places of the rendering are places in.
        rendering: the text.
        language: the language that the source declares for it, where the text itself does not; or None.
        location: where it stands inside structured data (``macros[3].actions[0].value``), or empty.
        customer: what the customer wrote that it answers, or empty.
        is_whole: whether it is a message by itself. Of a fragment (a label, a subject line, one sentence of a
            catalogue) nobody can say that an apology is missing.
        comments: what comments of the source permit that stand beside its texts, in order. They are the same for all
            texts of a source.
    """

    source: Source
    rendering: Rendering
    language: Tongue | None = None
    location: str = ""
    customer: str = ""
    is_whole: bool = True
    comments: tuple[Directive, ...] = ()
