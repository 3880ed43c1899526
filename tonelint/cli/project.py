"""A command about the project as a whole: ``config``."""

from __future__ import annotations

from pathlib import Path

import click

from tonelint.cli.common import config_option, configured_rules, rules_option


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@config_option
@rules_option
def config(file: Path | None, form: str, config: Path | None, folders: tuple[Path, ...]) -> None:
    """Show what is in force and where each value comes from: as a whole, or for FILE, which need not exist."""
    from tonelint.configuration.overview import overview
    from tonelint.discover import excluded_by
    from tonelint.files import shown_path
    from tonelint.ignoring import Exclusion
    from tonelint.outputs import encoded
    from tonelint.reporters.config import render_config_json, render_config_text

    decided, ruleset = configured_rules(config, folders)
    reason = excluded_by(file, Exclusion(decided.folder, decided.exclude)) if file else None
    shown = overview(
        decided,
        ruleset,
        shown_path(file) if file else "",
        excluded_by=reason,
        added_rules=[shown_path(folder) for folder in folders],
    )
    if form == "json":
        click.echo(encoded(render_config_json(shown)), nl=False)  # programs read UTF-8, whatever people see
    else:
        click.echo(render_config_text(shown), nl=False)
