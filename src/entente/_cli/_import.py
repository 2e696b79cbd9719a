"""``entente import``: read what others hold, and write it into a dossier."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path as File
from typing import Any, Final

from entente import imports
from entente._cli._codes import CLEAN, PROBLEMS
from entente._cli._printing import PRINTERS
from entente._cli._progress import working
from entente._cli._reading import read_saved
from entente._cli._streams import complain
from entente._cli._summary import count_text, file_name
from entente._disk import os_reason
from entente._dossier import Dossier
from entente._safe import shown
from entente._text import in_words, join_words
from entente.errors import SaveError
from entente.files._paths import format_of
from entente.files._saving import save
from entente.imports._own_tables import own_tables
from entente.records._model import KINDS

EXAMPLES: Final = """\
  entente import table plan.csv --mapping plan.toml --into tracker/
"""

_FILE_NAME: Final = "dossier.toml"


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "import", help="read tables or Popolo JSON into a dossier"
    )
    forms = parser.add_subparsers(required=True, metavar="FORM")
    table = forms.add_parser("table", help="a table, by a mapping")
    table.add_argument(
        "file",
        metavar="FILE",
        help="file that ends in .csv, .tsv, .xlsx, .json, .toml or .yaml, or a folder of them",
    )
    table.add_argument(
        "--mapping",
        metavar="MAPPING",
        required=True,
        help=f"TOML file, or one of {', '.join(imports.ready_made())}",
    )
    _add_common(table, _table)
    own = forms.add_parser("tables", help="the tables of a dossier, read back")
    own.add_argument(
        "file",
        metavar="PATH",
        help="folder of Parquet, CSV or JSON that `entente export` wrote, or a file of SQLite",
    )
    own.add_argument(
        "--name",
        metavar="ID",
        help="which dossier to read, if there are several",
    )
    _add_common(own, _own_tables)
    popolo = forms.add_parser("popolo", help="Popolo JSON")
    popolo.add_argument("file", metavar="FILE", help="JSON file")
    popolo.add_argument(
        "--kind",
        metavar="CLASSIFICATION=KIND",
        nargs="+",
        action="extend",
        default=[],
        help="what kind of party the organizations of a classification are",
    )
    popolo.add_argument(
        "--cites", metavar="ID", help="source that the records cite"
    )
    _add_common(popolo, _popolo)


def _add_common(parser: argparse.ArgumentParser, command: Any) -> None:
    parser.add_argument(
        "--into",
        metavar="PATH",
        required=True,
        help="dossier to add the records to; it is begun if there is none",
    )
    parser.add_argument(
        "--skip-refused",
        action="store_true",
        help="write the records of all other rows although some were refused",
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="put records in the place of others with their ids",
    )
    parser.set_defaults(command=command)


def _table(options: argparse.Namespace) -> int:
    with working(f"reading {options.file}"):
        found = imports.table(options.file, options.mapping)
    return _write(found, options)


def _own_tables(options: argparse.Namespace) -> int:
    with working(f"reading {options.file}"):
        found = own_tables(options.file, options.name)
    return _write(found, options)


def _popolo(options: argparse.Namespace) -> int:
    kinds = dict(pair.rpartition("=")[::2] for pair in options.kind)
    found = imports.popolo(options.file, kinds=kinds, cites=options.cites)
    return _write(found, options)


_PLURALS: Final[Mapping[type, str]] = {
    kind: plural for plural, kind in KINDS.items()
}


def _write(found: imports.Imported, options: argparse.Namespace) -> int:
    """Print what was read, and write it unless something was refused."""
    counts = Counter(type(record) for record in found.records)
    records = join_words(
        [
            f"{count:,} {in_words(kind.__name__) if count == 1 else _PLURALS[kind]}"
            for kind, count in counts.items()
        ]
    )
    print(
        f"read {count_text(found.read, 'row')} of {shown(file_name(options.file))}:"
        f" {records or 'no records'}"
    )
    for each in found.left_out:
        print(shown(f"no place: {each}"))
    PRINTERS["text"](found.problems)
    if found.refused:
        print(f"refused: {found.refused:,} of {found.read:,} rows")
    if found.problems and not options.skip_refused:
        complain(
            "entente: nothing was written; correct the rows, or leave them out with --skip-refused"
        )
        return PROBLEMS
    if not found.records:
        complain("entente: nothing was written, since there are no records")
        return PROBLEMS
    path = _save(found, options)
    print(shown(f"written to {path}"))
    return CLEAN


def _save(found: imports.Imported, options: argparse.Namespace) -> str:
    """Save the records into the dossier, which is begun if there is none."""
    path = File(options.into)
    if os.path.lexists(path):
        dossier = read_saved(options.into)
        with working(f"writing {path}"):
            save(found.into(dossier, replace=options.replace), path)
        return str(options.into)
    begun = found.into(Dossier())
    if format_of(path) is None:
        try:
            path.mkdir()
        except OSError as error:
            raise SaveError(f"{path}: {os_reason(error)}") from error
        path /= _FILE_NAME
    with working(f"writing {path}"):
        save(begun, path)
    return str(options.into)
