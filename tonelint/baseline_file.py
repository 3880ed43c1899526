"""The baseline on the disk: which file it is, how it names others, and how it is written."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.baseline import Applied, Baseline, parse_baseline, render_baseline
from tonelint.errors import ConfigurationError, Fault
from tonelint.files import shown_path
from tonelint.textmap import encodable
from tonelint.writing import is_special, put

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tonelint.baseline import Judges
    from tonelint.model import Finding

DEFAULT_NAME = "tonelint-baseline.json"
"""What a baseline is called where nobody says otherwise."""

_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """A baseline file.

    Attributes:
        path: as messages show it.
        real_path: where it stands, without symbolic links; the paths in it start from that folder.
        baseline: what it holds.
        text: its content; empty where there is no such file yet.
    """

    path: str
    real_path: Path
    baseline: Baseline
    text: str

    def apply(
        self, findings: Iterable[Finding], linted: Iterable[str], in_force: Callable[[str, str], bool]
    ) -> Applied:
        """Sort out the findings that are known, and tell what is gone; see ``judges``."""
        findings = list(findings)
        names = self._names(finding.path for finding in findings)
        return self.baseline.apply(
            ((names[finding.path], finding) for finding in findings), self.judges(linted, in_force)
        )

    def today(self, findings: Iterable[Finding]) -> Baseline:
        """The baseline that knows all of some findings, and nothing else."""
        findings = list(findings)
        names = self._names(finding.path for finding in findings)
        return Baseline.of((names[finding.path], finding) for finding in findings)

    def judges(self, linted: Iterable[str], in_force: Callable[[str, str], bool]) -> Judges:
        """What a run was about: files that it linted whole, by rules in force, and files that are no longer there.

        Args:
            linted: the paths of the files that were linted from the first line to the last, as reports show them.
            in_force: whether a rule, by its id, was looked for in one of these files; a rule that no longer exists
                counts as looked for, since nothing can find it any more.
        """
        shown = {name: path for path, name in self._names(linted).items()}
        missing = frozenset(path for path in self.baseline.paths - shown.keys() if self._is_missing(path))

        def judges(path: str, rule: str) -> bool:
            return path in missing or (path in shown and in_force(shown[path], rule))

        return judges

    def write(self, baseline: Baseline) -> bool:
        """Put a baseline in the place of this one, whole or not at all.

        Returns:
            Whether the file has changed. One that holds the same is not touched.

        Raises:
            ConfigurationError: it cannot be written.
        """
        text = render_baseline(baseline)
        if text == self.text:
            return False
        try:
            put(self.real_path, text.encode())
        except OSError as error:
            reason = error.strerror if self.real_path.parent.is_dir() else "its folder does not exist; create it first"
            raise ConfigurationError(Fault(self.path, f"cannot be written: {reason}")) from error
        return True

    def _names(self, paths: Iterable[str]) -> dict[str, str]:
        """How the baseline names files, by their paths as reports show them: from its folder, with forward slashes.

        So a run in a subfolder, or on another machine, finds them again. Of names that are not UTF-8 the bytes in
        question are replaced, as JSON has no place for them.
        """
        return {path: _name(path, self.real_path.parent) for path in dict.fromkeys(paths)}

    def _is_missing(self, name: str) -> bool:
        """Whether a file is certainly no longer there; what cannot be looked at may be."""
        if _REPLACEMENT in name:
            return False
        try:
            os.stat(self.real_path.parent / name)
        except (FileNotFoundError, NotADirectoryError):
            return True
        except (OSError, ValueError):
            return False
        return False


def _name(path: str, folder: Path) -> str:
    parent, name = os.path.split(os.path.abspath(path))
    real = os.path.join(os.path.realpath(parent), name)
    with suppress(ValueError):  # on another drive of Windows
        real = os.path.relpath(real, folder)
    return encodable(Path(real).as_posix())


def stands_in(folder: str) -> bool:
    """Whether a baseline of the usual name stands in a folder."""
    return Path(folder, DEFAULT_NAME).is_file()


def read_baseline(path: Path, *, may_be_missing: bool = False) -> BaselineFile:
    """Read a baseline file.

    Args:
        path: the file.
        may_be_missing: whether a file that is not there is an empty baseline; otherwise it is an error.

    Raises:
        ConfigurationError: the file is missing, cannot be read, or is no baseline.
    """
    shown, real = shown_path(path), Path(os.path.realpath(path))
    if is_special(str(path)):
        raise ConfigurationError(
            Fault(shown, "cannot be read as a baseline: it is no file that later runs find again; name one")
        )
    try:
        text = real.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        if may_be_missing:
            return BaselineFile(shown, real, Baseline(), "")
        raise ConfigurationError(Fault(shown, "no such file; `tonelint baseline` writes it")) from error
    except OSError as error:
        raise ConfigurationError(Fault(shown, f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(Fault(shown, "not UTF-8, and so not a baseline; name another file")) from error
    return BaselineFile(shown, real, parse_baseline(shown, text), text)
