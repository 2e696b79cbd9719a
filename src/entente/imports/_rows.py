"""Rows of a table, each with its place: from CSV, from lists of tables in JSON, TOML or YAML, or given."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from os import PathLike
from pathlib import Path as File

from attrs import frozen

from entente._text import shorten
from entente.errors import LoadError, Problem
from entente.files._formats import SUFFIXES, read
from entente.files._paths import read_text
from entente.imports._pieces import Origin
from entente.imports._sheets import SheetCellError, SheetCells, read_sheet


@frozen
class TableRow:
    """One row: the texts of its cells by the names of their columns, and its lines in the file."""

    unit: int
    cells: Mapping[str, str | tuple[str, ...]]
    file: str | None
    lines: tuple[int, int] | None
    numbers: Mapping[str, int]
    sheet: tuple[str, ...] = ()

    def origin(self, column: str | None = None) -> Origin:
        """Return the place of a cell, or of the row."""
        return Origin(
            self.unit,
            self.sheet if column is None else (*self.sheet, column),
            self.file,
            self.lines[0] if self.lines else None,
            self.numbers.get(column or ""),
        )


@frozen
class Rows:
    """The rows of a table, its columns, and the rows that are none."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...] = ()
    refused: frozenset[int] = frozenset()


def read_rows(
    table: str | PathLike[str] | Iterable[Mapping[str, object]],
    each: str | None,
    sheet: str | None = None,
    wanted: Container[str] | None = None,
) -> Rows:
    """Read the rows of a table; with `each`, one for each item of that list of a row.

    `sheet` is that of an Excel workbook, and `wanted` are the columns in which each of its cells has to
    be read: all of them unless they are given.
    """
    if not isinstance(table, str | PathLike):
        return _of_tables(list(table), each, None, None)
    file = File(table)
    name = str(table)
    suffix = file.suffix.lower()
    if suffix in (".csv", ".tsv"):
        return _of_csv(read_text(file, "json"), name, suffix)
    if suffix == ".xlsx":
        return _of_sheet(read_sheet(file, sheet), name, wanted)
    if suffix not in SUFFIXES:
        raise _refusal(
            name,
            "a table ends in .csv, .tsv, .xlsx, .json, .toml or .yaml",
            "save it as CSV in UTF-8",
        )
    format = SUFFIXES[suffix]
    document = read(read_text(file, format), format, file=name)
    if document.problems:
        raise LoadError(document.problems)
    data = document.data
    if not isinstance(data, list):
        raise _refusal(name, "the file holds no list of rows")
    lines = [document.locate((number,))[0] for number in range(len(data))]
    return _of_tables(data, each, name, lines)


def _refusal(file: str, message: str, hint: str | None = None) -> LoadError:
    return LoadError(
        [Problem(message=message, rule="file", file=file, hint=hint)]
    )


# --- CSV -----------------------------------------------------------------------------------------


def _of_csv(text: str, file: str, suffix: str) -> Rows:
    delimiter = "\t" if suffix == ".tsv" else ","
    reader = csv.reader(
        StringIO(text, newline=""), delimiter=delimiter, strict=True
    )
    records = _records(reader, file)
    _, header = next(records, ((1, 1), []))
    columns = tuple(name.strip() for name in header)
    _refuse_header(columns, file, 1)
    numbers = {name: number for number, name in enumerate(columns, 1)}
    rows: list[TableRow] = []
    problems: list[Problem] = []
    refused: set[int] = set()
    for lines, cells in records:
        texts = [cell.strip() for cell in cells]
        if not any(texts):
            continue
        row = TableRow(
            len(rows),
            dict(zip(columns, texts, strict=False)),
            file,
            lines,
            numbers,
        )
        rows.append(row)
        if len(cells) != len(columns):
            refused.add(row.unit)
            problems.append(
                row.origin().problem(
                    f"the row has {len(cells)} cells, the header {len(columns)}",
                    "a cell with a comma or a line break is written in double quotes",
                )
            )
    return Rows(columns, tuple(rows), tuple(problems), frozenset(refused))


def _records(
    reader: Iterator[list[str]], file: str
) -> Iterator[tuple[tuple[int, int], list[str]]]:
    """Return the rows of a CSV reader, each with its first and last line."""
    line = 1
    try:
        for cells in reader:
            end: int = reader.line_num  # type: ignore[attr-defined]
            yield (line, end), cells
            line = end + 1
    except csv.Error as error:
        message = f"this is not CSV: {error}"
        raise LoadError(
            [Problem(message=message, rule="syntax", file=file, line=line)]
        ) from error


def _refuse_header(columns: tuple[str, ...], file: str, line: int) -> None:
    if not any(columns):
        raise _refusal(file, "the table has no header")
    problems = [
        Problem(
            message=f"the column {shorten(name)} is there {count} times"
            if name
            else f"{count} columns have no name",
            rule="import",
            file=file,
            line=line,
            column=columns.index(name) + 1,
            hint="give each column a name of its own",
        )
        for name, count in Counter(columns).items()
        if count > 1 or not name
    ]
    if problems:
        raise LoadError(problems)


# --- sheets --------------------------------------------------------------------------------------


def _of_sheet(
    sheet: SheetCells, file: str, wanted: Container[str] | None
) -> Rows:
    """Read the rows of a sheet, whose first one with a cell is the header."""
    [(line, header), *records] = sheet.rows
    width = max(
        (
            number
            for _, cells in sheet.rows
            for number, cell in enumerate(cells, 1)
            if cell != ""
        ),
        default=0,
    )
    columns = tuple(str(cell) for cell in header[:width])
    _refuse_header(columns, file, line)
    numbers = {name: number for number, name in enumerate(columns, 1)}
    rows: list[TableRow] = []
    problems: list[Problem] = []
    refused: set[int] = set()
    for line, cells in records:
        if not any(cells):
            continue
        texts = dict(zip(columns, cells, strict=False))
        held = {name: str(cell) for name, cell in texts.items()}
        row = TableRow(
            len(rows), held, file, (line, line), numbers, (sheet.name,)
        )
        rows.append(row)
        for name, cell in texts.items():
            is_wanted = wanted is None or name in wanted
            if is_wanted and isinstance(cell, SheetCellError):
                refused.add(row.unit)
                problem = row.origin(name).problem(str(cell), cell.hint)
                problems.append(problem)
    return Rows(columns, tuple(rows), tuple(problems), frozenset(refused))


# --- lists of tables -----------------------------------------------------------------------------


def _of_tables(
    tables: Sequence[object],
    each: str | None,
    file: str | None,
    lines: list[int | None] | None,
) -> Rows:
    columns: dict[str, None] = {}
    rows: list[TableRow] = []
    problems: list[Problem] = []
    refused: set[int] = set()
    for number, item in enumerate(tables):
        line = lines[number] if lines else None
        place = (line, line) if line else None
        if not isinstance(item, Mapping):
            row = TableRow(len(rows), {}, file, place, {})
            rows.append(row)
            refused.add(row.unit)
            problems.append(
                row.origin().problem(f"{shorten(item)} is not a row")
            )
            continue
        for table in _exploded(item, each):
            cells = dict(_flat(table))
            columns |= dict.fromkeys(cells)
            rows.append(TableRow(len(rows), cells, file, place, {}))
    return Rows(
        tuple(columns), tuple(rows), tuple(problems), frozenset(refused)
    )


def _exploded(
    item: Mapping[str, object], each: str | None
) -> Iterator[Mapping[str, object]]:
    """Return a row for each item of a list of it, or the row itself if it has none."""
    found = None if each is None else item.get(each)
    if each is None or not isinstance(found, list) or not found:
        yield item
        return
    for one in found:
        yield {**item, each: one}


def _flat(
    item: Mapping[str, object], before: str = ""
) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Return the cells of a table within tables: `name.first` is the first of a name."""
    for key, value in item.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{name}.")
        elif isinstance(value, list | tuple):
            yield name, tuple(map(_text, value))
        else:
            yield name, _text(value)


def _text(value: object) -> str:
    """Return a cell as text, as JSON has it if it is none."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    return json.dumps(value, ensure_ascii=False, default=str).strip('"')
