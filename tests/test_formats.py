"""Every format from file to finding: a planted fault is reported at its line and column, with its location."""

from __future__ import annotations

import base64
import csv
import io
import json
import quopri
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.judging.test_judge import rule, wording
from tonelint.lint import lint_source
from tonelint.model import Language, Source
from tonelint.reading.decode import decode
from tonelint.rulebook.ruleset import Ruleset

if TYPE_CHECKING:
    from collections.abc import Callable

    from tonelint.model import Finding

RULESET = Ruleset((rule("stalling/planted", wording("zebra crossing")),), {language: {} for language in Language})
FAULT = "We met at a zebra crossing in town."

PARAGRAPHS = (
    "Hello Åsa 👩‍👩‍👧‍👦,",
    'We "wrote" to you – twice – last week; it said \\n and 50 %.',
    "It costs 5 < 6 & 7 > 3, as it's written: “so”.",
    "{{ ticket.requester.first_name }}, your order {{ order.id }} is late.",
    "A line that is long enough to be folded by whoever folds lines at some seventy or eighty characters a line.",
    "- first\n- second, and more of it",
    "   Three blanks before, and a tab\tinside: yes.",
    "å" * 30 + " " + "ä" * 50,
)
TEXTS = st.tuples(
    st.lists(st.sampled_from(PARAGRAPHS), max_size=4), st.lists(st.sampled_from(PARAGRAPHS), max_size=2)
).map(lambda parts: "\n\n".join([*parts[0], FAULT, *parts[1]]))


def findings(name: str, content: str | bytes) -> tuple[Finding, ...]:
    source = decode(content, name) if isinstance(content, bytes) else Source(name, content)
    result = lint_source(source, RULESET, Language.EN)
    assert result.errors == ()
    return result.findings


def position(content: str, what: str) -> tuple[int, int]:
    """The line and column at which a text stands in a file, counted without the code under test."""
    before = content[: content.index(what)].replace("\r\n", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def check(name: str, content: str, location: str = "") -> None:
    """The fault is the only finding; it stands where it is written, where it is written in one piece."""
    (finding,) = findings(name, content)
    assert finding.location == location
    assert finding.excerpt.split() == ["zebra", "crossing"]
    assert (finding.line, finding.column) == position(content, "zebra")
    if "zebra crossing" in content:
        assert (finding.end_line, finding.end_column) == (finding.line, finding.column + len("zebra crossing"))


@settings(deadline=None)
@given(text=TEXTS, indent=st.sampled_from([None, 2]), ascii_only=st.booleans(), crlf=st.booleans())
def test_json(text: str, indent: int | None, *, ascii_only: bool, crlf: bool) -> None:
    document = {"count": 1, "macros": [{"title": "x", "actions": [{"field": "comment_value", "value": ["all", text]}]}]}
    content = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
    check("macros.json", content.replace("\n", "\r\n") if crlf else content, "macros[0].actions[0].value[1]")


@settings(deadline=None)
@given(text=TEXTS, before=st.integers(0, 3))
def test_json_lines(text: str, before: int) -> None:
    """The customer's own words are never reported."""
    comments = [
        {"author_id": 1, "public": True, "plain_body": FAULT},
        {"author_id": 2, "public": True, "plain_body": text},
        {"author_id": 2, "public": False, "plain_body": FAULT},
    ]
    line = json.dumps({"id": 1, "requester_id": 1, "comments": comments}, ensure_ascii=False)
    (finding,) = findings("tickets.jsonl", "{}\n" * before + line + "\n")
    own = line.index('"plain_body"', line.index('"plain_body"') + 5)
    assert (finding.line, finding.column) == (before + 1, line.index("zebra", own) + 1)
    assert finding.location == "comments[1].plain_body"


YAML_STYLES: tuple[Callable[[str], str], ...] = (
    lambda text: yaml.safe_dump(text, default_style='"', allow_unicode=True, width=40).strip().replace("\n", "\n    "),
    lambda text: yaml.safe_dump(text, default_style="'", allow_unicode=True, width=50).strip().replace("\n", "\n    "),
    lambda text: "|\n" + "\n".join(f"    {line}" if line.strip() else "" for line in text.split("\n")),
    lambda text: "|2-\n" + "\n".join(f"    {line}" if line.strip() else "" for line in text.split("\n")),
    lambda text: ">\n" + "\n\n".join(f"    {line.strip()}" for line in text.split("\n") if line.strip()),
)


@settings(deadline=None)
@given(text=TEXTS, style=st.sampled_from(YAML_STYLES), crlf=st.booleans())
def test_yaml(text: str, style: Callable[[str], str], *, crlf: bool) -> None:
    content = (
        f"- title: x\n  notes: {FAULT}\n\n- isenabled: 1\n  title: y\n  response: {style(text.lstrip())}\n  notes: z\n"
    )
    other = content.replace(FAULT, "We met.", 1)
    check("premade.yaml", other.replace("\n", "\r\n") if crlf else other, "[1].response")


@settings(deadline=None)
@given(
    text=TEXTS,
    delimiter=st.sampled_from(",;\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    ending=st.sampled_from(["\n", "\r\n"]),
    mark=st.booleans(),
)
def test_tables(text: str, delimiter: str, quoting: int, ending: str, *, mark: bool) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter=delimiter, quoting=quoting, lineterminator=ending)  # type: ignore[arg-type]
    writer.writerows([["id", "question", "reply"], ["1", "multi\nline", "Yes."], ["2", FAULT, text]])
    content = table.getvalue()
    (finding,) = findings("export.csv", ("\ufeff" * mark + content).encode())
    start = content.index("zebra", content.index("zebra") + 1)
    assert (finding.line, finding.column) == position(content[:start] + "#", "#")
    assert finding.location == "row 2, column reply"


@settings(deadline=None)
@given(text=TEXTS, encoding=st.sampled_from(["7bit", "quoted-printable", "base64", "8bit"]), html=st.booleans())
def test_mail(text: str, encoding: str, *, html: bool) -> None:
    message = EmailMessage(policy=SMTP)
    message["From"] = "help@example.se"
    message["Subject"] = "Svar"
    if encoding == "7bit":
        text = text.encode("ascii", "replace").decode()
    message.set_content(text, cte=encoding)
    if html:
        message.add_alternative(f"<p>{FAULT}</p>", subtype="html")
    raw = message.as_bytes().decode("utf-8")
    (finding,) = findings("answer.eml", raw)
    assert finding.excerpt == "zebra crossing"
    lines = raw.split("\r\n")
    if encoding != "base64" and "zebra" in lines[finding.line - 1]:
        assert lines[finding.line - 1][finding.column - 1 :].startswith("z")
        assert lines[finding.line - 1].index("zebra") == finding.column - 1


def test_a_fault_in_base64_is_shown_in_words() -> None:
    """The four letters in which it begins are its place."""
    body = f"Hello Åsa,\n\n{FAULT}\n".encode()
    coded = base64.encodebytes(body).decode()
    raw = f"From: a@example.se\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{coded}"
    (finding,) = findings("answer.eml", raw)
    offset = body.index(b"zebra")
    line_bytes = 57  # of 76 letters
    assert (finding.line, finding.column) == (5 + offset // line_bytes, offset % line_bytes // 3 * 4 + 1)
    assert finding.snippet.text[finding.snippet.start : finding.snippet.end] == "zebra crossing"


def test_a_fault_over_a_soft_line_break_spans_both_lines() -> None:
    raw = (
        "From: a@example.se\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nVi m=C3=B6ttes. We met at a zebra cro=\r\nssing.\r\n"
    )
    (finding,) = findings("answer.eml", raw)
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (5, 29, 6, 6)
    assert quopri.decodestring(b"zebra cro=\r\nssing").decode() == finding.excerpt


@settings(deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_mail_boxes(texts: list[str]) -> None:
    messages = []
    for text in texts:
        message = EmailMessage()
        message["From"] = "help@example.se"
        message.set_content(text, cte="8bit")
        body = message.as_bytes().decode("utf-8")
        messages.append(f"From help@example.se Sat Nov 21 10:00:00 2026\n{body}\n")
    content = "".join(messages)
    lines = content.split("\n")
    assert [(each.line, each.column) for each in findings("sent.mbox", content)] == [
        (number, line.index("zebra") + 1) for number, line in enumerate(lines, 1) if "zebra" in line
    ]


HTML_TEXTS = TEXTS.map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace("å", "&aring;").replace("\n\n", "</p>\n  <p>")
)


@settings(deadline=None)
@given(text=HTML_TEXTS, crlf=st.booleans())
@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("mail.html", '<html lang="en"><head><style>p {{ }} zebra</style></head>\n<body><p>{}</p></body></html>'),
        ("mail.mjml", "<mjml><mj-body>\n  <mj-text>{}</mj-text></mj-body></mjml>"),
        ("mail.html.erb", "<% if late? %>\n<p class='<%= css %>'>{}</p>\n<% end %>"),
        ("mail.html.twig", "{{% block body %}}<td>{}</td>{{% endblock %}}"),
        ("mail.liquid", "<div>{}</div>"),
    ],
)  # fmt: skip
def test_html_and_templates(name: str, layout: str, text: str, *, crlf: bool) -> None:
    content = layout.format(text).replace("zebra</style>", "</style>")
    check(name, content.replace("\n", "\r\n") if crlf else content)


@pytest.mark.parametrize(
    ("name", "content", "location"),
    [
        (
            "sv.po",
            f'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "a"\nmsgstr ""\n"Hello 👋 "\n"{FAULT}"\n',
            'msgid "a"',
        ),
        (
            "en.xliff",
            f"""<xliff version="1.2"><file target-language="en"><body><trans-unit id="m1"><source>x</source>
            <target>Hello &amp; <g id="1">{FAULT}</g></target></trans-unit></body></file></xliff>""",
            'trans-unit "m1"',
        ),
        ("en.json", f'{{"mail": {{"late_one": "Hello \\u00e5. {FAULT}"}}}}', "mail.late_one"),
        ("app_en.arb", f'{{"@@locale": "en", "late": "{FAULT} {{count, plural, other {{days}}}}"}}', "late"),
        ("en.yml", f"en:\n  mail:\n    late_html: >\n      <b>Hello</b>\n      {FAULT}\n", "en.mail.late_html"),
    ],
)
def test_catalogues(name: str, content: str, location: str) -> None:
    check(name, content, location)


def test_a_fault_in_a_fallback_text_stands_in_it() -> None:
    content = 'Hello {{ name | default: "friend of the zebra crossing" }},\n\nSee you.\n'
    check("mail.liquid", content)
