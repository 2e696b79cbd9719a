"""The answers of an interview so far, and what is wrong with them.

What is wrong is what loading a file finds, and what `entente.check` calls an error, in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import cast

from attrs import evolve, field, frozen

from entente._dossier import Dossier, index_of
from entente._text import in_words, with_article
from entente.checks import check
from entente.drafting._questions import AskedField, questions
from entente.errors import (
    DossierError,
    EntenteError,
    Location,
    Problem,
    Severity,
    format_location,
)
from entente.files import converter
from entente.files._converter import FieldFault, structure_record
from entente.files._documents import Plain
from entente.records._index import kind_of
from entente.records._model import Record


class RefusedError(Exception):
    """An answer cannot be taken; the message says why, and what to do."""


@frozen(eq=False)
class Sheet:
    """The answers for a record or a part so far, as plain data, and the sheet that it belongs to."""

    cls: type
    location: Location = ()
    outer: Sheet | None = None
    data: dict[str, Plain] = field(factory=dict)

    @property
    def noun(self) -> str:
        """What it is the sheet of, with an article."""
        return with_article(in_words(self.cls.__name__))

    def label(self, question: AskedField) -> str:
        """Return the field of a question as messages show it, such as ``citations[0].lines``."""
        return format_location((*self.location, question.name))

    def faults(self) -> list[str]:
        """Return all that is wrong with what was answered, but for other records."""
        return [*map(_in_words, self._faults_of(self.data))]

    def faults_in(self, question: AskedField, value: Plain) -> list[str]:
        """Return what is wrong with the value of a field in itself."""
        return [
            _in_words(fault)
            for fault in self._faults_of({**self.data, question.name: value})
            if fault.path[:1] == (question.name,)
        ]

    def _faults_of(self, data: dict[str, Plain]) -> tuple[FieldFault, ...]:
        _, faults = structure_record(data, self.cls, converter())
        return faults

    def has_needed(self) -> bool:
        """Say whether all fields that are needed have an answer."""
        needed = [each for each in questions(self.cls) if each.is_needed]
        return all(each.name in self.data for each in needed)

    def record(self) -> Record:
        """Return the record that the answers make; they have to be without faults."""
        made: Record = converter().structure(self.data, self.cls)
        return made

    def sources(self) -> Iterator[str]:
        """List the sources that are cited, nearest first: those of a part before those of its record."""
        cited = cast("list[dict[str, str]]", self.data.get("citations", []))
        for citation in cited:
            yield citation["source"]
        if self.outer is not None:
            yield from self.outer.sources()


@frozen(eq=False)
class Surroundings:
    """The dossier that a record is to be put into."""

    dossier: Dossier

    @cached_property
    def ids(self) -> Mapping[str, Record]:
        """The records that are declared, by id."""
        return {record.id: record for record in self.dossier.records}

    def has(self, kinds: tuple[str, ...]) -> bool:
        """Say whether there is a record of these kinds, among which states always are."""
        return not {"party", "record"}.isdisjoint(kinds) or any(
            self.of_kinds(kinds)
        )

    def of_kinds(self, kinds: tuple[str, ...]) -> Iterator[Record]:
        """List the records of some kinds."""
        for record in self.dossier.records:
            if "record" in kinds or kind_of(record) in kinds:
                yield record

    def refuse(self, question: AskedField, sheet: Sheet) -> None:
        """Raise `RefusedError` for an answer that is wrong in itself, or beside the other records."""
        value = sheet.data[question.name]
        reasons = sheet.faults_in(question, value)
        if not question.is_part and not reasons:
            reasons += self._wrong_ids(question, value)
        if not sheet.location and not reasons and sheet.has_needed():
            reasons += sheet.faults() or self._errors(sheet.record())
        if reasons:
            raise RefusedError("\n".join(reasons))

    def _wrong_ids(self, question: AskedField, value: Plain) -> Iterator[str]:
        if question.name == "id" and value in self.ids:
            kind = with_article(kind_of(self.ids[str(value)]))
            yield f"{value!r} is already the id of {kind}; give every record an id of its own"
        if question.kinds:
            for id in value if isinstance(value, list) else [value]:
                try:
                    index_of(self.dossier).require(str(id), question.kinds)
                except EntenteError as error:
                    yield str(error)

    def _errors(self, record: Record) -> list[str]:
        """Return the errors of a record beside those that it names."""
        try:
            dossier = self.dossier.with_records(record)
        except DossierError as error:
            problems = error.problems
        else:
            problems = check(dossier.only_with([record]))
        return [
            _in_record(problem)
            for problem in problems
            if problem.record == record.id
            and problem.severity is Severity.ERROR
        ]

    def weaknesses(self, record: Record) -> list[str]:
        """Return what `check` says of a record in the whole dossier, questions left out."""
        return [
            f"{problem.severity.value}: {_in_record(problem)}"
            for problem in check(self.dossier.with_records(record))
            if problem.record == record.id
            and problem.severity >= Severity.WARNING
        ]


def _in_words(fault: FieldFault) -> str:
    return str(
        Problem(message=fault.message, hint=fault.hint, path=fault.path)
    )


def _in_record(problem: Problem) -> str:
    """Return a problem of a record without the place of the record."""
    return str(evolve(problem, path=problem.path[2:], record=None))
