"""``tonelint init``: looks at a repository and writes its configuration."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tonelint.survey import Survey

_NAME = "tonelint.yaml"
_LARGEST_LOOKED_INTO = 2**20  # bytes; what is larger is an export, and takes long to read


@click.command()
@click.option("--force", is_flag=True, help="Write over a configuration that is there.")
@click.option("--print", "is_printed", is_flag=True, help="Print the configuration; nothing is written.")
def init(*, force: bool, is_printed: bool) -> None:
    """Write a tonelint.yaml for the current folder, in which every key is explained.

    It says what the names of folders and files tell of languages, and where replies may stand that tonelint does not
    know by their shape; it passes as it stands. Nothing is linted.
    """
    from tonelint.initialise import configuration_text, told
    from tonelint.reporters.terminal import visible

    name = _NAME if is_printed else _place(force=force)
    seen = _look()
    text = configuration_text(seen)
    if is_printed:
        click.echo(text, nl=False)
        return
    _write(Path(name), text)
    click.echo("\n".join(map(visible, told(seen, name).split("\n"))))


def _place(*, force: bool) -> str:
    """The file to write, which is the one that is there, if it may be written over.

    Raises:
        ConfigurationError: a configuration is there.
    """
    from tonelint.configuration import FILE_NAMES
    from tonelint.errors import ConfigurationError, Fault

    *own, project = FILE_NAMES
    if _has_table(Path(project)):
        raise ConfigurationError(Fault(project, "it holds a table [tool.tonelint] already; take that out first"))
    there = next(filter(os.path.lexists, own), None)
    if there and not force:
        remedy = "--force writes over it, --print prints what would be written"
        raise ConfigurationError(Fault(there, f"a configuration is here already; {remedy}"))
    return there or _NAME


def _has_table(path: Path) -> bool:
    """Whether a TOML file holds a configuration; one that is broken holds none."""
    from tonelint.configuration.reader import TABLE
    from tonelint.data.nodes import DataError
    from tonelint.data.toml import compose_table

    try:
        return compose_table(path.read_text(encoding="utf-8-sig"), *TABLE) is not None
    except (OSError, UnicodeDecodeError, DataError):
        return False


def _look() -> Survey:
    from tonelint.discover import find_files
    from tonelint.files import File
    from tonelint.survey import sample, survey

    files, _ = find_files(["."])
    paths = [file.path.as_posix() for file in files]
    chosen = (path for path in sample(paths) if _is_small(path))
    return survey(paths, (File(path, Path(path)) for path in chosen))


def _is_small(path: str) -> bool:
    try:
        return os.stat(path).st_size <= _LARGEST_LOOKED_INTO
    except OSError:
        return False


def _write(path: Path, text: str) -> None:
    """Put a file in its place, whole or not at all; a link there is replaced, and not followed.

    Raises:
        ConfigurationError: it cannot be written.
    """
    from tonelint.errors import ConfigurationError, Fault
    from tonelint.writing import put

    try:
        put(path, text.encode())
    except OSError as error:
        message = f"cannot be written: {error.strerror}; --print prints what would be written"
        raise ConfigurationError(Fault(path.as_posix(), message)) from error
