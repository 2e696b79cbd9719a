"""The parts of a record, the ids that it names and its citations, each with its location.

Loading and checking walk through every record: plain loops without helpers are fastest here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from attrs import fields

from entente.errors import Location
from entente.records._parts import PARTS, Citation
from entente.values._period import Period


def parts(record: object) -> Iterator[tuple[Location, object]]:
    """List a record and all parts within it, each with its location in the record.

    >>> from entente import Minister, Tenure
    >>> minister = Minister(id="a", name="A", tenures=(Tenure(office="b", period="2024"),))
    >>> [location for location, _ in parts(minister)]
    [(), ('tenures', 0)]
    """
    yield (), record
    cls: type = type(record)
    for name in _part_fields(cls):
        value = getattr(record, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                for steps, part in parts(item):
                    yield (name, index, *steps), part
        elif value is not None:
            for steps, part in parts(value):
                yield (name, *steps), part


def references(
    record: object,
) -> Iterator[tuple[Location, str, tuple[str, ...]]]:
    """List the ids that a record names, each with its location and the kinds it may be of.

    >>> from entente import Theme
    >>> list(references(Theme(id="boats", label="Boats", broader=("migration",))))
    [(('broader', 0), 'migration', ('theme',))]
    """
    for location, part in parts(record):
        cls: type = type(part)
        for name, kinds in _reference_fields(cls):
            value = getattr(part, name)
            if isinstance(value, tuple):
                for index, id in enumerate(value):
                    yield (*location, name, index), id, kinds
            elif value is not None:
                yield (*location, name), value, kinds


def citations(record: object) -> Iterator[tuple[Location, Citation]]:
    """List the citations of a record and of its parts, each with its location."""
    for location, part in parts(record):
        if isinstance(part, Citation):
            yield location, part


def worded_dates(record: object) -> Iterator[tuple[Location, Period]]:
    """List the dates of a record and its parts that keep the source's words, with locations."""
    for location, part in parts(record):
        cls: type = type(part)
        for each in fields(cls):
            value = getattr(part, each.name)
            if isinstance(value, Period) and value.stated is not None:
                yield (*location, each.name), value


@cache  # the fields of a class never change
def _part_fields(cls: type) -> tuple[str, ...]:
    """Return the names of the fields that hold parts."""
    return tuple(
        each.name
        for each in fields(cls)
        if PARTS & {each.type, *get_args(each.type)}
    )


@cache
def _reference_fields(cls: type) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names of the fields that hold ids, each with the kinds it may name."""
    return tuple(
        (each.name, each.metadata["kinds"])
        for each in fields(cls)
        if "kinds" in each.metadata
    )
