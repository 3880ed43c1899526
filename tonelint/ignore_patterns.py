"""Patterns as ``.gitignore`` files hold them, asked about one file or folder at a time."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

_SIGNS = re.compile(r"[*?\[\\]")
_STARS = re.compile(r"\*{3,}")
_LAST_STARS = re.compile(r"(^|/)(\*\*?)(/?)$")


class PatternError(ValueError):
    """A pattern that can match nothing; its message says why, and what to write."""


@dataclass(frozen=True, slots=True)
class IgnorePattern:
    """One pattern, ready to be asked.

    Attributes:
        text: as it is written.
        is_negated: whether it lets in what patterns before it leave out.
        is_for_names: whether it holds no slash but at its end, and so matches at any depth.
        is_for_folders: whether it ends in a slash.
        literal: what it matches where it is written without signs.
        regex: what it matches where it is written with signs; None otherwise.
    """

    text: str
    is_negated: bool
    is_for_names: bool
    is_for_folders: bool
    literal: str
    regex: re.Pattern[str] | None

    def matches(self, path: str, *, is_folder: bool) -> bool:
        """Whether it matches a file or folder itself, and not only a folder around it.

        Args:
            path: relative to the folder that the pattern starts from, with forward slashes.
            is_folder: whether it is a folder.
        """
        if self.is_for_folders and not is_folder:
            return False
        asked = path.rpartition("/")[2] if self.is_for_names else path
        if self.regex is None:
            return asked == self.literal
        return self.regex.fullmatch(asked + "/" if is_folder else asked) is not None


def compile_pattern(text: str) -> IgnorePattern:
    """A line of a ``.gitignore`` file as a pattern.

    Of brackets only what is usual means what it means to git: ``[ab]``, ``[!a-z]``; not the names of classes, nor a
    slash inside.

    Raises:
        PatternError: nothing can match it; a range that runs backwards counts as such.
    """
    stripped = text if text.endswith("\\ ") else text.rstrip()
    if stripped.startswith("#"):
        raise PatternError("a pattern that begins with # is a comment; write \\# for the sign itself")
    body = stripped.removeprefix("!")
    if not body.strip("/"):
        raise PatternError("the pattern names nothing")
    bare = body.removesuffix("/")
    regex = _regex(body) if _SIGNS.search(body) else None
    return IgnorePattern(text, body != stripped, "/" not in bare, bare != body, bare.removeprefix("/"), regex)


def _regex(body: str) -> re.Pattern[str]:
    """A regular expression for a path from end to end, that of a folder with a slash behind it."""
    from pathspec import GitIgnoreSpec
    from pathspec.pattern import RegexPattern

    # What the library makes of "a/**" or "*" does not reach to the end of a path; of "a/**/?*" and "?*", which mean
    # the same, it does. So a match of the path itself can be told from one of a folder around it.
    longer = _LAST_STARS.sub(
        lambda found: f"{found[1]}{'?*' if found[2] == '*' else '**/?*'}{found[3]}", _STARS.sub("**", body)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # about brackets in brackets
        try:
            (compiled,) = GitIgnoreSpec.from_lines(["\\" + longer if longer[0] in "!#" else longer]).patterns
        except (ValueError, re.error) as error:
            raise PatternError("the pattern ends in a backslash, or has a range in brackets that is none") from error
    if not isinstance(compiled, RegexPattern) or compiled.regex is None:
        raise PatternError('a "[" is never closed; write \\[ for the sign itself')
    regex: re.Pattern[str] = compiled.regex
    return regex
