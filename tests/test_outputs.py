"""Which reports go where, and that they are written whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporters.runs import ALL, EMPTY, ONE, WARNING
from tonelint import outputs
from tonelint.errors import TonelintError, UsageError
from tonelint.model import Severity
from tonelint.outputs import Output, Report, add_step_summary, check_places, files_of, plan, reports, write
from tonelint.reporters import FORMATS
from tonelint.reporters.run import Run, Style

TEXT = Output("text", "-")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="file modes and pipes")
BASH = shutil.which("bash") or ""
needs_bash = pytest.mark.skipif(os.name != "posix" or not BASH, reason="what a shell opens")

WRITING = """
import sys
from tonelint.errors import TonelintError
from tonelint.outputs import Report, check_places, plan, write
outputs = plan(None, [f"json:{path}" for path in sys.argv[1:]])
try:
    check_places(outputs)
    write([Report(output, "report\\n") for output in outputs], sys.stdout)
except TonelintError as error:
    sys.exit(str(error))
"""


class Stdout(io.TextIOWrapper):
    """Standard output in an encoding, and what was written to it."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding)


def files_in(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("form", "given", "expected"),
    [
        pytest.param(None, [], [TEXT], id="text to standard output"),
        pytest.param("json", [], [Output("json", "-")], id="the format asked for"),
        pytest.param(None, ["out.txt"], [Output("text", "out.txt")], id="a file instead"),
        pytest.param("json", ["out.json"], [Output("json", "out.json")], id="a file in the format asked for"),
        pytest.param(None, ["sarif:out.sarif"], [Output("sarif", "out.sarif")], id="a file in a format of its own"),
        pytest.param(
            "github",
            ["sarif:out.sarif"],
            [Output("sarif", "out.sarif"), Output("github", "-")],
            id="beside the format asked for",
        ),
        pytest.param(
            "json",
            ["sarif:a.sarif", "b.json"],
            [Output("sarif", "a.sarif"), Output("json", "b.json")],
            id="which has a file",
        ),
        pytest.param(None, ["text:-", "junit:a.xml"], [TEXT, Output("junit", "a.xml")], id="standard output by name"),
        pytest.param("json", ["-"], [Output("json", "-")], id="a dash alone"),
        pytest.param(None, ["C:\\x\\a.txt"], [Output("text", "C:\\x\\a.txt")], id="a drive of Windows"),
        pytest.param(None, ["sarif:C:\\x"], [Output("sarif", "C:\\x")], id="a drive behind a format"),
        pytest.param(None, ["a:b.txt"], [Output("text", "a:b.txt")], id="one letter is no format"),
        pytest.param(None, ["./sarif:x"], [Output("text", "./sarif:x")], id="a path that looks like a format"),
        pytest.param(None, ["a-b:c"], [Output("text", "a-b:c")], id="a word with a sign in it is no format"),
        pytest.param(None, ["json:/dev/stdout"], [Output("json", "/dev/stdout")], id="standard output by its path"),
        pytest.param(
            None,
            ["json:/dev/null", "html:/dev/null"],
            [Output("json", "/dev/null"), Output("html", "/dev/null")],
            id="what keeps nothing takes any number",
            marks=needs_posix,
        ),
        pytest.param(None, ["json:json:x"], [Output("json", "json:x")], id="only the first colon counts"),
    ],
)
def test_plan(form: str | None, given: list[str], expected: list[Output]) -> None:
    assert plan(form, given) == tuple(expected)


@pytest.mark.parametrize(
    ("form", "given", "message"),
    [
        pytest.param(None, ["sarfi:x.sarif"], 'unknown format "sarfi"; did you mean "sarif"?', id="a slip"),
        pytest.param(None, ["sarfi:x.sarif"], "a file of this name is written ./sarfi:x.sarif", id="the way out"),
        pytest.param(None, ["SARIF:x"], 'did you mean "sarif"?', id="capitals"),
        pytest.param(None, ["xml:x"], "allowed: text, concise, json, jsonl, github", id="nothing near"),
        pytest.param(None, [""], "names no file; write --output text:FILE", id="nothing"),
        pytest.param(None, ["sarif:"], "names no file; write --output sarif:FILE", id="a format without a file"),
        pytest.param(None, ["a.txt", "json:./a.txt"], "two reports go to ./a.txt (text and json)", id="one file twice"),
        pytest.param("json", ["x/../a", "a"], "two reports go to a (json and json)", id="in a roundabout way"),
        pytest.param(
            None, ["text:-", "json:-"], "two reports go to standard output (text and json)", id="one output twice"
        ),
        pytest.param(
            None,
            ["text:-", "json:/dev/stdout"],
            "two reports go to standard output (text and json)",
            id="one output by two names",
            marks=needs_posix,
        ),
        pytest.param(
            "json", ["text:-"], "two reports go to standard output (text and json)", id="the format asked for too"
        ),
    ],
)
def test_what_cannot_be_planned(form: str | None, given: list[str], message: str) -> None:
    with pytest.raises(UsageError) as raised:
        plan(form, given)
    assert message in str(raised.value)


@given(st.sampled_from([None, *FORMATS]), st.sampled_from(FORMATS), st.text(min_size=1))
def test_any_file_can_be_named(form: str | None, of_file: str, path: str) -> None:
    """Behind a format whatever is written is the file."""
    first, *rest = plan(form, [f"{of_file}:{path}"]) if path != "-" else (Output(of_file, path),)
    assert first == Output(of_file, path)
    assert rest == ([Output(form, "-")] if form and path != "-" else [])


def test_places_are_looked_at_before_anything_is_done(tmp_path: Path) -> None:
    """All that is wrong is told at once."""
    (tmp_path / "there").mkdir()
    fine = [TEXT, Output("json", str(tmp_path / "a.json")), Output("json", "b.json")]
    check_places(fine)
    wrong = [tmp_path / "there", tmp_path / "not there" / "a.json", f"{tmp_path}/new/"]
    with pytest.raises(TonelintError) as raised:
        check_places([*fine, *(Output("json", str(path)) for path in wrong)])
    folder, missing, slash = map(str, raised.value.faults)
    assert folder == f"{tmp_path / 'there'}: is a folder; name a file in it"
    assert missing.endswith(f'a.json: the folder "{tmp_path / "not there"}" does not exist; create it first')
    assert slash.endswith("/new/: is a folder; name a file in it")


def test_reports_are_coloured_only_as_text_in_standard_output() -> None:
    wanted = [TEXT, Output("text", "a.txt"), Output("markdown", "-")]
    made = reports(ONE, Style(colour=True), wanted)
    assert [report.output for report in made] == wanted
    assert ["\x1b" in report.text for report in made] == [True, False, False]
    assert "\x1b" not in reports(ONE, Style(), [TEXT])[0].text


def test_several_reports_of_a_run_are_written(tmp_path: Path) -> None:
    stdout = Stdout()
    wanted = plan("concise", [f"{form}:{tmp_path}/out.{form}" for form in ("json", "sarif", "junit")])
    write(reports(ONE, Style(), wanted), stdout)
    assert sorted(files_in(tmp_path)) == ["out.json", "out.junit", "out.sarif"]
    assert stdout.bytes.getvalue().decode().startswith("mail/a.txt:2:1: warning")


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a report that was longer", encoding="utf-8")
    write([Report(Output("json", str(tmp_path / "a")), "åäö\n")], Stdout())
    assert files_in(tmp_path) == {"a": "åäö\n"}


@needs_posix
def test_a_file_keeps_its_mode_and_a_new_one_gets_the_usual_one(tmp_path: Path) -> None:
    old, new, usual = (tmp_path / name for name in ("old", "new", "usual"))
    old.touch()
    old.chmod(0o640)
    usual.touch()
    write([Report(Output("json", str(path)), "x") for path in (old, new)], Stdout())
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


@needs_posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is replaced; two names of one file are one too many."""
    (tmp_path / "link").symlink_to(tmp_path / "file")
    write([Report(Output("json", str(tmp_path / "link")), "x")], Stdout())
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text() == "x"
    both = [Report(Output("json", str(tmp_path / name)), "y") for name in ("file", "link")]
    with pytest.raises(TonelintError, match=r"is the same file as .*file; give each report a file of its own"):
        write(both, Stdout())
    assert (tmp_path / "file").read_text() == "x"


@needs_posix
def test_what_is_no_file_is_written_into(tmp_path: Path) -> None:
    """A device or a pipe is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write([Report(Output("json", str(path)), "x") for path in (pipe, "/dev/null")], Stdout())
        assert os.read(reader, 10) == b"x"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@needs_bash
@pytest.mark.parametrize(
    ("command", "expected"),
    [
        pytest.param("tonelint - | cat", "report\n", id="standard output"),
        pytest.param("tonelint /dev/stdout | cat", "report\n", id="a pipe"),
        pytest.param("tonelint /dev/stderr 2>&1 | cat", "report\n", id="a pipe on standard error"),
        pytest.param("tonelint >(sed s/^/its_/)", "its_report\n", id="a process substitution"),
        pytest.param("tonelint a >(cat) && cat a", "report\nreport\n", id="beside a file"),
        pytest.param("tonelint link | cat; test -L link", "report\n", id="a link to it"),
        pytest.param("tonelint /dev/stdout >> log; cat log", "earlier\nreport\n", id="a file that is added to"),
        pytest.param(
            "{ tonelint /dev/stderr; echo later >&2; } 2>> log; cat log",
            "earlier\nreport\nlater\n",
            id="others add too",
        ),
        pytest.param("{ echo a; tonelint /dev/fd/7; } 7> b >&7; cat b", "a\nreport\n", id="a file at its place"),
        pytest.param("tonelint /proc/$$/fd/1 | cat", "report\n", id="a pipe of another process"),
        pytest.param("exec 7> >(cat); tonelint /dev/fd/7", "report\n", id="a descriptor of the shell"),
    ],
)
def test_what_the_shell_opens_is_written_into(tmp_path: Path, command: str, expected: str) -> None:
    """Nothing that stands there is lost, and nothing is put in its place."""
    if "/proc/" in command and sys.platform != "linux":
        pytest.skip("no such names")
    assert in_bash(tmp_path, command) == (0, expected, "")


@needs_bash
@pytest.mark.parametrize(
    ("command", "error"),
    [
        pytest.param(
            "tonelint /dev/fd/7 7>&-",
            "/dev/fd/7: the descriptor 7 is not open for writing; name a file, or open it in the shell: 7>FILE\n",
            id="closed",
        ),
        pytest.param(
            "tonelint /dev/fd/7 7< log",
            "/dev/fd/7: the descriptor 7 is not open for writing; name a file, or open it in the shell: 7>FILE\n",
            id="for reading only",
        ),
        pytest.param(
            "tonelint /dev/fd/7 /proc/self/fd/7 7> new",
            "/proc/self/fd/7: is the same file as /dev/fd/7; give each report a file of its own\n",
            id="twice",
        ),
        pytest.param(
            "tonelint - link",
            "link: is the same file as standard output; give each report a file of its own\n",
            id="standard output twice",
        ),
    ],
)
def test_descriptors_that_take_no_report(tmp_path: Path, command: str, error: str) -> None:
    assert in_bash(tmp_path, command) == (1, "", error)
    assert (tmp_path / "log").read_text(encoding="utf-8") == "earlier\n"


def in_bash(folder: Path, command: str) -> tuple[int, str, str]:
    """What a command comes to, in which ``tonelint PATH …`` writes the line "report" to each of the paths."""
    (folder / "log").write_text("earlier\n", encoding="utf-8")
    (folder / "link").symlink_to("/dev/stdout")
    (folder / "writing.py").write_text(WRITING, encoding="utf-8")
    script = f'tonelint() {{ "$0" writing.py "$@"; }}\n{command}'
    environment = os.environ | {"PYTHONPATH": str(Path(outputs.__file__).parents[1])}
    done = subprocess.run(
        [BASH, "-c", script, sys.executable], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


@needs_posix
def test_links_to_what_keeps_nothing_take_any_number_too(tmp_path: Path) -> None:
    """One rule for all names of it."""
    (tmp_path / "a").symlink_to(os.devnull)
    (tmp_path / "b").symlink_to(os.devnull)
    paths = [os.devnull, os.devnull, str(tmp_path / "a"), str(tmp_path / "b")]
    write([Report(output, "x") for output in plan(None, [f"json:{path}" for path in paths])], Stdout())
    assert (tmp_path / "a").is_symlink()


@needs_posix
def test_the_files_of_a_plan() -> None:
    """Not what goes to standard output, nor to descriptors."""
    wanted = plan("text", ["json:a.json", "html:/x/../b.html", "sarif:/dev/fd/63", "junit:/dev/stderr"])
    assert files_of(wanted) == ("a.json", "/x/../b.html")
    assert files_of(plan(None, [])) == ()
    assert files_of(plan(None, ["/dev/stdout"])) == ()


@pytest.mark.parametrize("failing", ["_written", "replace"])
def test_nothing_is_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    """Where the disk is full, the files are as they were, and nothing is left beside them."""
    (tmp_path / "b").write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if failing == "replace":
        monkeypatch.setattr(Path, "replace", full)
    else:
        write_one = outputs._written
        monkeypatch.setattr(
            outputs, "_written", lambda path, data: full() if path.endswith("b") else write_one(path, data)
        )
    stdout = Stdout()
    made = [Report(Output("json", str(tmp_path / name)), "new") for name in "ab"]
    with pytest.raises(TonelintError, match="b: cannot be written: No space left on device"):
        write([*made, Report(TEXT, "x")], stdout)
    assert files_in(tmp_path) == {"b": "old"}
    assert stdout.bytes.getvalue() == b""


@pytest.mark.parametrize(
    ("error", "raised"),
    [(OSError(errno.ENOSPC, "No space left on device"), TonelintError), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_a_write_that_breaks_off_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, raised: type[BaseException]
) -> None:
    """The file that was begun is removed."""

    class Full(io.FileIO):
        def write(self, _: object) -> int:
            raise error

    def opened(path: Path, mode: str) -> Full:
        return Full(path, mode)

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(raised):
        write([Report(Output("json", str(tmp_path / "a")), "x")], Stdout())
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_may_not_be_written_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(TonelintError, match="a: cannot be written: Permission denied"):
        write([Report(Output("json", str(tmp_path / "a")), "x")], Stdout())


@pytest.mark.parametrize(
    ("form", "encoding", "expected"),
    [
        pytest.param("text", "utf-8", "→ å\ufffd".encode(), id="people in UTF-8"),
        pytest.param("text", "latin-1", b"? \xe5?", id="people in another encoding"),
        pytest.param("json", "latin-1", "→ å\ufffd".encode(), id="programs always in UTF-8"),
    ],
)
def test_every_character_can_be_printed(form: str, encoding: str, expected: bytes) -> None:
    """File names that are no text too."""
    stdout = Stdout(encoding)
    write([Report(Output(form, "-"), "→ å\udce5")], stdout)
    assert stdout.bytes.getvalue() == expected


def test_colour_goes_through() -> None:
    """Whether to colour has been decided before."""
    stdout = Stdout()
    write(reports(ONE, Style(colour=True), [TEXT]), stdout)
    assert b"\x1b[33m" in stdout.bytes.getvalue()


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), TonelintError),
        (BrokenPipeError(errno.EPIPE, ""), BrokenPipeError),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_standard_output_may_fail(form: str, error: OSError, expected: type[Exception]) -> None:
    """It is an error, unless the reader has seen enough."""

    class Failing(io.BytesIO):
        def write(self, _: object) -> int:
            raise error

    stdout = io.TextIOWrapper(Failing(), encoding="utf-8", write_through=True)
    with pytest.raises(expected):
        write([Report(Output(form, "-"), "x")], stdout)
    stdout.detach()  # or it would try once more


def test_no_step_no_summary(tmp_path: Path) -> None:
    assert add_step_summary(ALL, Style(), {}) == ""
    assert add_step_summary(ALL, Style(), {"GITHUB_STEP_SUMMARY": ""}) == ""
    assert list(tmp_path.iterdir()) == []


def test_the_summary_of_a_step_is_added_to(tmp_path: Path) -> None:
    """Steps may have written into it before."""
    summary = tmp_path / "summary"
    for _ in range(2):
        assert add_step_summary(EMPTY, Style(), {"GITHUB_STEP_SUMMARY": str(summary)}) == ""
    page = "## tonelint: nothing found\n\n2 files read, nothing found.\n"
    assert summary.read_text(encoding="utf-8") == f"{page}\n{page}"


def test_the_summary_of_a_step_keeps_to_what_github_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it together; what has no room is counted, and said where there is none at all."""
    monkeypatch.setattr(outputs, "LARGEST_STEP_SUMMARY", 2000)
    summary = tmp_path / "summary"
    environment = {"GITHUB_STEP_SUMMARY": str(summary)}
    run = Run((WARNING,) * 50, files=1)
    assert add_step_summary(run, Style(), environment) == ""
    assert (
        summary.read_text(encoding="utf-8")
        .splitlines()[-1]
        .endswith("left out here because there is no room for them.*")
    )
    assert add_step_summary(run, Style(), environment) == ""
    assert summary.stat().st_size <= 2000
    summary.write_bytes(b"x" * 1990)
    assert add_step_summary(run, Style(), environment) == "the summary of the step is full; nothing was added to it"
    assert summary.stat().st_size <= 2000


def test_a_summary_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Nobody has asked for it, so that the run goes on."""
    path = tmp_path / "not there" / "summary"
    notice = add_step_summary(ONE, Style(fail_on=Severity.INFO), {"GITHUB_STEP_SUMMARY": str(path)})
    assert notice == f"the summary of the step cannot be written to {path}: No such file or directory"


def test_planning_loads_no_reporter() -> None:
    """Errors of usage are told at once."""
    code = (
        "import sys; from tonelint.outputs import plan; plan('sarif', ['html:a.html'])\n"
        "print([name for name in sys.modules if name.startswith('tonelint.reporters.') or name in ('spacy', 'yaml')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
