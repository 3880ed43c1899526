"""Findings counted by rule, category, language and file."""

from __future__ import annotations

from dataclasses import replace

from tests.reporters.runs import ALL, EMPTY, ERROR, INFO, UPKEEP, WARNING
from tonelint.model import Language
from tonelint.reporters.run import Run
from tonelint.reporters.statistics import MOST_FILES, statistics_lines, statistics_of

MIXED = Run((WARNING, replace(WARNING, language=Language.DA, path="b.md"), INFO, ERROR, UPKEEP), files=2)


def many(files: int) -> Run:
    """One finding in each of so many files."""
    return Run(tuple(replace(WARNING, path=f"{number:02}.txt") for number in range(files)), files=files)


def test_nothing_found_has_no_tables() -> None:
    assert list(statistics_lines(EMPTY)) == []
    assert statistics_of(EMPTY) == {"by_rule": [], "by_category": [], "by_language": [], "by_file": []}


def test_programs_get_all_numbers() -> None:
    """The most first, then by name; a finding about a permission has no language."""
    statistics = statistics_of(MIXED)
    assert statistics["by_rule"][0] == {
        "name": "blame-shifting/should-have-known",
        "findings": 2,
        "error": 0,
        "warning": 2,
        "info": 0,
    }
    assert [row["name"] for row in statistics["by_category"]] == [
        "blame-shifting", "hostility", "stalling", "suppression"
    ]  # fmt: skip
    assert [(row["name"], row["findings"], row["error"], row["info"]) for row in statistics["by_language"]] == [
        ("sv", 3, 1, 1), (None, 1, 0, 0), ("da", 1, 0, 0)
    ]  # fmt: skip
    assert [row["name"] for row in statistics["by_file"]] == ["mail/a.txt", "b.md"]
    assert len(statistics_of(many(MOST_FILES + 5))["by_file"]) == MOST_FILES + 5


def test_people_get_tables() -> None:
    lines = list(statistics_lines(ALL))
    assert lines[:4] == [
        "by rule                           findings     error   warning      info",
        "blame-shifting/should-have-known         1         ·         1         ·",
        "hostility/threat                         1         1         ·         ·",
        "stalling/soon                            1         ·         ·         1",
    ]
    assert [line.split("  ")[0] for line in lines if line.startswith("by ")] == [
        "by rule", "by category", "by language", "by file"
    ]  # fmt: skip
    assert lines.count("") == 3


def test_people_are_told_that_a_permission_has_no_language() -> None:
    assert "none                1         ·         1         ·" in list(statistics_lines(MIXED))


def test_people_get_the_files_with_most_findings() -> None:
    """And are told how many more there are."""
    lines = list(statistics_lines(many(MOST_FILES)))
    assert lines[-1].startswith(f"{MOST_FILES - 1}.txt")
    assert list(statistics_lines(many(MOST_FILES + 1)))[-1] == "… and 1 more file"
    assert list(statistics_lines(many(MOST_FILES + 2)))[-1] == "… and 2 more files"


def test_columns_stand_below_each_other_whatever_files_are_called() -> None:
    """Wide characters take two columns, and none steers the terminal."""
    lines = list(statistics_lines(Run((replace(WARNING, path="mallar/\x1b漢字.md"),), files=1)))
    assert lines[-2:] == [
        "by file          findings     error   warning      info",
        "mallar/\ufffd漢字.md         1         ·         1         ·",
    ]
