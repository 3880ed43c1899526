"""Trying rules on their own examples: what ``tonelint test`` and the test suite run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.judging.judge import judge
from tonelint.lint import read_message
from tonelint.model import Language, Severity
from tonelint.reading.markup import read_plain, rendered
from tonelint.replies.reply import reply_of
from tonelint.textmap import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.rulebook.rules import Rule
    from tonelint.rulebook.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not come out as its rule says."""

    rule: Rule
    language: Language
    key: str
    example: str
    outcome: str

    def __str__(self) -> str:
        shown = self.example.strip().replace("\n", " ⏎ ")
        return f"{self.rule.path}: {self.language}: {self.key}: {shown}\n    {self.outcome}"


def failures(ruleset: Ruleset, rules: Iterable[Rule]) -> Iterator[Failure]:
    """The examples of ``rules`` that do not hold, each rule judged alone.

    Args:
        ruleset: what the patterns are read with; holds the rules.
        rules: those to try.
    """
    for rule in rules:
        for language, wording in rule.wordings.items():
            expected = {"flags": rule.severity, "passes": None, "hints": Severity.INFO}
            for key, severity in expected.items():
                for example in getattr(wording, key):
                    found = _gravest(ruleset, rule, language, example)
                    if found is not severity:
                        yield Failure(rule, language, key, example, _outcome(found, severity))


def _gravest(ruleset: Ruleset, rule: Rule, language: Language, example: str) -> Severity | None:
    """How severe the rule alone finds an example; None where it finds nothing."""
    rendering = rendered(MappedText.of(example), read_plain)
    if not rendering:
        return None
    message, _ = read_message(reply_of(rendering.text, language), ruleset)
    severities = [verdict.severity for verdict in judge(message, (rule,))]
    return max(severities, default=None)


def _outcome(found: Severity | None, expected: Severity | None) -> str:
    wanted = f"should be reported as {expected.label}" if expected else "should not be reported"
    return f"{wanted}, but is {f'reported as {found.label}' if found else 'not reported'}"
