"""What is told about a finding: in the language of its words, and with every sign shown as it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reporters.runs import WARNING
from tonelint.lint import lint_text
from tonelint.lsp.hover import LONGEST_EXAMPLE, escaped, explained
from tonelint.model import Upkeep
from tonelint.rulebook.ruleset import bundled
from tonelint.upkeep import UNUSED

REPLIES = {
    "sv": ("Du borde ha läst villkoren innan du beställde.", "Råd", "Reagerar på", "Släpper igenom"),
    "da": ("Du burde have læst betingelserne, før du bestilte.", "Råd", "Reagerer på", "Lader passere"),
    "en": ("You should have read the terms before you ordered.", "Advice", "Reports", "Lets pass"),
}


@pytest.mark.parametrize("language", REPLIES)
def test_a_finding_is_explained_in_the_language_of_its_words(language: str) -> None:
    reply, *headings = REPLIES[language]
    (finding,) = lint_text(reply, language)
    told = explained(finding, bundled())
    shown = told.markdown()
    assert all(f"**{heading}:**" in shown for heading in headings)
    assert f"`{finding.rule}` · warning" in shown
    assert escaped(finding.why) in shown
    assert escaped(finding.advice) in shown
    assert told.message().startswith(f"{headings[0]}: {finding.advice}\n{headings[1]}:\n– ")


def test_two_short_examples_of_each_kind_are_shown() -> None:
    (finding,) = lint_text(REPLIES["sv"][0])
    told = explained(finding, bundled())
    assert (len(told.flags), len(told.passes)) == (2, 2)
    assert all(len(example) <= LONGEST_EXAMPLE for example in told.flags + told.passes)


@pytest.mark.parametrize("rule", [rule.id for rule in bundled().rules])
def test_every_rule_has_an_example_that_is_short_enough(rule: str) -> None:
    for language in bundled().rule(rule).wordings:
        told = explained(replace(WARNING, rule=rule, language=language), bundled())
        assert told.flags
        assert told.passes


def test_what_is_said_about_permissions_has_no_examples() -> None:
    finding = replace(
        WARNING, rule=UNUSED.id, category=Upkeep.SUPPRESSION, language=None, message=UNUSED.summary, advice="Remove it."
    )
    told = explained(finding, bundled())
    assert (told.flags, told.passes) == ((), ())
    assert told.message() == "Advice: Remove it."


def test_what_added_up_is_told() -> None:
    assert (
        "you \\<accuse\\> · never" in explained(replace(WARNING, cues=("you <accuse>", "never")), bundled()).markdown()
    )


@given(st.text(st.sampled_from("ab 1.)-+*_#=>|`~[](){}<!&;\\$\n\t\"'"), max_size=30))
def test_what_is_escaped_is_shown_as_it_is_written(text: str) -> None:
    """By a Markdown reader of its own: one paragraph with the very characters and nothing else."""
    tokens = MarkdownIt().parse(escaped(text))
    shown = "".join(
        child.content for token in tokens if token.type == "inline" for child in token.children or () if child.content
    )
    kinds = {child.type for token in tokens if token.type == "inline" for child in token.children or ()}
    assert shown == " ".join(text.split())
    assert kinds <= {"text", "text_special"}
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
