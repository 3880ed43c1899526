"""Findings at their places: what is shown of the file, and how a fault is told again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tonelint.judging.judge import Verdict
from tonelint.model import Language, Severity, Snippet, Source, Span
from tonelint.placing import Placer
from tonelint.reading import Prose
from tonelint.reading.markup import read_plain, rendered
from tonelint.reading.prose import Rendering
from tonelint.rulebook.ruleset import bundled
from tonelint.textmap import Edit, MappedText

if TYPE_CHECKING:
    from tonelint.model import Finding
    from tonelint.rulebook.rules import Rule


@pytest.fixture(scope="module")
def rule() -> Rule:
    return bundled().rule("blame-shifting/should-have-known")


def place(rule: Rule, text: MappedText, source: str, *words: str, location: str = "") -> tuple[Finding, ...]:
    """The findings at words of a text, each found once."""
    placer = Placer("a.txt")
    spans = [Span(start := text.text.index(each), start + len(each)) for each in words]
    prose = Prose(Source("a.txt", source), Rendering(text), location=location)
    placer.place((Verdict(rule, Language.SV, Severity.WARNING, span, span) for span in spans), text, prose)
    return placer.findings()


def read(source: str) -> MappedText:
    rendering = rendered(MappedText.of(source), read_plain)
    assert rendering
    return rendering.text


def test_findings_stand_in_the_order_of_their_places(rule: Rule) -> None:
    source = "ett två\ntre\n"
    found = place(rule, read(source), source, "tre", "två", "ett")
    assert [(each.line, each.column, each.end_column) for each in found] == [(1, 1, 4), (1, 5, 8), (2, 1, 4)]


def test_a_placeholder_is_shown_as_it_is_written(rule: Rule) -> None:
    source = "Hej {{ user.name }}, du borde veta"
    (found,) = place(rule, read(source), source, read(source).text[4:9])
    assert found.excerpt == "{{ user.name }}, du"
    assert found.snippet == Snippet(source, 4, 23)


def test_words_that_are_written_otherwise_are_shown_as_they_are_read(rule: Rule) -> None:
    """The line of a base64 mail would tell nothing."""
    source = "XX=C3=A4r slut"
    text = MappedText.of(source).replaced([Edit(0, 2, ""), Edit(2, 8, "ä")])
    (found,) = place(rule, text, source, "är")
    assert (found.column, found.end_column) == (3, 10)
    assert found.excerpt == "är"
    assert found.snippet == Snippet("är slut", 0, 2)


def test_a_long_line_is_cut_around_the_words(rule: Rule) -> None:
    source = "a " * 200 + "Du borde veta" + " b" * 200
    (found,) = place(rule, MappedText.of(source), source, "Du borde veta")
    text, start, end = found.snippet
    assert len(text) <= 110
    assert text[0] == text[-1] == "…"
    assert text[start:end] == "Du borde veta"


def test_of_a_line_without_end_what_is_near_tells_a_fault_again(rule: Rule) -> None:
    """As in mail templates, which are one line: what stands far off may change."""
    source = "x " * 500 + "borde veta" + " y" * 500
    other = "z " * 500 + source
    first, second = (place(rule, MappedText.of(text), text, "borde")[0] for text in (source, other))
    assert first.fingerprint == second.fingerprint
    assert len(first.snippet.text) <= 110


def test_of_words_over_several_lines_the_first_line_is_shown(rule: Rule) -> None:
    source = "Du borde\nha läst\ndet."
    (found,) = place(rule, MappedText.of(source), source, "borde\nha läst")
    assert found.excerpt == "borde\nha läst"
    assert found.snippet == Snippet("Du borde", 3, 8)


def test_bytes_that_are_no_text_are_not_shown(rule: Rule) -> None:
    """Lone surrogates could not be written to any output."""
    source = "Du \udce5 borde"
    (found,) = place(rule, MappedText.of(source), source, source)
    assert "\udce5" not in found.excerpt + found.snippet.text


def test_a_fault_is_told_again_after_others_have_moved_it(rule: Rule) -> None:
    """Neither its place nor its location nor the layout of its line is part of the fingerprint; its turn is."""
    before = place(rule, read("Du  borde veta\n"), "Du  borde veta\n", "borde", location="macros[0]")
    source = "Hej\n\ndu borde\u00a0veta\ndu borde veta\n"
    after = place(rule, read(source), source, "borde", location="macros[1]")
    assert before[0].fingerprint == after[0].fingerprint
    twice = Placer("a.txt")
    for at in (8, 22):
        span = Span(at, at + 5)
        twice.place(
            [Verdict(rule, Language.SV, Severity.WARNING, span, span)],
            read(source),
            Prose(Source("a.txt", source), Rendering(read(source))),
        )
    assert len({each.fingerprint for each in twice.findings()}) == 2


def test_a_further_reading_adds_only_what_touches_its_news(rule: Rule) -> None:
    source = "ett två tre"
    text = MappedText.of(source)
    prose = Prose(Source("a.txt", source), Rendering(text))
    further = replace(prose, rendering=Rendering(text, within=(Span(4, 7),)))
    spans = [Span(0, 3), Span(0, 5), Span(5, 11), Span(8, 11)]
    verdicts = [Verdict(rule, Language.SV, Severity.WARNING, span, span) for span in spans]
    placer = Placer("a.txt")
    placer.place(verdicts[1:2], text, prose)
    placer.place(verdicts, text, further)
    assert [(each.column, each.end_column) for each in placer.findings()] == [(1, 6), (6, 12)]


def test_a_fault_of_one_category_is_told_once_of_all_readings(rule: Rule) -> None:
    """The words around a fallback text may be a fault with and without it, and not quite from the same word on."""
    source = "ett två tre"
    text = MappedText.of(source)
    prose = Prose(Source("a.txt", source), Rendering(text))
    further = replace(prose, rendering=Rendering(text, within=(Span(0, 3),)))
    placer = Placer("a.txt")
    for span, each in ((Span(4, 11), prose), (Span(0, 11), further)):
        placer.place([Verdict(rule, Language.SV, Severity.WARNING, span, span)], text, each)
    assert [(each.column, each.end_column) for each in placer.findings()] == [(5, 12)]
