"""What can be told from a pattern's tree."""

from __future__ import annotations

import pytest

from tonelint.notation.patterns import (
    Boundary,
    Choice,
    ClassRef,
    Ending,
    Gap,
    Node,
    Pattern,
    Sequence,
    Word,
    edge_gap,
    must_hold_a_word,
)

A, B, GAP, NOTHING = Word("a"), Word("b"), Gap(4), Sequence(())


def seq(*items: Node) -> Sequence:
    return Sequence(items)


def either(*options: Sequence) -> Choice:
    return Choice(options)


def test_leaves_come_from_left_to_right() -> None:
    """The options of a choice one after the other."""
    body = seq(A, either(seq(B, GAP), NOTHING), Boundary(), ClassRef("we", 9), Ending("x"))
    assert list(Pattern("", body).leaves()) == [A, B, GAP, Boundary(), ClassRef("we", 9), Ending("x")]


@pytest.mark.parametrize(
    ("node", "holds"),
    [
        pytest.param(NOTHING, False, id="nothing holds no word"),
        pytest.param(GAP, False, id="a gap may be empty"),
        pytest.param(Boundary(), False, id="a boundary is a place"),
        pytest.param(either(seq(A), NOTHING), False, id="an optional word may be missing"),
        pytest.param(seq(GAP, either(seq(A), NOTHING)), False, id="a sequence of what may be missing"),
        pytest.param(A, True, id="a word"),
        pytest.param(ClassRef("we", 1), True, id="a class"),
        pytest.param(either(seq(A), seq(B)), True, id="either of two words"),
        pytest.param(seq(GAP, B), True, id="one word in a sequence is enough"),
    ],
)
def test_what_must_hold_a_word(node: Node, holds: bool) -> None:
    assert must_hold_a_word(node) is holds


@pytest.mark.parametrize(
    ("node", "leading", "trailing"),
    [
        pytest.param(seq(A, GAP, B), False, False, id="between two words"),
        pytest.param(seq(A, either(seq(GAP, B), NOTHING), B), False, False, id="inside what may be missing"),
        pytest.param(seq(GAP, A), True, False, id="first"),
        pytest.param(seq(A, GAP), False, True, id="last"),
        pytest.param(seq(either(seq(A), NOTHING), GAP, B), True, False, id="first where something is left out"),
        pytest.param(seq(A, either(seq(B), seq(B, GAP))), False, True, id="last in one of two options"),
        pytest.param(seq(Boundary(), GAP, A), True, False, id="after a boundary, which is no word"),
    ],
)
def test_gaps_at_an_edge(node: Node, leading: bool, trailing: bool) -> None:
    assert (edge_gap(node, at_end=False) is not None) is leading
    assert (edge_gap(node, at_end=True) is not None) is trailing


def test_the_column_of_a_gap_is_not_compared() -> None:
    """The gaps of an any-order group are alike wherever they stand."""
    assert Gap(4, 3) == Gap(4, 7)
    assert Gap(4, 3) != Gap(5, 3)
