"""The configuration that is written for a repository, and what is said of it."""

from __future__ import annotations

import re

import pytest

from tonelint.configuration import combined, read_layer
from tonelint.configuration.reader import KEYS
from tonelint.initialise import MANY_FILES, configuration_text, told
from tonelint.model import Language
from tonelint.own_shapes import OwnShape
from tonelint.survey import NamedForLanguage, Survey

EMPTY = Survey(0, 0, (), (), (), ())
FULL = Survey(
    30,
    20,
    ((".md", 12), (".json", 1)),
    ((Language.SV, 9), (Language.EN, 4)),
    (
        NamedForLanguage(Language.DA, "**/*.da.md", is_told=True),
        NamedForLanguage(Language.DA, "mallar/da/**", is_told=True),
        NamedForLanguage(Language.EN, "mail/en/**", is_told=False),
        NamedForLanguage(Language.SV, 'mallar/"sv" åäö/**', is_told=True),
    ),
    (OwnShape("data/svar.yaml", "[].text", "språk", "namn", 300), OwnShape("x.csv", '"a.b"', "", "", 200)),
    ("README.md",),
)
UNSURE = Survey(1, 1, ((".md", 1),), ((Language.SV, 1),), FULL.named[2:3], ())

_EXAMPLE = re.compile(r"^#(?=\S|  )", re.MULTILINE)


def uncommented(text: str) -> str:
    """The configuration with all its examples in force."""
    return _EXAMPLE.sub("", text)


@pytest.mark.parametrize("seen", [EMPTY, FULL, UNSURE])
def test_the_configuration_is_valid(seen: Survey) -> None:
    layer = read_layer("tonelint.yaml", configuration_text(seen), "/team")
    assert layer
    assert combined([layer], "/team").overrides == tuple(layer.overrides)


@pytest.mark.parametrize("seen", [EMPTY, FULL, UNSURE])
def test_every_example_is_valid(seen: Survey) -> None:
    """And there is one of each key; two that contradict each other do not stand in one list."""
    text = uncommented(configuration_text(seen))
    assert set(re.findall(r"^([a-z-]+):", text, re.MULTILINE)) == set(KEYS)
    assert read_layer("tonelint.yaml", text, "/team")


@pytest.mark.parametrize("seen", [EMPTY, FULL])
def test_every_key_is_explained(seen: Survey) -> None:
    """By a line of prose right above it."""
    lines = configuration_text(seen).splitlines()
    for number, line in enumerate(lines):
        if re.match(r"#?[a-z-]+:", line):
            assert re.match(r"# \S", lines[number - 1]), line
    assert max(map(len, lines)) <= 120


def test_names_of_a_language_with_which_the_words_agree_are_examples() -> None:
    layer = read_layer("tonelint.yaml", uncommented(configuration_text(FULL)), "/team")
    assert layer
    stated = [([each.value for each in override.files], override.settings.language) for override in layer.overrides]
    assert stated == [(["**/*.da.md", "mallar/da/**"], Language.DA), (['mallar/"sv" åäö/**'], Language.SV)]


@pytest.mark.parametrize("seen", [EMPTY, FULL, UNSURE])
def test_no_override_is_in_force(seen: Survey) -> None:
    """What a configuration says of a language holds against the words, and copied templates would go unheard."""
    layer = read_layer("tonelint.yaml", configuration_text(seen), "/team")
    assert layer
    assert not layer.overrides


def test_data_of_an_own_shape_is_an_example_with_its_keys() -> None:
    layer = read_layer("tonelint.yaml", uncommented(configuration_text(FULL)), "/team")
    assert layer
    first, second = (entry.fields for entry in layer.fields)
    assert (first.files, first.reply, first.language, first.id) == (("data/svar.yaml",), ("[].text",), "språk", "namn")
    assert (second.files, second.reply) == (("x.csv",), ('"a.b"',))


def test_the_only_language_is_named() -> None:
    assert "# All that were looked into are in Swedish.\n#language: sv\n" in configuration_text(UNSURE)


def test_what_is_said_of_a_repository() -> None:
    assert told(FULL, "tonelint.yaml").splitlines() == [
        "written: tonelint.yaml",
        "",
        "13 files to lint: 12 .md, 1 .json",
        "(20 of 30 files were looked into)",
        "languages: Swedish (9), English (4)",
        'data/svar.yaml: sentences, but no reply in a known shape; see "fields" in tonelint.yaml',
        'x.csv: sentences, but no reply in a known shape; see "fields" in tonelint.yaml',
        'README.md: documentation rather than replies? see "exclude" in tonelint.yaml',
        "",
        "next: tonelint check       lints what is here",
        "      tonelint baseline    where that finds much: writes down what is known; later runs tell what is new",
    ]


def test_an_empty_repository_is_said_to_be_so() -> None:
    assert "no file with replies was found here" in told(EMPTY, "tonelint.yaml")


def test_few_files_need_no_baseline() -> None:
    few, many = (Survey(count, count, ((".md", count),), (), (), ()) for count in (MANY_FILES - 1, MANY_FILES))
    assert "baseline" not in told(few, "tonelint.yaml")
    assert "baseline" in told(many, "tonelint.yaml")
