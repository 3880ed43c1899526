"""The server as an editor meets it: in a process of its own, over its standard streams."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from tests.helpers import write_files
from tests.lsp.client import Editor
from tonelint.cli.lsp import lsp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLAME = "Du borde ha läst villkoren innan du beställde."
RULE = "blame-shifting/should-have-known"
FINE = "Vi skickar en ny stol i dag."


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor with a folder open that is the root of a repository."""
    folder = tmp_path_factory.mktemp("replies")
    write_files(
        folder,
        {
            ".git/HEAD": "",
            "quiet/tonelint.yaml": "ignore: [blame-shifting]\n",
            "part/tonelint.yaml": "exclude: [drafts/]\nfields: [{files: macros.yaml, reply: 'macros[].body'}]\n",
        },
    )
    with Editor(folder, {"window": {"showDocument": {"support": True}}}) as editor:
        yield editor


def place(line: int, start: int, end: int) -> dict[str, Any]:
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


def codes(shown: list[dict[str, Any]]) -> list[str]:
    return [each["code"] for each in shown]


def test_a_good_reply_shows_nothing(editor: Editor) -> None:
    assert editor.diagnostics(editor.open("fine.txt", FINE)) == []


def test_a_fault_is_shown_at_its_place_in_utf_16(editor: Editor) -> None:
    uri = editor.open("place.md", f"Hej 😀!\r\n\r\n👩‍👩‍👧 {BLAME}\r\n")
    (shown,) = editor.diagnostics(uri)
    assert shown["range"] == place(2, 9, 25)
    assert (shown["code"], shown["source"], shown["severity"]) == (RULE, "tonelint", 2)


def test_a_fault_goes_when_it_is_mended_and_comes_when_it_is_written(editor: Editor) -> None:
    uri = editor.open("mended.txt", f"Hej!\n{BLAME}")
    assert codes(editor.diagnostics(uri, 1)) == [RULE]
    editor.change(uri, 2, {"range": place(1, 0, 16), "text": "Du kan läsa"})
    assert editor.diagnostics(uri, 2) == []
    editor.change(
        uri, 3, {"range": place(0, 4, 4), "text": "\u2028"}, {"range": place(1, 0, 11), "text": "Du borde ha läst"}
    )
    assert codes(editor.diagnostics(uri, 3)) == [RULE]


def test_of_quick_changes_only_the_last_text_counts(editor: Editor) -> None:
    """What is shown for the last version is what its text holds, and no older version is shown after it."""
    uri = editor.open("quick.txt", "")
    for version, letter in enumerate(BLAME, start=2):
        editor.change(uri, version, {"range": place(0, version - 2, version - 2), "text": letter})
    last = len(BLAME) + 1
    assert codes(editor.diagnostics(uri, last)) == [RULE]
    versions = [
        message["params"]["version"]
        for message in editor.received
        if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
    ]
    assert versions == sorted(versions)
    assert len(versions) < last


def test_what_is_closed_shows_nothing(editor: Editor) -> None:
    uri = editor.open("closed.txt", BLAME)
    assert codes(editor.diagnostics(uri)) == [RULE]
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.diagnostics(uri) == []


def test_what_tonelint_does_not_read_is_left_alone(editor: Editor) -> None:
    others = [editor.open("app.py", f'"{BLAME}"'), editor.open("git:/svar.md", BLAME)]
    editor.diagnostics(editor.open("after.txt", FINE))
    assert not [message for message in editor.received if message.get("params", {}).get("uri") in others]
    assert (
        editor.ask("textDocument/hover", {"textDocument": {"uri": others[0]}, "position": {"line": 0, "character": 3}})
        is None
    )
    assert editor.actions(others[0], place(0, 0, 9)) == []


def test_a_text_without_a_file_is_read_by_the_language_of_the_editor(editor: Editor) -> None:
    uri = editor.open("untitled:Untitled-1", f"<p title='x'>{BLAME}</p>", "html")
    (shown,) = editor.diagnostics(uri)
    assert shown["range"] == place(0, 13, 29)


def test_what_cannot_be_read_is_shown_and_told_from_a_finding(editor: Editor) -> None:
    uri = editor.open("part/macros.yaml", "macros:\n  - body: 'Hej\n")
    (shown,) = editor.diagnostics(uri)
    assert (shown["code"], shown["severity"]) == ("unreadable", 1)


def test_hovering_over_a_finding_tells_why_and_elsewhere_nothing(editor: Editor) -> None:
    uri = editor.open("hover.txt", f"Hej! {BLAME}")
    position = {"line": 0, "character": 12}
    told = editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": position})
    assert told["range"] == place(0, 5, 21)
    assert told["contents"]["kind"] == "markdown"
    assert f"`{RULE}`" in told["contents"]["value"]
    assert "**Råd:**" in told["contents"]["value"]
    elsewhere = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}}
    assert editor.ask("textDocument/hover", elsewhere) is None


def test_a_change_just_before_is_heard_when_something_is_asked(editor: Editor) -> None:
    uri = editor.open("asked.txt", FINE)
    editor.change(uri, 2, {"text": BLAME})
    position = {"line": 0, "character": 3}
    assert editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": position})["range"] == place(
        0, 0, 16
    )


def test_the_comment_that_permits_a_finding_makes_it_go(editor: Editor) -> None:
    """The edit is applied as an editor applies it, and the reason is selected where the editor can do so."""
    uri = editor.open("allowed.md", f"😀 Hej!\n{BLAME}\nVi ses!\n")
    (shown,) = editor.diagnostics(uri)
    allow, _ = editor.actions(uri, shown["range"])
    assert allow["diagnostics"] == [shown]
    (edit,) = allow["edit"]["changes"][uri]
    editor.change(uri, 2, {"range": edit["range"], "text": edit["newText"]})
    assert editor.diagnostics(uri, 2) == []
    command = {"command": allow["command"]["command"], "arguments": allow["command"]["arguments"]}
    editor.ask("workspace/executeCommand", command)
    asked = next(message for message in editor.received if message.get("method") == "window/showDocument")
    start = edit["range"]["start"]["character"] + edit["newText"].index("reason")
    assert asked["params"] == {"uri": uri, "takeFocus": True, "selection": place(1, start, start + len("reason"))}


def test_the_advice_is_shown_on_demand(editor: Editor) -> None:
    uri = editor.open("advice.txt", BLAME)
    offered, _ = editor.actions(uri, place(0, 3, 3))
    assert offered["title"] == f"Show advice on {RULE}"
    command = offered["command"]
    editor.ask("workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]})
    shown = [message for message in editor.received if message.get("method") == "window/showMessage"][-1]
    assert shown["params"]["message"].startswith("Råd: ")


def test_nothing_is_offered_away_from_findings_or_where_other_things_are_wanted(editor: Editor) -> None:
    uri = editor.open("offered.txt", f"Hej! {BLAME}")
    assert editor.actions(uri, place(0, 0, 2)) == []
    assert editor.actions(uri, place(0, 8, 8), "source.organizeImports") == []
    assert editor.actions(uri, place(0, 8, 8), "quickfix") != []


def test_the_nearest_configuration_holds(editor: Editor) -> None:
    assert editor.diagnostics(editor.open("quiet/a.txt", BLAME)) == []
    assert editor.diagnostics(editor.open("part/drafts/a.txt", BLAME)) == []
    assert codes(editor.diagnostics(editor.open("part/a.txt", BLAME))) == [RULE]


def test_a_broken_configuration_is_shown_and_the_last_good_one_holds(tmp_path: Path) -> None:
    write_files(tmp_path, {"tonelint.yaml": "ignore: [blame-shifting]\n", ".git/HEAD": ""})
    with Editor(tmp_path) as editor:
        uri = editor.open("a.txt", BLAME)
        assert editor.diagnostics(uri) == []
        own = editor.uri("tonelint.yaml")
        write_files(tmp_path, {"tonelint.yaml": "# å\nignor: [stalling]\n"})
        editor.tell("textDocument/didSave", {"textDocument": {"uri": own}})
        assert editor.diagnostics(uri) == []
        (wrong,) = editor.diagnostics(own)
        assert wrong["range"]["start"] == {"line": 1, "character": 0}
        assert 'did you mean "ignore"' in wrong["message"]
        write_files(tmp_path, {"tonelint.yaml": "ignore: [hostility]\n"})
        editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": own, "type": 2}]})
        assert codes(editor.diagnostics(uri)) == [RULE]
        assert editor.diagnostics(own) == []
        told = [message["params"] for message in editor.received if message.get("method") == "window/showMessage"]
        assert [each["type"] for each in told] == [1]
        assert "tonelint.yaml:2:1" in told[0]["message"]


BREAKS = """
import sys, tonelint.lsp.session as session
usual = session.lint
def lint(source, settings):
    print("this goes to standard error")
    if "boom" in source.text:
        raise RuntimeError("it went wrong")
    return usual(source, settings)
session.lint = lint
from tonelint.cli.lsp import lsp
sys.exit(lsp(standalone_mode=False))
"""


def test_a_fault_of_the_linter_is_told_and_printing_disturbs_nobody(tmp_path: Path) -> None:
    with Editor(tmp_path, command=(sys.executable, "-c", BREAKS)) as editor:
        uri = editor.open("a.txt", "boom")
        assert editor.diagnostics(uri) == []
        (told,) = [message["params"] for message in editor.received if message.get("method") == "window/logMessage"]
        assert "a.txt could not be linted" in told["message"]
        assert "RuntimeError: it went wrong" in told["message"]
        editor.change(uri, 2, {"text": BLAME})
        assert codes(editor.diagnostics(uri, 2)) == [RULE]
        assert editor.leave() == 0
        assert b"this goes to standard error" in editor.errors()


def test_columns_are_counted_as_the_editor_likes_best(tmp_path: Path) -> None:
    with Editor(tmp_path, {"general": {"positionEncodings": ["utf-8", "utf-16"]}}) as editor:
        assert editor.server["capabilities"]["positionEncoding"] == "utf-8"
        (shown,) = editor.diagnostics(editor.open("a.txt", f"😀 {BLAME}"))
        assert shown["range"]["start"] == {"line": 0, "character": 5}


def test_an_editor_that_can_is_asked_to_watch_configurations(tmp_path: Path) -> None:
    watching = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    with Editor(tmp_path, watching) as editor:
        asked = editor.await_message(lambda message: message.get("method") == "client/registerCapability")
        (registration,) = asked["params"]["registrations"]
        assert registration["method"] == "workspace/didChangeWatchedFiles"
        globs = [watcher["globPattern"] for watcher in registration["registerOptions"]["watchers"]]
        assert globs == ["**/tonelint.yaml", "**/.tonelint.yaml", "**/pyproject.toml"]


def test_the_server_ends_when_it_is_told_to(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        assert editor.leave() == 0
        assert editor.errors() == b""


def test_the_server_ends_when_the_editor_is_gone(tmp_path: Path) -> None:
    with Editor(tmp_path) as editor:
        editor.open("a.txt", BLAME)
        assert editor.vanish() == 1
        assert b"Traceback" not in editor.errors()


def test_the_server_starts_without_the_library_of_the_words() -> None:
    """It answers at once; spaCy is loaded by the thread that lints."""
    code = "import sys, tonelint.lsp.server as s; s.Server(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_the_extra_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("tonelint.lsp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    monkeypatch.setitem(sys.modules, "lsprotocol.types", None)
    monkeypatch.setitem(sys.modules, "pygls", None)
    result = CliRunner().invoke(lsp)
    assert result.exit_code != 0
    assert 'is missing: pip install "tonelint[lsp]"' in result.output
