"""Where files and folders really are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonelint.real_folders import RealFolders


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "circle").symlink_to("circle")
    monkeypatch.chdir(tmp_path)
    return tmp_path.resolve()


@pytest.mark.parametrize(
    ("path", "real"),
    [
        ("", ""), (".", ""), ("a", "a"), ("nowhere", "nowhere"), ("circle", "circle"),
        ("link", "a"), ("link/b", "a/b"), ("link/nowhere", "a/nowhere"), ("link/..", ""),
    ],
)  # fmt: skip
def test_the_real_path_of_a_folder(folder: Path, path: str, real: str) -> None:
    assert RealFolders()(path) == (folder / real).as_posix()


def test_files_by_their_real_paths(folder: Path) -> None:
    """In the order of the first names; links to a file that has a name of its own among them are passed over."""
    for name in ("a/1.md", "a/2.md"):
        Path(name).touch()
    Path("0.md").symlink_to("a/2.md")
    names = ["0.md", "link/1.md", "a/2.md", "a/1.md"]
    files = RealFolders().files(map(Path, names))
    assert [(real, path.as_posix()) for real, path in files.items()] == [
        (f"{folder.as_posix()}/a/1.md", "link/1.md"),
        (f"{folder.as_posix()}/a/2.md", "a/2.md"),
    ]
    assert list(RealFolders().files([Path("0.md")]).values()) == [Path("0.md")]


def test_what_is_remembered_makes_no_difference(folder: Path) -> None:
    """Configurations that say the same are equal, so that the rules that they choose are compiled once."""
    known = RealFolders()
    known(str(folder))
    assert known == RealFolders()
    assert hash(known) == hash(RealFolders())
