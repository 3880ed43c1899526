"""What ``tonelint check`` does: every source is linted, and one that cannot be read never hides another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tonelint.discover import find_files, load
from tonelint.errors import ReadError
from tonelint.lint import lint_source
from tonelint.reading.decode import decode
from tonelint.reporters.run import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tonelint.model import Finding, Language, Source, Unjudged
    from tonelint.rulebook.ruleset import Ruleset

STDIN = "-"


def check_paths(
    paths: Sequence[str],
    ruleset: Ruleset,
    language: Language | None = None,
    *,
    read_stdin: Callable[[], bytes],
    stdin_name: str = "<stdin>",
    progress: Callable[[Sequence[Callable[[], Source]]], Iterable[Callable[[], Source]]] = iter,
) -> Run:
    """Lint what the paths stand for.

    Args:
        paths: files, folders, glob patterns, or ``-`` for standard input.
        ruleset: the rules in force.
        language: the language of all replies; None to tell it paragraph by paragraph.
        read_stdin: gives the bytes of standard input.
        stdin_name: the name under which they are reported; its suffix tells their format.
        progress: passes the loaders of the sources on, one by one; may show how far it has come.
    """
    files, errors = find_files(path for path in paths if path != STDIN)
    loaders: list[Callable[[], Source]] = [lambda path=path: load(path) for path in files]  # type: ignore[misc]
    if STDIN in paths:
        loaders.append(lambda: decode(read_stdin(), stdin_name))
    findings: list[Finding] = []
    unjudged: list[Unjudged] = []
    notices: list[str] = []
    sources: dict[str, Source] = {}
    linted = 0
    for load_source in progress(loaders):
        try:
            source = load_source()
        except ReadError as error:
            errors += error.faults
            continue
        linted += 1
        result = lint_source(source, ruleset, language)
        findings += result.findings
        unjudged += result.unjudged
        if source.notice:
            notices.append(f"{source.path}: {source.notice}")
        if result.findings:
            sources[source.path] = source
    if not linted and not errors:
        notices.append("no file that tonelint reads was found")
    return Run(tuple(findings), tuple(errors), linted, sources, tuple(notices), tuple(unjudged))
