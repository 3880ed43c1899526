"""Commands about rules: ``rules``, ``explain`` and ``test``."""

from __future__ import annotations

from pathlib import Path

import click

from tonelint.cli.common import FOUND, config_option, configured_rules, rules_option


@click.command()
@config_option
@rules_option
def rules(config: Path | None, folders: tuple[Path, ...]) -> None:
    """List the rules in force."""
    configuration, ruleset = configured_rules(config, folders)
    for rule in ruleset.narrowed(configuration.base.choice).rules:
        languages = " ".join(rule.wordings)
        click.echo(f"{rule.id:45} {rule.severity.label:8} {languages:9} {rule.summary}")


@click.command()
@click.argument("rule")
@config_option
@rules_option
def explain(rule: str, config: Path | None, folders: tuple[Path, ...]) -> None:
    """Say what RULE finds, why it matters, what to write instead, with examples in each language."""
    from tonelint.reporters.explain import render_explanation

    click.echo(render_explanation(configured_rules(config, folders).ruleset.rule(rule)), nl=False)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@config_option
@click.pass_context
def test(context: click.Context, /, paths: tuple[Path, ...], config: Path | None) -> None:
    """Try rules on their own examples.

    PATHS: folders of rules, or rule files. Without them the rules of your own that the configuration names are tried,
    or the shipped ones where it names none.
    """
    from tonelint.configuration_file import configuration
    from tonelint.examples import failures
    from tonelint.reporters.summary import count
    from tonelint.rulebook.ruleset import rules_at

    own = [Path(folder) for folder in configuration(config).rule_folders]
    ruleset, tried = rules_at(paths, own)
    failed = list(failures(ruleset, tried))
    for failure in failed:
        click.echo(str(failure))
    examples = sum(rule.number_of_examples() for rule in tried)
    click.echo(f"{count(len(tried), 'rule')}, {count(examples - len(failed), 'example')} passed, {len(failed)} failed")
    context.exit(FOUND if failed else 0)
