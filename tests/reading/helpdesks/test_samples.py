"""What is found in the samples of each product, and what is not."""

from __future__ import annotations

import pytest

from tests.reading.helpdesks.values import SAMPLES, values_in
from tonelint.model import Foreign, Language, Source
from tonelint.reading import Prose, read
from tonelint.reading.helpdesks import TELLING, Text, texts

# Where the texts for customers stand; each line of JSON Lines counts its locations anew.
FOUND = {
    "chatwoot-canned-responses.json": ["[0].content", "[1].content"],
    "chatwoot-conversation.json": ["messages[5].content"],
    "chatwoot-messages.json": ["payload[1].content"],
    "frappe-fixtures.json": ["[0].message", "[1].subject", "[1].response", "[2].subject", "[2].response_html"],
    "freescout-conversation.json": ["_embedded.threads[1].body"],
    "freescout-saved-replies.csv": ["row 1, column text", "row 2, column text"],
    "freescout-saved-replies.json": ["[0].text", "[1].text"],
    "freshdesk-canned-responses.json": ["[0].content_html", "[1].content", "[2].content_html"],
    "freshdesk-conversations.json": ["[1].body", "[2].body_text"],
    "freshdesk-ticket.json": ["conversations[0].body_text", "conversations[1].body_text"],
    "front-messages.json": ["_results[1].text", "_results[2].body"],
    "front-templates.json": ["_results[0].subject", "_results[0].body", "_results[1].body"],
    "gorgias-macros.json": ["data[0].actions[1].arguments.body_text", "data[1].actions[0].arguments.body_html"],
    "gorgias-ticket.json": ["messages[2].body_text", "messages[3].body_html"],
    "helpscout-conversation.json": ["_embedded.threads[1].body", "_embedded.threads[4].body"],
    "helpscout-list.json": ["saved_replies[0].text", "saved_replies[1].text"],
    "helpscout-saved-replies.json": ["[0].text", "[0].chatText", "[1].text"],
    "hubspot-snippets.csv": ["row 1, column body", "row 2, column body"],
    "hubspot-templates.json": [
        "templates[0].subject",
        "templates[0].body",
        "templates[1].subject",
        "templates[1].body",
    ],
    "hubspot-thread.json": ["results[2].text", "results[4].richText"],
    "intercom-conversation.json": [
        "conversation_parts.conversation_parts[2].body",
        "conversation_parts.conversation_parts[6].body",
    ],
    "intercom-macros.json": ["data[0].body_text", "data[1].body"],
    "osticket-alert.yaml": [],
    "osticket-mail.yaml": ["subject", "body"],
    "osticket-premade.yaml": ["[0].response", "[1].response"],
    "zammad-articles.json": ["[3].body", "[5].body"],
    "zammad-text-modules.csv": ["row 1, column content", "row 2, column content"],
    "zammad-text-modules.json": ["[0].content", "[1].content", "[2].content"],
    "zendesk-dynamic-content.json": [
        "items[0].variants[0].content",
        "items[0].variants[1].content",
        "items[0].variants[2].content",
        "items[1].variants[0].content",
        "items[1].variants[1].content",
    ],
    "zendesk-macro-list.json": ["[0].actions[0].value[1]", "[0].actions[1].value[1]", "[1].actions[0].value"],
    "zendesk-macro.json": ["macro.actions[1].value", "macro.actions[3].value"],
    "zendesk-macros.json": [
        "macros[0].actions[1].value",
        "macros[0].actions[2].value",
        "macros[1].actions[0].value[1]",
        "macros[3].actions[0].value",
    ],
    "zendesk-ticket-comments.json": ["comments[2].plain_body", "comments[3].plain_body"],
    "zendesk-tickets-users.json": ["tickets[0].comments[1].body"],
    "zendesk-tickets.jsonl": [
        "comments[2].plain_body",
        "comments[4].plain_body",
        "comments[0].html_body",
        "comments[0].body",
    ],
    "zendesk-triggers.json": [
        "triggers[0].actions[0].value[1]",
        "triggers[0].actions[0].value[2]",
        "triggers[1].actions[0].value[1]",
        "triggers[1].actions[0].value[2]",
        "triggers[1].actions[1].value[2]",
    ],
}

# What the customer wrote that they answer, in the same order.
CUSTOMERS = {
    "chatwoot-conversation.json": ["Jag tappade min plats i kön igen"],
    "chatwoot-messages.json": ["Fakturaen er sendt til den forkerte adresse."],
    "freescout-conversation.json": ["My gift card does not work – the code is refused."],
    "freshdesk-conversations.json": ["", "My bicycle helmet arrived without a strap."],
    "freshdesk-ticket.json": [
        "Det gjorde jeg, og der manglede otte.",
        "Der manglede skruer i pakken.\nDet er anden gang.",
    ],
    "front-messages.json": ["Montøren kom aldrig.", ""],
    "gorgias-ticket.json": ["I ordered blue and got green."] * 2,
    "helpscout-conversation.json": ["Hej!\nDragkedjan på min nya jacka gick sönder efter två dagar."] * 2,
    "hubspot-thread.json": ["Is the heater safe? It smells.", ""],
    "intercom-conversation.json": [
        "Hej. Jeg har betalt to gange for samme ordre. Hvornår får jeg mine penge?",
        "Det er jo jer, der har trukket pengene & ikke banken!\n\nJeg venter stadig.",
    ],
    "zammad-articles.json": ["Cykeln rasslar sedan ni servade den.", ""],
    "zendesk-ticket-comments.json": [
        "The kettle you sent me is cracked. What now?\n\nMy neighbour's is cracked as well, by the way."
    ]
    * 2,
    "zendesk-tickets-users.json": ["Det samme sker hos mig."],
    "zendesk-tickets.jsonl": [
        "Hej! Jag beställde fåtöljen för fem veckor sedan. Ni lovade två. Var är den?",
        "Så snart ni kan? Jag vill ha en dag.",
        "Jeg vil gerne opsige mit abonnement pr. 1. maj.",
        "",
    ],
}

LANGUAGES = {
    "gorgias-macros.json": [Language.DA, Language.EN],
    "zammad-text-modules.json": [Language.SV, Language.SV, Foreign("de-de")],
    "zendesk-dynamic-content.json": [Language.EN, Language.SV, Language.DA, None, Foreign("de")],
}

HTML, PLAIN, MARKDOWN, BY_LOOK = "read_html", "read_plain", "read_markdown", "by look"
MARKUPS = {
    "chatwoot-canned-responses.json": [MARKDOWN] * 2,
    "chatwoot-conversation.json": [MARKDOWN],
    "frappe-fixtures.json": [HTML, PLAIN, HTML, PLAIN, HTML],
    "freescout-conversation.json": [HTML],
    "freescout-saved-replies.json": [HTML] * 2,
    "freshdesk-canned-responses.json": [HTML, PLAIN, HTML],
    "freshdesk-ticket.json": [PLAIN] * 2,
    "front-messages.json": [PLAIN, HTML],
    "front-templates.json": [PLAIN, HTML, HTML],
    "gorgias-macros.json": [PLAIN, HTML],
    "helpscout-saved-replies.json": [HTML, PLAIN, HTML],
    "hubspot-templates.json": [PLAIN, BY_LOOK] * 2,
    "hubspot-thread.json": [PLAIN, HTML],
    "intercom-macros.json": [PLAIN, HTML],
    "osticket-mail.yaml": [PLAIN, HTML],
    "osticket-premade.yaml": [BY_LOOK] * 2,
    "zammad-articles.json": [HTML, PLAIN],
    "zammad-text-modules.csv": [HTML] * 2,
    "zendesk-dynamic-content.json": [BY_LOOK] * 5,
    "zendesk-macro.json": [HTML, PLAIN],
    "zendesk-macros.json": [PLAIN, PLAIN, PLAIN, HTML],
    "zendesk-triggers.json": [PLAIN, BY_LOOK, PLAIN, BY_LOOK, BY_LOOK],
}

SUBJECTS = {
    "macros[0].actions[1].value": "zendesk-macros.json",
    "_results[0].subject": "front-templates.json",
    "subject": "osticket-mail.yaml",
    "templates[1].subject": "hubspot-templates.json",
    "triggers[0].actions[0].value[1]": "zendesk-triggers.json",
    "[1].subject": "frappe-fixtures.json",
}


def read_from(name: str) -> list[Prose]:
    path = SAMPLES / name
    found = read(Source(str(path), path.read_text(encoding="utf-8")))
    return [prose for prose in found if isinstance(prose, Prose) and not prose.rendering.within]


def found_in(name: str) -> list[Text]:
    return [text for value in values_in(SAMPLES / name) for text in texts(value)]


def test_every_sample_has_its_expectation() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == FOUND.keys()


@pytest.mark.parametrize("name", FOUND)
def test_the_texts_for_customers_are_found_and_nothing_else(name: str) -> None:
    """Internal notes, drafts, robots, events, titles, descriptions and what is for the staff are not among them."""
    assert [text.value.location for text in found_in(name)] == FOUND[name]


@pytest.mark.parametrize("name", FOUND)
def test_a_reply_knows_what_it_answers(name: str) -> None:
    """Only threads do; a macro answers nothing."""
    assert [text.customer for text in found_in(name)] == CUSTOMERS.get(name, [""] * len(FOUND[name]))


@pytest.mark.parametrize("name", FOUND)
def test_a_language_is_that_of_the_field_beside_a_text(name: str) -> None:
    assert [text.language for text in found_in(name)] == LANGUAGES.get(name, [None] * len(FOUND[name]))


@pytest.mark.parametrize("name", MARKUPS)
def test_the_markup_is_that_of_the_field(name: str) -> None:
    assert [getattr(text.markup, "__name__", BY_LOOK) for text in found_in(name)] == MARKUPS[name]


@pytest.mark.parametrize("location", SUBJECTS)
def test_a_subject_is_no_whole_message(location: str) -> None:
    by_location = {text.value.location: text for text in found_in(SUBJECTS[location])}
    assert not by_location[location].is_whole


def test_whatever_is_no_subject_is_whole() -> None:
    parts = {text.value.location for name in FOUND for text in found_in(name) if not text.is_whole}
    assert {location for location in parts if "subject" not in location} == {
        "macros[0].actions[1].value",
        "triggers[0].actions[0].value[1]",
        "triggers[1].actions[0].value[1]",
    }


@pytest.mark.parametrize("name", [name for name, found in FOUND.items() if found and not name.endswith(".csv")])
def test_a_telling_word_stands_in_every_document_with_a_text(name: str) -> None:
    """So that a file without any need not be parsed; of JSON Lines this holds for each line."""
    content = (SAMPLES / name).read_text(encoding="utf-8")
    documents = content.splitlines() if name.endswith(".jsonl") else [content]
    assert all(any(word in document for word in TELLING) for document in documents)


@pytest.mark.parametrize("name", FOUND)
def test_the_reader_of_its_format_finds_the_same(name: str) -> None:
    """With the context of the shape, and with its language where the file's own name tells none."""
    read_texts = [(prose.location, prose.customer, prose.is_whole) for prose in read_from(name)]
    assert read_texts == [(text.value.location, text.customer, text.is_whole) for text in found_in(name)]
