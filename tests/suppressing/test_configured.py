"""What is said of the permissions of a configuration, once a run is over."""

from __future__ import annotations

from tests.suppressing.test_suppressor import RULES, ZEBRA
from tonelint.lint import lint_source
from tonelint.model import Finding, Language, Severity, Source
from tonelint.permissions import Permission, PermissionPolicy
from tonelint.suppressing.configured import findings_of_unused, findings_without_reason

USED = Permission(("hostility/zebra", "stalling", "faceless"), "so it is", path="tonelint.yaml", line=3)
UNREASONED = Permission(("hostility",), "", location="macros[1]", path="tonelint.yaml", line=2)


def said(findings: list[Finding]) -> list[tuple[str, int, str, str]]:
    return [(each.path, each.line, each.rule, each.excerpt) for each in findings]


def test_names_under_which_nothing_fell_are_told() -> None:
    """Of what was not looked for, nobody knows."""
    policy = PermissionPolicy({}, (USED, UNREASONED))
    suppressed = lint_source(Source("a.txt", ZEBRA), RULES, Language.EN, policy=policy).suppressed
    found = findings_of_unused((USED, UNREASONED), suppressed, lambda name: name != "faceless", Severity.ERROR)
    assert said(found) == [
        ("tonelint.yaml", 3, "suppression/unused", "stalling"),
        ("tonelint.yaml", 2, "suppression/unused", "hostility"),
    ]
    assert {each.severity for each in found} == {Severity.ERROR}


def test_reasons_that_are_missing_are_told() -> None:
    found = findings_without_reason((USED, UNREASONED), Severity.INFO)
    assert said(found) == [("tonelint.yaml", 2, "suppression/without-reason", "hostility")]


def test_each_is_told_again_by_itself() -> None:
    found = findings_of_unused((USED, UNREASONED), (), lambda _: True, Severity.INFO)
    assert len({each.fingerprint for each in found}) == len(found) == 4
