"""``tonelint check``: options in, reports and exit code out."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli.common import FAILED, FOUND, complain, linting_options, shown_progress, task_of
from tonelint.model import Severity
from tonelint.reporters import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.configuration import Configuration
    from tonelint.reporters.run import Run, Style
    from tonelint.task import Task

_FAIL_ON: dict[str, Severity | None] = {**{severity.label: severity for severity in Severity}, "never": None}


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), help="Of the report on standard output.  [default: text]")
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="[FORMAT:]FILE",
    help="Write a report to a file; - is standard output. Repeatable.",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAIL_ON)),
    help="The severity from which findings fail the run.  [default: warning]",
)
@click.option("--max", "most", type=click.IntRange(min=0), metavar="N", help="Put up with N such findings.")
@click.option("--exit-zero", is_flag=True, help="End with 0 in spite of findings; errors still end with 2.")
@linting_options
@click.option("--stdin-filename", metavar="NAME", help="Name of standard input; tells its format.")
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Report only what this file does not know."
)
@click.option("--no-baseline", is_flag=True, help="Report what the baseline of the configuration knows, too.")
@click.option("--changed-since", metavar="REV", help="Report only what stands in lines changed since a git revision.")
@click.option("--no-cache", is_flag=True, help="Lint every file afresh, which is what happens without it too.")
@click.option("--no-excerpts", is_flag=True, help="Keep the words of replies out of the reports.")
@click.option("--show-suppressed", is_flag=True, help="List what is permitted, with the reasons.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule, category, language and file.")
@click.option("-q", "--quiet", is_flag=True, help="No notices and no summary.")
@click.option("-v", "--verbose", is_flag=True, help="Say which paragraphs were left alone, and why.")
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Report the faults of replies: files, folders, glob patterns, or - for standard input.

    Without PATHS the current folder is searched.
    """
    from tonelint.outputs import add_step_summary, check_places, files_of, plan, reports, write

    if options["changed_since"] is not None and "-" in paths and not options["stdin_filename"]:
        raise click.UsageError("--changed-since must know which file standard input is: add --stdin-filename NAME")
    outputs = plan(options["form"], options["outputs"])
    check_places(outputs)
    forms = {output.form for output in outputs}
    task = _of_what_is_new(task_of(options), options)
    task = replace(task, keep_replies="html" in forms, reports=files_of(outputs))
    run = _run(paths, task, options)
    style = _style(options, task.configuration)
    write(reports(run, style, outputs), sys.stdout)
    failed_summary = add_step_summary(run, style, os.environ) if "github" in forms else ""
    notes = [failed_summary, _idle_baseline(task, options)]
    for remark in _remarks(run, notes, quiet=options["quiet"], verbose=options["verbose"]):
        complain(remark)
    if run.errors:
        context.exit(FAILED)
    context.exit(FOUND if run.is_failed(style) and not options["exit_zero"] else 0)


def _run(paths: tuple[str, ...], task: Task, options: dict[str, Any]) -> Run:
    from tonelint.check import UNNAMED, StandardInput, check_paths

    stdin = StandardInput(sys.stdin.buffer.read, options["stdin_filename"] or UNNAMED)
    return check_paths(paths or (".",), task, stdin=stdin, progress=shown_progress)


def _of_what_is_new(task: Task, options: dict[str, Any]) -> Task:
    """A task about what is new: beyond a baseline, since a revision."""
    configured = "" if options["no_baseline"] else task.configuration.baseline
    if options["baseline"] or configured:
        from tonelint.baseline_file import read_baseline

        task = replace(task, baseline=read_baseline(options["baseline"] or _configured_baseline(task.configuration)))
    if options["changed_since"] is not None:
        from tonelint.git import changes_since

        task = replace(task, changes=changes_since(options["changed_since"]))
    return task


def _configured_baseline(configuration: Configuration) -> Path:
    """Where the baseline of the configuration stands.

    Raises:
        ConfigurationError: it is not there.
    """
    path = Path(configuration.baseline)
    if not path.exists():
        from tonelint.errors import ConfigurationError

        message = f"no such file: {path.as_posix()}; `tonelint baseline` writes it, --no-baseline does without it"
        stated = next(layer.baseline for layer in reversed(configuration.layers) if layer.baseline)
        raise ConfigurationError(stated.place.fault(message))
    return path


def _style(options: dict[str, Any], configuration: Configuration) -> Style:
    from tonelint.reporters.run import Style
    from tonelint.reporters.terminal import wants_colour

    fail_on, most = options["fail_on"], options["most"]
    return Style(
        fail_on=_FAIL_ON[fail_on] if fail_on else configuration.fail_on,
        most=configuration.most if most is None else most,
        exit_zero=options["exit_zero"],
        excerpts=not options["no_excerpts"],
        colour=wants_colour(os.environ, is_terminal=sys.stdout.isatty()),
        summary=not options["quiet"],
        statistics=options["statistics"],
        suppressed=options["show_suppressed"],
    )


def _idle_baseline(task: Task, options: dict[str, Any]) -> str:
    """That a baseline stands beside the configuration and nobody has put it in force; empty where that is not so."""
    from tonelint.baseline_file import DEFAULT_NAME, stands_in

    if task.baseline or options["no_baseline"] or not stands_in(task.configuration.folder):
        return ""
    return f"{DEFAULT_NAME} is not in force; put `baseline: {DEFAULT_NAME}` into tonelint.yaml"


def _remarks(run: Run, notes: Iterable[str], *, quiet: bool, verbose: bool) -> Iterator[str]:
    """What is said on standard error: errors always, notices unless quiet, what was left alone when asked."""
    for fault in run.errors:
        yield f"error: {fault}"
    if not quiet:
        yield from (f"note: {notice}" for notice in (*run.notices, *filter(None, notes)))
    if verbose:
        yield from (f"{left.path}:{left.line}: left alone: {left.reason}" for left in run.unjudged)
