"""XLIFF: which targets are read, what inline codes leave, and where each character stands."""

from __future__ import annotations

import html
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import Fault, ReadError
from tonelint.model import Language, Source
from tonelint.reading.decode import decode
from tonelint.reading.document import ReadOptions
from tonelint.reading.formats.xliff import MOST_NESTED, read_xliff
from tonelint.reading.markup import looks_like_html
from tonelint.reading.normalise import composed
from tonelint.reading.placeholders import BRANCH, PERSON, PLACEHOLDER, TIME
from tonelint.reading.prose import Prose

SAMPLES = Path(__file__).parents[2] / "samples" / "catalogues"


def read(text: str, path: str = "kund.xlf") -> list[Prose]:
    """Everything that is read; nothing may be wrong."""
    proses = [found for found in read_xliff(Source(path, text), ReadOptions()) if isinstance(found, Prose)]
    return list(proses)


def texts(text: str, path: str = "kund.xlf") -> list[tuple[str, str]]:
    return [(prose.location, prose.rendering.text.text) for prose in read(text, path)]


def fault(text: str) -> Fault:
    """What is wrong, and what stood before it has been read."""
    with pytest.raises(ReadError) as caught:
        read(text)
    (found,) = caught.value.faults
    return found


def one(body: str, language: str = 'target-language="sv"') -> str:
    """A file of XLIFF 1.2 with some units."""
    return f'<xliff version="1.2"><file source-language="en" {language}><body>{body}</body></file></xliff>'


def two(body: str, language: str = 'trgLang="da"') -> str:
    """A file of XLIFF 2.0 with some units."""
    return f'<xliff version="2.0" srcLang="en" {language}><file id="f">{body}</file></xliff>'


def unit(target: str) -> str:
    return f'<trans-unit id="u"><source>x</source><target>{target}</target></trans-unit>'


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "<xliff/>",
        "<html><body><p>Ett två tre</p></body></html>",
        one(""),
        one('<trans-unit id="u"><source>Ett två tre</source></trans-unit>'),
        one(unit("")),
        one('<trans-unit id="u"><source>x</source><target/></trans-unit>'),
        one(unit("Spara")),
        one('<trans-unit id="u"><target state="needs-translation">Ett två tre</target></trans-unit>'),
        one('<trans-unit id="u"><target state="new">Ett två tre</target></trans-unit>'),
        one('<trans-unit id="u"><alt-trans><target>Ett två tre</target></alt-trans></trans-unit>'),
        one('<trans-unit id="u"><note>Ett två tre</note></trans-unit>'),
        one("<bin-unit><bin-target>Ett två tre</bin-target></bin-unit>"),
        one("<target>Ett två tre</target>"),
        two('<unit id="u"><segment><source>Ett två tre</source></segment></unit>'),
        two('<unit id="u"><segment state="initial"><target>Ett två tre</target></segment></unit>'),
        two('<unit id="u"><notes><note>Ett två tre</note></notes></unit>'),
        two(
            '<unit id="u"><mtc:matches xmlns:mtc="m"><mtc:match><source/><target>Ett två tre</target></mtc:match>'
            "</mtc:matches><segment><source>x</source></segment></unit>"
        ),
        two('<unit id="u"><segment><target>Eins zwei drei</target></segment></unit>', 'trgLang="de"'),
    ],
)
def test_nothing_is_read_but_translations_that_are_done(text: str) -> None:
    assert read(text) == []


TARGETS = {
    "Ett två tre": "Ett två tre",
    "Ett <g id='1'>två <g id='2'>tre</g></g> fyra": "Ett två tre fyra",
    "Ett <mrk mtype='seg' mid='0'>två</mrk> tre": "Ett två tre",
    "Ett <pc id='1'>två</pc> tre": "Ett två tre",
    "Ett <x id='1'/> tre": f"Ett {PLACEHOLDER} tre",
    "Ett <x id='1'></x> tre": f"Ett {PLACEHOLDER} tre",
    "Hej <x id='agent_name'/> på er": f"Hej {PERSON} på er",
    "Hej <x id='INTERPOLATION' equiv-text='{{agent.name}}'/> på er": f"Hej {PERSON} på er",
    "Klart <ph id='1' equiv='due' disp='{{dueDate}}'/> hos oss": f"Klart {TIME} hos oss",
    "Klart <ph id='1'>{{ticket.due_date}}</ph> hos oss": f"Klart {TIME} hos oss",
    "Ett <it id='1' pos='open'>[x]</it> tre": f"Ett {PLACEHOLDER} tre",
    "Ett<x id='1' ctype='lb'/>två tre": "Ett\ntvå tre",
    "Ett<ph id='1' type='fmt' subType='xlf:lb'/>två tre": "Ett\ntvå tre",
    "Ett<ph id='1'>&lt;br/></ph>två tre": "Ett\ntvå tre",
    "Ett <x id='1' equiv-text='&lt;b>'/>två<x id='2' equiv-text='&lt;/b>'/> tre": "Ett två tre",
    "Ett <x id='START_BOLD_TEXT' ctype='x-b'/>två<x id='CLOSE_BOLD_TEXT' ctype='x-b'/> tre": "Ett två tre",
    "Ett<x id='CLOSE_PARAGRAPH' ctype='x-p'/>två tre": f"Ett{BRANCH}två tre",
    "Ett <bpt id='1'>&lt;b></bpt>två<ept id='1'>&lt;/b></ept> tre": "Ett två tre",
    "Ett <bx id='1'/>två<ex id='1'/> tre": "Ett två tre",
    "Ett <sc id='1'/>två<ec startRef='1'/> tre<cp hex='0001'/>": "Ett två tre",
    "Ett två <ph id='1'>&lt;img alt='<sub>En bild</sub>'></ph> tre": (
        f"Ett två {PLACEHOLDER}{BRANCH}En bild{BRANCH} tre"
    ),
    "Ett två <bpt id='1'>title='<sub>En <x id='2'/> titel</sub>'</bpt>tre": (
        f"Ett två {BRANCH}En {PLACEHOLDER} titel{BRANCH}tre"
    ),
    "Ett <ph id='1'>a<ph id='2'>b</ph>c</ph> tre": f"Ett {PLACEHOLDER} tre",
    "Ett <!-- en kommentar -->två tre": "Ett två tre",
    "Ett <?php echo 'a' ?>två tre": "Ett två tre",
    "Ett <x id='1'/><!-- a --> tre": f"Ett {PLACEHOLDER} tre",
    "&#69;tt tv&#xE5; &quot;tre&quot; &apos;&amp;&#128578;": 'Ett två "tre" \'&🙂',
    "Ett <![CDATA[två & <b>tre</b> &amp; ]]>fyra": "Ett två & tre & fyra",
    "Ett <![CDATA[]]>två<![CDATA[ ]]>tre fyra": "Ett två tre fyra",
    "&lt;b&gt;Ett&lt;/b&gt; två &amp;amp; tre": "Ett två & tre",
    "Hej {{agent.name}}, ett två tre": f"Hej {PERSON}, ett två tre",
}


@pytest.mark.parametrize("target", TARGETS)
def test_inline_codes_leave_what_a_reader_meets_in_their_place(target: str) -> None:
    assert texts(one(unit(target))) == [('trans-unit "u"', TARGETS[target])]


def test_the_segments_of_a_unit_are_one_text() -> None:
    segments = (
        "<segment><source>1</source><target>Ett två.</target></segment>"
        "<segment><source>2</source><target>Tre fyra.</target></segment>"
        "<ignorable><source> </source><target>  </target></ignorable>"
        "<segment state='initial'><target>Nope.</target></segment>"
        "<segment><target>Fem sex.</target></segment>"
    )
    assert texts(two(f'<group id="g"><unit id="a/b">{segments}</unit></group>')) == [
        ('unit "a/b"', "Ett två. Tre fyra.  Fem sex.")
    ]


def test_names_may_have_a_prefix_and_ids_entities() -> None:
    text = (
        '<x:xliff xmlns:x="urn:x"><x:file target-language="sv"><x:trans-unit id="a&amp;b">'
        "<x:target>Ett <x:g id='1'>två</x:g> tre</x:target></x:trans-unit></x:file></x:xliff>"
    )
    assert texts(text) == [('trans-unit "a&b"', "Ett två tre")]


@pytest.mark.parametrize("encoding", ["UTF-8", "utf-16", "ISO-8859-1", "windows-1252", "x-unknown"])
def test_the_text_has_been_decoded_whatever_its_first_line_says(encoding: str) -> None:
    assert texts(f'<?xml version="1.0" encoding="{encoding}"?>\n' + one(unit("Ett två åt 👩"))) == [
        ('trans-unit "u"', "Ett två åt 👩")
    ]


def test_a_doctype_without_declarations_is_read_past() -> None:
    doctype = '<!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "http://example.com/xliff.dtd">'
    assert texts(doctype + one(unit("Ett &okänd; tre fyra"))) == [('trans-unit "u"', f"Ett {PLACEHOLDER} tre fyra")]


@pytest.mark.parametrize(
    ("text", "path", "language"),
    [
        (one(unit("Ett två tre")), "a.xlf", Language.SV),
        (one(unit("Ett två tre"), 'target-language="da-DK"'), "sv.xlf", Language.DA),
        (one(unit("Ett två tre"), ""), "messages.sv.xlf", Language.SV),
        (one(unit("Ett två tre"), ""), "a.xlf", None),
        (one('<trans-unit id="u"><target xml:lang="en">Ett två tre</target></trans-unit>'), "a.xlf", Language.EN),
        (two('<unit id="u"><segment><target>Ett två tre</target></segment></unit>'), "a.xliff", Language.DA),
    ],
)
def test_the_file_tells_the_language_and_else_the_path(text: str, path: str, language: Language | None) -> None:
    assert [prose.language for prose in read(text, path)] == [language]


def test_each_file_in_a_file_has_its_language() -> None:
    files = (
        f'<file target-language="{tag}"><trans-unit id="{tag}"><target>Ett två tre</target></trans-unit></file>'
        for tag in ("sv", "fr", "da")
    )
    assert texts(f"<xliff>{''.join(files)}</xliff>") == [
        ('trans-unit "sv"', "Ett två tre"),
        ('trans-unit "da"', "Ett två tre"),
    ]


@pytest.mark.parametrize(
    ("target", "is_whole"),
    [
        ("Vi hör av oss snart.", False),
        ("Hej Eva!\n\nVi har fått ditt mejl.", True),
        ("&lt;p>Hej Eva!&lt;/p>&lt;p>Vi har fått ditt mejl.&lt;/p>", True),
        ("Vi hör\r\nav oss.", False),
    ],
)
def test_a_translation_is_a_fragment_unless_it_is_a_mail(target: str, *, is_whole: bool) -> None:
    (prose,) = read(one(unit(target)))
    assert prose.is_whole is is_whole


BROKEN = {
    "Ett två tre": (1, 1, "not XML: syntax error"),
    "<xliff>\n<a>å</b></xliff>": (2, 7, "not XML: mismatched tag"),
    "<xliff>\n👩<a b=c/></xliff>": (2, 7, "not XML: not well-formed"),
    "<xliff>\r\nå &nbsp; ö</xliff>": (2, 3, "not XML: undefined entity"),
    "<xliff>\n<a>": (2, 4, "not XML: no element found"),
    "<xliff>\n</xliff>\nmer": (3, 1, "not XML: junk after document element"),
    "\n<?xml version='1.0'?><xliff/>": (2, 1, "not XML: XML or text declaration not at start"),
    "<xliff>å\x01</xliff>": (1, 9, "not XML: not well-formed"),
    "<xliff>\ud800</xliff>": (1, 8, "not XML: not well-formed"),
    "<xliff>" + "<g>" * 100_000: (1, 8 + 3 * (MOST_NESTED - 1), "deep in one another"),
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:30])
def test_what_is_wrong_is_told_with_its_place(text: str) -> None:
    line, column, words = BROKEN[text]
    found = fault(text)
    assert (found.path, found.line, found.column) == ("kund.xlf", line, column)
    assert words in found.message


def test_what_stands_before_a_fault_is_read() -> None:
    found = read_xliff(Source("kund.xlf", one(unit("Ett två tre") + "<x>")), ReadOptions())
    assert isinstance(next(found), Prose)
    with pytest.raises(ReadError):
        next(found)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "ett två tre">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "http://example.com/a.dtd"> %a;',
        "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)),
    ],
)
def test_no_entity_is_declared(declaration: str) -> None:
    found = fault(f"<!DOCTYPE xliff [\n{declaration}]>\n" + one(unit("Ett &a; &a9;")))
    assert found.line == 2
    assert "is declared here" in found.message


# What may stand in a target, what a reader meets of it, and the same for each line ending.
PARTS = {
    "ord ": "ord ",
    "åäö\n": "åäö\n",
    "👩‍👩‍👧": "👩‍👩‍👧",
    "e\u0301": "é",
    "  \t": "  \t",
    "&amp;": "&",
    "&lt;": "<",
    "&#229;": "å",
    "&#x1F642;": "🙂",
    "&#10;": "\n",
    "<![CDATA[a & b\n]]>": "a & b\n",
    "<![CDATA[]]>": "",
    "<!-- k &amp;\n å -->": "",
    "<?pi å?>": "",
    "<g id='1'>ett </g>": "ett ",
    "<g\n id='1'\n><mrk mtype='x'>två</mrk></g\n>": "två",
    "<x id='1'/>": PLACEHOLDER,
    "<x\n id='1'\n></x>": PLACEHOLDER,
    "<ph id='1'>å&amp;\n</ph>": PLACEHOLDER,
    "<ph id='1' disp='{{agent.name}}'/>": PERSON,
    "<bpt id='1'>&lt;b></bpt>": "",
    "<ept id='1'/>": "",
    "<x id='1' ctype='lb'/>": "\n",
}
TARGET = st.lists(st.sampled_from(sorted(PARTS)), max_size=12)
UNITS = st.lists(
    st.sampled_from(
        [
            "\n  <!-- å -->\n",
            "\n<trans-unit id='a'><source>Ett två tre</source><target>Fyra fem sex &amp; sju</target></trans-unit>",
            "<trans-unit id='👩'>\n<source>x</source>\n</trans-unit>",
            "<trans-unit id='b'><alt-trans><target>Zyxmärket</target></alt-trans><note>å</note></trans-unit>\n",
        ]
    ),
    max_size=3,
)
MARKER = "Zyxmärket"


def says(parts: list[str]) -> str:
    return "".join(PARTS[part] for part in parts)


@given(
    before=UNITS,
    after=UNITS,
    head=TARGET,
    tail=TARGET,
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_planted_word_is_found_at_its_line_and_column(
    before: list[str], after: list[str], head: list[str], tail: list[str], ending: str, codec: str
) -> None:
    whole = one("".join(before) + "@" + "".join(after)).replace("@", unit("Ett två " + "".join(head) + "@"))
    start, end = f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}'.split("@")
    text = start + MARKER + "".join(tail) + end
    source = decode(text.replace("\n", ending).encode(codec), "kund.xlf")

    (prose,) = (
        found
        for found in read_xliff(source, ReadOptions())
        if isinstance(found, Prose) and found.location == 'trans-unit "u"'
    )
    mapped = prose.rendering.text
    assert mapped.text == composed(f"Ett två {says(head)}{MARKER}{says(tail)}")
    at = mapped.text.index(MARKER)
    span = mapped.source_span(at, at + len(MARKER))
    assert source.text[slice(*span)] == MARKER
    lines = start.split("\n")
    assert source.position(span.start) == (len(lines), len(lines[-1]) + 1)


def stands_for(new: str, old: str) -> bool:
    """Whether a piece of prose is what its slice of the source says."""
    if old[0] == "<":
        return new == composed(PARTS[old.replace("\r\n", "\n").replace("\r", "\n")])
    return composed(html.unescape(old)) == new


@given(parts=TARGET, ending=st.sampled_from(["\n", "\r\n", "\r"]))
def test_each_character_stands_for_what_is_written_in_its_place(parts: list[str], ending: str) -> None:
    source = one(unit("ett två tre " + "".join(parts))).replace("\n", ending)
    (prose,) = read(source)
    mapped, done = prose.rendering.text, 0
    for piece in mapped.pieces:
        new, old = mapped.text[piece.start : piece.end], source[piece.source_start : piece.source_end]
        assert done <= piece.source_start < piece.source_end
        assert all(map(stands_for, new, old)) if piece.is_copy else stands_for(new, old)
        done = piece.source_end


# No apostrophes: ICU's syntax has its own opinion on two of them.
LETTERS = st.text(alphabet='ab å👩&<>]"\n\r\tx;#', max_size=20)


@given(
    st.lists(st.tuples(LETTERS, st.sampled_from(["text", "CDATA", "g", "comment"])), max_size=6),
    st.booleans(),
)
def test_text_is_read_as_elementtree_reads_it(runs: list[tuple[str, str]], has_declaration: bool) -> None:
    """Whatever its layout: line breaks, references, CDATA sections, elements and comments."""
    written = {
        "text": lambda run: html.escape(run).replace("å", "&#xE5;"),
        "CDATA": lambda run: f"<![CDATA[{run.replace(']]>', '')}]]>",
        "g": lambda run: f"<g id='1'>{html.escape(run)}</g>",
        "comment": lambda run: f"<!--{run.replace('-', '')}-->",
    }
    target = "ett två tre " + "".join(written[kind](run) for run, kind in runs)
    text = "<?xml version='1.0'?>\n" * has_declaration + one(unit(target))
    element = ET.fromstring(text).find(".//target")  # noqa: S314
    assert element is not None
    expected = "".join(element.itertext())
    (prose,) = read(text)
    if not looks_like_html(expected):
        assert prose.rendering.text.text == composed(expected)


def test_a_target_may_be_long_and_hold_many_codes() -> None:
    target = 20_000 * "ett &#229;r <x id='1'/> "
    assert texts(one(unit(target))) == [('trans-unit "u"', 20_000 * f"ett år {PLACEHOLDER} ")]


def test_a_target_that_is_no_text_is_named_and_left_out() -> None:
    text = one(unit("ett två tre") + "\n" + unit("ett två " + 300_000 * "&#229;<x/>") + unit("fyra fem sex"))
    first, fault, last = read_xliff(Source("kund.xlf", text), ReadOptions())
    assert isinstance(first, Prose)
    assert isinstance(last, Prose)
    assert isinstance(fault, Fault)
    assert (fault.line, fault.column) == (2, len("<trans-unit id='u'><source>x</source>") + 1)
    assert "left out" in fault.message


def test_a_file_is_read_part_by_part() -> None:
    """The parser is fed a megabyte at a time; a character may be cut in two there."""
    text = one("".join(unit(f"Ett två {'å👩' * 100} {number}") for number in range(5_000)))
    assert len(text.encode()) > 2 * 2**20
    assert [found.rsplit(" ", 1)[1] for _, found in texts(text)] == [str(number) for number in range(5_000)]


@given(st.text(alphabet="<>/&;x![]CDAT- \nåtarget", max_size=60).map(unit).map(one) | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        faults: tuple[Fault, ...] = ()
        read(text)
    except ReadError as error:
        faults = error.faults
    assert all(found.line and found.message.startswith("not XML: ") for found in faults)


SAMPLED = {
    "helpdesk.sv.xlf": [
        ('trans-unit "outage"', 11, 31, Language.SV),
        ('trans-unit "wrong-password"', 16, 36, Language.SV),
        ('trans-unit "closed-case"', 20, 29, Language.SV),
    ],
    "replies.da.xliff": [
        ('unit "parcel-lost"', 8, 19, Language.DA),
        ('unit "late-fee"', 22, 19, Language.DA),
        ('unit "chat-waiting"', 28, 19, Language.DA),
    ],
}


@pytest.mark.parametrize("name", SAMPLED)
def test_the_samples_are_read_unit_by_unit(name: str) -> None:
    source = decode((SAMPLES / name).read_bytes(), name)
    found = []
    for prose in read_xliff(source, ReadOptions()):
        assert isinstance(prose, Prose)
        assert not prose.is_whole
        text = prose.rendering.text
        first = next(offset for offset, char in enumerate(text.text) if char.isalpha())
        found.append((prose.location, *source.position(text.source_span(first, first + 1).start), prose.language))
    assert found == SAMPLED[name]
