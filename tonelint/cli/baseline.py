"""``tonelint baseline``: what is found today is known from now on."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli.common import FAILED, complain, linting_options, shown_progress, task_of
from tonelint.model import Severity
from tonelint.reporters.summary import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.baseline_file import BaselineFile
    from tonelint.check import Linted
    from tonelint.configuration import Configuration
    from tonelint.model import Finding
    from tonelint.task import Task


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The baseline; otherwise the one that the configuration names, or tonelint-baseline.json beside it.",
)
@click.option("--prune", is_flag=True, help="Only drop what is gone; nothing is added.")
@linting_options
@click.pass_context
def baseline(context: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Write down what is found today, so that `tonelint check` reports only what is new.

    Without PATHS the current folder is searched. Of other files, and of rules that are not looked for, the baseline
    keeps what it holds. It knows findings by the words of their lines, without holding any words.

    Findings do not fail this command. Where not everything can be read, it ends with 2 and writes nothing.
    """
    from tonelint.baseline_file import read_baseline
    from tonelint.check import lint_paths
    from tonelint.errors import UsageError
    from tonelint.reporters.terminal import visible

    if "-" in paths:
        raise UsageError("a baseline is about files; standard input has no place in it")
    task = task_of(options)
    file = read_baseline(_place(task.configuration, options["output"]), may_be_missing=not options["prune"])
    linted = lint_paths(paths or (".",), task, progress=shown_progress)
    run = linted.run
    for remark in (*(f"error: {fault}" for fault in run.errors), *(f"note: {each}" for each in run.notices)):
        complain(remark)
    if run.errors:
        complain(f"{file.path} is left as it was, since not everything could be read")
        context.exit(FAILED)
    if options["prune"]:
        told = [*_pruned(file, linted, task)]
    else:
        told = [*_written(file, linted, task), *_next(file, task.configuration)]
    click.echo("\n".join(map(visible, told)))


def _place(configured: Configuration, named: Path | None) -> Path:
    """Where the baseline stands.

    Raises:
        UsageError: it is to go to standard output.
    """
    from tonelint.baseline_file import DEFAULT_NAME
    from tonelint.errors import UsageError

    if named == Path("-"):
        raise UsageError(f"--output -: a baseline is a file that later runs read; name one: --output {DEFAULT_NAME}")
    return named or Path(configured.baseline or Path(configured.folder, DEFAULT_NAME))


def _written(file: BaselineFile, linted: Linted, task: Task) -> Iterator[str]:
    """Write what is found today; tells what the baseline holds then."""
    findings = linted.run.findings
    today = file.today(findings)
    rewritten = file.baseline.rewritten(today, file.judges(linted.whole, task.in_force))
    yield f"{'written' if file.write(rewritten) else 'unchanged'}: {file.path}"
    yield f"  known from now on: {_counted(findings)}"
    if kept := rewritten.number - today.number:
        yield f"  kept: {count(kept, 'finding')} that this run was not about"
    added, dropped = rewritten.without(file.baseline).number, file.baseline.without(rewritten).number
    if file.text and (added or dropped):
        yield f"  since before: {added} more, {dropped} fewer"


def _pruned(file: BaselineFile, linted: Linted, task: Task) -> Iterator[str]:
    """Drop what is gone; tells what the baseline holds then."""
    applied = file.apply(linted.run.findings, linted.whole, task.in_force)
    left = file.baseline.without(applied.gone)
    yield f"{'written' if file.write(left) else 'unchanged'}: {file.path}"
    yield f"  gone: {count(applied.gone.number, 'finding')}; left: {left.number}"
    if applied.new:
        yield f"  not in it: {_counted(applied.new)}"


def _next(file: BaselineFile, configured: Configuration) -> Iterator[str]:
    """What to do next, where the configuration does not name the baseline yet."""
    if configured.baseline and os.path.realpath(configured.baseline) == str(file.real_path):
        return
    written = Path(os.path.relpath(file.real_path, os.path.realpath(configured.folder))).as_posix()
    name = Path(configured.path or "tonelint.yaml")
    line = f'baseline = "{written}"' if name.suffix == ".toml" else f"baseline: {written}"
    yield f"  next: put `{line}` into {name.as_posix()}, and commit both; `tonelint check` then reports what is new"


def _counted(findings: Iterable[Finding]) -> str:
    """How many findings there are, in how many files and of which severity."""
    findings = list(findings)
    severities = Counter(finding.severity for finding in findings)
    files = len({finding.path for finding in findings})
    by_severity = ", ".join(f"{severities[each]} {each.label}" for each in reversed(Severity) if severities[each])
    where = f" in {count(files, 'file')} ({by_severity})" if findings else ""
    return f"{count(len(findings), 'finding')}{where}"
