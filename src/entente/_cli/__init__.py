"""The command ``entente``.

Each command has a module of its own, and is one call of the library: `check` and `verify`, `where`,
`excerpt`, `explain`, `save`, `schema`. The module says which arguments it takes and prints the
answer. This one turns errors into exit codes. What is printed is safe for a terminal; data is
escaped as its format has it, so that it reads the same.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from entente._cli._codes import (
    CLOSED,
    INTERRUPTED,
    PROBLEMS,
    UNWRITTEN,
    USAGE,
)
from entente._cli._commands import parse
from entente._cli._streams import abandon, complain, set_streams
from entente._disk import os_reason
from entente._safe import shown
from entente.errors import EntenteError, LoadError, NotationError, SaveError
from entente.values._habits import refusal


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 problems, 2 wrong usage, 3 unwritten.

    It is 130 after Ctrl-C, and 141 if whoever reads the answer has seen enough.
    """
    set_streams()
    try:
        try:
            return _answer(arguments)
        finally:
            # Even of the help, after which argparse exits.
            sys.stdout.flush()
    except KeyboardInterrupt:
        abandon(sys.stdout)
        return INTERRUPTED
    except BrokenPipeError:
        abandon(sys.stdout)
        return CLOSED
    except OSError as error:
        # What the library cannot read or write is an error of its own, so this names a file rarely.
        abandon(sys.stdout)
        where = shown(str(error.filename or "standard output"))
        complain(f"entente: {where}: {os_reason(error)}")
        return UNWRITTEN
    finally:
        try:
            sys.stderr.flush()
        except OSError:
            abandon(sys.stderr)


def _answer(arguments: Sequence[str] | None) -> int:
    """Run a command, and print the errors of the library."""
    try:
        options = parse(arguments)
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except LoadError as error:
        complain(str(error))
        return PROBLEMS
    except NotationError as error:
        reason, hint = refusal(error)
        # A hint for a file has braces, which an option cannot take.
        if hint is None or "{" in hint:
            reason, hint = str(error), None
        complain(
            f"entente: {reason}; {hint}" if hint else f"entente: {reason}"
        )
        return USAGE
    except EntenteError as error:
        complain(f"entente: {error}")
        return UNWRITTEN if isinstance(error, SaveError) else USAGE
