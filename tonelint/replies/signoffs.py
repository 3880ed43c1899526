"""Where a reply is signed: closing phrases, the names below them, and signatures without any phrase.

Whatever is taken for a signature goes unjudged by most rules, so a line counts as a name only if it is made of
capitalised words, and a phrase that could be a sentence ("Tack", "Ha det fint") counts only with names below it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from tonelint.replies.language_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIGNATURE_LINES = 6
"""The most lines that a signature has below its closing phrase."""

_ALWAYS = re.compile(
    r"(?:[^\W\d]+ ){0,3}[^\W\d]*(?:hälsning|hälsningar|hilsen|hilsner|regards|wishes|högaktning|højagtelse)"
    r"(?: (?:från|fra|from))?"
    r"|m ?v ?h|[vk]h|hälsar|vänligen|venligst|vennligst|högaktningsfullt|ærbødigst|allt gott|knus|kram|kramar från"
    r"|(?:yours )?(?:sincerely|faithfully|truly|respectfully|cordially)(?: yours)?|yours|best|all (?:the|my) best"
    r"|cheers|warmly|xo(?:xo)?"
)
"""Phrases that close a message wherever they stand alone on a line or before a name."""

_WITH_NAMES = re.compile(
    r"(?:ha|hav|have) (?:det|en|a)(?: [^\W\d]+){0,4}"
    r"|(?:trevlig|skön|fin|glad|god|goda|gott|dejlig|glædelig|rigtig|fortsat|fortsatt)(?: [^\W\d]+){1,2}"
    r"|(?:season s|[^\W\d]+) greetings|merry [^\W\d]+"
    r"|(?:hej|hejdå|hei|bye|farvel)(?: (?:så länge|då|så lenge|for now|hej))?|ha det|vi (?:ses|hörs|tales ved|høres)"
    r"|på (?:återseende|återhörande|gensyn)|tack(?: och hej| på förhand)?|tak for nu|takk|smaklig måltid|lycka till"
    r"|(?:many |with |our )?thanks(?: again| so much)?|thank you|take care|(?:lots of |much )?love|hugs|kramar|ciao"
    r"|(?:talk|speak|see you|until|bye)(?: [^\W\d]+){0,2}|looking forward to [^\W\d]+|happy [^\W\d]+|good luck"
    r"|fingers crossed|(?:med|with)(?: [^\W\d_]+){1,4}|held og lykke|på forhånd tak"
)
"""Phrases that close a message only where names follow."""

_LEGAL = re.compile(
    r"\borg(?:anisations)?\.?[ -]?(?:nr|nummer|no)\b|\bcvr\b|\bregistered (?:in|office|address|company)\b"
    r"|\bcompany (?:no|number|reg)|\bvat (?:no|nr|reg|number)|\bmoms(?:reg|nr)|\b(?:bolagets|styrelsens) säte\b"
    r"|\bf-skatt|\bconfidential|\bkonfidentiel|\bfortrolig|\bsekretess|\btavshedspligt|\bintended (?:only|solely|for)\b"
    r"|\b(?:privacy|cookie) (?:policy|notice|statement)|\b(?:integritets|privatlivs|persondata)poli|\bpersonuppgift"
    r"|\bpersonoplysning|\bunsubscribe\b|\bavregistrera\b|\bafmeld(?:e)?\b|\bmiljö|\bmiljøet\b|\bthe environment\b"
    r"|\bskriv(?:a)? (?:inte )?ut detta\b|\bbefore printing\b",
    re.IGNORECASE,
)
"""What legal and automatic text under a signature speaks of."""

_CONTACT = re.compile(
    r"\+?\(?\d[\d ()–-]{5,}\d|@|www\.|://|\b(?:tfn|tlf|tel|telefon|phone|mobil|direkt|direkte|växel)\b"
    r"|(?-i:\b(?:\d{3} ?\d\d|\d{4}) [A-ZÅÄÖÆØ])",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"\W*(?:p\.?\s?s\b|obs\b|nb\b)", re.IGNORECASE)
_SEPARATED = re.compile(r"\s*[,|/·•()]\s*|\s[–—-]\s")
_SIGNED = re.compile(r"(?:/{1,2}|~|[-–—])\s?(?=[^\W\d_]|[\ue000\ue001])")
_DELIMITER = re.compile(r"--\s?")
_SENTENCE_END = re.compile(r"[.!?…:;]$")
_NOT_IN_NAMES = re.compile(r"[.!?…;,]$|:")
_ABBREVIATED_END = re.compile(r"(?:^|[\s.])(?:[^\W\d_]|Ltd|Inc|Co|Corp|Dr|Jr)\.$")
_PLACEHOLDERS = "\ue000\ue001"
_PLAIN_WORD = re.compile(r"\w+|[\ue000-\ue002]")
_PARTICLES = frozenset(
    "på hos från fra i at of for för och og and & the med with bakom bag behind us oss os alla alle av af von van"
    " de la".split()
)
_TEAM = re.compile(
    r"\w*(?:team|teamet|gänget|gäng|gang|crew|tjänst|tjänsten|service|servicen|support|center|centret|desk|office"
    r"|department|avdelningen|afdelingen|holdet|enheten|förvaltningen|forvaltningen|nämnden|kontoret|family|vännerna)",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"(?:(?:alla|alle|everyone|everybody|all of us|dina?|ditt?|dine|your)(?: [^\W\d_][\w'’]*)?|vi|oss|os)"
    r" (?:på|hos|från|fra|at|from|bakom|bag|behind|som)(?: [\w'’&]+){1,4}",
    re.IGNORECASE,
)
_CLAUSE_WORDS = frozenset(
    "är er har kan ska skal kommer kommit is are was will have can do not inte ikke du ni jag jeg you it det den this"
    " that dig dem them me".split()
)
"""Words that make a clause of what might else be a name with a role."""
_NAMES_TOO = frozenset(
    "account contact customer dag delivery may mark order plan service state support the ville will".split()
)
"""Function words and everyday words with which a signature may begin all the same."""
_IMPERATIVES = frozenset("ask besök besøg call fråga klicka läs ring spørg visit välj vælg".split())
_CLOSING_LENGTH = 80
_NAME_LENGTH = 60
_ROLE_WORDS = 5
_NAME_LINES = 4


def is_closing(line: str, below: Sequence[str]) -> bool:
    """Whether a line closes a message, alone ("Mvh") or with a name ("Mvh Anna").

    Args:
        line: the line.
        below: the lines that must be names where the phrase by itself could be a sentence, ``SIGNATURE_LINES`` at most;
            empty where there are none.
    """
    if len(line) > _CLOSING_LENGTH:
        return False
    if _DELIMITER.fullmatch(line.strip()):
        return True
    phrases = [_plain(part) for part in re.split(r"[/|]", line)]
    if all(map(_ALWAYS.fullmatch, phrases)) or _has_inline_name(line):
        return True
    if not (_is_comma_closing(line) or all(map(_WITH_NAMES.fullmatch, phrases))):
        return False
    return 0 < len(below) <= SIGNATURE_LINES and is_name(below[0]) and all(map(is_name_or_contact, below))


def unphrased_signature(block: Sequence[str], *, is_only_block: bool) -> int:
    """The lines at the end of a block that sign it with no closing phrase above.

    Args:
        block: the last block of the company's words.
        is_only_block: whether nothing but a greeting stands before the block, as in a chat.

    Returns:
        How many lines, 0 where the block is not signed.
    """
    if not is_only_block and len(block) <= _NAME_LINES and is_name(block[0]) and all(map(_is_role, block[1:])):
        return len(block)
    last = block[-1].strip()
    limit = min(_NAME_LINES, len(block) - 1)
    count = sum(1 for _ in takewhile(is_name_or_contact, block[: -1 - limit : -1]))
    while count and not is_name(block[-count]):
        count -= 1
    above = block[-1 - count].rstrip()
    is_ended = not (above[-1].isalnum() or above[-1] in ",:;-" + _PLACEHOLDERS)
    if count and is_ended and not (is_only_block and len(last.split()) == 1):
        return count
    return int(_is_signed(last, block))


def is_prose(line: str) -> bool:
    """Whether a line under a closing phrase is a sentence, such as a postscript, rather than part of the signature."""
    if _POSTSCRIPT.match(line):
        return True
    words = len(line.split())
    return not is_name_or_contact(line) and (words > 12 or (words > 3 and bool(_SENTENCE_END.search(line.rstrip()))))


def _is_role(line: str) -> bool:
    """Whether a line under a name may tell a role, a company or how to reach them."""
    words = line.lower().split()
    return is_name_or_contact(line) or (
        len(words) <= _ROLE_WORDS and not _SENTENCE_END.search(line.rstrip()) and not _CLAUSE_WORDS.intersection(words)
    )


def is_legal(lines: Iterable[str]) -> bool:
    """Whether lines under a signature speak of registration, confidentiality, personal data and the like."""
    return any(map(_LEGAL.search, lines))


def is_name_or_contact(line: str) -> bool:
    """Whether a line holds a name or the means to reach one: a telephone number, an address."""
    return is_name(line) or is_contact(line)


def is_contact(line: str) -> bool:
    """Whether a line holds a telephone number or an address of any kind, and no sentence."""
    told = line.strip()
    return len(told) <= _NAME_LENGTH and not _SENTENCE_END.search(told) and bool(_CONTACT.search(told))


def is_name(line: str) -> bool:
    """Whether a line is made of a name (of a person, team or company, or a placeholder) and perhaps roles after it."""
    told = line.strip().strip("*_")
    if not told or len(told) > _NAME_LENGTH or (_NOT_IN_NAMES.search(told) and not _ABBREVIATED_END.search(told)):
        return False
    if told.isupper() and " " in told:
        return False
    first, *roles = [*filter(None, _SEPARATED.split(told)), ""]
    if any(len(role.split()) > _ROLE_WORDS for role in roles) or _CLAUSE_WORDS.intersection(told.lower().split()):
        return False
    return bool(_COLLECTIVE.fullmatch(first)) or _is_capitalised(first.split())


def _is_capitalised(words: Sequence[str]) -> bool:
    """Whether words may be a name: capitals, placeholders, small words between them, not what begins a sentence."""
    if not words or words[0].lower() in _sentence_beginnings() or words[-1] in _PARTICLES:
        return False
    weighty = [word for word in words if word.lower() not in _PARTICLES]
    return 1 <= len(weighty) <= _ROLE_WORDS and all(
        word[0].isupper() or word[0] in _PLACEHOLDERS or _TEAM.fullmatch(word) for word in weighty
    )


@cache
def _sentence_beginnings() -> frozenset[str]:
    """The words with which a sentence begins rather than a name."""
    common = frozenset(word for code in ("sv", "da", "en") for word in WORDS[code].split())
    return (common | _IMPERATIVES | _PARTICLES) - _NAMES_TOO


def _is_signed(line: str, block: Sequence[str]) -> bool:
    """Whether a line is a name after a stroke, as in "/Anna"; a line among others like it is an item of a list."""
    mark = _SIGNED.match(line)
    if not mark or not is_name(line[mark.end() :]):
        return False
    return not any(other.lstrip()[:1] == line[0] or other.rstrip().endswith(":") for other in block[:-1])


def _has_inline_name(line: str) -> bool:
    words = line.split()
    return any(
        _ALWAYS.fullmatch(_plain(" ".join(words[:count]))) and is_name(" ".join(words[count:]))
        for count in range(1, min(len(words), 6))
    )


def _is_comma_closing(line: str) -> bool:
    told = line.strip()
    return told.endswith(",") and told[0].isupper() and len(told.split()) <= 4


def _plain(phrase: str) -> str:
    """A phrase in lower case, without its punctuation."""
    return " ".join(_PLAIN_WORD.findall(phrase.lower()))
