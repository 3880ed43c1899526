"""JSON, JSON Lines and YAML: which values are replies, where they stand, and what is said of broken files."""

from __future__ import annotations

import json
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.formats.streamed import Streamed
from tonelint.errors import Fault, ReadError
from tonelint.files import File
from tonelint.model import Language, Source
from tonelint.reading.decode import decode
from tonelint.reading.document import Fields, ReadOptions
from tonelint.reading.formats.parts import MOST_FAULTS
from tonelint.reading.formats.trees import read_json, read_jsonl, read_yaml
from tonelint.reading.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from tonelint.reading.document import Document

SAMPLES = Path(__file__).parents[2] / "samples" / "data"
NO_OPTIONS = ReadOptions()
READERS = {".json": read_json, ".jsonl": read_jsonl, ".yaml": read_yaml, ".yml": read_yaml}

MACRO = '{"type": "macro", "name": "x", "body_text": "Hej du!"}'


def found(document: Document, options: ReadOptions = NO_OPTIONS) -> tuple[list[Prose], list[Fault]]:
    """The prose and the faults of a file, an error at its end among them."""
    proses: list[Prose] = []
    faults: list[Fault] = []
    try:
        for each in READERS[Path(document.path).suffix](document, options):
            if isinstance(each, Fault):
                faults.append(each)
            else:
                proses.append(each)
    except ReadError as error:
        faults += error.faults
    return proses, faults


def places(path: str, text: str, options: ReadOptions = NO_OPTIONS) -> list[tuple[str, int, int, str]]:
    """The location, line, column and words of each text of a file without faults."""
    proses, faults = found(Source(path, text), options)
    assert faults == []
    return [(each.location, *position(each), each.rendering.text.text) for each in proses]


def faults_of(path: str, text: str, options: ReadOptions = NO_OPTIONS) -> list[tuple[int, int]]:
    """The lines and columns of what is wrong with a file, in which there is nothing to read."""
    proses, faults = found(Source(path, text), options)
    assert proses == []
    return [(fault.line, fault.column) for fault in faults]


def position(prose: Prose) -> tuple[int, int]:
    """The line and column of the first letter."""
    text = prose.rendering.text
    first = next(index for index, character in enumerate(text.text) if character.isalpha())
    return prose.source.position(text.source_span(first, first + 1).start)


def fields(*reply: str, files: str = "*", language: str = "", customer: str = "", name: str = "") -> ReadOptions:
    return ReadOptions((Fields((files,), reply, language=language, customer=customer, id=name),))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.json", ""),
        ("a.json", " \n"),
        ("a.yaml", ""),
        ("a.jsonl", "\n\n"),
        ("a.json", '{"text": "Hej", "reply": "Hej", "message": "Hej"}'),
        ("a.jsonl", '{"level": "info", "message": "Hej"}\n'),
        ("a.yaml", "text: Hej\nmessage: Hej\n"),
        ("a.json", '{"name": "x",}'),
        ("a.yaml", "a: [b\nc: d\n"),
        ("a.yaml", "a:\n\tb: c\n"),
        ("a.jsonl", "{\n"),
        ("settings.json", '{\n  // of the editor\n  "short_code": "a"\n}'),
        ("package.json", '{"short_code": "a",}'),
        ("pod.yaml", "spec: {{ .Values.short_code }}\nshort_code: [\n"),
        ("templates.yaml", "spec: {{- if .Values.on }}\nshort_code: [\n"),
        ("macros.json", '{"macros": []}'),
        ("a.json", '{"short_code": "x", "content": "–"}'),
        ("a.json", '{"type": "macro", "name": "x", "body_text": ""}'),
    ],
)
def test_ordinary_files_are_left_alone(path: str, text: str) -> None:
    assert found(Source(path, text)) == ([], [])


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.json", f"[{MACRO}]", [("[0].body_text", 1, 47, "Hej du!")]),
        ("a.jsonl", f"{{}}\n\n{MACRO}\r\n", [("body_text", 3, 46, "Hej du!")]),
        ("a.json", f"{MACRO}\n{MACRO}\n", [("body_text", 1, 46, "Hej du!"), ("body_text", 2, 46, "Hej du!")]),
        ("a.yml", "- short_code: hej\n  content: Hej **du**!\n", [("[0].content", 2, 12, "Hej du!")]),
        ("a.yaml", f"---\n{MACRO}\n---\n{MACRO}\n", [("body_text", 2, 46, "Hej du!"), ("body_text", 4, 46, "Hej du!")]),
        ("sv.json", '{"late": "Det är vårt fel."}', [("late", 1, 11, "Det är vårt fel.")]),
        ("sv.yml", "sv:\n  late: Det är vårt fel.\n", [("sv.late", 2, 9, "Det är vårt fel.")]),
        ("a.json", '{"shortcut": "x", "name": "y", "body": "Hej <b>du</b>"}', [("body", 1, 41, "Hej du")]),
    ],
)
def test_texts(path: str, text: str, expected: list[tuple[str, int, int, str]]) -> None:
    assert places(path, text) == expected


def test_what_is_known_of_a_text_is_passed_on() -> None:
    text = '{"language": "da", "actions": [{"name": "setResponseText", "arguments": {"body_text": "Hej."}}]}'
    ((prose,), _) = found(Source("a.json", text))
    assert (prose.language, prose.is_whole) == (Language.DA, True)
    ((prose,), _) = found(Source("sv.json", '{"late": "Det är vårt fel."}'))
    assert (prose.language, prose.is_whole) == (Language.SV, False)


class TestBrokenFiles:
    @pytest.mark.parametrize(
        ("path", "text", "line", "column"),
        [
            ("a.json", '{"short_code": "a",\n}', 2, 1),
            ("a.json", '{"short_code": "a"', 1, 19),
            ("macros.json", "{\n  // ours\n}", 2, 3),
            ("a.yaml", "short_code: [a\n", 2, 1),
            ("sv.yml", "sv:\n\tlate: x\n", 2, 1),
        ],
    )
    def test_a_file_that_would_have_been_read_is_named(self, path: str, text: str, line: int, column: int) -> None:
        assert faults_of(path, text) == [(line, column)]

    def test_a_file_that_the_team_names_is_named_whatever_it_holds(self) -> None:
        assert faults_of("package.json", "{\n// x\n}", fields("a")) == [(2, 1)]

    def test_nesting_is_bounded(self) -> None:
        assert faults_of("macros.json", "[" * 100_000) == [(1, 201)]


class TestBrokenLines:
    def test_they_are_named_and_the_others_read(self) -> None:
        proses, faults = found(Source("a.jsonl", f'{{"id": 1\n{MACRO}\n{{"body_text": \n{MACRO}\nx\n'))
        assert [position(prose) for prose in proses] == [(2, 46), (4, 46)]
        assert [(fault.line, fault.column) for fault in faults] == [(1, 9), (3, 15), (5, 1)]

    def test_a_broken_line_that_would_have_been_read_is_named_by_itself(self) -> None:
        assert faults_of("a.jsonl", f"{{}}\n{MACRO[:-1]}\n") == [(2, 54)]

    def test_only_the_first_are_named(self) -> None:
        _, faults = found(Source("a.jsonl", f"{MACRO}\n" + "x\n" * (MOST_FAULTS + 7)))
        assert [fault.line for fault in faults] == [*range(2, MOST_FAULTS + 2), 0]
        assert faults[-1] == Fault("a.jsonl", "17 lines are not JSON; only the first 10 are named")

    def test_lines_that_only_python_reads_are_left_alone(self) -> None:
        assert faults_of("a.jsonl", '{"rating": NaN}\n') == []

    def test_deep_nesting_is_a_broken_line(self) -> None:
        _, faults = found(Source("a.jsonl", f"{MACRO}\n{'[' * 200_000}\n"))
        assert [fault.line for fault in faults] == [2]


def test_one_line_is_held_at_a_time() -> None:
    """However long the file is, a reply is given before the lines behind it are asked for."""
    document = Streamed("a.jsonl", chain(["{}\n", "\n"], repeat(f"{MACRO}\n")))
    proses = read_jsonl(document, NO_OPTIONS)
    for number in range(3, 50):
        prose = next(proses)
        assert isinstance(prose, Prose)
        assert (prose.source.first_line, document.asked) == (number, number)


class TestFields:
    def test_what_the_team_names_is_read_and_nothing_else(self) -> None:
        options = fields("out[].text", language="lang", customer="in", name="nr")
        value = {"short_code": "x", "content": "nej", "in": "Va?", "out": [{"nr": 7, "lang": "da", "text": "Ja."}]}
        for path in ("a.json", "a.jsonl", "a.yaml"):
            ((prose,), faults) = found(Source(path, json.dumps(value)), options)
            assert faults == []
            assert (prose.location, prose.rendering.text.text) == ("out[0].text (id 7)", "Ja.")
            assert (prose.language, prose.customer) == (Language.DA, "Va?")

    def test_the_files_of_tools_are_read_where_the_team_names_them(self) -> None:
        assert places("package.json", '{"a": "Hej"}', fields("a")) == [("a", 1, 8, "Hej")]

    def test_other_files_are_read_as_ever(self) -> None:
        assert places("a.json", MACRO, fields("name", files="b.json")) == [("body_text", 1, 46, "Hej du!")]

    @pytest.mark.parametrize("path", ["a.json", "a.jsonl", "a.yaml"])
    def test_what_stands_nowhere_is_a_fault(self, path: str) -> None:
        assert found(Source(path, '{"b": 1}\n'), fields("a")) == (
            [],
            [Fault(path, 'nothing stands at a: the outermost value has the key "b"')],
        )

    def test_every_line_is_read_though_nothing_in_it_is_telling(self) -> None:
        assert faults_of("a.jsonl", '{"a": null}\n{"a"\n', fields("a")) == [(2, 5)]


WORDS = st.text(st.sampled_from("aÅ👋\u00a0 \"\\/'.:#-\n\t"), max_size=12)


@given(
    before=st.lists(WORDS, max_size=3),
    around=st.tuples(WORDS, WORDS),
    indent=st.sampled_from([None, 1, "\t"]),
    ending=st.sampled_from(["\n", "\r\n"]),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    ascii_only=st.booleans(),
    path=st.sampled_from(["a.json", "a.jsonl"]),
)
def test_a_planted_word_is_found_at_its_line_and_column_in_json(
    *,
    before: list[str],
    around: tuple[str, str],
    indent: str | int | None,
    ending: str,
    codec: str,
    ascii_only: bool,
    path: str,
) -> None:
    values = [{"id": words, "body": words} for words in before]
    planted = {"shortcut": "s", "name": "n", "body": f"{around[0]}planted{around[1]}"}
    if path == "a.json":
        text = json.dumps([*values, planted], indent=indent, ensure_ascii=ascii_only)
    else:
        text = "\n".join(json.dumps(value, ensure_ascii=ascii_only) for value in [*values, planted])
    text = text.replace("\n", ending)

    (prose,), faults = found(decode(text.encode(codec), path))

    assert faults == []
    assert prose.location == (f"[{len(before)}].body" if path == "a.json" else "body")
    check_planted(prose, text)


def check_planted(prose: Prose, text: str) -> None:
    """The planted word stands at the line and column that are counted by hand."""
    start = prose.rendering.text.text.index("planted")
    span = prose.rendering.text.source_span(start, start + len("planted"))
    above = text[: text.index("planted")].replace("\r\n", "\n")
    assert prose.source.text[slice(*span)] == "planted"
    assert prose.source.position(span.start) == (above.count("\n") + 1, len(above) - above.rfind("\n"))


def block(sign: str) -> Callable[[str], str]:
    return lambda text: f"{sign}\n" + "".join(f"    {line}\n" for line in text.split("\n"))


LAYOUTS: dict[str, Callable[[str], str]] = {
    '"': lambda text: yaml.safe_dump(text, default_style='"', width=20).strip().replace("\n", "\n    "),
    "'": lambda text: yaml.safe_dump(text, default_style="'", width=20, allow_unicode=True).replace("\n", "\n    "),
    "|": block("|"),
    "|2-": block("|2-"),
    ">": block(">"),
}
LINES = st.lists(st.sampled_from(["ord", "Å 👋 ord", "- ord", 'sa "hej" du', "c'est", "a: b # c", ""]), max_size=4)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(before=LINES, after=LINES, ending=st.sampled_from(["\n", "\r\n"]), mark=st.booleans())
def test_a_planted_word_is_found_at_its_line_and_column_in_yaml(
    layout: str, *, before: list[str], after: list[str], ending: str, mark: bool
) -> None:
    written = LAYOUTS[layout]("\n".join(["Hej", *before, "ett planted ord", *after]))
    text = f"# Å\n- shortcut: s\n  name: 'n'\n  body: {written}\n".replace("\n", ending)

    (prose,), faults = found(decode(("\ufeff" * mark + text).encode(), "a.yaml"))

    assert faults == []
    assert prose.location == "[0].body"
    check_planted(prose, text)


PARTS = st.sampled_from(
    ['{"', '"}', '"body_text": ', '"type": "macro"', ",", "[", "]", "\n", "- ", ": ", "'", "|", "\\u", "\t", "Å"]
)


@pytest.mark.parametrize("path", ["a.json", "a.jsonl", "a.yaml", "macros.json", "macros.yaml"])
@given(text=st.lists(PARTS, max_size=20).map("".join))
def test_any_file_is_read_or_its_faults_are_told(path: str, text: str) -> None:
    for fault in found(Source(path, text))[1]:
        assert fault.message
        assert fault.line <= text.count("\n") + 1


SAMPLE_FIELDS = ReadOptions(
    (
        Fields(("faq.json",), ("topics.*.answers[].text",), language="language", customer="asked", id="nr"),
        Fields(("*.jsonl",), ("out[]",), language="lang", customer="in", id="nr"),
        Fields(("**/*.yaml",), ("[].reply",), id="id"),
    )
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "faq.json",
            [
                ("topics.leverans.answers[0].text (id 4711)", 7, 95, "Vi packar det du beställt", '"två dagar". 📦'),
                ("topics.leverans.answers[1].text (id 4712)", 8, 49, "Vi pakker", "samme dag."),
            ],
        ),
        (
            "outbox.jsonl",
            [
                ("out[0] (id 1)", 1, 61, "Hej! Den skickades", "i går."),
                ("out[1] (id 1)", 1, 90, "Hej igen!", "hos ombudet."),
                ("out[0] (id 2)", 3, 62, "Hej! Den er på vej.", "på vej."),
                ("out[0] (id 5)", 6, 34, "Hi! It left", "this morning."),
            ],
        ),
        (
            "phrases.yaml",
            [
                ("[0].reply (id halsning)", 3, 10, "Hej och välkommen! Vad kan jag hjälpa", "dig med?"),
                (
                    "[1].reply (id vänta)",
                    7,
                    5,
                    "Jag tittar på det nu. Det tar",
                    "minuter.\nVill du hellre bli uppringd?",
                ),
                ("[2].reply (id tack)", 13, 5, "Tack för att du väntade.\n\nSå här", "blev det:\n"),
                ("[3].reply (id citat)", 17, 11, "Ni skrev 'inom tio dagar',", "gäller."),
                ("[4].reply (id radbrytning)", 19, 11, "Hej!\nVi har bytt plats på", "dina böcker."),
                ("[0].reply (id hej)", 23, 15, "Hej!", "Hej!"),
            ],
        ),
    ],
)
def test_samples(name: str, expected: list[tuple[str, int, int, str, str]]) -> None:
    proses, faults = found(File(name, SAMPLES / name), SAMPLE_FIELDS)
    assert [(fault.line, fault.column) for fault in faults] == ([(4, 55)] if name == "outbox.jsonl" else [])
    assert len(proses) == len(expected)
    for prose, (location, line, column, first, last) in zip(proses, expected, strict=True):
        text = prose.rendering.text
        assert (prose.location, *position(prose)) == (location, line, column)
        assert text.text.startswith(first)
        assert text.text.endswith(last)


def test_what_stands_beside_the_texts_of_the_samples() -> None:
    proses, _ = found(File("faq.json", SAMPLES / "faq.json"), SAMPLE_FIELDS)
    assert [prose.language for prose in proses] == [Language.SV, Language.DA]
    assert [prose.customer for prose in proses] == ["Varför tar det så lång tid?", ""]
    proses, _ = found(File("outbox.jsonl", SAMPLES / "outbox.jsonl"), SAMPLE_FIELDS)
    assert [prose.language for prose in proses] == [Language.SV, Language.SV, Language.DA, Language.EN]
    assert [prose.customer for prose in proses] == ["Var är min order?"] * 2 + ["Hvor er min ordre?", ""]
