"""Locks: one process or thread at a time saves to a folder.

The lock is one of the operating system, and ends with the process that holds it, however it dies. Where
a folder itself can be locked (POSIX), nothing is left behind. Windows locks a byte of a small hidden
file, which stays. Some file systems have no locks, those of networks above all.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Generator, Iterable
from contextlib import ExitStack, closing, contextmanager, suppress
from importlib import import_module
from pathlib import Path as File
from types import ModuleType
from typing import Final

from attrs import define, field

from entente.errors import SaveError


def _module(name: str) -> ModuleType | None:
    """Return a module that not every system has, or None."""
    try:
        return import_module(name)
    except ImportError:
        return None


_POSIX: Final = _module("fcntl")
_WINDOWS: Final = _module("msvcrt")

LOCK: Final = ".entente-lock"
"""Name of the file that is locked on Windows."""

LONGEST_WAIT: Final = 30.0
"""Limit in seconds for the time that a save waits for another one."""

_LONGEST_PAUSE: Final = 0.02
"""Limit in seconds for the time between two attempts."""

# What an attempt fails with while somebody else holds the lock. Anything else means that there is none.
_TAKEN: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextmanager
def locked(folders: Iterable[File]) -> Generator[bool]:
    """Wait until nobody else saves to any of the folders, and say whether the system has locks for all.

    Raises `SaveError` if another save holds one for too long, and OSError for a folder that there is
    not.
    """
    end = time.monotonic() + LONGEST_WAIT
    with ExitStack() as stack:
        # All in one order, so that no two saves wait for each other.
        locks = [
            stack.enter_context(closing(_Lock(folder)))
            for folder in sorted(folders)
        ]
        taken = [lock.take(end) for lock in locks]
        yield all(taken)


@define(eq=False)
class _Lock:
    """The lock of a folder, which is held until it is closed."""

    folder: File
    _descriptor: int | None = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        # A file may be written in a folder that may not be read, which has no lock then.
        with suppress(PermissionError):
            self._descriptor = (
                os.open(self.folder, os.O_RDONLY)
                if _POSIX
                else os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT)
            )

    def close(self) -> None:
        """Let others go on."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def __del__(self) -> None:
        # Ctrl-C may come just before it is closed.
        self.close()

    def take(self, end: float) -> bool:
        """Wait for the lock until a time, or say that there is none."""
        pause = 0.001
        while True:
            try:
                return self._take_at_once()
            except OSError as error:
                if error.errno not in _TAKEN:
                    return False
            if time.monotonic() > end:
                raise SaveError(
                    f"{self.folder}: another save has been at work here for {LONGEST_WAIT:.0f} seconds;"
                    " wait until it is done, or end the program that hangs"
                )
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _take_at_once(self) -> bool:
        """Take the lock, if the system has one; raises OSError if somebody else holds it."""
        if self._descriptor is None:
            return False
        if _POSIX:
            _POSIX.flock(self._descriptor, _POSIX.LOCK_EX | _POSIX.LOCK_NB)
            return True
        if _WINDOWS:
            _WINDOWS.locking(self._descriptor, _WINDOWS.LK_NBLCK, 1)
            return True
        return False
