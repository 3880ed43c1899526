"""What the elements of HTML and MJML are to somebody who reads a mail."""

from __future__ import annotations

import re
from enum import Enum, IntEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from tonelint.reading.markup.characters import decoded

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

READ_ATTRIBUTES = frozenset({"alt", "title"})
ATTRIBUTES = READ_ATTRIBUTES | {"class", "hidden", "id", "lang", "name", "style", "xml:lang"}
"""The attributes that say something about what is read."""

_LINES = frozenset(
    {"address", "button", "caption", "center", "dd", "details", "div", "dt", "figcaption", "legend", "li"}
    | {"optgroup", "option", "summary"}
)
_PARAGRAPHS = frozenset(
    {"article", "aside", "blockquote", "body", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4"}
    | {"h5", "h6", "head", "header", "hr", "html", "listing", "main", "menu", "mjml", "nav", "ol", "p", "pre"}
    | {"section", "select", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul"}
)
SEPARATING = _LINES | _PARAGRAPHS
"""The elements, MJML's own apart, at whose tags a sentence ends."""

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr mj-image".split()
)
"""The elements that hold nothing."""

SPACED = frozenset("audio embed iframe img input object select textarea video".split())
"""The elements that stand in a line as a thing of their own, which parts the words around it."""

_TITLES = frozenset("title mj-title mj-preview".split())
_HEADS = frozenset("head mj-head".split())
_IN_HEAD = frozenset("base basefont bgsound link meta noscript script style template title xml".split())

_UNREAD = frozenset("datalist script style svg template xml mj-attributes mj-style".split())
_ROOTS = frozenset("html body mjml".split())
_PREFORMATTED = frozenset("listing pre textarea".split())

# ``aria-hidden`` hides from screen readers only, and ``mso-hide`` from Outlook only: buttons are written twice, once
# for Outlook and once for everybody else, with ``mso-hide:all`` on the latter.
_HIDDEN = re.compile(r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0*)?)(?=;|!|$)")
_FONT_SIZE = re.compile(r"(?:^|;)font-size:(0(?:\.0*)?(?:px|pt|r?em|%)?(?=;|!|$))?")
_WHITE_SPACE = re.compile(r"(?:^|;)white-space:(pre|break-spaces)?")
_PREVIEW = re.compile(r"pre-?header|preview")
_OUTLOOK_HEADER = re.compile(
    r"border:none;border-top:solid#?(?:e1e1e1|b5c4df)1\.0pt;padding:3\.0pt0(?:cm|in)0(?:cm|in)0(?:cm|in)"
)
_INTRODUCTIONS = frozenset("gmail_quote protonmail_quote zmail_extra".split())
_QUOTES = frozenset("moz-cite-prefix moz-forward-container tutanota_quote yahoo_quoted".split())
_RESTS = frozenset(
    "appendonsend divrplyfwdmsg mail-editor-reference-message-container olk_src_body_section replysplit stopspelling"
    " outlookmessageheader ms-outlook-mobile-reference-message".split()
)


class Content(Enum):
    """What an element holds."""

    TEXT = auto()
    TITLE = auto()  # text that the inbox shows, or the list of messages
    HEAD = auto()  # titles, and what is no text
    NOTHING = auto()


class Separation(IntEnum):
    """What an element's tags set between the words on both sides."""

    NONE = 0
    LINE = 1
    PARAGRAPH = 2


class Quote(Enum):
    """Which words at an element are somebody else's."""

    NONE = auto()
    ELEMENT = auto()  # those in it
    INTRODUCTION = auto()  # those in it down to the end of the first ``<blockquote>``; then the writer answers
    REST = auto()  # those in it and all that follow


class Traits(NamedTuple):
    """What an element is by its name and attributes.

    Attributes:
        content: what it holds.
        separation: how it parts its words from those around it.
        quote: whose words it holds, by the names that mail programs give to what they quote.
        is_hidden: whether no reader sees it.
        is_named_preview: whether it is named as the text that an inbox shows beside the subject.
        is_tiny: whether letters have no size; None where it has no say in it.
        is_preformatted: whether line breaks in the source show; None where it has no say in it.
        language: the tag of the language that it declares, or empty.
        is_root: whether that is the language of the whole text.
    """

    content: Content
    separation: Separation
    quote: Quote
    is_hidden: bool
    is_named_preview: bool
    is_tiny: bool | None
    is_preformatted: bool | None
    language: str
    is_root: bool


def traits_of(name: str, values: Mapping[str, str]) -> Traits:
    """What an element is.

    Args:
        name: its name in lower case.
        values: those of its ``ATTRIBUTES`` that it has, as they are written.
    """
    style = "".join(decoded(values.get("style", "")).lower().split())
    names = {*values.get("class", "").lower().split(), values.get("id", "").lower()}
    font_size, white_space = _FONT_SIZE.search(style), _WHITE_SPACE.search(style)
    return Traits(
        _content(name),
        separation_of(name, values.get("class", "")),
        _quote(name, names, style),
        is_hidden="hidden" in values or bool(_HIDDEN.search(style)),
        is_named_preview=any(map(_PREVIEW.search, names)),
        is_tiny=bool(font_size[1]) if font_size else None,
        is_preformatted=bool(white_space[1]) if white_space else (name in _PREFORMATTED or None),
        language=values.get("lang") or values.get("xml:lang") or "",
        is_root=name in _ROOTS,
    )


def separation_of(name: str, names: str = "") -> Separation:
    """How an element of some classes parts its words from those around it.

    Word writes every line as a paragraph without a margin, and a blank line as one more.
    """
    if name in _LINES or (name == "p" and names.lower().startswith("mso")):
        return Separation.LINE
    return Separation.PARAGRAPH if name in _PARAGRAPHS or name.startswith("mj-") else Separation.NONE


def may_stand_in_head(name: str) -> bool:
    """Whether a tag leaves ``<head>`` open; any other ends it."""
    return name in _IN_HEAD or ":" in name


def _content(name: str) -> Content:
    if name in _UNREAD:
        return Content.NOTHING
    if name in _TITLES:
        return Content.TITLE
    return Content.HEAD if name in _HEADS else Content.TEXT


def _quote(name: str, names: Collection[str], style: str) -> Quote:
    if not _RESTS.isdisjoint(names) or (name == "div" and _OUTLOOK_HEADER.search(style)):
        return Quote.REST
    if name == "blockquote" or not _QUOTES.isdisjoint(names):
        return Quote.ELEMENT
    return Quote.NONE if _INTRODUCTIONS.isdisjoint(names) else Quote.INTRODUCTION
