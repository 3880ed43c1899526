"""What a template placeholder stands for, read from the words of its name.

That is all a rule needs to know of a placeholder: a person answers for the matter, a time is promised, or neither.
The signs that stand for template syntax in a text are named here.
"""

from __future__ import annotations

import re

PLACEHOLDER = "\ue000"
"""One word of unknown content."""
PERSON = "\ue001"
"""A person: of the company, or any person's name."""
TIME = "\ue002"
"""A date, a time of day, a deadline or a length of time."""
STAND_INS = PLACEHOLDER + PERSON + TIME
"""The words that stand for placeholders."""
BRANCH = "\u2029"
"""Stands between the branches of a template; a sentence ends here."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_QUOTED = re.compile(r"'[^'\n]*+'|\"[^\"\n]*+\"")
_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-zåäöæøé])(?=[A-ZÅÄÖÆØÉ])")
_NAME = re.compile(r"(?:name|namn|navn)(?:et|ets|s)?$")
_TIME_COMPOUND = re.compile(
    r"(?:datum|dato|tid|tiden|tider|tidspunkt|tidspunktet|klockslag|(?<!mid)dag|dagen|dagar|dage|timmar|minuter|minutter"
    r"|frist|fristen|deadline|duedate|deliverydate|startdate|enddate|timestamp|datetime|veckor|vecka)$"
)
_TIMES = _set(
    "date dates time times day days weekday today tomorrow hour hours minute minutes min mins week weeks month months "
    "eta due deadline slot timeslot when until expiry expires start "
    "klockan kl klokken klokkeslæt timme timmarna timer minut dage dagar ugedag ugedage uger månad månader "
    "måned måneder morgen senast senest förfaller forfalder forfald uge"
)
_AMOUNTS = _set("amount balance sum total price fee cost number nr no belopp beløb summa saldo pris antal")
_QUALIFIERS = _set("first last full given family middle sur public display real from for efter hela hele fullt")
_LINKS = _set("of på för for til till på av af")
_LOGINS = _set("username användarnamn brugernavn loginname hostname filename rename")
_PEOPLE = _set(
    "agent assignee adviser advisor representative rep signature initials sender signer operator handler manager "
    "caseworker employee teammate colleague consultant technician driver user customer client requester recipient "
    "tenant guest member patient person fname lname "
    "handläggare handläggaren medarbetare medarbetaren kundtjänstmedarbetare rådgivare avsändare mottagare signatur "
    "initialer kontaktperson kontaktpersonen ansvarig kollega tekniker chef teamledare kund kunden hyresgäst gäst "
    "sagsbehandler sagsbehandleren medarbejder medarbejderen rådgiver afsender modtager underskrift "
    "ansvarlig kunde lejer gæst supporter konsulent"
)
# Names of these are not names of people; a word counts with an ending, too ("företagets").
_THINGS = _set(
    "account app article bank brand business campaign carrier category channel city club company country course "
    "department dept domain event field file firm form group helpdesk hospital hotel inbox item label list location "
    "mailbox merchant order organization organisation package page place plan policy portal priority product project "
    "queue region restaurant role school section service shop site skill stage state status store street subscription "
    "survey system tag team template topic type unit vendor venue warehouse website "
    "avdelning bolag butik domän enhet fil firma fraktbolag förening företag förvaltning gata gatu grupp hotell "
    "kampanj kategori kommun konto kurs land lag leverantör marknad myndighet ort paket prioritet produkt projekt roll "
    "sjukhus skola stad stads tjänst transportör varumärke vara varu ämne ärende verksamhet webbplats "
    "afdeling by emne enhed forening forretning fragtfirma gade gruppe hjemmeside kommune kursus leverandør marked "
    "mærke pakke rolle sag sags skole sygehus tjeneste transportør vare vej virksomhed"
)
# Zendesk's "dynamic content": a text of its own, whatever it is called.
_TEXT_NAME = re.compile(r"\s*+dc\.")
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3


def kind_of(name: str) -> str:
    """The character that stands for a placeholder: ``PERSON``, ``TIME`` or ``PLACEHOLDER``.

    Args:
        name: what stands between the placeholder's brackets, filters and default values included.
    """
    if _TEXT_NAME.match(name):
        return PLACEHOLDER
    unquoted = _QUOTED.sub(" ", name)
    words = _words(unquoted)
    if (any(map(_is_time, words)) or words[-1:] == ["at"]) and not _AMOUNTS.intersection(words):
        return TIME
    return PERSON if _names_person(_words(re.split(r"[|,]", unquoted, maxsplit=1)[0])) else PLACEHOLDER


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_CAMEL.sub(" ", name))]


def _is_time(word: str) -> bool:
    return word in _TIMES or _TIME_COMPOUND.search(word) is not None


def _names_person(words: list[str]) -> bool:
    """Whether the words name a person: somebody's name, or a role that people have."""
    for index, word in enumerate(words):
        if (name := _NAME.search(word)) and word not in _LOGINS:
            return not _is_thing(_whose(words, index, word[: name.start()]))
    if words[-1:] in (["first"], ["last"]):
        words = words[:-1]
    return bool(words) and words[-1] in _PEOPLE


def _whose(words: list[str], index: int, head: str) -> str:
    """The word that says whose name it is: in the same word, after it ("name of the shop"), or before it."""
    if head and head not in _QUALIFIERS:
        return head
    if index + 1 < len(words) and words[index + 1] in _LINKS:
        return words[-1]
    return next((word for word in reversed(words[:index]) if word not in _QUALIFIERS), "")


def _is_thing(word: str) -> bool:
    stems = {
        word[: len(word) - ending] for ending in range(_LONGEST_ENDING + 1) if len(word) - ending >= _SHORTEST_STEM
    }
    return word in _THINGS or not stems.isdisjoint(_THINGS)
