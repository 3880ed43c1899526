"""Wherever a fault stands, a directive permits it and no other; and it changes nothing but that."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.suppressing.test_suppressor import RULES, ZEBRA
from tonelint.lint import lint_source
from tonelint.model import Language, Source, Upkeep
from tonelint.rulebook.ruleset import bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tonelint.model import Finding

SURROUNDINGS = [
    "Hello Åsa, 😊 we wrote to you yesterday.",
    "- an item\n- another item",
    "1. an item\n\n   more of it",
    "## A heading",
    "Some **bold** and `code` and [a link](https://example.org/a?b=c) here.",
    "| a | b |\n|---|---|\n| c | d |",
    "> the customer wrote this",
    "```\nzebra crossing in code\n```",
    "<div>\n<p>in HTML</p>\n</div>",
    "{% if order.late %}\nIt is late.\n{% else %}\nIt is here.\n{% endif %}",
    "<!-- an ordinary comment -->",
    "***",
    "",
]
COMMENTS = ["<!-- {} -->", "{{# {} #}}", "{{% comment %}} {} {{% endcomment %}}", "{{{{!-- {} --}}}}", "<%# {} %>"]
HOLDERS = ["{}", "- {}", "  {}", "## {}", "**Note** {}", "| {} |", "1. {}", "- [ ] {}", "<p>{}</p>", "{{{{name}}}}: {}"]
NAMES = ["hostility", "hostility/zebra", "stalling, hostility", "hostility/zebra stalling/lion"]


class Layout(NamedTuple):
    """A text with a fault in one line that is permitted, and another that is not.

    Attributes:
        plain: its lines without directives.
        permitted: the number of the line with the fault that is permitted, from 0.
        above: what stands above that line, to permit it.
        behind: what stands behind it.
        below: what stands below it.
    """

    plain: list[str]
    permitted: int
    above: str = ""
    behind: str = ""
    below: str = ""

    def lines(self) -> list[str]:
        """The lines with directives."""
        line = self.plain[self.permitted] + self.behind
        around = [*filter(None, [self.above]), line, *filter(None, [self.below])]
        return [*self.plain[: self.permitted], *around, *self.plain[self.permitted + 1 :]]


@st.composite
def layouts(draw: st.DrawFn, holders: list[str] = HOLDERS, *, surroundings: list[str] = SURROUNDINGS) -> Layout:
    """Texts with two equal faults, each in a paragraph of its own, and a directive of some kind for one of them."""
    blocks = draw(st.lists(st.sampled_from(surroundings), max_size=4))
    holder = draw(st.sampled_from(holders))
    faults = [holder.format(ZEBRA), ZEBRA]
    is_first = draw(st.booleans())
    at = draw(st.integers(0, len(blocks)))
    parts = [*blocks[:at], faults[not is_first], *blocks[at:], faults[is_first]]
    plain = "\n\n".join(parts).split("\n")
    permitted = plain.index(faults[0])
    names = draw(st.sampled_from(NAMES))
    comment = draw(st.sampled_from(COMMENTS))
    reason = draw(st.sampled_from(["", " -- because", " -- it was\nagreed"]))
    allow = comment.format(f"tonelint: allow {names}{reason}")
    match draw(st.sampled_from(["above", "behind", "block"])):
        case "above" if holder not in ("1. {}", "  {}"):
            return Layout(plain, permitted, above=allow)
        case "block":
            begin, end = comment.format(f"tonelint: allow-begin {names}"), comment.format("tonelint: allow-end")
            return Layout(plain, permitted, above=begin, below=end)
        case _:
            return Layout(plain, permitted, behind=" " + allow.replace("\n", " "))


def outcome(name: str, text: str) -> tuple[list[Finding], list[Finding]]:
    """The findings, without those about permissions that are not needed, and the permitted ones."""
    result = lint_source(Source(name, text), RULES, Language.EN)
    assert [each.rule for each in result.findings if each.category is Upkeep.SUPPRESSION and _is_wrong(each)] == []
    return (
        [each for each in result.findings if each.category is not Upkeep.SUPPRESSION],
        [each.finding for each in result.suppressed],
    )


def _is_wrong(finding: Finding) -> bool:
    """Whether a permission of what is planted is not needed, or cannot be read."""
    return not (finding.rule == "suppression/unused" and finding.excerpt.startswith("stalling"))


def check(name: str, layout: Layout, written: Callable[[Iterable[str]], str]) -> None:
    """One of the two faults is permitted; without the directive both are told, by the same fingerprints."""
    found, permitted = outcome(name, written(layout.lines()))
    plain, none = outcome(name, written(layout.plain))
    assert (len(found), len(permitted), len(plain), len(none)) == (1, 1, 2, 0)
    assert Counter(each.fingerprint for each in (*found, *permitted)) == Counter(each.fingerprint for each in plain)
    by_place = sorted((*found, *permitted), key=lambda each: (each.line, each.column))
    number = sum(ZEBRA in line for line in layout.plain[: layout.permitted])
    assert by_place[number] == permitted[0]


@settings(max_examples=150, deadline=None)
@given(layouts(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_in_markdown(layout: Layout, ending: str) -> None:
    check("a.md", layout, lambda lines: "\n".join(lines).replace("\n", ending))


HTML_SURROUNDINGS = [
    "<p>Hello <b>Åsa</b>, we wrote to you yesterday.</p>",
    "<ul>\n<li>an item\n<li>another item\n</ul>",
    "<table><tr>\n<td>a</td>\n<td>b</td>\n</tr></table>",
    "<blockquote>the customer wrote this</blockquote>",
    '<img src="a.png" alt="A picture of a house">',
    "<style>\np { color: red }\n</style>",
    "<!--[if mso]><p>zebra crossing</p><![endif]-->",
    "<hr><br>",
]


@settings(max_examples=80, deadline=None)
@given(layouts(["<p>{}</p>", "<div>{}</div>", "<h2>{}</h2>"], surroundings=HTML_SURROUNDINGS), st.booleans())
def test_in_html(layout: Layout, is_one_element: bool) -> None:
    def written(lines: Iterable[str]) -> str:
        told = "\n".join(lines)
        return f"<html><head>\n<title>A title</title></head><body>\n{told}\n</body></html>" if is_one_element else told

    plain = [f"<p>{ZEBRA}</p>" if line == ZEBRA else line for line in layout.plain]
    check("a.html", layout._replace(plain=plain), written)


@settings(max_examples=60, deadline=None)
@given(layouts(["{}", "{{{{name}}}}: {}"], surroundings=["Hello.", "{{ name }}, hi.", ""]))
def test_in_plain_text(layout: Layout) -> None:
    check("a.txt", layout, "\n".join)


@settings(max_examples=80, deadline=None)
@given(layouts(["{}", "- {}"], surroundings=["Hello.", "Hello Åsa: \"we\" \\ said 'so' # and more.", ""]), st.data())
def test_in_strings_of_data(layout: Layout, data: st.DataObject) -> None:
    """A line is one of what the string says, however the string is written."""

    def in_json(text: str) -> str:
        return json.dumps({"macros": [{"title": "a", "actions": [{"field": "comment_value", "value": text}]}]})

    def in_yaml(style: str) -> Callable[[str], str]:
        def write(text: str) -> str:
            value = yaml.dump(text, default_style=style, allow_unicode=True, width=1000).strip()
            value = value.replace("\n", "\n     ")
            return f"macros:\n- title: a\n  actions:\n   - field: comment_value\n     value: {value}\n"

        return write

    def in_csv(text: str) -> str:
        return 'id,reply\n1,"' + text.replace('"', '""') + '"\n'

    kinds: dict[str, list[Callable[[str], str]]] = {
        "a.json": [in_json],
        "a.yaml": [in_yaml(style) for style in "|>\"'"],
        "a.csv": [in_csv],
    }
    name = data.draw(st.sampled_from(sorted(kinds)))
    write = data.draw(st.sampled_from(kinds[name]))
    check(name, layout, lambda lines: write("\n".join(lines)))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=5), st.booleans())
def test_in_gettext_catalogues_every_entry_has_its_own(marks: list[bool], in_text: bool) -> None:
    comment = "tonelint: allow hostility -- because"
    text = ""
    for number, is_marked in enumerate(marks):
        text += f"# {comment}\n" * (is_marked and not in_text) + f'msgid "{number}"\nmsgstr ""\n'
        text += f'"<!-- {comment} -->\\n"\n' * (is_marked and in_text) + f'"{ZEBRA}"\n\n'
    found, permitted = outcome("en.po", text)
    assert [each.location for each in permitted] == [f'msgid "{n}"' for n, is_marked in enumerate(marks) if is_marked]
    assert [each.location for each in found] == [f'msgid "{n}"' for n, is_marked in enumerate(marks) if not is_marked]


REPLY = """\
Hej Anna!

Vi har tyvärr skickat fel vara till dig.
Du borde ha läst villkoren innan du beställde. Det är inte vårt ansvar att paketet har kommit bort.
Vi återkommer så snart vi kan.

- Vi har skickat det vidare.
- Tyvärr kan vi inte göra något åt det.

Med vänlig hälsning
Kundtjänst
"""
GAPS = [gap.start() for gap in re.finditer(r"[ \n]", REPLY)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(GAPS), st.sampled_from(COMMENTS)), min_size=1, max_size=3, unique_by=lambda x: x[0]
    ),
    st.sampled_from(["a.md", "a.txt"]),
)
def test_directives_change_no_finding(places: list[tuple[int, str]], name: str) -> None:
    """On a line, between lines, or within a sentence: what is found and what is permitted is together the same."""

    def told(text: str) -> Counter[tuple[str, str, str]]:
        result = lint_source(Source(name, text), bundled())
        found = [*result.findings, *(each.finding for each in result.suppressed)]
        return Counter(
            (each.rule, each.excerpt, each.fingerprint) for each in found if each.category is not Upkeep.SUPPRESSION
        )

    text = REPLY
    for at, comment in sorted(places, reverse=True):
        written = comment.format("tonelint: allow blame-shifting, stalling -- så är det")
        text = f"{text[:at]}{text[at]}{written}{text[at]}{text[at + 1 :]}"
    plain = told(REPLY)
    assert len(plain) > 2
    assert told(text) == plain
