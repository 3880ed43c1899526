"""What fitting writes into a rule file, and what it leaves as it stands."""

from __future__ import annotations

import pytest

from tonelint.model import Language
from tonelint.rulebook.evidence import Evidence, Where
from tonelint.rulebook.rulefile import read_rule
from tonelint.tuning.fit import Feature, Fitted
from tonelint.tuning.write import rewritten

RULE = """\
# A remark, and "evidence: |" in it.
summary: Says that it will be soon.
why: >
  Soon is no time.
  Nobody can plan with it.
severity: warning
evidence: |
  +1.00 <name>

  # a remark of the table
  -0.50 fact: short

en:
  advice: 'Say which day.'  # odd quotes stay
  evidence: |
    +1.00 soon
  warn-at: 1.5
  hint-at:  1
  doubt-at: -1
  deny-at: -2
  unless:
    next: [monday]
  flags:
    - |
      Soon.

      Very soon.
  passes: [Today.]
sv:
  flags: [Snart.]
  passes: [I dag.]
  deny-at: -2
  doubt-at: -1
  hint-at: 1
  warn-at: 1.5
  evidence: |
    +1.00 snart
  advice: Säg vilken dag.
"""
FITTED = Fitted(
    weights={
        Feature(None, Where.PREVIOUS, "<name>"): -0.456,
        Feature(None, Where.FACT, "long"): 1.5,
        Feature(Language.EN, Where.HERE, "soon"): 2.0,
        Feature(Language.EN, Where.HERE, "possible"): 2.0,
        Feature(Language.EN, Where.HERE, "^ today"): -3.25,
        Feature(Language.SV, Where.NEXT, "snart"): 0.125,
    },
    base={Language.SV: -2.0, Language.DA: 0.0, Language.EN: 0.5},
    thresholds={"warn-at": 2.0, "hint-at": 1.0, "doubt-at": -1.386, "deny-at": -3.476},
)
WRITTEN = """\
# A remark, and "evidence: |" in it.
summary: Says that it will be soon.
why: >
  Soon is no time.
  Nobody can plan with it.
severity: warning
evidence: |
  +1.50 fact: long
  -0.46 previous: <name>
en:
  advice: 'Say which day.'  # odd quotes stay
  evidence: |
    +2.00 possible
    +2.00 soon
    -3.25 ^ today
  warn-at: 1.50
  hint-at: 0.50
  doubt-at: -1.89
  deny-at: -3.98
  unless:
    next: [monday]
  flags:
    - |
      Soon.

      Very soon.
  passes: [Today.]
sv:
  flags: [Snart.]
  passes: [I dag.]
  deny-at: -1.48
  doubt-at: 0.61
  hint-at: 3.00
  warn-at: 4.00
  evidence: |
    +0.12 next: snart
  advice: Säg vilken dag.
"""


def evidence(text: str, language: Language = Language.EN) -> Evidence:
    """The evidence of a rule file in one language."""
    found = read_rule("soon.yaml", "stalling/soon", text, {}).wordings[language].evidence
    assert found
    return found


def test_tables_and_thresholds_are_replaced_and_all_else_stays() -> None:
    """Remarks, quotes, the order of keys and examples stay; the base of a language is taken from its thresholds."""
    assert rewritten(RULE, FITTED) == WRITTEN


def test_writing_again_changes_nothing() -> None:
    assert rewritten(WRITTEN, FITTED) == WRITTEN


def test_what_is_written_is_read_as_it_was_fitted() -> None:
    """Each language hears its own cues and those of all, and sums start at nought."""
    english = evidence(rewritten(RULE, FITTED))
    weights = {"fact: long": 1.5, "previous: <name>": -0.46, "possible": 2, "soon": 2, "^ today": -3.25}
    assert {str(cue): cue.weight for cue in english.cues} == weights
    assert (english.warn_at, english.hint_at, english.doubt_at, english.deny_at) == (1.5, 0.5, -1.89, -3.98)


def test_a_table_without_cues_can_be_read() -> None:
    """As where all that is labelled is in another language."""
    text = rewritten(RULE, Fitted({}, FITTED.base, FITTED.thresholds))
    assert [evidence(text, language).cues for language in (Language.EN, Language.SV)] == [(), ()]


@pytest.mark.parametrize("rest", ["# a remark\n", "# no end of line", "\n\n"])
def test_the_end_of_a_file_stays(rest: str) -> None:
    assert rewritten(RULE + rest, FITTED) == WRITTEN + rest


def test_a_table_may_stand_at_the_end_of_a_file() -> None:
    """The empty lines after it are counted to it."""
    head, tail = RULE.split("  advice: Säg", maxsplit=1)[0], WRITTEN.split("  advice: Säg", maxsplit=1)[0]
    assert [rewritten(head + end, FITTED) for end in ("", "\n\n")] == [tail, tail]
    assert rewritten(head.rstrip("\n"), FITTED) == tail.rstrip("\n")
