"""Which elements of HTML are open at a place, where end tags are missing, too many or in the wrong order.

What the HTML standard asks of a browser, as far as it decides what a reader sees. Every step looks at the last places
of a few names only, and every element is closed once, so that the cost does not grow with the depth.
"""

from __future__ import annotations

from collections import defaultdict
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from tonelint.reading.markup.elements import SEPARATING, Separation

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tonelint.model import Tongue

_CELLS = frozenset({"td", "th"})
_ROWS = _CELLS | {"tr"}
_ROW_GROUPS = _ROWS | {"tbody", "thead", "tfoot"}
_TABLE_PARTS = _ROW_GROUPS | {"caption"}
_SCOPES = _CELLS | {"button", "caption", "object", "table", "template"}
_LISTS = frozenset({"menu", "ol", "ul"})
_WHOLES = frozenset({"body", "head", "html", "mjml", "mj-body", "mj-head", "table"})

# What a start tag closes, and the elements beyond which it closes nothing.
_CLOSED_BY: Mapping[str, tuple[Collection[str], Collection[str]]] = {
    "li": ({"li", "p"}, _SCOPES | _LISTS),
    **dict.fromkeys(("dd", "dt"), ({"dd", "dt", "p"}, _SCOPES | {"dl"})),
    **dict.fromkeys(_CELLS, (_CELLS, {"table"})),
    "tr": (_ROWS, {"table"}),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (_TABLE_PARTS, {"table"})),
    **dict.fromkeys(("optgroup", "option"), ({"option"}, {"select"})),
    "body": ({"head"}, ()),
    "mj-body": ({"mj-head"}, ()),
    **dict.fromkeys(SEPARATING - _TABLE_PARTS - {"li", "dd", "dt", "optgroup", "option", "body"}, ({"p"}, _SCOPES)),
}


class Reading(Enum):
    """What is read of an element."""

    TEXT = auto()
    HEAD = auto()  # titles only
    NOTHING = auto()


class State(NamedTuple):
    """What holds for the text right in an element; its children inherit it.

    Attributes:
        reading: what is read.
        is_quoted: whether somebody else wrote it.
        language: what the element or one around it declares, the roots apart.
        is_preformatted: whether line breaks in the source show.
        is_tiny: whether letters have no size.
        is_preview: whether it shows in the inbox rather than in the mail.
    """

    reading: Reading = Reading.TEXT
    is_quoted: bool = False
    language: Tongue | None = None
    is_preformatted: bool = False
    is_tiny: bool = False
    is_preview: bool = False


class Element(NamedTuple):
    """An open element; ``is_introduction`` as in ``Quote``."""

    name: str
    state: State
    separation: Separation = Separation.NONE
    is_introduction: bool = False


class Nesting:
    """The elements that are open."""

    def __init__(self) -> None:
        self._open: list[Element] = [Element("", State())]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._blocks: list[int] = []

    @property
    def innermost(self) -> Element:
        """The last element that is open; one without a name where none is."""
        return self._open[-1]

    def enter(self, element: Element) -> None:
        """Takes in an element."""
        place = len(self._open)
        self._open.append(element)
        self._places[element.name].append(place)
        if element.separation:
            self._blocks.append(place)

    def make_room(self, name: str) -> list[Element]:
        """Closes what ends where an element begins, and returns it, the innermost first."""
        closed: list[Element] = []
        names, barriers = _CLOSED_BY.get(name, ((), ()))
        while (place := self._last(names)) >= 0 and place > self._last(barriers):
            closed += self._close(place)
        return closed

    def close(self, name: str) -> list[Element]:
        """Closes what an end tag closes, and returns it, the innermost first; nothing where it is a stray one."""
        place = self._last((name,))
        return self._close(place) if place > self._barrier(name) else []

    def answer(self) -> None:
        """After a quote that the innermost element introduced, what it holds is the writer's again."""
        element = self._open[-1]
        around = self._open[-2].state
        self._open[-1] = element._replace(state=element.state._replace(is_quoted=around.is_quoted))

    def _barrier(self, name: str) -> int:
        """The place of the innermost element that an end tag does not reach beyond."""
        if name in _WHOLES:
            return -1
        if name in _TABLE_PARTS:
            return self._last(("table",))
        place = self._last((name,))
        if place >= 0 and self._open[place].separation:
            return self._last(_SCOPES - {name})
        return self._blocks[-1] if self._blocks else -1

    def _last(self, names: Collection[str]) -> int:
        """The place of the last open element of some names; -1 where there is none."""
        return max((places[-1] for name in names if (places := self._places.get(name))), default=-1)

    def _close(self, place: int) -> list[Element]:
        closed = self._open[place:][::-1]
        del self._open[place:]
        for element in closed:
            self._places[element.name].pop()
            if element.separation:
                self._blocks.pop()
        return closed
