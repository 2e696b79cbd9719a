"""``entente scorecard``: count commitments by their status."""

from __future__ import annotations

import argparse
from typing import Any, Final

from entente._cli._brief import add_day
from entente._cli._codes import CLEAN
from entente._cli._filters import ABOUT_FILTERS, add_filters, chosen
from entente._cli._progress import working
from entente._cli._reading import add_input_format, read
from entente._cli._today import say_today, today
from entente._safe import shown_lines
from entente.asking._scorecard import scorecard

EXAMPLES: Final = """\
  entente scorecard tracker.toml --group by              count promises by who made them
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "scorecard",
        help="count promises by group and by their status",
        epilog=ABOUT_FILTERS,
    )
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument(
        "--group",
        metavar="KEYWORD",
        default="theme",
        help="what to group commitments by (default: %(default)s)",
    )
    parser.add_argument(
        "--weak",
        action="store_true",
        help="count what is no firm promise, too",
    )
    add_day(parser)
    add_filters(parser, "commitments", leave_out=("on", "as_known"))
    add_input_format(parser)
    parser.set_defaults(command=_scorecard)


def _scorecard(options: argparse.Namespace) -> int:
    day = options.on or today()
    dossier = read(options.path, options)
    commitments = chosen(dossier, options, day)
    with working("counting"):
        card = scorecard(
            dossier.commitments if commitments is None else commitments,
            by=options.group,
            on=day,
            as_known=options.as_known,
            firm=not options.weak,
        )
    if options.on is None:
        say_today(day)
    print(shown_lines(repr(card)))
    return CLEAN
