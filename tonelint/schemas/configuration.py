"""The schema of the configuration."""

from __future__ import annotations

from tonelint.configuration.layer import Profile
from tonelint.model import Language, Severity
from tonelint.schemas.parts import Schema, document, mapping, mappings, one_of, rule_names, text, text_or_texts

_SEVERITIES = [severity.label for severity in Severity]
_GLOB = r"^[^\s/{\\][^{\\]*$"
_OR_NOTHING = ["object", "null"]
_ADDRESS = r"^[^@\s]*@[^@\s]+$"


def configuration_schema() -> Schema:
    """The schema of ``tonelint.yaml``, and of ``[tool.tonelint]`` in ``pyproject.toml``."""
    return document(
        "tonelint configuration",
        "What a team has decided: tonelint.yaml, .tonelint.yaml, or [tool.tonelint] in pyproject.toml.",
        # A file in which everything is a comment is null.
        {**mapping({**_whole_runs(), **_files(), **_choices(), **_exceptions()}, minProperties=0), "type": _OR_NOTHING},
    )


def _whole_runs() -> dict[str, Schema]:
    """What is decided for a run as a whole."""
    return {
        "extends": text_or_texts("Configuration files that this one builds on; what is said later counts."),
        "profile": one_of(
            "default; or strict, under which hints fail a run and a permission without a reason is a finding.", Profile
        ),
        "rules": text_or_texts("Folders of your own rules. They are added to the shipped ones, or replace them by id."),
        "fail-on": one_of(
            "The severity from which findings fail a run; warning if it is left out.", [*_SEVERITIES, "never"]
        ),
        "max": {
            "description": "How many findings from that severity on are put up with.",
            "type": ["integer", "string"],
            "minimum": 0,
            "maximum": 999_999_999,
            "pattern": "^[0-9]{1,9}$",
        },
        "baseline": text("A file of findings that were there before and are not reported; see `tonelint baseline`."),
    }


def _files() -> dict[str, Schema]:
    """What is said of the files that are linted."""
    return {
        "exclude": text_or_texts("Files and folders that are left out, in the patterns of .gitignore."),
        "fields": mappings(
            "Where replies stand in data of a shape of your own.",
            {
                "files": _globs(),
                "reply": text_or_texts("Where the replies stand in a file: `answers[].text`."),
                "language": text("The key, beside a reply or around it, that holds its language."),
                "customer": text("The key that holds the words of the customer which a reply answers."),
                "id": text("The key that holds what a reply is called, which reports show."),
            },
            required=("files", "reply"),
        ),
        "company-addresses": text_or_texts(
            "Mail addresses of the company: help@example.se, or @example.se for all of a domain.", text("", _ADDRESS)
        ),
    }


def _choices() -> dict[str, Schema]:
    """What is decided for all files, or for some of them under ``overrides``."""
    return {
        "language": one_of("The language of all replies; if it is left out, they declare or show it.", Language),
        "select": text_or_texts("Only these rules and categories.", rule_names()),
        "ignore": text_or_texts("Not these rules and categories.", rule_names()),
        "severity": {
            "description": "What findings of rules and categories weigh: `stalling/soon: error`.",
            "type": "object",
            "minProperties": 1,
            "propertyNames": rule_names(),
            "additionalProperties": one_of("", _SEVERITIES),
        },
        "apology-rules": one_of(
            "off switches missing-apology and non-apology off: for files whose texts answer no complaint.",
            ["on", "off"],
        ),
    }


def _exceptions() -> dict[str, Schema]:
    """What holds for some files only."""
    return {
        "overrides": mappings(
            "Other decisions for some files; of several that name a file, what is said later counts.",
            {"files": _globs(), **_choices()},
            required=("files",),
            minProperties=2,  # files alone decide nothing
        ),
        "allow": mappings(
            "Findings that are permitted in files that can hold no comments.",
            {
                "rule": text_or_texts("The rules and categories that are permitted.", rule_names()),
                "files": _globs(),
                "location": text("Where in structured data, with all that stands below it: `macros[3]`."),
                "reason": text("Why. Under the profile strict it must be said."),
            },
            required=("rule",),
        ),
    }


def _globs() -> Schema:
    return text_or_texts("The files, in glob patterns from the folder of the configuration.", text("", _GLOB))
