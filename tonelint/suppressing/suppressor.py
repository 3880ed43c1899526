"""Sorting findings into those that are reported and those that are permitted, text by text."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tonelint.model import Span, Suppressed, ZoneKind
from tonelint.permissions import ConfiguredPermissions
from tonelint.spans import holding, touched
from tonelint.suppressing.complaints import RuleNames, complaints_about, complaints_of_unused
from tonelint.suppressing.grants import Grants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tonelint.directives import Directive
    from tonelint.model import Finding
    from tonelint.permissions import PermissionPolicy
    from tonelint.placing import Placer
    from tonelint.reading import Prose
    from tonelint.replies.reply import Reply
    from tonelint.rulebook.ruleset import Ruleset
    from tonelint.suppressing.complaints import Complaint

_NO_WORDS = "> \t\n"


@dataclass(slots=True)
class _Permitting:
    """A text with directives, or a file with directives beside its texts.

    Attributes:
        prose: the text, or any text of the file.
        grants: what the directives came to.
        unjudged: the parts that were left alone, as source offsets, in order.
    """

    prose: Prose
    grants: Grants
    unjudged: list[Span] = field(default_factory=list)

    def is_judged(self, covers: Span) -> bool:
        """Whether all of a part of the source was judged: of what was left alone, nobody knows what is permitted."""
        return touched(self.unjudged, covers) is None


class Suppressor:
    """Knows what is permitted in a source, and notes what is.

    A finding falls under the narrowest permission: of a directive in its text, else of one in a comment beside it, else
    of the configuration.

    Args:
        placer: completes findings; what is permitted is taken out of it.
        ruleset: the rules in force.
        policy: what the team decides about permissions.
    """

    def __init__(self, placer: Placer, ruleset: Ruleset, policy: PermissionPolicy) -> None:
        self._placer = placer
        self._ruleset = ruleset
        self._policy = policy
        self._configured = ConfiguredPermissions(policy.permissions)
        self._file: _Permitting | None = None
        self._text: _Permitting | None = None
        self.suppressed: list[Suppressed] = []

    def enter(self, prose: Prose, reply: Reply, unjudged: Iterable[Span]) -> None:
        """Go on to a text; what is wrong with the permissions of the one before is told.

        Args:
            prose: the text, in its main reading.
            reply: the same, with its zones.
            unjudged: the parts of it that are left alone, as offsets of the reply's text.
        """
        self._close(self._text)
        self._text = None
        if prose.comments and not self._file:
            self._file = _Permitting(replace(prose, location=""), Grants(prose.comments))
        if prose.rendering.directives:
            own = _of_company(prose.rendering.directives, reply)
            self._text = _Permitting(prose, Grants(own))
        left_alone = [reply.text.source_span(*span) for span in unjudged] if self._text or self._file else []
        for permitting in filter(None, (self._text, self._file)):
            permitting.unjudged += left_alone

    def sift(self, placed: Sequence[tuple[Span, Finding]], reply: Reply) -> list[tuple[Span, Finding]]:
        """Those of some findings that are not permitted.

        Args:
            placed: findings in the text that was entered last, with their offsets in the reply's text.
            reply: any reading of that text.
        """
        return [
            (span, finding)
            for span, finding in placed
            if not self._is_permitted(finding, reply.text.source_span(*span).start)
        ]

    def finish(self, *, is_whole: bool) -> None:
        """Tell what is wrong with the permissions that have not been told of yet, at the end of the source.

        Args:
            is_whole: whether all of it was read; if not, nobody knows what is permitted in the rest.
        """
        self._close(self._text)
        self._close(self._file, is_whole=is_whole)

    def _is_permitted(self, finding: Finding, offset: int) -> bool:
        for permitting in filter(None, (self._text, self._file)):
            grant = permitting.grants.use(finding.rule, finding.category.value, offset)
            if grant:
                source = permitting.prose.source
                line = source.position(grant.directive.comment.start).line
                self._suppress(finding, grant.directive.reason, source.path, line)
                return True
        return self._is_permitted_by_configuration(finding)

    def _is_permitted_by_configuration(self, finding: Finding) -> bool:
        permission = self._configured.of(finding)
        if permission:
            self._suppress(finding, permission.reason, permission.path, permission.line)
        return permission is not None

    def _suppress(self, finding: Finding, reason: str, path: str, line: int) -> None:
        self._placer.permit(finding)
        self.suppressed.append(Suppressed(finding, reason, path, line))

    def _close(self, permitting: _Permitting | None, *, is_whole: bool = True) -> None:
        """Tell what is wrong with the permissions of a text or file."""
        if not permitting:
            return
        for complaint in self._complaints(permitting, is_whole=is_whole):
            if severity := self._policy.severities.get(complaint.rule.id):
                self._is_permitted_by_configuration(self._placer.complain(complaint, severity, permitting.prose))

    def _complaints(self, permitting: _Permitting, *, is_whole: bool) -> Iterator[Complaint]:
        yield from complaints_about(permitting.grants, self._names)
        if not is_whole:
            return
        for complaint, covers in complaints_of_unused(permitting.grants, self._names, permitting.prose.source):
            if permitting.is_judged(covers):
                yield complaint

    @cached_property
    def _names(self) -> RuleNames:
        return RuleNames(self._ruleset)


def _of_company(directives: Iterable[Directive], reply: Reply) -> Iterator[Directive]:
    """Those of some directives that do not stand in what the customer wrote, who can permit nothing."""
    quoted = sorted(_customer_places(reply))
    return (directive for directive in directives if not holding(quoted, directive.comment.start))


def _customer_places(reply: Reply) -> Iterator[Span]:
    """Where the customer's words stand in the source; below the last of them, if nothing else follows, too."""
    for zone in reply.zones:
        words = reply.text.text[slice(*zone.span)]
        if zone.kind is not ZoneKind.CUSTOMER or not words.strip(_NO_WORDS):
            continue
        # Signs of quotes and blank lines may stand for what is written in front of the words.
        first = zone.span.start + len(words) - len(words.lstrip(_NO_WORDS))
        last = zone.span.start + len(words.rstrip(_NO_WORDS))
        place = reply.text.source_span(first, last)
        yield Span(place.start, sys.maxsize) if zone is reply.zones[-1] else place
