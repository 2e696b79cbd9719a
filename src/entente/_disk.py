"""Regular files, read whole and without waiting, and in words why the system refuses one."""

from __future__ import annotations

import os
import stat
from pathlib import Path as File
from typing import Final

# Without it, to open a pipe is to wait for somebody who writes. Windows has no such pipes.
_NO_WAITING: Final[int] = getattr(os, "O_NONBLOCK", 0)
_CHUNK: Final = 2**20


def read_bytes(file: File, most: int) -> tuple[bytes, int]:
    """Return what a regular file holds, and its size; nothing if it is known to hold more than `most`.

    A file may grow meanwhile, and some of the system's own do not tell how long they are, so that one
    byte more than `most` may be returned, and no more. Raises `OSError` for what cannot be read or is
    no regular file, and `ValueError` for a name that no file can have.
    """
    # Some devices do something when they are opened, so what it is is asked before.
    refuse_special(file.stat().st_mode)
    chunks: list[bytes] = []
    with open(file, "rb", buffering=0, opener=_open) as stream:
        status = os.fstat(stream.fileno())
        refuse_special(status.st_mode)
        size = status.st_size
        room = most + 1 if size <= most else 0
        step = size + 1
        while chunk := stream.read(min(room, step)):
            chunks.append(chunk)
            room -= len(chunk)
            step = _CHUNK
    data = b"".join(chunks)
    return data, max(size, len(data))


def _open(name: str, flags: int) -> int:
    return os.open(name, flags | _NO_WAITING)


def refuse_special(mode: int) -> None:
    """Refuse what has no end of its own, or may wait for one for ever."""
    if stat.S_ISREG(mode):
        return
    kinds = {
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFDIR: "a folder",
    }
    kind = kinds.get(stat.S_IFMT(mode), "a device")
    raise OSError(f"it is {kind}, not a regular file")


def os_reason(error: Exception) -> str:
    """Return in lower case why the system refused to read or write a file."""
    # Each release of Python has its own words about a name with a null character in it.
    # What a closed stream raises is a ValueError too.
    if isinstance(error, ValueError) and not isinstance(error, OSError):
        return "no file can have this name"
    return (getattr(error, "strerror", None) or str(error)).lower()
