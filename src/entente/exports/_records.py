"""The tables of records and their parts, made from the fields of their classes.

A table for each kind of record, and for each class of part. A part says in which record it is and at
which `path`: ``reports/0/citations/1`` is the second citation of the first report. Ids and texts that a
field lists are in two tables for all, one item a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from attrs import fields

from entente._text import in_words
from entente.errors import Location
from entente.exports._cells import FieldCells, cells_of
from entente.exports._described import (
    DOSSIER,
    ID,
    KIND,
    TARGET,
    CellType,
    DataColumn,
    DataRow,
    DataTable,
    required,
)
from entente.files._quick._fields import inner_type, is_listed
from entente.records._display import caption
from entente.records._index import RecordIndex, state_party
from entente.records._model import KINDS, Party, Record
from entente.records._parts import PARTS
from entente.records._states import state_name
from entente.records._walk import parts, references

_PLACE: Final = required(
    "place",
    CellType.INTEGER,
    "The place of the record among those of its kind, from 0.",
)
_PATH: Final = required(
    "path",
    CellType.TEXT,
    "Where in the record it is: fields, and places in lists from 0, with `/` between them.",
)
_NUMBER: Final = required(
    "number", CellType.INTEGER, "Its place in the list, from 0."
)
_DECLARED: Final = required(
    "declared",
    CellType.BOOLEAN,
    "Whether the dossier declares the party; a state that records only name has a row as well.",
)


def table_of_kind(kind: str) -> DataTable:
    """Return the table of a kind of record."""
    cls = KINDS[kind]
    declared = (_DECLARED,) if cls is Party else ()
    return DataTable(
        name=kind,
        about=f"A row for each {in_words(cls.__name__)}.",
        columns=(DOSSIER, ID, _PLACE, *declared, *_columns(cls, but="id")),
        key=("dossier", "id"),
        rows=lambda index: rows_of(index.of_kind(cls), index),
    )


def rows_of(
    records: tuple[Record, ...], index: RecordIndex
) -> Iterator[DataRow]:
    """Yield the rows of some records of one kind, in their order, without the name of the dossier."""
    for record in records:
        cls = type(record)
        declared = (
            (not _is_only_named(record),) if isinstance(record, Party) else ()
        )
        place = index.positions(cls)[record.id]
        yield record.id, place, *declared, *_row(record, but="id")


def _is_only_named(party: Party) -> bool:
    is_state = state_name(party.id) is not None
    # The index gives a state that none declares as this very object.
    return is_state and party is state_party(party.id)


def tables_of_parts() -> Iterator[DataTable]:
    """Yield the tables of parts, by their names."""
    for cls in sorted(PARTS, key=lambda part: part.__name__):
        yield _table_of_parts(cls)


def _table_of_parts(cls: type) -> DataTable:
    def rows(index: RecordIndex) -> Iterator[DataRow]:
        for kind, record in _all(index):
            for location, part in parts(record):
                if type(part) is cls:
                    yield (
                        kind,
                        record.id,
                        path_text(location),
                        _field(location),
                        _last_number(location),
                        *_row(part),
                    )

    noun = in_words(cls.__name__)
    return DataTable(
        name=_plural(cls),
        about=f"A row for each {noun} of a record, or of a part of one.",
        columns=(
            DOSSIER,
            KIND,
            ID,
            _PATH,
            required("field", CellType.TEXT, "The field that holds it."),
            DataColumn(
                "number",
                CellType.INTEGER,
                "Its place in the list, from 0; empty if the field holds one alone.",
            ),
            *_columns(cls),
        ),
        key=("dossier", "id", "path"),
        rows=rows,
    )


def tables_of_lists() -> Iterator[DataTable]:
    """Yield the tables of what fields list: ids, and texts."""
    yield DataTable(
        name="record_references",
        about="A row for each id by which a record, or a part of one, names another.",
        columns=(
            DOSSIER,
            KIND,
            ID,
            _PATH,
            required("field", CellType.TEXT, "The field that names it."),
            TARGET,
        ),
        key=("dossier", "id", "path"),
        rows=_references,
    )
    yield DataTable(
        name="listed_texts",
        about="A row for each text that a field lists, such as another name.",
        columns=(
            DOSSIER,
            KIND,
            ID,
            _PATH,
            required("field", CellType.TEXT, "The field that lists it."),
            _NUMBER,
            required("text", CellType.TEXT, "The text."),
        ),
        key=("dossier", "id", "path"),
        rows=_texts,
    )


def table_of_records() -> DataTable:
    """Return the table of all records, of whatever kind."""

    def rows(index: RecordIndex) -> Iterator[DataRow]:
        for kind, record in _all(index):
            yield record.id, kind, caption(record)

    return DataTable(
        name="records",
        about="A row for each record of any kind, and for each state that records name.",
        columns=(
            DOSSIER,
            ID,
            KIND,
            required(
                "caption",
                CellType.TEXT,
                "The line that a reader knows it by: its label, name, title or summary.",
            ),
        ),
        key=("dossier", "id"),
        rows=rows,
    )


def _all(index: RecordIndex) -> Iterator[tuple[str, Record]]:
    for kind, cls in KINDS.items():
        for record in index.of_kind(cls):
            yield kind, record


def _references(index: RecordIndex) -> Iterator[DataRow]:
    for kind, record in _all(index):
        for location, target, _ in references(record):
            yield (
                kind,
                record.id,
                path_text(location),
                _field(location),
                target,
            )


def _texts(index: RecordIndex) -> Iterator[DataRow]:
    for kind, record in _all(index):
        for location, part in parts(record):
            cls: type = type(part)
            for name in _text_lists(cls):
                for number, text in enumerate(getattr(part, name)):
                    path = path_text((*location, name, number))
                    yield kind, record.id, path, name, number, text


@cache
def _text_lists(cls: type) -> tuple[str, ...]:
    """Return the names of the fields that list plain texts, which are no ids."""
    return tuple(
        each.name
        for each in fields(cls)
        if is_listed(each)
        and inner_type(each) is str
        and "kinds" not in each.metadata
    )


# --- columns and cells ---------------------------------------------------------------------------


@cache
def _cells(cls: type, but: str) -> tuple[tuple[str, FieldCells], ...]:
    found = []
    for attribute in fields(cls):
        cells = cells_of(cls, attribute)
        if cells is not None and attribute.name != but:
            found.append((attribute.name, cells))
    return tuple(found)


def _columns(cls: type, but: str = "") -> tuple[DataColumn, ...]:
    return tuple(
        column for _, cells in _cells(cls, but) for column in cells.columns
    )


def _row(record: Any, but: str = "") -> DataRow:
    cls: type = type(record)
    cells = _cells(cls, but)
    return tuple(
        cell for name, each in cells for cell in each.of(getattr(record, name))
    )


# --- paths ---------------------------------------------------------------------------------------


def path_text(location: Location) -> str:
    """Return a location within a record as the text of a `path`.

    >>> path_text(("reports", 0, "citations", 1))
    'reports/0/citations/1'
    """
    return "/".join(map(str, location))


def _field(location: Location) -> str:
    return next(
        str(step) for step in reversed(location) if isinstance(step, str)
    )


def _last_number(location: Location) -> int | None:
    last = location[-1]
    return last if isinstance(last, int) else None


def _plural(cls: type) -> str:
    return f"{cls.__name__.lower()}s"
