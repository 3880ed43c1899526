"""The layers hold: imports run one way, libraries stay where they belong, modules and functions stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import tonelint

PACKAGE = Path(tonelint.__file__).parent
LONGEST_MODULE, LONGEST_FUNCTION = 250, 40

# From the ground to the edge. A module imports only from earlier layers, or from earlier in its own line.
LAYERS = """
version errors model language_names spans upkeep textmap directives permissions
data data.nodes data.toml data.scalars data.json data.yaml data.strict data.checker
reading.globs reading.prose reading.document reading.decode reading.normalise reading.language_tags
reading.placeholder_kinds reading.template_texts reading.template_roles reading.template_tags reading.placeholders
reading.templates reading.icu
reading.markup.plain reading.markup.front_matter
reading.markup.characters reading.markup.elements reading.markup.inline reading.markup.layout
reading.markup.nesting reading.markup.tags
reading.markup.html reading.markup.html_blocks reading.markup.markdown reading.comments reading.markup
reading.helpdesks.shapes reading.helpdesks.known reading.helpdesks.fields reading.helpdesks.threads
reading.helpdesks.chatwoot reading.helpdesks.frappe reading.helpdesks.freescout reading.helpdesks.freshdesk
reading.helpdesks.front reading.helpdesks.gorgias reading.helpdesks.helpscout reading.helpdesks.hubspot
reading.helpdesks.intercom reading.helpdesks.osticket reading.helpdesks.zammad reading.helpdesks.zendesk
reading.helpdesks.zendesk_tickets reading.helpdesks
reading.field_paths reading.fields reading.catalogues
reading.mail reading.mail.headers reading.mail.mime reading.mail.transfer reading.mail.charsets reading.mail.flowed
reading.mail.content reading.mail.texts reading.mail.correspondence reading.mail.message
reading.formats reading.formats.foreign reading.formats.headings reading.formats.parts reading.formats.text
reading.formats.csv_records reading.formats.tables reading.formats.yaml_comments reading.formats.trees
reading.formats.po_strings reading.formats.po_comments reading.formats.po
reading.formats.xliff_notes reading.formats.xliff_targets reading.formats.xliff
reading.formats.mail reading.formats.mbox reading
replies replies.language_words replies.language replies.quotes replies.signoffs replies.zones replies.reply
words words.grammar words.segmentation words.clauses words.pipeline words.tokens
notation notation.patterns notation.literals notation.parser
rulebook rulebook.evidence rulebook.rules rulebook.forms rulebook.wordclasses
rulebook.rulefile rulebook.choice rulebook.folders rulebook.ruleset
matching matching.looks matching.trees matching.automata matching.vocabulary matching.determinised matching.lemmas
matching.cues matching.letters matching.matcher
judging judging.guards judging.evidence judging.judge
suppressing suppressing.grants suppressing.complaints suppressing.configured placing suppressing.suppressor
marking lint examples labelled scoring
ignore_patterns configuration.stated configuration.patterns configuration.layer configuration.reader
configuration.combined configuration.names configuration.overview configuration
schemas.parts schemas.rule schemas.words schemas.configuration schemas changes baseline
reporters.run reporters.terminal reporters.summary reporters.statistics reporters.concise reporters.json
reporters.jsonl reporters.text reporters.github reporters.gitlab reporters.junit reporters.markdown reporters.sarif
reporters.html.markup reporters.html.segments reporters.html.entries reporters.html.replies reporters.html.overview
reporters.html.appendix reporters.html.page reporters.html
reporters.explain reporters.scores reporters.config reporters writing outputs
corpora tuning tuning.inflect tuning.rows tuning.fit tuning.write tuning.tune real_folders
files git baseline_file unmatched ignoring discover configuration_file own_shapes survey initialise task check
lsp lsp.positions lsp.documents lsp.diagnostics lsp.markup_places lsp.comments lsp.hover lsp.settings lsp.actions
lsp.session lsp.troubles lsp.server
cli.common cli.check cli.rules cli.accuracy cli.baseline cli.init cli.lsp cli.project cli.schema cli
__init__ __main__
"""
ORDER = {name: index for index, name in enumerate(LAYERS.split())}


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}

# Which modules may import a library, or touch the disk.
HOMES = {
    "spacy": {"words.pipeline"},
    "yaml": {"data.yaml"},
    "markdown_it": {"reading.markup.markdown"},
    "click": {name for name in MODULES if name.split(".")[0] == "cli"} | {"outputs", "reporters.text"},
    "subprocess": {"git"},
    "pathspec": {"ignore_patterns"},
    "pygls": {"lsp.documents", "lsp.server"},
    "sklearn": {"tuning.fit"},
    "scipy": {"tuning.fit"},
    "numpy": {"tuning.fit"},
    "simplemma": {"tuning.inflect"},
}
DISK = {
    *("baseline_file", "cli.init", "configuration_file", "corpora", "discover", "files", "git", "ignoring", "outputs"),
    *("reporters.html.page", "rulebook.folders", "rulebook.ruleset", "tuning.inflect", "unmatched", "writing"),
}
DISK_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "is_file", "is_dir", "glob", "walk"}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, at whatever depth, those for type checking too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def own_imports(path: Path) -> set[str]:
    names = {name.removeprefix("tonelint.") for name in imports(path) if name.startswith("tonelint.")}
    return names & MODULES.keys()


def test_the_layers_name_every_module() -> None:
    """A new module must be given its place."""
    assert MODULES.keys() == ORDER.keys()


@pytest.mark.parametrize("name", MODULES)
def test_imports_run_one_way(name: str) -> None:
    """A module imports only what stands before it in the order."""
    assert {other for other in own_imports(MODULES[name]) - {name} if ORDER[other] >= ORDER[name]} == set()


@pytest.mark.parametrize("library", HOMES)
def test_a_library_stays_in_its_module(library: str) -> None:
    """Each library is imported in one place, so that it can be loaded late and replaced."""
    users = {name for name, path in MODULES.items() if any(used.split(".")[0] == library for used in imports(path))}
    assert users == HOMES[library]


def test_only_the_edge_touches_the_disk() -> None:
    """Reading and looking at files is done in few modules; the rest works on values."""
    users = {
        name
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _called(node) in DISK_CALLS
    }
    assert users == DISK


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


@pytest.mark.parametrize("name", MODULES)
def test_modules_stay_small(name: str) -> None:
    """A module fits in a head."""
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("name", MODULES)
def test_functions_stay_small(name: str) -> None:
    """A function, its docstring left out, fits on a screen."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert {function.name for function in functions if _length(function) > LONGEST_FUNCTION} == set()


def _length(function: ast.FunctionDef) -> int:
    first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
    return (function.end_lineno or 0) - first.lineno + 1
