"""The hooks under pre-commit itself: this working tree is installed as pre-commit does it, and commits are tried.

The one environment that is installed here serves all tests; it takes a minute, for pip fetches what tonelint needs.
Where pip reaches no package index at all the tests are skipped; where it reaches one, an installation that fails is a
failure.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers import RULE, write_files

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
PACKAGED = ["tonelint", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"]
NEEDED_TO_BUILD = "hatchling"

CONFIGURATION = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: tonelint
      - id: tonelint-rules
"""
GOOD = """\
# Svar

Hej Anna!

Paketet kom bort hos oss, och det ber jag om ursäkt för. Ett nytt går i dag.

Vänliga hälsningar
Maria Lind
"""
BAD = "# Svar\n\nDu borde ha läst villkoren innan du beställde.\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit needs git, which is not here")


@dataclass(frozen=True)
class Repository:
    """A repository of templates in which the hooks are installed."""

    folder: Path
    environment: Mapping[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in it; what it says on both streams is its ``stdout``."""
        return subprocess.run(
            command,
            cwd=self.folder,
            env=dict(self.environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def git(self, *arguments: str) -> str:
        """What a git command says, which must succeed."""
        done = self.run("git", *arguments)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def commit(self, files: Mapping[str, str]) -> tuple[bool, str]:
        """Try to commit files: whether they were let through, and what was said."""
        write_files(self.folder, files)
        self.git("add", "--all")
        done = self.run("git", "commit", "--quiet", "--message", "templates")
        return done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What git and pre-commit see: nothing of the developer's own settings, but pip's, which name the package index."""
    home = tmp_path_factory.mktemp("home")
    settings = home / "gitconfig"
    settings.write_text(
        "[user]\nname = Maria\nemail = maria@example.se\n[init]\ndefaultBranch = main\n", encoding="utf-8"
    )
    inherited = {
        key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))
    }
    return {
        **inherited,
        "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PRE_COMMIT_COLOR": "never",
    }


@pytest.fixture(scope="module")
def configuration(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> str:
    """A configuration of pre-commit that names this working tree, as it stands on the disk, as a repository."""
    release = Repository(tmp_path_factory.mktemp("tonelint"), environment)
    for name in PACKAGED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, release.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, release.folder)
    release.git("init", "--quiet")
    release.git("add", "--all")
    release.git("commit", "--quiet", "--message", "tonelint")
    return CONFIGURATION.format(repo=release.folder.as_posix(), rev=release.git("rev-parse", "HEAD"))


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str], configuration: str) -> str:
    """The configuration, with the environment of its hooks installed."""
    anywhere = Repository(tmp_path_factory.mktemp("install"), environment)
    write_files(anywhere.folder, {".pre-commit-config.yaml": configuration})
    anywhere.git("init", "--quiet")
    installed = anywhere.run(sys.executable, "-m", "pre_commit", "install-hooks")
    if installed.returncode:
        reached = anywhere.run(sys.executable, "-m", "pip", "download", "--no-deps", "--dest", ".", NEEDED_TO_BUILD)
        if reached.returncode:
            pytest.skip(
                f"pip reaches no package index, so that pre-commit can install nothing: {reached.stdout[-300:]}"
            )
        pytest.fail(installed.stdout)
    return configuration


@pytest.fixture
def repository(tmp_path: Path, environment: dict[str, str], hooks: str) -> Repository:
    """A repository whose commits are looked at by the hooks."""
    repository = Repository(write_files(tmp_path, {".pre-commit-config.yaml": hooks}), environment)
    repository.git("init", "--quiet")
    installed = repository.run(sys.executable, "-m", "pre_commit", "install")
    assert installed.returncode == 0, installed.stdout
    return repository


def test_a_good_template_is_committed(repository: Repository) -> None:
    went, said = repository.commit({"templates/lost.sv.md": GOOD})
    assert went, said
    assert re.search(r"^tonelint\.+Passed$", said, re.MULTILINE), said


def test_a_bad_template_is_stopped_with_its_line(repository: Repository) -> None:
    """Nothing is committed, and the finding stands in what pre-commit shows."""
    went, said = repository.commit({"templates/late.sv.md": BAD, "templates/lost.sv.md": GOOD})
    assert not went
    assert "templates/late.sv.md:3:1" in said
    assert "blame-shifting/should-have-known" in said
    assert "lost.sv.md" not in said
    assert repository.run("git", "rev-parse", "--verify", "HEAD").returncode != 0


def test_files_that_are_no_replies_are_not_looked_at(repository: Repository) -> None:
    """Files of other kinds, and what tonelint and pre-commit themselves are told by."""
    went, said = repository.commit(
        {"mail.py": f"# {BAD}", "mail": BAD, "tonelint.yaml": "company-addresses: '@x.se'\n"}
    )
    assert went, said
    assert "(no files to check)Skipped" in said


def test_a_hook_narrowed_to_folders_passes_over_what_tonelint_does_not_read(repository: Repository) -> None:
    """``files:`` of a user takes the place of the hook's own, which names the formats."""
    path = repository.folder / ".pre-commit-config.yaml"
    narrowed = path.read_text(encoding="utf-8").replace("id: tonelint\n", "id: tonelint\n        files: ^mallar/\n")
    files = {path.name: narrowed, "mallar/README": BAD, "mallar/mail.css": "p {}\n", "other/late.sv.md": BAD}
    went, said = repository.commit(files)
    assert went, said
    went, said = repository.commit({"mallar/late.sv.md": BAD})
    assert not went
    assert "mallar/late.sv.md:3:1" in said


def test_what_the_configuration_excludes_is_not_linted(repository: Repository) -> None:
    """Although pre-commit names every file that has changed."""
    went, said = repository.commit({"tonelint.yaml": "exclude: [drafts/]\n", "drafts/late.sv.md": BAD})
    assert went, said


def test_rules_are_tried_on_their_examples(repository: Repository) -> None:
    """A rule that does what it says is committed; it is no reply, whatever bad examples stand in it."""
    went, said = repository.commit({"tonelint-rules/stalling/soon-enough.yaml": RULE})
    assert went, said
    assert re.search(r"^tonelint rules\.+Passed$", said, re.MULTILINE), said
    assert re.search(r"^tonelint\.+\(no files to check\)Skipped$", said, re.MULTILINE), said


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (RULE.replace("passes: [", "passes: [Det kommer snart nog., "), "Det kommer snart nog."),
        (RULE.replace("severity: warning", "severity: wrning"), "soon-enough.yaml:3:11"),
        (RULE + "  finds: [strax]\n", "soon-enough.yaml:9:3"),
    ],
)
def test_a_rule_that_fails_is_stopped(repository: Repository, rule: str, told: str) -> None:
    """A broken rule with the place, a failing one with the example."""
    went, said = repository.commit({"tonelint-rules/stalling/soon-enough.yaml": rule})
    assert not went
    assert told in said


def test_a_change_of_word_classes_tries_the_rules_that_use_them(repository: Repository) -> None:
    """Whichever of the folder's files has changed, and in whatever folder of the repository it stands."""
    rule = RULE.replace("[snart]", '["<vague-soon>"]')
    words = "vague-soon: [snart, strax]\n"
    files = {"team/.tonelint-rules/stalling/soon-enough.yaml": rule, "team/.tonelint-rules/words/sv.yaml": words}
    went, said = repository.commit(files)
    assert went, said
    went, said = repository.commit({"team/.tonelint-rules/words/sv.yaml": "vague-soon: [strax]\n"})
    assert not went
    assert "Det kommer snart." in said
