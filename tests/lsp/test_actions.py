"""What is offered on a finding: a comment that really permits it and changes nothing that is read, or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lsp.test_documents import document
from tests.reporters.runs import WARNING
from tonelint.configuration import Configuration
from tonelint.lsp.actions import LONGEST_TRIED, SELECT, SHOW, actions, entry, permission
from tonelint.lsp.comments import Insertion
from tonelint.lsp.settings import Linted, Settings, lint
from tonelint.model import Finding, Upkeep
from tonelint.reading import Fields, ReadOptions
from tonelint.rulebook.ruleset import bundled
from tonelint.task import Task

if TYPE_CHECKING:
    from tonelint.lsp.documents import OpenDocument

BLAME = "Du borde ha läst villkoren innan du beställde."
RULE = "blame-shifting/should-have-known"
ALLOW = f"tonelint: allow {RULE} -- reason"
HTML = f"<!-- {ALLOW} -->"
READING = ReadOptions((Fields(("*.yaml", "*.json", "*.csv"), ("macros.*", "macros[]")),))
SETTINGS = Settings(Task(Configuration(READING), bundled()))


def found(name: str, text: str) -> tuple[Finding, OpenDocument, Linted]:
    """The finding in a text, the text, and all that was found in it."""
    opened = document(f"untitled:{name}", text)
    linted = lint(opened.source, SETTINGS)
    return next(each for each in linted.findings if each.rule == RULE), opened, linted


def permitted(name: str, text: str) -> str | None:
    """A text with the comment that permits its finding; None where none is offered."""
    finding, opened, linted = found(name, text)
    insertion = permission(finding, opened, linted, SETTINGS)
    return insertion and insertion.applied(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"Hej!\n{BLAME}\n"),
        ("a.txt.tmpl", f"Hej!\n{BLAME}\n"),
        ("a.json", f'{{"macros": {{"a": "{BLAME}"}}}}'),
        ("a.eml", f"From: a@b.se\nTo: c@d.se\n\n{BLAME}\n"),
        ("title.html", f"<title>Hej\n{BLAME}\n</title>"),
        ("flow.yaml", f'macros: {{a: "x\n  y", b: "{BLAME}"}}\n'),
        ("long.md", f"{BLAME}\n\n" + "Vi skickar en ny stol i dag.\n\n" * (LONGEST_TRIED // 30 + 1)),
    ],
)
def test_where_no_comment_can_stand_none_is_offered(name: str, text: str) -> None:
    """In formats without comments, where a comment would be text, and in files too long to try it."""
    assert permitted(name, text) is None


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("own line.md", f"Hej!\n\n{BLAME}\n", f"Hej!\n\n{HTML}\n{BLAME}\n"),
        ("crlf.md", f"Hej!\r\n\r\n{BLAME}\r\n", f"Hej!\r\n\r\n{HTML}\r\n{BLAME}\r\n"),
        ("mark.md", f"\ufeff{BLAME}\n", f"\ufeff{HTML}\n{BLAME}\n"),
        ("paragraph.md", f"Hej!\n{BLAME}\nVi ses.", f"Hej!\n{BLAME} {HTML}\nVi ses."),
        ("break.md", f"Vi tar\n{BLAME}  \nVi ses.", f"Vi tar\n{BLAME} {HTML}  \nVi ses."),
        ("list.md", f"- Ett.\n\n- {BLAME}\n", f"- Ett.\n\n- {BLAME} {HTML}\n"),
        ("table.md", f"| a | b |\n|---|---|\n| x | {BLAME} |\n", f"| a | b |\n|---|---|\n| x | {BLAME} {HTML} |\n"),
        ("heading.md", f"# {BLAME}\n", f"# {BLAME} {HTML}\n"),
        ("a.html", f"<p>\n  Hej!\n  {BLAME}\n</p>", f"<p>\n  Hej!\n  {HTML}\n  {BLAME}\n</p>"),
        ("pre.html", f"<pre>\n{BLAME}\n</pre>", f"<pre>\n{BLAME} {HTML}\n</pre>"),
        ("tag.html", f"<img src='x'\n alt='{BLAME}'>\n", f"<img src='x'\n alt='{BLAME}'> {HTML}\n"),
        (
            "a.mjml",
            f"<mjml><mj-body><mj-text>\n{BLAME}\n</mj-text></mj-body></mjml>",
            f"<mjml><mj-body><mj-text>\n{HTML}\n{BLAME}\n</mj-text></mj-body></mjml>",
        ),
        ("go.html.tmpl", f"<p>{BLAME}</p>\n", f"{HTML}\n<p>{BLAME}</p>\n"),
        ("plain.liquid", f"Hej!\n{BLAME}\n", f"Hej!\n{BLAME} {{% comment %}}{ALLOW}{{% endcomment %}}\n"),
        ("a.html.liquid", f"<p>{BLAME}</p>\n", f"{{% comment %}}{ALLOW}{{% endcomment %}}\n<p>{BLAME}</p>\n"),
        ("a.md.j2", f"Hej!\n\n{BLAME}\n", f"Hej!\n\n{{# {ALLOW} #}}\n{BLAME}\n"),
        ("tag.html.twig", f"<img\n alt='{BLAME}'>\n", f"<img\n {{# {ALLOW} #}}\n alt='{BLAME}'>\n"),
        ("a.txt.njk", f"Hej!\n{BLAME}\n", f"Hej!\n{BLAME} {{# {ALLOW} #}}\n"),
        ("a.html.hbs", f"<p>{BLAME}</p>\n", f"{{{{!-- {ALLOW} --}}}}\n<p>{BLAME}</p>\n"),
        ("a.html.mustache", f"<p>{BLAME}</p>\n", f"{{{{!-- {ALLOW} --}}}}\n<p>{BLAME}</p>\n"),
        ("a.html.erb", f"<p>{BLAME}</p>\n", f"<%# {ALLOW} %>\n<p>{BLAME}</p>\n"),
        ("a.html.ejs", f"<p>{BLAME}</p>\n", f"<%# {ALLOW} %>\n<p>{BLAME}</p>\n"),
        ("plain.yaml", f"macros:\n  a: {BLAME}\n", f"macros:\n  # {ALLOW}\n  a: {BLAME}\n"),
        ("item.yaml", f"macros:\n  - {BLAME}\n", f"macros:\n  # {ALLOW}\n  - {BLAME}\n"),
        (
            "block.yaml",
            f"macros:\n  b: |+\n    Hej!\n\n  a: |-\n    Hej!\n    {BLAME}\n",
            f"macros:\n  b: |+\n    Hej!\n\n  # {ALLOW}\n  a: |-\n    Hej!\n    {BLAME}\n",
        ),
        ("quoted.yaml", f'macros:\n  a: "Hej!\n    {BLAME}"\n', f'macros:\n  # {ALLOW}\n  a: "Hej!\n    {BLAME}"\n'),
        (
            "a.po",
            f'#: a.py:1\nmsgid "You should"\nmsgstr ""\n"Hej! "\n"{BLAME}"\n',
            f'#: a.py:1\n# {ALLOW}\nmsgid "You should"\nmsgstr ""\n"Hej! "\n"{BLAME}"\n',
        ),
    ],
)
def test_a_comment_permits_the_finding_in_the_syntax_of_the_format(name: str, text: str, expected: str) -> None:
    """And once it stands there, the finding is gone and nothing else is found."""
    assert permitted(name, text) == expected
    assert lint(document(f"untitled:{name}", expected).source, SETTINGS).findings == ()


ENTRY = (
    "allow:",
    "  - rule: blame-shifting/should-have-known",
    '    files: "mail/a.json"',
    '    location: "macros[3][\\"a b\\"]"',
    '    reason: "reason"',
)
LINES = st.lists(
    st.sampled_from(
        [
            "Hej 😀!",
            "",
            "- Ett.",
            "> Citat.",
            "<div",
            "alt='x'>",
            "<pre>",
            "</pre>",
            "# Rubrik",
            "| a |",
            "|---|",
            "    kod",
        ]
    ),
    max_size=5,
)


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.html.j2", "a.liquid"])
@given(before=LINES, after=LINES)
@settings(max_examples=40, deadline=None)
def test_whatever_is_around_only_the_permitted_finding_goes(name: str, before: list[str], after: list[str]) -> None:
    text = "\n".join([*before, BLAME, *after])
    opened = document(f"untitled:{name}", text)
    linted = lint(opened.source, SETTINGS)
    for finding in (each for each in linted.findings if each.rule == RULE):
        insertion = permission(finding, opened, linted, SETTINGS)
        if insertion:
            left = lint(opened.with_text(insertion.applied(text)).source, SETTINGS).findings
            assert [each.rule for each in left] == [each.rule for each in linted.findings if each.rule != RULE]


def test_what_is_said_about_permissions_is_not_permitted() -> None:
    finding, opened, linted = found("a.md", BLAME)
    upkeep = replace(finding, category=Upkeep.SUPPRESSION)
    assert permission(upkeep, opened, linted, SETTINGS) is None
    assert entry(upkeep, replace(opened, path=Path("/replies/a.txt")), SETTINGS) == ""


def test_the_edit_is_followed_by_selecting_the_reason() -> None:
    finding, opened, linted = found("a.md", f"😀\n{BLAME}")
    insertion = permission(finding, opened, linted, SETTINGS)
    assert insertion
    allow, advice = actions(finding, opened, (linted, SETTINGS), insertion)
    assert allow.title == f"Allow {RULE} here, with a reason …"
    assert allow.edit
    assert allow.edit.changes
    ((edit,),) = allow.edit.changes.values()
    assert edit.new_text == f" {HTML}"
    assert allow.command
    assert allow.command.command == SELECT
    arguments: Any = allow.command.arguments
    uri, (line, character, _, end) = arguments
    changed = opened.with_text(insertion.applied(opened.lines.text)).lines.text.split("\n")
    assert (uri, changed[line][character:end]) == (opened.uri, "reason")
    assert advice.command
    assert advice.command.command == SHOW


def test_where_no_comment_can_stand_the_entry_of_the_configuration_is_shown() -> None:
    finding = replace(WARNING, location='macros[3]["a b"]')
    opened = replace(document("untitled:a.json", "{}"), path=Path("/replies/mail/a.json"))
    settings = Settings(Task(Configuration(folder="/replies"), bundled()))
    _, shown = actions(finding, opened, (Linted((finding,), (), bundled()), settings), None)
    assert shown.edit is None
    assert shown.command
    assert shown.command.arguments == ["\n".join(ENTRY)]


def test_a_text_without_a_file_cannot_be_named_in_a_configuration() -> None:
    finding, opened, linted = found("a.txt", BLAME)
    (advice,) = actions(finding, opened, (linted, SETTINGS), None)
    assert advice.title == f"Show advice on {RULE}"


def test_an_insertion_stands_where_it_says() -> None:
    assert Insertion(2, "--", 0).applied("abcd") == "ab--cd"
