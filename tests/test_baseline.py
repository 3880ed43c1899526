"""What a baseline knows, what is new beside it, what is gone from it, and how it is written."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import pointed_at
from tests.reporters.runs import WARNING
from tonelint.baseline import Baseline, Entry, parse_baseline, render_baseline
from tonelint.errors import ConfigurationError

if TYPE_CHECKING:
    from tonelint.model import Finding

FILE = """\
{
  "version": 1,
  "findings": {
    "mail/a.md": {
      "blame-shifting/should-have-known": {
        "aaaa": 2,
        "bbbb": 1
      },
      "stalling/soon": {
        "cccc": 1
      }
    },
    "mail/å.md": {
      "stalling/soon": {
        "cccc": 1
      }
    }
  }
}
"""
KNOWN = Baseline(
    {
        Entry("mail/a.md", "blame-shifting/should-have-known", "aaaa"): 2,
        Entry("mail/a.md", "blame-shifting/should-have-known", "bbbb"): 1,
        Entry("mail/a.md", "stalling/soon", "cccc"): 1,
        Entry("mail/å.md", "stalling/soon", "cccc"): 1,
    }
)


def found(*fingerprints: str, rule: str = WARNING.rule, path: str = "mail/a.md") -> list[tuple[str, Finding]]:
    """Findings in the order of their lines, each with its file as the baseline names it."""
    return [
        (path, replace(WARNING, path=path, rule=rule, fingerprint=fingerprint, line=line))
        for line, fingerprint in enumerate(fingerprints, 1)
    ]


def everything(path: str, rule: str) -> bool:
    return True


def nothing(path: str, rule: str) -> bool:
    return False


def test_nothing_is_known_of_nothing() -> None:
    assert Baseline.of([]) == Baseline()
    assert Baseline().apply([], everything) == ((), 0, Baseline())
    assert Baseline().number == 0


def test_what_it_was_made_of_is_known() -> None:
    findings = [*found("aaaa", "bbbb", "aaaa-2"), *found("aaaa"), *found("aaaa", path="b.md")]
    assert Baseline.of(findings).apply(findings, everything) == ((), 5, Baseline())


@pytest.mark.parametrize(
    ("today", "new"),
    [
        pytest.param(found(), [], id="none left"),
        pytest.param(found("aaaa"), [], id="one left"),
        pytest.param(found("aaaa", "aaaa-2"), [], id="both left"),
        pytest.param(found("aaaa-2", "aaaa-3"), [], id="other turns, since one before them is permitted"),
        pytest.param(found("aaaa", "aaaa-2", "aaaa-3"), [3], id="a third: the first two are known"),
        pytest.param(found("dddd", "aaaa"), [1], id="other words"),
        pytest.param(found("aaaa", rule="stalling/soon"), [1], id="another rule"),
        pytest.param(found("aaaa", path="b.md"), [1], id="another file"),
    ],
)
def test_what_is_new(today: list[tuple[str, Finding]], new: list[int]) -> None:
    applied = Baseline.of(found("aaaa", "aaaa-2")).apply(today, everything)
    assert [finding.line for finding in applied.new] == new
    assert applied.known == len(today) - len(new)


def test_line_numbers_do_not_matter_nor_does_severity() -> None:
    ((path, finding),) = found("aaaa")
    moved = replace(finding, line=99, column=7, end_line=99, message="other", excerpt="other")
    assert Baseline.of([(path, finding)]).apply([(path, moved)], everything).new == ()


def test_what_is_gone_is_counted() -> None:
    applied = KNOWN.apply(found("aaaa"), everything)
    assert applied.gone == KNOWN.without(Baseline.of(found("aaaa")))
    assert applied.gone.number == 4


def test_only_what_the_run_was_about_can_be_gone() -> None:
    assert KNOWN.apply([], nothing).gone == Baseline()
    gone = KNOWN.apply([], lambda path, rule: path == "mail/a.md" and rule == "stalling/soon").gone
    assert gone.counts == {Entry("mail/a.md", "stalling/soon", "cccc"): 1}


def test_pruning_drops_what_is_gone_and_adds_nothing() -> None:
    applied = KNOWN.apply(found("aaaa", "dddd"), lambda path, _: path == "mail/a.md")
    left = KNOWN.without(applied.gone)
    assert left.counts == {
        Entry("mail/a.md", "blame-shifting/should-have-known", "aaaa"): 1,
        Entry("mail/å.md", "stalling/soon", "cccc"): 1,
    }


def test_rewriting_keeps_what_the_run_was_not_about() -> None:
    today = Baseline.of(found("dddd"))
    rewritten = KNOWN.rewritten(today, lambda path, _: path == "mail/a.md")
    assert rewritten.counts == {
        Entry("mail/a.md", "blame-shifting/should-have-known", "dddd"): 1,
        Entry("mail/å.md", "stalling/soon", "cccc"): 1,
    }


def test_a_file_is_sorted_with_one_entry_a_line() -> None:
    assert render_baseline(Baseline(dict(reversed(list(KNOWN.counts.items()))))) == FILE
    assert render_baseline(Baseline()) == '{\n  "version": 1,\n  "findings": {}\n}\n'


def test_a_file_holds_no_words_of_replies() -> None:
    text = render_baseline(Baseline.of(found("aaaa")))
    assert WARNING.excerpt not in text
    assert WARNING.snippet.text not in text
    assert WARNING.message not in text


@pytest.mark.parametrize("text", [FILE, json.dumps(json.loads(FILE)), FILE.replace("\n", "\r\n")])
def test_a_file_is_read_however_it_is_laid_out(text: str) -> None:
    assert parse_baseline("b.json", text) == KNOWN


def test_the_example_of_the_documentation_is_what_is_written() -> None:
    page = (Path(__file__).parent.parent / "docs" / "adoption.md").read_text(encoding="utf-8")
    example = page.partition("```json\n")[2].partition("```")[0]
    assert render_baseline(parse_baseline("adoption.md", example)) == example


ENTRIES = st.builds(
    Entry, st.text(st.characters(exclude_categories=["Cs"])), st.text("ab/-"), st.text("0123456789abcdef", min_size=1)
)


@given(st.dictionaries(ENTRIES, st.integers(1, 999_999_999), max_size=20))
def test_what_is_written_is_read_again(counts: dict[Entry, int]) -> None:
    assert parse_baseline("b.json", render_baseline(Baseline(counts))) == Baseline(counts)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("cd"))), st.lists(st.sampled_from("cd"), max_size=9))
def test_known_new_and_gone_add_up(before: list[tuple[str, str]], after: list[str]) -> None:
    """Of each kind of fault as many are known as there were before and are now; the rest is new or gone."""
    baseline = Baseline.of(found(digest, path=path)[0] for path, digest in before)
    today = found(*after, path="a")
    applied = baseline.apply(today, everything)
    was, is_ = Counter(digest for path, digest in before if path == "a"), Counter(after)
    assert applied.known == (was & is_).total()
    assert Counter(finding.fingerprint for finding in applied.new) == is_ - was
    assert applied.gone.number == len(before) - applied.known


@pytest.mark.parametrize(
    ("old", "new", "message", "at"),
    [
        pytest.param(FILE, "", "not JSON", "", id="an empty file"),
        pytest.param(FILE, "findings: {}\n", "not JSON", "findings", id="YAML"),
        pytest.param(FILE, "[]", "a mapping is wanted here, not a list", "[]", id="a list"),
        pytest.param(FILE, '{"version": 1}', 'the key "findings" is missing', '{"version', id="no findings"),
        pytest.param(FILE, '{"name": "x"}', 'the key "version" is missing', '{"name', id="another file of JSON"),
        pytest.param("1,", "2,", "its version is not 1", "2,", id="a newer version"),
        pytest.param("1,", '"1",', "its version is not 1", '"1",', id="a version in quotes"),
        pytest.param('"version": 1,', '"version": 1, "x": 2,', '"x" does not belong here', '"x"', id="a further key"),
        pytest.param('"bbbb": 1', '"bbbb": 0', "number of findings is wanted", "0", id="none of a kind"),
        pytest.param('"bbbb": 1', '"bbbb": -1', "number of findings is wanted", "-1", id="fewer than none"),
        pytest.param('"bbbb": 1', '"bbbb": 1.5', "number of findings is wanted", "1.5", id="a half one"),
        pytest.param('"bbbb": 1', '"bbbb": true', "number of findings is wanted", "true", id="a truth value"),
        pytest.param('"bbbb": 1', '"bbbb": "1"', "number of findings is wanted", '"1"', id="a number in quotes"),
        pytest.param('"bbbb": 1', '"bbbb": [1]', "number of findings is wanted", "[1]", id="a list of numbers"),
        pytest.param('"bbbb"', '"bbbb-2"', "a fingerprint is wanted here", '"bbbb-2"', id="a turn"),
        pytest.param('"bbbb"', '"aaaa"', '"aaaa" stands here twice', '"aaaa": 1', id="a fingerprint twice"),
        pytest.param('"mail/å.md"', '"mail/a.md"', '"mail/a.md" stands here twice', '"mail/a.md"', id="a file twice"),
        pytest.param(
            '{\n        "cccc": 1\n      }', "3", "a mapping is wanted here, not a text", "3", id="no mapping"
        ),
        pytest.param('1\n      },\n      "st', '1\n      }\n      "st', "not JSON", '"stalling', id="a comma missing"),
        pytest.param(
            '        "bbbb": 1\n',
            '<<<<<<< HEAD\n        "bbbb": 1\n=======\n        "bbbb": 2\n>>>>>>> topic\n',
            "a merge conflict is not settled",
            "<<<<<<< HEAD",
            id="a merge conflict",
        ),
    ],
)
def test_what_is_no_baseline_is_said_with_its_place_and_the_remedy(old: str, new: str, message: str, at: str) -> None:
    text = FILE.replace(old, new, 1)
    with pytest.raises(ConfigurationError) as caught:
        parse_baseline("b.json", text)
    (fault,) = caught.value.faults
    assert message in fault.message
    assert "write it anew" in fault.message
    assert "`tonelint baseline`" in fault.message
    assert fault.line >= 1
    assert pointed_at(text, fault).startswith(at)
