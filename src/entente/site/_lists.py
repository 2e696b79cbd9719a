"""Lists of records: their columns, their order, and rows for pages and for the script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from weakref import WeakKeyDictionary

from attrs import evolve, fields_dict, frozen

from entente.records._model import KIND_NAMES, Commitment, Record
from entente.records._vocabulary import Schedule
from entente.site._addresses import page_of
from entente.site._facts import language_of, text_of
from entente.site._tracker import Tracker
from entente.site._words import alphabetical
from entente.values._period import Period

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "themes": ("broader",),
    "parties": ("kind", "part_of"),
    "offices": ("party",),
    "ministers": ("tenures",),
    "sources": ("kind", "publisher", "published"),
    "events": ("when", "places"),
    "meetings": ("when", "state", "parties"),
    "agreements": ("form", "signed", "parties"),
    "commitments": ("by", "made", "due"),
    "metrics": ("unit",),
    "statements": ("act", "speakers", "said"),
}
"""What a list of each kind shows of a record beside its name."""


_MOST_NAMES: Final = 3
"""How many names a cell has."""


@frozen
class ListCell:
    """A cell of a list: its text, and for a date its first and last day as numbers."""

    text: str
    key: tuple[int, int] | None = None


@frozen
class ListedRecord:
    """A record in a list; one that is certainly made only after the day has no verdict to show.

    `lang` is the language of its name, if known.
    """

    id: str
    name: str
    page: str
    cells: tuple[ListCell, ...]
    verdict: Schedule | None = None
    is_made: bool = True
    lang: str | None = None

    @property
    def folder(self) -> str:
        """The name of the folder of its page, by which the script finds that."""
        return self.page.split("/")[-2]


def columns_of(kind: str) -> tuple[str, ...]:
    """Return the columns of a list of a kind."""
    return COLUMNS[kind]


def rows_of(records: Iterable[Record], tracker: Tracker) -> list[ListedRecord]:
    """Return the rows of records of one kind, in the order of its lists."""
    return sorted((row_of(each, tracker) for each in records), key=_order)


# A record is in the lists of many others.
_ROWS: Final[WeakKeyDictionary[Tracker, dict[str, ListedRecord]]] = (
    WeakKeyDictionary()
)


def row_of(record: Record, tracker: Tracker) -> ListedRecord:
    """Return the row of a record."""
    known = _ROWS.setdefault(tracker, {})
    if record.id not in known:
        known[record.id] = _row(record, tracker)
    return known[record.id]


def _row(record: Record, tracker: Tracker) -> ListedRecord:
    kind = KIND_NAMES[type(record)]
    verdict = (
        tracker.verdict(record) if isinstance(record, Commitment) else None
    )
    return ListedRecord(
        id=record.id,
        name=tracker.wording.name(record),
        page=page_of(record),
        cells=tuple(_cell(record, name, tracker) for name in COLUMNS[kind]),
        verdict=verdict,
        is_made=not isinstance(record, Commitment) or tracker.is_made(record),
        lang=language_of(record),
    )


def _order(row: ListedRecord) -> tuple[int, int, str, str]:
    keys = [cell.key for cell in row.cells if cell.key is not None]
    if not keys:
        return 1, 0, alphabetical(row.name), row.id
    first, last = keys[0]
    return 0, -first, f"{-last:020}", row.id


def _cell(record: Record, name: str, tracker: Tracker) -> ListCell:
    if name == "due" and isinstance(record, Commitment):
        return cell_of_due(tracker.due(record), tracker)
    value = getattr(record, name)
    if isinstance(value, Period):
        return _cell_of_date(value, tracker)
    if name == "tenures":
        value = tuple(dict.fromkeys(each.office for each in value))
    elif name == "part_of":
        value = tuple(each.party for each in value)
    elif name == "places":
        value = tuple(each.name for each in value)
        return ListCell(_named(value))
    is_reference = "kinds" in fields_dict(_class_of(record))[
        name
    ].metadata or name in ("tenures", "part_of")
    if is_reference:
        ids = value if isinstance(value, tuple) else (value,)
        return ListCell(
            _named([tracker.name(each) for each in ids if each is not None])
        )
    return ListCell("" if value is None else text_of(value, tracker))


def _class_of(record: Record) -> Any:
    return type(record)


def _named(names: Sequence[str]) -> str:
    """Join names; of many, the first and how many more there are."""
    shown = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"{shown} +{more}" if more > 0 else shown


def _cell_of_date(period: Period, tracker: Tracker) -> ListCell:
    if period.in_words_only:
        return ListCell(tracker.period_text(period))
    first, last = period.sort_key
    key = (first.toordinal(), last.toordinal())
    return ListCell(tracker.wording.date(period), key)


def cell_of_due(due: Period | None, tracker: Tracker) -> ListCell:
    """Return the cell of a deadline: the source's words, if of these no more than a first day is known."""
    if due is None:
        return ListCell("")
    cell = _cell_of_date(due, tracker)
    if due.stated is None or due.latest is not None:
        return cell
    return evolve(cell, text=tracker.period_text(Period(stated=due.stated)))
