"""The report as one page that needs nothing else: styles and script stand in it, and it asks for nothing."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from importlib.resources import files
from typing import TYPE_CHECKING

from tonelint.reporters.html.appendix import render_errors, render_permitted, render_remarks, render_rules
from tonelint.reporters.html.entries import entries
from tonelint.reporters.html.markup import Markup, tag
from tonelint.reporters.html.overview import headline, render_charts, render_numbers, render_verdict
from tonelint.reporters.html.replies import render_entry
from tonelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tonelint.reporters.html.entries import Entry
    from tonelint.reporters.run import Run, Style


def render_html(run: Run, style: Style) -> str:
    """The run as a page of HTML, for people who open it in a browser.

    The same run gives the same page. Whatever replies, rules and file names hold is shown as text.
    """
    listed = entries(run)
    head = tag("head", *_head(headline(run, listed)))
    body = tag("body", *_body(run, listed, style))
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en')}\n"


def _head(title: str) -> Iterator[Markup]:
    styles = _asset("report.css")
    policy = (
        f"default-src 'none'; style-src {_hash(styles)}; script-src {_hash(_asset('report.js'))}; "
        "base-uri 'none'; form-action 'none'"
    )
    yield tag("meta", charset="utf-8")
    yield tag("meta", http_equiv="Content-Security-Policy", content=policy)
    yield tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield tag("meta", name="color-scheme", content="light dark")
    yield tag("meta", name="generator", content="tonelint")
    yield tag("title", f"{title} – tonelint")
    yield tag("style", styles)


def _body(run: Run, listed: Sequence[Entry], style: Style) -> Iterator[Markup]:
    rules = {rule: number for number, rule in enumerate(sorted({finding.rule for finding in run.findings}), start=1)}
    yield tag("a", "Skip to the findings", href="#main", class_="skip")
    yield tag(
        "header",
        tag("p", "tonelint report", class_="kind"),
        tag("button", "Dark colours", type="button", id="scheme", hidden=""),
        tag("h1", headline(run, listed)),
        render_verdict(run, style),
        render_numbers(run),
    )
    yield tag(
        "main",
        render_errors(run, style),
        *_findings(run, listed, rules, style),
        render_permitted(run, style),
        render_remarks(run),
        render_rules(run, rules),
        id="main",
        tabindex=-1,
    )
    yield tag("footer", tag("p", f"tonelint {__version__}"))
    yield tag("script", _asset("report.js"))


def _findings(run: Run, listed: Sequence[Entry], rules: Mapping[str, int], style: Style) -> Iterator[Markup]:
    """Charts, search, the replies, and what stands in none."""
    if not listed:
        return
    yield tag("section", tag("h2", "What was found"), render_charts(run), class_="overview")
    yield _search()
    within = [entry for entry in listed if entry.reply]
    outside = [entry for entry in listed if not entry.reply]
    for name, heading, group in (
        ("replies", "Replies", within),
        ("outside", "Found outside of replies" if within else "Findings", outside),
    ):
        if group:
            title = tag("h2", heading, id=f"{name}-heading")
            shown = (render_entry(entry, rules, style) for entry in group)
            yield tag("section", title, *shown, id=name, aria_labelledby=f"{name}-heading")


def _search() -> Markup:
    """The search, with what is left by it and the filters; it comes into sight with the script."""
    return tag(
        "div",
        tag("label", "Search", for_="q"),
        tag("input", type="search", id="q", name="q", form="filters", autocomplete="off", spellcheck="false"),
        tag("p", role="status", id="left"),
        tag("button", "Clear all", type="button", id="clear"),
        role="search",
        aria_label="Findings",
        id="search",
        hidden="",
    )


def _hash(content: str) -> str:
    """The source expression by which a policy lets just this style sheet or script be used."""
    return f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _asset(name: str) -> Markup:
    """A style sheet or script of the report; each is free of what would end its element."""
    return Markup(files("tonelint.reporters").joinpath("assets", name).read_text(encoding="utf-8"))
