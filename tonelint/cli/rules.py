"""Commands about rules: ``rules``, ``explain`` and ``test``."""

from __future__ import annotations

from pathlib import Path

import click

from tonelint.cli.common import FOUND, rules_option, ruleset_of


@click.command()
@rules_option
def rules(folders: tuple[Path, ...]) -> None:
    """List the rules in force."""
    for rule in ruleset_of(folders).rules:
        languages = " ".join(rule.wordings)
        click.echo(f"{rule.id:45} {rule.severity.label:8} {languages:9} {rule.summary}")


@click.command()
@click.argument("rule")
@rules_option
def explain(rule: str, folders: tuple[Path, ...]) -> None:
    """Say what RULE finds, why it matters, what to write instead, with examples in each language."""
    from tonelint.reporters.explain import render_explanation

    click.echo(render_explanation(ruleset_of(folders).rule(rule)), nl=False)


@click.command()
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
