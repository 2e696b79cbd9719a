"""``entente list``: list the records of a kind that match."""

from __future__ import annotations

import argparse
import shutil
import sys
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._exporting import add_output, give, is_data
from entente._cli._filters import (
    ABOUT_FILTERS,
    add_filters,
    check_day,
    question_of,
)
from entente._cli._reading import add_input_format, read
from entente._cli._summary import name_of, summarise
from entente._cli._today import say_today, today
from entente._safe import shown, shown_lines
from entente._text import join_words
from entente.asking._selection import Selection
from entente.records._model import KINDS

EXAMPLES: Final = """\
  entente list commitments tracker.toml --theme small-boats --made 2024
  entente list commitments tracker.toml --schedule overdue --on 2024-12-31
  entente list commitments tracker.toml --by GB --output promises.csv
"""


def add(commands: Any) -> None:
    """Add the command, with one of its own for each kind of record."""
    parser = commands.add_parser(
        "list", help="list the records of a kind that match"
    )
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    for kind in KINDS:
        _add_kind(kinds, kind)


def _add_kind(kinds: Any, kind: str) -> None:
    """Add a kind of record, with an option for each keyword of its `where`."""
    parser = kinds.add_parser(kind, help=f"list {kind}", epilog=ABOUT_FILTERS)
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    add_filters(parser, kind)
    add_output(parser)
    add_input_format(parser)
    parser.set_defaults(command=_list)


def _list(options: argparse.Namespace) -> int:
    question = question_of(options)
    check_day(question, options)
    takes_today = "schedule" in question and "on" not in question
    if takes_today:
        question["on"] = today()
    dossier = read(options.path, options)
    everything = getattr(dossier, options.records)
    found = everything.where(**question)
    if takes_today:
        say_today(str(question["on"]))
    written = None
    if is_data(options):
        written = give(found, options)
    elif sys.stdout.isatty():
        _show(found, options)
    else:
        # A file or a pipe takes the whole table, and no other line.
        print(shown_lines(found.table(width=10_000)))
    count = f"{len(found):,} of {len(everything):,} {options.records}"
    summarise(f"{count} in {name_of(options)}", written)
    return CLEAN


def _show(found: Selection[Any], options: argparse.Namespace) -> None:
    """Print a table to a terminal, below a line that says what is listed.

    A terminal wraps what is wider than it is.
    """
    width = shutil.get_terminal_size().columns
    asked = " and ".join(map(str, found.criteria))
    where = f" where {asked}" if asked else ""
    heading = f"{options.records} in {name_of(options)}{where}"
    print(shown(heading[0].upper() + heading[1:]))
    print()
    if found:
        print(shown_lines(found.table(width=width)))
        print()
    missing = found.left_out(width=width)
    if missing:
        print(
            f"No room for {join_words(missing)}: widen the window,"
            " or list with --format csv"
        )
