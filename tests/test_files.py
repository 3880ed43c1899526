"""Files as documents: whole or line by line, in the same words, with bounds and errors that name them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import write_files
from tonelint import files
from tonelint.errors import ReadError
from tonelint.files import File, shown_path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, name: str, content: str | bytes) -> File:
    return File(name, write_files(folder, {name: content}) / name)


def test_a_path_is_shown_relative_where_it_lies_below(folder: Path) -> None:
    assert shown_path(folder / "sub" / "c.markdown") == "sub/c.markdown"
    assert shown_path(Path("sub/../b.md")) == "b.md"
    assert shown_path(folder.parent / "x.md") == (folder.parent / "x.md").as_posix()
    assert shown_path(Path("../x.md")) == "../x.md"


@given(
    text=st.text(alphabet=st.sampled_from("aåé\U0001f642\n\r\u2028\x0c ")),
    codec=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_lines_are_those_of_the_whole(text: str, codec: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = write(tmp_path_factory.getbasetemp(), "a.csv", text.encode(codec))
    assert list(file.lines()) == list(file.whole().lines())
    assert file.whole().text == text


def test_lines_of_windows_1252_are_read_with_a_notice(folder: Path) -> None:
    file = write(folder, "a.csv", "å\nä\n".encode("cp1252"))
    assert [line.text for line in file.lines()] == ["å\n", "ä\n"]
    assert file.notice == "not UTF-8, read as Windows-1252"


def test_bytes_of_mail_are_kept_whatever_they_are(folder: Path) -> None:
    """Each part of a mail has an encoding of its own, so that the file has none."""
    data = bytes(range(1, 256))
    file = write(folder, "a.eml", data)
    assert file.whole().text.encode("utf-8", "surrogateescape") == data
    assert "".join(line.text for line in file.lines()).encode("utf-8", "surrogateescape") == data


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a\0b", "not text"),
        (b"\xef\xbb\xbfa\xff", "begins as UTF-8"),
        (b"\xff\xfea\0\0\xd8", "begins as UTF-16"),
        (b"\xe5\x81", "not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_as_a_whole(folder: Path, content: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=rf"^a\.csv.*: {message}"):
        write(folder, "a.csv", content).whole()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        pytest.param(b"\0", "a NUL character", id="a NUL character"),
        pytest.param(b"\xe5", "byte 0xE5 is in another encoding", id="a letter of another encoding"),
        pytest.param(b"\xc3", "byte 0xC3 is in another encoding", id="half a letter"),
    ],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_line_that_is_no_text_is_read_without_what_is_none_and_named(
    folder: Path, wrong: bytes, message: str, mark: bytes
) -> None:
    """An export that was cut in the middle of a letter, or a letter pasted from elsewhere, costs no other line."""
    file = write(folder, "a.csv", mark + "läst\n".encode() + b"a" + wrong + b"b\n" + "läst".encode())
    assert [line.text for line in file.lines()] == ["läst\n", "a\ufffdb\n", "läst"]
    assert [(fault.line, fault.column) for fault in file.faults] == [(2, 2)]
    assert message in file.faults[0].message


def test_after_many_lines_that_are_no_text_a_file_is_given_up(folder: Path) -> None:
    file = write(folder, "a.csv", b"\0\n" * 20)
    with pytest.raises(ReadError, match=r"^a\.csv:11:1: more such lines follow"):
        list(file.lines())
    assert len(file.faults) == 11


def test_utf_16_that_breaks_off_is_refused(folder: Path) -> None:
    with pytest.raises(ReadError, match=r"^a\.csv: begins as UTF-16"):
        list(write(folder, "a.csv", b"\xff\xfea\0\0\xd8").lines())


def test_a_file_too_large_to_hold_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 3)
    assert write(folder, "a.json", "abc").whole().text == "abc"
    with pytest.raises(ReadError, match=r"^b\.json: too large to be read at once"):
        write(folder, "b.json", "abcd").whole()


def test_a_line_too_long_to_hold_is_refused_at_its_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines before it have been given."""
    monkeypatch.setattr(files, "LONGEST_LINE", 3)
    lines = write(folder, "a.jsonl", "abc\nab\n").lines()
    with pytest.raises(ReadError, match=r"^a\.jsonl:1:1: a line of more than 3 characters"):
        next(lines)
    lines = write(folder, "a.jsonl", "ab\nabcd").lines()
    assert next(lines).text == "ab\n"
    with pytest.raises(ReadError, match=r"^a\.jsonl:2:1: "):
        next(lines)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a file that its owner may not read")
def test_a_file_that_may_not_be_read_is_named(folder: Path) -> None:
    file = write(folder, "a.txt", "Hej")
    file.real_path.chmod(0)
    with pytest.raises(ReadError, match=r"^a\.txt: cannot be read: Permission denied$"):
        file.whole()


def test_a_file_that_is_gone_is_named(folder: Path) -> None:
    file = File("gone.md", folder / "gone.md")
    for read in (file.whole, lambda: list(file.lines())):
        with pytest.raises(ReadError, match=r"^gone\.md: cannot be read: No such file or directory$"):
            read()


def test_words_are_looked_for_piece_by_piece(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the pieces part, and whatever else the file holds."""
    monkeypatch.setattr(files, "_CHUNK", 4)
    for before in range(9):
        file = write(folder, "a.json", b"\0" * before + b"\xffmacros" + b"\0" * 9)
        assert file.holds(["actions", "macros"])
        assert not file.holds(["actions"])
    with pytest.raises(ReadError, match=r"^gone\.json: cannot be read"):
        File("gone.json", folder / "gone.json").holds(["a"])
