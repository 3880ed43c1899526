"""The structure of mails, held against the standard library's."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import SMTP, default
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tonelint.reading.mail.mime import MOST_NESTED, MOST_PARTS, Entity, parse_mail

if TYPE_CHECKING:
    from email.message import Message

ENDINGS = st.sampled_from(["\n", "\r\n", "\r"])
LINES = st.sampled_from(
    (
        "--a", "--b", "--c", "--a--", "--b--", "--a \t", "--a-- ", "--ab", "---a", "-- ", "", "", "hej",
        "Subject: x", "Content-Type: text/html", "Content-Type: multipart/mixed; boundary=a",
        'Content-Type: multipart/alternative;\n boundary="b"', "Content-Type: multipart/related; boundary=c",
        "Content-Type: multipart/mixed", "content-type: image/png",
    )
)  # fmt: skip
Tree = tuple[str, Any]


def tree_of(text: str, entity: Entity) -> Tree:
    """The types of a mail's parts, and what stands in those that have none themselves."""
    if entity.parts:
        return entity.content.kind, [tree_of(text, part) for part in entity.parts]
    return entity.content.kind, None if entity.is_multipart else text[slice(*entity.body)]


def library_tree(message: Message) -> Tree:
    """The same as the standard library has it."""
    if message.is_multipart():
        return message.get_content_type(), [library_tree(cast("Message", part)) for part in message.get_payload()]
    is_container = message.get_content_maintype() == "multipart"
    return message.get_content_type(), None if is_container else message.get_payload()


@given(lines=st.lists(LINES, max_size=25), ending=ENDINGS, last=st.sampled_from(["", "\n"]))
@example(["Content-Type: multipart/mixed; boundary=a", "", "--a", "", "x", "--a--", "--a", "", "y"], "\r\n", "")
@example(["Content-Type: multipart/mixed; boundary=a", "", "--a--", "--a", "", "y"], "\n", "\n")
def test_any_lines_have_the_structure_that_the_standard_library_finds(lines: list[str], ending: str, last: str) -> None:
    # The standard library takes dashed lines in a row for one, even a last one; here each counts.
    spaced = [
        f"\n{line}" if line.startswith("--") and before.startswith("--") else line
        for before, line in pairwise(["", *lines])
    ]
    text = ("\n".join(["X: y", *spaced]) + last).replace("\n", ending)
    library = email.message_from_bytes(text.encode(), policy=default)
    assert trimmed(tree_of(text, parse_mail(text))) == trimmed(library_tree(library))


def trimmed(tree: Tree) -> Tree:
    """Without line breaks at the end of parts: of a mail that is cut off the standard library drops the last one."""
    kind, content = tree
    if isinstance(content, list):
        return kind, [trimmed(part) for part in content]
    return kind, content and content.rstrip("\r\n")


LEAVES = st.tuples(
    st.just("leaf"), st.text("abc åäö-\n", max_size=60), st.sampled_from(["plain", "html"]),
    st.sampled_from(["quoted-printable", "base64", "8bit"]),
)  # fmt: skip
TREES: st.SearchStrategy[tuple[Any, ...]] = st.recursive(
    LEAVES,
    lambda parts: st.tuples(
        st.sampled_from(["mixed", "alternative", "related"]), st.lists(parts, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def message_of(tree: tuple[Any, ...]) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    if tree[0] == "leaf":
        _, text, subtype, encoding = tree
        message.set_content(text, subtype=subtype, cte=encoding)
        return message
    message["Content-Type"] = f"multipart/{tree[0]}"
    for part in tree[1]:
        message.attach(message_of(part))
    return message


@given(tree=TREES, ending=ENDINGS)
def test_generated_mails_have_the_structure_that_the_standard_library_finds(tree: tuple[Any, ...], ending: str) -> None:
    raw = message_of(tree).as_bytes().decode("utf-8", "surrogateescape").replace("\r\n", ending)
    library = email.message_from_bytes(raw.encode("utf-8", "surrogateescape"), policy=default)
    assert tree_of(raw, parse_mail(raw)) == library_tree(library)


def test_parts_know_their_offsets() -> None:
    text = (
        "Content-Type: multipart/mixed; boundary=a\r\n\r\nTill gamla program.\r\n--a\r\n\r\nHej!\r\n--a--\r\nSlut.\r\n"
    )
    mail = parse_mail(text)
    (part,) = mail.parts
    assert text[slice(*part.body)] == "Hej!"
    assert text[part.start :].startswith("\r\nHej!")
    assert mail.problem == ""


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("Content-Type: multipart/mixed", "(no boundary)"),
        ('Content-Type: multipart/mixed; boundary=""', "(no boundary)"),
        ("Content-Type: multipart/mixed; boundary=b", "is missing (--b)"),
    ],
)
def test_parts_that_cannot_be_told_apart_are_a_problem(header: str, problem: str) -> None:
    mail = parse_mail(f"{header}\n\n--a\n\nHej!\n--a--\n")
    assert mail.parts == ()
    assert problem in mail.problem


def test_parts_in_parts_are_read_to_a_bounded_depth() -> None:
    text = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(5_000))
    entities = list(parse_mail(text + "\nHej!\n").entities())
    assert len(entities) == MOST_NESTED + 1
    assert "50 deep" in entities[-1].problem


def test_parts_beyond_a_bound_are_left_out() -> None:
    mail = parse_mail("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nHej!\n" * (2 * MOST_PARTS))
    assert len(mail.parts) == MOST_PARTS - 1
    assert "more than 1,000 parts" in mail.problem
    assert mail.parts[-1].body.end - mail.parts[-1].body.start == len("Hej!")
