"""Tables of inflected forms: a line a lemma."""

from __future__ import annotations

import pytest

from tonelint.rulebook.forms import Forms

TABLE = "säga: säger sa sagt\nkund: kunden\n12:\n"


@pytest.mark.parametrize(
    ("table", "lemma"),
    [
        pytest.param("", "säga", id="an empty table"),
        pytest.param(TABLE, "sa", id="a form of another lemma"),
        pytest.param(TABLE, "Säga", id="other capitals"),
        pytest.param(TABLE, "", id="no word"),
        pytest.param("\n : x\n", "", id="a line without a lemma"),
    ],
)
def test_an_unknown_lemma_stands_for_itself_alone(table: str, lemma: str) -> None:
    forms = Forms(table)
    assert lemma not in forms
    assert forms.of(lemma) == (lemma,)


def test_without_a_table_no_lemma_is_known() -> None:
    assert "säga" not in Forms()
    assert Forms().of("säga") == ("säga",)


@pytest.mark.parametrize(
    ("table", "lemma", "found"),
    [
        pytest.param(TABLE, "säga", ("säga", "säger", "sa", "sagt"), id="the lemma first, then its forms in order"),
        pytest.param(TABLE, "12", ("12",), id="a lemma that has no other form is known too"),
        pytest.param("a: b\r\n\r\nc: d\r\n", "c", ("c", "d"), id="empty lines and Windows line endings"),
        pytest.param(" a :  b   c ", "a", ("a", "b", "c"), id="white space does not matter"),
        pytest.param("a: b c\na: d\n", "a", ("a", "d"), id="of two lines for one lemma the later counts"),
        pytest.param("a", "a", ("a",), id="a lemma without a colon"),
    ],
)
def test_a_lemma_has_its_forms(table: str, lemma: str, found: tuple[str, ...]) -> None:
    forms = Forms(table)
    assert lemma in forms
    assert forms.of(lemma) == found
