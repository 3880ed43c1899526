"""A score as a table: what stands in its columns and rows."""

from __future__ import annotations

import pytest

from tonelint.model import Category, Language
from tonelint.reporters.scores import render_alarms, render_scores
from tonelint.scoring import Score, Tally


def scored(*languages: Language) -> Score:
    """Of each language ten clean replies, and nothing found."""
    result = Score()
    for language in languages:
        result.clean[language] = 10
    return result


def row(text: str, name: str) -> list[str]:
    """The cells of a row."""
    (line,) = [line for line in text.splitlines() if line.startswith(name)]
    return line.removeprefix(name).split()


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        pytest.param([Language.DA], ["da"], id="one"),
        pytest.param([Language.EN, Language.SV], ["sv", "en", "all"], id="two, and both together"),
        pytest.param(list(Language), ["sv", "da", "en", "all"], id="three, and all together"),
    ],
)
def test_each_language_has_a_column(languages: list[Language], expected: list[str]) -> None:
    """Though nothing be labelled or found in it."""
    lines = render_scores({"Heading": scored(*languages)}).splitlines()
    assert lines[0] == "Heading"
    assert lines[1].split() == expected
    assert lines[2].split() == ["P", "R", "F1"] * len(expected)
    assert {len(line) for line in lines[1:]} == {20 + 24 * len(expected)}


def test_each_category_has_a_row_and_so_have_their_sums() -> None:
    """In the order of the categories; the last row counts false alarms."""
    lines = render_scores({"Heading": scored(Language.EN)}).splitlines()
    names = [line[:20].strip() for line in lines[3:]]
    assert names == [*Category, "the first four", "all nine", "clean but alarmed"]


def test_a_row_holds_precision_recall_and_f1() -> None:
    """The columns of all languages hold what their counts come to together; a dash is a share of nothing."""
    score = scored(Language.SV, Language.EN)
    score.tallies[Language.SV, Category.STALLING] = Tally(right=3, wrong=1, missed=3)
    score.tallies[Language.EN, Category.HOSTILITY] = Tally(right=1, wrong=0, missed=0)
    text = render_scores({"Heading": score})
    assert row(text, "stalling") == "0.75 0.50 0.60 – – – 0.75 0.50 0.60".split()
    assert row(text, "the first four") == row(text, "stalling")
    assert row(text, "all nine") == "0.75 0.50 0.60 1.00 1.00 1.00 0.80 0.57 0.67".split()


def test_clean_replies_are_counted_with_their_share() -> None:
    """No share is told where there is none."""
    score = scored(Language.SV, Language.DA)
    score.alarmed[Language.SV] = 3
    score.clean[Language.EN] = 0
    cells = " ".join(row(render_scores({"Heading": score}), "clean but alarmed"))
    assert cells == "3 of 10 (30.0%) 0 of 10 (0.0%) 0 of 0 3 of 20 (15.0%)"


def test_several_scores_stand_one_after_the_other() -> None:
    """Each under its heading, an empty line between them."""
    one, two = render_scores({"One": scored(Language.SV), "Two": scored(Language.SV)}).split("\n\n")
    assert one.startswith("One\n ")
    assert two == one.replace("One", "Two") + "\n"


def test_alarms_stand_by_how_often_they_sound() -> None:
    """Rules first, then cues; of equal counts, in order of their names."""
    lines = render_alarms({"a/b": 1, "a/c": 3}, {"a/b: x": 1, "a/b: <y>": 1}, 7).splitlines()
    assert lines == [
        "Findings in 7 clean replies, by rule, then by cue",
        "     3  a/c",
        "     1  a/b",
        "",
        "     1  a/b: <y>",
        "     1  a/b: x",
    ]
