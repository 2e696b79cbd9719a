"""What is exported: a dossier, several by their names, or a selection of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from entente._dossier import Dossier
from entente._text import shorten
from entente.asking._selection import Selection, index_behind
from entente.errors import QueryError
from entente.exports._answers import selections
from entente.exports._described import DataRow, DataTable
from entente.exports._records import rows_of
from entente.exports._tables import tables
from entente.records._index import RecordIndex

Exportable: TypeAlias = Dossier | Mapping[str, Dossier] | Selection[Any]
"""A dossier, several dossiers by their names, or a selection of records."""


@frozen(eq=False)
class Contents:
    """What is written: the tables, and the records that their rows are made of."""

    tables: Mapping[str, DataTable]
    _indexes: Mapping[str, RecordIndex]
    _selection: Selection[Any] | None = None

    @classmethod
    def of(cls, what: Exportable, name: str) -> Contents:
        """Return the contents of a dossier, of several, or of a selection, which has one table.

        Raises `QueryError` for a name that no dossier may have.
        """
        if isinstance(what, Selection):
            kind = _kind_of(what)
            index = index_behind(what)
            return cls({kind: tables()[kind]}, {_checked(name): index}, what)
        named = {name: what} if isinstance(what, Dossier) else what
        indexes = {
            _checked(each): index_behind(dossier.themes)
            for each, dossier in named.items()
        }
        return cls(tables(), indexes)

    @property
    def is_one_table(self) -> bool:
        """Whether it is a selection."""
        return self._selection is not None

    def rows(self, table: DataTable) -> Iterator[DataRow]:
        """Yield the rows of a table, dossier by dossier."""
        for name, index in self._indexes.items():
            if self._selection is None:
                yield from table.rows(index, name)
            else:
                for row in rows_of(self._selection.records, index):
                    yield (name, *row)


def _kind_of(selection: Selection[Any]) -> str:
    [kind] = [
        kind
        for kind, cls in selections().items()
        if isinstance(selection, cls)
    ]
    return kind


def is_name(text: str) -> bool:
    """Say whether a text can be the name of a dossier, and of its file.

    >>> is_name("uk-france"), is_name("uk/france")
    (True, False)
    """
    is_shown = text.strip() == text != "" and text.isprintable()
    return is_shown and not text.startswith(".") and not {*"/\\:"} & {*text}


def _checked(name: str) -> str:
    """Return the name of a dossier; raises `QueryError` for one that no file may have."""
    if not is_name(name):
        raise QueryError(
            f"{shorten(name)} cannot be the name of a dossier; write one such as 'uk-france'"
        )
    return name
