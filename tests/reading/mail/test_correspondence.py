"""Who wrote a mail, and what it answers."""

from __future__ import annotations

import pytest

from tonelint.reading.mail.correspondence import LONGEST_REMEMBERED, MOST_REMEMBERED, Correspondence, is_company

OWN = ("Support@Skoboden.example", "@skobodenkundtjanst.example")


@pytest.mark.parametrize(
    ("fields", "is_own"),
    [
        ({}, False),
        ({"from": "support@skoboden.example"}, True),
        ({"from": "Skoboden <SUPPORT@skoboden.example>"}, True),
        ({"from": "johan@skobodenkundtjanst.example (Johan)"}, True),
        ({"from": "johan@skoboden.example"}, False),
        ({"from": "anna@mejl.skobodenkundtjanst.example"}, False),
        ({"from": '"support@skoboden.example" <anna@example.se>'}, False),
        ({"from": "support@skoboden.example via Anna <anna@example.se>"}, False),
        ({"from": "Anna <anna@example.se>, Skoboden <support@skoboden.example>"}, True),
        ({"sender": "support@skoboden.example"}, True),
        ({"from": "anna@example.se", "sender": "support@skoboden.example"}, False),
        ({"from": "ingen adress"}, False),
    ],
)
def test_the_company_is_told_by_its_addresses(fields: dict[str, str], *, is_own: bool) -> None:
    assert is_company(fields, OWN) is is_own


def test_without_addresses_every_mail_is_the_companys() -> None:
    assert is_company({"from": "anna@example.se"}, ())


def test_an_answer_is_given_its_question() -> None:
    customers = Correspondence()
    customers.remember({"message-id": "<1@a>"}, "Var är mina skor?\n> Hej Anna,\n> de är på väg.\n")
    customers.remember({"message-id": "<2@a>"}, "Och snörena?")
    customers.remember({}, "Utan namn.")
    assert customers.question({"in-reply-to": "<1@a>"}) == "Var är mina skor?\n"
    assert customers.question({"in-reply-to": "<x@b>", "references": "<1@a>\t<2@a> <y@b>"}) == "Och snörena?"
    assert customers.question({"in-reply-to": "<x@b>"}) == ""
    assert customers.question({}) == ""


def test_only_so_much_is_remembered() -> None:
    customers = Correspondence()
    for number in range(MOST_REMEMBERED + 1):
        customers.remember({"message-id": f"<{number}@a>"}, "å" * 2 * LONGEST_REMEMBERED)
    assert customers.question({"in-reply-to": "<0@a>"}) == ""
    assert customers.question({"in-reply-to": "<1@a>"}) == "å" * LONGEST_REMEMBERED
