"""The command line: options in, report and exit code out. Everything else happens elsewhere, and is imported late."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from tonelint.errors import TonelintError
from tonelint.model import Language, Severity
from tonelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tonelint.reporters.run import Run, Style
    from tonelint.rulebook.ruleset import Ruleset

FOUND, FAILED, INTERRUPTED = 1, 2, 130
_OBJECTS_BETWEEN_COLLECTIONS = 200_000
_PROGRESS_FROM = 50  # files; fewer are done before a bar could be read

_rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A folder of your own rules, added to the shipped ones or replacing them by id. Repeatable.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tonelint")
def cli() -> None:
    """Lint the tone of outgoing customer-support replies in Swedish, Danish and English.

    Exit codes: 0 nothing at or above the threshold, 1 findings, 2 the job could not be done.
    """


@cli.command()
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
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The configuration; otherwise tonelint.yaml in the working directory or above it.",
)
@_rules_option
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
    ruleset = _ruleset(options["folders"]).narrowed(options["select"], options["ignore"])
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
        _complain(remark)
    if run.errors:
        context.exit(FAILED)
    context.exit(FOUND if run.failing(style.fail_on) and not options["exit_zero"] else 0)


@cli.command()
@_rules_option
def rules(folders: tuple[Path, ...]) -> None:
    """List the rules in force."""
    for rule in _ruleset(folders).rules:
        languages = " ".join(rule.wordings)
        click.echo(f"{rule.id:45} {rule.severity.label:8} {languages:9} {rule.summary}")


@cli.command()
@click.argument("rule")
@_rules_option
def explain(rule: str, folders: tuple[Path, ...]) -> None:
    """Say what RULE finds, why it matters, what to write instead, with examples in each language."""
    from tonelint.reporters.explain import render_explanation

    click.echo(render_explanation(_ruleset(folders).rule(rule)), nl=False)


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.pass_context
def test(context: click.Context, /, paths: tuple[Path, ...]) -> None:
    """Try rules on their own examples: the shipped rules, or those in the folders and rule files named."""
    from tonelint.examples import failures
    from tonelint.rulebook.ruleset import rules_at

    ruleset, tried = rules_at(paths)
    failed = list(failures(ruleset, tried))
    for failure in failed:
        click.echo(str(failure))
    examples = sum(rule.number_of_examples() for rule in tried)
    click.echo(f"{len(tried)} rules, {examples - len(failed)} examples passed, {len(failed)} failed")
    context.exit(FOUND if failed else 0)


@cli.command()
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--alarms", "with_alarms", is_flag=True, help="List the rules and cues that speak in clean replies.")
@_rules_option
def score(corpus: tuple[Path, ...], folders: tuple[Path, ...], *, with_alarms: bool) -> None:
    """Hold the findings in labelled replies against their labels: precision, recall, F1 and false alarms.

    CORPUS: files of labelled replies (.jsonl), or folders of them; docs/accuracy.md describes the format.
    """
    from tonelint.corpora import read_corpora
    from tonelint.reporters.scores import render_alarms, render_scores
    from tonelint.scoring import alarms, findings_in, score

    records = [record for record in read_corpora(corpus) if record.whole]
    findings = findings_in(records, _ruleset(folders))
    levels = {"All findings, hints too": Severity.INFO, "Warnings and errors": Severity.WARNING}
    scores = {heading: score(records, findings, severity) for heading, severity in levels.items()}
    click.echo(f"{len(records)} labelled replies\n")
    click.echo(render_scores(scores), nl=False)
    if with_alarms:
        clean = sum(not record.labels for record in records)
        click.echo(render_alarms(*alarms(records, findings), clean), nl=False)


@cli.command()
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("tuned-rules"),
    show_default=True,
    metavar="FOLDER",
    help="Where the rule files are written; lint with --rules FOLDER.",
)
@_rules_option
def tune(corpus: tuple[Path, ...], output: Path, folders: tuple[Path, ...]) -> None:
    """Fit the weights of evidence to your own labelled replies (needs the extra: pip install 'tonelint[tune]').

    CORPUS: files of labelled replies (.jsonl) and sentences (.tsv), or folders of them, one author a file.
    """
    from tonelint.corpora import read_corpora, text_of, write_rules

    try:
        from tonelint.tuning.tune import tune
    except ImportError as error:
        raise click.ClickException(f"{error.name} is missing: pip install 'tonelint[tune]'") from error
    ruleset = _ruleset(folders)
    written = write_rules(output, tune(read_corpora(corpus), ruleset, text_of))
    click.echo("\n".join(f"written: {path}" for path in written))


def main() -> NoReturn:
    """Run the command line; every way out has its exit code."""
    # Rules are very many objects that stay: looking through them for garbage, again and again, cost a quarter of a run.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        code = cli(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = FAILED
    except TonelintError as error:
        _complain(f"error: {error}")
        code = FAILED
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    sys.exit(code or 0)


def _ruleset(folders: Iterable[Path]) -> Ruleset:
    from tonelint.rulebook.ruleset import bundled, bundled_folder, load

    return load((bundled_folder(), *folders)) if folders else bundled()


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


def _complain(remark: str) -> None:
    """Say something on standard error, without what would steer the terminal: file names are not ours."""
    from tonelint.reporters.terminal import visible

    click.echo("\n".join(map(visible, remark.split("\n"))), err=True)


def _progress(steps: Sequence[Any]) -> Iterator[Any]:
    """Pass the steps on, with a bar on standard error where there are many; click hides it where nobody looks."""
    with click.progressbar(
        steps, label="Linting", file=sys.stderr, hidden=len(steps) < _PROGRESS_FROM or not sys.stderr.isatty()
    ) as bar:
        yield from bar
