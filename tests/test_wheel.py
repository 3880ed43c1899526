"""The wheel, installed by itself in a fresh environment, lints with the rules it carries."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)


def test_the_installed_wheel_lints(tmp_path: Path) -> None:
    """Built, installed with its dependencies and run away from the checkout, it finds a fault with its line."""
    built = run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    installed = run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr

    (tmp_path / "reply.txt").write_text("Hi Anna,\n\nYou should have read the terms before you ordered.\n")
    checked = run(environment / "bin" / "tonelint", "check", "--format", "json", "reply.txt", cwd=tmp_path)
    assert checked.returncode == 1, checked.stderr
    places = [(finding["line"], finding["rule"]) for finding in json.loads(checked.stdout)["findings"]]
    assert (3, "blame-shifting/should-have-known") in places

    listed = run(python, "-m", "tonelint", "test", cwd=tmp_path)
    assert listed.returncode == 0, listed.stdout + listed.stderr
    assert str(environment) in run(python, "-c", "import tonelint; print(tonelint.__file__)", cwd=tmp_path).stdout
