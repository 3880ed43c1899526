"""Template syntax and what is left of it."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading import placeholders
from tonelint.reading.placeholders import BRANCH, PERSON, PLACEHOLDER, TIME, template_edits
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = (
    "{{", "}}", "{{{", "}}}", "{%", "%}", "{#", "#}", "<%", "<%=", "%>", "<!--", "-->", "{{!--", "--}}", "${", "#{",
    "%(", ")s", "[[", "]]", "((", "))", "*|", "|*", "<attribute ", "/>", "%", "{", "}", "[", "]", "[NAMN]", "{{x}}",
    "{% if x %}", "{% else %}",
    "{% comment %}", "{% endcomment %}", "{{else}}", "{name}", " ", "\n", "\r\n", "ord", ".",
)  # fmt: skip
TEMPLATES = st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), max_size=40).map("".join)

SHOWN = {PLACEHOLDER: "¤", PERSON: "☺", TIME: "⏱", BRANCH: "¶"}


def reading(text: str) -> str:
    """What is left of a template; its signs written so that tables can be read."""
    left = MappedText.of(text).replaced(template_edits(text)).text
    return left.translate({ord(sign): shown for sign, shown in SHOWN.items()})


@pytest.mark.parametrize(
    "text",
    [
        "20 % rabatt och 50% off",
        "100 %s och 5%d",
        "mellan 20%och 30% av",
        "smile :-) {…} {} { } :-{",
        "[sic] [...] [Obs] [x] [X] [ ] [A] [1]",
        "[TEXT](https://x.se) [TEXT][1] [FAQ]: https://x.se",
        "if (a) { b } else { c }",
        "p { color: red }",
        "https://x.se/f%C3%B6r?a=%C3%A5%20b",
        "(( )) [[ ]] *| |* ${} #{ } %() {{ a }b { c }}",
        "a < b, <b>fet</b> och <%",
        "{{name",
        "{% if x",
        "<!-- utan slut",
        "{# utan slut",
    ],
)
def test_ordinary_prose_stays_as_it_is(text: str) -> None:
    assert template_edits(text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Hej {{ticket.requester.first_name}}!", "Hej ☺!", id="Liquid, Jinja, Handlebars"),
        pytest.param("Hej {{{ user.name }}} {{&order}}", "Hej ☺ ¤", id="Handlebars, not escaped"),
        pytest.param("{{~ order ~}} {{- order -}}", "¤ ¤", id="white space control"),
        pytest.param("{{ a\n| b }} {{}}", "¤ ¤", id="over two lines, and empty"),
        pytest.param('{{ t("x", {a: 1}) }}', "¤", id="braces inside"),
        pytest.param("{{> delivery_terms}}", "¤", id="a Handlebars partial"),
        pytest.param('{% include "x" %} {% now "Y" %}', "¤ ¤", id="tags with output"),
        pytest.param("Hej {%customer.firstName%}", "Hej ☺", id="Help Scout's values"),
        pytest.param("{%customer.firstName,fallback=there%}", "☺", id="Help Scout's values with a default"),
        pytest.param("<%= user.name %> <%- order %>", "☺ ¤", id="ERB and EJS"),
        pytest.param("#{ticket.customer.firstname} %{ticket.name.first} ${eta}", "☺ ☺ ⏱", id="one brace and a sign"),
        pytest.param("%(name)s %s %1$s (%d)", "☺ ¤ ¤ (¤)", id="printf"),
        pytest.param("[[MISSING TOKEN - x]] [[date]]", "¤ ⏱", id="double square brackets"),
        pytest.param("Dear ((first name))", "Dear ☺", id="GOV.UK Notify"),
        pytest.param("*|FNAME|* *|ORDER|*", "☺ ¤", id="Mailchimp"),
        pytest.param("*|IF:X|*ja*|ELSE:|*nej*|END:IF|*", "ja¶nej", id="Mailchimp's branches"),
        pytest.param('<attribute key="user.name" default="there"/>', "☺", id="Intercom"),
        pytest.param("<attribute/>", "¤", id="Intercom without a key"),
        pytest.param("%agent_name% %order%", "☺ ¤", id="per cent signs"),
        pytest.param("{agent_name} {first name} {0} {order}", "☺ ☺ ¤ ¤", id="single braces"),
        pytest.param("[NAMN], [AGENT FIRST NAME], [DATUM], [FRAKTBOLAG], [ORDER-NR]", "☺, ☺, ⏱, ¤, ¤", id="capitals"),
        pytest.param("[NAMN]: hej", "☺: hej", id="capitals before a colon"),
    ],
)
def test_a_placeholder_is_one_word(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a{% if x %}b", "a b", id="words do not run together"),
        pytest.param("a {% if x %} b", "a b", id="spaces do not double"),
        pytest.param(
            "a {% if x %}b{% endif %}, c{% if y %}{% endif %} d", "a b, c d", id="punctuation stays at its word"
        ),
        pytest.param("{% if x %}a{% endif %}", "a", id="nothing at the edges"),
        pytest.param("a\n  {% if x %}  {# y #}\nb\n", "a\nb\n", id="alone on their line they take it along"),
        pytest.param("a\r\n{% if x %}\r\nb\r{% endif %}\rc", "a\r\nb\rc", id="with any line ending"),
        pytest.param("{% if x %}\na\n{% endif %}", "a\n", id="on the first and last line, too"),
        pytest.param("{{#if x}}a{{/if}} {{ if .X }}b{{ end }}", "a b", id="Handlebars and Go"),
        pytest.param("<% if x %>a<% end %> <%- if y %>b", "a b", id="ERB"),
    ],
)
def test_steering_vanishes(text: str, left: str) -> None:
    assert reading(text) == left


@pytest.mark.parametrize(
    "tag",
    "{% else %}|{%- else -%}|{% elsif x %}|{% elif x %}|{% when 1 %}|{{else}}|{{ else if x }}|{{^}}|{{^x}}|<% else %>"
    "|<% } else { %>|<% elsif x %>".split("|"),
)
def test_between_branches_stands_a_hard_end(tag: str) -> None:
    assert reading(f"a{tag}b") == "a¶b"


@pytest.mark.parametrize(
    "comment",
    [
        "{# a {{b}} #}",
        "{% comment %} a {{b}} {% endcomment %}",
        "{%- comment -%} a {%- endcomment -%}",
        "{{!-- a }} b --}}",
        "{{! a }}",
        "{{/* a */}}",
        "<%# a %>",
        "<!-- a\nb -->",
    ],
)
def test_comments_vanish(comment: str) -> None:
    assert reading(f"x {comment} y") == "x y"


def test_a_comment_without_an_end_vanishes_alone() -> None:
    assert reading("{% endcomment %}x {% comment %} y") == "x y"


@given(TEMPLATES)
def test_edits_stand_in_order_and_do_not_overlap(text: str) -> None:
    done = 0
    for edit in template_edits(text):
        assert done <= edit.start < edit.end <= len(text)
        assert len(edit.new) <= 1
        done = edit.end


@given(TEMPLATES)
def test_what_is_no_template_syntax_is_kept(text: str) -> None:
    """Words of letters that cannot stand in any tag survive, whatever signs stand around them."""
    marked = text.replace("\n", " ") + "}}%}#}-->%>|*))]]--}}{% endcomment %}\n\nzyx\n"
    assert reading(marked).rstrip().endswith("zyx")


class _Counting:
    """A pattern that counts how often it is tried."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.attempts = pattern, 0

    def match(self, text: str, start: int) -> re.Match[str] | None:
        self.attempts += 1
        return self.pattern.match(text, start)


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if not sign.isspace()])
def test_twice_the_text_is_at_most_twice_the_work(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Attempts are counted; the next test shows that each of them is bounded."""
    attempts = []
    for size in (500, 1000):
        counting = _Counting(placeholders._TAG)
        with monkeypatch.context() as patch:
            patch.setattr(placeholders, "_TAG", counting)
            template_edits(sign * size)
        attempts.append(counting.attempts)
    assert attempts[1] <= 2 * attempts[0] + 2


def repetitions(parsed: object) -> Iterator[tuple[str, int]]:
    """The repetitions in a parsed pattern: the name of the operation, and how often it repeats at most."""
    nodes = getattr(parsed, "data", parsed)
    for node in nodes if isinstance(nodes, list | tuple) else ():
        if isinstance(node, tuple) and "REPEAT" in str(node[0]):
            yield str(node[0]), int(node[1][1])
        yield from repetitions(node)


def test_no_attempt_looks_ahead_without_bound_or_goes_back_over_more_than_three_steps() -> None:
    found = list(repetitions(_parser.parse(placeholders._TAG.pattern, re.VERBOSE)))
    assert len(found) > 20
    assert max(most for _, most in found) <= 600
    assert {kind for kind, most in found if most > 3} == {"POSSESSIVE_REPEAT"}
