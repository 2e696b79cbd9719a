"""Tables as they are described: their columns, and where their rows come from.

All writers, the data package and the page of the reference read these descriptions, so that a table is
the same in every format.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from entente.records._index import RecordIndex

CellValue: TypeAlias = str | bool | int | float | datetime.date | None
"""What a cell may hold."""

DataRow: TypeAlias = tuple[CellValue, ...]
"""A row of a table, in the order of its columns."""


class CellType(StrEnum):
    """What the cells of a column hold, if they are not empty; EDTF is a date as text."""

    TEXT = "text"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    EDTF = "edtf"


@frozen
class DataColumn:
    """A column of a table: its name, what its cells hold, and what that means.

    `words` are all that its cells may hold, if these are words of a closed list. A column that is
    not `optional` has no empty cell.
    """

    name: str
    type: CellType
    about: str
    words: tuple[str, ...] = ()
    optional: bool = True


@frozen(eq=False)
class DataTable:
    """A table: its name, what a row is, its columns, and those that tell its rows apart.

    >>> from entente import exports
    >>> themes = exports.tables()["themes"]
    >>> themes.about, themes.key
    ('A row for each theme.', ('dossier', 'id'))
    """

    name: str
    about: str
    columns: tuple[DataColumn, ...]
    key: tuple[str, ...]
    _rows: Callable[[RecordIndex], Iterator[DataRow]] = field(alias="rows")

    def rows(self, index: RecordIndex, dossier: str) -> Iterator[DataRow]:
        """Yield the rows of a dossier, each of which begins with its name."""
        for row in self._rows(index):
            yield (dossier, *row)


def required(name: str, type: CellType, about: str) -> DataColumn:
    """Return a column whose cells are never empty."""
    return DataColumn(name, type, about, optional=False)


DOSSIER = required(
    "dossier",
    CellType.TEXT,
    "The name of the dossier: ids of two dossiers may be the same.",
)
"""The first column of every table."""

ID = required("id", CellType.TEXT, "The id of the record.")
KIND = required(
    "record_kind",
    CellType.TEXT,
    "The kind of the record: the name of its table.",
)
TARGET = required("target", CellType.TEXT, "The id of the other record.")
