"""What the name of a placeholder says about its content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.placeholder_kinds import PERSON, PLACEHOLDER, TIME, kind_of

ANYTHING = (
    "order.id", "ticket.subject", "company_name", "companyName", "ticket.organization.name", "restaurant_name",
    "product.name", "team_name", "agent.team.name", "agent.email", "user.phone", "username", "filename", "order_name",
    "city name", "NAME OF THE SHOP", "företagsnamn", "företagets namn", "produktnamn", "butikens namn",
    "namn på butiken", "ort", "ärendenummer", "virksomhedens navn", "bynavn", "varenavn", "brugernavn", "sagsnr",
    "dc.name", "dc.agent_name", "helpdesk_name", "ticket.portal_name", "ticket.brand.name", "ticket.group.name",
    "ticket.dept.name", "ticket.topic.name", "ticket.state.name", "ticket.priority.name", "mailbox.name",
    "mailbox.fromName", "inbox.name", "account.name", "config.product_name", "site_settings.company_name",
    "ticket.satisfaction_survey", "conversation.ticket_id", "shipping_carrier_name", "user.jobTitle", "portalens namn",
    "fraktbolagets namn", "navn på sygehuset",
    "beløb", "amount_due", "total_due", "update", "candidate", "bidrag", "uppdrag", "", "…", "0",
)  # fmt: skip
PEOPLE = (
    "agent.name", "agent_name", "agent", "ticket.assignee.first_name", "assignee.name", "signature", "user.signature",
    "customer.first_name", "customer.firstName", "ticket.requester.firstname", "ticket.name.first", "current_user",
    "ticket.customer.firstname", "ticket.owner.firstname", "ticket.staff.name", "ticket.name", "recipient.name.first",
    "ticket.requester.first_name", "ticket.agent.name", "customer.fullName", "user.fullName", "owner.firstname",
    "teammate.first_name", "from_name", "user_first_name",
    "contact.first_name", "first_name", "FNAME", "name", "your name", "technician.name", "order.customer.name",
    'user.name|fallback:"there"', "customer.firstName,fallback=there", 'agent | default: "team"', "name of the agent",
    "namn", "ditt namn", "förnamn", "efternamn", "kundnamn", "handläggare", "handläggarens namn", "signatur",
    "namn på handläggaren", "medarbetare", "navn", "fornavn", "dit navn", "medarbejder", "sagsbehandler",
    "medarbejderens navn", "kundens navn", "underskrift",
)  # fmt: skip
TIMES = (
    "date", "due_date", "order.delivery_date", "deliveryDate", "eta", "slot", "deadline", "minutes_late", "days",
    "ticket.due_date", "ticket.updated_at", "ticket.create_date", "ticket.escalation_at",
    "response time", "created_at", "order.created | date: '%Y'", "time_to", "datum", "leveransdatum", "tid", "klockan",
    "klockslag", "svarstid", "arbetsdagar", "veckodag", "dato", "forfaldsdato",
    "leveringstidspunkt", "hverdage", "frist", "senast",
)  # fmt: skip


@pytest.mark.parametrize("name", ANYTHING)
def test_a_thing_or_a_number_is_a_word_of_unknown_content(name: str) -> None:
    assert kind_of(name) == PLACEHOLDER


@pytest.mark.parametrize("name", PEOPLE)
def test_a_name_or_a_role_is_a_person(name: str) -> None:
    assert kind_of(name) == PERSON


@pytest.mark.parametrize("name", TIMES)
def test_a_date_a_clock_time_or_a_duration_is_a_time(name: str) -> None:
    assert kind_of(name) == TIME


@pytest.mark.parametrize("default", ["'your name'", '"the date"'])
def test_what_a_default_value_says_does_not_decide(default: str) -> None:
    assert kind_of(f"order.id | default: {default}") == PLACEHOLDER


@given(st.text())
def test_any_name_has_one_of_three_kinds(name: str) -> None:
    assert kind_of(name) in {PLACEHOLDER, PERSON, TIME}
