"""What tells the other products, and who wrote what in them, beyond the samples."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.helpdesks.values import value_of
from tonelint.model import Language
from tonelint.reading.helpdesks import texts
from tonelint.reading.markup import read_html


def answers(data: Any) -> list[tuple[str, str]]:
    return [(text.value.text, text.customer) for text in texts(value_of(data))]


def found(data: Any) -> list[str]:
    return [words for words, _ in answers(data)]


REPLY, NOTHING = [("Hi", "Help")], list[tuple[str, str]]()


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


@pytest.mark.parametrize(
    ("incoming", "private", "expected"),
    [
        (False, False, REPLY),
        (False, None, REPLY),
        (False, True, NOTHING),
        (True, False, NOTHING),
        (None, False, NOTHING),
    ],
)
def test_freshdesk_tells_who_wrote_a_conversation(incoming: Any, private: Any, expected: list[tuple[str, str]]) -> None:
    opening = {"incoming": True, "private": False, "body_text": "Help"}
    conversation = {"incoming": incoming, "private": private, "body_text": "Hi"}
    assert answers([opening, conversation]) == expected
    assert answers({"description_text": "Help", "conversations": [conversation]}) == expected


def test_a_freshdesk_ticket_may_be_a_mail_of_the_company() -> None:
    conversation = {"incoming": False, "private": False, "body_text": "Bye"}
    data = {"source": 10, "description_text": "Hi", "conversations": [conversation]}
    assert answers(data) == [("Hi", ""), ("Bye", "")]


@pytest.mark.parametrize(("beside", "is_canned"), [("folder_id", True), ("visibility", True), ("author", False)])
def test_a_freshdesk_response_has_a_folder_or_a_visibility(beside: str, is_canned: bool) -> None:
    assert found({"title": "A", "content_html": "Hi", beside: 1}) == (["Hi"] if is_canned else [])


@pytest.mark.parametrize(
    ("kind", "author", "state", "expected"),
    [
        ("message", "user", "published", REPLY),
        ("reply", "user", None, REPLY),
        ("chat", "user", "published", REPLY),
        ("beaconchat", "customer", "published", NOTHING),
        ("customer", "customer", "published", NOTHING),
        ("note", "user", "published", NOTHING),
        ("phone", "user", "published", NOTHING),
        ("lineitem", "user", "published", NOTHING),
        ("message", "user", "draft", NOTHING),
        ("message", "user", "hidden", NOTHING),
        ("message", "user", "underreview", NOTHING),
    ],
)
def test_help_scout_tells_who_wrote_a_thread(
    kind: str, author: str, state: str | None, expected: list[tuple[str, str]]
) -> None:
    opening = {"type": "customer", "createdBy": {"type": "customer"}, "body": "Help"}
    thread = {"type": kind, "state": state, "createdBy": {"type": author}, "body": "Hi"}
    assert answers({"threads": [opening, thread]}) == expected


def test_a_customer_of_help_scout_may_write_in_a_chat() -> None:
    threads = [("beaconchat", "customer", "Help"), ("chat", "user", "Hi")]
    data = [{"type": kind, "createdBy": {"type": author}, "body": words} for kind, author, words in threads]
    assert answers(data) == REPLY


@pytest.mark.parametrize("author", [{}, {"type": "robot"}, "ann", None])
def test_threads_of_help_scout_are_by_users_and_customers(author: Any) -> None:
    opening = {"type": "customer", "createdBy": {"type": "customer"}, "body": "Help"}
    assert answers({"threads": [opening, {"type": "message", "createdBy": author, "body": "Hi"}]}) == []


@pytest.mark.parametrize(
    ("more", "is_reply"),
    [
        ({"chatText": ""}, True),
        ({"text": "Hi {%customer.firstName,fallback=there%}"}, True),
        ({"text": "Hi {% user.firstName %}"}, True),
        ({"text": "Hi {% if customer %}"}, False),
        ({"mailbox_id": 1}, True),
        ({"mailboxId": 1}, True),
        ({}, False),
    ],
)
def test_a_saved_reply_is_told_by_more_than_a_name_and_a_text(more: dict[str, Any], is_reply: bool) -> None:
    data = {"name": "Hello", "text": "Hi"} | more
    assert found([data]) == ([data["text"]] if is_reply else [])


@pytest.mark.parametrize("name", ["savedReplies", "saved_replies", "saved-replies"])
def test_a_list_of_saved_replies_says_that_it_is_one(name: str) -> None:
    assert found({name: [{"name": "Hello", "text": "Hi"}]}) == ["Hi"]
    assert found({name: [{"name": "Hello", "text": "Hi"}, {"title": "Other"}]}) == []
    assert found({name: [{"text": "Hi"}]}) == []
    assert found({name: [{"name": "Hello"}]}) == []
    assert found({name: ["Hi"]}) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"from_agent": True}, REPLY),
        ({"from_agent": True, "public": True, "channel": "email"}, REPLY),
        ({"from_agent": True, "public": False}, NOTHING),
        ({"from_agent": True, "channel": "internal-note"}, NOTHING),
        ({"from_agent": True, "via": "internal-note"}, NOTHING),
        ({"from_agent": False}, NOTHING),
        ({"from_agent": None}, NOTHING),
    ],
)
def test_gorgias_tells_who_wrote_a_message(more: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert (
        answers([{"from_agent": False, "stripped_text": "Help", "body_text": "Help > Hi"}, {"body_text": "Hi"} | more])
        == expected
    )


def test_what_a_customer_of_gorgias_wrote_is_plain_where_it_was_stripped() -> None:
    customers = {"from_agent": False, "stripped_text": "1 &lt; 2", "body_html": "Help"}
    assert answers([customers, {"from_agent": True, "body_text": "Hi"}]) == [("Hi", "1 &lt; 2")]


@pytest.mark.parametrize("lost", ["name", "shortcut", "body"])
def test_a_snippet_of_hubspot_has_a_name_and_a_shortcut(lost: str) -> None:
    snippet = {"name": "Hello", "shortcut": "#hello", "body": "Hi"}
    assert found(snippet) == ["Hi"]
    assert found(snippet | {lost: ""}) == []


@pytest.mark.parametrize(
    ("more", "is_template"),
    [
        ({"is_available_for_all_inboxes": True}, True),
        ({"is_inbox_specific": False}, True),
        ({"inbox_ids": None}, True),
        ({"folder_id": "fol_1"}, True),
        ({"id": "rsp_1"}, True),
        ({"_links": {"self": "https://api2.frontapp.com/message_templates/1"}}, True),
        ({"_links": {"self": "https://example.com/1"}}, False),
        ({"id": "msg_1"}, False),
        ({}, False),
    ],
)
def test_a_template_of_front_is_told_by_its_inboxes_folder_or_number(more: dict[str, Any], is_template: bool) -> None:
    data = {"name": "Hello", "subject": "Order", "body": "Hi"} | more
    assert found(data) == (["Order", "Hi"] if is_template else [])


@pytest.mark.parametrize(
    ("token", "is_template"),
    [
        ("{{ contact.firstname }}", True),
        ("{{contact.firstname}}", True),
        ("{{ ticket.id }}", True),
        ('{{ personalization_token("contact.firstname", "there") }}', True),
        ("{{ name }}", False),
        ("{contact.name}", False),
    ],
)
def test_a_template_of_hubspot_is_told_by_its_tokens(token: str, is_template: bool) -> None:
    data = {"name": "Hello", "subject": "Order", "body": f"Hi {token}"}
    assert found(data) == (["Order", data["body"]] if is_template else [])


@pytest.mark.parametrize(
    ("more", "is_module"),
    [
        ({"note": "", "active": True}, True),
        ({"foreign_id": "1"}, True),
        ({"content": "Hi #{ticket.customer.firstname}"}, True),
        ({"note": ""}, False),
        ({"active": True}, False),
        ({"content": "Hi #{name}"}, False),
    ],
)
def test_a_text_module_of_zammad_has_a_note_or_placeholders(more: dict[str, Any], is_module: bool) -> None:
    data = {"name": "Hello", "keywords": "hello", "content": "Hi"} | more
    assert found(data) == ([data["content"]] if is_module else [])


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, REPLY),
        ({"type": "note"}, REPLY),
        ({"type": "phone"}, NOTHING),
        ({"internal": True}, NOTHING),
        ({"sender": "Customer"}, NOTHING),
        ({"sender": "System"}, NOTHING),
    ],
)
def test_zammad_tells_who_wrote_an_article(more: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """A note that is not internal is shown to the customer."""
    opening = {"sender": "Customer", "internal": False, "type": "email", "body": "Help"}
    article = {"sender": "Agent", "internal": False, "type": "email", "body": "Hi"}
    assert answers([opening, article | more]) == expected


@pytest.mark.parametrize("sender", ["agent", "ann@example.com", ""])
def test_articles_of_zammad_have_its_three_senders(sender: str) -> None:
    assert answers([{"sender": sender, "internal": False, "body": "Hi"}]) == []


@pytest.mark.parametrize(
    ("more", "is_response"),
    [
        ({"isenabled": 1}, True),
        ({"isenabled": 0}, True),
        ({"response": "Hi %{ticket.name}"}, True),
        ({"notes": ""}, False),
    ],
)
def test_a_canned_response_of_osticket_is_enabled_or_not_or_has_placeholders(
    more: dict[str, Any], is_response: bool
) -> None:
    data = {"title": "Hello", "response": "Hi"} | more
    assert found([data]) == ([data["response"]] if is_response else [])


@pytest.mark.parametrize(
    ("body", "is_for_customers"),
    [
        ("Hi %{recipient.name}", True),
        ("Hi %{recipient.name}, see %{recipient.ticket_link}", True),
        ("See %{ticket.staff_link}", False),
        ("Hi %{assignee.name.first}", False),
        ("Hi there", False),
    ],
)
def test_a_mail_template_of_osticket_has_placeholders_and_no_link_for_the_staff(
    body: str, is_for_customers: bool
) -> None:
    data = {"notes": "", "subject": "Order", "body": body}
    assert found(data) == (["Order", body] if is_for_customers else [])
    assert found(data | {"from": "a@example.com"}) == []


def test_osticket_may_tell_the_language() -> None:
    canned = {"title": "Hej", "response": "Hej %{ticket.name}", "lang": "sv_SE"}
    (text,) = texts(value_of(canned))
    assert text.language is Language.SV


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"message_type": 1}, REPLY),
        ({"message_type": "outgoing"}, REPLY),
        ({"message_type": "outgoing", "private": True}, NOTHING),
        ({"message_type": 1, "sender": {"type": "user"}}, REPLY),
        ({"message_type": 1, "sender": {"type": "agent_bot"}}, NOTHING),
        ({"message_type": 0}, NOTHING),
        ({"message_type": "incoming"}, NOTHING),
        ({"message_type": 2}, NOTHING),
        ({"message_type": "template"}, NOTHING),
    ],
)
def test_chatwoot_tells_who_wrote_a_message(more: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    opening = {"message_type": 0, "content": "Help", "private": False}
    messages = [opening, {"content": "Hi", "private": False} | more]
    assert answers(messages) == expected
    assert answers({"inbox_id": 1, "messages": messages, "last_non_activity_message": messages[-1]}) == expected


@pytest.mark.parametrize("beside", ["private", "inbox_id"])
def test_a_message_of_chatwoot_is_private_or_not_or_has_an_inbox(beside: str) -> None:
    opening = {"message_type": 0, "content": "Help", "private": False}
    assert answers([opening, {"message_type": 1, "content": "Hi", beside: False}]) == REPLY
    assert answers([opening, {"message_type": 1, "content": "Hi"}]) == []


@pytest.mark.parametrize("lost", ["short_code", "content"])
def test_a_canned_response_of_chatwoot_has_a_short_code(lost: str) -> None:
    canned = {"short_code": "hi", "content": "Hi"}
    assert found(canned) == ["Hi"]
    assert found(canned | {lost: ""}) == []


@pytest.mark.parametrize("doctype", ["HD Canned Response", "HD Saved Reply"])
def test_frappe_says_what_a_document_is(doctype: str) -> None:
    assert found({"doctype": doctype, "title": "Hello", "message": "Hi"}) == ["Hi"]


@pytest.mark.parametrize(
    ("customers", "companys"),
    [
        ({"incoming": True, "private": False}, {"incoming": False, "private": False, "body": "Hi"}),
        ({"is_inbound": True}, {"is_inbound": False, "body": "Hi"}),
        ({"from_agent": False}, {"from_agent": True, "body_html": "Hi"}),
    ],
)
def test_some_messages_have_no_text(customers: dict[str, Any], companys: dict[str, Any]) -> None:
    assert answers([customers, companys]) == [("Hi", "")]


@pytest.mark.parametrize(
    "reply",
    [
        {"doctype": "HD Saved Reply", "response": "Hi&nbsp;there"},
        {"doctype": "HD Saved Reply", "answer": "Hi&nbsp;there"},
        {"incoming": False, "private": False, "body": "Hi&nbsp;there"},
        {"conversations": [{"incoming": False, "private": False}], "source": 10, "description": "Hi&nbsp;there"},
        {"from_agent": True, "stripped_html": "Hi&nbsp;there"},
    ],
)
def test_html_is_known_where_it_stands_for_lack_of_plain_text(reply: dict[str, Any]) -> None:
    (text,) = texts(value_of(reply))
    assert text.markup is read_html


def test_messages_of_many_tickets_do_not_answer_each_other() -> None:
    first = {"sender": "Customer", "internal": False, "body": "Help", "ticket_id": 1}
    second = {"sender": "Agent", "internal": False, "body": "Hi", "ticket_id": 2}
    assert answers([first, second]) == [("Hi", "")]


def test_a_message_by_itself_answers_nothing() -> None:
    """So it stands on a line of JSON Lines or in a row."""
    assert answers({"sender": "Agent", "internal": False, "body": "Hi", "ticket_id": 2}) == [("Hi", "")]
