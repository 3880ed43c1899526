"""Files of word classes: every wrong entry and every class that cannot be compiled is refused at its place."""

from __future__ import annotations

import pytest

from tests.helpers import faults_of, pointed_at
from tonelint.notation.parser import parse
from tonelint.notation.patterns import Lemmas, PartOfSpeech
from tonelint.rulebook.forms import Forms
from tonelint.rulebook.wordclasses import MOST_CLASSES_DEEP, ClassFile, inflected_words

FORMS = Forms("kund: kunden\nsäga: säger\nviktig: viktigt\n")


def faults_in(text: str, others: str = "") -> list[tuple[str, str]]:
    """Where the faults of a file point, and their messages; ``others`` is a second file of the language."""
    file = ClassFile("sv.yaml", text)
    classes = {**(ClassFile("others", others).classes if others else {}), **file.classes}
    return [(pointed_at(text, fault), fault.message) for fault in faults_of(lambda: file.check(classes, FORMS))]


def test_classes_are_read_with_their_entries() -> None:
    """An entry is a pattern, may name other classes and those that are built in."""
    file = ClassFile("sv.yaml", 'we: [vi, "vi <all>"]\nall: [alla, "<number>", "^ samtliga"]\n')
    assert file.classes == {
        "we": (parse("vi"), parse("vi <all>")),
        "all": (parse("alla"), parse("<number>"), parse("^ samtliga")),
    }
    file.check(file.classes, FORMS)


def test_a_class_may_name_one_of_another_file() -> None:
    file = ClassFile("sv.yaml", 'we: ["<all>"]')
    file.check({**file.classes, "all": (parse("alla"),)}, FORMS)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        pytest.param("", "", "the file is empty", id="an empty file"),
        pytest.param("[we]", "[we]", "a mapping is wanted here, not a list", id="a list"),
        pytest.param("{}", "{}", "the mapping is empty", id="no class"),
        pytest.param("we: vi", "vi", "a list of texts is wanted here, not a text", id="a text for a list"),
        pytest.param("we:", "", "a list of texts is wanted here, not nothing", id="nothing for a list"),
        pytest.param("we: []", "[]", "the list is empty", id="an empty list"),
        pytest.param("we: [vi, '']", "']", "the text is empty", id="an empty entry"),
        pytest.param("we: [vi]\nwe: [oss]", "we: [oss]", 'the key "we" stands here twice', id="a class twice"),
        pytest.param("We: [vi]", "We: [vi]", '"We" cannot name a class', id="a name in capitals"),
        pytest.param("att-få: [få]", "att-få: [få]", '"att-få" cannot name a class', id="a name beyond ASCII"),
        pytest.param("<we>: [vi]", "<we>: [vi]", '"<we>" cannot name a class', id="a name in angle brackets"),
        pytest.param(
            "3rd-party: [x]", "3rd-party: [x]", '"3rd-party" cannot name a class', id="a name no pattern could write"
        ),
        pytest.param("we-: [vi]", "we-: [vi]", '"we-" cannot name a class', id="a name that ends in a hyphen"),
        pytest.param("number: [ett]", "number: [ett]", '"number" is built in', id="a name that is built in"),
        pytest.param(
            "we: [vi, 'a <yuo>']\nyou: [du]",
            "<yuo>']",
            'unknown word class "yuo"; did you mean "you"?',
            id="a class that does not exist",
        ),
        pytest.param('we: ["\\"x"]', '\\"x"]', "is never part of a word of a reply", id="a quotation mark"),
        pytest.param('we: ["vi (alla|"]', '(alla|"]', '"(" is not closed by ")"', id="a bracket that is not closed"),
        pytest.param(
            "we: ['<we> alla']", "we: ['<we> alla']", "the class <we> is defined by itself", id="a circle of one"
        ),
    ],
)
def test_a_wrong_file_is_refused(text: str, place: str, message: str) -> None:
    ((found_place, found_message),) = faults_in(text)
    assert found_place == place
    assert message in found_message


def test_all_faults_come_at_once() -> None:
    """Those of the text, of the patterns, of the names and of the circles."""
    text = "A: [a]\nb: ['<c>']\nc: ['<b>', '<d>']\ne: [',', x]\ne: [y]\n"
    assert [message.split(";")[0].split(" (")[0] for _, message in faults_in(text)] == [
        '"A" cannot name a class: lower-case ASCII words joined by hyphens',
        "the class <b> is defined by itself",
        "the class <c> is defined by itself",
        'unknown word class "d"',
        '"," is never part of a word of a reply',
        'the key "e" stands here twice',
    ]


def test_a_pattern_over_two_lines_is_pointed_into() -> None:
    """Long lists are wrapped, and an entry with them."""
    assert faults_in("we: [vi, vi\n  alla <nn>, oss]")[0][0] == "<nn>, oss]"


def test_the_pattern_stands_in_the_message() -> None:
    ((_, message),) = faults_in("we: [vi) alla]")
    assert message == '")" closes nothing (in the pattern: vi) alla)'


def test_a_circle_may_run_through_two_files() -> None:
    assert faults_in("b: ['<a>']", others="a: ['<b>']") == [("b: ['<a>']", "the class <b> is defined by itself")]


def test_a_class_that_leads_to_a_circle_is_not_in_it() -> None:
    assert faults_in("a: ['<b>']\nb: ['x <b>']") == [("b: ['x <b>']", "the class <b> is defined by itself")]


def chain(length: int) -> str:
    return "c1: [ord]\n" + "".join(f"c{n}: ['<c{n - 1}>']\n" for n in range(2, length + 1))


def test_classes_may_lead_through_as_many_as_the_limit() -> None:
    file = ClassFile("sv.yaml", chain(MOST_CLASSES_DEEP))
    file.check(file.classes, FORMS)


def test_a_longer_chain_is_refused_once() -> None:
    """The next ones follow from it; nothing recurses down the chain."""
    ((place, message),) = faults_in(chain(5_000))
    assert place == f"c{MOST_CLASSES_DEEP + 1}: ['<c{MOST_CLASSES_DEEP}>']"
    assert message == "the class <c11> leads to its words through more than 10 classes"


def test_a_bomb_of_classes_is_refused_once() -> None:
    """Each class names the one before it ten times."""
    text = "c1: [ord]\n" + "".join(f"c{n}: ['{' '.join([f'<c{n - 1}>'] * 10)}']\n" for n in range(2, 10))
    ((place, message),) = faults_in(text)
    assert place.startswith("c7:")
    assert message == "the class <c7> unfolds to more than 100000 words"


def test_classes_of_a_wrong_file_are_known_by_name() -> None:
    """So that rules which use them need not be called wrong too."""
    assert ClassFile("sv.yaml", "we: [',']\nyou: [du]\n").classes == {"we": (), "you": (parse("du"),)}


def test_a_file_that_is_not_yaml_has_no_classes() -> None:
    assert ClassFile("sv.yaml", "we: [").classes == {}


# --- classes given by lemmas -----------------------------------------------------------------------------------------


def lemmas(text: str) -> list[Lemmas]:
    """What the classes of a file hold, where all are given by lemmas."""
    patterns = [pattern for entries in ClassFile("sv.yaml", text).classes.values() for pattern in entries]
    return [leaf for pattern in patterns for leaf in pattern.leaves() if isinstance(leaf, Lemmas)]


@pytest.mark.parametrize("part", list(PartOfSpeech))
def test_every_part_of_speech_can_be_written(part: PartOfSpeech) -> None:
    assert lemmas(f"a: {{{part}: 'kund, viktig'}}") == [Lemmas(part, ("kund", "viktig"))]


@pytest.mark.parametrize(
    ("written", "entries"),
    [
        pytest.param("kund", ("kund",), id="one entry"),
        pytest.param("Kund,GÄST", ("kund", "gäst"), id="capitals do not matter"),
        pytest.param("'var  och \n    en ,  kund'", ("var och en", "kund"), id="white space of any kind is one space"),
        pytest.param(">\n    kund,\n    gäst\n", ("kund", "gäst"), id="a folded text of several lines"),
        pytest.param(
            "kl., 24/7, a-kassa, it's, h&m, +46", ("kl.", "24/7", "a-kassa", "it's", "h&m", "+46"), id="signs"
        ),
        pytest.param("a & b, +", ("a & b", "+"), id="signs that are words"),
        pytest.param("no, 3", ("no", "3"), id="what YAML takes for something else"),
    ],
)
def test_entries_are_parted_by_commas(written: str, entries: tuple[str, ...]) -> None:
    assert lemmas(f"a:\n  words: {written}") == [Lemmas(PartOfSpeech.WORDS, entries)]


def test_a_class_may_hold_several_parts_of_speech() -> None:
    """Each is an entry, named by its key; the other classes of the file are lists as before."""
    file = ClassFile("sv.yaml", "a: {verbs: säga, nouns: kund, words: nej}\nb: [vi, '<a>']")
    assert [pattern.text for pattern in file.classes["a"]] == ["verbs: säga", "nouns: kund", "words: nej"]
    assert file.classes["b"] == (parse("vi"), parse("<a>"))
    file.check(file.classes, FORMS)


def test_words_need_no_table_of_forms() -> None:
    """They stand for themselves alone."""
    file = ClassFile("sv.yaml", "a: {words: 'icke listad'}")
    file.check(file.classes, Forms())


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        pytest.param(PartOfSpeech.VERBS, ["säga", "gå"], id="the first word of a verb's phrase"),
        pytest.param(PartOfSpeech.NOUNS, ["upp", "gå"], id="the last word of a noun's"),
        pytest.param(PartOfSpeech.ADJECTIVES, ["upp", "gå"], id="the last word of an adjective's"),
        pytest.param(PartOfSpeech.WORDS, [], id="no word of what is not inflected"),
    ],
)
def test_one_word_of_a_phrase_is_inflected(part: PartOfSpeech, wanted: list[str]) -> None:
    assert list(inflected_words(Lemmas(part, ("säga upp", "gå")))) == wanted


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        pytest.param("a: {}", "{}", "the mapping is empty", id="no part of speech"),
        pytest.param(
            "a: {noun: kund}",
            "noun: kund}",
            'unknown key "noun"; did you mean "nouns"? allowed: nouns, verbs, adjectives, words',
            id="an unknown part of speech",
        ),
        pytest.param(
            "a: {nouns: kund, nouns: kund}", "nouns: kund}", 'the key "nouns" stands here twice', id="a part twice"
        ),
        pytest.param(
            "a: {nouns: [kund]}", "[kund]}", "a text is wanted here, not a list; a text that begins", id="a list"
        ),
        pytest.param("a: {nouns: ' '}", " '}", "the text is empty", id="white space"),
        pytest.param("a:\n  nouns:\n", "", "the text is empty", id="nothing"),
        pytest.param(
            "a: {nouns: 'kund,, kund'}", "kund,, kund'}", "an entry is empty: two commas in a row", id="commas"
        ),
        pytest.param("a: {nouns: 'kund,'}", "kund,'}", "an entry is empty: two commas", id="a comma at the end"),
        pytest.param("a: {nouns: ', kund'}", ", kund'}", "an entry is empty: two commas", id="a comma at the start"),
        pytest.param(
            "a: {words: 'nej <we>'}",
            "nej <we>'}",
            '"<" has no place here: entries are plain words, parted by commas',
            id="a class in an entry",
        ),
        pytest.param("a: {words: nej | nix}", "nej | nix}", '"|" has no place here', id="a choice in an entry"),
        pytest.param("a: {words: nej … nix}", "nej … nix}", '"…" has no place here', id="a gap in an entry"),
        pytest.param("a: {words: ~bolaget}", "~bolaget}", '"~" has no place here', id="an ending for an entry"),
        pytest.param("a: {words: '=De'}", "=De'}", '"=" has no place here', id="an exact word for an entry"),
        pytest.param("a: {words: nej?}", "nej?}", '"?" has no place here', id="a question mark"),
        pytest.param("a: {words: 'a; b'}", "a; b'}", '";" has no place here', id="a semicolon for a comma"),
        pytest.param("a: {words: 'a, \u200b'}", "a, \u200b'}", "U+200B (ZERO WIDTH SPACE) has no", id="no width"),
        pytest.param(
            "a: {words: 'nej, -'}", "nej, -'}", '"-" has no place here', id="a hyphen alone, which is no word"
        ),
        pytest.param("a: {words: ...}", "...}", '"..." has no place here', id="full stops alone"),
        pytest.param(
            "a: {words: kom _ hit}", "kom _ hit}", '"_" has no place here', id="an underscore alone in a phrase"
        ),
        pytest.param(
            "a:\n  words: nej\n  nouns: kund, gäst",
            "kund, gäst",
            'no forms of "gäst" are known: write them out under "words", or add them to the table',
            id="a noun that no table lists",
        ),
        pytest.param("a: {verbs: säga upp, nouns: upp}", "upp}", 'no forms of "upp"', id="a second noun of no table"),
        pytest.param("a: {verbs: upp säga}", "upp säga}", 'no forms of "upp"', id="the first word of a verb's phrase"),
        pytest.param("a: {nouns: kund hos}", "kund hos}", 'no forms of "hos"', id="the last word of a noun's phrase"),
        pytest.param("a: {adjectives: lite lat}", "lite lat}", 'no forms of "lat"', id="the last of an adjective's"),
    ],
)
def test_wrong_lemmas_are_refused(text: str, place: str, message: str) -> None:
    """One fault, at the text in which it stands."""
    ((found_place, found_message),) = faults_in(text)
    assert found_place == place
    assert message in found_message


def test_each_lemma_that_no_table_lists_is_named() -> None:
    """In the order of the file, beside faults of other kinds."""
    text = "a: {verbs: 'ge, säga, ta'}\nb: ['<c>']\nd: {nouns: vara}"
    assert [message.split(":")[0].split(";")[0] for _, message in faults_in(text)] == [
        'no forms of "ge" are known',
        'no forms of "ta" are known',
        'unknown word class "c"',
        'no forms of "vara" are known',
    ]


def test_lemmas_count_as_words_of_the_class_that_unfolds() -> None:
    """Each entry once, however many forms it has."""
    text = f"a: {{words: '{', '.join(['ord'] * 1_001)}'}}\nb: ['{' '.join(['<a>'] * 100)}']"
    assert faults_in(text) == [(text.splitlines()[1], "the class <b> unfolds to more than 100000 words")]
