"""What is open in an editor and what was found there: texts are linted soon after the last change, off the event loop.

One thread does all linting, in turn; what has changed meanwhile is linted again, and the older result is dropped.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tonelint.lsp.settings import KeptSettings, lint

if TYPE_CHECKING:
    from collections.abc import Callable

    from tonelint.errors import TonelintError
    from tonelint.lsp.documents import OpenDocument
    from tonelint.lsp.settings import Linted, Settings

DELAY = 0.25
"""Seconds without a change after which a text is linted: no longer than a pause in typing."""

Value = TypeVar("Value")


class Result(NamedTuple):
    """What linting a document came to.

    Attributes:
        document: as it stood.
        settings: what it was linted with.
        linted: what was found.
        error: what is wrong with the configuration now in force, where older settings had to do; or None.
    """

    document: OpenDocument
    settings: Settings
    linted: Linted
    error: TonelintError | None = None


class Session:
    """The open documents of an editor. All methods are called on the event loop.

    Args:
        publish: told of each result, while its document stands as it was linted.
        fail: told of what should not have happened, and to which document.
    """

    def __init__(self, publish: Callable[[Result], None], fail: Callable[[OpenDocument, Exception], None]) -> None:
        self._publish = publish
        self._fail = fail
        self._documents: dict[str, OpenDocument] = {}
        self._results: dict[str, Result] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._settings = KeptSettings()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lint")

    def document(self, uri: str) -> OpenDocument | None:
        """An open document; None where it is not open."""
        return self._documents.get(uri)

    def results(self) -> list[Result]:
        """What was found in the open documents, as far as they have been linted."""
        return list(self._results.values())

    def put(self, document: OpenDocument, delay: float = 0) -> None:
        """Take in a document that is new or has changed, to be linted after some seconds without another change."""
        self.close(document.uri)
        self._documents[document.uri] = document
        if document.is_read:
            self._tasks[document.uri] = asyncio.ensure_future(self._lint(document, delay))

    def close(self, uri: str) -> None:
        """Forget a document."""
        self._documents.pop(uri, None)
        self._results.pop(uri, None)
        if task := self._tasks.pop(uri, None):
            task.cancel()

    def refresh(self) -> None:
        """Read all settings again, and lint all documents with them."""
        self._settings.forget()
        for document in list(self._documents.values()):
            self.put(document)

    async def result(self, uri: str) -> Result | None:
        """What was found in a document as it now stands, once that is known; None where it is not linted."""
        while (task := self._tasks.get(uri)) and not task.done():
            await asyncio.wait({task})
        return self._results.get(uri)

    async def run(self, call: Callable[[], Value]) -> Value:
        """Do something that takes time, where linting is done."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    def end(self) -> None:
        """Begin nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _lint(self, document: OpenDocument, delay: float) -> None:
        await asyncio.sleep(delay)
        try:
            result = await self.run(partial(self._result, document))
        except Exception as error:  # whatever it is, the editor goes on
            self._fail(document, error)
            return
        if self._documents.get(document.uri) is document:
            self._results[document.uri] = result
            self._publish(result)

    def _result(self, document: OpenDocument) -> Result:
        settings, error = self._settings.of(document.path)
        return Result(document, settings, lint(document.source, settings), error)
