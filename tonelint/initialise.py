"""What ``tonelint init`` writes and says: a configuration in which every key is explained, made for one repository."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tonelint.language_names import IN_ENGLISH
from tonelint.model import Language
from tonelint.own_shapes import OwnShape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tonelint.survey import NamedForLanguage, Survey

MANY_FILES = 10
"""With so many files of replies and more, what was written long ago is better put into a baseline than mended first."""


_HEAD = """\
# The configuration of tonelint: what is linted, by which rules, and what fails a run.
#
# What stands behind "#" without a space is an example: take the "#" away there, and from the lines that belong to it.
# Patterns of files start from the folder of this file: * and ? stand for characters of a name, ** for folders.
# `tonelint config` shows what is in force, `tonelint config FILE` for one file.

# How much is demanded. Under "strict" hints fail a run, and so does a permission without a reason.
profile: default

# The severity from which findings fail a run: info, warning, error or never.
#fail-on: warning

# How many such findings are put up with.
#max: 0

# The findings that are known: they are not reported again. `tonelint baseline` writes this file.
#baseline: tonelint-baseline.json

# Configurations that this one builds on.
#extends: ../tonelint-shared.yaml


# RULES. `tonelint rules` lists them, `tonelint explain RULE` says what one is about. A category stands for all of its
# rules.

# Only these rules and categories.
#select: [blame-shifting, hostility, missing-apology, non-apology, ownership-refusal, stalling]

# Not these.
#ignore: [overpromise]

# What findings weigh: info, warning or error.
#severity:
#  hostility: error
#  faceless: info

# "off" leaves out the rules about apologies, for texts that answer no complaint.
#apology-rules: off

# Folders of rules of your own. They are added, or replace others by their names.
#rules: tonelint-rules
"""

_ADDRESSES = """\
# Where mail is read: the addresses or domains of the company. Mail from others is then the customer's.
#company-addresses: ["@example.se", help@example.dk]
"""

_ALLOW = """\
# Findings that are permitted, in files that can hold no comments. Elsewhere a comment does it, beside the words:
# <!-- tonelint: allow RULE -- reason -->
#allow:
#  - rule: stalling/forwarded
#    files: "macros/*.json"
#    location: macros[3]
#    reason: wording agreed with the legal department
"""


_SHAPE = OwnShape("exports/*.json", "tickets[].answers[].text", "locale", "number", 0)
_OVERRIDE = ('  - files: "newsletters/**"', "    apology-rules: off")


def configuration_text(seen: Survey) -> str:
    """The configuration for a repository, in YAML. It is valid and changes nothing."""
    parts = (_HEAD, _exclude(seen), _fields(seen.shapes), _ADDRESSES, _languages(seen), _overrides(seen.named), _ALLOW)
    return "\n".join(parts)


def told(seen: Survey, name: str) -> str:
    """What the user is told when the configuration is written.

    Args:
        seen: the repository.
        name: the file that was written, as messages show it.
    """
    return "\n".join([f"written: {name}", "", *_seen(seen, name), "", *_next(seen)])


def _seen(seen: Survey, name: str) -> Iterator[str]:
    suffixes = ", ".join(f"{count} {suffix}" for suffix, count in seen.with_replies)
    if suffixes:
        yield f"{seen.replies} file{'s' * (seen.replies != 1)} to lint: {suffixes}"
    else:
        yield "no file with replies was found here"
    if seen.looked_into < seen.files:
        yield f"({seen.looked_into} of {seen.files} files were looked into)"
    if seen.languages:
        yield "languages: " + ", ".join(f"{IN_ENGLISH[language]} ({count})" for language, count in seen.languages)
    for shape in seen.shapes:
        yield f'{shape.path}: sentences, but no reply in a known shape; see "fields" in {name}'
    if seen.documentation:
        yield f'{", ".join(seen.documentation)}: documentation rather than replies? see "exclude" in {name}'


def _next(seen: Survey) -> Iterator[str]:
    yield "next: tonelint check       lints what is here"
    if seen.replies >= MANY_FILES:
        yield "      tonelint baseline    where that finds much: writes down what is known; later runs tell what is new"


def _exclude(seen: Survey) -> str:
    lines = ["", "# FILES. What git ignores is left out, as are hidden files.", ""]
    lines += ["# What else is left out, written as in .gitignore files."]
    documentation = [f"/{path}" for path in seen.documentation]
    if seen.documentation:
        lines += ["# These look like documentation of the repository, and not like replies:"]
    lines += ["#exclude:", *(f"#  - {_quoted(path)}" for path in documentation or ("drafts/", "*.old.md"))]
    return "\n".join([*lines, ""])


def _fields(shapes: Sequence[OwnShape]) -> str:
    lines = [
        "# Where replies stand in JSON, YAML, CSV and TSV in a shape of your own: docs/formats.md lists the known ones."
    ]
    lines += ["# In a path, [] is every item of a list, * every value of a mapping."]
    if shapes:
        lines += ["# In these files sentences were found, and no reply in a known shape:"]
    lines += ["#fields:", *(f"#{line}" for shape in shapes or (_SHAPE,) for line in _entry(shape))]
    return "\n".join([*lines, ""])


def _entry(shape: OwnShape) -> Iterator[str]:
    yield f"  - files: {_quoted(shape.path)}"
    yield f"    reply: {_quoted(shape.reply)}"
    if shape.language:
        yield f"    language: {_quoted(shape.language)}"
    if shape.id:
        yield f"    id: {_quoted(shape.id)}"


def _languages(seen: Survey) -> str:
    only = seen.languages[0][0] if len(seen.languages) == 1 else None
    lines = ["", "# LANGUAGES. Replies declare or show theirs, paragraph by paragraph, where nothing is said here.", ""]
    lines += [f"# All that were looked into are in {IN_ENGLISH[only]}." if only else "# Of all replies: sv, da or en."]
    return "\n".join([*lines, f"#language: {only or Language.SV}", ""])


def _overrides(named: Sequence[NamedForLanguage]) -> str:
    """An example, with the languages of files by their names.

    It stays one: of a name alone tonelint lets clear words in another language win, of a configuration never.
    """
    agreed = [each for each in named if each.is_told]
    lines = [
        "# Other decisions for some files: language, select, ignore, severity, apology-rules. All entries that name a"
    ]
    lines += ["# file count, the later over the earlier."]
    if agreed:
        lines += [
            "# What names say of languages is heard anyway; said here, it holds even where the words are in another:"
        ]
    lines += ["#overrides:", *(f"#{line}" for line in (_by_language(agreed) if agreed else _OVERRIDE))]
    return "\n".join([*lines, ""])


def _by_language(named: Iterable[NamedForLanguage]) -> Iterator[str]:
    patterns: dict[Language, list[str]] = {}
    for each in named:
        patterns.setdefault(each.language, []).append(_quoted(each.pattern))
    for language, files in patterns.items():
        yield f"  - files: {files[0]}" if len(files) == 1 else "  - files:"
        yield from (f"      - {pattern}" for pattern in files if len(files) > 1)
        yield f"    language: {language}"


def _quoted(text: str) -> str:
    """A text in double quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)
