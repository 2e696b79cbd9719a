"""The line that counts the seconds of long work: in a terminal, and nowhere else."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from commands import CLEAN, Runner
from entente._cli._progress import working

ERASE = "\r\x1b[K"


class Screen(io.StringIO):
    """Standard error, which may be a terminal."""

    def __init__(self, *, terminal: bool = True) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        """Say whether it is a terminal."""
        return self.terminal


def wait_for(screen: Screen) -> None:
    """Work until a line is shown, as long as that takes on a busy machine."""
    end = time.monotonic() + 20
    while not screen.getvalue() and time.monotonic() < end:
        time.sleep(0.01)


class Gone(Screen):
    """A terminal that somebody has closed."""

    def write(self, text: str) -> int:
        """Fail as the system does."""
        raise OSError(5, "Input/output error")


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count fractions of a second, in a terminal as most are."""
    monkeypatch.setattr("entente._cli._progress._PATIENCE", 0.02)
    monkeypatch.setattr("entente._cli._progress._STEP", 0.01)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("NO_COLOR", raising=False)


def after_work(
    monkeypatch: pytest.MonkeyPatch,
    screen: Screen,
    doing: str = "checking",
    *,
    is_shown: bool = False,
) -> str:
    """Return what is on the screen after work of some time."""
    monkeypatch.setattr(sys, "stderr", screen)
    with working(doing):
        if is_shown:
            wait_for(screen)
        time.sleep(0.1)
    return screen.getvalue()


def test_a_terminal_counts_seconds_and_is_left_clean(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each line takes the place of the one before, and the last thing written erases it."""
    written = after_work(monkeypatch, Screen(), is_shown=True)
    assert written.startswith(f"{ERASE}0 s: checking")
    assert written.endswith(ERASE)
    assert "\n" not in written
    lines = set(written.split(ERASE)) - {""}
    assert all(re.fullmatch(r"\d+ s: checking", line) for line in lines)


def test_a_line_that_would_be_wrapped_is_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A terminal erases one line, so the line has to be one; names have no controls either."""
    name = "中\x1b[2J" * 20
    written = after_work(
        monkeypatch, Screen(), f"reading {name}", is_shown=True
    )
    line = written.split(ERASE)[1]
    assert line.startswith("0 s: reading 中\\x1b[2J")
    assert line.endswith("…")
    assert len(line) < 40


def test_quick_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ends within two seconds needs no line."""
    monkeypatch.setattr("entente._cli._progress._PATIENCE", 60)
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with working("checking"):
        pass
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("name", "value"), [("TERM", "dumb"), ("NO_COLOR", "1")]
)
def test_a_plain_terminal_gets_nothing(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Nor does one that cannot erase a line, or whose user wants plain text."""
    monkeypatch.setenv(name, value)
    assert after_work(monkeypatch, Screen()) == ""


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log would keep every line."""
    assert after_work(monkeypatch, Screen(terminal=False)) == ""


def test_an_error_ends_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said about it begins a clean line."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)

    @working("checking")
    def fail() -> None:
        wait_for(screen)
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        fail()
    assert screen.getvalue().endswith(ERASE)


def test_work_goes_on_without_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody can see it any more, and it may still write a file."""
    assert after_work(monkeypatch, Gone()) == ""


def test_commands_say_what_they_are_at(
    run: Runner, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dossier is read, then it is checked; nothing of this is left on either stream."""
    monkeypatch.setattr("entente._cli._progress._PATIENCE", 0)

    screen = Screen()

    def slow(_: object) -> tuple[()]:
        screen.truncate(0)
        wait_for(screen)
        return ()

    monkeypatch.setattr("entente._cli._check.check", slow)
    monkeypatch.setattr(sys, "stderr", screen)
    result = run("check", sound)
    assert (result.code, result.out) == (CLEAN, "")
    assert "0 s: checking" in screen.getvalue()
    assert screen.getvalue().endswith(ERASE)


def test_a_pseudo_terminal_is_left_as_a_pipe_would_be(sound: Path) -> None:
    """Once what was erased is gone, there is the answer, and the line below it."""
    pty = pytest.importorskip("pty")
    lead, follow = pty.openpty()
    code = (
        "import sys; from entente._cli import _progress, main;"
        " _progress._PATIENCE = _progress._STEP = 0.001;"
        " sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "list", "themes", str(sound)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "70"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(  # noqa: S603 -- our own Python
        command, stdout=follow, stderr=follow, env=environment, check=True
    )
    assert done.returncode == CLEAN
    os.close(follow)
    seen = b""
    # Some systems end what they give with an error.
    with suppress(OSError):
        while more := os.read(lead, 4096):
            seen += more
    os.close(lead)
    lines = re.sub("[^\n]*\r\x1b\\[K", "", seen.decode()).splitlines()
    assert lines[0] == "Themes in sound.toml"
    assert lines[-1] == "2 of 2 themes in sound.toml"
