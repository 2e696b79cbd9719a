"""All commands: their parser, and the help on them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib.metadata import version
from typing import Final

from entente._cli import (
    _add,
    _amount,
    _brief,
    _chart,
    _check,
    _cite,
    _completion,
    _convert,
    _date,
    _draft,
    _export,
    _import,
    _list,
    _new,
    _schema,
    _scorecard,
    _serve,
    _show,
    _site,
    _why,
)
from entente._cli._parsing import CommandParser

_COMMANDS: Final = (
    _check,
    _list,
    _show,
    _why,
    _brief,
    _scorecard,
    _chart,
    _convert,
    _export,
    _site,
    _serve,
    _schema,
    _new,
    _add,
    _cite,
    _draft,
    _import,
    _date,
    _amount,
    _completion,
)
"""The module of each command, in the order of the help.

Its `EXAMPLES` are for the help, its `add` adds its parser. The parser sets `command`, the function
that runs it, and may set `refuse`, a function that raises an error about an option that there is not.
"""

_ABOUT: Final = """\
A dossier is a file (.json, .toml, .yaml) or a folder of them; - reads standard input.
Exit codes: 0 clean, 1 problems, 2 wrong usage, 3 the answer could not be written."""


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Parse arguments; exit with a message if they are wrong, as argparse does."""
    return _parser().parse_args(arguments)


def _parser() -> CommandParser:
    examples = "".join(command.EXAMPLES for command in _COMMANDS)
    parser = CommandParser(
        prog="entente",
        description="Query, check and convert dossiers of what governments promised each other.",
        epilog=f"examples:\n{examples}\n{_ABOUT}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"%(prog)s {version('entente-dossier')}",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    # Completion is of the whole parser.
    parser.set_defaults(parser=parser)
    return parser
