"""Directives in the notes of XLIFF: each speaks of the unit that it stands in."""

from __future__ import annotations

from tonelint.model import Source
from tonelint.reading import Prose, read
from tonelint.reading.formats.xliff_notes import xliff_directives

FILE = """\
<xliff xmlns:x="urn:x" version="1.2"><file target-language="sv"><header>
<note from="a">tonelint: allow-file everywhere -- you &amp; me</note></header><body>
<!-- <note>tonelint: allow no</note> -->
<trans-unit id="1"><source>A</source><target><![CDATA[<note>tonelint: allow no</note> Hej du där]]></target>
  <note>
    tonelint: allow after
  </note></trans-unit>
<x:trans-unit id="2"><x:note>tonelint: allow before -- x</x:note><target>Ett två tre</target></x:trans-unit>
<trans-unit id="3"><note>about tonelint: allow no</note><target>Ett två tre</target></trans-unit>
<note>tonelint: allow outside</note>
</body></file></xliff>
"""


def test_a_note_speaks_of_its_unit() -> None:
    covered = {each.names[0].text: FILE[slice(*each.covers)] for each in xliff_directives(FILE)}
    assert covered.pop("everywhere") == FILE
    assert covered.pop("outside") == ""
    assert covered.pop("after").startswith('<trans-unit id="1">')
    assert covered.pop("before").startswith('<x:trans-unit id="2">')
    assert covered == {}


def test_references_in_a_reason_are_resolved() -> None:
    assert xliff_directives(FILE)[0].reason == "you & me"


def test_a_directive_stands_where_it_is_written() -> None:
    for directive in xliff_directives(FILE):
        assert FILE[slice(*directive.place.span)] == directive.place.text


def test_all_units_know_the_directives_of_the_file() -> None:
    found = [each for each in read(Source("a.xlf", FILE)) if isinstance(each, Prose)]
    assert len(found) == 3
    assert all(each.comments == xliff_directives(FILE) for each in found)


def test_signs_without_end_are_read_once() -> None:
    """Comments and sections that are never closed reach to the end of the file."""
    assert xliff_directives("<!-- <![CDATA[ " * 20_000 + "<note>tonelint: allow x</note>") == ()
