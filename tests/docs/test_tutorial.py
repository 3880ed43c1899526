"""The tutorial does what it says: its rule passes its examples and finds the fault in its reply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docs.site.build import ROOT
from tonelint.examples import failures
from tonelint.lint import lint_source
from tonelint.model import Source
from tonelint.rulebook.ruleset import rules_at

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
PLACE = re.compile(r"reply\.txt:(\d+):(\d+) warning (\S+)")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


def test_the_rule_of_the_tutorial_finds_what_it_says(tmp_path: Path) -> None:
    rule = next(block for block in blocks("yaml") if "flags:" in block)
    reply = blocks("text")[0]
    found = PLACE.search(TEXT)
    assert found
    line, column, rule_id = found.groups()
    path = tmp_path / "tonelint-rules" / f"{rule_id}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(rule, encoding="utf-8")

    ruleset, tried = rules_at([tmp_path / "tonelint-rules"])
    assert list(failures(ruleset, tried)) == []
    examples = sum(each.number_of_examples() for each in tried)
    assert f"`{len(tried)} rule, {examples} examples passed, 0 failed`" in TEXT
    findings = lint_source(Source("reply.txt", reply), ruleset).findings
    assert (int(line), int(column), rule_id) in {(each.line, each.column, each.rule) for each in findings}
