"""Findings that a team knows of and has put off: a baseline holds them, so that only new ones are reported. Pure.

A finding is told again by the words of its line (see ``tonelint.placing``), without line numbers and without the words
themselves: a baseline can be committed and published though replies may not. Of equal faults in a file it is the number
that counts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tonelint.data.checker import shortened
from tonelint.data.json import parse_json
from tonelint.data.nodes import DataError, Kind
from tonelint.errors import ConfigurationError, Fault
from tonelint.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tonelint.data.nodes import Node
    from tonelint.model import Finding

VERSION = 1
REMEDY = "to write it anew, delete it and run `tonelint baseline`"

_KEYS = ("version", "findings")
_DIGEST = re.compile("[0-9a-f]+")
_COUNT = re.compile("[1-9][0-9]{0,8}")
_CONFLICT = re.compile(r"^(?:<<<<<<<|=======|>>>>>>>)(?= |$)", re.MULTILINE)

Judges: TypeAlias = Callable[[str, str], bool]
"""Whether a run would have told of a fault, were it still there: given its file, as the baseline names it, and rule."""


class Entry(NamedTuple):
    """Equal faults of a file.

    Attributes:
        path: the file, as the baseline names it.
        rule: the rule's id.
        digest: of the rule and the words of the line; the fingerprint of a finding without its turn.
    """

    path: str
    rule: str
    digest: str


class Applied(NamedTuple):
    """What is left of findings after a baseline.

    Attributes:
        new: the findings that it does not hold, in their order.
        known: how many it does.
        gone: what it holds and is no longer there.
    """

    new: tuple[Finding, ...]
    known: int
    gone: Baseline


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings.

    Attributes:
        counts: how many there are of each kind; at least one.
    """

    counts: Mapping[Entry, int] = field(default_factory=dict)

    @classmethod
    def of(cls, findings: Iterable[tuple[str, Finding]]) -> Baseline:
        """The baseline that knows all of some findings, each with its file as the baseline is to name it."""
        return cls(Counter(_entry(path, finding) for path, finding in findings))

    @property
    def number(self) -> int:
        """How many findings it knows."""
        return sum(self.counts.values())

    @property
    def paths(self) -> frozenset[str]:
        """The files that it knows findings in."""
        return frozenset(entry.path for entry in self.counts)

    def apply(self, findings: Iterable[tuple[str, Finding]], judges: Judges) -> Applied:
        """Sort out the findings that are known: of equal ones, the first.

        Args:
            findings: all of a run, without those that are permitted, each with its file as the baseline names it.
            judges: what the run was about; nothing else can be gone.
        """
        left = Counter(self.counts)
        new = []
        known = 0
        for path, finding in findings:
            entry = _entry(path, finding)
            if left[entry]:
                left[entry] -= 1
                known += 1
            else:
                new.append(finding)
        gone = {entry: number for entry, number in left.items() if number and judges(entry.path, entry.rule)}
        return Applied(tuple(new), known, Baseline(gone))

    def without(self, gone: Baseline) -> Baseline:
        """What remains when some of it, at most all, is taken out."""
        return Baseline(Counter(self.counts) - Counter(gone.counts))

    def rewritten(self, today: Baseline, judges: Judges) -> Baseline:
        """What is known from today on: what a run has found, and what it was not about."""
        kept = {entry: number for entry, number in self.counts.items() if not judges(entry.path, entry.rule)}
        return Baseline({**kept, **today.counts})


def _entry(path: str, finding: Finding) -> Entry:
    return Entry(path, finding.rule, finding.fingerprint.partition("-")[0])


def render_baseline(baseline: Baseline) -> str:
    """The text of a baseline file: sorted, one entry a line, so that reviews see what changes and merges are easy."""
    files: dict[str, dict[str, dict[str, int]]] = {}
    for entry, number in sorted(baseline.counts.items()):
        files.setdefault(entry.path, {}).setdefault(entry.rule, {})[entry.digest] = number
    return json.dumps({"version": VERSION, "findings": files}, ensure_ascii=False, indent=2) + "\n"


def parse_baseline(path: str, text: str) -> Baseline:
    """Read the text of a baseline file.

    Args:
        path: the file, as messages show it.
        text: its content.

    Raises:
        ConfigurationError: it is not what ``render_baseline`` writes, but for order and layout; with the first place.
    """
    try:
        return Baseline(dict(_entries(parse_json(text).root)))
    except DataError as error:
        conflict = _CONFLICT.search(text)
        if conflict and conflict.start() <= error.index:
            settle = f"a merge conflict is not settled: keep the lines of both sides, or {REMEDY[3:]}"
            raise _wrong(path, text, DataError(settle, conflict.start())) from error
        raise _wrong(path, text, DataError(f"not a baseline: {error}; {REMEDY}", error.index)) from error


def _wrong(path: str, text: str, error: DataError) -> ConfigurationError:
    source = Source(path, text)
    excerpt = text[slice(*source.line_span(error.index))]
    return ConfigurationError(Fault(path, str(error), *source.position(error.index), excerpt))


def _entries(root: Node) -> Iterator[tuple[Entry, int]]:
    for path, rules in _members(_findings(root)):
        for rule, digests in _members(rules):
            for digest, number in _members(digests):
                if not _DIGEST.fullmatch(digest.text):
                    raise DataError("a fingerprint is wanted here", digest.start)
                if number.style or not _COUNT.fullmatch(number.text):
                    raise DataError("the number of findings is wanted here, 1 or more", number.start)
                yield Entry(path.text, rule.text, digest.text), int(number.text)


def _findings(root: Node) -> Node:
    top = {key.text: (key, value) for key, value in _members(root)}
    if missing := [key for key in _KEYS if key not in top]:
        raise DataError(f'the key "{missing[0]}" is missing', root.start)
    version = top["version"][1]
    if version.style or version.text != str(VERSION):
        raise DataError(f"its version is not {VERSION}, which this tonelint reads; a newer one may", version.start)
    for name, (key, _) in top.items():
        if name not in _KEYS:
            raise DataError(f'the key "{shortened(name)}" does not belong here', key.start)
    return top["findings"][1]


def _members(node: Node) -> Iterator[tuple[Node, Node]]:
    """The keys and values of a mapping.

    Raises:
        DataError: it is none, or a key stands there twice.
    """
    if node.kind is not Kind.MAPPING:
        raise DataError(f"{Kind.MAPPING} is wanted here, not {node.kind}", node.start)
    seen = set()
    for key, value in zip(node.children[::2], node.children[1::2], strict=True):
        if key.text in seen:
            raise DataError(f'the key "{shortened(key.text)}" stands here twice', key.start)
        seen.add(key.text)
        yield key, value
