"""YAML front matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Foreign, Language
from tonelint.reading.markup.front_matter import front_matter


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Hej\n---\nlang: sv\n---\n", id="not at the very top"),
        pytest.param("\n---\nlang: sv\n---\n", id="after an empty line"),
        pytest.param("---\nlang: sv\n", id="never closed"),
        pytest.param("----\nlang: sv\n----\n", id="four dashes"),
        pytest.param("--- lang: sv\n---\n", id="something after the dashes"),
    ],
)
def test_no_front_matter(text: str) -> None:
    assert front_matter(text) == (0, None)


@pytest.mark.parametrize("closing", ["---", "...", "---  "])
def test_it_ends_after_its_closing_line(closing: str) -> None:
    matter = f"---\ntitle: x\n{closing}\n"
    assert front_matter(matter + "Hej\n---\n").end == len(matter)
    assert front_matter(matter.removesuffix("\n")).end == len(matter) - 1


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("lang: sv", Language.SV),
        ("lang: sv-SE", Language.SV),
        ("language: da_DK", Language.DA),
        ('Lang: "en-GB"', Language.EN),
        ("lang: 'en'  # British", Language.EN),
        ("language:   Swedish", Language.SV),
        ("language: svenska", Language.SV),
        ("language: Dansk", Language.DA),
        ("language: engelsk", Language.EN),
        ("lang: swe", Language.SV),
        ("lang: nb-NO", Foreign("nb-NO")),
        ("lang: de", Foreign("de")),
        ("lang: svamp", None),
        ("lang: [sv, da]", None),
        ("lang: {{language}}", None),
        ("lang: sv da", None),
        ('lang: "sv', None),
        ("lang:", None),
        ("lang:sv", None),
        ("lang: # sv", None),
        ("  lang: sv", None),
        ("slang: sv", None),
        ("# lang: sv", None),
        ("lang: nb\nlanguage: sv", Foreign("nb")),
    ],
)
def test_its_first_language_key_at_the_margin_declares_the_language(
    line: str, language: Language | Foreign | None
) -> None:
    matter = f"---\ntitle: x\n{line}\nother: y\n---\n"
    assert front_matter(matter + "lang: da\n") == (len(matter), language)


@given(st.text())
def test_any_value_is_a_language_or_none(value: str) -> None:
    language = front_matter(f"---\nlang: {value}\n---\n").language
    assert language in {None, *Language} or isinstance(language, Foreign)
