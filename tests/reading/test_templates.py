"""Templates as they reach the customer, language by language, with fallback texts; from the file to the finding."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.template_signs import TEMPLATES
from tonelint.lint import lint_source
from tonelint.model import Severity, Source
from tonelint.reading.markup import read_html, read_markdown, read_plain, renderings
from tonelint.reading.placeholders import BRANCH, PERSON, PLACEHOLDER, TIME
from tonelint.reading.templates import readings
from tonelint.rulebook.ruleset import bundled
from tonelint.textmap import MappedText

SAMPLES = Path(__file__).parents[1] / "samples" / "templates"
SHOWN = str.maketrans({PLACEHOLDER: "¤", PERSON: "☺", TIME: "⏱", BRANCH: "¶"})


def texts(template: str) -> list[str]:
    """The readings of a template; signs written so that tables can be read."""
    return [text.text.translate(SHOWN) for text, _ in readings(MappedText.of(template))]


LIQUID = [
    ("Hej {{ user.first_name }}, din order {{ order.name }}", ["Hej ☺, din order ¤"]),
    ('Hej {{ user.first_name | default: "vän" }}!', ["Hej ☺!", "Hej vän!"]),
    ("{{ x | default: 'a', allow_false: true | upcase }}", ["¤", "a"]),
    ("{{ name | default: other | default: 'du' }}", ["☺", "du"]),
    ("{{${first_name} | default: 'du'}}", ["☺", "du"]),
    ("a {%- if x -%} b {%- elsif y -%} c {%- endif -%} d", ["a b ¶ c d"]),
    ("{% unless x %}a{% endunless %}{% for o in orders %}{{ o.id }}, {% endfor %}b", ["a ¤, b"]),
    ("{% case x %}{% when 1 %}a{% else %}b{% endcase %}", ["¶¶a¶b"]),
    ("{% capture x %}Hej {{ name }}{% endcapture %}Tack", ["¶Hej ☺¶Tack"]),
    ('{% assign x = "Kära kund" %}{{ x }}', ["¤", "¶Kära kund¶¤"]),
    ('{% assign x = "kund" %}{% assign y = x | split: "," %}a', ["a"]),
    ("{% liquid\n  if x == 'a b'\n    echo 'Vi ses snart'\n  endif\n%}Hej", ["Hej", "¶Vi ses snart¶Hej"]),
    ("{% echo x | default: 'du' %}", ["¤", "du"]),
    ("{% render 'footer' %} {% include 'knapp', text: 'Läs mer här' %}", ["¤ ¤", "¤ ¶Läs mer här¶"]),
    ("{{ 'mail.greeting' | t }} {{ 'Tack för allt' | t }}", ["¤ Tack för allt"]),
    ("{{ 'now' | date: '%d %B' }}", ["⏱"]),
    ("{%- # en not -%}{% comment %}a{% endcomment %}{% raw %}{{ x }}{% endraw %}", ["¤"]),
    ("{{ x | default: &quot;där&quot; }}", ["¤", "där"]),
    ('{{ customer\'s name | default: "du" }}', ["☺"]),
]
JINJA = [
    ("{{ x | default('du') }} {{ x|default(\"du\", true)|title }} {{ x | d('du') }}", ["¤ ¤ ¤", "du du du"]),
    ("{{ user.name or 'du' }}", ["☺", "du"]),
    ("{{ 'dag' if n == 1 else 'dagar' }}", ["dag", "dagar"]),
    ("{{ user.name if user else 'du' }}", ["☺", "du"]),
    ("{{ 'a' if x == 'b c' }}", ["a"]),
    ('{{ "Hej " ~ user.name ~ "!" }}', ["Hej ☺"]),
    ("{{ _('Hej %(name)s, du') }} {{ _('hej') }}", ["Hej ☺, du ¤"]),
    ("{{ x.get('name', 'du') }}", ["¤", "du"]),
    ("{{ ngettext('%(num)s sak kvar', '%(num)s saker kvar', n) }}", ["¤ sak kvar", "¤ saker kvar"]),
    ("{% set x = 'Kära kund' if y else 'Hej du' %}a", ["a", "¶Kära kund¶Hej du¶a"]),
    ("{% set x %}Hej{% endset %}Tack", ["¶Hej¶Tack"]),
    ("{% macro hej(namn='kära kund') %}Hej {{ namn }}{% endmacro %}", ["¶Hej ☺¶", "¶kära kund¶Hej ☺¶"]),
    ("{% trans %}Hej{% endtrans %} {% trans n=n %}a{% pluralize %}b{% endtrans %}", ["Hej a¶b"]),
    ('{% trans "Hej på dig" %} {% trans "hej" %}', ["Hej på dig ¤"]),
    ('{% translate "Hej på dig" as x %}a', ["a", "¶Hej på dig¶a"]),
    ("{% blocktrans with n=x %}Hej {{ n }}{% plural %}b{% endblocktrans %}", ["Hej ¤¶b"]),
    ("{% raw %}Hej {{ name }}{% endraw %}{#- a -#}", ["Hej ☺"]),
    ("{% block a %}Hej{% endblock %}{% block b %}du{% endblock %}", ["¶Hej ¶du"]),
    ("{% include 'x.html' ignore missing %}{% extends 'a b' %}{% from 'a b' import c %}", ["¤"]),
    ("{{ x\n  | default(\n  'du'\n) }}", ["¤", "du"]),
    ("{% if x == 'a b' %}c{% endif %}", ["c"]),
]
TWIG = [
    ("{{ user.firstName ?? 'du' }} {{ user.name ?: 'du' }}", ["☺ ☺", "du du"]),
    ("{{ x ? 'ja' : 'nej' }} {{ x ? user.name : 'du' }}", ["ja ☺", "nej du"]),
    ("{{ x ? 'a' : y ? 'b' : 'c' }}!", ["¤!", "a!", "b!", "c!"]),
    ("{{ x == 'a b' ? 'ja' : 'nej' }}", ["ja", "nej"]),
    ("{{ 'Tack för allt'|trans }} {{ 'mail.title'|trans({'%n%': n}) }}", ["Tack för allt ¤"]),
    ('{% trans with {"%n%": n} from "app" %}Hej %name%{% endtrans %}', ["Hej ☺"]),
    ("{% verbatim %}Hej {{ name }}{% endverbatim %}{#~ a ~#}", ["Hej ☺"]),
    ("{% set x = ['Kära kund', 'Hej du'] %}a", ["a", "¶Kära kund¶Hej du¶a"]),
    ("{% embed 'a.twig' with { text: 'Läs mer' } %}{% endembed %}", ["", "¶Läs mer¶"]),
    ("{% apply upper %}a{% endapply %}{{ include('b.twig') }}", ["a ¤"]),
]
NUNJUCKS = [
    ("{{ user.name or 'you' }} {{ x | default('you', true) }}", ["☺ ¤", "you you"]),
    ("{% switch x %}{% case 'a' %}b{% default %}c{% endswitch %}", ["¶b¶c"]),
    ("{{ 'a' if x else 'b' }}", ["a", "b"]),
    ("{% call button('Read more here') %}a{% endcall %}", ["a", "¶Read more here¶a"]),
]
HANDLEBARS = [
    ("Hej {{#if name}}{{name}}{{else}}du{{/if}}", ["Hej ☺¶du"]),
    ("{{#if x}}a{{else if y}}b{{^}}c{{/if}}", ["a¶b¶c"]),
    ("{{#each xs}}{{this.name}}, {{/each}}{{#unless x}}a{{/unless}}", ["☺, a"]),
    ("{{{html}}} {{&html}} {{~x~}}", ["¤ ¤ ¤"]),
    ("{{!-- a }} b --}}{{! c }}{{> sign_off}}", ["¤"]),
    ('{{> knapp text="Læs mere"}} {{#> ramme titel="Kære kunde"}}a{{/ramme}}', ["¤ a", "¶Læs mere¶ ¶Kære kunde¶a"]),
    ('{{t "Hej med dig"}} {{t "mail.title"}} {{default name "du"}}', ["Hej med dig ¤ ☺", "Hej med dig ¤ du"]),
    ('{{#if (eq x "a b")}}c{{/if}}', ["c"]),
    ('{{insert first_name "default=du"}} {{var:firstname:"du"}}', ["☺ ☺", "du du"]),
    ("{{{{raw}}}}a {{x}}{{{{/raw}}}}", ["a ¤"]),
]
MUSTACHE = [
    ("{{#x}}a{{/x}}{{^x}}b{{/x}}", ["a ¶b"]),
    ("{{=<% %>=}}a {{name}} {{{html}}}", ["a ☺ ¤"]),
    ("{{<layout}}a{{/layout}}{{>footer}}", ["a ¤"]),
]
ERB = [
    ("Hej <%= name || 'du' %> <%= @user.name.presence || \"du\" -%>", ["Hej ☺ ☺", "Hej du du"]),
    ("<%= name.blank? ? 'du' : name %> <%= x or 'du' %>", ["☺ ¤", "du du"]),
    ("<%= 'Hej' %> <%= \"Hej #{user.name}, du\" %> <%== html %>", ["Hej Hej ☺, du ¤"]),
    ("<%= t('.hej') %> <%= t('.hej', default: 'Hej du') %>", ["¤ ¤", "¤ Hej du"]),
    ("<%= link_to 'Läs mer här', url %> <%= 'a b' if x %>", ["Läs mer här a b"]),
    ("<% if x %>a<% elsif y %>b<% else %>c<% end %>", ["a¶b¶c"]),
    ("<%- if x -%>a<%- end -%><%# b %><%#- c -%>", ["a"]),
    ("<% xs.each do |x| %><%= x.name %><% end %><%= form_for x do |f| %>a<% end %>", ["☺ a"]),
    ("<% x = 'Kära kund' %><%= params.fetch(:name, 'du') %>", ["☺", "¶Kära kund¶du"]),
    ("Skriv <%%= x %>", ["Skriv <%= x %>"]),
    ("<% if x == 'a b' %>c<% end %>", ["c"]),
]
EJS = [
    ("<%= name || 'you' %> <%= x ?? 'you' %> <%= x ? 'a' : 'b' %>", ["☺ ¤ a", "you you b"]),
    ("<%= `Hi ${user.name}, you` %> <%= 'Hi ' + name + '!' %>", ["Hi ☺, you Hi ☺"]),
    ("<%- include('footer') %> <%- html -%> <%~ it.x %>", ["¤ ¤ ¤"]),
    ("<% if (x) { %>a<% } else if (y) { %>b<% } else { %>c<% } %>", ["a¶b¶c"]),
    ("<%_ xs.forEach((x) => { _%><%= x.name %><%_ }) _%>", ["☺"]),
    ("<% const x = 'Dear customer'; %>a", ["a", "¶Dear customer¶a"]),
    ("<% switch (x) { case 1: %>a<% break; case 2: %>b<% } %>", ["a b"]),
]
GO = [
    (
        '{{ or .Name "there" }} {{ .Name | default "there" }} {{ default "there" .Name }}',
        ["☺ ☺ ☺", "there there there"],
    ),
    ("{{- if .X -}}a{{- else if .Y -}}b{{- else -}}c{{- end }}", ["a¶b¶c"]),
    ("{{ range .Xs }}{{ .Name }}{{ end }}{{/* a */}}{{- /* b */ -}}", ["☺"]),
    ('{{ define "a b" }}c{{ end }}{{ template "x" . }}', ["c ¤"]),
    ('{{ $x := "Dear customer" }}{{ printf "Hi %s, you" .Name }}', ["Hi ¤, you", "¶Dear customer¶Hi ¤, you"]),
]
HELPDESKS = [
    ("{%customer.firstName,fallback=kära kund%} {%mailbox.fromName%}", ["☺ ¤", "kära kund ¤"]),
    ('{{user.name | fallback:"du"}} <attribute key="user.name" default="du"/>', ["☺ ☺", "du du"]),
    ('<attribute key="user.name" default=""></attribute>', ["☺"]),
    ('{{ personalization_token("contact.firstname", "du") }} {{ contact.firstname|default("du") }}', ["☺ ☺", "du du"]),
    ("{{ contact.first_name || 'du' }} [firstname,fallback=du]", ["☺ ☺", "du du"]),
    ("#{ticket.customer.firstname} %{ticket.name.first} #%{ticket.number} ${user || 'du'}", ["☺ ☺ #¤ ☺", "☺ ☺ #¤ du"]),
    ("*|FNAME|* *|IFNOT:X|*a*|ELSE:|*b*|END:IF|*", ["☺ a¶b"]),
]
ROWS = LIQUID + JINJA + TWIG + NUNJUCKS + HANDLEBARS + MUSTACHE + ERB + EJS + GO + HELPDESKS


@pytest.mark.parametrize(
    "template",
    [
        "Hej!",
        "{{ name }}",
        '{{ name | default: "" }}',
        "{{ name | default: '–' }}",
        "{% if x %}a{% else %}b{% endif %}",
        '{{ "a" }}',
        "{{ name",
        '{{ name | default: "du',
        '{{ name | default: "du }} och',
    ],
)
def test_a_template_without_fallback_texts_has_one_reading(template: str) -> None:
    assert len(texts(template)) == 1


@pytest.mark.parametrize(("template", "expected"), ROWS)
def test_a_template_reads_as_it_is_sent(template: str, expected: list[str]) -> None:
    assert texts(template) == expected


@pytest.mark.parametrize(("template", "expected"), JINJA[:4] + NUNJUCKS[:1])
def test_the_last_reading_is_what_jinja_sends_when_nothing_is_known(template: str, expected: list[str]) -> None:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.ChainableUndefined)
    assert environment.from_string(template).render(n=2).lower() == expected[-1]


@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r{}%#$[(*<")))
def test_a_fallback_text_reads_as_jinja_sends_it(text: str) -> None:
    """Quotes and backslashes in it are written with backslashes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    template = f'{{{{ x | default("du{escaped}") }}}}'
    (_, (read, _)) = readings(MappedText.of(template))
    plain = jinja2.Environment(autoescape=False)  # noqa: S701 - of a text that no browser sees
    assert read.text == plain.from_string(template).render()


ESCAPED = {'\\"': '"', "\\'": "'", "\\`": "`", "\\\\": "\\", "\\n": "\n"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\"s\u00e4g\" \\", '"säg" \\'),
        (r"\ud83d\ude00 \ud83d \ude00", "😀 \ufffd \ufffd"),
        (r"en\nrad \d", "en\nrad \\d"),
        ("Hej %(name)s, {order} och %s", "Hej ☺, ¤ och ¤"),
        ("{% if x %}", ""),
        ("", ""),
    ],
)
def test_a_string_reads_as_it_is_shown(written: str, read: str) -> None:
    assert texts(f'<%= "{written}" %>') == [read]


def stands_for(new: str, old: str) -> bool:
    """Whether a piece of a reading is what its slice of the template says."""
    if new in (old, ESCAPED.get(old)) or (old.startswith("\\u") and new == chr(int(old[-4:], 16))):
        return True
    if new.strip(" ") in {PLACEHOLDER, PERSON, TIME, BRANCH} or new == "<%":
        return len(old) > 1
    return new == " " and len(old) > 1


@given(TEMPLATES)
def test_every_piece_of_every_reading_is_what_its_slice_of_the_template_says(template: str) -> None:
    for text, _ in readings(MappedText.of(template)):
        done = 0
        for piece in text.pieces:
            new, old = text.text[piece.start : piece.end], template[piece.source_start : piece.source_end]
            assert done <= piece.source_start < piece.source_end
            assert new == old if piece.is_copy else stands_for(new, old)
            done = piece.source_end


@given(TEMPLATES)
def test_further_readings_have_news_and_the_main_one_has_none_apart(template: str) -> None:
    (_, nothing), *further = readings(MappedText.of(template))
    assert nothing == ()
    for _, within in further:
        assert within
        assert all(start < end for start, end in within)
        assert [*within] == sorted(within)


PLACES = (
    'Hej {{{{ user.name | default: "{0}" }}}}!', "{{{{ x | default('{0}', true) }}}}", "{{{{ x ?? '{0}' }}}}",
    '{{{{ x or "{0}" }}}}', "<%= x || '{0}' %>", '<attribute key="user.name" default="{0}"/>',
    "{{%customer.firstName,fallback={0}%}}", '{{{{ personalization_token("a.b", "{0}") }}}}',
    "{{{{ or .Name `{0}` }}}}",
    "{{{{ x | default: &quot;{0}&quot; }}}}", '{{% assign x = "{0}" %}}', "${{x || '{0}'}}",
)  # fmt: skip


@given(
    chosen=st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(["Kära kund", "där, du", "vän av ordning"]))),
    between=st.sampled_from(["", " ", "\n", "å 👩‍👩‍👧 ", "\n\n{% if x %}\n", "{{ x }}"]),
)
def test_the_news_are_exactly_the_fallback_texts(chosen: list[tuple[str, str]], between: str) -> None:
    template, spans = "Ord ", []
    for place, fallback in chosen:
        before, after = place.format("\0").split("\0")
        start = len(template) + len(before)
        spans.append((start, start + len(fallback)))
        template += before + fallback + after + between
    found = [within for _, within in readings(MappedText.of(template))]
    assert found == [(), tuple(spans)][: 1 + bool(chosen)]
    for text, _ in list(readings(MappedText.of(template)))[1:]:
        assert [text.source_span(*span) for span in _spans_of(text.text, chosen)] == spans


def _spans_of(text: str, chosen: list[tuple[str, str]]) -> list[tuple[int, int]]:
    at, spans = 0, []
    for _, fallback in chosen:
        start = text.index(fallback, at)
        at = start + len(fallback)
        spans.append((start, at))
    return spans


def test_more_texts_than_eight_in_a_tag_are_read_together() -> None:
    tag = "{{ x || " + " || ".join(f"'t{number}'" for number in range(9)) + " }}"
    assert texts("a " + tag)[1] == "a " + "¶".join(f"t{number}" for number in range(9))
    assert len(texts("a " + tag)) == 2
    assert len(texts("a {{ x || 'b' || 'c' }} {{ y || 'd' }}")) == 3


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="{{ url }}">Läs</a> mer', "Läs mer"),
        ('<p {% if x > 1 %}class="a"{% else %}class="b"{% endif %}>Hej</p>', "Hej"),
        ('<p{{ attributes }} {{#if x}}hidden{{/if}}title="">Hej</p>', "Hej"),
        ("<p style=\"color: {% if x %}red{% else %}blue{% endif %}\">Hej {{ x ? '<' : '>' }}</p>", "Hej <"),
        ("<table><tr><td{{ attributes }}>a</td><td<%= attributes %>>b</td></tr></table>", "a\n\nb"),
        ('<p><img alt="{{ x | default: "bild" }}" src="<%= url > 1 %>">Hej</p>', "Hej"),
    ],
)
def test_tags_in_attributes_do_not_break_html(html: str, expected: str) -> None:
    text = next(renderings(MappedText.of(html), read_html)).text.text
    assert "".join(sign for sign in text if sign not in {PLACEHOLDER, BRANCH}).strip() == expected


def test_tags_in_the_target_of_a_link_do_not_break_markdown() -> None:
    text = "[Läs mer](https://x.se/{% if sv %}sv{% else %}da{% endif %}/{{ x | default: 'a' }}) här"
    assert {rendering.text.text for rendering in renderings(MappedText.of(text), read_markdown)} == {"Läs mer här"}


def test_where_only_a_further_reading_has_words_all_of_it_is_news() -> None:
    (rendering,) = renderings(MappedText.of('{% assign x = "Kära kund" %}'), read_plain)
    assert (rendering.text.text.strip(), rendering.within) == ("\u2029Kära kund\u2029".strip(), ())


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_faults_in_fallback_texts_and_branches_are_found_at_their_places_and_once(ending: str) -> None:
    lines = [
        '\ufeffHej {{ user.name | default: "du" }} 👩‍👩‍👧!',
        "",
        "{% if sent %}Jag har lagat felet åt dig.{% else %}Du borde ha läst villkoren innan du beställde.{% endif %}",
        "",
        'Å {{ reason | default: "Du borde ha \\"läst\\" avtalet.",',
        '  allow_false: true }} {{ reason || "Du borde ha hört av dig." }} Du borde ha läst avtalet.',
    ]
    result = lint_source(Source("mail.sv.liquid", ending.join(lines)), bundled())
    faults = [(found.line, found.column, found.excerpt) for found in result.findings if "should-have" in found.rule]
    assert faults == [
        (3, lines[2].index("Du borde") + 1, "Du borde ha läst"),
        (5, lines[4].index("Du borde") + 1, 'Du borde ha "läst'),
        (6, lines[5].index("Du borde") + 1, "Du borde ha hört av dig"),
        (6, lines[5].rindex("Du borde") + 1, "Du borde ha läst"),
    ]
    assert result.replies == 1


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("booking.sv.html.erb", {6}),
        ("claim.da.txt.j2", {13}),
        ("helpscout.sv.txt", {5}),
        ("intercom.en.html", {3}),
        ("invoice.en.mustache", {8}),
        ("order.sv.liquid", {4, 13}),
        ("outage.en.md.njk", {8, 15}),
        ("parking.en.tmpl", {8, 11}),
        ("password.en.ejs", {7, 10}),
        ("return.da.hbs", {9, 16}),
        ("welcome.sv.html.twig", {9}),
    ],
)
def test_samples_of_each_language_hold_faults_on_these_lines(name: str, lines: set[int]) -> None:
    result = lint_source(Source(name, (SAMPLES / name).read_text(encoding="utf-8")), bundled())
    found = [(finding.line, finding.rule) for finding in result.findings if finding.severity >= Severity.WARNING]
    assert {line for line, _ in found} == lines
    assert len(found) == len(set(found))
    assert (result.errors, result.replies) == ((), 1)


def test_each_sample_is_tested() -> None:
    assert len(list(SAMPLES.iterdir())) == 11
