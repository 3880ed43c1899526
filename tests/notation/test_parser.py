"""The notation: what patterns mean, and that every wrong one is refused at its place."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.notation.parser import MOST_NESTED, parse
from tonelint.notation.patterns import (
    Beginning,
    Boundary,
    Choice,
    ClassRef,
    Ending,
    Gap,
    Lemmas,
    Node,
    NotationError,
    Sequence,
    Word,
)

A, B, C, D = (Word(letter) for letter in "abcd")
NOTHING = Sequence(())


def seq(*items: Node) -> Sequence:
    return Sequence(items)


def either(*options: Sequence) -> Choice:
    return Choice(options)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("a", seq(A), id="one word"),
        pytest.param("  a \n\u00a0b ", seq(A, B), id="white space of any kind separates"),
        pytest.param("=De ~bolag", seq(Word("De", exact=True), Ending("bolag")), id="an exact word and an ending"),
        pytest.param(
            "kund~ (åter~|~bolag)",
            seq(Beginning("kund"), either(seq(Beginning("åter")), seq(Ending("bolag")))),
            id="beginnings",
        ),
        pytest.param("<we> <got-it2>", seq(ClassRef("we", 1), ClassRef("got-it2", 6)), id="classes with their columns"),
        pytest.param("(a|b c) d", seq(either(seq(A), seq(B, C)), D), id="one of these"),
        pytest.param("( a | b )", seq(either(seq(A), seq(B))), id="white space inside brackets"),
        pytest.param("[a] b", seq(either(seq(A), NOTHING), B), id="one or nothing"),
        pytest.param("[a|b] c", seq(either(seq(A), seq(B), NOTHING), C), id="one of these or nothing"),
        pytest.param(
            "((a|b)|[c] d)", seq(either(seq(either(seq(A), seq(B))), seq(either(seq(C), NOTHING), D))), id="nested"
        ),
        pytest.param("a … b", seq(A, Gap(4), B), id="a gap of four"),
        pytest.param("a…b", seq(A, Gap(4), B), id="a gap needs no white space"),
        pytest.param("a …1 b …12 c", seq(A, Gap(1), B, Gap(12), C), id="the narrowest and the widest gap"),
        pytest.param("a [b …3] c", seq(A, either(seq(B, Gap(3)), NOTHING), C), id="a gap that may be missing"),
        pytest.param("a (… b|c)", seq(A, either(seq(Gap(4), B), seq(C))), id="a gap in one alternative"),
        pytest.param("{a b}", seq(either(seq(A, B), seq(B, A))), id="both orders side by side"),
        pytest.param("{a …2 b}", seq(either(seq(A, Gap(2), B), seq(B, Gap(2), A))), id="both orders with a gap"),
        pytest.param(
            "{(a b) c}",
            seq(either(seq(either(seq(A, B)), C), seq(C, either(seq(A, B))))),
            id="a part of several words",
        ),
        pytest.param("^ a b $", seq(Boundary(), A, B, Boundary()), id="bounds of a clause"),
        pytest.param("(a|^) b", seq(either(seq(A), seq(Boundary())), B), id="a bound as alternative"),
    ],
)
def test_a_pattern_becomes_a_tree(text: str, body: Sequence) -> None:
    pattern = parse(text)
    assert pattern.text == text
    assert pattern.body == body


def test_any_order_means_every_order() -> None:
    """Four parts with gaps: twenty-four orders, three gaps each."""
    (choice,) = parse("{a … b … c … d}").body.items
    assert isinstance(choice, Choice)
    assert [option.items[::2] for option in choice.options] == list(permutations((A, B, C, D)))
    assert {option.items[1::2] for option in choice.options} == {(Gap(4),) * 3}


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        pytest.param("", 1, "needs at least one word", id="nothing"),
        pytest.param(" \t ", 1, "needs at least one word", id="white space"),
        pytest.param("[a] [b]", 1, "needs at least one word", id="only what may be missing"),
        pytest.param("(a|[b])", 1, "needs at least one word", id="an alternative that may be missing"),
        pytest.param("^ $", 3, "mark one place twice", id="only bounds"),
        pytest.param("^", 1, "needs at least one word", id="only a bound"),
        pytest.param("^ ^ a", 3, "mark one place twice", id="a bound twice"),
        pytest.param("… a", 1, "a gap stands between two words", id="a gap first"),
        pytest.param("a b …3", 5, "a gap stands between two words", id="a gap last"),
        pytest.param("a … [b]", 3, "a gap stands between two words", id="a gap before what may be missing"),
        pytest.param("[… a] b", 2, "a gap stands between two words", id="a gap first in what may be missing"),
        pytest.param("{[a] … b}", 6, "a gap stands between two words", id="a gap beside a part that may be missing"),
        pytest.param("a … … b", 5, "two gaps side by side", id="two gaps"),
        pytest.param("a ^ … b", 5, "cannot touch ^ or $", id="a gap after a bound"),
        pytest.param("a …0 b", 3, "a gap is 1 to 12 words wide", id="a gap of nothing"),
        pytest.param("a …13 b", 3, "a gap is 1 to 12 words wide", id="a gap too wide"),
        pytest.param("a …012 b", 3, "a gap is 1 to 12 words wide", id="a gap with a nought before it"),
        pytest.param("a …" + "9" * 5000 + " b", 3, "a gap is 1 to 12 words wide", id="a gap wider than any number"),
        pytest.param("a ...  b", 3, "a gap is written …", id="full stops for a gap"),
        pytest.param("(a b", 1, '"(" is not closed by ")"', id="an open bracket"),
        pytest.param("a [b {c d]", 10, '"]" does not close "{"; "}" is wanted first', id="brackets that cross"),
        pytest.param("a ]", 3, '"]" closes nothing', id="a closing bracket alone"),
        pytest.param("a | b", 3, '"|" stands only inside ( ) and [ ]', id="a bar outside brackets"),
        pytest.param("{a | b}", 4, '"|" stands only inside ( ) and [ ]', id="a bar in an any-order group"),
        pytest.param("a ()", 4, "an empty alternative", id="empty brackets"),
        pytest.param("[|a] b", 2, "an empty alternative", id="an empty alternative first"),
        pytest.param("(a||b)", 4, "an empty alternative", id="an empty alternative between"),
        pytest.param("(a|b|)", 6, "an empty alternative", id="an empty alternative last"),
        pytest.param("a {b}", 3, "{ } holds two to 4 parts", id="one part in any order"),
        pytest.param("{a b c d e}", 1, "{ } holds two to 4 parts", id="five parts in any order"),
        pytest.param("{a … b c}", 1, "the same gap stands between each two parts", id="a gap missing between parts"),
        pytest.param("{a … b …3 c}", 1, "the same gap stands between each two parts", id="different gaps"),
        pytest.param("{… a b}", 1, "the same gap stands between each two parts", id="a gap at the edge of a group"),
        pytest.param("{^ a}", 1, "they stand outside { }", id="a bound in any order"),
        pytest.param("x {a {b {c d}}}", 9, "{ } stands at most 2 deep", id="any order in any order in any order"),
        pytest.param("a <we", 3, '"<we" is not a class', id="a class that is not closed"),
        pytest.param("a <We>", 3, '"<We>" is not a class', id="a class in capitals"),
        pytest.param("a <3rd-party>", 3, '"<3rd-party>" is not a class', id="a class that begins with a digit"),
        pytest.param("a <>", 3, '"<>" is not a class', id="a class without a name"),
        pytest.param("a < b", 3, '"<" is not a class', id="a lone angle bracket"),
        pytest.param("a > b", 3, '">" has no meaning here', id="a lone closing angle bracket"),
        pytest.param(
            "läs[a|t]", 4, '"läs" is a word by itself; put a space after it', id="a bracket at the end of a word"
        ),
        pytest.param("(för )sent", 7, '"sent" is a word by itself; put a space before it', id="a word at a bracket"),
        pytest.param("<number>-tiden", 9, '"-tiden" is a word by itself', id="a word at a class"),
        pytest.param("sälj<we>", 5, '"sälj" is a word by itself', id="a class at a word"),
        pytest.param("a …3dje", 5, '"dje" is a word by itself', id="a word at the width of a gap"),
        pytest.param("a …4)", 5, '")" closes nothing', id="a bracket at the width of a gap"),
        pytest.param("~(a|b)", 1, '"~" needs a word of letters', id="an ending of brackets"),
        pytest.param("a (b|lån~)", 6, '"~" needs at least 4 letters', id="a beginning of too few letters"),
        pytest.param("kund ~", 6, '"~" needs a word of letters', id="a tilde apart from the word before it"),
        pytest.param("<we>~", 5, '"~" is a word by itself', id="a tilde after a class"),
        pytest.param(
            "(b|tyvärr, men)", 10, '"," is never part of a word', id="the column is that of the sign in the word"
        ),
    ],
)
def test_a_wrong_pattern_is_refused(text: str, column: int, message: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert caught.value.column == column


def test_brackets_may_stand_as_deep_as_the_limit_and_no_deeper() -> None:
    assert parse("(" * MOST_NESTED + "a" + ")" * MOST_NESTED)
    with pytest.raises(NotationError, match=f"more than {MOST_NESTED} deep") as caught:
        parse("(" * (MOST_NESTED + 1) + "a" + ")" * (MOST_NESTED + 1))
    assert caught.value.column == MOST_NESTED + 1


@pytest.mark.parametrize("opener", ["(", "[", "{", "(a [b {c "])
def test_deep_brackets_are_refused_and_do_not_exhaust_the_stack(opener: str) -> None:
    with pytest.raises(NotationError, match="deep"):
        parse(opener * 50_000)


@given(st.text() | st.text(alphabet="ab <>we(|)[]{}…12~=^$.,-'?\u200b"))
def test_whatever_is_written_is_read_or_refused_at_a_place(text: str) -> None:
    """No other error, and the column lies in the pattern or right behind it."""
    try:
        words = [leaf for leaf in parse(text).leaves() if not isinstance(leaf, Gap | Boundary)]
    except NotationError as error:
        column = error.column
    else:
        assert words
        column = 1
    assert 1 <= column <= len(text) + 1


WORDS = st.sampled_from(["a", "b", "<we>", "~lag", "=De", "kund~"])
PATTERNS = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda options: f"({'|'.join(options)})"),
        st.lists(inner, min_size=2, max_size=3).map(" … ".join),
        st.lists(WORDS, min_size=2, max_size=4).map(lambda parts: f"{{{' …2 '.join(parts)}}}"),
        st.tuples(WORDS, inner, WORDS).map(lambda parts: "{} [{}] ^ {}".format(*parts)),
    ),
    max_leaves=6,
)


@given(PATTERNS)
def test_what_is_put_together_rightly_is_read(text: str) -> None:
    """All words of the pattern come out as leaves, and no others."""
    words = [leaf for leaf in parse(text).leaves() if not isinstance(leaf, Gap | Boundary | Lemmas)]
    assert {leaf.name if isinstance(leaf, ClassRef) else leaf.text for leaf in words} == set(
        re.findall(r"[a-zA-Z]+", text)
    )
