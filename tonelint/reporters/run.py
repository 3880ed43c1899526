"""What a run of ``tonelint check`` came to, as reporters get it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.model import Severity

if TYPE_CHECKING:
    from tonelint.errors import Fault
    from tonelint.model import Finding, Unjudged


_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"')


@dataclass(frozen=True, slots=True)
class Run:
    """All that a run came to.

    Attributes:
        findings: in order of files and places.
        errors: what could not be done; the rest was.
        files: how many files were linted.
        notices: what the user should know about how files were read.
        unjudged: the paragraphs that were left alone.
    """

    findings: tuple[Finding, ...] = ()
    errors: tuple[Fault, ...] = ()
    files: int = 0
    notices: tuple[str, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()

    def failing(self, fail_on: Severity | None) -> int:
        """How many findings are at or above a severity; none where it is None."""
        return sum(fail_on is not None and finding.severity >= fail_on for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is to look.

    Attributes:
        fail_on: the severity from which findings fail the run; None where none does.
        excerpts: whether the words of replies may be shown.
        colour: whether to colour the text for a terminal.
        summary: whether to end with a summary.
    """

    fail_on: Severity | None = Severity.WARNING
    excerpts: bool = True
    colour: bool = False
    summary: bool = True


def shown_location(finding: Finding, style: Style) -> str:
    """Where a finding stands inside structured data; without what is quoted there where no words may be shown.

    Keys and message ids that are quoted hold words, in many catalogues the words of the text itself.
    """
    return finding.location if style.excerpts else _QUOTED.sub('"…"', finding.location)
