"""What the commands share: exit codes, options, and how something is said on standard error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from tonelint.model import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tonelint.configuration import Configuration
    from tonelint.rulebook.ruleset import Ruleset
    from tonelint.task import Task

F = TypeVar("F", bound="Callable[..., Any]")
T = TypeVar("T")

_PROGRESS_FROM = 50  # files; fewer are done before a bar could be read

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
    help="The configuration; otherwise tonelint.yaml, .tonelint.yaml or pyproject.toml here or above.",
)

_LINTING_OPTIONS = (
    click.option("--select", multiple=True, metavar="NAME", help="Only this rule or category. Repeatable."),
    click.option("--ignore", multiple=True, metavar="NAME", help="Not this rule or category. Repeatable."),
    click.option("--language", type=click.Choice([language.value for language in Language]), help="Of all replies."),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="Leave out what is excluded, or of no known format, even where it is named.",
    ),
    config_option,
    rules_option,
)


def linting_options(command: F) -> F:
    """The options that say what is linted and by which rules; ``task_of`` takes them."""
    for option in reversed(_LINTING_OPTIONS):
        command = option(command)
    return command


class Configured(NamedTuple):
    """The configuration in force, and all rules that there are with it."""

    configuration: Configuration
    ruleset: Ruleset


def configured_rules(config: Path | None, folders: Iterable[Path]) -> Configured:
    """The configuration, and the shipped rules with its own and further folders of rules on top.

    Args:
        config: the configuration file that was named; None to look for one.
        folders: of rules, from the command line.

    Raises:
        ConfigurationError: the configuration is wrong, or names rules that are not there.
        RuleError: a rule is wrong.
    """
    from tonelint.configuration import check_names
    from tonelint.configuration_file import configuration

    configured = configuration(config)
    ruleset = ruleset_of((*map(Path, configured.rule_folders), *folders))
    check_names(configured, ruleset)
    return Configured(configured, ruleset)


def task_of(options: dict[str, Any]) -> Task:
    """What the configuration, and on top of it the options of ``linting_options``, ask for.

    Raises:
        ConfigurationError: the configuration is wrong, or names what is not there.
        RuleError: a rule is wrong.
        UsageError: an option names a rule or category that does not exist.
    """
    from tonelint.configuration import Settings
    from tonelint.configuration_file import check_patterns
    from tonelint.rulebook.choice import Choice
    from tonelint.task import Task

    configured, ruleset = configured_rules(options["config"], options["folders"])
    check_patterns(configured)
    if both := sorted({*options["select"]} & {*options["ignore"]}):
        raise click.UsageError(f"{both[0]} is selected and ignored; one of the two is not needed")
    asked = Choice.of(options["select"], options["ignore"])
    ruleset.check(asked)
    language = Language(options["language"]) if options["language"] else None
    return Task(configured.asking(Settings(language, asked)), ruleset, options["force_exclude"])


def ruleset_of(folders: Iterable[Path]) -> Ruleset:
    """The shipped rules, with folders of the user's own on top."""
    from tonelint.rulebook.ruleset import bundled, bundled_folder, load

    folders = tuple(folders)
    return load((bundled_folder(), *folders)) if folders else bundled()


def complain(remark: str) -> None:
    """Say something on standard error, without what would steer the terminal: file names are not ours."""
    from tonelint.reporters.terminal import visible

    click.echo("\n".join(map(visible, remark.split("\n"))), err=True)


def shown_progress(steps: Sequence[T]) -> Iterator[T]:
    """Pass the steps on, with a bar on standard error where there are many; click hides it where nobody looks."""
    with click.progressbar(
        steps, label="Linting", file=sys.stderr, hidden=len(steps) < _PROGRESS_FROM or not sys.stderr.isatty()
    ) as bar:
        yield from bar
