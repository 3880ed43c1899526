"""What the elements of HTML and MJML are to somebody who reads a mail."""

from __future__ import annotations

import re
from enum import Enum, IntEnum, auto
from typing import TYPE_CHECKING

from tonelint.reading.markup.characters import decoded

if TYPE_CHECKING:
    from collections.abc import Mapping

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

TITLES = frozenset("title mj-title mj-preview".split())
"""What is read of a head: the inbox, the tab of a browser and the list of messages show it."""

HEADS = frozenset("head mj-head".split())
_IN_HEAD = frozenset("base basefont bgsound link meta noscript script style template title xml".split())

_UNREAD = frozenset("datalist script style svg template xml mj-attributes mj-style".split())
_ROOTS = frozenset("html body mjml".split())
_PREFORMATTED = frozenset("listing pre textarea".split())

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


def separation(name: str, values: Mapping[str, str]) -> Separation:
    """How an element parts its words from those around it.

    Word writes every line as a paragraph without a margin, and a blank line as one more.
    """
    if name == "p" and values.get("class", "").lower().startswith("mso"):
        return Separation.LINE
    if name in _LINES:
        return Separation.LINE
    return Separation.PARAGRAPH if name in _PARAGRAPHS or name.startswith("mj-") else Separation.NONE


def may_stand_in_head(name: str) -> bool:
    """Whether a tag leaves ``<head>`` open; any other ends it."""
    return name in _IN_HEAD or ":" in name


def is_unread(name: str) -> bool:
    """Whether what the element holds is no text."""
    return name in _UNREAD


def is_root(name: str) -> bool:
    """Whether the language of the element is that of the whole text."""
    return name in _ROOTS


def is_preformatted(name: str, values: Mapping[str, str]) -> bool | None:
    """Whether line breaks in the source show; None where the element has no say in it."""
    found = _WHITE_SPACE.search(_style(values))
    if found:
        return bool(found[1])
    return True if name in _PREFORMATTED else None


def is_hidden(values: Mapping[str, str]) -> bool:
    """Whether no reader sees the element.

    ``aria-hidden`` hides from screen readers only, and ``mso-hide`` from Outlook only: buttons are written twice, once
    for Outlook and once for everybody else, with ``mso-hide:all`` on the latter.
    """
    return "hidden" in values or bool(_HIDDEN.search(_style(values)))


def is_tiny(values: Mapping[str, str]) -> bool | None:
    """Whether letters have no size; None where the element has no say in it."""
    found = _FONT_SIZE.search(_style(values))
    return bool(found[1]) if found else None


def is_preview(values: Mapping[str, str]) -> bool:
    """Whether the element is named as the text that an inbox shows beside the subject."""
    return any(_PREVIEW.search(values.get(key, "").lower()) for key in ("class", "id"))


def quote(name: str, values: Mapping[str, str]) -> Quote:
    """Whose words an element holds, by the names that mail programs give to what they quote."""
    names = {*values.get("class", "").lower().split(), values.get("id", "").lower()}
    if not _RESTS.isdisjoint(names) or (name == "div" and _OUTLOOK_HEADER.search(_style(values))):
        return Quote.REST
    if name == "blockquote" or not _QUOTES.isdisjoint(names):
        return Quote.ELEMENT
    return Quote.NONE if _INTRODUCTIONS.isdisjoint(names) else Quote.INTRODUCTION


def language_tag(values: Mapping[str, str]) -> str:
    """The tag of the language that the element declares, or empty."""
    return values.get("lang") or values.get("xml:lang") or ""


def _style(values: Mapping[str, str]) -> str:
    """The style sheet of an element, in lower case and without white space."""
    style = values.get("style", "")
    return "".join(decoded(style).lower().split()) if style else ""
