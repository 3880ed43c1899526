"""The flow, from a source to findings. Pure: it touches no disk but for the rules that come with tonelint."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tonelint.judging.guards import Message, Opening, Passage
from tonelint.judging.judge import judge
from tonelint.matching.matcher import Matcher
from tonelint.model import Finding, Language, Source, Span, Unjudged, ZoneKind
from tonelint.reading import read
from tonelint.replies.language import languages
from tonelint.replies.reply import Reply
from tonelint.replies.zones import find_zones, greeting_end
from tonelint.rulebook.ruleset import Ruleset, bundled
from tonelint.words.tokens import forms_of, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tonelint.judging.judge import Verdict


@dataclass(frozen=True, slots=True)
class LintResult:
    """What linting a source came to: findings in order, and the paragraphs that were left alone."""

    findings: tuple[Finding, ...]
    unjudged: tuple[Unjudged, ...]


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


def lint_source(source: Source, ruleset: Ruleset, language: Language | None = None) -> LintResult:
    """Lint one source.

    Args:
        source: a decoded file.
        ruleset: the rules in force.
        language: the language of all its replies; None to take what they declare or show.
    """
    findings: list[Finding] = []
    unjudged: list[Unjudged] = []
    for prose in read(source):
        reply = Reply(prose.text, find_zones(prose.text.text), language or prose.language)
        message, left_alone = read_message(reply, ruleset)
        findings += _findings(judge(message, ruleset.rules), reply, source)
        unjudged += [
            Unjudged(source.path, source.position(reply.text.source_span(*span).start).line, reason)
            for span, reason in left_alone
        ]
    return LintResult(tuple(findings), tuple(unjudged))


def read_message(reply: Reply, ruleset: Ruleset) -> tuple[Message, list[tuple[Span, str]]]:
    """Read the words of a reply, language by language, and find all patterns in them.

    Returns:
        The message, and the parts of the text that are in none of its languages, each with the reason.
    """
    text = reply.text.text
    spans: dict[Language, list[Span]] = {}
    left_alone = []
    for run in languages(text, reply.language):
        if run.language:
            spans.setdefault(run.language, []).append(run.span)
        else:
            left_alone.append((run.span, f"in {run.foreign}" if run.foreign else "language unknown"))
    passages = []
    for language, parts in spans.items():
        words = read_words(text, language, reply.zones, parts)
        passages.append(Passage(language, words, _matcher(ruleset, language).read(words)))
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


def _findings(verdicts: Iterable[Verdict], reply: Reply, source: Source) -> Iterator[Finding]:
    """Complete the verdicts on a reply with their places in the source."""
    seen: Counter[str] = Counter()
    for verdict in verdicts:
        rule = verdict.rule
        span = reply.text.source_span(*verdict.span)
        start, end = source.position(span.start), source.position(span.end)
        line_words = " ".join(source.line_text(start.line).casefold().split())
        fault = f"{rule.id}\0{source.path}\0{line_words}"
        seen[fault] += 1  # the same fault on equal lines is told apart by its turn, never by its line number
        yield Finding(
            path=source.path,
            line=start.line,
            column=start.column,
            end_line=end.line,
            end_column=end.column,
            rule=rule.id,
            category=rule.category,
            severity=verdict.severity,
            language=verdict.language,
            message=rule.summary,
            why=rule.why,
            advice=rule.wordings[verdict.language].advice,
            excerpt=source.text[span.start : span.end],
            fingerprint=hashlib.sha256(f"{fault}\0{seen[fault]}".encode()).hexdigest()[:16],
            cues=verdict.cues,
        )
