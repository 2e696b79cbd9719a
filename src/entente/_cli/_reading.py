"""Reading what a command is asked about: a dossier, standard input, the text of a source."""

from __future__ import annotations

import argparse
import sys
import warnings
from pathlib import Path

from entente._cli._progress import working
from entente._cli._streams import complain
from entente._disk import os_reason
from entente._dossier import Dossier
from entente.errors import DraftWarning, EvidenceError, LoadError, Problem
from entente.evidence import read_text
from entente.files._formats import FORMATS
from entente.files._loading import load, loads


def add_input_format(parser: argparse.ArgumentParser) -> None:
    """Add the option that says what standard input is written in."""
    parser.add_argument(
        "--from",
        dest="input_format",
        choices=tuple(FORMATS),
        default="toml",
        help="format of standard input (default: %(default)s)",
    )


def read(path: str, options: argparse.Namespace) -> Dossier:
    """Read a dossier; ``-`` is standard input. Raises `LoadError` if it cannot be read."""
    if path == "-":
        return loads(_standard_input(), format=options.input_format)
    return read_saved(path)


def read_saved(path: str) -> Dossier:
    """Load the dossier at a path, and complain of drafts that are left out."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DraftWarning)
        with working(f"reading {path}"):
            dossier = load(path)
    for warning in caught:
        complain(f"entente: {warning.message}")
    return dossier


def read_source_text(path: str) -> str:
    """Read the text of a source. Raises `EvidenceError` if it cannot be read."""
    text = read_text(Path(path))
    if text is None:
        raise EvidenceError(f"{path}: there is no such file")
    return text


def _standard_input() -> str:
    """Read standard input as UTF-8, as files are read, whatever the locale is."""
    # There is none where the shell has closed it.
    if sys.stdin is None:
        raise _unreadable("it is closed")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(os_reason(error)) from error
    except UnicodeDecodeError as error:
        message = f"standard input is not UTF-8: byte {error.start + 1} cannot be read"
        raise LoadError([Problem(message=message, rule="file")]) from error


def _unreadable(reason: str) -> LoadError:
    message = f"standard input cannot be read: {reason}"
    return LoadError([Problem(message=message, rule="file")])
