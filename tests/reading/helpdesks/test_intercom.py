"""Intercom: who wrote a part, and what is a macro."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import NOTHING, REPLY, answers, found


def part(kind: str, author: str, words: str = "Hi", time: int = 0) -> dict[str, Any]:
    return {"part_type": kind, "author": {"type": author}, "body": words, "created_at": time}


@pytest.mark.parametrize(
    ("kind", "author", "expected"),
    [
        ("comment", "admin", REPLY),
        ("close", "admin", REPLY),
        ("open", "admin", REPLY),
        ("assignment", "admin", REPLY),
        ("note", "admin", NOTHING),
        ("note_and_reopen", "admin", NOTHING),
        ("comment", "bot", NOTHING),
        ("comment", "team", NOTHING),
        ("comment", "user", NOTHING),
        ("comment", "lead", NOTHING),
        ("comment", "contact", NOTHING),
        ("quick_reply", "user", NOTHING),
    ],
)
def test_intercom_tells_who_wrote_a_part(kind: str, author: str, expected: list[tuple[str, str]]) -> None:
    parts = {"conversation_parts": [part(kind, author)]}
    assert answers({"source": part("", "user", "Help"), "conversation_parts": parts}) == expected


def test_an_intercom_conversation_may_be_opened_by_the_company() -> None:
    parts = {"conversation_parts": [part("comment", "admin", "Bye", 2), part("comment", "user", "Help", 1)]}
    data = {"source": part("", "admin"), "conversation_parts": parts}
    assert answers(data) == [("Hi", ""), ("Bye", "Help")]


@pytest.mark.parametrize(
    "parts", [None, "Hi", {"author": {"type": "admin"}}, [part("comment", "admin"), {"body": "Hi"}]]
)
def test_an_intercom_conversation_is_a_list_of_parts_with_authors(parts: Any) -> None:
    data = {"source": part("", "admin"), "conversation_parts": {"conversation_parts": parts}}
    assert answers(data) == []


@pytest.mark.parametrize("lost", ["type", "name"])
def test_an_intercom_macro_says_that_it_is_one(lost: str) -> None:
    macro = {"type": "macro", "name": "Hello", "body_text": "Hi", "visible_to": "everyone"}
    assert found(macro) == ["Hi"]
    assert found(macro | {lost: None}) == []
