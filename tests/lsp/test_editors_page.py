"""The snippets of docs/editors.md are written rightly, and speak of what there is."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.lsp.test_actions import RULE, found
from tonelint.lsp.comments import insertions

PAGE = (Path(__file__).parents[2] / "docs" / "editors.md").read_text(encoding="utf-8")


def snippets(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_snippet_of_helix_starts_the_server_for_each_language() -> None:
    (snippet,) = map(tomllib.loads, snippets("toml"))
    assert snippet["language-server"] == {"tonelint": {"command": "tonelint", "args": ["lsp"]}}
    assert all(language["language-servers"][-1] == "tonelint" for language in snippet["language"])


def test_the_snippet_of_vs_code_starts_the_server() -> None:
    (snippet,) = map(json.loads, snippets("json"))
    assert (snippet["glspc.server.command"], snippet["glspc.server.commandArguments"]) == ("tonelint", ["lsp"])
    assert "yaml" in snippet["glspc.server.languageId"]


def test_the_snippets_of_neovim_start_the_server() -> None:
    assert [snippet.count('cmd = { "tonelint", "lsp" }') for snippet in snippets("lua")] == [1, 1]


@pytest.mark.parametrize(
    "suffix", ["md", "html", "mjml", "liquid", "j2", "twig", "njk", "hbs", "mustache", "erb", "ejs"]
)
def test_the_comments_are_those_that_are_inserted(suffix: str) -> None:
    finding, opened, _ = found(f"a.{suffix}", "Du borde ha läst villkoren innan du beställde.")
    comment = next(insertions(finding, opened)).text.strip()
    assert f"`{comment.replace(RULE, 'RULE')}`" in PAGE
