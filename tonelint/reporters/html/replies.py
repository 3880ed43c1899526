"""An entry of the report: the reply with what was found marked in its text, and the advice beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.reporters.html.markup import Markup, joined, tag
from tonelint.reporters.html.segments import segments
from tonelint.reporters.run import shown_location, shown_message
from tonelint.reporters.statistics import NO_LANGUAGE
from tonelint.reporters.summary import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tonelint.model import Finding, MarkedReply
    from tonelint.reporters.html.entries import Entry, Numbered
    from tonelint.reporters.run import Style

_MANY_LINES = 24  # more of them would not fit beside their findings on a screen
_COLUMNS = 60  # characters in a line, roughly


def render_entry(entry: Entry, rules: Mapping[str, int], style: Style) -> Markup:
    """An entry: its place, the reply with its marks, and the findings with their advice.

    Args:
        entry: what to show.
        rules: the number of each rule in the report.
        style: whether words of replies may be shown.
    """
    reply = entry.reply if style.excerpts else None
    notes = (_note(each, rules[each.finding.rule], entry, style) for each in entry.numbered)
    return tag(
        "article",
        tag("header", tag("h3", *_heading(entry, style)), tag("p", count(len(entry.numbered), "finding"))),
        _text(entry, reply) if reply else "",
        tag("ol", *notes),
        class_="whole" if reply else None,
        data_file=entry.path,
    )


def _heading(entry: Entry, style: Style) -> Iterator[Markup | str]:
    if not entry.reply:
        yield tag("code", entry.path)
        return
    yield tag("code", f"{entry.path}:{entry.reply.line}")
    if entry.reply.location:
        yield " "
        yield tag("small", shown_location(entry.numbered[0].finding, style))


def _text(entry: Entry, reply: MarkedReply) -> Markup:
    """The reply, every character of it, with marks; numbers are written by the style sheet."""
    language = next((each.finding.language for each in entry.numbered if each.finding.language), None)
    parts: list[str] = []
    for span, covering, ending in segments(len(reply.text), entry.spans):
        words = reply.text[slice(*span)]
        parts.append(_mark(words, [entry.numbered[index] for index in covering], language) if covering else words)
        parts += (_reference(entry.numbered[index]) for index in ending)
    lines = sum(1 + len(line) // _COLUMNS for line in reply.text.splitlines())
    return tag("blockquote", *parts, lang=language, class_="short" if lines <= _MANY_LINES else None)


def _mark(words: str, covering: Sequence[Numbered], language: str | None) -> Markup:
    of_words = covering[0].finding.language
    return tag(
        "mark",
        words,
        class_=max(each.finding.severity for each in covering).label,
        data_of=" ".join(str(each.number) for each in covering),
        lang=of_words if of_words != language else None,
    )


def _reference(each: Numbered) -> Markup:
    """The link behind marked words to what is said of them."""
    severity = each.finding.severity.label
    return tag(
        "a",
        href=f"#f{each.number}",
        id=f"m{each.number}",
        class_=severity,
        lang="en",
        data_turn=each.turn,
        aria_label=f"Finding {each.turn}, {severity}: {each.finding.rule}",
    )


def _note(each: Numbered, rule: int, entry: Entry, style: Style) -> Markup:
    """A finding: what it is, what to write instead, where it stands."""
    finding = each.finding
    place: list[str] = [tag("code", f"{finding.path}:{finding.line}:{finding.column}")]
    if finding.location and not entry.reply:
        place += (" ", shown_location(finding, style))
    return tag(
        "li",
        tag("p", *_title(each, rule, is_linked=bool(entry.reply) and style.excerpts), class_="title"),
        tag("p", shown_message(finding, style)),
        _snippet(finding) if style.excerpts and not entry.reply else "",
        tag("p", "It adds up: ", ", ".join(finding.cues), class_="cues") if style.excerpts and finding.cues else "",
        tag("p", finding.advice, class_="advice", lang=finding.language) if finding.advice else "",
        tag("p", *place, class_="place"),
        id=f"f{each.number}",
        class_=finding.severity.label,
        tabindex=-1,
        data_category=finding.category,
        data_severity=finding.severity.label,
        data_language=finding.language or NO_LANGUAGE,
    )


def _title(each: Numbered, rule: int, *, is_linked: bool) -> Iterator[str]:
    if is_linked:
        label = f"{each.turn}, to the words"
        yield tag("a", str(each.turn), href=f"#m{each.number}", class_="number", aria_label=label)
    else:
        yield tag("span", str(each.turn), class_="number")
    yield joined([" ", tag("strong", each.finding.severity.label), " "])
    yield tag("a", each.finding.rule, href=f"#r{rule}")


def _snippet(finding: Finding) -> Markup:
    """The line that the words of a finding stand in."""
    text, start, end = finding.snippet
    if not text:
        return Markup()
    marked = tag("mark", text[start:end], class_=finding.severity.label)
    return tag("blockquote", text[:start], marked, text[end:], lang=finding.language)
