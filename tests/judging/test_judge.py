"""Guards, zones and the settling of overlaps, on rules made for the purpose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tonelint.lint import lint_source
from tonelint.model import Category, Language, Severity, Source, ZoneKind
from tonelint.notation.parser import parse
from tonelint.rulebook.evidence import Evidence, read_cues
from tonelint.rulebook.rules import Guard, Rule, Scope, Wording
from tonelint.rulebook.ruleset import Ruleset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tonelint.model import Finding

Found = list[tuple[int, int, str]]


def guard(scopes: str, *patterns: str) -> Guard:
    return Guard(tuple(Scope(name) for name in scopes.split("+")), tuple(map(parse, patterns)))


def wording(
    *find: str,
    given: Iterable[Guard] = (),
    unless: Iterable[Guard] = (),
    hint_if: Iterable[Guard] = (),
) -> Wording:
    return Wording("Do otherwise.", tuple(map(parse, find)), tuple(given), tuple(unless), tuple(hint_if))


def rule(
    rule_id: str,
    english: Wording,
    *,
    danish: Wording | None = None,
    zone: ZoneKind = ZoneKind.BODY,
    severity: Severity = Severity.WARNING,
) -> Rule:
    wordings = {Language.EN: english} | ({Language.DA: danish} if danish else {})
    return Rule(
        rule_id, Category(rule_id.split("/", maxsplit=1)[0]), "It is so.", "Because.", severity, zone, wordings, ""
    )


def findings(
    text: str, *rules: Rule, language: Language | None = Language.EN, name: str = "reply.txt"
) -> tuple[Finding, ...]:
    ruleset = Ruleset(tuple(rules), {language: {} for language in Language})
    return lint_source(Source(name, text), ruleset, language).findings


def found(text: str, *rules: Rule) -> Found:
    return [(finding.line, finding.column, finding.rule) for finding in findings(text, *rules)]


def guarded(scopes: str, kind: str = "unless") -> Rule:
    return rule("stalling/x", wording("red", **{kind: [guard(scopes, "blue", "green")]}))


HIT = "stalling/x"


@pytest.mark.parametrize(
    ("scopes", "text"),
    [
        pytest.param("clause", "One, red and blue here, two.", id="the same clause"),
        pytest.param("sentence", "Blue, one, red, two.", id="the same sentence, another clause"),
        pytest.param("before", "Blue one red.", id="before the match"),
        pytest.param("after", "Red one green.", id="after the match"),
        pytest.param("next", "One red.\n\nTwo blue.", id="the next sentence, a paragraph on"),
        pytest.param("previous", "Two blue. One red.", id="the previous sentence"),
        pytest.param("message", "Red.\n\nOne. Two.\n\nThree blue.", id="anywhere in the message"),
        pytest.param("message", "Red it is.\n\nKind regards,\nBlue Jones", id="the sign-off belongs to the message"),
        pytest.param("sign-off", "Red it is.\n\nKind regards,\nBlue Jones", id="the sign-off"),
        pytest.param("customer", "Red it is.\n\n> It was blue.", id="the quoted customer"),
        pytest.param("sentence+next", "Red it is. And blue.", id="joined scopes, the one"),
        pytest.param("sentence+next", "Red and blue it is.", id="joined scopes, the other"),
    ],
)
def test_a_guard_silences_in_its_scope(scopes: str, text: str) -> None:
    assert found(text, guarded(scopes)) == []


@pytest.mark.parametrize(
    ("scopes", "text", "column"),
    [
        pytest.param("clause", "One is red, but two is blue.", 8, id="another clause"),
        pytest.param("sentence", "One is red. Two is blue.", 8, id="another sentence"),
        pytest.param("before", "One is red and blue.", 8, id="after is not before"),
        pytest.param("after", "Blue is red.", 9, id="before is not after"),
        pytest.param("next", "One is red. Two. Three is blue.", 8, id="the next but one"),
        pytest.param("next", "One is red.\n> It was blue.\nTwo.", 8, id="next passes over the customer's words"),
        pytest.param("previous", "Red. Two is blue.", 1, id="next is not previous"),
        pytest.param("message", "Red.\n\n> It was blue.", 1, id="the customer's words are not the message"),
        pytest.param("sign-off", "Red and blue.\n\nKind regards,\nJones", 1, id="the body is not the sign-off"),
        pytest.param("customer", "Red and blue.\n\n> It was.", 1, id="own words are not the customer's"),
    ],
)
def test_a_guard_does_not_reach_beyond_its_scope(scopes: str, text: str, column: int) -> None:
    assert found(text, guarded(scopes)) == [(1, column, HIT)]


def test_next_passes_over_quoted_lines() -> None:
    """The next sentence is the company's own next one, whatever of the customer's stands between."""
    assert found("One is red.\n> It was so.\nTwo is blue.", guarded("next")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One is red. It is blue.", [], id="one of two conditions"),
        pytest.param("Red and blue.\n\n> It was black.", [(1, 1, HIT)], id="both conditions"),
    ],
)
def test_all_given_conditions_must_hold(text: str, expected: Found) -> None:
    """``given`` names what must be there: every guard of it."""
    conditions = [guard("message", "blue"), guard("customer", "black")]
    assert found(text, rule(HIT, wording("red", given=conditions))) == expected


def test_hint_if_makes_a_hint_of_a_finding() -> None:
    """The finding stays, as info."""
    severities = [
        finding.severity
        for text in ("Red.", "Red and blue.")
        for finding in findings(text, guarded("sentence", "hint_if"))
    ]
    assert severities == [Severity.WARNING, Severity.INFO]


def test_the_customers_words_are_never_reported() -> None:
    """A rule for the body does not look at quoted lines."""
    assert found("Hello.\n\n> It is red.", rule(HIT, wording("red"))) == []


def test_a_rule_for_the_customers_words_reports_where_the_reply_begins() -> None:
    """Its ground lies in the quote; its place is the first sentence after the greeting."""
    about_customer = rule("missing-apology/x", wording("red"), zone=ZoneKind.CUSTOMER)
    assert found("Hi Anna,\n\nThank you for writing.\n\n> It is red.", about_customer) == [(3, 1, "missing-apology/x")]


def test_what_the_quote_gives_ground_for_is_advised_in_the_language_of_the_reply() -> None:
    """A Danish reply to an English complaint gets the Danish advice."""
    english, danish = wording("red"), replace(wording("rød"), advice="Gør det anderledes.")
    about_customer = rule("missing-apology/x", english, danish=danish, zone=ZoneKind.CUSTOMER)
    reply = "Hej Anna\n\nTak, fordi du skrev til os om det, vi vender tilbage til dig i morgen."
    quote = "> The parcel is red and I have been waiting for it for two weeks now."
    (finding,) = findings(f"{reply}\n\n{quote}", about_customer, language=None)
    assert (finding.line, finding.language, finding.advice) == (3, Language.DA, "Gør det anderledes.")


def test_a_rule_for_the_sign_off_looks_only_there() -> None:
    """The same word in the body is passed over."""
    signed = rule("faceless/x", wording("support team"), zone=ZoneKind.SIGN_OFF)
    assert found("Our support team helps.\n\nKind regards,\nSupport Team", signed) == [(4, 1, "faceless/x")]


def test_of_overlapping_findings_of_a_category_the_leftmost_longest_stays() -> None:
    """One fault is reported once."""
    rules = rule("stalling/a", wording("red blue")), rule("stalling/b", wording("red blue green", "blue green"))
    assert found("One red blue green.", *rules) == [(1, 5, "stalling/b")]


def test_findings_of_two_categories_may_stand_on_the_same_words() -> None:
    """A sentence may blame and refuse at once."""
    rules = rule("stalling/a", wording("red")), rule("hostility/b", wording("red blue"))
    assert found("One red blue.", *rules) == [(1, 5, "stalling/a"), (1, 5, "hostility/b")]


def test_a_clause_holds_one_finding_of_a_category() -> None:
    """Two patterns in one clause speak of one fault, in two clauses of two."""
    rules = rule("stalling/a", wording("red")), rule("stalling/b", wording("blue"))
    assert found("Red and blue.", *rules) == [(1, 1, "stalling/a")]
    assert found("Red, and then blue.", *rules) == [(1, 1, "stalling/a"), (1, 15, "stalling/b")]


def test_missing_apology_is_reported_once_a_reply_the_gravest_first() -> None:
    """It is said of the whole reply: a warning goes before an earlier hint, own words before the customer's."""
    hint = rule("missing-apology/a", wording("red", hint_if=[guard("message", "red")]))
    warning = rule("missing-apology/b", wording("blue"))
    borrowed = rule("missing-apology/c", wording("black"), zone=ZoneKind.CUSTOMER)
    text = "Red it is. Blue it is. Blue again.\n\n> It was black."
    assert found(text, hint, warning, borrowed) == [(1, 12, "missing-apology/b")]


def test_a_reply_wide_guard_is_asked_in_every_language_of_the_reply() -> None:
    """What the Danish part says silences the English part, by the rule's Danish patterns."""
    both = rule(
        HIT,
        wording("red", unless=[guard("message", "blue")]),
        danish=wording("rød", unless=[guard("message", "blå")]),
    )
    danish = "Vi har desværre ikke fået pakken endnu, men den er {}, og vi ringer til dig i morgen tidlig."
    english = "We have not got the parcel yet, but it is red, and we will call you in the morning."
    assert [f.language for f in findings(f"{danish.format('grå')}\n\n{english}", both, language=None)] == [Language.EN]
    assert findings(f"{danish.format('blå')}\n\n{english}", both, language=None) == ()


def test_equal_faults_have_fingerprints_of_their_own_that_do_not_move() -> None:
    """The same line twice gives two fingerprints; lines put before them change neither."""
    plain = rule(HIT, wording("red"))
    prints = [finding.fingerprint for finding in findings("It is red.\n\nIt is red.", plain)]
    moved = [finding.fingerprint for finding in findings("Hello there.\n\nIt is red.\n\nIt is red.", plain)]
    assert len(set(prints)) == 2
    assert moved == prints


def weighing(*lines: str, rule_id: str = "stalling/y", guards: Mapping[str, Iterable[Guard]] | None = None) -> Rule:
    """A rule with evidence: a warning from 2, a hint from 1, doubt below 0, denial below -1."""
    cues, problems = read_cues("\n".join(lines))
    assert problems == []
    evidence = Evidence(tuple(cue for _, cue in cues), warn_at=2, hint_at=1, doubt_at=0, deny_at=-1)
    return rule(rule_id, replace(wording(**(guards or {})), evidence=evidence))


def severities(text: str, *rules: Rule) -> list[tuple[str, Severity]]:
    return [(finding.rule, finding.severity) for finding in findings(text, *rules)]


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        pytest.param("-3", [], id="evidence against"),
        pytest.param("+0.99", [], id="below hint-at"),
        pytest.param("+1", [Severity.INFO], id="at hint-at"),
        pytest.param("+1.99", [Severity.INFO], id="below warn-at"),
        pytest.param("+2", [Severity.ERROR], id="at warn-at"),
        pytest.param("+9", [Severity.ERROR], id="far above warn-at"),
    ],
)
def test_evidence_gives_nothing_then_a_hint_then_the_rules_own_severity(weight: str, expected: list[Severity]) -> None:
    """A sum reaches a threshold by being as great."""
    grave = replace(weighing(f"{weight} red"), severity=Severity.ERROR)
    assert [finding.severity for finding in findings("It is red.", grave)] == expected


def test_evidence_is_reported_over_its_whole_sentence() -> None:
    """No word of it is the fault by itself."""
    (finding,) = findings("One it is. Two, I say, is red.", weighing("+2 red"))
    assert (finding.line, finding.column, finding.excerpt) == (1, 12, "Two, I say, is red")


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        pytest.param("0", [("stalling/a", Severity.WARNING)], id="at doubt-at"),
        pytest.param("-0.01", [("stalling/a", Severity.INFO)], id="below doubt-at"),
        pytest.param("-1", [("stalling/a", Severity.INFO)], id="at deny-at"),
        pytest.param("-1.01", [], id="below deny-at"),
    ],
)
def test_evidence_against_a_strict_finding_makes_it_a_hint_or_nothing(
    weight: str, expected: list[tuple[str, Severity]]
) -> None:
    """A strict finding needs no evidence for it, but none against it either."""
    assert severities("It is red.", rule("stalling/a", wording("red")), weighing(f"{weight} red")) == expected


@pytest.mark.parametrize(
    ("text", "against"),
    [
        pytest.param("It is red. It is blue.", weighing("-9 blue"), id="of another sentence"),
        pytest.param("It is red and blue.", weighing("-9 blue", rule_id="hostility/y"), id="of another category"),
    ],
)
def test_a_strict_finding_is_not_doubted_for_evidence(text: str, against: Rule) -> None:
    """Only what is heard of its category in its own sentence counts."""
    assert severities(text, rule("stalling/a", wording("red")), against) == [("stalling/a", Severity.WARNING)]


def test_evidence_does_not_doubt_a_rule_of_a_team_s_own() -> None:
    """The weights were fitted without it: a rule that silently never spoke would be past understanding."""
    own = replace(rule("stalling/a", wording("red")), is_own=True)
    assert severities("It is red.", own, weighing("-9 red")) == [("stalling/a", Severity.WARNING)]


def test_doubt_does_not_make_a_hint_graver() -> None:
    """What is a hint by its guard, or by its rule, stays one."""
    guarded_hint, mild = guarded("sentence", "hint_if"), rule(HIT, wording("red"), severity=Severity.INFO)
    for strict in (guarded_hint, mild):
        assert severities("It is red and blue.", strict, weighing("+9 red")) == [(HIT, Severity.INFO)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It is red and blue.", ["stalling/a"], id="the same sentence"),
        pytest.param("It is red. It is blue.", ["stalling/a", "stalling/y"], id="another sentence"),
        pytest.param("It is blue.", ["stalling/y"], id="nothing strict"),
        pytest.param("Blue it is, but then it is red.", ["stalling/a"], id="another clause of the sentence"),
    ],
)
def test_a_strict_finding_silences_the_evidence_of_its_category_in_its_sentence(text: str, expected: list[str]) -> None:
    """One fault is reported once, by the rule that can point at it."""
    assert [name for _, _, name in found(text, rule("stalling/a", wording("red")), weighing("+2 blue"))] == expected


def test_a_strict_finding_leaves_the_evidence_of_other_categories() -> None:
    """A sentence may stall and scold at once."""
    rules = rule("stalling/a", wording("red")), weighing("+2 blue", rule_id="hostility/y")
    assert found("It is red and blue.", *rules) == [(1, 1, "hostility/y"), (1, 7, "stalling/a")]


def test_a_strict_match_that_a_guard_silences_leaves_the_evidence() -> None:
    """Only what is found is told already."""
    rules = rule("stalling/a", wording("red", unless=[guard("sentence", "blue")])), weighing("+2 blue")
    assert found("It is red and blue.", *rules) == [(1, 1, "stalling/y")]


def test_missing_apology_is_said_once_of_evidence_too() -> None:
    """The gravest of a reply, and none where a strict rule misses the apology anywhere in it."""
    weighed = weighing("+1 red", "+2 blue", rule_id="missing-apology/y")
    text = "It is red. It is blue. It is blue again."
    assert found(text, weighed) == [(1, 12, "missing-apology/y")]
    strict = rule("missing-apology/a", wording("black"))
    assert found(f"{text} It is black.", strict, weighed) == [(1, 48, "missing-apology/a")]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        pytest.param("given", "It is red.", [], id="given, not met"),
        pytest.param("given", "It is red. It is green.", [Severity.WARNING], id="given, met"),
        pytest.param("unless", "It is red.", [Severity.WARNING], id="unless, not met"),
        pytest.param("unless", "It is red. It is green.", [], id="unless, met"),
        pytest.param("hint_if", "It is red.", [Severity.WARNING], id="hint-if, not met"),
        pytest.param("hint_if", "It is red. It is green.", [Severity.INFO], id="hint-if, met"),
    ],
)
def test_guards_hold_for_evidence(kind: str, text: str, expected: list[Severity]) -> None:
    """They look around the sentence as around a match."""
    weighed = weighing("+2 red", guards={kind: [guard("next", "green")]})
    assert [finding.severity for finding in findings(text, weighed)] == expected


def test_a_finding_names_at_most_five_cues_the_weightiest_first() -> None:
    """What speaks against it is not named, nor is anything where a pattern was found."""
    weights = ("+0.1 one", "+0.6 two", "+0.2 three", "-0.5 four", "+0.5 five", "+0.4 six", "+0.9 message: seven")
    text = "One two three four five six seven."
    (weighed,) = findings(text, weighing(*weights))
    assert weighed.cues == ("message: seven", "two", "five", "six", "three")
    (strict,) = findings(text, rule(HIT, wording("two")), weighing(*weights))
    assert strict.cues == ()


def test_evidence_is_weighed_in_the_zone_of_its_rule() -> None:
    """In the sign-off as in the body; what the customer's words come to is reported where the reply begins."""
    text = "Hi Anna,\n\nOne it is.\n\n> It was red.\n> Red again.\n\nKind regards,\nBlue Jones"
    for zone, line, cue in ((ZoneKind.SIGN_OFF, 9, "blue"), (ZoneKind.CUSTOMER, 3, "red")):
        (finding,) = findings(text, replace(weighing(f"+2 {cue}"), zone=zone))
        assert (finding.line, finding.cues) == (line, (cue,))
    assert findings("> It was red.", replace(weighing("+2 red"), zone=ZoneKind.CUSTOMER)) == ()
