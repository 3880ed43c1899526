"""``tonelint lsp``: the server for editors, over standard input and output."""

from __future__ import annotations

import os
import signal
import sys

import click

from tonelint.cli.common import complain


@click.command()
@click.pass_context
def lsp(context: click.Context, /) -> None:
    """Serve an editor: findings as you type (needs the extra: pip install "tonelint[lsp]").

    Speaks the Language Server Protocol over standard input and output; docs/editors.md tells how to set up an editor.
    """
    try:
        from tonelint.lsp.server import Server
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("tonelint"):
            raise
        raise click.ClickException(f'{error.name} is missing: pip install "tonelint[lsp]"') from error
    if sys.stdin.isatty():
        complain("note: editors start this command and speak to it; docs/editors.md tells how (end it with Ctrl-C)")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the thread that reads would wait for a line more
    # Standard output is the protocol's alone: whatever else is printed, by whatever library, goes to standard error.
    with os.fdopen(os.dup(0), "rb") as stdin, os.fdopen(os.dup(1), "wb") as stdout:
        os.dup2(2, 1)
        context.exit(Server().run(stdin, stdout))
