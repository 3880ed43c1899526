"""What can go wrong, as exceptions that name file, line and remedy.

TonelintError
├── ReadError           a source that cannot be read
├── RuleError           a rule or word-class file that is wrong (one or more places)
├── ConfigurationError  a configuration that is wrong (one or more places)
└── UsageError          a request that cannot be carried out (unknown rule, unknown language …)
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at one place of a file.

    Attributes:
        path: the file as the user named it; empty where no file is to blame.
        message: what was found and what is allowed.
        line: 1-based line, 0 where the fault is the file's as a whole.
        column: 1-based column in code points, 0 where there is no line.
        excerpt: the offending line, empty where there is none.
    """

    path: str
    message: str
    line: int = 0
    column: int = 0
    excerpt: str = ""

    @property
    def place(self) -> str:
        """File, line and column, or the file alone where it is said of it as a whole; empty where no file is named."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place else self.message
        if self.excerpt.strip():
            text += f"\n    {self.excerpt}\n    {' ' * (self.column - 1)}^"
        return text


class TonelintError(Exception):
    """The job could not be done; carries one or more faults."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class ReadError(TonelintError):
    """A source that is missing, unreadable or not text."""


class RuleError(TonelintError):
    """A rule or word-class file that does not hold what it must."""


class ConfigurationError(TonelintError):
    """A configuration file that does not hold what it may."""


class UsageError(TonelintError):
    """A request that names something which does not exist."""

    def __init__(self, message: str) -> None:
        super().__init__(Fault("", message))
