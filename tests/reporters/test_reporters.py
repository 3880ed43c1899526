"""What holds for all formats."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.reporters.runs import ALL, BESIDE, ELSEWHERE, EMPTY, HOSTILE_TEXTS, ONE, UPKEEP, WARNING, hostile
from tonelint.reporters import FORMATS, REPORTERS
from tonelint.reporters.run import Run, Style

EVERYTHING = Style(statistics=True, suppressed=True)
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "reports.md"


def test_the_formats_are_those_of_the_command_line() -> None:
    assert FORMATS == (
        "text", "concise", "json", "jsonl", "github", "gitlab", "junit", "sarif", "markdown", "html"
    )  # fmt: skip
    assert tuple(REPORTERS) == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_module(name: str) -> None:
    """It is imported late, so that nothing else would tell."""
    assert find_spec(f"tonelint.reporters.{name}")


def test_a_format_that_is_not_asked_for_is_not_loaded() -> None:
    code = (
        "import sys; from tonelint.reporters import REPORTERS; from tonelint.reporters.run import Run, Style\n"
        "REPORTERS['text'](Run(), Style())\n"
        "print(sorted(name for name in sys.modules if name.startswith('tonelint.reporters.')))\n"
        "print([name for name in ('spacy', 'xml.etree.ElementTree') if name in sys.modules])"
    )
    loaded, libraries = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    names = ["run", "statistics", "summary", "terminal", "text"]
    assert loaded == str([f"tonelint.reporters.{name}" for name in names])
    assert libraries == "[]"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("run", [Run(), EMPTY, ALL], ids=["nothing", "empty", "all"])
def test_every_format_shows_every_run(name: str, run: Run) -> None:
    """Text or nothing, and a line ending at its end."""
    report = REPORTERS[name](run, EVERYTHING)
    assert report == "" or report.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_text_breaks_a_format(name: str, text: str) -> None:
    """Not even file names that are no text; the tests of the formats look at what comes out."""
    assert REPORTERS[name](hostile(text), EVERYTHING)


@pytest.mark.parametrize("name", FORMATS)
def test_without_excerpts_no_format_holds_words_of_replies(name: str) -> None:
    """Neither the words, nor quoted keys, cues, or what a message about a permission quotes."""
    told = replace(WARNING, location='x["Du borde"].y', cues=("Du borde",))
    run = Run(
        (told, UPKEEP),
        files=1,
        suppressed=(replace(BESIDE, finding=told), replace(ELSEWHERE, finding=replace(UPKEEP, line=7))),
    )
    report = REPORTERS[name](run, replace(EVERYTHING, excerpts=False))
    assert "Du borde" not in report
    assert "läst" not in report
    if name not in {"concise", "gitlab", "github"}:  # which never show them
        assert "Du borde" in REPORTERS[name](replace(run, findings=(told,)), EVERYTHING)


def test_every_format_is_documented() -> None:
    """Under its name, in the order of their names."""
    prose = re.sub("^```.*?^```$", "", DOCUMENTATION.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall("^## (.*)$", prose, re.MULTILINE)
    assert headings == ["What holds for all formats", *FORMATS]


@pytest.mark.parametrize("name", ["json", "gitlab"])
def test_the_documented_example_has_the_keys_of_the_report(name: str) -> None:
    """All of them, in their order."""
    section = DOCUMENTATION.read_text(encoding="utf-8").partition(f"\n## {name}\n")[2]
    example = re.search("^```json\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    assert example
    shown, report = (json.loads(text, object_pairs_hook=_keys) for text in (example[1], REPORTERS[name](ONE, Style())))
    assert shown == report


def _keys(pairs: list[tuple[str, object]]) -> list[tuple[str, object]]:
    """The keys of an object, with those of the objects in it."""
    return [(key, value if isinstance(value, list) else None) for key, value in pairs]
