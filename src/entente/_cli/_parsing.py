"""What the parsers of several commands share."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from entente._safe import shown
from entente._text import did_you_mean


class CommandParser(argparse.ArgumentParser):
    """Escapes what it repeats of the arguments, which may be the names of any files."""

    def error(self, message: str) -> NoReturn:
        """Exit with the usage and a message, and with a suggestion for a word that is mistyped."""
        found = _MISTYPED.search(message)
        if found is not None:
            suggestion = did_you_mean(
                found["word"], _WORD.findall(found["choices"])
            )
            if suggestion is not None:
                message = f"{message}; {suggestion}"
        super().error(shown(message))

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:
            # argparse would hide that the help cannot be written.
            file.write(message)
        else:
            super()._print_message(message, file)


_MISTYPED: Final = re.compile(
    r"invalid choice: '(?P<word>.*)' \(choose from (?P<choices>.*)\)$"
)
_WORD: Final = re.compile(r"[\w-]+")
"""How argparse refuses a word; in some versions the choices are in quotation marks."""


QUESTION_OPTIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "certain": {
        "action": "store_true",
        "default": None,
        "help": "list only records that certainly match",
    },
    "on": {
        "metavar": "DAY",
        "help": "day of the status or schedule (default for a schedule: today)",
    },
    "as_known": {"metavar": "DAY", "help": "ignore what was reported later"},
    "of": {"metavar": "PARTY", "help": "ask only what this party did"},
    "groupings": {
        "action": "store_true",
        "default": None,
        "help": "list what groupings of the party did, too",
    },
}
"""What a question may take beside the keywords of `where`."""


def option_of(keyword: str) -> str:
    """Return the option for a keyword of the library, such as ``--as-known`` for ``as_known``."""
    return f"--{keyword.replace('_', '-')}"
