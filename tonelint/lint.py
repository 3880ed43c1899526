"""The flow, from a source to findings. Pure: it touches no disk but for the rules that come with tonelint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tonelint.errors import Fault, ReadError
from tonelint.judging.guards import Message, Opening, Passage
from tonelint.judging.judge import OF_WHOLE_REPLY, judge
from tonelint.marking import marked_reply
from tonelint.matching.matcher import Matcher
from tonelint.model import Language, Source, Span, Unjudged, ZoneKind
from tonelint.permissions import USUAL_POLICY, PermissionPolicy
from tonelint.placing import Placer
from tonelint.reading import NO_OPTIONS, ReadOptions, read
from tonelint.replies.language import languages
from tonelint.replies.reply import Reply, reply_of
from tonelint.replies.zones import greeting_end
from tonelint.rulebook.ruleset import Ruleset, bundled
from tonelint.suppressing.suppressor import Suppressor
from tonelint.words.tokens import forms_of, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.judging.judge import Verdict
    from tonelint.model import Finding, MarkedReply, Suppressed
    from tonelint.reading import Document, Prose


@dataclass(frozen=True, slots=True)
class LintResult:
    """What linting a source came to.

    Attributes:
        findings: in the order of their places.
        unjudged: the paragraphs that were left alone.
        errors: what could not be read.
        replies: how many messages and texts were read.
        marked: the replies in which something was found, whole; nothing unless they were asked for.
        suppressed: findings that are permitted, which are not among ``findings``.
    """

    findings: tuple[Finding, ...]
    unjudged: tuple[Unjudged, ...] = ()
    errors: tuple[Fault, ...] = ()
    replies: int = 0
    marked: tuple[MarkedReply, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()


def lint_text(text: str, language: Language | str | None = None) -> list[Finding]:
    """Lint a reply with the rules that come with tonelint.

    Args:
        text: the reply, plain text.
        language: ``sv``, ``da`` or ``en``; None to tell it paragraph by paragraph.

    Returns:
        The findings in order of their places, the path of each ``<text>``.

    Raises:
        ValueError: where the language is none of the three.
    """
    declared = Language(language) if language is not None else None
    return list(lint_source(Source("<text>", text), bundled(), declared).findings)


def lint_source(
    source: Document,
    ruleset: Ruleset,
    language: Language | None = None,
    options: ReadOptions = NO_OPTIONS,
    *,
    keep_replies: bool = False,
    policy: PermissionPolicy = USUAL_POLICY,
) -> LintResult:
    """Lint one source.

    Args:
        source: a file, decoded or not.
        ruleset: the rules in force.
        language: the language of all its replies; None to take what they declare or show.
        options: what its team says of its files.
        keep_replies: whether to give the replies in which something was found.
        policy: what its team decides about permissions.
    """
    placer = Placer(source.path)
    suppressor = Suppressor(placer, ruleset, policy)
    unjudged: list[Unjudged] = []
    errors: list[Fault] = []
    marked: list[MarkedReply] = []
    replies = 0
    try:
        for found in read(source, options):
            if isinstance(found, Fault):
                errors.append(found)
                continue
            replies += not found.rendering.within
            reply = _reply(found, language)
            message, left_alone = read_message(reply, ruleset)
            if not found.rendering.within:
                suppressor.enter(found, reply, [span for span, _ in left_alone])
            placed = suppressor.sift(placer.place(_verdicts(message, ruleset, found), reply.text, found), reply)
            if placed and keep_replies:
                marked.append(marked_reply(reply.text, found, placed))
            unjudged += _unjudged(left_alone, reply, found)
    except ReadError as error:
        errors += error.faults
    errors += source.faults
    suppressor.finish(is_whole=not errors)
    suppressed = tuple(suppressor.suppressed)
    return LintResult(placer.findings(), tuple(unjudged), tuple(errors), replies, tuple(marked), suppressed)


def _reply(prose: Prose, language: Language | None) -> Reply:
    rendering = prose.rendering
    if language:
        return reply_of(rendering.text, language, customer=prose.customer)
    declared = rendering.language or prose.language
    return reply_of(rendering.text, declared, rendering.parts, customer=prose.customer, is_firm=False)


def _verdicts(message: Message, ruleset: Ruleset, prose: Prose) -> Iterator[Verdict]:
    for verdict in judge(message, ruleset.rules):
        if prose.is_whole or verdict.rule.category not in OF_WHOLE_REPLY:
            yield verdict


def _unjudged(left_alone: Iterable[tuple[Span, str]], reply: Reply, prose: Prose) -> Iterator[Unjudged]:
    """What was left alone, with its lines; of further readings of a text nothing more."""
    source = prose.source
    for span, reason in left_alone if not prose.rendering.within else ():
        yield Unjudged(source.path, source.position(reply.text.source_span(*span).start).line, reason)


def read_message(reply: Reply, ruleset: Ruleset) -> tuple[Message, list[tuple[Span, str]]]:
    """Read the words of a reply, language by language, and find all patterns in them.

    Returns:
        The message, and the parts of the text that are in none of its languages, each with the reason.
    """
    text = reply.text.text
    spans: dict[Language, list[Span]] = {}
    left_alone = []
    for run in languages(text, reply.language, reply.parts, is_firm=reply.is_firm):
        if run.language:
            spans.setdefault(run.language, []).append(run.span)
        else:
            left_alone.append((run.span, f"in {run.foreign}" if run.foreign else "language unknown"))
    passages = []
    for language, parts in spans.items():
        words = read_words(text, language, reply.zones, parts)
        passages.append(Passage(language, words, _matcher(ruleset.origin, language).read(words)))
    return Message(tuple(passages), opening_of(passages, greeting_end(text, reply.zones))), left_alone


def opening_of(passages: Iterable[Passage], after: int) -> Opening | None:
    """The first sentence of the company's own body text that begins at or after an offset."""
    own = (
        Opening(
            Span(passage.words.spans[sentence.first].start, passage.words.spans[sentence.last - 1].end),
            passage.language,
        )
        for passage in passages
        for sentence in passage.words.sentences
        if sentence.zone is ZoneKind.BODY and passage.words.spans[sentence.first].start >= after
    )
    return min(own, default=None)


@lru_cache(maxsize=32)
def _matcher(ruleset: Ruleset, language: Language) -> Matcher:
    """The patterns of a ruleset in one language, ready to run."""
    return Matcher(
        ruleset.sought(language),
        ruleset.guards(language),
        ruleset.classes[language],
        lambda words: forms_of(words, language),
        ruleset.forms[language].of,
        ruleset.cues(language),
    )
