"""What an import brings: one shape for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, field, fields, frozen

from entente._dossier import Dossier
from entente._text import join_words
from entente.errors import DossierError, LoadError, Problem
from entente.imports._pieces import NO_UNIT, Fields, Origin, origin_at
from entente.records._model import Record


@frozen
class NoPlace:
    """What was read and has no place in a dossier: a column or a key, and how many values it had."""

    name: str
    count: int
    reason: str = "no field takes it"

    def __str__(self) -> str:
        values = "1 value" if self.count == 1 else f"{self.count:,} values"
        return f"{self.name} ({values}): {self.reason}"


@frozen
class Imported:
    """What was imported: `records`, what was `left_out`, and the `problems` of what was refused.

    `read` counts the rows or items that were read, `refused` those of them that have a problem and
    are in no record.

    >>> from entente import Dossier, imports
    >>> found = imports.table([{"Name": "Oslo Forum"}], {"events": [{"id": "{Name}", "name": "{Name}"}]})
    >>> found.records[0].id
    'oslo-forum'
    >>> found.into(Dossier())
    <Dossier: 1 event>
    """

    records: tuple[Record, ...]
    left_out: tuple[NoPlace, ...]
    problems: tuple[Problem, ...]
    read: int
    refused: int
    _told: Mapping[str, Fields] = field(repr=False, eq=False, alias="told")

    def into(self, dossier: Dossier, *, replace: bool = False) -> Dossier:
        """Return a dossier with the records added.

        Raises `LoadError`, with the row of each problem, if the dossier holds another record of one of
        the ids, unless it is to `replace` it, or if a record names one that there is not.
        """
        if not replace:
            others = tuple(self._others(dossier))
            if others:
                raise LoadError(others)
        try:
            return dossier.with_records(*self.records)
        except DossierError as error:
            raise LoadError(map(self._located, error.problems)) from error

    def _others(self, dossier: Dossier) -> Iterator[Problem]:
        """Find the records that the dossier has already, and in another form."""
        held = {record.id: record for record in dossier.records}
        for record in self.records:
            known = held.get(record.id, record)
            if known == record:
                continue
            names = [
                each.name
                for each in fields(type(record))
                if getattr(known, each.name, None)
                != getattr(record, each.name)
            ]
            differs = f", with another {join_words(names)}" if names else ""
            yield self._located(
                Problem(
                    message=f"the dossier has the id {record.id!r} already{differs}",
                    rule="import",
                    record=record.id,
                    hint="replace the record, make another id, or leave the row out",
                )
            )

    def _located(self, problem: Problem) -> Problem:
        """Return a problem of a record with the row that it comes from."""
        # The path begins with the record's location in a dossier.
        told = self._told.get(problem.record or "", Fields())
        whole = Origin(NO_UNIT, problem.path)
        origin = origin_at(told, problem.path[2:]) or whole
        return evolve(
            problem,
            file=origin.file,
            line=origin.line,
            column=origin.column,
            path=origin.path,
        )
