"""Where the sentences stand in data of a shape of a team's own."""

from __future__ import annotations

import json

import pytest

from tonelint.model import Source
from tonelint.own_shapes import OwnShape, own_shape
from tonelint.reading import Fields, Prose, ReadOptions, read

LATE = "Hej! Vi beklagar att ditt paket är försenat. Vi skickar ett nytt till dig redan i dag, utan kostnad."
LOST = "Hej! Vi har letat efter paketet i tre dagar och inte funnit det. Pengarna kommer tillbaka i morgon."


def found(name: str, text: str) -> OwnShape | None:
    return own_shape(Source(name, text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", "{}"),
        ("a.json", json.dumps({"a": "Hej du!", "b": [1, True, None]})),
        ("a.json", json.dumps({"a": "Vi skickar ett nytt i dag."})),
        ("a.json", json.dumps({"a": "lorem ipsum dolor sit amet " * 9})),
        ("a.json", json.dumps({"a": "Wir bedauern sehr, dass Ihr Paket nicht angekommen ist. Wir senden es neu." * 3})),
        ("a.json", json.dumps(LATE)),
        ("a.json", json.dumps({" ": LATE})),
        ("package.json", json.dumps({"description": LATE})),
        ("a.json", '{"a": '),
        ("a.json", f'// {LATE}\n{{"a": "{LATE}"}}'),
        ("a.yaml", ""),
        ("a.yaml", "a: [\n"),
        ("a.csv", ""),
        ("a.csv", "nr\n1\n"),
        ("a.csv", f'nr,"svar\n{LATE}'),
        ("a.po", f'msgid "a"\nmsgstr "{LATE}"\n'),
    ],
)
def test_where_hardly_a_sentence_stands_nothing_is_said(name: str, text: str) -> None:
    """Nor of what is broken, belongs to a tool, or has no path by which it could be named."""
    assert found(name, text) is None


@pytest.mark.parametrize(
    ("data", "reply", "language", "name"),
    [
        ({"svar": LATE}, "svar", "", ""),
        ([{"svar": LATE}, {"svar": LOST}], "[].svar", "", ""),
        ({"a": {"b": [{"svar": LATE, "lang": "sv", "id": 7}]}}, "a.b[].svar", "lang", "id"),
        ({"svar": {"sen": LATE, "borta": LOST, "hel": LATE}}, "svar.*", "", ""),
        ({"sen": {"text": LATE, "språk": "sv"}, "borta": {"text": LOST, "språk": "sv"}}, "*.text", "språk", ""),
        ({"a.b": {'c"d': LATE}}, '"a.b"."c\\"d"', "", ""),
        ({"notes": "Fråga chefen först, innan du svarar.", "svar": LATE, "title": "Sen"}, "svar", "", "title"),
        ({"svar": LATE, "lang": "kort"}, "svar", "", ""),
    ],
)
def test_the_path_leads_to_most_of_the_sentences(data: object, reply: str, language: str, name: str) -> None:
    shape = found("a.json", json.dumps(data))
    assert shape
    assert (shape.reply, shape.language, shape.id) == (reply, language, name)


@pytest.mark.parametrize(
    ("name", "text", "reply"),
    [
        ("a.yaml", f"a:\n  - b: |\n      {LATE}\n", "a[].b"),
        ("a.yml", f"# ett\n---\na: 1\n---\nb: '{LATE}'\n", "b"),
        ("a.jsonl", json.dumps({"a": LATE}) + "\n" + json.dumps({"a": LOST}) + "\n", "a"),
        ("a.csv", f'nr;vart ord\n1;"{LATE}"\n2;"{LOST}"\n', "vart ord"),
        ("a.tsv", f"nr\tett.två\n1\t{LATE}\n", '"ett.två"'),
    ],
)
def test_what_is_said_is_what_the_configuration_wants(name: str, text: str, reply: str) -> None:
    """With it the file is read, and the sentences are found."""
    shape = found(name, text)
    assert shape
    assert shape.reply == reply
    fields = Fields((name,), (shape.reply,), language=shape.language, id=shape.id)
    read_now = list(read(Source(name, text), ReadOptions((fields,))))
    assert read_now
    assert all(isinstance(each, Prose) and each.rendering.text.text.strip() in {LATE, LOST} for each in read_now)
