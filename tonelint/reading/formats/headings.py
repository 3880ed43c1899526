"""Which columns of a table hold texts for customers, told by their headings alone.

Some headings say it themselves (``reply``, ``svartext``). Others are what any table may call a column (``text``,
``body``): they count only where another column, or the name of the file, speaks of ready-made texts. A category and a
language beside them are not enough: collections of what customers wrote have these as well.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Language
from tonelint.reading.language_tags import language_of_tag

if TYPE_CHECKING:
    from collections.abc import Sequence


def _names(listed: str) -> frozenset[str]:
    return frozenset(name.strip() for name in listed.split("/"))


_REPLIES = _names(
    """
    reply/replies/reply text/reply body/reply message/our reply/agent reply/company reply/support reply/staff reply/
    email reply/sent reply/suggested reply/draft reply/final reply/reply to customer/reply html/html reply/
    response/responses/response text/response body/our response/agent response/company response/support response/
    staff response/suggested response/draft response/final response/canned response/response html/response to customer/
    answer/answers/answer text/answer body/our answer/agent answer/company answer/support answer/answer html/
    canned reply/canned message/saved reply/macro text/macro body/macro content/template text/template body/
    template content/outgoing message/outgoing text/outgoing mail/message to customer/agent message/
    svar/svaret/svartext/svarstext/svarsmall/svarmall/standardsvar/autosvar/mallsvar/malltext/vårt svar/svar från oss/
    svar till kund/svar till kunden/svar kundtjänst/svar från kundtjänst/kundtjänsts svar/kundtjänstens svar/
    företagets svar/agentens svar/handläggarens svar/medarbetarens svar/makrotext/utgående text/utgående meddelande/
    utgående mejl/meddelande till kund/meddelande till kunden/mejl till kund/mejl till kunden/
    svartekst/svarstekst/svarskabelon/svarsskabelon/standardbesvarelse/besvarelse/besvarelsen/svarbrev/svarsbrev/
    skabelontekst/skabelonsvar/vores svar/svar fra os/svar til kunde/svar til kunden/svar fra kundeservice/
    kundeservices svar/virksomhedens svar/firmaets svar/agentens besvarelse/medarbejderens svar/sagsbehandlers svar/
    sagsbehandlerens svar/makrotekst/udgående tekst/udgående besked/udgående mail/besked til kunde/besked til kunden/
    mail til kunde/mail til kunden
    """
)
_COMMON = _names(
    """
    body/text/message/content/html/body text/body html/text body/html body/content html/message text/message body/
    plain text/plain body/value/meddelande/meddelandetext/innehåll/brödtext/besked/beskedtekst/tekst/indhold/brødtekst
    """
)
_TELLING = _names(
    """
    shortcut/short code/shortcode/hotkey/macro/macro name/macro title/macro id/template/template name/template title/
    template id/canned/canned id/canned name/snippet/snippet name/reply name/reply title/response name/response title/
    saved reply name/genväg/kortkommando/kortkod/mall/mallnamn/mallens namn/makro/makronamn/svarsnamn/textmall/
    genvej/tastaturgenvej/skabelon/skabelonnavn/skabelonens navn/makronavn/svarnavn/tekstskabelon
    """
)
_TELLING_STEM = re.compile(
    r"""
      macros? | makron? | makroer | templates? | snippets? | canned | (?:text[ ])?modules | text[ ]?moduler?
    | (?:saved|canned|auto|standard|quick|ready)[ ]?(?:repl(?:y|ies)|responses?|answers?) | replies
    | (?:standard|auto|mall|snabb|hurtig)?svar | (?:svars?|e-?post|mejl|mail|text)?mall(?:ar|arna)?
    | (?:svars?|mail|tekst|standard)?skabelon(?:er|erne)? | besvarelser | standardsvar
    """,
    re.VERBOSE,
)
_CUSTOMER = _names(
    """
    customer/customer message/customer text/customer question/customer inquiry/customer enquiry/customer request/
    customer complaint/customer mail/customer email text/question/inquiry/enquiry/complaint/incoming/incoming message/
    incoming text/incoming mail/user message/
    kund/kunden/kundens meddelande/kundmeddelande/kundens fråga/kundfråga/fråga/kundens text/kundtext/kundens mejl/
    kundens ärende/klagomål/kundens klagomål/inkommande/inkommande text/inkommande meddelande/inkommande mejl/
    kunde/kundens besked/kundebesked/kundens henvendelse/kundehenvendelse/henvendelse/henvendelsen/kundens spørgsmål/
    spørgsmål/kundetekst/kundens tekst/kundens mail/forespørgsel/klage/kundens klage/indgående/indgående besked/
    indgående tekst/indgående mail
    """
)
_LANGUAGE = _names(
    """
    language/lang/locale/language code/lang code/iso language/reply language/språk/sprak/språkkod/sprakkod/sprog/
    sprogkode
    """
)
_CAMEL = re.compile(r"(?<=[a-zåäöæøé])(?=[A-ZÅÄÖÆØÉ])")
_BETWEEN = re.compile(r"[\s_\-.()\[\]/:*]+")


class ReplyColumn(NamedTuple):
    """A column of texts for customers.

    Attributes:
        number: from 0.
        language: the language that its heading names (``svar_da``), or None.
    """

    number: int
    language: Language | None = None


class Columns(NamedTuple):
    """What the columns of a table hold; numbers count from 0.

    Attributes:
        replies: the texts for customers.
        language: the column that tells their language, or None.
        customer: the column of what the customer wrote, or None.
        id: the column that names a row in reports, or None.
    """

    replies: tuple[ReplyColumn, ...]
    language: int | None = None
    customer: int | None = None
    id: int | None = None


def known_columns(headings: Sequence[str], path: str) -> Columns | None:
    """What the columns of a table hold by their headings; None where no heading speaks of texts for customers.

    Args:
        headings: the cells of the first row.
        path: the file, whose name may speak of replies.
    """
    names = [_normalised(heading) for heading in headings]
    replies = _named(names, _REPLIES)
    if not replies and (is_named_for_replies(path) or not _TELLING.isdisjoint(names)):
        replies = _named(names, _COMMON)
    if not replies:
        return None
    return Columns(tuple(replies), _first(names, _LANGUAGE), _first(names, _CUSTOMER))


def speaks_of_replies(line: str) -> bool:
    """Whether some words of a line are a heading that says by itself that replies stand below it."""
    return any(_normalised(part) in _REPLIES for part in re.split(r'[,;\t|"]', line))


def is_named_for_replies(path: str) -> bool:
    """Whether a file's name says that texts for customers stand in it (``macros.json``, ``svarsmallar.csv``)."""
    words = _normalised(PurePath(path).name.split(".")[0]).split()
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return any(map(_TELLING_STEM.fullmatch, chain(words, pairs)))


def _named(names: list[str], wanted: frozenset[str]) -> list[ReplyColumn]:
    """The columns that are called so, alone or with a language behind; of the same text twice, not the HTML."""
    found = []
    for index, name in enumerate(names):
        base, _, last = name.rpartition(" ")
        if name in wanted:
            found.append(ReplyColumn(index))
        elif base in wanted and isinstance(language := language_of_tag(last), Language):
            found.append(ReplyColumn(index, language))
    return [column for column in found if "html" not in names[column.number].split()] or found


def _first(names: list[str], wanted: frozenset[str]) -> int | None:
    return next((index for index, name in enumerate(names) if name in wanted), None)


def _normalised(heading: str) -> str:
    """A heading in lower case, its words apart: ``replyText``, ``reply_text`` and ``Reply text`` are one."""
    return _BETWEEN.sub(" ", _CAMEL.sub(" ", heading)).strip().casefold()
