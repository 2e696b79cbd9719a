"""Atomic writes: several files are replaced together, or none is.

Each new text is first written to a temporary file in the folder of its target, and flushed to disk.
Only when all of them are complete are they renamed over their targets. If a rename fails, the
earlier ones are undone from backups.
"""

from __future__ import annotations

import secrets
import shutil
from codecs import BOM_UTF8
from collections.abc import Mapping
from contextlib import suppress
from os import fsync
from pathlib import Path as File

from attrs import define

from entente.errors import SaveError


def os_reason(error: Exception) -> str:
    """Return in lower case why the system refused to read or write a file."""
    # Each release of Python has its own words about a name with a null character in it.
    if isinstance(error, ValueError):
        return "no file can have this name"
    return (getattr(error, "strerror", None) or str(error)).lower()


@define(eq=False)
class _Replacement:
    """One file to replace: `target` is where `path` leads once links are followed."""

    path: File
    target: File
    temporary: File
    backup: File
    is_renamed: bool = False

    @classmethod
    def of(cls, path: File) -> _Replacement:
        target = path.resolve()
        # The names are random, so that two processes that save at once do not meet.
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        backup = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        return cls(path, target, temporary, backup)

    def write(self, text: str) -> None:
        """Write the temporary file and flush it to disk; copy permissions and make the backup."""
        exists = self.target.exists()
        has_mark = exists and self.target.read_bytes().startswith(BOM_UTF8)
        with self.temporary.open("xb") as stream:
            if has_mark:
                stream.write(BOM_UTF8)
            stream.write(text.encode())
            stream.flush()
            fsync(stream.fileno())
        if exists:
            shutil.copymode(self.target, self.temporary)
            shutil.copy2(self.target, self.backup)

    def rename(self) -> None:
        self.temporary.replace(self.target)
        self.is_renamed = True

    def undo(self) -> None:
        # Only the files of a folder can be renamed before another fails. They all existed
        # before, so there is a backup.
        if self.is_renamed:
            self.backup.replace(self.target)

    def clean(self) -> None:
        for leftover in (self.temporary, self.backup):
            with suppress(OSError):
                leftover.unlink()


def atomic_write(texts: Mapping[File, str]) -> None:
    """Write texts to files: all of them, or none.

    A byte order mark at the beginning of a file is kept. Raises `SaveError` if a file cannot be
    written.
    """
    replacements: list[_Replacement] = []
    path = File()
    try:
        for path, text in texts.items():
            replacements.append(_Replacement.of(path))
            replacements[-1].write(text)
        for replacement in replacements:
            path = replacement.path
            replacement.rename()
    except (OSError, ValueError, RuntimeError) as error:
        for replacement in reversed(replacements):
            replacement.undo()
        # ValueError: a name that no file can have. RuntimeError: a link to itself, until Python 3.13.
        is_loop = isinstance(error, RuntimeError)
        reason = (
            "too many levels of symbolic links"
            if is_loop
            else os_reason(error)
        )
        raise SaveError(f"{path}: {reason}") from error
    finally:
        for replacement in replacements:
            replacement.clean()
