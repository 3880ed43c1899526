"""A score as a table: precision, recall and F1 by category and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.model import Category, Language
from tonelint.scoring import CORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tonelint.scoring import Score, Tally

_WIDTH = 24


def render_scores(scores: Mapping[str, Score]) -> str:
    """Tables of scores under their headings."""
    return "\n".join(line for heading, score in scores.items() for line in (heading, *_table(score), ""))


def render_alarms(rules: Mapping[str, int], cues: Mapping[str, int], clean: int) -> str:
    """Which rules and cues speak in clean replies, the loudest first."""
    lines = [f"Findings in {clean} clean replies, by rule, then by cue"]
    for counts in (rules, cues):
        lines += [f"{count:6}  {name}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
        lines.append("")
    return "\n".join(lines)


def _table(score: Score) -> Iterator[str]:
    languages = [language for language in Language if language in score.clean]
    columns: list[list[Language]] = [
        *([language] for language in languages),
        *([languages] if len(languages) > 1 else []),
    ]
    names = [column[0].value if len(column) == 1 else "all" for column in columns]
    yield f"{'':20}" + "".join(f"{name:>{_WIDTH}}" for name in names)
    yield f"{'':20}" + f"{'P     R     F1':>{_WIDTH}}" * len(columns)
    for category in Category:
        yield _row(category.value, [score.summed(column, (category,)) for column in columns])
    for name, categories in (("the first four", CORE), ("all nine", tuple(Category))):
        yield _row(name, [score.summed(column, categories) for column in columns])
    cells = (_share(sum(score.alarmed[x] for x in column), sum(score.clean[x] for x in column)) for column in columns)
    yield f"{'clean but alarmed':20}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells)


def _row(name: str, tallies: Iterable[Tally]) -> str:
    return f"{name:20}" + "".join(f"{_cell(tally):>{_WIDTH}}" for tally in tallies)


def _cell(tally: Tally) -> str:
    """Precision, recall and F1; a dash where there is nothing to take a share of."""
    precision = f"{tally.precision:.2f}" if tally.right + tally.wrong else "–"
    recall = f"{tally.recall:.2f}" if tally.right + tally.missed else "–"
    f1 = f"{tally.f1:.2f}" if tally.right + tally.wrong + tally.missed else "–"
    return f"{precision:>8}{recall:>6}{f1:>6}"


def _share(alarmed: int, clean: int) -> str:
    return f"{alarmed} of {clean}" + (f" ({alarmed / clean:.1%})" if clean else "")
