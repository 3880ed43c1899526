"""What stands below the findings: the rules and their reasons, what is permitted, what was left alone, errors."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tonelint.reporters.html.markup import Markup, joined, tag
from tonelint.reporters.run import Style, shown_message
from tonelint.reporters.summary import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tonelint.errors import Fault
    from tonelint.model import Suppressed
    from tonelint.reporters.run import Run


_GENERAL = Style(excerpts=False)  # what a rule says of all its findings, without what one of them quotes

_MANY = 20  # entries of a list that is folded away where it is of less interest


def render_errors(run: Run, style: Style) -> Markup:
    """What could not be done."""
    return _section("errors", "What could not be done", (_error(fault, style) for fault in run.errors))


def render_rules(run: Run, rules: Mapping[str, int]) -> Markup:
    """Each rule by which something was found: what it reports, and why that matters."""
    findings = Counter(finding.rule for finding in run.findings)
    told = {finding.rule: finding for finding in run.findings}
    items = (
        tag(
            "li",
            tag("h3", tag("code", rule), " ", tag("small", count(findings[rule], "finding"))),
            tag("p", shown_message(told[rule], _GENERAL)),
            tag("p", told[rule].why),
            id=f"r{number}",
            tabindex=-1,
        )
        for rule, number in rules.items()
    )
    return _section("rules", "The rules, and why", items)


def render_permitted(run: Run, style: Style) -> Markup:
    """What is permitted, with the reasons; nothing unless it was asked for."""
    permitted = run.suppressed if style.suppressed else ()
    return _section("permitted", "What is permitted", (_permitted(each, style) for each in permitted))


def render_remarks(run: Run) -> Markup:
    """What the user should know about how files were read, and which paragraphs were left alone."""
    notices = (tag("li", tag("p", notice)) for notice in run.notices)
    left_alone = (
        tag("li", tag("p", tag("code", f"{each.path}:{each.line}"), f" {each.reason}")) for each in run.unjudged
    )
    return joined(
        (
            _section("notices", "Notes on files", notices, folds=True),
            _section("unjudged", "Paragraphs left alone", left_alone, folds=True),
        )
    )


def _section(name: str, heading: str, items: Iterable[Markup], *, folds: bool = False) -> Markup:
    """A section with a list, folded where it is long and ``folds``; nothing where the list would be empty."""
    listed = tuple(items)
    if not listed:
        return Markup()
    title = tag("h2", heading, id=f"{name}-heading")
    shown = tag("ul", *listed)
    if folds and len(listed) > _MANY:
        shown = tag("details", tag("summary", f"Show all {len(listed):,}"), shown)
    return tag("section", title, shown, id=name, class_="list", aria_labelledby=f"{name}-heading")


def _error(fault: Fault, style: Style) -> Markup:
    excerpt = tag("pre", fault.excerpt) if style.excerpts and fault.excerpt.strip() else ""
    return tag("li", tag("p", tag("code", fault.place), " ", fault.message), excerpt)


def _permitted(each: Suppressed, style: Style) -> Markup:
    finding = each.finding
    words = tag("q", finding.excerpt, lang=finding.language) if style.excerpts and finding.excerpt else ""
    return tag(
        "li",
        tag("p", tag("code", f"{finding.path}:{finding.line}:{finding.column}"), " ", tag("b", finding.rule)),
        tag("p", words) if words else "",
        tag("p", each.reason or "No reason is given.", class_=None if each.reason else "missing"),
        tag("p", "Permitted in ", tag("code", f"{each.path}:{each.line}"), class_="place"),
    )
