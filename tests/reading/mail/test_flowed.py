"""Paragraphs that were broken for the way are whole again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.mail.flowed import unflowed
from tonelint.textmap import MappedText


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("", ""),
        ("Hej!\nDet är klart.\n", "Hej!\nDet är klart.\n"),
        ("Det tar \ntvå \ndagar.\nHej!\n", "Det tar två dagar.\nHej!\n"),
        ("Det tar \r\ntvå dagar.\r\n", "Det tar två dagar.\r\n"),
        ("Det tar ", "Det tar "),
        ("Det tar \n", "Det tar \n"),
        (" >inget citat\n From oss\n  indraget", ">inget citat\nFrom oss\n indraget"),
        ("> ett långt \n> citat\n", "> ett långt citat\n"),
        (">ett långt \n>citat\n", ">ett långt citat\n"),
        (">> djupt \n> grunt \neget\n", ">> djupt \n> grunt \neget\n"),
        ("Hej \n-- \nJohan \nBerg\n", "Hej \n-- \nJohan Berg\n"),
        ("> -- \n> Johan\n", "> -- \n> Johan\n"),
        ("ett \n \ntvå\n", "ett \ntvå\n"),
    ],
)
def test_flowed(sent: str, text: str) -> None:
    assert unflowed(MappedText.of(sent), deletes_space=False).text == text


def test_the_space_that_marks_a_soft_break_may_be_no_part_of_the_text() -> None:
    sent = "under \nhuset  \nbor\n> ci \n> tat\n"
    assert unflowed(MappedText.of(sent), deletes_space=True).text == "underhuset bor\n> citat\n"


@given(
    words=st.lists(st.text("abåä", min_size=1, max_size=6), min_size=1, max_size=40),
    width=st.integers(4, 30),
    depth=st.integers(0, 2),
    deletes_space=st.booleans(),
)
def test_a_paragraph_that_is_broken_anywhere_is_read_whole(
    words: list[str], width: int, depth: int, *, deletes_space: bool
) -> None:
    paragraph = " ".join(words)
    mark = ">" * depth + " " * bool(depth)
    chunks = [paragraph[at : at + width] for at in range(0, len(paragraph), width)]
    if not deletes_space:  # then lines can only be broken behind a space
        chunks = [word + " " for word in words[:-1]] + words[-1:]
        soft = "\n" + mark
    else:
        soft = " \n" + mark
    sent = mark + soft.join(chunk if depth or chunk[0] != " " else " " + chunk for chunk in chunks) + "\n"
    mapped = unflowed(MappedText.of(sent), deletes_space=deletes_space)
    assert mapped.text == f"{mark}{paragraph}\n"
    for at, character in enumerate(mapped.text):
        assert sent[slice(*mapped.source_span(at, at + 1))] == character
