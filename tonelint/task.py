"""What a run is asked to do, and how that comes to rules and language for each file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tonelint.ignoring import Exclusion
from tonelint.lint import lint_source
from tonelint.permissions import PermissionPolicy
from tonelint.suppressing.complaints import RuleNames
from tonelint.suppressing.configured import findings_of_unused, findings_without_reason
from tonelint.upkeep import UNUSED, WITHOUT_REASON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tonelint.baseline_file import BaselineFile
    from tonelint.changes import Changes
    from tonelint.configuration import Configuration, Settings
    from tonelint.lint import LintResult
    from tonelint.model import Finding, Suppressed
    from tonelint.reading import Document
    from tonelint.rulebook.choice import Choice
    from tonelint.rulebook.rules import Rule
    from tonelint.rulebook.ruleset import Ruleset


@dataclass(frozen=True)
class Task:
    """What a run is asked to do, but for the paths.

    Attributes:
        configuration: what the team, and on top of it the command line, has decided.
        ruleset: all rules that there are; which of them are in force for a file says the configuration.
        force_exclude: whether what the configuration excludes is left out where it is named, too.
        baseline: findings that are known already.
        changes: the lines of which findings are reported; None for all.
        keep_replies: whether to give the replies in which something was found.
        reports: the files that the run writes; they hold the findings of the run before, and are left out.
    """

    configuration: Configuration
    ruleset: Ruleset
    force_exclude: bool = False
    baseline: BaselineFile | None = None
    changes: Changes | None = None
    keep_replies: bool = False
    reports: tuple[str, ...] = ()

    @property
    def exclusion(self) -> Exclusion:
        """What the configuration leaves out."""
        return Exclusion(self.configuration.folder, self.configuration.exclude)

    def lint(self, document: Document) -> LintResult:
        """Lint a document by the rules, and in the language, that hold for its path."""
        settings = self.configuration.settings(document.path)
        return lint_source(
            document,
            self._narrowed(settings.choice),
            settings.language,
            self.configuration.reading,
            keep_replies=self.keep_replies,
            policy=self._policy(document.path, settings),
        )

    def about_permissions(self, suppressed: Iterable[Suppressed]) -> list[Finding]:
        """What is wrong with the permissions of the configuration, seen from a run on all of its files.

        Args:
            suppressed: all findings of the run that are permitted.
        """
        allow = self.configuration.allow
        settings = self.configuration.base.then(self.configuration.asked)
        upkeep = self.configuration.upkeep(settings)
        names = RuleNames(self._narrowed(settings.choice))
        found = []
        if severity := upkeep.get(UNUSED.id):
            found += findings_of_unused(allow, suppressed, names.is_in_force, severity)
        if severity := upkeep.get(WITHOUT_REASON.id):
            found += findings_without_reason(allow, severity)
        return found

    @property
    def is_idle(self) -> bool:
        """Whether no rule was in force in any file linted so far."""
        return not any(ruleset.rules for ruleset in self._rulesets.values())

    def in_force(self, path: str, rule_id: str) -> bool:
        """Whether a rule was looked for in a file; of a rule that there is no more nothing can be found, so it was."""
        rule = self._rules.get(rule_id)
        return rule is None or self.configuration.settings(path).choice.ruling(rule.id, rule.category).is_on

    def _policy(self, path: str, settings: Settings) -> PermissionPolicy:
        return PermissionPolicy(self.configuration.upkeep(settings), self.configuration.permissions_of(path))

    def _narrowed(self, choice: Choice) -> Ruleset:
        if choice not in self._rulesets:
            self._rulesets[choice] = self._needed.narrowed(choice)
        return self._rulesets[choice]

    @cached_property
    def _needed(self) -> Ruleset:
        """Without rules that no file of the run needs: they need not be compiled."""
        return self.ruleset.limited(self.configuration.limit)

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.ruleset.rules}

    @cached_property
    def _rulesets(self) -> dict[Choice, Ruleset]:
        """By the choices met so far: most files share one."""
        return {}
