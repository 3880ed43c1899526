"""Threads: what the company wrote to a customer, and what the customer had written before."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from tonelint.reading.helpdesks.fields import filled, is_false, is_true
from tonelint.reading.helpdesks.shapes import Text
from tonelint.reading.markup import markup_by_look, rendered
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.data.nodes import Value
    from tonelint.reading.helpdesks.fields import Fields
    from tonelint.reading.markup import Markup

MOST_CONTEXT = 4000
"""How many characters of a customer's words, the latest, are kept as what a reply answers."""


class Speaker(Enum):
    """Who wrote a message: ``NOBODY`` stands for notes, events, drafts, robots and whoever is not known."""

    COMPANY = auto()
    CUSTOMER = auto()
    NOBODY = auto()


class Message(NamedTuple):
    """A message of a thread.

    Attributes:
        value: its text; None where it has none.
        speaker: who wrote it.
        markup: what it is written in; None where that is to be told by its look, HTML or plain.
    """

    value: Value | None
    speaker: Speaker
    markup: Markup | None = None


def by_flag(value: Value, key: str, if_true: Speaker, if_false: Speaker) -> Speaker:
    """Who wrote a message by a truth value under a key; nobody where there is none."""
    if is_true(value, key):
        return if_true
    return if_false if is_false(value, key) else Speaker.NOBODY


def message(value: Value, speaker: Speaker, fields: Fields) -> Message:
    """A message whose text stands under the best of some keys of a mapping."""
    found = filled(value, fields)
    return Message(found[1], speaker, fields[found[0]]) if found else Message(None, speaker)


def replies(thread: Iterable[Message]) -> Iterator[Text]:
    """The company's messages of a thread, each with what it answers.

    Args:
        thread: its messages, the oldest first.

    Yields:
        A text for each message of the company, with the customer's words since the company's last one. Where there are
        none since, it answers what that one answers.
    """
    customer, is_answered = "", False
    for value, speaker, markup in thread:
        if value is None or not value.text.strip():
            continue
        if speaker is Speaker.CUSTOMER:
            words = words_of(value.text, markup)
            customer = words if is_answered or not customer else f"{customer}\n\n{words}"
            customer, is_answered = customer[-MOST_CONTEXT:], False
        elif speaker is Speaker.COMPANY:
            yield Text(value, markup, customer=customer)
            is_answered = True


def words_of(text: str, markup: Markup | None = None) -> str:
    """A customer's message as its reader sees it; told by its look whether it is HTML, where no markup is given."""
    rendering = rendered(MappedText.of(text), markup or markup_by_look(text))
    return rendering.text.text.strip() if rendering else ""
