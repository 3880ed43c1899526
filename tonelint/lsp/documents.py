"""What is open in the editor: its text as it stands there, saved or not, and the name that tells its format."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from pygls.uris import from_fs_path, to_fs_path, urlparse

from tonelint.files import shown_path
from tonelint.lsp.positions import Lines, changed
from tonelint.model import Source
from tonelint.reading import is_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lsprotocol.types import PositionEncodingKind, TextDocumentContentChangeEvent, TextDocumentItem

_SUFFIXES: Mapping[str, str] = {
    "plaintext": ".txt",
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "mjml": ".mjml",
    "liquid": ".liquid",
    "jinja": ".html.j2",
    "jinja-html": ".html.j2",
    "htmldjango": ".html.j2",
    "django-html": ".html.j2",
    "twig": ".html.twig",
    "nunjucks": ".html.njk",
    "handlebars": ".html.hbs",
    "mustache": ".html.mustache",
    "erb": ".html.erb",
    "eruby": ".html.erb",
    "ejs": ".html.ejs",
    "yaml": ".yaml",
    "json": ".json",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "tsv": ".tsv",
    "po": ".po",
    "xliff": ".xliff",
    "mail": ".eml",
}
"""The suffix that a text without a file has, by what the editor calls its language."""

_BYTE_ORDER_MARK = "\ufeff"
_UNPAIRED = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A text in the editor.

    Attributes:
        uri: what the editor calls it.
        path: its file; None where it has none yet.
        name: its name as reports show it; the suffix tells its format.
        version: counts the changes.
        lines: the text.
    """

    uri: str
    path: Path | None
    name: str
    version: int
    lines: Lines = field(repr=False)

    @property
    def is_read(self) -> bool:
        """Whether tonelint reads texts of its kind."""
        return bool(self.name) and is_known(self.name)

    @property
    def source(self) -> Source:
        """The text to lint. It has as many characters as that of the editor, but for a byte-order mark."""
        return Source(self.name, self.lines.text[self.mark :].translate(_UNPAIRED))

    @property
    def mark(self) -> int:
        """How many characters of its first line are none of its text: 1 where there is a byte-order mark."""
        return int(self.lines.text.startswith(_BYTE_ORDER_MARK))

    def with_changes(self, changes: Iterable[TextDocumentContentChangeEvent], version: int) -> OpenDocument:
        """The document after changes."""
        encoding = self.lines.encoding
        return replace(self, version=version, lines=Lines(changed(self.lines.text, changes, encoding), encoding))

    def with_text(self, text: str) -> OpenDocument:
        """The document with another text in its place."""
        return replace(self, lines=Lines(text, self.lines.encoding))


def opened(item: TextDocumentItem, encoding: PositionEncodingKind) -> OpenDocument:
    """A document as the editor opens it.

    Args:
        item: its text, and what the editor calls it and its language.
        encoding: what the editor counts columns in.
    """
    path = path_of(item.uri)
    name = shown_path(path) if path else _name(item.uri, item.language_id)
    return OpenDocument(item.uri, path, name, item.version, Lines(item.text, encoding))


def path_of(uri: str) -> Path | None:
    """The file of a URI; None where it names none on this machine."""
    name = to_fs_path(uri)
    return Path(os.path.abspath(name)) if name else None


def uri_of(path: str) -> str:
    """The URI of a file, named as reports show it."""
    return from_fs_path(os.path.abspath(path)) or ""


def _name(uri: str, language_id: str) -> str:
    """The name of a text without a file: its own, where that tells a format."""
    scheme, _, path, *_ = urlparse(uri)
    if scheme != "untitled" and (scheme, path) != ("file", ""):  # so Neovim calls what has no name
        return ""
    name = PurePath(path).name or "untitled"
    return name if is_known(name) else name + _SUFFIXES.get(language_id.lower(), "")
