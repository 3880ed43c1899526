"""What the editor tells about a finding: why it matters, what to write instead, and examples in its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tonelint.errors import UsageError
from tonelint.model import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tonelint.model import Finding
    from tonelint.rulebook.ruleset import Ruleset

MOST_EXAMPLES = 2
"""How many examples of a kind are shown."""

LONGEST_EXAMPLE = 160
"""The most characters of an example: whole replies do not fit beside the text."""

_SIGNS = re.compile(r"[\\`*_\[\]<>&~|$]")
_BLOCK = re.compile(r"^([-+#=]|\d{1,9}(?=[.)]))")


class _Headings(NamedTuple):
    advice: str
    flags: str
    passes: str


_HEADINGS: Mapping[Language, _Headings] = {
    Language.SV: _Headings("Råd", "Reagerar på", "Släpper igenom"),
    Language.DA: _Headings("Råd", "Reagerer på", "Lader passere"),
    Language.EN: _Headings("Advice", "Reports", "Lets pass"),
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about a finding.

    Attributes:
        finding: what was found.
        flags: examples of the rule in which it reports.
        passes: examples in which it does not.
    """

    finding: Finding
    flags: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()

    def markdown(self) -> str:
        """All of it, for a window beside the text."""
        finding, headings = self.finding, self._headings()
        paragraphs = [
            f"**{escaped(finding.message)}**",
            f"`{finding.rule}` · {finding.severity.label}",
            escaped(finding.why),
            f"**{headings.advice}:** {escaped(finding.advice)}",
        ]
        if finding.cues:
            paragraphs.append(" · ".join(map(escaped, finding.cues)))
        for heading, examples in self._examples():
            paragraphs.append(f"**{heading}:**")
            paragraphs.append("\n".join(f"- {escaped(example)}" for example in examples))
        return "\n\n".join(paragraphs)

    def message(self) -> str:
        """The advice and the examples in plain words, for a message of the editor."""
        lines = [f"{self._headings().advice}: {self.finding.advice}"]
        for heading, examples in self._examples():
            lines.append(f"{heading}:")
            lines += [f"– {example}" for example in examples]
        return "\n".join(lines)

    def _headings(self) -> _Headings:
        return _HEADINGS[self.finding.language or Language.EN]

    def _examples(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        headings = self._headings()
        for heading, examples in ((headings.flags, self.flags), (headings.passes, self.passes)):
            if examples:
                yield heading, examples


def explained(finding: Finding, ruleset: Ruleset) -> Explanation:
    """A finding with examples of its rule, where it has any in the language of the words."""
    try:
        rule = ruleset.rule(finding.rule)
    except UsageError:  # what is said about permissions is no rule
        return Explanation(finding)
    wording = rule.wordings.get(finding.language) if finding.language else None
    return Explanation(finding, _short(wording.flags), _short(wording.passes)) if wording else Explanation(finding)


def escaped(text: str) -> str:
    """A text on one line whose signs Markdown shows as they are."""
    line = _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    return _BLOCK.sub(_harmless, line)


def _harmless(opening: re.Match[str]) -> str:
    """What opens a list or heading, so that it does not."""
    return opening[0] + "\\" if opening[0].isdigit() else "\\" + opening[0]


def _short(examples: Iterable[str]) -> tuple[str, ...]:
    """The first examples that are short enough, each on one line."""
    lines = (" ".join(example.split()) for example in examples)
    return tuple([line for line in lines if len(line) <= LONGEST_EXAMPLE][:MOST_EXAMPLES])
