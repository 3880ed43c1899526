"""Labelled files on the disk: which are read, what cannot be read, and where rules are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import write_files
from tonelint.corpora import read_corpora, write_rules
from tonelint.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

    from tonelint.errors import Fault

REPLY = '{"id": "a", "lang": "sv", "text": "Det är här.", "labels": []}\n'
SENTENCES = "label\tregister\tsentence\nstalling\tformal\tDet kommer.\n"


def authors(*paths: Path) -> list[tuple[str, str]]:
    return [(record.author, record.id) for record in read_corpora(paths)]


def faults(*paths: Path) -> list[Fault]:
    with pytest.raises(ReadError) as caught:
        read_corpora(paths)
    return list(caught.value.faults)


def test_nothing_is_read_where_nothing_is_named() -> None:
    assert read_corpora([]) == []


def test_a_folder_gives_its_labelled_files_in_order(tmp_path: Path) -> None:
    """Both formats, by their names, and nothing else; not what stands in folders below."""
    files = {"sv-2.jsonl": REPLY, "sv-1.tsv": SENTENCES, "notes.md": "Hej", "deeper/sv-3.jsonl": REPLY}
    assert authors(write_files(tmp_path, files)) == [("sv-1", "sv-1:2"), ("sv-2", "a")]


def test_files_and_folders_are_read_in_the_order_named(tmp_path: Path) -> None:
    """The author is the file's name without its suffix."""
    write_files(tmp_path, {"x.jsonl": REPLY, "folder/sv-y.tsv": SENTENCES})
    assert authors(tmp_path / "x.jsonl", tmp_path / "folder") == [("x", "a"), ("sv-y", "sv-y:2")]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Nor are line endings of Windows."""
    write_files(tmp_path, {"x.jsonl": b"\xef\xbb\xbf" + REPLY.encode(), "sv-y.tsv": SENTENCES.replace("\n", "\r\n")})
    assert [record.text for record in read_corpora([tmp_path])] == ["Det kommer.", "Det är här."]


def test_every_fault_of_every_file_is_named(tmp_path: Path) -> None:
    """What is missing, what is not UTF-8, what is wrong inside, and a folder without a labelled file."""
    write_files(tmp_path, {"latin.jsonl": REPLY.encode("latin-1"), "bad.jsonl": "{\n{", "good.jsonl": REPLY})
    (tmp_path / "empty").mkdir()
    names = ("latin.jsonl", "missing.jsonl", "bad.jsonl", "empty", "good.jsonl")
    found = [
        (fault.path.rpartition("/")[2], fault.line, fault.message) for fault in faults(*map(tmp_path.joinpath, names))
    ]
    no_json = "not JSON: Expecting property name enclosed in double quotes"
    assert found == [
        ("latin.jsonl", 0, "not UTF-8; save the file as UTF-8"),
        ("missing.jsonl", 0, "cannot be read: No such file or directory"),
        ("bad.jsonl", 1, no_json),
        ("bad.jsonl", 2, no_json),
        ("empty", 0, "no file of labelled replies (.jsonl) or sentences (.tsv) in this folder"),
    ]


def test_records_of_two_files_are_not_confused(tmp_path: Path) -> None:
    """Files of one name may hold different replies, but not under the same id; nor is a file read twice."""
    write_files(tmp_path, {"1/x.jsonl": REPLY, "2/x.jsonl": REPLY.replace('"a"', '"b"')})
    assert authors(tmp_path / "1", tmp_path / "2") == [("x", "a"), ("x", "b")]
    (fault,) = faults(tmp_path / "1", tmp_path / "2", tmp_path / "1" / "x.jsonl")
    assert (fault.path, fault.message) == (
        str(tmp_path / "1" / "x.jsonl"),
        'the id "a" stands in another file of this name too',
    )


def test_rules_are_written_by_their_ids(tmp_path: Path) -> None:
    """Folders are made; a file of the same id is replaced, and others stay."""
    folder = write_files(tmp_path / "new", {"stalling/soon.yaml": "old", "stalling/other.yaml": "other"})
    written = write_rules(folder, {"stalling/soon": "snårt\n", "hostility/threat": "hot\n"})
    assert written == [folder / "stalling" / "soon.yaml", folder / "hostility" / "threat.yaml"]
    assert [path.read_bytes() for path in written] == ["snårt\n".encode(), b"hot\n"]
    assert (folder / "stalling" / "other.yaml").read_text() == "other"


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    """Here a file stands where a folder is wanted."""
    write_files(tmp_path, {"stalling": "a file"})
    with pytest.raises(ReadError) as caught:
        write_rules(tmp_path, {"stalling/soon": "x"})
    (fault,) = caught.value.faults
    assert fault.path == str(tmp_path / "stalling" / "soon.yaml")
    assert fault.message.startswith("cannot be written: ")
