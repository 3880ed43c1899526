"""What is wrong with configurations: shown at its place in their files, and told once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tonelint.lsp.diagnostics import unreadable
from tonelint.lsp.documents import uri_of
from tonelint.lsp.positions import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lsprotocol.types import Diagnostic

    from tonelint.errors import Fault, TonelintError


class News(NamedTuple):
    """What has changed.

    Attributes:
        messages: what has not been told before.
        uris: in order, the files whose diagnostics are others now.
    """

    messages: list[str]
    uris: list[str]


class Troubles:
    """What is wrong at present."""

    def __init__(self) -> None:
        self._told: set[str] = set()
        self._faults: dict[str, list[Fault]] = {}

    def take_in(self, errors: Iterable[TonelintError | None]) -> News:
        """Take in what is wrong now, which replaces what was wrong before."""
        told: set[str] = set()
        faults: defaultdict[str, list[Fault]] = defaultdict(list)
        for error in errors:
            if error and str(error) not in told:
                told.add(str(error))
                for fault in error.faults:
                    faults[uri_of(fault.path)].append(fault)
        news = News(
            sorted(told - self._told),
            sorted(uri for uri in faults.keys() | self._faults.keys() if faults.get(uri) != self._faults.get(uri)),
        )
        self._told, self._faults = told, dict(faults)
        return news

    def diagnostics(self, uri: str) -> list[Diagnostic]:
        """What is wrong with a file."""
        return [_diagnostic(fault) for fault in self._faults.get(uri, [])]


def _diagnostic(fault: Fault) -> Diagnostic:
    """A fault at its place; its file is known by the one line that the fault quotes."""
    lines = Lines("\n" * max(fault.line - 1, 0) + fault.excerpt)
    return unreadable(fault, lines)
