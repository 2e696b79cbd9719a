"""A line in a terminal that counts the seconds of long work, and goes when the work is done."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Final

from entente._safe import shown
from entente._tables import fit

_PATIENCE: Final = 2.0
"""How many seconds pass before anything is shown: most work is done by then."""

_STEP: Final = 0.5

_ERASE: Final = "\r\x1b[K"
"""What terminals understand by: go to the beginning of the line, and clear it."""


@contextmanager
def working(doing: str) -> Generator[None, None, None]:
    """Say in a terminal what is being done and for how long; nothing elsewhere.

    What is printed meanwhile would be mixed with it, so this is for work that prints nothing. It ends
    without a trace, also by an error or Ctrl-C.
    """
    if not _is_wanted():
        yield
        return
    done = threading.Event()
    clock = threading.Thread(target=_count, args=(doing, done), daemon=True)
    clock.start()
    try:
        yield
    finally:
        done.set()
        clock.join()


def _count(doing: str, done: threading.Event) -> None:
    began = monotonic()
    pause = _PATIENCE
    is_shown = False
    # A terminal that is gone is no reason to stop the work.
    with suppress(OSError):
        while not done.wait(pause):
            seconds = int(monotonic() - began)
            _write(f"{_ERASE}{_line(doing, seconds)}")
            is_shown = True
            pause = _STEP
        if is_shown:
            _write(_ERASE)


def _line(doing: str, seconds: int) -> str:
    """Return the line, cut to the terminal: what is wrapped could not be erased."""
    room = shutil.get_terminal_size().columns - 1
    return fit(f"{seconds} s: {shown(doing)}", room).rstrip()


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _is_wanted() -> bool:
    """Say whether standard error is a terminal that can erase a line, and nobody asked for plain text."""
    return (
        sys.stderr.isatty()
        and os.environ.get("TERM", "dumb") != "dumb"
        and "NO_COLOR" not in os.environ
    )
