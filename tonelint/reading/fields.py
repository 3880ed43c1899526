"""Files of a team's own shape: which of its ``fields`` a file falls under, and the texts that these name in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tonelint.data.nodes import Kind, Value
from tonelint.errors import Fault, ReadError
from tonelint.reading.field_paths import FieldPath, Into, PathError, Step, compile_path
from tonelint.reading.globs import stands_for
from tonelint.reading.helpdesks.shapes import Text
from tonelint.reading.helpdesks.threads import MOST_CONTEXT, words_of
from tonelint.reading.language_tags import language_of_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.data.nodes import Node
    from tonelint.reading.document import Fields, ReadOptions

_MOST_NAMES = 12
_LONGEST_ID = 80


class Beside(NamedTuple):
    """What stands beside texts, in the nearest mapping around them that has it; empty where none has."""

    language: str = ""
    customer: str = ""
    id: str = ""

    def text(self, value: Value) -> Text:
        """A value as a text for customers."""
        name = " ".join(self.id[:_LONGEST_ID].split())
        location = f"{value.location} (id {name})" if name else value.location
        named = replace(value, location=location)
        return Text(named, language=language_of_tag(self.language), customer=words_of(self.customer)[-MOST_CONTEXT:])


class _Place(NamedTuple):
    value: Value
    beside: Beside


@dataclass(slots=True)
class FieldTexts:
    """Finds the texts that a team's fields name, value by value, and says in the end which it named in vain.

    Attributes:
        fields: where the team says that its replies stand.
        path: the file.
    """

    fields: Fields
    path: str
    _reply: tuple[FieldPath, ...] = field(init=False)
    _met: set[FieldPath] = field(default_factory=set, init=False)
    _missed: dict[FieldPath, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        try:
            self._reply = tuple(map(compile_path, self.fields.reply))
        except PathError as error:
            raise ReadError(Fault(self.path, str(error))) from None

    def of(self, value: Value) -> list[Text]:
        """The texts inside a value of the file, in the order of the file."""
        found: dict[int, Text] = {}
        for path in self._reply:
            for place in self._places(value, path):
                if place.value.node.kind is Kind.TEXT:
                    found.setdefault(place.value.node.start, place.beside.text(place.value))
        return [text for _, text in sorted(found.items())]

    def never_met(self) -> Iterator[Fault]:
        """At the end of the file: what was named and stands nowhere in it."""
        for path in self._reply:
            if path not in self._met and path in self._missed:
                yield Fault(self.path, f"nothing stands at {path.text}: {self._missed[path]}")

    def _places(self, value: Value, path: FieldPath) -> list[_Place]:
        """Where a path leads to from a value."""
        places = [_Place(value, Beside())]
        for step in path.steps:
            reached = [after for place in places for after in self._after(place, step)]
            if not reached:
                self._note(path, step, places)
                return []
            places = reached
        if any(place.value.node.kind in {Kind.TEXT, Kind.NOTHING} for place in places):
            self._met.add(path)
        else:
            first = places[0].value
            self._missed.setdefault(path, f"{_where(first)} is {first.node.kind}, no text")
        return places

    def _after(self, place: _Place, step: Step) -> Iterator[_Place]:
        """Where a step leads to from a place."""
        value = place.value
        if step.into is Into.ITEMS:
            yield from (_Place(item, place.beside) for item in value.items())
            return
        if not value.is_mapping:
            return
        beside = self._beside(value, place.beside)
        if step.into is Into.KEY:
            if below := value.get(step.key):
                yield _Place(below, beside)
            return
        others = (self.fields.language, self.fields.customer, self.fields.id)
        yield from (_Place(below, beside) for key, below in value.entries() if key not in others)

    def _beside(self, mapping: Value, outer: Beside) -> Beside:
        names = (self.fields.language, self.fields.customer, self.fields.id)
        if not any(names):
            return outer
        texts = {key.text: below.text for key, below in _pairs(mapping) if key.text in names and key.text}
        return Beside(*(texts.get(name) or before for name, before in zip(names, outer, strict=True)))

    def _note(self, path: FieldPath, step: Step, places: list[_Place]) -> None:
        """Keep why a path led nowhere; an empty list or mapping is no reason."""
        wanted = Kind.LIST if step.into is Into.ITEMS else Kind.MAPPING
        for value in (place.value for place in places if path not in self._missed):
            if value.node.kind is not wanted:
                self._missed[path] = f"{_where(value)} is {value.node.kind}, not {wanted}"
            elif step.into is Into.KEY:
                self._missed[path] = f"{_where(value)} has {listed(value.keys, 'key')}"


def fields_of(path: str, options: ReadOptions) -> Fields | None:
    """What a team says of a file; of several entries that name it, the first. None where none does."""
    here, real = options.here, options.real_folder
    named = (
        each for each in options.fields if stands_for(each.files, path, folder=each.folder, here=here, real_folder=real)
    )
    return next(named, None)


def listed(names: Iterable[str], what: str) -> str:
    """Names as a message lists them: ``the keys "id", "body"``, or ``no keys``; of many, the first."""
    quoted = [f'"{name}"' for name in names]
    if not quoted:
        return f"no {what}s"
    more = f" and {len(quoted) - _MOST_NAMES} more" if len(quoted) > _MOST_NAMES else ""
    return f"the {what}{'s' * (len(quoted) > 1)} " + ", ".join(quoted[:_MOST_NAMES]) + more


def _pairs(mapping: Value) -> Iterator[tuple[Node, Node]]:
    return zip(mapping.node.children[::2], mapping.node.children[1::2], strict=True)


def _where(value: Value) -> str:
    return value.location or "the outermost value"
