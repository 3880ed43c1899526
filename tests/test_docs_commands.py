"""What the documentation tells to type can be typed: commands exist, options are known, files parse."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
import pytest
import yaml

from tests.test_problem_matcher import MATCHERS
from tonelint.cli import cli
from tonelint.model import Category

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(tonelint [a-z][^`\n]*)`")
SHELLS = {"sh", "bash", "console"}
PARSERS: dict[str, Callable[[str], Any]] = {"yaml": yaml.safe_load, "json": json.loads, "toml": tomllib.loads}
ENDS_COMMAND = re.compile(r"\||>>?|<|&&|;|2>.*")


class Block(NamedTuple):
    """A fenced block of a page."""

    page: str
    language: str
    text: str


class Command(NamedTuple):
    """A command as the documentation writes it.

    Attributes:
        page: where it stands.
        words: what follows ``tonelint``.
        is_whole: whether it is to be typed as it stands; in a sentence it may be named without what it needs.
    """

    page: str
    words: tuple[str, ...]
    is_whole: bool = True


def blocks() -> Iterator[Block]:
    for page in PAGES:
        for language, text in FENCED.findall(page.read_text(encoding="utf-8")):
            yield Block(page.relative_to(ROOT).as_posix(), language, text)


def commands() -> Iterator[Command]:
    """All commands of tonelint in the documentation: in shell blocks, in files, in sentences."""
    for block in blocks():
        if block.language in PARSERS:
            lines = list(told(PARSERS[block.language](block.text)))
        else:
            prompt = r"\$ " if block.language not in SHELLS else r"(?:\$ )?"
            lines = re.findall(rf"^{prompt}(tonelint .*)", block.text, re.MULTILINE)
        yield from (Command(block.page, words(line)) for line in lines)
    for page in PAGES:
        sentences = FENCED.sub("", page.read_text(encoding="utf-8"))
        for line in INLINE.findall(sentences):
            yield Command(page.relative_to(ROOT).as_posix(), words(line), is_whole=False)


def told(value: Any) -> Iterator[str]:
    """The command lines in a file, and options that a hook or the action passes on to ``tonelint check``."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case dict() as mapping:
                waiting += mapping.values()
                if options := mapping.get("args"):
                    yield f"tonelint check {shlex.join(options) if isinstance(options, list) else options}"
            case list() as items:
                waiting += items
            case str() as text:
                yield from re.findall(r"^tonelint .*", text, re.MULTILINE)


def words(line: str) -> tuple[str, ...]:
    """The words of a command line behind ``tonelint``, up to where another command or a file begins."""
    line = re.sub(r"\$\{\{.*?\}\}", "EXPRESSION", line)
    found = []
    for word in shlex.split(line, comments=True)[1:]:
        if ENDS_COMMAND.fullmatch(word):
            break
        found.append(word)
    return tuple(found)


COMMANDS = sorted(set(commands()))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command.page}: {' '.join(command.words)}")
def test_commands_of_the_documentation_can_be_typed(command: Command) -> None:
    name, *arguments = command.words
    context = click.Context(cli)
    if name.startswith("-"):
        name, arguments, known = "tonelint", list(command.words), cli
    else:
        known = cli.get_command(context, name)  # type: ignore[assignment]
    assert known is not None, f"no command {name}"
    try:
        known.make_context(name, arguments, parent=context)
    except click.exceptions.Exit:
        pass  # --help and --version have done all there is to do
    except click.UsageError as error:
        if command.is_whole or not isinstance(error, click.MissingParameter):
            pytest.fail(error.format_message())


def test_commands_are_found() -> None:
    """In each way in which pages write them."""
    found = {(command.page, command.words[0]) for command in COMMANDS}
    assert {("README.md", "check"), ("docs/ci.md", "check"), ("docs/tutorial.md", "test")} <= found
    passed_on = ("check", "--changed-since", "origin/EXPRESSION")
    assert passed_on in {command.words for command in COMMANDS if command.page == "docs/ci.md"}


FILES = [block for block in blocks() if block.language in PARSERS]


@pytest.mark.parametrize("block", FILES, ids=lambda block: f"{block.page}: {block.text.splitlines()[0]}")
def test_files_in_the_documentation_parse(block: Block) -> None:
    assert PARSERS[block.language](block.text)


def of_ci(language: str, key: str) -> dict[str, Any]:
    """The only file of ``docs/ci.md`` that holds a top key."""
    (found,) = (
        content
        for block in FILES
        if (block.page, block.language) == ("docs/ci.md", language)
        and key in (content := PARSERS[language](block.text))
    )
    assert isinstance(found, dict)
    return found


def test_the_documented_hooks_exist() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repository,) = of_ci("yaml", "repos")["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in hooks]


def test_the_inputs_of_the_action_are_documented() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"^\| input \|.*?\n\n", text, re.MULTILINE | re.DOTALL)
    assert re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE) == list(action["inputs"])


def test_the_documented_task_reads_what_the_problem_matcher_reads() -> None:
    (task,) = of_ci("json", "tasks")["tasks"]
    first, _ = MATCHERS["problemMatcher"]
    pattern = task["problemMatcher"]["pattern"]
    assert pattern["regexp"] == first["pattern"][0]["regexp"].replace("error|warning", "error|warning|info")
    assert pattern.keys() == first["pattern"][0].keys()


def test_the_documented_settings_give_each_file_its_schema() -> None:
    globs = of_ci("json", "yaml.schemas")["yaml.schemas"]

    def schema_of(name: str) -> list[str]:
        listed = {schema: [patterns] if isinstance(patterns, str) else patterns for schema, patterns in globs.items()}
        return [schema for schema, patterns in listed.items() if any(fnmatchcase(name, each) for each in patterns)]

    assert {*Category} == {
        each for each in Category if schema_of(f"tonelint-rules/{each}/soon.yaml") == [".vscode/tonelint-rule.json"]
    }
    assert schema_of("tonelint-rules/words/sv.yaml") == [".vscode/tonelint-words.json"]
    assert schema_of("tonelint.yaml") == [".vscode/tonelint-configuration.json"]
