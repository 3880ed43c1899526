"""What a glance at a repository tells: files with replies, languages, names."""

from __future__ import annotations

import subprocess
import sys

from tonelint.model import Language, Source
from tonelint.survey import MOST_PER_FORMAT, MOST_SHAPES, NamedForLanguage, Survey, sample, survey

SV = "Hej Anna! Vi beklagar att paketet är försenat, och vi skickar ett nytt i dag."
DA = "Hej Anna! Vi beklager, at pakken er forsinket, og vi sender en ny i dag."
EN = "Hi Anna! We are sorry that the parcel is late, and we are sending you a new one today."


def seen(files: dict[str, str]) -> Survey:
    return survey(list(files), [Source(path, text) for path, text in files.items()])


def test_an_empty_repository_holds_nothing() -> None:
    assert seen({}) == Survey(0, 0, (), (), (), ())


def test_files_with_replies_are_counted_by_format() -> None:
    """A data file counts only where a reply stands in it."""
    found = seen({"a.md": SV, "b.md": SV, "c.html": f"<p>{EN}</p>", "d.json": "{}", "svar.csv": f"svar\n{DA}\n"})
    assert (found.files, found.looked_into, found.replies) == (5, 5, 4)
    assert found.with_replies == ((".md", 2), (".csv", 1), (".html", 1))


def test_languages_are_told_by_the_words() -> None:
    """Once a file; foreign languages are left alone, as they are in linting."""
    found = seen({"a.md": SV, "b.md": f"{SV}\n\n{SV}\n\n{DA}", "c.md": "Wir bedauern, dass Ihr Paket nicht ankam."})
    assert found.languages == ((Language.SV, 2), (Language.DA, 1))


def test_what_cannot_be_read_is_passed_over() -> None:
    assert seen({"a.eml": "", "macros.json": "{", "b.md": EN}).with_replies == ((".md", 1),)


def test_folders_and_files_that_are_named_for_a_language() -> None:
    found = seen({"mail/sv/a.md": SV, "mail/sv/new/b.md": SV, "x/late.da.md": DA, "english/c.html": EN, "d.md": SV})
    assert found.named == (
        NamedForLanguage(Language.DA, "**/*.da.md", is_told=True),
        NamedForLanguage(Language.EN, "english/**", is_told=True),
        NamedForLanguage(Language.SV, "mail/sv/**", is_told=True),
    )


def test_names_that_the_words_speak_against() -> None:
    """One file is enough: a language that is stated for all would be wrong for it."""
    (named,) = seen({"sv/a.md": SV, "sv/b.md": EN}).named
    assert named == NamedForLanguage(Language.SV, "sv/**", is_told=False)


def test_words_that_tell_no_language_speak_against_no_name() -> None:
    assert seen({"sv/a.md": "OK!"}).named == (NamedForLanguage(Language.SV, "sv/**", is_told=True),)


def test_many_folders_of_one_name_are_one_pattern() -> None:
    assert seen({f"{number}/sv/a.md": SV for number in range(9)}).named == (
        NamedForLanguage(Language.SV, "**/sv/**", is_told=True),
    )


def test_files_that_hold_no_replies_tell_no_names() -> None:
    assert seen({"en/package.json": "{}", "de/a.md": SV}).named == ()


def test_names_with_signs_of_patterns_are_passed_over() -> None:
    found = seen({"[x]/sv/a.md": SV, "{a}.sv.md": SV, "a*.json": f'{{"a": "{SV * 2}"}}'})
    assert (found.named, found.shapes) == ((), ())


def test_the_largest_files_of_an_own_shape_are_told_of() -> None:
    files = {f"{number}.json": f'{{"a{number}": "{SV * (number + 2)}"}}' for number in range(5)}
    assert [shape.path for shape in seen(files).shapes] == ["4.json", "3.json", "2.json"][:MOST_SHAPES]


def test_a_folder_of_one_shape_is_one_pattern() -> None:
    files = {f"a/{number}.json": f'{{"a": "{SV * 2}"}}' for number in range(5)}
    assert [shape.path for shape in seen(files).shapes] == ["a/*.json"]
    assert len(seen({**files, "a/other.json": "{}"}).shapes) == MOST_SHAPES


def test_documentation_is_told_by_its_name_at_the_top() -> None:
    assert seen({"README.md": EN, "a/README.md": EN, "licence.txt": EN, "b.md": EN}).documentation == (
        "README.md", "licence.txt",
    )  # fmt: skip


def test_a_sample_has_some_of_each_format() -> None:
    few, many = ["a.html", "b.json"], [f"{number:04}.md" for number in range(1_050)]
    chosen = sample([*few, *many])
    assert set(few) <= set(chosen)
    assert sample(few) == few
    assert MOST_PER_FORMAT / 2 < len(chosen) - 2 <= MOST_PER_FORMAT
    assert chosen[-1] > "1000.md"


def test_no_spacy_is_needed() -> None:
    """It takes seconds to import."""
    code = "import sys, tonelint.initialise, tonelint.survey; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
