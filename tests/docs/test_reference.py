"""The reference of the rules says what the rules say, and is current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.site.reference import FOLDER, main, pages
from tonelint.rulebook.ruleset import bundled

if TYPE_CHECKING:
    import pytest


def test_the_pages_in_the_repository_are_current() -> None:
    """After a change of a rule, ``make docs`` writes them anew."""
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")} == pages(bundled())


def test_every_rule_stands_on_the_page_of_its_category() -> None:
    made = pages(bundled())
    for rule in bundled().rules:
        category, _, name = rule.id.partition("/")
        assert f"\n## {name}\n" in made[f"{category}.md"]
        assert f"]({category}.md#{name})" in made["index.md"]


def test_every_advice_and_example_stands_in_the_reference() -> None:
    """Signs that Markdown would take for markup have a backslash before them there."""
    made = {name: text.replace("\\", "") for name, text in pages(bundled()).items()}
    for rule in bundled().rules:
        page = made[f"{rule.category.value}.md"]
        for wording in rule.wordings.values():
            assert wording.advice in page
            for example in (*wording.flags, *wording.passes, *wording.hints):
                assert "<br>".join(" ".join(line.split()) for line in example.strip().splitlines()) in page


def test_check_tells_of_a_page_that_is_not_current(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("docs.site.reference.FOLDER", tmp_path)
    assert main([]) == 0
    assert main(["--check"]) == 0
    (FOLDER.__class__(str(tmp_path)) / "stalling.md").write_text("old", encoding="utf-8")
    assert main(["--check"]) == 1
    assert capsys.readouterr().out == "docs/rules/stalling.md is not current: make docs\n"
