"""Tables as sheets of one Excel file; needs the extra ``xlsx``."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from entente._safe import sheet_text
from entente.errors import MissingExtraError, SaveError
from entente.exports._contents import Contents
from entente.exports._described import (
    CellType,
    CellValue,
    DataColumn,
    DataRow,
)
from entente.values._period import Period

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_FIRST_DAY: Final = datetime.date(1900, 3, 1)
"""The first day that all spreadsheets count alike: Excel takes 1900 for a leap year."""

_MOST_ROWS: Final = 1_048_576 - 1
_WIDEST: Final = 60
_SHOWN_DATE: Final = "yyyy-mm-dd"

# Neither the clock nor the machine is in the file: equal dossiers make equal files.
_CREATED: Final = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 -- Excel knows no zones

_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_excel(contents: Contents, file: Path) -> None:
    """Write each table that has rows to a sheet, after one that says what the columns mean.

    No cell is a formula or a link. A cell with one definite day is a date of Excel, other dates are
    texts. Raises `MissingExtraError` without the extra ``xlsx``, and `SaveError` for more rows than a
    sheet holds.
    """
    try:
        import xlsxwriter  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("writing Excel", "xlsx") from error
    with xlsxwriter.Workbook(str(file), _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        sheets = _Sheets(book)
        if not contents.is_one_table:
            sheets.write("columns", _ABOUT, _about(contents))
        for table in contents.tables.values():
            rows = contents.rows(table)
            first = next(rows, None)
            if first is not None or contents.is_one_table:
                found = () if first is None else (first,)
                sheets.write(table.name, table.columns, _chained(found, rows))


def _chained(
    first: Iterable[DataRow], others: Iterable[DataRow]
) -> Iterator[DataRow]:
    yield from first
    yield from others


_ABOUT: Final = tuple(
    DataColumn(name, CellType.TEXT, "")
    for name in ("sheet", "column", "holds", "meaning")
)


def _about(contents: Contents) -> Iterator[DataRow]:
    for table in contents.tables.values():
        yield table.name, None, None, table.about
        for column in table.columns:
            yield table.name, column.name, column.type.value, column.about


class _Sheets:
    """The sheets of a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True})
        self._date = book.add_format({"num_format": _SHOWN_DATE})

    def write(
        self,
        name: str,
        columns: Iterable[DataColumn],
        rows: Iterable[DataRow],
    ) -> None:
        """Write rows below a header that stays in sight, in columns as wide as their texts."""
        columns = tuple(columns)
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        widths = [len(column.name) + 2 for column in columns]
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.name, self._bold)
        for number, row in enumerate(rows, 1):
            if number > _MOST_ROWS:
                raise SaveError(
                    f"{name}: more rows than the {_MOST_ROWS:,} that a sheet holds; write Parquet or a database"
                )
            for place, cell in enumerate(row):
                shown = _cell(cell, columns[place].type)
                self._write_cell(sheet, number, place, shown)
                widths[place] = max(widths[place], len(str(shown)) + 1)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, min(width, _WIDEST))

    def _write_cell(
        self, sheet: Any, row: int, column: int, cell: CellValue
    ) -> None:
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
        elif isinstance(cell, datetime.date):
            sheet.write_datetime(row, column, cell, self._date)
        elif isinstance(cell, str):
            sheet.write_string(row, column, cell)
        elif cell is not None:
            sheet.write_number(row, column, cell)


def _cell(cell: CellValue, type: CellType) -> CellValue:
    """Return a cell as a sheet can hold it: a definite day as a date, a text without controls."""
    day = cell
    if isinstance(cell, str):
        if type is not CellType.EDTF:
            return sheet_text(cell)
        day = Period(cell).day
    if isinstance(day, datetime.date):
        return day if day >= _FIRST_DAY else day.isoformat()
    return cell
