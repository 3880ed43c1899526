"""How structured data are walked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.helpdesks.values import SAMPLES, value_of, values_in
from tonelint.data.json import parse_json
from tonelint.data.nodes import Kind, Node, Value
from tonelint.reading.helpdesks import SHAPES, TELLING, texts

if TYPE_CHECKING:
    from random import Random

MACRO = {"title": "Hello", "actions": [{"field": "comment_value", "value": "Hi there"}]}
SAVED_REPLY = {"name": "Hello", "text": "Hi there", "mailbox_id": 4}
SAMPLE = {path.name: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.json"))}

PLAIN_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=4),
    max_leaves=12,
)
JUNK: tuple[Any, ...] = (None, True, 0, "", "Hi there", [], {}, [None], [{}], {"a": 1}, ["a", {"b": []}])


def found(data: Any) -> list[tuple[str, str]]:
    return [(text.value.location, text.value.text) for text in texts(value_of(data))]


@pytest.mark.parametrize(
    ("data", "location"),
    [
        (MACRO, "actions[0].value"),
        ([MACRO], "[0].actions[0].value"),
        ({"macro": MACRO}, "macro.actions[0].value"),
        ({"a b": [[{"c": MACRO}]]}, '["a b"][0][0].c.actions[0].value'),
    ],
)
def test_a_shape_is_known_wherever_it_stands(data: Any, location: str) -> None:
    assert found(data) == [(location, "Hi there")]


def test_shapes_of_several_products_may_stand_in_one_file() -> None:
    data = {"replies": [SAVED_REPLY], "other": {"note": "Hi"}, "macros": [MACRO, MACRO]}
    assert [location for location, _ in found(data)] == [
        "replies[0].text",
        "macros[0].actions[0].value",
        "macros[1].actions[0].value",
    ]


def test_nothing_is_looked_for_inside_of_what_is_known() -> None:
    assert found({**SAVED_REPLY, "inner": SAVED_REPLY}) == [("text", "Hi there")]


def test_what_a_shape_refuses_is_still_walked() -> None:
    """Here the key of a wrapper is also that of a mapping, which it is not."""
    assert found({"actions": [MACRO]}) == [("actions[0].actions[0].value", "Hi there")]


@pytest.mark.parametrize("data", ["Hi there", None, 4, [], {}, [[]], [{}]])
def test_data_without_mappings_hold_nothing(data: Any) -> None:
    assert found(data) == []


def test_data_may_nest_deeper_than_python_can() -> None:
    node = value_of(MACRO).node
    for _ in range(5_000):
        node = Node(Kind.LIST, 0, 1, children=(node,))
    key = Node(Kind.TEXT, 0, 0, "deep")
    shallow = Value(Node(Kind.MAPPING, 0, 1, children=(key, node)))
    assert sum(1 for _ in texts(Value(node.children[0]))) == 1
    assert sum(1 for _ in texts(shallow)) == 1


@pytest.mark.parametrize("name", SAMPLE)
@given(around=st.lists(PLAIN_DATA, min_size=2, max_size=2), key=st.text("xyz ", min_size=1, max_size=3))
def test_a_sample_is_known_inside_of_anything(name: str, around: list[Any], key: str) -> None:
    """Whatever stands around it, the same texts are found, with the same context, at longer locations."""
    expected = list(texts(Value(parse_json(SAMPLE[name]).root)))
    before, after = (json.dumps(data) for data in around)
    outer = parse_json(f'{{"a": {before}, {json.dumps(key)}: [{SAMPLE[name]}, {after}]}}')
    for text, alone in zip(texts(Value(outer.root)), expected, strict=True):
        assert text.value.location.endswith(alone.value.location)
        assert (text.value.text, text.customer) == (alone.value.text, alone.customer)
        assert (text.markup, text.language, text.is_whole) == (alone.markup, alone.language, alone.is_whole)


@pytest.mark.parametrize("name", SAMPLE)
@given(random=st.randoms(use_true_random=False))
def test_the_order_of_keys_says_nothing(name: str, random: Random) -> None:
    def shuffled(data: Any) -> Any:
        if isinstance(data, list):
            return [shuffled(item) for item in data]
        if isinstance(data, dict):
            return {key: shuffled(data[key]) for key in random.sample(sorted(data), len(data))}
        return data

    data = json.loads(SAMPLE[name])
    assert sorted(found(shuffled(data))) == sorted(found(data))


def damaged(data: Any, random: Random) -> Any:
    """Data with about one in twelve of its values lost or replaced."""
    if random.randrange(12) == 0:
        return random.choice(JUNK)
    if isinstance(data, list):
        return [damaged(item, random) for item in data if random.randrange(24)]
    if isinstance(data, dict):
        return {key: damaged(item, random) for key, item in data.items() if random.randrange(24)}
    return data


@pytest.mark.parametrize("name", SAMPLE)
@given(random=st.randoms(use_true_random=False))
def test_damaged_data_are_read_without_complaint(name: str, random: Random) -> None:
    """Each text is found once and is a text; and where any is found, a telling word stands in the file."""
    data = damaged(json.loads(SAMPLE[name]), random)
    texts_found = list(texts(value_of(data)))
    assert len({text.value.location for text in texts_found}) == len(texts_found)
    assert all(text.value.text.strip() for text in texts_found)
    written = json.dumps(data)
    assert not texts_found or any(word in written for word in TELLING)


@pytest.mark.parametrize("name", SAMPLE)
def test_the_texts_of_a_macro_or_thread_stand_in_the_order_of_the_file(name: str) -> None:
    starts = [text.value.node.start for value in values_in(SAMPLES / name) for text in texts(value)]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", SAMPLE)
def test_a_text_knows_its_place_in_the_file(name: str) -> None:
    tree = parse_json(SAMPLE[name])
    for text in texts(Value(tree.root)):
        mapped = tree.mapped(text.value.node)
        span = mapped.source_span(0, len(mapped.text))
        assert mapped.text == text.value.text == json.loads(f'"{SAMPLE[name][span.start : span.end]}"')


def test_the_shapes_are_tried_in_one_order() -> None:
    assert len(set(SHAPES)) == len(SHAPES)
