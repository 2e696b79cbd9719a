"""Where the output goes: other encodings, full disks, closed pipes, Ctrl-C; and the exit codes for it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from commands import (
    CLEAN,
    IN_ORDER,
    PROBLEMS,
    UNWRITTEN,
    USAGE,
    Run,
    Runner,
    write,
)
from entente._cli import main

INTERRUPTED, CLOSED = 130, 141

FULL = Path("/dev/full")
with_full_disk = pytest.mark.skipif(
    not FULL.exists(), reason="the system has no device that is always full"
)

SUMMARY = "Réunir à l’aube, 中 and 😀."


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Write a dossier with letters that few encodings have, and a fault."""
    text = IN_ORDER.replace("Patrol more.", SUMMARY)
    return write(tmp_path / "été.toml", text.replace('"2025"', '"2023"'))


class Stream(io.TextIOWrapper):
    """Standard output of another encoding, which may be a terminal."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        """Say whether it is a terminal."""
        return self.terminal

    def written(self) -> bytes:
        """Return what was written."""
        self.flush()
        data: bytes = self.buffer.getvalue()  # type: ignore[attr-defined]
        return data


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "commitments"],
        ["check"],
        ["check", "--format", "json"],
        ["check", "--format", "github"],
        ["show"],
        ["show", "--format", "json"],
        ["show", "--format", "yaml"],
        ["why", "--on", "2024-01-30"],
    ],
    ids=" ".join,
)
def test_a_pipe_gets_utf_8(
    run: Runner,
    monkeypatch: pytest.MonkeyPatch,
    foreign: Path,
    arguments: list[str],
    encoding: str,
) -> None:
    """Whatever the system thinks, no letter of an answer is lost, and the exit code is the same."""
    name, *options = arguments
    id = ["patrol"] if name in {"show", "why"} else []
    asked = [name, *options]
    if name == "list":
        asked += [str(foreign)]
    else:
        asked = [name, str(foreign), *id, *options]
    expected = run(*asked)
    assert SUMMARY in expected.out or "été" in expected.out or name == "why"
    stream = Stream(encoding, terminal=False)
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(asked) == expected.code
    assert stream.written().decode() == expected.out


def test_errors_are_utf_8_too(
    monkeypatch: pytest.MonkeyPatch, foreign: Path
) -> None:
    """A message names the file as it is called."""
    stream = Stream("ascii", terminal=False)
    monkeypatch.setattr(sys, "stderr", stream)
    assert main(["show", str(foreign), "é"]) == USAGE
    assert stream.written().decode() == "entente: there is no record 'é'\n"


def test_a_terminal_gets_the_letters_that_it_has(
    monkeypatch: pytest.MonkeyPatch, foreign: Path
) -> None:
    """Bytes of UTF-8 would be controls to a terminal of Latin letters, so others are escaped."""
    stream = Stream("latin-1", terminal=True)
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["show", str(foreign), "patrol"]) == CLEAN
    assert (
        'summary = "Réunir à l\\u2019aube, \\u4e2d and \\U0001f600."'
        in stream.written().decode("latin-1")
    )


# --- processes -----------------------------------------------------------------------------------


def called(
    arguments: Sequence[str | Path],
    *,
    out: int = subprocess.PIPE,
    err: int = subprocess.PIPE,
    redirect: str = "",
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run a command in a process of its own; `redirect` is for a shell, such as ``>&-``."""
    command: list[str | Path] = [sys.executable, "-m", "entente", *arguments]
    if redirect:
        command = ["sh", "-c", f'exec "$@" {redirect}', "sh", *command]
    result = subprocess.run(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=err,
        check=False,
        env={**os.environ, **(environment or {})},
    )
    return Run(
        result.returncode,
        (result.stdout or b"").decode(),
        (result.stderr or b"").decode(),
    )


def test_a_locale_without_letters_loses_none(foreign: Path) -> None:
    """In the locale C, and where Python has to write ASCII, the answer is UTF-8."""
    here = foreign.rename(foreign.with_name("ete.toml"))
    for environment in (
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    ):
        result = called(["show", here, "patrol"], environment=environment)
        assert (result.code, result.err) == (CLEAN, "")
        assert f'summary = "{SUMMARY}"' in result.out


NO_SPACE = "entente: standard output: no space left on device\n"


@with_full_disk
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("name", ["check", "show", "--help"])
def test_a_full_disk_is_said(
    tracker: Path, name: str, unbuffered: str
) -> None:
    """An answer that cannot be written is neither success nor a problem of the dossier."""
    choices: dict[str, list[str | Path]] = {
        "check": ["check", tracker],
        "show": ["show", tracker, "patrol"],
        "--help": ["--help"],
    }
    with FULL.open("wb") as full:
        result = called(
            choices[name],
            out=full.fileno(),
            environment={"PYTHONUNBUFFERED": unbuffered},
        )
    assert result == Run(UNWRITTEN, "", NO_SPACE)


@with_full_disk
def test_what_has_no_answer_needs_no_room(sound: Path) -> None:
    """A sound dossier has no answer, and that can always be written."""
    with FULL.open("wb") as full:
        assert called(["check", sound], out=full.fileno()) == Run(
            CLEAN, "", "5 records in sound.toml, 0 problems\n"
        )


@with_full_disk
def test_a_message_that_cannot_be_written_keeps_its_code(sound: Path) -> None:
    """Where standard error is full, the exit code is all there is."""
    with FULL.open("wb") as full:
        asked: list[tuple[list[str | Path], int]] = [
            (["show", sound, "nobody"], USAGE),
            (["list", "nothing", sound], USAGE),
            (["show", f"{sound}.gone.toml", "a"], PROBLEMS),
        ]
        for arguments, code in asked:
            assert called(arguments, err=full.fileno()) == Run(code, "", "")


@pytest.mark.skipif(os.name == "nt", reason="a shell closes the streams")
def test_closed_streams_are_said(tracker: Path, sound: Path) -> None:
    """A stream that the shell has closed is like one that fails when it is used."""
    assert called(["check", tracker], redirect=">&-") == Run(
        UNWRITTEN, "", "entente: standard output: bad file descriptor\n"
    )
    assert called(["check", sound], redirect=">&-") == Run(
        CLEAN, "", "5 records in sound.toml, 0 problems\n"
    )
    assert called(["show", sound, "x"], redirect="2>&-") == Run(USAGE, "", "")
    closed = "error standard input cannot be read: it is closed [file]\n"
    assert called(["check", "-"], redirect="<&-") == Run(
        PROBLEMS, closed, "1 problem; standard input could not be loaded\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_a_reader_that_has_seen_enough_is_no_fault(tracker: Path) -> None:
    """The command ends in silence when the pipe is closed, with the code of the signal."""
    asked: list[list[str | Path]] = [["check", tracker], ["--help"]]
    for arguments in asked:
        reading, writing = os.pipe()
        os.close(reading)
        result = called(arguments, out=writing)
        os.close(writing)
        assert result == Run(CLOSED, "", "")


INTERRUPTED_WHILE_READING = """
import os, signal, sys
from types import SimpleNamespace
from entente._cli import main

# A process in the background ignores the signal unless it says otherwise.
signal.signal(signal.SIGINT, signal.default_int_handler)

def read():
    os.kill(os.getpid(), signal.SIGINT)
    raise AssertionError("the signal was not received")

sys.stdin = SimpleNamespace(buffer=SimpleNamespace(read=read))
sys.exit(main(["check", "-"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_ctrl_c_ends_in_silence() -> None:
    """A command that is interrupted prints no traceback, and exits with the code of the signal."""
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", INTERRUPTED_WHILE_READING],
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (
        INTERRUPTED,
        b"",
        b"",
    )


# --- in this process -----------------------------------------------------------------------------


class Failing(io.StringIO):
    """A stream without a file that fails when it is written to."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        """Raise the error."""
        raise self.error

    def flush(self) -> None:
        """Do nothing; nothing is kept."""


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(28, "No space left on device"), UNWRITTEN),
        (BrokenPipeError(), CLOSED),
        (KeyboardInterrupt(), INTERRUPTED),
    ],
    ids=["full", "closed", "interrupted"],
)
def test_a_caller_gets_the_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    sound: Path,
    error: BaseException,
    code: int,
) -> None:
    """`main` returns the code, whatever stands for standard output; only a full disk needs words."""
    monkeypatch.setattr(sys, "stdout", Failing(error))
    assert main(["list", "commitments", str(sound)]) == code
    said = NO_SPACE if code == UNWRITTEN else ""
    assert capsys.readouterr().err == said


def test_an_error_of_the_system_is_told(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the system refuses, the message names it, and there is no traceback."""

    def refuse(path: str) -> None:
        raise OSError(36, "File name too long", path)

    monkeypatch.setattr("entente._cli._reading.load", refuse)
    said = "entente: a\\nb.toml: file name too long\n"
    assert run("check", "a\nb.toml") == Run(UNWRITTEN, "", said)


def test_nobody_may_hear_of_an_error(
    monkeypatch: pytest.MonkeyPatch, sound: Path
) -> None:
    """A message that cannot be written does not hide what it is about."""

    class Deaf(Failing):
        def flush(self) -> None:
            raise self.error

    monkeypatch.setattr(sys, "stderr", Deaf(OSError(28, "No space left")))
    assert main(["show", str(sound), "nobody"]) == USAGE


def test_streams_that_are_not_there_are_made(
    monkeypatch: pytest.MonkeyPatch, sound: Path, tracker: Path
) -> None:
    """Without standard output an answer cannot be written; without standard error nothing is said."""
    for path, code in ((sound, CLEAN), (tracker, UNWRITTEN)):
        monkeypatch.setattr(sys, "stdout", None)
        monkeypatch.setattr(sys, "stderr", None)
        assert main(["check", str(path)]) == code
        for stream in (sys.stdout, sys.stderr):
            stream.close()


def test_standard_input_may_not_be_there(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said that it is closed, or what the system says."""
    monkeypatch.setattr(sys, "stdin", None)
    assert run("check", "-").out == (
        "error standard input cannot be read: it is closed [file]\n"
    )
    with io.TextIOWrapper(io.BufferedWriter(io.BytesIO())) as unreadable:
        monkeypatch.setattr(sys, "stdin", unreadable)
        assert run("check", "-").out == (
            "error standard input cannot be read: read [file]\n"
        )
