"""``entente completion``: print the script by which a shell completes commands."""

from __future__ import annotations

import argparse
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._filters import YES_OR_NO
from entente._dossier import Dossier
from entente.asking._selection import Selection
from entente.errors import MissingExtraError

EXAMPLES: Final = """\
  entente completion bash                                print what completes commands in bash
"""

_SHELLS: Final = ("bash", "zsh", "fish")


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "completion",
        help="print the script by which a shell completes commands",
    )
    parser.add_argument(
        "shell",
        metavar="SHELL",
        choices=_SHELLS,
        help=f"shell to write it for: {', '.join(_SHELLS)}",
    )
    parser.set_defaults(command=_completion)


def _completion(options: argparse.Namespace) -> int:
    try:
        import shtab  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("completing commands", "completion") from error
    _prepare(options.parser)
    print(shtab.complete(options.parser, shell=options.shell))
    return CLEAN


_FILES: Final = ("FILE", "IN", "MAPPING", "OUT", "PATH", "TEXT")
_FOLDERS: Final = ("DIR", "FOLDER")
"""What commands call the arguments that are names of files and folders."""


def _prepare(parser: argparse.ArgumentParser) -> None:
    """Give the arguments of a command, and of all below it, what completes them."""
    # It is an extra, and the caller has it.
    from shtab import DIRECTORY, FILE  # noqa: PLC0415

    filters = parser.get_default("keywords") or ()
    for action in parser._actions:  # noqa: SLF001 -- shtab reads them, too
        words = _words(parser, action.dest)
        if words:
            action.choices = words
        elif action.metavar in _FOLDERS:
            vars(action)["complete"] = DIRECTORY
        elif action.metavar in _FILES and action.dest not in filters:
            vars(action)["complete"] = FILE
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                _prepare(command)


def _words(parser: argparse.ArgumentParser, name: str) -> tuple[str, ...]:
    """Return the words that a filter or another option takes, and none if it takes other values."""
    if parser.get_default("keywords") is None:
        return ()
    selection: Selection[Any] = getattr(
        Dossier(), parser.get_default("records")
    )
    keywords = selection.questions()
    if name == "group":
        return tuple(keywords)
    if keywords.get(name) == YES_OR_NO:
        return ("yes", "no")
    return selection.words(name)
