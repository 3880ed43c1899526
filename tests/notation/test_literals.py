"""Which literal words a pattern may hold, and how they are compared."""

from __future__ import annotations

import pytest

from tonelint.notation.literals import literal, shown
from tonelint.notation.patterns import Beginning, Ending, NotationError, Word


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("Tyvärr", Word("tyvärr"), id="capitals do not matter"),
        pytest.param("don’t", Word("don't"), id="a curly apostrophe is a straight one"),
        pytest.param("e\u0301tt", Word("étt"), id="a letter with its accent apart is one letter"),
        pytest.param("t.ex.", Word("t.ex."), id="an abbreviation keeps its full stops"),
        pytest.param("c:a", Word("c:a"), id="a colon may stand inside"),
        pytest.param("in-", Word("in-"), id="half a compound keeps its hyphen"),
        pytest.param("'s", Word("'s"), id="a clitic keeps its apostrophe"),
        pytest.param("24/7", Word("24/7"), id="digits and a slash are a word"),
        pytest.param("50%", Word("50%"), id="a spoken sign may end a word"),
        pytest.param("?", Word("?"), id="a question mark is a word"),
        pytest.param("&", Word("&"), id="an ampersand is a word"),
        pytest.param("a_b", Word("a_b"), id="an underscore may stand inside"),
        pytest.param("=De", Word("De", exact=True), id="an exact word keeps its capitals"),
        pytest.param("=A/S", Word("A/S", exact=True), id="an exact word may hold a slash"),
        pytest.param("=A.m.b.a.", Word("A.m.b.a.", exact=True), id="an exact word may end in a full stop"),
        pytest.param("=Ann-Marie", Word("Ann-Marie", exact=True), id="an exact word may hold a hyphen"),
        pytest.param("=Tele2", Word("Tele2", exact=True), id="an exact word may hold digits"),
        pytest.param("~Bolaget", Ending("bolaget"), id="an ending loses its capitals"),
        pytest.param("~hr-avdelningen", Ending("hr-avdelningen"), id="an ending may hold a hyphen"),
        pytest.param("~firma’s", Ending("firma's"), id="an ending has straight apostrophes"),
        pytest.param("kund~", Beginning("kund"), id="a beginning of four letters"),
        pytest.param("Återbetal~", Beginning("återbetal"), id="a beginning loses its capitals"),
    ],
)
def test_a_word_is_read(written: str, value: Word | Ending | Beginning) -> None:
    assert literal(written, 1) == value


@pytest.mark.parametrize(
    ("written", "column", "message"),
    [
        pytest.param("tyvärr,", 7, '"," is never part of a word', id="a comma"),
        pytest.param("”tyvärr", 1, '"”" is never part of a word', id="a quotation mark"),
        pytest.param("a;b", 2, '";" is never part of a word', id="a semicolon"),
        pytest.param("hej:", 4, '":" is never part of a word', id="a colon at the end"),
        pytest.param("och/", 4, '"/" is never part of a word', id="a slash at the end"),
        pytest.param(".hej", 1, '"." is never part of a word', id="a full stop before a word"),
        pytest.param("–", 1, '"–" is never part of a word', id="a dash"),
        pytest.param("§", 1, '"§" is never part of a word', id="a section sign"),
        pytest.param("tack🙂", 5, '"🙂" is never part of a word', id="a picture"),
        pytest.param("a\u200bb", 2, "U+200B (ZERO WIDTH SPACE) is never", id="a space without width, by its name"),
        pytest.param("a\u00adb", 2, "U+00AD (SOFT HYPHEN) is never", id="a soft hyphen, by its name"),
        pytest.param("a\ue000", 2, "U+E000 (a sign without name) is never", id="a sign that has no name"),
        pytest.param("-", 1, "of signs only ! % & + ? are", id="a lone hyphen"),
        pytest.param("_", 1, "of signs only ! % & + ? are", id="a lone underscore"),
        pytest.param(".", 1, "of signs only ! % & + ? are", id="a lone full stop"),
        pytest.param("'", 1, "of signs only ! % & + ? are", id="a lone apostrophe"),
        pytest.param("...", 1, '"..." is not a gap; a gap is written …', id="three full stops"),
        pytest.param("skickat..vidare", 8, '".." is not a gap; a gap is written …', id="full stops between words"),
        pytest.param("hur?så", 4, '"?" is a word by itself', id="a question mark inside"),
        pytest.param("kun~", 1, '"~" needs at least 4 letters before it', id="a beginning of three letters"),
        pytest.param("a\u0301bc~", 1, '"~" needs at least 4 letters', id="accents are no letters of a beginning"),
        pytest.param("kund-~", 1, "letters before it, and nothing else", id="a beginning with a hyphen"),
        pytest.param("kund24~", 1, "letters before it, and nothing else", id="a beginning with digits"),
        pytest.param("=Kund~", 1, "letters before it, and nothing else", id="an exact beginning"),
        pytest.param("~kund~", 1, "letters before it, and nothing else", id="a part of a word"),
        pytest.param("kund~~", 1, "letters before it, and nothing else", id="two tildes"),
        pytest.param("kund~en", 5, '"~" stands only right before a word', id="a tilde inside a word"),
        pytest.param("a=b", 2, '"=" stands only right before a word', id="an equals sign inside"),
        pytest.param("=~a", 2, '"~" stands only right before a word', id="both prefixes"),
        pytest.param("~", 1, '"~" needs a word of letters', id="a lone tilde"),
        pytest.param("=", 1, '"=" needs a word of letters', id="a lone equals sign"),
        pytest.param("=15", 1, '"=" needs a word of letters', id="an exact word without letters"),
        pytest.param("=-a", 1, '"=" needs a word of letters', id="an exact word that begins with a hyphen"),
        pytest.param("~3", 1, '"~" needs a word of letters', id="an ending without letters"),
        pytest.param("~kr.", 1, '"~" needs a word of letters', id="an ending with a full stop, which no norm keeps"),
        pytest.param("=hur?", 1, '"=" needs a word of letters', id="an exact word that is two words"),
    ],
)
def test_what_is_no_word_is_refused(written: str, column: int, message: str) -> None:
    """The column is that of the sign, counted from where the word stands."""
    with pytest.raises(NotationError) as caught:
        literal(written, 11)
    assert message in str(caught.value)
    assert caught.value.column == column + 10


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        pytest.param(",", '","', id="a sign that can be seen stands in quotation marks"),
        pytest.param("\u0301", "U+0301 (COMBINING ACUTE ACCENT)", id="an accent by itself is named"),
        pytest.param("\x07", "U+0007 (a sign without name)", id="a sign without a name has its number"),
    ],
)
def test_signs_are_shown(sign: str, text: str) -> None:
    assert shown(sign) == text
