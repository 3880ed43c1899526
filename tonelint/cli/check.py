"""``tonelint check``: options in, report and exit code out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli.common import FAILED, FOUND, complain, config_option, rules_option, ruleset_of
from tonelint.model import Language, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tonelint.reporters.run import Run, Style

_PROGRESS_FROM = 50  # files; fewer are done before a bar could be read


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "concise", "json"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.label for severity in Severity), "never"]),
    default="warning",
    show_default=True,
    help="The severity from which findings fail the run.",
)
@click.option("--exit-zero", is_flag=True, help="End with 0 in spite of findings; errors still end with 2.")
@click.option("--select", multiple=True, metavar="NAME", help="Only this rule or category. Repeatable.")
@click.option("--ignore", multiple=True, metavar="NAME", help="Not this rule or category. Repeatable.")
@click.option("--language", type=click.Choice([language.value for language in Language]), help="Of all replies.")
@click.option("--stdin-filename", metavar="NAME", default="<stdin>", help="Name of standard input; tells its format.")
@config_option
@rules_option
@click.option("--no-cache", is_flag=True, help="Lint every file afresh, which is what happens without it too.")
@click.option("--no-excerpts", is_flag=True, help="Keep the words of replies out of the report.")
@click.option("-q", "--quiet", is_flag=True, help="No notices and no summary.")
@click.option("-v", "--verbose", is_flag=True, help="Say which paragraphs were left alone, and why.")
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:
    """Report the faults of replies: files, folders, glob patterns, or - for standard input.

    Without PATHS the current folder is searched.
    """
    from tonelint.check import StandardInput, check_paths
    from tonelint.configuration_file import configuration
    from tonelint.reporters import REPORTERS

    reading = configuration(options["config"]).reading
    ruleset = ruleset_of(options["folders"]).narrowed(options["select"], options["ignore"])
    run = check_paths(
        paths or (".",),
        ruleset,
        Language(options["language"]) if options["language"] else None,
        stdin=StandardInput(sys.stdin.buffer.read, options["stdin_filename"]),
        options=reading,
        progress=_progress,
    )
    style = _style(options)
    click.echo(REPORTERS[options["form"]](run, style), nl=False, color=style.colour)
    for remark in _remarks(run, quiet=options["quiet"], verbose=options["verbose"]):
        complain(remark)
    if run.errors:
        context.exit(FAILED)
    context.exit(FOUND if run.is_failed(style) and not options["exit_zero"] else 0)


def _style(options: dict[str, Any]) -> Style:
    from tonelint.reporters.run import Style
    from tonelint.reporters.terminal import wants_colour

    return Style(
        fail_on=None if options["fail_on"] == "never" else Severity[options["fail_on"].upper()],
        excerpts=not options["no_excerpts"],
        colour=options["form"] == "text" and wants_colour(os.environ, is_terminal=sys.stdout.isatty()),
        summary=not options["quiet"],
    )


def _remarks(run: Run, *, quiet: bool, verbose: bool) -> Iterator[str]:
    """What is said on standard error: errors always, notices unless quiet, what was left alone when asked."""
    for fault in run.errors:
        yield f"error: {fault}"
    if not quiet:
        yield from (f"note: {notice}" for notice in run.notices)
    if verbose:
        yield from (f"{left.path}:{left.line}: left alone: {left.reason}" for left in run.unjudged)


def _progress(steps: Sequence[Any]) -> Iterator[Any]:
    """Pass the steps on, with a bar on standard error where there are many; click hides it where nobody looks."""
    with click.progressbar(
        steps, label="Linting", file=sys.stderr, hidden=len(steps) < _PROGRESS_FROM or not sys.stderr.isatty()
    ) as bar:
        yield from bar
