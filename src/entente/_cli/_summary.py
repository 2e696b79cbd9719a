"""The last line of a command: how many of what, of which document, on which day."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sized
from pathlib import Path

from entente._cli._streams import complain


def summarise(text: str, written: str | Path | None = None) -> None:
    """Print a line to standard error below the answer, so that it is not mixed with it."""
    sys.stdout.flush()
    complain(text if written is None else f"{text}: written to {written}")


def name_of(options: argparse.Namespace) -> str:
    """Return what people call the dossier that is read."""
    return file_name(options.path)


def file_name(path: str) -> str:
    """Return the name of a file or folder, also where it is given as ``.``, or of standard input."""
    return "standard input" if path == "-" else Path(path).resolve().name


def count_text(counted: Sized | int, noun: str) -> str:
    """Return a number with its noun.

    >>> count_text(1, "record"), count_text(range(2000), "record")
    ('1 record', '2,000 records')
    """
    count = counted if isinstance(counted, int) else len(counted)
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
