"""``format=flowed`` (RFC 3676): paragraphs that were broken into lines for the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tonelint.textmap import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.textmap import MappedText

_SIGNATURE = "-- "
_LINE = re.compile(r"(?P<quote>>*+)(?P<stuffing>\ ?)(?P<words>[^\r\n]*+)(?P<ending>\r\n?|\n|\Z)")


def unflowed(text: MappedText, *, deletes_space: bool) -> MappedText:
    """The text with its paragraphs on one line each.

    A line that ends in a space goes on in the next one of the same depth of quotation, whose marks are dropped, unless
    the next begins the signature. The space that hides what a line begins with is dropped, too; behind quotation marks
    it stays, as it looks better.

    Args:
        text: the text as it was sent, with line breaks of any kind.
        deletes_space: whether the space at the end of such a line is no part of the text (``DelSp=yes``).
    """
    return text.replaced(_edits(text.text, deletes_space=deletes_space))


def _edits(text: str, *, deletes_space: bool) -> Iterator[Edit]:
    open_depth = -1  # of a line that goes on in the next
    open_end = 0
    for line in _LINE.finditer(text):
        if not line[0]:
            break  # behind the last line break
        depth, words = len(line["quote"]), line["words"]
        if depth == open_depth and words != _SIGNATURE:
            yield Edit(open_end, line.start("words"), "")
        elif line["stuffing"] and not depth:
            yield Edit(*line.span("stuffing"), "")
        goes_on = words.endswith(" ") and words != _SIGNATURE
        open_depth = depth if goes_on else -1
        open_end = line.end("words") - deletes_space
