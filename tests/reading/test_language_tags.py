"""Languages by their tags and names, and by the names of files and folders."""

from __future__ import annotations

import pytest

from tonelint.model import Foreign, Language
from tonelint.reading.language_tags import language_of_path, language_of_tag

SV, DA, EN = Language


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("svamp", None, id="a word"),
        pytest.param("xy", None, id="two letters that are no code"),
        pytest.param("sv da", None, id="two codes"),
        pytest.param("api", None, id="three letters that are no code"),
        pytest.param("sv", SV, id="a code"),
        pytest.param(" SV ", SV, id="in capitals, with blanks"),
        pytest.param("da_DK", DA, id="with a region"),
        pytest.param("en-GB", EN, id="with a hyphen"),
        pytest.param("en-Latn-GB", EN, id="with a script"),
        pytest.param("sv_SE.UTF-8", SV, id="a locale of a system"),
        pytest.param("swe", SV, id="three letters"),
        pytest.param("Danish", DA, id="an English name"),
        pytest.param("svenska", SV, id="a name of its own"),
        pytest.param("nb-NO", Foreign("nb-NO"), id="another language"),
        pytest.param("de", Foreign("de"), id="another code"),
    ],
)
def test_language_of_tag(tag: str, language: Language | Foreign | None) -> None:
    assert language_of_tag(tag) == language


@pytest.mark.parametrize(
    ("path", "language"),
    [
        pytest.param("", None, id="no path"),
        pytest.param("svar.md", None, id="a name"),
        pytest.param("<stdin>", None, id="standard input"),
        pytest.param("bara-en.md", None, id="a word at the end of a name"),
        pytest.param("sv-ra-001.txt", None, id="what only begins like a tag"),
        pytest.param("/home/da/mail/x/svar.md", None, id="somebody called da"),
        pytest.param("/home/da/svar.md", None, id="whose home it stands in"),
        pytest.param("C:/Users/en/svar.md".removeprefix("C:"), None, id="whoever uses Windows"),
        pytest.param("sv/a/b/svar.md", None, id="a folder far above"),
        pytest.param("sv.json", SV, id="the whole name"),
        pytest.param("sv-SE.json", SV, id="with a region"),
        pytest.param("svar.da.md", DA, id="before the suffix"),
        pytest.param("svar.en.html.erb", EN, id="before several suffixes"),
        pytest.param("mail/sv/svar.md", SV, id="the folder"),
        pytest.param("locales/da/mail/svar.md", DA, id="the folder above"),
        pytest.param("sv/svar.da.md", DA, id="the nearest counts"),
        pytest.param("/home/eva/sv/svar.md", SV, id="a folder of somebody's"),
        pytest.param("de.json", Foreign("de"), id="another language"),
    ],
)
def test_language_of_path(path: str, language: Language | Foreign | None) -> None:
    assert language_of_path(path) == language
