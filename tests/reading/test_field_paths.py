"""The paths by which a team names the texts in its data."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.field_paths import Into, PathError, Step, compile_path

ITEMS, VALUES = Step(Into.ITEMS), Step(Into.VALUES)


def key(name: str) -> Step:
    return Step(Into.KEY, name)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("reply", [key("reply")]),
        ("answers[].text", [key("answers"), ITEMS, key("text")]),
        ("items.*.body", [key("items"), VALUES, key("body")]),
        ("[].reply", [ITEMS, key("reply")]),
        ("[]", [ITEMS]),
        ("[][]", [ITEMS, ITEMS]),
        ("*", [VALUES]),
        ("*.*[]", [VALUES, VALUES, ITEMS]),
        ('"a.b".c', [key("a.b"), key("c")]),
        (r'a."b\"\\[]"[]', [key("a"), key('b"\\[]'), ITEMS]),
        ("Svar till kund.text-sv", [key("Svar till kund"), key("text-sv")]),
    ],
)
def test_steps(text: str, steps: list[Step]) -> None:
    assert compile_path(text).steps == tuple(steps)
    assert compile_path(text).text == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'an empty path: name the key that the texts stand under, as in "answers[].text"'),
        (".a", 'at character 1, it begins with a dot; a key, "*" or "[]" comes first'),
        ("a.", "at character 2, nothing stands behind the dot"),
        ("a..b", 'at character 2, a key is wanted, and "." stands there'),
        ("a.[]", 'at character 2, "[]" follows its key without a dot'),
        ("a[0]", 'at character 2, "[]" is wanted, which stands for every item of a list'),
        ("a]", 'at character 2, a key is wanted, and "]" stands there'),
        ("a*", "at character 2, a dot is wanted before the next key"),
        ("[]a", "at character 3, a dot is wanted before the next key"),
        ('a."b', "at character 2, a double quote is never closed, or nothing stands inside"),
        ('""', "at character 1, a double quote is never closed, or nothing stands inside"),
    ],
)
def test_a_text_that_is_no_path_is_told_where_it_goes_wrong(text: str, message: str) -> None:
    with pytest.raises(PathError) as caught:
        compile_path(text)
    assert message in str(caught.value)


STEPS = st.lists(
    st.sampled_from([ITEMS, VALUES]) | st.text(min_size=1, max_size=5).map(key) | st.sampled_from('."[]*\\').map(key),
    min_size=1,
    max_size=5,
)


@given(steps=STEPS)
def test_every_key_can_be_written_in_quotes(steps: list[Step]) -> None:
    written = ""
    for step in steps:
        if step.into is Into.ITEMS:
            written += "[]"
        else:
            quoted = '"' + step.key.replace("\\", "\\\\").replace('"', '\\"') + '"'
            written += "." * bool(written) + ("*" if step.into is Into.VALUES else quoted)
    assert compile_path(written).steps == tuple(steps)


@given(text=st.text(st.sampled_from('ab.[]*"\\ '), max_size=12))
def test_any_text_is_a_path_or_a_fault(text: str) -> None:
    with suppress(PathError):
        assert compile_path(text).steps
