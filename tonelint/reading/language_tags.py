"""The names and tags by which files say what language they are in, inside and in their own names."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from tonelint.model import Foreign, Language, Tongue

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG = re.compile(r"([a-z]{2,3})(?:[-_.@][a-z0-9]+)*+")
_FULL_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?")
_KNOWN: Mapping[str, Language] = {
    **dict.fromkeys(("sv", "swe", "swedish", "svenska", "svensk"), Language.SV),
    **dict.fromkeys(("da", "dan", "danish", "danska", "dansk"), Language.DA),
    **dict.fromkeys(("en", "eng", "english", "engelska", "engelsk"), Language.EN),
}
_OTHERS = frozenset(
    "ar bg bn bs ca cs cy de el es et eu fa fi fil fo fr ga gl he hi hr hu id is it ja ka ko kl lt lv mk mn ms mt nb ne"
    " nl nn no pl pt ro ru se sk sl so sq sr sw ta th ti tr uk ur uz vi zh".split()
)
"""The codes of other languages that files are named by; no other short word is taken for a code."""

_HOMES = frozenset({"home", "users"})


def language_of_tag(tag: str) -> Tongue | None:
    """The language of a tag or name.

    Args:
        tag: "sv", "da_DK", "en-GB", "Swedish", "svenska"; "de-AT", "French".

    Returns:
        One of the three languages; a foreign one for the tag of another; None where it is neither.
    """
    name = tag.strip().lower()
    if known := _KNOWN.get(name):
        return known
    found = _TAG.fullmatch(name)
    if not found:
        return None
    return _KNOWN.get(found[1]) or (Foreign(tag.strip()) if found[1] in _OTHERS else None)


def language_of_path(path: str) -> Tongue | None:
    """The language by which a file or one of its two nearest folders is named.

    Args:
        path: ``mail/sv/svar.md``, ``svar.da.md``, ``locales/en-GB.json``, ``de.yml``. A folder right below ``home`` or
            ``Users`` is somebody's name, whatever it looks like.

    Returns:
        The language, None where the names tell none.
    """
    parts = PurePath(path).parts
    if not parts:
        return None
    stem = parts[-1].split(".")
    for name in (*reversed(stem[1:-1]), stem[0]):
        if language := _by_name(name):
            return language
    for index in range(len(parts) - 2, max(-1, len(parts) - 4), -1):
        if index > 0 and parts[index - 1].lower() in _HOMES:
            break
        if language := _by_name(parts[index]):
            return language
    return None


def _by_name(name: str) -> Tongue | None:
    return language_of_tag(name) if name.lower() in _KNOWN or _FULL_TAG.fullmatch(name.lower()) else None
