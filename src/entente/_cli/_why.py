"""``entente why``: explain the verdict on a commitment."""

from __future__ import annotations

import argparse
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._parsing import QUESTION_OPTIONS, option_of
from entente._cli._reading import add_input_format, read
from entente._cli._today import say_today, today
from entente._safe import shown_lines

EXAMPLES: Final = """\
  entente why tracker.toml convene-calais-group --on 2024-06-01
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "why", help="explain the verdict on a commitment"
    )
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument("id", metavar="ID", help="id of the commitment")
    parser.add_argument(
        "--on",
        metavar="DAY",
        help="day of the verdict, such as 2024-01-30 (default: today)",
    )
    for option in ("as_known", "of"):
        parser.add_argument(option_of(option), **QUESTION_OPTIONS[option])
    add_input_format(parser)
    parser.set_defaults(command=_why)


def _why(options: argparse.Namespace) -> int:
    day = options.on or today()
    status = read(options.path, options).status(
        options.id, on=day, as_known=options.as_known, of=options.of
    )
    if options.on is None:
        say_today(day)
    print(shown_lines(str(status.explain())))
    return CLEAN
