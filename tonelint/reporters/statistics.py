"""Findings counted by rule, category, language and file: ``--statistics``."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from tonelint.model import Severity
from tonelint.reporters.summary import count
from tonelint.reporters.terminal import visible, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tonelint.model import Finding
    from tonelint.reporters.run import Run

MOST_FILES = 20
"""How many files are listed for people, those with most findings first; programs get all."""

NO_LANGUAGE = "none"
"""How the language of findings that have none is shown to people: those about permissions."""

_WORST_FIRST = tuple(reversed(Severity))
HEADINGS = ("findings", *(severity.label for severity in _WORST_FIRST))
"""What the columns of numbers hold."""

_OF: Mapping[str, Callable[[Finding], str | None]] = {
    "rule": lambda finding: finding.rule,
    "category": lambda finding: finding.category.value,
    "language": lambda finding: finding.language.value if finding.language else None,
    "file": lambda finding: finding.path,
}


class Row(NamedTuple):
    """How many findings there are of something.

    Attributes:
        name: of what; None for findings that have no language.
        findings: all of them.
        by_severity: the same, errors first, in the order of ``HEADINGS``.
    """

    name: str | None
    findings: int
    by_severity: tuple[int, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """All numbers, in the order of ``HEADINGS``."""
        return (self.findings, *self.by_severity)


class Table(NamedTuple):
    """Findings counted by one property of theirs.

    Attributes:
        by: which one: ``rule``, ``category``, ``language`` or ``file``.
        rows: the most findings first, then by name.
    """

    by: str
    rows: tuple[Row, ...]

    def shown(self) -> tuple[tuple[Row, ...], int]:
        """The rows that people are shown, and how many more there are."""
        most = MOST_FILES if self.by == "file" else len(self.rows)
        return self.rows[:most], len(self.rows[most:])


def table(run: Run, by: str) -> Table:
    """The findings of a run counted by a property of theirs; see ``Table.by``."""
    name_of = _OF[by]
    counts: defaultdict[str | None, Counter[Severity]] = defaultdict(Counter)
    for finding in run.findings:
        counts[name_of(finding)][finding.severity] += 1
    rows = [
        Row(name, each.total(), tuple(each[severity] for severity in _WORST_FIRST)) for name, each in counts.items()
    ]
    return Table(by, tuple(sorted(rows, key=lambda row: (-row.findings, row.name or ""))))


def tables(run: Run) -> tuple[Table, ...]:
    """The findings of a run counted by rule, category, language and file."""
    return tuple(table(run, by) for by in _OF)


def statistics_of(run: Run) -> dict[str, Any]:
    """The tables as JSON has them: ``by_rule``, ``by_category``, ``by_language`` and ``by_file``, of all files."""
    return {
        f"by_{each.by}": [{"name": row.name, **dict(zip(HEADINGS, row.numbers, strict=True))} for row in each.rows]
        for each in tables(run)
    }


def statistics_lines(run: Run) -> Iterator[str]:
    """The tables as text, an empty line between them; nothing where nothing was found."""
    for index, each in enumerate(tables(run) if run.findings else ()):
        if index:
            yield ""
        yield from _lines(each)


def _lines(table: Table) -> Iterator[str]:
    rows, more = table.shown()
    names = [visible(row.name or NO_LANGUAGE) for row in rows]
    heading = f"by {table.by}"
    widest = max(map(width, (heading, *names)))
    yield heading + " " * (widest - width(heading)) + "".join(f"  {column:>8}" for column in HEADINGS)
    for name, row in zip(names, rows, strict=True):
        yield name + " " * (widest - width(name)) + "".join(f"  {number or '·':>8}" for number in row.numbers)
    if more:
        yield f"… and {count(more, 'more file')}"
