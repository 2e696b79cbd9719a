"""Rows of a sheet of an Excel workbook; needs the extra ``xlsx``.

A cell is the text that it holds: a number as it is exact, a date no more precise than its format shows.
What a formula works out, or what several cells share, is no text of a cell, and is refused.
"""

from __future__ import annotations

import datetime
import re
import warnings
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path as File
from typing import Any, Final
from zipfile import BadZipFile

from attrs import frozen

from entente._text import did_you_mean, join_words, shorten
from entente.errors import LoadError, MissingExtraError, Problem


class SheetCellError(ValueError):
    """A cell that holds no text, number, date, or yes or no."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@frozen
class SheetCells:
    """The cells of a sheet: its name, and rows with their numbers from its first row with a cell."""

    name: str
    rows: tuple[tuple[int, tuple[str | SheetCellError, ...]], ...]


def read_sheet(file: File, name: str | None) -> SheetCells:
    """Read the one sheet of a workbook, or that of a name.

    Raises `LoadError` if it cannot be read, and `MissingExtraError` without the extra ``xlsx``.
    """
    try:
        import openpyxl  # noqa: PLC0415
        from openpyxl.utils.exceptions import (  # noqa: PLC0415
            InvalidFileException,
        )
    except ImportError as error:
        raise MissingExtraError("reading Excel", "xlsx") from error
    try:
        with warnings.catch_warnings():
            # It warns of what it leaves out, such as colours and the words of a list.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(file)
    except (OSError, BadZipFile, KeyError, InvalidFileException) as error:
        raise _refusal(file, "this is no workbook that can be read") from error
    try:
        sheet = _chosen(file, book.worksheets, name)
        return SheetCells(sheet.title, tuple(_rows(sheet)))
    finally:
        book.close()


def _refusal(file: File, message: str, hint: str | None = None) -> LoadError:
    return LoadError(
        [Problem(message=message, rule="file", file=str(file), hint=hint)]
    )


def _chosen(file: File, sheets: list[Any], name: str | None) -> Any:
    """Return the sheet that is meant: that of a name, or the only one that has cells."""
    titles = [sheet.title for sheet in sheets]
    if name is not None:
        if name in titles:
            return sheets[titles.index(name)]
        hint = did_you_mean(name, titles) or f"it has {join_words(titles)}"
        raise _refusal(file, f"there is no sheet {shorten(name)}", hint)
    filled = [sheet for sheet in sheets if any(sheet.values)]
    if len(filled) == 1:
        return filled[0]
    if not filled:
        raise _refusal(file, "no sheet has any cell")
    found = join_words([sheet.title for sheet in filled])
    raise _refusal(
        file,
        f"the sheets {found} have cells",
        f'write which one to read in the mapping, such as sheet = "{filled[0].title}"',
    )


def _rows(
    sheet: Any,
) -> Iterator[tuple[int, tuple[str | SheetCellError, ...]]]:
    shared = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row, column in area.cells
    }
    has_begun = False
    for cells in sheet.iter_rows():
        # The title above a table may be merged; what is above the header is not read.
        has_begun = has_begun or any(cell.value is not None for cell in cells)
        if has_begun:
            texts = [
                _SHARED if (cell.row, cell.column) in shared else _text(cell)
                for cell in cells
            ]
            yield cells[0].row, tuple(texts)


_SHARED: Final = SheetCellError(
    "the cell is merged with others", "write its value into each of them"
)


def _text(cell: Any) -> str | SheetCellError:
    """Return what a cell holds as text."""
    match cell.data_type, cell.value:
        case _, None:
            return ""
        case "f", _:
            return SheetCellError(
                "the cell is a formula", "write its value into the cell"
            )
        case "e", value:
            return SheetCellError(
                f"the cell is the error {value}", "correct it"
            )
        case "b", value:
            return "true" if value else "false"
        case "n", value:
            return _number(value, cell.number_format)
        case "d", value:
            return _date(value, cell.number_format)
        case _:
            return str(cell.value).strip()


def _number(value: float, format: str) -> str:
    """Return a number as it is exact; a share is shown in per cent."""
    exact = Decimal(repr(value))
    if "%" in format:
        return f"{_as_text(exact * 100)} %"
    return _as_text(exact)


def _as_text(number: Decimal) -> str:
    whole = number.to_integral_value()
    return f"{whole if number == whole else number.normalize():f}"


# What a format has in quotes or brackets is no part of a date.
_NO_PART: Final = re.compile(r'"[^"]*"|\[[^]]*\]|\\.')


def _date(value: object, format: str) -> str | SheetCellError:
    """Return a date as precise as it is shown: a day, a month or a year."""
    shown = _NO_PART.sub("", format).lower()
    is_day = (
        isinstance(value, datetime.datetime)
        and value.time() == datetime.time()
    )
    if not is_day:
        return SheetCellError(
            f"{value} is a time of day", "write the day alone"
        )
    day = str(value)[: len("2024-01-30")]
    if "d" in shown:
        return day
    return day[: len("2024-01")] if "m" in shown else day[: len("2024")]
