"""One save at a time: who waits, how long, and what happens where there are no locks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from entente import Theme, load, save
from entente.errors import SaveError
from entente.files import _lock, _saving
from entente.files._lock import locked
from theme_folders import generation, label_of, left_over, make_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three files."""
    return make_folder(tmp_path / "dossier", "one")


def test_a_save_waits_for_another(folder: Path) -> None:
    """While somebody else saves to the folder, or to one in it, a save waits and then goes on."""
    dossier = load(folder).with_records(*generation("two").records)
    with locked([folder / "more"]) as is_locked:
        assert is_locked
        waiting = threading.Thread(target=save, args=(dossier, folder))
        waiting.start()
        waiting.join(0.2)
        assert waiting.is_alive()
        assert label_of(folder) == "one"
    waiting.join()
    assert label_of(folder) == "two"


def test_a_save_does_not_wait_for_ever(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the other one does not end, the error says where and what to do."""
    monkeypatch.setattr(_lock, "LONGEST_WAIT", 0.05)
    dossier = load(folder).with_records(*generation("two").records)
    with locked([folder]), pytest.raises(SaveError) as caught:
        save(dossier, folder)
    assert str(caught.value) == (
        f"{folder}: another save has been at work here for 0 seconds; wait until it is done, or end the"
        " program that hangs"
    )
    save(dossier, folder)


def test_to_load_is_not_to_wait(folder: Path) -> None:
    """Readers need no lock."""
    with locked([folder, folder / "more"]):
        assert label_of(folder) == "one"


HOLD = """
import os, sys
from pathlib import Path
from entente.files._lock import locked

with locked([Path(sys.argv[1])]):
    print("locked", flush=True)
    os.kill(os.getpid(), 9)
"""


def test_a_lock_dies_with_its_process(folder: Path) -> None:
    """Nobody has to clear away the lock of a process that was killed."""
    done = subprocess.run(  # noqa: S603 -- our own code
        [sys.executable, "-c", HOLD, str(folder)],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.stdout, done.returncode) == ("locked\n", -9)
    save(load(folder).without("a"), folder)
    assert not left_over(folder)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.EBADF])
def test_without_locks_files_are_compared(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Where the file system has none, a save goes on, and still refuses what was changed before it."""

    def flock(descriptor: int, operation: int) -> None:
        raise OSError(number, os.strerror(number))

    posix = SimpleNamespace(flock=flock, LOCK_EX=2, LOCK_NB=4)
    monkeypatch.setattr(_lock, "_POSIX", posix)
    stray = folder / ".entente-0123456789abcdef.new"
    stray.write_text("of a save that may be at work")
    ours, theirs = load(folder), load(folder)
    save(theirs.with_records(*generation("two").records), folder)
    with pytest.raises(SaveError, match="has changed"):
        save(ours.without("a"), folder)
    assert label_of(folder) == "two"
    assert left_over(folder) == [stray.name]


def test_a_folder_that_may_not_be_listed_has_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may be written in a folder that cannot be opened itself."""
    file = tmp_path / "a.toml"

    def no_open(path: Path | str, flags: int, mode: int = 0o777) -> int:
        if Path(path) == tmp_path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return system_open(path, flags, mode)

    system_open = os.open
    monkeypatch.setattr(os, "open", no_open)
    save(generation("one"), file)
    assert label_of(file) == "one"


def test_windows_locks_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a folder cannot be locked, a hidden file in it is, and stays."""
    locks: list[str] = []

    def locking(descriptor: int, mode: int, count: int) -> None:
        locks.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        if len(locks) == 1:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    if not Path("/proc/self/fd").exists():
        pytest.skip("asks Linux for the name of an open file")
    windows = SimpleNamespace(locking=locking, LK_NBLCK=2)
    monkeypatch.setattr(_lock, "_POSIX", None)
    monkeypatch.setattr(_lock, "_WINDOWS", windows)
    save(load(folder).with_records(*generation("two").records), folder)
    names = [str(folder / _lock.LOCK), str(folder / "more" / _lock.LOCK)]
    assert locks == [names[0], *names]
    assert label_of(folder) == "two"
    assert left_over(folder) == [_lock.LOCK] * 2


def test_a_system_without_any_locks_saves(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a browser there is only one program, and no lock."""
    monkeypatch.setattr(_lock, "_POSIX", _lock._module("no_such_module"))
    monkeypatch.setattr(_lock, "_WINDOWS", None)
    save(load(folder).with_records(*generation("two").records), folder)
    assert label_of(folder) == "two"


def test_what_came_before_the_lock_is_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is new when the lock is there is locked, too."""
    taken: list[set[Path]] = []

    def taking(folders: set[Path]) -> object:
        taken.append(folders)
        if len(taken) == 1:
            (folder / "new").mkdir()
            (folder / "new" / "d.toml").write_text("entente = 1\n")
        return locked(folders)

    monkeypatch.setattr(_saving, "locked", taking)
    dossier = load(folder / "a.toml")
    with pytest.raises(SaveError):
        save(dossier.with_records(Theme(id="x", label="X")), folder)
    assert taken == [
        {folder, folder / "more"},
        {folder, folder / "more", folder / "new"},
    ]
