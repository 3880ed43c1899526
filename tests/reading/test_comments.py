"""Directives in the comments of texts: which comments count, and which lines they cover."""

from __future__ import annotations

import json

import pytest

from tonelint.model import Source
from tonelint.reading import Prose, read

HTML_IN_JSON = '{"macros": [{"title": "a", "actions": [{"field": "comment_value_html", "value": %s}]}]}'


def proses(name: str, text: str) -> list[Prose]:
    return [found for found in read(Source(name, text)) if isinstance(found, Prose)]


def names(name: str, text: str) -> list[str]:
    """The first names of the directives in a text."""
    return [each.names[0].text for prose in proses(name, text) for each in prose.rendering.directives]


def covered(name: str, text: str) -> list[str]:
    """What of the source each directive covers."""
    return [text[slice(*each.covers)] for prose in proses(name, text) for each in prose.rendering.directives]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.txt", "tonelint: allow stalling\nHej du!", id="what is no comment is text"),
        pytest.param("a.md", "# tonelint: allow stalling\nHej du!", id="a heading is text"),
        pytest.param("a.md", "`<!-- tonelint: allow stalling -->` skrivs så.", id="code in a line"),
        pytest.param("a.md", "Så här:\n\n```\n<!-- tonelint: allow stalling -->\n```", id="a fence"),
        pytest.param("a.md", "Så här:\n\n~~~html\n{# tonelint: allow stalling #}\n~~~\n", id="another fence"),
        pytest.param("a.md", "Så här:\n\n    <!-- tonelint: allow stalling -->\n    Hej\n", id="indented code"),
        pytest.param("a.md", "- Så här:\n\n      <!-- tonelint: allow stalling -->\n", id="indented code in a list"),
        pytest.param("a.md", "> <!-- tonelint: allow stalling -->\n> Hej!\n\nHej du!", id="a quote in Markdown"),
        pytest.param("a.txt", "Hej du!\n\n> {# tonelint: allow stalling #} Hej!", id="a quote in plain text"),
        pytest.param(
            "a.html", "<p>Hej du!</p><blockquote>Hej <!-- tonelint: allow stalling --></blockquote>", id="one in HTML"
        ),
        pytest.param("a.liquid", "{% raw %}{# tonelint: allow stalling #}{% endraw %} Hej du!", id="verbatim"),
        pytest.param(
            "a.liquid", "{% comment %}\n{# tonelint: allow x #}\n{% endcomment %} Hej!", id="a comment in one"
        ),
        pytest.param("a.html", "<p>Hej du!</p><!-- tonelint: allow stalling", id="a comment that never ends"),
        pytest.param("a.html", "<!-- see tonelint: allow stalling --><p>Hej du!</p>", id="a comment on it"),
    ],
)
def test_samples_and_the_words_of_others_are_no_directives(name: str, text: str) -> None:
    assert names(name, text) == []


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.html.erb", "a.liquid", "a.hbs", "a.mjml", "a.twig"])
@pytest.mark.parametrize(
    "comment",
    [
        "<!-- {} -->",
        "<!--{}-->",
        "{{# {} #}}",
        "{{#- {} -#}}",
        "{{% comment %}} {} {{% endcomment %}}",
        "{{%- comment -%}}{}{{%- endcomment -%}}",
        "{{% # {} %}}",
        "{{{{! {} }}}}",
        "{{{{!-- {} --}}}}",
        "{{{{~!-- {} --~}}}}",
        "{{{{/* {} */}}}}",
        "<%# {} %>",
    ],
)
def test_every_comment_that_is_left_out_may_hold_a_directive(name: str, comment: str) -> None:
    written = comment.format("tonelint: allow stalling -- because")
    (prose,) = proses(name, f"{written}\nHej på dig!")
    (directive,) = prose.rendering.directives
    assert ([each.text for each in directive.names], directive.reason) == (["stalling"], "because")
    assert prose.rendering.text.text.strip() == "Hej på dig!"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("a.md", "{}\nett\ntvå", "ett\n", id="the next line"),
        pytest.param("a.md", "noll\n\n{}\n\n\nett\n", "ett\n", id="blank lines are passed over"),
        pytest.param("a.md", "{}\n<!-- nästa: -->\nett\ntvå", "ett\n", id="other comments, too"),
        pytest.param("a.md", "{}\n{{% if x %}}\nett\ntvå", "ett\n", id="and tags of templates"),
        pytest.param("a.html", "<table>\n{}\n<tr>\n <td>\n  ett\n</td>", "  ett\n", id="and of HTML"),
        pytest.param("a.md", "{}\n\n---\n\n- ett\n- två", "- ett\n", id="and rules"),
        pytest.param("a.md", "- noll\n  {}\n- ett\n", "- ett\n", id="in a list"),
        pytest.param("a.md", "noll\n{}\n## ett\ntvå", "## ett\n", id="above a heading"),
        pytest.param("a.md", "{}\nett", "ett", id="the last line has no end"),
        pytest.param("a.md", "noll\n\n{}\n", "", id="nothing follows"),
        pytest.param("a.md", "noll\nett {}\ntvå", "ett {}\n", id="beside text, its own line"),
        pytest.param("a.md", "noll\n{} ett\ntvå", "{} ett\n", id="on either side"),
        pytest.param("a.md", "- {} **ett**\n- två", "- {} **ett**\n", id="whatever the markup"),
        pytest.param("a.md", "| a | b |\n|---|---|\n| ett | {} |\n| c | d |\n", "| ett | {} |\n", id="in a table"),
        pytest.param("a.html", "<p>\n{}<b>ett</b>\ntvå", "{}<b>ett</b>\n", id="in HTML"),
        pytest.param("a.txt", "{{{{name}}}} {}\nett", "{{{{name}}}} {}\n", id="a placeholder is text"),
        pytest.param("a.md", "{}\r\nett\r\ntvå", "ett\r\n", id="with other line endings"),
        pytest.param("a.md", "---\ntitle: x\n---\n{}\nett\ntvå", "ett\n", id="below front matter"),
    ],
)
def test_a_directive_covers_a_line(name: str, text: str, expected: str) -> None:
    comment = "<!-- tonelint: allow stalling -->"
    assert covered(name, text.format(comment)) == [expected.format(comment)]


def test_a_comment_of_several_lines_is_one() -> None:
    text = "<!--\n  tonelint: allow stalling\n  -- because\n-->\nett\ntvå"
    assert covered("a.md", text) == ["ett\n"]


def test_a_line_of_a_string_is_one_of_what_the_string_says() -> None:
    said = "Hej på dig!\n<!-- tonelint: allow stalling -->\n<p>Vi hörs.</p>\n<p>Hej då!</p>"
    text = HTML_IN_JSON % json.dumps(said)
    assert covered("a.json", text) == ["<p>Vi hörs.</p>\\n".replace("ö", "\\u00f6")]


def test_allow_file_covers_the_text() -> None:
    text = "Hej!\n\nHej då! <!-- tonelint: allow-file stalling -->\n"
    assert covered("a.md", text) == [text]
    said = "Hej på dig! <!-- tonelint: allow-file stalling -->"
    (prose,) = proses("a.json", HTML_IN_JSON % json.dumps(said))
    (directive,) = prose.rendering.directives
    assert prose.source.text[slice(*directive.covers)] == json.dumps(said)[1:-1]


def test_the_directives_of_a_mail_are_those_of_all_its_parts() -> None:
    part = "--b\nContent-Type: text/html\n\n<!-- tonelint: allow {} -->\n<p>Hej!</p>\n"
    mail = "From: a@b.se\nContent-Type: multipart/mixed; boundary=b\n\n"
    mail += part.format("stalling") + part.format("hostility") + "--b--\n"
    assert names("a.eml", mail) == ["stalling", "hostility"]
    assert covered("a.eml", mail) == ["<p>Hej!</p>", "<p>Hej!</p>"]


def test_fallback_texts_are_readings_without_directives_of_their_own() -> None:
    text = '{# tonelint: allow stalling #}\nHej {{ name | default: "du som väntar" }}!\nHej då!'
    first, second = proses("a.liquid", text)
    assert [len(each.rendering.directives) for each in (first, second)] == [1, 0]
