"""The command line: exit codes, where words go, and what is never loaded."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests.helpers import RULE, write_files
from tonelint.cli import main
from tonelint.rulebook.ruleset import bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MAIN = """
import sys
from pathlib import Path
import tonelint.rulebook.ruleset
tonelint.rulebook.ruleset.bundled_folder = lambda: Path({folder!r})
from tonelint.cli import main
try:
    main()
finally:
    if "spacy" in sys.modules:
        print("spaCy was imported", file=sys.stderr)
"""
OWN_RULE = RULE.replace("snart", "strax")
THREAT = (
    RULE.replace("severity: warning", "severity: error").replace("snart", "akta dig").replace("kommer akta", "akta")
)

Process: TypeAlias = "Callable[..., subprocess.Popen[str]]"
Tonelint: TypeAlias = "Callable[..., subprocess.CompletedProcess[str]]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to work in, with replies; the rules stand beside it."""
    write_files(tmp_path / "rules", {"stalling/soon.yaml": RULE, "hostility/threat.yaml": THREAT})
    return write_files(tmp_path / "work", {"soon.txt": "Det kommer snart.\n", "fine.txt": "Det kom.\n"})


@pytest.fixture
def tonelint(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Tonelint]:
    """Runs the command in the folder, with the rules beside it as the shipped ones."""
    monkeypatch.setattr("tonelint.rulebook.ruleset.bundled_folder", lambda: folder.parent / "rules")
    monkeypatch.chdir(folder)

    def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        bundled.cache_clear()
        monkeypatch.setattr("sys.argv", ["tonelint", *arguments])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        for name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.setenv(name, environment.get(name, ""))
        with pytest.raises(SystemExit) as exit_:
            main()
        return subprocess.CompletedProcess(arguments, int(exit_.value.code or 0), *capsys.readouterr())

    yield run
    bundled.cache_clear()


@pytest.fixture
def process(folder: Path) -> Callable[..., subprocess.Popen[str]]:
    """Starts the command likewise, but as a process of its own that says at its end whether it loaded spaCy."""

    def start(*arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", MAIN.format(folder=str(folder.parent / "rules")), *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        )

    return start


SV = ("--language", "sv")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("fine.txt",), 0, id="nothing found"),
        pytest.param(("soon.txt",), 1, id="a warning"),
        pytest.param((), 1, id="the current folder by default"),
        pytest.param(("*.txt",), 1, id="a glob pattern"),
        pytest.param(("soon.txt", "--fail-on", "error"), 0, id="a warning below the threshold"),
        pytest.param(("soon.txt", "--fail-on", "never"), 0, id="no threshold"),
        pytest.param(("soon.txt", "--exit-zero"), 0, id="--exit-zero"),
        pytest.param(("soon.txt", "--ignore", "stalling"), 0, id="the category ignored"),
        pytest.param(("soon.txt", "--ignore", "stalling/soon"), 0, id="the rule ignored"),
        pytest.param(("soon.txt", "--select", "hostility"), 0, id="another category selected"),
        pytest.param(("soon.txt", "--select", "stalling/soon"), 1, id="the rule selected"),
        pytest.param(("missing.txt",), 2, id="a missing file"),
        pytest.param(("missing.txt", "--exit-zero"), 2, id="a missing file with --exit-zero"),
        pytest.param(("soon.txt", "--language", "no"), 2, id="an unknown language"),
        pytest.param(("--nonsense",), 2, id="an unknown option"),
    ],
)
def test_exit_codes_of_check(tonelint: Tonelint, arguments: tuple[str, ...], code: int) -> None:
    result = tonelint("check", *SV, *arguments)
    assert result.returncode == code
    assert "Traceback" not in result.stderr


def test_an_error_does_not_hide_the_findings(tonelint: Tonelint, folder: Path) -> None:
    write_files(folder, {"binary.txt": b"a\0b"})
    result = tonelint("check", *SV, "--format", "concise", "binary.txt", "missing.txt", "soon.txt")
    assert result.returncode == 2
    assert result.stdout == "soon.txt:1:12: warning [stalling/soon] Says that it will be soon.\n"
    assert "error: binary.txt:1:2: not text" in result.stderr
    assert "error: missing.txt: no such file or folder" in result.stderr


def test_an_unreadable_file_is_an_error(tonelint: Tonelint, folder: Path) -> None:
    (folder / "gone.txt").symlink_to("nowhere")
    result = tonelint("check", "gone.txt", "fine.txt", *SV)
    assert result.returncode == 2
    assert "1 file read, nothing found.\n  1 error: not everything could be linted" in result.stdout


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_named_with_the_nearest(tonelint: Tonelint, option: str) -> None:
    for name, nearest in (("stalling/sooon", "stalling/soon"), ("stallling", "stalling")):
        result = tonelint("check", option, name)
        assert result.returncode == 2
        assert name in result.stderr
        assert f'"{nearest}"' in result.stderr


def test_json_has_the_fields_of_the_contract(tonelint: Tonelint) -> None:
    result = tonelint("check", *SV, "--format", "json", "soon.txt", "missing.txt")
    document = json.loads(result.stdout)
    assert list(document) == ["version", "findings", "errors", "summary"]
    fields = "path line column end_line end_column rule category severity language message advice excerpt fingerprint"
    fields += " cues"
    assert sorted(document["findings"][0]) == sorted(fields.split())
    assert document["findings"][0]["excerpt"] == "snart"
    assert document["errors"][0]["path"] == "missing.txt"


def test_standard_input_has_a_name(tonelint: Tonelint) -> None:
    """Its suffix tells the format: in Markdown, code is not read."""
    arguments = ("check", "-", *SV, "--format", "concise")
    text = "Hej\n\n```\nsnart\n```\n"
    assert tonelint(*arguments, stdin=text).stdout.startswith("<stdin>:4:1: ")
    assert tonelint(*arguments, "--stdin-filename", "a.md", stdin=text).stdout == ""
    assert tonelint(*arguments, "--stdin-filename", "a.md", stdin="snart").stdout.startswith("a.md:1:1: ")


def test_quiet_and_verbose(tonelint: Tonelint, folder: Path) -> None:
    """Quiet leaves out summary and notices, never errors; verbose names what was left alone."""
    german = "Wir haben Ihre Bestellung leider noch nicht erhalten und bitten Sie um ein wenig Geduld."
    write_files(folder, {"latin.txt": "Det är bra.".encode("latin-1"), "de.txt": german})
    loud = tonelint("check", "latin.txt", "missing.txt")
    assert "nothing found" in loud.stdout
    assert "note: latin.txt: not UTF-8" in loud.stderr
    quiet = tonelint("check", "-q", "latin.txt", "missing.txt")
    assert quiet.stdout == ""
    assert quiet.stderr.startswith("error: missing.txt")
    assert "note" not in quiet.stderr
    assert "left alone" not in tonelint("check", "de.txt").stderr
    assert "de.txt:1: left alone: in " in tonelint("check", "-v", "de.txt").stderr


def test_no_excerpts(tonelint: Tonelint) -> None:
    for form in ("text", "concise", "json"):
        result = tonelint("check", *SV, "--no-excerpts", "--format", form, "soon.txt")
        assert result.returncode == 1
        assert "snart" not in result.stdout


def test_colour(tonelint: Tonelint) -> None:
    """A pipe gets none unless forced; NO_COLOR wins; machines' formats never have any."""
    arguments = ("check", *SV, "soon.txt")
    assert "\x1b" not in tonelint(*arguments).stdout
    assert "\x1b[33mwarning" in tonelint(*arguments, FORCE_COLOR="1").stdout
    assert "\x1b" not in tonelint(*arguments, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b" not in tonelint(*arguments, "--format", "json", FORCE_COLOR="1").stdout


def test_own_rules_are_added(tonelint: Tonelint, folder: Path) -> None:
    write_files(folder / "own", {"stalling/presently.yaml": OWN_RULE})
    write_files(folder, {"own.txt": "Det kommer strax."})
    assert tonelint("check", *SV, "own.txt").returncode == 0
    assert tonelint("check", *SV, "--rules", "own", "own.txt", "soon.txt").stdout.count("warning stalling/") == 2


def test_rules_and_explain(tonelint: Tonelint) -> None:
    listed = tonelint("rules").stdout.splitlines()
    assert [line.split()[:3] for line in listed] == [
        ["hostility/threat", "error", "sv"],
        ["stalling/soon", "warning", "sv"],
    ]
    assert tonelint("explain", "stalling/soon").stdout.startswith("stalling/soon (warning; looks in: body)\n")
    unknown = tonelint("explain", "stalling/son")
    assert unknown.returncode == 2
    assert '"stalling/soon"' in unknown.stderr


def test_test_tries_the_examples(tonelint: Tonelint, folder: Path) -> None:
    passed = tonelint("test")
    assert (passed.returncode, passed.stdout) == (0, "2 rules, 4 examples passed, 0 failed\n")
    broken = RULE.replace("passes: [Det kommer i dag.]", "passes: [Inte snart alls.]")
    write_files(folder / "own", {"stalling/broken.yaml": broken})
    failed = tonelint("test", "own")
    assert failed.returncode == 1
    assert "broken.yaml: sv: passes: Inte snart alls." in failed.stdout
    assert failed.stdout.endswith("1 rule, 1 example passed, 1 failed\n")


@pytest.mark.parametrize(
    "arguments", [("--help",), ("check", "--help"), ("--version",), ("rules",), ("explain", "stalling/soon")]
)
def test_spacy_is_not_loaded_where_no_reply_is_read(process: Process, arguments: tuple[str, ...]) -> None:
    with process(*arguments) as running:
        assert running.communicate()[1] == ""
        assert running.returncode == 0


def test_spacy_is_not_loaded_for_a_broken_rule(process: Process, folder: Path) -> None:
    write_files(folder.parent / "rules", {"stalling/broken.yaml": RULE.replace("severity: warning", "severity: bad")})
    with process("check", "soon.txt") as running:
        errors = running.communicate()[1]
        assert running.returncode == 2
    assert "broken.yaml:3:11: " in errors
    assert "spaCy" not in errors


def test_the_probe_for_spacy_can_fail(process: Process) -> None:
    with process("check", *SV, "soon.txt") as running:
        assert running.communicate()[1] == "spaCy was imported\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the shell of POSIX closes streams")
@pytest.mark.parametrize(("closed", "code"), [("<&-", 1), (">&-", 1), ("2>&-", 1), ("- <&-", 0)])
def test_streams_may_be_closed(folder: Path, closed: str, code: int) -> None:
    """As some schedulers do. What is closed is read as if nothing were in it."""
    (folder / "main.py").write_text(MAIN.format(folder=str(folder.parent / "rules")), encoding="utf-8")
    paths = "soon.txt " if code else ""
    command = f'exec "{sys.executable}" main.py check --language sv {paths}{closed}'
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(["/bin/sh", "-c", command], cwd=folder, capture_output=True, check=False, env=environment)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_characters_that_standard_output_lacks_are_replaced(
    tonelint: Tonelint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where Windows prints into a pipe. JSON is UTF-8 all the same, since no program reads it otherwise."""

    def printed(*arguments: str) -> bytes:
        stdout = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
        monkeypatch.setattr("sys.stdout", stdout)
        assert tonelint(*arguments).returncode == 0
        stdout.flush()
        return stdout.buffer.getvalue()

    rule = RULE.replace("vilken dag", "vilken dag 🙂 – åter")
    write_files(folder.parent / "rules", {"stalling/soon.yaml": rule})
    assert "dag ? – åter".encode("cp1252") in printed("explain", "stalling/soon")
    (folder / "tonelint.yaml").write_text("exclude: å→\n", encoding="utf-8")
    assert "å→".encode() in printed("config", "--format", "json")
    assert b"answers[].text" in printed("schema", "configuration")


def test_a_working_directory_that_is_gone_is_said(
    tonelint: Tonelint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> str:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(os, "getcwd", refuse)
    done = tonelint("check", str(folder / "soon.txt"))
    assert done.returncode == 2
    assert "the working directory is no longer there" in done.stderr


def test_a_fault_of_tonelint_itself_is_no_finding(tonelint: Tonelint, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python would end with 1; the traceback is shown as ever."""
    monkeypatch.setattr("tonelint.check.check_paths", lambda *_, **__: 1 // 0)
    done = tonelint("check", "fine.txt")
    assert done.returncode == 2
    assert "ZeroDivisionError" in done.stderr


def test_a_reader_that_goes_away_gets_no_traceback(process: Process, folder: Path) -> None:
    """As in ``tonelint check | head -1``: more is written than a pipe holds, and read by nobody."""
    write_files(folder, {"long.txt": "Det kommer snart.\n\n" * 2000})
    with process("check", *SV, "--format", "concise", "long.txt") as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().startswith("long.txt:1:12: ")
        running.stdout.close()
        assert running.stderr.read() == "spaCy was imported\n"
        assert running.wait() == 1


WEIGHS = """\
summary: Puts off.
why: Nobody can plan with it.
severity: warning
evidence: |
  +1.00 fact: short
sv:
  advice: Säg vilken dag.
  evidence: |
    +1.00 snart
  warn-at: 99
  hint-at: 99
  doubt-at: -99
  deny-at: -99
  flags: [Snart.]
  passes: [I dag.]
"""
REPLIES = "".join(
    json.dumps({"id": f"{name}-{number}", "lang": "sv", "text": text, "labels": labels}, ensure_ascii=False) + "\n"
    for number, thing in enumerate(["Paketet", "Brevet", "Biljetten", "Lampan", "Bordet"] * 6)
    for name, text, labels in (
        ("soon", f"{thing} kommer nog inom kort till er.", [{"line": 1, "category": "stalling", "span": "inom kort"}]),
        ("today", f"{thing} kommer hem till er på måndag.", []),
    )
)


@pytest.fixture
def corpus(folder: Path) -> Path:
    """Labelled replies by three authors, and a rule that weighs evidence but has not been tuned to them."""
    write_files(folder.parent / "rules", {"stalling/implied.yaml": WEIGHS})
    return write_files(folder / "corpus", {f"sv-{author}.jsonl": REPLIES for author in "abc"})


def test_score_holds_findings_against_labels(tonelint: Tonelint, corpus: Path) -> None:
    """First with hints, then without; sentences are not scored."""
    write_files(corpus, {"sv-d.tsv": "label\tregister\tsentence\nstalling\tformal\tDet kommer snart.\n"})
    write_files(
        corpus,
        {"sv-e.jsonl": '{"id": "1", "lang": "sv", "text": "Det kommer snart att vara hos er.", "labels": []}\n'},
    )
    result = tonelint("score", "corpus")
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "181 labelled replies"
    assert [line for line in lines if line[:3] in {"All", "War"}] == ["All findings, hints too", "Warnings and errors"]
    (cells, _) = [line.split()[1:] for line in lines if line.startswith("stalling")]
    assert cells == ["0.00", "0.00", "0.00"]
    assert lines[-1].split()[3:] == ["1", "of", "91", "(1.1%)"]


def test_tune_writes_rules_that_can_be_linted_with(tonelint: Tonelint, corpus: Path) -> None:
    """And that score better; the shipped rule is not touched."""
    tuned = tonelint("tune", "corpus", "--output", "mine")
    assert (tuned.returncode, tuned.stderr) == (0, "")
    assert tuned.stdout == f"written: {os.path.join('mine', 'stalling', 'implied.yaml')}\n"
    assert (corpus.parents[1] / "rules" / "stalling" / "implied.yaml").read_text("utf-8") == WEIGHS
    write_files(corpus.parent, {"late.txt": "Stolen kommer nog inom kort till er.\n"})
    assert tonelint("check", *SV, "late.txt").returncode == 0
    linted = tonelint("check", *SV, "--rules", "mine", "--format", "json", "late.txt", "fine.txt")
    (finding,) = json.loads(linted.stdout)["findings"]
    assert (linted.returncode, finding["rule"], finding["path"]) == (1, "stalling/implied", "late.txt")
    assert "kort" in finding["cues"]
    scored = tonelint("score", "corpus", "--rules", "mine").stdout
    assert scored.count("stalling                    1.00  1.00  1.00") == 2


def test_no_excerpts_keeps_cues_out(tonelint: Tonelint, folder: Path) -> None:
    """They are words of the reply as well."""
    weighs = WEIGHS.replace("99", "1").replace("-1", "-9")
    write_files(folder / "own", {"stalling/implied.yaml": weighs})
    write_files(folder, {"late.txt": "Snarten kommer snart nog.\n", "own/stalling/soon.yaml": OWN_RULE})
    for form in ("text", "json"):
        arguments = ("check", *SV, "--rules", "own", "--format", form, "late.txt")
        assert "fact: short" in tonelint(*arguments).stdout
        hidden = tonelint(*arguments, "--no-excerpts").stdout
        assert "stalling/implied" in hidden
        assert "snart" not in hidden
        assert "fact: short" not in hidden


def test_tune_writes_to_a_folder_of_its_own_by_default(tonelint: Tonelint, corpus: Path) -> None:
    assert tonelint("tune", "corpus").returncode == 0
    assert (corpus.parent / "tuned-rules" / "stalling" / "implied.yaml").is_file()


@pytest.mark.parametrize("command", ["score", "tune"])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param((), "Missing argument 'CORPUS...'", id="no corpus"),
        pytest.param(("missing.jsonl",), "error: missing.jsonl: cannot be read: ", id="a missing file"),
        pytest.param(("bad",), "bad.jsonl:2:1: not a labelled reply: ", id="a fault in a file"),
        pytest.param((".",), "error: .: no file of labelled replies", id="a folder without labelled files"),
        pytest.param(("corpus", "--rules", "nowhere"), "error: nowhere: not a folder", id="no rules"),
    ],
)
def test_what_is_wrong_with_a_corpus_ends_with_2(
    tonelint: Tonelint, corpus: Path, command: str, arguments: tuple[str, ...], message: str
) -> None:
    """It is said on standard error, and nothing is written."""
    write_files(corpus.parent, {"bad/bad.jsonl": "\n{}\n"})
    result = tonelint(command, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert not (corpus.parent / "tuned-rules").exists()


def test_what_cannot_be_tuned_ends_with_2(tonelint: Tonelint, corpus: Path) -> None:
    """Too few replies, a place that cannot be written, two rules that weigh evidence of one category."""
    write_files(corpus.parent, {"few/sv-x.jsonl": "\n".join(REPLIES.splitlines()[:4]), "file": "", "out/stalling": ""})
    few = tonelint("tune", "few")
    assert (few.returncode, "4 labelled replies and sentences are too few" in few.stderr) == (2, True)
    assert tonelint("tune", "corpus", "--output", "file").returncode == 2
    blocked = tonelint("tune", "corpus", "--output", "out")
    assert (blocked.returncode, "cannot be written: " in blocked.stderr) == (2, True)
    write_files(corpus.parent / "own", {"stalling/other.yaml": WEIGHS})
    two = tonelint("tune", "corpus", "--rules", "own")
    assert (two.returncode, "stalling/implied and stalling/other weigh evidence" in two.stderr) == (2, True)


def test_tune_says_which_extra_it_needs(tonelint: Tonelint, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fits weights is installed only where it is wanted."""
    monkeypatch.setitem(sys.modules, "sklearn.linear_model", None)
    for name in ("tune", "fit"):
        monkeypatch.delitem(sys.modules, f"tonelint.tuning.{name}", raising=False)
    result = tonelint("tune", "corpus")
    assert (result.returncode, result.stdout) == (2, "")
    assert "sklearn.linear_model is missing: pip install 'tonelint[tune]'" in result.stderr


def test_score_lists_alarms(tonelint: Tonelint, corpus: Path) -> None:
    """What spoke in clean replies, below the tables."""
    write_files(
        corpus,
        {"sv-e.jsonl": '{"id": "1", "lang": "sv", "text": "Vi återkommer så snart som möjligt.", "labels": []}\n'},
    )
    report = tonelint("score", "corpus", "--alarms").stdout
    assert "clean replies, by rule, then by cue\n     1  stalling/" in report


def test_a_rule_cannot_be_selected_and_ignored(tonelint: Tonelint) -> None:
    result = tonelint("check", "--select", "stalling", "--ignore", "stalling")
    assert result.returncode == 2
    assert "stalling is selected and ignored" in result.stderr


def test_a_baseline_of_the_configuration_that_is_not_there_is_an_error_at_its_line(
    tonelint: Tonelint, folder: Path
) -> None:
    (folder / "tonelint.yaml").write_text("language: sv\nbaseline: known.json\n", encoding="utf-8")
    result = tonelint("check", "fine.txt")
    assert result.returncode == 2
    assert "error: tonelint.yaml:2:11: no such file: known.json" in result.stderr
    assert tonelint("check", "fine.txt", "--no-baseline").returncode == 0


def test_a_baseline_that_is_not_in_force_is_told_of(tonelint: Tonelint, folder: Path) -> None:
    """Whoever has just written it expects otherwise."""
    assert tonelint("baseline", "soon.txt", *SV).returncode == 0
    result = tonelint("check", "soon.txt", *SV)
    assert result.returncode == 1
    assert "note: tonelint-baseline.json is not in force" in result.stderr
    assert "not in force" not in tonelint("check", "soon.txt", *SV, "--no-baseline").stderr


def test_an_empty_revision_is_an_error(tonelint: Tonelint) -> None:
    """It is a variable that was not set; to report everything, or nothing, would be a guess."""
    assert tonelint("check", "--changed-since", "").returncode == 2


def test_a_rule_without_its_category_is_found_by_its_name(tonelint: Tonelint) -> None:
    result = tonelint("explain", "soon")
    assert (result.returncode, 'did you mean "stalling/soon"?' in result.stderr) == (2, True)


def test_a_run_does_not_lint_the_reports_that_it_writes(tonelint: Tonelint) -> None:
    """They hold the words of the replies."""
    command = ("check", ".", "--select", "stalling", "--output", "markdown:tone.md", "--output", "concise:-", *SV)
    first = tonelint(*command).stdout
    assert "soon.txt" in first
    assert tonelint(*command).stdout == first
