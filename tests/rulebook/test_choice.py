"""What is said of rules: a rule's own name beats its category, and what is said later counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Category, Severity, Upkeep
from tonelint.rulebook.choice import EVERYTHING, Choice, Ruling

INFO, WARNING, ERROR = Severity


def ruling(choice: Choice, rule: str = "stalling/a") -> Ruling:
    category = rule.partition("/")[0]
    return choice.ruling(rule, Upkeep(category) if category in set(Upkeep) else Category(category))


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        pytest.param(EVERYTHING, Ruling(True), id="nothing said"),
        pytest.param(Choice.of(["stalling"]), Ruling(True, "select", "stalling"), id="its category selected"),
        pytest.param(Choice.of(["stalling/a"]), Ruling(True, "select", "stalling/a"), id="itself selected"),
        pytest.param(Choice.of(["hostility"]), Ruling(False, "select"), id="others selected"),
        pytest.param(Choice.of(["stalling/b"]), Ruling(False, "select"), id="another of its category selected"),
        pytest.param(Choice.of([], ["stalling"]), Ruling(False, "ignore", "stalling"), id="its category ignored"),
        pytest.param(Choice.of([], ["stalling/a"]), Ruling(False, "ignore", "stalling/a"), id="itself ignored"),
        pytest.param(Choice.of([], ["hostility", "stalling/b"]), Ruling(True), id="others ignored"),
        pytest.param(
            Choice.of(["stalling/a"], ["stalling"]),
            Ruling(True, "select", "stalling/a"),
            id="its name beats its category",
        ),
        pytest.param(
            Choice.of(["stalling"], ["stalling/a"]), Ruling(False, "ignore", "stalling/a"), id="and so where ignored"
        ),
        pytest.param(Choice.of(["stalling"], ["stalling"]), Ruling(False, "ignore", "stalling"), id="of equal names"),
        pytest.param(Choice.of(apology_rules=False), Ruling(True), id="no matter of apologies"),
    ],
)
def test_whether_a_rule_is_in_force(choice: Choice, expected: Ruling) -> None:
    assert ruling(choice) == expected


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        pytest.param(Choice.of(apology_rules=True), Ruling(True), id="on"),
        pytest.param(Choice.of(apology_rules=False), Ruling(False, "apology-rules", "non-apology"), id="off"),
        pytest.param(
            Choice.of([], ["non-apology"], apology_rules=True), Ruling(False, "ignore", "non-apology"), id="ignored"
        ),
        pytest.param(
            Choice.of(["non-apology/a"], apology_rules=False), Ruling(True, "select", "non-apology/a"), id="by its name"
        ),
    ],
)
def test_rules_about_apologies_are_switched_off_together(choice: Choice, expected: Ruling) -> None:
    assert ruling(choice, "non-apology/a") == expected


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        pytest.param(EVERYTHING, Ruling(True), id="nothing said"),
        pytest.param(Choice.of(["hostility"]), Ruling(True), id="other rules selected"),
        pytest.param(Choice.of(["suppression"]), Ruling(True, "select", "suppression"), id="selected"),
        pytest.param(Choice.of([], ["suppression"]), Ruling(False, "ignore", "suppression"), id="all of it ignored"),
        pytest.param(
            Choice.of([], ["suppression/unused"]), Ruling(False, "ignore", "suppression/unused"), id="ignored"
        ),
    ],
)
def test_what_is_said_about_permissions_need_not_be_selected(choice: Choice, expected: Ruling) -> None:
    assert ruling(choice, "suppression/unused") == expected


def test_what_is_said_about_permissions_has_severities() -> None:
    choice = Choice.of([], ["suppression/unmatched"], {"suppression": INFO, "suppression/invalid": ERROR})
    assert choice.upkeep() == {
        "suppression/invalid": ERROR,
        "suppression/unknown-rule": INFO,
        "suppression/unused": INFO,
        "suppression/without-reason": INFO,
    }
    assert set(EVERYTHING.upkeep().values()) == {WARNING}


@pytest.mark.parametrize(
    ("severities", "expected", "name"),
    [
        pytest.param({}, WARNING, "", id="nothing said"),
        pytest.param({"hostility": ERROR, "stalling/b": ERROR}, WARNING, "", id="others"),
        pytest.param({"stalling": ERROR}, ERROR, "stalling", id="its category"),
        pytest.param({"stalling/a": INFO}, INFO, "stalling/a", id="itself"),
        pytest.param({"stalling": ERROR, "stalling/a": INFO}, INFO, "stalling/a", id="its name beats its category"),
    ],
)
def test_the_severity_of_a_rule(severities: dict[str, Severity], expected: Severity, name: str) -> None:
    choice = Choice.of(severities=severities)
    assert choice.severity("stalling/a", Category.STALLING, WARNING) is expected
    assert choice.weighed_by("stalling/a", Category.STALLING) == name


@pytest.mark.parametrize(
    ("earlier", "later", "is_on"),
    [
        pytest.param(Choice.of(["hostility"]), Choice.of(["stalling"]), True, id="a later selection replaces"),
        pytest.param(Choice.of(["stalling"]), Choice.of(["hostility"]), False, id="and leaves nothing of the earlier"),
        pytest.param(Choice.of([], ["stalling"]), Choice.of([], ["hostility"]), False, id="names to ignore add up"),
        pytest.param(Choice.of([], ["stalling"]), Choice.of(["stalling"]), True, id="ignored, then selected"),
        pytest.param(Choice.of([], ["stalling"]), Choice.of(["stalling/a"]), True, id="then selected by its own name"),
        pytest.param(
            Choice.of([], ["stalling/a"]), Choice.of(["stalling/a"]), True, id="ignored by name, then selected so"
        ),
        pytest.param(
            Choice.of([], ["stalling/a"]), Choice.of(["stalling"]), False, id="ignored by name, category selected"
        ),
        pytest.param(Choice.of(["stalling"]), Choice.of([], ["stalling"]), False, id="selected, then ignored"),
        pytest.param(Choice.of(["stalling/a"]), Choice.of([], ["stalling"]), False, id="then its category ignored"),
        pytest.param(Choice.of(["stalling"]), Choice.of([], ["stalling/b"]), True, id="then another ignored"),
    ],
)
def test_what_is_said_later_counts(earlier: Choice, later: Choice, is_on: bool) -> None:
    assert ruling(earlier.then(later)).is_on is is_on


def test_nothing_is_in_force_where_all_that_was_selected_is_ignored_later() -> None:
    left = Choice.of(["stalling/a"]).then(Choice.of([], ["stalling"]))
    assert not ruling(left, "hostility/c").is_on


@pytest.mark.parametrize(
    ("earlier", "later", "is_on"),
    [
        pytest.param(Choice.of(apology_rules=False), EVERYTHING, False, id="off"),
        pytest.param(Choice.of(apology_rules=False), Choice.of(apology_rules=True), True, id="off, then on"),
        pytest.param(Choice.of(["non-apology/a"]), Choice.of(apology_rules=False), False, id="selected, then off"),
        pytest.param(Choice.of(apology_rules=False), Choice.of(["non-apology"]), True, id="off, then selected"),
        pytest.param(Choice.of(apology_rules=False), Choice.of(["stalling"]), False, id="off, then others selected"),
    ],
)
def test_a_later_word_on_apologies_counts(earlier: Choice, later: Choice, is_on: bool) -> None:
    assert ruling(earlier.then(later), "non-apology/a").is_on is is_on


def test_severities_add_up() -> None:
    earlier = Choice.of(severities={"stalling": ERROR, "hostility": INFO})
    assert earlier.then(Choice.of(severities={"stalling": INFO})) == Choice.of(
        severities={"hostility": INFO, "stalling": INFO}
    )


NAMES = st.sets(
    st.sampled_from(["stalling", "stalling/a", "stalling/b", "non-apology", "non-apology/a", "suppression"])
)
CHOICES = st.builds(
    Choice.of,
    NAMES,
    NAMES,
    st.dictionaries(st.sampled_from(["stalling", "stalling/a"]), st.sampled_from(Severity)),
    apology_rules=st.sampled_from([None, True, False]),
)


@given(CHOICES)
def test_nothing_said_changes_nothing(choice: Choice) -> None:
    assert choice.then(EVERYTHING) == choice == EVERYTHING.then(choice)


@given(CHOICES, CHOICES)
def test_what_a_later_choice_decides_by_name_no_earlier_one_changes(earlier: Choice, later: Choice) -> None:
    """Each rule that the later choice names itself is on or off as that says alone; so is its severity."""
    both = earlier.then(later)
    for rule in ("stalling/a", "stalling/b", "non-apology/a"):
        if later.ruling(rule, Category(rule.partition("/")[0])).name == rule:
            assert ruling(both, rule).is_on is ruling(later, rule).is_on
    if later.weighed_by("stalling/a", Category.STALLING) == "stalling/a":
        assert both.severity("stalling/a", Category.STALLING, WARNING) is dict(later.severities)["stalling/a"]


@given(CHOICES, CHOICES)
def test_a_later_choice_that_ignores_is_heard(earlier: Choice, later: Choice) -> None:
    """No earlier choice keeps a rule in force that a later one puts out of force."""
    for rule in ("stalling/a", "stalling/b", "non-apology/a"):
        if not ruling(later, rule).is_on:
            assert not ruling(earlier.then(later), rule).is_on


@given(CHOICES)
def test_equal_choices_are_equal_keys(choice: Choice) -> None:
    again = Choice.of(choice.select or (), choice.ignore, dict(choice.severities), apology_rules=choice.apology_rules)
    assert choice == again
    assert hash(choice) == hash(again)
