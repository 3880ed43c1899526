"""A team's own fields: which files they name, and the texts that stand there."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.data.json import parse_json
from tonelint.data.nodes import Value
from tonelint.errors import Fault, ReadError
from tonelint.model import Foreign, Language
from tonelint.reading.document import Fields, ReadOptions
from tonelint.reading.fields import FieldTexts, fields_of, listed
from tonelint.reading.helpdesks.threads import MOST_CONTEXT


def texts(fields: Fields, *values: object) -> tuple[list[tuple[str, str]], list[str]]:
    """The location and words of each text in some values, and what is said of fields that were named in vain."""
    wanted = FieldTexts(fields, "a.json")
    found = [text for value in values for text in wanted.of(Value(parse_json(json.dumps(value)).root))]
    faults = list(wanted.never_met())
    assert all((fault.path, fault.line) == ("a.json", 0) for fault in faults)
    return [(text.value.location, text.value.text) for text in found], [fault.message for fault in faults]


def at(*reply: str, language: str = "", customer: str = "", name: str = "") -> Fields:
    return Fields(("*",), reply, language=language, customer=customer, id=name)


class TestFiles:
    @pytest.mark.parametrize(
        ("path", "folder"),
        [
            ("a.json", ""),
            ("x/a.yaml", ""),
            ("../a.yaml", ""),
            ("/a.yaml", ""),
            ("a.yaml", "svar"),
            ("svarx/a.yaml", "svar"),
            ("svar/x/a.yaml", "svar"),
            ("svar/../a.yaml", "svar"),
        ],
    )
    def test_files_that_they_do_not_name(self, path: str, folder: str) -> None:
        fields = Fields(("*.yaml", "b/*.yml"), ("text",), folder)
        assert fields_of(path, ReadOptions((fields,))) is None

    @pytest.mark.parametrize(
        ("path", "folder"),
        [
            ("a.yaml", ""),
            ("b/a.yml", ""),
            ("./a.yaml", "."),
            ("svar/a.yaml", "svar"),
            ("svar/b/a.yml", "svar/"),
            ("../svar/a.yaml", "../svar"),
            ("/home/x/a.yaml", "/home/x"),
            ("/a.yaml", "/"),
        ],
    )
    def test_files_that_they_name_from_their_folder(self, path: str, folder: str) -> None:
        fields = Fields(("*.yaml", "b/*.yml"), ("text",), folder)
        assert fields_of(path, ReadOptions((fields,))) is fields

    def test_the_first_that_name_a_file_count(self) -> None:
        first, second = Fields(("*.yaml",), ("a",)), Fields(("*",), ("b",))
        options = ReadOptions((first, second))
        assert (fields_of("x.yaml", options), fields_of("x.json", options)) == (first, second)


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("reply", {"reply": "Hej", "other": "x"}, [("reply", "Hej")]),
        (
            "answers[].text",
            {"answers": [{"text": "a"}, {"x": 1}, {"text": "b"}]},
            ["answers[0].text", "answers[2].text"],
        ),
        ("items.*.body", {"items": {"a": {"body": "x"}, "b c": {"body": "y"}}}, ["items.a.body", 'items["b c"].body']),
        ("[].reply", [{"reply": "x"}], ["[0].reply"]),
        ("out[]", {"out": ["x", "y"]}, ["out[0]", "out[1]"]),
        ("[][]", [["x"], [], ["y"]], ["[0][0]", "[2][0]"]),
        ("*", {"a": "x", "b": ["y"], "c": "z"}, ["a", "c"]),
        ('"a.b".c', {"a.b": {"c": "x"}, "a": {"b": {"c": "y"}}}, ['["a.b"].c']),
        ("a", {"a": None}, []),
        ("a[].b", {"a": []}, []),
        ("a.*.b", {"a": {}}, []),
        ("a", {"a": 3}, ["a"]),
        ("a", {"a": ""}, ["a"]),
    ],
)
def test_texts(path: str, value: object, expected: list[object]) -> None:
    found, faults = texts(at(path), value)
    assert [
        text if isinstance(wanted, tuple) else text[0] for text, wanted in zip(found, expected, strict=True)
    ] == expected
    assert faults == []


def test_texts_of_several_paths_stand_in_the_order_of_the_file_each_once() -> None:
    value = {"a": "1", "b": [{"c": "2", "d": "3"}], "e": "4"}
    found, _ = texts(at("e", "b[].d", "b[].*", "a"), value)
    assert [words for _, words in found] == ["1", "2", "3", "4"]


class TestBeside:
    def test_what_stands_beside_a_text_tells_of_it(self) -> None:
        wanted = FieldTexts(at("answers[].text", language="lang", customer="in", name="nr"), "a.json")
        value = {"answers": [{"nr": 4711, "lang": "da-DK", "in": "<p>Hvor?</p>", "text": "Her."}]}
        (text,) = wanted.of(Value(parse_json(json.dumps(value)).root))
        assert (text.value.location, text.language, text.customer) == (
            "answers[0].text (id 4711)",
            Language.DA,
            "Hvor?",
        )

    def test_it_may_stand_beside_the_list_of_texts_or_further_out(self) -> None:
        """The nearest counts."""
        value = {"lang": "sv", "nr": "f", "a": [{"out": ["x"], "nr": "1"}, {"out": ["y", "z"], "lang": "de", "nr": ""}]}
        wanted = FieldTexts(at("a[].out[]", language="lang", name="nr"), "a.json")
        found = wanted.of(Value(parse_json(json.dumps(value)).root))
        assert [text.language for text in found] == [Language.SV, Foreign("de"), Foreign("de")]
        assert [text.value.location[-7:] for text in found] == [" (id 1)", " (id f)", " (id f)"]

    def test_it_is_no_text_itself(self) -> None:
        found, _ = texts(
            at("*", language="lang", customer="in", name="nr"), {"lang": "sv", "in": "x", "nr": "1", "a": "y"}
        )
        assert found == [("a (id 1)", "y")]

    def test_a_name_stays_short_and_on_one_line(self) -> None:
        ((location, _),), _ = texts(at("a", name="nr"), {"a": "x", "nr": "A\n" + "1" * 9000})
        assert location == f"a (id A {'1' * 78})"

    def test_of_much_that_the_customer_wrote_the_latest_is_kept(self) -> None:
        wanted = FieldTexts(at("a", customer="in"), "a.json")
        (text,) = wanted.of(Value(parse_json(json.dumps({"a": "x", "in": "y" * 9000 + "z"})).root))
        assert (len(text.customer), text.customer[-1]) == (MOST_CONTEXT, "z")


class TestNamedInVain:
    @pytest.mark.parametrize(
        ("path", "value", "message"),
        [
            ("a", {"b": 1, "c": 2}, 'nothing stands at a: the outermost value has the keys "b", "c"'),
            ("a", {}, "nothing stands at a: the outermost value has no keys"),
            ("a[].b", {"a": [{"c": 1}]}, 'nothing stands at a[].b: a[0] has the key "c"'),
            ("a[].b", {"a": {"b": 1}}, "nothing stands at a[].b: a is a mapping, not a list"),
            ("a.b", {"a": ["b"]}, "nothing stands at a.b: a is a list, not a mapping"),
            ("a.*", {"a": "b"}, "nothing stands at a.*: a is a text, not a mapping"),
            ("[].a", {"a": "b"}, "nothing stands at [].a: the outermost value is a mapping, not a list"),
            ("a", {"a": {"text": "b"}}, "nothing stands at a: a is a mapping, no text"),
        ],
    )
    def test_a_path_that_leads_nowhere(self, path: str, value: object, message: str) -> None:
        assert texts(at(path), value) == ([], [message])

    def test_a_path_that_leads_somewhere_in_one_value_is_right(self) -> None:
        """Of JSON Lines and YAML documents, not all need have the field."""
        assert texts(at("a"), {"b": "x"}, {"a": "y"}) == ([("a", "y")], [])

    def test_of_a_file_without_values_nothing_is_said(self) -> None:
        assert texts(at("a")) == ([], [])

    def test_of_many_keys_the_first_are_told(self) -> None:
        assert listed(map(str, range(14)), "key").endswith('"10", "11" and 2 more')


def test_a_text_that_is_no_path_is_an_error_of_the_file() -> None:
    with pytest.raises(ReadError) as caught:
        FieldTexts(at("a["), "a.json")
    (fault,) = caught.value.faults
    assert isinstance(fault, Fault)
    assert fault.message.startswith('"a[" is no path: at character 2')


JSON = st.recursive(
    st.text("ab", max_size=2) | st.none() | st.integers(0, 3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=15,
)
PATHS = st.lists(st.sampled_from(["a", "b", "*", "[]"]), min_size=1, max_size=4)


def by_hand(value: object, steps: list[str]) -> list[str]:
    """The texts at a path, found in plain values."""
    if not steps:
        return [str(value)] if isinstance(value, str | int) else []
    step, *rest = steps
    below: list[object] = []
    if step == "[]":
        below = value if isinstance(value, list) else []
    elif isinstance(value, dict):
        below = list(value.values()) if step == "*" else [value[step]] if step in value else []
    return [text for each in below for text in by_hand(each, rest)]


@given(value=JSON, steps=PATHS)
def test_all_that_stands_at_a_path_is_found(value: object, steps: list[str]) -> None:
    found, faults = texts(at(".".join(steps).replace(".[]", "[]")), value)
    assert [words for _, words in found] == by_hand(value, steps)
    assert not (found and faults)
