"""gettext catalogues: which translations are read, under which name, and where each character stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import Fault, ReadError
from tonelint.model import Language, Source
from tonelint.reading.decode import decode
from tonelint.reading.document import ReadOptions
from tonelint.reading.formats.po import MOST_FAULTS, read_po
from tonelint.reading.normalise import composed
from tonelint.reading.prose import LONGEST_TEXT, Prose

SAMPLES = Path(__file__).parents[2] / "samples" / "catalogues"
HEADER = 'msgid ""\nmsgstr ""\n"Language: sv\\n"\n\n'


def read(text: str, path: str = "kund.po") -> list[Prose | Fault]:
    return list(read_po(Source(path, text), ReadOptions()))


def texts(text: str, path: str = "kund.po") -> list[tuple[str, str]]:
    """The location and the words of everything that is read; nothing may be wrong."""
    proses = read(text, path)
    return [(prose.location, prose.rendering.text.text) for prose in proses if isinstance(prose, Prose)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "# Bara en kommentar",
        'msgid ""\nmsgstr ""\n"Language: sv\\nX-Note: Ett två tre fyra fem.\\n"\n',
        'msgid "Ett två tre"\nmsgstr ""\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        'msgid "Save"\nmsgstr "Spara"\n',
        '#, fuzzy\nmsgid "a"\nmsgstr "Ett två tre"\n',
        '#: a.py:1\n#, python-format, fuzzy\nmsgid "a"\nmsgstr "Ett två tre"\n',
        '#= fuzzy\nmsgid "a"\nmsgstr "Ett två tre"\n',
        'msgctxt "x"\n#, fuzzy\nmsgid "a"\nmsgstr "Ett två tre"\n',
        '#~ msgid "a"\n#~ msgstr "Ett två tre"\n',
        '#~ msgid "a"\n#~ msgstr "Ett två tre',
        '#| msgid "Ett två tre"\n#~| msgid "Ett två tre"\n',
        'domain "Ett två tre"\n',
    ],
)
def test_nothing_is_read_of_what_is_not_in_use(text: str) -> None:
    assert read(text) == []


TABLE = {
    'msgid "a"\nmsgstr "Ett två tre"\n': [('msgid "a"', "Ett två tre")],
    'msgid"a"msgstr"Ett två tre"': [('msgid "a"', "Ett två tre")],
    'msgid "a"\r\nmsgstr "Ett "\r\n\t"två "\r\n\r\n"tre"': [('msgid "a"', "Ett två tre")],
    'msgid "a"\rmsgstr ""\r"Ett två"\r" tre"\r': [('msgid "a"', "Ett två tre")],
    'msgid "a" "b"\nmsgstr "Ett " "två " "tre"': [('msgid "ab"', "Ett två tre")],
    'msgctxt "mail"\nmsgid "a"\nmsgstr "Ett två tre"': [('msgctxt "mail" msgid "a"', "Ett två tre")],
    'msgctxt ""\nmsgid ""\nmsgstr "Ett två tre"': [('msgctxt "" msgid ""', "Ett två tre")],
    'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "Ett två tre"\nmsgstr[1] "Fyra fem sex"': [
        ('msgid "a" msgstr[0]', "Ett två tre"),
        ('msgid "a" msgstr[1]', "Fyra fem sex"),
    ],
    '#, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\n\nmsgid "a"\nmsgstr "Ett två tre"': [('msgid "a"', "Ett två tre")],
    '#, fuzzy\nmsgid "a"\nmsgstr "x"\nmsgid "b"\nmsgstr "Ett två tre"': [('msgid "b"', "Ett två tre")],
    'msgid "a"\nmsgstr "Ett två tre"\n#, fuzzy\nmsgid "b"\nmsgstr "x"': [('msgid "a"', "Ett två tre")],
    '#. not fuzzy\n#, no-wrap, fuzzy-not\nmsgid "a"\nmsgstr "Ett två tre"': [('msgid "a"', "Ett två tre")],
    'msgid "a"\n# mitt i\nmsgstr "Ett två tre"': [('msgid "a"', "Ett två tre")],
    r'msgid "say \"a\" \\ \n"' + '\nmsgstr "Ett två tre"': [(r'msgid "say \"a\" \\ \n"', "Ett två tre")],
    'msgid "' + 61 * "a" + '"\nmsgstr "Ett två tre"': [('msgid "' + 60 * "a" + '…"', "Ett två tre")],
    'msgid "' + 59 * "a" + '"\n"b"\nmsgstr "Ett två tre"': [('msgid "' + 59 * "a" + 'b"', "Ett två tre")],
    r'msgid "a"' + "\n" + r'msgstr "Ett \"två\"\ttre\\\n"': [('msgid "a"', 'Ett "två"\ttre\\\n')],
    r'msgid "a"' + "\n" + r'msgstr "Ett tv\xc3\xa5 tr\303\251 \xe5r"': [('msgid "a"', "Ett två tré år")],
    r'msgid "a"' + "\n" + r'msgstr "Ett\40två\x20tre\q\x"': [('msgid "a"', r"Ett två tre\q\x")],
    'msgid "a"\nmsgstr "Hej %(first_name)s, ring %s!"': [('msgid "a"', "Hej \ue001, ring \ue000!")],
    'msgid "a"\nmsgstr "Ett <b>två</b> tre &amp; fyra"': [('msgid "a"', "Ett två tre & fyra")],
    'msgid "a"\nmsgstr "Ett två tre"\ndomain "b"\nmsgid "c"\nmsgstr "d"': [('msgid "a"', "Ett två tre")],
}


@pytest.mark.parametrize("text", TABLE)
def test_translations_are_read_under_the_name_of_their_message(text: str) -> None:
    assert texts(text) == TABLE[text]


@pytest.mark.parametrize(
    ("header", "path", "language"),
    [
        ("Language: sv", "a.po", Language.SV),
        ("Language: da_DK", "sv.po", Language.DA),
        ("MIME-Version: 1.0\\nlanguage:en@quot", "a.po", Language.EN),
        ("Language: ", "locale/da/LC_MESSAGES/django.po", Language.DA),
        ("Language: xx", "sv.po", Language.SV),
        ("X-Language: da", "a.po", None),
        ("Language-Team: Danish", "a.po", None),
    ],
)
def test_the_header_tells_the_language_and_else_the_path(header: str, path: str, language: Language | None) -> None:
    text = f'#, fuzzy\nmsgid ""\nmsgstr ""\n"{header}\\n"\n\nmsgid "a"\nmsgstr "Ett två tre"\n'
    assert [found.language for found in read(text, path) if isinstance(found, Prose)] == [language]


@pytest.mark.parametrize(("header", "path"), [("de", "sv.po"), ("", "fi.po"), ("nb_NO", "a.po")])
def test_nothing_is_read_of_a_catalogue_in_a_foreign_language(header: str, path: str) -> None:
    assert read(f'msgid ""\nmsgstr "Language: {header}\\n"\nmsgid "a"\nmsgstr "Eins zwei drei"', path) == []


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("Vi hör av oss snart.", False),
        ("Vi har fått ditt mejl. Det ligger hos Karin. Hon svarar i dag.", False),
        (r"Hej!\n\nVi har fått ditt mejl.", True),
        ("Hej Eva! Vi har fått ditt mejl. Karin svarar i dag.", True),
    ],
)
def test_a_translation_is_a_fragment_unless_it_is_a_mail(text: str, *, is_whole: bool) -> None:
    (prose,) = read(f'msgid "a"\nmsgstr "{text}"')
    assert isinstance(prose, Prose)
    assert prose.is_whole is is_whole


OK = 'msgid "b"\nmsgstr "Fyra fem sex"\n'
BROKEN = {
    'msgid "a"\nmsgstr "Ett två tre\n': (2, 8, "never closed"),
    'msgid "a"\nmsgstr "Ett två"\n  "tre\n': (3, 3, "never closed"),
    'msgid "a"\nmsgstr "Ett två tre\\\n': (2, 8, "never closed"),
    '"Ett två tre"\n': (1, 1, "without a msgid or msgstr before it"),
    'msgid "a"\nmsgstr "Ett "två" tre"\n': (2, 14, r"a quotation mark inside a text is written \""),
    "msgid 'a'\n": (1, 1, "msgid without a text in double quotes"),
    'msgid "a"\nmsgstr\n': (2, 1, "msgstr without a text in double quotes"),
    'msgstr "Ett två tre"\n': (1, 1, "msgstr without a msgid before it"),
    'msgctxt "a"\nmsgstr "Ett två tre"\n': (2, 1, "msgstr without a msgid before it"),
    'msgid_plural "a"\n': (1, 1, "msgid_plural without a msgid before it"),
    'msgid "a"\n': (1, 1, "msgid without a msgstr after it"),
    'msgctxt "a"\n\nmsgctxt "b"\nmsgid "c"\nmsgstr "d"\n': (1, 1, "msgctxt without a msgstr after it"),
    'msgid "a"\nmsgstr "Ett två tre"\nmsgstr "Ett två tre"\n': (3, 1, "twice"),
    "Hej och välkommen\ntill oss\n": (1, 1, "text outside the quotes"),
    "👩 msgid\n": (1, 1, "text outside the quotes"),
    "<<<<<<< HEAD\n": (1, 1, "text outside the quotes"),
    'msgid "a"\nmsgstr[x] "Ett två tre"\n': (2, 1, "text outside the quotes"),
    'msgid "a"\nmsgstring "Ett två tre"\n': (2, 1, "text outside the quotes"),
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_fault_costs_the_entry_that_it_stands_in(text: str) -> None:
    first, *faults, last = read(OK.replace("b", "c") + "\n#\n" + text + OK)
    line, column, words = BROKEN[text]
    assert isinstance(first, Prose)
    assert isinstance(last, Prose)
    assert (first.location, last.location) == ('msgid "c"', 'msgid "b"')
    (fault,) = faults
    assert isinstance(fault, Fault)
    assert (fault.path, fault.line, fault.column) == ("kund.po", line + 4, column)
    assert words in fault.message


def test_a_message_without_translation_at_the_end_is_a_fault() -> None:
    prose, fault = read(OK + 'msgctxt "a"\nmsgid "b"\n')
    assert isinstance(prose, Prose)
    assert isinstance(fault, Fault)
    assert (fault.line, fault.column, fault.message) == (4, 1, "msgid without a msgstr after it")


def test_after_many_faults_the_file_is_given_up() -> None:
    found = read_po(Source("kund.po", 100_000 * 'msgid "a"\n'), ReadOptions())
    for _ in range(MOST_FAULTS):
        assert isinstance(next(found), Fault)
    with pytest.raises(ReadError, match="the rest is not read"):
        next(found)


def test_prose_instead_of_a_catalogue_is_one_fault() -> None:
    (fault,) = read("Bästa kund!\n" + 10_000 * "Vi hör av oss snart.\n")
    assert isinstance(fault, Fault)


def test_a_translation_may_be_long() -> None:
    words = 50_000 * 'ett \\"två\\" '
    ((_, text),) = texts(f'msgid "a"\nmsgstr "{words}"')
    assert text == 50_000 * 'ett "två" '


def test_a_translation_that_is_no_text_is_named_and_left_out() -> None:
    fault, prose = read(OK + 'msgid "a"\nmsgstr "ett två ' + LONGEST_TEXT * "å" + '"\n' + OK)[-2:]
    assert isinstance(fault, Fault)
    assert isinstance(prose, Prose)
    assert (fault.line, fault.column) == (4, 8)
    assert "left out" in fault.message


@given(st.text(alphabet='msgidtr "\\\n#~x01[]å👩', max_size=60) | st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read(text)
    except ReadError:
        return
    assert all(isinstance(item, (Prose, Fault)) for item in found)


# Characters and how they may be written in a string; nothing that template syntax, ICU's or markup would change.
WRITTEN = {
    '"': [r"\""],
    "\\": [r"\\"],
    "\n": [r"\n", r"\012"],
    "\t": [r"\t", "\t", r"\x09"],
    "å": ["å", r"\xc3\xa5", r"\303\xA5"],
    "👩": ["👩", r"\xf0\x9f\x91\xa9"],
    "a": ["a", r"\x61"],
    " ": [" ", r"\040"],
    "ö": ["ö"],
    "e": ["e"],
    ".": ["."],
    "n": ["n"],
}
FORMS = [(char, form) for char, forms in WRITTEN.items() for form in forms]
SEAMS = ["", "", "", '"\n"', '" "', '"\n\n  "', '""', '"\n""\n"']
MARKER = "Zyxmärket"


class Layout(NamedTuple):
    """A string as it is written, over lines, and what it says."""

    written: str
    says: str


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    forms = draw(st.lists(st.sampled_from(FORMS), max_size=20))
    seams = draw(st.lists(st.sampled_from(SEAMS), min_size=len(forms) + 1, max_size=len(forms) + 1))
    written = seams[-1] + "".join(form + seam for (_, form), seam in zip(forms, seams, strict=False))
    return Layout(written, "".join(char for char, _ in forms))


ENTRIES = st.sampled_from(
    [
        '# en kommentar\n#: a.c:1\n#, c-format\nmsgid "👩"\nmsgstr "Fyra fem sex"\n',
        'msgctxt "å"\nmsgid ""\n"a\\n"\nmsgid_plural "c"\nmsgstr[0] ""\nmsgstr[1] "Sju åtta nio"\n',
        '#~ msgid "x"\n#~ msgstr "Ett två tre"\n',
        "#. \ue000 {x}\n\n\n",
    ]
)


@given(
    before=st.lists(ENTRIES, max_size=3),
    after=st.lists(ENTRIES, max_size=3),
    head=layouts(),
    tail=layouts(),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_planted_word_is_found_at_its_line_and_column(
    before: list[str], after: list[str], head: Layout, tail: Layout, ending: str, codec: str
) -> None:
    start = HEADER + "".join(before) + 'msgctxt "här"\nmsgid "id"\nmsgstr "Ett två ' + head.written
    text = start + MARKER + tail.written + '"\n' + "".join(after)
    source = decode(text.replace("\n", ending).encode(codec), "kund.po")

    (prose,) = (
        found
        for found in read_po(source, ReadOptions())
        if isinstance(found, Prose) and found.location == 'msgctxt "här" msgid "id"'
    )
    mapped = prose.rendering.text
    assert mapped.text == composed(f"Ett två {head.says}{MARKER}{tail.says}")
    at = mapped.text.index(MARKER)
    span = mapped.source_span(at, at + len(MARKER))
    assert source.text[slice(*span)] == MARKER
    lines = start.split("\n")
    assert source.position(span.start) == (len(lines), len(lines[-1]) + 1)


@given(layout=layouts(), ending=st.sampled_from(["\n", "\r\n", "\r"]))
def test_each_character_stands_for_what_is_written_in_its_place(layout: Layout, ending: str) -> None:
    source = f'msgid "a"\nmsgstr "Ett två tre {layout.written}"\n'.replace("\n", ending)
    (prose,) = read(source)
    assert isinstance(prose, Prose)
    mapped, done = prose.rendering.text, 0
    for offset, char in enumerate(mapped.text):
        start, end = mapped.source_span(offset, offset + 1)
        assert source[start:end] in WRITTEN.get(char, [char])
        assert done <= start < end
        done = end


LETTERS = st.text(alphabet='ab åä👩"\\nxt#~.,\n\t', max_size=80)


class Message(NamedTuple):
    """An entry of a random catalogue."""

    context: str | None
    plural: bool
    translations: tuple[str, ...]
    flag: str
    is_obsolete: bool


MESSAGES = st.lists(
    st.builds(
        Message,
        context=st.none() | LETTERS,
        plural=st.booleans(),
        translations=st.tuples(LETTERS, LETTERS, LETTERS),
        flag=st.sampled_from(["", "", "c-format", "fuzzy"]),
        is_obsolete=st.sampled_from([False, False, True]),
    ),
    max_size=6,
)


def catalogue(messages: list[Message], width: int) -> str:
    """The messages as polib writes them."""
    file = polib.POFile(wrapwidth=width)
    file.metadata = {"Language": "sv", "Content-Type": "text/plain; charset=UTF-8"}
    for number, message in enumerate(messages):
        entry = polib.POEntry(msgid=f"id{number}", msgctxt=message.context, obsolete=message.is_obsolete)
        entry.flags = [message.flag] if message.flag else []
        if message.plural:
            entry.msgid_plural = f"ids{number}"
            entry.msgstr_plural = {index: f"Ett två tre {text}" for index, text in enumerate(message.translations)}
        else:
            entry.msgstr = f"Ett två tre {message.translations[0]}"
        file.append(entry)
    return str(file)


def polib_texts(text: str) -> list[tuple[str, str]]:
    """What polib reads of a catalogue: the name of each translation in use, and the translation."""
    found = []
    for entry in polib.pofile(text):
        if entry.obsolete or entry.fuzzy:
            continue
        if entry.msgstr_plural:
            found += [(f"{entry.msgid} {index}", told) for index, told in sorted(entry.msgstr_plural.items())]
        else:
            found.append((entry.msgid, entry.msgstr))
    return [(name, composed(told)) for name, told in found]


def own_texts(text: str) -> list[tuple[str, str]]:
    """The same as tonelint reads it."""
    found = []
    for location, told in texts(text):
        name = re.search(r'msgid "(id\d+)"(?: msgstr\[(\d)\])?$', location)
        assert name
        found.append((f"{name[1]} {name[2]}" if name[2] else name[1], told))
    return found


@given(messages=MESSAGES, width=st.sampled_from([12, 30, 78]))
def test_what_polib_writes_is_read_as_polib_reads_it(messages: list[Message], width: int) -> None:
    text = catalogue(messages, width)
    assert own_texts(text) == polib_texts(text)


NAMED_FORMS = [form for _, form in FORMS if not re.match(r"\\[x\d]", form)]
STRINGS = st.lists(st.lists(st.sampled_from(NAMED_FORMS), max_size=8).map("".join), max_size=5)


@given(st.lists(st.tuples(STRINGS, st.booleans(), st.booleans()), max_size=5), st.sampled_from(["", " ", "\t"]))
def test_strings_in_any_layout_are_read_as_polib_reads_them(
    entries: list[tuple[list[str], bool, bool]], indent: str
) -> None:
    """One string a line, and no escapes by number, since polib knows nothing else."""
    text = HEADER
    for number, (strings, is_fuzzy, is_obsolete) in enumerate(entries):
        lines = [f'msgid "id{number}"', 'msgstr "Ett två tre "', *(f'"{string}"' for string in strings)]
        text += "#, fuzzy\n" * is_fuzzy + "".join(f"{'#~ ' * is_obsolete}{indent}{line}\n" for line in lines) + "\n"
    assert own_texts(text) == polib_texts(text)


SAMPLED = {
    "sv.po": [
        ('msgctxt "mail" msgid "Your order %(number)s is late"', 22, 2, True),
        ('msgid "We have received your message"', 35, 9, False),
        ('msgid "The return was refused"', 40, 2, False),
        ('msgid "Something went wrong"', 45, 9, False),
        ('msgid "You have %d open case" msgstr[0]', 56, 12, False),
        ('msgid "You have %d open case" msgstr[1]', 57, 12, False),
    ],
    "da.po": [
        ('msgctxt "subject" msgid "Your stay"', 11, 9, False),
        ('msgctxt "mail" msgid "Your room was double-booked" msgstr[0]', 19, 2, True),
        ('msgctxt "mail" msgid "Your room was double-booked" msgstr[1]', 30, 2, True),
        ('msgctxt "page" msgid "Payment failed"', 41, 9, False),
        ('msgctxt "page" msgid "Not our fault"', 46, 9, False),
    ],
}


@pytest.mark.parametrize("name", SAMPLED)
def test_the_samples_are_read_entry_by_entry(name: str) -> None:
    source = decode((SAMPLES / name).read_bytes(), name)
    found = []
    for prose in read_po(source, ReadOptions()):
        assert isinstance(prose, Prose)
        assert prose.language == Language(name[:2])
        position = source.position(prose.rendering.text.source_span(0, 1).start)
        found.append((prose.location, *position, prose.is_whole))
    assert found == SAMPLED[name]


def test_the_samples_are_catalogues_to_polib_too() -> None:
    for name in SAMPLED:
        assert [entry.msgid for entry in polib.pofile(str(SAMPLES / name))]
