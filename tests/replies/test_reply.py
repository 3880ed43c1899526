"""A reply taken apart, with what the customer wrote in front of it."""

from __future__ import annotations

from tonelint.model import Language, Span, ZoneKind
from tonelint.replies.reply import reply_of
from tonelint.textmap import MappedText

TEXT = MappedText.of("id: 7\nHej Eva!\n\nVi ses.\n\nMed vänlig hälsning\nPer").cut(6, 47)


def test_a_reply_to_nobody_is_its_own_text() -> None:
    for customer in ("", " \n"):
        reply = reply_of(TEXT, Language.SV, customer=customer)
        assert reply.text is TEXT
        assert [zone.kind for zone in reply.zones] == [ZoneKind.BODY, ZoneKind.SIGN_OFF]


def test_the_customers_words_are_a_zone_of_their_own_before_it() -> None:
    reply = reply_of(TEXT, customer="Var är mitt paket?\n> gammalt\n")
    customer, body, sign_off = reply.zones
    assert reply.text.text[slice(*customer.span)] == "Var är mitt paket?\n> gammalt\n\n"
    assert reply.text.text[slice(*body.span)].startswith("Hej Eva!")
    assert [zone.kind for zone in (customer, body, sign_off)] == [ZoneKind.CUSTOMER, ZoneKind.BODY, ZoneKind.SIGN_OFF]


def test_the_reply_keeps_its_places_behind_the_customers_words() -> None:
    """The customer's words have none of their own; they stand where the reply begins."""
    reply = reply_of(TEXT, customer="Var?")
    start = reply.text.text.index("Vi ses")
    assert reply.text.source_span(start, start + 6) == Span(16, 22)
    assert reply.text.source_span(0, 4) == Span(6, 7)


def test_declared_parts_move_with_the_text() -> None:
    reply = reply_of(TEXT, Language.SV, ((Span(0, 8), Language.DA),), customer="Var?")
    assert reply.parts == ((Span(6, 14), Language.DA),)
    assert reply.text.text[6:14] == "Hej Eva!"
