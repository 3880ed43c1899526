"""Catalogues of translations: which JSON and YAML files are some, and which of their entries are worth reading.

An entry is seldom a message: most are labels of buttons. What is read has at least three words, or two that end as a
sentence does ("Lugna dig!"); nothing shorter can be rude. Nearly all are fragments of a page or a mail, of which nobody
can say that an apology is missing.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from tonelint.data.nodes import Value
from tonelint.model import Foreign, Language
from tonelint.reading.helpdesks import texts as helpdesk_texts
from tonelint.reading.helpdesks.shapes import Text
from tonelint.reading.icu import icu_readings
from tonelint.reading.language_tags import language_of_path, language_of_tag
from tonelint.reading.markup import markup_by_look, read_html, renderings
from tonelint.reading.placeholder_kinds import STAND_INS
from tonelint.reading.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.data.nodes import Tree
    from tonelint.model import Source, Tongue
    from tonelint.textmap import MappedText

    _Entry = tuple[str, Value, Tongue | None]

_FOLDERS = frozenset(
    "locales locale _locales i18n l10n lang langs language languages translation translations messages".split()
)
"""The folders that catalogues are kept in, each language in a file or folder of its own."""

_NAMES = _FOLDERS | frozenset("app common intl resources strings texts".split())
"""What a catalogue may be called before the underscore and the language (``strings_sv.json``)."""

_CONFIGURATIONS = frozenset(
    "_config application compose config docker-compose manifest mkdocs openapi package settings swagger tsconfig"
    " values".split()
)
"""What is configured for a country in a file like ``values.da.yaml``."""

_OTHER_FORMATS = tuple(
    frozenset(keys.split())
    for keys in ("on jobs", "openapi", "swagger", "apiVersion kind", "compilerOptions", "dependencies version")
)
"""Keys that stand at the top of other formats."""

_TAG = re.compile(r"[A-Za-z]{2}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
_ENDING = re.compile(r"[_-]([a-z]{2,3}(?:[-_][A-Za-z]{2})?)$")
_SIGN = re.compile(
    r"""(?<![\w@-])["']?(?:@@locale|locale|(?:sv|da|en)(?:[-_][a-z\d]{2,4}){0,2})["']?[ \t]*+:""", re.IGNORECASE
)
_ABOUT_DATES = frozenset(
    "formats day_names month_names abbr_day_names abbr_month_names distance_in_words storage_units"
    " decimal_units".split()
)
_TECHNICAL = re.compile(
    r"(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))"
    r"(?:[uU]rl|[hH]ref|[sS]rc|[iI]con|[cC]lass|className|[sS]tyle|[cC]olou?r|[rR]egex|[pP]attern|[sS]lug|[rR]oute"
    r"|[dD]ate[_-]?[fF]ormat|[tT]ime[_-]?[fF]ormat)$"
)
"""Keys of what no customer reads: addresses, looks, formats of dates."""
_HTML_KEY = re.compile(r"(?:^|[_.-])html$|Html$")
_TRANSLATED = frozenset({"message", "defaultMessage"})
_FOR_TRANSLATORS = frozenset({"description", "comment", "placeholders"})

_WORD = re.compile(rf"[^\W\d_]|[{STAND_INS}]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]?(?=[\s<]|\Z)")
_PARAGRAPH_END = re.compile(r"(?:\r\n?+|\n)[ \t]*+(?:\r\n?+|\n)|</p\s*+>|<br[\s/]*+>\s*+<br[\s/]*+>", re.IGNORECASE)
_TAG_OF_HTML = re.compile(r"<[^<>]*+>")
_GREETING = re.compile(
    r"(?:\s++|<[^<>]*+>)*+(?:hej|hejsan|hallå|hallo|hi|hello|hey|dear|kära|käre|kære|bästa|bäste|goddag"
    r"|god (?:dag|morgon|morgen|kväll|aften|middag)|good (?:morning|day|afternoon|evening))\b",
    re.IGNORECASE,
)


def may_be_catalogue(path: str, text: str) -> bool:
    """Whether it is worth parsing a JSON or YAML file to ask ``catalogue_texts``; cheap, and never wrongly no."""
    return isinstance(_language_by_name(path), Language) or _SIGN.search(text) is not None


def catalogue_texts(path: str, tree: Tree) -> Iterator[Text] | None:
    """The entries of a catalogue in JSON or YAML that are worth reading.

    Args:
        path: the file; its name and folders tell that it is a catalogue, and its language.
        tree: what it holds. Of the shape of a helpdesk's data it is no catalogue, whatever its name is.

    Returns:
        The texts in the order of the file, none where the catalogue is in a foreign language; None where the file is no
        catalogue, by its name nor by its shape, or holds nothing to read.
    """
    root = Value(tree.root)
    keys = frozenset(root.keys)
    language = _declared(root, keys)
    if not language and not (_is_by_language(root) or _has_entries_by_language(root)):
        language = _language_by_name(path)
        if not language or not keys or _is_other_format(root, keys) or any(helpdesk_texts(root)):
            return None
    if isinstance(language, Foreign):
        return iter(())
    texts = _texts(root, language)
    first = next(texts, None)
    return chain((first,), texts) if first else None


def entry_prose(source: Source, text: MappedText, location: str, language: Tongue | None) -> Iterator[Prose]:
    """The readings of an entry of a catalogue; nothing where it is not worth reading.

    Args:
        source: the catalogue.
        text: what the entry says.
        location: the entry's name.
        language: its language, if it is declared.
    """
    if not has_words(text.text):
        return
    is_whole = is_message(text.text)
    for rendering in renderings(text, markup_by_look(text.text), icu_readings):
        yield Prose(source, rendering, language, location, is_whole=is_whole)


def has_words(text: str) -> bool:
    """Whether a text has three words, or two that end as a sentence does."""
    words = list(islice(filter(_WORD.search, text.split(maxsplit=9)), 3))
    return len(words) > 2 or (len(words) == 2 and text.rstrip()[-1:] in ".!?…")


def is_message(text: str) -> bool:
    """Whether an entry is a mail by itself: it has several paragraphs, or a greeting and more than two sentences."""
    paragraphs = (_TAG_OF_HTML.sub("", part) for part in _PARAGRAPH_END.split(text))
    if len(list(islice(filter(_WORD.search, paragraphs), 2))) > 1:
        return True
    return bool(_GREETING.match(text)) and len(list(islice(_SENTENCE_END.finditer(text), 3))) > 2


def _language_by_name(path: str) -> Tongue | None:
    """The language of a file that is a catalogue by its name; None where it is none.

    Its name is that of a language (``sv.json``, ``messages.sv.json``, ``app_sv.arb``), or a folder's is, and one above
    that is a folder for catalogues (``locales/sv/mail.json``).
    """
    *folders, name = PurePath(path).parts or ("",)
    base = name.partition(".")[0]
    if base.lower() in _CONFIGURATIONS:
        return None
    if told := language_of_path(name):
        return told
    home = next((number for number, folder in enumerate(folders) if folder.lower() in _FOLDERS), None)
    for folder in reversed(folders[home + 1 :] if home is not None else []):
        if told := language_of_path(folder):
            return told
    ending = _ENDING.search(base)
    is_named = ending and (home is not None or name.endswith(".arb") or base[: ending.start()].lower() in _NAMES)
    return language_of_path(ending[1]) if ending and is_named else None


def _declared(root: Value, keys: frozenset[str]) -> Tongue | None:
    """The language that the catalogues of Flutter and Angular say they are in."""
    if "@@locale" in keys:
        return language_of_tag(root.text_at("@@locale"))
    return language_of_tag(root.text_at("locale")) if {"locale", "translations"} <= keys else None


def _is_other_format(root: Value, keys: frozenset[str]) -> bool:
    services = root.get("services") if "services" in keys else None
    is_compose = services and any({"image", "build"} & set(service.keys) for _, service in services.entries())
    return bool(is_compose) or any(signs <= keys for signs in _OTHER_FORMATS)


def _has_entries_by_language(root: Value) -> bool:
    """Whether each value holds one text in several languages: ``{"late": {"sv": "…", "da": "…"}}``."""
    return root.is_mapping and bool(root.keys) and all(_is_by_language(value) for _, value in root.entries())


def _is_by_language(value: Value) -> bool:
    """Whether the keys of a mapping are languages.

    Either mappings stand below them, and one language at least is ours; or texts, and two are ours. With less, words
    like ``id``, ``is``, ``no`` and ``to`` would be taken for languages.
    """
    keys = value.keys
    if not keys or not all(map(_TAG.fullmatch, keys)):
        return False
    ours = {key for key in keys if isinstance(language_of_tag(key), Language)}
    below = [child for _, child in value.entries()]
    if all(child.is_mapping for child in below):
        return bool(ours)
    return len(ours) > 1 and any(has_words(child.text) for child in below)


def _texts(root: Value, language: Tongue | None) -> Iterator[Text]:
    for key, value, told in _leaves(root, language):
        if not isinstance(told, Foreign) and has_words(value.text):
            markup = read_html if _HTML_KEY.search(key) else None
            yield Text(value, markup, told, is_whole=is_message(value.text))


def _leaves(root: Value, language: Tongue | None) -> Iterator[_Entry]:
    """The values that are neither mappings nor lists, each with the key nearest to it and its language."""
    open_: list[Iterator[_Entry]] = [_below("", root, language)]
    while open_:
        entry = next(open_[-1], None)
        if entry is None:
            open_.pop()
        elif entry[1].is_mapping or entry[1].is_list:
            open_.append(_below(*entry))
        else:
            yield entry


def _below(key: str, value: Value, language: Tongue | None) -> Iterator[_Entry]:
    """What stands in a mapping or list and may be for customers."""
    for item in value.items():
        yield key, item, language
    keys = value.keys
    unread = _FOR_TRANSLATORS if not _TRANSLATED.isdisjoint(keys) else frozenset()
    is_by_language = _is_by_language(value)
    for name, child in value.entries():
        is_technical = not child.is_mapping and _TECHNICAL.search(name)
        if name.startswith(("@", "$")) or name in unread or name in _ABOUT_DATES or is_technical:
            continue
        yield name, child, (language_of_tag(name) or Foreign(name)) if is_by_language else language
