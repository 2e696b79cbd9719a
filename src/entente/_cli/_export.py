"""``entente export``: write a dossier for the programs of others."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from entente._cli._codes import CLEAN
from entente._cli._progress import working
from entente._cli._reading import add_input_format, read
from entente._cli._streams import complain
from entente._cli._summary import count_text, name_of, summarise
from entente._cli._writing import add_replace, refuse_part, refuse_taken
from entente._dossier import Dossier
from entente._safe import shown_lines
from entente.errors import QueryError
from entente.exports import calendar, feed, linked, write
from entente.exports._revision import NOTHING_DATED, day_known
from entente.exports._writing import FOLDERS, FORMATS
from entente.files._atomic import write_whole

EXAMPLES: Final = """\
  entente export atom tracker.toml --to tracker.atom     write a feed to follow
  entente export csv tracker.toml --to tables/           write its tables, each a file
"""

_Export: TypeAlias = Callable[[Dossier, argparse.Namespace], bytes]


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "export", help="write a dossier for the programs of others"
    )
    parser.add_argument(
        "format",
        metavar="FORMAT",
        choices=(*_FORMATS, *FORMATS),
        help=f"what to write: {', '.join(_FORMATS)}, or the tables as {', '.join(FORMATS)}",
    )
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument(
        "--to",
        metavar="FILE",
        help="file to write (default: standard output); for tables as parquet, csv and json, a folder",
    )
    add_replace(parser)
    parser.add_argument(
        "--name",
        metavar="ID",
        help="name of the dossier, which has to stay (default: that of PATH without its ending)",
    )
    parser.add_argument(
        "--base",
        metavar="ADDRESS",
        help="for jsonld and turtle: what the ids follow, such as https://example.org/tracker/",
    )
    parser.add_argument(
        "--address",
        metavar="ADDRESS",
        help="for atom: where the feed will be found",
    )
    parser.add_argument(
        "--on",
        metavar="DAY",
        help="for ics and atom: the day as of which it stands (default: the last that the dossier knows of)",
    )
    parser.add_argument(
        "--since", metavar="DAY", help="for atom: leave out what is older"
    )
    add_input_format(parser)
    parser.set_defaults(command=_export)


def _export(options: argparse.Namespace) -> int:
    if options.to is not None:
        refuse_taken(Path(options.to), options)
        if options.format in FOLDERS:
            # A table as JSON, or the description of all tables.
            refuse_part(Path(options.to) / "tables.json", options)
    dossier = read(options.path, options)
    if options.format in FORMATS:
        _write_tables(dossier, options)
    else:
        written = _FORMATS[options.format](dossier, options)
        if options.to is None:
            _print(written)
        else:
            write_whole(Path(options.to), written)
    summarise(_summary(dossier, options), options.to)
    return CLEAN


def _summary(dossier: Dossier, options: argparse.Namespace) -> str:
    records = count_text(dossier.records, "record")
    found = f"{records} of {name_of(options)}"
    if options.format in _DATED:
        day = day_known(dossier, options.on) or NOTHING_DATED
        found = f"{found} as of {day}"
    return found


def _write_tables(dossier: Dossier, options: argparse.Namespace) -> None:
    if options.to is None:
        raise QueryError("tables are files; say where to write with --to")
    with working(f"writing {options.to}"):
        write(dossier, options.to, options.format, name=_name(options))


def _print(written: bytes) -> None:
    """Write to standard output, as it is unless a terminal shows it."""
    if sys.stdout.isatty():
        print(shown_lines(written.decode()))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(written)


def _name(options: argparse.Namespace) -> str:
    """Return the name of a dossier: what it is called, or its file or folder."""
    if options.name is None and options.path == "-":
        raise QueryError("standard input has no name; give one with --name")
    name: str = options.name or Path(options.path).resolve().stem
    return name


# --- formats -------------------------------------------------------------------------------------


def _calendar(dossier: Dossier, options: argparse.Namespace) -> bytes:
    with working("writing a calendar"):
        made = calendar(dossier, name=_name(options), on=options.on)
    for each in made.left_out:
        complain(f"left out: {each.id}: {each.reason}")
    return made.text


@working("writing a feed")
def _feed(dossier: Dossier, options: argparse.Namespace) -> bytes:
    return feed(
        dossier,
        name=_name(options),
        on=options.on,
        since=options.since,
        address=options.address,
    )


@working("writing linked data")
def _json_ld(dossier: Dossier, options: argparse.Namespace) -> bytes:
    return linked(dossier, base=_base(options)).encode()


@working("writing linked data")
def _turtle(dossier: Dossier, options: argparse.Namespace) -> bytes:
    return linked(dossier, base=_base(options), format="turtle").encode()


def _base(options: argparse.Namespace) -> str:
    if options.base is None:
        raise QueryError(
            "linked data needs addresses; give what the ids follow with --base, such as https://example.org/tracker/"
        )
    base: str = options.base
    return base


_FORMATS: Final[Mapping[str, _Export]] = {
    "ics": _calendar,
    "atom": _feed,
    "jsonld": _json_ld,
    "turtle": _turtle,
}
"""What writes each format."""

_DATED: Final = ("ics", "atom")
"""The formats that hold the verdicts of a day."""
