"""What is said of the permissions of a configuration, once a run is over."""

from __future__ import annotations

from tests.suppressing.test_suppressor import EVERYTHING, RULES, ZEBRA
from tonelint.lint import lint_source
from tonelint.model import Language, Source
from tonelint.permissions import USUAL_POLICY, Permission, PermissionPolicy
from tonelint.suppressing.configured import findings_about_permissions

USED = Permission(("hostility/zebra", "stalling"), "so it is", path="tonelint.yaml", line=3)
UNREASONED = Permission(("hostility",), "", location="macros[1]", path="tonelint.yaml", line=2)


def said(
    policy: PermissionPolicy = EVERYTHING, *, not_in_force: str = "", is_whole: bool = True
) -> list[tuple[int, str, str]]:
    """The lines, rules and names of what is said after a run in which only the first permission was needed."""
    linted = lint_source(
        Source("a.txt", ZEBRA), RULES, Language.EN, policy=PermissionPolicy(policy.severities, (USED, UNREASONED))
    )
    assert linted.findings == ()
    found = findings_about_permissions(
        (USED, UNREASONED), linted.suppressed, policy.severities, lambda name: name != not_in_force, is_whole=is_whole
    )
    assert {each.path for each in found} == {"tonelint.yaml"}
    return [(each.line, each.rule, each.excerpt) for each in found]


def test_names_under_which_nothing_fell_and_reasons_that_are_missing_are_told() -> None:
    assert said() == [
        (2, "suppression/without-reason", "hostility"),
        (2, "suppression/unused", "hostility"),
        (3, "suppression/unused", "stalling"),
    ]


def test_of_what_was_not_looked_for_nothing_is_told() -> None:
    assert said(is_whole=False) == [(2, "suppression/without-reason", "hostility")]
    assert said(USUAL_POLICY, not_in_force="stalling") == [(2, "suppression/unused", "hostility")]


def test_each_is_told_again_by_itself() -> None:
    found = findings_about_permissions((USED, UNREASONED), (), EVERYTHING.severities, lambda _: True, is_whole=True)
    assert len({each.fingerprint for each in found}) == len(found) == 4
