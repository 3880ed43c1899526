"""What the cues in and around a sentence come to, on rules made for the purpose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.judging.test_judge import rule, wording
from tonelint.judging.evidence import Sum, sums
from tonelint.lint import read_message
from tonelint.model import Language, ZoneKind
from tonelint.reading.markup import read_plain, rendered
from tonelint.replies.reply import reply_of
from tonelint.rulebook.evidence import Evidence, read_cues
from tonelint.rulebook.rules import Rule, Wording
from tonelint.rulebook.ruleset import Ruleset
from tonelint.textmap import MappedText


def evidence(*lines: str) -> Evidence:
    cues, problems = read_cues("\n".join(lines))
    assert problems == []
    return Evidence(tuple(cue for _, cue in cues), 2, 1, 0, -1)


def weighing(*lines: str, rule_id: str = "stalling/x") -> Rule:
    return rule(rule_id, Wording("Do otherwise.", evidence=evidence(*lines)))


def sums_in(text: str, *rules: Rule) -> list[Sum]:
    rendering = rendered(MappedText.of(text), read_plain)
    assert rendering
    ruleset = Ruleset(rules, {language: {} for language in Language})
    message, _ = read_message(reply_of(rendering.text, Language.EN), ruleset)
    return [each for passage in message.passages for each in sums(rules, message, passage)]


def totals(text: str, *lines: str) -> list[float]:
    """The sum of each sentence of the body, in order."""
    return [each.total for each in sums_in(text, weighing(*lines))]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        pytest.param("It is black.", "red", [0], id="a cue that is not there"),
        pytest.param("It is red. It is black.", "red", [1, 0], id="here"),
        pytest.param("It is Red, red and RED.", "red", [1], id="counted once a sentence, in small or capital letters"),
        pytest.param("It is red. It is black.", "previous: red", [0, 1], id="previous"),
        pytest.param(
            "It is red. It is black. It is so.", "previous: red", [0, 1, 0], id="previous, not the last but one"
        ),
        pytest.param("It is black. It is red.", "next: red", [1, 0], id="next"),
        pytest.param("It is so. It is black. It is red.", "next: red", [0, 1, 0], id="next, not the next but one"),
        pytest.param("It is black. It is red.", "message: red", [1, 1], id="the message, the sentence too"),
        pytest.param("It is red. It is red.", "message: red", [1, 1], id="the message, counted once"),
        pytest.param("It is black.\n\nKind regards,\nRed Jones", "message: red", [1], id="the message, its sign-off"),
        pytest.param("It is black.\n\n> It was red.", "message: red", [0], id="the message, not the customer"),
        pytest.param("It is redder.", "redd~", [1], id="how a word begins"),
        pytest.param("It is bored.", "~red", [1], id="how a word ends"),
        pytest.param("It is red indeed.", "red indeed", [1], id="neighbours"),
        pytest.param("It is, red it is.", "^ red", [1], id="at the beginning of a clause"),
        pytest.param("It is red.", "^ red", [0], id="elsewhere than at the beginning of a clause"),
        pytest.param("It is red and so very blue.", "red …4 blue", [1], id="a longer pattern"),
    ],
)
def test_a_cue_is_heard_where_it_asks_to_be(text: str, cue: str, expected: list[float]) -> None:
    """Its weight is added once to each sentence of the body in or around which it stands."""
    assert totals(text, f"+1 {cue}") == expected


@pytest.mark.parametrize(
    ("text", "fact", "expected"),
    [
        pytest.param("One it is. Two it is. Three it is.", "opening", [1, 0, 0], id="the first sentence opens"),
        pytest.param("Hi Anna,\n\nOne it is. Two it is.", "opening", [0, 1, 0], id="a greeting does not open"),
        pytest.param("One it is. Two it is. Three it is.", "closing", [0, 0, 1], id="the last sentence closes"),
        pytest.param("One it is.\n\nKind regards,\nJo Jones", "closing", [1], id="a sign-off does not close"),
        pytest.param("One it is.\n\n> It was red. It was.", "closing", [1], id="the customer does not close"),
        pytest.param("One two three four five.", "short", [1], id="five words are short"),
        pytest.param("One two three four five six.", "short", [0], id="six words are not short"),
        pytest.param("One " * 19 + "end.", "long", [1], id="twenty words are long"),
        pytest.param("One " * 18 + "end.", "long", [0], id="nineteen words are not long"),
        pytest.param("One it is. Two it is.", "answers", [0, 0], id="nothing is quoted"),
        pytest.param("One it is. Two it is.\n\n> It was red.", "answers", [1, 1], id="the customer is quoted"),
    ],
)
def test_a_fact_tells_what_a_sentence_is(text: str, fact: str, expected: list[float]) -> None:
    """Whatever its words."""
    assert totals(text, f"+1 fact: {fact}") == expected


@pytest.mark.parametrize(
    "cue", ["red", "previous: red", "next: red"], ids=["here", "in the previous sentence", "in the next sentence"]
)
def test_only_sentences_of_the_body_hold_cues(cue: str) -> None:
    """What the customer and the sign-off say is passed over, and nothing is said of them."""
    text = "One it is.\n> It was red.\nTwo it is.\n\nKind regards,\nRed Jones"
    assert totals(text, f"+1 {cue}") == [0, 0]


def test_a_rule_for_the_sign_off_weighs_its_lines() -> None:
    """The line before is another one of the sign-off; the body is the message."""
    signed = replace(weighing("+1 jones", "+2 previous: red", "+4 message: red"), zone=ZoneKind.SIGN_OFF)
    sums_there = sums_in("It is red.\n\nKind regards,\nJo Jones", signed)
    assert [(each.total, [str(cue) for cue in each.cues]) for each in sums_there][-1] == (
        5,
        ["message: red", "jones"],
    )


def test_the_sentence_before_is_the_companys_own() -> None:
    """Quoted lines between two sentences of the body do not part them."""
    text = "One red.\n> It was so.\nTwo blue."
    assert totals(text, "+1 previous: red", "+2 next: blue") == [2, 1]


def test_weights_are_summed_for_each_sentence_and_rule() -> None:
    """Cues against a fault are subtracted; each rule has a sum of its own."""
    one, other = weighing("+1.5 red", "-0.25 blue", "+4 next: red"), weighing("-1 red", rule_id="hostility/y")
    found = [
        (each.rule.id, each.sentence, each.total) for each in sums_in("It is red and blue. It is blue.", one, other)
    ]
    assert found == [("stalling/x", 0, 1.25), ("hostility/y", 0, -1), ("stalling/x", 1, -0.25), ("hostility/y", 1, 0)]


def test_a_sum_does_not_depend_on_the_order_in_which_cues_are_met() -> None:
    """Cues come out of sets: the last digits of floats would differ from run to run, and a verdict at a threshold."""
    assert totals("It is red, blue and green.", "+0.1 red", "+0.2 blue", "-0.3 green") == [0]


def test_a_sum_names_the_cues_that_add_to_it_the_weightiest_first() -> None:
    """Those of equal weight in the order of their texts; those that speak against it are left out."""
    (one,) = sums_in("It is red, blue and green.", weighing("+1 red", "+2 blue", "-3 green", "+1 fact: closing"))
    assert [str(cue) for cue in one.cues] == ["blue", "fact: closing", "red"]


def test_rules_that_weigh_nothing_have_no_sum() -> None:
    """Neither strict rules, nor rules in other languages."""
    strict = rule("stalling/strict", wording("red"))
    swedish = weighing("+1 red", "+1 fact: short")
    swedish = replace(swedish, wordings={Language.SV: swedish.wordings[Language.EN]})
    assert sums_in("It is red.", strict, swedish) == []
