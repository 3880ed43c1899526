"""Rule files: what they hold is read, and everything that a hostile author may write is refused at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import RULE, faults_of, pointed_at
from tonelint.errors import RuleError
from tonelint.model import Category, Language, Severity, ZoneKind
from tonelint.notation.parser import parse
from tonelint.rulebook.evidence import Cue, Evidence, Where, read_cues
from tonelint.rulebook.rulefile import read_rule, rule_id_of
from tonelint.rulebook.rules import Guard, Scope, Wording

if TYPE_CHECKING:
    from tonelint.rulebook.rules import Rule
    from tonelint.rulebook.wordclasses import Classes

CLASSES: dict[Language, Classes] = {
    Language.SV: {"we": (parse("vi"),), "soon": (parse("snart"),)},
    Language.DA: {},
    Language.EN: {},
}


def read(text: str) -> Rule:
    return read_rule("rules/stalling/soon.yaml", "stalling/soon", text, CLASSES)


def faults_in(text: str) -> list[tuple[str, str]]:
    """Where the faults of a rule file point, and their messages."""
    return [(pointed_at(text, fault), fault.message) for fault in faults_of(lambda: read(text))]


def changed(old: str, new: str) -> str:
    """The rule without fault with one thing changed."""
    assert RULE.count(old) == 1
    return RULE.replace(old, new)


def with_lines(*lines: str) -> str:
    """The rule without fault with lines added to its Swedish block."""
    return RULE + "".join(f"  {line}\n" for line in lines)


def test_a_rule_is_read_whole() -> None:
    rule = read(
        with_lines(
            "given: {customer: [när]}",
            'unless: {sentence+next: ["<we>"], message: [i dag, "i morgon"]}',
            "hint-if: {before: [kanske]}",
            "hints: [Kanske snart.]",
        ).replace("severity", "in: sign-off\nseverity")
    )
    assert (rule.id, rule.category) == ("stalling/soon", Category.STALLING)
    assert (rule.severity, rule.zone) == (Severity.WARNING, ZoneKind.SIGN_OFF)
    assert rule.summary == "Says that it will be soon."
    assert rule.why == "Soon is no time. Nobody can plan with it."
    assert rule.path == "rules/stalling/soon.yaml"
    assert rule.number_of_examples() == 3
    assert rule.wordings == {
        Language.SV: Wording(
            advice="Säg vilken dag.",
            find=(parse("snart"),),
            given=(Guard((Scope.CUSTOMER,), (parse("när"),)),),
            unless=(
                Guard((Scope.SENTENCE, Scope.NEXT), (parse("<we>"),)),
                Guard((Scope.MESSAGE,), (parse("i dag"), parse("i morgon"))),
            ),
            hint_if=(Guard((Scope.BEFORE,), (parse("kanske"),)),),
            flags=("Det kommer snart.",),
            passes=("Det kommer i dag.",),
            hints=("Kanske snart.",),
        )
    }


def test_a_rule_looks_in_the_body_unless_told_otherwise() -> None:
    assert read(RULE).zone is ZoneKind.BODY


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("zone", list(ZoneKind))
def test_every_severity_and_zone_can_be_written(severity: Severity, zone: ZoneKind) -> None:
    rule = read(changed("severity: warning", f"severity: {severity.label}\nin: {zone}"))
    assert (rule.severity, rule.zone) == (severity, zone)


@pytest.mark.parametrize("scope", list(Scope))
def test_every_scope_can_be_written(scope: Scope) -> None:
    """Alone and beside another, with white space around the plus or not."""
    other = Scope.CLAUSE if scope is not Scope.CLAUSE else Scope.NEXT
    wording = read(with_lines(f"unless: {{{scope}: [a], {other} + {scope}: [b]}}")).wordings[Language.SV]
    assert [guard.scopes for guard in wording.unless] == [(scope,), (other, scope)]


def test_texts_of_several_lines_come_on_one_where_reports_show_them() -> None:
    rule = read(
        changed("why: Soon is no time. Nobody", "why: >\n  Soon is\n\n  no time. Nobody")
        .replace("Says that it", "|\n  Says that\n  it")
        .replace("advice: Säg", "advice: |\n    Säg\n   ")
    )
    assert rule.why == "Soon is no time. Nobody can plan with it."
    assert rule.summary == "Says that it will be soon."
    assert rule.wordings[Language.SV].advice == "Säg vilken dag."


def test_an_example_keeps_its_lines() -> None:
    """It is a whole reply, in which a line may quote the customer."""
    rule = read(changed("[Det kommer snart.]", "\n    - |\n      > När?\n      Snart."))
    assert rule.wordings[Language.SV].flags == ("> När?\nSnart.\n",)


def test_words_of_the_built_in_classes_may_be_used() -> None:
    assert read(changed("[snart]", '["<number> …2 <name>"]'))


def test_class_names_of_a_language_without_known_classes_are_not_checked() -> None:
    """The file of its classes is broken and has been complained of."""
    text = changed("[snart]", '["<whatever>"]')
    assert read_rule("x", "stalling/soon", text, {})
    assert faults_in(text)


WITHOUT_SWEDISH = RULE[: RULE.index("sv:")]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        pytest.param("", "", "the file is empty", id="an empty file"),
        pytest.param("just text", "just text", "a mapping is wanted here, not a text", id="a text"),
        pytest.param("- a", "- a", "a mapping is wanted here, not a list", id="a list"),
        pytest.param("---\n", "", "a mapping is wanted here, not nothing", id="an empty document"),
        pytest.param(RULE + "---\n", "---", "a second document begins", id="a second document"),
        pytest.param(RULE + "\tda: x\n", "\tda: x", "a tab: indent with spaces", id="a tab before a key"),
        pytest.param(
            RULE.replace("  find", "\tfind"), "\tfind: [snart]", "a tab: indent with spaces", id="a tab for indentation"
        ),
        pytest.param(
            WITHOUT_SWEDISH,
            "summary: Says that it will be soon.",
            "a rule needs at least one language: sv, da, en",
            id="no language",
        ),
        pytest.param(
            changed("severity: warning\n", ""),
            "summary: Says that it will be soon.",
            'the key "severity" is missing',
            id="no severity",
        ),
        pytest.param(
            changed("severity: warning", "severity: eror"),
            "eror",
            'unknown severity "eror"; did you mean "error"? allowed: info, warning, error',
            id="an unknown severity",
        ),
        pytest.param(
            changed("severity: warning", "severity: [error]"),
            "[error]",
            "a text is wanted here, not a list",
            id="a list of severities",
        ),
        pytest.param(
            changed("severity: warning", "severity: 2"), "2", 'unknown severity "2"', id="a number for a severity"
        ),
        pytest.param(changed("severity: warning", "severity:"), "", "the text is empty", id="no word for a severity"),
        pytest.param(
            changed("severity", "in: boddy\nseverity"),
            "boddy",
            'unknown zone "boddy"; did you mean "body"?',
            id="an unknown zone",
        ),
        pytest.param(
            changed("severity", "inn: body\nseverity"),
            "inn: body",
            'unknown key "inn"; did you mean "in"?',
            id="an unknown key",
        ),
        pytest.param(
            changed("severity", "category: stalling\nseverity"),
            "category: stalling",
            'unknown key "category"',
            id="a key for what the folder says",
        ),
        pytest.param(
            RULE + "no: {}\n",
            "no: {}",
            'unknown key "no"; allowed: summary, why, severity, in, evidence, sv, da, en',
            id="an unknown language",
        ),
        pytest.param(RULE + "SV: {}\n", "SV: {}", 'unknown key "SV"; did you mean "sv"?', id="a language in capitals"),
        pytest.param(
            RULE + "severity: error\n", "severity: error", 'the key "severity" stands here twice', id="a key twice"
        ),
        pytest.param(RULE + "sv: {}\n", "sv: {}", 'the key "sv" stands here twice', id="a language twice"),
        pytest.param(RULE + "da:\n", "", "a mapping is wanted here, not nothing", id="a language without a block"),
        pytest.param(
            changed("why: Soon is no time. Nobody can plan with it.", "why: ' '"),
            " '",
            "the text is empty",
            id="an empty reason",
        ),
        pytest.param(
            changed("summary: Says that it will be soon.", "summary: {a: b}"),
            "{a: b}",
            "a text is wanted here, not a mapping",
            id="a mapping for a text",
        ),
        pytest.param(
            changed("  advice: Säg vilken dag.\n", ""), "find: [snart]", 'the key "advice" is missing', id="no advice"
        ),
        pytest.param(
            changed("  flags: [Det kommer snart.]\n", ""),
            "advice: Säg vilken dag.",
            'the key "flags" is missing',
            id="no example to flag",
        ),
        pytest.param(
            changed("  passes: [Det kommer i dag.]\n", ""),
            "advice: Säg vilken dag.",
            'the key "passes" is missing',
            id="no example to pass",
        ),
        pytest.param(
            changed("[Det kommer snart.]", "Det kommer snart."),
            "Det kommer snart.",
            "a list of texts is wanted here, not a text",
            id="an example outside a list",
        ),
        pytest.param(changed("[Det kommer snart.]", "[]"), "[]", "the list is empty", id="an empty list of examples"),
        pytest.param(changed("[Det kommer snart.]", "['']"), "']", "the text is empty", id="an empty example"),
        pytest.param(
            changed("[Det kommer snart.]", "[Det kommer., Det kommer.]"),
            "Det kommer.]",
            'this example stands in "flags" already',
            id="an example twice",
        ),
        pytest.param(
            changed("Det kommer i dag.", "'Det kommer snart. '"),
            "Det kommer snart. ']",
            'this example stands in "flags" already',
            id="an example that must be found and must not",
        ),
        pytest.param(
            changed("[snart]", "snart"),
            "snart",
            "a list of texts is wanted here, not a text",
            id="a pattern outside a list",
        ),
        pytest.param(
            changed("[snart]", "{a: snart}"),
            "{a: snart}",
            "a list of texts is wanted here, not a mapping",
            id="a mapping for patterns",
        ),
        pytest.param(
            changed("[snart]", "[[snart]]"),
            "[snart]]",
            "a text is wanted here, not a list; a text that begins with [ or { stands in quotes",
            id="a pattern without quotes",
        ),
        pytest.param(
            changed("[snart]", "['snart, vi']"), ", vi']", '"," is never part of a word', id="a comma in a pattern"
        ),
        pytest.param(
            changed("[snart]", '["\\u0041 (snart"]'),
            '(snart"]',
            '"(" is not closed by ")"',
            id="a place behind an escape",
        ),
        pytest.param(
            changed("[snart]", "['så <sooon>']"),
            "<sooon>']",
            'unknown word class "sooon"; did you mean "soon"? allowed: name, number,',
            id="an unknown class",
        ),
        pytest.param(
            changed("[snart]", "['{snart <sooon>}']"),
            "<sooon>}']",
            'unknown word class "sooon"',
            id="an unknown class in any order, once",
        ),
        pytest.param(with_lines("sentence: [vi]"), "sentence: [vi]", 'unknown key "sentence"', id="a scope on its own"),
        pytest.param(
            with_lines("unless: sentence"),
            "sentence",
            "a mapping is wanted here, not a text",
            id="a scope without patterns",
        ),
        pytest.param(
            with_lines("unless: [vi]"), "[vi]", "a mapping is wanted here, not a list", id="patterns without a scope"
        ),
        pytest.param(with_lines("unless:"), "", "a mapping is wanted here, not nothing", id="nothing under unless"),
        pytest.param(with_lines("unless: {}"), "{}", "the mapping is empty", id="an empty mapping under unless"),
        pytest.param(
            with_lines("unless: {sentence: }"),
            "}",
            "a list of texts is wanted here, not nothing",
            id="a scope with nothing",
        ),
        pytest.param(
            with_lines("unless: {sentense: [vi]}"),
            "sentense: [vi]}",
            'unknown scope "sentense"; did you mean "sentence"?',
            id="an unknown scope",
        ),
        pytest.param(with_lines("given: {body: [vi]}"), "body: [vi]}", 'unknown scope "body"', id="a zone for a scope"),
        pytest.param(
            with_lines("unless: {sentence+: [vi]}"),
            "sentence+: [vi]}",
            'unknown scope ""',
            id="a plus without a second scope",
        ),
        pytest.param(
            with_lines("unless: {next+next: [vi]}"),
            "next+next: [vi]}",
            'scopes stand here twice: "next+next"',
            id="a scope twice in one",
        ),
        pytest.param(
            with_lines("unless: {next+clause: [vi], clause+next: [ni]}"),
            "clause+next: [ni]}",
            'scopes stand here twice: "clause+next"',
            id="scopes twice in another order",
        ),
        pytest.param(
            with_lines("unless: {next: [vi], next: [ni]}"),
            "next: [ni]}",
            'the key "next" stands here twice',
            id="a scope twice",
        ),
        pytest.param(with_lines("unless: {'': [vi]}"), "': [vi]}", "the text is empty", id="a scope without a name"),
        pytest.param(
            with_lines("unless: {next: ['… vi']}"),
            "… vi']}",
            "a gap stands between two words",
            id="a wrong pattern in a guard",
        ),
        pytest.param(
            with_lines("given: {next: ['<oss>']}"),
            "<oss>']}",
            'unknown word class "oss"',
            id="an unknown class in a guard",
        ),
        pytest.param(
            with_lines("hints: [Kanske snart.]"),
            "hints: [Kanske snart.]",
            '"hints" goes with "hint-if", which is missing',
            id="hints without hint-if",
        ),
        pytest.param(
            with_lines("hint-if: {next: [vi]}"),
            "hint-if: {next: [vi]}",
            '"hint-if" goes with "hints", which is missing',
            id="hint-if without hints",
        ),
        pytest.param(
            with_lines("hint_if: {next: [vi]}"),
            "hint_if: {next: [vi]}",
            'unknown key "hint_if"; did you mean "hint-if"?',
            id="an underscore for a hyphen",
        ),
        pytest.param(changed("[snart]", "[! snart]"), "! snart]", "tags are not used here", id="a tag for a pattern"),
        pytest.param(
            changed("why: Soon", "why: &w Soon"),
            "&w Soon is no time. Nobody can plan with it.",
            "anchors are not used here: &w",
            id="an anchor",
        ),
        pytest.param(
            with_lines("<<: {unless: {next: [vi]}}"), "<<: {unless: {next: [vi]}}", 'unknown key "<<"', id="a merge key"
        ),
        pytest.param(changed("[snart]", "[*f]"), "*f]", "aliases are not used here: *f", id="an alias"),
        pytest.param(
            changed("sv:", "sv: *s\nda:"), "*s", "aliases are not used here: *s", id="an alias for a language"
        ),
    ],
)
def test_a_wrong_rule_is_refused(text: str, place: str, message: str) -> None:
    """One fault, at its place, with what is allowed."""
    ((found_place, found_message),) = faults_in(text)
    assert found_place == place
    assert message in found_message


def test_all_faults_of_a_file_come_at_once_in_order() -> None:
    """At every level, in every language."""
    text = (
        "sumary: x\nwhy: ''\nseverity: bad\nin: nowhere\n"
        "sv: {advice: a, find: ['(', '<nix>'], flags: [a, a], passes: [b], unless: {here: [c]}}\n"
        "en: {find: []}\n"
    )
    assert [(fault.line, fault.message.split(";")[0].split(" (in")[0]) for fault in faults_of(lambda: read(text))] == [
        (1, 'unknown key "sumary"'),
        (1, 'the key "summary" is missing'),
        (2, "the text is empty"),
        (3, 'unknown severity "bad"'),
        (4, 'unknown zone "nowhere"'),
        (5, '"(" is not closed by ")"'),
        (5, 'unknown word class "nix"'),
        (5, 'this example stands in "flags" already'),
        (5, 'unknown scope "here"'),
        (6, 'the key "advice" is missing'),
        (6, 'the key "flags" is missing'),
        (6, 'the key "passes" is missing'),
        (6, "the list is empty"),
    ]


def test_empty_examples_are_not_called_alike_too() -> None:
    text = changed("[Det kommer snart.]", "['', '']")
    assert [message for _, message in faults_in(text)] == ["the text is empty"] * 2


def test_a_fault_shows_file_line_column_and_excerpt() -> None:
    with pytest.raises(RuleError) as caught:
        read(changed("warning", "eror"))
    assert str(caught.value) == (
        'rules/stalling/soon.yaml:3:11: unknown severity "eror"; did you mean "error"? allowed: info, warning, error\n'
        "    severity: eror\n"
        "              ^"
    )


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "sv: {advice: ["])
def test_deep_yaml_is_refused(opener: str) -> None:
    ((_, message),) = faults_in(opener * 20_000)
    assert "deep" in message or "not YAML" in message


# --- rules that weigh evidence ---------------------------------------------------------------------------------------

WEIGHING = """\
summary: Says much that adds up.
why: Soon is no time.
severity: warning
evidence: |
  +1.0 <we>
  # and what comes after
  +0.5 next: <number>
  -0.5 fact: long
sv:
  advice: Säg vilken dag.
  evidence: |
    +0.5 snart
    +0.25 <we>
  warn-at: 2.5
  hint-at: 1
  doubt-at: -0.50
  deny-at: -2
  flags: [Vi kommer snart.]
  passes: [Det kommer i dag.]
"""
"""A rule file without fault that weighs evidence, in Swedish."""

IN_DANISH = (
    WEIGHING
    + """\
da:
  advice: Skriv hvilken dag.
  warn-at: 0
  hint-at: 0
  doubt-at: 0
  deny-at: 0
  flags: [Vi kommer snart.]
  passes: [Det kommer i dag.]
"""
)


def weighing(old: str, new: str, rule: str = WEIGHING) -> str:
    """The rule that weighs evidence with one thing changed."""
    assert rule.count(old) == 1
    return rule.replace(old, new)


def cue(line: str) -> Cue:
    ((_, found),), _ = read_cues(line)
    return found


def evidence_of(text: str, language: Language = Language.SV) -> Evidence:
    evidence = read(text).wordings[language].evidence
    assert evidence is not None
    return evidence


def test_a_rule_without_a_table_weighs_nothing() -> None:
    assert read(RULE).wordings[Language.SV].evidence is None


def test_a_rule_that_weighs_evidence_is_read_whole() -> None:
    """Its cues are those that all languages share and its own, with the sum of both weights."""
    (wording,) = read(WEIGHING).wordings.values()
    assert wording == Wording(
        advice="Säg vilken dag.",
        flags=("Vi kommer snart.",),
        passes=("Det kommer i dag.",),
        evidence=Evidence(
            (cue("+1.25 <we>"), cue("-0.5 fact: long"), cue("+0.5 next: <number>"), cue("+0.5 snart")),
            warn_at=2.5,
            hint_at=1.0,
            doubt_at=-0.5,
            deny_at=-2.0,
        ),
    )


def test_a_language_may_have_no_cues_of_its_own() -> None:
    """And weighs those that all languages share by thresholds of its own."""
    text = weighing("+1.0 <we>", "+1.0 vi", IN_DANISH)
    shared = (cue("-0.5 fact: long"), cue("+0.5 next: <number>"), cue("+1.0 vi"))
    assert evidence_of(text, Language.DA) == Evidence(shared, 0, 0, 0, 0)
    assert len(evidence_of(text).cues) == 5


def test_a_rule_that_weighs_evidence_may_have_guards_and_hints() -> None:
    """Hints come of the sum too, so that no guard need stand beside them."""
    text = WEIGHING + "  unless: {next: [i dag]}\n  given: {customer: [när]}\n  hints: [Kanske snart.]\n"
    wording = read(text).wordings[Language.SV]
    assert wording.unless == (Guard((Scope.NEXT,), (parse("i dag"),)),)
    assert wording.given == (Guard((Scope.CUSTOMER,), (parse("när"),)),)
    assert wording.hints == ("Kanske snart.",)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        pytest.param("3", 3.0, id="a whole number"),
        pytest.param("+3.25", 3.25, id="with its sign"),
        pytest.param("'3'", 3.0, id="in quotes"),
        pytest.param("1", 1.0, id="equal to the next lower one"),
    ],
)
def test_thresholds_are_numbers(written: str, number: float) -> None:
    assert evidence_of(weighing("warn-at: 2.5", f"warn-at: {written}")).warn_at == number


def test_a_cue_may_name_built_in_classes_and_those_of_a_language_without_known_ones() -> None:
    text = weighing("<number>", "<name> <whatever>", IN_DANISH)
    assert read_rule("x", "stalling/soon", text, {})
    assert [message.split(";")[0] for _, message in faults_in(text)] == [
        'unknown word class "we"',
        'unknown word class "whatever"',
        'unknown word class "whatever"',
    ]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        pytest.param(
            weighing("  advice", "  find: [snart]\n  advice"),
            "find: [snart]",
            'unknown key "find"; allowed: advice, flags, passes, warn-at',
            id="patterns beside evidence",
        ),
        pytest.param(
            with_lines("evidence: |", "  +1 vi"),
            "evidence: |",
            'unknown key "evidence"; allowed: advice, flags, passes, find',
            id="a table of one language without a shared one",
        ),
        pytest.param(
            with_lines("warn-at: 2"), "warn-at: 2", 'unknown key "warn-at"', id="a threshold without evidence"
        ),
        pytest.param(
            weighing("  warn-at: 2.5\n", ""), "advice: Säg vilken dag.", 'the key "warn-at" is missing', id="no warn-at"
        ),
        pytest.param(
            weighing("  hint-at: 1\n", ""), "advice: Säg vilken dag.", 'the key "hint-at" is missing', id="no hint-at"
        ),
        pytest.param(
            weighing("  deny-at: -2\n", ""),
            "advice: Säg vilken dag.",
            'the key "deny-at" is missing',
            id="no deny-at",
        ),
        pytest.param(
            weighing("warn-at: 2.5", "warn-at: 0.99"),
            "1",
            '"hint-at" is higher than "warn-at"',
            id="hints from a higher sum than warnings",
        ),
        pytest.param(
            weighing("hint-at: 1", "hint-at: -1"),
            "-0.50",
            '"doubt-at" is higher than "hint-at"',
            id="doubts below a higher sum than hints begin at",
        ),
        pytest.param(
            weighing("deny-at: -2", "deny-at: -0.4"),
            "-0.4",
            '"deny-at" is higher than "doubt-at"',
            id="denials below a higher sum than doubts",
        ),
        pytest.param(
            weighing("warn-at: 2.5", "warn-at: 2,5"),
            "2,5",
            'a number is wanted here, not "2,5"',
            id="a comma for a point",
        ),
        pytest.param(
            weighing("deny-at: -2", "deny-at: never"),
            "never",
            'a number is wanted here, not "never"',
            id="a word for a number",
        ),
        pytest.param(
            weighing("deny-at: -2", "deny-at: 1e3"), "1e3", 'a number is wanted here, not "1e3"', id="an exponent"
        ),
        pytest.param(
            weighing("deny-at: -2", "deny-at: nan"), "nan", 'a number is wanted here, not "nan"', id="not a number"
        ),
        pytest.param(
            weighing("warn-at: 2.5", "warn-at: inf"), "inf", 'a number is wanted here, not "inf"', id="no finite one"
        ),
        pytest.param(
            weighing("deny-at: -2", "deny-at: [-2]"),
            "[-2]",
            "a text is wanted here, not a list",
            id="a list of numbers",
        ),
        pytest.param(weighing("deny-at: -2", "deny-at:"), "", "the text is empty", id="no number"),
        pytest.param(
            WEIGHING.replace(WEIGHING[WEIGHING.index("evidence") : WEIGHING.index("sv:")], "evidence: [+1 vi]\n"),
            "[+1 vi]",
            "a text is wanted here, not a list",
            id="a list of cues",
        ),
        pytest.param(
            WEIGHING.replace(WEIGHING[WEIGHING.index("evidence") : WEIGHING.index("sv:")], "evidence: |\n"),
            "|",
            "the text is empty",
            id="an empty table",
        ),
        pytest.param(weighing("+1.0 <we>", "1,0 <we>"), "1,0 <we>", "a line of evidence is", id="a wrong weight"),
        pytest.param(
            weighing("next: <number>", "after: <number>"),
            "+0.5 after: <number>",
            'unknown place "after"; allowed: here, previous, next, message, fact',
            id="an unknown place",
        ),
        pytest.param(
            weighing("fact: long", "fact: late"), "-0.5 fact: late", 'unknown fact "late"', id="an unknown fact"
        ),
        pytest.param(
            weighing("snart\n", "(snart\n"),
            "+0.5 (snart",
            '"(" is not closed by ")" (in the cue: (snart)',
            id="a wrong pattern in a table of one language",
        ),
        pytest.param(
            weighing("+0.5 snart", "+0.5 <we>"), "+0.25 <we>", 'the cue "<we>" stands here twice', id="a cue twice"
        ),
        pytest.param(
            weighing("snart\n", "<sooon>\n"),
            "+0.5 <sooon>",
            'unknown word class "sooon"; did you mean "soon"? allowed: name, number, person-placeholder, placeholder,'
            " soon, time-placeholder, we (sv)",
            id="an unknown class in a table of one language",
        ),
        pytest.param(
            weighing("next: <number>", "next: <sooon>"),
            "+0.5 next: <sooon>",
            'unknown word class "sooon"; did you mean "soon"?',
            id="an unknown class in the shared table",
        ),
        pytest.param(
            IN_DANISH,
            "+1.0 <we>",
            'unknown word class "we"; allowed: name, number, person-placeholder, placeholder, time-placeholder (da)',
            id="a shared cue of a class that one of the rule's languages lacks",
        ),
    ],
)
def test_wrong_evidence_is_refused(text: str, place: str, message: str) -> None:
    """One fault, at its line of the table."""
    ((found_place, found_message),) = faults_in(text)
    assert found_place == place
    assert message in found_message


def test_all_faults_of_evidence_come_at_once() -> None:
    """Those of the shared table, of each language's own and of its thresholds."""
    text = (
        weighing("+1.0 <we>", "+1.0 <wee>", IN_DANISH)
        .replace("+0.5 snart", "snart")
        .replace("warn-at: 2.5", "warn-at: x")
        .replace("hint-at: 1", "hint-at: -1")
        .replace("doubt-at: 0", "doubt-at: 1")
    )
    assert [(fault.line, fault.message.split(";")[0].split(" or")[0]) for fault in faults_of(lambda: read(text))] == [
        (5, 'unknown word class "wee"'),
        (5, 'unknown word class "wee"'),
        (12, 'a line of evidence is "weight cue"'),
        (14, 'a number is wanted here, not "x"'),
        (16, '"doubt-at" is higher than "hint-at"'),
        (24, '"doubt-at" is higher than "hint-at"'),
    ]


def test_a_cue_is_here_or_elsewhere() -> None:
    assert {found.where for found in evidence_of(WEIGHING).cues} == {Where.HERE, Where.NEXT, Where.FACT}


PIECES = st.sampled_from(
    [
        "summary",
        "why",
        "severity",
        "in",
        "sv",
        "da",
        "find",
        "unless",
        "flags",
        "passes",
        "hints",
        "evidence",
        "warn-at",
        "advice",
        "next",
        ": ",
        ":\n",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "'",
        '"',
        "warning",
        "<we>",
        "(",
        "…",
        "|\n",
        "+0.5 next: ",
        "&a ",
        "*a",
        "!x ",
        "---\n",
        "# ",
        "\t",
        "\ufeff",
        "\x00",
        "+",
    ]
)


def assert_read_or_refused(text: str) -> None:
    try:
        read(text)
    except RuleError as error:
        faults, lines = error.faults, [*text.splitlines(), ""]
    else:
        return
    assert faults
    for fault in faults:
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    """No other error is raised."""
    assert_read_or_refused(text)


@given(st.sampled_from([RULE, WEIGHING]), st.floats(0, 1), st.floats(0, 1), st.text(max_size=3) | PIECES)
def test_a_damaged_rule_is_read_or_refused_at_a_place_in_it(rule: str, start: float, end: float, patch: str) -> None:
    """As above, near a rule that is right."""
    assert_read_or_refused(rule[: round(start * len(rule))] + patch + rule[round(end * len(rule)) :])


@pytest.mark.parametrize(
    ("path", "rule_id"),
    [
        pytest.param("rules/stalling/soon.yaml", "stalling/soon", id="a path"),
        pytest.param("C:\\rules\\non-apology\\sorry-if.yml", "non-apology/sorry-if", id="a path of Windows"),
        pytest.param("stalling/24-7.yaml", "stalling/24-7", id="digits"),
    ],
)
def test_the_path_gives_the_id(path: str, rule_id: str) -> None:
    assert rule_id_of(path) == rule_id


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param(
            "rules/staling/soon.yaml", 'unknown category "staling"; did you mean "stalling"?', id="an unknown folder"
        ),
        pytest.param("soon.yaml", 'unknown category ""', id="no folder"),
        pytest.param("stalling/Soon.yaml", '"Soon" cannot name a rule', id="capitals"),
        pytest.param("stalling/så-snart.yaml", '"så-snart" cannot name a rule', id="letters beyond ASCII"),
        pytest.param("stalling/very_soon.yaml", '"very_soon" cannot name a rule', id="an underscore"),
        pytest.param("stalling/soon.old.yaml", '"soon.old" cannot name a rule', id="two full stops"),
        pytest.param("stalling/soon .yaml", '"soon " cannot name a rule', id="a space"),
        pytest.param("stalling/.yaml", '"" cannot name a rule', id="no name"),
    ],
)
def test_a_path_that_gives_no_id_is_refused(path: str, message: str) -> None:
    (fault,) = faults_of(lambda: rule_id_of(path))
    assert fault.path == path
    assert message in fault.message
