"""``tonelint schema``: what editors need to complete and check the files that users write."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument("kind", type=click.Choice(["rule", "words", "configuration"]))
def schema(kind: str) -> None:
    """Print the JSON Schema of rule files, of files of word classes, or of the configuration.

    Editors complete, explain and check such files by it: docs/ci.md shows how.
    """
    from tonelint.schemas import SCHEMAS

    click.echo(json.dumps(SCHEMAS[kind](), ensure_ascii=False, indent=2).encode())
