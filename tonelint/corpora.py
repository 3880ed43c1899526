"""Files of labelled replies, read from the disk, and the rule files fitted to them, written to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.errors import Fault, ReadError
from tonelint.labelled import read_labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tonelint.labelled import Labelled
    from tonelint.rulebook.rules import Rule

_SUFFIXES = {".jsonl", ".tsv"}


def read_corpora(paths: Iterable[Path]) -> list[Labelled]:
    """The labelled replies and sentences of files, and of all such files in folders.

    Raises:
        ReadError: with every fault of every file.
    """
    records: list[Labelled] = []
    known: set[tuple[str, str]] = set()
    faults: list[Fault] = []
    for path in paths:
        files = sorted(file for file in path.glob("*") if file.suffix in _SUFFIXES) if path.is_dir() else [path]
        if not files:
            faults.append(Fault(str(path), "no file of labelled replies (.jsonl) or sentences (.tsv) in this folder"))
        for file in files:
            try:
                found = read_labelled(str(file), file.stem, file.read_text(encoding="utf-8-sig"))
                if twice := next((record.id for record in found if (record.author, record.id) in known), None):
                    faults.append(Fault(str(file), f'the id "{twice}" stands in another file of this name too'))
                records += found
                known.update((record.author, record.id) for record in found)
            except ReadError as error:
                faults += error.faults
            except OSError as error:
                faults.append(Fault(str(file), f"cannot be read: {error.strerror}"))
            except UnicodeDecodeError:
                faults.append(Fault(str(file), "not UTF-8; save the file as UTF-8"))
    if faults:
        raise ReadError(*faults)
    return records


def text_of(rule: Rule) -> str:
    """The text of the file that a rule was read from."""
    return Path(rule.path).read_text(encoding="utf-8-sig")


def write_rules(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Write rule files, by their ids, below a folder; those of the same id that stand there are replaced.

    Raises:
        ReadError: where the disk does not let it.
    """
    written = []
    for rule_id, text in texts.items():
        path = folder / f"{rule_id}.yaml"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise ReadError(Fault(str(path), f"cannot be written: {error.strerror}")) from error
        written.append(path)
    return written
