"""From documents to a dossier: records, and every problem with its location.

All problems are reported at once: those of all files, and those of a faulty record together with what
is wrong between the records that could be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final

from attrs import define, evolve, field, frozen

from entente._coherence import Fault, find_faults, is_coherent
from entente._dossier import Dossier, assemble
from entente._text import shorten
from entente.errors import LoadError, Location, Problem, format_location
from entente.files._converter import (
    FieldFault,
    Loader,
    missing_key,
    structure_record,
)
from entente.files._documents import SCHEMA, VERSION, Document, Plain
from entente.files._formats import encodable, read
from entente.files._locator import TextLocator
from entente.files._quick import read_lists
from entente.files._values import (
    UnexpectedValueError,
    describe,
    structure_text,
)
from entente.records._model import KINDS, Record

_ORDER: Final = tuple(KINDS)
_BEGINNING: Final = f"begin with the key entente, whose value is {VERSION}"


@frozen(eq=False)
class _RecordList:
    """The records of one list of a document; None for each that could not be read."""

    document: Document
    kind: str
    records: Sequence[Record | None]


@define(eq=False)
class Reading:
    """What was read so far: the records and problems of one document after another."""

    loader: Loader
    problems: list[Problem] = field(factory=list)
    _lists: list[_RecordList] = field(factory=list)
    # The ids of records that could not be read. Others may name them without fault.
    _unread: set[str] = field(factory=set)

    def add(self, text: str, format: str, file: str | None = None) -> None:
        """Read all records of a text.

        JSON is streamed. If the stream meets anything unusual, sound or not, the whole text is read
        again as a document.
        """
        text = encodable(text, format, file)
        if format == "json":
            with suppress(Exception):
                self._add_stream(text, file)
                return
        self._add_document(read(text, format, file=file), format)

    def _add_stream(self, text: str, file: str | None) -> None:
        hook_for = self.loader.converter.get_structure_hook
        lists = read_lists(text, VERSION, self.loader.readers, hook_for)
        document = Document(None, file, (), TextLocator(text, "json"))
        for kind, records in lists.items():
            self._lists.append(_RecordList(document, kind, records))

    def _add_document(self, document: Document, format: str) -> None:
        self.problems += document.problems
        data = document.data
        if not isinstance(data, dict):
            message = f"{describe(data)} is not a dossier"
            self._report(document, (), message, _hint_for_text(data))
            return
        self._check_version(document, data)
        for key, value in data.items():
            if key in KINDS:
                self._add_list(document, key, value, format)
            elif key == SCHEMA:
                self._check_address(document, value)
            elif key != "entente":
                message = f"{shorten(key)} is not a kind of record"
                self._report(document, (key,), message, _hint_for_kind(key))

    def _check_address(self, document: Document, value: Plain) -> None:
        """Report an address of the schema that is none; editors read it, and nobody here."""
        try:
            structure_text(value, str)
        except UnexpectedValueError:
            self._report(
                document,
                (SCHEMA,),
                f"{describe(value)} is not the address of a schema",
                'write for example "./dossier.schema.json", or leave the key out',
            )

    def _check_version(
        self, document: Document, data: dict[str, Plain]
    ) -> None:
        if "entente" not in data:
            self._report(
                document, (), "the key 'entente' is missing", _BEGINNING
            )
            return
        version = data["entente"]
        # Not isinstance, for which True is a whole number.
        if type(version) is not int or version < 1:
            message = f"{describe(version)} is not a version of the format"
            self._report(document, ("entente",), message, f"write {VERSION}")
        elif version > VERSION:
            message = f"the format has version {version}, and this release reads {VERSION}"
            self._report(
                document, ("entente",), message, "install a newer release"
            )

    def _add_list(
        self, document: Document, kind: str, value: Plain, format: str
    ) -> None:
        if not isinstance(value, list):
            message = f"{describe(value)} is not a list of {kind}"
            hint = _hint_for_list(kind, value, format)
            self._report(document, (kind,), message, hint)
            return
        records = [
            self._record(document, (kind, position), item)
            for position, item in enumerate(value)
        ]
        self._lists.append(_RecordList(document, kind, records))

    def _record(
        self, document: Document, location: Location, item: Plain
    ) -> Record | None:
        kind = KINDS[str(location[0])]
        record, faults = structure_record(item, kind, self.loader.converter)
        if not faults:
            return record
        id = item.get("id") if isinstance(item, dict) else None
        known_id = id if isinstance(id, str) else None
        if isinstance(item, dict):
            record, more = self._without_faulty(item, kind, faults)
            faults += more
        for fault in faults:
            path = (*location, *fault.path)
            self._report(
                document, path, fault.message, fault.hint, record=known_id
            )
        if record is None and known_id is not None:
            self._unread.add(known_id)
        return record

    def _without_faulty(
        self,
        item: dict[str, Plain],
        kind: type[Record],
        faults: tuple[FieldFault, ...],
    ) -> tuple[Record | None, tuple[FieldFault, ...]]:
        """Structure a record without its faulty fields, and return it with the new faults.

        A fault between two sound fields shows only when the others are gone, and ids in sound fields can
        be looked up if there is a record. A value under a key that stands for another is read as the
        value of that one.
        """
        faulty = {fault.path[0] for fault in faults if fault.path}
        written = {
            fault.meant: str(fault.path[0])
            for fault in faults
            if len(fault.path) == 1 and fault.meant and fault.meant not in item
        }
        sound = {
            key: value for key, value in item.items() if key not in faulty
        }
        renamed = {meant: item[key] for meant, key in written.items()}
        record, more = self._structure(sound | renamed, kind)
        wrong = {fault.path[0] for fault in more if fault.path}
        if record is None and not wrong.isdisjoint(written):
            right = {
                meant: value
                for meant, value in renamed.items()
                if meant not in wrong
            }
            record, _ = self._structure(sound | right, kind)
        # That the fields which were just taken out are missing is no news.
        expected = {
            missing_key((), str(key)) for key in faulty | written.keys()
        }
        return record, tuple(
            _under_written_key(fault, written)
            for fault in more
            if fault not in faults and fault not in expected
        )

    def _structure(
        self, item: dict[str, Plain], kind: type[Record]
    ) -> tuple[Record | None, tuple[FieldFault, ...]]:
        return structure_record(item, kind, self.loader.converter)

    def records(self) -> tuple[Record, ...]:
        """Return the records that could be read, in the order of their kinds."""
        lists = sorted(self._lists, key=lambda each: _ORDER.index(each.kind))
        return tuple(
            [
                record
                for each in lists
                for record in each.records
                if record is not None
            ]
        )

    def locations(self) -> Iterator[tuple[Record, Document, Location]]:
        """List the records that could be read, each with its document and its location in it."""
        for each in self._lists:
            for position, record in enumerate(each.records):
                if record is not None:
                    yield record, each.document, (each.kind, position)

    def _check(self, records: Iterable[Record]) -> None:
        """Report what is wrong between the records."""
        faults = tuple(find_faults(records, known=self._unread))
        if not faults:
            return
        locations = {
            id(record): (document, path)
            for record, document, path in self.locations()
        }
        for fault in self._without_copies(faults, locations):
            document, path = locations[id(fault.record)]
            line, column = document.locate((*path, *fault.path))
            others = [
                _place(document, *locations[id(record)], location)
                for record, location in fault.others
            ]
            problem = fault.problem(path, others)
            self.problems.append(
                evolve(problem, file=document.file, line=line, column=column)
            )

    def _without_copies(
        self,
        faults: Iterable[Fault],
        locations: Mapping[int, tuple[Document, Location]],
    ) -> Iterator[Fault]:
        """Report once a file all of whose records are in another one, and yield the other faults."""
        copies: dict[tuple[int, int], list[Fault]] = {}
        for fault in faults:
            if fault.rule != "duplicate-id":
                yield fault
                continue
            ((first, _),) = fault.others
            pair = (
                id(locations[id(fault.record)][0]),
                id(locations[id(first)][0]),
            )
            copies.setdefault(pair, []).append(fault)
        sizes = Counter(id(document) for document, _ in locations.values())
        for (copy, original), alike in copies.items():
            is_whole = len(alike) == sizes[copy] > 1 and copy != original
            if is_whole:
                self._report_copy(alike, locations)
            else:
                yield from alike

    def _report_copy(
        self,
        alike: Sequence[Fault],
        locations: Mapping[int, tuple[Document, Location]],
    ) -> None:
        document, _ = locations[id(alike[0].record)]
        original, _ = locations[id(alike[0].others[0][0])]
        are_equal = all(fault.record == fault.others[0][0] for fault in alike)
        what = "holds" if are_equal else "holds other versions of"
        self.problems.append(
            Problem(
                message=f"the file {what} the same {len(alike)} records as {original.file}",
                rule="duplicate-id",
                file=document.file,
                hint="take one of the two files out of the folder",
            )
        )

    def _report(
        self,
        document: Document,
        path: Location,
        message: str,
        hint: str | None = None,
        record: str | None = None,
    ) -> None:
        # What could not be read is reported already.
        if path in document.unread:
            return
        line, column = document.locate(path)
        self.problems.append(
            Problem(
                message=message,
                file=document.file,
                line=line,
                column=column,
                path=path,
                record=record,
                hint=hint,
            )
        )

    def dossier(self) -> Dossier:
        """Return the dossier, or raise `LoadError` with all problems, in the order of the files."""
        records = self.records()
        readers = self.loader.readers
        # The quick check needs all ids that were named, and only says that something is wrong.
        all_named = not self.problems and not readers.has_refused
        if not all_named or not is_coherent(records, readers.named):
            self._check(records)
        if self.problems:
            raise LoadError(sorted(self.problems, key=_position))
        return assemble(records)


def _under_written_key(
    fault: FieldFault, written: Mapping[str, str]
) -> FieldFault:
    """Return a fault with the key that stands in the text, for the one that it was meant for."""
    if not fault.path or fault.path[0] not in written:
        return fault
    key = written[str(fault.path[0])]
    return evolve(fault, path=(key, *fault.path[1:]))


def _place(
    here: Document, document: Document, path: Location, location: Location
) -> str:
    """Return the line and column of a value, with its file if that is another one."""
    full = (*path, *location)
    position = document.locate(full)
    file = [document.file] if document is not here and document.file else []
    where = ":".join(map(str, [*file, *position]))
    return format_location(full) if position[0] is None else where


def _hint_for_kind(key: str) -> str:
    # The tables are long, and only needed when something is wrong.
    from entente.records._habits import suggest_kind  # noqa: PLC0415

    return suggest_kind(key, KINDS, also=SCHEMA)


def _hint_for_list(kind: str, value: Plain, format: str) -> str | None:
    from entente.files._slips import instead_of_list  # noqa: PLC0415

    if isinstance(value, dict):
        return instead_of_list(kind, value, format)
    return None


def _hint_for_text(data: Plain) -> str:
    from entente.files._slips import instead_of_table  # noqa: PLC0415

    hint = instead_of_table(data) if isinstance(data, str) else None
    return hint or _BEGINNING


def _position(problem: Problem) -> tuple[str, int, int]:
    return problem.file or "", problem.line or 0, problem.column or 0
