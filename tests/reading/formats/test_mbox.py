"""Mailboxes: mail by mail, the customer's beside the company's answer."""

from __future__ import annotations

import mailbox
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import Fault, ReadError
from tonelint.model import Position, Source
from tonelint.reading.decode import decode_mail
from tonelint.reading.document import ReadOptions
from tonelint.reading.formats import mbox
from tonelint.reading.formats.mail import read_mail
from tonelint.reading.formats.mbox import read_mbox
from tonelint.reading.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SAMPLES = Path(__file__).parents[2] / "samples" / "mail"
ENVELOPE = "From anna@example.se Mon Mar  3 10:00:00 2025\n"
COMPANY = ReadOptions(company_addresses=("@skoboden.example",))


def read(text: str, options: ReadOptions = ReadOptions()) -> list[Prose | Fault]:  # noqa: B008 - frozen
    return list(read_mbox(Source("svar.mbox", text), options))


def texts(text: str) -> list[str]:
    """The words of the mails of a mailbox that is read without a fault."""
    found = read(text)
    assert [item for item in found if isinstance(item, Fault)] == []
    return [item.rendering.text.text.strip() for item in found if isinstance(item, Prose)]


def place(prose: Prose, words: str) -> Position:
    at = prose.rendering.text.text.index(words)
    return prose.source.position(prose.rendering.text.source_span(at, at + len(words)).start)


def sample(name: str, options: ReadOptions) -> list[Prose | Fault]:
    return list(read_mbox(decode_mail((SAMPLES / name).read_bytes(), name), options))


def test_answers_are_read_with_their_questions() -> None:
    first, second = (item for item in sample("support.mbox", COMPANY) if isinstance(item, Prose))
    assert first.location == "message 2"
    assert first.customer.split("\n")[2] == "Sulan lossnade efter två dagar. Jag är riktigt besviken."
    assert first.source.first_line == 16
    assert place(first, "From den 1 mars byter") == (29, 2)
    assert place(first, "på skylten") == (29, 57)
    assert second.location == "message 4"
    assert second.customer == "Hej\n\nSkoene er blå, men jeg bestilte røde.\n"
    assert place(second, "lagerets fejl") == (55, 23)
    assert place(second, "tige.") == (56, 1)


def test_without_addresses_every_mail_is_the_companys() -> None:
    found = sample("support.mbox", ReadOptions())
    locations = [(item.location, item.customer) for item in found if isinstance(item, Prose)]
    assert locations == [(f"message {number}", "") for number in (1, 2, 3, 4)]


def test_a_mail_that_is_broken_hides_no_other() -> None:
    first, broken, last = sample("export.mbox", ReadOptions())
    assert isinstance(first, Prose)
    assert place(first, "so the fee stands") == (12, 30)
    assert isinstance(broken, Fault)
    assert (broken.line, broken.column) == (23, 1)
    assert isinstance(last, Prose)
    assert last.location == "message 3"
    assert place(last, "From now on") == (33, 1)


@pytest.mark.parametrize(
    ("text", "mails"),
    [
        ("", []),
        ("\n\n", []),
        (ENVELOPE + "A: b\n\nett\n\n" + ENVELOPE + "A: b\n\ntvå\n", ["ett", "två"]),
        (ENVELOPE + "A: b\n\nett\n" + ENVELOPE + "A: b\n\ntvå\n", ["ett", "två"]),
        ("\n" + ENVELOPE + "A: b\n\nett\n", ["ett"]),
        ("\ufeff" + ENVELOPE + "A: b\n\nett\n", ["ett"]),
        ("From anna@example.se\nA: b\n\nett\n\nFrom MAILER-DAEMON\nA: b\n\ntvå\n", ["ett", "två"]),
        ("From - Mon, 3 Mar 2025 10:00 +0100\nA: b\n\nett\n", ["ett"]),
        (ENVELOPE + "A: b\n\nFrom now on we open at 8.\n", ["From now on we open at 8."]),
        (ENVELOPE + "A: b\n\nett\nFrom oss\n\ntvå\n", ["ett\nFrom oss\n\ntvå"]),
        (ENVELOPE + "A: b\n\nett\n>From Mon 10:00\n", ["ett\nFrom Mon 10:00"]),
        (ENVELOPE + "A: b\nContent-Length: 99999\n\nett\n\n" + ENVELOPE + "A: b\n\ntvå\n", ["ett", "två"]),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_where_a_mail_begins(text: str, mails: list[str], ending: str) -> None:
    """At a line with "From ", a day and a time; or with a sender alone, below a blank line."""
    assert texts(text.replace("\n", ending)) == mails


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("Hej!\n", 1, "; export it again as mbox, or name it by the format that it is in"),
        ("\n\nFrom: a@b.se\n\nHej!\n", 3, "; if it is a single mail, name it .eml"),
        ("\ufeff>" + ENVELOPE, 1, "; export it again as mbox, or name it by the format that it is in"),
    ],
)
def test_a_file_that_begins_with_no_envelope_is_no_mailbox(text: str, line: int, hint: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(text)
    (fault,) = caught.value.faults
    assert (fault.line, fault.column) == (line, 1)
    assert fault.message.startswith("a mailbox begins with a line such as “From ")
    assert fault.message.endswith("this line is none" + hint)


def test_a_mail_without_a_header_is_told() -> None:
    first, second = read(f"{ENVELOPE}Hej!\n\n{ENVELOPE}A: b\n\nHej!\n")
    assert isinstance(first, Fault)
    assert (first.line, first.message[:28]) == (1, "a mail begins with header li")
    assert isinstance(second, Prose)


def test_a_question_is_known_by_the_thread() -> None:
    """By what the answer refers to, however many mails of the company stand between; not by its subject."""
    question = ENVELOPE + "From: anna@example.se\nSubject: Skor\nMessage-ID: <1@a>\n\nVar är skorna?\n\n"
    answer = ENVELOPE + "From: hej@skoboden.example\nSubject: Skor\nMessage-ID: <2@s>\n{}\nPå väg.\n\n"
    headers = ("In-Reply-To: <1@a>\n", "In-Reply-To: <2@s>\nReferences: <1@a>\n <2@s>\n", "In-Reply-To: <9@a>\n", "")
    found = read(question + "".join(map(answer.format, headers)), COMPANY)
    asked = [item.customer.strip() for item in found if isinstance(item, Prose)]
    assert asked == ["Var är skorna?", "Var är skorna?", "", ""]


@dataclass(frozen=True)
class Lines:
    """A mailbox whose lines are made as they are read."""

    count: int
    line: str
    path: str = "stor.mbox"
    notice: str = ""
    faults: tuple[Fault, ...] = ()

    def whole(self) -> Source:
        raise AssertionError("a mailbox is read line by line")

    def holds(self, words: Collection[str]) -> bool:
        raise AssertionError("and never looked through")

    def lines(self) -> Iterator[Source]:
        head = f"{ENVELOPE}A: b\n\n".splitlines(keepends=True)
        for number, line in enumerate([*head, *[self.line] * self.count, "\n", *head, "Hej!\n"], 1):
            yield Source(self.path, line, first_line=number)


@pytest.mark.parametrize(("count", "line"), [(33, "å" * 2**20 + "\n"), (1_000, "\n")])
def test_a_mail_that_is_too_large_is_told_and_not_held(count: int, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox, "MOST_LINES", 1_000)
    large, last = read_mbox(Lines(count, line), ReadOptions())
    assert isinstance(large, Fault)
    assert (large.path, large.line, large.column) == ("stor.mbox", 1, 1)
    assert "more than 32 MB" in large.message
    assert isinstance(last, Prose)
    assert last.location == "message 2"
    assert last.rendering.text.text == "Hej!\n"


BODIES = st.lists(
    st.sampled_from(["Hej!", "", "From oss alla", "> citat", "å, ø och æ", "- - -"]),
    min_size=1,
    max_size=6,
).map("\n".join)


@given(
    bodies=st.lists(BODIES, min_size=1, max_size=4), encoding=st.sampled_from(["8bit", "quoted-printable", "base64"])
)
def test_a_mailbox_of_the_standard_library_is_read(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str], encoding: str
) -> None:
    """Mail by mail, with the text and the places that each mail has by itself."""
    path = tmp_path_factory.mktemp("mail") / "svar.mbox"
    box = mailbox.mbox(path)
    raws = []
    for body in bodies:
        mail = EmailMessage()
        mail.set_content("Svar:\n" + body + "\nSlut.", cte=encoding)
        raws.append(mail.as_bytes(unixfrom=False).decode())
        envelope = mailbox.mboxMessage(mail)
        envelope.set_from("a@b.se", time_=True)
        box.add(envelope)
    box.close()
    found = list(read_mbox(decode_mail(path.read_bytes(), "svar.mbox"), ReadOptions()))
    first_line = 1
    for raw, prose in zip(raws, found, strict=True):
        (alone,) = read_mail(Source("svar.eml", raw), ReadOptions())
        assert isinstance(prose, Prose)
        assert isinstance(alone, Prose)
        assert prose.rendering.text.text.rstrip() == alone.rendering.text.text.rstrip()
        line, column = place(alone, "Slut.")
        assert place(prose, "Slut.") == (line + first_line, column)
        first_line += raw.count("\n") + 2
