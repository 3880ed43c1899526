"""Where reports go: which formats to which files (pure), and the edge that writes them, whole or not at all."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from tonelint.errors import Fault, TonelintError, UsageError
from tonelint.reporters import FORMATS, REPORTERS
from tonelint.textmap import encodable
from tonelint.writing import descriptor_of, is_open, is_special, named_descriptor, resolved, write_beside, write_into

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tonelint.reporters.run import Run, Style

STDOUT = "-"
DEFAULT_FORMAT = "text"

LARGEST_STEP_SUMMARY = 2**20
"""How many bytes of a step's summary GitHub shows; of more, nothing."""

_PREFIXED = re.compile(r"([A-Za-z]{2,}):(.*)", re.DOTALL)  # one letter is a drive of Windows
_FOR_PEOPLE = ("text", "concise")


class Output(NamedTuple):
    """A report that is wanted.

    Attributes:
        form: its format, one of ``FORMATS``.
        path: the file that it goes to; ``-``, or a name of its descriptor (``/dev/stdout``), for standard output.
    """

    form: str
    path: str

    @property
    def is_stdout(self) -> bool:
        """Whether it goes to standard output."""
        return self.path == STDOUT or named_descriptor(self.path) == 1


class Report(NamedTuple):
    """A report that is ready to be written."""

    output: Output
    text: str


def plan(form: str | None, outputs: Sequence[str]) -> tuple[Output, ...]:
    """Which reports go where.

    Args:
        form: the format that was asked for; None where none was.
        outputs: ``FORMAT:FILE``, or ``FILE`` for one in the format asked for. A word of two or more letters before a
            colon is a format; a file of such a name is written ``./word:rest``.

    Returns:
        What the outputs say; and standard output, where there are none, or where each has a format of its own and
        another was asked for besides.

    Raises:
        UsageError: a format that does not exist, an output without a file, or two to the same place.
    """
    parsed = [_parsed(output, form or DEFAULT_FORMAT) for output in outputs]
    if not outputs or (form and all(map(_PREFIXED.fullmatch, outputs))):
        parsed.append(Output(form or DEFAULT_FORMAT, STDOUT))
    taken: dict[str, Output] = {}
    for output in parsed:
        place = STDOUT if output.is_stdout else os.path.normcase(os.path.normpath(output.path))
        if _is_taken(place, taken):
            raise UsageError(_twice(taken[place], output))
        taken[place] = output
    return tuple(parsed)


def _parsed(output: str, form: str) -> Output:
    found = _PREFIXED.fullmatch(output)
    if found and found[1] not in FORMATS:
        from tonelint.data.checker import unknown

        name = unknown("format", found[1], FORMATS)
        raise UsageError(f"--output {output}: {name}; a file of this name is written ./{output}")
    name, path = (found[1], found[2]) if found else (form, output)
    if not path:
        raise UsageError(f'--output "{output}" names no file; write --output {name}:FILE, or - for standard output')
    return Output(name, path)


def files_of(outputs: Iterable[Output]) -> tuple[str, ...]:
    """The files that reports go to, in the words of the user; descriptors are none.

    A run leaves them out of what it lints: they hold the findings of the run before.
    """
    return tuple(output.path for output in outputs if output.path != STDOUT and named_descriptor(output.path) is None)


def _is_taken(place: str, taken: Iterable[str]) -> bool:
    """Whether another report goes to a place; only what keeps nothing takes any number of them."""
    return place in taken and os.path.realpath(place) != os.path.realpath(os.devnull)


def _twice(one: Output, other: Output) -> str:
    where = "standard output" if other.is_stdout else other.path
    remedy = "send one of them to a file: --output FORMAT:FILE" if other.is_stdout else "give each a file of its own"
    return f"two reports go to {where} ({one.form} and {other.form}); {remedy}"


def check_places(outputs: Iterable[Output]) -> None:
    """Look, before anything is linted, whether the reports can be written where they are to be.

    Raises:
        TonelintError: with every file whose folder does not exist, or in whose place a folder stands, every descriptor
            that is not open, and every second report to one place.
    """
    faults = []
    taken: dict[str, str] = {}
    for output in outputs:
        name, path = ("standard output", "/dev/stdout") if output.is_stdout else (output.path, output.path)
        place, hindrance = resolved(path), "" if output.is_stdout else _hindrance(path)
        if not hindrance and _is_taken(place, taken):
            hindrance = f"is the same file as {taken[place]}; give each report a file of its own"
        if hindrance:
            faults.append(Fault(name, hindrance))
        taken[place] = name
    if faults:
        raise TonelintError(*faults)


def _hindrance(path: str) -> str:
    """Why a report cannot be written to a file or descriptor; empty where nothing is known against it."""
    descriptor = descriptor_of(path)
    if descriptor is not None:
        remedy = f"name a file, or open it in the shell: {descriptor}>FILE"
        return "" if is_open(descriptor) else f"the descriptor {descriptor} is not open for writing; {remedy}"
    if os.path.isdir(path) or not os.path.basename(path):
        return "is a folder; name a file in it"
    folder = os.path.dirname(path) or "."
    return "" if os.path.isdir(folder) else f'the folder "{folder}" does not exist; create it first'


def reports(run: Run, style: Style, outputs: Iterable[Output]) -> list[Report]:
    """The run in the formats that are wanted; coloured in standard output alone, and there only as text."""
    made = []
    for output in outputs:
        coloured = style.colour and output.is_stdout and output.form == "text"
        made.append(Report(output, REPORTERS[output.form](run, replace(style, colour=coloured))))
    return made


def write(made: Sequence[Report], stdout: TextIO) -> None:
    """Write reports: first all files, each whole or not at all, then what goes to standard output.

    Raises:
        TonelintError: a report cannot be written; then no file has changed. Only a disk that fails while finished
            files are put in their places can leave some of them new and others old.
        BrokenPipeError: nobody reads standard output any more.
    """
    check_places(report.output for report in made)
    ready: list[tuple[Path, Path]] = []
    path = ""
    try:
        for output, text in made:
            path = output.path
            if not output.is_stdout:
                ready += _written(path, encoded(text))
        while ready:
            beside, target = ready[-1]
            path = str(target)
            beside.replace(target)
            ready.pop()
    except OSError as error:
        raise TonelintError(Fault(path, f"cannot be written: {error.strerror}")) from error
    finally:
        for beside, _ in ready:
            with suppress(OSError):
                beside.unlink()
    for output, text in made:
        if output.is_stdout:
            _print(text, output.form, stdout)


def _written(path: str, data: bytes) -> list[tuple[Path, Path]]:
    """Write beside a file what is to take its place; of what is no file (``/dev/null``, a pipe), into it, at once.

    Returns:
        The file that is ready and the one whose place it is to take; nothing where the work is done.
    """
    if is_special(path):
        write_into(path, data)
        return []
    target = Path(os.path.realpath(path))
    return [(write_beside(target, data), target)]


def _print(text: str, form: str, stdout: TextIO) -> None:
    """Print a report: for people in the encoding of their terminal, for programs in UTF-8 whatever that is."""
    import click

    encoding = stdout.encoding or "utf-8"
    try:
        if form in _FOR_PEOPLE:
            click.echo(encoded(text, encoding).decode(encoding), file=stdout, nl=False, color=True)
        else:
            click.echo(encoded(text), file=stdout, nl=False)
    except BrokenPipeError:
        raise  # the reader has seen enough, as ``head`` has
    except OSError as error:
        raise TonelintError(Fault("standard output", f"cannot be written: {error.strerror}")) from error


def encoded(text: str, encoding: str = "utf-8") -> bytes:
    """A report as bytes. File names that are not text, and what the encoding lacks, are replaced."""
    return encodable(text).encode(encoding, "replace")


def add_step_summary(run: Run, style: Style, environment: Mapping[str, str]) -> str:
    """Add the run to the summary of a step of GitHub Actions, where there is one; it is cut to what GitHub shows.

    Args:
        run: what the run came to.
        style: how reports are to look.
        environment: names the file in ``GITHUB_STEP_SUMMARY``.

    Returns:
        What the user should know; empty where all is well. Nobody has asked for the summary by name, so that a failure
        to write it does not fail the run.
    """
    path = environment.get("GITHUB_STEP_SUMMARY")
    if not path:
        return ""
    from tonelint.reporters.markdown import markdown_within

    try:
        with Path(path).open("ab") as stream:
            room = LARGEST_STEP_SUMMARY - stream.tell() - 1
            page = markdown_within(run, style, room)
            stream.write(b"\n" * bool(stream.tell()) + encoded(page))
    except OSError as error:
        return f"the summary of the step cannot be written to {path}: {error.strerror}"
    return "" if page else "the summary of the step is full; nothing was added to it"
