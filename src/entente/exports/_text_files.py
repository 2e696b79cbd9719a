"""Tables as files of text: CSV and JSON."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Final, Literal, TextIO

from entente._safe import csv_text
from entente.errors import QueryError
from entente.exports._contents import Contents, Exportable
from entente.exports._described import CellValue, DataRow, DataTable

_AS_TEXT: Final = {True: "true", False: "false"}


def write_csv(table: DataTable, rows: Iterable[DataRow], file: Path) -> None:
    """Write rows as a file of CSV."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        write_csv_to(opened, table, rows)


def write_csv_to(
    opened: TextIO, table: DataTable, rows: Iterable[DataRow]
) -> None:
    """Write rows as CSV: UTF-8, with commas, and true and false in words."""
    opened.write(_csv_line([column.name for column in table.columns]))
    opened.writelines(_csv_line(row) for row in rows)


def _csv_line(cells: Iterable[CellValue]) -> str:
    return ",".join(map(_csv_cell, cells)) + "\n"


def _csv_cell(cell: CellValue) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return _AS_TEXT[cell]
    if not isinstance(cell, str):
        return str(cell)
    text = csv_text(cell)
    # The writer of the standard library leaves a carriage return bare, which ends a row for others.
    return (
        '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
    )


_QUOTED: Final = re.compile('[",\r\n]')


def write_json(table: DataTable, rows: Iterable[DataRow], file: Path) -> None:
    """Write rows as a file of JSON."""
    with file.open("w", encoding="utf-8") as opened:
        write_json_to(opened, table, rows)


def write_json_to(
    opened: TextIO, table: DataTable, rows: Iterable[DataRow]
) -> None:
    """Write rows as a list of JSON objects, one a line, without the empty cells."""
    names = [column.name for column in table.columns]
    between = "[\n"
    for row in rows:
        cells = {
            name: cell.isoformat() if isinstance(cell, datetime.date) else cell
            for name, cell in zip(names, row, strict=True)
            if cell is not None
        }
        opened.write(f"{between}{json.dumps(cells, ensure_ascii=False)}")
        between = ",\n"
    opened.write("[]\n" if between == "[\n" else "\n]\n")


def table_text(
    what: Exportable, format: Literal["csv", "json"], *, name: str = "dossier"
) -> str:
    """Return the table of a selection as text.

    Raises `entente.errors.QueryError` for a whole dossier, which is many tables.

    >>> import entente
    >>> from entente import exports
    >>> themes = entente.example("uk-france").themes.where(theme="funding")
    >>> print(exports.table_text(themes, "json"))
    [
    {"dossier": "dossier", "id": "funding", "place": 12, "label": "Funding"}
    ]
    <BLANKLINE>
    """
    contents = Contents.of(what, name)
    if not contents.is_one_table:
        raise QueryError(
            f"a dossier is {len(contents.tables)} tables; give a selection, such as its commitments"
        )
    [table] = contents.tables.values()
    opened = StringIO(newline="")
    write_to = write_csv_to if format == "csv" else write_json_to
    write_to(opened, table, contents.rows(table))
    return opened.getvalue()
