"""Standard output and standard error, whatever the locale and whoever reads them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from entente._safe import shown_lines


def set_streams() -> None:
    """Write UTF-8, as files are written, whatever the locale is.

    A terminal gets the letters that it has, and escapes for others. Bytes of UTF-8 would be controls
    to a terminal of Latin letters.
    """
    # There is none where the shell has closed it, as in `entente check tracker.toml >&-`.
    sys.stdout = sys.stdout or _opened(os.O_RDONLY)
    sys.stderr = sys.stderr or _opened(os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _opened(flag: int) -> TextIO:
    """Return a stream to nowhere, which fails as a closed one does if it is opened for reading."""
    return os.fdopen(os.open(os.devnull, flag), "w", encoding="utf-8")


def abandon(stream: TextIO) -> None:
    """Let what is left in the buffer go nowhere, or Python would complain of it at exit."""
    # A stream that a caller has put there may be no file.
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(text: str) -> None:
    """Print to standard error, if somebody can read it."""
    with suppress(OSError):
        print(shown_lines(text), file=sys.stderr)
