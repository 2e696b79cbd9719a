"""The files of our own tables: a folder of Parquet, CSV or JSON, or one database of SQLite."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from io import StringIO
from itertools import count
from pathlib import Path as File
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from entente._safe import from_csv_text
from entente._text import shorten
from entente.errors import LoadError, MissingExtraError, Problem
from entente.files._formats import read
from entente.files._paths import read_text
from entente.imports._rows import TableRow

_NumberedRow: TypeAlias = tuple[int, Mapping[str, str]]
"""A row: its number in the file, and the texts of its cells that are not empty."""


@frozen
class OwnTable:
    """A table: its rows, and its columns, if there are any without rows."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def missing(self, wanted: Iterable[str]) -> Iterator[Problem]:
        """Find the columns that are wanted and not there."""
        for column in wanted:
            if self.columns and column not in self.columns:
                message = f"the table has no column {shorten(column)}"
                yield Problem(message=message, rule="import", file=self.file)


@frozen
class OwnTables:
    """The tables at a path; each is read when it is asked for."""

    path: File
    _suffix: str
    # The numbers of the rows of all tables.
    _units: Iterator[int] = field(factory=count)

    @classmethod
    def at(cls, path: File) -> OwnTables:
        """Find the tables at a path; raises `LoadError` if there are none."""
        if path.is_dir():
            for suffix in _OF_FOLDERS:
                if (path / f"dossiers.{suffix}").is_file():
                    return cls(path, suffix)
            [*within] = path.glob("*/dossiers.*")
            hint = (
                f"read one dossier, such as {min(within).parent}"
                if within
                else _HINT
            )
            raise _unreadable(
                path, "the folder holds no tables of a dossier", hint
            )
        if path.suffix != ".sqlite":
            raise _unreadable(
                path, "these are no tables that can be read back", _HINT
            )
        return cls(path, "sqlite")

    def table(self, name: str) -> OwnTable:
        """Read a table; raises `LoadError` if it cannot be read."""
        is_file = self._suffix == "sqlite"
        file = self.path if is_file else self.path / f"{name}.{self._suffix}"
        columns, lines = (
            _read_sqlite(file, name)
            if is_file
            else _OF_FOLDERS[self._suffix](file)
        )
        shown = f"{file}/{name}" if is_file else str(file)
        numbers = {each: at for at, each in enumerate(columns, 1)}
        rows = tuple(
            TableRow(next(self._units), cells, shown, (line, line), numbers)
            for line, cells in lines
        )
        return OwnTable(shown, columns, rows)


_HINT: Final = "name a folder of Parquet, CSV or JSON that was written, or a file that ends in .sqlite"


def _unreadable(
    file: File, message: str, hint: str | None = None
) -> LoadError:
    return LoadError(
        [Problem(message=message, rule="file", file=str(file), hint=hint)]
    )


def _lines(
    columns: tuple[str, ...], rows: Iterable[Iterable[object]]
) -> list[_NumberedRow]:
    return [
        (
            number,
            {
                column: _text(cell)
                for column, cell in zip(columns, cells, strict=True)
                if cell is not None
            },
        )
        for number, cells in enumerate(rows, 1)
    ]


def _text(cell: object) -> str:
    """Return a cell as CSV has it."""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _read_parquet(file: File) -> tuple[tuple[str, ...], list[_NumberedRow]]:
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("reading Parquet", "tables") from error
    try:
        table = parquet.ParquetFile(file).read()
    except (OSError, ArrowException) as error:
        raise _unreadable(
            file, f"this is no file of Parquet: {shorten(str(error))}"
        ) from error
    columns = tuple(table.column_names)
    return columns, _lines(
        columns, zip(*table.to_pydict().values(), strict=True)
    )


def _read_csv(file: File) -> tuple[tuple[str, ...], list[_NumberedRow]]:
    reader = csv.reader(
        StringIO(read_text(file, "json"), newline=""), strict=True
    )
    lines: list[_NumberedRow] = []
    try:
        columns = tuple(next(reader, ()))
        start = reader.line_num + 1
        for cells in reader:
            if len(cells) != len(columns):
                message = f"line {start} has {len(cells)} cells, the header {len(columns)}"
                raise _unreadable(file, message)
            texts = map(from_csv_text, cells)
            row = {
                c: text for c, text in zip(columns, texts, strict=True) if text
            }
            lines.append((start, row))
            start = reader.line_num + 1
    except csv.Error as error:
        raise _unreadable(file, f"this is not CSV: {error}") from error
    return columns, lines


def _read_json(file: File) -> tuple[tuple[str, ...], list[_NumberedRow]]:
    document = read(read_text(file, "json"), "json", file=str(file))
    if document.problems:
        raise LoadError(document.problems)
    data: Any = document.data
    if not isinstance(data, list) or not all(
        isinstance(each, dict) for each in data
    ):
        raise _unreadable(file, "the file holds no list of rows")
    lines: list[_NumberedRow] = [
        (
            document.locate((place,))[0] or 1,
            {
                name: _text(cell)
                for name, cell in row.items()
                if cell is not None
            },
        )
        for place, row in enumerate(data)
    ]
    # A row leaves out what is empty, so no column can be missed.
    return (), lines


_OF_FOLDERS: Final[
    Mapping[str, Callable[[File], tuple[tuple[str, ...], list[_NumberedRow]]]]
] = {"parquet": _read_parquet, "csv": _read_csv, "json": _read_json}
"""What reads a table that is a file of its own, by the end of its name."""


def _read_sqlite(
    file: File, table: str
) -> tuple[tuple[str, ...], list[_NumberedRow]]:
    address = f"{file.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            found = database.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- a name of ours
            columns = tuple(column for column, *_ in found.description)
            return columns, _lines(columns, found)
    except sqlite3.Error as error:
        raise _unreadable(file, f"{table} cannot be read: {error}") from error
