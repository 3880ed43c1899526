"""A ruleset with only some of its rules, and other severities: what is left, and what it still shares."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from tests.helpers import RULE, write_files
from tonelint.errors import UsageError
from tonelint.judging.judge import judge
from tonelint.lint import read_message
from tonelint.model import Language, Severity
from tonelint.replies.reply import reply_of
from tonelint.rulebook.choice import EVERYTHING, Choice
from tonelint.rulebook.ruleset import load
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from pathlib import Path

    from tonelint.rulebook.ruleset import Ruleset

HINTING = RULE + "  hint-if: {sentence: [kanske]}\n  hints: [Det kommer kanske snart.]\n"


@pytest.fixture
def three(tmp_path: Path) -> Ruleset:
    files: dict[str, str | bytes] = dict.fromkeys(("stalling/a.yaml", "stalling/b.yaml", "hostility/c.yaml"), RULE)
    return load((write_files(tmp_path, files),))


def ids(ruleset: Ruleset) -> list[str]:
    return [rule.id for rule in ruleset.rules]


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        pytest.param((), (), ["hostility/c", "stalling/a", "stalling/b"], id="nothing said"),
        pytest.param(["stalling"], (), ["stalling/a", "stalling/b"], id="a category selected"),
        pytest.param(
            ["stalling/b", "hostility"], (), ["hostility/c", "stalling/b"], id="a rule and a category selected"
        ),
        pytest.param((), ["stalling/a"], ["hostility/c", "stalling/b"], id="a rule ignored"),
        pytest.param(["stalling"], ["stalling/a"], ["stalling/b"], id="a rule of a selected category ignored"),
        pytest.param(["stalling/a"], ["stalling"], ["stalling/a"], id="a rule of an ignored category selected"),
        pytest.param(["stalling/a"], ["stalling/a"], [], id="what is ignored wins"),
        pytest.param(["faceless"], (), [], id="a category without rules"),
        pytest.param(["suppression"], (), [], id="what is said about permissions"),
    ],
)
def test_rules_are_selected_and_ignored(
    three: Ruleset, select: tuple[str, ...], ignore: tuple[str, ...], left: list[str]
) -> None:
    narrowed = three.narrowed(Choice.of(select, ignore))
    assert ids(narrowed) == left
    assert narrowed.classes is three.classes
    assert narrowed.forms is three.forms


def test_severities_are_changed_and_nothing_else(three: Ruleset) -> None:
    narrowed = three.narrowed(Choice.of(severities={"stalling": Severity.ERROR, "stalling/b": Severity.WARNING}))
    first, second, third = narrowed.rules
    assert [rule.severity for rule in narrowed.rules] == [Severity.WARNING, Severity.ERROR, Severity.WARNING]
    assert first is three.rules[0]
    assert third is three.rules[2]
    others = [each.name for each in fields(second) if each.name != "severity"]
    assert all(getattr(second, name) is getattr(three.rules[1], name) for name in others)


@pytest.mark.parametrize(
    "choice",
    [
        pytest.param(Choice.of(["staling"]), id="selected"),
        pytest.param(Choice.of([], ["staling"]), id="ignored"),
        pytest.param(Choice.of(severities={"staling": Severity.INFO}), id="weighed"),
    ],
)
def test_an_unknown_rule_or_category_is_refused(three: Ruleset, choice: Choice) -> None:
    with pytest.raises(UsageError, match='unknown rule or category "staling"; did you mean "stalling"'):
        three.narrowed(choice)


def test_a_ruleset_names_the_one_that_it_comes_from(three: Ruleset) -> None:
    """However often it was narrowed, what was compiled once serves; and names that are out of force are known."""
    narrowed = three.narrowed(Choice.of(["stalling"]))
    assert three.origin is three
    assert narrowed.origin is three
    assert narrowed.narrowed(Choice.of([], ["hostility/c"])).origin is three
    assert ids(narrowed.narrowed(EVERYTHING)) == ["stalling/a", "stalling/b"]


def test_a_limited_ruleset_is_an_origin_of_its_own_that_still_knows_all_names(three: Ruleset) -> None:
    choice = Choice.of(["stalling"], severities={"stalling": Severity.ERROR})
    limited = three.limited(choice)
    assert ids(limited) == ["stalling/a", "stalling/b"]
    assert limited.rules[0] is three.rules[1]
    assert limited.origin is limited
    narrowed = limited.narrowed(choice.then(Choice.of([], ["hostility/c", "stalling/a"])))
    assert ids(narrowed) == ["stalling/b"]
    assert narrowed.origin is limited
    assert three.limited(EVERYTHING) is three


def verdicts(ruleset: Ruleset, read_with: Ruleset, text: str) -> list[tuple[str, Severity]]:
    reply = reply_of(MappedText.of(text), Language.SV)
    message, _ = read_message(reply, read_with)
    return [(verdict.rule.id, verdict.severity) for verdict in judge(message, ruleset.rules)]


def test_what_the_origin_finds_is_judged_by_the_rules_that_are_left(three: Ruleset) -> None:
    narrowed = three.narrowed(Choice.of(["hostility"], severities={"hostility": Severity.ERROR}))
    text = "Det kommer snart."
    assert verdicts(narrowed, narrowed.origin, text) == verdicts(narrowed, narrowed, text)
    assert verdicts(narrowed, narrowed.origin, text) == [("hostility/c", Severity.ERROR)]


def test_hints_stay_hints(tmp_path: Path) -> None:
    ruleset = load((write_files(tmp_path, {"stalling/a.yaml": HINTING}),))
    narrowed = ruleset.narrowed(Choice.of(severities={"stalling": Severity.ERROR}))
    assert verdicts(narrowed, ruleset, "Det kommer snart.") == [("stalling/a", Severity.ERROR)]
    assert verdicts(narrowed, ruleset, "Det kommer kanske snart.") == [("stalling/a", Severity.INFO)]
