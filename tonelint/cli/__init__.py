"""The command line: options in, report and exit code out. Everything else happens elsewhere, and is imported late."""

from __future__ import annotations

import gc
import os
import sys
from io import BytesIO, TextIOWrapper
from typing import NoReturn

import click

from tonelint.cli.accuracy import score, tune
from tonelint.cli.baseline import baseline
from tonelint.cli.check import check
from tonelint.cli.common import FAILED, INTERRUPTED, complain
from tonelint.cli.init import init
from tonelint.cli.lsp import lsp
from tonelint.cli.project import config
from tonelint.cli.rules import explain, rules, test
from tonelint.cli.schema import schema
from tonelint.errors import TonelintError, UsageError
from tonelint.version import __version__

_OBJECTS_BETWEEN_COLLECTIONS = 200_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tonelint")
def cli() -> None:
    """Lint the tone of outgoing customer-support replies in Swedish, Danish and English.

    Exit codes: 0 nothing at or above the threshold, 1 findings, 2 the job could not be done.
    """
    try:
        os.getcwd()
    except OSError as error:
        raise UsageError("the working directory is no longer there; change to another one") from error


for _command in (check, rules, explain, test, score, tune, init, config, schema, baseline, lsp):
    cli.add_command(_command)


def main() -> NoReturn:
    """Run the command line; every way out has its exit code."""
    # Rules are very many objects that stay: looking through them for garbage, again and again, cost a quarter of a run.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    _mend_streams()
    try:
        code = cli(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = FAILED
    except TonelintError as error:
        complain(f"error: {error}")
        code = FAILED
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
    except Exception:  # a fault of tonelint itself; Python would end with 1, which stands for findings
        sys.excepthook(*sys.exc_info())
        code = FAILED
    sys.exit(code or 0)


def _mend_streams() -> None:
    """Make streams that can always be used: whoever starts tonelint may have closed them, or lack some characters.

    What is closed reads as empty and takes what is written without keeping it.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, TextIOWrapper(BytesIO(), encoding="utf-8"))
    if isinstance(sys.stdout, TextIOWrapper):  # a pipe on Windows has no place for an arrow, or for an emoji
        sys.stdout.reconfigure(errors="replace")
