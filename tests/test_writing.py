"""What is replaced by a new file, what is written into, and how descriptors are told from files."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.writing import descriptor_of, is_open, is_special, named_descriptor, put, resolved, write_into

pytestmark = pytest.mark.skipif(os.name != "posix", reason="descriptors, links and pipes")


@pytest.mark.parametrize(
    ("path", "descriptor"),
    [
        pytest.param("/dev/null", None, id="a device"),
        pytest.param("/dev/tty", None, id="the terminal"),
        pytest.param("dev/stdout", None, id="a file in a folder of that name"),
        pytest.param("/x/dev/stdout", None, id="further down"),
        pytest.param("/dev/stdout.json", None, id="a longer name"),
        pytest.param("/dev/fd", None, id="the folder"),
        pytest.param("/dev/fd/", None, id="the folder with a slash"),
        pytest.param("/dev/fd/01", None, id="no such number"),
        pytest.param("/dev/fd/٣", None, id="a digit of another script"),
        pytest.param("/dev/fd/" + "9" * 5000, None, id="beyond every number"),
        pytest.param("/dev/stdin", 0, id="standard input"),
        pytest.param("/dev/stdout", 1, id="standard output"),
        pytest.param("/dev/stderr", 2, id="standard error"),
        pytest.param("/dev/fd/63", 63, id="a process substitution"),
        pytest.param("/proc/self/fd/10", 10, id="by the process"),
        pytest.param("/dev//x/../fd/./3", 3, id="in a roundabout way"),
        pytest.param("//dev/stdout", 1, id="two slashes"),
    ],
)
def test_names_of_descriptors(path: str, descriptor: int | None) -> None:
    assert named_descriptor(path) == descriptor


@given(st.text())
def test_any_text_is_the_name_of_a_descriptor_or_none(path: str) -> None:
    assert named_descriptor(path) in {None, 0, 1, 2} or path.rstrip("/.")[-1].isdigit()


def test_a_link_leads_to_a_descriptor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As logs of containers lead to standard output; from the working directory, too."""
    (tmp_path / "log").symlink_to("/dev/stderr")
    (tmp_path / "further").symlink_to("log")
    (tmp_path / "file").symlink_to("report.json")
    (tmp_path / "round").symlink_to("round")
    monkeypatch.chdir(tmp_path)
    found = {name: descriptor_of(name) for name in ("log", "further", "file", "round", "missing", "x\0")}
    assert found == {"log": 2, "further": 2, "file": None, "round": None, "missing": None, "x\0": None}
    assert resolved("further") == resolved("/dev/stderr") == "/dev/fd/2"
    assert resolved("file") == os.path.realpath(tmp_path / "report.json")


def test_what_is_special(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")
    for path in (tmp_path / "file", tmp_path / "link", tmp_path / "new"):
        assert not is_special(str(path))
    for path in (tmp_path, tmp_path / "pipe", Path(os.devnull), Path("/dev/stdout")):
        assert is_special(str(path))


def test_descriptors_are_open_for_writing_or_not(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as written, (tmp_path / "a").open("rb") as read:
        assert is_open(written.fileno())
        assert not is_open(read.fileno())
        number = written.fileno()
    assert not is_open(number)


def test_a_descriptor_is_written_into_at_its_place(tmp_path: Path) -> None:
    """What stands before it stays, what comes later follows, and the descriptor stays open."""
    file = tmp_path / "log"
    file.write_bytes(b"earlier\n")
    with file.open("ab", buffering=0) as stream:
        write_into(f"/dev/fd/{stream.fileno()}", b"report\n")
        stream.write(b"later\n")
    assert file.read_bytes() == b"earlier\nreport\nlater\n"


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        write_into(f"/dev/fd/{writer}", b"x" * 2**20)
    finally:
        os.close(writer)


def test_a_descriptor_that_takes_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with (tmp_path / "a").open("rb") as stream, pytest.raises(OSError, match="Bad file descriptor"):
        write_into(f"/dev/fd/{stream.fileno()}", b"x")


@pytest.mark.skipif(sys.platform != "linux", reason="a device that is always full")
def test_a_full_device_is_an_error() -> None:
    with pytest.raises(OSError, match="No space left on device"):
        write_into("/dev/full", b"x")


def test_a_file_is_put_in_its_place_with_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a"
    put(file, b"old")
    file.chmod(0o640)
    put(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_put_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder" / "in it").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        put(tmp_path / "folder", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
