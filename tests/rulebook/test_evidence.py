"""Tables of evidence: a weight and a cue a line, and every line that cannot be read is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.notation.parser import parse
from tonelint.rulebook.evidence import Cue, Evidence, Fact, Where, merged, read_cues


def read_one(line: str) -> Cue:
    """The cue of a line that is right."""
    ((number, cue),), problems = read_cues(line)
    assert (number, problems) == (0, [])
    return cue


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("", id="no line"),
        pytest.param("\n  \n\t\n", id="empty lines"),
        pytest.param("# a remark\n  # +0.5 tyvärr\n#", id="remarks"),
    ],
)
def test_what_holds_no_cue_is_passed_over(table: str) -> None:
    assert read_cues(table) == ([], [])


@pytest.mark.parametrize(
    ("line", "weight", "text"),
    [
        pytest.param("+0.80 tyvärr", 0.8, "tyvärr", id="a cue that speaks for a fault"),
        pytest.param("-1.5 tyvärr", -1.5, "tyvärr", id="a cue that speaks against it"),
        pytest.param("2 tyvärr", 2.0, "tyvärr", id="a weight without sign or fraction"),
        pytest.param("  +1\t  tyvärr  ", 1.0, "tyvärr", id="white space does not matter"),
        pytest.param("1 2", 1.0, "2", id="a cue of digits"),
        pytest.param("+1 {<we> …12 <offer>}", 1.0, "{<we> …12 <offer>}", id="any pattern"),
        pytest.param("+1 ^ vi", 1.0, "^ vi", id="with a bound"),
        pytest.param("+1 kund~", 1.0, "kund~", id="a beginning"),
        pytest.param("+1 previous", 1.0, "previous", id="a word that names a place, without its colon"),
        pytest.param("+1 c:a", 1.0, "c:a", id="a colon inside a word"),
        pytest.param("+1 next:a", 1.0, "next:a", id="a place only with a space behind it"),
    ],
)
def test_a_cue_stands_in_the_sentence_itself(line: str, weight: float, text: str) -> None:
    cue = read_one(line)
    assert cue == Cue(Where.HERE, parse(text), weight)
    assert str(cue) == text


@pytest.mark.parametrize("where", [Where.PREVIOUS, Where.NEXT, Where.MESSAGE])
def test_a_cue_may_stand_around_the_sentence(where: Where) -> None:
    cue = read_one(f"-0.5 {where}:   <offer> nu")
    assert cue == Cue(where, parse("<offer> nu"), -0.5)
    assert str(cue) == f"{where}: <offer> nu"


def test_here_may_be_written_out() -> None:
    """It is the same cue as without."""
    assert read_one("+1 here: vi") == read_one("+1 vi")


@pytest.mark.parametrize("fact", list(Fact))
def test_a_cue_may_be_a_fact(fact: Fact) -> None:
    """Its name is its text; no word need stand there."""
    cue = read_one(f"+0.1 fact: {fact}")
    assert (cue.where, cue.pattern.text, cue.weight) == (Where.FACT, fact, 0.1)
    assert str(cue) == f"fact: {fact}"
    assert not cue.pattern.class_references()


def test_cues_come_in_order_with_the_numbers_of_their_lines() -> None:
    """Counted from nought, with the lines that hold none."""
    cues, problems = read_cues("# for\n+1 b\n\n+1 a\n# against\n-1 next: a\n")
    assert [(number, str(cue)) for number, cue in cues] == [(1, "b"), (3, "a"), (5, "next: a")]
    assert problems == []


FORM = 'a line of evidence is "weight cue" or "weight where: cue", such as "+0.8 next: <offer>"'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("tyvärr", FORM, id="no weight"),
        pytest.param("+0.8", FORM, id="no cue"),
        pytest.param("tyvärr +0.8", FORM, id="the weight last"),
        pytest.param("+0.8tyvärr", FORM, id="no space after the weight"),
        pytest.param("+ 0.8 tyvärr", FORM, id="a space after the sign"),
        pytest.param("0,8 tyvärr", FORM, id="a comma in the weight"),
        pytest.param(".8 tyvärr", FORM, id="a weight without a nought"),
        pytest.param("1e3 tyvärr", FORM, id="a weight with an exponent"),
        pytest.param("nan tyvärr", FORM, id="a weight that is no number"),
        pytest.param("- +0.8 tyvärr", FORM, id="a list"),
        pytest.param(
            "+1 nxt: vi",
            'unknown place "nxt"; allowed: here, previous, next, message, fact',
            id="an unknown place",
        ),
        pytest.param("+1 customer: vi", 'unknown place "customer"; allowed: here', id="a scope of guards for a place"),
        pytest.param("+1 next:", '":" is never part of a word', id="a place without a cue"),
        pytest.param("+1 Next: vi", '":" is never part of a word', id="a place in capitals"),
        pytest.param(
            "+1 fact: longish", 'unknown fact "longish"; allowed: opening, closing, short, long, answers', id="a fact"
        ),
        pytest.param("+1 fact: long # x", 'unknown fact "long # x"', id="a remark behind a cue"),
        pytest.param("+1 vi (kan", '"(" is not closed by ")" (in the cue: vi (kan)', id="a wrong pattern"),
        pytest.param("+1 next: … vi", "a gap stands between two words, whatever is left out (in the", id="a gap"),
        pytest.param("+1 kun~", '"~" needs at least 4 letters before it', id="a beginning of three letters"),
    ],
)
def test_a_wrong_line_is_told(line: str, message: str) -> None:
    """With its number; the other lines are read."""
    cues, problems = read_cues(f"+1 a\n{line}\n+1 b")
    assert [(number, str(cue)) for number, cue in cues] == [(0, "a"), (2, "b")]
    ((number, found),) = problems
    assert number == 1
    assert message in found


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        pytest.param("+1 vi", "+1 vi", "vi", id="the same line"),
        pytest.param("+1 vi", "-0.5 vi", "vi", id="with another weight"),
        pytest.param("+1 vi", "+1 here: vi", "vi", id="written in the other way"),
        pytest.param("+1 next: vi", "+1 next:  vi", "next: vi", id="in another place"),
        pytest.param("+1 fact: long", "+1 fact: long", "fact: long", id="a fact"),
    ],
)
def test_a_cue_stands_once(first: str, second: str, text: str) -> None:
    _, problems = read_cues(f"{first}\n{second}\n")
    assert problems == [(1, f'the cue "{text}" stands here twice')]


def test_one_cue_may_stand_in_several_places() -> None:
    cues, problems = read_cues("+1 vi\n+1 next: vi\n+1 previous: vi\n+1 message: vi\n")
    assert len(cues) == 4
    assert problems == []


def test_all_wrong_lines_are_told() -> None:
    _, problems = read_cues("x\n+1 a\n+1 a\n+1 y: a")
    assert [number for number, _ in problems] == [0, 2, 3]


@given(st.lists(st.text(alphabet="+-1.0 anextfc:<>(~…#\t", max_size=12)).map("\n".join) | st.text())
def test_whatever_is_written_is_read_or_told(table: str) -> None:
    """No other error; numbers are those of lines that hold something."""
    cues, problems = read_cues(table)
    lines = table.splitlines()
    numbers = [number for number, _ in (*cues, *problems)]
    assert set(range(len(lines))) >= set(numbers)
    assert all(lines[number].strip() and lines[number].strip()[0] != "#" for number in numbers)


# --- merging ---------------------------------------------------------------------------------------------------------


def table(text: str) -> dict[str, Cue]:
    cues, problems = read_cues(text)
    assert not problems
    return {str(cue): cue for _, cue in cues}


@pytest.mark.parametrize(
    ("shared", "own", "both"),
    [
        pytest.param("", "", "", id="none"),
        pytest.param("+1 vi", "", "+1 vi", id="only what all languages share"),
        pytest.param("", "+1 vi", "+1 vi", id="only its own"),
        pytest.param("+1 b\n+2 d", "+3 c\n+4 a", "+4 a\n+1 b\n+3 c\n+2 d", id="both, in the order of their texts"),
        pytest.param("+1 vi", "+0.5 vi", "+1.5 vi", id="a cue in both has both weights"),
        pytest.param("+1 vi", "-1.5 vi", "-0.5 vi", id="which may speak against each other"),
        pytest.param("+1 vi", "+1 next: vi", "+1 next: vi\n+1 vi", id="one in another place is another"),
        pytest.param("+1 fact: long", "+1 fact: long\n+1 long", "+2 fact: long\n+1 long", id="a fact is no word"),
    ],
)
def test_shared_and_own_cues_are_merged(shared: str, own: str, both: str) -> None:
    assert list(merged(table(shared), table(own))) == list(table(both).values())


def test_the_patterns_of_evidence_are_those_of_cues_that_are_no_facts() -> None:
    cues = table("+1 vi\n-1 next: <we> kan\n+1 fact: long\n+1 fact")
    assert list(Evidence(tuple(cues.values()), 2, 1, 0, -1).patterns()) == [
        parse("vi"),
        parse("<we> kan"),
        parse("fact"),
    ]
