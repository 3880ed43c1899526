"""The GitHub action: its steps are run here, with the inputs that a workflow would give."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.helpers import write_files

if TYPE_CHECKING:
    from collections.abc import Mapping

ACTION: dict[str, Any] = yaml.safe_load((Path(__file__).parents[1] / "action.yml").read_text(encoding="utf-8"))
STEPS = {step.get("name", step.get("id")): step for step in ACTION["runs"]["steps"]}
BASH = shutil.which("bash")

RECORDER = f"""#!{sys.executable}
import json, sys
print(json.dumps(sys.argv[1:]))
"""
BAD = "Du borde ha läst villkoren innan du beställde.\n"

pytestmark = pytest.mark.skipif(BASH is None, reason="the action's steps are bash, which is not here")


def run_step(
    name: str, folder: Path, inputs: Mapping[str, str], **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does: inputs put into its environment, and the shell with the options of ``shell: bash``."""
    values = {f"inputs.{key}": inputs.get(key, value["default"]) for key, value in ACTION["inputs"].items()}
    assert not inputs.keys() - ACTION["inputs"].keys()
    step = STEPS[name]
    for key, text in step["env"].items():
        expression = text.removeprefix("${{ ").removesuffix(" }}")
        environment.setdefault(key, values.get(expression, ""))
    return subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def arguments(tmp_path: Path, **inputs: str) -> list[str]:
    """What tonelint is given for some inputs (``fail_on`` for ``fail-on``)."""
    recorder = tmp_path / "bin" / "tonelint"
    recorder.parent.mkdir()
    recorder.write_text(RECORDER, encoding="utf-8")
    recorder.chmod(0o755)
    given = {key.replace("_", "-"): value for key, value in inputs.items()}
    done = run_step("Lint", tmp_path, given, TONELINT_BIN=str(recorder.parent))
    assert (done.returncode, done.stderr) == (0, "")
    found: list[str] = json.loads(done.stdout)
    return found


def test_no_input_stands_in_a_script() -> None:
    """What a workflow puts into an input, such as the title of a pull request, must never be run."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []


def test_each_input_is_used_and_described() -> None:
    """An input that nothing reads would be passed over without a word."""
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", json.dumps(ACTION["runs"])))
    assert used == ACTION["inputs"].keys()
    assert all(value["description"] and isinstance(value["default"], str) for value in ACTION["inputs"].values())


def test_without_inputs_the_repository_is_linted(tmp_path: Path) -> None:
    assert arguments(tmp_path) == ["check", "--format", "github", "--", "."]


def test_inputs_become_options(tmp_path: Path) -> None:
    found = arguments(
        tmp_path, config="ci/tonelint.yaml", fail_on="info", sarif="out.sarif", args="--max 3\n--statistics"
    )
    assert found[3:] == [
        *("--config", "ci/tonelint.yaml", "--fail-on", "info", "--output", "sarif:out.sarif"),
        *("--max", "3", "--statistics", "--", "."),
    ]


@pytest.mark.parametrize(
    ("paths", "given"),
    [
        ("replies\n", ["replies"]),
        ("  två ord/svar.md  \n\nmallar/**/*.md\n", ["två ord/svar.md", "mallar/**/*.md"]),
        ("*\n~\n{a,b}", ["*", "~", "{a,b}"]),
        (
            "; rm -rf .\n$(touch no)\n`touch no`\n&& touch no",
            ["; rm -rf .", "$(touch no)", "`touch no`", "&& touch no"],
        ),
        ("'a b'\n\"c\"\n\\d", ["'a b'", '"c"', "\\d"]),
        ("--exit-zero\n-q", ["--exit-zero", "-q"]),
        ("", []),
    ],
)
def test_paths_stand_one_a_line_and_are_only_paths(tmp_path: Path, paths: str, given: list[str]) -> None:
    """Nothing in a path is expanded, run or taken for an option."""
    found = arguments(tmp_path, paths=paths)
    assert found[found.index("--") + 1 :] == given
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("name", ["config", "fail_on", "sarif"])
def test_the_value_of_an_input_is_one_argument(tmp_path: Path, name: str) -> None:
    hostile = "$(touch no) * ; rm -rf . 'x"
    found = arguments(tmp_path, **{name: hostile})
    assert [argument.removeprefix("sarif:") for argument in found].count(hostile) == 1
    assert len(found) == 7
    assert not (tmp_path / "no").exists()


def test_further_options_are_parted_by_blanks_and_nothing_else(tmp_path: Path) -> None:
    found = arguments(tmp_path, args="--select *  ; touch no\n$(touch no)")
    assert found[3:-2] == ["--select", "*", ";", "touch", "no", "$(touch", "no)"]
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    ("version", "package"),
    [("", "/action here"), ("1.2.0", "tonelint==1.2.0"), ("1 --pre; touch no", "tonelint==1 --pre; touch no")],
)
def test_the_version_asked_for_is_installed(tmp_path: Path, version: str, package: str) -> None:
    """Into an environment of its own: the action's own checkout, or a release."""
    python = tmp_path / "python"
    python.write_text(
        '#!/usr/bin/env bash\nmkdir -p "$3/bin"\n'
        'printf \'#!/usr/bin/env bash\\nprintf "%%s\\\\n" "$@"\\n\' > "$3/bin/python"\nchmod +x "$3/bin/python"\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    done = run_step(
        "Install tonelint",
        tmp_path,
        {"version": version},
        PYTHON=str(python),
        RUNNER_TEMP=str(tmp_path / "runner temp"),
        GITHUB_OUTPUT=str(tmp_path / "output"),
        GITHUB_ACTION_PATH="/action here",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:3] == ["-m", "pip", "install"]
    assert done.stdout.splitlines()[-1] == package
    assert (tmp_path / "output").read_text() == f"bin={tmp_path}/runner temp/tonelint/bin\n"
    assert not (tmp_path / "no").exists()


def lint(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    given = {key.replace("_", "-"): value for key, value in inputs.items()}
    return run_step(
        "Lint",
        folder,
        given,
        TONELINT_BIN=str(Path(sys.executable).parent),
        GITHUB_ACTIONS="true",
        GITHUB_STEP_SUMMARY=str(folder / "summary.md"),
    )


@pytest.fixture
def replies(tmp_path: Path) -> Path:
    return write_files(tmp_path, {"mallar/för sent.md": f"# Svar\n\n{BAD}", "mallar/bra.md": "Vi hörs i dag kl. 14.\n"})


def test_findings_are_annotated_and_fail_the_step(replies: Path) -> None:
    done = lint(replies, paths="mallar")
    assert done.returncode == 1, done.stderr
    (annotation,) = re.findall(r"^::warning .*", done.stdout, re.MULTILINE)
    assert "file=mallar/för sent.md,line=3" in annotation
    assert "blame-shifting/should-have-known" in annotation
    assert "för sent.md" in (replies / "summary.md").read_text(encoding="utf-8")


def test_findings_are_written_as_sarif(replies: Path) -> None:
    lint(replies, sarif="tone lint.sarif")
    (run,) = json.loads((replies / "tone lint.sarif").read_text(encoding="utf-8"))["runs"]
    warnings = [result["ruleId"] for result in run["results"] if result["level"] == "warning"]
    assert warnings == ["blame-shifting/should-have-known"]


@pytest.mark.parametrize(
    ("inputs", "code", "said"),
    [
        ({"paths": "mallar/bra.md"}, 0, ""),
        ({"fail_on": "error"}, 0, ""),
        ({"args": "--exit-zero"}, 0, ""),
        ({"fail_on": "often"}, 2, "'often'"),
        ({"paths": "mallar/bra.md\nmallar/nowhere.md"}, 2, "mallar/nowhere.md"),
        ({"config": "nowhere.yaml"}, 2, "nowhere.yaml"),
    ],
)
def test_the_step_ends_as_tonelint_does(replies: Path, inputs: dict[str, str], code: int, said: str) -> None:
    done = lint(replies, **inputs)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
