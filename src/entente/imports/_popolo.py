"""Popolo: people, posts, organisations and memberships, as parliaments and civic projects publish them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate
from json import JSONDecoder
from os import PathLike
from pathlib import Path as File
from typing import Any, Final

from attrs import field, frozen

from entente._text import did_you_mean, shorten
from entente.errors import LoadError, Location, Problem
from entente.files._documents import Document
from entente.files._formats import read
from entente.files._paths import read_text
from entente.imports._imported import Imported, NoPlace
from entente.imports._mapping import NOWHERE
from entente.imports._pieces import (
    Fields,
    Items,
    Origin,
    Piece,
    Single,
    assemble,
    citing,
    id_of,
)
from entente.records._model import Minister, Office, Party, Record
from entente.records._states import state_name
from entente.records._vocabulary import PartyKind

_LISTS: Final = ("organizations", "posts", "persons", "memberships")


def popolo(
    data: Mapping[str, object] | str | PathLike[str],
    *,
    kinds: Mapping[str, str] | None = None,
    cites: str | None = None,
) -> Imported:
    """Read Popolo JSON: persons as ministers, posts as offices, organizations as parties.

    `data` is a file, or what one holds. `kinds` says for the classification of an organization what
    kind of party it is, such as ``{"ministry": "body"}``; under ``""`` for one without a classification.
    A membership in a post is a tenure. `cites` is the id of the source that each record then cites,
    with its lines. Ids are made of those in the file.

    A start or an end that is not given is unknown, not open. An item with a problem is in no record.
    Raises `LoadError` if the file holds no such data.

    >>> found = popolo({
    ...     "posts": [{"id": "pm", "label": "Prime Minister", "organization_id": "GB"}],
    ...     "persons": [{"id": "p1", "name": "A. B.", "gender": "female"}],
    ...     "memberships": [{"person_id": "p1", "post_id": "pm", "start_date": "2024-07"}],
    ... })
    >>> found.records[1].tenures[0].period
    Period('2024-07/')
    >>> print(*found.left_out)
    persons.gender (1 value): no field takes it
    """
    text = "" if isinstance(data, Mapping) else read_text(File(data), "json")
    document = _document(data, text)
    lengths = (len(line) + 1 for line in text.split("\n"))
    starts = (0, *accumulate(lengths))
    reading = _PopoloReading(document, dict(kinds or {}), cites, text, starts)
    pieces = list(reading.pieces())
    made = assemble(pieces, reading.problems, reading.refused)
    left_out = [
        NoPlace(name, count, reason)
        for (name, reason), count in reading.left_out.items()
    ]
    return Imported(
        made.records,
        tuple(left_out),
        made.problems,
        len(reading.units),
        len(made.refused),
        made.told,
    )


def _document(
    data: Mapping[str, object] | str | PathLike[str], text: str
) -> Document:
    if isinstance(data, Mapping):
        document = Document({**data}, None, (), NOWHERE)  # type: ignore[dict-item]
    else:
        document = read(text, "json", file=str(data))
    if document.problems:
        raise LoadError(document.problems)
    plain = document.data
    if not isinstance(plain, dict) or not any(
        isinstance(plain.get(name), list) for name in _LISTS
    ):
        message = f"this is not Popolo: it has no list of {', '.join(_LISTS)}"
        raise LoadError(
            [Problem(message=message, rule="import", file=document.file)]
        )
    return document


_KINDS: Final = tuple(kind.value for kind in PartyKind)

_NO_FIELD: Final = NoPlace("", 0).reason


@frozen
class _PopoloReading:
    """Reads the items of a document, and counts what has no place."""

    document: Document
    kinds: Mapping[str, str]
    cites: str | None
    text: str
    starts: tuple[int, ...]
    problems: list[Problem] = field(factory=list)
    refused: set[int] = field(factory=set)
    units: list[Location] = field(factory=list)
    left_out: Counter[tuple[str, str]] = field(factory=Counter)

    def pieces(self) -> Iterator[Piece]:
        """Return what the items tell of records."""
        data: Any = self.document.data
        readers = {
            "organizations": self._organization,
            "posts": self._post,
            "persons": self._person,
            "memberships": self._membership,
        }
        for name, items in data.items():
            if name not in readers:
                count = len(items) if isinstance(items, list) else 1
                self.left_out[name, _NO_FIELD] += count
        for name, reader in readers.items():
            for number, item in enumerate(data.get(name) or ()):
                path = (name, number)
                unit = len(self.units)
                self.units.append(path)
                if not isinstance(item, Mapping):
                    self.refused.add(unit)
                    problem = self.origin(unit, path).problem(
                        f"{shorten(item)} is not a table"
                    )
                    self.problems.append(problem)
                    continue
                found = reader(_PopoloItem(self, item, unit, path))
                if found is not None and unit not in self.refused:
                    yield found

    def origin(self, unit: int, path: Location) -> Origin:
        """Return the place of a value."""
        line, column = self.document.locate(path)
        return Origin(unit, path, self.document.file, line, column)

    def lines(self, path: Location) -> tuple[int, int] | None:
        """Return the first and the last line of an item."""
        line, column = self.document.locate(path)
        if line is None or column is None:
            return None
        start = self.starts[line - 1] + column - 1
        _, end = JSONDecoder().raw_decode(self.text, start)
        return line, line + self.text.count("\n", start, end)

    def _organization(self, item: _PopoloItem) -> Piece | None:
        given = item.text("classification")
        kind = self.kinds.get(given, given)
        if kind not in _KINDS:
            item.refuse(
                "classification",
                f"{shorten(given)} is not a kind of party"
                if given
                else "an organization has no classification",
                did_you_mean(given, _KINDS)
                or f"say which kind it is: {', '.join(_KINDS)}",
            )
        told = item.named("name")
        told["kind"] = item.leaf("classification", kind)
        item.put(
            told, "existed", item.period("founding_date", "dissolution_date")
        )
        if parent := item.text("parent_id"):
            whole = Fields(party=item.leaf("parent_id", _party(parent)))
            told["part_of"] = Items.of([whole])
        return item.piece(Party, told)

    def _post(self, item: _PopoloItem) -> Piece | None:
        told = item.named("label")
        if owner := item.text("organization_id"):
            told["party"] = item.leaf("organization_id", _party(owner))
        if "name" in told:
            told["title"] = told.pop("name")
        return item.piece(Office, told)

    def _person(self, item: _PopoloItem) -> Piece | None:
        return item.piece(Minister, item.named("name"))

    def _membership(self, item: _PopoloItem) -> Piece | None:
        person, post = item.text("person_id"), item.text("post_id")
        period = item.period("start_date", "end_date")
        if not person or not post:
            reason = "a membership in no post is no tenure of an office"
            self.left_out["memberships", reason] += 1
            return None
        if period is None:
            reason = "a tenure without a date has no period"
            self.left_out["memberships", reason] += 1
            return None
        # The post tells the organization.
        item.text("organization_id")
        item.text("id")
        tenure = Fields(
            office=item.leaf("post_id", id_of(post)), period=period
        )
        told = Fields(
            id=item.leaf("person_id", id_of(person), person),
            tenures=Items.of([tenure]),
        )
        return item.piece(Minister, told)


@frozen
class _PopoloItem:
    """One item of a list, which keeps which of its keys were read."""

    reading: _PopoloReading
    data: Mapping[str, Any]
    unit: int
    path: Location
    used: set[str] = field(factory=set)

    def origin(self, *steps: str | int) -> Origin:
        return self.reading.origin(self.unit, (*self.path, *steps))

    def text(self, key: str) -> str:
        """Return the text of a key; an empty one, and a problem, if it holds something else."""
        self.used.add(key)
        value = self.data.get(key)
        if value is None or isinstance(value, str):
            return (value or "").strip()
        if type(value) is int:
            return str(value)
        self.refuse(key, f"{shorten(value)} is not text")
        return ""

    def refuse(self, key: str, message: str, hint: str | None = None) -> None:
        self.reading.refused.add(self.unit)
        self.reading.problems.append(self.origin(key).problem(message, hint))

    def leaf(self, key: str, value: str, given: str | None = None) -> Single:
        return Single(value, self.origin(key), given)

    @staticmethod
    def put(told: Fields, name: str, leaf: Single | None) -> None:
        if leaf is not None:
            told[name] = leaf

    def period(self, start: str, end: str) -> Single | None:
        """Return the span from one date to another, either of which may be unknown."""
        first, last = self.text(start), self.text(end)
        if not first and not last:
            return None
        return self.leaf(start if first else end, f"{first}/{last}")

    def named(self, key: str) -> Fields:
        """Return the id, the name, other names and identifiers."""
        given = self.text("id")
        made = _party(given) if "classification" in self.used else id_of(given)
        if not made:
            self.refuse("id", "no id can be made of it", "give the item an id")
        told = Fields(id=self.leaf("id", made, given))
        if name := self.text(key):
            told["name"] = self.leaf(key, name)
        names = [
            Fields({"name": each.leaf("name", text)} | each.when())
            for each in self.parts("other_names")
            if (text := each.text("name"))
        ]
        identifiers = [
            Fields(
                scheme=each.leaf("scheme", each.text("scheme")),
                identifier=each.leaf("identifier", each.text("identifier")),
            )
            for each in self.parts("identifiers")
        ]
        if names:
            told["names"] = Items.of(names)
        if identifiers:
            told["identifiers"] = Items.of(identifiers)
        return told

    def when(self) -> dict[str, Single]:
        found = self.period("start_date", "end_date")
        return {} if found is None else {"period": found}

    def parts(self, key: str) -> list[_PopoloItem]:
        """Return the tables of a list; a problem if it is none."""
        self.used.add(key)
        value = self.data.get(key) or []
        if not isinstance(value, list) or not all(
            isinstance(each, Mapping) for each in value
        ):
            self.refuse(key, f"{shorten(value)} is not a list of tables")
            return []
        return [
            _PopoloItem(
                self.reading, each, self.unit, (*self.path, key, number)
            )
            for number, each in enumerate(value)
        ]

    def piece(self, kind: type[Record], told: Fields) -> Piece:
        """Return what the item tells of a record, and count the keys that were not read."""
        name = self.path[0]
        for key, value in self.data.items():
            if key not in self.used and value not in (None, "", []):
                self.reading.left_out[f"{name}.{key}", _NO_FIELD] += 1
        if self.reading.cites is not None:
            told = citing(
                told,
                self.reading.cites,
                self.reading.lines(self.path),
                self.origin(),
            )
        return Piece(kind, told, self.unit)


def _party(given: str) -> str:
    """Return the id of a party: the code of a state as it is."""
    return given if state_name(given) else id_of(given)
