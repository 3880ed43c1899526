"""Directives in the comments of gettext catalogues: each speaks of the entry below it."""

from __future__ import annotations

import pytest

from tonelint.model import Source
from tonelint.reading import Prose, read
from tonelint.reading.formats.po_comments import po_directives

FILE = """\
# tonelint: allow-file everywhere -- why
msgid ""
msgstr "Language: sv\\n"

# tonelint: allow first, more -- because
#. allow: extracted
#: where.py:3
msgctxt "c"
msgid "One two three"
msgstr ""
"# tonelint: allow no\\n"
"Ett två tre"
msgid "Next one here"
msgstr "Nästa text här"

# tonelint: allow fuzzy
#, python-format, fuzzy
msgid "x"
msgstr "Ett två tre"
#. tonelint: allow no
#tonelint: allow no
# tonelint: allow plural
msgid "x"
msgid_plural "xs"
msgstr[0] "Ett två fyra"
msgstr[1] "Ett två fem"
# tonelint: allow-begin block
# tonelint: allow obsolete
#~ msgid "x"
#~ msgstr "y"
# tonelint: allow nothing
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_comment_speaks_of_the_entry_below_it(ending: str) -> None:
    """Of one that is not in use, nothing can be said."""
    text = FILE.replace("\n", ending)
    covered = {each.names[0].text: text[slice(*each.covers)].replace(ending, "\n") for each in po_directives(text)}
    assert covered == {
        "everywhere": FILE,
        "first": 'msgstr ""\n"# tonelint: allow no\\n"\n"Ett två tre"\n',
        "plural": 'msgstr[0] "Ett två fyra"\nmsgstr[1] "Ett två fem"\n',
        "block": "",
        "nothing": "",
    }


def test_all_texts_of_a_catalogue_know_its_directives() -> None:
    found = [each for each in read(Source("sv.po", FILE)) if isinstance(each, Prose)]
    assert len(found) == 4
    assert all(each.comments == po_directives(FILE) for each in found)


def test_a_catalogue_without_directives_has_none() -> None:
    (found,) = read(Source("sv.po", '# a comment\nmsgid "x"\nmsgstr "Ett två tre fyra"\n'))
    assert isinstance(found, Prose)
    assert found.comments == ()
