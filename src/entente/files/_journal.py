"""Journals: how a folder is read and put in order when a save of several files was cut short.

A save writes each new text to a fresh file beside its target, and then the journal, a small hidden file
that lists them. From that moment on the new texts hold. They take their places one by one, and the
journal goes. If the process dies in between, `load` reads each text from where it is, without writing
anything, and the next `save` does the rest.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path as File
from typing import Final, TypeAlias, cast

from attrs import frozen

from entente.errors import LoadError, Problem

JOURNAL: Final = ".entente-journal"
"""Name of a journal, which lies in the folder that was saved."""

LARGEST: Final = 50_000_000
"""Limit for the bytes of a journal."""

_FRESH: Final = re.compile(r"\.entente-[0-9a-f]{16}\.new")

Stamp: TypeAlias = tuple[int, ...] | None
"""What changes when a file is written or replaced; None if there is no file."""


@frozen
class Entry:
    """One file to replace: `old` and `new` are digests of what it holds before and afterwards."""

    target: File
    fresh: File
    old: str
    new: str


@frozen
class Journal:
    """The files of a folder that one save replaces, together."""

    folder: File
    entries: Sequence[Entry]

    @property
    def file(self) -> File:
        """The file of the journal itself."""
        return self.folder / JOURNAL

    @property
    def folders(self) -> set[File]:
        """The folders that its files and the journal itself lie in."""
        return {self.folder, *(entry.target.parent for entry in self.entries)}

    def names(self, files: Iterable[File]) -> bool:
        """Say whether it lists any of these files."""
        listed = {entry.target for entry in self.entries}
        return not listed.isdisjoint(files)

    def as_bytes(self) -> bytes:
        """Return what stands in its file."""
        rows = [
            [
                entry.target.relative_to(self.folder).as_posix(),
                entry.fresh.name,
                entry.old,
                entry.new,
            ]
            for entry in self.entries
        ]
        text = json.dumps({"entente": 1, "files": rows, "digest": _sum(rows)})
        return text.encode()

    def waiting(self) -> dict[File, File]:
        """Return the fresh file of each target that is not replaced yet.

        Raises `LoadError` if a target is neither as it was nor as it should become, or a fresh file is
        missing: then nobody can say what the folder holds.
        """
        # All are in place. What was changed since is no business of the journal.
        if not any(os.path.lexists(entry.fresh) for entry in self.entries):
            return {}
        waiting: dict[File, File] = {}
        unclear: list[str] = []
        for entry in self.entries:
            # In this order: another process may move it from the one to the other just now.
            fresh, held = digest_of(entry.fresh), digest_of(entry.target)
            if held == entry.new:
                continue
            if held != entry.old or fresh != entry.new:
                unclear.append(str(entry.target.relative_to(self.folder)))
            waiting[entry.target] = entry.fresh
        if unclear:
            raise _journal_error(
                self.file,
                f"a save was cut short, and then {' and '.join(unclear)} changed",
                "put the files in order (files named .entente-….new beside them hold texts that the save"
                " wrote), then remove the journal",
            )
        return waiting


def fresh_name() -> str:
    """Return a name for a fresh file, which no other save uses."""
    return f".entente-{secrets.token_hex(8)}.new"


def is_fresh_name(name: str) -> bool:
    """Say whether a file is one that a save wrote and did not put in its place."""
    return _FRESH.fullmatch(name) is not None


def digest(data: bytes) -> str:
    """Return the digest of a text."""
    return hashlib.sha256(data).hexdigest()


def digest_of(file: File) -> str | None:
    """Return the digest of a file, or None if there is no regular file of that name."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return None
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def stamp(file: File) -> Stamp:
    """Return what tells whether a file was written or replaced since."""
    try:
        held = file.stat()
    except (OSError, ValueError):
        return None
    return (
        held.st_dev,
        held.st_ino,
        held.st_size,
        held.st_mtime_ns,
        held.st_ctime_ns,
    )


def journals_of(folders: Iterable[File]) -> list[Journal]:
    """Return the journals that lie in any of these folders, or name a file in one, with real paths.

    Raises `LoadError` for a journal that cannot be read.
    """
    wanted = set(folders)
    # A folder may have been saved as part of one above it.
    above = {parent for folder in wanted for parent in folder.parents}
    found = map(_journal_in, sorted(wanted | above))
    return [
        journal
        for journal in found
        if journal and not wanted.isdisjoint(journal.folders)
    ]


def _journal_in(folder: File) -> Journal | None:
    """Return the journal of a folder, if it has one."""
    file = folder / JOURNAL
    try:
        held = file.lstat()
    except (OSError, ValueError):
        return None
    if not _is_trusted(folder.stat(), held):
        return None
    try:
        is_sound = stat.S_ISREG(held.st_mode) and held.st_size <= LARGEST
        return _read(folder, file.read_bytes() if is_sound else b"")
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise _journal_error(
            file, f"the journal cannot be read: {reason}"
        ) from error
    except (
        AttributeError,
        KeyError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise _journal_error(
            file,
            "the journal of a save that was cut short is damaged",
            "put the files in order (files named .entente-….new beside them hold texts that the save"
            " wrote), then remove the journal",
        ) from error


def _is_trusted(folder: os.stat_result, journal: os.stat_result) -> bool:
    """Say whether a journal counts. In a folder such as /tmp anybody may leave one for others to find."""
    if not folder.st_mode & stat.S_ISVTX:
        return True
    return journal.st_uid in {folder.st_uid, os.geteuid()}


def _read(folder: File, data: bytes) -> Journal:
    """Read a journal; raises ValueError or its like if it is damaged, or leads out of its folder."""
    plain = json.loads(data)
    rows = cast("list[tuple[str, str, str, str]]", plain["files"])
    if plain["entente"] != 1 or plain["digest"] != _sum(rows):
        raise ValueError
    entries = [
        Entry(folder / name, (folder / name).with_name(fresh), old, new)
        for name, fresh, old, new in rows
    ]
    for entry in entries:
        hidden = any(
            part.startswith(".")
            for part in entry.target.relative_to(folder).parts
        )
        is_here = real(entry.target) == entry.target
        if hidden or not is_here or not is_fresh_name(entry.fresh.name):
            raise ValueError
    return Journal(folder, entries)


def _sum(rows: object) -> str:
    return digest(json.dumps(rows).encode())


def real(file: File) -> File:
    """Return the file that a name leads to, once links are followed."""
    try:
        return File(os.path.realpath(file))
    except ValueError:  # no file can have this name
        return file.absolute()


def _journal_error(
    file: File, message: str, hint: str | None = None
) -> LoadError:
    return LoadError(
        [Problem(message=message, rule="file", file=str(file), hint=hint)]
    )
