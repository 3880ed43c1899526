"""Errors say where and what, and carry all their faults."""

from __future__ import annotations

import pytest

from tonelint.errors import Fault, ReadError, RuleError, TonelintError, UsageError


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        pytest.param(Fault("a.yaml", "is wrong"), "a.yaml: is wrong", id="a fault of a whole file names the file"),
        pytest.param(
            Fault("a.yaml", "is wrong", 3, 5),
            "a.yaml:3:5: is wrong",
            id="a fault with a place names line and column",
        ),
        pytest.param(
            Fault("a.yaml", "is wrong", 3, 5, "in: boby"),
            "a.yaml:3:5: is wrong\n    in: boby\n        ^",
            id="a caret stands under the column",
        ),
        pytest.param(
            Fault("a.yaml", "is wrong", 3, 1, "  "),
            "a.yaml:3:1: is wrong",
            id="a blank line is not shown",
        ),
    ],
)
def test_a_fault_reads_as_place_and_message(fault: Fault, text: str) -> None:
    assert str(fault) == text


@pytest.mark.parametrize("kind", [ReadError, RuleError])
def test_an_error_carries_all_its_faults(kind: type[TonelintError]) -> None:
    """The message has them one after the other; ``faults`` keeps them apart."""
    faults = Fault("a", "one"), Fault("b", "two")
    error = kind(*faults)
    assert error.faults == faults
    assert str(error) == "a: one\nb: two"


def test_a_usage_error_names_no_file() -> None:
    """It is about a request."""
    error = UsageError("no such rule")
    assert isinstance(error, TonelintError)
    assert str(error) == "no such rule"
