"""The choice of a reader."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tonelint.model import Source
from tonelint.reading import FORMATS, Prose, read


def words(path: str, text: str) -> list[str]:
    """The texts that are read in a file."""
    return [prose.rendering.text.text for prose in read(Source(path, text)) if isinstance(prose, Prose)]


@pytest.mark.parametrize("path", ["a.txt", "a.text", "A.TXT", "a", "-", "<text>", "a.unknown", "md", "a.md.txt", ".md"])
def test_plain_text_is_what_no_suffix_says_otherwise_of(path: str) -> None:
    assert words(path, "*Hej*") == ["*Hej*"]


@pytest.mark.parametrize("path", ["a.md", "b/a.markdown", "A.MD", "a.txt.md"])
def test_markdown_is_known_by_its_suffix(path: str) -> None:
    assert words(path, "*Hej*") == ["Hej"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_reader_finds_nothing_in_an_empty_file(suffix: str) -> None:
    assert words(f"a{suffix}", "") == []


def test_the_markdown_parser_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, tonelint.reading.markup.markdown; sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
