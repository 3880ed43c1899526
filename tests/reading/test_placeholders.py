"""Template syntax and what is left of it."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.reading.template_signs import TEMPLATES
from tonelint.reading.placeholders import BRANCH, PERSON, PLACEHOLDER, TIME, template_edits
from tonelint.textmap import MappedText

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
        "[1, fallback] [a,b] {!} {$} {$5}",
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
        pytest.param('{% include "x" %} {% cycle "a", "b" %}', "¤ ¤", id="tags with output"),
        pytest.param('{% now "Y-m-d" %}', "⏱", id="Django's clock"),
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
        pytest.param("Hej {$contact.firstname} {!Contact.FirstName}", "Hej ☺ ☺", id="single braces with a sign"),
        pytest.param("[firstname,fallback=vän]", "☺", id="Campaign Monitor"),
        pytest.param("{{=<% %>=}}<%={{ }}=%>{{ x }}", "¤", id="Mustache's delimiters are not changed"),
        pytest.param("{{{{raw}}}}{{x}}{{{{/raw}}}}", "¤", id="Handlebars' raw blocks"),
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
        pytest.param("({% if x %}a{% endif %}) ”{% if x %}b{% endif %}”", "(a) ” b”", id="nor inside brackets"),
        pytest.param("x.se/{% if x %}a{% endif %}/b", "x.se/a/b", id="nor in an address"),
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
    ("text", "left"),
    [
        pytest.param("[Läs]({% if x %}a{% else %}b{% endif %}c)", "[Läs](abc)", id="the target of a link"),
        pytest.param("[Läs](u{% if x %}/a{% endif %}) {% if y %}nu{% endif %}", "[Läs](u/a) nu", id="and no further"),
        pytest.param("<a href='{% if x %}a{% endif %}'>", "<a href='a'>", id="an attribute"),
        pytest.param("<td {% if x %}class='a'{% else %}id='b'{% endif %}>", "<td class='a'¶id='b'>", id="attributes"),
        pytest.param("<div{{ attributes }}>", "<div ¤>", id="attributes from a value"),
        pytest.param("<b>{{ x }}</b{{ y }}", "<b>¤</b¤", id="not after the end of an element"),
    ],
)
def test_tags_break_no_markup(text: str, left: str) -> None:
    assert reading(text) == left


def test_a_delimiter_written_twice_is_text() -> None:
    """ERB shows it once."""
    assert reading("Skriv <%%= namn %> så") == "Skriv <%= namn %> så"


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
        "{#- a -#}",
        "{%- # a -%}",
        "{% comment 'a' %} b {% endcomment %}",
        "{% doc %} a {% enddoc %}",
        '{% schema %} {"a": 1} {% endschema %}',
        "{{~!-- a --~}}",
        "{{- /* a */ -}}",
        "<%#- a -%>",
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
        assert len(edit.new) <= 2
        done = edit.end


@given(TEMPLATES)
def test_what_is_no_template_syntax_is_kept(text: str) -> None:
    """Words of letters that cannot stand in any tag survive, whatever signs stand around them."""
    marked = text.replace("\n", " ") + "}}%}#}-->%>|*))]]--}}{% endcomment %}\n\nzyx\n"
    assert reading(marked).rstrip().endswith("zyx")
