"""Writing files whole or not at all: what is new is written beside a file and then takes its place.

What is no file to be replaced (a device, a pipe, a file that the shell has opened) is written into.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

_STREAMS = {"stdin": 0, "stdout": 1, "stderr": 2}
_DESCRIPTOR = re.compile(r"//?dev/(std(?:in|out|err))|//?(?:dev|proc/self)/fd/(0|[1-9][0-9]{0,8})")
_MOST_LINKS = 40


def named_descriptor(path: str) -> int | None:
    """The number of the descriptor that a path is a name of: 1 for ``/dev/stdout``, 63 for ``/dev/fd/63``.

    Such a path must not be resolved: it leads to the file behind the descriptor, which the shell may have opened to be
    added to, or to the name of a pipe, under which nothing can be opened.

    Args:
        path: an absolute path; nothing is looked up.

    Returns:
        The number, whether it is open or not; None for every other path, and on Windows.
    """
    found = _DESCRIPTOR.fullmatch(os.path.normpath(path)) if os.name == "posix" else None
    if not found:
        return None
    return _STREAMS[found[1]] if found[1] else int(found[2])


def descriptor_of(path: str) -> int | None:
    """The descriptor that a path is a name of, or leads to by symbolic links."""
    for _ in range(_MOST_LINKS):
        path = os.path.abspath(path)
        descriptor = named_descriptor(path)
        if descriptor is not None or not os.path.islink(path):
            return descriptor
        path = os.path.join(os.path.dirname(path), os.readlink(path))
    return None


def resolved(path: str) -> str:
    """The one name of a place: of a file, its absolute path without links; of a descriptor, its number."""
    descriptor = descriptor_of(path)
    return os.path.realpath(path) if descriptor is None else f"/dev/fd/{descriptor}"


def is_open(descriptor: int) -> bool:
    """Whether a descriptor is open for writing."""
    import fcntl  # not there on Windows, where no path is the name of a descriptor

    try:
        return fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY
    except OSError:
        return False


def is_special(path: str) -> bool:
    """Whether a path is no file to be replaced: a descriptor, ``/dev/null``, a pipe, a folder."""
    return descriptor_of(path) is not None or (os.path.exists(path) and not os.path.isfile(path))


def write_into(path: str, data: bytes) -> None:
    """Write into what is no file to be replaced; into a descriptor at its place, which cuts nothing off.

    A reader that has seen enough, as ``head`` has, is no fault.

    Raises:
        OSError: it cannot be written.
    """
    descriptor = descriptor_of(path)
    with (
        suppress(BrokenPipeError),
        Path(path).open("wb") if descriptor is None else os.fdopen(os.dup(descriptor), "wb") as stream,
    ):
        stream.write(data)


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
