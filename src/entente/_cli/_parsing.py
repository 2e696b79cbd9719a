"""What the parsers of several commands share."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, Final, NoReturn

from entente._safe import shown
from entente._text import did_you_mean


class CommandParser(argparse.ArgumentParser):
    """Says which word is mistyped, and which one may be meant.

    What it repeats of the arguments is escaped, since it may be the name of any file.
    """

    def parse_known_args(  # pyright: ignore[reportIncompatibleMethodOverride] -- it wants the overloads
        self, args: Any = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """Parse arguments; exit with a message if there is an option or another word too many.

        argparse would first ask for what is missing, and blame the command above for what is too much.
        """
        given: Sequence[str] = sys.argv[1:] if args is None else args
        for name in self._unknown_options(given):
            refuse = self.get_default("refuse") or self._refuse_option
            refuse(name, list(self._option_string_actions))
        options, unknown = super().parse_known_args(given, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return options, unknown

    def _unknown_options(self, given: Sequence[str]) -> Iterator[str]:
        """Yield the names of options that there are not, unless help is asked for."""
        words = list(takewhile(lambda word: word != "--", given))
        if self._subparsers is not None:
            # What follows a command is for the command.
            words = list(takewhile(lambda word: word.startswith("-"), words))
        if not {"-h", "--help"}.isdisjoint(words):
            return
        for word in words:
            name, _, _ = word.partition("=")
            # argparse takes a word with a space for a value, and the beginning of an option for it.
            if name.startswith("--") and " " not in word:
                known = self._option_string_actions
                if not any(each.startswith(name) for each in known):
                    yield name

    def _refuse_option(self, name: str, known: Sequence[str]) -> NoReturn:
        message = f"{name!r} is not an option of {self.prog}"
        suggestion = did_you_mean(name, known)
        self.error(f"{message}; {suggestion}" if suggestion else message)

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
