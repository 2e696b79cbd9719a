"""A file that is written anew keeps what the system knows of it, or is left alone."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from entente import Dossier, Theme, load, save
from entente.errors import LoadError, SaveError

OLD = Dossier([Theme(id="old", label="Old")])
NEW = Theme(id="new", label="New")

superuser = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0,
    reason="only the superuser gives files away",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of one theme."""
    file = tmp_path / "a.toml"
    save(OLD, file)
    return file


def refusal(file: Path) -> str:
    """Return what is said when a file is not written, and see that nothing was."""
    before = file.read_bytes()
    with pytest.raises(SaveError) as caught:
        save(load(file).with_records(NEW), file)
    assert file.read_bytes() == before
    assert not list(file.parent.glob(".*"))
    return str(caught.value)


def at_first_byte(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[], list[os.stat_result]]:
    """Return what tells how each fresh file looked to others when its text was flushed."""
    seen: list[os.stat_result] = []
    flush = os.fsync

    def flushed(descriptor: int) -> None:
        held = os.fstat(descriptor)
        if stat.S_ISREG(held.st_mode):
            seen.append(held)
        flush(descriptor)

    monkeypatch.setattr("entente.files._atomic.fsync", flushed)
    return lambda: seen


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_hold_from_the_first_byte(
    file: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    """What others may not read, they may not read beside it either while it is saved."""
    file.chmod(mode)
    opened: list[int] = []
    system_open = os.open

    def seen_open(path: str, flags: int, mode: int = 0o777) -> int:
        opened.append(mode)
        return system_open(path, flags, mode)

    monkeypatch.setattr(os, "open", seen_open)
    seen = at_first_byte(monkeypatch)
    save(load(file).with_records(NEW), file)
    assert 0o600 in opened
    assert [stat.S_IMODE(each.st_mode) for each in seen()] == [mode]
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    """The system's mask decides, as for every program."""
    mask = os.umask(0o027)
    try:
        save(OLD, tmp_path / "a.toml")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.toml").stat().st_mode) == 0o640


@superuser
def test_owner_and_group_are_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may give files away leaves a file to whom it belongs, from the first byte."""
    os.chown(file, 1234, 4321)
    file.chmod(0o660)
    seen = at_first_byte(monkeypatch)
    save(load(file).with_records(NEW), file)
    assert [(each.st_uid, each.st_gid) for each in seen()] == [(1234, 4321)]
    held = file.stat()
    assert (held.st_uid, held.st_gid) == (1234, 4321)
    assert stat.S_IMODE(held.st_mode) == 0o660


@pytest.mark.parametrize(
    ("refused", "mode"), [("owner", 0o664), ("group", 0o644)]
)
def test_a_group_that_cannot_be_kept_gives_its_rights_to_no_other(
    file: Path, monkeypatch: pytest.MonkeyPatch, refused: str, mode: int
) -> None:
    """Without the owner the group is kept; without the group, another gets the rights of everybody."""
    file.chmod(0o664)

    def chown(path: Path, owner: int, group: int) -> None:
        if refused == "group" or owner != -1:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "chown", chown)
    save(load(file).with_records(NEW), file)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_system_without_owners_saves(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no file belongs to anybody, there is nothing to keep."""
    monkeypatch.delattr(os, "chown")
    save(load(file).with_records(NEW), file)
    assert len(load(file).themes) == 2


def test_extended_attributes_are_kept(file: Path) -> None:
    """A note that another program attached to a file stays attached."""
    if not hasattr(os, "setxattr"):
        pytest.skip("the system has no extended attributes")
    try:
        os.setxattr(file, "user.origin", b"https://example.org")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    save(load(file).with_records(NEW), file)
    assert os.getxattr(file, "user.origin") == b"https://example.org"


def test_the_time_is_that_of_the_save(file: Path) -> None:
    """A file that was written looks like one."""
    os.utime(file, ns=(1, 1))
    save(load(file).with_records(NEW), file)
    assert file.stat().st_mtime_ns > 1


# --- files that are left alone -------------------------------------------------------------------


def test_a_read_only_file_is_refused(file: Path) -> None:
    """Somebody meant it to stay as it is, even if the folder, or the superuser's rights, allow more."""
    file.chmod(0o444)
    said = f"{file}: the file is read-only; make it writable first"
    assert refusal(file) == said
    file.chmod(0o644)
    save(load(file).with_records(NEW), file)


def test_a_file_that_others_own_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the user may not write is read-only for him."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    said = f"{file}: the file is read-only; make it writable first"
    assert refusal(file) == said


def test_a_file_with_two_names_is_refused(file: Path) -> None:
    """A hard link would go on to the old text: none of the two names is written."""
    other = file.with_name("b.toml")
    other.hardlink_to(file)
    assert refusal(file) == (
        f"{file}: the file has a second name (a hard link), which would keep the old text; save under"
        " another name, or remove the second one first"
    )
    other.unlink()
    save(load(file).with_records(NEW), file)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A pipe is not replaced by a file."""
    pipe = tmp_path / "a.toml"
    os.mkfifo(pipe)
    with pytest.raises(LoadError) as caught:
        save(OLD, pipe)
    said = f"{pipe}: the file cannot be read: it is a pipe, not a regular file"
    assert str(caught.value) == f"1 problem\n  {said}"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["x" * 300 + ".toml", "a\0.toml"])
def test_a_name_that_is_too_long_is_refused(tmp_path: Path, name: str) -> None:
    """What the system does not take for a name is an error of ours."""
    with pytest.raises(SaveError):
        save(OLD, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_long_name_is_saved(tmp_path: Path) -> None:
    """What the system takes for a name, `save` does, also where the fresh file has a name of its own."""
    file = tmp_path / f"{'x' * 250}.toml"
    save(OLD, file)
    save(load(file).with_records(NEW), file)
    assert len(load(file).themes) == 2
