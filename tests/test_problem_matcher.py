"""The problem matcher reads what ``--format concise`` writes: each severity, and paths with whatever is in them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import pytest
from click.testing import CliRunner

from tests.helpers import RULE, write_files
from tonelint.cli import cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MATCHERS = json.loads((Path(__file__).parents[1] / ".github" / "problem-matcher.json").read_text(encoding="utf-8"))

RULES = {
    "stalling/soon.yaml": RULE,
    "hostility/threat.yaml": RULE.replace("warning", "error").replace("snart", "genast"),
    "stalling/later-on.yaml": RULE.replace("warning", "info").replace("snart", "senare"),
}
PATHS = ["soon.txt", "två ord.txt", "mail: 3:4: svar.md", "re: [a] (b)/x-1.txt", "a:1:2: error.txt"]
TEXT = "Det kommer snart.\nDet kommer   genast.\nDet kommer senare.\n"

IN_NODE = """
const [patterns, lines] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const found = (line) => patterns.map((pattern) => [...(new RegExp(pattern).exec(line) ?? [])]);
console.log(JSON.stringify(lines.map(found)));
"""


class Problem(TypedDict):
    """What an editor or a service would show."""

    file: str
    line: str
    column: str
    severity: str
    code: str
    message: str


def in_python(patterns: list[str], lines: list[str]) -> list[list[list[str]]]:
    found = [[re.search(pattern, line, re.ASCII) for pattern in patterns] for line in lines]
    return [[[match[0], *match.groups()] if match else [] for match in matches] for matches in found]


def in_node(patterns: list[str], lines: list[str]) -> list[list[list[str]]]:
    node = shutil.which("node")
    if not node:
        pytest.skip("node is not here to read the expressions as JavaScript does")
    done = subprocess.run(
        [node, "-e", IN_NODE], input=json.dumps([patterns, lines]), capture_output=True, encoding="utf-8", check=True
    )
    groups: list[list[list[str]]] = json.loads(done.stdout)
    return groups


def problems(run: Callable[..., list[list[list[str]]]], lines: Iterable[str]) -> list[list[Problem]]:
    """The problems that the matchers see in each line: one in a line that they know, none in others."""
    patterns = [matcher["pattern"][0] for matcher in MATCHERS["problemMatcher"]]
    found = run([pattern["regexp"] for pattern in patterns], list(lines))
    return [
        [
            {
                "severity": matcher.get("severity", ""),
                **{key: groups[number] for key, number in pattern.items() if key != "regexp"},  # type: ignore[typeddict-item]
            }
            for matcher, pattern, groups in zip(MATCHERS["problemMatcher"], patterns, matches, strict=True)
            if groups
        ]
        for matches in found
    ]


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines of a concise report with findings of each severity in each of the paths."""
    write_files(tmp_path / "rules", RULES)
    write_files(tmp_path / "work", dict.fromkeys(PATHS, TEXT))
    monkeypatch.chdir(tmp_path / "work")
    rules = ["stalling/soon", "hostility/threat", "stalling/later-on"]
    select = [option for rule in rules for option in ("--select", rule)]
    arguments = ["check", "--format", "concise", "--rules", "../rules", "--language", "sv", *select]
    result = CliRunner().invoke(cli, [*arguments, "."])
    assert result.exit_code == 1, result.output
    return result.stdout.splitlines()


@pytest.mark.parametrize("run", [in_python, in_node])
def test_each_finding_is_one_problem(run: Callable[..., list[list[list[str]]]], report: list[str]) -> None:
    """File, line, column, severity and rule arrive; hints are notices, which is what GitHub calls them."""
    found = [problem for (problem,) in problems(run, report)]
    assert {problem["file"] for problem in found} == set(PATHS)
    of_one_file = [problem for problem in found if problem["file"] == "mail: 3:4: svar.md"]
    assert [(each["line"], each["column"], each["severity"], each["code"]) for each in of_one_file] == [
        ("1", "12", "warning", "stalling/soon"),
        ("2", "14", "error", "hostility/threat"),
        ("3", "12", "notice", "stalling/later-on"),
    ]
    assert {problem["message"] for problem in found} == {"Says that it will be soon."}


@pytest.mark.parametrize("run", [in_python, in_node])
def test_other_lines_are_no_problems(run: Callable[..., list[list[list[str]]]]) -> None:
    """Excerpts, notes and the output of other tools pass by."""
    lines = [
        "",
        "note: soon.txt: not UTF-8, read as Windows-1252",
        "soon.txt:1:12 warning stalling/soon",
        "    Det kommer snart.",
        "main.py:3:4: error: no such name [name-defined]",
        "soon.txt:1:12: fatal [stalling/soon] Says that it will be soon.",
    ]
    assert problems(run, lines) == [[]] * len(lines)


def test_owners_differ() -> None:
    """A matcher replaces another of the same owner."""
    owners = [matcher["owner"] for matcher in MATCHERS["problemMatcher"]]
    assert len(set(owners)) == len(owners)
