"""The schema of rule files."""

from __future__ import annotations

from tonelint.language_names import IN_ENGLISH
from tonelint.model import Language, Severity, ZoneKind
from tonelint.notation.parser import CLASS_NAME
from tonelint.rulebook.evidence import Fact, Where
from tonelint.rulebook.rules import Scope
from tonelint.schemas.parts import Schema, document, mapping, one_of, reference, text, texts

PATTERN = rf"^\s*(?:[^<>\s]|<{CLASS_NAME.pattern}>)(?:[^<>]|<{CLASS_NAME.pattern}>)*$"
"""A pattern is not blank, and its angle brackets hold names of word classes; the rest is told by tonelint itself."""

_NUMBER = r"[+-]?[0-9]+(?:\.[0-9]+)?"
_PLACES = "|".join(where for where in Where if where is not Where.FACT)
_CUE = (
    rf"(?:(?:{_PLACES}):[ \t]+\S.*"
    rf"|{Where.FACT}:[ \t]+(?:{'|'.join(Fact)})[ \t]*"
    r"|\S*[^\s:](?:[ \t].*)?)"  # a first word that ends in a colon would be a place
)
_LINE = rf"[ \t]*(?:#.*|{_NUMBER}[ \t]+{_CUE})?"
CUES = rf"^(?:{_LINE}\n)*{_LINE}$"

_SCOPES = {
    Scope.CLAUSE: "The clause in which the match begins.",
    Scope.SENTENCE: "The sentence in which the match begins.",
    Scope.BEFORE: "The words of that sentence before the match.",
    Scope.AFTER: "The words of that sentence after the match.",
    Scope.PREVIOUS: "The sentence before, of the reply's own words.",
    Scope.NEXT: "The sentence after, of the reply's own words.",
    Scope.MESSAGE: "All of the reply's own words: body and sign-off.",
    Scope.SIGN_OFF: "The sign-off.",
    Scope.CUSTOMER: "The quoted customer.",
}
_SUMS = {
    "warn-at": "From this sum on: a finding of the rule's severity.",
    "hint-at": "From this sum on: a hint. At most warn-at.",
    "doubt-at": "Below this sum, a strict rule of the category gives but a hint in the sentence. At most hint-at.",
    "deny-at": "Below this sum, a strict rule of the category gives nothing in the sentence. At most doubt-at.",
}


def rule_schema() -> Schema:
    """The schema of a rule file: ``<category>/<name>.yaml`` in a folder of rules."""
    wordings: dict[str, Schema] = {key: {"description": f"The rule in {name}."} for key, name in IN_ENGLISH.items()}
    return document(
        "tonelint rule",
        "A rule of tonelint: what to look for in replies, why, and what to write instead. Its id is its folder, a "
        "category, and its name: blame-shifting/should-have-known stands in blame-shifting/should-have-known.yaml.",
        {
            **mapping({**_head(), **wordings}, required=("summary", "why", "severity")),
            "anyOf": [{"required": [language]} for language in Language],
            "if": {"required": ["evidence"]},
            "then": _wordings("weighing"),
            "else": _wordings("strict"),
            "$defs": _definitions(),
        },
    )


def _head() -> dict[str, Schema]:
    """The keys that are said once for all languages."""
    return {
        "summary": text("What the rule finds, one sentence in English: the message of every finding."),
        "why": text(
            "Why it matters, in English. The first sentence is shown with each finding, all by `tonelint explain`."
        ),
        "severity": one_of(
            "How much a finding weighs: error (hostility, threats), warning (what a reader minds), info (a hint).",
            [severity.label for severity in reversed(Severity)],
        ),
        "in": one_of(
            "The part of the reply in which the rule looks; body if it is left out. A rule in: customer looks at the "
            "quoted customer and reports at the first sentence of the reply.",
            ZoneKind,
        ),
        "evidence": reference("cues", "The cues that count in all languages of the rule: `weight cue` a line."),
    }


def _wordings(kind: str) -> Schema:
    return {"properties": {language: reference(kind) for language in Language}}


def _definitions() -> Schema:
    """What the schema refers to by name."""
    return {
        "strict": mapping(
            {"find": reference("patterns", "Patterns; any of them is a match."), **_shared()},
            required=("advice", "find", "flags", "passes"),
            dependentRequired={"hints": ["hint-if"], "hint-if": ["hints"]},
        ),
        "weighing": mapping(
            {
                **{key: _number(description) for key, description in _SUMS.items()},
                "evidence": reference("cues", "The cues that count in this language alone: `weight cue` a line."),
                **_shared(),
            },
            required=("advice", *_SUMS, "flags", "passes"),
        ),
        "patterns": texts(item=reference("pattern")),
        "pattern": text(
            "A pattern. word: that word; <class>: any entry of that word class; (a|b): one of these; [a]: a or "
            "nothing; …: a gap of at most four words, …8: of at most eight; {a … b}: in any order; ~word: an ending; "
            "word~: a beginning; =Word: exactly these capitals; ^ and $: a clause begins or ends here.",
            PATTERN,
        ),
        "guard": _guard(),
        "cues": text(
            "A cue a line: `weight cue`, or `weight where: cue` with previous, next, message or fact for where. A cue "
            f"is a pattern; a fact is one of {', '.join(Fact)}. Lines that begin with # are comments.",
            CUES,
            minLength=1,
        ),
        "examples": texts(uniqueItems=True),
    }


def _shared() -> dict[str, Schema]:
    """The keys that both kinds of rule have in a language."""
    return {
        "advice": text("A worded alternative, in the language of the reply."),
        "given": reference("guard", "Conditions that must all hold: a pattern of each scope is present."),
        "unless": reference("guard", "The match is harmless where any pattern of any scope is present."),
        "hint-if": reference("guard", "The finding is but a hint where any pattern of any scope is present."),
        "flags": reference("examples", "Whole replies that the rule must find; at least one."),
        "passes": reference("examples", "Whole replies that it must not find; near misses teach most."),
        "hints": reference("examples", "Whole replies that must come out as a hint."),
    }


def _guard() -> Schema:
    names = "|".join(Scope)
    patterns = reference("patterns")
    return mapping(
        {scope: {**patterns, "description": description} for scope, description in _SCOPES.items()},
        description="Patterns by scope; scopes are joined by +, as in sentence+next.",
        patternProperties={rf"^(?:{names})(?:\s*\+\s*(?:{names}))+$": patterns},
    )


def _number(description: str) -> Schema:
    return {"description": description, "type": ["number", "string"], "pattern": f"^{_NUMBER}$"}
