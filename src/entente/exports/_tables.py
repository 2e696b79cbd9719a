"""All tables that are made of a dossier, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from entente.exports._answers import (
    table_of_actors,
    table_of_answers,
    table_of_dates,
    table_of_dossiers,
    table_of_runs,
    table_of_standings,
    table_of_what_lies_below,
)
from entente.exports._described import DataTable
from entente.exports._records import (
    table_of_kind,
    table_of_records,
    tables_of_lists,
    tables_of_parts,
)
from entente.records._model import KINDS


@cache
def tables() -> Mapping[str, DataTable]:
    """Return the description of each table that is made of a dossier, by its name.

    >>> from entente import exports
    >>> described = exports.tables()
    >>> [column.name for column in described["below"].columns]
    ['dossier', 'id', 'below']
    """
    return MappingProxyType({table.name: table for table in _tables()})


def _tables() -> Iterator[DataTable]:
    yield table_of_dossiers()
    yield table_of_records()
    yield from map(table_of_kind, KINDS)
    yield from tables_of_parts()
    yield from tables_of_lists()
    yield table_of_what_lies_below()
    yield table_of_answers()
    yield table_of_dates()
    yield table_of_runs()
    yield table_of_standings()
    yield table_of_actors()
