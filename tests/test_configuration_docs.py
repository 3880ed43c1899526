"""The documentation of the configuration says what tonelint does: every example is read, every key is described."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tonelint.configuration import check_names, combined, read_layer
from tonelint.configuration.reader import KEYS
from tonelint.rulebook.ruleset import bundled

TEXT = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```(yaml|toml)\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize(("notation", "example"), EXAMPLES)
def test_every_example_is_read_and_names_what_there_is(notation: str, example: str) -> None:
    layer = read_layer(f"example.{notation}", example, "/team")
    assert layer
    check_names(combined([layer], "/team"), bundled())


def test_every_key_has_a_heading_and_an_example() -> None:
    headings = set(re.findall(r"`([a-z-]+)`", "\n".join(re.findall(r"^##+ .*$", TEXT, re.MULTILINE))))
    assert headings == set(KEYS)
    shown = set(re.findall(r"^([a-z-]+):", "\n".join(example for _, example in EXAMPLES), re.MULTILINE))
    assert shown == set(KEYS)
