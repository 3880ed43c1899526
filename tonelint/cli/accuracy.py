"""Commands about labelled replies: ``score`` and ``tune``."""

from __future__ import annotations

from pathlib import Path

import click

from tonelint.cli.common import rules_option, ruleset_of
from tonelint.model import Severity


@click.command()
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--alarms", "with_alarms", is_flag=True, help="List the rules and cues that speak in clean replies.")
@rules_option
def score(corpus: tuple[Path, ...], folders: tuple[Path, ...], *, with_alarms: bool) -> None:
    """Hold the findings in labelled replies against their labels: precision, recall, F1 and false alarms.

    CORPUS: files of labelled replies (.jsonl), or folders of them; docs/accuracy.md describes the format.
    """
    from tonelint.corpora import read_corpora
    from tonelint.reporters.scores import render_alarms, render_scores
    from tonelint.scoring import alarms, findings_in, score

    records = [record for record in read_corpora(corpus) if record.whole]
    findings = findings_in(records, ruleset_of(folders))
    levels = {"All findings, hints too": Severity.INFO, "Warnings and errors": Severity.WARNING}
    scores = {heading: score(records, findings, severity) for heading, severity in levels.items()}
    click.echo(f"{len(records)} labelled replies\n")
    click.echo(render_scores(scores), nl=False)
    if with_alarms:
        clean = sum(not record.labels for record in records)
        click.echo(render_alarms(*alarms(records, findings), clean), nl=False)


@click.command()
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("tuned-rules"),
    show_default=True,
    metavar="FOLDER",
    help="Where the rule files are written; lint with --rules FOLDER.",
)
@rules_option
def tune(corpus: tuple[Path, ...], output: Path, folders: tuple[Path, ...]) -> None:
    """Fit the weights of evidence to your own labelled replies (needs the extra: pip install 'tonelint[tune]').

    CORPUS: files of labelled replies (.jsonl) and sentences (.tsv), or folders of them, one author a file.
    """
    from tonelint.corpora import read_corpora, text_of, write_rules

    try:
        from tonelint.tuning.tune import tune
    except ImportError as error:
        raise click.ClickException(f"{error.name} is missing: pip install 'tonelint[tune]'") from error
    ruleset = ruleset_of(folders)
    written = write_rules(output, tune(read_corpora(corpus), ruleset, text_of))
    click.echo("\n".join(f"written: {path}" for path in written))
