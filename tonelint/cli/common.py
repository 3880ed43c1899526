"""What the commands share: exit codes, options, and how something is said on standard error."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tonelint.rulebook.ruleset import Ruleset

FOUND, FAILED, INTERRUPTED = 1, 2, 130
"""Exit codes: findings, a job that could not be done, a run that was broken off."""

rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A folder of your own rules, added to the shipped ones or replacing them by id. Repeatable.",
)

config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The configuration; otherwise tonelint.yaml in the working directory or above it.",
)


def ruleset_of(folders: Iterable[Path]) -> Ruleset:
    """The shipped rules, with folders of the user's own on top."""
    from tonelint.rulebook.ruleset import bundled, bundled_folder, load

    folders = tuple(folders)
    return load((bundled_folder(), *folders)) if folders else bundled()


def complain(remark: str) -> None:
    """Say something on standard error, without what would steer the terminal: file names are not ours."""
    from tonelint.reporters.terminal import visible

    click.echo("\n".join(map(visible, remark.split("\n"))), err=True)
