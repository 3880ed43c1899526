"""docs/suppressions.md tells the truth: its samples are directives, and are no permissions themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tonelint.directives import read_directive
from tonelint.lint import lint_source
from tonelint.model import Category, Source, Span, Upkeep
from tonelint.reading import Prose, read
from tonelint.rulebook.ruleset import bundled
from tonelint.textmap import MappedText
from tonelint.upkeep import UPKEEP_RULES

PAGE = Path(__file__).parents[2] / "docs" / "suppressions.md"
TEXT = PAGE.read_text(encoding="utf-8")
SAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
WRITTEN = [found for _, sample in SAMPLES for found in re.findall(r"tonelint:.*?(?= -->|$)", sample, re.MULTILINE)]


def test_its_samples_are_no_permissions() -> None:
    """They stand in code, so that the page can be linted itself."""
    found = [each for each in read(Source(PAGE.name, TEXT)) if isinstance(each, Prose)]
    assert [each.rendering.directives for each in found] == [()] * len(found)


@pytest.mark.parametrize("written", WRITTEN)
def test_its_samples_name_rules_that_there_are(written: str) -> None:
    whole = Span(0, len(written))
    directive = read_directive(MappedText.of(written), whole, whole)
    assert directive
    assert (directive.problem, bool(directive.reason)) == ("", True)
    assert {name.text for name in directive.names} <= {*Category, *(rule.id for rule in bundled().rules)}


@pytest.mark.parametrize(("kind", "sample"), [(kind, text) for kind, text in SAMPLES if "tonelint:" in text])
def test_its_samples_permit_what_they_show(kind: str, sample: str) -> None:
    """Every permission is needed, and nothing that it names is left."""
    name = {"markdown": "a.md", "html": "a.html", "yaml": "sv.yaml", "po": "sv.po"}[kind]
    result = lint_source(Source(name, sample), bundled())
    assert [each.message for each in result.findings if each.category is Upkeep.SUPPRESSION] == []
    assert result.suppressed


def test_it_names_all_that_is_checked() -> None:
    assert re.findall(r"^\| `(suppression/[\w-]+)`", TEXT, re.MULTILINE) == [
        each.id for each in sorted(UPKEEP_RULES, key=lambda each: TEXT.index(f"| `{each.id}`"))
    ]
