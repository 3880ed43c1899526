"""Looking values up in what a helpdesk exports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tonelint.reading.helpdesks.shapes import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tonelint.data.nodes import Value
    from tonelint.model import Tongue
    from tonelint.reading.markup import Markup

Fields = Mapping[str, "Markup | None"]
"""The keys under which one and the same text may stand, the best first, and what it is written in there."""

# Databases write truth values as t and f or as 1 and 0 when they export tables.
_TRUE = frozenset({"true", "t", "yes", "1"})
_FALSE = frozenset({"false", "f", "no", "0"})


def is_true(value: Value, key: str) -> bool:
    """Whether a truth value stands under a key, and is true."""
    return value.text_at(key).strip().lower() in _TRUE


def is_false(value: Value, key: str) -> bool:
    """Whether a truth value stands under a key, and is false."""
    return value.text_at(key).strip().lower() in _FALSE


def has(value: Value, *keys: str) -> bool:
    """Whether a mapping has one of some keys at least."""
    return not set(keys).isdisjoint(value.keys)


def mappings(value: Value | None) -> list[Value]:
    """The items of a list of mappings; nothing for anything else."""
    items = list(value.items()) if value else []
    return items if all(item.is_mapping for item in items) else []


def messages(value: Value, *keys: str) -> list[Value]:
    """The messages of a list, or the one message that a mapping is; nothing where one of them lacks one of the keys."""
    wanted = frozenset(keys)
    items = list(value.items()) if value.is_list else [value]
    return items if all(wanted.issubset(item.keys) for item in items) else []


def oldest_first(items: list[Value], key: str) -> list[Value]:
    """Messages in the order of the times under a key; as they stand where some have none."""
    times = [item.text_at(key) for item in items]
    if not all(times):
        return items
    moments = [_moment(time) for time in times]
    return [items[index] for index in sorted(range(len(items)), key=moments.__getitem__)]


def by_thread(items: list[Value], *path: str) -> list[list[Value]]:
    """Messages by what they have at a path, the number of their ticket; each group in the order given."""
    groups: defaultdict[str, list[Value]] = defaultdict(list)
    for item in items:
        number = item.at(*path)
        groups[number.text if number else ""].append(item)
    return list(groups.values())


def filled(value: Value, fields: Iterable[str]) -> tuple[str, Value] | None:
    """The first of some keys under which words stand, and the words; None where there are none."""
    for key in fields:
        found = value.get(key)
        if found and found.text.strip():
            return key, found
    return None


def text_in(value: Value, fields: Fields, *, language: Tongue | None = None, is_whole: bool = True) -> list[Text]:
    """The text under the best of some keys, as a list of one; an empty list where there is none."""
    found = filled(value, fields)
    return [Text(found[1], fields[found[0]], language, is_whole=is_whole)] if found else []


def _moment(time: str) -> tuple[float, str]:
    """A time as something to compare: seconds since 1970 as a number, dates of ISO 8601 as they are written."""
    try:
        return float(time), ""
    except ValueError:
        return 0.0, time
