"""Looking values up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import value_of
from tonelint.reading.helpdesks.fields import (
    by_thread,
    filled,
    has,
    is_false,
    is_true,
    mappings,
    messages,
    oldest_first,
    text_in,
)
from tonelint.reading.markup import read_html, read_plain


@pytest.mark.parametrize(
    ("data", "true", "false"),
    [
        (True, True, False),
        (False, False, True),
        ("true", True, False),
        ("FALSE", False, True),
        ("t", True, False),
        ("f", False, True),
        (1, True, False),
        (0, False, True),
        ("yes", True, False),
        ("no", False, True),
        (None, False, False),
        ("", False, False),
        ("perhaps", False, False),
        ([True], False, False),
    ],
)
def test_truth_values_are_known_however_they_are_exported(data: Any, true: bool, false: bool) -> None:
    value = value_of({"key": data})
    assert (is_true(value, "key"), is_false(value, "key")) == (true, false)


def test_a_truth_value_that_is_not_there_is_neither() -> None:
    assert not is_true(value_of({}), "key")
    assert not is_false(value_of({}), "key")


def test_a_mapping_has_a_key_even_where_nothing_stands_under_it() -> None:
    assert has(value_of({"a": None}), "b", "a")
    assert not has(value_of({"a": None}), "b")
    assert not has(value_of(["a"]), "a")


@pytest.mark.parametrize(("data", "count"), [([{}, {"a": 1}], 2), ([], 0), ([{}, 1], 0), ({"a": {}}, 0), ("a", 0)])
def test_only_a_list_of_mappings_is_one(data: Any, count: int) -> None:
    assert len(mappings(value_of(data))) == count


@pytest.mark.parametrize(
    ("data", "count"),
    [
        ([{"a": 1, "b": 2}, {"b": 1, "a": 2}], 2),
        ({"a": 1, "b": 2}, 1),
        ([{"a": 1, "b": 1}, {"a": 1}], 0),
        ([], 0),
        ("a", 0),
    ],
)
def test_messages_all_have_the_keys(data: Any, count: int) -> None:
    assert len(messages(value_of(data), "a", "b")) == count


@pytest.mark.parametrize(
    ("times", "order"),
    [
        (["2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"], [1, 0]),
        ([1781600400.5, 900, 1781600300], [1, 2, 0]),
        (["b", "a", "b", "a"], [1, 3, 0, 2]),
        (["b", None, "a"], [0, 1, 2]),
        (["b", "", "a"], [0, 1, 2]),
        ([], []),
    ],
)
def test_messages_are_put_in_order_where_all_have_a_time(times: list[Any], order: list[int]) -> None:
    items = list(value_of([{"number": number, "at": time} for number, time in enumerate(times)]).items())
    assert [int(item.text_at("number")) for item in oldest_first(items, "at")] == order


def test_messages_of_many_threads_are_told_apart() -> None:
    items = list(
        value_of([{"of": {"id": 1}, "n": 1}, {"of": {"id": 2}, "n": 2}, {"n": 3}, {"of": {"id": 1}, "n": 4}]).items()
    )
    threads = by_thread(items, "of", "id")
    assert [[item.text_at("n") for item in thread] for thread in threads] == [["1", "4"], ["2"], ["3"]]


def test_the_best_field_with_words_counts() -> None:
    value = value_of({"a": "", "b": "B", "c": "C"})
    assert filled(value, ["a", "b", "c"]) == ("b", value.get("b"))
    assert filled(value, ["a", "d"]) is None


def test_a_text_has_the_markup_of_its_field() -> None:
    value = value_of({"html": "<p>Hej</p>"})
    (text,) = text_in(value, {"plain": read_plain, "html": read_html}, is_whole=False)
    assert (text.value, text.markup, text.is_whole) == (value.get("html"), read_html, False)
    assert text_in(value, {"plain": read_plain}) == []
