"""From a text in data to prose, and faults while they are few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.errors import Fault
from tonelint.model import Source
from tonelint.reading import Prose, read
from tonelint.reading.formats import parts
from tonelint.reading.formats.parts import MOST_FAULTS, FewFaults

if TYPE_CHECKING:
    import pytest


def canned(*texts: str) -> Source:
    entries = ",\n".join(f'{{"short_code": "a", "content": "{text}"}}' for text in texts)
    return Source("a.json", f"[{entries}]")


def test_a_text_too_long_for_a_message_is_left_out_at_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read."""
    monkeypatch.setattr(parts, "LONGEST_TEXT", 9)
    short, fault, last = read(canned("Hej!", "Hej hej hej", "Hej!"))
    assert isinstance(short, Prose)
    assert isinstance(last, Prose)
    assert isinstance(fault, Fault)
    assert (fault.path, fault.line, fault.column) == ("a.json", 2, 32)


def test_a_text_without_letters_is_none() -> None:
    assert list(read(canned("", "12 345", "--"))) == []


def test_a_file_that_is_broken_throughout_is_named_a_few_times() -> None:
    few = FewFaults()
    assert list(few.told("a.csv", "rows are wrong")) == []
    for number in range(1, MOST_FAULTS + 1):
        few.add(Fault("a.csv", "wrong", number, 1))
    assert [fault.line for fault in few.told("a.csv", "rows are wrong")] == list(range(1, MOST_FAULTS + 1))
    few.add(Fault("a.csv", "wrong", 99, 1))
    *named, last = few.told("a.csv", "rows are wrong")
    assert len(named) == MOST_FAULTS
    assert last == Fault("a.csv", f"11 rows are wrong; only the first {MOST_FAULTS} are named")
