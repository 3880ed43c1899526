"""The files in folders of rules, and what in them would silently be passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.data.checker import unknown
from tonelint.errors import Fault, RuleError
from tonelint.model import Category

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SUFFIXES = {".yaml", ".yml"}
_LIKE_YAML = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
WORDS = "words"
"""The subfolder of word classes and inflected forms."""

LAYOUT = f"rules stand in <category>/<name>.yaml, word classes in {WORDS}/<language>.yaml"
"""What a folder of rules holds, as messages say it."""


def yaml_files(folder: Path, names: Iterable[str]) -> list[Path]:
    """The YAML files in the named subfolders, in order."""
    return [path for name in names for path in _visible(folder / name) if path.suffix in _SUFFIXES]


def _visible(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*")) if not path.name.startswith(".")]


def strays(folder: Path) -> list[Fault]:
    """A fault for each folder, and each file that looks like YAML, that would silently be passed over."""
    names = [*Category, WORDS]
    faults = []
    for path in _visible(folder):
        if path.name in names:
            faults += [
                Fault(str(inner), f"not read; {LAYOUT}")
                for inner in _visible(path)
                if inner.suffix not in _SUFFIXES and (inner.is_dir() or _LIKE_YAML.search(inner.name))
            ]
        elif path.is_dir():
            faults.append(Fault(str(path), f"not read: {unknown('folder', path.name, names)}"))
        elif _LIKE_YAML.search(path.name):
            faults.append(Fault(str(path), f"not read; {LAYOUT}"))
    if not faults and not yaml_files(folder, names):
        faults.append(Fault(str(folder), f"neither rules nor word classes here; {LAYOUT}"))
    return faults


def text_of(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte-order mark.

    Raises:
        RuleError: it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RuleError(Fault(str(path), f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        before = (error.object[: error.start].decode("utf-8") + "x").splitlines()
        message = f"not UTF-8: byte 0x{error.object[error.start]:02X}; save the file as UTF-8"
        raise RuleError(Fault(str(path), message, len(before), len(before[-1]), before[-1][:-1])) from error
