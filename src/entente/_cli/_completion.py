"""``entente completion``: print the script by which a shell completes commands."""

from __future__ import annotations

import argparse
from typing import Any, Final

from entente._cli._codes import CLEAN
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
    print(shtab.complete(options.parser, shell=options.shell))
    return CLEAN
