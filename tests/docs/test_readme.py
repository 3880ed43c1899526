"""The README shows what tonelint does: its examples of faults are found in the category beside them."""

from __future__ import annotations

import re

import pytest

from docs.site.build import ROOT
from tonelint import lint_text
from tonelint.model import Category, Severity

ROWS = re.findall(
    r"^\| \[(\S+)\]\(docs/rules/\S+\) \|[^|]*\| \*(.+)\* \|$",
    (ROOT / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def test_every_category_has_an_example() -> None:
    assert {category for category, _ in ROWS} == set(Category)


@pytest.mark.parametrize(("category", "example"), ROWS)
def test_the_example_of_a_category_is_found_there(category: str, example: str) -> None:
    """A sign-off stands on two lines in a reply."""
    found = lint_text(example.replace("regards, ", "regards,\n"))
    assert category in {finding.category for finding in found if finding.severity >= Severity.WARNING}
