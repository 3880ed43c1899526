"""The server: what the editor says is passed on, and what is found is shown.

Diagnostics are pushed, which every editor understands; one that could also pull them would show them twice.
"""

from __future__ import annotations

import os
import traceback
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from tonelint.configuration import FILE_NAMES
from tonelint.lsp.actions import SELECT, SHOW, actions, permission
from tonelint.lsp.diagnostics import diagnostic, is_touched, span_of, unreadable
from tonelint.lsp.documents import opened, path_of
from tonelint.lsp.hover import explained
from tonelint.lsp.session import DELAY, Result, Session
from tonelint.lsp.troubles import Troubles
from tonelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from tonelint.lsp.documents import OpenDocument
    from tonelint.model import Finding

MOST_OFFERED = 3
"""For how many findings at a place something is offered: each permission is tried out."""

_MAY_BE_SETTINGS = (".yaml", ".yml", ".toml")


class _Protocol(LanguageServerProtocol):
    """That of pygls, but for the texts of documents, which the session keeps.

    Those of pygls end their lines in U+2028, form feeds and other characters too, where editors go on counting.
    """

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self.fm.features[types.TEXT_DOCUMENT_DID_OPEN](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE](params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE](params)


class Server:
    """A language server for one editor."""

    def __init__(self) -> None:
        self._server = LanguageServer("tonelint", __version__, protocol_cls=_Protocol)
        self._session = Session(self._show, self._fail)
        self._troubles = Troubles()
        self._is_shut_down = False
        for method, handler in (
            (types.INITIALIZE, self._initialize),
            (types.INITIALIZED, self._initialized),
            (types.SHUTDOWN, self._shut_down),
            (types.TEXT_DOCUMENT_DID_OPEN, self._did_open),
            (types.TEXT_DOCUMENT_DID_CHANGE, self._did_change),
            (types.TEXT_DOCUMENT_DID_SAVE, self._did_save),
            (types.TEXT_DOCUMENT_DID_CLOSE, self._did_close),
            (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, self._did_change_files),
            (types.TEXT_DOCUMENT_HOVER, self._hover),
        ):
            self._server.feature(method)(partial(handler))  # pygls marks what it is given, and methods bear no marks
        quick_fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
        self._server.feature(types.TEXT_DOCUMENT_CODE_ACTION, quick_fixes)(partial(self._code_actions))
        self._server.command(SHOW)(partial(self._show_message))
        self._server.command(SELECT)(partial(self._select))

    def run(self, stdin: BinaryIO, stdout: BinaryIO) -> int:
        """Serve until the editor says that it is done, or is gone.

        Returns:
            The exit code that the protocol asks for: 0 after a shutdown, else 1.
        """
        try:
            self._server.start_io(stdin, stdout)
        finally:
            self._session.end()
        return 0 if self._is_shut_down else 1

    def _initialize(self, params: types.InitializeParams) -> None:
        """Work where the command line would be used, since configurations name files from there."""
        folders = params.workspace_folders or []
        uri = folders[0].uri if folders else params.root_uri
        root = path_of(uri) if uri else None
        if root:
            with suppress(OSError):  # an editor may have no folder open, or one that is gone
                os.chdir(root)

    def _initialized(self, params: types.InitializedParams) -> None:
        """Ask to be told when a configuration changes, where the editor can do so."""
        del params
        workspace = self._server.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            globs = [types.FileSystemWatcher(f"**/{name}") for name in FILE_NAMES]
            options = types.DidChangeWatchedFilesRegistrationOptions(globs)
            registration = types.Registration("configuration", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self._server.client_register_capability(types.RegistrationParams([registration]))

    def _shut_down(self, params: None) -> None:
        del params
        self._is_shut_down = True

    def _did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        encoding = types.PositionEncodingKind(self._server.workspace.position_encoding)
        self._session.put(opened(params.text_document, encoding))

    def _did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        if document := self._session.document(params.text_document.uri):
            version = params.text_document.version
            self._session.put(document.with_changes(params.content_changes, version), DELAY)

    def _did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        """Files of settings may hold for any document."""
        if params.text_document.uri.lower().endswith(_MAY_BE_SETTINGS):
            self._session.refresh()

    def _did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._session.close(params.text_document.uri)
        self._publish([params.text_document.uri])

    def _did_change_files(self, params: types.DidChangeWatchedFilesParams) -> None:
        del params
        self._session.refresh()

    def _show(self, result: Result) -> None:
        """Show what was found in a document, and what is wrong with its configuration."""
        self._publish([result.document.uri])

    def _publish(self, changed: Iterable[str]) -> None:
        """Show diagnostics: of documents that have changed, and of configurations that have."""
        results = {result.document.uri: result for result in self._session.results()}
        news = self._troubles.take_in(result.error for result in results.values())
        for message in news.messages:
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))
        for uri in dict.fromkeys([*changed, *news.uris]):
            shown = [*(_diagnostics(results[uri]) if uri in results else ()), *self._troubles.diagnostics(uri)]
            version = results[uri].document.version if uri in results else None
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))

    def _fail(self, document: OpenDocument, error: Exception) -> None:
        """Tell that a document could not be linted; what was shown for it stands no longer where it did."""
        told = "".join(traceback.format_exception(error))
        message = f"{document.name} could not be linted; this is a fault of tonelint\n{told}"
        self._server.window_log_message(types.LogMessageParams(types.MessageType.Error, message))
        self._publish([document.uri])

    async def _hover(self, params: types.HoverParams) -> types.Hover | None:
        place = types.Range(params.position, params.position)
        result = await self._session.result(params.text_document.uri)
        found = list(_findings(result, place)) if result else []
        if not (result and found):
            return None
        texts = [explained(finding, result.linted.ruleset).markdown() for finding in found]
        content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(texts))
        return types.Hover(content, result.document.lines.range(span_of(found[0], result.document)))

    async def _code_actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        only = params.context.only
        result = await self._session.result(params.text_document.uri)
        if not result or (only and not {types.CodeActionKind.QuickFix, types.CodeActionKind.Empty} & {*only}):
            return []
        offered: list[types.CodeAction] = []
        for finding in list(_findings(result, params.range))[:MOST_OFFERED]:
            document, settings, linted = result.document, result.settings, result.linted
            insertion = await self._session.run(partial(permission, finding, document, linted, settings))
            offered += actions(finding, document, (linted, settings), insertion)
        return offered if self._session.document(params.text_document.uri) is result.document else []

    def _show_message(self, message: str) -> None:
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))

    def _select(self, uri: str, start_and_end: list[int]) -> None:
        """Select a place in a document, where the editor can do so."""
        window = self._server.client_capabilities.window
        if window and window.show_document and window.show_document.support:
            line, character, end_line, end_character = start_and_end
            place = types.Range(types.Position(line, character), types.Position(end_line, end_character))
            shown = types.ShowDocumentParams(uri, take_focus=True, selection=place)
            self._server.window_show_document(shown)


def _diagnostics(result: Result) -> Iterator[types.Diagnostic]:
    for finding in result.linted.findings:
        yield diagnostic(finding, result.document)
    for fault in result.linted.faults:
        yield unreadable(fault, result.document.lines)


def _findings(result: Result, place: types.Range) -> Iterator[Finding]:
    """The findings at a place of a document."""
    for finding in result.linted.findings:
        if is_touched(span_of(finding, result.document), place, result.document.lines):
            yield finding
