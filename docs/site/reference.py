"""The reference of the rules, ``docs/rules/``: a page for each category and one for word classes, made of their files.

Usage: ``python -m docs.site.reference`` writes the pages; with ``--check`` it tells which are not current, and ends
with 1.
"""

from __future__ import annotations

import re
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.language_names import IN_THEMSELVES
from tonelint.model import Category, Language
from tonelint.rulebook.ruleset import bundled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tonelint.notation.patterns import Pattern
    from tonelint.rulebook.evidence import Evidence
    from tonelint.rulebook.rules import Rule, Wording
    from tonelint.rulebook.ruleset import Ruleset

FOLDER = Path(__file__).resolve().parent.parent / "rules"

CATEGORIES = {
    Category.BLAME_SHIFTING: "puts the responsibility on the customer or on somebody else.",
    Category.OWNERSHIP_REFUSAL: "declines responsibility or help, and leaves it there.",
    Category.STALLING: "puts off with a stock phrase: no time, no name, no step.",
    Category.MISSING_APOLOGY: "names a problem of the company's making and apologises nowhere.",
    Category.NON_APOLOGY: "has the form of an apology and evades it.",
    Category.HOSTILITY: "scolds, mocks, insults or threatens.",
    Category.OBSTRUCTION: "stands in the way of what the customer plainly asked for.",
    Category.OVERPROMISE: "promises absolutely what the sender cannot control.",
    Category.FACELESS: "leaves the customer with no person.",
}
"""What a reply does in which a category of fault is found."""

_MOST_CUES = 8
_MOST_ENTRIES = 8
_MOST_LEMMAS = 3
_LONGEST_ENTRY = 40
_LEMMAS = re.compile(r"(?:nouns|verbs|adjectives|words): ([^…]*)")
_SIGNS = re.compile(r"[(\[{<…=^$]")
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")


def pages(ruleset: Ruleset) -> dict[str, str]:
    """The pages by their file names.

    Args:
        ruleset: whose rules are described; they come in the order of their ids.
    """
    by_category = {category: list(rules) for category, rules in groupby(ruleset.rules, lambda rule: rule.category)}
    found = {f"{category.value}.md": _page(category, by_category[category]) for category in CATEGORIES}
    return {"index.md": _index(by_category), **found, "words.md": _words(ruleset)}


def _index(by_category: dict[Category, list[Rule]]) -> str:
    number = sum(map(len, by_category.values()))
    commands = "`tonelint explain RULE` says the same on the command line, `tonelint rules` lists them. "
    classes = "Their patterns are made of words and of [word classes](words.md)."
    lines = ["# Rules", "", f"{number} rules in nine categories. {commands}{classes}"]
    for category, sentence in CATEGORIES.items():
        lines += ["", f"## [{category.value}]({category.value}.md)", "", f"The reply {sentence}", ""]
        lines += ["| rule | severity | languages | what it finds |", "|---|---|---|---|"]
        lines += [_row(rule) for rule in by_category[category]]
    return "\n".join(lines) + "\n"


def _words(ruleset: Ruleset) -> str:
    """All word classes, each with its first entries in every language: enough to tell what it is for."""
    names = sorted({name for classes in ruleset.classes.values() for name in classes})
    lines = [
        "# Word classes",
        "",
        (
            f"{len(names)} classes, of the same names in all languages, for the [patterns](../notation.md#patterns) of"
            " rules. Shown are the first entries of each; the files `rules/words/<language>.yaml` hold all of them."
        ),
        "",
        "| class | Swedish | Danish | English |",
        "|---|---|---|---|",
    ]
    for name in names:
        cells = (_entries(ruleset.classes[language].get(name, ())) for language in Language)
        lines.append(f"| `<{name}>` | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _entries(patterns: Sequence[Pattern]) -> str:
    """The first words of a class, of which patterns that are more than words are the last to tell what it is for."""
    words = [word for pattern in patterns for word in _first_words(pattern.text)]
    shown = words[:_MOST_ENTRIES] or [patterns[0].text[:_LONGEST_ENTRY] + "…"] if patterns else []
    has_more = len(words) > _MOST_ENTRIES or len(patterns) > len(words) > 0
    return _plain(", ".join(shown) + ", …" * has_more)


def _first_words(entry: str) -> list[str]:
    """The words of an entry; of a list of lemmas, the first."""
    if lemmas := _LEMMAS.match(entry):
        return lemmas[1].split(", ")[:_MOST_LEMMAS]
    return [] if _SIGNS.search(entry) else [entry]


def _row(rule: Rule) -> str:
    link = f"[{_name(rule)}]({rule.category.value}.md#{_name(rule)})"
    return f"| {link} | {rule.severity.label} | {' '.join(rule.wordings)} | {_plain(rule.summary)} |"


def _page(category: Category, rules: Iterable[Rule]) -> str:
    lines = [f"# {category.value}", "", f"The reply {CATEGORIES[category]}"]
    for rule in rules:
        lines += ["", f"## {_name(rule)}", "", *_rule(rule)]
    return "\n".join(lines) + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    zone = "" if rule.zone == "body" else f", looks in: {rule.zone.value}"
    yield f"`{rule.id}`, {rule.severity.label}{zone}"
    yield ""
    yield f"**{_plain(rule.summary)}** {_plain(rule.why)}"
    for language, wording in rule.wordings.items():
        yield ""
        yield f"### {IN_THEMSELVES[language]}"
        yield ""
        yield f"→ {_plain(wording.advice)}"
        yield from _examples(wording)
        if wording.evidence:
            yield from _evidence(wording.evidence)


def _examples(wording: Wording) -> Iterator[str]:
    for heading, examples in (
        ("Reported:", wording.flags),
        ("Reported as a hint:", wording.hints),
        ("Let pass:", wording.passes),
    ):
        if examples:
            yield ""
            yield heading
            yield ""
            yield from (f"- {_quoted(example)}" for example in examples)


def _evidence(evidence: Evidence) -> Iterator[str]:
    """How many cues there are, and the weightiest."""
    cues = sorted(evidence.cues, key=lambda cue: (-cue.weight, str(cue)))
    shown = ", ".join(f"`{cue}` {cue.weight:+.2f}" for cue in cues[:_MOST_CUES])
    yield ""
    yield (
        f"Adds up {len(evidence.cues):,} cues: a hint from {evidence.hint_at:.2f}, a finding from"
        f" {evidence.warn_at:.2f}. The weightiest: {shown}. `tonelint explain` lists them all."
    )


def _quoted(example: str) -> str:
    return "<br>".join(_plain(line) for line in example.strip().splitlines())


def _plain(text: str) -> str:
    """A text in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _name(rule: Rule) -> str:
    return rule.id.partition("/")[2]


def main(arguments: list[str]) -> int:
    """Write the pages, or tell which are not current."""
    made = pages(bundled())
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    if "--check" in arguments:
        stale = sorted(name for name in {*made, *kept} if made.get(name) != kept.get(name))
        for name in stale:
            print(f"docs/rules/{name} is not current: make docs")
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in kept.keys() - made.keys():
        (FOLDER / name).unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
