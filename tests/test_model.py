"""The values that travel: positions, severities, languages."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Language, Position, Severity, Source


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        pytest.param("", 0, (1, 1), id="an empty source has a first line"),
        pytest.param("ab", 1, (1, 2), id="columns count from one"),
        pytest.param("a\nb", 2, (2, 1), id="a line feed ends a line"),
        pytest.param("a\nb", 1, (1, 2), id="the line feed itself stands at the end of its line"),
        pytest.param("a\r\nb", 3, (2, 1), id="CRLF is one line ending"),
        pytest.param("a\rb", 2, (2, 1), id="CR alone is one too"),
        pytest.param("a\n\rb", 3, (3, 1), id="LF and then CR are two"),
        pytest.param("a\u2028b\x0cc\x85d", 6, (1, 7), id="other separators end no line"),
        pytest.param("😊å\u0301b", 3, (1, 4), id="columns count code points"),
        pytest.param("a\n", 2, (2, 1), id="after the last line ending there is a line"),
    ],
)
def test_position(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Source("x.txt", text).position(offset) == Position(*position)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_line_is_told_without_its_ending(ending: str) -> None:
    text = ending.join(["ett", "", "tre"])
    source = Source("x.txt", text)
    assert [text[slice(*source.line_span(offset))] for offset in (2, 3, 3 + len(ending), len(text))] == [
        "ett", "ett", "", "tre",
    ]  # fmt: skip


@given(st.text(alphabet="ab\r\nå😊"), st.integers(1, 9))
def test_lines_are_sources_with_their_numbers(text: str, first_line: int) -> None:
    """Each holds its line ending, and tells the same positions as the whole."""
    source = Source("x.txt", text, first_line=first_line)
    lines = list(source.lines())
    assert "".join(line.text for line in lines) == text
    offset = 0
    for line in lines:
        assert source.position(offset) == line.position(0)
        offset += len(line.text)
    assert source.whole() is source


@given(st.text(alphabet="ab\r\nå😊"))
def test_line_and_column_lead_back(text: str) -> None:
    """The position of every character names a line whose text holds it at the column, unless it ends that line."""
    source = Source("x.txt", text)
    for offset, char in enumerate(text):
        line, column = source.position(offset)
        if char not in "\r\n":
            assert line == text[:offset].replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
            assert text[slice(*source.line_span(offset))][column - 1] == char


def test_severities_compare() -> None:
    assert Severity.INFO < Severity.WARNING < Severity.ERROR
    assert [severity.label for severity in Severity] == ["info", "warning", "error"]


def test_values_are_frozen_and_compare_by_value() -> None:
    source = Source("x.txt", "a\nb")
    assert source == Source("x.txt", "a\nb") != Source("x.txt", "a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        source.text = "b"  # type: ignore[misc]


def test_languages_have_their_codes() -> None:
    assert [f"{language}" for language in Language] == ["sv", "da", "en"]
