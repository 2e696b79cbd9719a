"""Plain data with the line and column of every value, and what all formats refuse.

Nothing in this module knows of records. `Document` leads from a value back to its line and column,
so that an error about the value can point at it.
"""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import Final, Protocol, TypeAlias

from attrs import frozen

from entente._text import shorten
from entente.errors import LoadError, Location, Problem

Plain: TypeAlias = "str | bool | int | float | datetime.date | datetime.time | list[Plain] | dict[str, Plain] | None"
"""The values that the formats have in common."""

VERSION: Final = 1
"""The version of the file format, which every file holds under the key ``entente``."""

SCHEMA: Final = "$schema"
"""The key under which a file may say where its JSON Schema is, for editors."""

LONGEST_NUMBER: Final = 20
"""Limit for the characters of a whole number. No field needs more, and long ones are slow to read."""

DEEPEST: Final = 50
"""Limit for tables and lists that contain one another. A dossier has six such levels."""

RECORD_DEPTH: Final = 2
"""Length of the path to a record: the name of its kind, and its position in the list."""

LONGEST_LINE: Final = 100
"""Width of a line in characters, beyond which a list is written one item a line."""

TOO_DEEP: Final = "the text is nested too deeply"
HOLDS_LONE_SURROGATE: Final = "the text holds half of a surrogate pair"


class Locator(Protocol):
    """What finds the values of a text. Lines and columns count from 1."""

    def find(self, path: Location, /) -> tuple[int, int] | None:
        """Return line and column of a value's key, or of an item of a list; None if unknown."""
        ...

    def span(self, path: Location, /) -> tuple[int, int] | None:
        """Return the first and last line of a record, or None if other values share its lines."""
        ...


@frozen(eq=False)
class Document:
    """A text that was read: its plain `data`, and the `problems` that could be read past."""

    data: Plain
    file: str | None
    problems: tuple[Problem, ...]
    locator: Locator

    @cached_property
    def unread(self) -> frozenset[Location]:
        """The paths of the values that could not be read: they are null in the data."""
        return frozenset(problem.path for problem in self.problems)

    def locate(self, path: Location) -> tuple[int, int] | tuple[None, None]:
        """Return line and column of a value, or of the nearest known one that contains it."""
        while True:
            found = self.locator.find(path)
            if found is not None:
                return found
            if not path:
                return None, None
            path = path[:-1]


class NumberError(ValueError):
    """A number that cannot be read. `text` is the number as it is written."""

    def __init__(self, text: str, message: str) -> None:
        super().__init__(message)
        self.text = text


def whole_number(text: str) -> int:
    """Return the whole number that a text is; raises `NumberError` if it is too long."""
    if len(text) > LONGEST_NUMBER:
        raise NumberError(text, too_long(text))
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


def too_long(number: str) -> str:
    """Return the message about a number that is too long."""
    return f"{shorten(number, 30)} is too long for a number"


def syntax_error(
    message: str,
    file: str | None,
    line: int | None = None,
    column: int | None = None,
    *,
    hint: str | None = None,
) -> LoadError:
    """Return the error for a text that cannot be read at all."""
    return LoadError(
        [
            Problem(
                message=message,
                hint=hint,
                rule="syntax",
                file=file,
                line=line,
                column=column,
            )
        ]
    )


def unreadable(
    format: str,
    text: str,
    file: str | None,
    reason: str,
    place: tuple[int, int],
) -> LoadError:
    """Return the error for a text at a place of which a parser could not go on, for a reason."""
    # The rules are long, and only needed when something is wrong.
    from entente.files._slips import Stop, explained  # noqa: PLC0415

    slip = explained(format, Stop(text, reason, *place))
    return syntax_error(
        slip.message, file, slip.line, slip.column, hint=slip.hint
    )


def repeated_key(
    path: Location, file: str | None, line: int, column: int
) -> Problem:
    """Return the problem of a key that a table has already."""
    return Problem(
        message=f"the key {shorten(path[-1])} is given twice",
        rule="syntax",
        file=file,
        line=line,
        column=column,
        path=path,
        hint="keep one of them",
    )
