"""Tables of one folder that name rows of each other, joined to rows of one table."""

from __future__ import annotations

from attrs import evolve, frozen

from entente._text import did_you_mean, shorten
from entente.errors import LoadError, Problem
from entente.imports._rows import Rows, TableRow


@frozen
class Join:
    """A column whose cells are those of a column of another file: ``person_id = ["person.csv", "id"]``."""

    column: str
    file: str
    key: str


def joined(rows: Rows, join: Join, other: Rows) -> Rows:
    """Return rows with the cells of the rows of another table that each of them names.

    The name of the column, with a dot, comes before those of its cells: ``person_id.name``. A row that
    names several has a row for each, and one that names a row that there is not is refused. Raises
    `LoadError` for a column that is not there.
    """
    _refuse_missing(rows, join.column)
    _refuse_missing(other, join.key)
    by_key: dict[str, list[TableRow]] = {}
    for row in other.rows:
        if row.unit not in other.refused:
            by_key.setdefault(_cell(row, join.key), []).append(row)
    problems = [*rows.problems, *other.problems]
    refused = set(rows.refused)
    found: list[TableRow] = []
    for row in rows.rows:
        key = _cell(row, join.column)
        named = by_key.get(key, []) if key else []
        if key and not named:
            message = (
                f"{join.file} has no row with the {join.key} {shorten(key)}"
            )
            problems.append(row.origin(join.column).problem(message))
            refused.add(row.unit)
        found += [_with(row, join.column, each) for each in named] or [row]
    columns = (f"{join.column}.{column}" for column in other.columns)
    return Rows(
        (*rows.columns, *columns),
        tuple(found),
        tuple(problems),
        frozenset(refused),
    )


def _refuse_missing(rows: Rows, column: str) -> None:
    if column not in rows.columns:
        known = ", ".join(map(repr, rows.columns))
        raise LoadError(
            [
                Problem(
                    message=f"the table has no column {shorten(column)} to join by",
                    rule="import",
                    file=rows.rows[0].file if rows.rows else None,
                    hint=did_you_mean(column, rows.columns)
                    or f"its columns are {known}",
                )
            ]
        )


def _cell(row: TableRow, column: str) -> str:
    return str(row.cells.get(column, ""))


def _with(row: TableRow, column: str, other: TableRow) -> TableRow:
    cells = {f"{column}.{name}": cell for name, cell in other.cells.items()}
    return evolve(row, cells={**row.cells, **cells})
