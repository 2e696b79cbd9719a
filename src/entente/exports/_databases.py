"""Tables in one database: SQLite by the standard library, DuckDB with the extra ``engines``."""

from __future__ import annotations

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from entente.errors import MissingExtraError
from entente.exports._arrow import arrow_table
from entente.exports._contents import Contents
from entente.exports._described import (
    CellType,
    DataColumn,
    DataRow,
    DataTable,
)

_SQLITE_TYPES: Final = {
    CellType.TEXT: "TEXT",
    CellType.EDTF: "TEXT",
    CellType.BOOLEAN: "INTEGER",
    CellType.INTEGER: "INTEGER",
    CellType.NUMBER: "REAL",
    CellType.DATE: "TEXT",
}


def write_sqlite(contents: Contents, file: Path) -> None:
    """Write all tables to a database of SQLite.

    Dates are texts such as ``2024-01-30``, yes and no are 1 and 0. What each column means is a comment
    in the statement that makes the table, which the database keeps.
    """
    with closing(sqlite3.connect(file)) as database, database:
        for table in contents.tables.values():
            database.execute(_statement(table))
            places = ", ".join("?" * len(table.columns))
            database.executemany(
                f'INSERT INTO "{table.name}" VALUES ({places})',  # noqa: S608 -- a name of ours
                map(_sqlite_row, contents.rows(table)),
            )


def _statement(table: DataTable) -> str:
    lines = [
        f"  {_definition(column)}, -- {column.about}"
        for column in table.columns
    ]
    key = ", ".join(f'"{name}"' for name in table.key)
    return "\n".join(
        [
            f'CREATE TABLE "{table.name}" ( -- {table.about}',
            *lines,
            f"  PRIMARY KEY ({key})",
            ")",
        ]
    )


def _definition(column: DataColumn) -> str:
    constraint = "" if column.optional else " NOT NULL"
    return f'"{column.name}" {_SQLITE_TYPES[column.type]}{constraint}'


def _sqlite_row(row: DataRow) -> tuple[str | float | None, ...]:
    return tuple(
        [
            cell.isoformat() if isinstance(cell, datetime.date) else cell
            for cell in row
        ]
    )


def write_duckdb(contents: Contents, file: Path) -> None:
    """Write all tables to a database of DuckDB, with what each column means as its comment.

    Raises `MissingExtraError` without the extra ``engines``.
    """
    try:
        import duckdb  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("writing DuckDB", "engines") from error
    with closing(duckdb.connect(str(file))) as database:
        database.begin()
        for table in contents.tables.values():
            rows = arrow_table(table, contents.rows(table))
            database.register("rows_of_table", rows)
            database.execute(
                f'CREATE TABLE "{table.name}" AS SELECT * FROM rows_of_table'  # noqa: S608 -- a name of ours
            )
            database.unregister("rows_of_table")
            database.execute(
                f'COMMENT ON TABLE "{table.name}" IS {_quoted(table.about)}'
            )
            for column in table.columns:
                database.execute(
                    f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {_quoted(column.about)}'
                )
        database.commit()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
