"""Atomic writes: several files are replaced together, or none is.

Each new text is first written to a fresh file beside its target, and flushed to the disk. One file takes
its place by a rename, which is atomic. Several are listed in a journal first (see `_journal`): with it
the new texts hold, wherever the process ends. If the system then refuses a rename, a second journal
takes the place of the first, and leads back to the old texts in the same way.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from contextlib import suppress
from os import fsync
from pathlib import Path as File
from typing import Final

from attrs import define, field

from entente._disk import os_reason, refuse_special
from entente.errors import SaveError
from entente.files._journal import (
    Entry,
    Journal,
    Stamp,
    digest,
    digest_of,
    fresh_name,
    is_fresh_name,
    real,
    stamp,
)

# What systems answer that cannot flush a folder.
_CANNOT_FLUSH: Final = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


def write_whole(file: File, data: bytes) -> None:
    """Write a file that is no dossier's, such as a picture: all of it, or nothing.

    What the file holds already is replaced. Raises `SaveError` if it cannot be, and is then kept.
    """
    target = real(file)
    replacement = Replacement(
        target.parent, {target: file}, {target: stamp(target)}
    )
    replacement.write({target: data})


@define(eq=False)
class Replacement:
    """The replacement of files in a folder by new texts, while nobody else writes there.

    Files are named by their real paths; `shown` are the names for messages, `stamps` what the files were
    when they were read. `is_done` says, also after an error, whether the new texts hold.
    """

    folder: File
    shown: Mapping[File, File]
    stamps: Mapping[File, Stamp]
    is_done: bool = False
    _entries: list[Entry] = field(factory=list)
    # What the targets held, to lead back.
    _old: dict[File, bytes] = field(factory=dict)
    # The file at work, for messages.
    _at: File = field(factory=File)

    def write(self, texts: Mapping[File, str | bytes]) -> None:
        """Write texts or bytes to files: all of them, or none.

        Permissions, owner, group and extended attributes of a file are kept, and a byte order mark
        at its beginning, if it gets a text. Raises `SaveError` if a file cannot be written.
        """
        try:
            for target, text in texts.items():
                self._prepare(target, text)
            self._compare()
            if len(texts) > 1:
                self._begin(self._entries)
            self._place(self._entries)
            self.is_done = True
        # ValueError: a name that no file can have.
        except (OSError, ValueError) as error:
            message = f"{self._at}: {os_reason(error)}"
            left = self._take_back()
            raise SaveError("; ".join([message, *left])) from error
        except BaseException:
            # Ctrl-C. If the new texts hold, they are put in place, as the next save would do.
            if self._holds():
                with suppress(OSError):
                    self._place(self._entries)
            else:
                self._clear()
            raise
        finally:
            self.is_done = self.is_done or self._holds()

    def _prepare(self, target: File, text: str | bytes) -> None:
        """Write the fresh file of a target, and flush it to the disk."""
        self._at = self.shown.get(target, target)
        exists = may_be_replaced(target)
        old = target.read_bytes() if exists else b""
        data = text if isinstance(text, bytes) else _encoded(text, like=old)
        fresh = target.with_name(fresh_name())
        self._old[target] = old
        self._entries.append(Entry(target, fresh, digest(old), digest(data)))
        _write(fresh, data, like=target if exists else None)

    def _compare(self) -> None:
        """Refuse to go on if an editor wrote one of the files meanwhile, which asks for no lock."""
        for target, held in self.stamps.items():
            if stamp(target) != held:
                self._at = self.shown.get(target, target)
                raise OSError(
                    "the file was changed just now; load it again and put the change on it"
                )

    def _begin(self, entries: list[Entry]) -> None:
        """Write the journal. From its rename on, the texts of its fresh files hold."""
        journal = Journal(self.folder, entries)
        self._at = journal.file
        flush_folders(entry.target.parent for entry in entries)
        fresh = self.folder / fresh_name()
        try:
            _write(fresh, journal.as_bytes())
            fresh.replace(journal.file)
        except BaseException:
            _remove(fresh)
            raise
        flush_folders([self.folder])

    def _place(self, entries: Iterable[Entry]) -> None:
        """Put those fresh files in the place of their targets that are not there yet."""
        for entry in entries:
            self._at = self.shown.get(entry.target, entry.target)
            if entry.fresh.exists():
                entry.fresh.replace(entry.target)
        flush_folders(entry.target.parent for entry in entries)
        if len(self._entries) > 1:
            # If it cannot be removed, it does no harm: nothing waits any more.
            _remove(self._journal.file)

    @property
    def _journal(self) -> Journal:
        return Journal(self.folder, self._entries)

    def _holds(self) -> bool:
        """Ask the disk whether the new texts hold."""
        with suppress(FileNotFoundError):
            return self._journal.file.read_bytes() == self._journal.as_bytes()
        return bool(self._entries) and all(
            digest_of(entry.target) == entry.new for entry in self._entries
        )

    def _take_back(self) -> list[str]:
        """Lead back to the old texts, and return what to say if that fails."""
        if not self._holds():
            self._clear()
            return []
        if len(self._entries) == 1:
            return [
                "the new text is in its place, but a power cut may undo it"
            ]
        placed = [entry for entry in self._entries if not entry.fresh.exists()]
        back = [
            Entry(
                entry.target,
                entry.target.with_name(fresh_name()),
                entry.new,
                entry.old,
            )
            for entry in placed
        ]
        left: list[str] = []
        try:
            for entry in back:
                _write(entry.fresh, self._old[entry.target], like=entry.target)
            self._begin(back)
            self._place(back)
        except OSError:
            if self._holds():
                for entry in back:
                    _remove(entry.fresh)
                return [_waiting("new", self._entries)]
            left = [_waiting("old", back)]
        self._clear()
        return left

    def _clear(self) -> None:
        """Remove the fresh files, which no journal names."""
        for entry in self._entries:
            _remove(entry.fresh)


def _encoded(text: str, *, like: bytes) -> bytes:
    """Return a text as UTF-8, with a byte order mark if an older text has one."""
    mark = BOM_UTF8 if like.startswith(BOM_UTF8) else b""
    return mark + text.encode()


def _waiting(which: str, entries: Iterable[Entry]) -> str:
    """Say which files could not be put in their places."""
    names = ", ".join(
        f"{entry.fresh} for {entry.target}"
        for entry in entries
        if entry.fresh.exists()
    )
    return (
        f"the {which} texts hold, but some are not in their places yet, and are read from where they are"
        f" until the next save puts them there: {names}"
    )


def finish(journal: Journal) -> None:
    """Put in place what a save left that was cut short, while nobody else writes there."""
    for target, fresh in journal.waiting().items():
        fresh.replace(target)
    flush_folders(entry.target.parent for entry in journal.entries)
    journal.file.unlink()


def clear_leftovers(folders: Iterable[File]) -> None:
    """Remove fresh files that no journal names, while nobody else writes there."""
    for folder in folders:
        # In a folder such as /tmp others may have left them, with a journal that does not count for us.
        if not folder.stat().st_mode & stat.S_ISVTX:
            for file in folder.iterdir():
                if is_fresh_name(file.name):
                    _remove(file)


def flush_folders(folders: Iterable[File]) -> None:
    """Flush the names in folders to the disk, where the system can."""
    for folder in dict.fromkeys(folders):
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except PermissionError:
            continue
        try:
            fsync(descriptor)
        except OSError as error:
            if error.errno not in _CANNOT_FLUSH:
                raise
        finally:
            os.close(descriptor)


def _remove(file: File) -> None:
    with suppress(OSError):
        file.unlink()


def may_be_replaced(target: File) -> bool:
    """Say whether there is a file to replace; raises OSError for one that must stay."""
    try:
        held = target.stat()
    except FileNotFoundError:
        return False
    refuse_special(held.st_mode)
    # The superuser may write to any file, and does not mean to.
    if not held.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise OSError("the file is read-only; make it writable first")
    if held.st_nlink > 1:
        raise OSError(
            "the file has a second name (a hard link), which would keep the old text;"
            " save under another name, or remove the second one first"
        )
    return True


def _write(fresh: File, data: bytes, like: File | None = None) -> None:
    """Write a new file and flush it to the disk, with the attributes of another from the first byte on."""
    mode = 0o600 if like else 0o666

    def opener(path: str, flags: int) -> int:
        return os.open(path, flags, mode)

    with open(fresh, "xb", opener=opener) as stream:
        if like:
            _keep_attributes(like, fresh)
        stream.write(data)
        stream.flush()
        fsync(stream.fileno())


def _keep_attributes(target: File, fresh: File) -> None:
    """Give a fresh file permissions, extended attributes, owner and group of its target."""
    held = target.stat()
    if hasattr(os, "chown") and not _keep_owner(held, fresh):
        # The rights of the group would go to another group, which gets those of everybody.
        everybody = held.st_mode & 0o007
        fresh.chmod(held.st_mode & 0o700 | everybody << 3 | everybody)
        return
    shutil.copystat(target, fresh)


def _keep_owner(held: os.stat_result, fresh: File) -> bool:
    """Keep the owner if possible, and say whether the group could be kept."""
    for owner in (held.st_uid, -1):
        with suppress(OSError):
            os.chown(fresh, owner, held.st_gid)
            return True
    return False
