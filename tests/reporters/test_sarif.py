"""SARIF 2.1.0: what its schema and code scanning ask for, whatever files are called."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator

from tests.reporters.runs import (
    ALL,
    BESIDE,
    ELSEWHERE,
    EMPTY,
    ERROR,
    HOSTILE_TEXTS,
    INFO,
    ONE,
    UPKEEP,
    WARNING,
    hostile,
)
from tonelint.model import Language
from tonelint.reporters import sarif
from tonelint.reporters.run import Run, Style
from tonelint.reporters.sarif import render_sarif

if TYPE_CHECKING:
    from tonelint.model import Finding

COUNT, TEXT, LEVEL = (
    {"type": "integer", "minimum": 1},
    {"type": "string", "minLength": 1},
    {"enum": ["note", "warning", "error"]},
)


def an_object(required: str, **properties: Any) -> dict[str, Any]:
    """The schema of an object with these properties and no others."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def a_list(items: dict[str, Any], **limits: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **limits}


MESSAGE = an_object("text", text=TEXT, markdown=TEXT)
REGION = an_object(
    "startLine",
    startLine=COUNT,
    startColumn=COUNT,
    endLine=COUNT,
    endColumn=COUNT,
    snippet=an_object("text", text=TEXT),
)
ARTIFACT = an_object("uri", uri={"type": "string", "pattern": "^[!-~]+$"}, uriBaseId=TEXT)
PHYSICAL = an_object("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
LOCATION = an_object(
    "physicalLocation",
    physicalLocation=PHYSICAL,
    logicalLocations=a_list(an_object("fullyQualifiedName", fullyQualifiedName=TEXT)),
)
RULE = an_object(
    "id name shortDescription fullDescription help defaultConfiguration properties",
    id=TEXT,
    name={"type": "string", "pattern": "^([A-Z][a-z0-9]*)+$"},
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help={**MESSAGE, "required": ["text", "markdown"]},
    defaultConfiguration=an_object("level", level=LEVEL),
    properties={
        "type": "object",
        "required": ["tags"],
        "properties": {"tags": a_list(TEXT, maxItems=10, uniqueItems=True)},
    },
)
RESULT = an_object(
    "ruleId ruleIndex level message locations partialFingerprints",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=a_list(LOCATION, minItems=1, maxItems=1),
    partialFingerprints=an_object(
        "primaryLocationLineHash", primaryLocationLineHash={"type": "string", "pattern": "^[0-9a-f]+:1$"}
    ),
    suppressions=a_list(
        an_object("kind", kind={"enum": ["inSource", "external"]}, justification=TEXT, location=LOCATION)
    ),
)
INVOCATION = an_object(
    "executionSuccessful toolExecutionNotifications",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=a_list(
        an_object("level message", level=LEVEL, message=MESSAGE, locations=a_list(LOCATION))
    ),
)
SCHEMA = an_object(
    "$schema version runs",
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs=a_list(
        an_object(
            "tool columnKind invocations results",
            tool=an_object(
                "driver", driver=an_object("name version rules", name=TEXT, version=TEXT, rules=a_list(RULE))
            ),
            columnKind={"const": "unicodeCodePoints"},
            invocations=a_list(INVOCATION, minItems=1, maxItems=1),
            results=a_list(RESULT, maxItems=25_000),
        ),
        minItems=1,
        maxItems=1,
    ),
)
"""What tonelint writes, and that alone: keys that the specification knows, in the form that it asks for."""

VALIDATOR = Draft202012Validator(SCHEMA)


def report(run: Run, style: Style | None = None) -> dict[str, Any]:
    """The one run of a valid report."""
    document = json.loads(render_sarif(run, style or Style()))
    VALIDATOR.validate(document)
    found: dict[str, Any] = document["runs"][0]
    rules = found["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in found["results"]] == [
        each["ruleId"] for each in found["results"]
    ]
    return found


def uri_of(path: str) -> dict[str, str]:
    (result,) = report(Run((replace(WARNING, path=path),)))["results"]
    artifact: dict[str, str] = result["locations"][0]["physicalLocation"]["artifactLocation"]
    return artifact


@pytest.mark.parametrize("run", [Run(), EMPTY])
def test_nothing_found_is_a_valid_run(run: Run) -> None:
    found = report(run)
    assert found["results"] == []
    assert found["tool"]["driver"]["rules"] == []
    assert found["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_result_tells_rule_level_advice_and_place() -> None:
    (result,) = report(ONE)["results"]
    assert (result["ruleId"], result["level"]) == ("blame-shifting/should-have-known", "warning")
    assert result["message"]["text"] == f"{WARNING.message} {WARNING.advice}"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "mail/a.txt", "uriBaseId": "%SRCROOT%"},
                "region": {
                    "startLine": 2,
                    "startColumn": 1,
                    "endLine": 2,
                    "endColumn": 17,
                    "snippet": {"text": "Du borde ha läst"},
                },
            }
        }
    ]
    assert "suppressions" not in result


def test_levels() -> None:
    assert [result["level"] for result in report(ALL)["results"]] == ["note", "warning", "error"]


def test_a_rule_is_described_once_from_its_findings() -> None:
    """With advice in each language that it was found in; its level is that of the weightiest finding."""
    danish = replace(WARNING, language=Language.DA, advice="Skriv <fristen> & *hvorfor*.", line=3)
    hint = replace(INFO, rule=WARNING.rule, category=WARNING.category)
    (rule,) = report(Run((hint, danish, WARNING), files=1))["tool"]["driver"]["rules"]
    assert rule["id"] == "blame-shifting/should-have-known"
    assert rule["name"] == "BlameShiftingShouldHaveKnown"
    assert rule["shortDescription"]["text"] == WARNING.message
    assert rule["fullDescription"]["text"] == WARNING.why
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["properties"] == {"tags": ["blame-shifting", "da", "sv"], "problem.severity": "warning"}
    assert f"da: {danish.advice}\n\nsv: {WARNING.advice}" in rule["help"]["text"]
    assert "**da:** Skriv &lt;fristen&gt; &amp; \\*hvorfor\\*." in rule["help"]["markdown"]


def test_rules_stand_in_order_of_their_ids() -> None:
    rules = report(ALL)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["blame-shifting/should-have-known", "hostility/threat", "stalling/soon"]


def test_a_rule_about_permissions_has_no_language_and_quotes_nobody() -> None:
    (rule,) = report(Run((UPKEEP,), files=1))["tool"]["driver"]["rules"]
    assert rule["properties"]["tags"] == ["suppression"]
    assert rule["shortDescription"]["text"] == "Permits a rule or category that does not exist."


def test_the_location_inside_data_is_a_logical_one() -> None:
    (result,) = report(Run((replace(WARNING, location="macros[3].value"),)))["results"]
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "macros[3].value"}]


def test_fingerprints_are_unique_in_the_run_and_outlive_a_move() -> None:
    def hashes(*findings: Finding) -> list[str]:
        results = report(Run(findings))["results"]
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    before = hashes(WARNING, WARNING, replace(WARNING, path="b.txt"), UPKEEP)
    assert len(set(before)) == 4
    assert hashes(*[replace(WARNING, line=50, end_line=50)] * 2) == before[:2]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("mail/a.txt", "mail/a.txt"),
        ("../a.txt", "../a.txt"),
        ("sent svar.txt", "sent%20svar.txt"),
        ("mallar/försening.md", "mallar/f%C3%B6rsening.md"),
        ("50%.txt", "50%25.txt"),
        ("a#b?c.txt", "a%23b%3Fc.txt"),
        ("svar:1.txt", "svar%3A1.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("\udce5.txt", "%E5.txt"),
    ],
)
def test_relative_paths_are_encoded_and_start_from_the_root(path: str, uri: str) -> None:
    assert uri_of(path) == {"uri": uri, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("system", "path", "uri"),
    [
        (PurePosixPath, "/tmp/ny å/a.txt", "file:///tmp/ny%20%C3%A5/a.txt"),  # noqa: S108 - nothing is written there
        (PureWindowsPath, "C:/svar/a b.txt", "file:///C:/svar/a%20b.txt"),
    ],
)
def test_absolute_paths_are_uris_of_files(
    monkeypatch: pytest.MonkeyPatch, system: type[PurePath], path: str, uri: str
) -> None:
    monkeypatch.setattr(sarif, "PurePath", system)
    assert uri_of(path) == {"uri": uri}


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_text_breaks_the_report(text: str) -> None:
    """And every path can be read back out of its URI."""
    found = report(hostile(text), Style(suppressed=True))
    artifact = found["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(artifact["uri"], errors="surrogateescape") == f"{text}.txt"
    assert not urlsplit(artifact["uri"]).scheme


def test_what_is_permitted_is_there_where_it_is_asked_for() -> None:
    """One beside the words is in the source, one of the configuration is not; all others are said to have none."""
    run = replace(ONE, suppressed=(BESIDE, ELSEWHERE))
    assert len(report(run)["results"]) == 1
    found, beside, elsewhere = report(run, Style(suppressed=True))["results"]
    assert found["suppressions"] == []
    place = {"artifactLocation": {"uri": "mail/a.txt", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 4}}
    assert beside["suppressions"] == [
        {"kind": "inSource", "location": {"physicalLocation": place}, "justification": "agreed with legal"}
    ]
    (suppression,) = elsewhere["suppressions"]
    assert suppression["kind"] == "external"
    assert "justification" not in suppression


def test_what_could_not_be_done_is_told() -> None:
    (invocation,) = report(replace(ALL, notices=("a.txt: read as Windows-1252",)))["invocations"]
    assert not invocation["executionSuccessful"]
    placed, of_file, notice = invocation["toolExecutionNotifications"]
    assert (placed["level"], placed["message"]["text"]) == ("error", "not text")
    assert placed["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 4}
    assert "region" not in of_file["locations"][0]["physicalLocation"]
    assert notice == {"level": "note", "message": {"text": "a.txt: read as Windows-1252"}}


def test_more_than_github_takes_is_cut_to_the_worst_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In their order; what is permitted goes first, then what weighs least."""
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    run = Run((INFO, WARNING, INFO, ERROR, WARNING), suppressed=(BESIDE,), files=1)
    found = report(run, Style(suppressed=True))
    assert [result["level"] for result in found["results"]] == ["warning", "error", "warning"]
    assert [each["message"]["text"] for each in found["invocations"][0]["toolExecutionNotifications"]] == [
        "3 more results left out, those that weigh least: GitHub takes 3."
    ]
    assert found["invocations"][0]["executionSuccessful"]
    assert len(report(replace(run, findings=run.findings[:3]))["results"]) == 3
