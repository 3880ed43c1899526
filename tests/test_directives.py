"""What is written behind ``tonelint:``: verbs, names, reasons, and what is said of anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.directives import Directive, Verb, read_directive
from tonelint.model import Span
from tonelint.textmap import MappedText


def directive(content: str) -> Directive | None:
    whole = Span(0, len(content))
    return read_directive(MappedText.of(content), whole, whole)


@pytest.mark.parametrize(
    "content",
    [
        "a comment like any other",
        "tonelint",
        "tonelint is run on this file",
        "see tonelint: allow stalling",
        "the tonelint: a story",
        "ton: allow stalling",
        "tonelint-disabled",
        " ",
    ],
)
def test_other_comments_are_left_alone(content: str) -> None:
    assert directive(content) is None


@pytest.mark.parametrize(
    ("content", "verb", "names", "reason"),
    [
        ("tonelint: allow stalling", Verb.LINE, ["stalling"], ""),
        ("tonelint:allow stalling/forwarded", Verb.LINE, ["stalling/forwarded"], ""),
        ("Tonelint : allow stalling", Verb.LINE, ["stalling"], ""),
        ("tonelint: allow stalling, hostility/scorn", Verb.LINE, ["stalling", "hostility/scorn"], ""),
        ("tonelint: allow stalling hostility,faceless", Verb.LINE, ["stalling", "hostility", "faceless"], ""),
        ("tonelint: allow stalling -- agreed with legal", Verb.LINE, ["stalling"], "agreed with legal"),
        ("tonelint: allow stalling --\n  agreed\n  with -- legal ", Verb.LINE, ["stalling"], "agreed with -- legal"),
        ("tonelint: allow stalling --", Verb.LINE, ["stalling"], ""),
        ("\n tonelint: allow-begin stalling\n", Verb.BEGIN, ["stalling"], ""),
        ("tonelint: allow-end stalling", Verb.END, ["stalling"], ""),
        ("tonelint: allow-end", Verb.END, [], ""),
        ("tonelint: allow-file non-apology -- så säger vi", Verb.FILE, ["non-apology"], "så säger vi"),
    ],
)
def test_a_directive_is_read(content: str, verb: Verb, names: list[str], reason: str) -> None:
    found = directive(content)
    assert found
    assert (found.verb, [name.text for name in found.names], found.reason, found.problem) == (verb, names, reason, "")


@pytest.mark.parametrize(
    ("content", "names", "place", "said"),
    [
        ("tonelint:", [], "tonelint:", "nothing follows"),
        ("tonelint: -- because", [], "tonelint:", "nothing follows"),
        ("tonelint: disable stalling", [], "disable", "there are allow, allow-begin, allow-end, allow-file"),
        ("tonelint: Allow stalling", [], "Allow", "there are allow"),
        ("tonelint: stalling/forwarded", [], "stalling/forwarded", "there are allow"),
        ("tonelint: allow", [], "allow", "names no rule; write `tonelint: allow RULE"),
        ("tonelint: allow -- because", [], "allow", "names no rule"),
        ("tonelint: allow-file", [], "allow-file", "write `tonelint: allow-file RULE"),
        ("tonelint: allow *", [], "*", "no name of a rule"),
        ("tonelint: allow stalling – agreed", ["stalling"], "–", "a reason stands behind ` -- `"),
        ("tonelint: allow stalling (agreed)", ["stalling"], "(agreed)", "a reason stands behind ` -- `"),
        ("tonelint allow stalling", [], "tonelint", "a colon is missing"),
        ("tonelint-disable stalling", [], "tonelint", "a colon is missing"),
    ],
)
def test_what_is_written_otherwise_is_said_to_be_wrong(content: str, names: list[str], place: str, said: str) -> None:
    """At the word that is wrong; names before it count."""
    found = directive(content)
    assert found
    assert said in found.problem
    assert ([name.text for name in found.names], found.place.text) == (names, place)
    assert content[slice(*found.place.span)] == place


@given(st.text(st.sampled_from("tonelint: allow-begin/,-–\n(åx"), max_size=60))
def test_every_word_stands_where_it_is_written(said: str) -> None:
    content = "tonelint: " + said
    found = directive(content)
    assert found
    for word in (*found.names, found.place):
        assert content[slice(*word.span)] == word.text
