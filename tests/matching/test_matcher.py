"""The matcher finds what the notation says, no more and no less; spaCy's Matcher is the oracle."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.matcher import Matcher as SpacyMatcher
from spacy.tokens import Doc
from spacy.util import get_lang_class

from tonelint.matching.determinised import Match
from tonelint.matching.matcher import Matcher
from tonelint.model import Language, Span, Zone, ZoneKind
from tonelint.notation.parser import parse
from tonelint.notation.patterns import Choice, ClassRef, Ending, Gap, Sequence, Word
from tonelint.words.tokens import Form, Sentence, Words, forms_of, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.notation.patterns import Node

CLASSES = {
    name: tuple(map(parse, entries))
    for name, entries in {
        "you": ["du", "ni"],
        "ought": ["borde", "skulle"],
        "noticed": ["läst", "kollat upp"],
        "firm": ["~bolaget", "postnord"],
        "many-firms": ["<firm>", "alla <firm>"],
    }.items()
}


def words_of(text: str, language: Language = Language.SV, zone: ZoneKind = ZoneKind.BODY) -> Words:
    everything = Span(0, len(text))
    return read_words(text, language, (Zone(everything, zone),), (everything,))


def found(pattern: str, text: str, language: Language = Language.SV, zone: ZoneKind = ZoneKind.BODY) -> list[str]:
    """The longest matches from each first word, as text."""
    matcher = Matcher([parse(pattern)], [], CLASSES, lambda words: forms_of(words, language))
    words = words_of(text, language, zone)
    longest = {match.first: match for match in matcher.read(words).sought.get(pattern, ())}
    return [text[words.spans[first].start : words.spans[last - 1].end] for first, last in longest.values()]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("du borde", "Ni borde veta.", id="another word is not found"),
        pytest.param("inte hjälpa", "Det går inte. Hjälpa kan vi.", id="a match does not leave its sentence"),
        pytest.param("vi … hjälpa", "Vi ser det, men att hjälpa är svårt.", id="a gap does not leave its clause"),
        pytest.param("vi … hjälpa", "Vi kan tyvärr inte längre ens hjälpa dig.", id="a gap has its width"),
        pytest.param("vi …2 hjälpa", "Vi kan inte ens hjälpa dig.", id="a gap may be narrower"),
        pytest.param("=Ni borde", "Och ni borde veta.", id="an exact word keeps its capitals"),
        pytest.param("~bolaget", "Bolagets bil stod still.", id="an ending stands at the end"),
        pytest.param("^ kontakta banken", "Vi vill kontakta banken.", id="a caret asks for the start of a clause"),
        pytest.param("hjälpa $", "Vi kan hjälpa dig.", id="a dollar asks for the end of a clause"),
        pytest.param("{vi kan}", "Vi ser att ni kan.", id="parts in any order stand side by side"),
        pytest.param("<number>", "Vi ringer på torsdag.", id="a number has a digit"),
        pytest.param("<name>", "Kanske i morgon. Ringer sedan.", id="the first word of a sentence is no name"),
        pytest.param("<name> …1 postnord", "Fråga postnord om det.", id="a word in small letters is no name"),
        pytest.param("<placeholder>", "Hej Anna.", id="a word is no placeholder"),
        pytest.param("<person-placeholder>", "Hej \ue000.", id="any placeholder is no person"),
    ],
)
def test_is_quiet(pattern: str, text: str) -> None:
    assert found(pattern, text) == []


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        pytest.param("du borde", "DU borde, du Borde", ["DU borde", "du Borde"], id="capitals do not matter"),
        pytest.param("inte kan", "Om vi inte, tyvärr, kan", [], id="words between are words"),
        pytest.param("tyvärr kan", "”Tyvärr”, (kan) vi", ["Tyvärr”, (kan"], id="punctuation is passed over"),
        pytest.param("<you> <ought>", "Då borde du. Ni skulle.", ["Ni skulle"], id="a class stands for its entries"),
        pytest.param("<noticed>", "Du har kollat upp det", ["kollat upp"], id="an entry may have several words"),
        pytest.param("<many-firms>", "Alla bussbolaget", ["Alla bussbolaget", "bussbolaget"], id="classes use classes"),
        pytest.param("{<you> … <ought>} ha", "Då borde du ha det", ["borde du ha"], id="braces take the other order"),
        pytest.param("vi [nog|så klart] ska", "Vi ska, vi så klart ska", ["Vi ska", "vi så klart ska"], id="optional"),
        pytest.param("vi (får|kan nu) gå", "Vi får gå, vi kan nu gå", ["Vi får gå", "vi kan nu gå"], id="a choice"),
        pytest.param("vi … hjälpa", "Nu kan vi inte alls hjälpa", ["vi inte alls hjälpa"], id="a gap skips words"),
        pytest.param("vi … hjälpa", "vi hjälpa", ["vi hjälpa"], id="a gap may be empty"),
        pytest.param("att vi", "Vi ser, att vi", ["att vi"], id="words side by side may begin a clause"),
        pytest.param("~bolaget", "Bolaget och Bussbolaget", ["Bolaget", "Bussbolaget"], id="an ending, bare and bound"),
        pytest.param("^ kontakta banken", "Om du vill, kontakta banken", ["kontakta banken"], id="after a comma"),
        pytest.param("hjälpa $", "Vi vill hjälpa, men. Får vi hjälpa?", ["hjälpa", "hjälpa"], id="before a comma or ?"),
        pytest.param("<number> %", "Det är 100 % säkert", ["100 %"], id="a per cent sign is a word"),
        pytest.param("<number>", "kl. 15:30 den 3/5", ["15:30", "3/5"], id="times and dates are numbers"),
        pytest.param("<name>", "Nu ringer Bodil och PostNord", ["Bodil"], id="a name is in no class"),
        pytest.param("<placeholder>", "Hej \ue001 och \ue000", ["\ue001", "\ue000"], id="all placeholders"),
        pytest.param("<time-placeholder>", "Kommer \ue002.", ["\ue002"], id="a placeholder for a time"),
    ],
)
def test_finds(pattern: str, text: str, matches: list[str]) -> None:
    assert found(pattern, text) == matches


def test_a_name_may_open_a_sign_off_line() -> None:
    """In a sign-off the first word of a line is a name like any other."""
    assert found("<name>", "Bodil Ek", zone=ZoneKind.SIGN_OFF) == ["Bodil", "Ek"]


def test_english_contractions_are_read_as_their_words() -> None:
    """A pattern of plain words finds the contracted forms, with either apostrophe."""
    texts = ["We can not", "we cannot", "We can't", "we can’t"]
    assert [found("we can not", text, Language.EN) for text in texts] == [[text] for text in texts]


def test_matches_come_by_pattern_and_equal_patterns_once() -> None:
    """Each pattern's matches stand under its text, all spans of each."""
    matcher = Matcher(map(parse, ["a … b", "a", "a"]), [], {}, lambda words: forms_of(words, Language.SV))
    assert matcher.read(words_of("a b b")).sought == {"a … b": (Match(0, 2), Match(0, 3)), "a": (Match(0, 1),)}


# --- spaCy's Matcher as the oracle -----------------------------------------------------------------------------------

ALPHABET = "abcd"
_words = st.sampled_from(ALPHABET)
_atoms = st.one_of(_words, _words.map("~{}".format), st.just("<x>"), st.just("<y>"))


def _join(parts: list[str], gaps: list[str]) -> str:
    text = parts[0]
    for gap, part in zip(gaps, parts[1:], strict=False):
        text += f" {gap} {part}"
    return text


_gaps = st.sampled_from(["", "", "…1", "…2"])
_runs = st.builds(_join, st.lists(_atoms, min_size=1, max_size=2), st.lists(_gaps, min_size=2, max_size=2))
_groups = st.one_of(
    _runs,
    st.builds("({}|{})".format, _runs, _runs),
    st.builds("{{{} {}}}".format, _atoms, _atoms),
    st.builds("{{{} …2 {} …2 {}}}".format, _atoms, _atoms, _atoms),
    st.builds("{} [{}] {}".format, _atoms, _runs, _atoms),
)
_patterns = st.builds(_join, st.lists(_groups, min_size=1, max_size=2), st.lists(_gaps, min_size=2, max_size=2))
_sentences = st.lists(st.lists(st.tuples(_words, st.booleans()), min_size=1, max_size=9), min_size=1, max_size=3)
ORACLE_VOCAB = get_lang_class("xx")().vocab
ORACLE_CLASSES = {"x": tuple(map(parse, ["a", "b c"])), "y": tuple(map(parse, ["<x>", "d", "d …1 a"]))}


Row = list[Word | Ending | Gap]


def _rows(node: Node) -> Iterator[Row]:
    """Every plain row of words and gaps that a node stands for."""
    match node:
        case ClassRef(name):
            for entry in ORACLE_CLASSES[name]:
                yield from _rows(entry.body)
        case Choice(options):
            for option in options:
                yield from _rows(option)
        case Sequence(items):
            for rows in product(*(list(_rows(item)) for item in items)):
                yield [part for row in rows for part in row]
        case Word() | Ending() | Gap():
            yield [node]


def _spacy_pattern(row: Row) -> list[dict[str, Any]]:
    """A row in spaCy's notation; TAG "B" marks the first word of a clause, which no gap may take or touch."""
    specs: list[dict[str, Any]] = []
    within = False
    for part in row:
        if isinstance(part, Gap):
            specs += [{"TAG": {"NOT_IN": ["B"]}, "OP": "?"}] * part.most
            within = True
            continue
        spec: dict[str, Any] = {"LOWER": part.text} if isinstance(part, Word) else {"LOWER": {"REGEX": f"{part.text}$"}}
        specs.append(spec | ({"TAG": {"NOT_IN": ["B"]}} if within else {}))
        within = False
    return specs


@settings(max_examples=200, deadline=None)
@given(st.lists(_patterns, min_size=1, max_size=4, unique=True), _sentences)
def test_finds_the_same_spans_as_spacys_matcher(patterns: list[str], sentences: list[list[tuple[str, bool]]]) -> None:
    """For random patterns and sentences, exactly the spans that spaCy finds for the patterns written out in full."""
    parsed = {text: parse(text) for text in patterns}
    expected, vocab = {}, ORACLE_VOCAB
    for text, pattern in parsed.items():
        oracle = SpacyMatcher(vocab)
        oracle.add("pattern", [_spacy_pattern(row) for row in _rows(pattern.body)])
        spans, offset = set(), 0
        for sentence in sentences:
            doc = Doc(
                vocab, words=[word for word, _ in sentence], tags=["B" if begins else "I" for _, begins in sentence]
            )
            spans |= {Match(first + offset, last + offset) for _, first, last in oracle(doc)}
            offset += len(sentence)
        expected[text] = spans
    matcher = Matcher(
        parsed.values(), [], ORACLE_CLASSES, lambda words: tuple(Form(word, word) for word in words.split())
    )
    matches = matcher.read(_plain_words(sentences)).sought
    assert {text: set(matches.get(text, ())) for text in patterns} == expected


def _plain_words(sentences: list[list[tuple[str, bool]]]) -> Words:
    flat = [word for sentence in sentences for word, _ in sentence]
    clauses = [begins for sentence in sentences for _, begins in sentence]
    bounds, first = [], 0
    for sentence in sentences:
        bounds.append(Sentence(first, first + len(sentence), ZoneKind.BODY))
        first += len(sentence)
    spans = tuple(Span(2 * index, 2 * index + 1) for index in range(len(flat)))
    return Words(tuple(flat), tuple(flat), spans, tuple(clauses), tuple(bounds))


def test_the_oracle_tells_a_clause_boundary() -> None:
    """The oracle forbids a gap to take or touch the first word of a clause; else it would prove nothing of clauses."""
    rows = [_spacy_pattern(row) for row in _rows(parse("a …1 b").body)]
    assert rows == [[{"LOWER": "a"}, {"TAG": {"NOT_IN": ["B"]}, "OP": "?"}, {"LOWER": "b", "TAG": {"NOT_IN": ["B"]}}]]
