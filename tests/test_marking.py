"""Replies with marks: shown as their reader sees them, and every mark stands on the words of its finding."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from tests.reporters.runs import WARNING
from tonelint.lint import lint_source
from tonelint.marking import marked_reply
from tonelint.model import MarkedReply, Source, Span
from tonelint.placing import as_written
from tonelint.reading import Prose
from tonelint.reading.markup import read_plain, rendered
from tonelint.reading.placeholder_kinds import BRANCH
from tonelint.reading.prose import Rendering
from tonelint.replies.reply import reply_of
from tonelint.rulebook.ruleset import bundled
from tonelint.textmap import Edit, MappedText

BLAME = "Du borde ha läst villkoren innan du beställde."


def marked(source: str, *words: str, customer: str = "") -> MarkedReply:
    """A plain text with a finding at each of some words of it as it is read."""
    rendering = rendered(MappedText.of(source), read_plain)
    assert rendering
    text = reply_of(rendering.text, customer=customer).text
    spans = [Span(at := text.text.rindex(each), at + len(each)) for each in words]
    return marked_reply(text, Prose(Source("a.txt", source), rendering), [(span, WARNING) for span in spans])


def marked_words(reply: MarkedReply) -> list[str]:
    return [reply.text[slice(*mark.span)] for mark in reply.marks]


def test_nothing_is_changed_in_a_plain_reply() -> None:
    reply = marked("Hej!\n\nDu borde veta det.", "Du borde")
    assert (reply.path, reply.line, reply.text) == ("a.txt", 1, "Hej!\n\nDu borde veta det.")
    assert [mark.span for mark in reply.marks] == [(6, 14)]


def test_placeholders_are_shown_as_they_are_written() -> None:
    """They are one character each to the rules; marks after and around them move along."""
    rendering = rendered(MappedText.of("Hej {{ user.name }}, du borde veta {{ sak }}."), read_plain)
    assert rendering
    name, thing = rendering.text.text[4], rendering.text.text[-2]
    reply = marked("Hej {{ user.name }}, du borde veta {{ sak }}.", f"{name}, du", f"veta {thing}", "borde")
    assert reply.text == "Hej {{ user.name }}, du borde veta {{ sak }}."
    assert marked_words(reply) == ["{{ user.name }}, du", "borde", "veta {{ sak }}"]


def test_what_the_customer_wrote_is_not_shown() -> None:
    reply = marked("Hej!\nDu borde veta.", "Du borde", customer="Var är paketet?\nDu borde svara.")
    assert (reply.line, reply.text) == (1, "Hej!\nDu borde veta.")
    assert marked_words(reply) == ["Du borde"]


def test_marks_stand_in_the_order_of_their_places_and_may_overlap() -> None:
    assert marked_words(marked("ett två tre fyra", "fyra", "två tre", "två", "ett två")) == [
        "ett två",
        "två",
        "två tre",
        "fyra",
    ]


def test_the_branches_of_a_template_begin_on_lines_of_their_own() -> None:
    """The sign between them is not shown; where a line begins anyway, no empty one is added."""

    def text_of(source: str) -> str:
        (reply,) = lint_source(Source("a.txt.liquid", source), bundled(), keep_replies=True).marked
        assert marked_words(reply) == ["Du borde ha läst"]
        return reply.text

    assert text_of(f"{{% if late %}}{BLAME}{{% else %}}Tack!{{% endif %}} Hej") == f"{BLAME}\nTack! Hej"
    assert text_of(f"Hej\n{{% if late %}}\n{BLAME}\n{{% else %}}\nTack!\n{{% endif %}}\n") == f"Hej\n{BLAME}\n\nTack!\n"


def test_several_signs_between_branches_are_one_line_break() -> None:
    text = MappedText.of(f"ett{BRANCH}{BRANCH}två{BRANCH}")
    reply = marked_reply(text, Prose(Source("a", text.text), Rendering(text)), [(Span(5, 8), WARNING)])
    assert (reply.text, marked_words(reply)) == ("ett\ntvå", ["två"])


def test_every_finding_of_a_file_is_marked_on_its_words() -> None:
    source = f"Hej {{{{ kund }}}}!\n\nDet är PostNord som har tappat bort paketet. {BLAME}\nVi återkommer inom kort.\n"
    result = lint_source(Source("a.sv.txt", source), bundled(), keep_replies=True)
    (reply,) = result.marked
    assert len(reply.marks) == len(result.findings) >= 3
    assert marked_words(reply) == [mark.finding.excerpt for mark in reply.marks]


def test_replies_are_kept_only_where_they_are_asked_for_and_something_was_found() -> None:
    assert lint_source(Source("a.txt", BLAME), bundled()).marked == ()
    assert lint_source(Source("a.txt", "Tack!"), bundled(), keep_replies=True).marked == ()


@given(
    st.lists(st.sampled_from(["du ", "{{ namn }}", "{{ datum }}", "|", "\n", "å", "\udce5", " "])),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20))),
    st.sampled_from(["", "Var är det?"]),
)
@example(["du ", "|", "|", "{{ namn }}"], [(0, 6)], "")
def test_a_mark_holds_the_excerpt_of_its_finding(
    parts: list[str], places: list[tuple[int, int]], customer: str
) -> None:
    """Whatever stands around it; signs between branches, which no words span, are line breaks or nothing."""
    source = "".join(["Hej", *parts])
    read = rendered(MappedText.of(source), read_plain)
    assert read
    bars = (Edit(at, at + 1, BRANCH) for at, char in enumerate(read.text.text) if char == "|")
    rendering = Rendering(read.text.replaced(bars))
    text = reply_of(rendering.text, customer=customer).text
    prose = Prose(Source("a.txt", source), rendering)
    first = len(text.text) - len(rendering.text.text)
    spans = [Span(first + at, first + at + length) for at, length in places if first + at + length <= len(text.text)]
    placed = [(span, replace(WARNING, excerpt=as_written(text, span, prose.source))) for span in spans]
    reply = marked_reply(text, prose, placed)
    assert BRANCH not in reply.text
    assert [mark.span for mark in reply.marks] == sorted(mark.span for mark in reply.marks)
    assert len(reply.marks) == len(placed)
    for mark, words in zip(reply.marks, marked_words(reply), strict=True):
        if BRANCH in mark.finding.excerpt:
            assert "".join(words.split()) == "".join(mark.finding.excerpt.split())
        else:
            assert words == mark.finding.excerpt
