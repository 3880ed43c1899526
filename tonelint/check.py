"""What ``tonelint check`` does: every source is linted, and one that cannot be read never hides another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tonelint.discover import find_files, is_excluded
from tonelint.errors import ReadError
from tonelint.files import File, real_path, shown_path
from tonelint.model import Unjudged
from tonelint.reading import decoded, format_of
from tonelint.reporters.run import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tonelint.errors import Fault
    from tonelint.lint import LintResult
    from tonelint.model import Finding, MarkedReply, Source, Suppressed
    from tonelint.reading import Document
    from tonelint.task import Task

STDIN = "-"
UNNAMED = "<stdin>"
"""What standard input is called where its name is not given."""

_NO_REPLY = "no reply in any shape that tonelint knows"
_ALL_LEFT_OUT = "what was named is excluded, or holds no file that tonelint reads (--force-exclude)"
_SEE_FORMATS = "see docs/formats.md, or name its fields in the configuration"


class StandardInput(NamedTuple):
    """Standard input, read when it is asked for.

    Attributes:
        read: gives its bytes.
        name: what reports call it; its suffix tells its format.
    """

    read: Callable[[], bytes]
    name: str = UNNAMED

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
    suppressed: list[Suppressed] = field(default_factory=list)
    marked: list[MarkedReply] = field(default_factory=list)
    errors: list[Fault] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    unjudged: list[Unjudged] = field(default_factory=list)
    without_reply: list[str] = field(default_factory=list)
    linted: int = 0  # files with replies, or of formats that hold nothing else
    whole: list[str] = field(default_factory=list)  # files of any kind that were read to the end

    def add(self, document: Document, result: LintResult, *, is_named: bool) -> None:
        """Take in what linting a document came to."""
        self.findings += result.findings
        self.suppressed += result.suppressed
        self.marked += result.marked
        self.errors += result.errors
        self.unjudged += result.unjudged
        is_data = format_of(document.path).is_data
        # A repository is full of data that holds no replies; to count it would say nothing.
        self.linted += bool(result.replies or not (is_data or result.errors))
        self.whole += [document.path] * (not result.errors)
        if document.notice:
            self.notices.append(f"{document.path}: {document.notice}")
        if is_data and not (result.replies or result.errors):
            self.unjudged.append(Unjudged(document.path, 1, _NO_REPLY))
            self.without_reply += [document.path] * is_named

    def run(self) -> Run:
        """All of it."""
        notices = [*self.notices, *self._told_of_no_reply()]
        if not (self.linted or self.errors or self.without_reply):
            notices.append("no file with replies was found" if self.whole else "no file that tonelint reads was found")
        return Run(
            tuple(self.findings),
            tuple(self.errors),
            self.linted,
            tuple(notices),
            tuple(self.unjudged),
            tuple(self.suppressed),
            replies=tuple(self.marked),
        )

    def _told_of_no_reply(self) -> Iterator[str]:
        """A note on files that the user named, perhaps along with everything else that has changed in a repository."""
        match self.without_reply:
            case [path]:
                yield f"{path}: {_NO_REPLY}; {_SEE_FORMATS}"
            case [_, *_]:
                yield f"{len(self.without_reply)} files hold {_NO_REPLY} (-v names them); {_SEE_FORMATS}"


class Linted(NamedTuple):
    """What linting came to, before it is held against a baseline.

    Attributes:
        run: all findings.
        whole: the paths of the files that were read from the first line to the last, as reports show them.
    """

    run: Run
    whole: Sequence[str]


def check_paths(
    paths: Sequence[str],
    task: Task,
    *,
    stdin: StandardInput,
    progress: Callable[[Sequence[_Job]], Iterable[_Job]] = iter,
) -> Run:
    """Lint what the paths stand for, and keep to what is asked for: what is new, or has changed.

    Args:
        paths: files, folders, glob patterns, or ``-`` for standard input.
        task: what is asked for.
        stdin: what ``-`` stands for.
        progress: passes the jobs on, one by one; may show how far it has come.
    """
    return _of_changed_lines(_beyond_baseline(lint_paths(paths, task, stdin=stdin, progress=progress), task), task)


def lint_paths(
    paths: Sequence[str],
    task: Task,
    *,
    stdin: StandardInput | None = None,
    progress: Callable[[Sequence[_Job]], Iterable[_Job]] = iter,
) -> Linted:
    """Lint what the paths stand for; see ``check_paths``. Without ``stdin`` a ``-`` stands for nothing."""
    files, errors = find_files((path for path in paths if path != STDIN), task.exclusion, force=task.force_exclude)
    if own := {real_path(path) for path in task.reports}:
        files = [file for file in files if real_path(str(file.path)) not in own]
    jobs = [_Job(partial(File, shown_path(file.path), file.path), file.is_named) for file in files]
    if stdin and STDIN in paths and not (task.force_exclude and is_excluded(Path(stdin.name), task.exclusion)):
        jobs.append(_Job(stdin.document))
    tally = _Tally(errors=errors)
    for job in progress(jobs):
        try:
            document = job.document()
        except ReadError as error:
            tally.errors += error.faults
            continue
        tally.add(document, task.lint(document), is_named=job.is_named)
    if task.configuration.allow and _covers(paths, task.configuration.folder) and not tally.errors:
        tally.findings += task.about_permissions(tally.suppressed)
    if tally.linted and task.is_idle:
        tally.notices.append("no rule is in force for any of these files; see --select, --ignore and the configuration")
    run = tally.run()
    if task.force_exclude and not (jobs or run.errors):
        run = replace(run, notices=(_ALL_LEFT_OUT,))
    return Linted(run, tally.whole)


def _covers(paths: Iterable[str], folder: str) -> bool:
    """Whether one of the paths is a folder, or one above it, so that all of its files are found."""
    inside = Path(real_path(folder))
    return any(path and inside.is_relative_to(real_path(path)) for path in paths)


def _beyond_baseline(linted: Linted, task: Task) -> Run:
    """A run with what the baseline does not know."""
    run, whole = linted
    if not task.baseline:
        return run
    applied = task.baseline.apply(run.findings, whole, task.in_force)
    return replace(run, findings=applied.new, known=applied.known, gone=applied.gone.number)


def _of_changed_lines(run: Run, task: Task) -> Run:
    """A run with what stands in lines that have changed, where only these are asked for."""
    changes = task.changes
    if not changes:
        return run
    real_paths = {path: real_path(path) for path in {each.path for each in run.findings}}
    touched = tuple(each for each in run.findings if changes.touches_finding(real_paths[each.path], each))
    return replace(run, findings=touched, unchanged=len(run.findings) - len(touched))
