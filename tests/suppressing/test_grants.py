"""What directives come to: blocks find their ends, and of several grants the narrowest counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.directives import NOWHERE, Directive, Verb, Word
from tonelint.model import Span
from tonelint.suppressing.grants import Grants

VERBS = {"[": Verb.BEGIN, "]": Verb.END}


def directive(verb: Verb, at: int, *names: str, covers: Span = NOWHERE) -> Directive:
    words = tuple(Word(name, Span(at, at + number + 1)) for number, name in enumerate(names))
    return Directive(verb, words, "", Word(verb, Span(at, at + 1)), Span(at, at + 1), covers=covers)


def blocks(signs: str) -> tuple[dict[int, Span], list[int]]:
    """What the blocks of directives cover, by where they begin, and where those without a partner stand.

    Each directive is a bracket and the names behind it, one letter each: ``[a ]a``.
    """
    directives = [directive(VERBS[sign[0]], 10 * number, *sign[1:]) for number, sign in enumerate(signs.split())]
    grants = Grants(directives)
    covered = {grant.directive.comment.start: grant.covers for grant in grants.grants}
    return covered, [each.comment.start for each in grants.unmatched]


@pytest.mark.parametrize(
    ("signs", "covered", "unmatched"),
    [
        ("", {}, []),
        ("[a ]a", {0: (1, 10)}, []),
        ("[a ]", {0: (1, 10)}, []),
        ("[ab ]ba", {0: (1, 10)}, []),
        ("[a [b ]b ]a", {0: (1, 30), 10: (11, 20)}, []),
        ("[a [b ]a ]b", {0: (1, 20), 10: (11, 30)}, []),
        ("[a [a ]a ]a", {0: (1, 30), 10: (11, 20)}, []),
        ("[a [b ] ]", {0: (1, 30), 10: (11, 20)}, []),
        ("[a [b ]a ]", {0: (1, 20), 10: (11, 30)}, []),
        ("[a [b ] ]a", {0: (1, 30), 10: (11, 20)}, []),
        ("[a", {}, [0]),
        ("]a", {}, [0]),
        ("]", {}, [0]),
        ("[a ]b", {}, [0, 10]),
        ("[ab ]a", {}, [0, 10]),
        ("[a ]a ]", {0: (1, 10)}, [20]),
        ("]a [a", {}, [0, 10]),
    ],
)
def test_blocks_find_their_ends(signs: str, covered: dict[int, tuple[int, int]], unmatched: list[int]) -> None:
    assert blocks(signs) == (covered, unmatched)


_spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(*pair))


@given(st.lists(st.tuples(st.sampled_from("ab"), _spans), max_size=8), st.integers(0, 31))
def test_of_several_grants_the_narrowest_counts(written: list[tuple[str, Span]], offset: int) -> None:
    """Held against looking at all of them."""
    grants = Grants(
        directive(Verb.LINE, 10 * number, name, covers=covers) for number, (name, covers) in enumerate(written)
    )
    found = grants.use("a", "b", offset)
    around = [covers for _, covers in written if covers.start <= offset < covers.end]
    assert (found.covers.end - found.covers.start if found else None) == min(
        (covers.end - covers.start for covers in around), default=None
    )
    assert list(grants.unused()) == [grant for grant in grants.grants if grant is not found]


def test_a_directive_grants_each_of_its_names() -> None:
    grants = Grants([directive(Verb.FILE, 0, "stalling", "hostility/scorn", covers=Span(0, 9))])
    assert grants.use("stalling/vague", "stalling", 3)
    assert [grant.name.text for grant in grants.unused()] == ["hostility/scorn"]
    assert not grants.use("hostility/other", "hostility", 3)
    assert grants.use("hostility/scorn", "hostility", 3)
    assert list(grants.unused()) == []
