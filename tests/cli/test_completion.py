"""`entente completion`: its scripts, loaded by the shells that they are for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shlex import quote
from typing import Final

import pytest

from commands import CLEAN, USAGE, Runner, write

LINES: Final = {
    "entente li": "list",
    "entente list com": "commitments",
    "entente list commitments --firmn": "--firmness",
    "entente list commitments tracker.toml --firmness pl": "pledged",
    "entente list commitments tracker.toml --firm y": "yes",
    "entente list parties tracker.toml --kind subn": "subnational_government",
    "entente list commitments tracker.": "tracker.toml",
    "entente check --sources te": "texts",
    "entente check tracker.toml --level warn": "warning",
    "entente brief tracker.toml --group them": "theme",
    "entente brief tracker.toml -o no": "notice.txt",
    "entente scorecard tracker.toml --as-k": "--as-known",
    "entente cite no": "notice.txt",
    "entente chart time": "timeline",
    "entente export ic": "ics",
    "entente convert tracker.": "tracker.toml",
    "entente site tracker.toml te": "texts",
    "entente completion zs": "zsh",
    # An identifier is no file.
    "entente list commitments tracker.toml --identifier no": "no",
}
"""What is typed, and how its last word is completed."""

Complete = Callable[[Path, Path, list[str]], list[str]]


def in_bash(script: Path, folder: Path, lines: list[str]) -> list[str]:
    """Call the function that bash calls, with the words of each line."""
    calls = [
        f"COMP_WORDS=({line}); COMP_CWORD={len(line.split()) - 1};"
        f' COMPREPLY=(); _shtab_entente; echo "${{COMPREPLY[*]:-{line.split()[-1]}}}"'
        for line in lines
    ]
    return _run(
        ["bash", "--norc", "-c", "\n".join([f". {quote(str(script))}", *calls])],
        folder,
    )  # fmt: skip


def in_fish(script: Path, folder: Path, lines: list[str]) -> list[str]:
    """Ask fish itself, which prints a description behind each answer."""
    calls = [
        f"set found (complete -C {quote(line)} | string split -f 1 \\t);"
        f' test -n "$found"; and echo $found; or echo {line.split()[-1]}'
        for line in lines
    ]
    return _run(
        [
            "fish",
            "--no-config",
            "-c",
            "\n".join([f"source {quote(str(script))}", *calls]),
        ],
        folder,
    )


def _run(command: list[str], folder: Path) -> list[str]:
    done = subprocess.run(  # noqa: S603 -- a shell that is there
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [line.rstrip("/") for line in done.stdout.splitlines()]


def in_zsh(script: Path, folder: Path, lines: list[str]) -> list[str]:
    """Type each line and a tab in a terminal, where alone zsh completes, and keep what stands there then."""
    import pty  # noqa: PLC0415 -- Windows has none, and no zsh

    (folder / ".zsh").mkdir()
    shutil.copy(script, folder / ".zsh" / "_entente")
    found = folder / ".zsh" / "found"
    keeping = f'print -r -- "$BUFFER" >> {quote(str(found))}; BUFFER=""; zle accept-line'
    typed = [
        f"fpath=({quote(str(folder / '.zsh'))} $fpath)",
        "autoload -U compinit; compinit -u -D; bindkey '^I' complete-word",
        f"keep() {{ {keeping} }}; zle -N keep; bindkey '^X^X' keep",
    ]
    keys = "".join(f"{line}\n" for line in typed)
    keys += "".join(f"{line}\t\x18\x18" for line in lines)
    lead, follow = pty.openpty()
    shell = subprocess.Popen(
        ["zsh", "-f", "-i"],  # noqa: S607 -- as a user would
        stdin=follow,
        stdout=follow,
        stderr=follow,
        cwd=folder,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(follow)

    def read_all() -> None:
        with suppress(OSError):
            while os.read(lead, 4096):
                pass

    reader = threading.Thread(target=read_all)
    reader.start()
    try:
        os.write(lead, f"{keys}exit\n".encode())
        shell.wait(timeout=60)
    finally:
        shell.kill()
        reader.join()
        os.close(lead)
    completed = found.read_text().splitlines()
    return [line.split()[-1].rstrip("/") for line in completed]


SHELLS: Final[dict[str, Complete]] = {
    "bash": in_bash,
    "zsh": in_zsh,
    "fish": in_fish,
}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes_commands_options_words_and_files(
    run: Runner, tmp_path: Path, shell: str
) -> None:
    """Each shell loads its script, and completes what was begun as the others do."""
    pytest.importorskip("shtab")
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    script = write(tmp_path / "script", run("completion", shell).out)
    folder = tmp_path / "work"
    for name in ("tracker.toml", "notice.txt", "texts/notice.txt"):
        write(folder / name, "")
    found = SHELLS[shell](script, folder, list(LINES))
    assert dict(zip(LINES, found, strict=True)) == LINES


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_knows_commands_filters_and_words(
    run: Runner, shell: str
) -> None:
    """The script for each shell has them, even where the shell is not there."""
    pytest.importorskip("shtab")
    result = run("completion", shell)
    assert (result.code, result.err) == (CLEAN, "")
    for word in ("scorecard", "commitments", "first-due", "called_for"):
        assert word in result.out


def test_completion_needs_an_extra(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names it."""
    monkeypatch.setitem(sys.modules, "shtab", None)
    result = run("completion", "bash")
    assert result.code == USAGE
    assert "needs the extra 'completion'" in result.err
