"""Runs to report on, made by hand: one finding of each severity, what is permitted, and what is hostile."""

from __future__ import annotations

from dataclasses import replace

from tonelint.errors import Fault
from tonelint.model import Category, Finding, Language, Severity, Snippet, Suppressed, Upkeep
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

UPKEEP = replace(
    WARNING,
    line=9,
    end_line=9,
    rule="suppression/unknown-rule",
    category=Upkeep.SUPPRESSION,
    language=None,
    message='"@anna <b>Du borde</b>" is no rule.',
    why="A permission that names no rule permits nothing.",
    advice="Correct the name.",
    excerpt="@anna <b>Du borde</b>",
    fingerprint="fedcba9876543210",
    snippet=Snippet("@anna <b>Du borde</b>", 0, 8),
)
BESIDE = Suppressed(replace(WARNING, line=5, end_line=5, fingerprint="5"), "agreed with legal", "mail/a.txt", 4)
ELSEWHERE = Suppressed(replace(INFO, line=6, end_line=6, fingerprint="6"), "", "tonelint.yaml", 12)

HOSTILE_TEXTS = (
    "<script>alert(1)</script>",
    "</details><img src=x onerror=alert(1)>",
    "`code` ``more`` ```",
    "**bold** _it_ ~~no~~ [a](http://b) ![c](d)",
    "@anna #12 !3",
    "a | b \\| c",
    "]]> & &amp; \" '",
    "\0\x01\x1b[2J\x85\u2028\ufffe\udce5",
    "%0A%25 ::error::x ##[error]y",
    "- a\n# b\n> c\n\n    d\n```\ne",
    "::stop-commands::x",
)
"""Texts that mean something to one format or another."""


def hostile(text: str) -> Run:
    """A run in which a text stands wherever what is not tonelint's own may stand."""
    finding = replace(
        WARNING, path=f"{text}.txt", excerpt=text, location=text, snippet=Snippet(text, 0, 1), message=f"No {text}"
    )
    return Run(
        (finding, replace(UPKEEP, message=text)),
        (Fault(text, text, 1, 1, text),),
        files=2,
        notices=(text,),
        suppressed=(Suppressed(finding, text, text, 3),),
    )
