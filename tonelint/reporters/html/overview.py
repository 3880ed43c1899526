"""What the report says first: what there is to mend, what failed the run, and where most of it stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tonelint.language_names import IN_ENGLISH
from tonelint.model import Severity
from tonelint.reporters.html.markup import Markup, tag
from tonelint.reporters.statistics import NO_LANGUAGE, table
from tonelint.reporters.summary import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tonelint.reporters.html.entries import Entry
    from tonelint.reporters.run import Run, Style

_LONGEST_CHART = 12  # rows
_SHOWN_OF_LONGER = 10  # rows of one with more; the rest is folded away
_LANGUAGES = {**{language.value: name for language, name in IN_ENGLISH.items()}, NO_LANGUAGE: "no language"}


class _Bar(NamedTuple):
    """A row of a chart: the value that its filter asks for, its name for the reader, how many findings have it."""

    value: str
    label: str
    number: int


def headline(run: Run, listed: Sequence[Entry]) -> str:
    """What there is to mend, in a few words."""
    replies = sum(entry.reply is not None for entry in listed)
    if replies:
        return f"{count(replies, 'reply')} {'has' if replies == 1 else 'have'} something to mend"
    if listed:
        return f"{count(len(run.findings), 'finding')} to mend in {count(len(listed), 'file')}"
    if run.errors:
        return "Nothing was found, but not everything could be read"
    return "Nothing new to mend" if run.known or run.unchanged else "Nothing to mend"


def render_verdict(run: Run, style: Style) -> Markup:
    """Whether the run fails, and by which threshold."""
    failing = run.failing(style.fail_on)
    if style.fail_on is None:
        word, reason = "Passed", "no finding fails the run, whatever it is"
        option = "--fail-on never"
    else:
        word = "Failed" if run.is_failed(style) else "Passed"
        number = count(failing, "finding") if failing else "no finding"
        reason = f"{number} {'are' if failing > 1 else 'is'} of severity {_threshold(style.fail_on)}"
        option = f"--fail-on {style.fail_on.label}"
    if style.most and failing:
        reason += f", where at most {style.most:,} may be"
        option += f" --max {style.most}"
    text: list[str] = [tag("strong", f"{word}:", class_=word.lower()), f" {reason} (", tag("code", option), ")."]
    if run.errors:
        broken = f"{count(len(run.errors), 'error')}: not everything could be done."
        text += (" ", tag("a", broken, href="#errors"))
    return tag("p", *text, class_="verdict")


def _threshold(severity: Severity) -> str:
    return severity.label if severity is Severity.ERROR else f"{severity.label} or above"


def render_numbers(run: Run) -> Markup:
    """The counts of the run; of those that are seldom anything, only those that are."""
    numbers = [(len(run.findings), "findings"), (run.files, "files read")]
    seldom = [
        (len(run.suppressed), "permitted"),
        (run.known, "known from the baseline"),
        (run.gone, "gone since the baseline"),
        (run.unchanged, "in lines that have not changed"),
    ]
    shown = [*numbers, *(each for each in seldom if each[0])]
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", f"{number:,}")) for number, name in shown))


def render_charts(run: Run) -> Markup:
    """How many findings there are of each kind and in each file. With the script, each row is a filter."""
    return tag(
        "form",
        _chart("category", _bars(run, "category")),
        tag("div", _chart("severity", _bars_of_severities(run)), _chart("language", _bars(run, "language"))),
        _chart("file", _bars(run, "file")),
        id="filters",
        class_="charts",
        autocomplete="off",
    )


def _bars(run: Run, by: str) -> list[_Bar]:
    """A bar for each value of a property of findings, the longest first."""
    names = _LANGUAGES if by == "language" else {}
    values = [(row.name or NO_LANGUAGE, row.findings) for row in table(run, by).rows]
    return [_Bar(value, names.get(value, value), number) for value, number in values]


def _bars_of_severities(run: Run) -> list[_Bar]:
    """A bar for each severity that occurs, the gravest first."""
    numbers = Counter(finding.severity for finding in run.findings)
    return [_Bar(each.label, each.label, numbers[each]) for each in reversed(Severity) if numbers[each]]


def _chart(name: str, bars: Sequence[_Bar]) -> Markup:
    """Bars with their numbers; where there are many, the last ones are folded away, and are numbers alone."""
    most = max(bar.number for bar in bars)
    limit = _SHOWN_OF_LONGER if len(bars) > _LONGEST_CHART else _LONGEST_CHART
    shown, folded = bars[:limit], bars[limit:]
    rest: Markup | str = ""
    if folded:
        rows = (_row(name, bar) for bar in folded)
        rest = tag("details", tag("summary", f"{len(folded):,} more"), tag("ul", *rows))
    rows = (_row(name, bar, bar.number / most) for bar in shown)
    return tag("fieldset", tag("legend", f"Findings by {name}"), tag("ul", *rows), rest, class_=f"by-{name}")


def _row(name: str, bar: _Bar, share: float | None = None) -> Markup:
    """A row of a chart: a box to tick, which comes into sight with the script, the name, the bar, the number."""
    drawn = tag("svg", tag("rect", width=f"{share:.1%}", height="100%"), aria_hidden="true") if share else ""
    box = tag("input", type="checkbox", name=name, value=bar.value, hidden="")
    return tag("li", tag("label", box, " ", tag("span", bar.label), " ", drawn, tag("b", f"{bar.number:,}")))
