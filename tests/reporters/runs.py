"""Runs to report on: one finding of each severity, made by hand."""

from __future__ import annotations

from dataclasses import replace

from tonelint.errors import Fault
from tonelint.model import Category, Finding, Language, Severity, Snippet
from tonelint.reporters.run import Run

WARNING = Finding(
    path="mail/a.txt",
    line=2,
    column=1,
    end_line=2,
    end_column=17,
    rule="blame-shifting/should-have-known",
    category=Category.BLAME_SHIFTING,
    severity=Severity.WARNING,
    language=Language.SV,
    message="Tells the customer what they should have known.",
    why="A customer who is told off stops listening. Lewicki et al. (2016).",
    advice="Skriv vad som gäller: ”Fristen gick ut i går, men jag …”",
    excerpt="Du borde ha läst",
    fingerprint="0123456789abcdef",
    snippet=Snippet("Du borde ha läst\tvillkoren.", 0, 16),
)
INFO = replace(WARNING, severity=Severity.INFO, rule="stalling/soon", category=Category.STALLING, column=18)
ERROR = replace(WARNING, severity=Severity.ERROR, rule="hostility/threat", category=Category.HOSTILITY)

EMPTY = Run(files=2)
ONE = Run((WARNING,), files=1)
ALL = Run(
    (INFO, WARNING, ERROR),
    (Fault("b.md", "not text", 3, 4), Fault("c.md", "no such file or folder")),
    files=2,
)
