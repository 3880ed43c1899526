"""YAML front matter: where it ends, and the language that it declares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tonelint.model import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPENING = re.compile(r"---[ \t]*+\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*+(?:\n|\Z)", re.MULTILINE)
_LANGUAGE_LINE = re.compile(r"^(?i:lang|language)[ \t]*+:(.*+)$", re.MULTILINE)
_VALUE = re.compile(r"""[ \t]+(?:"([^"]*+)"|'([^']*+)'|([^\s"'#][^\s#]*+))(?:[ \t]++(?:\#.*+)?+)?+""")
_CODE = re.compile(r"([a-z]+)(?:[-_][a-z0-9]+)*+")

_NAMES: Mapping[str, Language] = {
    **dict.fromkeys(("sv", "swe", "swedish", "svenska", "svensk"), Language.SV),
    **dict.fromkeys(("da", "dan", "danish", "danska", "dansk"), Language.DA),
    **dict.fromkeys(("en", "eng", "english", "engelska", "engelsk"), Language.EN),
}


class FrontMatter(NamedTuple):
    """The end of the front matter, 0 where there is none, and the language that it declares, if any."""

    end: int
    language: Language | None


def front_matter(text: str) -> FrontMatter:
    """Finds the front matter of a text.

    Args:
        text: with line feeds as line breaks. Front matter stands between ``---`` on the very first line and the next
            line of ``---`` or ``...``.

    Returns:
        Its end, and the language of its first key ``lang`` or ``language`` at the left margin: None where the key is
        missing or its value is not a known language ("sv", "da_DK", "en-GB", "Swedish", "svenska").
    """
    opening = _OPENING.match(text)
    closing = opening and _CLOSING.search(text, opening.end())
    if not (opening and closing):
        return FrontMatter(0, None)
    line = _LANGUAGE_LINE.search(text, opening.end(), closing.start())
    return FrontMatter(closing.end(), _language(line[1]) if line else None)


def _language(value: str) -> Language | None:
    scalar = _VALUE.fullmatch(value)
    name = next(filter(None, scalar.groups()), "").strip().lower() if scalar else ""
    code = _CODE.fullmatch(name)
    return _NAMES.get(code[1]) if code else None
