"""What is open in an editor: which texts are read, and what format they have."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import PositionEncodingKind, TextDocumentContentChangeWholeDocument, TextDocumentItem

from tonelint.lsp.documents import OpenDocument, opened, path_of

HERE = Path.cwd()


def document(uri: str, text: str = "", language_id: str = "") -> OpenDocument:
    return opened(TextDocumentItem(uri, language_id, 1, text), PositionEncodingKind.Utf16)


@pytest.mark.parametrize(
    ("uri", "language_id"),
    [
        ((HERE / "app.py").as_uri(), "python"),
        ((HERE / "Makefile").as_uri(), "makefile"),
        ((HERE / "nginx.conf.j2").as_uri(), "jinja"),
        ("untitled:Untitled-1", "python"),
        ("untitled:Untitled-1", ""),
        ("git:/repo/svar.md", "markdown"),
        ("https://example.se/svar.md", "markdown"),
        ("output:tonelint", "plaintext"),
    ],
)
def test_what_is_no_reply_or_no_file_is_not_read(uri: str, language_id: str) -> None:
    assert not document(uri, language_id=language_id).is_read


@pytest.mark.parametrize(
    ("uri", "language_id", "name"),
    [
        ((HERE / "mail" / "svar.md").as_uri(), "markdown", "mail/svar.md"),
        ((HERE / "mail" / "f%C3%B6rsenad.txt").as_uri().replace("%25", "%"), "plaintext", "mail/försenad.txt"),
        ((HERE / "welcome.html.liquid").as_uri(), "html", "welcome.html.liquid"),
        ("untitled:Untitled-1", "markdown", "Untitled-1.md"),
        ("untitled:Untitled-1", "plaintext", "Untitled-1.txt"),
        ("untitled:Untitled-1", "jinja-html", "Untitled-1.html.j2"),
        ("untitled:Untitled-1", "handlebars", "Untitled-1.html.hbs"),
        ("untitled:Untitled-1", "YAML", "Untitled-1.yaml"),
        ("untitled:drafts/svar.liquid", "plaintext", "svar.liquid"),
        ("untitled:", "json", "untitled.json"),
        ("file://", "markdown", "untitled.md"),
    ],
)
def test_the_name_tells_the_format_or_else_the_language_of_the_editor(uri: str, language_id: str, name: str) -> None:
    opened_as = document(uri, language_id=language_id)
    assert (opened_as.name, opened_as.is_read) == (name, True)


def test_a_file_elsewhere_has_its_whole_name() -> None:
    assert document("file:///srv/elsewhere/svar.md").name == "/srv/elsewhere/svar.md"


@pytest.mark.parametrize("uri", ["untitled:svar.md", "https://example.se/svar.md", "svar.md"])
def test_only_the_uri_of_a_file_names_one(uri: str) -> None:
    assert path_of(uri) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Hej!", "Hej!"),
        ("\ufeffHej!", "Hej!"),
        ("Hej \ud83d!", "Hej \ufffd!"),
    ],
)
def test_what_is_linted_is_the_text_without_what_no_file_can_hold(text: str, read: str) -> None:
    """A byte-order mark is no text, and half a character cannot be saved."""
    assert document("untitled:a.txt", text).source.text == read


def test_a_change_gives_another_document_with_its_version() -> None:
    before = document("untitled:a.txt", "one")
    after = before.with_changes([TextDocumentContentChangeWholeDocument("two")], 7)
    assert (before.source.text, before.version) == ("one", 1)
    assert (after.source.text, after.version, after.name) == ("two", 7, "a.txt")
