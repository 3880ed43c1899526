"""What the module of a helpdesk says of a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.data.nodes import Value

if TYPE_CHECKING:
    from tonelint.model import Tongue
    from tonelint.reading.markup import Markup


@dataclass(frozen=True, slots=True)
class Text:
    """A value that is a text for customers.

    Attributes:
        value: the text.
        markup: what it is written in; None where that is to be told by its look, HTML or plain.
        language: the language that a field beside it declares, or None.
        customer: what the customer wrote that it answers, or empty.
        is_whole: whether it is a message by itself, and no subject line.
    """

    value: Value
    markup: Markup | None = None
    language: Tongue | None = None
    customer: str = ""
    is_whole: bool = True


Shape = Callable[[Value], Iterable[Text] | None]
"""Recognises a mapping by its keys: the texts for customers in it, or None where it is of another shape.

What it recognises is its own: nothing else is looked for inside. An empty iterable says that nothing is for customers.
"""
