"""The manual page of a rule is made of its own fields."""

from __future__ import annotations

from tonelint.model import Category, Language, Severity, ZoneKind
from tonelint.notation.parser import parse
from tonelint.reporters.explain import render_explanation
from tonelint.rulebook.rules import Rule, Wording


def rule(**wordings: Wording) -> Rule:
    return Rule(
        id="stalling/soon",
        category=Category.STALLING,
        summary="Promises an answer without a time.",
        why="Nobody can plan with soon. " + "It is long. " * 10,
        severity=Severity.WARNING,
        zone=ZoneKind.BODY,
        wordings={Language(key): wording for key, wording in wordings.items()},
        path="soon.yaml",
    )


SWEDISH = Wording(
    advice="Skriv när.",
    find=(parse("snart"),),
    flags=("Snart!", "Hej\nSnart."),
    passes=("I dag.",),
    hints=("Snart nog.",),
)


def test_an_explanation_holds_every_field_in_the_language_of_its_part() -> None:
    explanation = render_explanation(rule(sv=SWEDISH, en=Wording("Say when.", (parse("soon"),), flags=("Soon.",))))
    assert explanation.startswith(
        "stalling/soon (warning; looks in: body)\n\nWhat: Promises an answer without a time.\n"
    )
    assert explanation.endswith(
        "\n## Svenska\nRåd: Skriv när.\nReagerar på:\n  - Snart!\n  - Hej\n    Snart.\nSläpper igenom:\n  - I dag.\n"
        "Ger bara en vink:\n  - Snart nog.\n"
        "\n## English\nAdvice: Say when.\nReports:\n  - Soon.\n"
    )


def test_long_reasons_are_wrapped() -> None:
    lines = render_explanation(rule(da=SWEDISH)).splitlines()
    assert max(map(len, lines)) <= 100
    assert "## Dansk" in lines
