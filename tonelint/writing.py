"""Writing files whole or not at all: what is new is written beside a file and then takes its place."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_beside(target: Path, data: bytes) -> Path:
    """Write what is to take the place of a file, with its permissions where it is there already.

    Returns:
        The new file, in the same folder, so that it can take the place in one step.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    beside = target.with_name(f".tonelint-{os.urandom(6).hex()}")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
        with suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:  # Ctrl-C leaves nothing behind either
        beside.unlink(missing_ok=True)
        raise
    return beside


def put(target: Path, data: bytes) -> None:
    """Give a file a new content, whole or not at all.

    Args:
        target: the file; a symbolic link is replaced, so resolve it where it is to be followed.
        data: the content.

    Raises:
        OSError: it cannot be written; then it is as it was.
    """
    beside = write_beside(target, data)
    try:
        beside.replace(target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
