"""The records of the library, built again with the classes of another.

Every contender has the same classes with the same fields, since they are all made of the real ones: a
function makes one class of a name and its fields, and `rebuilt` calls it for each. Dates, amounts and
ranges are the library's own values everywhere. One parser for them, which remembers what it has read,
serves all contenders.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from types import UnionType
from typing import (
    Any,
    Final,
    Generic,
    TypeAlias,
    TypeVar,
    get_args,
    get_origin,
)

from attrs import NOTHING, fields, frozen, has

from entente import Dossier
from entente.records._model import KINDS
from entente.records._parts import Range
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity

V = TypeVar("V")

Plain: TypeAlias = Any
"""What JSON holds."""

LEAVES: Final = (Duration, Period, Quantity, Range)
"""The values that a file holds as text, and that no other library knows."""


# --- values --------------------------------------------------------------------------------------


class _Remembered(dict[Hashable, V], Generic[V]):
    """Values by their text, each made when it is first asked for."""

    def __init__(self, make: Callable[[Any], V]) -> None:
        self._make = make

    def __missing__(self, key: Hashable) -> V:
        value = self[key] = self._make(key)
        return value


def _period(key: Any) -> Period:
    return (
        Period(key) if isinstance(key, str) else Period(key[0], stated=key[1])
    )


_PERIODS: Final = _Remembered(_period)
_QUANTITIES: Final = _Remembered(Quantity)
_RANGES: Final = _Remembered(Range.of)
_DURATIONS: Final = _Remembered(Duration)


def read_period(value: Plain) -> Period:
    """Return the period that a file writes as text, or as a table with the source's words beside it.

    >>> read_period("2024-01-30") is read_period("2024-01-30")
    True
    """
    if value.__class__ is str:
        return _PERIODS[value]
    return _PERIODS[value["edtf"], value["stated"]]


def read_quantity(value: Plain) -> Quantity:
    """Return the amount that a file writes as text."""
    return _QUANTITIES[value]


def read_range(value: Plain) -> Range:
    """Return the range that a file writes as text."""
    return _RANGES[value]


def read_duration(value: Plain) -> Duration:
    """Return the length of time that a file writes as text."""
    return _DURATIONS[value]


def write_period(period: Period) -> Plain:
    """Return a period as a file writes it."""
    return (
        period.edtf
        if period.stated is None
        else {"edtf": period.edtf, "stated": period.stated}
    )


def remember(values: Mapping[str, list[Plain]]) -> None:
    """Read values before anything is timed, so that what is measured is the records."""
    for kind, read in (
        ("periods", read_period),
        ("quantities", read_quantity),
        ("ranges", read_range),
        ("durations", read_duration),
    ):
        for value in values[kind]:
            read(value)


READERS: Final[Mapping[type, Callable[[Plain], object]]] = {
    Period: read_period,
    Quantity: read_quantity,
    Range: read_range,
    Duration: read_duration,
}
WRITERS: Final[Mapping[type, Callable[[Any], Plain]]] = {
    Period: write_period,
    Quantity: str,
    Range: str,
    Duration: str,
}


class Box:
    """A value in a box of its kind.

    The library's values are attrs classes, which msgspec would read and write field by field; in a
    box they are strangers to it, and it asks its hooks.
    """

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value


class PeriodBox(Box):
    """A `Period` in a box."""

    __slots__ = ()


class QuantityBox(Box):
    """A `Quantity` in a box."""

    __slots__ = ()


class RangeBox(Box):
    """A `Range` in a box."""

    __slots__ = ()


class DurationBox(Box):
    """A `Duration` in a box."""

    __slots__ = ()


BOXES: Final[Mapping[type, type[Box]]] = {
    Period: PeriodBox,
    Quantity: QuantityBox,
    Range: RangeBox,
    Duration: DurationBox,
}


# --- classes -------------------------------------------------------------------------------------


@frozen
class Field:
    """A field of a class: its type in the contender's terms, and its default, `NOTHING` if it must be there."""

    name: str
    type: Any
    default: object


Make: TypeAlias = Callable[[str, list[Field]], type]
"""Makes a contender's class of a name and fields."""


def rebuilt(make: Make, leaves: Mapping[type, Any]) -> type:
    """Build all records and their parts again; return the class of the whole dossier.

    `leaves` names the contender's types for the values in `LEAVES`.
    """
    made: dict[type, type] = {}

    def translated(of: Any) -> Any:
        if of in leaves:
            return leaves[of]
        if get_origin(of) is tuple:
            return _tuple_of(translated(get_args(of)[0]))
        if isinstance(of, UnionType):
            return translated(get_args(of)[0]) | None
        if not has(of):
            return of
        if of not in made:
            made[of] = make(
                of.__name__,
                [
                    Field(each.name, translated(each.type), each.default)
                    for each in fields(of)
                ],
            )
        return made[of]

    whole = [Field("entente", int, NOTHING)]
    whole += [
        Field(name, _tuple_of(translated(kind)), ())
        for name, kind in KINDS.items()
    ]
    return make("Dossier", whole)


def _tuple_of(item: Any) -> Any:
    return tuple.__class_getitem__((item, ...))


# --- what a contender has read -------------------------------------------------------------------


def plain(dossier: Any) -> Plain:
    """Return a contender's dossier as the plain data that it was read from; plain data is returned as it is."""
    if isinstance(dossier, dict):
        return dossier
    data: dict[str, Plain] = {"entente": 1}
    for name, kind in KINDS.items():
        # Ours would give out the states that need no declaration, too.
        ours = isinstance(dossier, Dossier)
        records = (
            [each for each in dossier.records if type(each) is kind]
            if ours
            else getattr(dossier, name)
        )
        if records:
            data[name] = [_plain(record, kind) for record in records]
    return data


def _plain(value: Any, of: Any) -> Plain:
    if isinstance(value, Box):
        value = value.value
    if value is None or of in (str, bool):
        return value
    if of in WRITERS:
        return WRITERS[of](value)
    if get_origin(of) is tuple:
        return [_plain(item, get_args(of)[0]) for item in value]
    if isinstance(of, UnionType):
        return _plain(value, get_args(of)[0])
    if not has(of):
        return value.value
    return {
        each.name: _plain(item, each.type)
        for each in fields(of)
        if (item := getattr(value, each.name)) != each.default
    }
