"""What rows tell of records: pieces of records, put together by id, each value with its place.

A row may tell of several records, and several rows may tell of one record. Where rows contradict
each other, or make no record, the rows at fault are refused whole, and the others are put together again.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeAlias

from attrs import evolve, field, frozen

from entente._text import shorten
from entente.errors import Location, Problem
from entente.files._converter import FieldFault, converter, structure_record
from entente.records._model import KINDS, Record

NO_UNIT: Final = -1
"""The unit of what no row holds, such as a constant of a mapping."""


@frozen
class Origin:
    """The place of a value. `unit` is the number of what is refused as a whole: a row, or an item."""

    unit: int
    path: Location = ()
    file: str | None = None
    line: int | None = None
    column: int | None = None

    def problem(
        self, message: str, hint: str | None = None, record: str | None = None
    ) -> Problem:
        """Return a problem of the value at this place."""
        return Problem(
            message=message,
            rule="import",
            file=self.file,
            line=self.line,
            column=self.column,
            path=self.path,
            record=record,
            hint=hint,
        )


@frozen
class Single:
    """A single value with its place. `given` is what an id was made of."""

    value: str | bool | int | float
    origin: Origin
    given: str | None = None


class Items(dict[str, "Told"]):
    """The items of a list, by what makes two of them the same."""

    @classmethod
    def of(cls, told: Iterable[Told]) -> Items:
        """Return items without repetitions; those that say the same are one, with all their citations."""
        items = cls()
        for item in told:
            items.join(_key(item), item)
        return items

    def join(self, key: str, item: Told) -> list[_Clash]:
        """Put an item among these; return where it contradicts the one that is there."""
        if key not in self:
            self[key] = _copy(item)
            return []
        return _joined(self[key], item)


class Fields(dict[str, "Told"]):
    """What rows tell of a record or a part, by the names of fields."""


Told: TypeAlias = Single | Items | Fields
"""What rows tell of a record, of a part of one, of a list or of a single value."""


@frozen
class Piece:
    """What one unit tells of one record."""

    kind: type[Record]
    told: Fields
    unit: int


@frozen
class _Clash:
    """Two values of one field."""

    path: Location
    known: Single
    other: Single

    @property
    def problem(self) -> Problem:
        line = self.known.origin.line
        where = "" if line is None else f" on line {line}"
        mine, theirs = (
            shorten(leaf.given or leaf.value)
            for leaf in (self.other, self.known)
        )
        if self.other.given is not None and self.path == ("id",):
            return self.other.origin.problem(
                f"{mine} makes the id {self.other.value!r}, as {theirs} does{where}",
                "make the id of another column, or of several",
            )
        name = ".".join(map(str, self.path))
        return self.other.origin.problem(
            f"{mine} is another {name} than {theirs}{where}, for one id",
            "make the id of more columns if these are two records; otherwise correct one of them",
        )


@frozen
class Assembled:
    """Records that were put together, what was wrong, and which units were refused."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    refused: frozenset[int]
    told: Mapping[str, Fields] = field(repr=False)


# --- ids -----------------------------------------------------------------------------------------


def id_of(text: str) -> str:
    """Return the id that is made of a text: its letters and digits, in lower case, without accents.

    What stands between words becomes a hyphen. A text without Latin letters or digits makes an empty id.

    >>> id_of("Thérèse Coffey"), id_of("WIPO Copyright Treaty (WCT)")
    ('therese-coffey', 'wipo-copyright-treaty-wct')
    """
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore")
    return "-".join(re.findall(r"[a-z0-9]+", bare.decode().lower()))


# --- putting pieces together ---------------------------------------------------------------------


def join(known: Fields, other: Fields) -> list[_Clash]:
    """Add to what is known of a record what another unit tells of it; return where the two differ.

    The citations of the other are taken over only if it tells something new.
    """
    clashes: list[_Clash] = []
    has_news = "id" not in other
    for name, told in other.items():
        if name == "citations":
            continue
        if name not in known:
            known[name] = _copy(told)
            has_news = True
            continue
        has_news |= _has_new_text(known[name], told)
        clashes += _below(name, _joined(known[name], told))
    if has_news and "citations" in other:
        cited: Any = known.setdefault("citations", Items())
        _joined(cited, other["citations"])
    return clashes


def _has_new_text(known: Told, other: Told) -> bool:
    """Say whether a list has a text that is not known; a part of a record cites its own row."""
    if not isinstance(other, Items):
        return False
    return any(
        key not in known
        for key, item in other.items()
        if isinstance(known, Items) and isinstance(item, Single)
    )


def _joined(known: Told, other: Told) -> list[_Clash]:
    """Add to what is known of a field what another unit tells of it; return where they differ."""
    match known, other:
        case Items(), Items():
            found = (known.join(key, item) for key, item in other.items())
            return [clash for clashes in found for clash in clashes]
        case Fields(), Fields():
            return join(known, other)
        case Single(), Single() if (known.value, known.given) != (
            other.value,
            other.given,
        ):
            return [_Clash((), known, other)]
        case _:
            return []


def _below(name: str, clashes: Iterable[_Clash]) -> Iterator[_Clash]:
    return (evolve(each, path=(name, *each.path)) for each in clashes)


def _copy(told: Told) -> Told:
    """Return a copy that can be added to."""
    if isinstance(told, Single):
        return told
    return type(told)((key, _copy(each)) for key, each in told.items())


def _key(told: Told) -> str:
    """Return what makes an item of a list the same as another: a party adheres once, with all its steps."""
    if isinstance(told, Fields) and "party" in told and "steps" in told:
        return f"party {plain_data(told['party'])}"
    if isinstance(told, Fields):
        told = Fields((k, v) for k, v in told.items() if k != "citations")
    return json.dumps(plain_data(told), default=str)


def plain_data(told: Told) -> Any:
    """Return what rows tell as plain data."""
    match told:
        case Single():
            return told.value
        case Items():
            return [plain_data(each) for each in told.values()]
        case _:
            return {name: plain_data(each) for name, each in told.items()}


def origin_at(told: Told, path: Sequence[str | int]) -> Origin | None:
    """Return the place of the value at a path, or of the nearest value that there is."""
    for step in path:
        below: Mapping[str, Told] = {} if isinstance(told, Single) else told
        keys = list(below)
        at = keys[step] if isinstance(step, int) else step
        told = below.get(at, told)
    return next(
        (leaf.origin for leaf in leaves(told) if leaf.origin.unit != NO_UNIT),
        next((leaf.origin for leaf in leaves(told)), None),
    )


def leaves(told: Told) -> Iterator[Single]:
    """List the single values of what rows tell."""
    if isinstance(told, Single):
        return iter([told])
    return (leaf for each in told.values() for leaf in leaves(each))


def assemble(
    pieces: Iterable[Piece],
    problems: Iterable[Problem] = (),
    refused: Iterable[int] = (),
    *,
    first: Callable[[type[Record], Location], bool] = lambda _, __: False,
) -> Assembled:
    """Put pieces together to records, without the units that are refused.

    `first` says of which fields the first value counts where units differ.
    """
    assembly = _Assembly(first, list(problems), set(refused))
    groups: dict[tuple[type[Record], str], list[Piece]] = {}
    for piece in pieces:
        groups.setdefault(
            (piece.kind, str(plain_data(piece.told["id"]))), []
        ).append(piece)
    while True:
        before = len(assembly.refused)
        made = [assembly.record(group) for group in groups.values()]
        # A unit that is refused for one record is left out of all.
        if len(assembly.refused) == before:
            break
    found = [each for each in made if each is not None]
    order = list(KINDS.values())
    found.sort(key=lambda each: order.index(type(each[0])))
    return Assembled(
        tuple(record for record, _ in found),
        tuple(dict.fromkeys(assembly.problems)),
        frozenset(assembly.refused),
        {record.id: told for record, told in found},
    )


@frozen
class _Assembly:
    """The problems and refusals so far."""

    first: Callable[[type[Record], Location], bool]
    problems: list[Problem]
    refused: set[int]

    def record(self, group: Sequence[Piece]) -> tuple[Record, Fields] | None:
        """Return the record that the pieces of one id make, without those of the units at fault."""
        while True:
            live = [each for each in group if each.unit not in self.refused]
            if not live:
                return None
            told, clashes = self._joined(live)
            if clashes:
                self.problems.extend(clash.problem for clash in clashes)
                self.refused.update(each.other.origin.unit for each in clashes)
                continue
            record, faults = structure_record(
                plain_data(told), live[0].kind, _shared()
            )
            if record is not None:
                return record, told
            blamed = {self._tell(fault, told) for fault in faults}
            if NO_UNIT in blamed:
                # What no row holds is wrong for all of them.
                blamed = {each.unit for each in live}
            self.refused.update(blamed)

    def _joined(self, live: Sequence[Piece]) -> tuple[Fields, list[_Clash]]:
        told, clashes = Fields(), list[_Clash]()
        for piece in live:
            # A new record has nothing that another piece could contradict.
            found = join(told, piece.told)
            clashes += [
                clash
                for clash in found
                if not self.first(piece.kind, clash.path)
            ]
        return told, clashes

    def _tell(self, fault: FieldFault, told: Fields) -> int:
        """Add the problem of a fault, and return the unit that is to blame."""
        origin = origin_at(told, fault.path) or Origin(NO_UNIT)
        name = ".".join(each for each in fault.path if isinstance(each, str))
        message = f"{name}: {fault.message}" if name else fault.message
        # What is wrong in the mapping is so for every record.
        record = (
            None if origin.unit == NO_UNIT else str(plain_data(told["id"]))
        )
        problem = origin.problem(message, fault.hint, record)
        self.problems.append(problem)
        return origin.unit


@cache
def _shared() -> Any:
    # To make one takes milliseconds, which the other commands need not wait for.
    return converter()


def citing(
    told: Fields,
    source: str,
    lines: tuple[int, int] | None,
    origin: Origin,
) -> Fields:
    """Return what a row tells of a record with the citation of a row, on the record and on its parts."""
    citation = Fields(source=Single(source, origin))
    if lines is not None:
        start, end = lines
        text = f"{start}" if start == end else f"{start}-{end}"
        citation["lines"] = Single(text, origin)
    cited = Fields(told)
    cited["citations"] = Items.of([*_of(told), citation])
    for name, each in told.items():
        if isinstance(each, Items) and name != "citations":
            cited[name] = Items.of(
                Fields(item, citations=Items.of([*_of(item), citation]))
                if isinstance(item, Fields) and name not in _UNCITED
                else item
                for item in each.values()
            )
    return cited


_UNCITED: Final = frozenset({"identifiers", "links", "places"})
"""The lists whose parts cite nothing."""


def _of(told: Fields) -> Iterable[Told]:
    found = told.get("citations")
    return found.values() if isinstance(found, Items) else ()
