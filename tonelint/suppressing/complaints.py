"""What is wrong with permissions, as values; ``tonelint.upkeep`` says what kinds there are."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

from tonelint.directives import Verb
from tonelint.model import Category, Upkeep
from tonelint.upkeep import INVALID, UNKNOWN_RULE, UNMATCHED, UNUSED, WITHOUT_REASON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tonelint.directives import Directive, Word
    from tonelint.model import Source, Span
    from tonelint.rulebook.ruleset import Ruleset
    from tonelint.suppressing.grants import Grants
    from tonelint.upkeep import UpkeepRule


class Complaint(NamedTuple):
    """Something wrong with a permission.

    Attributes:
        rule: what is wrong.
        message: the same, of this permission.
        word: the word of the directive at which it is told.
        directive: the permission.
    """

    rule: UpkeepRule
    message: str
    word: Word
    directive: Directive

    @property
    def told(self) -> str:
        """What tells the permission again when it has moved: its words, without its reason."""
        return " ".join((self.directive.verb or "", *(name.text for name in self.directive.names), self.word.text))


class RuleNames:
    """The names that a directive may hold, and which of them say something in a run.

    Args:
        ruleset: the rules in force.
    """

    def __init__(self, ruleset: Ruleset) -> None:
        self.known = frozenset(name for name in ruleset.names if name.partition("/")[0] in set(Category))
        missing = self.known - set(Category) - {rule.id for rule in ruleset.rules}
        # Of a category, a rule that is not in force might have been what is permitted.
        self._not_in_force = missing | {rule.partition("/")[0] for rule in missing}

    def is_in_force(self, name: str) -> bool:
        """Whether a rule, or every rule of a category, is looked for."""
        return name in self.known and name not in self._not_in_force

    def nearest(self, name: str) -> str:
        """The name that is most like one that does not exist; empty where none is."""
        return next(iter(difflib.get_close_matches(name.lower(), self.known, n=1)), "")


def complaints_about(grants: Grants, names: RuleNames) -> Iterator[Complaint]:
    """What is wrong with how directives are written, whatever was found.

    Args:
        grants: the directives and what they came to.
        names: the names that they may hold.
    """
    for directive in grants.directives:
        if directive.problem:
            yield Complaint(INVALID, f"Cannot be read: {directive.problem}.", directive.place, directive)
        yield from _about_names(directive, names)
        if directive.names and directive.verb is not Verb.END and not (directive.reason or directive.problem):
            message = f'Permits "{directive.names[0].text}" without saying why.'
            yield Complaint(WITHOUT_REASON, message, directive.names[0], directive)
    for directive in grants.unmatched:
        lacking, where = ("end", "after") if directive.verb is Verb.BEGIN else ("begin", "before")
        of = f" of {', '.join(name.text for name in directive.names)}" if directive.names else ""
        message = f"`{directive.verb}`{of} has no `allow-{lacking}` {where} it, and permits nothing."
        yield Complaint(UNMATCHED, message, directive.place, directive)


def _about_names(directive: Directive, names: RuleNames) -> Iterator[Complaint]:
    """What is wrong with the names of a directive; those of an end repeat what its beginning says."""
    unknown = [name for name in directive.names if name.text not in names.known and directive.verb is not Verb.END]
    if len(unknown) > 1 and "/" not in unknown[0].text and not directive.reason:
        message = f'Permits "{unknown[0].text}", which is no rule or category; a reason stands behind ` -- `.'
        yield Complaint(INVALID, message, unknown[0], directive)
        return
    for name in unknown:
        if name.text.partition("/")[0] in set(Upkeep):
            message = f'Permits "{name.text}", which a comment cannot; `ignore` in the configuration can.'
            yield Complaint(INVALID, message, name, directive)
        else:
            near = names.nearest(name.text)
            hint = f'; did you mean "{near}"?' if near else "."
            message = f'Permits "{name.text}", which is no rule or category{hint}'
            yield Complaint(UNKNOWN_RULE, message, name, directive)


def complaints_of_unused(grants: Grants, names: RuleNames, source: Source) -> Iterator[tuple[Complaint, Span]]:
    """The grants of rules in force under which nothing fell, each with the source offsets that it covers.

    Args:
        grants: what directives came to.
        names: tells which rules are in force.
        source: what they stand in.
    """
    for directive, name, covers in grants.unused():
        if names.is_in_force(name.text):
            message = f'Permits "{name.text}" {_where(directive, covers, source)}.'
            yield Complaint(UNUSED, message, name, directive), covers


def _where(directive: Directive, covers: Span, source: Source) -> str:
    """What a grant covers, so that whoever wrote it sees why it permits nothing."""
    if directive.verb is Verb.FILE:
        return "in the whole text, and there is no such fault in it"
    if covers.start >= covers.end:
        return "below, and nothing follows" if directive.verb is Verb.LINE else "in an empty block"
    first, last = (source.position(offset).line for offset in (covers.start, covers.end - 1))
    lines = f"in line {first}" if first == last else f"in lines {first} to {last}"
    return f"{lines}, and there is no such fault"
