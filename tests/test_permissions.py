"""Permissions of the configuration: what falls under them, and which are for nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.suppressing.test_suppressor import RULES, ZEBRA
from tonelint.lint import lint_source
from tonelint.model import Finding, Language, Source, Suppressed
from tonelint.permissions import ConfiguredPermissions, Permission, unused_permissions


def finding(location: str = "") -> Finding:
    (found,) = lint_source(Source("a.txt", ZEBRA), RULES, Language.EN).findings
    return replace(found, location=location)


@pytest.mark.parametrize(
    ("location", "found", "expected"),
    [
        ("", "", True),
        ("", "macros[3]", True),
        ("macros[3]", "macros[3]", True),
        ("macros[3]", "macros[3].actions[0].value", True),
        ("macros[3].actions", "macros[3].actions[0].value", True),
        ("macros", "macros[3]", True),
        ("macros[3]", "macros[3] (id 12)", True),
        ("macros[3] (id 12)", "macros[3] (id 12)", True),
        ("row 7", "row 7, column reply", True),
        ('msgid "a"', 'msgid "a" msgstr[1]', True),
        ("macros[3]", "macros[30]", False),
        ("macros[3]", "macros[4].value", False),
        ("macros[3].value", "macros[3]", False),
        ("row 7", "row 75, column reply", False),
        ("macro", "macros[3]", False),
        ("macros[3]", "", False),
    ],
)
def test_a_permission_holds_at_its_location_and_below(location: str, found: str, *, expected: bool) -> None:
    permission = Permission(("hostility",), "", location=location)
    assert ConfiguredPermissions([permission]).of(finding(found)) == (permission if expected else None)


@pytest.mark.parametrize(
    ("names", "expected"),
    [(("hostility",), True), (("hostility/zebra",), True), (("a", "hostility"), True), (("hostility/z",), False)],
)
def test_a_permission_holds_for_what_it_names(names: tuple[str, ...], *, expected: bool) -> None:
    assert bool(ConfiguredPermissions([Permission(names, "")]).of(finding())) is expected


def test_the_nearest_location_counts() -> None:
    far, near = (Permission(("hostility",), "", location=location) for location in ("", "a.b"))
    assert ConfiguredPermissions([far, near]).of(finding("a.b.c")) is near
    assert ConfiguredPermissions([far, near]).of(finding("a.c")) is far


def test_a_name_under_which_nothing_fell_is_for_nothing() -> None:
    used = Permission(("hostility", "stalling", "faceless"), "", path="tonelint.yaml", line=3)
    other = Permission(("hostility/zebra",), "", path="tonelint.yaml", line=5)
    suppressed = [Suppressed(finding(), "", "tonelint.yaml", 3)]
    unused = unused_permissions([used, other], suppressed, lambda name: name != "faceless")
    assert list(unused) == [(used, "stalling"), (other, "hostility/zebra")]
