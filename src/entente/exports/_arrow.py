"""Tables of Apache Arrow, which data frames and databases read without a copy; needs the extra ``tables``."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from entente.errors import MissingExtraError
from entente.exports._contents import Contents, Exportable
from entente.exports._described import (
    CellType,
    DataColumn,
    DataRow,
    DataTable,
)

if TYPE_CHECKING:
    import pyarrow

_ROWS_AT_ONCE: Final = 50_000
"""How many rows are held as Python objects at a time."""


def frames(
    what: Exportable, *, name: str = "dossier"
) -> dict[str, pyarrow.Table]:
    """Return the tables of a dossier as Arrow tables, by their names.

    Of a selection it is the one table of its kind. pandas, polars and DuckDB take them by calls of their
    own, such as ``polars.from_arrow(table)`` or ``table.to_pandas()``. `name` is that of the dossier
    in each row; of several dossiers the keys are the names. Raises `entente.errors.MissingExtraError`
    without the extra ``tables``, and `entente.errors.QueryError` for a name that cannot be one.

    >>> import entente
    >>> from entente import exports
    >>> themes = exports.frames(entente.example("uk-france"), name="uk-france")["themes"]
    >>> themes.num_rows, themes["id"][0].as_py()
    (13, 'illegal-migration')
    """
    contents = Contents.of(what, name)
    return {
        each.name: arrow_table(each, contents.rows(each))
        for each in contents.tables.values()
    }


def arrow_table(table: DataTable, rows: Iterable[DataRow]) -> pyarrow.Table:
    """Return rows as an Arrow table, whose fields say what they mean."""
    arrow = _arrow("making an Arrow table")
    return arrow.Table.from_batches(
        batches(table, rows), schema=schema_of(table)
    )


def write_parquet(
    table: DataTable, rows: Iterable[DataRow], file: Path
) -> None:
    """Write rows as a file of Parquet, some at a time."""
    _arrow("writing Parquet")
    from pyarrow import parquet  # noqa: PLC0415

    with parquet.ParquetWriter(file, schema_of(table)) as writer:
        for batch in batches(table, rows):
            writer.write_batch(batch)


def batches(
    table: DataTable, rows: Iterable[DataRow]
) -> Iterator[pyarrow.RecordBatch]:
    """Yield rows as batches of Arrow."""
    arrow = _arrow("making an Arrow table")
    schema = schema_of(table)
    left = iter(rows)
    while some := list(islice(left, _ROWS_AT_ONCE)):
        cells = zip(*some, strict=True)
        arrays = [
            arrow.array(column, field.type)
            for column, field in zip(cells, schema, strict=True)
        ]
        yield arrow.RecordBatch.from_arrays(arrays, schema=schema)


def schema_of(table: DataTable) -> pyarrow.Schema:
    """Return the fields of a table, with what each means as metadata."""
    arrow = _arrow("making an Arrow table")
    types: Mapping[CellType, pyarrow.DataType] = {
        CellType.TEXT: arrow.string(),
        CellType.EDTF: arrow.string(),
        CellType.BOOLEAN: arrow.bool_(),
        CellType.INTEGER: arrow.int64(),
        CellType.NUMBER: arrow.float64(),
        CellType.DATE: arrow.date32(),
    }

    def field(column: DataColumn) -> pyarrow.Field:
        return arrow.field(
            column.name,
            types[column.type],
            nullable=column.optional,
            metadata={"description": column.about},
        )

    return arrow.schema(
        map(field, table.columns), metadata={"description": table.about}
    )


def _arrow(purpose: str) -> ModuleType:
    try:
        return importlib.import_module("pyarrow")
    except ImportError as error:
        raise MissingExtraError(purpose, "tables") from error
