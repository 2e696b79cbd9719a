"""The tables that `entente.exports.write` makes, read back.

A record is its row, the rows of its parts, and the texts that its fields list. What the other columns
and tables hold is worked out of these, and is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from os import PathLike
from pathlib import Path as File
from typing import Any, Final, TypeAlias

from attrs import Attribute, evolve, field, fields, frozen

from entente._dossier import Dossier
from entente._text import did_you_mean, join_words, shorten
from entente.errors import LoadError, Problem, QueryError
from entente.files._quick._fields import holds_parts, inner_type, is_listed
from entente.imports._imported import Imported
from entente.imports._own_files import OwnTables
from entente.imports._pieces import (
    Fields,
    Items,
    Piece,
    Single,
    Told,
    assemble,
)
from entente.imports._rows import TableRow
from entente.records._model import KINDS, Party
from entente.records._parts import PARTS, Range
from entente.values._period import Period

_BETWEEN: Final = "; "
"""What stands between the items of a list in one cell; no id has it in it."""

_Step: TypeAlias = str | int
_RecordKey: TypeAlias = tuple[str, str]
"""The kind of a record, as the name of its table, and its id."""


def tables(path: str | PathLike[str], *, name: str | None = None) -> Dossier:
    """Return the dossier whose tables `entente.exports.write` wrote.

    `path` is a folder of Parquet, CSV or JSON, or a file of SQLite; `name` says which dossier, if it
    holds several. Records are read from the tables of their kinds, of their parts and of the texts that
    they list; what is worked out of these, such as the four days of a date, is not read.

    Raises `LoadError` with all that is wrong, each with its row and column, `QueryError` if it is not
    said which dossier is meant, and `MissingExtraError` for Parquet without the extra ``tables``.

    >>> import entente, tempfile
    >>> from entente import exports, imports
    >>> dossier = entente.example("uk-france")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = exports.write(dossier, f"{folder}/out", "csv")
    ...     imports.tables(written) == dossier
    True
    """
    found = own_tables(path, name)
    if found.problems:
        raise LoadError(found.problems)
    return found.into(Dossier())


def own_tables(path: str | PathLike[str], name: str | None) -> Imported:
    """Return the records of one dossier in tables of ours, and what is wrong with them."""
    opened = OwnTables.at(File(path))
    rows = opened.table("dossiers").rows
    held = [_cell(row, "dossier") for row in rows]
    chosen = _chosen(opened.path, held, name)
    reading = _OwnReading(opened, chosen, frozenset(held))
    for kind, cls in KINDS.items():
        reading.add_records(kind, cls)
    reading.add_parts()
    reading.add_texts()
    reading.compare_texts()
    made = assemble(
        reading.records.values(), reading.problems, reading.refused
    )
    return Imported(
        made.records,
        (),
        made.problems,
        len(reading.records),
        len(made.refused),
        made.told,
    )


def _chosen(path: File, held: list[str], name: str | None) -> str:
    """Return the name of the dossier that is wanted."""
    if name is None and len(held) == 1:
        return held[0]
    if name in held:
        return name
    shown = join_words(held) if held else "no dossier"
    if name is None:
        raise QueryError(f"{path} holds {shown}; give the name of one")
    hint = did_you_mean(name, held) or f"it holds {shown}"
    raise QueryError(f"{path} has no dossier {shorten(name)}; {hint}")


@frozen
class _TextsOfField:
    """The texts of a field, as its own cell has them all."""

    told: Fields
    field: str
    row: TableRow


@frozen
class _OwnReading:
    """What tables tell of the records of a dossier, and what is wrong with it."""

    opened: OwnTables
    dossier: str
    others: frozenset[str]
    problems: list[Problem] = field(factory=list)
    refused: set[int] = field(factory=set)
    records: dict[_RecordKey, Piece] = field(factory=dict)
    _listed: list[_TextsOfField] = field(factory=list)

    def _rows(self, table: str, columns: Iterable[str]) -> list[TableRow]:
        """Return the rows of the dossier in a table, which must have some columns."""
        found = self.opened.table(table)
        self.problems.extend(found.missing(columns))
        rows = []
        for row in found.rows:
            dossier = _cell(row, "dossier")
            if dossier == self.dossier:
                rows.append(row)
            elif dossier not in self.others:
                message = f"the table dossiers has no {shorten(dossier)}"
                self._refuse(row, "dossier", message)
        return rows

    def _refuse(
        self, row: TableRow, column: str, message: str, hint: str | None = None
    ) -> None:
        self.refused.add(row.unit)
        self.problems.append(row.origin(column).problem(message, hint))

    # --- records -----------------------------------------------------------------------------

    def add_records(self, kind: str, cls: type[Any]) -> None:
        """Read the table of a kind, in the order of its places."""
        columns = ("id", "place", *_columns_read(cls))
        rows = self._rows(kind, columns)
        placed = [
            (place, row)
            for row in rows
            if (place := self._number(row, "place")) is not None
        ]
        for _, row in sorted(placed, key=itemgetter(0)):
            # A state that records only name is no record.
            if cls is not Party or row.cells.get("declared") not in _NO:
                self._add_record(kind, cls, row)

    def _add_record(self, kind: str, cls: type[Any], row: TableRow) -> None:
        told = self._fields_of(cls, row)
        if "id" not in told:
            self._refuse(row, "id", "the id is empty")
            return
        key = (kind, _cell(row, "id"))
        if key in self.records:
            self._refuse(row, "id", f"two rows have the id {shorten(key[1])}")
            return
        self.records[key] = Piece(cls, told, row.unit)

    def _number(self, row: TableRow, column: str) -> int | None:
        cell = _cell(row, column)
        if re.fullmatch("[0-9]{1,9}", cell):
            return int(cell)
        self._refuse(row, column, f"{shorten(cell)} is not a place, from 0")
        return None

    # --- parts and texts ---------------------------------------------------------------------

    def add_parts(self) -> None:
        """Read the tables of parts, the outer ones first."""
        found: list[tuple[tuple[_Step, ...], type, TableRow]] = []
        for cls in sorted(PARTS, key=lambda part: part.__name__):
            columns = ("record_kind", "id", "path", *_columns_read(cls))
            rows = self._rows_within(f"{cls.__name__.lower()}s", columns)
            found += [(_steps(_cell(row, "path")), cls, row) for row in rows]
        # At each place of a path stands either a name or a number.
        found.sort(key=lambda each: (len(each[0]), _sortable(each[0])))
        for steps, cls, row in found:
            self._put(steps, self._fields_of(cls, row), row)

    def add_texts(self) -> None:
        """Read the table of the texts that fields list."""
        rows = self._rows_within(
            "listed_texts", ("record_kind", "id", "path", "text")
        )
        found = [(_steps(_cell(row, "path")), row) for row in rows]
        found.sort(key=lambda each: _sortable(each[0]))
        for steps, row in found:
            self._put(
                steps, Single(_cell(row, "text"), row.origin("text")), row
            )

    def _rows_within(
        self, table: str, columns: Iterable[str]
    ) -> Iterator[TableRow]:
        """Yield rows of what lies within records; a record is refused together with them."""
        for row in self._rows(table, columns):
            piece = self._piece(row)
            yield row if piece is None else evolve(row, unit=piece.unit)

    def _piece(self, row: TableRow) -> Piece | None:
        return self.records.get((_cell(row, "record_kind"), _cell(row, "id")))

    def _put(
        self, steps: tuple[_Step, ...], told: Fields | Single, row: TableRow
    ) -> None:
        """Put a part or a text where its path says; what holds it is there already."""
        piece = self._piece(row)
        holder = None if piece is None else _holder(piece.told, steps)
        if holder is None:
            named = f"{_cell(row, 'id')}: {_cell(row, 'path')}"
            self._refuse(
                row, "path", f"no row is there for what holds {named}"
            )
            return
        last = steps[-1]
        if isinstance(last, str):
            is_free = last not in holder
            holder[last] = told
        else:
            items = holder.setdefault(str(steps[-2]), Items())
            is_free = isinstance(items, Items) and len(items) == last
            if isinstance(items, Items):
                items[str(last)] = told
        if not is_free:
            self._refuse(
                row,
                "path",
                f"{shorten(_cell(row, 'path'))} does not follow the one before",
                "number the items of a list from 0, each once",
            )

    def compare_texts(self) -> None:
        """Refuse each cell that has other texts than the table of texts has for it."""
        for each in self._listed:
            self._compare(each)

    def _compare(self, listed: _TextsOfField) -> None:
        cell = _cell(listed.row, listed.field)
        items = listed.told.get(listed.field, Items())
        texts = (
            [
                str(each.value)
                for each in items.values()
                if isinstance(each, Single)
            ]
            if isinstance(items, Items)
            else []
        )
        if cell != _BETWEEN.join(texts):
            self._refuse(
                listed.row,
                listed.field,
                f"{shorten(cell)} is not what the table listed_texts has for it",
                "correct both",
            )

    # --- fields ------------------------------------------------------------------------------

    def _fields_of(self, cls: type[Any], row: TableRow) -> Fields:
        """Return what a row tells of a record or a part."""
        told = Fields()
        for attribute in fields(cls):
            if _is_texts(attribute):
                self._listed.append(_TextsOfField(told, attribute.name, row))
            elif not holds_parts(attribute):
                value = _value(attribute, row)
                if value is not None:
                    told[attribute.name] = value
        return told


def _holder(told: Fields, steps: tuple[_Step, ...]) -> Fields | None:
    """Return what holds the item at a path: the record, or one of its parts."""
    above = steps[:-1] if isinstance(steps[-1], str) else steps[:-2]
    found: Any = told
    for step in above:
        if not isinstance(found, dict):
            return None
        found = found.get(str(step))
    return found if isinstance(found, Fields) else None


def _steps(path: str) -> tuple[_Step, ...]:
    """Return the steps of a path: names of fields, and places in lists."""
    return tuple(
        int(step) if re.fullmatch("[0-9]{1,9}", step) else step
        for step in path.split("/")
    )


def _sortable(steps: tuple[_Step, ...]) -> list[tuple[str, int]]:
    return [
        (step, 0) if isinstance(step, str) else ("", step) for step in steps
    ]


# --- cells ---------------------------------------------------------------------------------------

_YES: Final = ("true", "1")
_NO: Final = ("false", "0")
"""Yes and no in files of text, and as SQLite has them."""


def _cell(row: TableRow, column: str) -> str:
    """Return the text of a cell, which no table of ours has several of."""
    return str(row.cells.get(column, ""))


def _value(attribute: Attribute[Any], row: TableRow) -> Told | None:
    """Return what the cells of a field tell; None if they are empty."""
    name = attribute.name
    if is_listed(attribute):
        ids = filter(None, _cell(row, name).split(_BETWEEN))
        origin = row.origin(name)
        items = [(str(at), Single(id, origin)) for at, id in enumerate(ids)]
        return Items(items) or None
    special = _OF_CLASS.get(inner_type(attribute))
    return _single(name, row) if special is None else special(name, row)


def _single(name: str, row: TableRow) -> Single | None:
    cell = _cell(row, name)
    return Single(cell, row.origin(name)) if cell else None


def _flag(name: str, row: TableRow) -> Single | None:
    cell = _cell(row, name)
    value = True if cell in _YES else False if cell in _NO else cell
    return None if cell == "" else Single(value, row.origin(name))


def _date(name: str, row: TableRow) -> Told | None:
    told = Fields()
    for key, column in _DATE.items():
        found = _single(column.format(name), row)
        if found is not None:
            told[key] = found
    return told.get("edtf") if told.keys() == {"edtf"} else told or None


_DATE: Final = {"edtf": "{}", "stated": "{}_stated", "as_of": "{}_as_of"}
"""The columns of a date that say all of it, by the keys that a file has for them."""


def _range(name: str, row: TableRow) -> Single | None:
    first, last = (_cell(row, f"{name}_{end}") for end in ("first", "last"))
    if first == last == "":
        return None
    text = first if first == last else f"{first}-{last}"
    return Single(text, row.origin(f"{name}_first"))


_OF_CLASS: Final[Mapping[Any, Callable[[str, TableRow], Told | None]]] = {
    bool: _flag,
    Period: _date,
    Range: _range,
}


def _is_texts(attribute: Attribute[Any]) -> bool:
    """Say whether a field lists texts that are no ids."""
    return (
        is_listed(attribute)
        and inner_type(attribute) is str
        and "kinds" not in attribute.metadata
    )


def _columns_read(cls: type[Any]) -> Iterator[str]:
    """Yield the columns that a table must have for a class; a date of one day has no `as_of`."""
    for attribute in fields(cls):
        name, inner = attribute.name, inner_type(attribute)
        if holds_parts(attribute):
            continue
        if inner is Range:
            yield from (f"{name}_first", f"{name}_last")
        elif inner is Period:
            yield from (name, f"{name}_stated")
        else:
            yield name
