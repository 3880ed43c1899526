"""What directives come to: for each name, the part of the source in which its faults are permitted."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from tonelint.directives import Verb
from tonelint.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tonelint.directives import Directive, Word


class Grant(NamedTuple):
    """A name of a directive, and the source offsets at which a finding begins that it permits."""

    directive: Directive
    name: Word
    covers: Span


class Grants:
    """The grants of some directives; of several that permit a finding, the narrowest does.

    Args:
        directives: in the order in which they stand.
    """

    def __init__(self, directives: Iterable[Directive]) -> None:
        self.directives = tuple(directives)
        blocks, self.unmatched = _blocks(self.directives)
        self.grants = tuple(_grants(self.directives, blocks))
        self._used: set[Grant] = set()
        by_name: defaultdict[str, list[Grant]] = defaultdict(list)
        for grant in self.grants:
            by_name[grant.name.text].append(grant)
        self._by_name = {name: _Segments(grants) for name, grants in by_name.items()}

    def use(self, rule: str, category: str, offset: int) -> Grant | None:
        """The grant under which a finding falls, which is noted; None where there is none.

        Args:
            rule: the finding's rule.
            category: its category.
            offset: where it begins, in the source.
        """
        found = [self._by_name[name].at(offset) for name in (rule, category) if name in self._by_name]
        grant = min(filter(None, found), key=_width, default=None)
        if grant:
            self._used.add(grant)
        return grant

    def unused(self) -> Iterator[Grant]:
        """The grants under which nothing fell; a block without both its ends makes none."""
        return (grant for grant in self.grants if grant not in self._used)


def _blocks(directives: Sequence[Directive]) -> tuple[dict[int, Span], list[Directive]]:
    """What the blocks cover, by the places of their beginnings; and the beginnings and ends without a partner.

    An end that names something closes the last open block of just these names, one that names nothing the last.
    """
    covered: dict[int, Span] = {}
    unmatched = []
    opened: list[Directive] = []
    by_names: defaultdict[frozenset[str], list[Directive]] = defaultdict(list)
    for directive in directives:
        names = frozenset(name.text for name in directive.names)
        if directive.verb is Verb.BEGIN and names:
            opened.append(directive)
            by_names[names].append(directive)
        elif directive.verb is Verb.END and not directive.problem:
            candidates = by_names[names] if names else opened
            while candidates and candidates[-1].comment.start in covered:
                candidates.pop()  # closed by an end of the other kind
            if candidates:
                begin = candidates.pop()
                covered[begin.comment.start] = Span(begin.comment.end, directive.comment.start)
            else:
                unmatched.append(directive)
    unmatched += (each for each in opened if each.comment.start not in covered)
    return covered, sorted(unmatched, key=lambda directive: directive.comment)


def _grants(directives: Iterable[Directive], blocks: dict[int, Span]) -> Iterator[Grant]:
    for directive in directives:
        covers = blocks.get(directive.comment.start) if directive.verb is Verb.BEGIN else directive.covers
        if covers and directive.verb is not Verb.END:
            for name in directive.names:
                yield Grant(directive, name, covers)


class _Segments:
    """A stretch of source cut where grants begin and end, with the narrowest grant of each part.

    Args:
        grants: all of one name.
    """

    def __init__(self, grants: Iterable[Grant]) -> None:
        waiting = sorted(grants, key=lambda grant: grant.covers, reverse=True)
        self._borders = sorted({border for grant in waiting for border in grant.covers})
        self._narrowest: list[Grant | None] = []
        around: list[tuple[int, int, Grant]] = []
        for border in self._borders:
            while waiting and waiting[-1].covers.start <= border:
                grant = waiting.pop()
                heappush(around, (_width(grant), grant.name.span.start, grant))
            while around and around[0][2].covers.end <= border:
                heappop(around)
            self._narrowest.append(around[0][2] if around else None)

    def at(self, offset: int) -> Grant | None:
        """The narrowest grant at an offset."""
        index = bisect_right(self._borders, offset) - 1
        return self._narrowest[index] if index >= 0 else None


def _width(grant: Grant) -> int:
    return grant.covers.end - grant.covers.start
