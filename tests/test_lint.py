"""From a source to findings: languages, what is left alone, and places that are exact whatever stands before them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.test_judge import findings, rule, wording
from tonelint import lint_text
from tonelint.lint import lint_source
from tonelint.model import Language, Source
from tonelint.reading.decode import decode
from tonelint.rulebook.ruleset import bundled

BLAMES = "blame-shifting/should-have-known"
PLANTED = rule("stalling/planted", wording("zebra crossing"))

SNIPPETS = [
    "Hej Åsa, we wrote to you 😊 yesterday.",
    "👩‍👩‍👧‍👦 The whole family 🇸🇪 travels.",
    "Hello {{ticket.requester.first_name}}, order {{order.id}} is late.",
    "{% if order.late %}It is late.{% else %}It is here.{% endif %}",
    unicodedata.normalize("NFD", "Förseningen på gården är över, señor."),
    "Soft\u00adhyphen and no\u00a0break.",
    "Some **bold** and _italic_ and `code` and [a link](https://example.org/a?b=c) here.",
    "- an item",
    "## A heading",
    "| a | b |",
    "<!-- a comment -->",
    "Kr&auml;ver &amp; mer",
    "> the customer wrote this",
    "```\nzebra in code\n```",
    "",
]
_layouts = st.tuples(
    st.lists(st.sampled_from(SNIPPETS), max_size=6),
    st.sampled_from(["", "So then: ", "😊 ", "{{agent.name}} said ", "**Note** ", "e\u0301t\u00e9 "]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["reply.txt", "reply.md"]),
    st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(_layouts)
def test_a_planted_fault_is_reported_at_its_very_place(layout: tuple[list[str], str, str, str, bool]) -> None:
    """Its line and column, counted in the file as it stands, are those of the finding, and so is its end."""
    before, lead, ending, name, bom = layout
    lines = [*"\n".join([*before, "", lead + "we met at a zebra crossing in town."]).split("\n"), ""]
    data = (b"\xef\xbb\xbf" if bom else b"") + ending.join(lines).encode()
    found = findings_in(decode(data, name))
    column = lines[-2].index("zebra") + 1
    assert found == [(len(lines) - 1, column, len(lines) - 1, column + len("zebra crossing"))]


def findings_in(source: Source) -> list[tuple[int, int, int, int]]:
    return [
        (each.line, each.column, each.end_line, each.end_column)
        for each in findings(source.text, PLANTED, name=source.path)
    ]


@pytest.mark.parametrize(
    ("text", "language", "lines"),
    [
        pytest.param("Du borde ha läst villkoren.", "sv", [1], id="a language may be given by its code"),
        pytest.param("You should have read the terms.", Language.EN, [1], id="or by its name in the library"),
        pytest.param("Hi Eve,\r\n\r\nYou should have read the terms.", None, [3], id="or be told from the text"),
        pytest.param("You should have read the terms.", "da", [], id="no rule of another language speaks"),
        pytest.param("", None, [], id="nothing says nothing"),
    ],
)
def test_a_text_is_linted_in_its_language(text: str, language: str | None, lines: list[int]) -> None:
    assert [finding.line for finding in lint_text(text, language) if finding.rule == BLAMES] == lines


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="nb"):
        lint_text("Hei", "nb")


def test_a_foreign_paragraph_is_left_alone_and_said_so() -> None:
    """The Norwegian paragraph is named with its line; the Danish one is judged."""
    norwegian = "Takk for at du tok kontakt med oss. Vi har dessverre ikke fått svar, men du skulle ha lest vilkårene."
    danish = "Tak, fordi du skrev til os. Du skulle have læst betingelserne, før du bestilte, for det står der jo."
    verdicts = lint_source(Source("reply.txt", f"{danish}\n\n{norwegian}\n"), bundled())
    assert [(left.line, left.reason) for left in verdicts.unjudged] == [(3, "in Norwegian")]
    assert {finding.line for finding in verdicts.findings} == {1}


def test_a_finding_carries_its_advice_in_the_language_of_the_reply() -> None:
    (finding,) = (each for each in lint_text("Du borde ha läst villkoren.", "sv") if each.rule == BLAMES)
    assert finding.advice == bundled().rule(BLAMES).wordings[Language.SV].advice
    assert finding.language is Language.SV


TICKET = """\
{"requester_id": 1, "comments": [
  {"author_id": 1, "public": true,
    "plain_body": "You should have read the terms. Where is my parcel?\\nI want my money back."},
  {"author_id": 2, "public": true, "plain_body": "You should have read the terms.\\n\\nIt will be with you soon."},
  {"author_id": 2, "public": false, "plain_body": "You should have read the terms."}]}
"""


def test_the_customers_message_is_context_and_never_reported() -> None:
    """The reply is read as the answer to it: without an apology, which nobody misses where nothing was asked."""
    rules = {finding.rule: finding for finding in lint_source(Source("t.json", TICKET), bundled()).findings}
    assert rules[BLAMES].line == 4
    assert rules[BLAMES].location == "comments[1].plain_body"
    assert {finding.line for finding in rules.values()} == {4}
    alone = TICKET.replace("Where is my parcel?\\nI want my money back.", "Thanks!")
    assert "missing-apology/customer-complaint" in rules
    assert "missing-apology/customer-complaint" not in {
        finding.rule for finding in lint_source(Source("t.json", alone), bundled()).findings
    }


def test_a_fragment_misses_no_apology() -> None:
    """Nobody can say of one sentence of a catalogue that the page or mail around it does not apologise."""
    problem = "We sent you the wrong parcel, and it was our mistake."
    whole = lint_source(Source("a.txt", problem), bundled()).findings
    fragment = lint_source(Source("en.json", f'{{"late": "{problem}"}}'), bundled()).findings
    assert "missing-apology" in {finding.category for finding in whole}
    assert "missing-apology" not in {finding.category for finding in fragment}


def test_what_was_read_before_an_error_counts() -> None:
    result = lint_source(Source("t.csv", 'reply\nYou should have read the terms.\n"You'), bundled())
    assert [finding.line for finding in result.findings if finding.rule == BLAMES] == [2]
    assert [(error.line, error.column) for error in result.errors] == [(3, 1)]
    assert result.replies == 1
