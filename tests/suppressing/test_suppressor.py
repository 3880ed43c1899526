"""Permitted findings, from a file to a result: what is permitted, by whom, and what is said of permissions."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest

from tests.judging.test_judge import rule, wording
from tonelint import lint_text
from tonelint.lint import LintResult, lint_source
from tonelint.model import Language, Severity, Source, Upkeep
from tonelint.permissions import USUAL_POLICY, Permission, PermissionPolicy
from tonelint.rulebook.choice import Choice
from tonelint.rulebook.ruleset import Ruleset, bundled
from tonelint.upkeep import UPKEEP_RULES, upkeep_rule

RULES = Ruleset(
    (
        rule("hostility/zebra", wording("zebra crossing")),
        rule("stalling/lion", wording("lion")),
        rule("stalling/tiger", wording("tiger")),
    ),
    {language: {} for language in Language},
)
EVERYTHING = PermissionPolicy({each.id: each.severity for each in UPKEEP_RULES})
ZEBRA = "We met at a zebra crossing in town."
LION = "A lion was waiting there."


class Outcome(NamedTuple):
    """What linting came to: lines and rules of findings, and of permitted ones with the line of the permission."""

    found: list[tuple[int, str]]
    permitted: list[tuple[int, str, int]]


def lint(text: str, name: str = "a.md", policy: PermissionPolicy = USUAL_POLICY, rules: Ruleset = RULES) -> LintResult:
    return lint_source(Source(name, text), rules, Language.EN, policy=policy)


def outcome(text: str, name: str = "a.md", policy: PermissionPolicy = USUAL_POLICY, rules: Ruleset = RULES) -> Outcome:
    result = lint(text, name, policy, rules)
    return Outcome(
        [(each.line, each.rule) for each in result.findings],
        [(each.finding.line, each.finding.rule, each.line) for each in result.suppressed],
    )


def said(text: str, name: str = "a.md", policy: PermissionPolicy = USUAL_POLICY) -> list[tuple[str, str, str]]:
    """What is said of permissions: the rule, the word at which, and the message."""
    findings = [each for each in lint(text, name, policy).findings if each.category is Upkeep.SUPPRESSION]
    lines = text.splitlines()
    for each in findings:
        assert lines[each.line - 1][each.column - 1 : each.end_column - 1] == each.excerpt
    return [(each.rule, each.excerpt, each.message) for each in findings]


def test_without_a_directive_all_is_reported() -> None:
    assert outcome(f"{ZEBRA}\n{LION}\n") == ([(1, "hostility/zebra"), (2, "stalling/lion")], [])


@pytest.mark.parametrize(
    ("text", "found", "permitted"),
    [
        pytest.param(f"<!-- tonelint: allow hostility/zebra -->\n{ZEBRA}\n{ZEBRA}\n", [3], [2], id="the next line"),
        pytest.param(f"{ZEBRA} <!-- tonelint: allow hostility -->\n{ZEBRA}\n", [2], [1], id="its own line"),
        pytest.param(
            f"{ZEBRA}\n<!-- tonelint: allow-begin hostility -->\n{ZEBRA}\n\n{ZEBRA}\n"
            f"<!-- tonelint: allow-end hostility -->\n{ZEBRA}\n",
            [1, 7],
            [3, 5],
            id="a block",
        ),
        pytest.param(
            f"{ZEBRA} {{# tonelint: allow-begin hostility #}}{ZEBRA}{{# tonelint: allow-end #}} {ZEBRA}\n",
            [1, 1],
            [1],
            id="a block within a line",
        ),
        pytest.param(f"{ZEBRA}\n\n{ZEBRA}\n<!-- tonelint: allow-file hostility -->\n", [], [1, 3], id="the file"),
        pytest.param(
            f"<!-- tonelint: allow hostility -->\nLate in the evening of that day we met at a zebra\n"
            f"crossing in town, as it were.\n{ZEBRA}\n",
            [4],
            [2],
            id="a fault over two lines stands where it begins",
        ),
        pytest.param(f"<!-- tonelint: allow stalling -->\n{LION}\n{LION}\n", [3], [2], id="a category"),
    ],
)
def test_what_a_directive_permits(text: str, found: list[int], permitted: list[int]) -> None:
    """And nothing else."""
    result = lint(text)
    assert [each.line for each in result.findings] == found
    assert [each.finding.line for each in result.suppressed] == permitted


def test_a_permitted_finding_knows_why_and_where() -> None:
    text = f"Hello!\n\n<!-- tonelint: allow hostility/zebra -- the\nname of a road -->\n{ZEBRA}\n"
    (permitted,) = lint(text, "b.md").suppressed
    assert (permitted.reason, permitted.path, permitted.line) == ("the name of a road", "b.md", 3)
    assert (permitted.finding.rule, permitted.finding.line) == ("hostility/zebra", 5)


def test_a_directive_permits_no_other_rule() -> None:
    text = f"<!-- tonelint: allow stalling/tiger -->\n{LION}\n"
    assert outcome(text).found == [(1, "suppression/unused"), (2, "stalling/lion")]


def test_several_rules_may_be_named_and_each_must_be_needed() -> None:
    text = f"<!-- tonelint: allow hostility/zebra, stalling/lion, stalling/tiger -->\n{ZEBRA} {LION}\n"
    assert outcome(text).found == [(1, "suppression/unused")]
    assert said(text)[0][1] == "stalling/tiger"


def test_the_narrowest_permission_is_used_and_the_others_are_for_nothing() -> None:
    text = f"<!-- tonelint: allow-file hostility -->\n<!-- tonelint: allow hostility/zebra -->\n{ZEBRA}\n"
    assert outcome(text) == ([(1, "suppression/unused")], [(3, "hostility/zebra", 2)])


QUOTE = "On 3 May 2025, Anna <anna@example.se> wrote:\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"> Hi! <!-- tonelint: allow-file hostility -->\n\n{ZEBRA}\n", id="quoted"),
        pytest.param(f"{ZEBRA}\n\n{QUOTE}\nHi!\n\n{{# tonelint: allow-file hostility #}}\n", id="below a header"),
        pytest.param(f"{ZEBRA}\n\n{QUOTE}\n{{# tonelint: allow-file hostility #}}\nHi!\n", id="above the words"),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_customer_permits_nothing(name: str, text: str) -> None:
    """Nor is anything said of what the customer wrote."""
    assert [rule for _, rule in outcome(text, name).found] == ["hostility/zebra"]


def test_below_a_quote_the_company_may_permit() -> None:
    text = f"> Hi there!\n<!-- tonelint: allow hostility -->\n{ZEBRA}\n"
    assert outcome(text) == ([], [(3, "hostility/zebra", 2)])


def test_a_text_in_data_permits_for_itself_only() -> None:
    """Its lines are those of what it says."""
    value = f"{{# tonelint: allow hostility #}}\n{ZEBRA}\n{ZEBRA}"
    other = f"{{# tonelint: allow-file hostility #}}\n{ZEBRA}\n\n{ZEBRA}"
    actions = [{"field": "comment_value", "value": text} for text in (ZEBRA, value, other)]
    text = json.dumps({"macros": [{"title": "a", "actions": [action]} for action in actions]})
    result = lint(text, "a.json")
    assert [each.location for each in result.findings] == ["macros[0].actions[0].value", "macros[1].actions[0].value"]
    assert len(result.suppressed) == 3
    column = text.index("zebra", text.index("zebra", text.index("zebra") + 1) + 1) + 1
    assert result.findings[1].column == column


def test_a_cell_of_a_table_permits_for_itself_only() -> None:
    text = f'id,reply\n1,"{{# tonelint: allow-file hostility #}}{ZEBRA}"\n2,{ZEBRA}\n'
    assert outcome(text, "a.csv") == ([(3, "hostility/zebra")], [(2, "hostility/zebra", 2)])


MACROS = """\
macros:
  {}
  - title: a
    actions:
      - field: comment_value
        value: |
          {}

          {}
  - title: b
    actions:
      - field: comment_value
        value: >- {}
          {}
"""


def test_a_comment_of_yaml_permits_in_the_value_below_it() -> None:
    comment = "# tonelint: allow hostility -- so it is"
    above = MACROS.format(comment, ZEBRA, ZEBRA, "", ZEBRA)
    assert outcome(above, "a.yaml") == (
        [(14, "hostility/zebra")],
        [(7, "hostility/zebra", 2), (9, "hostility/zebra", 2)],
    )
    beside = MACROS.format("# nothing", ZEBRA, ZEBRA, comment, ZEBRA)
    found = [(7, "hostility/zebra"), (9, "hostility/zebra")]
    assert outcome(beside, "a.yaml") == (found, [(14, "hostility/zebra", 13)])


def test_a_comment_of_yaml_may_permit_in_the_file_or_in_a_block() -> None:
    text = MACROS.format("# nothing", ZEBRA, ZEBRA, "# tonelint: allow-file hostility", ZEBRA)
    assert [line for line, _, _ in outcome(text, "a.yaml").permitted] == [7, 9, 14]
    lines = text.replace("allow-file", "allow").splitlines(keepends=True)
    lines[1], lines[9] = "  # tonelint: allow-begin hostility\n", "  # tonelint: allow-end\n" + lines[9]
    assert [line for line, _, _ in outcome("".join(lines), "a.yaml").permitted] == [7, 9, 15]


def test_a_directive_of_yaml_for_nothing_is_told_once_and_of_no_text() -> None:
    text = MACROS.format(
        "# tonelint: allow hostilty", "Hello you.", "Hello there.", "# tonelint: allow stalling", ZEBRA
    )
    result = lint(text, "a.yaml")
    told = [each for each in result.findings if each.category is Upkeep.SUPPRESSION]
    assert [(each.line, each.rule, each.location) for each in told] == [
        (2, "suppression/unknown-rule", ""),
        (13, "suppression/unused", ""),
    ]


def test_a_comment_of_a_gettext_catalogue_permits_in_its_entry() -> None:
    entry = f'msgid "{{}}"\nmsgstr "{ZEBRA}"\n\n'
    text = "# tonelint: allow hostility\n" + entry.format("a") + entry.format("b")
    assert outcome(text, "en.po") == ([(6, "hostility/zebra")], [(3, "hostility/zebra", 1)])


def test_a_note_of_xliff_permits_in_its_unit() -> None:
    unit = f"<trans-unit id='1'><target>{ZEBRA}</target>{{}}</trans-unit>\n"
    note = "<note>tonelint: allow hostility -- x</note>"
    units = unit.format(note) + unit.format("")
    text = f"<xliff version='1.2'><file target-language='en'><body>\n{units}</body></file></xliff>"
    assert outcome(text, "a.xlf") == ([(3, "hostility/zebra")], [(2, "hostility/zebra", 2)])


def test_what_is_wrong_in_the_whole_reply_stands_at_one_line() -> None:
    """A missing apology is reported where the problem is named, and permitted there."""
    problem = "We sent you the wrong parcel, and it was our mistake."
    comment = "<!-- tonelint: allow missing-apology -- it was said on the phone -->"
    for text in (
        f"Hello,\n\n{comment}\n{problem}\n",
        f"{comment.replace('allow', 'allow-file')}\nHello,\n\n{problem}\n",
    ):
        result = lint_source(Source("a.md", text), bundled())
        assert [each.rule for each in result.findings if each.rule.startswith(("missing", "suppression"))] == []
        assert [each.finding.line for each in result.suppressed] == [4]


def test_in_a_fallback_text_a_fault_is_permitted_too() -> None:
    text = '<!-- tonelint: allow stalling/lion -->\nHello {{ name | default: "lion" }}, come in.\n'
    assert outcome(text) == ([], [(2, "stalling/lion", 1)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"<!-- tonelint: allow hostility/zbera -->\n{ZEBRA}",
            (
                "unknown-rule",
                "hostility/zbera",
                'Permits "hostility/zbera", which is no rule or category; did you mean "hostility/zebra"?',
            ),
            id="a rule that does not exist",
        ),
        pytest.param(
            "<!-- tonelint: allow qqqq -->\nHello.",
            ("unknown-rule", "qqqq", 'Permits "qqqq", which is no rule or category.'),
            id="nor anything like it",
        ),
        pytest.param(
            "<!-- tonelint: disable stalling -->\nHello.",
            (
                "invalid",
                "disable",
                'Cannot be read: "disable" is no directive; there are allow, allow-begin, allow-end, allow-file.',
            ),
            id="an unknown verb",
        ),
        pytest.param(
            "<!-- tonelint: allow -->\nHello.",
            ("invalid", "allow", "Cannot be read: names no rule; write `tonelint: allow RULE -- reason`."),
            id="no name",
        ),
        pytest.param(
            f"<!-- tonelint: allow hostility because it must be -->\n{ZEBRA}",
            ("invalid", "because", 'Permits "because", which is no rule or category; a reason stands behind ` -- `.'),
            id="a reason without its sign",
        ),
        pytest.param(
            "<!-- tonelint: allow suppression/unused -->\nHello.",
            (
                "invalid",
                "suppression/unused",
                'Permits "suppression/unused", which a comment cannot; `ignore` in the configuration can.',
            ),
            id="what is said of permissions",
        ),
        pytest.param(
            f"<!-- tonelint: allow-begin hostility -->\n{LION} {{# tonelint: allow stalling #}}",
            (
                "unmatched",
                "allow-begin",
                "`allow-begin` of hostility has no `allow-end` after it, and permits nothing.",
            ),
            id="a block without an end",
        ),
        pytest.param(
            "<!-- tonelint: allow-end -->\nHello.",
            ("unmatched", "allow-end", "`allow-end` has no `allow-begin` before it, and permits nothing."),
            id="an end without a block",
        ),
        pytest.param(
            "Hi,\n\n<!-- tonelint: allow hostility -->\nHello.",
            ("unused", "hostility", 'Permits "hostility" in line 4, and there is no such fault.'),
            id="no such fault",
        ),
        pytest.param(
            "Hello.\n<!-- tonelint: allow hostility -->\n",
            (
                "unused",
                "hostility",
                'Permits "hostility" below, and nothing follows.',
            ),
            id="no line",
        ),
    ],
)
def test_what_is_wrong_with_a_permission_is_told_at_its_word(text: str, expected: tuple[str, str, str]) -> None:
    rule_name, word, message = expected
    assert said(text) == [(f"suppression/{rule_name}", word, message)]


def test_an_open_block_permits_nothing() -> None:
    text = f"<!-- tonelint: allow-begin hostility -->\n{ZEBRA}\n"
    assert outcome(text).found == [(1, "suppression/unmatched"), (2, "hostility/zebra")]


def test_reasons_are_asked_for_only_where_the_team_asks() -> None:
    text = f"<!-- tonelint: allow hostility -->\n{ZEBRA}\n<!-- tonelint: allow stalling -- because -->\n{LION}\n"
    assert said(text) == []
    assert said(text, policy=EVERYTHING) == [
        ("suppression/without-reason", "hostility", 'Permits "hostility" without saying why.')
    ]


def test_what_is_switched_off_is_not_said_and_severities_may_be_changed() -> None:
    text = "<!-- tonelint: allow hostility, lions -->\nHello.\n"
    policy = PermissionPolicy({"suppression/unused": Severity.ERROR})
    (finding,) = lint(text, policy=policy).findings
    assert (finding.rule, finding.severity, finding.language) == ("suppression/unused", Severity.ERROR, None)
    rule = upkeep_rule(finding.rule)
    assert rule
    assert (finding.why, finding.advice) == (rule.why, rule.advice)
    assert lint(text, policy=PermissionPolicy({})).findings == ()


def test_of_rules_that_are_not_in_force_nobody_knows_whether_they_are_needed() -> None:
    """Nor of a category of which one is not; the names are known all the same."""
    text = "<!-- tonelint: allow hostility, stalling, stalling/lion, stalling/tiger -->\nHello.\n"
    narrowed = RULES.narrowed(Choice.of(["stalling/lion"]))
    (finding,) = lint(text, rules=narrowed).findings
    assert (finding.rule, finding.excerpt) == ("suppression/unused", "stalling/lion")


def test_of_what_is_left_alone_nobody_knows_what_is_permitted() -> None:
    norwegian = "Takk for at du tok kontakt med oss. Vi har dessverre ikke fått svar, men du skulle ha lest vilkårene."
    english = "Thank you for writing to us. We have looked into what you asked about and will write again."
    comment = "<!-- tonelint: allow blame-shifting -->"
    result = lint_source(Source("a.md", f"{comment}\n{norwegian}\n\n{comment}\n{english}\n"), bundled())
    assert [each.line for each in result.findings if each.category is Upkeep.SUPPRESSION] == [4]
    assert [each.line for each in result.unjudged] == [2]


def test_of_a_file_that_breaks_off_nobody_knows_what_is_permitted() -> None:
    broken = '# tonelint: allow-file hostility\nmsgid "a"\nmsgstr "Hello to all of you"\n\nmsgid\n'
    result = lint(broken, "en.po")
    assert (len(result.errors), result.findings) == (1, ())
    whole = lint(broken.removesuffix("msgid\n"), "en.po")
    assert [each.rule for each in whole.findings] == ["suppression/unused"]


def test_a_file_of_lines_tells_of_each_line() -> None:
    lines = [{"type": "macro", "name": "x", "body_text": "{# tonelint: allow-file lions #} Hello you."}] * 2
    text = "\n".join(map(json.dumps, lines))
    assert outcome(text, "a.jsonl").found == [(1, "suppression/unknown-rule"), (2, "suppression/unknown-rule")]


def test_what_is_permitted_is_not_marked() -> None:
    text = f"{ZEBRA} {{# tonelint: allow hostility #}}\n{LION}\n"
    result = lint_source(Source("a.txt", text), RULES, Language.EN, keep_replies=True)
    assert [[mark.finding.rule for mark in reply.marks] for reply in result.marked] == [["stalling/lion"]]
    nothing_left = lint_source(Source("a.txt", text.partition("\n")[0]), RULES, Language.EN, keep_replies=True)
    assert nothing_left.marked == ()


def test_what_tells_findings_again_is_the_same_whether_others_are_permitted() -> None:
    plain = lint(f"{ZEBRA}\n\n{ZEBRA}\n").findings
    result = lint(f"<!-- tonelint: allow hostility -->\n{ZEBRA}\n\n{ZEBRA}\n")
    assert [result.suppressed[0].finding.fingerprint, result.findings[0].fingerprint] == [
        each.fingerprint for each in plain
    ]


def test_what_tells_a_complaint_again_holds_no_line_numbers() -> None:
    text = "<!-- tonelint: allow hostility -->\nHello.\n"
    (one,), (other,) = lint(text).findings, lint("Hi,\n\n" + text).findings
    assert one.fingerprint == other.fingerprint
    assert one.message != other.message


def test_the_library_honours_directives() -> None:
    said_plainly = "You should have read the terms."
    assert "blame-shifting/should-have-known" in {each.rule for each in lint_text(said_plainly, "en")}
    permitted = f"{{# tonelint: allow-file blame-shifting, ownership-refusal #}}\n{said_plainly}"
    assert "blame-shifting/should-have-known" not in {each.rule for each in lint_text(permitted, "en")}


def permission(*names: str, location: str = "") -> Permission:
    return Permission(names, "it is so", location=location, path="tonelint.yaml", line=7)


def test_the_configuration_permits_what_no_comment_does() -> None:
    policy = PermissionPolicy(USUAL_POLICY.severities, (permission("hostility"),))
    text = f"<!-- tonelint: allow hostility -->\n{ZEBRA}\n{ZEBRA}\n"
    first, second = lint(text, policy=policy).suppressed
    assert (first.path, first.line) == ("a.md", 1)
    assert (second.path, second.line, second.reason) == ("tonelint.yaml", 7, "it is so")


def test_the_configuration_may_permit_what_is_wrong_with_permissions() -> None:
    text = "<!-- tonelint: allow hostility -->\nHello.\n"
    policy = PermissionPolicy(USUAL_POLICY.severities, (permission("suppression/unused"),))
    assert outcome(text, policy=policy) == ([], [(1, "suppression/unused", 7)])
