"""Files that a command writes: new ones, others only if told to, and never those of the dossier."""

from __future__ import annotations

import argparse
from pathlib import Path

from entente.errors import SaveError
from entente.files._paths import is_part


def add_replace(parser: argparse.ArgumentParser, what: str = "FILE") -> None:
    """Add the option to write over what is there."""
    parser.add_argument(
        "--replace",
        action="store_true",
        help=f"write over what {what} holds already",
    )


def refuse_taken(path: Path, options: argparse.Namespace) -> None:
    """Raise a `SaveError` for a file or folder that is not to be written over, or is the dossier's."""
    refuse_part(path, options)
    is_free = not any(path.iterdir()) if path.is_dir() else not path.exists()
    if not is_free and not options.replace:
        what = "a folder that is not empty" if path.is_dir() else "such a file"
        raise SaveError(
            f"{path}: there is {what} already; write over it with --replace"
        )


def refuse_part(path: Path, options: argparse.Namespace) -> None:
    """Raise a `SaveError` for a file of the dossier, and for what would be read as a part of it."""
    if options.path == "-" or not is_part(path, Path(options.path)):
        return
    if path.exists():
        raise SaveError(
            f"{path}: it is a file of the dossier, which would be lost; name another"
        )
    raise SaveError(
        f"{path}: it would be read as a part of the dossier; name a place outside of {options.path}"
    )
