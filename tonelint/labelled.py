"""Labelled replies and sentences: what tonelint is scored on, and its weights fitted to.

Replies stand one JSON object a line (``.jsonl``), sentences one a line below a header (``.tsv``: label, register and
sentence, parted by tabs); ``docs/accuracy.md`` describes both. A file is the work of one author.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tonelint.errors import Fault, ReadError
from tonelint.model import Category, Language

if TYPE_CHECKING:
    from collections.abc import Iterator

PROBLEM_NAMED, APOLOGY, CLEAN = "problem-named", "apology", "clean"
"""Labels that only sentences carry: the company names what went wrong, it apologises, there is no fault."""


@dataclass(frozen=True, slots=True)
class Label:
    """A fault that a careful reader found.

    Attributes:
        line: the 1-based line of the text on which the wording begins.
        category: a category, or one of the labels that only sentences carry.
        span: the wording, as it stands in that line.
    """

    line: int
    category: str
    span: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reply, or a sentence, and its labels.

    Attributes:
        id: unique in its file.
        author: who wrote it: the name of the file.
        language: its language.
        text: the reply.
        labels: in no order; none where it is clean.
        whole: whether it is a whole reply; a sentence is judged as it stands.
        markdown: whether it is Markdown, as macros are.
    """

    id: str
    author: str
    language: Language
    text: str
    labels: tuple[Label, ...]
    whole: bool = True
    markdown: bool = False

    @property
    def file_name(self) -> str:
        """A name whose suffix tells how the text is read."""
        return self.id + (".md" if self.markdown else ".txt")


def read_labelled(path: str, author: str, text: str) -> list[Labelled]:
    """Read a file of labelled replies, or of sentences where the path ends in ``.tsv``.

    Args:
        path: the file's name; of sentences, it begins with the language.
        author: under which name the records go.
        text: its content.

    Raises:
        ReadError: with every line that cannot be read.
    """
    read = _sentences if path.endswith(".tsv") else _replies
    records: list[Labelled] = []
    faults: list[Fault] = []
    for item in read(path, author, text):
        if isinstance(item, Fault):
            faults.append(item)
        else:
            records.append(item)
    if faults:
        raise ReadError(*faults)
    if not records:
        raise ReadError(Fault(path, "no labelled reply or sentence in this file"))
    return records


def _replies(path: str, author: str, text: str) -> Iterator[Labelled | Fault]:
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = _reply(author, json.loads(line))
        except json.JSONDecodeError as error:
            yield Fault(path, f"not JSON: {error.msg}", number, error.colno)
        except (KeyError, TypeError, ValueError) as error:
            reason = f'the key "{error.args[0]}" is missing' if isinstance(error, KeyError) else str(error)
            yield Fault(path, f"not a labelled reply: {reason}", number, 1)
        else:
            if record.id in seen:
                yield Fault(path, f'the id "{record.id}" stands here twice', number, 1)
            seen.add(record.id)
            yield record


def _reply(author: str, fields: Any) -> Labelled:
    if not isinstance(fields, dict):
        raise TypeError("a JSON object is wanted")
    for key in ("id", "lang", "text"):
        if not isinstance(fields[key], str):
            raise TypeError(f'"{key}" is no text')
    lines = fields["text"].split("\n")
    labels = []
    for label in fields["labels"]:
        entry = Label(int(label["line"]), Category(label["category"]).value, str(label["span"]))
        if not 1 <= entry.line <= len(lines) or entry.span not in lines[entry.line - 1]:
            raise ValueError(f'"{entry.span}" does not stand in line {entry.line} of the text')
        labels.append(entry)
    return Labelled(
        fields["id"],
        author,
        Language(fields["lang"]),
        fields["text"],
        tuple(labels),
        markdown=fields.get("channel") == "macro",
    )


def _sentences(path: str, author: str, text: str) -> Iterator[Labelled | Fault]:
    allowed = {*Category, PROBLEM_NAMED, APOLOGY, CLEAN}
    language = author[:2]
    if language not in set(Language):
        yield Fault(path, "the name of a file of sentences begins with its language: sv, da or en")
        return
    for number, line in enumerate(text.split("\n")[1:], 2):
        names, _, sentence = (*line.split("\t", 2), "", "")[:3]
        unknown = set(names.split("+")) - allowed
        if not line.strip():
            continue
        if unknown or not sentence.strip():
            yield Fault(path, "not label<tab>register<tab>sentence with known labels", number, 1)
            continue
        labels = tuple(Label(1, name, sentence) for name in names.split("+") if name != CLEAN)
        yield Labelled(f"{author}:{number}", author, Language(language), sentence, labels, whole=False)
