"""The configuration on the disk: which file it is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.configuration import FILE_NAMES, Configuration, read_configuration
from tonelint.errors import ConfigurationError, Fault
from tonelint.files import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator


def configuration(named: Path | None = None) -> Configuration:
    """The configuration in force.

    Args:
        named: the file that the user named; None to look for one in the working directory and the folders above it, up
            to the root of the repository.

    Returns:
        What the file says; an empty configuration where none was named or found.

    Raises:
        ConfigurationError: the file cannot be read, or is wrong.
    """
    path = named or next(_candidates(Path.cwd()), None)
    if path is None:
        return Configuration()
    shown = shown_path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(Fault(shown, f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(Fault(shown, "not UTF-8; save the file as UTF-8")) from error
    return read_configuration(shown, text, _posix(path.parent), _posix(Path.cwd()))


def _posix(folder: Path) -> str:
    return Path(os.path.abspath(folder)).as_posix()


def _candidates(folder: Path) -> Iterator[Path]:
    """The configuration files that stand here or above, the nearest first; not those above a repository's root."""
    for above in (folder, *folder.parents):
        yield from (above / name for name in FILE_NAMES if (above / name).is_file())
        if (above / ".git").exists():
            return
