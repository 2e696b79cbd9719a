"""``entente add``: ask for a record field by field, and write it."""

from __future__ import annotations

import argparse
from typing import Any, Final

from entente._cli._codes import CLEAN, INTERRUPTED
from entente._cli._prompting import ask, confirm, tell
from entente._cli._reading import read_saved
from entente._cli._streams import complain
from entente._dossier import Dossier
from entente._safe import escaped_data
from entente.drafting import interview
from entente.errors import Problem
from entente.files._loading import locate
from entente.files._saving import excerpt, save
from entente.records._model import KINDS, Record

EXAMPLES: Final = """\
  entente add commitment tracker/                        ask for a record, and write it
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "add",
        help="ask for a record field by field, and write it",
        epilog="Nothing is written before you say yes; Ctrl-C or Ctrl-D leaves all as it is.",
    )
    kinds = [cls.__name__.lower() for cls in KINDS.values()]
    parser.add_argument(
        "kind",
        metavar="KIND",
        choices=kinds,
        help=f"one of {', '.join(kinds)}",
    )
    parser.add_argument("path", metavar="PATH", help="dossier to add it to")
    parser.set_defaults(command=_add)


def _add(options: argparse.Namespace) -> int:
    dossier = read_saved(options.path)
    try:
        record = interview(options.kind, dossier, ask=ask, tell=tell)
        print(escaped_data(excerpt(record).rstrip(), "toml"))
        print()
        is_wanted = confirm(f"write this to {options.path}?")
    except (EOFError, KeyboardInterrupt):
        # The question has not ended its line.
        print()
        complain("entente: nothing was written")
        return INTERRUPTED
    if is_wanted:
        _write(record, dossier, options.path)
    else:
        tell("nothing was written")
    return CLEAN


def _write(record: Record, dossier: Dossier, path: str) -> None:
    """Save a dossier with one more record, and say in which file it is."""
    save(dossier.with_records(record), path)
    [found] = locate([Problem(message="", record=record.id)], path)
    tell(f"written to {found.file}:{found.line}")
