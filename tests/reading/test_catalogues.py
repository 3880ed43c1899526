"""Catalogues in JSON and YAML: which files are some, and which of their entries are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tonelint.data.json import parse_json
from tonelint.data.yaml import parse_yaml
from tonelint.model import Language, Source
from tonelint.reading.catalogues import catalogue_texts, entry_prose, has_words, is_message, may_be_catalogue
from tonelint.reading.decode import decode
from tonelint.reading.markup import read_html
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from tonelint.data.nodes import Tree
    from tonelint.reading.helpdesks.shapes import Text

SAMPLES = Path(__file__).parents[1] / "samples" / "catalogues"
SAID = "Vi hör av oss snart."
SV, DA, EN = Language.SV, Language.DA, Language.EN


def found(path: str, value: Any) -> list[Text] | None:
    """What is read of a file that holds a value; None where it is no catalogue."""
    text = json.dumps(value)
    entries = catalogue_texts(path, parse_json(text))
    if entries is None:
        return None
    texts = list(entries)
    assert not texts or may_be_catalogue(path, text)
    return texts


def found_in_yaml(path: str, text: str) -> list[Text] | None:
    (tree,) = parse_yaml(text)
    entries = catalogue_texts(path, tree)
    return None if entries is None else list(entries)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        # No name and no shape says that it is one.
        ("replies.json", {"a": SAID}),
        ("sv/replies.json", {"a": SAID}),
        ("replies_sv.json", {"a": SAID}),
        ("locales/index.json", {"a": SAID}),
        ("locales/readme.json", {"title": {"text": SAID}}),
        ("", {"a": SAID}),
        # The name says so, and the content gainsays it.
        ("en.json", []),
        ("en.json", [SAID]),
        ("en.json", SAID),
        ("en.json", 3),
        ("en.json", {}),
        ("en.json", {"a": 1, "b": [2, 3.5], "c": None, "d": True}),
        ("sv.json", {"save": "Spara", "back": "Gå tillbaka"}),
        # Words that are tags, too.
        ("a.json", {"en": True, "sv": False}),
        ("a.json", {"id": 7, "en": SAID}),
        ("a.json", {"id": "a", "is": "b", "no": SAID}),
        ("a.json", {"no": {"text": SAID}, "is": {"text": SAID}}),
        ("a.json", {"en": {"port": 80, "host": "example"}}),
        ("a.json", {"en": "Stockholm", "sv": "Stockholm"}),
        ("a.json", {"sv": {"text": SAID}, "title": {"text": SAID}}),
        ("a.json", {"title": SAID, "da": SAID, "sv": SAID}),
        ("a.json", {"locale": "sv", "text": SAID}),
        # Other formats.
        ("package.json", {"name": "a", "version": "1.0.0", "dependencies": {}, "description": SAID}),
        ("lang/sv.json", {"name": "a", "version": "1.0.0", "dependencies": {}, "description": SAID}),
        ("tsconfig.json", {"compilerOptions": {"paths": {}}, "description": SAID}),
        ("tsconfig.sv.json", {"description": SAID}),
        ("docs/openapi.en.json", {"openapi": "3.1.0", "info": {"description": SAID}}),
        ("docs/en.json", {"openapi": "3.1.0", "info": {"description": SAID}}),
        ("docs/en.json", {"swagger": "2.0", "info": {"description": SAID}}),
        (".github/workflows/da.json", {"name": SAID, "on": {"push": {}}, "jobs": {"build": {"run": SAID}}}),
        ("docker-compose.no.json", {"services": {"web": {"image": "a", "command": SAID}}}),
        ("deploy/sv.json", {"services": {"web": {"build": ".", "command": SAID}}}),
        ("k8s/da.json", {"apiVersion": "v1", "kind": "ConfigMap", "data": {"text": SAID}}),
        ("chart/values.da.json", {"banner": SAID}),
        # A helpdesk's.
        ("macros.sv.json", {"macros": [{"title": SAID, "actions": [{"field": "comment_value", "value": SAID}]}]}),
        ("i18n/sv/macro.json", {"macro": {"title": SAID, "actions": [{"field": "comment_value", "value": SAID}]}}),
    ],
)
def test_other_files_are_no_catalogues(path: str, value: object) -> None:
    assert found(path, value) is None


@pytest.mark.parametrize(
    "text",
    [
        "name: Bygg och prova allt\non:\n  push:\njobs:\n  build:\n    runs-on: ubuntu-latest\n",
        "no: Det är inget svar\nyes: Det är ett svar\n",
        "no:\n  text: Det är inget svar\n",
        "id: en\nis: det är sant\nno: det är falskt\n",
        "services:\n  web:\n    image: en bild av allt\n",
        "- sv: Vi hör av oss\n",
        "sv: *namn\n",
    ],
)
def test_other_yaml_files_are_no_catalogues(text: str) -> None:
    assert found_in_yaml("a.yml", text.replace("*namn", "&namn [ett två tre]")) is None


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("sv.json", SV),
        ("SV.JSON", SV),
        ("sv-SE.json", SV),
        ("da_DK.yaml", DA),
        ("en-GB.yml", EN),
        ("svenska.json", SV),
        ("src/i18n/da.json", DA),
        ("messages.sv.json", SV),
        ("config/locales/devise.da.yml", DA),
        ("locales/sv/common.json", SV),
        ("public/locales/da-DK/mail/late.json", DA),
        ("_locales/sv/messages.json", SV),
        ("lang/en/a/b/c/d.json", EN),
        ("locales/no/sv.json", SV),
        ("l10n/app_sv.arb", SV),
        ("app_sv_SE.arb", SV),
        ("lib/intl_messages_da.arb", DA),
        ("strings_sv.json", SV),
        ("translations/mail-da.json", DA),
        ("locales/sv/contact-it.json", SV),
        ("/home/de/locales/sv.json", SV),
    ],
)
def test_a_name_tells_that_a_file_is_a_catalogue_and_its_language(path: str, language: Language) -> None:
    texts = found(path, {"a": {"b": SAID}})
    assert texts is not None
    assert [(text.value.location, text.language) for text in texts] == [("a.b", language)]


BOTH = "Vi vender tilbage i morgen."


@pytest.mark.parametrize(
    ("value", "languages"),
    [
        ({"sv": {"a": SAID}}, {"sv.a": SV}),
        ({"sv": {"a": SAID}, "da-DK": {"a": BOTH}}, {"sv.a": SV, "da-DK.a": DA}),
        ({"de": {"a": SAID}, "sv": {"a": SAID}, "nb": {"a": SAID}, "zz": {"a": SAID}}, {"sv.a": SV}),
        ({"SV": {"a": SAID}, "en-001": {"a": "We are back."}, "da_Latn_DK": {"a": BOTH}},
         {"SV.a": SV, "en-001.a": EN, "da_Latn_DK.a": DA}),
        ({"sv": SAID, "da": BOTH}, {"sv": SV, "da": DA}),
        ({"late": {"sv": SAID, "da": BOTH, "id": "7"}}, {"late.sv": SV, "late.da": DA}),
        ({"late": {"sv": SAID, "en": "We will be back."}, "ok": {"sv": "Ja tack du", "da": "Ja"}},
         {"late.sv": SV, "late.en": EN, "ok.sv": SV}),
        ({"@@locale": "da", "a": BOTH}, {"a": DA}),
        ({"a": SAID, "@@locale": "sv_SE"}, {"a": SV}),
        ({"locale": "sv", "translations": {"1": SAID}}, {'translations["1"]': SV}),
    ],
)  # fmt: skip
def test_a_shape_tells_that_a_file_is_a_catalogue_and_its_language(
    value: object, languages: dict[str, Language]
) -> None:
    for path in ("replies.json", "it/replies.json", "locales/fi.json"):
        texts = found(path, value)
        assert texts is not None
        assert {text.value.location: text.language for text in texts} == languages


def test_what_the_file_says_counts_for_more_than_its_name() -> None:
    for value in ({"da": {"a": BOTH}}, {"@@locale": "da", "a": BOTH}):
        assert [text.language for text in found("locales/sv.json", value) or []] == [DA]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("de.json", {"a": SAID}),
        ("locales/fi/common.json", {"a": SAID}),
        ("nb.json", {"nb": {"a": SAID}}),
        ("app_fr.arb", {"a": SAID}),
        ("a.json", {"@@locale": "pl", "a": SAID}),
        ("sv.json", {"@@locale": "pl", "a": SAID}),
        ("a.json", {"locale": "ja", "translations": {"a": SAID}}),
    ],
)
def test_of_a_catalogue_in_a_foreign_language_nothing_is_read(path: str, value: object) -> None:
    assert found(path, value) == []


@pytest.mark.parametrize(
    ("entries", "read"),
    [
        ({"a": "Spara", "b": "Gå tillbaka", "c": SAID, "d": "Lugna dig!"}, ["c", "d"]),
        ({"a": [SAID, "Nej", {"b": SAID}]}, ["a[0]", "a[2].b"]),
        ({"a": {"b": [], "c": {}, "d": None}, "e": SAID}, ["e"]),
        ({"n_one": "Du har ett ärende.", "n_other": "Du har många ärenden."}, ["n_one", "n_other"]),
        ({"n": {"one": "Du har ett ärende.", "other": "Du har många ärenden."}}, ["n.one", "n.other"]),
        ({"@a": {"description": SAID}, "@@x-note": SAID, "a": SAID}, ["a"]),
        ({"$schema": "en adress till schemat", "a": SAID}, ["a"]),
        ({"a": {"message": SAID, "description": SAID, "placeholders": {"b": {"content": SAID}}}}, ["a.message"]),
        ({"a": {"defaultMessage": SAID, "description": SAID}}, ["a.defaultMessage"]),
        ({"a": {"title": SAID, "description": SAID}}, ["a.title", "a.description"]),
        ({"icon": "fa fa-solid fa-x", "btn_class": "a b c", "menuIcon": "a b c", "url": "a b c", "a": SAID}, ["a"]),
        ({"class": {"a": SAID}, "masterclass": SAID, "Choose your style": SAID},
         ["class.a", "masterclass", '["Choose your style"]']),
        ({"date": {"formats": {"long": "den %e i %B %Y"}, "abbr_day_names": ["en två tre"]}, "a": SAID}, ["a"]),
        ({"late": {"sv": SAID, "da": BOTH}, "a": SAID}, ["late.sv", "late.da", "a"]),
        ({"languages": {"sv": "Svenska", "da": "Danska"}, "a": SAID}, ["a"]),
        ({"Your order is late": SAID}, ['["Your order is late"]']),
    ],
)  # fmt: skip
def test_entries_with_words_for_readers_are_read(entries: dict[str, object], read: list[str]) -> None:
    texts = found("sv.json", entries)
    assert texts is not None
    assert [text.value.location for text in texts] == read


def test_a_text_in_another_language_inside_a_catalogue_is_known_by_its_key() -> None:
    texts = found("sv.json", {"late": {"sv": SAID, "da": BOTH}, "a": SAID})
    assert texts is not None
    assert [text.language for text in texts] == [SV, DA, SV]


def test_keys_tell_html() -> None:
    keys = ["body_html", "html", "body.html", "bodyHtml", "html_body", "body"]
    texts = found("sv.json", dict.fromkeys(keys, SAID))
    assert texts is not None
    assert [text.markup for text in texts] == [read_html] * 4 + [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        (" \n", False),
        ("Spara", False),
        ("Spara!", False),
        ("Logga in", False),
        ("Gå till 1 2 3", False),
        ("12 345 678 kr", False),
        ("https://example.se/a-b-c?d=e", False),
        ("Lugna dig!", True),
        ("Försök igen.", True),
        ("Vänta lite …", True),
        ("Skyll dig själv", True),
        ("{{name}} är sen", True),
        ("\ue001 är sen", True),
        ("a " * 500_000, True),
        ("1 " * 500_000, False),
    ],
)
def test_three_words_are_read_and_two_that_end_a_sentence(text: str, *, expected: bool) -> None:
    assert has_words(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SAID, False),
        ("Ett. Två. Tre. Fyra. Fem.", False),
        ("Hej! Vi hör av oss.", False),
        ("Hejdå! Ett. Två. Tre.", False),
        ("Vi hör\nav oss\r\nsnart.\r\n", False),
        ("<p>Vi hör av oss.</p>", False),
        ("<div><p>Vi hör av oss.</p></div>", False),
        ("Vi hör<br>av oss.", False),
        ("Öppet 8.30–17.00.\n\n \n", False),
        ("Hej Eva!\n\nVi hör av oss.", True),
        ("Vi hör av oss.\r\n \r\nKarin", True),
        ("Vi hör av oss.\r\rKarin", True),
        ("<p>Hej!</p><p>Vi hör av oss.</p>", True),
        ("Hej!<br/> <BR>Vi hör av oss.", True),
        ("Hej {name}! Vi har ditt mejl. Karin svarar i dag.", True),
        ("<b>Kære</b> Mette. Vi har din mail. Karin svarer i dag.", True),
        ("Hi there, we have your mail. It is with Karin. She answers today.", True),
        ("God morgon! Ett två. Tre fyra.", True),
    ],
)
def test_an_entry_is_a_message_by_its_paragraphs_or_its_greeting(text: str, *, expected: bool) -> None:
    assert is_message(text) is expected


@pytest.mark.parametrize(
    "text",
    ["<" * 500_000, "\n " * 500_000, "<br>" * 200_000, "</p" * 300_000, "hej " * 200_000, "Hej" + ". " * 500_000],
)
def test_long_entries_are_looked_at_once(text: str) -> None:
    assert is_message(text) in {True, False}
    assert has_words(text) in {True, False}


def test_an_entry_may_have_several_readings() -> None:
    text = "{count, plural, one {Ditt ärende ligger kvar} other {Dina ärenden ligger kvar}} hos oss."
    proses = list(entry_prose(Source("a.po", text), MappedText.of(text), "here", SV))
    assert [prose.rendering.text.text for prose in proses] == [
        "Dina ärenden ligger kvar hos oss.",
        "Ditt ärende ligger kvar hos oss.",
    ]
    assert {(prose.location, prose.language, prose.is_whole) for prose in proses} == {("here", SV, False)}


def test_a_file_is_worth_parsing_by_its_name_or_a_key() -> None:
    assert may_be_catalogue("locales/sv.json", "")
    assert may_be_catalogue("a.json", '{"a": 1, "sv-SE" : {}}')
    assert may_be_catalogue("a.yml", "# x\nda:\n  a: b\n")
    assert not may_be_catalogue("a.json", '{"canvas": 1, "x-en": 2, "text": "sv och da"}')
    assert not may_be_catalogue("de.json", '{"a": "Eins zwei drei"}')


SAMPLED = {
    "locales/sv.json": [
        "actions.back", "errors.offline", "errors.server", "errors.upload", "cases.open_zero", "cases.open_one",
        "cases.open_other", "cases.closed_one", "cases.closed_other", "mail.receipt*", "mail.autoreply",
        "mail.footer[0]",
    ],
    "locales/da/mail.json": ["delay.subject", "delay.body_html*", "noReply", "feedback"],
    "app_en.arb": ["refundOnItsWay", "ticketReceived", "wrongAddress", "outage"],
    "messages.json": [
        "sv.login.failed", "sv.wait", "da.login.failed", "da.wait", "en.login.failed", "en.wait",
    ],
    "answers.json": [
        "parcel-late.sv", "parcel-late.da", "parcel-late.en-GB", "not-us.sv", "not-us.da", "not-us.en-GB",
    ],
    "config/locales/da.yml": [
        "da.loans.overdue.one", "da.loans.overdue.other", "da.fees.notice_html", "da.fees.waived*", "da.chat.closed",
        "da.chat.angry",
    ],
}  # fmt: skip
"""The locations of what is read, with a star after whole messages."""


@pytest.mark.parametrize("name", SAMPLED)
def test_the_samples_are_read_entry_by_entry(name: str) -> None:
    source = decode((SAMPLES / name).read_bytes(), name)
    (tree,) = parse_yaml(source.text) if name.endswith("yml") else [parse_json(source.text)]
    texts = list(catalogue_texts(name, tree) or ())
    assert [text.value.location + "*" * text.is_whole for text in texts] == SAMPLED[name]
    assert all(stands_in_place(text, tree, source.text) for text in texts)


def stands_in_place(text: Text, tree: Tree, source: str) -> bool:
    """Whether the first letter of a text is found at its place in the file."""
    mapped = tree.mapped(text.value.node)
    return source[mapped.source_span(0, 1).start] == mapped.text[0] == text.value.text[0]


def test_a_catalogue_may_be_large() -> None:
    texts = found("sv.json", {f"key{number}": {"text": SAID} for number in range(20_000)})
    assert texts is not None
    assert len(texts) == 20_000
