"""HTML that is escaped by construction: text becomes markup in one place, and only there."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Controls but tab, line feed and carriage return; halves of characters; what is no character.
_NOT_SHOWN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VOID = frozenset({"input", "meta"})


class Markup(str):
    """HTML that is ready: every text in it is escaped."""

    __slots__ = ()


def shown(text: str) -> str:
    """The text as a browser can show it: one replacement sign for each character that no page can hold."""
    return _NOT_SHOWN.sub("\ufffd", text)


def tag(name: str, /, *children: str, **attributes: str | int | None) -> Markup:
    """An element.

    Args:
        name: of the element.
        children: what stands in it: markup as it is, any other text escaped.
        attributes: their names with ``_`` for ``-`` (``class_`` for ``class``); one that is None is left out, an empty
            one stands without a value.
    """
    named = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    if name in _VOID:
        return Markup(f"<{name}{named}>")
    return Markup(f"<{name}{named}>{joined(children)}</{name}>")


def joined(parts: Iterable[str]) -> Markup:
    """Markup and texts, one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else _escaped(part) for part in parts))


def _attribute(key: str, value: str | int) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f' {name}="{_escaped(str(value))}"' if value != "" else f" {name}"


def _escaped(text: str) -> str:
    # A browser takes a carriage return for a line feed where it is not written as a reference.
    return escape(shown(text)).replace("\r", "&#13;")
