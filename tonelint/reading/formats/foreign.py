"""JSON and YAML files that are not for us: what common tools keep, and what only looks like JSON or YAML."""

from __future__ import annotations

import re
from fnmatch import translate
from pathlib import PurePath

_OF_TOOLS = """
    .* *.lock *.lock.json *-lock.json *-lock.y*ml *.schema.json *.schema.y*ml npm-shrinkwrap.json project.assets.json
    package.json composer.json tsconfig*.json jsconfig*.json angular.json lerna.json renovate.json devcontainer.json
    *openapi*.json *openapi*.y*ml *swagger*.json *swagger*.y*ml asyncapi.json asyncapi.y*ml *.postman_collection.json
    docker-compose*.y*ml compose.y*ml compose.*.y*ml chart.y*ml kustomization.y*ml pubspec.y*ml mkdocs.y*ml
    tonelint.y*ml
"""
_OF_TOOL = re.compile("|".join(map(translate, _OF_TOOLS.split())), re.IGNORECASE)

_JSON_COMMENT = re.compile(r"^[ \t]*+(?://|/\*)", re.MULTILINE)
_TEMPLATE = re.compile(
    r"^(?:\{%|<%)|\{\{-?+[ \t]*+(?:[.$]|(?:if|else|end|range|with|define|include|template|block|toYaml|tpl)\b)",
    re.MULTILINE,
)


def is_of_tool(path: str) -> bool:
    """Whether a file's name is one that a common tool gives to its configuration or lock file."""
    return _OF_TOOL.fullmatch(PurePath(path).name) is not None


def is_commented(text: str) -> bool:
    """Whether a JSON text has comments on lines of their own, as editors and compilers read it."""
    return _JSON_COMMENT.search(text) is not None


def is_file_template(text: str) -> bool:
    """Whether a text is the template of a file (Helm, Jinja): its syntax stands where data should.

    Placeholders inside the texts of a macro are not meant.
    """
    return _TEMPLATE.search(text) is not None
