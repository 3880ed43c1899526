"""JSON and YAML files that are not for us."""

from __future__ import annotations

import pytest

from tonelint.reading.formats.foreign import is_commented, is_file_template, is_of_tool


@pytest.mark.parametrize(
    "path",
    [
        "macros.json",
        "svar/sv.yml",
        "package/svar.json",
        "composer.yml",
        "unlock.json",
        "schema.json",
        "composers.yaml",
        "",
    ],
)
def test_files_that_may_be_ours(path: str) -> None:
    assert not is_of_tool(path)


@pytest.mark.parametrize(
    "path",
    [
        "package.json", "web/Package-Lock.json", "composer.json", "composer.lock", "tsconfig.json", "tsconfig.app.json",
        "jsconfig.json", "order.schema.json", ".eslintrc", ".prettierrc.json", ".pre-commit-config.yaml",
        "docker-compose.yml", "docker-compose.override.yaml", "compose.yml", "compose.dev.yaml", "pnpm-lock.yaml",
        "yarn.lock", "Chart.yaml", "openapi.yaml", "api.swagger.json", "mkdocs.yml", "tonelint.yaml",
    ],
)  # fmt: skip
def test_files_of_tools(path: str) -> None:
    assert is_of_tool(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        '{"a": "https://example.se"}',
        '{"body": "Hej {{ name }}, {% if x %}du{% endif %}"}',
        "- response: Hej {{ticket.name}}\n",
        "- response: |\n    Hej {{ customer.first_name }},\n    {{name}}, hej\n    {% if x %}\n",
    ],
)
def test_texts_with_placeholders_and_addresses_are_nothing_else(text: str) -> None:
    assert not is_commented(text)
    assert not is_file_template(text)


@pytest.mark.parametrize("text", ['{\n  // Settings\n  "a": 1\n}', '/* Settings */\n{"a": 1}'])
def test_comments_on_lines_of_their_own(text: str) -> None:
    assert is_commented(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: {{ .Values.text }}\n",
        'a: {{- include "name" . | nindent 4 }}\n',
        "{{- if .Values.on }}\na: 1\n{{- end }}\n",
        "{% for x in y %}\n- a: {{ x }}\n{% endfor %}\n",
        "<% if x %>\na: 1\n",
    ],
)
def test_templates_of_files(text: str) -> None:
    assert is_file_template(text)
