"""ICU messages: what they say in each of their readings, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import Span
from tonelint.reading import icu
from tonelint.reading.icu import icu_readings
from tonelint.reading.markup import read_plain, renderings
from tonelint.reading.placeholders import BRANCH, PERSON, PLACEHOLDER, TIME
from tonelint.reading.templates import readings
from tonelint.textmap import MappedText

SHOWN = str.maketrans({PLACEHOLDER: "¤", PERSON: "☺", TIME: "⏱", BRANCH: "¶"})


def texts(message: str) -> list[str]:
    """The readings of a message; signs written so that tables can be read."""
    return [text.text.translate(SHOWN) for text, _ in icu_readings(MappedText.of(message))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hej!",
        "Hej {name}, {0} {{count}} $t(key) %{name} %(name)s",
        "Tack för ditt mejl, {name}, plural och {date}.",
        '{{ name | default: "du" }}',
        "{count, plural, one {ett} other {fler}",
        "{count, plural, one {ett} other {fler}}}",
        "{count, plural, one {ett} other {fler}} {",
        "{count, plural, one {ett} other {fler}} {{x}}",
        "{count, plural} {count, plural,} {count, plural, one}",
        "{count, plural, {ett}}",
        "{n, number",
        "{n, plural, other {utan slut",
        "{n, number, {a}",
        "{, plural, other {a}}",
        "p {color: red} {n, number}",
        "it''s { }",
        "{a, select, other {" * 30 + "a" + "}}" * 30,
    ],
)
def test_what_is_no_icu_is_read_as_any_template(text: str) -> None:
    mapped = MappedText.of(text)
    assert list(icu_readings(mapped)) == list(readings(mapped))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        pytest.param("{agent} har {n, number} kvar, {x,number,::currency/EUR}", ["☺ har ¤ kvar, ¤"], id="values"),
        pytest.param("{d, date, short} {t,time} {x, date, 'kl.' {HH}}", ["⏱ ⏱ ⏱"], id="times"),
        pytest.param(
            "Du har {count, plural, =0 {inga ärenden} one {# ärende} other {# ärenden}}.",
            ["Du har ¤ ärenden.", "Du har inga ärenden.", "Du har ¤ ärende."],
            id="plural",
        ),
        pytest.param(
            "{g, select, male {Han} female {Hon} other {Hen}} svarar.",
            ["Hen svarar.", "Han svarar.", "Hon svarar."],
            id="select",
        ),
        pytest.param("{n, selectordinal, one{#:a} other{#:e}}", ["¤:e", "¤:a"], id="selectordinal"),
        pytest.param("{n,plural,offset:1 =1{du} other{du och #}}", ["du och ¤", "du"], id="offset, without spaces"),
        pytest.param("{n, plural,\n  one {a}\n  other {b}\n}", ["b", "a"], id="over lines"),
        pytest.param("{n, select, a {1} b {2}}", ["2", "1"], id="without other the last counts"),
        pytest.param("{n, select, other {a} b {c}}", ["a", "c"], id="other first"),
        pytest.param(
            "{a, select, x {1} y {2} other {3}} {b, plural, one {4} other {5}}",
            ["3 5", "1 4", "2 5"],
            id="several choices together",
        ),
        pytest.param(
            "{a, select, x {c {b, plural, one {1} other {#}} d} other {3}}",
            ["3", "c ¤ d", "c 1 d"],
            id="nested: each branch once",
        ),
        pytest.param("{a, plural, other {{b, select, other {#}} #}}", ["# ¤"], id="a hash belongs to its own plural"),
        pytest.param("{n, plural, one {} other {s}}", ["s"], id="an empty branch is no news"),
        pytest.param("it''s {n, number}, don't", ["it's ¤, don't"], id="apostrophes"),
        pytest.param("Skriv '{'1 a'}' eller '{a ''b'' c}'", ["Skriv {1 a} eller {a 'b' c}"], id="quoted braces"),
        pytest.param("{n, plural, other {'#' # '}'}}", ["# ¤ }"], id="quoted inside a branch"),
        pytest.param("{n, number} '{a {{", ["¤ {a {{"], id="quoted without an end"),
        pytest.param("{n, number} '#'", ["¤ '#'"], id="a hash outside plural needs no quotes"),
        pytest.param("<b>{n, plural, other {# %s [NAMN]}}</b>", ["<b>¤ ¤ ☺</b>"], id="other placeholders"),
    ],
)
def test_a_message_reads_as_it_is_shown(message: str, expected: list[str]) -> None:
    assert texts(message) == expected


def test_the_news_are_the_branches() -> None:
    message = "Du har {n, plural, =0 {inga} one {# sak} other {# saker}} av {g, select, a {{n, number}} other {x}}"
    found = [[message[slice(*span)] for span in within] for _, within in icu_readings(MappedText.of(message))]
    assert found == [[], ["inga", "{n, number}"], ["# sak"]]


def test_more_branches_than_twelve_are_read_together() -> None:
    """Each of them is read, and the work does not grow with their number times the length of the text."""
    message = (
        "A {n, select, " + " ".join(f"k{number} {{t{number}}}" for number in range(13)) + "} b {m, select, other {o}}"
    )
    assert texts(message) == ["A t12 b o", "A " + "¶".join(f"t{number}" for number in range(13)) + " b o"]
    (_, within) = list(icu_readings(MappedText.of(message)))[1]
    assert [message[slice(*span)] for span in within] == [f"t{number}" for number in range(12)]


@dataclass(frozen=True)
class Choice:
    """A choice to be written down: its branches, of which the one named ``other`` stands at some place."""

    is_plural: bool
    branches: tuple[Message, ...]
    other: int

    def in_order(self) -> list[Message]:
        return [self.branches[self.other], *(b for at, b in enumerate(self.branches) if at != self.other)]


Message = tuple[str | Choice, ...]


def messages(depth: int = 2) -> st.SearchStrategy[Message]:
    text = st.text(alphabet="aå{}'#👩 \n", min_size=1, max_size=6)
    if not depth:
        return st.tuples(text) | st.just(())
    choice = st.lists(messages(depth - 1), min_size=1, max_size=3).flatmap(
        lambda branches: st.builds(Choice, st.booleans(), st.just(tuple(branches)), st.integers(0, len(branches) - 1))
    )
    return st.tuples(text, choice, text) | st.tuples(choice, choice) | st.tuples(choice) | st.tuples(text)


def written(message: Message, *, in_plural: bool = False) -> str:
    """A message in ICU's syntax. All is quoted from the first sign that must be, and every apostrophe is doubled."""
    parts = []
    for part in message:
        if isinstance(part, str):
            signs = "[{}#].*" if in_plural else "[{}].*"
            parts.append(re.sub(signs, r"'\g<0>'", part.replace("'", "''"), flags=re.DOTALL))
            continue
        branches = [
            f"{'other' if at == part.other else f'k{at}'} {{{written(branch, in_plural=part.is_plural)}}}"
            for at, branch in enumerate(part.branches)
        ]
        parts.append(f"{{x, {'plural' if part.is_plural else 'select'}, {' '.join(branches)}}}")
    return "".join(parts)


def needed(message: Message) -> int:
    return max((sum(map(needed, part.branches)) for part in message if isinstance(part, Choice)), default=1)


def said(message: Message, number: int) -> str:
    """What a message says in a reading: the number goes through the branches, and through those inside each."""
    parts = []
    for part in message:
        if isinstance(part, str):
            parts.append(part)
            continue
        inner = number if number < sum(map(needed, part.branches)) else 0
        for branch in part.in_order():
            if inner < needed(branch):
                parts.append(said(branch, inner))
                break
            inner -= needed(branch)
    return "".join(parts)


@given(messages())
def test_a_message_written_in_icu_says_what_it_said(message: Message) -> None:
    """The template syntax of other languages is left as it stands: no sign of it can come up but ``{a}``."""
    icu_text = "{x, number}" + written(message)
    found = [text.text for text, _ in icu_readings(MappedText.of(icu_text))]
    count = needed(message)
    expected = [said(message, number) for number in range(count)] if count <= icu.MOST_READINGS else None
    if expected is None:
        assert len(found) <= 2
        return
    as_read = [_left(PLACEHOLDER + text) for text in expected]
    assert found[0] == as_read[0]
    remaining = iter(as_read)
    assert all(any(reading == text for text in remaining) for reading in found)


def _left(text: str) -> str:
    return next(readings(MappedText.of(text)))[0].text


@given(messages())
def test_each_character_stands_for_itself(message: Message) -> None:
    icu_text = "{x, number}" + written(message)
    for text, within in icu_readings(MappedText.of(icu_text)):
        done = 0
        for piece in text.pieces:
            new, old = text.text[piece.start : piece.end], icu_text[piece.source_start : piece.source_end]
            assert done <= piece.source_start < piece.source_end
            assert new == old or (new, old) == ("'", "''") or new in {PLACEHOLDER, BRANCH, " "}
            done = piece.source_end
        assert all(icu_text[start - 1] == "{" and icu_text[end] == "}" for start, end in within)


SIGNS = ("{", "}", "'", "''", "#", ",", " ", "\n", "x", "plural", "number", "other", "one", "=0", "{{", "}}")
PARTS = ("{x, plural, ", "{x, select, ", "other {", "one {", "{n, number}", "{d, date, ", "offset:1 ")


@given(st.lists(st.sampled_from(SIGNS + PARTS) | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_is_read_and_only_further_readings_have_news(text: str) -> None:
    (_, nothing), *further = icu_readings(MappedText.of(text))
    assert nothing == ()
    assert all(within for _, within in further)


@pytest.mark.parametrize("depth", [19, 21, 100_000])
def test_depth_is_bounded(depth: int) -> None:
    message = "{x, select, other {" * depth + "a" + "}}" * depth
    assert len(texts(message)) == 1
    assert (texts(message) == ["a"]) == (depth < 20)


class _Counting:
    """A pattern that counts how often it is tried."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.attempts = pattern, 0

    def search(self, text: str, start: int) -> re.Match[str] | None:
        self.attempts += 1
        return self.pattern.search(text, start)


@pytest.mark.parametrize("sign", [*SIGNS, *PARTS, "{x, select, other {a}}", "'{'", "{x, number} '"])
def test_twice_the_text_is_at_most_twice_the_work(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    attempts = []
    for size in (500, 1000):
        counting = _Counting(icu._MARK)
        with monkeypatch.context() as patch:
            patch.setattr(icu, "_MARK", counting)
            list(icu_readings(MappedText.of("{x, number}" + sign * size)))
        attempts.append(counting.attempts)
    assert attempts[1] <= 2 * attempts[0] + 2


@pytest.mark.parametrize("name", ["_SIGN", "_QUOTED", "_ARGUMENT", "_STYLE", "_ARGUMENT_END", "_OFFSET", "_SELECTOR"])
def test_no_pattern_goes_back(name: str) -> None:
    parsed = str(_parser.parse(getattr(icu, name).pattern))
    assert "MAX_REPEAT" not in parsed.replace("POSSESSIVE_REPEAT", "")
    assert "MIN_REPEAT" not in parsed


def test_what_a_branch_says_is_found_at_its_place() -> None:
    """As catalogues read it: the reading tells the syntax."""
    message = "Hej! {n, plural, one {Du borde ha ''läst'' villkoren.} other {Jag har svarat dig.}}"
    main, further = renderings(MappedText.of(message), read_plain, icu_readings)
    assert main.within == ()
    assert [message[slice(*span)] for span in further.within] == ["Du borde ha ''läst'' villkoren."]
    start = further.text.text.index("'läst'")
    quoted = message.index("''läst''")
    assert further.text.source_span(start, start + 6) == Span(quoted, quoted + 8)
