"""What ``tonelint check`` does: every source is linted, and one that cannot be read never hides another."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tonelint.discover import find_files
from tonelint.errors import ReadError
from tonelint.files import File, shown_path
from tonelint.lint import lint_source
from tonelint.model import Unjudged
from tonelint.reading import NO_OPTIONS, decoded, format_of
from tonelint.reporters.run import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tonelint.errors import Fault
    from tonelint.lint import LintResult
    from tonelint.model import Finding, Language, Source
    from tonelint.reading import Document, ReadOptions
    from tonelint.rulebook.ruleset import Ruleset

STDIN = "-"
_NO_REPLY = "no reply in any shape that tonelint knows"
_SEE_FORMATS = "see docs/formats.md, or name its fields in the configuration"


class StandardInput(NamedTuple):
    """Standard input, read when it is asked for.

    Attributes:
        read: gives its bytes.
        name: what reports call it; its suffix tells its format.
    """

    read: Callable[[], bytes]
    name: str = "<stdin>"

    def document(self) -> Source:
        """What it holds.

        Raises:
            ReadError: its bytes are not text.
        """
        return decoded(self.read(), self.name)


@dataclass(frozen=True, slots=True)
class _Job:
    """A document to lint, and whether the user asked for it by name."""

    document: Callable[[], Document]
    is_named: bool = True


@dataclass(slots=True)
class _Tally:
    """What has been gathered so far."""

    findings: list[Finding] = field(default_factory=list)
    errors: list[Fault] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    unjudged: list[Unjudged] = field(default_factory=list)
    without_reply: list[str] = field(default_factory=list)
    linted: int = 0

    def add(self, document: Document, result: LintResult, *, is_named: bool) -> None:
        """Take in what linting a document came to."""
        self.findings += result.findings
        self.errors += result.errors
        self.unjudged += result.unjudged
        self.linted += bool(result.replies or not result.errors)
        if document.notice:
            self.notices.append(f"{document.path}: {document.notice}")
        if format_of(document.path).is_data and not (result.replies or result.errors):
            self.unjudged.append(Unjudged(document.path, 1, _NO_REPLY))
            self.without_reply += [document.path] * is_named

    def run(self) -> Run:
        """All of it."""
        notices = [*self.notices, *self._told_of_no_reply()]
        if not self.linted and not self.errors:
            notices.append("no file that tonelint reads was found")
        return Run(tuple(self.findings), tuple(self.errors), self.linted, tuple(notices), tuple(self.unjudged))

    def _told_of_no_reply(self) -> Iterator[str]:
        """A note on files that the user named, perhaps along with everything else that has changed in a repository."""
        match self.without_reply:
            case [path]:
                yield f"{path}: {_NO_REPLY}; {_SEE_FORMATS}"
            case [_, *_]:
                yield f"{len(self.without_reply)} files hold {_NO_REPLY} (-v names them); {_SEE_FORMATS}"


def check_paths(
    paths: Sequence[str],
    ruleset: Ruleset,
    language: Language | None = None,
    *,
    stdin: StandardInput,
    options: ReadOptions = NO_OPTIONS,
    progress: Callable[[Sequence[_Job]], Iterable[_Job]] = iter,
) -> Run:
    """Lint what the paths stand for.

    Args:
        paths: files, folders, glob patterns, or ``-`` for standard input.
        ruleset: the rules in force.
        language: the language of all replies; None to tell it paragraph by paragraph.
        stdin: what ``-`` stands for.
        options: what the team says of its files.
        progress: passes the jobs on, one by one; may show how far it has come.
    """
    files, errors = find_files(path for path in paths if path != STDIN)
    jobs = [_Job(partial(File, shown_path(file.path), file.path), file.is_named) for file in files]
    if STDIN in paths:
        jobs.append(_Job(stdin.document))
    tally = _Tally(errors=errors)
    for job in progress(jobs):
        try:
            document = job.document()
        except ReadError as error:
            tally.errors += error.faults
            continue
        tally.add(document, lint_source(document, ruleset, language, options), is_named=job.is_named)
    return tally.run()
