"""Records as data: printed as CSV or JSON, or written to a file."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any, Final

from entente._cli._progress import working
from entente._cli._writing import add_replace, refuse_taken
from entente._safe import escaped_data, shown_lines
from entente.asking._selection import Selection
from entente.errors import QueryError
from entente.exports import table_text, write
from entente.exports._contents import is_name
from entente.exports._writing import FORMATS

TABLE: Final = "table"
"""The format that is for people."""

_PRINTED: Final = ("csv", "json")


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add the options that say in which format records are listed, and where."""
    parser.add_argument(
        "--format",
        choices=(TABLE, *FORMATS),
        help=f"how to list them (default: {TABLE}; with --output, the end of its name)",
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="write them to a file, with a column for each thing that is known",
    )
    add_replace(parser)


def is_data(options: argparse.Namespace) -> bool:
    """Say whether records are wanted as data, not as a table for people."""
    return options.output is not None or options.format not in (None, TABLE)


def _write(
    selection: Selection[Any], options: argparse.Namespace, name: str
) -> Path:
    """Write records to the file that was named, or to one in the folder that was."""
    output = Path(options.output)
    if options.output.endswith(("/", os.sep)) or output.is_dir():
        output /= f"{options.records}.{options.format}"
    refuse_taken(output, options)
    with working(f"writing {output}"):
        return write(selection, options.output, options.format, name=name)


def give(
    selection: Selection[Any], options: argparse.Namespace
) -> Path | None:
    """Print records as data, or write them to a file that was asked for, and return that."""
    stem = Path(options.path).resolve().stem
    # Standard input has no name, and not every name of a file will do.
    name = stem if options.path != "-" and is_name(stem) else "dossier"
    if options.output is not None:
        if options.format == TABLE:
            raise QueryError(
                f"--output takes data; give --format one of {', '.join(FORMATS)}"
            )
        return _write(selection, options, name)
    if options.format not in _PRINTED:
        raise QueryError(
            f"{options.format} is not text; name the file to write with --output"
        )
    text = table_text(selection, options.format, name=name)
    safe = (
        escaped_data(text, "json")
        if options.format == "json"
        else shown_lines(text)
    )
    print(safe, end="")
    return None
