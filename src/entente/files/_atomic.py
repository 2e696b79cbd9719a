"""Files put in the place of others: all of them, or none.

Each new file is written beside the old one, and reaches the disk, before any takes the other's place.
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


def reason(error: Exception) -> str:
    """Return in lower case why the system refuses a file."""
    return (getattr(error, "strerror", None) or str(error)).lower()


@define(eq=False)
class _Swap:
    """A new file that is to take the place of an old one, and can give it back."""

    file: File
    target: File
    fresh: File
    kept: File
    made: bool = False

    @classmethod
    def of(cls, file: File) -> _Swap:
        target = file.resolve()
        fresh, kept = (
            target.with_name(f".{target.name}.{secrets.token_hex(4)}") for _ in range(2)
        )
        return cls(file, target, fresh, kept)

    def write(self, text: str) -> None:
        """Write the new file beside the old one, with its permissions, and have it reach the disk."""
        marked = self.target.exists() and self.target.read_bytes().startswith(BOM_UTF8)
        with self.fresh.open("xb") as stream:
            stream.write((BOM_UTF8 if marked else b"") + text.encode())
            stream.flush()
            fsync(stream.fileno())
        if self.target.exists():
            shutil.copymode(self.target, self.fresh)
            shutil.copy2(self.target, self.kept)

    def make(self) -> None:
        self.fresh.replace(self.target)
        self.made = True

    def undo(self) -> None:
        if (
            self.made
        ):  # before another failed, so this is a folder's, which was there before
            self.kept.replace(self.target)

    def clean(self) -> None:
        for file in (self.fresh, self.kept):
            with suppress(OSError):
                file.unlink()


def replace(texts: Mapping[File, str]) -> None:
    """Put files in the place of others: all of them, or none."""
    swaps: list[_Swap] = []
    file = File()
    try:
        for file, text in texts.items():
            swaps.append(_Swap.of(file))
            swaps[-1].write(text)
        for swap in swaps:
            file = swap.file
            swap.make()
    except (
        OSError,
        RuntimeError,
        ValueError,
    ) as error:  # a link to itself, a name that no file can have
        for swap in reversed(swaps):
            swap.undo()
        said = (
            "too many levels of symbolic links"
            if isinstance(error, RuntimeError)
            else reason(error)
        )
        raise SaveError(f"{file}: {said}") from error
    finally:
        for swap in swaps:
            swap.clean()
