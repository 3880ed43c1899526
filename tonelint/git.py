"""What git knows of changes: the one module that runs it.

Git's plumbing is asked, which heeds little of a user's configuration, and what some version of it may heed is set, so
that neither the language nor the configuration of whoever runs it makes a difference.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.changes import EVERY_LINE, NEW_SIDE, Changes, changed_lines
from tonelint.errors import UsageError

if TYPE_CHECKING:
    from tonelint.changes import LineRange

_DIFF = (
    "diff-index",
    "--patch",
    "--unified=0",
    "--ignore-space-at-eol",  # other line endings, or one more at the end of the file, are no change of words
    "--text",  # what .gitattributes calls binary has lines nevertheless
    "--find-renames",
    "--src-prefix=a/",
    f"--dst-prefix={NEW_SIDE.decode()}",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--ignore-submodules=all",
)
_UNTRACKED = ("ls-files", "--others", "--exclude-standard", "-z")
_COMMIT = re.compile(rb"[0-9a-f]{40,64}")
_COUNTED_OTHERWISE = re.compile(rb"\r(?!\n)|\0")
_FETCH = "fetch the whole history (GitHub: fetch-depth: 0 of actions/checkout; GitLab: GIT_DEPTH: 0)"
_NEAREST = 3  # names suggested for one that is unknown


def changes_since(revision: str, folder: Path | None = None) -> Changes:
    """The lines of the working tree that have changed since a revision, staged or not.

    The comparison is with the commit in which the current branch left the revision, so that what the revision has got
    since then does not count; with the revision itself where the two have no history in common. Files that git does not
    know yet are new as a whole; those that it ignores have not changed. Of a renamed file the changed lines count; one
    that was moved behind git's back is new. Submodules are repositories of their own and are left out.

    Args:
        revision: a branch, a tag or a commit, as git names it.
        folder: a folder of the repository; None for the working directory.

    Raises:
        UsageError: there is no git, no repository or no such revision, or the history that is needed is not there.
    """
    git = _git_in(folder or Path.cwd())
    base = git.base(git.commit(revision), revision)
    changed = changed_lines(git.answer(*_DIFF, base, "--").split(b"\n"))
    untracked = filter(None, git.answer(*_UNTRACKED).split(b"\0"))
    files = {git.path(name): _as_counted(git.path(name), ranges) for name, ranges in changed.items()}
    return Changes(str(git.folder), files | {git.path(name): EVERY_LINE for name in untracked})


@dataclass(frozen=True, slots=True)
class _Git:
    """Asks git in one folder.

    Attributes:
        program: its path.
        folder: where it runs.
    """

    program: str
    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Ask git something; it answers in English and leaves the index alone."""
        command = [self.program, "--no-pager", "-c", "core.quotePath=false", *arguments]
        environment = os.environ | {"LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0"}
        # No shell takes part, and what the user names is never in the place of an option.
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, check=False)  # noqa: S603

    def answer(self, *arguments: str) -> bytes:
        """What git answers.

        Raises:
            UsageError: it refuses; with its reason.
        """
        result = self.run(*arguments)
        if result.returncode:
            reason = " ".join(result.stderr.decode(errors="replace").split()).removeprefix("fatal: ")
            raise UsageError(f"the changed lines are asked of git, which says: {reason}")
        return result.stdout

    def path(self, name: bytes) -> str:
        """The absolute path of a file, by its name as git says it. Git tracks nothing behind symbolic links."""
        return os.path.normpath(self.folder / os.fsdecode(name))

    def commit(self, revision: str) -> str:
        """The commit that a revision stands for.

        Raises:
            UsageError: there is none.
        """
        if revision and not revision.startswith("-"):
            found = self.run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").stdout.strip()
            if _COMMIT.fullmatch(found):
                return found.decode()
        raise UsageError(f'git knows no revision "{revision}"{self._hint(revision)}')

    def base(self, commit: str, revision: str) -> str:
        """The commit in which the current branch left another; that one itself where they have nothing in common.

        Raises:
            UsageError: they may have something in common, but this clone does not reach back to it.
        """
        found = self.run("merge-base", commit, "HEAD").stdout.split()
        if not found and self._is_shallow():
            raise UsageError(f'this clone does not reach back to where "{revision}" was left: {_FETCH}')
        return found[0].decode() if found else commit

    def _hint(self, revision: str) -> str:
        if ".." in revision:
            return "; name one revision, not a range: changes are told from where the current branch left it"
        names = self.run("for-each-ref", "--format=%(refname:short)").stdout.decode(errors="replace").splitlines()
        same = [name for name in names if revision and name.endswith(f"/{revision}")]
        near = [*same, *difflib.get_close_matches(revision, names)]
        hint = ""
        if near:
            hint = "; did you mean " + " or ".join(f'"{name}"' for name in list(dict.fromkeys(near))[:_NEAREST]) + "?"
        return f"{hint}; if it is not in this clone, {_FETCH}" if self._is_shallow() or not near else hint

    def _is_shallow(self) -> bool:
        return self.run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _git_in(folder: Path) -> _Git:
    """Git in the top folder of the repository that a folder belongs to."""
    program = shutil.which("git")
    if not program:
        raise UsageError("the changed lines are asked of git, which is not installed or not on the PATH")
    top = os.fsdecode(_Git(program, folder).answer("rev-parse", "--show-toplevel").removesuffix(b"\n"))
    return _Git(program, Path(os.path.realpath(top)))


def _as_counted(path: str, ranges: tuple[LineRange, ...]) -> tuple[LineRange, ...]:
    """The lines as tonelint counts them: all, where git counts others, in UTF-16 and with line endings of old Macs."""
    try:
        is_other = _COUNTED_OTHERWISE.search(Path(path).read_bytes())
    except OSError:  # a link that leads nowhere; whoever lints it will say so
        return ranges
    return EVERY_LINE if is_other else ranges
